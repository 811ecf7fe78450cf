"""Before a replay: verify that each file of ``--target-log`` is the current csvlog of a target.

Each target gets one harmless statement that contains a random token. The log of the target is the file in which this token
appears.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

import asyncpg

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import BadInput, PgrehearseError, TargetProblem
from pgrehearse.capture.formats import csvlog
from pgrehearse.targets.server_facts import connect

# The time that a server gets to write a statement to its log.
TIMEOUT_S = 5.0
_PAUSE_S = 0.05
_HEAD = 1 << 20
# The token may be split between two reads, which overlap by this size.
_OVERLAP = 256
SETTINGS = (
    "log_min_duration_statement",
    "log_min_duration_sample",
    "log_statement_sample_rate",
    "log_transaction_sample_rate",
    "log_statement",
    "log_duration",
    "log_destination",
    "logging_collector",
)
_WITHOUT = "or omit --target-log: then client times are compared"

Pause = Callable[[float], Awaitable[None]]


def log_files(logs: Sequence[Path]) -> list[Path]:
    """Return the files (for a directory: its csvlogs). Raises ``BadInput`` for one that is not a csvlog."""
    files: list[Path] = []
    for log in logs:
        inside = sorted(path for path in log.glob("*.csv") if path.is_file()) if log.is_dir() else [log]
        if not inside:
            raise BadInput(f"{log}: this directory contains no csvlog (*.csv)", remedy="use the target's csvlog")
        files += inside
    for path in files:
        require_csvlog(path)
    return files


def require_csvlog(path: Path) -> None:
    """Raise ``BadInput`` unless a file can be read and is a csvlog, or empty."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD) if path.is_file() else b"no file"
    except OSError as error:
        raise BadInput(
            f"--target-log {path}: {error.strerror or error}", remedy=f"use the target's csvlog, {_WITHOUT}"
        ) from None
    if head.strip() and csvlog.detect(head, str(path)) is None:
        raise BadInput(
            f"--target-log {path} is not a csvlog",
            remedy=f"set log_destination = 'csvlog' on the target and use that file, {_WITHOUT}",
        )


def why_not(settings: Mapping[str, str]) -> str:
    """Return why a server's log does not contain the duration of every statement ("": it does).

    >>> why_not({"log_min_duration_statement": "-1", "log_destination": "csvlog", "logging_collector": "on"})
    'the server does not log every statement with its duration (log_min_duration_statement = -1)'
    """
    if settings.get("logging_collector") == "off" or "csvlog" not in settings.get("log_destination", "csvlog"):
        return f"the server writes no csvlog (log_destination = {settings.get('log_destination')}, logging_collector = {settings.get('logging_collector')})"
    minimum, sampled = settings.get("log_min_duration_statement", "0"), settings.get("log_min_duration_sample", "-1")
    logged = (
        minimum == "0"
        or (sampled == "0" and settings.get("log_statement_sample_rate") == "1")
        or settings.get("log_transaction_sample_rate") == "1"
        or (settings.get("log_statement") == "all" and settings.get("log_duration") == "on")
    )
    return (
        ""
        if logged
        else f"the server does not log every statement with its duration (log_min_duration_statement = {minimum})"
    )


async def check_logs(
    logs: Sequence[Path], targets: Sequence[Endpoint], *, timeout_s: float = TIMEOUT_S, pause: Pause = asyncio.sleep
) -> None:
    """Raise unless every file is the csvlog of a target, and every target logs its statements with their durations.

    ``BadInput`` (exit 3) for a file, ``TargetProblem`` (exit 4) for a server that does not log.
    """
    files = [(path, path.stat().st_size, path.parent if path not in logs else path) for path in log_files(logs)]
    tokens = [await _send(target) for target in targets]
    until = time.monotonic() + timeout_s
    waiting = {place for *_, place in files}
    while waiting:
        waiting -= {place for path, begin, place in files if place in waiting and _contains(path, begin, tokens)}
        if not waiting or time.monotonic() > until:
            break
        await pause(_PAUSE_S)
    if waiting:
        raise _wrong_log(min(waiting), targets, timeout_s)
    for path, *_ in files:
        require_csvlog(path)


def _wrong_log(path: Path, targets: Sequence[Endpoint], timeout_s: float) -> PgrehearseError:
    named = " and ".join(f"{target.host}:{target.port}" for target in targets)
    return BadInput(
        f"--target-log {path} is not the log of {named}: a test statement did not appear in it within {timeout_s:.0f} s",
        remedy=f"use the file that select pg_current_logfile('csvlog') returns on the target, {_WITHOUT}",
    )


async def _send(target: Endpoint) -> bytes:
    """Send a statement that the server should log, and return its token."""
    token = token_hex(16)
    connection: asyncpg.Connection = await connect(target.to(database=target.database or "postgres"))
    try:
        rows = await connection.fetch("select name, setting from pg_settings where name = any($1)", list(SETTINGS))
        if fault := why_not({str(row["name"]): str(row["setting"]) for row in rows}):
            raise TargetProblem(
                f"{target}: {fault}, so --target-log would give no server times",
                remedy=f"set log_destination = 'csvlog' and log_min_duration_statement = 0 on the target, {_WITHOUT}",
            )
        await connection.execute(f"select 'pgrehearse log check {token}'")
    except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
        raise TargetProblem(f"{target}: {error}", remedy="see the server's log") from None
    finally:
        await connection.close()
    return token.encode()


def _contains(path: Path, begin: int, tokens: Sequence[bytes]) -> bool:
    """Return whether one of the tokens is in a file after its first *begin* bytes (in the whole file, if it is shorter now)."""
    with suppress(OSError), path.open("rb") as stream:
        stream.seek(begin if os.fstat(stream.fileno()).st_size >= begin else 0)
        kept = b""
        while piece := stream.read(_HEAD):
            if any(token in kept + piece for token in tokens):
                return True
            kept = piece[-_OVERLAP:]
    return False
