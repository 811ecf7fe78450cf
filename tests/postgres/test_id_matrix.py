"""Ids by deduction, measured: which are right, and which statements fail only because of them, for each application, server,
number of sessions, speed and order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.replay.plan.plan import Ids, Ordering, Sync
from tests.apps.captured_traffic import LIBRARIES, ORDERS, captured, wrong
from tests.apps.produced_ids import shares
from tests.replaying import replay

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.runs.read import Run
    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload
    from tests.apps.captured_traffic import Application, Traffic

SPEEDS = {"1x": 1.0, "max": None}


def new_failures(workload: Workload, run: Run) -> pl.DataFrame:
    """Return the statements that failed in the replay and not in production: sqlstate, sql, params."""
    succeeded = workload.events().filter(pl.col("ended") == "ok").select("session", "seq", "sql", "params")
    failed = run.outcomes().filter(pl.col("status") == "failed").join(succeeded, on=["session", "seq"])
    return failed.select("sqlstate", "sql", "params").collect()


def replayed(
    application: Application, traffic: Traffic, server: Cluster, output: Path, sync: Sync, speed: float | None
) -> Run:
    """Create the application's database again, and replay its traffic with production's ids."""
    application.create(server)
    plan = {"ids": Ids.PRODUCTION, "order": Ordering(sync)}
    run, _ = replay(traffic.workload, server, output, database=application.database, speed=speed, plan=plan)
    return run


def test_new_errors_of_libraries(server: Cluster, tmp_path: Path) -> None:
    """Django, Rails, Hibernate and Prisma: the rows that later statements refer to exist."""
    traffic = captured(LIBRARIES, server, tmp_path, sessions=8, transactions=12)
    run = replayed(LIBRARIES, traffic, server, tmp_path / "ids.run", Sync.COMMIT, None)
    assert wrong(traffic.compared()) == []
    assert new_failures(traffic.workload, run).rows() == []


@pytest.mark.soak
@pytest.mark.parametrize("sessions", [8, 20])
@pytest.mark.parametrize(
    ("application", "transactions"), [(ORDERS, 300), (LIBRARIES, 150)], ids=["orders", "libraries"]
)
def test_every_speed_and_order(
    server: Cluster, tmp_path: Path, application: Application, transactions: int, sessions: int
) -> None:
    """No id is wrong except guessed ones, and at most 1 statement in 1,000 has a new error (a table is printed)."""
    traffic = captured(application, server, tmp_path, sessions=sessions, transactions=transactions)
    statements = traffic.workload.manifest.statements
    found = traffic.compared()
    errors: dict[tuple[Sync, str], int] = {}
    for sync in Sync:
        for name, speed in SPEEDS.items():
            run = replayed(application, traffic, server, tmp_path / f"{sync}-{name}.run", sync, speed)
            failed = new_failures(traffic.workload, run)
            errors[sync, name] = failed.height
            states = dict(failed["sqlstate"].value_counts().iter_rows())
            print(f"{sync} {name}: new errors of {statements:,}: {failed.height} {states}")
    with pl.Config(tbl_rows=-1, tbl_hide_dataframe_shape=True):
        print(shares(found, "sequence", "how"))
        print(shares(found, "how"))
    assert wrong(found) == []
    assert max(errors.values()) <= statements / 1000
