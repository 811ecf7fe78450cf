"""Definitions that read production's time are put back exactly, whatever happened in between; their plans are the original ones."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from pgrehearse.base.errors import TargetProblem
from pgrehearse.targets.adoption import release
from pgrehearse.targets.clock_defaults import put_back_clock_defaults, replace_clock_defaults
from pgrehearse.targets.pinning import DrawnRange, give_ids
from pgrehearse.targets.pinning import put_back as put_back_ids
from pgrehearse.targets.server_facts import connect as connect_as_harness
from tests.conftest import superuser
from tests.defined import everything_defined

if TYPE_CHECKING:
    from pgrehearse.targets.clock_defaults import ReplacedDefaults
    from pgrehearse.targets.embedded.cluster import Cluster

SCHEMA = """
do $$ begin create role owner; exception when duplicate_object then null; end $$;
create table t (id int, created_at timestamptz default now(), due date, updated_at timestamptz, check (created_at <= now()));
grant select on t to owner;
create view recent with (security_barrier = true, check_option = local) as
  select id, due, created_at, current_date as day, now(), now() - created_at as "?column?" from t where created_at > now() - interval '1 hour';
create view "of Recent" as select *, age(created_at) from recent where due = current_date;
create view rounded (a, b) as select localtimestamp(3), current_time::time;
comment on view recent is 'of the last hour';
grant select on recent, rounded to owner;
alter view recent owner to owner;
alter view recent alter column id set default 5;
create function today() returns date language plpgsql stable security definer set search_path to public, pg_catalog cost 7 as $$
  declare day date := current_date; begin return day; end $$;
comment on function today() is 'it''s today';
revoke execute on function today() from public;
create function since(first timestamptz default now(), before interval default '1 h') returns setof t language sql stable parallel safe
  as 'select * from t where created_at > first - before and created_at < now()';
create function in_sql() returns interval language sql begin atomic select age(t.created_at) from t; select now() - now(); end;
create function stamp() returns trigger language plpgsql as 'begin new.updated_at := now(); return new; end';
create trigger stamps before insert on t for each row execute function stamp();
create trigger old before update on t for each row when (new.created_at < now()) execute function stamp();
create procedure run() language plpgsql as 'begin update t set updated_at = clock_timestamp(); end';
create policy fresh on t for select to owner using (created_at > now() - interval '1 day');
create policy due on t to owner using (true) with check (due >= current_date);
create rule deleted as on delete to t do also select now();
create function day_time() returns text language plpgsql as 'begin return timeofday(); end';
create function built() returns text language plpgsql as $$ begin execute 'select now()'; return current_date; end $$;
create function plain() returns int language sql as 'select 1';
insert into t select n, now() - n * interval '1 minute', current_date from generate_series(0, 9000) n;
create index on t (created_at);
analyze t;
"""
LEFT = [
    "check t_created_at_check of public.t: a check cannot be replaced in its place",
    "function public.built(): SQL that it puts together uses the clock",
    "function public.day_time(): it uses timeofday() or a literal like 'today'",
    "rule deleted of public.t: a rule cannot be replaced in its place",
    "trigger old of public.t: a trigger cannot be replaced in its place",
]
QUERIES = ["select * from recent", 'select * from "of Recent"', "select id from since()"]


async def replaced(cluster: Cluster, database: str) -> ReplacedDefaults:
    connection = await connect_as_harness(cluster.endpoint(database))
    try:
        return await replace_clock_defaults(connection)
    finally:
        await connection.close()


async def put_back(cluster: Cluster, database: str) -> tuple[str, ...]:
    connection = await connect_as_harness(cluster.endpoint(database))
    try:
        return await put_back_clock_defaults(connection)
    finally:
        await connection.close()


@pytest.fixture
def before(server: Cluster, database: str) -> list[tuple[object, ...]]:
    """What is defined in the test's database."""
    with superuser(server, database) as connection:
        connection.execute(SCHEMA)
    return everything_defined(server, database)


def outline(plan: Any) -> Any:
    """A plan without its costs and the texts of its conditions."""
    if isinstance(plan, list):
        return [outline(one) for one in plan]
    if not isinstance(plan, dict):
        return plan
    return {key: outline(value) for key, value in plan.items() if not key.endswith(("Cond", "Filter", "Cost"))}


def plans(cluster: Cluster, database: str, instant: object = None) -> tuple[list[Any], object]:
    """The plans of the queries with an instant of production (None: with the target's time), and the target's time."""
    with superuser(cluster, database) as connection, connection.transaction():
        if instant is not None:
            connection.execute("select set_config('pgrehearse.now', %s::text, false)", [instant])
        now = connection.execute("select extract(epoch from now())").fetchone()
        explained = [connection.execute(f"explain (format json) {text}".encode()).fetchone() for text in QUERIES]
    return [outline(plan[0]) for plan in explained if plan is not None], now[0] if now else None


def test_everything_is_the_same(server: Cluster, database: str, before: list[tuple[object, ...]]) -> None:
    """What could not be replaced is named; estimates and indexes are those of the original; an index condition is used."""
    original, instant = plans(server, database)
    made = asyncio.run(replaced(server, database))
    assert sorted(made.left) == LEFT
    assert made.columns == ("public.t.created_at",)
    assert len(made.definitions) == 10
    assert plans(server, database, instant)[0] == original
    assert "Index" in str(original[0])
    asyncio.run(replaced(server, database))  # the first replay was killed, a second one begins
    assert asyncio.run(put_back(server, database)) == ()
    assert everything_defined(server, database) == before
    assert asyncio.run(put_back(server, database)) == ()  # there is nothing to put back


