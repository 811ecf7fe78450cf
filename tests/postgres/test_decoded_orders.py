"""An order system is decoded while it runs: every committed row, and the statement that made it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from pgrehearse.capture.decode.attach import attach
from pgrehearse.capture.decode.files import Decoded
from pgrehearse.capture.decode.trigger_columns import LEAST_ROWS
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.replay.plan.plan import Ordering, Sync
from pgrehearse.targets.embedded.cluster import Cluster
from pgrehearse.workload.read import Workload
from tests.apps import order_system
from tests.apps.captured_traffic import catalog_of
from tests.apps.produced_ids import compared
from tests.conftest import LogMark, connect
from tests.postgres.conftest import start_cluster, stop_cluster
from tests.postgres.decodings import decoding
from tests.postgres.test_production_ids import new_errors
from tests.replaying import replay
from tests.state_of_server import difference, read, unequal

pytestmark = pytest.mark.usefixtures("engine")

SESSIONS, TRANSACTIONS = 8, 60


@pytest.fixture(scope="module", params=[pytest.param(15, marks=pytest.mark.soak), 16, 18], ids=["pg15", "pg16", "pg18"])
def source(home: Path, request: pytest.FixtureRequest) -> Iterator[Cluster]:
    """A server of each version whose WAL is logical."""
    cluster = start_cluster(home, request.param, f"orders-{request.param}", wal_level="logical")
    yield cluster
    stop_cluster(cluster)


@pytest.fixture(scope="module")
def captured(source: Cluster, tmp_path_factory: pytest.TempPathFactory) -> tuple[Decoded, Workload]:
    """The order system's traffic: logged, decoded, joined."""
    return capture(source, tmp_path_factory.mktemp("orders"), seed=source.version)


def capture(
    source: Cluster, folder: Path, *, seed: int, sessions: int = SESSIONS, database: str = order_system.DATABASE
) -> tuple[Decoded, Workload]:
    """Run the order system; return the decoded rows, and the workload with them."""
    order_system.create(source, database)
    mark = LogMark.now(source)
    catalog = catalog_of(source, database)
    with decoding(source, database, folder / "orders.decoded") as running:
        order_system.run(source, sessions=sessions, transactions=TRANSACTIONS, seed=seed, database=database)
        decoded = running.decoded()
    workload = mark.capture(folder, "orders", catalog=catalog)
    attach(CaptureOptions((), workload.path, catalog=catalog), [decoded])
    return decoded, Workload.verified(workload.path)


def rows_of(decoded: pl.LazyFrame, table: str) -> list[tuple[str, int]]:
    """Return marker and id of the inserted rows of a table, by id."""
    rows = decoded.filter((pl.col("relation") == table) & (pl.col("action") == "insert")).collect()
    cells = (dict(zip(*row, strict=True)) for row in rows.select("columns", "values").iter_rows())
    return sorted(((cell["marker"].decode(), int(cell["id"])) for cell in cells), key=lambda row: row[1])


def test_every_committed_row_is_decoded(source: Cluster, captured: tuple[Decoded, Workload]) -> None:
    """Equal to the tables: no row that was rolled back, none twice, none missing."""
    decoded, _ = captured
    for table in order_system.SEQUENCES:
        stored = order_system.ids(source, table)
        assert rows_of(decoded.changes(), table) == stored, table
        assert stored, table


def test_rows_are_joined_with_the_statements_that_made_them(captured: tuple[Decoded, Workload]) -> None:
    """Each statement contains the marker of its rows; most rows have one. Only a COPY may have the rows of an alike COPY."""
    _, workload = captured
    events = workload.events().select("session", "seq", "sql", "params").collect()
    inserts = workload.decoded().filter(pl.col("action") == "insert").collect()
    rows = inserts.join(events, on=["session", "seq"], how="left", maintain_order="left")
    facts = workload.manifest.decoded
    assert facts is not None
    other: set[tuple[int, int]] = set()
    for row in rows.drop_nulls("seq").iter_rows(named=True):
        marker = dict(zip(row["columns"], row["values"], strict=True))["marker"]
        words = b" ".join([row["sql"], *(value for value in row["params"] or () if value is not None)])
        if not re.search(rb"(?<![\d-])" + marker + rb"(?![\d-])", words):
            assert row["relation"] == "imports", row
            other.add((row["session"], row["seq"]))
    assert len(other) <= facts.alike
    assert facts.rows - facts.joined == rows["seq"].null_count()
    assert facts.joined >= 0.98 * facts.rows


