"""``capture live``: a server logs every statement for a while, and its settings are put back however that ends.

The log is read over SQL (``pg_current_logfile``, ``pg_read_binary_file``, in slices), so it need not be on this
machine. A detached watchdog holds what to put back: it acts when this process is gone (kill -9 too), or overdue.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import asyncpg

from pgrehearse.base.artifact import disk_errors
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem

SLICE = 4 << 20
POLL_S = 0.5
# The disk the log lies on is left this share of room.
LEAST_FREE = 0.20
# A line of log for parse, bind and execute each, some 250 bytes: what a statement costs on disk.
STATEMENT_OCTETS = 600
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
# A setting and what ALTER SYSTEM had set it to (None: nothing).
Plan = list[tuple[str, str | None]]
Told = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A log that was recorded: when it began and ended (the server's clock), the WAL position it began at.

    *stopped_early*: why, if it did. *lost*: what became of the connection, if it did not last.
    """

    began_us: int
    ended_us: int
    lsn: str
    stopped_early: str = ""
    lost: str = ""


async def check(connection: asyncpg.Connection) -> None:
    """Raise ``TargetProblem`` unless this server can be captured live, naming the way that works instead."""
    rows = await connection.fetch(
        "select name, setting from pg_settings where name like 'rds.%' or name = 'logging_collector'"
    )
    settings = {str(row["name"]): str(row["setting"]) for row in rows}
    if any(name.startswith("rds.") for name in settings):
        raise TargetProblem(
            "this is RDS or Aurora: nobody there may ALTER SYSTEM or read log files over SQL",
            remedy="set log_min_duration_statement = 0 in its parameter group (pgrehearse doctor lists all), then capture the exported logs",
        )
    if not await connection.fetchval("select current_setting('is_superuser')::bool"):
        raise TargetProblem(
            "changing the logging needs a superuser",
            remedy="connect as one, or set the logging by hand (pgrehearse doctor lists it)",
        )
    if settings.get("logging_collector") != "on":
        raise TargetProblem("the server writes no log files", remedy="set logging_collector = on and restart it")


# Asked first, so that the server logs no error where the view cannot be read.
_HAS_STATEMENTS = (
    "select to_regclass('pg_stat_statements') is not null "
    "and exists (select from pg_settings where name = 'pg_stat_statements.max')"
)


async def volume(connection: asyncpg.Connection) -> float:
    """Return about how many bytes a second the log will take, from what the server does in a second now."""
    query = (
        "select sum(coalesce(s.calls, 0))::float8 from pg_stat_statements s"
        if await connection.fetchval(_HAS_STATEMENTS)
        else "select sum(xact_commit + xact_rollback)::float8 * 2 from pg_stat_database"
    )
    before = float(await connection.fetchval(query) or 0)
    await asyncio.sleep(1)
    return max(0.0, float(await connection.fetchval(query) or 0) - before) * STATEMENT_OCTETS


