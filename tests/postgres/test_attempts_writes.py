"""What a replay with --writes must not send until it is allowed by name, and what it must send (rows 51 to 57).

The target is an embedded server of ours, which counts as proven. All attempts of a version are sessions of one replay;
two more replays, each allowing half of the names, tell that the matching name sends them and that no other does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.conftest import superuser
from tests.postgres.attempts import (
    ALL,
    ALLOWANCES,
    ALTER_SYSTEM,
    BACKUP,
    COPY_FILE,
    COPY_PROGRAM,
    DATABASE,
    DBLINK,
    DYNAMIC_SQL,
    FOREIGN_SERVER,
    FOREIGN_TABLE,
    NOTIFY,
    ROLE,
    SERVER_FILE,
    SLOT,
    STATISTICS,
    SUBSCRIPTION,
    TABLESPACE,
    TERMINATE,
    UNTRUSTED_CODE,
    WAL,
    WITH_CONTRIB,
    Arena,
    Attempt,
    Played,
    Statement,
    each,
    may,
    no,
    ok,
    play,
    prepare,
    unguarded,
)
from tests.postgres.conftest import have_15
from tests.postgres.wrappings import NOTIFIES, TEMPLATE, WRAPPED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BASE = "writes"
CONTRIB = "create extension dblink; create extension postgres_fdw; create extension adminpack; create extension tablefunc; create extension xml2; create extension file_fdw; create extension tcn;"
_DBLINK = "'@production@', 'insert into sold values (''@me@'')'"


def out(
    row: int,
    name: str,
    allow: str | frozenset[str],
    *statements: str | Statement,
    setup: str = "",
    versions: frozenset[int] = ALL,
    user: str = "boss",
    fails: frozenset[str] = frozenset(),
    lacking: frozenset[str] = frozenset(),
) -> Attempt:
    """Return an attempt to reach outside; a statement that is plain text must not be sent unless *allow* allows it."""
    made = tuple(no(one) if isinstance(one, str) else one for one in statements)
    names = frozenset({allow}) if isinstance(allow, str) else allow
    return Attempt(str(row), name, made, setup, user, versions, names, fails, lacking)


def fires(
    name: str, *statements: str | Statement, setup: str, versions: frozenset[int] = ALL, user: str = "boss"
) -> Attempt:
    """Return an attempt whose write fires something that notifies: ``@me@_fire()`` is a trigger function that does."""
    fire = "create function @me@_fire() returns trigger language plpgsql as $f$ begin perform @me@(); return coalesce(new, old); end $f$; create table @me@_t (id int primary key, a int); insert into @me@_t values (1, 1);"
    return out(52, f"t_{name}", NOTIFY, *statements, setup=NOTIFIES + fire + setup, versions=versions, user=user)


def foreign(name: str, *statements: str | Statement, setup: str = "", user: str = "boss") -> Attempt:
    """Return an attempt on ``@me@_f``, a foreign table that is a table of the other server."""
    made = "create server @me@_s foreign data wrapper postgres_fdw options (host '127.0.0.1', port '@port@', dbname 'shop'); create user mapping for public server @me@_s options (user 'boss', password_required 'false'); create foreign table @me@_f (who text) server @me@_s options (table_name 'sold');"
    return out(51, f"f_{name}", FOREIGN_TABLE, *statements, setup=made + setup, versions=WITH_CONTRIB, user=user)


FOREIGN = (
    foreign("insert", "insert into @me@_f values ('@me@')"),
    foreign("delete", "delete from @me@_f where who = 'nobody @me@'"),
    foreign("update", "update @me@_f set who = '@me@' where who = 'nobody'"),
    foreign("parameters", no("insert into f_parameters_f values ($1)", "f_parameters")),
    foreign("select", "select * from @me@_f"),
    foreign("select_into", "insert into log (who) select who from @me@_f"),
    foreign("cte", "with i as (insert into @me@_f values ('@me@') returning who) select * from i"),
    foreign("comment", "/* don't */ insert into /* ' */ @me@_f values ('@me@')"),
    foreign("quoted", "insert into public.\"f_quoted_f\" values ('@me@')"),
    foreign("unicode", "insert into U&\"f\\005funicode_f\" values ('@me@')"),
    foreign("three_parts", "insert into @database@.public.@me@_f values ('@me@')"),
    foreign("view", "insert into @me@_v values ('@me@')", setup="create view @me@_v as select * from @me@_f;"),
    foreign(
        "view_of_view",
        "insert into @me@_w values ('@me@')",
        setup="create view @me@_v as select * from @me@_f; create view @me@_w as select * from @me@_v;",
    ),
    foreign(
        "rule",
        "insert into @me@_t values ('@me@')",
        setup="create table @me@_t (who text); create rule r as on insert to @me@_t do also insert into @me@_f values (new.who);",
    ),
    foreign(
        "trigger",
        "insert into @me@_t values ('@me@')",
        setup="create table @me@_t (who text); create function @me@_x() returns trigger language plpgsql as $$ begin insert into @me@_f values (new.who); return new; end $$; create trigger x after insert on @me@_t for each row execute function @me@_x();",
    ),
    foreign(
        "partition",
        "insert into @me@_p values ('@me@')",
        setup="create table @me@_p (who text) partition by list (who); alter table @me@_p attach partition @me@_f default;",
    ),
    foreign(
        "child",
        "select * from @me@_p",
        setup="create table @me@_p (who text); alter foreign table @me@_f inherit @me@_p;",
    ),
    foreign(
        "function",
        "select @me@_x()",
        setup="create function @me@_x() returns text language sql as $$insert into @me@_f values ('@me@') returning who$$;",
    ),
    foreign(
        "procedure",
        "call @me@_x()",
        setup="create procedure @me@_x() language sql as $$insert into @me@_f values ('@me@')$$;",
    ),
    foreign("do", "do $$ begin insert into f_do_f values ('f_do'); end $$"),
    foreign("prepared", "prepare f_p as insert into f_prepared_f values ('f_prepared')", "execute f_p"),
    foreign("explained", "explain analyze insert into @me@_f values ('@me@')"),
    foreign("several", "begin; insert into @me@_f values ('@me@'); commit"),
    foreign(
        "policy",
        "insert into @me@_t values (1)",
        setup="create table @me@_t (a int); alter table @me@_t enable row level security; create policy p on @me@_t with check (exists (select from @me@_f)); grant insert, select on @me@_t to clerk; grant select on @me@_f to clerk;",
        user="clerk",
    ),
    foreign("analyze", "analyze @me@_f"),
    foreign(
        "matview",
        "refresh materialized view @me@_m",
        setup="create materialized view @me@_m as select * from @me@_f with no data;",
    ),
    foreign("table_as", "create table @me@_new as select * from @me@_f"),
    foreign(
        "truncate",
        "truncate f_other_truncate_f",
        setup="create foreign table f_other_truncate_f (who text) server @me@_s options (schema_name 'public', table_name 'emptied');",
    ),
)
LINKS = (
    out(
        52,
        "k_trigger",
        DBLINK,
        "insert into @me@_t values (1)",
        setup=f"create table @me@_t (a int); create function @me@_x() returns trigger language plpgsql as $$ begin perform dblink_exec({_DBLINK}); return new; end $$; create trigger x before insert on @me@_t for each row execute function @me@_x();",
        versions=WITH_CONTRIB,
    ),
    out(
        52,
        "k_function",
        DBLINK,
        "select @me@_x()",
        setup=f"create function @me@_x() returns text language plpgsql as $$ begin return dblink_exec({_DBLINK}); end $$;",
        versions=WITH_CONTRIB,
    ),
    out(
        52,
        "k_procedure",
        DBLINK,
        "call @me@_x()",
        setup=f"create procedure @me@_x() language sql as $$select dblink_exec({_DBLINK})$$;",
        versions=WITH_CONTRIB,
    ),
    out(
        52,
        "k_view",
        DBLINK,
        "select * from @me@_v",
        setup=f"create view @me@_v as select dblink_exec({_DBLINK});",
        versions=WITH_CONTRIB,
    ),
    out(
        52,
        "k_rule",
        DBLINK,
        "insert into @me@_t values (1)",
        setup=f"create table @me@_t (a int); create rule r as on insert to @me@_t do also select dblink_exec({_DBLINK});",
        versions=WITH_CONTRIB,
    ),
    out(
        52,
        "k_default",
        DBLINK,
        "insert into @me@_t default values",
        setup=f"create table @me@_t (a text default dblink_exec({_DBLINK}));",
        versions=WITH_CONTRIB,
    ),
    out(53, "k_plain", DBLINK, f"select dblink_exec({_DBLINK})", versions=WITH_CONTRIB),
    out(
        53,
        "k_from",
        DBLINK,
        "select * from dblink('@production@', 'insert into sold values (''@me@'') returning who') as t(who text)",
        versions=WITH_CONTRIB,
    ),
    out(53, "k_quoted", DBLINK, f'select "dblink_exec"({_DBLINK})', versions=WITH_CONTRIB),
    out(53, "k_qualified", DBLINK, f'select public . "dblink_exec" ({_DBLINK})', versions=WITH_CONTRIB),
    out(53, "k_unicode", DBLINK, f'select U&"dblink\\005fexec"({_DBLINK})', versions=WITH_CONTRIB),
    out(53, "k_do", DBLINK, f"do $$ begin perform dblink_exec({_DBLINK}); end $$", versions=WITH_CONTRIB),
    out(
        53,
        "k_do_string",
        DBLINK,
        "do 'begin perform dblink_exec(''@production@'', ''insert into sold values (''''k_do_string'''')''); end'",
        versions=WITH_CONTRIB,
    ),
    out(
        53,
        "k_do_escaped",
        DBLINK,
        "do E'begin perform dblink\\x5fexec(''@production@'', ''insert into sold values (''''k_do_escaped'''')''); end'",
        versions=WITH_CONTRIB,
    ),
    out(53, "k_insert_select", DBLINK, f"insert into log (who) select dblink_exec({_DBLINK})", versions=WITH_CONTRIB),
    out(
        53,
        "k_returning",
        DBLINK,
        f"insert into log (who) values ('k') returning dblink_exec({_DBLINK})",
        versions=WITH_CONTRIB,
    ),
    out(
        53, "k_prepared", DBLINK, f"prepare k_p as select dblink_exec({_DBLINK})", "execute k_p", versions=WITH_CONTRIB
    ),
    out(
        53,
        "k_parameters",
        DBLINK,
        no("select dblink_exec($1, $2)", "@production@", "insert into sold values ('@me@')"),
        versions=WITH_CONTRIB,
    ),
    out(
        53,
        "k_connect",
        DBLINK,
        "select dblink_connect('k_c', '@production@')",
        "select dblink_exec('k_c', 'insert into sold values (''@me@'')')",
        versions=WITH_CONTRIB,
    ),
    out(54, "k_comment", DBLINK, f"/* don't */ select dblink_exec({_DBLINK})", versions=WITH_CONTRIB),
    out(54, "k_comment_line", DBLINK, f"-- it's\nselect dblink_exec({_DBLINK})", versions=WITH_CONTRIB),
    out(55, "k_comment_nested", DBLINK, f"/* a /* b */ ' */ select dblink_exec({_DBLINK})", versions=WITH_CONTRIB),
    out(
        53,
        "k_xml",
        DYNAMIC_SQL,
        f"select query_to_xml($q$select dblink_exec({_DBLINK})$q$, true, false, '')",
        versions=WITH_CONTRIB,
    ),
    out(53, "k_explained", DBLINK, f"explain analyze select dblink_exec({_DBLINK})", versions=WITH_CONTRIB),
    out(53, "k_table_as", DBLINK, f"create table @me@_new as select dblink_exec({_DBLINK})", versions=WITH_CONTRIB),
    out(
        53,
        "k_view_made_here",
        DBLINK,
        may(f"create view @me@_v as select dblink_exec({_DBLINK})"),
        "select * from @me@_v",
        versions=WITH_CONTRIB,
        lacking=frozenset({"42P01"}),
    ),
    out(
        53,
        "k_function_made_here",
        DBLINK,
        may(f"create function @me@_x() returns text language sql as $$select dblink_exec({_DBLINK})$$"),
        "select @me@_x()",
        versions=WITH_CONTRIB,
        lacking=frozenset({"42883"}),
    ),
)

_EVERY = ("insert into @me@_t values (2, 2)", "update @me@_t set a = 3 where id = 1", "delete from @me@_t where id = 1")
FIRED = (
    fires(
        "before_insert",
        _EVERY[0],
        setup="create trigger x before insert on @me@_t for each row execute function @me@_fire();",
    ),
    fires(
        "after_update",
        _EVERY[1],
        setup="create trigger x after update on @me@_t for each row execute function @me@_fire();",
    ),
    fires(
        "delete_statement",
        _EVERY[2],
        setup="create trigger x after delete on @me@_t for each statement execute function @me@_fire();",
    ),
    fires(
        "truncate",
        "truncate @me@_t",
        setup="create trigger x before truncate on @me@_t for each statement execute function @me@_fire();",
    ),
    fires(
        "condition",
        _EVERY[0],
        setup="create function @me@_w() returns trigger language plpgsql as $$ begin return new; end $$; create trigger x before insert on @me@_t for each row when (@me@(new.a) = 1) execute function @me@_w();",
    ),
    fires(
        "instead_of",
        "insert into @me@_v values (2, 2)",
        setup="create view @me@_v as select * from @me@_t; create trigger x instead of insert on @me@_v for each row execute function @me@_fire();",
    ),
    fires(
        "through_view",
        "insert into @me@_v values (2, 2)",
        setup="create view @me@_v as select * from @me@_t; create trigger x after insert on @me@_t for each row execute function @me@_fire();",
    ),
    fires(
        "deferred",
        may("begin"),
        _EVERY[0],
        may("commit"),
        setup="create constraint trigger x after insert on @me@_t deferrable initially deferred for each row execute function @me@_fire();",
    ),
    fires(
        "cascade",
        "delete from @me@_t where id = 1",
        setup="create table @me@_c (id int references @me@_t on delete cascade); insert into @me@_c values (1); create trigger x after delete on @me@_c for each row execute function @me@_fire();",
    ),
    fires(
        "cascade_update",
        "update @me@_t set id = 9 where id = 1",
        setup="create table @me@_c (id int references @me@_t on update cascade); insert into @me@_c values (1); create trigger x after update on @me@_c for each row execute function @me@_fire();",
    ),
    fires(
        "cascade_null",
        "delete from @me@_t where id = 1",
        setup="create table @me@_c (id int references @me@_t on delete set null); insert into @me@_c values (1); create trigger x after update on @me@_c for each row execute function @me@_fire();",
    ),
    fires(
        "trigger_of_trigger",
        _EVERY[0],
        setup="create table @me@_u (a int); create trigger x after insert on @me@_u for each row execute function @me@_fire(); create function @me@_g() returns trigger language plpgsql as $$ begin insert into @me@_u values (1); return new; end $$; create trigger y after insert on @me@_t for each row execute function @me@_g();",
    ),
    fires(
        "partition",
        "insert into @me@_p values (1)",
        setup="create table @me@_p (a int) partition by list (a); create table @me@_p1 partition of @me@_p default; create trigger x after insert on @me@_p1 for each row execute function @me@_fire();",
    ),
    fires(
        "merge",
        "merge into @me@_t t using (select 1 as id) s on t.id = s.id when matched then update set a = 7",
        setup="create trigger x after update on @me@_t for each row execute function @me@_fire();",
    ),
    fires(
        "conflict",
        "insert into @me@_t values (1, 1) on conflict (id) do update set a = 5",
        setup="create trigger x after update on @me@_t for each row execute function @me@_fire();",
    ),
    fires(
        "cte",
        "with d as (delete from @me@_t returning id) select * from d",
        setup="create trigger x after delete on @me@_t for each row execute function @me@_fire();",
    ),
    fires(
        "in_function",
        "select @me@_w()",
        setup="create function @me@_w() returns int language sql as 'insert into @me@_t values (2, 2) returning 1'; create trigger x after insert on @me@_t for each row execute function @me@_fire();",
    ),
    fires(
        "in_do",
        "do $$ begin insert into t_in_do_t values (2, 2); end $$",
        setup="create trigger x after insert on @me@_t for each row execute function @me@_fire();",
    ),
    fires(
        "prepared",
        "prepare t_p as insert into t_prepared_t values (2, 2)",
        "execute t_p",
        setup="create trigger x after insert on @me@_t for each row execute function @me@_fire();",
    ),
    fires(
        "parameters",
        no("insert into t_parameters_t values ($1, $2)", "2", "2"),
        setup="create trigger x after insert on @me@_t for each row execute function @me@_fire();",
    ),
    fires("rule_also", _EVERY[0], setup="create rule r as on insert to @me@_t do also select @me@();"),
    fires("rule_instead", _EVERY[1], setup="create rule r as on update to @me@_t do instead select @me@();"),
    fires("rule_notify", _EVERY[0], setup="create rule r as on insert to @me@_t do also notify @me@;"),
    fires("default", "insert into @me@_d (id) values (1)", setup="create table @me@_d (id int, a int default @me@());"),
    fires(
        "default_word",
        "insert into @me@_d values (1, default)",
        setup="create table @me@_d (id int, a int default @me@());",
    ),
    fires("check", "insert into @me@_d values (1)", setup="create table @me@_d (id int check (@me@(id) > 0));"),
    fires(
        "domain",
        "insert into @me@_d values (1)",
        setup="create domain @me@_dom as int check (@me@(value) > 0); create table @me@_d (id @me@_dom);",
    ),
    fires(
        "domain_default",
        "insert into @me@_d (a) values (1)",
        setup="create domain @me@_dom as int default @me@(); create table @me@_d (a int, id @me@_dom);",
    ),
    fires(
        "generated",
        "insert into @me@_d (id) values (1)",
        setup="create function @me@_i(int) returns int immutable language plpgsql as $$ begin return public.@me@(); end $$; create table @me@_d (id int, a int generated always as (@me@_i(id)) stored);",
    ),
    fires(
        "index_expression",
        "insert into @me@_d values (1)",
        setup="create function @me@_i(int) returns int immutable language plpgsql as $$ begin return public.@me@(); end $$; create table @me@_d (id int); create index on @me@_d (@me@_i(id));",
    ),
    fires(
        "index_condition",
        "insert into @me@_d values (1)",
        setup="create function @me@_i(int) returns int immutable language plpgsql as $$ begin return public.@me@(); end $$; create table @me@_d (id int); create index on @me@_d (id) where @me@_i(id) = 1;",
    ),
    fires(
        "index_made",
        "create index on @me@_d (@me@_i(id))",
        setup="create function @me@_i(int) returns int immutable language plpgsql as $$ begin return public.@me@(); end $$; create table @me@_d (id int); insert into @me@_d values (1);",
    ),
    fires(
        "reindex",
        "reindex table @me@_d",
        setup="create function @me@_i(int) returns int immutable language plpgsql as $$ begin return public.@me@(); end $$; create table @me@_d (id int); insert into @me@_d values (1); create index on @me@_d (@me@_i(id));",
    ),
    fires(
        "partition_key",
        "insert into @me@_p values (1)",
        setup="create function @me@_i(int) returns int immutable language plpgsql as $$ begin return public.@me@(); end $$; create table @me@_p (a int) partition by list (@me@_i(a)); create table @me@_p1 partition of @me@_p default;",
    ),
    fires(
        "exclusion",
        "insert into @me@_d values (1)",
        setup="create function @me@_i(int) returns int immutable language plpgsql as $$ begin return public.@me@(); end $$; create table @me@_d (id int, exclude using btree (@me@_i(id) with =));",
    ),
    fires(
        "policy_check",
        "insert into @me@_t values (2, 2)",
        user="clerk",
        setup="alter table @me@_t enable row level security; create policy p on @me@_t for insert with check (@me@(a) = 1); grant insert on @me@_t to clerk;",
    ),
    fires(
        "cast_assignment",
        "insert into @me@_d select row(1)::@me@_c",
        setup="create type @me@_c as (a int); create function @me@_f(@me@_c) returns int stable language sql as 'select @me@()'; create cast (@me@_c as int) with function @me@_f(@me@_c) as assignment; create table @me@_d (id int);",
    ),
    fires("returning", "insert into log (who) values ('t') returning @me@()", setup=""),
    fires("set_expression", "update plain set who = @me@()::text where id = 1", setup=""),
    fires("where", "delete from plain where id = 1000 + @me@()", setup=""),
    fires(
        "refresh",
        "refresh materialized view @me@_m",
        setup="create materialized view @me@_m as select @me@() as a with no data;",
    ),
    fires("table_as", "create table @me@_new as select @me@()", setup=""),
    fires("alter_using", "alter table @me@_t alter column a type bigint using @me@(a)", setup=""),
    fires("alter_default", "alter table @me@_t add column b int default @me@()", setup=""),
    fires("validated", "alter table @me@_t add check (@me@(a) = 1)", setup=""),
    fires(
        "event_trigger",
        "create aggregate @me@_agg(int) (sfunc = summed, stype = int)",
        setup="create function @me@_e() returns event_trigger language plpgsql as $$ begin perform @me@(); end $$; create event trigger @me@_ev on ddl_command_end when tag in ('CREATE AGGREGATE') execute function @me@_e();",
    ),
    fires(
        "event_trigger_drop",
        "drop text search configuration @me@_conf",
        setup="create text search configuration @me@_conf (copy = simple); create function @me@_e() returns event_trigger language plpgsql as $$ begin perform @me@(); end $$; create event trigger @me@_ev on sql_drop when tag in ('DROP TEXT SEARCH CONFIGURATION') execute function @me@_e();",
    ),
    fires(
        "made_here",
        may(
            "create function t_made_here_x() returns trigger language plpgsql as $$ begin perform pg_notify('t_made_here', 'x'); return new; end $$"
        ),
        may("create trigger x before insert on t_made_here_t for each row execute function t_made_here_x()"),
        may(_EVERY[0]),
        setup="",
    ),
    out(
        52,
        "t_change_notification",
        NOTIFY,
        "insert into @me@_t values (1)",
        setup="create table @me@_t (id int primary key); create trigger x after insert on @me@_t for each row execute function triggered_change_notification('@me@');",
        versions=WITH_CONTRIB,
    ),
)

_VICTIM = "from pg_stat_activity where application_name = 'victim_@me@'"
_NEW = "@database@_@me@"
# The program may be gone before all of it is written: it was sent all the same.
_PIPE = frozenset({"XX000"})
OUTSIDE = (
    out(54, "o_terminate", TERMINATE, f"/* don't */ select pg_terminate_backend(pid) {_VICTIM}"),
    out(54, "o_cancel", TERMINATE, f"-- it's\nselect pg_cancel_backend(pid) {_VICTIM}"),
    out(54, "o_terminate_quoted", TERMINATE, f'select "pg_terminate_backend"(pid) {_VICTIM}'),
    out(54, "o_terminate_explained", TERMINATE, f"explain analyze select pg_terminate_backend(pid) {_VICTIM}"),
    out(
        54,
        "o_terminate_prepared",
        TERMINATE,
        "prepare o_p as select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'victim_o_terminate_prepared'",
        "execute o_p",
    ),
    out(
        54,
        "o_terminate_function",
        TERMINATE,
        "select @me@_x()",
        may("select 'victim_o_terminate_function'"),
        setup=f"create function @me@_x() returns bigint language sql as $$select count(pg_terminate_backend(pid)) {_VICTIM}$$;",
    ),
    out(54, "o_notify", NOTIFY, "/* don't */ notify o_notify"),
    out(54, "o_notify_payload", NOTIFY, "notify o_notify_payload, 'it''s'"),
    out(54, "o_notify_do", NOTIFY, "do $$ begin notify o_notify_do; end $$"),
    out(54, "o_alter_system", ALTER_SYSTEM, "/* don't */ alter system set work_mem = '7MB'"),
    out(54, "o_copy_program", COPY_PROGRAM, "/* don't */ copy plain to program 'cat > @scratch@/@me@'", fails=_PIPE),
    out(
        54,
        "o_copy_program_from",
        COPY_PROGRAM,
        "/* don't */ copy log (who) from program 'echo @me@; touch @scratch@/@me@'",
        fails=frozenset({"38000"}),
    ),
    out(
        54,
        "o_copy_program_do",
        COPY_PROGRAM,
        "do $$ begin copy plain to program 'cat > @scratch@/o_copy_program_do'; end $$",
        fails=_PIPE,
    ),
    out(54, "o_database", DATABASE, f'/* don\'t */ create database "{_NEW}"', f'/* don\'t */ drop database "{_NEW}"'),
    out(54, "o_database_setting", DATABASE, "alter database @database@ set statement_timeout = '61s'"),
    out(
        54,
        "o_database_renamed",
        DATABASE,
        f'-- it\'s\ncreate database "{_NEW}"',
        f'alter database "{_NEW}" rename to "{_NEW}_b"',
        f'drop database if exists "{_NEW}_b" with (force)',
    ),
    out(
        55,
        "o_alter_system_nested",
        ALTER_SYSTEM,
        "/* a /* b */ c */ alter system set maintenance_work_mem = '17MB'",
        "/* a /* b */ c */ alter system reset maintenance_work_mem",
    ),
    out(
        55,
        "o_alter_system_several",
        ALTER_SYSTEM,
        "select 1; alter system set work_mem = '7MB'",
        fails=frozenset({"25001"}),
    ),
    out(
        55,
        "o_copy_nested",
        COPY_PROGRAM,
        "/* a /* b */ c */ copy plain to program $$cat > @scratch@/@me@$$",
        fails=_PIPE,
    ),
    out(
        55, "o_copy_commented", COPY_PROGRAM, "copy plain to /*x*/ program /* ' */ 'cat > @scratch@/@me@'", fails=_PIPE
    ),
    # Capture takes the connection words out, so that an allowed one fails.
    out(
        56,
        "o_subscription",
        SUBSCRIPTION,
        f"create subscription \"{_NEW}\" connection '@production@' publication nothing with (slot_name = '{_NEW}_@version@')",
        f'drop subscription "{_NEW}"',
        fails=frozenset({"08006", "42601", "42704"}),
    ),
    out(
        56,
        "o_subscription_unconnected",
        SUBSCRIPTION,
        f"create subscription \"{_NEW}\" connection '@production@' publication nothing with (connect = false)",
        f'alter subscription "{_NEW}" set (slot_name = none)',
        f'drop subscription "{_NEW}"',
        fails=frozenset({"08006", "42601", "42704"}),
    ),
    out(57, "o_copy_file", COPY_FILE, "copy plain to '@scratch@/@me@'"),
    out(57, "o_copy_file_from", COPY_FILE, "copy log (who) from '@scratch@/source'"),
    out(57, "o_copy_file_do", COPY_FILE, "do $$ begin copy plain to '@scratch@/o_copy_file_do'; end $$"),
    out(
        57,
        "o_file_write",
        SERVER_FILE,
        "select pg_file_write('@scratch@/@me@_@database@', 'x', false)",
        versions=WITH_CONTRIB,
    ),
    out(57, "o_file_read", SERVER_FILE, "insert into log (who) select pg_read_file('PG_VERSION')"),
    out(
        57,
        "o_lo_export",
        SERVER_FILE,
        "select lo_export(lob, '@scratch@/@me@') from @me@_t",
        setup="create table @me@_t as select lo_from_bytea(0, '@me@'::bytea) as lob;",
    ),
    out(57, "o_lo_import", SERVER_FILE, "select lo_import('@scratch@/source')"),
    out(
        57,
        "o_slot",
        SLOT,
        f"select pg_create_physical_replication_slot('{_NEW}')",
        f"select pg_drop_replication_slot('{_NEW}')",
    ),
    out(
        57,
        "o_slot_quoted",
        SLOT,
        f"select \"pg_create_physical_replication_slot\"('{_NEW}')",
        f"select \"pg_drop_replication_slot\"('{_NEW}')",
    ),
    out(
        57,
        "o_slot_in_function",
        SLOT,
        "select @me@_x()",
        setup="create function @me@_x() returns int language plpgsql as $$ begin perform pg_create_physical_replication_slot('@me@' || pg_backend_pid()); perform pg_drop_replication_slot('@me@' || pg_backend_pid()); return 1; end $$;",
    ),
    out(57, "o_origin", SLOT, f"select pg_replication_origin_create('{_NEW}')"),
    out(
        57,
        "o_server",
        FOREIGN_SERVER,
        "create server @me@_s foreign data wrapper postgres_fdw options (host '127.0.0.1')",
        "create user mapping for current_user server @me@_s options (user 'boss')",
        "alter server @me@_s options (set host 'localhost')",
        "drop server @me@_s cascade",
        versions=WITH_CONTRIB,
    ),
    out(
        57,
        "o_foreign_table",
        FOREIGN_SERVER,
        may("select 1"),
        "import foreign schema public limit to (sold) from server @me@_s into other",
        setup="create server @me@_s foreign data wrapper postgres_fdw options (host '127.0.0.1', port '@port@', dbname 'shop'); create user mapping for public server @me@_s options (user 'boss', password_required 'false');",
        versions=WITH_CONTRIB,
    ),
    out(
        57,
        "o_role",
        ROLE,
        f'create role "{_NEW}"',
        f'alter role "{_NEW}" createdb',
        f'grant tenant_role to "{_NEW}"',
        f'drop role "{_NEW}"',
    ),
    out(57, "o_role_setting", ROLE, "alter role clerk set statement_timeout = '62s'"),
    out(
        57,
        "o_role_dynamic",
        frozenset({ROLE, DYNAMIC_SQL}),
        "do $$ begin execute 'alter role ' || 'clerk set lock_timeout = 1'; end $$",
    ),
    out(57, "o_role_constant", ROLE, "do $$ begin execute 'alter role clerk set idle_session_timeout = 0'; end $$"),
    out(
        57,
        "o_role_in_function",
        ROLE,
        "select @me@_x()",
        setup="create function @me@_x() returns int language plpgsql as $$ begin alter role clerk set lock_timeout = 2; return 1; end $$;",
    ),
    out(
        57,
        "o_tablespace",
        TABLESPACE,
        "create tablespace @me@ location '@scratch@/missing'",
        fails=frozenset({"58P01", "42P17"}),
    ),
    out(57, "o_switch_wal", WAL, "select pg_switch_wal()"),
    out(57, "o_restore_point", WAL, "select pg_create_restore_point('@me@')"),
    out(57, "o_message", WAL, "select pg_logical_emit_message(true, '@me@', 'x')"),
    out(57, "o_backup", BACKUP, "select pg_backup_start('@me@', true)"),
    out(57, "o_statistics", STATISTICS, "select pg_stat_reset()"),
    out(57, "o_statistics_shared", STATISTICS, "select pg_stat_reset_shared('archiver')"),
    out(57, "o_reload", ALTER_SYSTEM, "select pg_reload_conf()"),
    out(
        57, "o_untrusted", UNTRUSTED_CODE, "create function @me@_x() returns int language internal as 'pg_backend_pid'"
    ),
    out(
        57,
        "o_native",
        UNTRUSTED_CODE,
        "create function @me@_x(oid, integer) returns boolean language c as '$libdir/plpgsql', 'plpgsql_call_handler'",
        versions=ALL,
    ),
    out(57, "o_load", UNTRUSTED_CODE, "load 'plpgsql'"),
    out(
        57,
        "o_file_fdw",
        FOREIGN_TABLE,
        "select * from @me@_f",
        setup="create server @me@_s foreign data wrapper file_fdw; create foreign table @me@_f (a text) server @me@_s options (program 'touch @scratch@/@me@; echo 1');",
        versions=WITH_CONTRIB,
    ),
    out(
        57,
        "o_file_fdw_made",
        FOREIGN_SERVER,
        "create server @me@_s foreign data wrapper file_fdw",
        versions=WITH_CONTRIB,
    ),
    out(
        57,
        "o_dynamic",
        frozenset({DYNAMIC_SQL, NOTIFY}),
        "select @me@_x('notify o_dynamic')",
        setup="create function @me@_x(q text) returns int language plpgsql as $$ begin execute q; return 1; end $$;",
    ),
)

# Attempts that only read are of the read-only table; here the same ways to call a function are ways out.
ATTEMPTS = (*FOREIGN, *LINKS, *FIRED, *OUTSIDE, *WRAPPED)


def writes(
    name: str, *statements: str | Statement, setup: str = "", versions: frozenset[int] = ALL, user: str = "boss"
) -> Attempt:
    """Return a session of ordinary writes: all of it must be sent."""
    made = tuple(ok(one) if isinstance(one, str) else one for one in statements)
    return Attempt("ordinary", f"ok_{name}", made, setup, user, versions)


ORDINARY = (
    writes("insert", "insert into log (who) values ('@me@')", ok("insert into log (who) values ($1)", "@me@")),
    writes(
        "update_delete",
        "insert into log (who) values ('gone')",
        "update log set who = '@me@' where who = 'gone'",
        "delete from log where who = 'gone'",
    ),
    writes(
        "comments",
        "/* don't */ insert into log (who) values ('@me@')",
        "/* a /* b */ c */ insert into log (who) values ('it''s')",
        "insert into log (who) values ('copy x to program ''y''; alter system; notify')",
    ),
    writes(
        "merge", "merge into plain p using (select 7 as id) s on p.id = s.id when matched then update set who = '@me@'"
    ),
    writes("conflict", "insert into plain values (3, 'x') on conflict (id) do update set who = '@me@'"),
    writes("cte", "with i as (insert into log (who) values ('@me@') returning id) select * from i"),
    writes(
        "transaction",
        "begin",
        "insert into log (who) values ('@me@')",
        "savepoint s",
        "insert into log (who) values ('undone')",
        "rollback to s",
        "commit",
    ),
    writes("transaction_string", "begin; insert into log (who) values ('@me@'); commit"),
    writes("read_write", "begin read write", "insert into log (who) values ('@me@')", "commit"),
    writes(
        "sequence",
        "select nextval('log_id_seq')",
        "select setval('@me@_q', 40)",
        "select currval('log_id_seq')",
        setup="create sequence @me@_q;",
    ),
    writes(
        "tables",
        "create table @me@_t (id int primary key, who text)",
        "insert into @me@_t values (1, '@me@')",
        "create index on @me@_t (who)",
        "alter table @me@_t add column a int default 1",
        "create view @me@_v as select * from @me@_t",
        "select * from @me@_v",
        "truncate @me@_t",
        "drop table @me@_t cascade",
    ),
    writes(
        "temporary",
        "create temp table @me@_t (a int)",
        "insert into @me@_t values (1)",
        "select * from @me@_t",
        "drop table @me@_t",
        "select 1 as a into temp @me@_u",
        "create temp table @me@_w on commit drop as select 1",
    ),
    writes(
        "functions",
        "create function @me@_x() returns int language sql as $$insert into log (who) values ('@me@') returning 1$$",
        "select @me@_x()",
        "create procedure @me@_p() language plpgsql as $$ begin insert into log (who) values ('@me@'); commit; end $$",
        "call @me@_p()",
        "drop function @me@_x()",
    ),
    writes(
        "trigger",
        "insert into @me@_t values (1)",
        setup="create table @me@_t (a int); create function @me@_x() returns trigger language plpgsql as $$ begin insert into log (who) values ('@me@'); return new; end $$; create trigger x after insert on @me@_t for each row execute function @me@_x();",
    ),
    writes(
        "rule",
        "insert into @me@_t values (1)",
        setup="create table @me@_t (a int); create rule r as on insert to @me@_t do also insert into log (who) values ('@me@');",
    ),
    writes("view", "insert into plain_view values (1001, '@me@')"),
    writes(
        "do",
        "do $$ begin insert into log (who) values ('@me@'); end $$",
        "do 'begin insert into log (who) values (''@me@''); end'",
    ),
    writes(
        "prepared", "prepare p_w(text) as insert into log (who) values ($1)", "execute p_w('@me@')", "deallocate p_w"
    ),
    writes(
        "cursor",
        "begin",
        "declare c cursor for select * from plain for update",
        "fetch c",
        "update plain set who = who where current of c",
        "commit",
    ),
    writes("large_object", "select lo_from_bytea(0, '@me@'::bytea)", "select lo_create(0)"),
    writes(
        "locks",
        "begin",
        "lock table plain in row exclusive mode",
        "select * from plain where id = 5 for update",
        "commit",
    ),
    writes(
        "advisory",
        "select pg_advisory_lock(815)",
        "select pg_advisory_unlock(815)",
        "begin",
        "select pg_advisory_xact_lock(816)",
        "commit",
    ),
    writes(
        "maintenance",
        "analyze plain",
        "vacuum plain",
        "refresh materialized view kept",
        "reindex table log",
        "comment on table plain is '@me@'",
    ),
    writes(
        "settings",
        "set search_path = other, public",
        "set work_mem = '9MB'",
        "select set_config('app.tenant', '@me@', false)",
        "set local statement_timeout = 0",
        "insert into log (who) values (current_setting('app.tenant'))",
    ),
    writes("rights", "grant select on log to clerk", "revoke select on log from clerk"),
    writes("copied_out", "copy plain to stdout", "copy (select 1) to stdout"),
    writes(
        "types",
        "create type @me@_e as enum ('a')",
        "alter type @me@_e add value 'b'",
        "create domain @me@_d as int check (value > 0)",
        "select 5::@me@_d",
    ),
    writes("generated", "insert into documents (id, body) values (3, '@me@')"),
    writes("policy", "set app.tenant = 'one'", "select * from guarded", user="clerk"),
    writes(
        "reads",
        "select * from view_of_view",
        "select counted(), found(3)",
        "select now(), random()",
        "select * from pg_stat_activity",
        "explain analyze select * from plain",
    ),
    writes("dynamic_constant", "do $$ begin execute 'insert into log (who) values (''ok_dynamic_constant'')'; end $$"),
    writes("explained", "explain analyze insert into log (who) values ('@me@')"),
)
# Who is in the table of rows when all is over: those whose writes arrived.
ARRIVE = (
    "insert",
    "comments",
    "cte",
    "transaction",
    "transaction_string",
    "read_write",
    "functions",
    "trigger",
    "rule",
    "do",
    "prepared",
    "settings",
    "explained",
    "dynamic_constant",
)


# Which name sends what does not depend on the version: the one with most attempts tells it.
TELLING = 15 if have_15() else 16


@dataclass(frozen=True)
class Replayed:
    """The replays of a version: with nothing allowed, and with each half of the names."""

    arena: Arena
    nothing: Played
    halves: tuple[tuple[frozenset[str], Played], ...]


def table_of(arena: Arena) -> list[Attempt]:
    return [one for one in (*ATTEMPTS, *ORDINARY) if arena.version in one.versions]


@pytest.fixture(scope="module")
def plays(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Arena], Replayed]:
    """The replays of a version, which are made once."""
    found: dict[int, Replayed] = {}
    begun: set[int] = set()

    def played_in(arena: Arena) -> Replayed:
        if arena.version not in found:
            assert arena.version not in begun, "the replay of this version failed: see the first test of it"
            begun.add(arena.version)
            found[arena.version] = replayed(arena, tmp_path_factory.mktemp("writes"))
        return found[arena.version]

    return played_in


@pytest.fixture
def played(arena: Arena, plays: Callable[[Arena], Replayed]) -> Replayed:
    """What became of the attempts of one version."""
    return plays(arena)


def replayed(arena: Arena, folder: Path) -> Replayed:
    """Replay all attempts and all ordinary writes with writes; and again with names allowed."""
    table = table_of(arena)
    with superuser(arena.production, "shop") as connection:
        connection.execute("create table if not exists emptied (who text)")
    prepare(arena, BASE, TEMPLATE + (CONTRIB if arena.version == 15 else ""), table)
    nothing = play(arena, folder, BASE, table, writes=True)
    if arena.version != TELLING:
        return Replayed(arena, nothing, ())
    ways = [one for one in table if one.row not in {"wrapped", "ordinary"}]
    some = frozenset(sorted(ALLOWANCES)[::2]) | {NOTIFY, DYNAMIC_SQL}
    rest = (ALLOWANCES - some) | {NOTIFY, DYNAMIC_SQL}
    halves = tuple((names, play(arena, folder, BASE, ways, writes=True, allowed=names)) for names in (some, rest))
    return Replayed(arena, nothing, halves)


@each(ATTEMPTS)
def test_a_replay_with_writes_does_not(played: Replayed, attempt: Attempt) -> None:
    """What reaches outside is skipped, with the name that allows it; nothing that bears its name changed outside."""
    outside = [line for line in played.nothing.changed_by(attempt.name) if not line.startswith(INSIDE)]
    assert played.nothing.faults(attempt.name) + outside == []


# What a replay with writes may change.
INSIDE = ("dump:", "sequences:", "large objects:", "table statistics:", "table files:")


@each([one for one in ATTEMPTS if one.row != "wrapped"], [TELLING])
def test_the_name_that_allows_it_sends_it(played: Replayed, attempt: Attempt) -> None:
    """Sent where all of its names are allowed, held where one is lacking."""
    found = [
        fault for names, half in played.halves for fault in half.faults(attempt.name, allowed=attempt.allow <= names)
    ]
    assert found == []


@each(ORDINARY)
def test_a_replay_with_writes_sends(played: Replayed, attempt: Attempt) -> None:
    """What changes the rehearsed database alone is sent, and arrives."""
    assert played.nothing.faults(attempt.name) == []
    if attempt.name.removeprefix("ok_") in ARRIVE:
        rows = [line for line in played.nothing.changes if line.startswith("dump: new: INSERT INTO public.log")]
        assert any(f"'{attempt.name}'" in line for line in rows)


def test_a_replay_with_writes_changes_nothing_outside_the_database(played: Replayed) -> None:
    """Slots, files, settings, roles, databases, statistics, sessions, channels and the other server are as before."""
    passing = (*INSIDE, "checkpoint:", "wal file:")
    assert [line for line in played.nothing.changes if not line.startswith(passing)] == []


def test_every_attempt_succeeds_where_nothing_guards_the_server(played: Replayed) -> None:
    """The same statements, sent by a plain client: a statement that fails by itself proves nothing when it is not sent."""
    arena, nothing = played.arena, played.nothing
    broken = {name for name in nothing.attempts if any("must not be sent" in fault for fault in nothing.faults(name))}
    assert unguarded(arena, BASE, [one for one in table_of(arena) if one.name not in broken]) == []
