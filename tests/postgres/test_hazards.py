"""The effects of names on a real server, read from its catalog: definitions are followed to the definitions that they use."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from pgrehearse.targets.effect_reader import read_definitions
from pgrehearse.workload.catalog.hazards import closed
from pgrehearse.workload.sql.builtin_functions import reviewed
from pgrehearse.workload.sql.find_effects import effects_of
from tests.conftest import superuser

if TYPE_CHECKING:
    from pgrehearse.targets.embedded.cluster import Cluster

SCHEMA = """
create schema app;
create table app.t (id int primary key, a int default 1, b text);
create table app.log (x text);
create table app.child (id int references app.t on delete cascade);
create sequence app.s;
create function app.writer() returns int language sql stable as 'select nextval(''app.s'')::int';
create function app.row_writer(app.t) returns int language sql stable as 'select app.writer()';
create function app.reader(n int) returns int language plpgsql stable as
  $$ declare r app.t%rowtype; begin select * into r from app.t where id = n; return r.a; end $$;
create function app.left_alone(n int) returns int language plpgsql as $$ begin return n; end $$;
create function app.unlocks() returns text language sql stable as $$select set_config('Transaction_Read_Only', 'off', true)$$;
create function app.builds(x text) returns void language plpgsql stable as $$ begin execute x; end $$;
create function app.shaped(x text) returns void language plpgsql stable as $$ begin execute format('select 1 from %I', x); end $$;
create function app.resets() returns int language sql stable set default_transaction_read_only = off as 'select 1';
create function app.two(int, int) returns int language sql stable as 'select app.writer()';
create function app.atomic() returns int language sql stable begin atomic; select app.writer(); end;
create view app.seen as select app.writer() as w;
create view app.seen_again as select * from app.seen;
create view app.objects as select lo_create(0) from app.t;
create materialized view app.kept as select 1 as x;
create function app.tell() returns trigger language plpgsql as $$ begin perform pg_notify('c', new.b); return new; end $$;
create trigger tell before insert or update on app.t for each row execute function app.tell();
create trigger tell before insert on app.child for each row execute function app.tell();
create rule copied as on delete to app.log do also select app.builds('x');
create domain app.checked as int check (app.two(value, 1) > 0);
create table app.with_domain (c app.checked);
create operator app.## (leftarg = int, rightarg = int, function = app.two);
create type app.pair as (a int);
create function app.to_int(app.pair) returns int language sql stable as 'select app.writer()';
create cast (app.pair as int) with function app.to_int(app.pair) as implicit;
create table app.guarded (id int);
alter table app.guarded enable row level security;
create policy p on app.guarded using (app.writer() > 0);
create aggregate app.total(int) (sfunc = app.two, stype = int);
create function app.stored(int) returns int language sql immutable as 'select app.two(1, 2)';
create table app.made (a int, b int generated always as (app.stored(a)) stored);
create table app.indexed (a int);
create index on app.indexed (app.stored(a));
create table app.parts (a int) partition by range (a);
create table app.part partition of app.parts default;
create trigger tell before insert on app.part for each row execute function app.tell();
"""
ATTEMPTS = {
    "select a from t where id = 7": "",
    "select app.reader(7)": "",
    "select reader(7), now(), random(), lower(b) from app.t": "",
    "select left_alone(1)": "volatile",
    "select * from app.kept": "",
    "select t.a, (t).b from app.t": "",
    "select * from pg_stat_activity, pg_locks": "",
    "select nextval('s')": "writes",
    "select writer()": "writes",
    'select "writer"()': "writes",
    "select postgres.app.writer()": "writes",
    "select t.row_writer from t": "writes",
    "select * from app.seen": "writes",
    "select * from seen_again": "writes",
    "select * from objects": "writes",
    "select app.unlocks()": "guard",
    "select app.resets()": "guard",
    "select app.builds('x')": "dynamic-sql",
    "select app.shaped('x')": "writes",
    "select 1 ## 2": "writes",
    "select 1 operator(app.##) 2": "writes",
    "select 3::checked": "writes",
    "select c from with_domain": "writes",
    "select total(a) from t": "writes",
    "select * from guarded": "writes",
    "select row(1)::app.pair": "writes",
    "select to_int(null)": "writes",
    "select atomic()": "writes",
    "insert into app.t values (1)": "notify volatile writes",
    "update t set a = 1": "notify volatile writes",
    "delete from app.log": "dynamic-sql writes",
    "insert into app.log values ('x')": "dynamic-sql writes",
    "insert into app.made values (1)": "writes",
    "insert into indexed values (1)": "writes",
    "insert into app.parts values (1)": "notify volatile writes",
    "select pg_advisory_lock(1)": "advisory",
    "select pg_switch_wal()": "wal",
    "select pg_create_physical_replication_slot('x')": "slot",
    "select query_to_xml('select 1', true, true, '')": "dynamic-sql",
    "select table_to_xml('app.t', true, true, '')": "dynamic-sql",
    "select pg_read_file('x')": "server-file",
    "select pg_stat_reset()": "statistics",
    "select pg_reload_conf()": "alter-system",
    "select pg_terminate_backend(1)": "terminate",
}


def test_each_name_has_the_effects_of_its_definition(server: Cluster, database: str) -> None:
    """Views, functions, triggers, rules, policies, domains, casts, operators, aggregates, generated columns, partitions, built-in functions."""
    with superuser(server, database) as connection:
        connection.execute(SCHEMA)
    hazards = closed(asyncio.run(read_definitions(server.endpoint(database))))
    effects = {
        sql: " ".join(sorted(hazards.of(effects_of(sql.encode())) - _BESIDE.get(sql, set()))) for sql in ATTEMPTS
    }
    assert effects == ATTEMPTS


# Other effects of a statement, which are not tested.
_BESIDE = {"select app.shaped('x')": {"dynamic-sql", "volatile", "guard", "search-path"}}


def test_every_volatile_function_of_postgresql_was_reviewed(server: Cluster) -> None:
    """Except those for pg_upgrade and initdb, which count as not reviewed."""
    with superuser(server) as connection:
        rows = connection.execute(
            "select distinct proname from pg_proc where provolatile = 'v' and pronamespace = 'pg_catalog'::regnamespace"
        ).fetchall()
    names = {str(row[0]) for row in rows}
    unreviewed = {name for name in names if not reviewed(name)}
    assert {name for name in unreviewed if not name.startswith("binary_upgrade_")} <= {
        "pg_extension_config_dump",
        "pg_nextoid",
        "pg_stop_making_pinned_objects",
    }
