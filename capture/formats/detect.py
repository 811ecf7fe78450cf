"""Which format a log has, by its content."""

from __future__ import annotations

import re
from dataclasses import replace

from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.capture.formats import csvlog, jsonlog
from pgrehearse.capture.formats.line_prefix import Prefix, compiled
from pgrehearse.capture.formats.prefix_detection import held_to, voting, worked_out
from pgrehearse.capture.formats.records import LogFormat
from pgrehearse.capture.formats.stderr import stderr
from pgrehearse.capture.formats.syslog import (
    is_first,
    is_heroku,
    is_syslog,
    is_without_process,
    process_of,
    syslog,
    text_of,
)
from pgrehearse.capture.input import envelopes
from pgrehearse.capture.input.envelopes import Stream, Wrapped

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
    found = _structured(head, name, given) if prefix is None or given is not None else None
    if found is not None:
        return found
    around = within < _DEEPEST and not _fits(prefix, head) and not _is_syslog(head.split(b"\n"))
    wrapped = envelopes.around(head) if around else []
    refused: BadInput | None = None
    for one in wrapped:
        inside = _inside(one, head, name, given, prefix, within)
        if isinstance(inside, LogFormat):
            return inside
        refused = refused or envelopes.refusal(name, one, inside)
    if given in _STRUCTURED:
        return _STRUCTURED[given]
    try:
        return _text(head, name, given, prefix)
    except BadInput as error:
        raise refused or error from None


def _is_syslog(lines: list[bytes]) -> bool:
    return sum(map(is_syslog, lines)) > len(lines) / 2


def _fits(prefix: str | None, head: bytes) -> bool:
    """Say whether a record begins with the prefix that was given among the first lines."""
    if prefix is None:
        return False
    known = compiled(prefix, in_syslog=True)
    return any(known.opened(text_of(line)) is not None for line in head.split(b"\n")[:_LOOKED_AT])


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


def _text(head: bytes, name: str, given: str | None, prefix: str | None) -> LogFormat:
    """Return the format of a log of lines."""
    lines = [line.removesuffix(b"\r") for line in head.split(b"\n")[:-1]] or [head]
    if given == "syslog" or (given is None and _is_syslog(lines)):
        return _syslog(lines, name, prefix)
    if given is None and sum(map(is_without_process, lines)) > len(lines) / 2:
        raise BadInput(
            f"{name}: a syslog without process numbers: nothing distinguishes the lines of different sessions",
            remedy="have syslog write its tag with the process (postgres[4242]:), or log to a file of the server's own",
        )
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
    connects = any(b"connection authorized: " in text for text in texts)
    if found is not None and not connects and not {"u", "d"} <= set(found.fields) and any(map(is_heroku, lines)):
        raise BadInput(
            f"{name}: a log of Heroku Postgres, which does not tell the user and the database of a statement",
            remedy=f"say whose they are: --prefix {found.text!r} with --user and --database",
        )
    if found is None:
        raise _unknown(name, texts)
    return syslog(found)


def _unknown(name: str, lines: list[bytes]) -> BadInput:
    if _JSON.match(lines[0]):
        remedy = "take the text of each record out of its JSON, one line each: jq -r '.events[].message' FILE for one document"
    else:
        remedy = "give --prefix with the server's log_line_prefix (show log_line_prefix), such as --prefix '%m [%p] %q%u@%d ', or --format"
    seen = "; ".join(repr(line[:80].decode(errors="replace")) for line in lines[:_SHOWN])
    what = (
        "no format of PostgreSQL's logs that is known"
        if voting(lines, [""] * len(lines)).is_empty()
        else "a log whose log_line_prefix is not clear from its lines"
    )
    return BadInput(
        f"{name}: {what}: it begins {seen}",
        remedy=remedy,
    )
