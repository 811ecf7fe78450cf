"""Production's ids on real targets: the order system with and without them, and what is put back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from pgrehearse.replay.plan.plan import Ids, Ordering, Sync
from pgrehearse.workload.read import Workload
from tests.apps import order_system
from tests.apps.true_ids import TrueIds
from tests.conftest import LogMark, superuser
from tests.replaying import replay

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.runs.read import Run
    from pgrehearse.targets.embedded.cluster import Cluster

pytestmark = pytest.mark.usefixtures("engine")

# The tables whose rows do not come from COPY, and the columns with new values in each run: random values and clocks.
TABLES = ["customers", "coupons", "orders", "items", "payments", "archive", "audit"]
# Of these, the rows that no session inserts for the rows of another one.
OWN = ["customers", "orders", "payments", "audit"]
CATALOG = """
select 'default', adrelid::regclass::text, adnum::int, pg_get_expr(adbin, adrelid) from pg_attrdef union all
select 'trigger', tgrelid::regclass::text, 0, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal union all
select 'function', pronamespace::regnamespace::text, 0, proname from pg_proc where pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) union all
select 'relation', relnamespace::regnamespace::text, 0, relname from pg_class where relnamespace::regnamespace::text in ('public', 'pgrehearse')
order by 1, 2, 3, 4
"""


def content(cluster: Cluster) -> dict[str, set[str]]:
    """Return the rows of each table as JSON, without the columns with new values in each run."""
    with superuser(cluster, order_system.DATABASE) as connection:
        return {
            table: {
                str(row[0])
                for row in connection.execute(
                    f"select (to_jsonb(t) - 'reference' - 'created_at')::text from {table} t".encode()
                )
            }
            for table in TABLES
        }


def new_errors(workload: Workload, run: Run) -> list[tuple[str, str]]:
    """Return the SQLSTATE and the text of each statement that failed, and that had not failed in production."""
    succeeded = workload.events().filter(pl.col("ended") == "ok").select("session", "seq", "sql")
    failed = run.outcomes().filter(pl.col("status") == "failed").join(succeeded, on=["session", "seq"])
    return [(state, text.decode()) for state, text in failed.select("sqlstate", "sql").collect().iter_rows()]


def ids(cluster: Cluster) -> dict[str, set[tuple[str, int]]]:
    """Return the marker and the id of each row, by table."""
    return {table: set(order_system.ids(cluster, table)) for table in TABLES}


def is_too_early(error: tuple[str, str]) -> bool:
    """Return whether a statement broke the foreign key of items: the order of another session did not exist yet."""
    state, text = error
    return state == "23503" and text.startswith("insert into items")


def catalog(cluster: Cluster) -> list[tuple[object, ...]]:
    with superuser(cluster, order_system.DATABASE) as connection:
        return connection.execute(CATALOG).fetchall()


@pytest.fixture
def traffic(
    server: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Workload, dict[str, set[str]], int]:
    """A workload with the ids that production drew, the rows of production's tables, and the number of ids."""
    return made(server, tmp_path, monkeypatch, sessions=8, transactions=15)


def made(
    server: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, sessions: int, transactions: int
) -> tuple[Workload, dict[str, set[str]], int]:
    truth = TrueIds.watching(monkeypatch)
    order_system.create(server)
    start = LogMark.now(server)
    order_system.run(server, sessions=sessions, transactions=transactions, seed=3)
    workload = start.capture(tmp_path, "orders")
    pins = truth.write(workload, server)
    return Workload.open(workload.path), content(server), int(pins["ids"].list.len().sum())


def replayed(workload: Workload, server: Cluster, output: Path, **plan: Any) -> Any:
    """Replay to the order system as it was at the start."""
    order_system.create(server)
    before = catalog(server)
    run, fit = replay(workload, server, output, database=order_system.DATABASE, **plan)
    assert catalog(server) == before
    return run, fit


