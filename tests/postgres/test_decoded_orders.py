"""An order system is decoded while it runs: every committed row, and the statement that made it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from pgrehearse.capture.decode.attach import attach
from pgrehearse.capture.decode.files import Decoded
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.replay.plan.plan import Ordering, Sync
from pgrehearse.targets.embedded.cluster import Cluster
from pgrehearse.workload.read import Workload
from tests.apps import order_system
from tests.apps.produced_ids import compared
from tests.conftest import LogMark, superuser
from tests.postgres.conftest import start_cluster, stop_cluster
from tests.postgres.decodings import decoding
from tests.postgres.test_deduced_ids import catalog_of
from tests.postgres.test_production_ids import new_errors
from tests.replaying import replay

SESSIONS, TRANSACTIONS = 8, 60


@pytest.fixture(scope="module", params=[15, 16, 18], ids=["pg15", "pg16", "pg18"])
def source(home: Path, request: pytest.FixtureRequest) -> Iterator[Cluster]:
    """A server of each version whose WAL is logical."""
    cluster = start_cluster(home, request.param, f"orders-{request.param}", wal_level="logical")
    yield cluster
    stop_cluster(cluster)


@pytest.fixture(scope="module")
def captured(source: Cluster, tmp_path_factory: pytest.TempPathFactory) -> tuple[Decoded, Workload]:
    """The order system's traffic: logged, decoded, joined."""
    return capture(source, tmp_path_factory.mktemp("orders"), seed=source.version)


def capture(source: Cluster, folder: Path, *, seed: int) -> tuple[Decoded, Workload]:
    """Run the order system; return the decoded rows, and the workload with them."""
    order_system.create(source)
    mark = LogMark.now(source)
    catalog = catalog_of(source, order_system.DATABASE)
    with decoding(source, order_system.DATABASE, folder / "orders.decoded") as running:
        order_system.run(source, sessions=SESSIONS, transactions=TRANSACTIONS, seed=seed)
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
    """Each statement contains the marker of its rows; most rows have one, and no row has a wrong one."""
    _, workload = captured
    events = workload.events().select("session", "seq", "sql", "params").collect()
    inserts = workload.decoded().filter(pl.col("action") == "insert").collect()
    rows = inserts.join(events, on=["session", "seq"], how="left", maintain_order="left")
    unjoined: list[str] = []
    for row in rows.iter_rows(named=True):
        marker = dict(zip(row["columns"], row["values"], strict=True))["marker"]
        if row["seq"] is None:
            unjoined.append(row["relation"])
            continue
        words = b" ".join([row["sql"], *(value for value in row["params"] or () if value is not None)])
        assert re.search(rb"(?<![\d-])" + marker + rb"(?![\d-])", words), row
    facts = workload.manifest.decoded
    assert facts is not None
    assert facts.rows - facts.joined == len(unjoined)
    assert facts.joined >= 0.98 * facts.rows


def test_decoded_ids_are_productions(source: Cluster, captured: tuple[Decoded, Workload]) -> None:
    """Each id of a row that was joined, also of COPY and INSERT ... SELECT, whose number of rows the log does not show."""
    _, workload = captured
    tables = order_system.SEQUENCES.items()
    produced = {f"public.{name}": order_system.ids(source, table) for table, name in tables}
    found = compared(workload, produced)
    decoded = found.filter(pl.col("how") == "decoded")
    assert decoded["right"].all(), decoded.filter(~pl.col("right"))
    assert decoded.height >= 0.97 * found.height
    counts = {one.name: one.drawn.get("decoded", 0) for one in workload.manifest.generated}
    assert all(counts[name] > 0 for name in produced)


def rows(cluster: Cluster, table: str) -> set[str]:
    """Return the rows of a table without the columns that are random values and clocks."""
    query = f"select (to_jsonb(t) - 'reference' - 'created_at')::text from {table} t"
    with superuser(cluster, order_system.DATABASE) as connection:
        return {str(row[0]) for row in connection.execute(query.encode())}


def check_replay(workload: Workload, source: Cluster, target: Cluster, output: Path) -> None:
    """Replay in the order of production's commits: no statement fails that had not failed, and every table is production's.

    Two statements of the simple protocol that copied into one table at the same time cannot be distinguished: a table with such rows is not compared.
    """
    unjoined = workload.decoded().filter(pl.col("seq").is_null()).collect()["relation"].unique().to_list()
    compared_tables = [table for table in order_system.SEQUENCES if table not in unjoined]
    assert len(compared_tables) >= len(order_system.SEQUENCES) - 2
    order_system.create(target)
    plan = {"order": Ordering(Sync.COMMIT)}
    run, _ = replay(workload, target, output, database=order_system.DATABASE, plan=plan)
    assert new_errors(workload, run) == []
    differences = {table: rows(target, table) ^ rows(source, table) for table in compared_tables}
    assert {table: found for table, found in differences.items() if found} == {}


def test_every_table_is_productions_after_a_replay(
    captured: tuple[Decoded, Workload], source: Cluster, pg18: Cluster, tmp_path: Path
) -> None:
    """With production's ids, also those that a trigger draws, and its COPY rows."""
    check_replay(captured[1], source, pg18, tmp_path / "r.run")


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(20))
def test_every_table_is_productions_in_every_run(source: Cluster, pg18: Cluster, tmp_path: Path, seed: int) -> None:
    """The same in twenty runs with other traffic."""
    _, workload = capture(source, tmp_path, seed=100 + seed)
    check_replay(workload, source, pg18, tmp_path / "r.run")
