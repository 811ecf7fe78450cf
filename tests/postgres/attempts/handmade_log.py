"""A workload from SQL texts: the csvlog that a server would have written, and its capture."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.workload.read import Workload

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from tests.postgres.attempts.cases import Statement

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
    """Return the log of a server (log_min_duration_statement = 0) for these sessions, one after the other."""
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
                user_known=False,
            )
        )
        for line, message in enumerate([*opening, *_messages(session.statements), *closing_], 2):
            moment += timedelta(milliseconds=1)
            writer.writerow(_row(moment, session, identity, line, remote, began, message, user_known=True))
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
    user_known: bool,
) -> list[str]:
    tag, vxid, text, detail = message
    return [
        f"{moment:%Y-%m-%d %H:%M:%S}.{moment.microsecond // 1000:03d} UTC",
        session.user if user_known else "",
        session.database if user_known else "",
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
        session.application if user_known else "",
        "client backend" if user_known else "not initialized",
        "",
        "0",
    ]


def _messages(statements: Sequence[Statement]) -> Iterator[tuple[str, str, str, str]]:
    """Yield tag, virtual transaction, message and detail of each line that statements make."""
    opened, number = False, 10
    for statement in statements:
        if _OPENS.match(statement.sql):
            opened, number = True, number + 1
        if _CLOSES.match(statement.sql):
            opened = False
        vxid = f"3/{number}" if opened else "3/0"
        tag = statement.sql.split()[0].upper() if statement.sql.split() else ""
        if statement.params is None:
            yield tag, vxid, f"duration: 0.100 ms  statement: {statement.sql}", ""
            continue
        detail = "parameters: " + ", ".join(
            f"${place} = " + ("NULL" if value is None else "'" + value.replace("'", "''") + "'")
            for place, value in enumerate(statement.params, 1)
        )
        yield "PARSE", vxid, f"duration: 0.010 ms  parse <unnamed>: {statement.sql}", ""
        yield "BIND", vxid, f"duration: 0.010 ms  bind <unnamed>: {statement.sql}", detail
        yield tag, vxid, f"duration: 0.100 ms  execute <unnamed>: {statement.sql}", detail


def captured(folder: Path, name: str, sessions: Iterable[LoggedSession]) -> Workload:
    """Capture a log that is made by hand."""
    log, output = folder / f"{name}.csv", folder / f"{name}.workload"
    log.write_text(csvlog(sessions), encoding="utf-8")
    capture_logs(CaptureOptions((log,), output, force=True), tool_version="test")
    return Workload.open(output)
