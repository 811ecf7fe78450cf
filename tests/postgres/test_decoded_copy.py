"""COPY FROM STDIN is replayed with the rows that it had in production: capture, decode, join, replay, and compare the tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import polars as pl
import psycopg
import pytest

from pgrehearse.base.errors import BadInput
from pgrehearse.capture.decode.attach import attach
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.replay.session import libpq
from pgrehearse.runs.read import Run
from pgrehearse.targets.embedded.cluster import Cluster
from pgrehearse.workload.read import Workload
from tests.conftest import LogMark, connect, new_database
from tests.postgres.conftest import start_cluster, stop_cluster
from tests.postgres.decodings import decoding
from tests.postgres.test_decode import stored
from tests.replaying import replay

DATABASE = "copies"
SCHEMA = """
create table notes (id int, text text, data bytea, list text[], doc jsonb, at timestamptz, amount numeric, span interval);
create table lines (id serial, name text, price numeric default 1.5, twice numeric generated always as (price * 2) stored,
    key uuid default gen_random_uuid());
create table logged (name text, at timestamptz default clock_timestamp());
create function log_line() returns trigger language plpgsql as $$ begin insert into logged (name) values (new.name); return new; end $$;
create trigger log_line after insert on lines for each row execute function log_line();
create table large (id int, text text);
create table mixed (id int);
create table twice (id int);
create table checked (id int check (id > 0));
create unlogged table scratch (id int);
"""
NASTY = [
    "plain",
    "",
    "tab\there",
    "line\nfeed",
    "return\rhere",
    "back\\slash",
    "\\N",
    "\\.",
    "\b\f\v",
    "ü€😀",
    "\x01\x7f",
]
KINDS: list[tuple[object, ...]] = [
    *(
        (
            n,
            text,
            text.encode() * 3,
            [text, None, "a"],
            '{"a": "b\\\\c"}',
            "2026-03-29 02:30:00+02",
            "NaN",
            "-1 day 02:03:04",
        )
        for n, text in enumerate(NASTY)
    ),
    (None, None, None, None, None, "infinity", "-1e-20", "1 year"),
    (99, "last", None, None, None, None, None, None),
]
BINARY = b"PGCOPY\n\xff\r\n\0" + bytes(8) + b"\0\1\0\0\0\3bin" + b"\xff\xff"
LARGE = 20_000
ROW = "x" * 500


class Client:
    """A session of production."""

    def __init__(self, connection: psycopg.Connection[tuple[object, ...]]) -> None:
        self.run = connection.execute
        self._connection = connection

    def copy(self, text: str, *data: bytes | tuple[object, ...]) -> None:
        """COPY FROM STDIN with its data, or with rows."""
        with self._connection.cursor() as cursor, cursor.copy(text.encode()) as copy:
            for part in data:
                if isinstance(part, bytes):
                    copy.write(part)
                else:
                    copy.write_row(part)


def traffic(app: Client) -> None:
    """COPYs of every form, and statements beside them."""
    app.copy("copy notes from stdin", *KINDS)
    csv = "copy lines (price, name) from stdin with (format csv, header, quote '''')"
    app.copy(csv, b"price,name\n2.5,'a,b'\n3,''\n,c\n")
    app.copy("copy lines (name) from stdin binary", BINARY)
    app.copy("copy lines (name) from stdin with (delimiter '|', null 'none')", b"none\nx\n")
    app.copy("copy lines (name, price) from stdin where price > 5", b"low\t1\nhigh\t9\n")
    app.copy("copy large from stdin", *((n, ROW) for n in range(LARGE)))
    app.run("begin")
    app.run("insert into mixed (id) values (1), (2)")
    app.copy("copy mixed from stdin", b"10\n11\n12\n")
    app.run("insert into mixed (id) values (1), (2)")
    app.run("commit")
    app.run("begin")
    app.copy("copy twice from stdin", b"1\n")
    app.copy("copy twice from stdin", b"2\n3\n")
    app.run("commit")
    app.copy("copy scratch from stdin", b"1\n2\n")
    app.run("begin")
    app.copy("copy mixed from stdin", b"20\n")
    app.run("rollback")
    with pytest.raises(psycopg.errors.CheckViolation):
        app.copy("copy checked from stdin", b"1\n-1\n")


@pytest.fixture(scope="module")
def source(home: Path) -> Iterator[Cluster]:
    """The server of production; its WAL is logical."""
    cluster = start_cluster(home, 16, "copies-source", wal_level="logical")
    yield cluster
    stop_cluster(cluster)


def create(cluster: Cluster) -> None:
    new_database(cluster, DATABASE, SCHEMA)


@pytest.fixture(scope="module")
def workload(source: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Workload:
    """The traffic, captured with its decoded rows."""
    folder = tmp_path_factory.mktemp("copies")
    create(source)
    mark = LogMark.now(source)
    with decoding(source, DATABASE, folder / "d.decoded") as running:
        with connect(source, DATABASE) as connection:
            traffic(Client(connection))
        decoded = running.decoded()
    workload = mark.capture(folder, "w")
    attach(CaptureOptions((), workload.path), [decoded])
    return Workload.verified(workload.path)


@pytest.fixture(scope="module", params=[16, 18], ids=["pg16", "pg18"])
def target(request: pytest.FixtureRequest) -> Cluster:
    cluster: Cluster = request.getfixturevalue(f"pg{request.param}")
    create(cluster)
    return cluster


@pytest.fixture(scope="module")
def run(workload: Workload, target: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The replay on each version."""
    run, _ = replay(workload, target, tmp_path_factory.mktemp("run") / "r.run", database=DATABASE)
    return run