def test_without_a_setting_they_read_the_target_s_time(
    server: Cluster, database: str, before: list[tuple[object, ...]]
) -> None:
    """Each function with the instant that is set, in a query of another role too; else the original's value."""
    assert before
    asyncio.run(replaced(server, database))
    values = "select current_user, (select a from rounded), in_sql() is not null, (select count(*) from recent)"
    with superuser(server, database) as connection:
        unset = "select pgrehearse.now() = now(), pgrehearse.started() = statement_timestamp(), today() = current_date"
        assert connection.execute(unset).fetchone() == (True, True, True)
        recent = connection.execute("select count(*) from recent").fetchone()
        connection.execute("set pgrehearse.now = '1000000000.987654'")
        assert connection.execute("select today()::text").fetchone() == ("2001-09-09",)
        connection.execute("set role owner")
        row = connection.execute(f"{values}, pgrehearse.age('2001-09-01'::timestamp)::text".encode()).fetchone()
    assert recent is not None
    assert 57 <= int(str(recent[0])) <= 60
    assert row is not None
    assert [str(value) for value in row] == ["owner", "2001-09-09 01:46:40.988000", "True", "9001", "8 days"]


CHANGES = {
    "alter view recent rename column day to today": "alter view recent rename column today to day",
    "alter view recent rename to latest": "alter view latest rename to recent",
    "alter function today() rename to this_day": "alter function this_day() rename to today",
    "alter function since cost 77": "alter function since cost 100",
    "alter policy fresh on t rename to fresher": "alter policy fresher on t rename to fresh",
}


@pytest.mark.usefixtures("before")
def test_what_changed_in_between_is_put_back_too(server: Cluster, database: str) -> None:
    """Altered objects read PostgreSQL's clock again, under their new names; a dropped one stays dropped, a redefined one as it is."""
    asyncio.run(replaced(server, database))
    with superuser(server, database) as connection:
        for change in CHANGES:
            connection.execute(change.encode())
        connection.execute("drop procedure run()")
        connection.execute("create or replace view rounded (a, b) as select localtimestamp(3), '10:00'::time")
        connection.execute("create table likewise (like t including all)")
    assert asyncio.run(put_back(server, database)) == ()
    after = everything_defined(server, database)
    assert "pgrehearse" not in str(after)
    with superuser(server, database) as connection:
        for change in reversed(CHANGES.values()):
            connection.execute(change.encode())
        assert connection.execute("select today() = current_date, (select count(*) > 0 from recent)").fetchone() == (
            True,
            True,
        )
        assert connection.execute(
            "select to_regnamespace('pgrehearse') is null or to_regproc('pgrehearse.now') is null"
        ).fetchone() == (True,)


def test_release_puts_back(server: Cluster, database: str, before: list[tuple[object, ...]]) -> None:
    """``targets release`` drops the schema with the functions; first nothing may call them any more."""
    asyncio.run(replaced(server, database))
    with superuser(server, database) as connection:
        connection.execute("create view mine as select pgrehearse.now()")
    with pytest.raises(TargetProblem, match=r"not put back: view public\.mine depends on function pgrehearse\.now\(\)"):
        asyncio.run(release(server.endpoint(database)))
    with superuser(server, database) as connection:
        connection.execute("drop view mine")
    assert asyncio.run(release(server.endpoint(database)))
    assert everything_defined(server, database) == before


def test_a_function_that_draws_ids_and_reads_the_clock(server: Cluster, database: str) -> None:
    """Both are replaced in one body, the clock last; the clock is put back first, then the ids."""
    body = "begin return pg_catalog.nextval('ids'::regclass)::text || now(); end"
    with superuser(server, database) as connection:
        connection.execute(
            f"create sequence ids; create function key() returns text language plpgsql as $${body}$$".encode()
        )
    before = everything_defined(server, database)

    async def replace_both_and_put_back() -> str:
        connection = await connect_as_harness(server.endpoint(database))
        try:
            await give_ids(connection, [DrawnRange("public.ids", 1, 9)])
            await replace_clock_defaults(connection)
            source = str(await connection.fetchval("select prosrc from pg_proc where proname = 'key'"))
            assert await put_back_clock_defaults(connection) == ()
            assert (await put_back_ids(connection)).left == ()
            return source
        finally:
            await connection.close()

    assert asyncio.run(replace_both_and_put_back()) == body.replace("pg_catalog", "pgrehearse").replace(
        "now", "pgrehearse.now"
    )
    assert everything_defined(server, database) == before


@pytest.mark.usefixtures("before")
def test_functions_are_kept_while_something_calls_them(server: Cluster, database: str) -> None:
    """A view that was defined by the definition of a replaced one: it is named, and reads the target's time."""
    asyncio.run(replaced(server, database))
    with superuser(server, database) as connection:
        connection.execute("create view mine as select pgrehearse.now()")
    left = asyncio.run(put_back(server, database))
    assert left == ("view public.mine depends on function pgrehearse.now()",)
    with superuser(server, database) as connection:
        assert connection.execute("select now = now() from mine").fetchone() == (True,)
        connection.execute("drop view mine")
    assert asyncio.run(put_back(server, database)) == ()
    assert "pgrehearse" not in str(everything_defined(server, database))
