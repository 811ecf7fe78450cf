"""What a read-only replay must not do to a real server, and what it must still send (rows 36 to 50, and those that held).

All attempts of a version are sessions of one replay; each test looks at what became of one of them.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.base import artifact
from pgrehearse.base.errors import BadInput, TargetProblem
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.scenarios.rehearsal import Rehearsal, rehearse
from tests.conftest import superuser
from tests.postgres.attempts import (
    ALL,
    WITH_CONTRIB,
    Arena,
    Attempt,
    LoggedSession,
    Played,
    Statement,
    captured,
    each,
    may,
    no,
    ok,
    play,
    prepare,
    unguarded,
)
from tests.postgres.wrappings import TEMPLATE, WRAPPED
from tests.proxies import PGBOUNCER, pgbouncer
from tests.replaying import replay

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BASE = "readonly"
_WRITER = "create function f_@me@() returns int volatile language sql as $$insert into log (who) values ('@me@') returning 1$$; create view v_@me@ as select f_@me@() as a; create sequence q_@me@;"


def held(
    row: str | int,
    name: str,
    *statements: str | Statement,
    setup: str = "",
    versions: frozenset[int] = ALL,
    user: str = "boss",
    fails: frozenset[str] = frozenset(),
) -> Attempt:
    """Return an attempt; a statement that is plain text must not be sent."""
    made = tuple(no(one) if isinstance(one, str) else one for one in statements)
    return Attempt(str(row), name, made, setup, user, versions, fails=fails)


def unlocking(
    row: int,
    name: str,
    *statements: str | Statement,
    versions: frozenset[int] = ALL,
    fails: frozenset[str] = frozenset(),
) -> Attempt:
    """Return an attempt to make the session writable (statements that are plain text may be sent), which then writes."""
    made = [may(one) if isinstance(one, str) else one for one in statements]
    after = [no("select * from v_@me@"), no("select nextval('q_@me@')"), no("insert into log (who) values ('@me@')")]
    if re.match("(/.*/ )?(begin|start)", made[0].sql) and ";" not in made[0].sql:
        after = [*after, may("commit"), *after]
    return Attempt(str(row), name, (*made, *after), _WRITER, versions=versions, fails=fails)


# 16 and later refuse to reset it.
_RESET = frozenset({"0A000", "25P02"})
UNLOCKING = (
    unlocking(
        36,
        "u_second_example",
        ok("select set_config('app.tenant', '1', false)"),
        "select set_config('transaction_read_only', 'off', false)",
        "select set_config('default_transaction_read_only', 'off', false)",
    ),
    unlocking(
        36,
        "u_second_parameters",
        ok("select set_config($1, $2, false)", "app.tenant", "1"),
        no("select set_config($1, $2, false)", "default_transaction_read_only", "off"),
    ),
    unlocking(36, "u_built_name", "select set_config('default_transaction' || '_read_only', 'off', false)"),
    unlocking(
        36,
        "u_name_of_table",
        "select set_config(name, 'off', false) from pg_settings where name = 'default_transaction_read_only'",
    ),
    unlocking(36, "u_local_config", "begin", "select set_config('transaction_read_only', 'off', true)"),
    unlocking(36, "u_quoted_config", "select \"set_config\"('default_transaction_read_only', 'off', false)"),
    unlocking(36, "u_unicode_config", "select U&\"set\\005fconfig\"('default_transaction_read_only', 'off', false)"),
    unlocking(
        36,
        "u_config_in_case",
        "select case when true then set_config('default_transaction_read_only', 'off', false) end",
    ),
    unlocking(
        36, "u_update_settings", "update pg_settings set setting = 'off' where name = 'default_transaction_read_only'"
    ),
    unlocking(37, "u_upper_config", "select set_config('DEFAULT_TRANSACTION_READ_ONLY', 'off', false)"),
    unlocking(37, "u_mixed_set", 'set "Default_Transaction_Read_Only" to off'),
    unlocking(37, "u_unicode_set", 'set U&"default\\005ftransaction_read_only" = off'),
    unlocking(37, "u_upper_set", "SET SESSION DEFAULT_TRANSACTION_READ_ONLY = 'OFF'"),
    unlocking(37, "u_commented_set", "/* don't */ set /* ' */ default_transaction_read_only /* x */ to false"),
    unlocking(37, "u_zero_set", "set default_transaction_read_only = 0"),
    unlocking(37, "u_several_set", "select 1; set default_transaction_read_only = off; select 2"),
    unlocking(38, "u_reset_transaction", "begin", "reset transaction_read_only", fails=_RESET),
    unlocking(38, "u_to_default", "begin", "set transaction_read_only to default", fails=_RESET),
    unlocking(38, "u_local_to_default", "begin", "set local transaction_read_only to default", fails=_RESET),
    unlocking(38, "u_reset_default", "reset default_transaction_read_only"),
    unlocking(38, "u_default_to_default", "set default_transaction_read_only to default"),
    unlocking(39, "u_stable_function", "select c_u_stable_function()"),
    unlocking(
        39,
        "u_query_to_xml",
        "select query_to_xml('select set_config(''default_transaction_read_only'', ''off'', false)', true, false, '')",
        versions=WITH_CONTRIB,
    ),
    unlocking(39, "u_do", "do $$ begin perform set_config('default_transaction_read_only', 'off', false); end $$"),
    unlocking(39, "u_function_clause", "select c_u_function_clause()"),
    unlocking(50, "u_characteristics", "set session characteristics as transaction read write"),
    unlocking(
        50,
        "u_characteristics_more",
        "set session characteristics as transaction isolation level serializable, read write",
    ),
    unlocking(50, "u_begin", "begin read write"),
    unlocking(50, "u_begin_commented", "/* don't */ begin /* ' */ read /* x */ write"),
    unlocking(50, "u_start", "start transaction isolation level serializable, read write"),
    unlocking(50, "u_begin_several", "begin read write; insert into log (who) values ('@me@'); commit"),
    unlocking(50, "u_set_transaction", "begin", "set transaction read write"),
    unlocking(50, "u_set_transaction_setting", "begin", "set transaction_read_only = off"),
    unlocking(50, "u_reset_all", "reset all"),
    unlocking(50, "u_discard_all", "discard all"),
    unlocking(50, "u_and_chain", "begin read write", "select 1", "commit and chain"),
    unlocking(50, "u_alter_role", "alter role boss set default_transaction_read_only = off", "set role boss"),
    unlocking(
        50,
        "u_prepared_config",
        "prepare u_pc(text, text) as select set_config($1, $2, false)",
        "execute u_pc('default_transaction_read_only', 'off')",
    ),
)

_OTHER_DATABASE = "create extension if not exists dblink; create view vdb_@me@ as select * from dblink('@production@', 'insert into sold values (''@me@'') returning who') as t(who text); create function s_@me@() returns text stable language sql as $$select * from dblink('@production@', 'insert into sold values (''@me@'') returning who') as t(who text)$$;"
_FOREIGN = "create extension if not exists postgres_fdw; create server srv_@me@ foreign data wrapper postgres_fdw options (host '127.0.0.1', port '@port@', dbname 'shop'); create user mapping for public server srv_@me@ options (user 'boss', password_required 'false'); create foreign table ft_@me@ (who text) server srv_@me@ options (table_name 'sold'); create view fv_@me@ as select * from ft_@me@; create function ff_@me@() returns bigint stable language sql as 'select count(*) from ft_@me@'; create table fp_@me@ (who text); alter foreign table ft_@me@ inherit fp_@me@;"

REACHING = (
    held(40, "r_view_over_dblink", "select * from vdb_@me@", setup=_OTHER_DATABASE, versions=WITH_CONTRIB),
    held(
        40,
        "r_dblink",
        "select * from dblink('@production@', 'insert into sold values (''@me@'') returning who') as t(who text)",
        setup=_OTHER_DATABASE,
        versions=WITH_CONTRIB,
    ),
    held(
        40,
        "r_dblink_quoted",
        "select * from \"dblink\"('@production@', 'insert into sold values (''@me@'') returning who') as t(who text)",
        versions=WITH_CONTRIB,
    ),
    held(
        40,
        "r_dblink_exec_unicode",
        "select U&\"dblink\\005fexec\"('@production@', 'insert into sold values (''@me@'')')",
        versions=WITH_CONTRIB,
    ),
    held(40, "r_dblink_stable", "select s_@me@()", setup=_OTHER_DATABASE, versions=WITH_CONTRIB),
    held(
        40,
        "r_dblink_connect",
        "select dblink_connect('c_@me@', '@production@')",
        "select dblink_exec('c_@me@', 'insert into sold values (''@me@'')')",
        versions=WITH_CONTRIB,
    ),
    held(
        40,
        "r_dblink_xml",
        "select table_to_xml('vdb_@me@', true, false, '')",
        setup=_OTHER_DATABASE,
        versions=WITH_CONTRIB,
    ),
    held(
        40,
        "r_dblink_sent",
        "select dblink_connect('d_@me@', '@production@')",
        "select dblink_send_query('d_@me@', 'insert into sold values (''@me@'')')",
        may("select pg_sleep(0)"),
        versions=WITH_CONTRIB,
    ),
    held(41, "r_foreign_table", "select * from ft_@me@", setup=_FOREIGN, versions=WITH_CONTRIB),
    held(41, "r_foreign_view", "select * from fv_@me@", setup=_FOREIGN, versions=WITH_CONTRIB),
    held(41, "r_foreign_function", "select ff_@me@()", setup=_FOREIGN, versions=WITH_CONTRIB),
    held(41, "r_foreign_child", "select * from fp_@me@", setup=_FOREIGN, versions=WITH_CONTRIB),
    held(
        41,
        "r_foreign_join",
        "select p.id from plain p left join ft_@me@ f on f.who = p.who",
        setup=_FOREIGN,
        versions=WITH_CONTRIB,
    ),
    held(41, "r_foreign_copy", "copy (table ft_@me@) to stdout", setup=_FOREIGN, versions=WITH_CONTRIB),
    held(
        41, "r_foreign_explain_analyze", "explain analyze select * from ft_@me@", setup=_FOREIGN, versions=WITH_CONTRIB
    ),
    held(
        41,
        "r_foreign_explain_remote",
        "explain select * from ft_@me@",
        setup=_FOREIGN + "alter server srv_@me@ options (add use_remote_estimate 'true');",
        versions=WITH_CONTRIB,
    ),
    held(41, "r_foreign_analyze", "analyze ft_@me@", setup=_FOREIGN, versions=WITH_CONTRIB),
    held(
        41,
        "r_import_schema",
        "import foreign schema public from server srv_@me@ into other",
        setup=_FOREIGN,
        versions=WITH_CONTRIB,
    ),
    held(
        41,
        "r_file_fdw",
        "select * from ff_@me@",
        setup="create extension if not exists file_fdw; create server srv_@me@ foreign data wrapper file_fdw; create foreign table ff_@me@ (a text) server srv_@me@ options (program 'touch @scratch@/@me@; echo 1');",
        versions=WITH_CONTRIB,
    ),
    held(42, "f_copy_file", "copy plain to '@scratch@/@me@'"),
    held(42, "f_copy_query_file", "copy (select 1) to '@scratch@/@me@' with (format csv)"),
    held(42, "f_copy_program", "copy plain to program 'cat > @scratch@/@me@'"),
    held(42, "f_copy_program_commented", "/* don't */ copy plain to /* x */ program 'cat > @scratch@/@me@'"),
    held(42, "f_copy_nested", "/* a /* b */ c */ copy (select 1) to program $$cat > @scratch@/@me@$$"),
    held(42, "f_copy_several", "select 1; copy plain to '@scratch@/@me@'"),
    held(
        42,
        "f_file_write",
        "select pg_file_write('@scratch@/@me@', 'x', false)",
        setup="create extension if not exists adminpack;",
        versions=WITH_CONTRIB,
    ),
    held(
        42,
        "f_file_write_quoted",
        "select pg_catalog.\"pg_file_write\"('@scratch@/@me@', 'x', false)",
        setup="create extension if not exists adminpack;",
        versions=WITH_CONTRIB,
    ),
    held(
        42,
        "f_file_view",
        "select * from v_@me@",
        setup="create extension if not exists adminpack; create view v_@me@ as select pg_file_write('@scratch@/@me@', 'x', false);",
        versions=WITH_CONTRIB,
    ),
    held(
        42,
        "f_file_rename",
        "select pg_file_rename('@scratch@/@me@_a', '@scratch@/@me@_b')",
        setup="create extension if not exists adminpack;",
        versions=WITH_CONTRIB,
    ),
    held(
        42,
        "f_lo_export",
        "select lo_export(lob, '@scratch@/@me@') from lob_@me@",
        setup="create table lob_@me@ as select lo_from_bytea(0, '@me@'::bytea) as lob;",
    ),
    held(42, "f_read_file", "select pg_read_file('postgresql.auto.conf')"),
    held(42, "f_read_binary_file", "select pg_read_binary_file('PG_VERSION')"),
    held(42, "f_list_directory", "select pg_ls_dir('.')"),
    held(42, "f_stat_file", "select * from pg_stat_file('PG_VERSION')"),
    held(43, "s_physical", "select pg_create_physical_replication_slot('@me@')"),
    held(43, "s_reserved", "select * from pg_create_physical_replication_slot('@me@', true)"),
    held(
        43,
        "s_logical",
        "select pg_create_logical_replication_slot('@me@', 'pgoutput')",
        fails=frozenset({"58P01", "25001"}),
    ),
    held(43, "s_quoted", "select \"pg_create_physical_replication_slot\"('@me@')"),
    held(
        43,
        "s_drop",
        "select pg_drop_replication_slot('@me@')",
        setup="select pg_create_physical_replication_slot('@me@');",
    ),
    held(
        43,
        "s_drop_view",
        "select * from v_@me@",
        setup="select pg_create_physical_replication_slot('@me@'); create view v_@me@ as select pg_drop_replication_slot('@me@')::text;",
    ),
    held(
        43,
        "s_copy",
        "select pg_copy_physical_replication_slot('@me@_from', '@me@')",
        setup="select pg_create_physical_replication_slot('@me@_from', true);",
    ),
    held(
        43,
        "s_consume",
        "select * from pg_logical_slot_get_changes('@me@', null, null)",
        setup="",
        fails=frozenset({"42704", "58P01"}),
    ),
    held(
        43,
        "s_advance",
        "select pg_replication_slot_advance('@me@', pg_current_wal_lsn())",
        setup="select pg_create_physical_replication_slot('@me@', true);",
    ),
    held(43, "s_origin", "select pg_replication_origin_create('@me@')"),
    held(
        43,
        "s_origin_session",
        "select pg_replication_origin_session_setup('@me@')",
        setup="select pg_replication_origin_create('@me@');",
    ),
    held(
        43,
        "s_origin_drop",
        "select pg_replication_origin_drop('@me@')",
        setup="select pg_replication_origin_create('@me@');",
    ),
    held(44, "x_stat_reset", "select pg_stat_reset()"),
    held(44, "x_stat_reset_quoted", 'select "pg_stat_reset"()'),
    held(44, "x_stat_reset_shared", "select pg_stat_reset_shared('bgwriter')"),
    held(44, "x_stat_reset_table", "select pg_stat_reset_single_table_counters('plain'::regclass)"),
    held(44, "x_stat_reset_slru", "select pg_stat_reset_slru(null)", setup=""),
    held(44, "x_switch_wal", "select pg_switch_wal()"),
    held(44, "x_reload", "select pg_reload_conf()"),
    held(44, "x_rotate_log", "select pg_rotate_logfile()"),
    held(44, "x_restore_point", "select pg_create_restore_point('@me@')"),
    held(44, "x_backup", "select pg_backup_start('@me@', true)", may("select 1")),
    held(44, "x_message", "select pg_logical_emit_message(false, '@me@', 'x')"),
    held(
        44,
        "x_message_stable",
        "select m_@me@()",
        setup="create function m_@me@() returns int stable language plpgsql as $$ begin perform pg_logical_emit_message(false, '@me@', 'x'); return 1; end $$;",
    ),
    held(44, "x_promote", "select pg_promote(false)", fails=frozenset({"55000"})),
    held(44, "x_wal_replay_pause", "select pg_wal_replay_pause()", fails=frozenset({"55000"})),
    held(
        44,
        "x_export_snapshot",
        may("begin isolation level repeatable read"),
        "select pg_export_snapshot()",
        may("commit"),
    ),
    held(44, "x_log_memory", "select pg_log_backend_memory_contexts(pg_backend_pid())"),
    held(44, "x_collation", "select pg_import_system_collations('other'::regnamespace)"),
    held(44, "x_checkpoint", "checkpoint"),
    held(45, "l_create", "select lo_create(0) as @me@"),
    held(45, "l_creat", "select lo_creat(-1)"),
    held(45, "l_from_bytea", "select lo_from_bytea(0, '@me@'::bytea)"),
    held(45, "l_import", "select lo_import('@scratch@/source')"),
    held(
        45,
        "l_put",
        "select lo_put(lob, 0, '@me@ changed') from lob_@me@",
        setup="create table lob_@me@ as select lo_from_bytea(0, '@me@'::bytea) as lob;",
    ),
    held(
        45,
        "l_write",
        may("begin"),
        "select lowrite(lo_open(lob, 131072), '@me@ changed') from lob_@me@",
        may("commit"),
        setup="create table lob_@me@ as select lo_from_bytea(0, '@me@'::bytea) as lob;",
    ),
    held(
        45,
        "l_truncate",
        may("begin"),
        "select lo_truncate(lo_open(lob, 131072), 0) from lob_@me@",
        may("commit"),
        setup="create table lob_@me@ as select lo_from_bytea(0, '@me@'::bytea) as lob;",
    ),
    held(
        45,
        "l_unlink",
        "select lo_unlink(lob) from lob_@me@",
        setup="create table lob_@me@ as select lo_from_bytea(0, '@me@'::bytea) as lob;",
    ),
    held(45, "l_quoted", "select \"lo_from_bytea\"(0, '@me@'::bytea)"),
    held(45, "l_view", "select * from v_@me@", setup="create view v_@me@ as select lo_from_bytea(0, '@me@'::bytea);"),
    held(
        45,
        "l_stable",
        "select f_@me@()",
        setup="create function f_@me@() returns oid stable language sql as $$select lo_from_bytea(0, '@me@'::bytea)$$;",
    ),
    held(
        45,
        "l_three_parts",
        "select @database@.public.f_@me@()",
        setup="create function f_@me@() returns oid stable language sql as $$select lo_from_bytea(0, '@me@'::bytea)$$;",
    ),
    held(
        45,
        "l_operator",
        "select 0 <<<<< '@me@'::text",
        setup="create function f_@me@(int, text) returns oid stable language sql as $$select lo_from_bytea($1::oid, $2::bytea)$$; create operator <<<<< (leftarg = int, rightarg = text, function = f_@me@);",
    ),
    held(
        45,
        "l_xml",
        "select query_to_xml('select lo_from_bytea(0, ''@me@''::bytea)', true, false, '')",
        versions=WITH_CONTRIB,
    ),
    held(
        46,
        "v_terminate",
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'victim_v_terminate'",
    ),
    held(
        46,
        "v_terminate_quoted",
        "select \"pg_terminate_backend\"(pid) from pg_stat_activity where application_name = 'victim_v_terminate_quoted'",
    ),
    held(
        46,
        "v_terminate_unicode",
        "select U&\"pg\\005fterminate_backend\"(pid) from pg_stat_activity where application_name = 'victim_v_terminate_unicode'",
    ),
    held(
        46,
        "v_terminate_commented",
        "/* don't */ select pg_terminate_backend /* ( */ (pid) from pg_stat_activity where application_name = 'victim_v_terminate_commented'",
    ),
    held(
        46,
        "v_terminate_prepared",
        "prepare v_t as select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'victim_v_terminate_prepared'",
        "execute v_t",
    ),
    held(
        46, "v_cancel", "select pg_cancel_backend(pid) from pg_stat_activity where application_name = 'victim_v_cancel'"
    ),
    held(
        46,
        "v_cancel_quoted",
        "select pg_catalog.\"pg_cancel_backend\"(pid) from pg_stat_activity where application_name = 'victim_v_cancel_quoted'",
    ),
    held(
        46,
        "v_cancel_stable",
        "select f_@me@()",
        may("select 'victim_v_cancel_stable'"),
        setup="create function f_@me@() returns bigint stable language sql as $$select count(pg_cancel_backend(pid)) from pg_stat_activity where application_name = 'victim_@me@'$$;",
    ),
)

PLAIN_WRITES = (
    held("held", "h_writable_cte", "with d as (delete from plain returning id) select count(*) from d"),
    held("held", "h_volatile", "select f_@me@()", setup=_WRITER),
    held("held", "h_volatile_quoted", 'select "f_h_volatile_quoted"()', setup=_WRITER),
    held("held", "h_volatile_view", "select * from v_@me@", setup=_WRITER),
    held("held", "h_nextval", "select nextval('q_@me@')", setup=_WRITER),
    held("held", "h_nextval_quoted", "select \"nextval\"('q_@me@')", setup=_WRITER),
    held("held", "h_setval", "select setval('q_@me@', 40)", setup=_WRITER),
    held(
        "held",
        "h_sequence_view",
        "select * from sv_@me@",
        setup=_WRITER + "create view sv_@me@ as select nextval('q_@me@');",
    ),
    held(
        "held",
        "h_sequence_stable",
        "select sf_@me@()",
        setup=_WRITER + "create function sf_@me@() returns bigint stable language sql as $$select nextval('q_@me@')$$;",
    ),
    held("held", "h_insert_prepared", "prepare h_ip as insert into log (who) values ('@me@')", "execute h_ip"),
    held("held", "h_insert_explained", "explain analyze insert into log (who) values ('@me@')"),
    held(
        "held",
        "h_insert_explained_prepared",
        "prepare h_iep as insert into log (who) values ('@me@')",
        "explain (analyze) execute h_iep",
    ),
    held("held", "h_insert_several", "select 1; insert into log (who) values ('@me@')"),
    held("held", "h_insert_commented", "/* don't */ insert /* ' */ into log (who) values ('@me@')"),
    held("held", "h_insert_nested", "/* a /* b */ c */ insert into log (who) values ('@me@')"),
    held("held", "h_insert_parameters", no("insert into log (who) values ($1)", "h_insert_parameters")),
    held(
        "held",
        "h_merge",
        "merge into plain p using (select 1 as id) s on p.id = s.id when matched then update set who = '@me@'",
    ),
    held("held", "h_do", "do $$ begin insert into log (who) values ('@me@'); end $$"),
    held(
        "held",
        "h_call",
        "call p_@me@()",
        setup="create procedure p_@me@() language sql as $$insert into log (who) values ('@me@')$$;",
    ),
    held("held", "h_select_into", "select 1 as a into t_@me@"),
    held("held", "h_create_as", "create table t_@me@ as select 1"),
    held("held", "h_temporary", "create temp table t_@me@ (a int)"),
    held("held", "h_temporary_as", "create temporary table t_@me@ as select 1 as a"),
    held("held", "h_for_update", "select * from plain for update"),
    held("held", "h_for_share_nested", "select * from (select * from plain for share) s"),
    held("held", "h_lock", may("begin"), "lock table plain in exclusive mode", may("commit")),
    held("held", "h_refresh", "refresh materialized view kept"),
    held("held", "h_vacuum", "vacuum plain"),
    held("held", "h_analyze", "analyze plain"),
    held("held", "h_cluster", "cluster plain using plain_pkey"),
    held("held", "h_reindex", "reindex table plain"),
    held("held", "h_load", "load 'plpgsql'"),
    held("held", "h_listen", "listen h_listen"),
    held("held", "h_prepare_transaction", may("begin"), "prepare transaction 'h_prepare_transaction'", may("rollback")),
    held("held", "h_advisory", "select pg_advisory_lock(4711)", may("select pg_advisory_unlock(4711)")),
    held("held", "h_advisory_shared", "select pg_try_advisory_lock_shared(4711)"),
    held("held", "h_advisory_transaction", may("begin"), "select pg_advisory_xact_lock(4711)", may("commit")),
    held("held", "h_advisory_quoted", 'select "pg_advisory_lock"(4712)'),
    held("held", "h_comment_on", "comment on table plain is '@me@'"),
    held("held", "h_grant", "grant select on log to clerk"),
    held("held", "h_role", "create role h_role"),
    held("held", "h_role_password", "alter role clerk password 'h_role_password'"),
    held("held", "h_database", "create database h_database"),
    held("held", "h_database_setting", "alter database @database@ set work_mem = '5MB'"),
    held("held", "h_alter_system", "alter system set work_mem = '7MB'"),
    held("held", "h_alter_system_several", "select 1; alter system set work_mem = '7MB'", fails=frozenset({"25001"})),
    held(
        "held",
        "h_subscription",
        "create subscription h_subscription connection '@production@' publication nothing with (slot_name = 'h_subscription_@version@')",
        fails=frozenset({"XX000"}),
    ),
    held(
        "held",
        "h_event_trigger",
        "create event trigger h_event_trigger on ddl_command_end execute function e_@me@()",
        setup="create function e_@me@() returns event_trigger language plpgsql as $$ begin end $$;",
    ),
    held("held", "h_extension", "create extension tsm_system_rows", versions=WITH_CONTRIB),
    held("held", "h_copy_from", "copy plain from stdin"),
    held("held", "h_copy_from_file", "copy log (who) from '@scratch@/source'"),
    held(
        "held",
        "h_tablespace",
        "create tablespace h_tablespace location '@scratch@'",
        fails=frozenset({"42P17", "42602", "25001"}),
    ),
    held(
        "held",
        "h_crosstab",
        "select * from crosstab('select 1, 1, nextval(''q_@me@'')::int') as c(a int, b int)",
        setup="create extension if not exists tablefunc;" + _WRITER,
        versions=WITH_CONTRIB,
    ),
)

# Made before all others: what attempts on 15 take from contrib.
CONTRIB = "create extension dblink; create extension postgres_fdw; create extension adminpack; create extension tablefunc; create extension xml2; create extension file_fdw; create extension pgcrypto; create extension hstore; create extension lo; create extension tcn; create extension pg_stat_statements schema other;"
_CONFIGS = "create function c_u_stable_function() returns text stable language plpgsql as $$ begin return set_config('default_transaction_read_only', 'off', false); end $$; create function c_u_function_clause() returns text stable language plpgsql set default_transaction_read_only = off as $$ begin return set_config('transaction_read_only', 'off', false); end $$;"
ATTEMPTS = (*UNLOCKING, *REACHING, *PLAIN_WRITES, *WRAPPED)


def reads(
    name: str, *statements: str | Statement, user: str = "boss", versions: frozenset[int] = ALL, setup: str = ""
) -> Attempt:
    """Return a session that must be sent in read-only mode, all of it."""
    made = tuple(ok(one) if isinstance(one, str) else one for one in statements)
    return Attempt("harmless", f"ok_{name}", made, setup, user, versions)


_SERIALIZABLE = "select 1 / (current_setting('transaction_isolation') = 'serializable')::int"
HARMLESS = (
    reads(
        "plain",
        "select 1",
        "select * from plain",
        "table plain",
        "values (1), (2)",
        "select id, who from plain where id between 2 and 5 order by who desc limit 3 offset 1",
    ),
    reads(
        "parameters", ok("select who from plain where id = $1::int", "3"), ok("select $1::text, $2::int", "it's", None)
    ),
    reads(
        "quoted",
        'select "id" from "public"."plain"',
        'select p."who" as "it\'s" from plain p',
        "select id from @database@.public.plain",
    ),
    reads(
        "comments",
        "/* don't */ select 1",
        "/* a /* b */ c */ select 2",
        "-- it's\nselect 3",
        "select $$insert into log$$",
        "select 'delete from plain; drop table plain'",
    ),
    reads(
        "functions",
        "select lower('A'), upper(who), length(who), doubled(id) from plain",
        "select abs(-1), round(1.5), coalesce(null, 1), nullif(1, 2), greatest(1, 2)",
    ),
    reads(
        "own_functions",
        "select counted(), counted_atomic(), found(3), owned(3)",
        "select * from listed()",
        "select found(id) from plain",
    ),
    reads("own_volatile_reader", may("select volatile_reader()"), "select 1"),
    reads(
        "own_aggregate",
        "select own_sum(id) from plain",
        "select own_sum(id) over (order by id) from plain",
        "select 1 <+> 2",
    ),
    reads(
        "clock",
        "select now(), current_timestamp, current_date, clock_timestamp(), statement_timestamp(), timeofday()",
        "select age(now()), extract(epoch from now()), date_trunc('day', now())",
    ),
    reads(
        "chance",
        "select random()",
        "select gen_random_uuid()",
        "select setseed(0.5)",
        "select * from plain order by random() limit 1",
    ),
    reads(
        "session_facts",
        "select current_user, session_user, current_database(), current_schema, version()",
        "select pg_backend_pid()",
        "select inet_server_addr()",
        "select current_setting('work_mem')",
        "select current_setting('app.none', true)",
        "select pg_is_in_recovery()",
        "select txid_current_if_assigned()",
        "select pg_my_temp_schema()",
    ),
    reads(
        "catalog",
        "select count(*) from pg_class",
        "select relname from pg_catalog.pg_class c join pg_namespace n on n.oid = c.relnamespace where nspname = 'public'",
        "select table_name from information_schema.tables",
        "select * from pg_stat_activity",
        "select * from pg_settings where name = 'work_mem'",
        "select * from pg_locks",
        "select count(*) from pg_stat_user_tables",
        "select * from pg_indexes",
        "select format_type(atttypid, atttypmod) from pg_attribute limit 5",
        "select pg_get_viewdef('plain_view'::regclass)",
        "select pg_relation_size('plain'), pg_total_relation_size('plain'), pg_database_size(current_database()), pg_size_pretty(10::bigint)",
        "select obj_description('plain'::regclass)",
        "select has_table_privilege('plain', 'select')",
        "select to_regclass('plain'), 'plain'::regclass::oid",
    ),
    reads(
        "series",
        "select * from generate_series(1, 3)",
        "select * from generate_series('2026-01-01'::date, '2026-01-03', '1 day')",
        "select * from unnest(array[1, 2]) with ordinality",
        "select * from string_to_table('a,b', ',')",
    ),
    reads(
        "json",
        "select doc -> 'a', doc ->> 'a', doc @> '{\"a\": []}', jsonb_path_query(doc, '$.a[*]') from documents",
        "select json_agg(p), jsonb_object_agg(id, who), json_build_object('a', 1) from plain p",
        "select * from jsonb_array_elements('[1]')",
        "select * from json_to_record('{\"a\": 1}') as x(a int)",
        "select row_to_json(p) from plain p",
        "select to_jsonb(1) || '{}'",
    ),
    reads(
        "text_search",
        "select body from documents where words @@ to_tsquery('english', 'fox')",
        "select ts_rank(words, plainto_tsquery('dog')), ts_headline(body, plainto_tsquery('dog')) from documents",
        "select websearch_to_tsquery('quick -lazy')",
    ),
    reads(
        "text",
        "select regexp_replace('abc', 'b', 'x'), 'abc' ~ 'b', 'abc' like 'a%', substring('abc' from 2), format('%s', 1), md5('a'), encode('a', 'base64'), split_part('a,b', ',', 1)",
        "select string_agg(who, ', ' order by id) from plain",
        "select * from regexp_matches('abc', 'b')",
    ),
    reads("views", "select * from plain_view", "select * from view_of_view", "select * from kept"),
    reads("partitions", "select * from measured where at = '2026-05-05'"),
    reads(
        "types",
        "select 5::positive",
        "select 'happy'::mood",
        "select '1 day'::interval, '[1,2]'::int4range, array[1]::bigint[], row(1, 'a')",
        "select cast('5' as int)",
    ),
    reads(
        "ctes",
        "with a as (select 1 as n) select * from a",
        "with recursive r(n) as (select 1 union all select n + 1 from r where n < 5) select * from r",
        "with a as materialized (select * from plain) select count(*) from a",
    ),
    reads(
        "sets",
        "select 1 union select 2 intersect select 2 except select 3",
        "select distinct who from plain",
        "select distinct on (who) * from plain order by who, id",
    ),
    reads(
        "joins",
        "select * from plain a left join plain b using (id) cross join lateral (select a.id + 1) l",
        "select * from plain a natural join plain b",
        "select * from plain where exists (select 1 from documents d where d.id = plain.id)",
        "select (select max(id) from plain)",
        "select id from plain where id in (select id from documents)",
        "select id from plain where id = any (array[1, 2])",
    ),
    reads(
        "grouping",
        "select who, count(*), sum(id), avg(id) filter (where id > 1) from plain group by who having count(*) > 0",
        "select id, who, count(*) from plain group by rollup (id, who)",
        "select percentile_cont(0.5) within group (order by id) from plain",
    ),
    reads(
        "windows",
        "select id, row_number() over w, lag(id) over w, sum(id) over (partition by who) from plain window w as (order by id)",
    ),
    reads("sampled", "select * from plain tablesample system (50)"),
    reads(
        "settings",
        "set search_path = other, public",
        "select * from only_here",
        "set timezone = 'Europe/Berlin'",
        "set time zone 'UTC'",
        "set work_mem = '8MB'",
        "set statement_timeout = '30s'",
        "set application_name = 'renamed'",
        "set app.tenant = 'one'",
        "set datestyle = iso",
        "set session enable_seqscan = off",
        "reset work_mem",
        "show work_mem",
        "show all",
        "show transaction isolation level",
    ),
    reads(
        "settings_local",
        may("begin"),
        "set local search_path = other",
        "select * from only_here",
        "set local statement_timeout = 1000",
        may("commit"),
    ),
    reads(
        "settings_undone",
        "set search_path = other",
        "reset search_path",
        "select * from plain",
        "set search_path to default",
        "select * from plain",
    ),
    reads("config_search_path", "select set_config('search_path', 'other', false)", "select * from only_here"),
    reads(
        "config_search_path_parameters",
        ok("select set_config($1, $2, $3::boolean)", "search_path", "other", "false"),
        "select * from only_here",
    ),
    reads("config_catalog", "select pg_catalog.set_config('search_path', 'other', false)", "select * from only_here"),
    reads(
        "config_claims",
        "begin",
        "select set_config('request.jwt.claims', '{\"tenant\": \"one\"}', true)",
        "select 1 / (count(*) = 1)::int from guarded",
        "commit",
        user="clerk",
    ),
    reads(
        "config_tenant",
        "select set_config('app.tenant', 'two', false)",
        "select 1 / (count(*) = 1)::int from guarded where tenant = 'two'",
        user="clerk",
    ),
    reads(
        "config_several",
        ok(
            "select set_config('role', $1, true), set_config('request.jwt.claims', $2, true), set_config('statement_timeout', '8000', true)",
            "tenant_role",
            "{}",
        ),
        "select 1",
    ),
    reads(
        "config_role",
        "begin",
        "select set_config('role', 'tenant_role', true)",
        "select 1 / (current_user = 'tenant_role')::int",
        "commit",
        user="clerk",
    ),
    reads("policy", "set app.tenant = 'one'", "select 1 / (count(*) = 1)::int from guarded", user="clerk"),
    reads(
        "roles",
        "set role tenant_role",
        "select 1 / (current_user = 'tenant_role')::int",
        "reset role",
        may("set session authorization clerk"),
        may("reset session authorization"),
    ),
    reads(
        "read_only",
        "select 1 / (current_setting('transaction_read_only') = 'on')::int",
        "begin read write",
        "select 1 / (current_setting('transaction_read_only') = 'on')::int",
        "commit",
    ),
    reads(
        "transactions",
        "begin",
        "select 1",
        "commit",
        "start transaction",
        "select 2",
        "rollback",
        "begin read only",
        "select 3",
        "end",
        "begin; select 4; commit",
        "select 5; select 6",
    ),
    reads(
        "isolation",
        "begin isolation level serializable",
        _SERIALIZABLE,
        "commit",
        "begin",
        "set transaction isolation level serializable",
        _SERIALIZABLE,
        "commit",
        "start transaction isolation level serializable, read only, deferrable",
        _SERIALIZABLE,
        "commit",
    ),
    reads(
        "isolation_session", "set session characteristics as transaction isolation level serializable", _SERIALIZABLE
    ),
    reads("isolation_setting", "set default_transaction_isolation = 'serializable'", _SERIALIZABLE),
    reads(
        "isolation_read_write",
        "begin isolation level serializable read write",
        _SERIALIZABLE,
        "commit",
        "start transaction isolation level serializable, read write",
        _SERIALIZABLE,
        "commit",
        "start transaction read write, isolation level serializable",
        _SERIALIZABLE,
        "commit",
        "begin transaction read write isolation level serializable",
        _SERIALIZABLE,
        "commit",
    ),
    reads(
        "savepoints",
        "begin",
        "savepoint a",
        "select 1",
        "rollback to savepoint a",
        "release savepoint a",
        "select 2",
        "commit",
    ),
    reads(
        "cursors",
        "begin",
        "declare c cursor for select * from plain",
        "fetch 2 from c",
        "fetch all from c",
        "move backward 1 in c",
        "close c",
        "commit",
        "declare h cursor with hold for select 1",
        "fetch h",
        "close all",
    ),
    reads(
        "prepared",
        "prepare p_ok(int) as select who from plain where id = $1",
        "execute p_ok(3)",
        "explain analyze execute p_ok(3)",
        "deallocate p_ok",
        'prepare "P ok" as select 1',
        'execute "P ok"',
        "deallocate all",
    ),
    reads(
        "explained",
        "explain select * from plain",
        "explain (analyze, buffers, format json) select * from plain",
        "explain analyze select counted()",
        may("explain insert into log (who) values ('x')"),
        may("explain (verbose) delete from plain"),
    ),
    reads(
        "copied_out",
        "copy plain to stdout",
        "copy (select * from plain) to stdout with (format csv, header)",
        "copy plain (id) to stdout",
    ),
    reads("sleeping", "select pg_sleep(0)", "select pg_sleep_for('1 millisecond')"),
    reads(
        "large_object",
        may("select lo_get(lob) from readable_lob"),
        "begin",
        may("select loread(lo_open(lob, 262144), 10) from readable_lob"),
        may("commit"),
        setup="create table readable_lob as select lo_from_bytea(0, 'kept'::bytea) as lob;",
    ),
    reads("sequence_read", "select last_value from log_id_seq", "select * from pg_sequences"),
    reads("system_columns", "select ctid, xmin, tableoid::regclass from plain"),
    reads(
        "arrays_and_rows",
        "select (p).who from plain p",
        "select p.* from plain p",
        "select (array_agg(id))[1:2] from plain",
        "select array_append(array[1], 2)",
    ),
    reads("xml", "select xmlelement(name a, 1)", "select xmlforest(who) from plain", versions=WITH_CONTRIB),
    reads("discarded", "discard plans", "discard sequences"),
    reads("nothing", ";"),
    reads(
        "pgcrypto",
        "select digest('a', 'sha256'), crypt('a', '$1$abcdefgh')",
        may("select gen_salt('md5')"),
        versions=WITH_CONTRIB,
    ),
    reads("hstore", "select 'a=>1'::hstore -> 'a'", versions=WITH_CONTRIB),
    reads("unicode", "select 'привет', U&'\\0441', E'\\u0441'", 'select id as "имя" from plain'),
)


@pytest.fixture(scope="module")
def plays(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Arena], Played]:
    """All attempts and all harmless sessions of a version in one read-only replay, which is made once."""
    found: dict[int, Played] = {}
    begun: set[int] = set()

    def played_in(arena: Arena) -> Played:
        if arena.version not in found:
            assert arena.version not in begun, "the replay of this version failed: see the first test of it"
            begun.add(arena.version)
            table = [one for one in (*ATTEMPTS, *HARMLESS) if arena.version in one.versions]
            contrib = CONTRIB if arena.version == 15 else ""
            prepare(arena, BASE, TEMPLATE + contrib + _CONFIGS, table)
            found[arena.version] = play(arena, tmp_path_factory.mktemp("readonly"), BASE, table, writes=False)
        return found[arena.version]

    return played_in


@pytest.fixture
def played(arena: Arena, plays: Callable[[Arena], Played]) -> Played:
    """What became of the attempts of one version."""
    return plays(arena)


@each(ATTEMPTS)
def test_a_read_only_replay_does_not(played: Played, attempt: Attempt) -> None:
    """The statement is skipped with its reason, or the server's guard refused it; nothing that bears its name changed."""
    assert played.faults(attempt.name) + played.changed_by(attempt.name) == []


