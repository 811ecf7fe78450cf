"""Which format a log has, by its content."""

from __future__ import annotations

import re

from base.errors import BadInput, UsageProblem
from capture import csvlog, envelopes, jsonlog
from capture.envelopes import Stream, Wrapped
from capture.prefix import Prefix, compiled, worked_out
from capture.records import LogFormat
from capture.stderr import stderr
from capture.syslog import is_first, is_syslog, syslog, text_of

NAMES = ("csvlog", "jsonlog", "stderr", "syslog", "cloudwatch")
_STRUCTURED = {"csvlog": csvlog.CSVLOG, "jsonlog": jsonlog.jsonlog()}
# Envelopes in envelopes: more than so many are not looked for.
_DEEPEST = 3
_LOOKED_AT = 200
_JSON = re.compile(rb"\s*(?:\{\s*(?:\"|$)|\[\s*(?:\{|$))")
_SHOWN = 3


def recognised(
    head: bytes, name: str, *, given: str | None = None, prefix: str | None = None, within: int = 0
) -> LogFormat:
    """Return the format of a log that begins with *head*.

    *given*: one of ``NAMES``; *prefix*: its ``log_line_prefix``, which otherwise is worked out from the lines. *within*: how
    many envelopes were taken off already.
    Raises ``BadInput`` for what is no log, saying what was seen.
    """
    if not head.strip():
        raise BadInput(f"{name}: empty", remedy="is this the file in use, and does the server log to it?")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BadInput(f"{name}: text in UTF-16", remedy="convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW")
    if given not in {None, *NAMES}:
        raise UsageProblem(f"no format {given!r}", remedy=f"one of {', '.join(NAMES)}")
    known = compiled(prefix) if prefix is not None else None
    found = _structured(head, name, given) if known is None or given is not None else None
    if found is not None:
        return found
    fits = known is not None and _fits(known, head)
    if known is not None and within and not fits:
        raise _unknown(name, head.split(b"\n"))
    wrapped = [] if fits or within == _DEEPEST or _is_syslog(head.split(b"\n")) else envelopes.around(head)
    refused: BadInput | None = None
    for one in wrapped:
        inside = _inside(one, head, name, given, prefix, within)
        if isinstance(inside, LogFormat):
            return inside
        refused = refused or envelopes.refusal(name, one, inside)
    if given in _STRUCTURED:
        return _STRUCTURED[given]
    try:
        return _text(head, name, given, known)
    except BadInput as error:
        raise refused or error from None


def _is_syslog(lines: list[bytes]) -> bool:
    return sum(map(is_syslog, lines)) > len(lines) / 2


def _fits(prefix: Prefix, head: bytes) -> bool:
    """Say whether a record begins with the prefix among the first lines."""
    return any(prefix.opened(text_of(line)) is not None for line in head.split(b"\n")[:_LOOKED_AT])


def _structured(head: bytes, name: str, given: str | None) -> LogFormat | None:
    """Return the format of a csvlog or a jsonlog."""
    found = csvlog.recognised(head, name) if given in {None, "csvlog"} else None
    return found or (jsonlog.recognised(head) if given in {None, "jsonlog"} else None)


def _inside(
    wrapped: Wrapped, head: bytes, name: str, given: str | None, prefix: str | None, within: int
) -> LogFormat | BadInput:
    """Return the format of the log inside of an envelope; why there is none, where nothing in it is a log.

    Raises ``BadInput`` where several servers' logs are in it and have different formats.
    """
    found: dict[Stream, LogFormat] = {}
    refused: list[BadInput] = []
    plain = None if given == "cloudwatch" else given
    for stream, octets in wrapped.streams(head).items():
        try:
            found[stream] = recognised(octets, name, given=plain, prefix=prefix, within=within + 1)
        except BadInput as error:
            refused.append(error)
    if not found:
        return refused[0] if refused else BadInput(f"{name}: nothing")
    if len(formats := {one.said: server for (server, _), one in found.items()}) > 1:
        what = ", ".join(f"{server or 'one'} ({said})" for said, server in formats.items())
        raise BadInput(
            f"{name}: the logs of several servers in different formats: {what}",
            remedy="give each server's log as a file of its own: reader1=PATH reader2=PATH",
        )
    stream, inner = next(iter(found.items()))
    return wrapped.within(inner, stream, several=len({server for server, _ in found}) > 1)


def _text(head: bytes, name: str, given: str | None, known: Prefix | None) -> LogFormat:
    """Return the format of a log of lines."""
    lines = [line.removesuffix(b"\r") for line in head.split(b"\n")[:-1]] or [head]
    if given == "syslog" or (given is None and _is_syslog(lines)):
        firsts = [text_of(line) for line in lines if is_first(line)]
        found = known or worked_out(firsts)
        if found is None:
            raise _unknown(name, firsts)
        return syslog(found)
    found = known or worked_out(lines)
    if found is None:
        raise _unknown(name, lines)
    return stderr(found)


def _unknown(name: str, lines: list[bytes]) -> BadInput:
    if _JSON.match(lines[0]):
        remedy = "take the text of each record out of its JSON, one line each: jq -r '.events[].message' FILE for one document"
    else:
        remedy = "give --prefix with the server's log_line_prefix (show log_line_prefix), or --format"
    seen = "; ".join(repr(line[:80].decode(errors="replace")) for line in lines[:_SHOWN])
    return BadInput(
        f"{name}: no format of PostgreSQL's logs that is known: it begins {seen}",
        remedy=remedy,
    )
