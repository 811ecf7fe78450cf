"""The logs to read, their formats, and the order in which they were written.

Rotated files are ordered by their first time stamp, unless the record numbers of a session show another order: the
clock can be set back between two files.
"""

from __future__ import annotations

import heapq
import io
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import polars as pl

from pgrehearse.base.clock import iso
from pgrehearse.base.errors import BadInput
from pgrehearse.capture.formats.detect import detect
from pgrehearse.capture.formats.records import BY_PROCESS, LogFormat
from pgrehearse.capture.formats.time_zones import Zones, format_offset, proofs, reading
from pgrehearse.capture.formats.timestamps import Stamp
from pgrehearse.capture.input.blocks import HEAD, Block, head
from pgrehearse.capture.input.files import LogFile
from pgrehearse.capture.input.raw_bytes import escape
from pgrehearse.capture.options import CaptureOptions


@dataclass(frozen=True, slots=True)
class Log:
    """One log and its format. *zone*: the abbreviation in its first time stamp; *zones*: what its time zones are.

    *continues*: it begins within a record.
    """

    file: LogFile
    format: LogFormat
    zone: str
    zones: Zones
    continues: bool = False


@dataclass(frozen=True, slots=True)
class _Ends:
    """A log's first instant, and the number of each session's first record and last record in it."""

    log: Log
    first_us: int
    firsts: dict[str, int] = field(default_factory=dict)
    lasts: dict[str, int] = field(default_factory=dict)


def ordered_logs(files: list[LogFile], options: CaptureOptions) -> list[Log]:
    """Detect the format of each log, and order rotated logs. Raises ``BadInput`` for a file that is not a log."""
    ends: list[_Ends] = []
    for file in files:
        first_bytes = head(file)
        if not first_bytes and len(files) > 1 and not file.size:
            continue  # an empty file among others: the server has just rotated its log
        ends.append(_read_ends(first_bytes, file, options, several=len(files) > 1))
    proven: dict[str, dict[str, int]] = defaultdict(dict)
    for end in ends:
        proven[end.log.file.instance].update(end.log.zones.proven)
    ends = [
        replace(end, log=replace(end.log, zones=end.log.zones.learned(proven[end.log.file.instance]))) for end in ends
    ]
    logs = [ends[place].log for place in _order(ends)]
    _refuse_two_formats(logs)
    return logs


def _read_ends(first_bytes: bytes, file: LogFile, options: CaptureOptions, *, several: bool) -> _Ends:
    log_format = detect(first_bytes, file.name, format_name=options.format, prefix=options.prefix)
    if log_format.wrapped is not None:
        from pgrehearse.capture.formats.envelopes import head_inside

        first_bytes = head_inside(first_bytes, log_format)
    records, zones = _first_records(first_bytes, file.name, log_format, options.timezone)
    times = records["time_us"].drop_nulls()
    mid_record = len(times) > 0 and records["time_us"][0] is None
    continues = several and log_format.name in {"stderr", "cloudwatch"} and mid_record
    log = Log(file, log_format, log_format.zone(first_bytes), zones, continues)
    first_us = int(times[0]) if len(times) else 0
    if not several:
        return _Ends(log, first_us)
    firsts = _session_numbers(records, pl.col("session_line").min())
    return _Ends(log, first_us, firsts, _last_numbers(first_bytes, file, log_format))


def _first_records(first_bytes: bytes, name: str, log_format: LogFormat, timezone: str) -> tuple[pl.DataFrame, Zones]:
    """Return the records in a log's first bytes, and what its time zones are."""
    data, _ = escape(first_bytes[: log_format.cut(first_bytes) or len(first_bytes)])
    block, zones = Block(data, 1, last=True), Zones(timezone)
    with reading(zones) as stamps:
        records = log_format.records(block)
    proven = proofs(records, stamps.seen) if stamps.doubts or timezone else {}
    _refuse_other_zone(name, timezone, proven, stamps.seen)
    if stamps.doubts and proven:
        zones = zones.learned(proven)
        with reading(zones):
            records = log_format.records(block)
    return records, zones


def _last_numbers(first_bytes: bytes, file: LogFile, log_format: LogFormat) -> dict[str, int]:
    """Return the number of each session's last record in a log's last bytes.

    Empty for a log that is compressed, in an envelope, or a stream.
    """
    if log_format.wrapped is not None or file.first_bytes is not None or file.size <= HEAD:
        return {}
    with file.open() as stream:
        if not stream.seekable() or stream.read(4) != first_bytes[:4]:
            return {}
        stream.seek(-HEAD, io.SEEK_END)
        data, _ = escape(stream.read().partition(b"\n")[2])
    return _session_numbers(log_format.records(Block(data, 1, last=True)), pl.col("session_line").max())


