"""``capture live``: a server logs every statement for a limited time; its settings are always restored.

The log is read by SQL (``pg_current_logfile``, ``pg_read_binary_file``, in slices), so it need not be on this machine.
A detached watchdog process has the settings to restore: it restores them if this process ends early (kill -9 too), or
exceeds its time.
"""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import asyncpg

from pgrehearse.base.artifact import disk_errors
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.capture.guard import Guard

SLICE = 4 << 20
POLL_S = 0.5
# The recording stops before the disk of the log has less than this share free.
LEAST_FREE = 0.20
# One log line each for parse, bind and execute, with some 250 bytes: the disk space of a statement.
STATEMENT_BYTES = 600
GRACE_S = 30
INTERRUPTED = "interrupted"
WANTED = {
    "log_min_duration_statement": "0",
    "log_statement": "none",
    "log_duration": "off",
    "log_connections": "on",
    "log_disconnections": "on",
    "log_parameter_max_length": "-1",
    "log_error_verbosity": "default",
    "log_min_error_statement": "error",
    "log_min_messages": "warning",
}
# A setting and the value that ALTER SYSTEM had set (None: none).
Plan = list[tuple[str, str | None]]
Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A recorded log: its beginning and end (the server's clock), and the WAL position at its beginning.

    *stopped_early*: the reason, if it did. *connection_error*: the error of the connection, if it broke.
    """

    began_us: int
    ended_us: int
    lsn: str
    stopped_early: str = ""
    connection_error: str = ""


async def check(connection: asyncpg.Connection) -> None:
    """Raise ``TargetProblem`` if this server cannot be captured live; the remedy names an alternative."""
    rows = await connection.fetch(
        "select name, setting from pg_settings where name like 'rds.%' or name = 'logging_collector'"
    )
    settings = {str(row["name"]): str(row["setting"]) for row in rows}
    if any(name.startswith("rds.") for name in settings):
        raise TargetProblem(
            "the server is RDS or Aurora, which does not permit ALTER SYSTEM and reading log files by SQL",
            remedy="change its parameter group (pgrehearse doctor --rds ID --apply --for 2h), then capture its logs (pgrehearse capture rds)",
        )
    if not await connection.fetchval("select current_setting('is_superuser')::bool"):
        raise TargetProblem(
            "a superuser is required to change the logging settings",
            remedy="connect as a superuser, or change the settings yourself (pgrehearse doctor lists them)",
        )
    if settings.get("logging_collector") != "on":
        raise TargetProblem(
            "the server does not write log files", remedy="set logging_collector = on and restart the server"
        )


# Checked first, so that the server logs no error if the view cannot be read.
_HAS_STATEMENTS = (
    "select to_regclass('pg_stat_statements') is not null "
    "and exists (select from pg_settings where name = 'pg_stat_statements.max')"
)


async def volume(connection: asyncpg.Connection) -> float:
    """Return the estimated size of the log in bytes per second, from the statements that the server runs in one second."""
    query = (
        "select sum(coalesce(s.calls, 0))::float8 from pg_stat_statements s"
        if await connection.fetchval(_HAS_STATEMENTS)
        else "select sum(xact_commit + xact_rollback)::float8 * 2 from pg_stat_database"
    )
    before = float(await connection.fetchval(query) or 0)
    await asyncio.sleep(1)
    return max(0.0, float(await connection.fetchval(query) or 0) - before) * STATEMENT_BYTES


async def record(
    connection: asyncpg.Connection, endpoint: Endpoint, copy: IO[bytes], seconds: float, report: Report
) -> Recorded:
    """Make the server log every statement for *seconds*, and write that log to *copy*."""
    plan = await _plan(connection)
    guard = Guard.start(endpoint, {"settings": plan}, seconds + GRACE_S)
    restored = False
    try:
        for name, value in (await _wanted(connection)).items():
            await _alter(connection, name, value)
        await connection.execute("select pg_reload_conf()")
        place = await _wait_for_csvlog(connection)
        began, lsn = await _now(connection)
        stopped = ""
        try:
            place, stopped = await _followed(connection, copy, place, seconds, report)
            ended, _ = await _now(connection)
            await restore_settings(connection, plan)
            restored = True
            await asyncio.sleep(POLL_S)  # the server may still be writing the last records
            await _copy(connection, copy, *place)
        except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
            return Recorded(began, began + round(seconds * 1e6), lsn, stopped, connection_error=str(error))
    finally:
        if not restored:
            with suppress(asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
                await restore_settings(connection, plan)
                restored = True
        guard.release(done=restored)
    return Recorded(began, ended, lsn, stopped)


async def _followed(
    connection: asyncpg.Connection, copy: IO[bytes], place: tuple[str, int], seconds: float, report: Report
) -> tuple[tuple[str, int], str]:
    """Copy the log while it grows. Return the position to continue at, and the reason for stopping early ("": none)."""
    deadline, stopped = time.monotonic() + seconds, ""
    try:
        while (left := deadline - time.monotonic()) > 0 and not stopped:
            place = await _copy(connection, copy, *place)
            stopped = await _disk_nearly_full(connection)
            report(f"  {left:.0f} s left, {copy.tell() / 1e6:,.0f} MB of log")
            await asyncio.sleep(min(POLL_S, left))
    except asyncio.CancelledError:  # Ctrl-C: the recorded log is kept; a second Ctrl-C is not caught
        task = asyncio.current_task()
        if task is not None:
            task.uncancel()
        return place, INTERRUPTED
    return place, stopped


async def _now(connection: asyncpg.Connection) -> tuple[int, str]:
    """Return the server's clock (microseconds since the epoch) and its WAL position."""
    at = await connection.fetchval("select (extract(epoch from clock_timestamp()) * 1e6)::int8")
    lsn = await connection.fetchval(
        "select (case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end)::text"
    )
    return int(at), str(lsn)


async def _plan(connection: asyncpg.Connection) -> Plan:
    """Return the settings to restore: the values that ALTER SYSTEM had set before, if any."""
    rows = await connection.fetch(
        "select name, setting from pg_file_settings where sourcefile like '%postgresql.auto.conf' and applied"
    )
    before = {str(row["name"]): str(row["setting"]) for row in rows}
    return [(name, before.get(name)) for name in (*WANTED, "log_destination")]


async def _wanted(connection: asyncpg.Connection) -> dict[str, str]:
    current = str(await connection.fetchval("show log_destination"))
    existing = {str(row["name"]) for row in await connection.fetch("select name from pg_settings")}
    destination = current if "csvlog" in current else f"{current},csvlog"
    return {**{name: value for name, value in WANTED.items() if name in existing}, "log_destination": destination}


async def _alter(connection: asyncpg.Connection, name: str, value: str | None) -> None:
    """Set or reset one setting for the whole server; the server itself quotes name and value."""
    statement = (
        await connection.fetchval("select format('alter system reset %I', $1::text)", name)
        if value is None
        else await connection.fetchval("select format('alter system set %I = %L', $1::text, $2::text)", name, value)
    )
    # The commas of a list must be outside the quotes.
    if value is not None and name == "log_destination":
        words = [await connection.fetchval("select quote_ident($1::text)", word.strip()) for word in value.split(",")]
        statement = f"alter system set log_destination = {', '.join(map(str, words))}"
    await connection.execute(str(statement))


async def restore_settings(connection: asyncpg.Connection, plan: Plan) -> None:
    """Restore all settings."""
    for name, value in plan:
        with suppress(asyncpg.UndefinedObjectError):  # a setting that this version does not have
            await _alter(connection, name, value)
    await connection.execute("select pg_reload_conf()")


async def _wait_for_csvlog(connection: asyncpg.Connection) -> tuple[str, int]:
    """Wait until the new settings are in effect; return the name and the current size of the csvlog."""
    for _ in range(40):
        file = await connection.fetchval("select pg_current_logfile('csvlog')")
        if file and await connection.fetchval("select current_setting('log_min_duration_statement') = '0'"):
            return str(file), int(await connection.fetchval("select (pg_stat_file($1)).size", file))
        await asyncio.sleep(0.1)
    raise TargetProblem("the server did not start to write a csvlog", remedy="look for the reason in the server's log")


async def _copy(connection: asyncpg.Connection, copy: IO[bytes], file: str, offset: int) -> tuple[str, int]:
    """Append the new part of the log, across rotated files. Return the position to continue at."""
    while True:
        piece = await connection.fetchval("select pg_read_binary_file($1, $2, $3, true)", file, offset, SLICE)
        if piece:
            with disk_errors(Path(copy.name)):
                copy.write(piece)
                copy.flush()
            offset += len(piece)
        if piece and len(piece) == SLICE:
            continue
        current = await connection.fetchval("select pg_current_logfile('csvlog')")
        if not current or current == file:
            return file, offset
        file, offset = str(current), 0


async def _disk_nearly_full(connection: asyncpg.Connection) -> str:
    """Return the reason to stop early: the disk of the log is nearly full ("": it is not, or is on another machine)."""
    folder = await connection.fetchval(
        "select case when current_setting('log_directory') like '/%' then current_setting('log_directory') "
        "else current_setting('data_directory') || '/' || current_setting('log_directory') end"
    )
    try:
        disk = shutil.disk_usage(str(folder))
    except OSError:
        return ""
    return (
        ""
        if disk.free > LEAST_FREE * disk.total
        else f"the disk of {folder} has {disk.free / disk.total:.0%} free space"
    )
