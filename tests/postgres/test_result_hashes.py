"""What a replay records of the rows of each statement: hashes of their text, as the server sent it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl
import psycopg

from pgrehearse.replay.session.row_hash import EMPTY, NOT_HASHED, fold
from pgrehearse.workload.schema import IS_STATEMENT
from tests.conftest import LogMark, connect
from tests.replaying import replay

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.runs.read import Run
    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload

Hashes = tuple[int | None, int | None]
NONE = (None, None)


def of(*rows: tuple[bytes | None, ...]) -> Hashes:
    """The hashes of rows."""
    return fold(rows, NOT_HASHED, NOT_HASHED)


def by_statement(workload: Workload, run: Run) -> dict[str, Hashes]:
    """Return the hashes of each statement of a workload, by its text."""
    events = workload.events().filter(IS_STATEMENT).select("session", "seq", "sql")
    rows = events.join(run.outcomes(), on=["session", "seq"]).collect()
    return {
        sql.decode(): (ordered, unordered)
        for sql, ordered, unordered in rows.select("sql", "rows_hash", "rows_hash_unordered").iter_rows()
    }


def test_rows_of_every_kind_are_hashed(server: Cluster, tmp_path: Path) -> None:
    """Both protocols, NULL and the empty text, more rows than one chunk, RETURNING, cursors, COPY, several statements, none."""
    start = LogMark.now(server)
    expected = {
        "select 1 as one, null as two, '' as three": of((b"1", None, b"")),
        "select generate_series(1, 11)": of(*((str(n).encode(),) for n in range(1, 12))),
        "select from generate_series(1, 2)": of((), ()),
        "select 1 where false": (EMPTY, EMPTY),
        "select 1.10::numeric, 0.1::float8, true": of((b"1.10", b"0.1", b"t")),
        "begin": NONE,
        "create temp table t (id int, name text)": NONE,
        "insert into t values (1, 'a'), (2, null) returning name, id": of((b"a", b"1"), (None, b"2")),
        "update t set name = 'b' where id = 2": NONE,
        "declare c cursor for select id from t order by id desc": NONE,
        "fetch 1 from c": of((b"2",)),
        "fetch 5 from c": of((b"1",)),
        "copy t to stdout": of((b"1\ta\n",), (b"2\tb\n",)),
        "commit": NONE,
    }
    with connect(server, "postgres") as connection:
        for sql in expected:
            if sql.startswith("copy"):
                with connection.cursor().copy(sql) as copy:
                    assert len(list(copy)) == 2
            else:
                connection.execute(sql)
        psycopg.ClientCursor(connection).execute("select 1; select 2")
        expected["select 1; select 2"] = of((b"1",), (b"2",))
        for _ in range(2):
            connection.execute("select %s::int + 1", [7], prepare=True)
        expected["select $1::int + 1"] = of((b"8",))
    workload = start.capture(tmp_path, "kinds")
    run, fit = replay(workload, server, tmp_path / "kinds.run")
    found = by_statement(workload, run)
    assert {sql: found[sql] for sql in expected} == expected
    assert fit.hashed == sum(one != NONE for one in expected.values()) + 1


def test_rows_of_a_pipeline_are_hashed(pg18: Cluster, tmp_path: Path) -> None:
    """Results in a pipeline are not cut into chunks; each statement has its own."""
    start = LogMark.now(pg18)
    with connect(pg18, "postgres") as connection, connection.pipeline():
        for number in (5, 1):
            connection.execute("select generate_series(1, %s)", [number])
    workload = start.capture(tmp_path, "pipeline")
    assert workload.events().collect()["pipeline"].drop_nulls().len() == 2
    run, _ = replay(workload, pg18, tmp_path / "pipeline.run")
    rows = run.outcomes().sort("seq").collect().drop_nulls("rows_hash")
    assert rows["rows_hash"].to_list() == [of(*((str(n).encode(),) for n in range(1, 6)))[0], of((b"1",))[0]]


def test_the_first_rows_of_a_large_result_are_hashed(pg18: Cluster, tmp_path: Path) -> None:
    """With --hash-rows 3: of a result in chunks, of a pipeline's, of COPY; all rows are counted."""
    start = LogMark.now(pg18)
    expected = {
        "select generate_series(1, 3)": (3, of((b"1",), (b"2",), (b"3",))),
        "select generate_series(1, 11)": (11, of((b"1",), (b"2",), (b"3",))),
        "copy (select generate_series(1, 4)) to stdout": (4, of((b"1\n",), (b"2\n",), (b"3\n",))),
        "select 1 where false": (0, (EMPTY, EMPTY)),
    }
    with connect(pg18, "postgres") as connection:
        for sql in expected:
            if sql.startswith("copy"):
                with connection.cursor().copy(sql) as copy:
                    assert len(list(copy)) == 4
            else:
                connection.execute(sql)
        with connection.pipeline():
            for number in (5, 2):
                connection.execute("select generate_series(%s::int, 9)", [number])
    workload = start.capture(tmp_path, "large")
    run, _ = replay(workload, pg18, tmp_path / "large.run", plan={"hash_rows": 3})
    assert run.manifest.plan.hash_rows == 3
    found = by_statement(workload, run)
    outcomes = run.outcomes().join(workload.events().select("session", "seq", "sql"), on=["session", "seq"]).collect()
    rows = {sql.decode(): count for sql, count in outcomes.select("sql", "rows").drop_nulls("sql").iter_rows()}
    assert {sql: (rows[sql], found[sql]) for sql in expected} == expected
    of_pipeline = outcomes.filter(pl.col("sql") == b"select generate_series($1::int, 9)").sort("seq")
    assert of_pipeline.select("rows", "rows_hash").rows() == [
        (5, of((b"5",), (b"6",), (b"7",))[0]),
        (8, of((b"2",), (b"3",), (b"4",))[0]),
    ]


def test_a_replay_without_hashes(pg18: Cluster, tmp_path: Path) -> None:
    """With --no-hash-results there is no hash; the manifest shows it, and no statement counts as hashed."""
    start = LogMark.now(pg18)
    with connect(pg18, "postgres") as connection:
        connection.execute("select 1")
    plan: dict[str, Any] = {"hash_results": False}
    run, fit = replay(start.capture(tmp_path, "off"), pg18, tmp_path / "off.run", plan=plan)
    assert run.outcomes().collect()["rows_hash"].drop_nulls().is_empty()
    assert fit.hashed == 0
    assert not run.manifest.plan.hash_results
