"""Gates: conditions a pipeline obeys, as people write them, and what became of each.

A gate reads ``SUBJECT.STATISTIC OPERATOR BOUND [over WINDOW]`` (docs/gates.md). What cannot be understood is a usage
problem (exit 2), never a pass; what can be understood and not be evaluated is inconclusive, and says why.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from pgrehearse.base.errors import UsageProblem
from pgrehearse.base.units import duration, parse_duration_us
from pgrehearse.compare.comparison import CandidateResult, Comparison, Latency, Verdict
from pgrehearse.runs.metric_catalog import CATALOGUE, OWN, kind


class Outcome(StrEnum):
    """What became of a gate."""

    PASSED = "passed"
    FAILED = "failed"
    INCONCLUSIVE = "inconclusive"


@dataclass(frozen=True, slots=True)
class Windows:
    """A gate over windows on one side's metric (*key*): in how many of them it was broken, the longest stretch of broken
    ones in seconds, and those stretches."""

    side: str
    key: str
    windows: int
    broken: int
    longest_s: float
    stretches: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class GateResult:
    """One gate on one candidate: its *value*, the *bound* it was held to (None: not to be had), and *why* in words."""

    gate: str
    candidate: str
    outcome: Outcome
    value: float | None
    bound: float | None
    unit: str
    why: str
    windows: tuple[Windows, ...] = ()


@dataclass(frozen=True, slots=True)
class Gate:
    """A gate that was understood. *key*: of a query. *relative*: the bound is a factor of the baseline's value."""

    text: str
    subject: str
    statistic: str
    key: str
    compare: str
    bound: float
    relative: bool
    window_us: int = 0


@dataclass(frozen=True, slots=True)
class _Values:
    """What a gate is evaluated on. *windows*: the candidate's value in each window, where one is asked for."""

    baseline: float | None
    candidate: float | None
    unit: str
    missing: str = ""
    windows: tuple[float, ...] = ()
    key: str = ""


_OPERATORS: dict[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    "<": operator.lt,
    ">=": operator.ge,
    ">": operator.gt,
    "==": operator.eq,
    "!=": operator.ne,
}
_GATE = re.compile(
    r"""\s*(?P<subject>\w+)(?:\["(?P<key>(?:[^"\\]|\\.)+)"\])?(?:\.(?P<statistic>\w+))?\s*(?P<compare><=|>=|==|!=|<|>)\s*
    (?:(?P<number>-?\d+(?:\.\d+)?)\s*(?P<unit>us|µs|ms|s|%|B|KiB|MiB|GiB)?\s*(?P<times>\*\s*baseline)?|(?P<alone>baseline))
    (?:\s+over\s+(?P<window>\S+))?\s*""",
    re.VERBOSE,
)
_LATENCY = ("n", "p50", "p95", "p99", "mean", "total")
_COUNTED = {
    "errors": ("same", "new", "vanished", "different", "moved", "drifted"),
    "regressed": ("count",),
    "improved": ("count",),
    "unchanged": ("count",),
    "cannot_evaluate": ("count",),
    "statements": ("due", "sent", "ok", "failed", "skipped", "unsent"),
    "lateness": ("p50", "p99", "max"),
}
# What cannot be told from noise where the latencies cannot.
_OF_SPEED = frozenset({"latency", "query", "regressed", "improved", "unchanged", "cannot_evaluate"})
_METRIC = ("mean", "p50", "p99", "max")
_TO_US = {"us": 1.0, "µs": 1.0, "ms": 1e3, "s": 1e6}
_TO_BYTES = {"B": 1.0, "KiB": 1024.0, "MiB": 1024.0**2, "GiB": 1024.0**3}
# A statistic of fewer samples than this says nothing of a window.
LEAST_SAMPLES = 100