async def record(
    connection: asyncpg.Connection, endpoint: Endpoint, copy: IO[bytes], seconds: float, told: Told
) -> Recorded:
    """Have the server log everything for *seconds*, and write that log to *copy*."""
    plan = await _plan(connection)
    watchdog = _watchdog(endpoint, plan, seconds + GRACE_S)
    back = False
    try:
        for name, value in (await _wanted(connection)).items():
            await _alter(connection, name, value)
        await connection.execute("select pg_reload_conf()")
        place = await _settled(connection)
        began, lsn = await _now(connection)
        stopped = ""
        try:
            place, stopped = await _followed(connection, copy, place, seconds, told)
            ended, _ = await _now(connection)
            await put_back(connection, plan)
            back = True
            await asyncio.sleep(POLL_S)  # what was said until then is still being written
            await _copy(connection, copy, *place)
        except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
            return Recorded(began, began + round(seconds * 1e6), lsn, stopped, lost=str(error))
    finally:
        if not back:
            with suppress(asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
                await put_back(connection, plan)
                back = True
        _leave(watchdog, done=back)
    return Recorded(began, ended, lsn, stopped)


async def _followed(
    connection: asyncpg.Connection, copy: IO[bytes], place: tuple[str, int], seconds: float, told: Told
) -> tuple[tuple[str, int], str]:
    """Copy the log as it grows. Returns where to go on, and why it stopped early ("": it did not)."""
    ends, stopped = time.monotonic() + seconds, ""
    try:
        while (left := ends - time.monotonic()) > 0 and not stopped:
            place = await _copy(connection, copy, *place)
            stopped = await _room(connection)
            told(f"  {left:.0f} s to go, {copy.tell() / 1e6:,.0f} MB of log")
            await asyncio.sleep(min(POLL_S, left))
    except asyncio.CancelledError:  # Ctrl-C: what was recorded is kept; a second one is not caught
        task = asyncio.current_task()
        if task is not None:
            task.uncancel()
        return place, INTERRUPTED
    return place, stopped


async def _now(connection: asyncpg.Connection) -> tuple[int, str]:
    """Return the server's clock (microseconds since the epoch) and its place in the WAL."""
    at = await connection.fetchval("select (extract(epoch from clock_timestamp()) * 1e6)::int8")
    lsn = await connection.fetchval(
        "select (case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end)::text"
    )
    return int(at), str(lsn)


async def _plan(connection: asyncpg.Connection) -> Plan:
    """Return what has to be put back: what ALTER SYSTEM had set before, or nothing."""
    rows = await connection.fetch(
        "select name, setting from pg_file_settings where sourcefile like '%postgresql.auto.conf' and applied"
    )
    before = {str(row["name"]): str(row["setting"]) for row in rows}
    return [(name, before.get(name)) for name in (*WANTED, "log_destination")]


async def _wanted(connection: asyncpg.Connection) -> dict[str, str]:
    now = str(await connection.fetchval("show log_destination"))
    known = {str(row["name"]) for row in await connection.fetch("select name from pg_settings")}
    destination = now if "csvlog" in now else f"{now},csvlog"
    return {**{name: value for name, value in WANTED.items() if name in known}, "log_destination": destination}


async def _alter(connection: asyncpg.Connection, name: str, value: str | None) -> None:
    """Set or reset one setting for the whole server; the server itself quotes name and value."""
    statement = (
        await connection.fetchval("select format('alter system reset %I', $1::text)", name)
        if value is None
        else await connection.fetchval("select format('alter system set %I = %L', $1::text, $2::text)", name, value)
    )
    # A list keeps its commas only outside quotes.
    if value is not None and name == "log_destination":
        words = [await connection.fetchval("select quote_ident($1::text)", word.strip()) for word in value.split(",")]
        statement = f"alter system set log_destination = {', '.join(map(str, words))}"
    await connection.execute(str(statement))


async def put_back(connection: asyncpg.Connection, plan: Plan) -> None:
    """Set everything to what it was before."""
    for name, value in plan:
        with suppress(asyncpg.UndefinedObjectError):  # not known to this version
            await _alter(connection, name, value)
    await connection.execute("select pg_reload_conf()")


async def _settled(connection: asyncpg.Connection) -> tuple[str, int]:
    """Wait until the server logs as asked for; return its csvlog and how long that is already."""
    for _ in range(40):
        file = await connection.fetchval("select pg_current_logfile('csvlog')")
        if file and await connection.fetchval("select current_setting('log_min_duration_statement') = '0'"):
            return str(file), int(await connection.fetchval("select (pg_stat_file($1)).size", file))
        await asyncio.sleep(0.1)
    raise TargetProblem("the server did not begin to write a csvlog", remedy="look into its own log for the reason")


async def _copy(connection: asyncpg.Connection, copy: IO[bytes], file: str, offset: int) -> tuple[str, int]:
    """Append what was logged since; go on in the next file when the server has rotated. Returns where to go on."""
    while True:
        piece = await connection.fetchval("select pg_read_binary_file($1, $2, $3, true)", file, offset, SLICE)
        if piece:
            with disk_errors(Path(copy.name)):
                copy.write(piece)
                copy.flush()
            offset += len(piece)
        if piece and len(piece) == SLICE:
            continue
        now = await connection.fetchval("select pg_current_logfile('csvlog')")
        if not now or now == file:
            return file, offset
        file, offset = str(now), 0


async def _room(connection: asyncpg.Connection) -> str:
    """Say why to stop early: the disk the server logs to is nearly full. Only a disk of this machine can be looked at."""
    where = await connection.fetchval(
        "select case when current_setting('log_directory') like '/%' then current_setting('log_directory') "
        "else current_setting('data_directory') || '/' || current_setting('log_directory') end"
    )
    try:
        disk = shutil.disk_usage(str(where))
    except OSError:
        return ""
    return "" if disk.free > LEAST_FREE * disk.total else f"{where} has {disk.free / disk.total:.0%} of its disk left"


def _watchdog(endpoint: Endpoint, plan: Plan, seconds: float) -> subprocess.Popen[bytes]:
    """Start the process that puts the settings back when this one cannot; the password goes through its pipe only."""
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "pgrehearse.capture.live.watchdog"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    task: dict[str, Any] = {"endpoint": endpoint.document(), "plan": plan, "seconds": seconds}
    if process.stdin is not None:
        process.stdin.write(json.dumps(task).encode() + b"\n")
        process.stdin.flush()
    return process


def _leave(watchdog: subprocess.Popen[bytes], *, done: bool) -> None:
    """Tell the watchdog that all is put back; where it is not, the end of its input tells it to act."""
    if watchdog.stdin is not None:
        with suppress(BrokenPipeError):
            watchdog.stdin.write(b"done\n" if done else b"")
            watchdog.stdin.close()
    if done:
        watchdog.wait(timeout=10)
