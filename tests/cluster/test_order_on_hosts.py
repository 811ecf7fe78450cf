"""``--sync commit`` on two simulated hosts: the end state shows the order."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from pgrehearse.replay.plan.plan import Ordering, Sync
from tests import hot_rows
from tests.conftest import LogMark, connect
from tests.replaying import replay

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster


def update_one_after_the_other(cluster: Cluster) -> None:
    """Six sessions update the shared rows, each transaction after the end of the one before: the log shows their order on a machine of any speed."""
    rng = random.Random(1)  # noqa: S311 (reproducible on purpose)
    sessions = [connect(cluster, "postgres", application=f"hot{number}") for number in range(6)]
    for turn in range(72):
        session = sessions[turn % 6] if turn < 6 else rng.choice(sessions)
        session.execute("begin")
        for row in sorted(rng.sample(range(1, hot_rows.ROWS + 1), rng.randint(1, 3))):
            session.execute(f"update hot set v = md5(v || '{turn}') where id = {row}")
        session.execute("commit")
    for session in sessions:
        session.close()


@pytest.mark.parametrize("runs", [1, pytest.param(20, marks=pytest.mark.soak)])
def test_transactions_on_two_hosts_end_in_productions_order(
    pg18: Cluster, ray_cluster: str, tmp_path: Path, runs: int
) -> None:
    """Every row is as in production, at maximum speed; no wait times out."""
    hot_rows.create(pg18)
    start = LogMark.now(pg18)
    update_one_after_the_other(pg18)
    workload, expected = start.capture(tmp_path, "contended"), hot_rows.read(pg18)
    plan = {"order": Ordering(Sync.COMMIT, timeout_us=60_000_000)}
    for turn in range(runs):
        hot_rows.create(pg18)
        run, fit = replay(workload, pg18, tmp_path / f"{turn}.run", workers=2, cluster=ray_cluster, plan=plan)
        assert fit.ordering["given_up"] == 0
        assert fit.errors["new"] == 0
        assert hot_rows.read(pg18) == expected
        assert run.connections()["worker"].n_unique() == 2
        assert fit.ordering["waited"] > 0
