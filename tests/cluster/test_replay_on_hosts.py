"""Replays on two simulated hosts of a Ray cluster: the same outcomes as on one machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conftest import LogMark, connect
from tests.replaying import replay

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster


def test_a_replay_on_two_hosts_has_the_outcomes_of_a_replay_on_one(
    pg18: Cluster, ray_cluster: str, tmp_path: Path
) -> None:
    start = LogMark.now(pg18)
    for n in range(6):
        with connect(pg18, "postgres", application=f"s{n}") as connection:
            for k in range(5):
                connection.execute(f"select {k} + {n}")
    workload = start.capture(tmp_path, "two")
    alone, _ = replay(workload, pg18, tmp_path / "alone.run", workers=2)
    spread, fit = replay(workload, pg18, tmp_path / "spread.run", workers=2, cluster=ray_cluster)
    assert fit.statements["unsent"] == 0
    columns = ["session", "copy", "seq", "status", "rows", "rows_hash"]
    expected = alone.outcomes().select(columns).sort("session", "seq").collect()
    assert spread.outcomes().select(columns).sort("session", "seq").collect().equals(expected)
    assert expected.height >= 30
    clocks = spread.manifest.clocks.hosts
    for clock in clocks:
        # The simulated hosts have the clock of this machine.
        assert abs(clock.offset_us) <= clock.within_us
        assert clock.error_us is not None
    first, second = (clock.target for clock in clocks)
    assert None not in (first.end_us, first.end_within_us, second.end_us, second.end_within_us)
    assert abs((first.end_us or 0) - (second.end_us or 0)) <= (first.end_within_us or 0) + (second.end_within_us or 0)
