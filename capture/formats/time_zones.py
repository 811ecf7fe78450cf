"""The time zones of logs: what the abbreviations in their stamps mean, and how a log proves it.

A stamp names its zone by an abbreviation, and some abbreviations stand for several offsets. A session's identifier
begins with the second of its start (hexadecimal, UTC): beside the same start as a wall clock it gives the offset of
the abbreviation there. What the log does not prove, ``--timezone`` says; what neither says is read by the table and noted.
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
# Zones lie whole quarters of an hour apart, and at most 14 hours from UTC.
_QUARTER, _FARTHEST = _HOUR // 4, 14 * _HOUR
# A session's connection is logged this soon after its start.
_SOON = 60 * SECOND
_NUMERIC = re.compile(r"([+-])(\d\d?)(?::?(\d\d))?")
# Hours east of UTC, by the abbreviations of the IANA database and of PostgreSQL's timezonesets. Where there are several
# the first is what an unproven one is read as.
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


# The zone of a stamp that names none (the header of a syslog).
UNTOLD = ""


@dataclass(frozen=True, slots=True)
class Zones:
    """What is known of a log's zones. *given*: by the user (a name of the IANA database or an offset; "": nothing).

    *proven*: offsets by abbreviation, in microseconds, as the log itself shows them.
    """

    given: str = ""
    proven: Mapping[str, int] = field(default_factory=dict)

    def offset_us(self, zone: str, year: int = 2000) -> tuple[int, bool]:
        """Return how far east of UTC a stamp's zone lies, and whether that is certain. *year*: the stamp's.

        Raises ``BadInput`` where the zone that was given never has this abbreviation.
        """
        if (numeric := numeric_offset(zone)) is not None:
            return numeric, True
        if zone in self.proven:
            return self.proven[zone], True
        given = numeric_offset(self.given)
        if self.given and given is None and zone != UNTOLD:
            return _of_name(self.given, year, zone), True
        found = [round(hours * _HOUR) for hours in _HOURS.get(zone, ())]
        if len(found) != 1 and given is not None:
            return given, True
        near = [one for one in found if any(abs(one - known) == _HOUR for known in self.proven.values())]
        if len(found) > 1 and len(near) == 1:  # the other half of the year of a zone that is known
            return near[0], True
        return (found[0] if found else 0), len(found) == 1

    def learned(self, proven: Mapping[str, int]) -> Zones:
        """Return the same with what else is proven."""
        return replace(self, proven={**self.proven, **proven})


def numeric_offset(text: str) -> int | None:
    """Return ``+05:30``, ``+0530`` or ``+05`` in microseconds (None: it is no offset)."""
    found = _NUMERIC.fullmatch(text)
    if found is None:
        return None
    size = (int(found[2]) * 3600 + int(found[3] or 0) * 60) * SECOND
    return size if found[1] == "+" else -size


def at_offset(zone: str, local_us: int, zones: Zones, own: str) -> int | None:
    """Return the offset of a wall clock in a zone: an abbreviation, an offset, or a name of the IANA database.

    None: it is not known, or not certain (the abbreviation that the log itself names, *own*, is read as the log is).
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
    found = local_offsets(pl.Series([local_us]), zone).item()
    return None if found is None else int(found)


def local_offsets(local: pl.Series, name: str) -> pl.Series:
    """Return the offset of each wall clock (microseconds, Int64) in a zone of the IANA database; null for one that it skips."""
    there = local.cast(pl.Datetime("us")).dt.replace_time_zone(name, ambiguous="earliest", non_existent="null")
    return local - there.dt.convert_time_zone("UTC").cast(pl.Int64)


def checked(text: str) -> str:
    """Return a time zone as it was given, if there is one of that name. Raises ``UsageProblem``."""
    if numeric_offset(text) is None and not _names(text, 2000):
        raise UsageProblem(
            f"no time zone {text!r}",
            remedy="give --timezone a name (Asia/Shanghai: show log_timezone) or an offset (+08:00)",
        )
    return text


