"""``--clock production`` by texts: statements read production's instants on a server whose clock is another."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from psycopg import sql

from pgrehearse.base.errors import BadInput
from pgrehearse.compare.compare import compare_paths
from pgrehearse.compare.run_findings import clock
from pgrehearse.replay.plan.plan import Clock
from pgrehearse.workload.schema import IS_STATEMENT
from pgrehearse.workload.sql.clock_text import STATEMENT, TRANSACTION, clock_text
from tests.conftest import LogMark, connect, superuser
from tests.old_logs import AGE, captured_long_ago
from tests.replaying import replay

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload

SCHEMA = """
create table orders (id int, created_at timestamptz);
create table seen (way text, at timestamptz, rounded timestamptz(3), local timestamp, day date, clock time, zoned timetz,
  started timestamptz, called timestamptz, zone text);
"""
RECENT = "select id from orders where created_at > now() - interval '1 hour'"
TODAY = "select id from orders where created_at::date = current_date"
KEEP = (
    "insert into seen values (%s, now(), current_timestamp(3), localtimestamp, current_date, localtime, current_time, "
    "statement_timestamp(), clock_timestamp(), current_setting('TimeZone'))"
)
# A statement's start is the time stamp of its record, in milliseconds, less its duration; a record that is written late makes it later.
RESOLUTION_MS = 1.0


def traffic(cluster: Cluster, database: str) -> None:
    """Statements of the simple and of the extended protocol, in and outside of transactions, in several time zones."""
    with connect(cluster, database) as client:
        client.prepare_threshold = None
        for zone in ("UTC", "America/New_York", "Pacific/Kiritimati"):
            client.execute(sql.SQL("set timezone = {}").format(sql.Literal(zone)))
            client.execute(KEEP.replace("%s", "'simple'"))
            client.execute(KEEP, ["bound"])
            with client.transaction():
                client.execute("select pg_sleep(0.02)")
                client.execute(KEEP, ["in a transaction"])
        client.execute("reset timezone")
        client.execute(RECENT)
        client.execute(TODAY)


@pytest.fixture
def old(server: Cluster, database: str, tmp_path: Path) -> Workload:
    """The traffic of ten days ago, with a copy of its data: 30 orders in the half hour before it."""
    with superuser(server, database) as connection:
        connection.execute(SCHEMA)
        connection.execute("insert into orders select n, now() - n * interval '1 minute' from generate_series(1, 30) n")
    mark = LogMark.now(server)
    traffic(server, database)
    workload = captured_long_ago(mark, tmp_path, "old")
    with superuser(server, database) as connection:
        connection.execute("update orders set created_at = created_at - %s", [AGE])
        connection.execute("create table production as select * from seen")
        connection.execute("truncate seen")
    return workload


def rows_by_text(run: Any, workload: Workload) -> dict[str, int]:
    """The rows that each of the two queries returned."""
    events = workload.events().filter(IS_STATEMENT).select("session", "seq", pl.col("sql").cast(pl.String))
    found = run.outcomes().join(events, on=["session", "seq"]).filter(pl.col("sql").is_in([RECENT, TODAY]))
    return dict(found.select("sql", "rows").collect().iter_rows())


def moved_ms(cluster: Cluster, database: str, column: str) -> list[float]:
    """How far each value of a column is from production's value less ``AGE``, in milliseconds."""
    place = sql.Identifier(column)
    query = sql.SQL(
        "with s as (select *, row_number() over (partition by way, zone) as no from seen), "
        "p as (select *, row_number() over (partition by way, zone) as no from production) "
        "select extract(epoch from s.{0} - (p.{0} - %s))::float8 * 1000 from s join p using (way, zone, no)"
    ).format(place)
    with superuser(cluster, database) as connection:
        return [float(str(row[0])) for row in connection.execute(query, [AGE])]


