"""Lines of a team's own command: ``time,metric,value`` and optionally unit, subject and instance, as CSV.

A header line is optional; with one, the columns may have another order. A line that is not valid is counted and named by its number; its
content may be a secret, and is not repeated.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from pgrehearse.base.clock import MILLISECOND, SECOND
from pgrehearse.metrics.external.units import factor_to
from pgrehearse.runs.metric_catalog import CATALOGUE, DIRECTION, STATISTIC

COLUMNS = ("time", "metric", "value", "unit", "subject", "instance")
_REQUIRED = frozenset(COLUMNS[:3])
# So many invalid lines are named; the others are counted.
_NAMED = 5
# Numbers below these are seconds and milliseconds since the epoch (until the year 5138), larger ones microseconds.
_SECONDS, _MILLISECONDS = 1e11, 1e14


@dataclass(frozen=True, slots=True)
class Measured:
    """One value by the wall clock, in the unit of the metric catalog if the catalog has the metric."""

    at_us: int
    metric: str
    value: float
    unit: str
    subject: str = ""
    instance: str = ""


@dataclass
class LineReader:
    """Reads lines one after the other. *invalid*: how many were not valid; *reasons*: the first of them, with their numbers."""

    columns: tuple[str, ...] = COLUMNS
    lines: int = 0
    invalid: int = 0
    reasons: list[str] = field(default_factory=list)

    def read(self, line: str) -> Measured | None:
        """Return the value of the next line; None: it is empty, the header, or not valid."""
        self.lines += 1
        if not line.strip():
            return None
        try:
            fields = next(csv.reader([line], strict=True))
            names = tuple(name.strip().lower() for name in fields)
            if self.lines == 1 and set(COLUMNS) >= set(names) >= _REQUIRED:
                self.columns = names
                return None
            if not len(_REQUIRED) <= len(fields) <= len(self.columns):
                raise ValueError(f"{len(fields)} fields, expected {', '.join(self.columns)}")  # noqa: TRY301
            values = {name: text.strip() for name, text in zip(self.columns, fields, strict=False)}
            return measured(values)
        except csv.Error:
            self.reject("not CSV")
        except ValueError as error:
            self.reject(str(error))
        return None

    def reject(self, reason: str) -> None:
        """Count a line that is not valid."""
        self.invalid += 1
        if len(self.reasons) < _NAMED:
            self.reasons.append(f"line {self.lines}: {reason}")

    def note(self) -> str:
        """Return a sentence about the lines that were not valid ("": all were)."""
        if not self.invalid:
            return ""
        more = f"; and {self.invalid - _NAMED:,} more" if self.invalid > _NAMED else ""
        return f"{self.invalid:,} of {self.lines:,} lines are not valid: {'; '.join(self.reasons)}{more}"


def measured(values: Mapping[str, str]) -> Measured:
    """Return the value that these fields contain. Raises ``ValueError`` with the reason, without the content of a field."""
    name, unit = values.get("metric", ""), values.get("unit", "")
    check_name(name, values.get("subject", ""))
    try:
        value = float(values.get("value", ""))
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise ValueError("the value is not a finite number")
    known = CATALOGUE.get(name)
    if known is not None:
        value *= factor_to(known.unit, unit)
        unit = known.unit
    elif not unit:
        raise ValueError("docs/metrics.md has no such metric: a metric of your own needs a unit")
    return Measured(
        instant_us(values.get("time", "")), name, value, unit, values.get("subject", ""), values.get("instance", "")
    )


def check_name(name: str, subject: str = "") -> None:
    """Raise ``ValueError`` for a name or a subject that no value may have."""
    if not name or not name.isprintable() or "/" in name:
        raise ValueError("the name of the metric is empty, or contains a slash or a control character")
    if name == DIRECTION or subject.startswith(STATISTIC):
        raise ValueError(f"{DIRECTION} and {STATISTIC} are reserved")


def instant_us(text: str) -> int:
    """Return a time in ISO 8601 with a time zone, or since the epoch (seconds, milliseconds or microseconds), in microseconds.

    >>> instant_us("2026-11-28T10:00:00Z") == instant_us("1795860000") == instant_us("1795860000000")
    True
    """
    try:
        number = float(text)
    except ValueError:
        return _of_iso(text)
    if not 0 < number < _MILLISECONDS * MILLISECOND:
        raise ValueError("the time is out of range")
    factor = SECOND if number < _SECONDS else MILLISECOND if number < _MILLISECONDS else 1
    return round(number * factor)


def _of_iso(text: str) -> int:
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError("the time is neither ISO 8601 nor a number of seconds since the epoch") from None
    if when.tzinfo is None:
        raise ValueError("the time has no time zone: append Z for UTC")
    return round(when.timestamp() * SECOND)
