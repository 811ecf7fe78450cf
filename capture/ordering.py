"""The logs to read, how, and in the order in which they were written.

Rotated files are ordered by their first stamp, unless a session tells better: its records are numbered, and a clock
can be set back between two files.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import pairwise

import polars as pl

from base.errors import BadInput
from capture.formats import recognised
from capture.options import CaptureOptions
from capture.records import BY_PROCESS, LogFormat, smuggled
from capture.source import Block, LogFile, head
from capture.zones import Zones, proofs, reading, written


@dataclass(frozen=True, slots=True)
class Log:
    """One log to read, and how. *zone*: the abbreviation in its first stamp; *zones*: what is known of its zones."""

    file: LogFile
    format: LogFormat
    zone: str
    zones: Zones


@dataclass(frozen=True, slots=True)
class _Begin:
    """What a log's first bytes say: its first instant, and the number of each session's first record."""

    log: Log
    first_us: int
    numbers: dict[str, int] = field(default_factory=dict)


def in_order(files: list[LogFile], options: CaptureOptions) -> list[Log]:
    """Say what format each log has, and order rotated ones. Raises ``BadInput`` for what is no log."""
    begins: list[_Begin] = []
    for file in files:
        begin = head(file)
        if not begin and len(files) > 1 and not file.size:
            continue  # an empty file among others was just rotated in
        begins.append(_read(begin, file, options))
    proven: dict[str, dict[str, int]] = defaultdict(dict)
    for one in begins:
        proven[one.log.file.instance].update(one.log.zones.proven)
    begins = [
        replace(one, log=replace(one.log, zones=one.log.zones.learned(proven[one.log.file.instance]))) for one in begins
    ]
    logs = [begins[place].log for place in _order(begins)]
    _refuse_two_formats(logs)
    return logs


def _read(begin: bytes, file: LogFile, options: CaptureOptions) -> _Begin:
    found = recognised(begin, file.name, given=options.format, prefix=options.prefix)
    octets, _ = smuggled(begin[: found.cut(begin) or len(begin)])
    block, zones = Block(octets, 1, last=True), Zones(options.timezone)
    with reading(zones) as stamps:
        records = found.records(block)
    proven = proofs(records, stamps.seen) if stamps.doubts or options.timezone else {}
    _hold(file.name, options.timezone, proven, stamps.seen)
    if stamps.doubts and proven:
        zones = zones.learned(proven)
        with reading(zones):
            records = found.records(block)
    times = records["time_us"].drop_nulls()
    log = Log(file, found, found.zone(begin), zones)
    return _Begin(log, int(times[0]) if len(times) else 0, _numbers(records))


def _hold(name: str, timezone: str, proven: dict[str, int], seen: dict[str, int]) -> None:
    """Raise when the log proves another offset than the time zone that was given has."""
    for zone, offset in proven.items():
        if timezone and seen.get(zone, offset) != offset:
            raise BadInput(
                f"{name}: time zone {zone} is {written(offset)}, as the starts of its sessions show; {timezone} is {written(seen[zone])}",
                remedy="leave --timezone out, or give the server's log_timezone (show log_timezone)",
            )


def _numbers(records: pl.DataFrame) -> dict[str, int]:
    """Return the number of each session's first record, where sessions are known by more than a process."""
    numbered = records.drop_nulls(["session_id", "session_line"])
    told = numbered.filter(~pl.col("session_id").str.starts_with(BY_PROCESS))
    return dict(told.group_by("session_id").agg(pl.col("session_line").min()).iter_rows())


def _order(begins: list[_Begin]) -> list[int]:
    """Return the places of logs in order: by their first instants, but no log before one that has earlier records of a session.

    Where sessions contradict each other (two servers' logs under one name), the instants alone count.
    """
    places: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for place, one in enumerate(begins):
        for session, number in one.numbers.items():
            places[one.log.file.instance, session].append((number, place))
    after: dict[int, set[int]] = defaultdict(set)
    for found in places.values():
        found.sort()
        for (number, earlier), (higher, later) in pairwise(found):
            if number < higher:
                after[earlier].add(later)
    waits = [sum(place in later for later in after.values()) for place in range(len(begins))]
    ready = [(begins[place].first_us, place) for place, count in enumerate(waits) if not count]
    heapq.heapify(ready)
    order: list[int] = []
    while ready:
        _, place = heapq.heappop(ready)
        order.append(place)
        for later in after[place]:
            waits[later] -= 1
            if not waits[later]:
                heapq.heappush(ready, (begins[later].first_us, later))
    by_time = sorted(range(len(begins)), key=lambda place: begins[place].first_us)
    return order if len(order) == len(begins) else by_time


def _refuse_two_formats(logs: list[Log]) -> None:
    """Raise when one server's logs come in two formats: it writes the same to each, and everything would count twice."""
    first: dict[str, Log] = {}
    for log in logs:
        before = first.setdefault(log.file.instance, log)
        if before.format.name != log.format.name:
            raise BadInput(
                f"{before.file.name} is a {before.format.name} log and {log.file.name} a {log.format.name} log: one server's two tellings of the same",
                remedy="give one of them; if they are of two servers, name each: reader1=PATH reader2=PATH",
            )