@pytest.mark.parametrize("speed", [1.0, None], ids=["1x", "max"])
def test_statements_read_production_s_time(
    server: Cluster, database: str, tmp_path: Path, old: Workload, speed: float | None
) -> None:
    """Each function, in the session's time zone, to the resolution of the log; at any speed. A filter finds production's rows."""
    plan = {"clock": Clock.PRODUCTION, "skip_idle_us": 1}  # texts, where the server's clock cannot be shifted
    run, fit = replay(old, server, tmp_path / "old.run", database=database, speed=speed, plan=plan)
    assert fit.errors["new"] == 0
    assert rows_by_text(run, old) == {RECENT: 30, TODAY: _of_today(server, database)}
    for column in ("at", "rounded", "local", "started", "called"):
        moved = moved_ms(server, database, column)
        assert len(moved) == 9
        assert median(map(abs, moved)) <= 2 * RESOLUTION_MS, column
    with superuser(server, database) as connection:
        same = connection.execute(
            "select count(*) from seen where day = at::date and clock = at::time and zoned::time = at::time or zone <> 'UTC'"
        )
        assert same.fetchone() == (9,)
    facts = run.manifest.clock
    assert facts is not None
    assert (facts.way, facts.statements, facts.replaced, facts.named) == ("statements", 11, 11, 0)
    assert any(note.startswith("the clock of the target was not shifted: ") for note in run.manifest.notes)


def _of_today(cluster: Cluster, database: str) -> int:
    """The orders of production's day, ten days ago."""
    with superuser(cluster, database) as connection:
        row = connection.execute("select count(*) from orders where created_at::date = current_date - %s", [AGE.days])
        return int(str((row.fetchone() or (0,))[0]))


def test_a_comparison_shows_rows_that_the_clock_decides(
    server: Cluster, database: str, tmp_path: Path, old: Workload
) -> None:
    """Without the option the filter finds nothing, and a finding names the remedy; with it, it finds production's rows."""
    run, _ = replay(old, server, tmp_path / "now.run", database=database)
    assert rows_by_text(run, old) == {RECENT: 0, TODAY: 0}
    assert run.manifest.clock is None
    assert min(map(abs, moved_ms(server, database, "at"))) >= AGE.total_seconds() * 1000
    (result,) = compare_paths(old.path, [run.path]).candidates
    rows = {row.sql: (row.n, row.baseline, row.candidate) for row in result.clock.queries}
    assert rows[RECENT.replace("'1 hour'", "?")] == (1, None, 0)
    (finding,) = clock(result, compare_paths(old.path, [run.path]))
    assert "depend on the clock and found no rows" in finding.what
    plan = {"clock": Clock.PRODUCTION, "skip_idle_us": 1}
    again, _ = replay(old, server, tmp_path / "then.run", database=database, plan=plan)
    comparison = compare_paths(old.path, [again.path])
    (result,) = comparison.candidates
    assert result.clock.production == ("old", "then")
    assert clock(result, comparison) == []
    rows = {row.sql: (row.n, row.baseline, row.candidate) for row in result.clock.queries}
    assert rows[RECENT.replace("'1 hour'", "?")] == (1, None, 30)


def test_runs_with_different_clocks_are_not_compared(
    server: Cluster, database: str, tmp_path: Path, old: Workload
) -> None:
    """Their statements found other rows: exit 3, with the option's name."""
    runs = [
        replay(old, server, tmp_path / f"{name}.run", database=database, plan={"clock": name, "skip_idle_us": 1})[0]
        for name in Clock
    ]
    with pytest.raises(BadInput, match="replayed with clock target, production with production") as caught:
        compare_paths(runs[0].path, [runs[1].path])
    assert caught.value.remedy == "replay both with the same --clock"


