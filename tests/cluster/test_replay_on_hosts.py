"""Replays on two simulated hosts of a Ray cluster: the same outcomes as on one machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from pgrehearse.base.s3_cache import local
from pgrehearse.replay.cluster import gathering
from pgrehearse.runs.read import Run
from pgrehearse.runs.run_in_s3 import RunInS3
from tests.conftest import LogMark, connect
from tests.replaying import replay

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from pgrehearse.targets.embedded.cluster import Cluster


def _outcomes(run: Run) -> pl.DataFrame:
    columns = ["session", "copy", "seq", "status", "rows", "rows_hash"]
    return run.outcomes().select(columns).sort("session", "seq").collect()


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
    assert _outcomes(spread).equals(_outcomes(alone))
    assert _outcomes(alone).height >= 30
    clocks = spread.manifest.clocks.hosts
    for clock in clocks:
        # The simulated hosts have the clock of this machine.
        assert abs(clock.offset_us) <= clock.within_us
        assert clock.error_us is not None
    first, second = (clock.target for clock in clocks)
    assert None not in (first.end_us, first.end_within_us, second.end_us, second.end_within_us)
    assert abs((first.end_us or 0) - (second.end_us or 0)) <= (first.end_within_us or 0) + (second.end_within_us or 0)


def test_the_hosts_put_their_parts_in_s3_themselves(
    pg18: Cluster, ray_cluster: str, s3_bucket: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """None is copied from a host to the coordinator. The manifest is the last object."""
    start = LogMark.now(pg18)
    for n in range(4):
        with connect(pg18, "postgres", application=f"s{n}") as connection:
            connection.execute(f"select {n}")
    workload = start.capture(tmp_path, "in_s3")
    place = RunInS3("s3://team/spread.run")
    monkeypatch.setattr(gathering, "copy_parts", None)
    here, _ = replay(workload, pg18, tmp_path / "spread.run", workers=2, cluster=ray_cluster, place=place)
    assert "manifest.json" not in place.tags()
    put = {one["Key"]: one["LastModified"] for one in s3_bucket.list_objects_v2(Bucket="team")["Contents"]}
    place.complete(here.path)
    objects = s3_bucket.list_objects_v2(Bucket="team")["Contents"]
    parts = {one["Key"]: one["LastModified"] for one in objects if "/outcomes/" in one["Key"]}
    assert len({key.split("-")[1] for key in parts}) == 2
    assert parts.items() <= put.items()
    assert _outcomes(Run.open(local(place.url))).equals(_outcomes(here))