@each(HARMLESS)
def test_a_read_only_replay_still_sends(played: Played, attempt: Attempt) -> None:
    """What reads is sent, and succeeds."""
    assert played.faults(attempt.name) == []


def test_a_read_only_replay_changes_nothing_at_all(played: Played) -> None:
    """Rows, sequences, large objects, slots, files, settings, statistics, sessions and the other server are as before."""
    assert played.changes == []


def test_every_attempt_succeeds_where_nothing_guards_the_server(arena: Arena, played: Played) -> None:
    """The same statements, sent by a plain client: a statement that fails by itself proves nothing when it is not sent."""
    kept = [
        one
        for name, one in played.attempts.items()
        if one in HARMLESS or not played.faults(name) + played.changed_by(name)
    ]
    table = [one for one in (*ATTEMPTS, *HARMLESS) if one.name in {other.name for other in kept}]
    assert unguarded(arena, BASE, [one for one in table if one.name != "ok_read_only"]) == []


# --- Doors and workloads that are not what they seem (rows 48 and 49) ---------------------------------------------------

ON_16 = pytest.mark.parametrize("arena", [16], indirect=True, ids=["pg16"])


def written(arena: Arena, database: str) -> tuple[object, ...]:
    """Return what a replay may have left in the database."""
    with superuser(arena.target, database) as connection:
        return (
            connection.execute("select who from log").fetchall(),
            connection.execute("select sequencename, last_value from pg_sequences order by 1").fetchall(),
            connection.execute("select count(*) from pg_largeobject_metadata").fetchall(),
        )


