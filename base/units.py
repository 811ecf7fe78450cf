"""Numbers as people read them, and durations as people write them."""

from __future__ import annotations

import re

from pgrehearse.base.clock import SECOND
from pgrehearse.base.errors import UsageProblem

DURATION = re.compile(r"(\d+(?:\.\d+)?)\s*(us|ms|s|m|h|d)?")
FACTOR = {"us": 1, "ms": 1_000, "s": SECOND, "m": 60 * SECOND, "h": 3600 * SECOND, "d": 86_400 * SECOND}


def parse_duration_us(text: str) -> int:
    """Read ``250ms``, ``30s``, ``1.5h`` (seconds where no unit is given) as microseconds.

    >>> parse_duration_us("1.5s")
    1500000
    """
    found = DURATION.fullmatch(text.strip())
    if found is None:
        raise UsageProblem(f"not a duration: {text!r}", remedy="write it like 250ms, 30s, 10m or 2h")
    return round(float(found[1]) * FACTOR[found[2] or "s"])


def duration(us: float) -> str:
    """Write microseconds with the unit that leaves few digits.

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


def both(ours: float, theirs: float) -> str:
    """Write two durations, the unit once where it is one.

    >>> both(191, 172), both(815, 1_240), both(1_500, 90_000_000)
    ('191 → 172 µs', '815 µs → 1.24 ms', '1.50 ms → 1 min 30 s')
    """
    (first, _, unit), second = duration(ours).rpartition(" "), duration(theirs)
    alike = " " not in first and second.partition(" ")[2] == unit
    return f"{first if alike else f'{first} {unit}'} → {second}"


def count(number: float) -> str:
    """Write a count with thin groups of three.

    >>> count(1650000)
    '1,650,000'
    """
    return f"{number:,.0f}"


def scaled(value: float, unit: str) -> tuple[str, float]:
    """Return the unit that leaves few digits of *value*, and what to divide by for it: binary for bytes, thousands for counts.

    >>> scaled(3_800_000, "B/s"), scaled(1_200_000, "1/s"), scaled(40, "ms")
    (('MiB/s', 1048576.0), ('million/s', 1000000.0), ('ms', 1.0))
    """
    if unit in {"B", "B/s"}:
        power = next((power for power in (3, 2, 1) if abs(value) >= 1024**power), 0)
        return ("", "Ki", "Mi", "Gi")[power] + unit, 1024.0**power
    if unit in {"count", "1/s"} and abs(value) >= 1e6:
        return "million" + unit.removeprefix("count").removeprefix("1"), 1e6
    return unit, 1.0


def size(octets: float) -> str:
    """Write bytes with a binary unit.

    >>> size(2048), size(471_000_000)
    ('2.0 KiB', '449.2 MiB')
    """
    unit, factor = scaled(octets, "B")
    return f"{octets / factor:.0f} {unit}" if unit == "B" else f"{octets / factor:.1f} {unit}"


def change(ratio: float) -> str:
    """Write candidate / baseline as a signed percentage, or as a factor where a percentage stops speaking.

    >>> change(1.034), change(0.5), change(12.0), change(0.9999)
    ('+3.4 %', '-50.0 %', '12.0 x', '+0.0 %')
    """
    return f"{ratio:.1f} x" if ratio >= 3 else f"{round((ratio - 1) * 100, 1) + 0.0:+.1f} %"


def number(value: float | None) -> str:
    """Write a metric's value with as many digits as it deserves.

    >>> number(1234567.0), number(0.5), number(None)
    ('1,234,567', '0.5', '-')
    """
    if value is None:
        return "-"
    return count(value) if abs(value) >= 1000 else f"{value:.3g}"


def quantity(value: float | None, unit: str) -> str:
    """Write a metric's value: bytes with a unit that leaves few digits, anything else as a number.

    >>> quantity(3_800_000.0, "B/s"), quantity(0.5, "ratio"), quantity(None, "B")
    ('3.6 MiB/s', '0.5', '-')
    """
    if value is None or unit not in {"B", "B/s"}:
        return number(value)
    return size(value) + unit.removeprefix("B")
