"""Targets are created at the stand-in: real boto3, real servers behind the endpoints, and nothing left of what failed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.progress import SILENT
from pgrehearse.targets.journal import journals
from pgrehearse.targets.target import TargetKind
from tests.aws.rehearsals import ITEMS, production, rows, target
from tests.conftest import superuser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster
    from tests.aws.standin.server import StandIn

KEPT = ("shop",)


@pytest.fixture(autouse=True)
def state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


@pytest.fixture
def prod(stand_in: StandIn, pg16: Cluster) -> Iterator[Any]:
    """Production; in the end nothing else may exist at AWS, and no server run."""
    yield production(stand_in, pg16)
    assert (stand_in.left(*KEPT), stand_in.servers.processes(), journals()) == ((), (), [])


@pytest.mark.usefixtures("prod")
def test_aurora_from_a_new_snapshot_is_created_reset_and_destroyed() -> None:
    """With its data, its reader, production's parameters, and the mark; a reset has the state before the first write."""
    made = target(TargetKind.AURORA, readers=1)
    made.prepare(SILENT)
    first = made.describe()
    primary, (reader,) = made.connect().primary, made.connect().readers.values()
    assert rows(primary, ITEMS) == rows(reader, ITEMS) == [("tea",), ("rice",)]
    assert rows(primary, "select current_setting('work_mem'), count(*) from pgrehearse.mark") == [("12345kB", 1)]
    assert rows(primary, "show max_logical_replication_workers") == [("0",)]
    assert (first.version, first.instance_class, first.data.how) == ("16.6", "db.r6g.large", "snapshot")
    assert first.data.at_us > 0
    assert first.instances == tuple(f"pgrehearse-{run_of(made)}-{part}" for part in ("writer", "reader-1"))
    rows(primary, "insert into orders (item) values ('new')")
    made.reset(SILENT)
    again = made.describe()
    assert rows(made.connect().primary, ITEMS) == [("tea",), ("rice",)]
    assert rows(made.connect().primary, "select count(*) from pgrehearse.mark") == [(1,)]
    assert (again.data, again.resource == first.resource) == (first.data, False)
    assert again.aws_clusters == (f"pgrehearse-{run_of(made)}-2-cluster",)
    assert made.destroy(SILENT) == ()


@pytest.mark.usefixtures("prod")
def test_an_outbound_path_that_cannot_be_closed_ends_the_creation(pg16: Cluster) -> None:
    """The master user does not own it: nothing was written, and nothing is left. With its name in `allow` the target is marked."""
    with superuser(pg16, "shop") as connection:
        connection.execute(
            "create function notify() returns event_trigger language plpgsql as 'begin end'; "
            "create event trigger sends on ddl_command_end execute function notify()"
        )
    with pytest.raises(TargetProblem, match="event-trigger: sends"):
        target(TargetKind.RDS).prepare(SILENT)
    made = target(TargetKind.RDS, allow=("event-trigger",))
    made.prepare(SILENT)
    assert rows(made.connect().primary, "select allowed from pgrehearse.mark") == [(["event-trigger"],)]
    assert made.destroy(SILENT) == ()


def run_of(made: Any) -> str:
    return str(made.journal.header.run)


@pytest.mark.usefixtures("prod")
def test_rds_from_a_given_snapshot_is_another_process_s_too(prod: Any) -> None:
    """A later command has only the journal of the target: it connects, resets and destroys it."""
    prod.create_db_snapshot(DBSnapshotIdentifier="nightly", DBInstanceIdentifier="prod")
    target(TargetKind.RDS, snapshot="nightly", database="shop").prepare(SILENT)
    later = target(TargetKind.RDS, snapshot="nightly", database="shop")
    (later.journal,) = journals()
    assert later.describe().data.name == "nightly"
    assert later.describe().instances == (f"pgrehearse-{run_of(later)}-writer",)
    rows(later.connect().primary, "delete from orders")
    later.reset(SILENT)
    assert rows(later.connect().primary, ITEMS) == [("tea",), ("rice",)]
    assert later.destroy(SILENT) == ()
    prod.delete_db_snapshot(DBSnapshotIdentifier="nightly")
