"""The logs to read, how, and in the order in which they were written.

Rotated files are ordered by their first stamp, unless a session tells better: its records are numbered, and a clock
can be set back between two files.
"""

from __future__ import annotations

import heapq
import io
from collections import defaultdict
from dataclasses import dataclass, field, replace

import polars as pl

from pgrehearse.base.clock import iso
from pgrehearse.base.errors import BadInput
from pgrehearse.capture.formats.detect import recognised
from pgrehearse.capture.formats.records import BY_PROCESS, LogFormat, smuggled
from pgrehearse.capture.formats.time_zones import Zones, proofs, reading, written
from pgrehearse.capture.formats.timestamps import Stamp
from pgrehearse.capture.input.envelopes import bare
from pgrehearse.capture.input.files import HEAD, Block, LogFile, head
from pgrehearse.capture.options import CaptureOptions


@dataclass(frozen=True, slots=True)
class Log:
    """One log to read, and how. *zone*: the abbreviation in its first stamp; *zones*: what is known of its zones.

    *continues*: it begins within a record.
    """

    file: LogFile
    format: LogFormat
    zone: str
    zones: Zones
    continues: bool = False


@dataclass(frozen=True, slots=True)
class _Begin:
    """What a log's first and last bytes say: its first instant, the number of each session's first record, and of its last."""

    log: Log
    first_us: int
    firsts: dict[str, int] = field(default_factory=dict)
    lasts: dict[str, int] = field(default_factory=dict)


def in_order(files: list[LogFile], options: CaptureOptions) -> list[Log]:
    """Say what format each log has, and order rotated ones. Raises ``BadInput`` for what is no log."""
    begins: list[_Begin] = []
    for file in files:
        begin = head(file)
        if not begin and len(files) > 1 and not file.size:
            continue  # an empty file among others was just rotated in
        begins.append(_read(begin, file, options, among=len(files) > 1))
    proven: dict[str, dict[str, int]] = defaultdict(dict)
    for one in begins:
        proven[one.log.file.instance].update(one.log.zones.proven)
    begins = [
        replace(one, log=replace(one.log, zones=one.log.zones.learned(proven[one.log.file.instance]))) for one in begins
    ]
    logs = [begins[place].log for place in _order(begins)]
    _refuse_two_formats(logs)
    return logs


def _read(begin: bytes, file: LogFile, options: CaptureOptions, *, among: bool) -> _Begin:
    found = recognised(begin, file.name, given=options.format, prefix=options.prefix)
    begin = bare(begin, found)
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
    continues = among and found.name in {"stderr", "cloudwatch"} and len(times) > 0 and records["time_us"][0] is None
    log = Log(file, found, found.zone(begin), zones, continues)
    first_us = int(times[0]) if len(times) else 0
    if not among:
        return _Begin(log, first_us)
    return _Begin(log, first_us, _numbers(records, pl.col("session_line").min()), _lasts(begin, file, found))


def _lasts(begin: bytes, file: LogFile, found: LogFormat) -> dict[str, int]:
    """Return the number of each session's last record in a log's last bytes (none of a log that is packed, in an envelope, or a stream)."""
    if found.wrapped is not None or file.begin is not None or file.size <= HEAD:
        return {}
    with file.open() as stream:
        if not stream.seekable() or stream.read(4) != begin[:4]:
            return {}
        stream.seek(-HEAD, io.SEEK_END)
        octets, _ = smuggled(stream.read().partition(b"\n")[2])
    return _numbers(found.records(Block(octets, 1, last=True)), pl.col("session_line").max())


def _hold(name: str, timezone: str, proven: dict[str, int], seen: dict[str, int]) -> None:
    """Raise when the log proves another offset than the time zone that was given has."""
    for zone, offset in proven.items():
        if timezone and seen.get(zone, offset) != offset:
            raise BadInput(
                f"{name}: time zone {zone} is {written(offset)}, as the starts of its sessions show; {timezone} is {written(seen[zone])}",
                remedy="leave --timezone out, or give the server's log_timezone (show log_timezone)",
            )


def _numbers(records: pl.DataFrame, which: pl.Expr) -> dict[str, int]:
    """Return a number of each session's records, where sessions are known by more than a process."""
    numbered = records.drop_nulls(["session_id", "session_line"])
    identified = numbered.filter(~pl.col("session_id").str.starts_with(BY_PROCESS))
    return dict(identified.group_by("session_id").agg(which).iter_rows())


def _order(begins: list[_Begin]) -> list[int]:
    """Return the places of logs in order: by their first instants, but no log before one that has earlier records of a session.

    Where sessions contradict each other (two servers' logs under one name), the instants alone count.
    """
    after = _after(begins)
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


def _after(begins: list[_Begin]) -> dict[int, set[int]]:
    """Return which logs come after which: a session's records in them have higher numbers."""
    # By session: a number, whether it is that of the last record in its log, and which log that is.
    found: dict[tuple[str, str], list[tuple[int, bool, int]]] = defaultdict(list)
    for place, one in enumerate(begins):
        for is_last, numbers in ((False, one.firsts), (True, one.lasts)):
            for session, number in numbers.items():
                found[one.log.file.instance, session].append((number, is_last, place))
    after: dict[int, set[int]] = defaultdict(set)
    for numbered in found.values():
        before: int | None = None
        first: tuple[int, int] | None = None
        for number, is_last, place in sorted(numbered):
            if is_last:
                before = place
                continue
            if before not in {None, place}:
                after[before].add(place)
            if first is not None and first[0] < number:
                after[first[1]].add(place)
            first = number, place
    return after


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


def within(options: CaptureOptions, log: Log) -> tuple[CaptureOptions, list[str]]:
    """Return the options with the window's instants, in the log's zone where none was said, and notes of those."""
    notes: list[str] = []

    def instant(name: str, given: Stamp | None, known: int | None) -> int | None:
        if given is None:
            return known
        at_us = given.instant_us(log.zones, log.zone)
        if not given.zone and at_us != given.local_us:
            notes.append(f"--{name} {given.text} was read in the log's time zone: {iso(at_us)}")
        return at_us

    since_us = instant("since", options.since, options.since_us)
    until_us = instant("until", options.until, options.until_us)
    early = since_us - options.warm_in_us if since_us is not None else None
    return replace(options, since_us=early, until_us=until_us), notes
