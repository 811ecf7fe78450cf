"""The compiled path of plain statements and the path of Python have equal outcomes, for any order of statements of any kind."""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import polars as pl
import pytest
import uvloop
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pgrehearse.base.clock import Timeline
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.prepare.session_selection import SessionCopy
from pgrehearse.replay.prepare.skip_rules import REASONS
from pgrehearse.replay.prepare.spool import BATCH, Rows
from pgrehearse.replay.session.compiled import PLAIN_PATH
from pgrehearse.replay.session.engine import Engine, Limits
from pgrehearse.replay.session.login import Login
from pgrehearse.replay.session.reactor import Reactor
from pgrehearse.replay.session.recorder import Recorder
from pgrehearse.replay.session.script import CONNECT, EXECUTE, PREPARE, QUERY, Script
from pgrehearse.replay.session.session import Session
from pgrehearse.replay.session.session_spec import SessionSpec
from pgrehearse.runs.reasons import ONE_WRITES

if TYPE_CHECKING:
    from psycopg import pq

    from pgrehearse.replay.session.plain_statements import PlainPath
    from pgrehearse.targets.embedded.cluster import Cluster

pytestmark = pytest.mark.skipif(PLAIN_PATH is None, reason="the compiled path was not built")

# Instants and process ids differ between two replays; everything else has to be equal.
COMPARED = ("session", "seq", "copy", "connection", "status", "sqlstate", "reason", "message", "rows")
HASHES = ("rows_hash", "rows_hash_unordered")


class Row(NamedTuple):
    """One row of a session, as ``Rows`` has it in columns."""

    sql: bytes | None
    code: int = QUERY
    name: bytes | None = None
    params: list[bytes | None] | None = None
    types: list[int] | None = None
    pipeline: int | None = None
    deallocates: bool = False
    cancel_after_us: int | None = None
    min_think_us: int | None = None
    skip: int = 0
    copy: memoryview | None = None


def simple(*texts: str) -> list[Row]:
    return [Row(text.encode()) for text in texts]


def executed(sql: str, *params: bytes | None, name: bytes | None = None, **more: Any) -> Row:
    return Row(sql.encode(), EXECUTE, name, list(params), **more)


CONNECTS = Row(None, CONNECT)
ADDS = "select $1::int + 1"
MANY = f"select {' || '.join(f'${n}::text' for n in range(1, 71))}"
QUERIES = simple(
    "select 1",
    "select null, '', 'text', null",
    "select n, repeat('x', n) from generate_series(1, 9) as n",
    "select from generate_series(1, 2)",
    "select 1 where false",
    "select repeat('long', 50000)",
    "select n from generate_series(1, 3000) as n",
    "",
    ";",
    "select 1; select 2, 3",
    "do $$ begin raise notice 'a notice'; end $$",
    "set search_path = public",
    "show search_path",
)
WRITING = simple(
    "begin",
    "commit",
    "rollback",
    "create temp table if not exists written (id int primary key, name text)",
    "insert into written values (1, 'one'), (2, null) returning name, id",
    "update written set name = 'changed'",
    "delete from written",
    "copy (select n from generate_series(1, 5) as n) to stdout",
    "copy (select 1 where false) to stdout",
)
ERRORS = simple(
    "select 1 / 0",
    "select 1; select 1 / 0; select 3",
    "select n, 1 / (n - 900) from generate_series(1, 1000) as n",
    "not sql",
    "select 'é' || no_such_column",
    "do $$ begin raise exception 'own error' using errcode = 'P4711'; end $$",
)
EXECUTED = [
    executed(ADDS, b"41"),
    executed(ADDS, None),
    executed(ADDS, b"no number"),
    executed(ADDS, b"1", b"2"),
    executed("select pg_typeof($1)", b"41", types=[23]),
    executed("select 1"),
    Row(b"select 2", EXECUTE),
    executed(MANY, *[b"x"] * 70),
    executed(ADDS, b"41", name=b"adds"),
    executed("select $1::text", b"other", name=b"adds"),
    executed(ADDS, b"no number", name=b"adds"),
    executed("select no_such_column", name=b"wrong"),
    Row(ADDS.encode(), PREPARE, b"adds"),
    Row(b"deallocate all", deallocates=True),
    executed(ADDS, b"42", name=b"adds"),
]
LEFT_TO_PYTHON = [
    Row(b"select 3", min_think_us=1),
    Row(b"select 4", skip=REASONS.index(ONE_WRITES)),
    Row(b"select pg_sleep(30)", cancel_after_us=20_000),
    Row(b"copy written from stdin", copy=memoryview(b"7\tseven\n8\t\\N\n")),
    Row(b"copy written from stdin"),
]
PIPELINE = [executed(ADDS, b"1", pipeline=0), executed("select 1 / 0", pipeline=0), executed(ADDS, b"2", pipeline=0)]
LOSES_CONNECTION = simple("select pg_terminate_backend(pg_backend_pid())")
ANY = st.sampled_from([*QUERIES, *WRITING, *ERRORS, *EXECUTED, *LEFT_TO_PYTHON, *LOSES_CONNECTION])
# A pipeline is drawn with all of its rows; each has a number of its own.
SESSIONS = st.lists(st.one_of(ANY.map(lambda row: [row]), st.just(PIPELINE)), min_size=1, max_size=90)


