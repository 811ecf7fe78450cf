"""Logs in every format, as a server writes them."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from pathlib import Path

PREFIX = "%m [%p] %c %l %e %v %x %r %q%u@%d %a "
BEGIN = datetime(2026, 3, 1, 10, tzinfo=UTC)
FORMATS = ("csv", "json", "log")


@dataclass(frozen=True)
class LogRecord:
    """One record of a session (a number), *at_s* seconds after ``BEGIN``."""

    session: int
    at_s: float
    message: str
    severity: str = "LOG"
    state: str = "00000"
    detail: str = ""
    query: str = ""
    tag: str = "SELECT"
    user: str = "shop"
    database: str = "shopdb"
    application: str = "web"
    vxid: str = "3/0"

    @classmethod
    def ran(cls, session: int, at_s: float, sql: str, took_ms: float = 1, **more: str) -> LogRecord:
        """Return a statement of the simple protocol, logged at its end."""
        return cls(session, at_s, f"duration: {took_ms:.3f} ms  statement: {sql}", **more)

    @classmethod
    def failed(cls, session: int, at_s: float, sql: str, message: str, state: str, **more: str) -> LogRecord:
        """Return a failed statement."""
        return cls(session, at_s, message, **{"severity": "ERROR", "state": state, "query": sql, **more})


@dataclass
class Server:
    """A server that writes records. A session begins with its first record, or *opened_s* seconds after ``BEGIN``."""

    zone: str = "UTC"
    opened_s: dict[int, float] = field(default_factory=dict)
    lines: Counter[int] = field(default_factory=Counter)

    def write(self, path: Path, *records: LogRecord) -> Path:
        """Write records in the format of the file's suffix. The line numbers of a session continue in the next file."""
        format_record = {"csv": self._csv, "json": self._json, "log": self._plain}[path.suffix[1:]]
        text = "".join(format_record(record) for record in records)
        path.write_text(text, encoding="utf-8")
        return path

    def _stamp(self, at_s: float, *, exact: bool = True) -> str:
        at = (BEGIN + timedelta(seconds=at_s)).astimezone(ZoneInfo(self.zone))
        stamp = at.strftime("%Y-%m-%d %H:%M:%S")
        return f"{stamp}.{at.microsecond // 1000:03} {at.tzname()}" if exact else f"{stamp} {at.tzname()}"

    def _numbered(self, record: LogRecord) -> tuple[str, int, str]:
        """Return the session's identifier, the record's number in it, and the session's start."""
        self.lines[record.session] += 1
        opened = self.opened_s.setdefault(record.session, record.at_s)
        began = int((BEGIN + timedelta(seconds=opened)).timestamp())
        return f"{began:x}.{record.session:x}", self.lines[record.session], self._stamp(opened, exact=False)

    def _csv(self, record: LogRecord) -> str:
        identity, number, start = self._numbered(record)
        text = io.StringIO()
        row = [
            self._stamp(record.at_s),
            record.user,
            record.database,
            record.session,
            "10.1.1.1:5000",
            identity,
            number,
            record.tag,
            start,
            record.vxid,
            0,
            record.severity,
            record.state,
            record.message,
            record.detail,
            "",
            "",
            "",
            "",
            record.query,
            "",
            "",
            record.application,
            "client backend",
            "",
            0,
        ]
        csv.writer(text, lineterminator="\n").writerow(row)
        return text.getvalue()

    def _json(self, record: LogRecord) -> str:
        identity, number, start = self._numbered(record)
        row = {
            "timestamp": self._stamp(record.at_s),
            "user": record.user,
            "dbname": record.database,
            "pid": record.session,
            "remote_host": "10.1.1.1",
            "remote_port": 5000,
            "session_id": identity,
            "line_num": number,
            "ps": record.tag,
            "session_start": start,
            "vxid": record.vxid,
            "error_severity": record.severity,
            "state_code": record.state,
            "message": record.message,
            "detail": record.detail,
            "statement": record.query,
            "application_name": record.application,
            "backend_type": "client backend",
        }
        return json.dumps({key: value for key, value in row.items() if value != ""}) + "\n"

    def _plain(self, record: LogRecord) -> str:
        if record.message.startswith("connection received"):  # the user is not known yet
            record = replace(record, user="[unknown]", database="[unknown]", application="[unknown]")
        texts = [
            (record.severity, record.message),
            *((w, t) for w, t in (("DETAIL", record.detail), ("STATEMENT", record.query)) if t),
        ]
        lines = ""
        for word, text in texts:
            identity, number, _ = self._numbered(record)
            lines += (
                f"{self._stamp(record.at_s)} [{record.session}] {identity} {number} {record.state} {record.vxid} 0 10.1.1.1(5000) "
                f"{record.user}@{record.database} {record.application} {word}:  " + text.replace("\n", "\n\t") + "\n"
            )
        return lines
