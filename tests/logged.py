"""Logs as a server writes them, in every format, from a few lines of a test."""

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
class Said:
    """One record: of which session (a number), how many seconds after ``BEGIN``, what."""

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
    def ran(cls, session: int, at_s: float, sql: str, took_ms: float = 1, **more: str) -> Said:
        """A statement of the simple protocol, logged at its end."""
        return cls(session, at_s, f"duration: {took_ms:.3f} ms  statement: {sql}", **more)

    @classmethod
    def failed(cls, session: int, at_s: float, sql: str, message: str, state: str, **more: str) -> Said:
        """A failed statement."""
        return cls(session, at_s, message, **{"severity": "ERROR", "state": state, "query": sql, **more})


@dataclass
class Server:
    """Writes records; sessions begin with the first of theirs, or *opened_s* seconds after ``BEGIN``."""

    zone: str = "UTC"
    opened_s: dict[int, float] = field(default_factory=dict)
    lines: Counter[int] = field(default_factory=Counter)

    def wrote(self, path: Path, *records: Said) -> Path:
        """Write records in the format that the file's name ends in; a session's numbers go on from file to file."""
        write = {"csv": self._csv, "json": self._json, "log": self._plain}[path.suffix[1:]]
        text = "".join(write(one) for one in records)
        path.write_text(text, encoding="utf-8")
        return path

    def _stamp(self, at_s: float, *, exact: bool = True) -> str:
        at = (BEGIN + timedelta(seconds=at_s)).astimezone(ZoneInfo(self.zone))
        stamp = at.strftime("%Y-%m-%d %H:%M:%S")
        return f"{stamp}.{at.microsecond // 1000:03} {at.tzname()}" if exact else f"{stamp} {at.tzname()}"

    def _numbered(self, one: Said) -> tuple[str, int, str]:
        """Return the session's identifier, the record's number in it, and the session's start."""
        self.lines[one.session] += 1
        opened = self.opened_s.setdefault(one.session, one.at_s)
        began = int((BEGIN + timedelta(seconds=opened)).timestamp())
        return f"{began:x}.{one.session:x}", self.lines[one.session], self._stamp(opened, exact=False)

    def _csv(self, one: Said) -> str:
        identity, number, start = self._numbered(one)
        out = io.StringIO()
        row = [
            self._stamp(one.at_s),
            one.user,
            one.database,
            one.session,
            "10.1.1.1:5000",
            identity,
            number,
            one.tag,
            start,
            one.vxid,
            0,
            one.severity,
            one.state,
            one.message,
            one.detail,
            "",
            "",
            "",
            "",
            one.query,
            "",
            "",
            one.application,
            "client backend",
            "",
            0,
        ]
        csv.writer(out, lineterminator="\n").writerow(row)
        return out.getvalue()

    def _json(self, one: Said) -> str:
        identity, number, start = self._numbered(one)
        row = {
            "timestamp": self._stamp(one.at_s),
            "user": one.user,
            "dbname": one.database,
            "pid": one.session,
            "remote_host": "10.1.1.1",
            "remote_port": 5000,
            "session_id": identity,
            "line_num": number,
            "ps": one.tag,
            "session_start": start,
            "vxid": one.vxid,
            "error_severity": one.severity,
            "state_code": one.state,
            "message": one.message,
            "detail": one.detail,
            "statement": one.query,
            "application_name": one.application,
            "backend_type": "client backend",
        }
        return json.dumps({key: value for key, value in row.items() if value != ""}) + "\n"

    def _plain(self, one: Said) -> str:
        if one.message.startswith("connection received"):  # nobody is known yet
            one = replace(one, user="[unknown]", database="[unknown]", application="[unknown]")
        texts = [
            (one.severity, one.message),
            *((w, t) for w, t in (("DETAIL", one.detail), ("STATEMENT", one.query)) if t),
        ]
        out = ""
        for word, text in texts:
            identity, number, _ = self._numbered(one)
            out += (
                f"{self._stamp(one.at_s)} [{one.session}] {identity} {number} {one.state} {one.vxid} 0 10.1.1.1(5000) "
                f"{one.user}@{one.database} {one.application} {word}:  " + text.replace("\n", "\n\t") + "\n"
            )
        return out
