"""The format of a log is detected from its content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.capture.formats import csvlog, jsonlog
from pgrehearse.capture.formats.records import LogFormat

if TYPE_CHECKING:
    from pgrehearse.capture.formats.plain_detection import Search
    from pgrehearse.capture.input.wrapped import Stream, Wrapped

NAMES = ("csvlog", "jsonlog", "stderr", "syslog", "cloudwatch")
_STRUCTURED = {"csvlog": csvlog.CSVLOG, "jsonlog": jsonlog.jsonlog()}
# So many envelopes in envelopes are opened.
_DEEPEST = 3


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
    # Not needed for csvlog: to import them takes 15 ms.
    from pgrehearse.capture.formats import envelopes
    from pgrehearse.capture.formats.plain_detection import Search, plain_format

    search = Search(name, format_name, prefix, depth)
    refused: BadInput | None = None
    for wrapped in _candidates(head, search):
        inside = _inside(wrapped, head, search)
        if isinstance(inside, LogFormat):
            return inside
        refused = refused or envelopes.refusal(name, wrapped, inside)
    if format_name in _STRUCTURED:
        return _STRUCTURED[format_name]
    try:
        return plain_format(head, search)
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


def _candidates(head: bytes, search: Search) -> list[Wrapped]:
    """Return the envelopes that the log may have; none if its lines are records as they are."""
    from pgrehearse.capture.formats import envelopes
    from pgrehearse.capture.formats.plain_detection import fits, mostly_syslog

    if search.depth >= _DEEPEST or fits(search.prefix, head) or mostly_syslog(head.split(b"\n")):
        return []
    return envelopes.candidates(head)


def _structured(head: bytes, name: str, format_name: str | None) -> LogFormat | None:
    """Return the format of a csvlog or a jsonlog."""
    log_format = csvlog.detect(head, name) if format_name in {None, "csvlog"} else None
    return log_format or (jsonlog.detect(head) if format_name in {None, "jsonlog"} else None)


def _inside(wrapped: Wrapped, head: bytes, search: Search) -> LogFormat | BadInput:
    """Return the format of the log inside an envelope; the reason why there is none, if nothing in it is a log.

    Raises ``BadInput`` if it contains logs of several servers in different formats.
    """
    from pgrehearse.capture.formats import envelopes

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
