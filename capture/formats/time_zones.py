"""The time zones of logs: what the abbreviations in their time stamps mean, and how a log proves it.

A time stamp names its zone by an abbreviation, and some abbreviations stand for several offsets. A session's identifier
begins with the second of its start (hexadecimal, UTC): together with the same start as a wall clock it gives the offset
of the abbreviation. ``--timezone`` gives what the log does not prove; otherwise the table is used, with a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache

import polars as pl

from pgrehearse.base.clock import SECOND
from pgrehearse.base.errors import BadInput, UsageProblem

_HOUR = 3600 * SECOND
# Offsets are multiples of a quarter of an hour, and at most 14 hours.
_QUARTER, _FARTHEST = _HOUR // 4, 14 * _HOUR
# A session's connection is logged this soon after its start.
_SOON = 60 * SECOND
_NUMERIC = re.compile(r"([+-])(\d\d?)(?::?(\d\d))?")
# Hours east of UTC, by the abbreviations of the IANA database and of PostgreSQL's timezonesets. If there are several, the
# first is used unless the log proves another.
_HOURS: dict[str, tuple[float, ...]] = {
    "UTC": (0,),
    "GMT": (0,),
    "UCT": (0,),
    "Z": (0,),
    "Zulu": (0,),
    "WET": (0,),
    "WEST": (1,),
    "BST": (1, 6, 11),
    "CET": (1,),
    "CEST": (2,),
    "MET": (1,),
    "MEST": (2,),
    "EET": (2,),
    "EEST": (3,),
    "MSK": (3, 4),
    "MSD": (4,),
    "WAT": (1,),
    "CAT": (2,),
    "EAT": (3,),
    "SAST": (2, 9.5),
    "IST": (5.5, 1, 2),
    "IDT": (3,),
    "PKT": (5,),
    "PKST": (6,),
    "WIB": (7,),
    "WITA": (8,),
    "WIT": (9,),
    "HKT": (8,),
    "JST": (9,),
    "KST": (9, 8.5),
    "AWST": (8,),
    "AWDT": (9,),
    "ACST": (9.5, -4),
    "ACDT": (10.5,),
    "AEST": (10,),
    "AEDT": (11,),
    "ChST": (10,),
    "NZST": (12,),
    "NZDT": (13,),
    "EST": (-5, 10, 11),
    "EDT": (-4, 11),
    "CST": (-6, 8, -5, 9.5, 10.5),
    "CDT": (-5, -4),
    "MST": (-7,),
    "MDT": (-6,),
    "PST": (-8, 8),
    "PDT": (-7,),
    "AKST": (-9,),
    "AKDT": (-8,),
    "HST": (-10,),
    "HDT": (-9,),
    "SST": (-11, 8),
    "AST": (-4, 3),
    "ADT": (-3, 4),
    "NST": (-3.5,),
    "NDT": (-2.5,),
    "AMT": (-4, 4),
    "AMST": (-3, 5),
    "GST": (4, -2, 10),
    "WST": (8, 13),
    "WAST": (2, 7),
    "CCT": (6.5, 8),
    "ECT": (-5, -4),
    "PYT": (-4, 5),
    "BRT": (-3,),
    "BRST": (-2,),
    "ART": (-3,),
    "SGT": (8,),
    "MYT": (8,),
}


# The zone of a time stamp without one (the header of a syslog).
UNNAMED = ""


@dataclass(frozen=True, slots=True)
class Zones:
    """The zones of a log. *configured*: by the user (a name of the IANA database or an offset; "": none).

    *proven*: offsets by abbreviation, in microseconds, as the log itself shows them.
    """

    configured: str = ""
    proven: Mapping[str, int] = field(default_factory=dict)

    def offset_us(self, zone: str, year: int = 2000) -> tuple[int, bool]:
        """Return the offset of a time stamp's zone east of UTC, and whether it is certain. *year*: of the time stamp.

        Raises ``BadInput`` if the configured zone never has this abbreviation.
        """
        if (numeric := numeric_offset(zone)) is not None:
            return numeric, True
        if zone in self.proven:
            return self.proven[zone], True
        configured = numeric_offset(self.configured)
        if self.configured and configured is None and zone != UNNAMED:
            return _of_name(self.configured, year, zone), True
        offsets = [round(hours * _HOUR) for hours in _HOURS.get(zone, ())]
        if len(offsets) != 1 and configured is not None:
            return configured, True
        near = [offset for offset in offsets if any(abs(offset - other) == _HOUR for other in self.proven.values())]
        if len(offsets) > 1 and len(near) == 1:  # the other half of the year of a proven zone
            return near[0], True
        return (offsets[0] if offsets else 0), len(offsets) == 1

    def learned(self, proven: Mapping[str, int]) -> Zones:
        """Return these zones with more proven offsets."""
        return replace(self, proven={**self.proven, **proven})


def numeric_offset(text: str) -> int | None:
    """Return ``+05:30``, ``+0530`` or ``+05`` in microseconds (None: not an offset)."""
    match = _NUMERIC.fullmatch(text)
    if match is None:
        return None
    size = (int(match[2]) * 3600 + int(match[3] or 0) * 60) * SECOND
    return size if match[1] == "+" else -size


def at_offset(zone: str, local_us: int, zones: Zones, own: str) -> int | None:
    """Return the offset of a wall clock in a zone: an abbreviation, an offset, or a name of the IANA database.

    None: it is unknown or not certain (*own*, the abbreviation in the log itself, is read as in the log).
    """
    hours = _HOURS.get(zone, ())
    if len(hours) == 1:
        return round(hours[0] * _HOUR)
    local = pl.Series([local_us], dtype=pl.Datetime("us"))
    if hours or zone in zones.proven or numeric_offset(zone) is not None:
        offset, certain = zones.offset_us(zone, local.dt.year().item())
        return offset if certain or zone == own else None
    if not _names(zone, 2000):
        return None
    offset_us = local_offsets(pl.Series([local_us]), zone).item()
    return None if offset_us is None else int(offset_us)


def local_offsets(local: pl.Series, name: str) -> pl.Series:
    """Return the offset of each wall clock (microseconds, Int64) in a zone of the IANA database; null for times that it skips."""
    zoned = local.cast(pl.Datetime("us")).dt.replace_time_zone(name, ambiguous="earliest", non_existent="null")
    return local - zoned.dt.convert_time_zone("UTC").cast(pl.Int64)


def check_timezone(text: str) -> str:
    """Return *text* if it is the name or the offset of a time zone. Raises ``UsageProblem`` otherwise."""
    if numeric_offset(text) is None and not _names(text, 2000):
        raise UsageProblem(
            f"unknown time zone {text!r}",
            remedy="give --timezone a name (Asia/Shanghai: show log_timezone) or an offset (+08:00)",
        )
    return text


def doubt_note(zone: str, offset_us: int) -> str:
    """Return the note on an abbreviation whose offset is not certain."""
    if zone == UNNAMED:
        return "the log's time stamps have no time zone and were read as UTC; give the time zone with --timezone"
    several = [format_offset(round(hours * _HOUR)) for hours in _HOURS.get(zone, ())]
    if not several:
        return f"time zone {zone} is unknown and was read as UTC; give the time zone with --timezone"
    return (
        f"time zone {zone} stands for {', '.join(several[:-1])} or {several[-1]} and was read as {format_offset(offset_us)}; "
        "give the time zone with --timezone"
    )


def format_offset(offset_us: int) -> str:
    """Format an offset: ``+05:30``."""
    minutes = abs(offset_us) // (60 * SECOND)
    return f"{'-' if offset_us < 0 else '+'}{minutes // 60:02}:{minutes % 60:02}"


def _of_name(name: str, year: int, zone: str) -> int:
    offsets = _names(name, year)
    if zone not in offsets:
        raise BadInput(
            f"the log's time stamps have the zone {zone}, which is not an abbreviation of {name} ({' or '.join(offsets) or 'none known'})",
            remedy="give --timezone the server's log_timezone (show log_timezone)",
        )
    return offsets[zone]


@cache
def _names(name: str, year: int) -> dict[str, int]:
    """Return the abbreviations that a zone of the IANA database has in a year, with their offsets."""
    months = [datetime(year, month, 1, tzinfo=UTC) for month in range(1, 13)]
    instants = pl.Series("at", months, dtype=pl.Datetime("us", "UTC"))
    try:
        zoned = instants.dt.convert_time_zone(name)
    except pl.exceptions.ComputeError:
        return {}
    offsets = (zoned.dt.base_utc_offset() + zoned.dt.dst_offset()).dt.total_microseconds()
    return dict(zip(zoned.dt.strftime("%Z").to_list(), offsets.to_list(), strict=True))


@dataclass(slots=True)
class Reading:
    """The zones used while a log is read, and the offset of each abbreviation. *doubts*: those that are not certain."""

    zones: Zones = field(default_factory=Zones)
    seen: dict[str, int] = field(default_factory=dict)
    doubts: dict[str, int] = field(default_factory=dict)

    def offset_us(self, zone: str, year: int) -> int:
        """Return a zone's offset, and record it."""
        offset, certain = self.zones.offset_us(zone, year)
        self.seen[zone] = offset
        if not certain:
            self.doubts[zone] = offset
        return offset


