"""The time stamps of logs: wall clocks with a zone, read as microseconds since the epoch (UTC)."""

from __future__ import annotations

import re
from functools import cache

import polars as pl

from base.clock import SECOND
from workload.distinct import Distinct, distinct

# Hours east of UTC for the abbreviations servers print; numeric ones (+01) speak for themselves.
ZONES: dict[str, float] = {
    "UTC": 0,
    "GMT": 0,
    "Z": 0,
    "WET": 0,
    "WEST": 1,
    "BST": 1,
    "CET": 1,
    "CEST": 2,
    "EET": 2,
    "EEST": 3,
    "MSK": 3,
    "IST": 5.5,
    "JST": 9,
    "KST": 9,
    "AEST": 10,
    "AEDT": 11,
    "NZST": 12,
    "NZDT": 13,
    "EST": -5,
    "EDT": -4,
    "CST": -6,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
}
_ZONE = re.compile(r"[+-]\d\d(?::?\d\d)?")


@cache
def offset_us(zone: str) -> int:
    """Return how far east of UTC a zone's abbreviation lies, in microseconds (0 for one nobody knows)."""
    numeric = re.fullmatch(r"([+-])(\d\d)(?::?(\d\d))?", zone)
    if numeric is None:
        return round(ZONES.get(zone, 0) * 3600 * SECOND)
    size = (int(numeric[2]) * 3600 + int(numeric[3] or 0) * 60) * SECOND
    return size if numeric[1] == "+" else -size


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
    if all(offset_us(zone) == 0 for zone in zones):
        return local
    shift = stamps.str.slice(24).replace_strict({zone: offset_us(zone) for zone in zones}, return_dtype=pl.Int64)
    return local - shift


def known(zone: str) -> bool:
    """Say whether a zone's offset is known; any other is read as UTC."""
    return zone in ZONES or _ZONE.fullmatch(zone) is not None