@pytest.mark.usefixtures("old")
def test_a_named_statement_binds_production_s_time(server: Cluster, database: str, tmp_path: Path) -> None:
    """Each execution that of its own transaction; parameters of its own stay, and those of a statement without any."""
    with superuser(server, database) as connection:
        connection.execute("update orders set created_at = created_at + %s", [AGE])
    mark = LogMark.now(server)
    kept = KEEP.replace("%s", "%s::text")
    with connect(server, database) as client:
        for _ in range(7):
            client.execute(RECENT, prepare=True)
            client.execute(kept, ["named"], prepare=True)
    workload = captured_long_ago(mark, tmp_path, "named")
    with superuser(server, database) as connection:
        connection.execute("update orders set created_at = created_at - %s", [AGE])
        connection.execute("truncate production; insert into production select * from seen; truncate seen")
    plan = {"clock": Clock.PRODUCTION, "skip_idle_us": 1}
    run, fit = replay(workload, server, tmp_path / "named.run", database=database, plan=plan)
    assert fit.errors["new"] == 0
    assert rows_by_text(run, workload) == {RECENT: 30}
    for column in ("at", "started", "called"):
        moved = moved_ms(server, database, column)
        assert len(moved) == 7
        assert median(map(abs, moved)) <= 2 * RESOLUTION_MS, column
    assert run.manifest.clock is not None
    assert (run.manifest.clock.named, run.manifest.clock.replaced, run.manifest.clock.other) == (14, 0, 0)
    assert any("14 executions of named statements" in note for note in run.manifest.notes)


PLANNED = [
    "select * from history where at > now() - interval '1 hour'",
    "select * from history where at > current_timestamp",
    "select * from history where day = current_date",
    "select * from history where at > statement_timestamp() and day < current_date + 1",
    "select * from history where at > clock_timestamp() - interval '1 hour'",
    "select * from parts where at > now() - interval '1 day'",
    "select * from parts p join history h on h.day = p.at::date where p.at >= localtimestamp - interval '3 days'",
    "select id from history where at > now() and id = 7",  # a partial index that only a constant could prove
]
SAME_COST = [text for text in PLANNED if "now()" in text]
HISTORY = """
create table history (id int, at timestamptz, day date);
insert into history select n, now() - n * interval '1 minute', (now() - n * interval '1 minute')::date from generate_series(-500, 20000) n;
create index on history (at); create index on history (day); create index on history (id) where at > '2020-01-01';
create table parts (at timestamptz, v int) partition by range (at);
do $$ begin for d in -3..3 loop execute format('create table parts_%s partition of parts for values from (%L) to (%L)',
  d + 10, current_date + d, current_date + d + 1); end loop; end $$;
insert into parts select now() - n * interval '20 minutes', n from generate_series(-100, 100) n;
create index on parts (at);
analyze history; analyze parts;
"""


def test_the_target_plans_a_substitute_as_the_original(server: Cluster, database: str) -> None:
    """The same nodes, indexes and estimates of rows; the same partitions are removed, at the same time. A stable function has the same cost too.

    The words of the grammar (current_date) cost nothing in the planner's arithmetic, their substitutes as much as a function or two; that of
    clock_timestamp() costs one function more.
    """
    with superuser(server, database) as connection:
        connection.execute(HISTORY)
        with connection.transaction():
            instant = connection.execute("select now()::text").fetchone()
            assert instant is not None
            for text in PLANNED:
                made = clock_text(text.encode())
                assert (made.replaced > 0, made.left) == (True, 0)
                sent = made.text.replace(TRANSACTION, str(instant[0])).replace(STATEMENT, str(instant[0]))
                original, substitute = (
                    connection.execute(f"explain (format json) {query}".encode()).fetchone() for query in (text, sent)
                )
                assert original is not None
                assert substitute is not None
                assert _outline(original[0]) == _outline(substitute[0]), text
                if text in SAME_COST:
                    assert _costs(original[0]) == _costs(substitute[0]), text


def _outline(plan: Any) -> Any:
    """A plan without its costs and the texts of its conditions."""
    if isinstance(plan, list):
        return [_outline(one) for one in plan]
    if not isinstance(plan, dict):
        return plan
    return {key: _outline(value) for key, value in plan.items() if not key.endswith(("Cond", "Filter", "Cost"))}


def _costs(plan: Any) -> tuple[float, float]:
    top = plan[0]["Plan"]
    return top["Startup Cost"], top["Total Cost"]