def test_decoded_ids_are_productions(source: Cluster, captured: tuple[Decoded, Workload]) -> None:
    """Each id of a row that was joined, also of COPY and INSERT ... SELECT, whose number of rows the log does not show."""
    _, workload = captured
    tables = order_system.SEQUENCES.items()
    produced = {f"public.{name}": order_system.ids(source, table) for table, name in tables}
    found = compared(workload, produced)
    decoded = found.filter(pl.col("how") == "decoded")
    wrong = decoded.filter(~pl.col("right"))
    facts = workload.manifest.decoded
    assert facts is not None
    assert facts.alike or wrong.is_empty(), wrong
    assert set(wrong["sequence"]) <= {"public.imports_id_seq"}, wrong
    assert decoded.height >= 0.97 * found.height
    counts = {one.name: one.drawn.get("decoded", 0) for one in workload.manifest.generated}
    assert all(counts[name] > 0 for name in produced)


def test_a_trigger_draws_as_many_ids_as_the_rows_that_fire_it(source: Cluster, tmp_path: Path) -> None:
    """In one session both ids of an audit row are equal in all rows: the trigger's code shows which of them it drew."""
    _, workload = capture(source, tmp_path, seed=source.version, sessions=1, database="one_session")
    with connect(source, "one_session") as connection:
        (other,) = connection.execute("select count(*) from audit where id <> order_id").fetchone() or (None,)
    assert other == 0
    rows = order_system.ids(source, "audit", "one_session")
    found = compared(workload, {"public.audit_numbers": rows})
    assert found.height == len(rows) > LEAST_ROWS
    assert found["right"].all()
    assert set(found["how"]) == {"decoded"}


@pytest.fixture(scope="module")
def target(source: Cluster, request: pytest.FixtureRequest) -> Cluster:
    """A server of the version of production, or of the next one that is there."""
    cluster: Cluster = request.getfixturevalue(f"pg{max(source.version, 16)}")
    return cluster


def check_replay(workload: Workload, source: Cluster, target: Cluster, folder: Path, speed: float | None) -> None:
    """Replay in the order of production's commits: no statement fails that had not failed, and every table is equal to production's."""
    order_system.create(target)
    plan = {"order": Ordering(Sync.COMMIT)}
    run, _ = replay(workload, target, folder / "r.run", database=order_system.DATABASE, plan=plan, speed=speed)
    assert new_errors(workload, run) == []
    states = [
        read(cluster, order_system.DATABASE, folder / f"{name}.state")
        for name, cluster in (("p", source), ("t", target))
    ]
    found = difference(*states)
    assert len(found.tables) == len(order_system.SEQUENCES)
    assert unequal(found) == {}, unequal(found)


def test_every_table_is_productions_after_a_replay(
    captured: tuple[Decoded, Workload], source: Cluster, target: Cluster, tmp_path: Path
) -> None:
    """With production's ids, also those that a trigger draws, its uuids and times, and its COPY rows: all columns of all tables."""
    check_replay(captured[1], source, target, tmp_path, None)


@pytest.mark.soak
@pytest.mark.parametrize("source", [16, 18], indirect=True, ids=["pg16", "pg18"])
@pytest.mark.parametrize("number", range(10))
def test_every_table_is_productions_in_every_run(source: Cluster, target: Cluster, tmp_path: Path, number: int) -> None:
    """The same in twenty runs with other traffic: with 8 and with 20 sessions, with production's timing and at maximum speed."""
    sessions, speed = (8, 20)[number % 2], (1.0, None)[number // 2 % 2]
    _, workload = capture(source, tmp_path, seed=100 + number, sessions=sessions)
    check_replay(workload, source, target, tmp_path, speed)
