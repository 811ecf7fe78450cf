"""No function that analyzes a text fails on any command of PostgreSQL, whatever the fields of its parse tree contain."""

from __future__ import annotations

import pytest

from pgrehearse.workload.generated.statement import read
from pgrehearse.workload.sql.clock import clock_statements
from pgrehearse.workload.sql.clock_text import clock_text
from pgrehearse.workload.sql.copy_in import copy_in
from pgrehearse.workload.sql.find_effects import effects_of
from pgrehearse.workload.sql.inserted_rows import inserted_constants, insertions
from pgrehearse.workload.sql.parser import parse
from pgrehearse.workload.sql.repeatable import repeatable

COMMANDS = """
alter database d set work_mem = '1MB'
alter default privileges in schema s grant select on tables to r
alter domain d add check (value > 0)
alter event trigger e disable
alter extension e update to '2'
alter function f(int) owner to r
alter index i set tablespace t
alter operator + (int, int) owner to r
alter publication p add table t
alter role r set search_path = s
alter sequence s restart with 7
alter subscription s disable
alter system set work_mem = '1MB'
alter table t alter c set default now(), add d timestamptz default clock_timestamp(), drop e
alter table t alter c add generated always as identity
alter text search dictionary d (stopwords = 'x')
alter type y add value 'v' before 'w'
analyze t (c)
begin isolation level serializable read only deferrable
call p(1, 'a', now())
checkpoint
close c
cluster t using i
comment on table t is 'now'
commit and chain
commit prepared 'location'
copy t (a, b) from stdin with (format csv, header)
copy (select now()) to stdout
create aggregate a (int) (sfunc = f, stype = int)
create cast (int as y) with function f(int)
create collation c (provider = icu, locale = 'en-US')
create database d with template t location 'default'
create domain d as timestamptz default now() check (value > 'today')
create event trigger e on ddl_command_start execute function f()
create extension e with schema s
create foreign table t (a int) server s options (location 'x')
create function f() returns timestamptz language sql as 'select now()'
create function f() returns int language sql begin atomic select 1; end
create index concurrently i on t ((date(created_at))) where created_at > '2026-01-01'
create materialized view m as select now() with no data
create operator === (leftarg = int, rightarg = int, function = f)
create policy p on t using (a > now())
create publication p for table t (a) where (a > 1)
create rule r as on insert to t do instead nothing
create schema s create table t (a int)
create sequence s increment 50 cache 10
create server s foreign data wrapper w options (location 'x')
create statistics s on a, b from t
create subscription s connection 'host=x' publication p
create table t (a serial, b timestamptz default current_timestamp, c int generated always as identity) partition by range (b)
create table t partition of p for values from ('2026-01-01') to (maxvalue)
create table t as select now() as n
create tablespace s location '/missing/location'
create temp table t (like u including all) on commit drop
create text search configuration c (parser = default)
create transform for y language l (from sql with function f(internal))
create trigger t before insert on t for each row when (new.a > now()) execute function f()
create type y as enum ('a', 'b')
create type y as (location text, a int)
create unlogged table t (location point)
create user mapping for r server s options (location 'x')
create view v as select now() as n, nextval('s')
deallocate all
declare c cursor with hold for select now()
delete from t using u where t.a = u.a and u.at < now() returning t.*
discard all
do $$ begin perform nextval('s'); end $$
drop table if exists t, u cascade
execute p (1, now(), 'a')
explain (analyze, format json) select now()
fetch forward 10 from c
grant select (location) on t to r with grant option
import foreign schema s from server v into t
insert into t (location) values (now()), (default) on conflict (location) do update set location = excluded.location returning *
insert into t select nextval('s'), now() from u
insert into t default values
insert into t overriding system value values (1)
listen c
load 'l'
lock table t in share mode
merge into t using u on t.a = u.a when matched then update set b = now() when not matched then insert values (default, now())
move 5 in c
notify c, 'location'
prepare p (int, text) as insert into t values ($1, $2)
prepare transaction 'location'
reassign owned by r to q
refresh materialized view m
reindex table t
release savepoint s
reset all
revoke all on schema s from r
rollback to savepoint s
savepoint location
security label on table t is 'x'
select location, xmltable.* from t, xmltable('/a' passing x columns location text path '@location')
select json_object('location': now()), array[now()], row(now()), case when now() > a then 1 end collate "C"
select * from rows from (now(), generate_series(1, 3)) with ordinality
select (t).location[1:2], $1::timestamptz, interval '1 day', date 'today' from t tablesample system (1) for update skip locked
set location = 'x'
set time zone 'UTC'
set constraints all deferred
set transaction snapshot '1'
show search_path
start transaction
table t
truncate t restart identity cascade
unlisten *
update t set (a, b) = (select nextval('s'), now()), c = default where current of c
vacuum (analyze, verbose) t
values (now(), currval('s')), (default, 1)
with recursive w as (insert into t values (now()) returning *) search depth first by a set o select * from w
"""
TEXTS = COMMANDS.strip().splitlines()


@pytest.mark.parametrize("text", TEXTS)
def test_every_analysis_of_a_command_returns(text: str) -> None:
    """A capture parses the text, and a replay or a comparison looks for clock expressions, generated ids and COPY in it."""
    encoded = text.encode()
    assert parse(text, text).query_key
    assert len(clock_statements(encoded)) <= 1
    assert clock_text(encoded).replaced >= 0
    repeatable(encoded)
    copy_in(encoded)
    insertions(encoded)
    inserted_constants(encoded)
    read(encoded)
    effects_of(encoded)


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("create tablespace s location '/missing/now()'", False),
        ("create type y as (location text)", False),
        ("create view v as select now()", True),
        ("alter table t add d timestamptz default clock_timestamp()", True),
    ],
)
def test_a_command_uses_the_clock_by_its_expressions(text: str, uses: bool) -> None:
    """A field with the name of a place in the text is no place."""
    assert clock_statements(text.encode()) == [uses]
