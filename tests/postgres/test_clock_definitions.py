"""Views, functions, triggers and policies read production's time during a replay to a server whose clock is not shifted."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from statistics import median
from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.compare.compare import compare_paths
from pgrehearse.compare.run_findings import clock
from pgrehearse.replay.plan.plan import Clock
from pgrehearse.targets.catalog_reader import read_catalog
from pgrehearse.workload.analysis.clock import clock_statements
from pgrehearse.workload.schema import IS_STATEMENT
from tests.conftest import LogMark, connect, superuser
from tests.defined import everything_defined
from tests.old_logs import AGE, captured_long_ago
from tests.replaying import replay

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.runs.read import Run
    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload

SCHEMA = """
create table orders (id int, created_at timestamptz, day date, updated_at timestamptz);
create view recent with (security_barrier) as select id from orders where created_at > now() - interval '1 hour';
create view recent_of_today as select * from recent where current_date > '2000-01-01';
create function of_today() returns setof int language plpgsql stable as $$
  declare today date := current_date;
  begin return query select id from orders where day = today; end $$;
create function waited() returns interval language plpgsql as $$
  declare began timestamptz := clock_timestamp();
  begin
    while clock_timestamp() < began + interval '20 ms' loop perform pg_sleep(0.005); end loop;
    return clock_timestamp() - began;
  end $$;
