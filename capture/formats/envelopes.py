"""The envelopes that collectors wrap log lines in (JSON, a head before each line): which ones a file has.

A file in an envelope is unwrapped line by line; the text inside is a log, and is read by the format that it has. Each
stream of the file (a container, an instance) is read separately, so that their records do not mix. Lines of other
programs are left out and counted. Envelopes may contain envelopes.
"""

from __future__ import annotations

import re
from dataclasses import replace

import polars as pl

from pgrehearse.base.errors import BadInput
from pgrehearse.capture.formats.records import LogFormat
from pgrehearse.capture.formats.unwrapping import Unwrapper, array_elements, by_stream, joined_lines, text_lines
from pgrehearse.capture.input.blocks import LONGEST, Block
from pgrehearse.capture.input.envelope_kinds import ARRAY, EVENT, HEADS, OBJECTS
from pgrehearse.capture.input.wrapped import Stream, Wrapped

# If the values of one of these decrease from record to record, the newest record is the first.
_STAMPS = ("$.timestamp", "$.receiveTimestamp", "$.time", "$.ts", "$.__REALTIME_TIMESTAMP", "$.TimeGenerated")
_ARRAY = re.compile(rb"\s*\[\s*\{")
IN_ENVELOPE = " in an envelope"


def candidates(head: bytes) -> list[Wrapped]:
    """Return the envelopes that a file which begins with *head* may have."""
    if _ARRAY.match(head):
        elements = array_elements(head)[0]["text"]
        return [Wrapped((ARRAY,), array=True, newest_first=_newest_first(elements))] if len(elements) else []
    lines = text_lines(head[: head.rfind(b"\n") + 1] or head)
    lines = lines.filter((lines.str.strip_chars() != "") & ~lines.str.starts_with("\t"))
    objects = lines.filter(lines.str.starts_with("{"))
    if 2 * len(objects) > len(lines):
        newest_first = _newest_first(objects)
        return [Wrapped((kind,), newest_first=newest_first) for kind in OBJECTS if kind.fits(objects)]
    return [Wrapped((kind,)) for kind in HEADS if kind.fits(lines)]


def _newest_first(objects: pl.Series) -> bool:
    """Return whether the time stamps of JSON records decrease."""
    for path in _STAMPS:
        stamps = objects.str.json_path_match(path).drop_nulls()
        if len(stamps) > 1:
            return bool(stamps[0] > stamps[-1]) and stamps.equals(stamps.sort(descending=True))
    return False


def cut(wrapped: Wrapped, data: bytes) -> int:
    """Return where the last complete line ends (0: there is none), as ``blocks`` requires."""
    if not wrapped.array and not wrapped.newest_first:
        return data.rfind(b"\n") + 1
    if len(data) > LONGEST:
        raise BadInput(
            f"more than {LONGEST >> 20} MiB in one JSON array, or with the newest record first",
            remedy="write one record per line, the oldest first: jq -c 'reverse[]' FILE for an array, else tac FILE",
        )
    return 0


def streams(wrapped: Wrapped, data: bytes) -> dict[Stream, bytes]:
    """Return the lines of each stream in a file's first bytes, the longest stream first."""
    end = len(data) if wrapped.array else data.rfind(b"\n") + 1 or len(data)
    lines = by_stream(Unwrapper(wrapped).unwrap(Block(data[:end], 1, last=True)))
    logs = {stream: joined_lines(part) for stream, part in lines.items()}
    return dict(sorted(logs.items(), key=lambda pair: -len(pair[1])))


def head_inside(head: bytes, log_format: LogFormat) -> bytes:
    """Return the first bytes of a log as its format reads them: without envelopes."""
    wrapped = log_format.wrapped
    return head if wrapped is None else streams(wrapped, head).get(wrapped.stream, b"")


def wrap_format(wrapped: Wrapped, inner: LogFormat, stream: Stream, *, several: bool) -> LogFormat:
    """Return the format of a file in these envelopes with a log of format *inner* in a *stream*."""
    deeper = inner.wrapped or Wrapped(())
    combined = replace(
        wrapped,
        envelopes=wrapped.envelopes + deeper.envelopes,
        stream=(_path(stream[0], deeper.stream[0]), _path(stream[1], deeper.stream[1])),
        several=several or deeper.several,
        newest_first=wrapped.newest_first or deeper.newest_first,
    )
    description = inner.description.partition(IN_ENVELOPE)[0] + f"{IN_ENVELOPE} ({combined.description})"
    name = "cloudwatch" if wrapped.envelopes == (EVENT,) else inner.name
    return replace(inner, name=name, description=description, wrapped=combined)


def _path(outer: str, inner: str) -> str:
    return "/".join(name for name in (outer, inner) if name)


def refusal(name: str, wrapped: Wrapped, error: BadInput) -> BadInput:
    """Return the error for a file in an envelope that contains no readable log."""
    outer = wrapped.envelopes[0]
    reason = error.message.removeprefix(f"{name}: ")
    return BadInput(
        f"{name}: the lines are in an envelope ({outer.name}), and the text inside is not a known log format: {reason}",
        remedy=f"{error.remedy}; if this is another envelope, remove it: {outer.strip} | pgrehearse capture logs -",
    )
