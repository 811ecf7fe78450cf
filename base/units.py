"""Format numbers for people, and parse durations that people write."""

from __future__ import annotations

import re

from pgrehearse.base.clock import SECOND
from pgrehearse.base.errors import UsageProblem

DURATION = re.compile(r"(\d+(?:\.\d+)?)\s*(us|ms|s|m|h|d)?")
SIZE = re.compile(r"(\d+)\s*(B|kB|MB|GB|TB)?")
SIZES = {"B": 1, "kB": 1 << 10, "MB": 1 << 20, "GB": 1 << 30, "TB": 1 << 40}
FACTOR = {"us": 1, "ms": 1_000, "s": SECOND, "m": 60 * SECOND, "h": 3600 * SECOND, "d": 86_400 * SECOND}


def parse_duration_us(text: str) -> int:
    """Read ``250ms``, ``30s``, ``1.5h`` (seconds where no unit is given) as microseconds.

    >>> parse_duration_us("1.5s")
    1500000
    """
    match = DURATION.fullmatch(text.strip())
    if match is None:
        raise UsageProblem(f"{text!r} is not a duration", remedy="write a number and a unit: 250ms, 30s, 10m or 2h")
    return round(float(match[1]) * FACTOR[match[2] or "s"])


def parse_bytes(text: str) -> int:
    """Read ``512MB``, ``4GB`` (bytes where no unit is given) as bytes; units are those of PostgreSQL's settings, powers of 1024.

    >>> parse_bytes("4GB"), parse_bytes("64")
    (4294967296, 64)
    """
    match = SIZE.fullmatch(text.strip())
    if match is None:
        raise UsageProblem(f"{text!r} is not a size", remedy="write a number and a unit: 512MB or 4GB")
    return int(match[1]) * SIZES[match[2] or "B"]


def duration(us: float) -> str:
    """Format microseconds with the unit that needs few digits.

    >>> duration(53), duration(1_500), duration(2_340_000), duration(90_000_000)
    ('53 µs', '1.50 ms', '2.34 s', '1 min 30 s')
    """
    size = abs(us)
    if size < 1_000:
        return f"{us:.0f} µs"
    if size < SECOND:
        return f"{us / 1_000:.{2 if size < 100_000 else 0}f} ms"
    if size < 60 * SECOND:
        return f"{us / SECOND:.2f} s"
    minutes, seconds = divmod(round(us / SECOND), 60)
    return f"{minutes} min {seconds} s"


def both(baseline_us: float, candidate_us: float) -> str:
    """Format two durations; the unit is written once if both have the same.

    >>> both(191, 172), both(815, 1_240), both(1_500, 90_000_000)
    ('191 → 172 µs', '815 µs → 1.24 ms', '1.50 ms → 1 min 30 s')
    """
    (first, _, unit), second = duration(baseline_us).rpartition(" "), duration(candidate_us)
    alike = " " not in first and second.partition(" ")[2] == unit
    return f"{first if alike else f'{first} {unit}'} → {second}"


def count(number: float) -> str:
    """Format a count with groups of three digits.

    >>> count(1650000)
    '1,650,000'
    """
    return f"{number:,.0f}"


def scaled(value: float, unit: str) -> tuple[str, float]:
    """Return the unit that needs few digits for *value*, and its divisor: binary for bytes, millions for counts.

    >>> scaled(3_800_000, "B/s"), scaled(1_200_000, "1/s"), scaled(40, "ms")
    (('MiB/s', 1048576.0), ('million/s', 1000000.0), ('ms', 1.0))
    """
    if unit in {"B", "B/s"}:
        power = next((power for power in (3, 2, 1) if abs(value) >= 1024**power), 0)
        return ("", "Ki", "Mi", "Gi")[power] + unit, 1024.0**power
    if unit in {"count", "1/s"} and abs(value) >= 1e6:
        return "million" + unit.removeprefix("count").removeprefix("1"), 1e6
    return unit, 1.0


def size(size_bytes: float) -> str:
    """Format bytes with a binary unit.

    >>> size(2048), size(471_000_000)
    ('2.0 KiB', '449.2 MiB')
    """
    unit, factor = scaled(size_bytes, "B")
    return f"{size_bytes / factor:.0f} {unit}" if unit == "B" else f"{size_bytes / factor:.1f} {unit}"


def change(ratio: float) -> str:
    """Format candidate / baseline as a signed percentage, or as a factor from 3 on.

    >>> change(1.034), change(0.5), change(12.0), change(0.9999)
    ('+3.4 %', '-50.0 %', '12.0 x', '+0.0 %')
    """
    return f"{ratio:.1f} x" if ratio >= 3 else f"{round((ratio - 1) * 100, 1) + 0.0:+.1f} %"


def number(value: float | None) -> str:
    """Format the value of a metric with three significant digits, or as an integer from 1,000 on.

    >>> number(1234567.0), number(0.5), number(None)
    ('1,234,567', '0.5', '-')
    """
    if value is None:
        return "-"
    return count(value) if abs(value) >= 1000 else f"{value:.3g}"


def quantity(value: float | None, unit: str) -> str:
    """Format the value of a metric: bytes with a binary unit, any other unit as a number.

    >>> quantity(3_800_000.0, "B/s"), quantity(0.5, "ratio"), quantity(None, "B")
    ('3.6 MiB/s', '0.5', '-')
    """
    if value is None or unit not in {"B", "B/s"}:
        return number(value)
    return size(value) + unit.removeprefix("B")
