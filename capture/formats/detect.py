"""The format of a log is detected from its content."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.capture.formats import csvlog, envelopes, jsonlog
from pgrehearse.capture.formats.line_prefix import Prefix, compiled
from pgrehearse.capture.formats.prefix_detection import check_prefix, detect_prefix, stamped_lines
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
from pgrehearse.capture.input.wrapped import Stream, Wrapped

NAMES = ("csvlog", "jsonlog", "stderr", "syslog", "cloudwatch")
_STRUCTURED = {"csvlog": csvlog.CSVLOG, "jsonlog": jsonlog.jsonlog()}
# So many envelopes in envelopes are opened.
_DEEPEST = 3
_LOOKED_AT = 200
_JSON = re.compile(rb"\s*(?:\{\s*(?:\"|$)|\[\s*(?:\{|$))")
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class _Search:
    """The log whose format is searched: its *name*; *format_name* and *prefix* as the user gave them (None: not given).

    *depth*: how many envelopes were opened.
    """

    name: str
    format_name: str | None
    prefix: str | None
    depth: int


def detect(
    head: bytes, name: str, *, format_name: str | None = None, prefix: str | None = None, depth: int = 0
) -> LogFormat:
    """Return the format of a log that begins with *head*.

    *format_name*: one of ``NAMES``; *prefix*: its ``log_line_prefix``, which otherwise is detected from the lines.
    *depth*: how many envelopes were opened. Raises ``BadInput`` for a file that is not a log; the error shows its
    beginning.
    """
    _check(head, name, format_name)
    structured = _structured(head, name, format_name) if prefix is None or format_name is not None else None
    if structured is not None:
        return structured
    search = _Search(name, format_name, prefix, depth)
    refused: BadInput | None = None
    for wrapped in _candidates(head, search):
        inside = _inside(wrapped, head, search)
        if isinstance(inside, LogFormat):
            return inside
        refused = refused or envelopes.refusal(name, wrapped, inside)
    if format_name in _STRUCTURED:
        return _STRUCTURED[format_name]
    try:
        return _plain(head, search)
    except BadInput as error:
        raise refused or error from None


def _check(head: bytes, name: str, format_name: str | None) -> None:
    """Raise for a file without text, and for an unknown format."""
    if not head.strip():
        raise BadInput(f"{name}: the file is empty", remedy="check that the server writes its log to this file")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BadInput(f"{name}: the text is UTF-16", remedy="convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW")
    if format_name not in {None, *NAMES}:
        raise UsageProblem(f"unknown format {format_name!r}", remedy=f"choose one of {', '.join(NAMES)}")


def _candidates(head: bytes, search: _Search) -> list[Wrapped]:
    """Return the envelopes that the log may have; none if its lines are records as they are."""
    if search.depth >= _DEEPEST or _fits(search.prefix, head) or _mostly_syslog(head.split(b"\n")):
        return []
    return envelopes.candidates(head)


def _mostly_syslog(lines: list[bytes]) -> bool:
    return sum(map(is_syslog, lines)) > len(lines) / 2


def _fits(prefix: str | None, head: bytes) -> bool:
    """Return whether one of the first lines begins a record with the prefix that the user gave."""
    if prefix is None:
        return False
    pattern = compiled(prefix, in_syslog=True)
    return any(pattern.opened(text_of(line)) is not None for line in head.split(b"\n")[:_LOOKED_AT])


def _structured(head: bytes, name: str, format_name: str | None) -> LogFormat | None:
    """Return the format of a csvlog or a jsonlog."""
    log_format = csvlog.detect(head, name) if format_name in {None, "csvlog"} else None
    return log_format or (jsonlog.detect(head) if format_name in {None, "jsonlog"} else None)


def _inside(wrapped: Wrapped, head: bytes, search: _Search) -> LogFormat | BadInput:
    """Return the format of the log inside an envelope; the reason why there is none, if nothing in it is a log.

    Raises ``BadInput`` if it contains logs of several servers in different formats.
    """
    formats: dict[Stream, LogFormat] = {}
    refused: list[BadInput] = []
    format_name = None if search.format_name == "cloudwatch" else search.format_name
    for stream, data in envelopes.streams(wrapped, head).items():
        try:
            formats[stream] = detect(
                data, search.name, format_name=format_name, prefix=search.prefix, depth=search.depth + 1
            )
        except BadInput as error:
            refused.append(error)
    if not formats:
        return refused[0] if refused else BadInput(f"{search.name}: the envelope is empty")
    servers = {log_format.description: server for (server, _), log_format in formats.items()}
    if len(servers) > 1:
        listed = ", ".join(f"{server or 'unnamed'} ({description})" for description, server in servers.items())
        raise BadInput(
            f"{search.name}: the file contains logs of several servers in different formats: {listed}",
            remedy="give each server's log as a separate file: reader1=PATH reader2=PATH",
        )
    stream, inner = next(iter(formats.items()))
    several = len({server for server, _ in formats}) > 1
    return envelopes.wrap_format(wrapped, inner, stream, several=several)


def _plain(head: bytes, search: _Search) -> LogFormat:
    """Return the format of a log of lines."""
    lines = [line.removesuffix(b"\r") for line in head.split(b"\n")[:-1]] or [head]
    if search.format_name == "syslog" or (search.format_name is None and _mostly_syslog(lines)):
        return _syslog(lines, search)
    if search.format_name is None and sum(map(is_without_process, lines)) > len(lines) / 2:
        raise BadInput(
            f"{search.name}: the syslog has no process numbers: lines of different sessions cannot be distinguished",
            remedy="configure syslog to write the process in its tag (postgres[4242]:), or log to the server's own files",
        )
    prefix, notes = _prefix(lines, search)
    return replace(stderr(prefix), notes=notes)


def _prefix(lines: list[bytes], search: _Search) -> tuple[Prefix, tuple[str, ...]]:
    """Return the prefix, as given or as detected, and notes on it."""
    if search.prefix is not None:
        prefix = compiled(search.prefix)
        return prefix, tuple(check_prefix(prefix, lines, search.name))
    detected = detect_prefix(lines)
    if detected is None:
        raise _unknown(search.name, lines)
    return detected, ()


def _syslog(lines: list[bytes], search: _Search) -> LogFormat:
    """Return the format of a log in syslog, whose header contains the time and the process."""
    first_lines = [line for line in lines if is_first(line)]
    texts = [text_of(line) for line in first_lines]
    if search.prefix is not None:
        prefix = compiled(search.prefix, in_syslog=True)
        return replace(syslog(prefix), notes=tuple(check_prefix(prefix, texts, search.name)))
    detected = detect_prefix(texts, [process_of(line) for line in first_lines])
    if detected is None:
        raise _unknown(search.name, texts)
    connects = any(b"connection authorized: " in text for text in texts)
    if not connects and not {"u", "d"} <= set(detected.fields) and any(map(is_heroku, lines)):
        raise BadInput(
            f"{search.name}: a log of Heroku Postgres: it does not contain the user and the database of statements",
            remedy=f"give both: --prefix {detected.text!r} with --user and --database",
        )
    return syslog(detected)


def _unknown(name: str, lines: list[bytes]) -> BadInput:
    if _JSON.match(lines[0]):
        remedy = "extract the text of each record from its JSON, one per line: jq -r '.events[].message' FILE for one document"
    else:
        remedy = "give --prefix with the server's log_line_prefix (show log_line_prefix), such as --prefix '%m [%p] %q%u@%d ', or --format"
    beginning = "; ".join(repr(line[:80].decode(errors="replace")) for line in lines[:_SHOWN])
    no_records = stamped_lines(lines, [""] * len(lines)).is_empty()
    problem = "unknown log format" if no_records else "the log_line_prefix cannot be determined from the log's lines"
    return BadInput(f"{name}: {problem}; the log begins with {beginning}", remedy=remedy)
