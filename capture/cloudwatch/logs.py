"""The events of a log group for a window, downloaded into the user's cache: slices of its streams, several at a time, each once.

Each stream is one log. The same process number in two instances is two sessions; several streams of an instance are its log together.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import boto3

from pgrehearse.base.aws_errors import aws_errors, connected
from pgrehearse.base.cache_folder import cache_folder
from pgrehearse.base.clock import iso, wall_us
from pgrehearse.base.errors import BadInput
from pgrehearse.base.progress import Stage
from pgrehearse.capture.cloudwatch.events import REQUESTS_A_SECOND, Reader, begins_line, purpose
from pgrehearse.capture.cloudwatch.slices import SETTLED_US, LogStream, Slice, slices
from pgrehearse.capture.input.files import LogFile
from pgrehearse.capture.input.streams import Joined
from pgrehearse.capture.log_cache import Count, Write, cache_errors, download_missing, make_room, used
from pgrehearse.capture.rate import Rate

PART = "cloudwatch"
_REMEDY = "check --since and --until (UTC without an offset), --log-stream, and the retention of the log group"


@dataclass(frozen=True, slots=True)
class LogGroup:
    """A log group. *streams*: the names of its streams to read (none: all)."""

    name: str
    streams: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Events:
    """*logs*: one for each stream; *notes*: what they may lack."""

    logs: tuple[LogFile, ...]
    notes: tuple[str, ...]


def download_events(
    group: LogGroup, window: tuple[int, int], stage: Stage, rate: int = 0, now_us: Callable[[], int] = wall_us
) -> Events:
    """Download the events of a group for a window (wall clock), at most *rate* bytes a second (0: any).

    Raises ``BadInput`` if the group or a stream does not exist, or there is no event of the window.
    """
    client = connected(purpose(group.name), lambda: boto3.client("logs"))
    at_us = now_us()
    parts = slices(_streams(client, group), *window, at_us)
    with cache_errors(PART):
        for part in parts:
            if not part.final:
                _path(part).unlink(missing_ok=True)
        count = Count(stage, sum(not _path(part).exists() for part in parts))
        reader = Reader(client, group.name, Rate(REQUESTS_A_SECOND), Rate(rate), count.add)
        download_missing([(_path(part), _written_by(reader, part)) for part in parts])
        used(_path(part) for part in parts)
        logs = tuple(_logs(group.name, [part for part in parts if _path(part).stat().st_size]))
        make_room(cache_folder(PART).glob("*/*"))
    if not logs:
        raise BadInput(
            f"{group.name} has no event of {iso(window[0])} to {iso(window[1])}",
            remedy="check --since and --until (UTC without an offset), --log-stream, and the retention of the log group",
        )
    return Events(logs, _notes(group.name, window[1], at_us))


def _streams(client: Any, group: LogGroup) -> list[LogStream]:
    """Return the streams to read. Raises ``BadInput`` if one does not exist."""
    pages = client.get_paginator("describe_log_streams")
    with aws_errors(purpose(group.name)):
        streams = [
            LogStream.listed(row) for page in pages.paginate(logGroupName=group.name) for row in page["logStreams"]
        ]
    names = {stream.name for stream in streams}
    if missing := [name for name in group.streams if name not in names]:
        raise BadInput(
            f"{group.name} has no log stream {missing[0]}",
            remedy=f"its streams: {', '.join(sorted(names)[:20]) or '(none)'}",
        )
    return [stream for stream in streams if not group.streams or stream.name in group.streams]


def _path(part: Slice) -> Path:
    """Return the place of a slice in the cache."""
    lines = [os.environ.get("AWS_ENDPOINT_URL", ""), part.stream.identity, part.stream.name]
    key = sha256("\n".join(lines).encode()).hexdigest()[:16]
    return cache_folder(PART) / f"{part.stream.instance}-{key}" / f"{part.begin_us}.log"


def _written_by(reader: Reader, part: Slice) -> Write:
    return lambda path: reader.download(part, path)


def _logs(group: str, parts: Sequence[Slice]) -> list[LogFile]:
    """Return the log of each stream, whose slices are in the cache."""
    by_stream: dict[LogStream, list[Path]] = {}
    for part in parts:
        by_stream.setdefault(part.stream, []).append(_path(part))
    return [
        LogFile(
            f"cloudwatch:{group}:{stream.name}",
            sum(path.stat().st_size for path in paths),
            _opener(paths),
            instance=stream.instance,
        )
        for stream, paths in by_stream.items()
    ]


def _opener(paths: Sequence[Path]) -> Callable[[], io.BufferedReader]:
    return lambda: io.BufferedReader(Joined(paths, _between), 1 << 20)


def _between(last: bytes, first: bytes) -> bytes:
    """Return the newline between two slices, if the first one does not end with one and its last line does not continue."""
    return b"\n" if last not in (b"", b"\n") and begins_line(first) else b""


def _notes(group: str, until_us: int, at_us: int) -> tuple[str, ...]:
    if until_us + SETTLED_US <= at_us:
        return ()
    return (
        f"{group} was read at {iso(at_us)}: events of the end of the window, or of its tail, may have arrived later; "
        "capture again in some minutes to include them",
    )
