"""COPY FROM STDIN is replayed with the rows that it had in production: capture, decode, join, replay, and compare the tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from pgrehearse.capture.decode.attach import attach
from pgrehearse.capture.decode.files import Decoded
from pgrehearse.replay.session import libpq
from pgrehearse.runs.read import Run
from pgrehearse.targets.embedded.cluster import Cluster
from pgrehearse.workload.read import Workload
from tests.conftest import LogMark, connect, superuser
from tests.postgres.conftest import dropped, made
from tests.postgres.decodings import decoding
from tests.postgres.test_decode import stored
from tests.replaying import replay

DATABASE = "copies"
SCHEMA = """
create table notes (id int, text text, data bytea, list text[], doc jsonb, at timestamptz, amount numeric, span interval);
create table lines (id serial, name text, price numeric default 1.5, twice numeric generated always as (price * 2) stored);
create table logged (name text);
create function log_line() returns trigger language plpgsql as $$ begin insert into logged values (new.name); return new; end $$;
create trigger log_line after insert on lines for each row execute function log_line();
create unlogged table scratch (n int);
"""
NASTY = [
    "plain",
    "",
    "tab\there",
    "line\nfeed",
    "carriage\rreturn",
    "back\\slash",
    "\\N",
    "\\.",
    "\b\f\v",
    "ü€😀",
    "\x01\x7f",
]


@pytest.fixture(scope="module")
def source(home: Path) -> Iterator[Cluster]:
    """The server of production; its WAL is logical."""
    cluster = made(home, 16, "copies-source", wal_level="logical")
    yield cluster
    dropped(cluster)


def create(cluster: Cluster) -> None:
    with superuser(cluster) as connection:
        connection.execute(f"drop database if exists {DATABASE} with (force)".encode())
        connection.execute(f"create database {DATABASE}".encode())
    with superuser(cluster, DATABASE) as connection:
        connection.execute(SCHEMA)


class Production:
    """A source whose traffic is logged and decoded."""

    def __init__(self, source: Cluster, folder: Path) -> None:
        self.source, self._folder = source, folder

    def workload(self, *copies: tuple[str, bytes | list[tuple[object, ...]]], begin: bool = False) -> Workload:
        """Run COPYs in one session (in one transaction if *begin*), each with its data or its rows; return the workload with decoded rows."""
        create(self.source)
        mark = LogMark.now(self.source)
        with decoding(self.source, DATABASE, self._folder / "d.decoded") as running:
            with connect(self.source, DATABASE) as app, app.cursor() as cursor:
                if begin:
                    app.execute("begin")
                for text, data in copies:
                    if not text.startswith("copy"):
                        app.execute(text.encode())
                        continue
                    with cursor.copy(text.encode()) as copy:
                        if isinstance(data, bytes):
                            copy.write(data)
                        else:
                            for row in data:
                                copy.write_row(row)
                if begin:
                    app.execute("commit")
            workload = mark.capture(self._folder, "w")
            decoded = running.decoded()
        attach(workload.path, [decoded])
        return Workload.verified(workload.path)


@pytest.fixture
def production(source: Cluster, tmp_path: Path) -> Production:
    return Production(source, tmp_path)


def replayed(workload: Workload, target: Cluster, tmp_path: Path) -> Run:
    create(target)
    run, _ = replay(workload, target, tmp_path / "r.run", database=DATABASE)
    return run


def same(source: Cluster, target: Cluster, query: str) -> list[tuple[object, ...]]:
    """Return the rows of a query, which are the same on both servers."""
    rows = stored(source, DATABASE, query)
    assert stored(target, DATABASE, query) == rows
    return rows


def outcomes(run: Run) -> list[tuple[str, int | None, str | None]]:
    """Return status, rows and reason of each COPY."""
    events = run.outcomes().filter(pl.col("status").is_in(["ok", "failed", "skipped"]))
    return events.select("status", "rows", "reason").rows()


@pytest.mark.parametrize("version", [16, 18])
def test_rows_of_every_kind_are_sent_as_they_were(
    production: Production, version: int, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """NULL, empty texts, every character that COPY escapes, bytea, arrays, JSON, infinite times, intervals."""
    target: Cluster = request.getfixturevalue(f"pg{version}")
    rows: list[tuple[object, ...]] = [
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
    ]
    rows += [
        (None, None, None, None, None, "infinity", "-1e-20", "1 year"),
        (99, "last", None, None, None, None, None, None),
    ]
    workload = production.workload(("copy notes from stdin", rows))
    run = replayed(workload, target, tmp_path)
    found = same(production.source, target, "select notes::text from notes order by id")
    assert len(found) == len(rows)
    assert ("ok", len(rows), None) in outcomes(run)


def test_other_formats_lists_of_columns_and_triggers(production: Production, pg18: Cluster, tmp_path: Path) -> None:
    """CSV and binary are sent as text; only the columns of the COPY, in its order; rows of triggers are made again by the trigger."""
    binary = b"PGCOPY\n\xff\r\n\0" + bytes(8) + b"\0\1\0\0\0\3bin" + b"\xff\xff"
    workload = production.workload(
        (
            "copy lines (price, name) from stdin with (format csv, header, quote '''')",
            b"price,name\n2.5,'a,b'\n3,''\n,c\n",
        ),
        ("copy lines (name) from stdin binary", binary),
        ("copy lines (name) from stdin with (delimiter '|', null 'none')", b"none\nx\n"),
        ("copy lines (name, price) from stdin where price > 5", b"low\t1\nhigh\t9\n"),
    )
    decoded = workload.manifest.decoded
    assert decoded is not None
    assert (decoded.copies, decoded.copies_unknown) == (4, 0)
    run = replayed(workload, pg18, tmp_path)
    rows = same(production.source, pg18, "select name, price, twice from lines order by name, price")
    assert len(rows) == 7
    same(production.source, pg18, "select name from logged order by name")
    assert [rows for status, rows, _ in outcomes(run) if status == "ok" and rows] == [3, 1, 2, 1]


def test_a_large_copy_is_sent_in_pieces(production: Production, pg18: Cluster, tmp_path: Path) -> None:
    """Many times what a socket and libpq take at once; other sessions of the worker are not held up by it."""
    rows: list[tuple[object, ...]] = [(n, "x" * 500) for n in range(20_000)]
    workload = production.workload(("copy notes (id, text) from stdin", rows))
    assert 100 * libpq.COPY_BYTES < 20_000 * 500
    run = replayed(workload, pg18, tmp_path)
    same(production.source, pg18, "select count(*), sum(id), sum(length(text)), min(id), max(id) from notes")
    assert ("ok", 20_000, None) in outcomes(run)
    assert not list((tmp_path / "r.run").glob("*.copies"))


def test_rows_beside_other_inserts_of_the_transaction(production: Production, pg18: Cluster, tmp_path: Path) -> None:
    """The COPY has the rows between those of VALUES; two COPYs into one table cannot be divided, and both are skipped."""
    insert = ("insert into notes (id) values (1), (2)", b"")
    workload = production.workload(insert, ("copy notes (id) from stdin", b"10\n11\n12\n"), insert, begin=True)
    replayed(workload, pg18, tmp_path)
    rows = same(production.source, pg18, "select id from notes order by id")
    assert [row[0] for row in rows] == [1, 1, 2, 2, 10, 11, 12]
    workload = production.workload(
        ("copy notes (id) from stdin", b"1\n"), ("copy notes (id) from stdin", b"2\n3\n"), begin=True
    )
    decoded = workload.manifest.decoded
    assert decoded is not None
    assert (decoded.copies, decoded.copies_unknown) == (0, 2)
    run = replayed(workload, pg18, tmp_path)
    reasons = [reason for status, _, reason in outcomes(run) if status == "skipped"]
    assert reasons == ["COPY data is not in the log"] * 2


def test_what_is_not_decoded_is_skipped(production: Production, pg18: Cluster, tmp_path: Path) -> None:
    """An unlogged table has no rows in the WAL."""
    workload = production.workload(("copy scratch from stdin", b"1\n2\n"), ("copy notes (id) from stdin", b"1\n"))
    run = replayed(workload, pg18, tmp_path)
    same(production.source, pg18, "select id from notes")
    assert stored(pg18, DATABASE, "select count(*) from scratch") == [(0,)]
    assert [reason for status, _, reason in outcomes(run) if status == "skipped"] == ["COPY data is not in the log"]


def test_a_read_only_replay_does_not_send_it(production: Production, pg18: Cluster, tmp_path: Path) -> None:
    """It writes."""
    workload = production.workload(("copy notes (id) from stdin", b"1\n"))
    create(pg18)
    run, _ = replay(workload, pg18, tmp_path / "r.run", database=DATABASE, writes=False)
    reasons = {reason for status, _, reason in outcomes(run) if status == "skipped"}
    assert reasons == {"it writes, and the replay is read-only"}


def test_changed_rows_are_refused(production: Production, tmp_path: Path) -> None:
    """The decoded rows have a digest of their own in the manifest."""
    workload = production.workload(("copy notes (id) from stdin", b"1\n"))
    decoded = Decoded.open(tmp_path / "d.decoded")
    assert decoded.manifest.changes == 1
    workload.decoded().collect().with_columns(pl.lit(0, pl.Int64).alias("xid")).write_parquet(
        workload.home / "decoded.parquet"
    )
    with pytest.raises(Exception, match="does not match the digest in the manifest"):
        Workload.verified(workload.path)