def parse_gate(text: str) -> Gate:
    """Read one gate; anything that is not understood is a usage problem.

    >>> parse_gate("latency.p99 <= 1.10 * baseline").relative
    True
    """
    found = _GATE.fullmatch(text)
    if found is None:
        raise UsageProblem(
            f"not a gate: {text!r}", remedy="write one like: latency.p99 <= 1.10 * baseline, errors.new == 0"
        )
    subject, key = found["subject"], (found["key"] or "").replace('\\"', '"')
    statistic = found["statistic"] or ("share" if subject == "coverage" else "")
    _check_names(text, subject, statistic, key)
    relative = bool(found["times"] or found["alone"])
    if relative and found["unit"]:
        raise UsageProblem(f"{text!r}: a factor of the baseline has no unit", remedy="write 1.10 * baseline")
    if found["window"] and subject not in CATALOGUE and subject != "own":
        raise UsageProblem(f"{text!r}: only metrics have windows", remedy="leave `over` out")
    number = 1.0 if found["alone"] else float(found["number"])
    factor = 1.0 if relative else _factor(text, subject, statistic, found["unit"])
    window = parse_duration_us(found["window"]) if found["window"] else 0
    return Gate(text.strip(), subject, statistic, key, found["compare"], number * factor, relative, window)


def _check_names(text: str, subject: str, statistic: str, key: str) -> None:
    if subject in {"latency", "query"}:
        known: tuple[str, ...] = _LATENCY
    elif subject == "coverage":
        known = ("share",)
    elif subject in _COUNTED:
        known = _COUNTED[subject]
    elif subject in CATALOGUE or subject == "own":
        known = _METRIC
    else:
        words = ", ".join(["latency", 'query["..."]', "coverage", *_COUNTED])
        raise UsageProblem(
            f"{text!r}: unknown metric {subject!r}", remedy=f"known: {words}, and the metrics of docs/metrics.md"
        )
    if statistic not in known:
        raise UsageProblem(
            f"{text!r}: {subject} has no {statistic or 'value of its own'}",
            remedy=f"write {subject}.{known[0]} ({', '.join(known)})",
        )
    if (subject in {"query", "own"}) != bool(key):
        raise UsageProblem(
            f"{text!r}: a key goes with query and own, and they with a key",
            remedy='write query["KEY"].p95, own["NAME"].mean',
        )


def _factor(text: str, subject: str, statistic: str, unit: str | None) -> float:
    """Return what turns a written number into the value's own unit; a unit that does not fit is a usage problem."""
    timed = (subject in {"latency", "query"} and statistic != "n") or subject == "lateness"
    if timed and unit in _TO_US:
        return _TO_US[unit]
    own = CATALOGUE[subject].unit if subject in CATALOGUE else ""
    if own == "ms" and unit in _TO_US:
        return _TO_US[unit] / 1e3
    if own in {"B", "B/s"} and unit in _TO_BYTES:
        return _TO_BYTES[unit]
    if unit == "%" and (own == "percent" or subject == "coverage"):
        return 1.0 if own else 0.01
    if unit is None and not timed:
        return 1.0
    wanted = "us, ms or s" if timed or own == "ms" else own or "no unit"
    raise UsageProblem(
        f"{text!r}: {subject} is not measured in {unit or 'bare numbers'}", remedy=f"write it in {wanted}"
    )


def evaluate(gates: list[Gate], comparison: Comparison) -> list[GateResult]:
    """Evaluate every gate on every candidate; a query that neither side knows is a usage problem."""
    return [_result(gate, one) for one in comparison.candidates for gate in gates]