def _refuse_other_zone(name: str, timezone: str, proven: dict[str, int], seen: dict[str, int]) -> None:
    """Raise if the log proves another offset than that of the time zone that the user gave."""
    for zone, offset in proven.items():
        if timezone and seen.get(zone, offset) != offset:
            raise BadInput(
                f"{name}: time zone {zone} is {format_offset(offset)}, as the start times of its sessions show, but "
                f"{timezone} is {format_offset(seen[zone])}",
                remedy="omit --timezone, or give the server's log_timezone (show log_timezone)",
            )


def _session_numbers(records: pl.DataFrame, which: pl.Expr) -> dict[str, int]:
    """Return one number of each session's records, for sessions that are identified by more than a process."""
    numbered = records.drop_nulls(["session_id", "session_line"])
    identified = numbered.filter(~pl.col("session_id").str.starts_with(BY_PROCESS))
    return dict(identified.group_by("session_id").agg(which).iter_rows())


def _order(ends: list[_Ends]) -> list[int]:
    """Return the places of logs in order: by first instant, but no log before one that has earlier records of a session.

    If sessions contradict each other (logs of two servers under one name), only the first instants count.
    """
    followers = _followers(ends)
    waits = [sum(place in later for later in followers.values()) for place in range(len(ends))]
    ready = [(ends[place].first_us, place) for place, count in enumerate(waits) if not count]
    heapq.heapify(ready)
    order: list[int] = []
    while ready:
        _, place = heapq.heappop(ready)
        order.append(place)
        for later in followers[place]:
            waits[later] -= 1
            if not waits[later]:
                heapq.heappush(ready, (ends[later].first_us, later))
    by_time = sorted(range(len(ends)), key=lambda place: ends[place].first_us)
    return order if len(order) == len(ends) else by_time


def _followers(ends: list[_Ends]) -> dict[int, set[int]]:
    """Return, for each log, the logs in which a session's records have higher numbers."""
    # By session: a record number, whether it is the last one in its log, and the log's place.
    numbers: dict[tuple[str, str], list[tuple[int, bool, int]]] = defaultdict(list)
    for place, end in enumerate(ends):
        for is_last, by_session in ((False, end.firsts), (True, end.lasts)):
            for session, number in by_session.items():
                numbers[end.log.file.instance, session].append((number, is_last, place))
    followers: dict[int, set[int]] = defaultdict(set)
    for of_session in numbers.values():
        for before, after in _pairs(sorted(of_session)):
            followers[before].add(after)
    return followers


def _pairs(numbers: list[tuple[int, bool, int]]) -> Iterator[tuple[int, int]]:
    """Yield pairs of logs, the earlier one first, from one session's sorted record numbers."""
    previous: int | None = None
    first: tuple[int, int] | None = None
    for number, is_last, place in numbers:
        if is_last:
            previous = place
            continue
        if previous is not None and previous != place:
            yield previous, place
        if first is not None and first[0] < number:
            yield first[1], place
        first = number, place


def _refuse_two_formats(logs: list[Log]) -> None:
    """Raise if logs of one server have two formats: it writes the same records to each, and they would count twice."""
    first: dict[str, Log] = {}
    for log in logs:
        other = first.setdefault(log.file.instance, log)
        if other.format.name != log.format.name:
            raise BadInput(
                f"{other.file.name} is a {other.format.name} log and {log.file.name} is a {log.format.name} log: "
                "both files are logs of the same server; every statement would count twice",
                remedy="give one of them; if they are logs of two servers, name each server: reader1=PATH reader2=PATH",
            )


def options_in_zone(options: CaptureOptions, log: Log) -> tuple[CaptureOptions, list[str]]:
    """Return the options with the window's instants, and notes on times that were read in the log's time zone."""
    notes: list[str] = []

    def instant(name: str, stamp: Stamp | None, default: int | None) -> int | None:
        if stamp is None:
            return default
        at_us = stamp.instant_us(log.zones, log.zone)
        if not stamp.zone and at_us != stamp.local_us:
            notes.append(f"--{name} {stamp.text} was read in the log's time zone: {iso(at_us)}")
        return at_us

    since_us = instant("since", options.since, options.since_us)
    until_us = instant("until", options.until, options.until_us)
    read_from_us = since_us - options.warm_in_us if since_us is not None else None
    return replace(options, since_us=read_from_us, until_us=until_us), notes
