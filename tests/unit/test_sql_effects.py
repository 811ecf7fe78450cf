"""The effects of a text by its parse tree: all spellings of one statement have the same effects."""

from __future__ import annotations

import pytest

from pgrehearse.workload.sql.builtin_functions import HAZARDS, hazard_of_builtin, hazard_of_extension, reviewed
from pgrehearse.workload.sql.commands import COMMANDS
from pgrehearse.workload.sql.find_effects import effects_of, effects_of_function


@pytest.mark.parametrize(
    "sql",
    [
        "select dblink_exec('x')",
        "/* don't */ select dblink_exec('x')",
        "-- it's\nselect dblink_exec('x')",
        "/* a /* b */ ' */ select dblink_exec('x')",
        "select \"dblink_exec\"('x')",
        "select U&\"dblink\\005fexec\"('x')",
        "select DBLINK_EXEC($$x$$)",
        "select * from dblink_exec('x') as t(a text)",
        "values (dblink_exec('x'))",
        "select $a$'$a$, dblink_exec('x')",
        "select app.public.dblink_exec('x')",
        "explain analyze select dblink_exec('x')",
        "declare c cursor for select dblink_exec('x')",
        "copy (select dblink_exec('x')) to stdout",
        "prepare p as select dblink_exec('x')",
        "select 1; select dblink_exec('x')",
        "do $$ begin perform dblink_exec('x'); end $$",
        "do 'begin perform dblink_exec(''x''); end'",
        "do $x$ begin execute 'select dblink_exec(1)'; end $x$",
        "do $$ declare x int := dblink_exec('x'); begin end $$",
        "do $$ declare x nosuch := dblink_exec('x'); begin end $$",
        "do $$ declare x app.kind := dblink_exec('x'); begin end $$",
        "do $$ declare r record; begin for r in execute 'select dblink_exec(1)' loop end loop; end $$",
        "create view v as select dblink_exec('x')",
        "create function f() returns text language sql as 'select dblink_exec(1)'",
        "create function f() returns text language sql begin atomic; select dblink_exec('x'); end",
        "create trigger t before insert on x for each row execute function dblink_exec('x')",
        "create table t (a text default dblink_exec('x'))",
        "create policy p on t using (dblink_exec('x') = '')",
        "create domain d as text check (dblink_exec(value) = '')",
        "create aggregate a (text) (sfunc = dblink_exec, stype = text)",
        "create operator # (function = dblink_exec, rightarg = text)",
        "create cast (text as int) with function dblink_exec(text)",
        "select 1 from t tablesample dblink_exec (1)",
        "insert into t select 1 on conflict (a) do update set a = dblink_exec('x')",
        "select 1 limit dblink_exec('x')",
        "call dblink_exec('x')",
    ],
)
def test_a_call_is_found_however_it_is_written(sql: str) -> None:
    """Comments, quotes, escapes, positions and function bodies make no difference."""
    assert "dblink_exec" in {name for _, name in effects_of(sql.encode()).calls}


