"""The state of servers before and after a replay: what a test compares."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from psycopg import sql

from pgrehearse.targets.embedded.binaries import run
from tests.conftest import superuser

if TYPE_CHECKING:
    from pathlib import Path

    import psycopg

    from pgrehearse.targets.embedded.cluster import Cluster

Facts = dict[str, Counter[str]]

CLUSTER_FACTS = {
    "slots": "select slot_name || ' ' || coalesce(plugin, 'physical') from pg_replication_slots",
    "origins": "select roname from pg_replication_origin",
    "settings": "select name || '=' || coalesce(setting, '') from pg_settings where name not like 'application_name' "
    "and source not in ('client', 'session')",
    "role settings": "select setdatabase::text || ' ' || setrole::text || ' ' || unnest(setconfig) from pg_db_role_setting",
    "statistics reset": "select 'bgwriter ' || stats_reset from pg_stat_bgwriter union all select 'archiver ' || stats_reset from pg_stat_archiver "
    "union all select 'wal ' || stats_reset from pg_stat_wal union all select name || ' ' || stats_reset from pg_stat_slru "
    "union all select datname || ' ' || coalesce(stats_reset::text, 'never') from pg_stat_database where datname is not null",
    "roles": "select row_to_json(r)::text from (select rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, "
    "rolbypassrls, rolconnlimit, rolpassword, rolvaliduntil from pg_authid) r",
    "memberships": "select roleid::regrole || ' ' || member::regrole from pg_auth_members",
    "databases": "select datname || ' ' || datallowconn || ' ' || datconnlimit || ' ' || datdba::regrole || ' ' || coalesce(datacl::text, '') from pg_database",
    "tablespaces": "select spcname from pg_tablespace",
    "prepared transactions": "select gid from pg_prepared_xacts",
    "subscriptions": "select subname || ' ' || subenabled from pg_subscription",
    "checkpoint": "select 'redo at ' || redo_lsn from pg_control_checkpoint()",
    "wal file": "select pg_walfile_name(pg_current_wal_insert_lsn())",
    "loaded at": "select pg_conf_load_time()::text",
}
DATABASE_FACTS = {
    "sequences": "select schemaname || '.' || sequencename || '=' || coalesce(last_value::text, 'not used') from pg_sequences",
    "large objects": "select m.oid::text || ' ' || coalesce(convert_from(lo_get(m.oid), 'latin1'), '') from pg_largeobject_metadata m",
    "foreign servers": "select srvname || ' ' || coalesce(srvoptions::text, '') from pg_foreign_server",
    "user mappings": "select srvname || ' ' || usename from pg_user_mappings",
    "extensions": "select extname from pg_extension",
    "event triggers": "select evtname || ' ' || evtenabled::text from pg_event_trigger",
    "files in subscriptions": "select srsubid::text || ' ' || srrelid::text from pg_subscription_rel",
    "table statistics": "select relname || ' ' || reltuples::text || ' ' || relpages::text || ' ' || (relfilenode > 0)::text from pg_class c "
    "join pg_namespace n on n.oid = relnamespace where nspname !~ '^pg_' and nspname <> 'information_schema'",
    "table files": "select relname || ' ' || pg_relation_filenode(c.oid)::text from pg_class c join pg_namespace n on n.oid = relnamespace "
    "where nspname !~ '^pg_' and nspname <> 'information_schema' and relkind in ('r', 'i', 'm', 'S')",
}
PRODUCTION_FACTS = {
    "rows": "select who from sold",
    "slots": CLUSTER_FACTS["slots"],
    "roles": CLUSTER_FACTS["roles"],
    "databases": CLUSTER_FACTS["databases"],
}


def read_facts(connection: psycopg.Connection[tuple[object, ...]], queries: dict[str, str]) -> Facts:
    return {
        name: Counter(str(row[0]) for row in connection.execute(query).fetchall() if row[0] is not None)
        for name, query in queries.items()
    }


def files_in(folder: Path, *, contents: bool) -> Counter[str]:
    """Return the files in a folder, with their contents where the target can write."""
    passing = {"postmaster.pid", "current_logfiles"}
    return Counter(
        f"{path.name} {path.read_text(errors='replace')[:200]!r}" if contents and path.is_file() else path.name
        for path in folder.iterdir()
        if path.name not in passing
    )


def dump(cluster: Cluster, database: str) -> Counter[str]:
    """Return the lines of a database's dump, with its rows and large objects."""
    text = run(
        [
            cluster.program("pg_dump"),
            "-h",
            "127.0.0.1",
            "-p",
            str(cluster.port),
            "-U",
            "postgres",
            "--inserts",
            "-b",
            database,
        ]
    )
    passing = ("\\restrict", "\\unrestrict", "-- Dumped", "-- Started", "-- Completed")
    return Counter(line for line in text.splitlines() if line and line != "--" and not line.startswith(passing))


_TABLES = """
select n.nspname, c.relname, c.relkind::text, pg_relation_filenode(c.oid), c.relacl::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' order by 1, 2
"""
_SHARED = ("pg_database", "pg_authid", "pg_replication_slots", "pg_subscription", "pg_prepared_xacts", "pg_proc")


def fingerprint(cluster: Cluster, database: str) -> Counter[str]:
    """Return the contents of a database and its server, by one connection. It is faster than a dump, and has the same changes."""
    with superuser(cluster, database) as connection:
        tables = connection.execute(_TABLES).fetchall()
        counts = Counter(str(row) for row in tables)
        for schema, name, kind, *_ in tables:
            if kind in {"r", "p", "m"}:
                query = sql.SQL("select t::text from {} t").format(sql.Identifier(str(schema), str(name)))
                counts.update(f"{schema}.{name}: {row[0]}" for row in connection.execute(query).fetchall())
        for name in _SHARED:
            columns = "slot_name, active" if name == "pg_replication_slots" else "t.*"
            rows = connection.execute(f"select row({columns})::text from pg_catalog.{name} t").fetchall()
            counts.update(f"{name}: {row[0]}" for row in rows)
    return counts


def differences(before: Facts, after: Facts) -> list[str]:
    """Return each line that was removed or added."""
    return [
        f"{fact}: {sign} {line}"
        for fact in before
        for sign, lines in (("gone:", before[fact] - after[fact]), ("new:", after[fact] - before[fact]))
        for line in lines
    ]
