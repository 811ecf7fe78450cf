"""Moments that a user writes: an instant, or a time from the start of a workload's window."""

from __future__ import annotations

from pgrehearse.base.errors import UsageProblem
from pgrehearse.base.units import DURATION, parse_duration_us
from pgrehearse.capture.formats.time_zones import Zones
from pgrehearse.capture.formats.timestamps import stamp


def instant_us(text: str) -> int:
    """Return an instant in microseconds since the epoch; without a time zone it is in UTC. Raises ``UsageProblem`` or ``BadInput``.

    >>> instant_us("2026-11-28T10:00:00+01:00") == instant_us("2026-11-28 09:00:00")
    True
    """
    try:
        return stamp(text).instant_us(Zones(), "UTC")
    except ValueError:
        raise UsageProblem(
            f"invalid time {text!r}",
            remedy="expected 2026-11-22T10:00:00+01:00, or '2026-11-22 10:00:00.000 UTC'",
        ) from None


def moment(text: str) -> tuple[bool, int]:
    """Return an instant (True, microseconds since the epoch), or the time from the start of the window (False, microseconds).

    >>> moment("10m")
    (False, 600000000)
    """
    if DURATION.fullmatch(text.strip()):
        return False, parse_duration_us(text)
    return True, instant_us(text)
