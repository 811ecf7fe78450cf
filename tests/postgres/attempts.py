"""The harness of the safety tests: a table of attempts, one replay for all of them, the servers' state before and after.

Each attempt is a session of its own in one workload, and what it would change carries its name (a row, a channel, a slot,
a file, a large object, a setting). The outcomes of the run say what became of each statement; the difference between the
two states says what really happened. ``@me@``, ``@production@``, ``@scratch@`` and ``@database@`` in SQL stand for the
attempt's name, the other server's connection words, a folder the target may write to and the rehearsed database.
"""

from __future__ import annotations

import csv
import io
import os
import re
import subprocess
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import polars as pl
import psycopg
import pytest
from psycopg import sql

from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.targets.embedded.binaries import account, run
from pgrehearse.workload.read import Workload
from tests.conftest import connect, superuser
from tests.replaying import replay

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster

# What --writes may be allowed to send, by the name that --allow takes.
FOREIGN_TABLE = "foreign-table"
DBLINK = "dblink"
HTTP = "http"
LAMBDA = "lambda"
S3 = "s3"
CRON = "cron"
QUEUE = "queue"
COPY_FILE = "copy-file"
COPY_PROGRAM = "copy-program"
SERVER_FILE = "server-file"
SUBSCRIPTION = "subscription"
FOREIGN_SERVER = "foreign-server"
ALTER_SYSTEM = "alter-system"
DATABASE = "database"
ROLE = "role"
TABLESPACE = "tablespace"
SLOT = "slot"
WAL = "wal"
BACKUP = "backup"
TERMINATE = "terminate"
NOTIFY = "notify"
STATISTICS = "statistics"
UNTRUSTED_CODE = "untrusted-code"
DYNAMIC_SQL = "dynamic-sql"
NATIVE_CODE = "native-code"
UNPARSED = "unparsed"
ADVISORY = "advisory"
SESSION_STATE = "session-state"
ALLOWANCES = frozenset(
    {
        FOREIGN_TABLE,
        DBLINK,
        HTTP,
        LAMBDA,
        S3,
        CRON,
        QUEUE,
        COPY_FILE,
        COPY_PROGRAM,
        SERVER_FILE,
        SUBSCRIPTION,
        FOREIGN_SERVER,
        ALTER_SYSTEM,
        DATABASE,
        ROLE,
        TABLESPACE,
        SLOT,
        WAL,
        BACKUP,
        TERMINATE,
        NOTIFY,
        STATISTICS,
        UNTRUSTED_CODE,
        DYNAMIC_SQL,
        NATIVE_CODE,
        UNPARSED,
        ADVISORY,
        SESSION_STATE,
    }
)