def same(source: Cluster, target: Cluster, query: str) -> list[tuple[object, ...]]:
    """Return the rows of a query, which are the same on both servers."""
    rows = stored(source, DATABASE, query)
    assert stored(target, DATABASE, query) == rows
    return rows


def of_copies(run: Run, workload: Workload) -> list[tuple[str, int | None, str | None]]:
    """Return status, rows and reason of each COPY, in order."""
    copies = workload.events().filter(pl.col("sql").cast(pl.String).str.starts_with("copy")).select("session", "seq")
    outcomes = copies.join(run.outcomes(), on=["session", "seq"]).sort("session", "seq").collect()
    return outcomes.select("status", "rows", "reason").rows()


def test_rows_of_every_kind_are_sent_as_they_were(
    source: Cluster, target: Cluster, run: Run, workload: Workload
) -> None:
    """NULL, empty texts, every character that COPY escapes, bytea, arrays, JSON, infinite times, intervals."""
    assert of_copies(run, workload)[0] == ("ok", len(KINDS), None)
    assert len(same(source, target, "select notes::text from notes order by id")) == len(KINDS)


def test_other_formats_lists_of_columns_and_triggers(
    source: Cluster, target: Cluster, run: Run, workload: Workload
) -> None:
    """CSV and binary are sent as text; only the columns of the COPY, in its order; rows of triggers are made by the target's trigger. Defaults
    return production's values, also in rows of the trigger."""
    assert of_copies(run, workload)[1:5] == [("ok", count, None) for count in (3, 1, 2, 1)]
    assert len(same(source, target, "select name, price, twice, key from lines order by name, price, key")) == 7
    assert len(same(source, target, "select name, at from logged order by name, at")) == 7
    assert run.manifest.ids is not None
    assert [(one.column, one.known, one.own) for one in run.manifest.ids.values] == [
        ("public.lines.key", 7, 0),
        ("public.logged.at", 7, 0),
    ]


def test_a_large_copy_is_sent_in_pieces(source: Cluster, target: Cluster, run: Run, workload: Workload) -> None:
    """Many times what a socket and libpq take at once. Its file is removed."""
    assert LARGE * len(ROW) > 100 * libpq.COPY_BYTES
    assert of_copies(run, workload)[5] == ("ok", LARGE, None)
    query = "select count(*), sum(id), sum(length(text)), min(id), max(id) from large"
    assert same(source, target, query)[0][0] == LARGE
    assert not list(run.path.glob("*.copies"))


def test_rows_beside_other_inserts_of_the_transaction(
    source: Cluster, target: Cluster, run: Run, workload: Workload
) -> None:
    """The COPY has the rows between those of VALUES."""
    assert of_copies(run, workload)[6] == ("ok", 3, None)
    rows = same(source, target, "select id from mixed order by id")
    assert [row[0] for row in rows] == [1, 1, 2, 2, 10, 11, 12]


def test_copies_whose_rows_are_not_known_are_skipped(target: Cluster, run: Run, workload: Workload) -> None:
    """Two COPYs of one transaction into one table; an unlogged table; a transaction that was rolled back; a COPY that failed."""
    assert of_copies(run, workload)[7:] == [("skipped", None, "COPY data is not in the log")] * 5
    assert stored(target, DATABASE, "select (select count(*) from twice), (select count(*) from scratch)") == [(0, 0)]
    decoded = workload.manifest.decoded
    assert decoded is not None
    assert (decoded.copies, decoded.copies_unknown) == (7, 4)


def test_a_read_only_replay_sends_no_copy(workload: Workload, pg18: Cluster, tmp_path: Path) -> None:
    """It writes."""
    create(pg18)
    run, _ = replay(workload, pg18, tmp_path / "r.run", database=DATABASE, writes=False)
    assert {row[2] for row in of_copies(run, workload)[:7]} == {"it writes, and the replay is read-only"}


def test_changed_rows_are_refused(workload: Workload) -> None:
    """The decoded rows have a digest of their own in the manifest."""
    path = workload.home / "decoded.parquet"
    content = path.read_bytes()
    try:
        path.write_bytes(content[:-1] + b"x")
        with pytest.raises(BadInput, match="does not match the digest in the manifest"):
            Workload.verified(workload.path)
    finally:
        path.write_bytes(content)
