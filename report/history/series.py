"""Past comparisons as series: one for each scenario and candidate, with its figures over time and the figures that jump."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pgrehearse.report.history.find import Found
from pgrehearse.report.history.jumps import jumps
from pgrehearse.report.history.past_comparison import PastCandidate, PastComparison, PastQuery

RULE = (
    "A figure jumps if it is far from the median of the conclusive values before it (the last ten, at least four): by more than three standard "
    "deviations, and by more than its least difference. The standard deviation is 1.4826 times the median absolute deviation of these values. The "
    "least difference is 5 percentage points of a change, 1 new error, 20 % of a duration."
)


@dataclass(frozen=True, slots=True)
class Point:
    """One candidate of one past comparison. *jumping*: the names of its figures that jump."""

    comparison: PastComparison
    candidate: PastCandidate
    jumping: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a point. *least*: the least difference that counts as a jump; *relative*: as a share of the value."""

    name: str
    title: str
    unit: str
    of: Callable[[Point], float | None]
    least: float
    relative: bool = False


FIGURES = (
    Figure("p50_change", "change of p50 over all statements", "%", lambda point: point.candidate.p50_change, 0.05),
    Figure("p95_change", "change of p95 over all statements", "%", lambda point: point.candidate.p95_change, 0.05),
    Figure("new_errors", "new errors", "", lambda point: float(point.candidate.new_errors), 1.0),
    Figure(
        "duration_s", "duration of the experiment", "s", lambda point: point.comparison.duration_s, 0.2, relative=True
    ),
)


@dataclass(frozen=True, slots=True)
class HistorySeries:
    """The past comparisons of one candidate in one scenario, the oldest first."""

    scenario: str
    candidate: str
    points: tuple[Point, ...]

    @property
    def title(self) -> str:
        """The scenario and the candidate, for people."""
        return f"{self.scenario}: {self.candidate}" if self.scenario else self.candidate

    def values(self, figure: Figure) -> list[float | None]:
        """Return the values of a figure (None: not known, or inconclusive)."""
        return [figure.of(point) if point.candidate.is_conclusive else None for point in self.points]

    def queries(self, key: str) -> list[PastQuery | None]:
        """Return a query of each comparison (None: its document does not list it, or it is inconclusive)."""
        return [
            next((query for query in point.candidate.queries if query.query_key == key), None)
            if point.candidate.is_conclusive
            else None
            for point in self.points
        ]


def history(found: Found) -> tuple[HistorySeries, ...]:
    """Return the series of comparisons, in the order of their first one."""
    grouped: dict[tuple[str, str], list[Point]] = {}
    for comparison in found.comparisons:
        for candidate in comparison.candidates:
            grouped.setdefault((comparison.scenario, candidate.name), []).append(Point(comparison, candidate))
    return tuple(_marked(HistorySeries(*key, tuple(points))) for key, points in grouped.items())


def _marked(series: HistorySeries) -> HistorySeries:
    """Return a series whose points name the figures that jump."""
    jumping: list[list[str]] = [[] for _ in series.points]
    for figure in FIGURES:
        values = series.values(figure)
        known = sorted(value for value in values if value is not None)
        least = figure.least * known[len(known) // 2] if figure.relative and known else figure.least
        for names, jumped in zip(jumping, jumps(values, least), strict=True):
            names += [figure.name] if jumped else []
    points = tuple(
        Point(point.comparison, point.candidate, tuple(names))
        for point, names in zip(series.points, jumping, strict=True)
    )
    return HistorySeries(series.scenario, series.candidate, points)


def unlisted(series: Sequence[HistorySeries], keys: Sequence[str]) -> list[str]:
    """Return the keys of queries that no conclusive comparison lists."""
    return [key for key in keys if not any(query for one in series for query in one.queries(key))]


def document(found: Found, series: Sequence[HistorySeries], keys: Sequence[str] = ()) -> dict[str, Any]:
    """Return the JSON document of ``history`` (docs/json.md). *keys*: of queries."""
    return {
        "series": [
            {
                "scenario": one.scenario,
                "candidate": one.candidate,
                "comparisons": [_point(point) for point in one.points],
                "queries": {key: [_query(query) for query in one.queries(key)] for key in keys},
            }
            for one in series
        ],
        "rule": RULE,
        "broken": [{"path": broken.place, "reason": broken.reason} for broken in found.broken],
    }


def _point(point: Point) -> dict[str, Any]:
    comparison, candidate = point.comparison, point.candidate
    return {
        "path": comparison.place,
        "replayed": comparison.replayed.isoformat(timespec="seconds"),
        "verdict": candidate.verdict.value,
        **{figure.name: figure.of(point) for figure in FIGURES if figure.name != "new_errors"},
        "new_errors": candidate.new_errors,
        "gates": {word: candidate.gates.get(word, 0) for word in ("passed", "failed", "inconclusive")},
        "versions": {
            "baseline": comparison.baseline_version,
            "candidate": candidate.version,
            "pgrehearse": comparison.tool_version,
        },
        "workload": comparison.workload,
        "jumps": list(point.jumping),
    }


def _query(query: PastQuery | None) -> dict[str, Any] | None:
    if query is None:
        return None
    sides = {"baseline": query.baseline, "candidate": query.candidate}
    return {"outcome": query.outcome} | {
        name: None if times is None else {"p50_us": times.p50_us, "p95_us": times.p95_us}
        for name, times in sides.items()
    }