def doubt(zone: str, offset_us: int) -> str:
    """Return what to note of an abbreviation that was read without being certain."""
    if zone == UNTOLD:
        return "the log's stamps name no time zone and were read as UTC: --timezone says what it is"
    several = [written(round(hours * _HOUR)) for hours in _HOURS.get(zone, ())]
    if not several:
        return f"time zone {zone} is not known here and was read as UTC: --timezone says what it is"
    return (
        f"time zone {zone} stands for {', '.join(several[:-1])} or {several[-1]} and was read as {written(offset_us)}: "
        "--timezone says which it is"
    )


def written(offset_us: int) -> str:
    """Write an offset: ``+05:30``."""
    minutes = abs(offset_us) // (60 * SECOND)
    return f"{'-' if offset_us < 0 else '+'}{minutes // 60:02}:{minutes % 60:02}"


def _of_name(name: str, year: int, zone: str) -> int:
    known = _names(name, year)
    if zone not in known:
        raise BadInput(
            f"the log's stamps name the zone {zone}, which {name} is not: it is {' or '.join(known) or 'unknown'}",
            remedy="give --timezone the server's log_timezone (show log_timezone)",
        )
    return known[zone]


@cache
def _names(name: str, year: int) -> dict[str, int]:
    """Return the abbreviations that a zone of the IANA database has in a year, with their offsets."""
    months = [datetime(year, month, 1, tzinfo=UTC) for month in range(1, 13)]
    instants = pl.Series("at", months, dtype=pl.Datetime("us", "UTC"))
    try:
        there = instants.dt.convert_time_zone(name)
    except pl.exceptions.ComputeError:
        return {}
    offsets = (there.dt.base_utc_offset() + there.dt.dst_offset()).dt.total_microseconds()
    return dict(zip(there.dt.strftime("%Z").to_list(), offsets.to_list(), strict=True))


@dataclass(slots=True)
class Reading:
    """Zones in force while a log is read, and what each abbreviation was read as. *doubts*: those that are not certain."""

    zones: Zones = field(default_factory=Zones)
    seen: dict[str, int] = field(default_factory=dict)
    doubts: dict[str, int] = field(default_factory=dict)

    def offset_us(self, zone: str, year: int) -> int:
        """Return a zone's offset, and note it."""
        offset, certain = self.zones.offset_us(zone, year)
        self.seen[zone] = offset
        if not certain:
            self.doubts[zone] = offset
        return offset


# As decimal's context: formats read stamps without knowing what was found out about their zones.
_READING: ContextVar[Reading | None] = ContextVar("reading", default=None)


@contextmanager
def reading(zones: Zones) -> Iterator[Reading]:
    """Have every stamp that this thread reads meanwhile read by *zones*."""
    found = Reading(zones)
    token = _READING.set(found)
    try:
        yield found
    finally:
        _READING.reset(token)


def current() -> Reading:
    """Return what stamps are read by now."""
    return _READING.get() or Reading()


def proofs(records: pl.DataFrame, seen: Mapping[str, int]) -> dict[str, int]:
    """Return the offsets that records in the columns of ``RECORDS`` prove, by abbreviation.

    *seen*: what their stamps were read as. An abbreviation to which two sessions give different offsets proves nothing
    (logs of two servers).
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
    if shown.is_empty() and len(seen) == 1:  # no start beside the identifier: a connection is logged as it begins
        ((zone, used),) = seen.items()
        received = identified.filter(pl.col("message").str.starts_with("connection received: "))
        after = pl.col("time_us") + used - begun
        shown = received.select(pl.lit(zone).alias("zone"), after.alias("off")).with_columns(
            pl.when(pl.col("off") % _QUARTER <= _SOON).then(pl.col("off") - pl.col("off") % _QUARTER)
        )
    found = (
        shown.filter((pl.col("off").abs() <= _FARTHEST) & (pl.col("off") % _QUARTER == 0))
        .group_by("zone", maintain_order=True)
        .agg(pl.col("off").first(), pl.col("off").n_unique().alias("offsets"))
        .filter(pl.col("offsets") == 1)
    )
    return {zone: offset for zone, offset, _ in found.iter_rows() if numeric_offset(zone) is None}