# A context as in the decimal module: log formats read time stamps without passing the zones along.
_READING: ContextVar[Reading | None] = ContextVar("reading", default=None)


@contextmanager
def reading(zones: Zones) -> Iterator[Reading]:
    """Read every time stamp of this thread with *zones* until the context ends."""
    current_reading = Reading(zones)
    token = _READING.set(current_reading)
    try:
        yield current_reading
    finally:
        _READING.reset(token)


def current() -> Reading:
    """Return the reading that is in effect."""
    return _READING.get() or Reading()


def proofs(records: pl.DataFrame, seen: Mapping[str, int]) -> dict[str, int]:
    """Return the offsets that records in the columns of ``RECORDS`` prove, by abbreviation.

    *seen*: the offsets that their time stamps were read with. An abbreviation with different offsets in two sessions is not
    proven (logs of two servers).
    """
    identified = records.filter(pl.col("session_id").str.contains(r"^[0-9a-f]{8}\.[0-9a-f]+$"))
    if identified.is_empty():
        return {}
    begun = pl.col("session_id").str.head(8).str.to_integer(base=16, strict=False) * SECOND
    local = pl.col("session_start").str.head(19).str.to_datetime("%Y-%m-%d %H:%M:%S", time_unit="us", strict=False)
    dated = identified.filter(pl.col("session_start").str.len_chars() > 20).unique("session_id", maintain_order=True)
    shown = dated.select(
        pl.col("session_start").str.slice(20).alias("zone"), (local.cast(pl.Int64) - begun).alias("off")
    )
    if shown.is_empty() and len(seen) == 1:  # no start next to the identifier: a connection is logged when it begins
        ((zone, used),) = seen.items()
        received = identified.filter(pl.col("message").str.starts_with("connection received: "))
        after = pl.col("time_us") + used - begun
        shown = received.select(pl.lit(zone).alias("zone"), after.alias("off")).with_columns(
            pl.when(pl.col("off") % _QUARTER <= _SOON).then(pl.col("off") - pl.col("off") % _QUARTER)
        )
    proven = (
        shown.filter((pl.col("off").abs() <= _FARTHEST) & (pl.col("off") % _QUARTER == 0))
        .group_by("zone", maintain_order=True)
        .agg(pl.col("off").first(), pl.col("off").n_unique().alias("offsets"))
        .filter(pl.col("offsets") == 1)
    )
    return {zone: offset for zone, offset, _ in proven.iter_rows() if numeric_offset(zone) is None}