@pytest.mark.parametrize(
    ("sql", "hazards"),
    [
        ("select 1", ""),
        ("", ""),
        ("-- nothing", ""),
        ("show work_mem", ""),
        ("begin", ""),
        ("savepoint a", ""),
        ("fetch all from c", ""),
        ("set work_mem = '1MB'", ""),
        ("reset all", ""),
        ("discard all", ""),
        ("deallocate p", ""),
        ("explain select 1", ""),
        ("copy t to stdout", ""),
        ("insert into t values (1)", "writes"),
        ("with a as (delete from t returning *) select * from a", "writes"),
        ("select 1 for share", "writes"),
        ("select 1 into t", "writes"),
        ("create table t as select 1", "writes"),
        ("merge into t using s on true when matched then delete", "writes"),
        ("prepare transaction 'x'", "writes"),
        ("commit prepared 'x'", "writes"),
        ("vacuum", "writes"),
        ("lock t", "writes"),
        ("listen c", "writes"),
        ("/* don't */ alter system set x = 1", "alter-system"),
        ("drop /*'*/ database x", "database"),
        ("create database x", "database"),
        ("alter database x rename to y", "database writes"),
        ("alter role x superuser", "role"),
        ("grant a to b", "role"),
        ("create user x password 'y'", "password role"),
        ("create role x encrypted password $$y$$", "password role"),
        ("alter user mapping for a server s options (set password 'x')", "foreign-server password"),
        ("create subscription s connection 'x' publication p", "subscription"),
        ("drop subscription s", "subscription"),
        ("create server s foreign data wrapper w", "foreign-server"),
        ("drop server s", "foreign-server writes"),
        ("import foreign schema a from server s into b", "foreign-server"),
        ("create tablespace t location '/x'", "tablespace"),
        ("copy t to program 'x'", "copy-program"),
        ("copy t to /*x*/ program 'x'", "copy-program"),
        ("copy t to '/x'", "copy-file"),
        ("copy t from '/x'", "copy-file writes"),
        ("notify c, 'x'", "notify"),
        ("load 'x'", "untrusted-code"),
        ("create extension dblink", "untrusted-code"),
        ("create function f() returns int language c as 'x', 'y'", "untrusted-code writes"),
        ("create function f() returns int language plpython3u as 'x'", "untrusted-code writes"),
        ("do language plpython3u 'x'", "untrusted-code"),
        ("do language plperl 'x'", "dynamic-sql"),
        ("update pg_class set relname = ''", "system-catalog writes"),
        ("do $$ begin execute x; end $$", "dynamic-sql"),
        ("do $$ declare x text; begin execute 'select ' || x; end $$", "dynamic-sql"),
        ("do $$ declare x text; begin execute format('select %s', x); end $$", "dynamic-sql"),
        ("do $$ begin execute 'alter ' || 'role x'; end $$", "role"),
        ("do $$ declare x text; begin execute format('alter role %I', x); end $$", "role"),
        ("do $$ declare x int; begin execute 'select ' || x; end $$", ""),
        ("do $$ declare x text; begin execute format('update %I set a = %L', x, x); end $$", "writes"),
        ("do $$ declare x text; begin execute format('execute ''%L''', x); end $$", "dynamic-sql"),
        ("select * from pgrehearse.mark", "mark"),
        ("drop schema PGREHEARSE cascade", "mark writes"),
        ("set search_path = pgrehearse", "mark"),
        ("do $$ begin delete from pgrehearse.mark; end $$", "mark system"),
        ("select from where", "unparsed"),
        ("select " + "(" * 20_000, "unparsed"),
        ("select " + "+".join(["1"] * 64_000), "unparsed"),
    ],
)
def test_a_command_has_its_hazards(sql: str, hazards: str) -> None:
    """At any position in the text."""
    expected = set(hazards.replace("mark system", "mark writes").split())
    assert effects_of(sql.encode()).hazards == expected


@pytest.mark.parametrize(
    ("sql", "settings"),
    [
        ("set default_transaction_read_only = off", {"default_transaction_read_only"}),
        ('SET "Default_Transaction_Read_Only" TO off', {"default_transaction_read_only"}),
        ("set local transaction_read_only to default", {"transaction_read_only"}),
        ("reset Transaction_Read_Only", {"transaction_read_only"}),
        ("begin read write", {"transaction_read_only"}),
        ("start transaction isolation level serializable, read write", {"transaction_read_only"}),
        ("set session characteristics as transaction read write", {"transaction_read_only"}),
        ("set transaction read write", {"transaction_read_only"}),
        ("begin read only", set()),
        ("set transaction isolation level serializable", set()),
        ("begin", set()),
        ("select set_config('DEFAULT_transaction_READ_only', 'off', false)", {"default_transaction_read_only"}),
        ("select pg_catalog.\"set_config\"('a.b'::text, 'x', true)", {"a.b"}),
        ("select set_config(new_value => 'x', setting_name => 'Y', is_local => true)", {"y"}),
        ("select set_config($1, $2, false)", {"$1"}),
        ("select set_config('a' || 'b', 'x', false)", {"?"}),
        ("select set_config(U&'\\0061', 'x', false)", {"a"}),
        ("do $$ begin perform set_config('transaction_read_only', 'off', true); end $$", {"transaction_read_only"}),
    ],
)
def test_the_settings_that_a_text_changes_are_found(sql: str, settings: set[str]) -> None:
    """In any spelling, case and quoting, by SET, BEGIN and set_config; "?" is a setting whose name is not in the text."""
    assert effects_of(sql.encode()).settings == settings


