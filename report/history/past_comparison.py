"""One past comparison, read from the JSON document that an experiment left. A document that lacks a figure is not guessed at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from pgrehearse.compare.comparison import Verdict


class Unreadable(ValueError):
    """A document is no comparison, or one without what a history needs."""


@dataclass(frozen=True, slots=True)
class SideTimes:
    """The times of one query on one side, in microseconds."""

    p50_us: float
    p95_us: float


@dataclass(frozen=True, slots=True)
class PastQuery:
    """One query of a candidate, among those that the document lists. *sql*: its text, or a short form of it; a side without an execution
    has no times."""

    query_key: str
    sql: str
    outcome: str
    baseline: SideTimes | None
    candidate: SideTimes | None


@dataclass(frozen=True, slots=True)
class PastCandidate:
    """One candidate of a past comparison. Changes are candidate / baseline - 1 over all statements (None: not known); *gates* by outcome."""

    name: str
    version: str
    verdict: Verdict
    p50_change: float | None
    p95_change: float | None
    new_errors: int
    gates: Mapping[str, int]
    queries: tuple[PastQuery, ...] = ()

    @property
    def is_conclusive(self) -> bool:
        """Whether its figures may be compared with others."""
        return self.verdict != Verdict.INCONCLUSIVE


@dataclass(frozen=True, slots=True)
class PastComparison:
    """A comparison. *place*: where it was found; *scenario*: the experiment's ("": it is no experiment); *replayed*: when its first candidate
    was replayed; *duration_s*: of all stages (None: not known)."""

    place: str
    scenario: str
    replayed: datetime
    verdict: Verdict
    baseline: str
    baseline_version: str
    tool_version: str
    workload: str
    duration_s: float | None = None
    candidates: tuple[PastCandidate, ...] = field(default=())


def past_comparison(
    document: Mapping[str, Any], place: str, scenario: str = "", duration_s: float | None = None
) -> PastComparison:
    """Return the comparison of a JSON document of ``compare``. Raises ``Unreadable`` with what is missing."""
    made = _table(document, "made")
    return PastComparison(
        place,
        scenario,
        _instant(_text(made, "replayed")),
        _verdict(document),
        _text(document, "baseline"),
        _text(document, "baseline_version"),
        _text(made, "pgrehearse"),
        _text(made, "workload"),
        duration_s,
        tuple(_candidate(one) for one in _list(document, "candidates")),
    )


def _candidate(document: Mapping[str, Any]) -> PastCandidate:
    overall = document.get("overall") or {}
    return PastCandidate(
        _text(document, "name"),
        _text(document, "version"),
        _verdict(document),
        _change(overall, "p50_us"),
        _change(overall, "p95_us"),
        _integer(_table(document, "errors"), "new"),
        _gates(_list(document, "gates")),
        tuple(_queries(document)),
    )


def _gates(gates: list[Mapping[str, Any]]) -> dict[str, int]:
    outcomes = [_text(gate, "outcome") for gate in gates]
    return {outcome: outcomes.count(outcome) for outcome in dict.fromkeys(outcomes)}


def _queries(document: Mapping[str, Any]) -> Iterator[PastQuery]:
    """Yield the queries with times. A document of an earlier version has the first twenty only."""
    rows, text = (_list(document, "times"), "label") if "times" in document else (_list(document, "top"), "sql")
    for row in rows:
        sides = (_times(_table(row, side)) for side in ("baseline", "candidate"))
        yield PastQuery(_text(row, "query_key"), _text(row, text), _text(row, "outcome"), *sides)


def _times(side: Mapping[str, Any]) -> SideTimes | None:
    p50_us, p95_us = _number(side, "p50_us"), _number(side, "p95_us")
    return SideTimes(p50_us, p95_us) if _number(side, "n") else None


def _change(overall: Any, figure: str) -> float | None:
    """Return the change of all statements (None: a side has no time)."""
    try:
        before, after = (_number(_table(overall, side), figure) for side in ("baseline", "candidate"))
    except Unreadable:
        return None
    return after / before - 1 if before else None


def _verdict(document: Mapping[str, Any]) -> Verdict:
    word = _text(document, "verdict")
    if word not in list(Verdict):
        raise Unreadable(f"verdict is {word!r}")
    return Verdict(word)


def _instant(text: str) -> datetime:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise Unreadable("made.replayed is no instant") from None
    return instant.astimezone(UTC) if instant.tzinfo is not None else instant.replace(tzinfo=UTC)


def _value(document: Any, key: str, kind: type | tuple[type, ...]) -> Any:
    """Return the value of a key. Raises ``Unreadable`` if it is missing or of another type."""
    value = document.get(key) if isinstance(document, Mapping) else None
    if not isinstance(value, kind) or isinstance(value, bool):
        raise Unreadable(f"{key} is missing" if value is None else f"{key} has the wrong type")
    return value


def _text(document: Any, key: str) -> str:
    return str(_value(document, key, str))


def _number(document: Any, key: str) -> float:
    return float(_value(document, key, (int, float)))


def _integer(document: Any, key: str) -> int:
    return int(_value(document, key, int))


def _table(document: Any, key: str) -> Mapping[str, Any]:
    table: Mapping[str, Any] = _value(document, key, Mapping)
    return table


def _list(document: Any, key: str) -> list[Mapping[str, Any]]:
    rows: list[Mapping[str, Any]] = _value(document, key, list)
    return rows