def _result(gate: Gate, one: CandidateResult) -> GateResult:
    values = _values(gate, one)
    bound = gate.bound
    why = values.missing
    if gate.relative and not why:
        if values.baseline is None:
            why = "the baseline has no such value"
        else:
            bound = gate.bound * values.baseline
    if not why and values.candidate is None:
        why = "the candidate has no such value"
    if not why and not one.fit and gate.subject not in {"coverage", "statements", "lateness"}:
        why = f"the run is not fit to be judged: {one.reasons[0]}" if one.reasons else "the run is not fit to be judged"
    stands_out = one.verdict == Verdict.REGRESSED and gate.subject == "regressed"  # also from what all queries share
    if not why and one.uncertain and gate.subject in _OF_SPEED and not stands_out:
        why = one.uncertain[0]
    if why or values.candidate is None:
        return GateResult(gate.text, one.name, Outcome.INCONCLUSIVE, values.candidate, None, values.unit, why)
    holds = _OPERATORS[gate.compare]
    breaches = [value for value in values.windows or (values.candidate,) if not holds(value, bound)]
    outcome = Outcome.FAILED if breaches else Outcome.PASSED
    told = _told_windows(gate, one, values.key, bound) if gate.window_us else ()
    said = f"{_number(values.candidate, values.unit)}, bound {_number(bound, values.unit)}"
    if values.windows:
        said = f"{len(breaches)} of {len(values.windows)} windows in breach, the worst {_number(_worst(gate, values.windows), values.unit)}"
        said += "".join(
            f"; {each.side}: {each.broken} of {each.windows}, the longest for {each.longest_s:g} s" for each in told
        )
    return GateResult(gate.text, one.name, outcome, values.candidate, bound, values.unit, said, told)


def _worst(gate: Gate, windows: tuple[float, ...]) -> float:
    return min(windows) if gate.compare.startswith(">") else max(windows)


def _values(gate: Gate, one: CandidateResult) -> _Values:
    if gate.subject == "latency":
        return _of_latency(gate, one.overall.get("baseline"), one.overall.get("candidate"))
    if gate.subject == "query":
        return _of_query(gate, one)
    if gate.subject in CATALOGUE or gate.subject == "own":
        return _of_metric(gate, one)
    if gate.subject in {"coverage", "statements", "lateness"}:
        return _of_fitness(gate, one)
    count = one.errors[gate.statistic] if gate.subject == "errors" else one.counts()[gate.subject]
    return _Values(None, float(count), "")


def _of_fitness(gate: Gate, one: CandidateResult) -> _Values:
    """Return what a run says of itself; production says nothing."""
    names = [name for name in one.fitness if name != one.name]
    found: list[float | None] = []
    for fit in (one.fitness.get(names[0]) if names else None, one.fitness.get(one.name)):
        if fit is None:
            found.append(None)
        elif gate.subject == "coverage":
            found.append(float(fit["coverage"]))
        else:
            found.append(float(fit["statements" if gate.subject == "statements" else "lateness_us"][gate.statistic]))
    return _Values(found[0], found[1], "µs" if gate.subject == "lateness" else "")


def _of_latency(gate: Gate, ours: Latency | None, theirs: Latency | None) -> _Values:
    name = gate.statistic if gate.statistic == "n" else f"{gate.statistic}_us"
    values = [float(getattr(side, name)) if side is not None and side.n else None for side in (ours, theirs)]
    return _Values(values[0], values[1], "" if gate.statistic == "n" else "µs")


def _of_query(gate: Gate, one: CandidateResult) -> _Values:
    flat = " ".join(gate.key.split())
    found = [q for q in one.queries if q.query_key == gate.key or " ".join(q.sql.split()).startswith(flat)]
    if not found:
        raise UsageProblem(
            f"{gate.text!r}: no such query", remedy="give its query key, or how its text begins (inspect lists them)"
        )
    if len(found) > 1:
        raise UsageProblem(
            f"{gate.text!r}: {len(found)} queries begin like this", remedy="give its query key, or more of its text"
        )
    return _of_latency(gate, found[0].baseline, found[0].candidate)