create function stamp() returns trigger language plpgsql as $$ begin new.updated_at := now(); return new; end $$;
create trigger stamps before update on orders for each row execute function stamp();
do $$ begin create role tenant login; exception when duplicate_object then null; end $$;
create table mine (id int, created_at timestamptz);
grant select on mine to tenant;
alter table mine enable row level security;
create policy fresh on mine to tenant using (created_at > now() - interval '1 hour');
"""
FILL = """
insert into orders select n, now() - n * interval '1 minute', now()::date from generate_series(1, 30) n;
insert into mine select id, created_at from orders;
"""
FOUND = {
    "select id from recent": 30,
    "select id from recent_of_today": 30,
    "select of_today()": 30,
    "select waited()": 1,
    "select id from mine": 30,
}
UPDATE = "update orders set day = day where id = 7"


def traffic(cluster: Cluster, database: str) -> None:
    """Each statement of the simple and of the extended protocol; an update in a transaction; the queries of a role with a policy."""
    with connect(cluster, database) as client, connect(cluster, database, user="tenant") as tenant:
        for text in FOUND:
            (tenant if "mine" in text else client).execute(text.encode())
            (tenant if "mine" in text else client).execute(f"{text} limit $1".encode().replace(b"$1", b"%s"), [100])
        with client.transaction():
            client.execute("select pg_sleep(0.02)")
            client.execute(UPDATE)


@pytest.fixture
def old(server: Cluster, database: str, tmp_path: Path) -> Workload:
    """The traffic of ten days ago, with a copy of its data."""
    with superuser(server, database) as connection:
        connection.execute(SCHEMA)
        connection.execute(FILL)
    mark = LogMark.now(server)
    traffic(server, database)
    catalog = asyncio.run(read_catalog(server.endpoint(database), {database}))
    workload = captured_long_ago(mark, tmp_path, "old", catalog=catalog)
    with superuser(server, database) as connection:
        connection.execute("create table production as select * from orders; alter table orders disable trigger all")
        connection.execute(
            "update orders set updated_at = null, created_at = created_at - %s, day = day - %s", [AGE, AGE.days]
        )
        connection.execute("update mine set created_at = created_at - %s", [AGE])
        connection.execute("alter table orders enable trigger all")
    return workload


def found(run: Run, workload: Workload) -> dict[str, set[int]]:
    """The numbers of rows that each query returned, in both protocols."""
    text = pl.col("sql").cast(pl.String).str.split(" limit").list.first()
    events = workload.events().filter(IS_STATEMENT).select("session", "seq", text)
    rows = run.outcomes().join(events, on=["session", "seq"]).filter(pl.col("sql").is_in(list(FOUND)))
    return {str(sql): set(numbers) for sql, numbers in rows.group_by("sql").agg(pl.col("rows")).collect().iter_rows()}


@pytest.mark.parametrize("speed", [2.0, None], ids=["2x", "max"])
def test_they_read_production_s_time(
    server: Cluster, database: str, tmp_path: Path, old: Workload, speed: float | None
) -> None:
    """Queries find production's rows; a trigger stores production's instant, and a function that waits still ends."""
    before = everything_defined(server, database)
    plan = {"clock": Clock.PRODUCTION, "skip_idle_us": 1}  # texts, where the server's clock cannot be shifted
    run, fit = replay(old, server, tmp_path / "old.run", database=database, speed=speed, plan=plan)
    assert fit.errors["new"] == 0
    assert found(run, old) == {text: {rows} for text, rows in FOUND.items()}
    with superuser(server, database) as connection:
        query = (
            "select extract(epoch from o.updated_at - (p.updated_at - %s))::float8 * 1000 "
            "from orders o join production p using (id) where id = 7"
        )
        moved = [abs(float(str(row[0]))) for row in connection.execute(query, [AGE])]
    assert median(moved) <= 2
    facts = run.manifest.clock
    assert facts is not None
    assert sorted(facts.definitions) == [
        "function public.of_today()",
        "function public.stamp()",
        "function public.waited()",
        "policy fresh of public.mine",
        "view public.recent",
        "view public.recent_of_today",
    ]
    assert facts.places == {"view": 4, "function": 4, "trigger": 1, "policy": 2}
    assert clock_statements(old).places == facts.places
    assert everything_defined(server, database) == before
    comparison = compare_paths(old.path, [run.path])
    (result,) = comparison.candidates
    assert (result.clock.target_time, clock(result, comparison)) == ((), [])


def test_without_writes_they_read_the_target_s_time(
    server: Cluster, database: str, tmp_path: Path, old: Workload
) -> None:
    """Nothing is replaced: the four filters find nothing in both protocols, and a finding has the remedy."""
    plan = {"clock": Clock.PRODUCTION, "skip_idle_us": 1}
    run, _ = replay(old, server, tmp_path / "now.run", database=database, writes=False, plan=plan)
    assert {text: rows for text, rows in found(run, old).items() if "waited" not in text} == {
        text: {0} for text in FOUND if "waited" not in text
    }
    facts = run.manifest.clock
    assert facts is not None
    assert (facts.definitions, facts.places) == ([], {})
    comparison = compare_paths(old.path, [run.path])
    (result,) = comparison.candidates
    (finding,) = clock(result, comparison)
    assert "8 queries depend on the clock and found no rows" in finding.what
    assert "with --writes these get production's time too" in finding.next_step


def test_a_killed_replay_is_put_back_by_the_next_one(
    server: Cluster, database: str, tmp_path: Path, old: Workload
) -> None:
    """kill -9 of all its processes while the definitions are replaced."""
    before = everything_defined(server, database)
    dsn = f"host=127.0.0.1 port={server.port} dbname={database} user=postgres"
    # It waits for its start, with the definitions replaced.
    words = [
        "replay",
        str(old.path),
        "--target",
        dsn,
        "--writes",
        "--dirty",
        "--clock",
        "production",
        "--skip-idle",
        "1us",
    ]
    words += [
        "--start-at",
        (datetime.now(UTC) + timedelta(minutes=5)).isoformat(),
        "--no-metrics",
        "-o",
        str(tmp_path / "killed.run"),
    ]
    command = [sys.executable, "-m", "pgrehearse", *words]
    with subprocess.Popen(command, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        try:
            with superuser(server, database) as connection:
                for _ in range(1200):
                    row = connection.execute("select pg_get_viewdef('recent'::regclass), pg_sleep(0.05)").fetchone()
                    if process.poll() is not None or "pgrehearse" in str(row):
                        break
            assert process.poll() is None, process.stdout and process.stdout.read().decode()
        finally:
            os.killpg(process.pid, signal.SIGKILL)
    assert everything_defined(server, database) != before
    plan = {"clock": Clock.PRODUCTION, "skip_idle_us": 1}
    run, _ = replay(old, server, tmp_path / "next.run", database=database, plan=plan)
    assert found(run, old) == {text: {rows} for text, rows in FOUND.items()}
    assert everything_defined(server, database) == before
