"""The outcome of each gate on each candidate: passed, failed, or inconclusive with the reason.

A gate that cannot be evaluated is inconclusive, never passed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pgrehearse.base.units import duration
from pgrehearse.compare.comparison import CandidateResult, Comparison, Verdict
from pgrehearse.compare.gates.proof import Values, proves, unproven
from pgrehearse.compare.gates.syntax import OF_SPEED, OPERATORS, Gate
from pgrehearse.compare.gates.values import describes_run, values_of
from pgrehearse.compare.gates.windows import Windows, broken_windows


class Outcome(StrEnum):
    """The outcome of a gate."""

    PASSED = "passed"
    FAILED = "failed"
    INCONCLUSIVE = "inconclusive"


@dataclass(frozen=True, slots=True)
class GateResult:
    """One gate on one candidate: its *value* and *bound* (None: there is none), and *why* in words."""

    gate: str
    candidate: str
    outcome: Outcome
    value: float | None
    bound: float | None
    unit: str
    why: str
    windows: tuple[Windows, ...] = ()


def evaluate(gates: list[Gate], comparison: Comparison) -> list[GateResult]:
    """Evaluate every gate on every candidate; a query that neither side has is a usage problem."""
    return [_result(gate, result) for result in comparison.candidates for gate in gates]


def _result(gate: Gate, result: CandidateResult) -> GateResult:
    values = values_of(gate, result)
    why = _why_not(gate, result, values)
    if why or values.candidate is None:
        return GateResult(gate.text, result.name, Outcome.INCONCLUSIVE, values.candidate, None, values.unit, why)
    bound = gate.bound * values.baseline if gate.relative and values.baseline is not None else gate.bound
    holds = OPERATORS[gate.compare]
    breaches = [value for value in values.windows or (values.candidate,) if not holds(value, bound)]
    outcome = Outcome.FAILED if breaches else Outcome.PASSED
    if not proves(values.proof, gate.compare, holds=not breaches, relative=gate.relative):
        outcome, why = Outcome.INCONCLUSIVE, f"; {unproven(values, gate.statistic)}"
    elif values.measured:
        why = f"; {values.measured}"
    windows = broken_windows(gate, result, values.key, bound) if gate.window_us else ()
    words = _words(gate, values, (bound, len(breaches)), windows)
    return GateResult(gate.text, result.name, outcome, values.candidate, bound, values.unit, words + why, windows)


def _words(gate: Gate, values: Values, reached: tuple[float, int], windows: tuple[Windows, ...]) -> str:
    """Return the value and the bound in words. *reached*: the bound, and how many values are in breach of it."""
    bound, breaches = reached
    if not values.windows:
        return f"{_number(values.candidate or 0.0, values.unit)}, bound {_number(bound, values.unit)}"
    worst = min(values.windows) if gate.compare.startswith(">") else max(values.windows)
    words = f"{breaches} of {len(values.windows)} windows in breach, the worst {_number(worst, values.unit)}"
    return words + "".join(
        f"; {side.side}: {side.broken} of {side.windows}, the longest for {side.longest_s:g} s" for side in windows
    )


def _why_not(gate: Gate, result: CandidateResult, values: Values) -> str:
    """Return why a gate cannot be evaluated ("": it can)."""
    if values.missing:
        return values.missing
    if gate.relative and values.baseline is None:
        return "the baseline has no such value"
    if values.candidate is None:
        return "the candidate has no such value"
    if not result.fit and not describes_run(gate):
        reason = f": {result.reasons[0]}" if result.reasons else ""
        return f"the run is not fit to be compared{reason}"
    # A regression beyond the change that all queries share counts in spite of it.
    regressed = result.verdict == Verdict.REGRESSED and gate.subject == "regressed"
    if result.uncertain and gate.subject in OF_SPEED and not regressed:
        return result.uncertain[0]
    return ""


def _number(value: float, unit: str) -> str:
    if unit == "µs":
        return duration(value)
    return f"{value:,.0f} {unit}".strip() if abs(value) >= 1000 else f"{value:.4g} {unit}".strip()