@pytest.fixture
def fresh(arena: Arena) -> str:
    """A database of a few tables, for one test."""
    base = arena.fresh_name("small")
    prepare(arena, base, TEMPLATE, [replace(one, setup=_WRITER) for one in (held(48, "d_door"),)])
    return base


@pytest.mark.skipif(PGBOUNCER is None, reason="PgBouncer is not installed")
@pytest.mark.parametrize("mode", ["session", "transaction"])
@pytest.mark.parametrize("ignored", ["extra_float_digits", "extra_float_digits, options"])
@ON_16
def test_a_door_that_swallows_options_keeps_nobody_from_reading_only(
    arena: Arena, fresh: str, tmp_path: Path, mode: str, ignored: str
) -> None:
    """Behind it the replay is refused, or every session really is read-only (row 48)."""
    statements = (
        ok("select 1"),
        may("select 1 / (current_setting('transaction_read_only') = 'on')::int"),
        may("insert into log (who) values ('d_door')"),
        may("select f_d_door()"),
        may("select nextval('q_d_door')"),
        may("select lo_create(0)"),
    )
    workload = captured(tmp_path, "door", [LoggedSession(f"door{n}", "boss", fresh, statements) for n in range(3)])
    before = written(arena, fresh)
    with pgbouncer(arena.target, mode, more=f"ignore_startup_parameters = {ignored}") as port:
        target = replace(arena.target.endpoint(fresh), port=port)
        plan = ReplayPlan(target, speed=None)
        try:
            run, _ = rehearse(Rehearsal(workload.path, tmp_path / "door.run", plan, metrics=False, force=True))
        except TargetProblem:
            failed = pl.DataFrame()
        else:
            failed = run.outcomes().filter(pl.col("sqlstate") == "22012").collect()
    assert failed.is_empty(), "a session could write"
    assert written(arena, fresh) == before


