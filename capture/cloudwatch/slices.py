"""Which log streams of a group contain a window, and the slices of time in which they are downloaded.

The times of events are those at which CloudWatch got them, or later than the statement's (CloudWatch Logs API reference,
InputLogEvent), so a window is read with a margin. Slices begin at fixed instants: the next window shares them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pgrehearse.base.clock import MILLISECOND, SECOND

SLICE_US = 300 * SECOND
# Before and after a window: the time of an event is not that of its statement.
MARGIN_US = 300 * SECOND
# Events can arrive so much later: a slice that ends within this time is downloaded again by the next command.
SETTLED_US = 600 * SECOND
# The time of a stream's last event is updated late (CloudWatch Logs API reference, LogStream: eventually consistent).
_LATE_US = 86_400 * SECOND
# Log groups of RDS and Aurora (RDS user guide, "Publishing PostgreSQL logs to Amazon CloudWatch Logs").
_GROUP = re.compile(r"/aws/rds/(instance|cluster)/([^/]+)/postgresql")
# A stream of theirs: the instance, and a number.
_STREAM = re.compile(r"(.+)\.\d+")
_UNSAFE = re.compile(r"[^A-Za-z0-9_.-]")


@dataclass(frozen=True, slots=True)
class LogStream:
    """A log stream as the service lists it. *first_us*, *last_us*: the times of its first and last event (None: not known);
    *identity*: its ARN and when it was created: another stream of the same name has another one."""

    name: str
    first_us: int | None
    last_us: int | None
    identity: str = ""

    @classmethod
    def listed(cls, row: dict[str, object]) -> LogStream:
        """Return a stream of DescribeLogStreams, whose times are in milliseconds."""
        first, last = (
            int(str(row[key])) * MILLISECOND if row.get(key) is not None else None
            for key in ("firstEventTimestamp", "lastEventTimestamp")
        )
        return cls(str(row["logStreamName"]), first, last, f"{row.get('arn', '')} {row.get('creationTime', '')}")

    @property
    def instance(self) -> str:
        """Return the name of the instance that wrote it, in the characters that ``capture logs`` permits.

        >>> LogStream("prod-1.0", None, None).instance
        'prod-1'
        """
        match = _STREAM.fullmatch(self.name)
        return _UNSAFE.sub("_", match[1] if match else self.name)

    def overlaps(self, begin_us: int, end_us: int) -> bool:
        """Return whether it can contain events from *begin_us* until *end_us*."""
        begins = self.first_us is None or self.first_us < end_us
        return begins and (self.last_us is None or self.last_us + _LATE_US >= begin_us)


@dataclass(frozen=True, slots=True)
class Slice:
    """The events of a stream from *begin_us* until *end_us*. *final*: no further event of this time is expected."""

    stream: LogStream
    begin_us: int
    end_us: int
    final: bool


@dataclass(frozen=True, slots=True)
class LogGroupOwner:
    """The instance or the cluster at AWS whose log group a name is."""

    instances: tuple[str, ...]
    clusters: tuple[str, ...]


def owner_of(group: str) -> LogGroupOwner | None:
    """Return whose log group it is (None: not one that RDS or Aurora writes).

    >>> owner_of("/aws/rds/cluster/prod/postgresql")
    LogGroupOwner(instances=(), clusters=('prod',))
    """
    match = _GROUP.fullmatch(group)
    if match is None:
        return None
    return LogGroupOwner((match[2],), ()) if match[1] == "instance" else LogGroupOwner((), (match[2],))


def slices(streams: Iterable[LogStream], since_us: int, until_us: int, now_us: int) -> list[Slice]:
    """Return the slices that contain the events of a window (wall clock) with its margin."""
    begin_us, end_us = since_us - MARGIN_US, min(until_us + MARGIN_US, now_us)
    starts = range(begin_us // SLICE_US * SLICE_US, end_us, SLICE_US)
    return [
        Slice(stream, start, start + SLICE_US, start + SLICE_US + SETTLED_US <= now_us)
        for stream in streams
        if stream.overlaps(begin_us, end_us)
        for start in starts
        if stream.overlaps(start, start + SLICE_US)
    ]
