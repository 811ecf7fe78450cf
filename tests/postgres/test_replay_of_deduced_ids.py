"""A replay with deduced ids: statements that refer to rows of production find them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.base import event_loop
from pgrehearse.replay.plan.plan import Ids, Ordering, Sync
from pgrehearse.targets.catalog_reader import read_catalog
from tests.apps import order_system
from tests.conftest import LogMark
from tests.replaying import replay

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.runs.read import Run
    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload

pytestmark = pytest.mark.usefixtures("engine")


def captured(server: Cluster, folder: Path, *, sessions: int, transactions: int) -> Workload:
    """Capture the order system with the ids that its catalog and its log show."""
    order_system.create(server)
    mark = LogMark.now(server)
    catalog = event_loop.run(read_catalog(server.endpoint(), {order_system.DATABASE}))
    order_system.run(server, sessions=sessions, transactions=transactions, seed=3)
    return mark.capture(folder, "orders", catalog=catalog)


def new_failures(workload: Workload, run: Run) -> int:
    """Return how many statements failed that had not failed in production."""
    succeeded = workload.events().filter(pl.col("ended") == "ok").select("session", "seq")
    failed = run.outcomes().filter(pl.col("status") == "failed").join(succeeded, on=["session", "seq"])
    return failed.collect().height


@pytest.mark.parametrize("speed", [1.0, None], ids=["on-time", "max"])
def test_no_statement_has_a_new_error_with_deduced_ids(server: Cluster, tmp_path: Path, speed: float | None) -> None:
    """With the ids of orders and customers, rows that refer to them exist; without them many statements fail."""
    workload = captured(server, tmp_path, sessions=8, transactions=20)
    errors = {}
    for ids in Ids:
        order_system.create(server)
        plan = {"ids": ids, "order": Ordering(Sync.COMMIT)}
        output = tmp_path / f"{ids}.run"
        run, _ = replay(workload, server, output, database=order_system.DATABASE, speed=speed, plan=plan)
        errors[ids] = new_failures(workload, run)
    assert errors[Ids.PRODUCTION] == 0
    assert errors[Ids.TARGET] > 20


@pytest.mark.soak
@pytest.mark.parametrize(("sync", "speed"), [(Sync.SESSION, 1.0), (Sync.COMMIT, 1.0), (Sync.COMMIT, None)])
def test_at_most_one_statement_in_a_thousand_has_a_new_error(
    server: Cluster, tmp_path: Path, sync: Sync, speed: float | None
) -> None:
    """Twenty sessions. At maximum speed an order between sessions is necessary: statements use rows of other sessions."""
    workload = captured(server, tmp_path, sessions=20, transactions=300)
    order_system.create(server)
    plan = {"ids": Ids.PRODUCTION, "order": Ordering(sync)}
    output = tmp_path / "ids.run"
    run, _ = replay(workload, server, output, database=order_system.DATABASE, speed=speed, plan=plan)
    assert new_failures(workload, run) <= workload.manifest.statements / 1000