HARMFUL = (
    "set default_transaction_read_only = off",
    "insert into log (who) values ('d_door')",
    "copy log to program 'cat > @scratch@/tampered'",
    "select f_d_door()",
)


@pytest.mark.parametrize("digest", ["kept", "made anew"])
@ON_16
def test_a_workload_that_was_tampered_with_does_no_harm(arena: Arena, fresh: str, tmp_path: Path, digest: str) -> None:
    """Shapes that say "select" of events that say something else: refused, and what is sent rests on the events (row 49)."""
    harmless = tuple(ok(f"select {n}") for n in range(len(HARMFUL)))
    workload = captured(tmp_path, "tampered", [LoggedSession("tampered", "boss", fresh, harmless)])
    tampered(workload.path, {f"select {n}": arena.filled(text, "", fresh) for n, text in enumerate(HARMFUL)})
    if digest == "made anew":
        sealed(workload.path)
    before = written(arena, fresh)
    try:
        run, _ = replay(workload, arena.target, tmp_path / "tampered.run", database=fresh, writes=False)
    except BadInput:
        refused = True
    else:
        refused = False
        sent = run.outcomes().filter((pl.col("rows") >= 0) & (pl.col("status") == "ok")).collect()
        assert sent.is_empty(), sent
    assert refused or digest == "made anew", "what does not fit its digest is refused"
    assert written(arena, fresh) == before
    assert not (arena.scratch / "tampered").exists()


def tampered(workload: Path, texts: dict[str, str]) -> None:
    """Put other statements into a workload's events; its shapes stay as they are."""
    words = {old.encode(): new.encode() for old, new in texts.items()}
    for part in sorted((workload / "events").glob("part-*.parquet")):
        events = pl.read_parquet(part)
        changed = [words.get(text, text) for text in events["sql"].to_list()]
        events.with_columns(pl.Series("sql", changed, pl.Binary)).write_parquet(part, compression="zstd")


def sealed(workload: Path) -> None:
    """Give a workload the digest that fits its files."""
    files = [*(workload / "events").iterdir(), workload / "sessions.parquet", workload / "shapes.parquet"]
    manifest = json.loads((workload / "manifest.json").read_text())
    (workload / "manifest.json").write_text(json.dumps({**manifest, "digest": artifact.digest(files)}))
