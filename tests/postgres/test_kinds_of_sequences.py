"""Deduced ids for each kind of sequence and of statement: sessions take turns, so that every id is known to the client."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import polars as pl
import psycopg
import pytest

from pgrehearse.base import event_loop
from pgrehearse.capture.options import Selection
from pgrehearse.targets.catalog_reader import read_catalog
from tests.conftest import LogMark, connect, superuser

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload


@dataclass
class Clients:
    """Sessions ``app 0``, ``app 1`` ...; *drawn*: by session the ids that its statements with RETURNING (or nextval) returned."""

    connections: list[psycopg.Connection[tuple[object, ...]]]
    drawn: dict[str, list[int]] = field(default_factory=dict)

    def run(self, session: int, text: str, *values: object) -> list[int]:
        """Execute a statement and keep the ids that it returns; a failure is expected of a text that has ``fail``."""
        connection = self.connections[session]
        try:
            cursor = connection.execute(text.encode(), values or None)
        except psycopg.Error:
            assert "fail" in text
            return []
        ids = [int(str(row[0])) for row in cursor] if cursor.description else []
        if "returning" in text or "nextval" in text:
            self.drawn.setdefault(f"app {session}", []).extend(ids)
        return ids


def pinned(workload: Workload, sequence: str = "") -> dict[str, list[int]]:
    """Return the ids that are pinned for the statements that return them, by session."""
    events = workload.events().select("session", "seq", pl.col("sql").cast(pl.String)).collect()
    names = workload.sessions().select("session", pl.col("application_name").alias("name"))
    pins = workload.pins().filter((pl.col("sequence") == sequence) | (sequence == ""))
    rows = (
        pins.join(events, on=["session", "seq"])
        .filter(pl.col("sql").str.contains("returning|nextval"))
        .join(names, on="session")
        .sort("session", "seq")
        .explode("ids")
    )
    return {name: part["ids"].to_list() for (name,), part in rows.group_by("name", maintain_order=True)}


class Turns:
    """One database with sessions that take turns."""

    def __init__(self, server: Cluster, database: str, folder: Path) -> None:
        self.server, self.database, self.folder = server, database, folder

    def captured(
        self, schema: str, *turns: tuple[object, ...], sessions: int = 3, resolved: bool = True, **more: Any
    ) -> tuple[Clients, Workload]:
        """Create a schema, run statements (session, text, values ...), and capture them."""
        with superuser(self.server, self.database) as connection:
            connection.execute(schema.encode())
        mark = LogMark.now(self.server)
        catalog = event_loop.run(read_catalog(self.server.endpoint(), {self.database}))
        with ExitStack() as stack:
            connections = [
                stack.enter_context(connect(self.server, self.database, application=f"app {number}"))
                for number in range(sessions)
            ]
            for connection in connections:
                # Prepared: the log shows the order of statements that do not overlap by their bind records.
                connection.prepare_threshold = 0
            clients = Clients(connections)
            for session, text, *values in turns:
                clients.run(int(str(session)), str(text), *values)
        return clients, mark.capture(
            self.folder, "turns", catalog=catalog if resolved else None, columns=None if resolved else catalog, **more
        )


@pytest.fixture
def turns(server: Cluster, database: str, tmp_path: Path) -> Turns:
    return Turns(server, database, tmp_path)


INSERT = "insert into t (v) values (%s) returning id"
SERIAL = "create table t (id serial primary key, v text not null)"


def test_a_cache_gives_each_session_its_own_run(turns: Turns) -> None:
    """A session draws ten ids at once and uses them one by one."""
    schema = f"{SERIAL}; alter sequence t_id_seq cache 10"
    clients, workload = turns.captured(schema, *((number * 7 % 3, INSERT, "x") for number in range(45)))
    assert pinned(workload) == clients.drawn
    assert workload.manifest.generated[0].cache == 10


@pytest.mark.parametrize("increment", ["by 50", "by -3", "by 2 start 100"])
def test_increments(turns: Turns, increment: str) -> None:
    """Up and down."""
    schema = (
        f"create sequence numbers increment {increment}; create table t (id bigint default nextval('numbers'), v text)"
    )
    clients, workload = turns.captured(schema, *((number % 3, INSERT, "x") for number in range(6)))
    assert pinned(workload) == clients.drawn


def test_calls_of_nextval(turns: Turns) -> None:
    """By a literal, by a parameter, in VALUES; two sequences in one text."""
    schema = "create sequence a; create sequence b start 500; create table t (id bigint, v text)"
    clients, workload = turns.captured(
        schema,
        (0, "select nextval('a')"),
        (1, "select nextval(%s)", "b"),
        (0, "select nextval('b')"),
        (1, "insert into t values (nextval('a'), 'x') returning id"),
        (2, "select nextval('public.a'::regclass)"),
    )
    assert pinned(workload) == clients.drawn


def test_statements_that_fail_draw_too(turns: Turns) -> None:
    """Those that fail before they are executed do not; what is rolled back stays drawn."""
    _, workload = turns.captured(
        f"{SERIAL}; alter table t add check (v <> 'fail')",
        (0, INSERT, "a"),
        (1, "insert into t (v) values ('fail')"),
        (1, "insert into t (v) values (fail)"),
        (0, "begin"),
        (0, INSERT, "b"),
        (0, "rollback"),
        (2, "insert into t (v) values ('c') on conflict do nothing returning id"),
        (2, INSERT, "d"),
    )
    ids = workload.pins()["ids"].explode().to_list()
    assert sorted(ids) == [1, 2, 3, 4, 5]
    assert pinned(workload) == {"app 0": [1, 3], "app 2": [4, 5]}


def test_rows_that_give_their_id_draw_none(turns: Turns) -> None:
    """DEFAULT, an id, several rows, a query without rows of tables."""
    clients, workload = turns.captured(
        "create table t (id int generated by default as identity primary key, v text)",
        (0, "insert into t values (default, 'a'), (700, 'b'), (default, 'c') returning id"),
        (1, "insert into t (id, v) overriding user value values (9, 'x') returning id"),
        (2, "insert into t (v) select 'y' returning id"),
        (0, "with made as (insert into t (v) values ('z') returning id) select id from made"),
    )
    assert clients.drawn == {"app 0": [1, 700, 2, 5], "app 1": [3], "app 2": [4]}
    assert pinned(workload) == {"app 0": [1, 2, 5], "app 1": [3], "app 2": [4]}


def test_a_copy_is_counted_by_the_ids_behind_it(turns: Turns) -> None:
    """A later use shows by how much: the rows of the copy are known too."""
    schema = f"{SERIAL}; create table child (t_id int references t)"
    _, workload = turns.captured(
        schema,
        (0, INSERT, "a"),
        (1, "insert into t (v) select 'many' from generate_series(1, 6)"),
        (0, "begin"),
        (0, INSERT, "b"),
        (0, "insert into child values (8)"),
        (0, "commit"),
        (2, INSERT, "c"),
    )
    rows = workload.pins().sort("session", "seq").select("ids", "how").rows()
    assert rows == [
        ([1], ["order"]),
        ([8], ["confirmed"]),
        ([2, 3, 4, 5, 6, 7], ["order"] * 6),
        ([9], ["order"]),
    ]


def test_rows_of_arrays_are_counted(turns: Turns) -> None:
    """By the elements of the parameter; commas in strings are not separators."""
    batch = "insert into t (v) select * from unnest(%s::text[]) returning id"
    clients, workload = turns.captured(
        SERIAL, (0, batch, ["a", "b,c", 'd"e,']), (1, INSERT, "x"), (2, batch, []), (0, batch, ["y"]), (1, INSERT, "z")
    )
    assert pinned(workload) == {name: ids for name, ids in clients.drawn.items() if ids}
    assert set(workload.pins()["how"].explode()) == {"order"}


def test_partitions_and_children_share_the_sequence(turns: Turns) -> None:
    """Inserts into the parent and into a part."""
    schema = (
        "create table t (id bigserial, v text) partition by list (v); create table t_a partition of t for values in ('a');"
        "create table t_b partition of t for values in ('b'); create table kid () inherits (plain)"
    )
    clients, workload = turns.captured(
        f"create table plain (id serial, v text); {schema}",
        (0, INSERT, "a"),
        (1, "insert into t_b (v) values ('b') returning id"),
        (2, INSERT, "b"),
        (0, "insert into plain (v) values ('p') returning id"),
        (1, "insert into kid (v) values ('k') returning id"),
    )
    assert pinned(workload) == clients.drawn


def test_uses_of_a_pooled_session_confirm_only_in_their_transaction(turns: Turns) -> None:
    """A server connection of a pooler has the transactions of many clients: another client may use another id."""
    script = (
        (0, INSERT, "a"),
        (1, INSERT, "b"),
        (1, "select from t where id = %s", 1),
        (0, "select from t where id = %s", 2),
    )
    for pooled, how in ((None, {"confirmed", "order"}), (Selection(users=frozenset({"postgres"})), {"order"})):
        _, workload = turns.captured(f"drop table if exists t; {SERIAL}", *script, pooled=pooled)
        assert set(workload.pins()["how"].explode()) <= how
        assert sorted(workload.pins()["ids"].explode().to_list()) == [1, 2]


def test_the_catalog_of_the_source_shows_ids_too(turns: Turns) -> None:
    """Names are not resolved with --source: a name that one table has means this table."""
    clients, workload = turns.captured(SERIAL, (0, INSERT, "a"), (1, INSERT, "b"), (0, INSERT, "c"), resolved=False)
    assert pinned(workload) == clients.drawn


def test_each_tenant_has_its_own_sequence(turns: Turns) -> None:
    """The search path decides which table a name means."""
    schema = "; ".join(f"create schema s{n}; create table s{n}.t (id serial, v text)" for n in range(2))
    clients, workload = turns.captured(
        schema,
        (0, "set search_path to s0"),
        (1, "set search_path to s1"),
        (0, INSERT, "a"),
        (0, INSERT, "b"),
        (1, INSERT, "c"),
        (0, INSERT, "d"),
        (1, "insert into s0.t (v) values ('e') returning id"),
        sessions=2,
    )
    assert pinned(workload) == clients.drawn
    assert sorted(set(workload.pins()["sequence"])) == ["s0.t_id_seq", "s1.t_id_seq"]


@pytest.mark.parametrize(
    "reset",
    [
        "select setval('t_id_seq', 100)",
        "alter sequence t_id_seq restart with 101",
        "truncate t restart identity",
        "alter table t alter id restart with 101",
    ],
)
def test_ids_behind_a_reset_are_guessed(turns: Turns, reset: str) -> None:
    """A sequence that is set to another value is not followed."""
    table = "create table t (id bigint generated by default as identity, v text)"
    _, workload = turns.captured(
        table, (0, INSERT, "a"), (1, INSERT, "b"), (2, reset), (0, INSERT, "c"), (1, INSERT, "d")
    )
    how = workload.pins().sort("session", "seq")["how"].explode().to_list()
    assert sorted(how) == ["guessed", "guessed", "order", "order"]
    assert any("set sequences to other values" in note for note in workload.manifest.notes)


def test_a_use_of_some_rows_confirms_the_nearest_draw(turns: Turns) -> None:
    """Three rows are drawn and one is used; the others follow in order."""
    schema = f"{SERIAL}; create table child (t_id int references t)"
    _, workload = turns.captured(
        schema,
        (1, INSERT, "a"),
        (0, "begin"),
        (0, "insert into t (v) values ('b'), ('c'), ('d') returning id"),
        (0, "insert into child values (%s)", 3),
        (0, "commit"),
        (1, INSERT, "e"),
    )
    pins = workload.pins().sort("session", "seq").select("ids", "how").rows()
    assert sorted(pins) == [([1], ["order"]), ([2, 3, 4], ["order", "confirmed", "order"]), ([5], ["order"])]