def _of_metric(gate: Gate, one: CandidateResult) -> _Values:
    """Return a metric's value on both sides: of the most trusted source that both have, else of the candidate's alone."""
    name = gate.key or gate.subject
    rows = [row for row in one.metrics if row.name == name and not row.subject]
    if gate.key and not rows:
        known = sorted({row.name for row in one.metrics if row.source == OWN})
        raise UsageProblem(f"{gate.text!r}: no run has such a number", remedy=f"known: {', '.join(known) or 'none'}")
    unit = rows[0].unit if rows else CATALOGUE[name].unit
    row = next((row for row in rows if row.baseline and row.candidate), None) or next(
        (row for row in rows if row.candidate), None
    )
    if row is None:
        return _Values(None, None, unit, f"no source told {name} of the candidate")
    if gate.relative and not row.baseline and any(other.baseline for other in rows):
        other = next(other for other in rows if other.baseline)
        raise UsageProblem(
            f"{gate.text!r}: {name} is another thing on each side: {kind(name, other.source)} ({other.source}), {kind(name, row.source)} ({row.source})",
            remedy="give a bound of its own, or compare what both sides tell alike (docs/metrics.md)",
        )
    ours, theirs = ((side[gate.statistic] if side else None) for side in (row.baseline, row.candidate))
    if not gate.window_us:
        return _Values(ours, theirs, unit)
    line = _line(one, row.key, one.name)
    windows = _windows(gate, *line) if line else None
    if windows is None:
        longest = f"{line[0][-1]:.0f} s were sampled" if line and line[0] else "nothing was sampled"
        return _Values(
            ours, theirs, unit, f"fewer than {LEAST_SAMPLES} samples in a window, or no whole window ({longest})"
        )
    return _Values(ours, theirs, unit, windows=windows, key=row.key)


def _line(one: CandidateResult, key: str, side: str) -> tuple[tuple[float, ...], tuple[float, ...]] | None:
    """Return a side's samples of a metric: seconds, values."""
    lines = [line for series in one.series if series.metric == key for line in series.lines if line[0] == side]
    return (lines[0][1], lines[0][2]) if lines else None


def _told_windows(gate: Gate, one: CandidateResult, key: str, bound: float) -> tuple[Windows, ...]:
    """Say of each side in which windows the gate was broken; a side without samples enough is left out."""
    out = []
    length = gate.window_us / 1e6
    for side in dict.fromkeys(line[0] for series in one.series if series.metric == key for line in series.lines):
        line = _line(one, key, side)
        values = _windows(gate, *line) if line else None
        if values is None:
            continue
        stretches: list[tuple[float, float]] = []
        for place, value in enumerate(values):
            if _OPERATORS[gate.compare](value, bound):
                continue
            joined = bool(stretches) and stretches[-1][1] == place * length
            begin = stretches.pop()[0] if joined else place * length
            stretches.append((begin, (place + 1) * length))
        broken = sum(not _OPERATORS[gate.compare](value, bound) for value in values)
        longest = max((end - begin for begin, end in stretches), default=0.0)
        out.append(Windows(side, key, len(values), broken, longest, tuple(stretches)))
    return tuple(out)


def _windows(gate: Gate, seconds: tuple[float, ...], values: tuple[float, ...]) -> tuple[float, ...] | None:
    """Return the statistic in each whole window of the run, one after the other; None: it cannot be told."""
    import numpy as np  # arithmetic that only gates over windows need

    length = gate.window_us / 1e6
    places = np.asarray(seconds) // length
    out = []
    for place in range(int((max(seconds, default=0.0)) // length)):
        mine = np.asarray(values)[places == place]
        if len(mine) < LEAST_SAMPLES:
            return None
        out.append(
            float(
                mine.mean()
                if gate.statistic == "mean"
                else mine.max()
                if gate.statistic == "max"
                else np.quantile(mine, int(gate.statistic[1:]) / 100)
            )
        )
    return tuple(out) or None


def _number(value: float, unit: str) -> str:
    if unit == "µs":
        return duration(value)
    return f"{value:,.0f} {unit}".strip() if abs(value) >= 1000 else f"{value:.4g} {unit}".strip()
