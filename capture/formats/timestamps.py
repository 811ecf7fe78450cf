"""The time stamps of logs: wall clocks with a zone, read as microseconds since the epoch (UTC)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import polars as pl

from pgrehearse.base.errors import BadInput
from pgrehearse.capture.formats.time_zones import UNTOLD, Zones, at_offset, current, local_offsets, numeric_offset
from pgrehearse.workload.dictionary import Distinct, distinct

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time as somebody wrote it: a wall clock in microseconds, and its zone by name or offset ("": not said)."""

    local_us: int
    zone: str
    text: str

    def instant_us(self, zones: Zones, own: str) -> int:
        """Return the instant. *zones*: what is known of the log's; *own*: the zone that its stamps name, where none is said here.

        Raises ``BadInput`` for a zone that nobody knows.
        """
        zone = self.zone or (zones.given or own or "UTC")
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
    words = text.strip()
    try:
        read, zone = datetime.fromisoformat(words), ""
    except ValueError:
        time, _, zone = words.rpartition(" ")
        read = datetime.fromisoformat(time)
        if not zone or zone[0].isdigit() or read.tzinfo is not None:
            raise ValueError(text) from None
    if read.tzinfo is not None:
        read, zone = read.astimezone(UTC), "UTC"
    local = (read.replace(tzinfo=UTC) - _EPOCH) // timedelta(microseconds=1)
    return Stamp(local, zone, text)


def wall_time(stamps: pl.Series) -> pl.Series:
    """Read ``2026-11-22 02:15:32.249 UTC`` as microseconds since the epoch (null where it does not read)."""
    return of_distinct(distinct(stamps))


def of_distinct(stamps: Distinct) -> pl.Series:
    """Read the stamps of a column, each distinct one once: a log's neighbours share their time."""
    return _wall_time(stamps.values).gather(stamps.code)


def _wall_time(stamps: pl.Series) -> pl.Series:
    local = (
        stamps.str.slice(0, 23).str.to_datetime("%Y-%m-%d %H:%M:%S%.3f", time_unit="us", strict=False).cast(pl.Int64)
    )
    zones = stamps.str.slice(24).unique().drop_nulls()
    if zones.is_empty():
        return local
    year, known = _year(local), current()
    offsets = {zone: known.offset_us(zone, year) for zone in zones}
    name = known.zones.given
    if UNTOLD in offsets and name and numeric_offset(name) is None and UNTOLD not in known.zones.proven:
        known.doubts.pop(UNTOLD, None)
        return local - local_offsets(local, name)
    if not any(offsets.values()):
        return local
    return local - stamps.str.slice(24).replace_strict(offsets, default=0, return_dtype=pl.Int64)


def _year(local: pl.Series) -> int:
    """Return the year of the first stamp that reads: a zone's abbreviations change over the years."""
    first = local.drop_nulls().head(1)
    return int(first.cast(pl.Datetime("us")).dt.year().item()) if len(first) else 2000