ALL = frozenset({15, 16, 18})
WITH_CONTRIB = frozenset({15})
# What must become of a statement.
SENT, HELD, EITHER = "sent", "held", "either"
# The server's own guard: a read-only transaction, and what follows in the transaction that it ended.
GUARD = frozenset({"25006", "25P02", "25001"})


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement as the application sends it; with *params* by the extended protocol. *must*: what becomes of it."""

    sql: str
    params: tuple[str | None, ...] | None = None
    must: str = EITHER


def no(text: str, *params: str | None) -> Statement:
    """Return a statement that must not be sent (or that the server's guard refuses)."""
    return Statement(text, params or None, HELD)


def ok(text: str, *params: str | None) -> Statement:
    """Return a statement that must be sent and succeed."""
    return Statement(text, params or None, SENT)


def may(text: str, *params: str | None) -> Statement:
    """Return a statement that may be sent or not: it only frames the others."""
    return Statement(text, params or None, EITHER)


@dataclass(frozen=True, slots=True)
class Attempt:
    """A session that tries something. *row*: of the table of attempts; *allow*: what of ``ALLOWANCES`` sends it.

    *fails*: the SQLSTATEs its statements may end with where nothing guards the server. *lacking*: the SQLSTATEs of a
    statement that needs what an earlier one would have made, when that one was held.
    """

    row: str
    name: str
    statements: tuple[Statement, ...]
    setup: str = ""
    user: str = "boss"
    versions: frozenset[int] = ALL
    allow: frozenset[str] = frozenset()
    fails: frozenset[str] = frozenset()
    lacking: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        return f"{self.row}-{self.name}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run says of one statement."""

    status: str
    reason: str
    sqlstate: str
    message: str

    @property
    def held(self) -> bool:
        """Whether it was skipped with a reason, or refused by the server's own guard."""
        return (self.status == "skipped" and bool(self.reason)) or self.sqlstate in GUARD

    def __str__(self) -> str:
        return f"{self.status} {self.sqlstate} {self.reason or self.message}".strip()


@dataclass(frozen=True)
class Arena:
    """A target, the other server ("production") that it can reach, and a folder that the target may write to."""

    target: Cluster
    production: Cluster
    scratch: Path
    counter: list[int] = field(default_factory=lambda: [0])

    @property
    def version(self) -> int:
        return self.target.version

    @property
    def elsewhere(self) -> str:
        """Return the connection words of the other server."""
        return f"host=127.0.0.1 port={self.production.port} dbname=shop user=boss"

    def fresh_name(self, prefix: str) -> str:
        self.counter[0] += 1
        return f"{prefix}{self.counter[0]}"

    def filled(self, text: str, name: str, database: str) -> str:
        """Put the names into a text."""
        for word, value in (
            ("@me@", name),
            ("@production@", self.elsewhere),
            ("@scratch@", str(self.scratch)),
            ("@database@", database),
            ("@port@", str(self.production.port)),
            ("@version@", str(self.version)),
        ):
            text = text.replace(word, value)
        return text


# --- A workload made of words -----------------------------------------------------------------------------------------

_EPOCH = datetime(2026, 11, 22, 2, 15, 0, tzinfo=UTC)
_OPENS = re.compile(r"(?is)^\s*(begin|start\s+transaction)\b[^;]*;?\s*$")
_CLOSES = re.compile(r"(?is)^\s*(commit|rollback|end|abort)\b(?!\s+(to|prepared))")


@dataclass(frozen=True, slots=True)
class LoggedSession:
    """One session of a log that is made by hand."""

    application: str
    user: str
    database: str
    statements: tuple[Statement, ...]


def csvlog(sessions: Iterable[LoggedSession]) -> str:
    """Return what a server would have logged (log_min_duration_statement = 0) had these sessions come one by one."""
    log = io.StringIO()
    writer = csv.writer(log, lineterminator="\n")
    moment = _EPOCH
    for number, session in enumerate(sessions, 1):
        began = moment
        identity, remote = f"{int(began.timestamp()):x}.{1000 + number:x}", f"127.0.0.1:{20000 + number}"
        opening = [
            (
                "authentication",
                "3/1",
                f"connection authorized: user={session.user} database={session.database} application_name={session.application}",
                "",
            )
        ]
        closing_ = [
            (
                "idle",
                "",
                f"disconnection: session time: 0:00:00.1 user={session.user} database={session.database} host=127.0.0.1 port={20000 + number}",
                "",
            )
        ]
        moment += timedelta(milliseconds=1)
        writer.writerow(
            _row(
                moment,
                session,
                identity,
                1,
                remote,
                began,
                ("", "", f"connection received: host=127.0.0.1 port={20000 + number}", ""),
                known=False,
            )
        )
        for line, message in enumerate([*opening, *_messages(session.statements), *closing_], 2):
            moment += timedelta(milliseconds=1)
            writer.writerow(_row(moment, session, identity, line, remote, began, message, known=True))
        moment += timedelta(milliseconds=1)
    return log.getvalue()


def _row(
    moment: datetime,
    session: LoggedSession,
    identity: str,
    line: int,
    remote: str,
    began: datetime,
    message: tuple[str, str, str, str],
    *,
    known: bool,
) -> list[str]:
    tag, vxid, text, detail = message
    return [
        f"{moment:%Y-%m-%d %H:%M:%S}.{moment.microsecond // 1000:03d} UTC",
        session.user if known else "",
        session.database if known else "",
        identity.split(".")[1],
        remote,
        identity,
        str(line),
        tag,
        f"{began:%Y-%m-%d %H:%M:%S} UTC",
        vxid,
        "0",
        "LOG",
        "00000",
        text,
        detail,
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        session.application if known else "",
        "client backend" if known else "not initialized",
        "",
        "0",
    ]


def _messages(statements: Sequence[Statement]) -> Iterator[tuple[str, str, str, str]]:
    """Yield tag, virtual transaction, message and detail of each line that statements make."""
    opened, number = False, 10
    for one in statements:
        if _OPENS.match(one.sql):
            opened, number = True, number + 1
        if _CLOSES.match(one.sql):
            opened = False
        vxid = f"3/{number}" if opened else "3/0"
        tag = one.sql.split()[0].upper() if one.sql.split() else ""
        if one.params is None:
            yield tag, vxid, f"duration: 0.100 ms  statement: {one.sql}", ""
            continue
        detail = "parameters: " + ", ".join(
            f"${place} = " + ("NULL" if value is None else "'" + value.replace("'", "''") + "'")
            for place, value in enumerate(one.params, 1)
        )
        yield "PARSE", vxid, f"duration: 0.010 ms  parse <unnamed>: {one.sql}", ""
        yield "BIND", vxid, f"duration: 0.010 ms  bind <unnamed>: {one.sql}", detail
        yield tag, vxid, f"duration: 0.100 ms  execute <unnamed>: {one.sql}", detail


def captured(folder: Path, name: str, sessions: Iterable[LoggedSession]) -> Workload:
    """Capture a log that is made by hand."""
    log, output = folder / f"{name}.csv", folder / f"{name}.workload"
    log.write_text(csvlog(sessions), encoding="utf-8")
    capture_logs(CaptureOptions((log,), output, force=True), tool_version="test")
    return Workload.open(output)


# --- The state of servers ---------------------------------------------------------------------------------------------

Facts = dict[str, Counter[str]]

_CLUSTER_FACTS = {
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
_DATABASE_FACTS = {
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
_PRODUCTION_FACTS = {
    "rows": "select who from sold",
    "slots": _CLUSTER_FACTS["slots"],
    "roles": _CLUSTER_FACTS["roles"],
    "databases": _CLUSTER_FACTS["databases"],
}


def _asked(connection: psycopg.Connection[tuple[object, ...]], queries: dict[str, str]) -> Facts:
    return {
        name: Counter(str(row[0]) for row in connection.execute(query).fetchall() if row[0] is not None)
        for name, query in queries.items()
    }


def _files(folder: Path, *, contents: bool) -> Counter[str]:
    """Name what lies in a folder; of what the target can write, also what it holds."""
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
    """Return what a database and its server hold, by one connection: quicker than a dump, and no less of what is written."""
    with superuser(cluster, database) as connection:
        tables = connection.execute(_TABLES).fetchall()
        found = Counter(str(row) for row in tables)
        for schema, name, kind, *_ in tables:
            if kind in {"r", "p", "m"}:
                query = sql.SQL("select t::text from {} t").format(sql.Identifier(str(schema), str(name)))
                found.update(f"{schema}.{name}: {row[0]}" for row in connection.execute(query).fetchall())
        for name in _SHARED:
            columns = "slot_name, active" if name == "pg_replication_slots" else "t.*"
            rows = connection.execute(f"select row({columns})::text from pg_catalog.{name} t").fetchall()
            found.update(f"{name}: {row[0]}" for row in rows)
    return found


@dataclass
class Watched:
    """What is looked at around a replay: it remembers where logs and WAL stood, and keeps listeners and victims."""

    arena: Arena
    database: str
    names: tuple[str, ...]
    victims: dict[str, psycopg.Connection[tuple[object, ...]]] = field(default_factory=dict)
    listener: psycopg.Connection[tuple[object, ...]] | None = None
    lsn: str = ""
    heard: list[str] = field(default_factory=list)
    logged: int = 0

    def open(self, victims: Iterable[str]) -> None:
        """Connect the listener and the victims; each victim runs a statement that nothing ends but a cancel."""
        for name in victims:
            # Where a victim is terminated, what reads its answer is the test, not libpq.
            connection = connect(self.arena.target, "postgres", application=f"victim_{name}")
            connection.pgconn.send_query(b"select pg_sleep(3600)")
            self.victims[name] = connection
        self.listener = connect(self.arena.target, self.database, application="pgrehearse test")
        for name in self.names:
            self.listener.execute(sql.SQL("listen {}").format(sql.Identifier(name)))
        with superuser(self.arena.target, self.database) as connection:
            row = connection.execute("select pg_current_wal_insert_lsn()::text").fetchone()
            self.lsn = str(row[0]) if row else ""
        self.logged = self.arena.production.csvlog.stat().st_size

    def close(self) -> None:
        """End what was opened; a victim's backend ends with its connection only when it is told to."""
        with superuser(self.arena.target) as connection:
            connection.execute(
                "select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name like 'victim\\_%%'"
            )
        for victim in self.victims.values():
            victim.close()
        if self.listener is not None:
            self.listener.close()

    def state(self) -> Facts:
        """Return all that is known of the target and of the other server at this moment."""
        arena = self.arena
        with superuser(arena.target, self.database) as connection:
            found = _asked(connection, {**_CLUSTER_FACTS, **_DATABASE_FACTS})
            found["victims"] = Counter(
                f"{row[0]} {row[1]}"
                for row in connection.execute(
                    "select application_name, state from pg_stat_activity where application_name like 'victim\\_%%'"
                )
            )
        found["dump"] = dump(arena.target, self.database)
        found["files"] = _files(arena.target.data, contents=False)
        found["scratch"] = _files(arena.scratch, contents=True)
        found["postgresql.auto.conf"] = Counter((arena.target.data / "postgresql.auto.conf").read_text().splitlines())
        found["notifications"] = self._notifications()
        found["written to WAL"] = self._wal()
        found |= {f"production: {name}": fact for name, fact in self._production().items()}
        return found

    def _notifications(self) -> Counter[str]:
        if self.listener is None:
            return Counter()
        self.heard += [one.channel for one in self.listener.notifies(timeout=0)]
        return Counter(self.heard)

    def _wal(self) -> Counter[str]:
        """Return restore points, logical messages and switches that the WAL has since the beginning."""
        with superuser(self.arena.target) as connection:
            row = connection.execute("select pg_current_wal_flush_lsn()::text").fetchone()
        until = str(row[0]) if row else self.lsn
        cluster = self.arena.target
        done = subprocess.run(
            [str(cluster.program("pg_waldump")), "-p", str(cluster.data / "pg_wal"), "-s", self.lsn, "-e", until],
            capture_output=True,
            text=True,
            check=False,
            errors="replace",
        )
        kept = re.compile(r"desc: (RESTORE_POINT.*|SWITCH|MESSAGE .*?prefix \S+)")
        return Counter(found.group(1) for found in kept.finditer(done.stdout))

    def _production(self) -> Facts:
        """Look at the other server by its socket: what came by TCP was not this."""
        other = self.arena.production
        with closing(_by_socket(other)) as connection:
            found = _asked(connection, _PRODUCTION_FACTS)
            found["connections"] = Counter(
                re.findall(r"connection received: host=127\.0\.0\.1|application_name=\S+", self._log_of(connection))
            )
        return found

    def _log_of(self, connection: psycopg.Connection[tuple[object, ...]]) -> str:
        """Return the other server's log since the beginning, when a statement made now has reached it."""
        token = f"settled {os.urandom(8).hex()}"
        connection.execute(sql.SQL("select {}").format(sql.Literal(token)))
        for _ in range(2000):
            with self.arena.production.csvlog.open("rb") as stream:
                stream.seek(self.logged)
                text = stream.read().decode(errors="replace")
            if token in text:
                return "\n".join(line for line in text.splitlines() if "[local]" not in line)
            connection.execute("select pg_sleep(0.005)")
        raise AssertionError("the other server's log never settled")


def _by_socket(cluster: Cluster) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(
        host=str(cluster.home),
        port=cluster.port,
        dbname="shop",
        user="postgres",
        application_name="by_socket",
        autocommit=True,
    )


def differences(before: Facts, after: Facts) -> list[str]:
    """Name each thing that is gone or has come."""
    return [
        f"{fact}: {sign} {line}"
        for fact in before
        for sign, lines in (("gone:", before[fact] - after[fact]), ("new:", after[fact] - before[fact]))
        for line in lines
    ]


# --- All attempts in one replay ---------------------------------------------------------------------------------------

ROLES = """
do $$ begin
  if not exists (select from pg_roles where rolname = 'boss') then
    create role boss superuser login;
    create role clerk login;
    create role tenant_role;
    grant tenant_role to clerk, boss;
  end if;
end $$;
"""


@dataclass(frozen=True)
class Played:
    """A replay of a table of attempts: what became of each statement, and what changed."""

    attempts: dict[str, Attempt]
    outcomes: dict[str, list[Outcome]]
    changes: list[str]

    def changed_by(self, name: str) -> list[str]:
        """Return the changes that carry an attempt's name."""
        return [line for line in self.changes if re.search(rf"(?<![A-Za-z0-9]){name}(?!\w)", line)]

    def faults(self, name: str, *, allowed: bool = False) -> list[str]:
        """Say for which statements of an attempt the outcome is wrong (*allowed*: what is held otherwise is sent)."""
        found = []
        attempt = self.attempts[name]
        for statement, outcome in zip(attempt.statements, self.outcomes[name], strict=True):
            must = SENT if allowed and statement.must == HELD else statement.must
            if must == HELD and not outcome.held and outcome.sqlstate not in attempt.lacking:
                found.append(f"must not be sent, is {outcome}: {statement.sql}")
            if must == SENT and outcome.status != "ok" and not (allowed and outcome.sqlstate in attempt.fails):
                found.append(f"must be sent, is {outcome}: {statement.sql}")
        return found


def prepare(arena: Arena, base: str, template: str, attempts: Sequence[Attempt]) -> None:
    """Make the database that the rehearsed ones are copies of."""
    with superuser(arena.target) as connection:
        connection.execute(ROLES)
        connection.execute(sql.SQL("create database {}").format(sql.Identifier(base)))
    with superuser(arena.target, base) as connection:
        connection.execute(arena.filled(template, "", base))
        faults = []
        for one in attempts:
            try:
                connection.execute(arena.filled(one.setup or "select 1", one.name, base))
            except psycopg.Error as error:
                faults.append(f"the setup of {one.id} on {arena.version}: {error}")
    assert not faults, "\n".join(faults)


def copied(arena: Arena, base: str, database: str) -> None:
    """Make a fresh database of a prepared one."""
    with superuser(arena.target) as connection:
        connection.execute(
            sql.SQL("create database {} template {}").format(sql.Identifier(database), sql.Identifier(base))
        )
        # What a database's making leaves behind shall not count as the replay's.
        connection.execute("checkpoint")


def filled(arena: Arena, database: str, attempts: Iterable[Attempt]) -> dict[str, Attempt]:
    """Return the attempts of a version by their names, with the names put in."""
    found: dict[str, Attempt] = {}
    for one in attempts:
        if arena.version not in one.versions:
            continue
        assert one.name not in found, f"two attempts are named {one.name}"
        made = tuple(
            replace(
                each,
                sql=arena.filled(each.sql, one.name, database),
                params=None
                if each.params is None
                else tuple(None if value is None else arena.filled(value, one.name, database) for value in each.params),
            )
            for each in one.statements
        )
        found[one.name] = replace(one, statements=made)
    return found


def play(
    arena: Arena,
    folder: Path,
    base: str,
    attempts: Sequence[Attempt],
    *,
    writes: bool,
    allowed: frozenset[str] = frozenset(),
) -> Played:
    """Replay all attempts to a fresh copy of the prepared database, and compare the states before and after."""
    database = arena.fresh_name(base)
    copied(arena, base, database)
    chosen = filled(arena, database, attempts)
    workload = captured(
        folder, database, [LoggedSession(one.name, one.user, database, one.statements) for one in chosen.values()]
    )
    watched = Watched(arena, database, tuple(chosen))
    watched.open(name for name, one in chosen.items() if any(f"victim_{name}" in each.sql for each in one.statements))
    try:
        before = watched.state()
        run_, _ = replay(
            workload,
            arena.target,
            folder / f"{database}.run",
            database=database,
            writes=writes,
            allowed=allowed,
            dirty=True,
        )
        changes = differences(before, watched.state())
    finally:
        watched.close()
    sent = (
        workload.events()
        .filter(pl.col("action").is_in(["query", "execute"]))
        .select("session", "seq")
        .join(workload.sessions().lazy().select("session", "application_name"), on="session")
        .join(
            run_.outcomes().select("session", "seq", "status", "reason", "sqlstate", "message"),
            on=["session", "seq"],
            how="left",
        )
        .sort("session", "seq")
        .collect()
    )
    outcomes: dict[str, list[Outcome]] = {name: [] for name in chosen}
    for row in sent.iter_rows(named=True):
        words = (str(row[key] or "") for key in ("status", "reason", "sqlstate", "message"))
        outcomes[row["application_name"]].append(Outcome(*words))
    return Played(chosen, outcomes, changes)


def unguarded(arena: Arena, base: str, attempts: Sequence[Attempt]) -> list[str]:
    """Send all attempts as the application did, with nothing between, and name each statement that fails unexpectedly.

    What fails by itself proves nothing when a replay does not send it.
    """
    database = arena.fresh_name(base)
    copied(arena, base, database)
    chosen = filled(arena, database, attempts)
    watched = Watched(arena, database, ())
    watched.open(name for name, one in chosen.items() if any(f"victim_{name}" in each.sql for each in one.statements))
    found = []
    try:
        for one in chosen.values():
            try:
                found += _sent_directly(arena, database, one)
            except psycopg.OperationalError as error:
                found.append(f"{one.id} on {arena.version}: {error}")
    finally:
        watched.close()
        _put_right(arena, database)
    return found


def _put_right(arena: Arena, database: str) -> None:
    """Take away what attempts left at the server that would speak against the next replay."""
    with superuser(arena.target, database) as connection:
        for (name,) in connection.execute(
            "select subname from pg_subscription s join pg_database d on d.oid = subdbid and datname = current_database()"
        ).fetchall():
            subscription = sql.Identifier(str(name))
            for text in (
                "alter subscription {} disable",
                "alter subscription {} set (slot_name = none)",
                "drop subscription {}",
            ):
                connection.execute(sql.SQL(text).format(subscription))
        for (name,) in connection.execute("select gid from pg_prepared_xacts").fetchall():
            connection.execute(sql.SQL("rollback prepared {}").format(sql.Literal(name)))
        for text in ("alter role boss reset all", "alter role clerk reset all", "alter system reset all"):
            connection.execute(text)
        connection.execute("select pg_reload_conf()")


def _sent_directly(arena: Arena, database: str, attempt: Attempt) -> list[str]:
    found = []
    with closing(connect(arena.target, database, user=attempt.user, application=attempt.name)) as connection:
        pg = connection.pgconn
        for statement in attempt.statements:
            text = statement.sql.encode()
            if statement.params is None:
                pg.send_query(text)
            else:
                pg.send_query_params(text, [None if value is None else value.encode() for value in statement.params])
            for state, message in _answers(connection):
                if state not in attempt.fails:
                    found.append(f"{attempt.id} on {arena.version}: {state} {message}: {statement.sql}")
    return found


def _answers(connection: psycopg.Connection[tuple[object, ...]]) -> Iterator[tuple[str, str]]:
    """Yield SQLSTATE and message of each result that is an error; read what COPY sends."""
    pg = connection.pgconn
    while (result := pg.get_result()) is not None:
        if result.status == psycopg.pq.ExecStatus.COPY_OUT:
            while pg.get_copy_data(0)[0] > 0:
                pass
        elif result.status == psycopg.pq.ExecStatus.COPY_IN:
            pg.put_copy_end()
        elif result.status == psycopg.pq.ExecStatus.FATAL_ERROR:
            state = result.error_field(psycopg.pq.DiagnosticField.SQLSTATE) or b""
            yield state.decode(), result.error_message.decode(errors="replace").strip()
            if pg.status == psycopg.pq.ConnStatus.BAD:
                return


def each(attempts: Iterable[Attempt], versions: Iterable[int] = sorted(ALL)) -> pytest.MarkDecorator:
    """Parametrize a test by ``arena`` and ``attempt``: each attempt on each version that it is for."""
    chosen = [
        pytest.param(version, one, id=f"pg{version}-{one.id}")
        for version in versions
        for one in attempts
        if version in one.versions
    ]
    return pytest.mark.parametrize(("arena", "attempt"), chosen, indirect=["arena"])


def open_scratch(folder: Path) -> Path:
    """Make a folder that the servers may write to, with a file that they may read."""
    folder.chmod(0o700)
    (folder / "source").write_text("15\n")
    for path in (folder / "source", folder):
        account().give(path)
    return folder
