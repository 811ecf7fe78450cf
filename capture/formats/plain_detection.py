"""The format of a log of lines: a plain log or a syslog, with the ``log_line_prefix`` that it was written with."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pgrehearse.base.errors import BadInput
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

_LOOKED_AT = 200
_JSON = re.compile(rb"\s*(?:\{\s*(?:\"|$)|\[\s*(?:\{|$))")
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Search:
    """The log whose format is searched: its *name*; *format_name* and *prefix* as the user gave them (None: not given).

    *depth*: how many envelopes were opened.
    """

    name: str
    format_name: str | None
    prefix: str | None
    depth: int


def mostly_syslog(lines: list[bytes]) -> bool:
    """Return whether most lines are those of a syslog."""
    return sum(map(is_syslog, lines)) > len(lines) / 2


def fits(prefix: str | None, head: bytes) -> bool:
    """Return whether one of the first lines begins a record with the prefix that the user gave."""
    if prefix is None:
        return False
    pattern = compiled(prefix, in_syslog=True)
    return any(pattern.opened(text_of(line)) is not None for line in head.split(b"\n")[:_LOOKED_AT])


def plain_format(head: bytes, search: Search) -> LogFormat:
    """Return the format of a log of lines."""
    lines = [line.removesuffix(b"\r") for line in head.split(b"\n")[:-1]] or [head]
    if search.format_name == "syslog" or (search.format_name is None and mostly_syslog(lines)):
        return _syslog(lines, search)
    if search.format_name is None and sum(map(is_without_process, lines)) > len(lines) / 2:
        raise BadInput(
            f"{search.name}: the syslog has no process numbers: lines of different sessions cannot be distinguished",
            remedy="configure syslog to write the process in its tag (postgres[4242]:), or log to the server's own files",
        )
    prefix, notes = _prefix(lines, search)
    return replace(stderr(prefix), notes=notes)


def _prefix(lines: list[bytes], search: Search) -> tuple[Prefix, tuple[str, ...]]:
    """Return the prefix, as given or as detected, and notes on it."""
    if search.prefix is not None:
        prefix = compiled(search.prefix)
        return prefix, tuple(check_prefix(prefix, lines, search.name))
    detected = detect_prefix(lines)
    if detected is None:
        raise _unknown(search.name, lines)
    return detected, ()


def _syslog(lines: list[bytes], search: Search) -> LogFormat:
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