def test_bytes_that_are_not_utf8_are_parsed() -> None:
    """A database can have another encoding."""
    assert effects_of("select größe, dblink_exec('ü') from t".encode("latin-1")).calls == {("", "dblink_exec")}


@pytest.mark.parametrize(
    ("definition", "calls", "hazards"),
    [
        (
            "create function f(a app.kind) returns setof app.t language plpgsql as $$ begin return query select g(); end $$",
            {"g"},
            set(),
        ),
        (
            "create function f() returns trigger language plpgsql as $$ begin new.a := h(':='); return new; end $$",
            {"h"},
            set(),
        ),
        (
            "create function f(a int) returns table (b int) language plpgsql as $$ begin for b in select g(a) loop return next; end loop; end $$",
            {"g"},
            set(),
        ),
        ("create function f(out a int) language plpgsql as $$ begin a := g(); end $$", {"g"}, set()),
        ("create procedure f(inout a int) language plpgsql as $$ begin a := g(); commit; end $$", {"g"}, set()),
        ("create function f() returns int language sql begin atomic; select g(); end", {"g"}, set()),
        ("create function f(a int default g()) returns int language sql as 'select 1'", {"g"}, set()),
        (
            "create function f() returns void language plpgsql as $$ declare a app.t%rowtype; b app.t.c%type; c app.k[]; begin perform g(); end $$",
            {"g"},
            set(),
        ),
        (
            "create function f() returns void language plpgsql as $$ begin this is not pl/pgsql; g(); insert into t values (1); end $$",
            {"g"},
            {"writes"},
        ),
        (
            "create function f() returns void language plpgsql as $$ declare é text := 'ÄÖÜ'; ñ app.k := g(); begin ñ := 'ßß' || h(1); end $$",
            {"g", "h"},
            set(),
        ),
        (
            "create function f() returns void language plpgsql as $$ begin -- 'ÄÖÜ\n diese Zeile ist nicht PL/pgSQL; g(); end $$",
            {"g"},
            set(),
        ),
        (
            "create function f() returns void language plpgsql as $$ begin open c for execute x; end $$",
            set(),
            {"dynamic-sql"},
        ),
        (
            "create function f(n int) returns void language plpgsql as $$ begin execute 'delete from t where a = ' || n; end $$",
            set(),
            {"writes"},
        ),
    ],
)
def test_a_function_has_the_effects_of_its_body(definition: str, calls: set[str], hazards: set[str]) -> None:
    """With any arguments, results and variables; a body that cannot be read is a hazard."""
    effects = effects_of_function(definition)
    assert calls <= {name for _, name in effects.calls}
    assert effects.hazards >= hazards
    assert ("writes" in effects.hazards) == ("writes" in hazards)


def test_every_hazard_of_a_command_and_a_function_has_a_text() -> None:
    """The reason of a skipped statement contains it."""
    assert set(COMMANDS.values()) - {""} <= set(HAZARDS)
    names = [
        "nextval",
        "pg_notify",
        "lo_export",
        "pg_switch_wal",
        "query_to_xml",
        "pg_try_advisory_xact_lock",
        "pg_stat_reset_shared",
    ]
    assert [hazard_of_builtin(name) for name in names] == [
        "writes",
        "notify",
        "server-file",
        "wal",
        "dynamic-sql",
        "advisory",
        "statistics",
    ]
    assert [hazard_of_builtin(name) for name in ("now", "random", "lower", "pg_relation_size")] == ["", "", "", ""]
    assert not reviewed("binary_upgrade_set_next_pg_type_oid")


@pytest.mark.parametrize(
    ("extension", "name", "volatile", "hazard"),
    [
        ("dblink", "dblink_get_connections", True, "dblink"),
        ("pgcrypto", "gen_salt", True, ""),
        ("tablefunc", "crosstab4", False, "dynamic-sql"),
        ("tablefunc", "normal_rand", True, ""),
        ("somebodys", "f", True, "native-code"),
        ("somebodys", "f", False, ""),
        ("", "f", True, "native-code"),
    ],
)
def test_the_hazard_of_a_compiled_function_follows_from_its_extension(
    extension: str, name: str, volatile: bool, hazard: str
) -> None:
    """Functions of reviewed extensions are harmless; volatile functions of unknown extensions are not."""
    assert hazard_of_extension(extension, name, volatile=volatile) == hazard
