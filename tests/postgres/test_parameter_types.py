"""Types of parameters, which no log contains: production's rows and the replay's, from real servers."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from psycopg import pq

from pgrehearse.replay.plan.types_file import FixedType, FixedTypes
from tests.conftest import SAMPLES, LogMark, superuser
from tests.replaying import replay

if TYPE_CHECKING:
    from pgrehearse.runs.fitness_values import Fitness
    from pgrehearse.runs.read import Run
    from pgrehearse.targets.embedded.cluster import Cluster

FAULTS = SAMPLES / "faults" / "replay"


@dataclass(frozen=True)
class Bench:
    """A server that is first production and then the target, and a folder."""

    server: Cluster
    folder: Path

    def rehearse(self, setup: str, traffic: Any, tables: tuple[str, ...], **more: Any) -> Rehearsed:
        """Run the traffic, restore the database, replay, and return production's rows and the replay's."""
        self.run(setup)
        start = LogMark.now(self.server)
        traffic(self.dsn)
        workload = start.capture(self.folder, "traffic")
        production = {name: self.rows(name) for name in tables}
        self.run(setup)
        run, fit = replay(workload, self.server, self.folder / "traffic.run", **more)
        return Rehearsed(run, fit, production, {name: self.rows(name) for name in tables})

    @property
    def dsn(self) -> str:
        return f"host=127.0.0.1 port={self.server.port} user=postgres dbname=postgres application_name=driver"

    def run(self, setup: str) -> None:
        with superuser(self.server) as connection:
            connection.execute(setup)

    def rows(self, table: str) -> list[tuple[object, ...]]:
        with superuser(self.server) as connection:
            return connection.execute(f"select t::text from {table} t order by 1").fetchall()


@dataclass(frozen=True)
class Rehearsed:
    """A replay: its *run*, its fitness, production's rows by table, and the target's."""

    run: Run
    fit: Fitness
    production: dict[str, list[tuple[object, ...]]]
    target: dict[str, list[tuple[object, ...]]]


@pytest.fixture
def bench(pg18: Cluster, tmp_path: Path) -> Bench:
    return Bench(pg18, tmp_path)


def script(name: str) -> Any:
    """Return the traffic of a sample."""

    def run(dsn: str) -> None:
        subprocess.run([sys.executable, str(FAULTS / name), dsn], check=True, timeout=60)

    return run


def test_types_that_change_the_result_without_an_error(bench: Bench) -> None:
    """Numerics among integers, bytes, integers beside jsonb, text that looks like a number: stored as in production, or reported as open."""
    setup = """drop table if exists got, doc; create table got (k text, v text); create table doc (j jsonb);
               insert into doc values ('["a", "b"]')"""
    rehearsed = bench.rehearse(setup, script("07-parameter-types.py"), ("got", "doc"))
    assert rehearsed.target["doc"] == rehearsed.production["doc"] == [('("[""b""]")',)]
    assert set(rehearsed.production["got"]) - set(rehearsed.target["got"]) == {('("half of 5",2.5000000000000000)',)}
    half = next(parameter for parameter in rehearsed.run.manifest.types.open if "/ ?" in parameter.sql)
    assert (half.parameter, half.sent, half.others) == (1, "integer", ["numeric", "double precision"])
    notes = [note for note in rehearsed.run.manifest.notes if half.query_key in note]
    assert notes
    assert "sent as integer, possibly numeric, double precision" in notes[0]
    assert rehearsed.fit.fidelity["types"] == pytest.approx(1 / 6, abs=1e-3)
    assert not rehearsed.fit.fit
    assert any("--types" in reason for reason in rehearsed.fit.reasons)


def test_types_of_a_file_are_sent_and_not_open(bench: Bench) -> None:
    """By the query key of the note, or by the text."""
    setup = "drop table if exists got; create table got (k text, v text)"
    texts = ["insert into got values ('half', ($1 / 2)::text)", "insert into got select 'third', ($1 / 3)::text"]

    def traffic(dsn: str) -> None:
        with psycopg.connect(dsn, autocommit=True) as connection:
            for sql in texts:
                connection.execute(sql.replace("$1", "%s"), (Decimal(5),))

    without = bench.rehearse(setup, traffic, ("got",))
    assert without.target["got"] == [("(half,2)",), ("(third,1)",)]
    query_key = without.run.manifest.types.open[0].query_key
    fixed = FixedTypes("types.toml", (FixedType(1, "numeric", query=query_key), FixedType(1, "numeric", sql=texts[1])))
    rehearsed = bench.rehearse(setup, traffic, ("got",), plan={"types": fixed})
    assert (
        rehearsed.target["got"]
        == rehearsed.production["got"]
        == [("(half,2.5000000000000000)",), ("(third,1.6666666666666667)",)]
    )
    assert rehearsed.run.manifest.types.open == []
    assert rehearsed.fit.fidelity["types"] == 1


def test_numbers_subtracted_from_dates_and_intervals_in_any_form(bench: Bench) -> None:
    setup = "drop table if exists ev; create table ev (ts timestamptz); insert into ev values ('2026-01-01')"
    rehearsed = bench.rehearse(setup, script("08-date-and-interval-parameters.py"), ("ev",), writes=False)
    assert set(rehearsed.fit.errors.values()) == {0}
    assert rehearsed.fit.statements["ok"] == 3
    assert rehearsed.run.manifest.types.open == []
    assert sorted(text.types for text in rehearsed.run.manifest.types.declared) == [["integer"], ["interval"]]


VOID_SETUP = """drop table if exists t; drop function if exists addup; drop function if exists rows_of; create table t (i int);
    create function addup(integer, integer) returns integer language sql as 'select $1 + $2';
    create function rows_of(n integer) returns refcursor language plpgsql as
    'declare c refcursor := ''rows''; begin open c for select generate_series(1, n); return c; end'"""


def test_out_parameters_of_callable_statements(bench: Bench) -> None:
    """NULL of type void: the server ignores it when it looks up the function."""
    rehearsed = bench.rehearse(VOID_SETUP, script("09-out-parameter-of-type-void.py"), ("t",))
    assert rehearsed.fit.errors["new"] == 0
    assert rehearsed.target["t"] == rehearsed.production["t"] == [("(0)",), ("(1)",), ("(2)",)]
    assert rehearsed.run.manifest.types.open == []


def test_out_parameters_may_have_any_position(bench: Bench) -> None:
    """First, between, last; several."""
    every = [(0,), (1,), (2,), (0, 2), (0, 1, 3)]

    def traffic(dsn: str) -> None:
        connection = pq.PGconn.connect(dsn.encode())
        for places in every:
            count = 2 + len(places)
            values: list[bytes | None] = [None if n in places else b"2" for n in range(count)]
            words = ", ".join(f"${n + 1}" for n in range(count))
            sql = f"insert into t select {len(places)} + '{places[0]}' * 0 + r{places[-1]} from addup({words}) r{places[-1]}"
            result = connection.exec_params(sql.encode(), values, [2278 if n in places else 23 for n in range(count)])
            assert result.status == pq.ExecStatus.COMMAND_OK, result.error_message
        connection.finish()

    rehearsed = bench.rehearse(VOID_SETUP, traffic, ("t",))
    assert rehearsed.fit.errors["new"] == 0
    assert rehearsed.target["t"] == rehearsed.production["t"] == [("(5)",), ("(5)",), ("(5)",), ("(6)",), ("(7)",)]


def test_types_belong_to_a_text_and_not_to_its_shape(bench: Bench) -> None:
    """``a = $1 ... b = $2`` and ``a = $2 ... b = $1`` are one shape, and each has its own types; texts that differ in tags are one text."""
    setup = "drop table if exists job; create table job (id int, status text); insert into job values (5, 'new')"

    def traffic(dsn: str) -> None:
        with psycopg.connect(dsn, autocommit=True) as connection:
            for tag in range(20):
                connection.execute(
                    f"/* traceparent='{tag}' */ update job set status = status where status = %s and id = %s",
                    ("new", 10**10),
                )
                connection.execute(
                    "update job set status = status where status = %(b)s and id = %(a)s and %(a)s is not null",
                    {"a": 5, "b": "new"},
                )
                connection.execute("update job set status = status where id = %s and status = %s", (10**10, "new"))

    rehearsed = bench.rehearse(setup, traffic, ("job",))
    assert rehearsed.fit.errors["new"] == 0
    assert rehearsed.fit.statements["ok"] == 60
    assert rehearsed.run.manifest.types.texts == 3
    assert rehearsed.run.manifest.types.open == []


def test_filters_that_are_always_null_have_their_columns_types(bench: Bench) -> None:
    """``$1 is null or a = $1``, of six columns, most of them always NULL."""
    setup = """drop table if exists got; create table got (a int, b timestamptz, c uuid, d text, e numeric, f bool, g int[]);
               insert into got values (1, '2026-01-01', null, 'x', 1, true, '{1}')"""
    where = " and ".join(f"(${n}::{kind} is null or {name} = ${n})" for n, (name, kind) in enumerate(KINDS, start=1))
    bare = " and ".join(f"(${n} is null or {name} = ${n})" for n, (name, _) in enumerate(KINDS, start=1))
    values = [b"1", None, None, b"x", None, None, None]

    def traffic(dsn: str) -> None:
        connection = pq.PGconn.connect(dsn.encode())
        for sql, types in ((bare, [23, 1184, 2950, 25, 1700, 16, 1007]), (where, None)):
            result = connection.exec_params(f"update got set e = e + 1 where {sql}".encode(), values, types)
            assert result.status == pq.ExecStatus.COMMAND_OK, result.error_message
        connection.finish()

    rehearsed = bench.rehearse(setup, traffic, ("got",))
    assert rehearsed.fit.errors["new"] == 0
    assert rehearsed.target == rehearsed.production
    assert rehearsed.run.manifest.types.open == []
    types = ["integer", "timestamp with time zone", "uuid", "text", "numeric", "boolean", "integer[]"]
    assert [text.types for text in rehearsed.run.manifest.types.declared] == [types]


KINDS = (
    ("a", "int"),
    ("b", "timestamptz"),
    ("c", "uuid"),
    ("d", "text"),
    ("e", "numeric"),
    ("f", "bool"),
    ("g", "int[]"),
)


def test_parse_trees_are_read_by_a_role_that_may_not_change_logging(bench: Bench) -> None:
    """A role without privileges: parameters whose types have no effect are not open."""
    setup = """drop table if exists got; drop role if exists plain; create role plain login; create table got (n int, q numeric(10,2), s text);
               insert into got values (1, 1, 'a'); grant all on got to plain"""

    def traffic(dsn: str) -> None:
        with psycopg.connect(dsn, user="plain", autocommit=True) as connection:
            connection.execute(
                "update got set n = n + %s, q = q - %s where s = concat('', %s::text)",
                (5, Decimal("2.5"), "a"),
            )
            connection.execute("update got set n = n / %s", (2,))

    rehearsed = bench.rehearse(setup, traffic, ("got",))
    assert rehearsed.target == rehearsed.production
    assert [parameter.sql for parameter in rehearsed.run.manifest.types.open] == ["update got set n = n / $?"]
    bench.run("drop table got; drop role plain")


def test_a_statement_that_cannot_be_parsed_before_the_start_is_reported(bench: Bench) -> None:
    """Its table is created during the run: a word beside a column is text, the type of a number is unknown."""

    def traffic(dsn: str) -> None:
        with psycopg.connect(dsn, autocommit=True) as connection:
            connection.execute("create temp table made (i int, s text)")
            connection.execute("insert into made (s) values (%s)", ("a",))
            connection.execute("insert into made (i) values (%s)", (5,))

    rehearsed = bench.rehearse("select 1", traffic, ())
    assert [(parameter.parameter, parameter.sqlstate) for parameter in rehearsed.run.manifest.types.open] == [
        (1, "42P01")
    ]
    assert any("cannot be parsed before the start (42P01)" in note for note in rehearsed.run.manifest.notes)
