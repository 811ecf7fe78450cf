"""Which format a log has, by its content."""

from __future__ import annotations

import re
from dataclasses import replace

from base.errors import BadInput, UsageProblem
from capture import csvlog, jsonlog
from capture.prefix import Prefix, compiled
from capture.prefix_detection import held_to, voting, worked_out
from capture.records import LogFormat
from capture.source import Block
from capture.stderr import cut, stderr
from capture.syslog import is_first, is_heroku, is_syslog, is_without_process, process_of, syslog, text_of

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
    if given == "csvlog" or (given is None and prefix is None):
        found = csvlog.recognised(head, name)
        if found or given:
            return found or csvlog.CSVLOG
    if given == "jsonlog" or (given is None and prefix is None):
        found = jsonlog.recognised(head)
        if found or given:
            return found or jsonlog.jsonlog(enveloped=False)
    return _text(head, name, given, prefix)


def _text(head: bytes, name: str, given: str | None, prefix: str | None) -> LogFormat:
    """Return the format of a log of lines."""
    lines = [line.removesuffix(b"\r") for line in head.split(b"\n")[:-1]] or [head]
    if given == "syslog" or (given is None and sum(map(is_syslog, lines)) > len(lines) / 2):
        return _syslog(lines, name, prefix)
    if given is None and sum(map(is_without_process, lines)) > len(lines) / 2:
        raise BadInput(
            f"{name}: a syslog without process numbers: the lines of different sessions cannot be told apart",
            remedy="have syslog write its tag with the process (postgres[4242]:), or log to a file of the server's own",
        )
    if given == "cloudwatch" or (given is None and sum(bool(_EVENT.match(line)) for line in lines) > len(lines) / 2):
        return _cloudwatch(*_prefix([_EVENT.sub(b"", line) for line in lines], name, prefix))
    found, notes = _prefix(lines, name, prefix)
    return replace(stderr(found), notes=notes)


def _prefix(lines: list[bytes], name: str, given: str | None) -> tuple[Prefix, tuple[str, ...]]:
    """Return the prefix, given or found out, and notes on it."""
    if given is not None:
        known = compiled(given)
        return known, tuple(held_to(known, lines, name))
    found = worked_out(lines)
    if found is None:
        raise _unknown(name, lines)
    return found, ()


def _syslog(lines: list[bytes], name: str, given: str | None) -> LogFormat:
    """Return the format of a log in syslog, whose header tells the time and the process."""
    firsts = [line for line in lines if is_first(line)]
    texts = [text_of(line) for line in firsts]
    if given is not None:
        known = compiled(given, in_syslog=True)
        return replace(syslog(known), notes=tuple(held_to(known, texts, name)))
    found = worked_out(texts, [process_of(line) for line in firsts])
    told = any(b"connection authorized: " in text for text in texts)
    if found is not None and not told and not {"u", "d"} <= set(found.fields) and any(map(is_heroku, lines)):
        raise BadInput(
            f"{name}: a log of Heroku Postgres, which does not tell the user and the database of a statement",
            remedy=f"say whose they are: --prefix {found.text!r} with --user and --database",
        )
    if found is None:
        raise _unknown(name, texts)
    return syslog(found)


def _cloudwatch(prefix: Prefix, notes: tuple[str, ...]) -> LogFormat:
    """Return the format of an export: the plain log, each event behind a time of its own."""
    plain = stderr(prefix, "cloudwatch")
    return replace(
        plain,
        cut=lambda octets: cut(prefix, octets, _TIME),
        records=lambda block: plain.records(Block(_EVENT.sub(b"", block.octets), block.first_line, last=block.last)),
        zone=lambda octets: plain.zone(_EVENT.sub(b"", octets)),
        said=f"CloudWatch Logs export, log_line_prefix = '{prefix.text}'",
        notes=notes,
    )


def _unknown(name: str, lines: list[bytes]) -> BadInput:
    seen = "; ".join(repr(line[:80].decode(errors="replace")) for line in lines[:_SHOWN])
    what = (
        "no format of PostgreSQL's logs that is known"
        if voting(lines, [""] * len(lines)).is_empty()
        else "a log whose log_line_prefix is not clear from its lines"
    )
    return BadInput(
        f"{name}: {what}: it begins {seen}",
        remedy="give --prefix with the server's log_line_prefix (show log_line_prefix), such as --prefix '%m [%p] %q%u@%d ', or --format",
    )