SPEEDS = pytest.mark.parametrize("speed", [1.0, None], ids=["on-time", "max"])


@SPEEDS
def test_every_row_is_productions_row_with_its_ids(
    traffic: tuple[Workload, dict[str, set[str]], int], server: Cluster, tmp_path: Path, speed: float | None
) -> None:
    """With transactions in production's order no statement has a new error, and every default is put back."""
    workload, expected, count = traffic
    run, fit = replayed(workload, server, tmp_path / "ids.run", speed=speed, plan={"order": Ordering(Sync.COMMIT)})
    assert new_errors(workload, run) == []
    assert content(server) == expected
    assert fit.ordering["given_up"] == 0
    facts = run.manifest.ids
    assert facts is not None
    assert facts.not_given == []
    assert sum(one.known.get("order", 0) for one in facts.sequences) == count
    assert any("--ids production" in note for note in run.manifest.notes)


@SPEEDS
def test_each_session_draws_its_own_ids_without_an_order_between_sessions(
    traffic: tuple[Workload, dict[str, set[str]], int], server: Cluster, tmp_path: Path, speed: float | None
) -> None:
    """Only statements on the rows of other sessions fail: items of an order that is not there yet."""
    workload, _, _ = traffic
    expected = ids(server)
    run, _ = replayed(workload, server, tmp_path / "ids.run", speed=speed)
    assert {error for error in new_errors(workload, run) if not is_too_early(error)} == set()
    found = ids(server)
    assert {table: found[table] for table in OWN} == {table: expected[table] for table in OWN}
    assert found["items"] <= expected["items"]


@pytest.mark.soak
@SPEEDS
def test_the_rows_of_twenty_sessions_are_productions(
    server: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, speed: float | None
) -> None:
    workload, expected, _ = made(server, tmp_path, monkeypatch, sessions=20, transactions=60)
    run, _ = replayed(workload, server, tmp_path / "ids.run", speed=speed, plan={"order": Ordering(Sync.COMMIT)})
    assert new_errors(workload, run) == []
    assert content(server) == expected


def test_without_productions_ids_statements_fail(
    traffic: tuple[Workload, dict[str, set[str]], int], server: Cluster, tmp_path: Path
) -> None:
    workload, expected, _ = traffic
    plan = {"ids": Ids.TARGET, "order": Ordering(Sync.COMMIT)}
    run, _ = replayed(workload, server, tmp_path / "target.run", plan=plan)
    assert len(new_errors(workload, run)) > 20
    assert content(server) != expected
    assert run.manifest.ids is None


def test_a_first_pass_counts_the_draws_of_each_statement(
    traffic: tuple[Workload, dict[str, set[str]], int], server: Cluster, tmp_path: Path
) -> None:
    """Also those of triggers, of INSERT ... SELECT, of failed statements and of transactions that are rolled back."""
    workload, _, _ = traffic
    plan = {"order": Ordering(Sync.COMMIT), "counts_draws": True}
    run, _ = replayed(workload, server, tmp_path / "count.run", plan=plan)
    counted = run.draws().select("session", "seq", "sequence", "count")
    known = workload.pins().select("session", "seq", "sequence", pl.col("ids").list.len().cast(pl.Int64).alias("ids"))
    assert known.height > 50
    both = known.join(counted, on=["session", "seq", "sequence"], how="left")
    assert both.filter(pl.col("ids").ne_missing(pl.col("count"))).rows() == []
    others = counted.join(known, on=["session", "seq", "sequence"], how="anti")
    texts = others.join(workload.events().select("session", "seq", "sql").collect(), on=["session", "seq"])
    # Drawn in vain: a unique check or a check that failed, a coupon that exists, a transaction that was rolled back.
    assert {text.split(b" (")[0] for text in texts["sql"]} <= {
        b"insert into customers",
        b"insert into coupons",
        b"insert into items",
        b"insert into orders",
        b"insert into payments",
    }
    assert others.height > 0