def numbered(groups: list[list[Row]]) -> list[Row]:
    """Return the rows of groups in order, with a number for each pipeline."""
    return [
        row if row.pipeline is None else row._replace(pipeline=number)
        for number, group in enumerate(groups)
        for row in group
    ]


class Counted:
    """The compiled path. *sent*: how many statements it has sent for the session, without those that it sent after another."""

    def __init__(self, path: PlainPath) -> None:
        self._path = path
        self.sent = 0

    def send(self, pg: pq.abc.PGconn, row: int) -> bool:
        sent = self._path.send(pg, row)
        self.sent += sent
        return sent

    def readable(self) -> None:
        self._path.readable()


async def run(folder: Path, login: Login, rows: list[Row], limits: Limits, *, compiled: bool) -> Counted | None:
    """Replay one session to its end; return the compiled path. With pacing a statement is due every 2 ms, else each is due at once."""

    def fetch(low: int, high: int) -> Rows:
        batch = rows[low:high]
        cells: dict[str, list[Any]] = {name: [getattr(row, name) for row in batch] for name in Row._fields}
        due_us = [number * 2_000 if limits.paced else 0 for number in range(low, high)]
        cells |= {"seq": list(range(low, high)), "due_us": due_us}
        return Rows(**{item.name: cells.get(item.name, [None] * len(batch)) for item in fields(Rows)})

    reactor = Reactor(asyncio.get_running_loop(), Timeline.starting_in(0))
    recorder = Recorder(folder, 0)
    engine = Engine(reactor, recorder, limits, passwords=Passwords(""))
    spec = SessionSpec(SessionCopy(7, 0, 0), login)
    session = Session(engine.context, spec, Script(fetch, 0, len(rows)), engine.session_ended)
    counted = Counted(session._plain) if session._plain is not None and compiled else None
    session._plain = cast("PlainPath | None", counted)
    engine.start([session], [0])
    try:
        await asyncio.wait_for(engine.finished, 60)
    finally:
        reactor.close()
    recorder.flush(last=True)
    return counted


def outcomes(cluster: Cluster, rows: list[Row], limits: Limits, *, compiled: bool) -> tuple[pl.DataFrame, int]:
    """Return the outcomes of a session by one of the paths, and how many statements it gave to the compiled path."""
    with tempfile.TemporaryDirectory() as directory:
        folder = Path(directory)
        (folder / "outcomes").mkdir()
        login = Login(cluster.endpoint(), "pgrehearse", read_only=False)
        counted = uvloop.run(run(folder, login, [CONNECTS, *rows], limits, compiled=compiled))
        parts = [pl.read_parquet(part, glob=False) for part in sorted((folder / "outcomes").glob("*.parquet"))]
    return pl.concat(parts).sort("seq"), counted.sent if counted is not None else 0


LIMITS = Limits(paced=False, max_open=1, wait_timeout_us=1_000_000)


def test_the_compiled_path_is_taken_by_plain_statements_only(pg18: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """The session gives it the first one of each batch of rows, and completes none of them; statements of other kinds do not take it."""
    completed: list[int] = []
    complete = Session._complete

    def counted(session: Session) -> None:
        completed.append(session.script.position)
        complete(session)

    monkeypatch.setattr(Session, "_complete", counted)
    found, sent = outcomes(pg18, QUERIES * 10, LIMITS, compiled=True)
    assert found["status"].to_list() == ["ok"] * (1 + 10 * len(QUERIES))
    assert (sent, completed) == (-(-(1 + 10 * len(QUERIES)) // BATCH), [])
    assert outcomes(pg18, LEFT_TO_PYTHON[:3], LIMITS, compiled=True)[1] == 0
    assert completed == [1, 3]  # the second one is skipped


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SESSIONS, st.booleans(), st.sampled_from([None, 0, 3]))
@example([[row] for row in (*QUERIES, *WRITING, *ERRORS, *EXECUTED, *LEFT_TO_PYTHON)], False, 0)
@example([[row] for row in (*WRITING, *QUERIES, *LOSES_CONNECTION, *EXECUTED)] + [PIPELINE] + [QUERIES], True, 3)
def test_both_paths_have_equal_outcomes(
    pg18: Cluster, groups: list[list[Row]], paced: bool, hash_rows: int | None
) -> None:
    """Results, errors, COPY, notices, lost connections, prepared statements of one name: everything but the times is equal."""
    limits = replace(LIMITS, paced=paced, hash_results=hash_rows is not None, hash_rows=hash_rows or 0)
    rows = numbered(groups)
    by_python, none = outcomes(pg18, rows, limits, compiled=False)
    compiled, _ = outcomes(pg18, rows, limits, compiled=True)
    assert none == 0
    assert compiled.height == len(rows) + 1
    for name in (*COMPARED, *HASHES):
        assert compiled[name].to_list() == by_python[name].to_list(), name
    for column in ("ready_us", "sent_us", "done_us"):
        assert compiled[column].is_null().to_list() == by_python[column].is_null().to_list(), column
    # All rows of a pipeline are sent when the first one is due.
    alone = compiled.filter(pl.col("seq").is_in([seq for seq, row in enumerate(rows, 1) if row.pipeline is None]))
    assert alone.filter(pl.col("sent_us") < pl.max_horizontal("ready_us", "due_us")).is_empty()
    assert compiled.filter(pl.col("done_us") < pl.col("sent_us")).is_empty()
