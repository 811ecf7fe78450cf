"""Before a replay: is each file of ``--target-log`` the csvlog of a server that is replayed to, now.

Each server is sent one harmless statement with a random word in it; the server's own log is the file in which that
word appears.
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

# How long a server may take to write what it was sent into its log.
PATIENCE_S = 5.0
_PAUSE_S = 0.05
_HEAD = 1 << 20
# A line of the log that holds the word is not longer than that: the word may lie across two reads.
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
_LEAVE_OUT = "or leave --target-log out: the client's times are compared then"

Pause = Callable[[float], Awaitable[None]]


def log_files(logs: Sequence[Path]) -> list[Path]:
    """Return the files that were given (of a directory: its csvlogs). Raises ``BadInput`` for one that is no csvlog."""
    found: list[Path] = []
    for log in logs:
        inside = sorted(one for one in log.glob("*.csv") if one.is_file()) if log.is_dir() else [log]
        if not inside:
            raise BadInput(f"{log}: no csvlog (*.csv) is in this directory", remedy="give the target's csvlog")
        found += inside
    for path in found:
        require_csvlog(path)
    return found


def require_csvlog(path: Path) -> None:
    """Raise ``BadInput`` unless a file can be read and is a csvlog, or empty."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD) if path.is_file() else b"no file"
    except OSError as error:
        raise BadInput(
            f"--target-log {path}: {error.strerror or error}", remedy=f"give the target's csvlog, {_LEAVE_OUT}"
        ) from None
    if head.strip() and csvlog.detect(head, str(path)) is None:
        raise BadInput(
            f"--target-log {path} is not a csvlog",
            remedy=f"set log_destination = 'csvlog' on the target and give that file, {_LEAVE_OUT}",
        )


def why_not(settings: Mapping[str, str]) -> str:
    """Say why a server's log holds no duration of every statement ("": it does).

    >>> why_not({"log_min_duration_statement": "-1", "log_destination": "csvlog", "logging_collector": "on"})
    'it does not log every statement with its duration (log_min_duration_statement = -1)'
    """
    if settings.get("logging_collector") == "off" or "csvlog" not in settings.get("log_destination", "csvlog"):
        return f"it writes no csvlog (log_destination = {settings.get('log_destination')}, logging_collector = {settings.get('logging_collector')})"
    least, sampled = settings.get("log_min_duration_statement", "0"), settings.get("log_min_duration_sample", "-1")
    logged = (
        least == "0"
        or (sampled == "0" and settings.get("log_statement_sample_rate") == "1")
        or settings.get("log_transaction_sample_rate") == "1"
        or (settings.get("log_statement") == "all" and settings.get("log_duration") == "on")
    )
    return "" if logged else f"it does not log every statement with its duration (log_min_duration_statement = {least})"


async def check_logs(
    logs: Sequence[Path], targets: Sequence[Endpoint], *, patience_s: float = PATIENCE_S, pause: Pause = asyncio.sleep
) -> None:
    """Raise unless every file is the csvlog of a target, and every target logs what it is sent with its duration.

    ``BadInput`` (exit 3) for a file, ``TargetProblem`` (exit 4) for a server that does not log.
    """
    given = [(path, path.stat().st_size, path.parent if path not in logs else path) for path in log_files(logs)]
    words = [await _send(target) for target in targets]
    until = time.monotonic() + patience_s
    waiting = {place for *_, place in given}
    while waiting:
        waiting -= {place for path, begin, place in given if place in waiting and _holds(path, begin, words)}
        if not waiting or time.monotonic() > until:
            break
        await pause(_PAUSE_S)
    if waiting:
        raise _another(min(waiting), targets, patience_s)
    for path, *_ in given:
        require_csvlog(path)


def _another(path: Path, targets: Sequence[Endpoint], patience_s: float) -> PgrehearseError:
    named = " and ".join(f"{target.host}:{target.port}" for target in targets)
    return BadInput(
        f"--target-log {path} is not the log of {named}: a statement that was sent there did not appear in it within {patience_s:.0f} s",
        remedy=f"give the file that select pg_current_logfile('csvlog') names on the target, {_LEAVE_OUT}",
    )


async def _send(target: Endpoint) -> bytes:
    """Send a statement that the server is to log, and return the word in it."""
    word = token_hex(16)
    connection: asyncpg.Connection = await connect(target.to(database=target.database or "postgres"))
    try:
        rows = await connection.fetch("select name, setting from pg_settings where name = any($1)", list(SETTINGS))
        if fault := why_not({str(row["name"]): str(row["setting"]) for row in rows}):
            raise TargetProblem(
                f"{target}: {fault}, so --target-log would find no server times",
                remedy=f"set log_destination = 'csvlog' and log_min_duration_statement = 0 there, {_LEAVE_OUT}",
            )
        await connection.execute(f"select 'pgrehearse log check {word}'")
    except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
        raise TargetProblem(f"{target}: {error}", remedy="see the server's log") from None
    finally:
        await connection.close()
    return word.encode()


def _holds(path: Path, begin: int, words: Sequence[bytes]) -> bool:
    """Say whether one of the words was written to a file since it had *begin* bytes (from its start, if it is shorter now)."""
    with suppress(OSError), path.open("rb") as stream:
        stream.seek(begin if os.fstat(stream.fileno()).st_size >= begin else 0)
        kept = b""
        while piece := stream.read(_HEAD):
            if any(word in kept + piece for word in words):
                return True
            kept = piece[-_OVERLAP:]
    return False
