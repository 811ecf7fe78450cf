"""Which format a log has, by its content."""

from __future__ import annotations

import re
from dataclasses import replace

from base.errors import BadInput, UsageProblem
from capture import csvlog, jsonlog
from capture.prefix import Prefix, compiled, worked_out
from capture.records import LogFormat
from capture.source import Block
from capture.stderr import cut, stderr
from capture.syslog import is_first, is_syslog, syslog, text_of

NAMES = ("csvlog", "jsonlog", "stderr", "syslog", "cloudwatch")
# An export of CloudWatch Logs puts its own time before each event.
_TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z[ \t]"
_EVENT = re.compile(rf"(?m)^{_TIME}".encode())
_SHOWN = 3


def recognised(head: bytes, name: str, *, given: str | None = None, prefix: str | None = None) -> LogFormat:
    """Return the format of a log that begins with *head*.

    *given*: one of ``NAMES``; *prefix*: its ``log_line_prefix``, which otherwise is worked out from the lines.
    Raises ``BadInput`` for what is no log, saying what was seen.
    """
    if not head.strip():
        raise BadInput(f"{name}: empty", remedy="is this the file in use, and does the server log to it?")
    if given not in {None, *NAMES}:
        raise UsageProblem(f"no format {given!r}", remedy=f"one of {', '.join(NAMES)}")
    known = compiled(prefix) if prefix is not None else None
    if given == "csvlog" or (given is None and known is None):
        found = csvlog.recognised(head, name)
        if found or given:
            return found or csvlog.CSVLOG
    if given == "jsonlog" or (given is None and known is None):
        found = jsonlog.recognised(head)
        if found or given:
            return found or jsonlog.jsonlog(enveloped=False)
    return _text(head, name, given, known)


def _text(head: bytes, name: str, given: str | None, known: Prefix | None) -> LogFormat:
    """Return the format of a log of lines."""
    lines = [line.removesuffix(b"\r") for line in head.split(b"\n")[:-1]] or [head]
    if given == "syslog" or (given is None and sum(map(is_syslog, lines)) > len(lines) / 2):
        firsts = [text_of(line) for line in lines if is_first(line)]
        found = known or worked_out(firsts)
        if found is None:
            raise _unknown(name, firsts)
        return syslog(found)
    if given == "cloudwatch" or (given is None and sum(bool(_EVENT.match(line)) for line in lines) > len(lines) / 2):
        found = known or worked_out([_EVENT.sub(b"", line) for line in lines])
        if found is None:
            raise _unknown(name, [_EVENT.sub(b"", line) for line in lines])
        return _cloudwatch(found)
    found = known or worked_out(lines)
    if found is None:
        raise _unknown(name, lines)
    return stderr(found)


def _cloudwatch(prefix: Prefix) -> LogFormat:
    """Return the format of an export: the plain log, each event behind a time of its own."""
    plain = stderr(prefix, "cloudwatch")
    return replace(
        plain,
        cut=lambda octets: cut(prefix, octets, _TIME),
        records=lambda block: plain.records(Block(_EVENT.sub(b"", block.octets), block.first_line, last=block.last)),
        zone=lambda octets: plain.zone(_EVENT.sub(b"", octets)),
        said=f"CloudWatch Logs export, log_line_prefix = '{prefix.text}'",
    )


def _unknown(name: str, lines: list[bytes]) -> BadInput:
    seen = "; ".join(repr(line[:80].decode(errors="replace")) for line in lines[:_SHOWN])
    return BadInput(
        f"{name}: no format of PostgreSQL's logs that is known: it begins {seen}",
        remedy="give --prefix with the server's log_line_prefix (show log_line_prefix), or --format",
    )
