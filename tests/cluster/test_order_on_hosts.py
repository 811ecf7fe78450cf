"""``--sync commit`` and production's ids on two simulated hosts: the end state shows the order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pgrehearse.replay.plan.plan import Ordering, Sync
from tests import hot_rows
from tests.conftest import LogMark
from tests.replaying import replay

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster


@pytest.mark.parametrize("runs", [1, pytest.param(20, marks=pytest.mark.soak)])
def test_transactions_on_two_hosts_end_in_productions_order(
    pg18: Cluster, ray_cluster: str, tmp_path: Path, runs: int
) -> None:
    """Every row is as in production, at maximum speed; no wait times out."""
    hot_rows.create(pg18)
    start = LogMark.now(pg18)
    hot_rows.update_concurrently(pg18, sessions=6, transactions=12, pause_s=0.003, seed=1)
    workload, expected = start.capture(tmp_path, "contended"), hot_rows.read(pg18)
    for turn in range(runs):
        hot_rows.create(pg18)
        order = {"order": Ordering(Sync.COMMIT)}
        _, fit = replay(workload, pg18, tmp_path / f"{turn}.run", workers=2, cluster=ray_cluster, plan=order)
        assert hot_rows.read(pg18) == expected
        assert fit.ordering["given_up"] == 0
        assert fit.ordering["waited"] > 0
        assert fit.errors["new"] == 0
