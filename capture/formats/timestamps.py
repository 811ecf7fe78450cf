"""The time stamps of logs: wall clocks with a time zone, read as microseconds since the epoch (UTC)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import polars as pl

from pgrehearse.base.errors import BadInput
from pgrehearse.capture.formats.time_zones import UNNAMED, Zones, at_offset, current, local_offsets, numeric_offset
from pgrehearse.workload.dictionary import Distinct, distinct

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time as a user or a log wrote it: a wall clock in microseconds, and its zone by name or offset ("": none)."""

    local_us: int
    zone: str
    text: str

    def instant_us(self, zones: Zones, own: str) -> int:
        """Return the instant. *zones*: those of the log; *own*: the zone of the log's time stamps, used if this time has none.

        Raises ``BadInput`` for a zone whose offset is not certain.
        """
        zone = self.zone or (zones.configured or own or "UTC")
        offset = at_offset(zone, self.local_us, zones, own)
        if offset is None:
            raise BadInput(
                f"{self.text!r}: the offset of zone {zone} is not certain",
                remedy="write an offset (2026-11-22T10:00:00+01:00), or give --timezone",
            )
        return self.local_us - offset


def stamp(text: str) -> Stamp:
    """Read a time: ISO 8601, or as a log writes it (``2026-11-25 10:00:00.000 UTC``). Raises ``ValueError``.

    >>> stamp("2026-11-25 10:00:00.000 CET").zone
    'CET'
    """
    stripped = text.strip()
    try:
        wall, zone = datetime.fromisoformat(stripped), ""
    except ValueError:
        time, _, zone = stripped.rpartition(" ")
        wall = datetime.fromisoformat(time)
        if not zone or zone[0].isdigit() or wall.tzinfo is not None:
            raise ValueError(text) from None
    if wall.tzinfo is not None:
        wall, zone = wall.astimezone(UTC), "UTC"
    local = (wall.replace(tzinfo=UTC) - _EPOCH) // timedelta(microseconds=1)
    return Stamp(local, zone, text)


def wall_time(stamps: pl.Series) -> pl.Series:
    """Read ``2026-11-22 02:15:32.249 UTC`` as microseconds since the epoch (null if it is not a time)."""
    return of_distinct(distinct(stamps))


def of_distinct(stamps: Distinct) -> pl.Series:
    """Read the time stamps of a column, each distinct value once: neighboring records often have the same time."""
    return _wall_time(stamps.values).gather(stamps.code)


def _wall_time(stamps: pl.Series) -> pl.Series:
    local = (
        stamps.str.slice(0, 23).str.to_datetime("%Y-%m-%d %H:%M:%S%.3f", time_unit="us", strict=False).cast(pl.Int64)
    )
    zones = stamps.str.slice(24).unique().drop_nulls()
    if zones.is_empty():
        return local
    year, reading = _year(local), current()
    offsets = {zone: reading.offset_us(zone, year) for zone in zones}
    name = reading.zones.configured
    if UNNAMED in offsets and name and numeric_offset(name) is None and UNNAMED not in reading.zones.proven:
        reading.doubts.pop(UNNAMED, None)
        return local - local_offsets(local, name)
    if not any(offsets.values()):
        return local
    return local - stamps.str.slice(24).replace_strict(offsets, default=0, return_dtype=pl.Int64)


def _year(local: pl.Series) -> int:
    """Return the year of the first valid time stamp: the abbreviations of a zone change over the years."""
    first = local.drop_nulls().head(1)
    return int(first.cast(pl.Datetime("us")).dt.year().item()) if len(first) else 2000
