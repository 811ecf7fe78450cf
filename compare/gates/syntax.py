"""The syntax of gates: ``SUBJECT.STATISTIC OPERATOR BOUND [over WINDOW]`` (docs/gates.md).

A gate that cannot be parsed is a usage problem (exit 2), never a pass.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import astuple, dataclass

from pgrehearse.base.errors import UsageProblem
from pgrehearse.base.units import parse_duration_us
from pgrehearse.compare.result_values import CLASSES
from pgrehearse.runs.metric_catalog import CATALOGUE
from pgrehearse.runs.phases import Phase

OPERATORS: dict[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    "<": operator.lt,
    ">=": operator.ge,
    ">": operator.gt,
    "==": operator.eq,
    "!=": operator.ne,
}
_GATE = re.compile(
    r"""\s*(?P<subject>phase\.\w+|\w+)(?:\["(?P<key>(?:[^"\\]|\\.)+)"\])?(?:\.(?P<statistic>\w+))?\s*(?P<compare><=|>=|==|!=|<|>)\s*
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
    "results": CLASSES,
    "state": ("tables_different", "tables_generated", "tables_not_compared", "rows_different", "sequences_different"),
    "stale_reads": ("stale", "own", "not_known"),
    "events": ("count", "failed", "normal_s", "disturbed_s", "outage_s", "unconfirmed", "lost"),
}
# Subjects that are the phases of a run by its events in mid-run, and their statistics.
PHASES = tuple(f"phase.{phase.value}" for phase in Phase)
_TIMES = frozenset({"p50", "p95", "p99", "mean", "total", "response_p99"})
_OF_PHASE = (
    "p50",
    "p95",
    "p99",
    "response_p99",
    "n",
    "failed",
    "failed_share",
    "slow",
    "blocked",
    "lock_waits",
    "lock_depth",
    "lock_cycles",
)
# Subjects that depend on latencies.
OF_SPEED = frozenset({"latency", "query", "regressed", "improved", "unchanged", "cannot_evaluate", *PHASES})
_METRIC = ("mean", "p50", "p99", "max")
_TO_US: dict[str | None, float] = {"us": 1.0, "µs": 1.0, "ms": 1e3, "s": 1e6}
_TO_BYTES: dict[str | None, float] = {"B": 1.0, "KiB": 1024.0, "MiB": 1024.0**2, "GiB": 1024.0**3}


@dataclass(frozen=True, slots=True)
class Gate:
    """A parsed gate. *key*: of a query, or the name of an own metric. *relative*: the bound is a factor of the baseline's value."""

    text: str
    subject: str
    statistic: str
    key: str
    compare: str
    bound: float
    relative: bool
    window_us: int = 0

    @property
    def condition(self) -> tuple[object, ...]:
        """What is required, without how it is written."""
        return astuple(self)[1:]


def parse_gate(text: str) -> Gate:
    """Parse one gate; invalid syntax and unknown names are usage problems.

    >>> parse_gate("latency.p99 <= 1.10 * baseline").relative
    True
    """
    match = _GATE.fullmatch(text)
    if match is None:
        raise UsageProblem(
            f"invalid gate {text!r}", remedy="write a gate such as: latency.p99 <= 1.10 * baseline, errors.new == 0"
        )
    subject, key = match["subject"], (match["key"] or "").replace('\\"', '"')
    statistic = match["statistic"] or ("share" if subject == "coverage" else "")
    _check_names(text, subject, statistic, key)
    relative = bool(match["times"] or match["alone"])
    if relative and match["unit"]:
        raise UsageProblem(f"{text!r}: a factor of the baseline has no unit", remedy="write 1.10 * baseline")
    if match["window"] and subject not in CATALOGUE and subject != "own":
        raise UsageProblem(f"{text!r}: only metrics have windows", remedy="remove `over` and the window")
    number = 1.0 if match["alone"] else float(match["number"])
    factor = 1.0 if relative else _factor(text, subject, statistic, match["unit"])
    window = parse_duration_us(match["window"]) if match["window"] else 0
    return Gate(text.strip(), subject, statistic, key, match["compare"], number * factor, relative, window)


def parse_gates(texts: Iterable[str]) -> tuple[Gate, ...]:
    """Parse a list of gates; a gate that the list has twice is a usage problem too."""
    gates: dict[tuple[object, ...], Gate] = {}
    for text in texts:
        gate = parse_gate(text)
        if (first := gates.setdefault(gate.condition, gate)) is not gate:
            raise UsageProblem(f"{text!r} is the same gate as {first.text!r}", remedy="remove one of them")
    return tuple(gates.values())


def _check_names(text: str, subject: str, statistic: str, key: str) -> None:
    statistics = _statistics(text, subject)
    if statistic not in statistics:
        raise UsageProblem(
            f"{text!r}: {subject} has no {statistic or 'value without a statistic'}",
            remedy=f"write {subject}.{statistics[0]} (known: {', '.join(statistics)})",
        )
    if (subject in {"query", "own"}) != bool(key):
        raise UsageProblem(
            f"{text!r}: query and own require a key; other subjects have none",
            remedy='write query["KEY"].p95, own["NAME"].mean',
        )


def _statistics(text: str, subject: str) -> tuple[str, ...]:
    """Return the statistics of a subject; an unknown one is a usage problem."""
    if subject in {"latency", "query"}:
        return _LATENCY
    if subject == "coverage":
        return ("share",)
    if subject in PHASES:
        return _OF_PHASE
    if subject in _COUNTED:
        return _COUNTED[subject]
    if subject in CATALOGUE or subject == "own":
        return _METRIC
    words = ", ".join(["latency", 'query["..."]', "coverage", *_COUNTED, *PHASES])
    raise UsageProblem(
        f"{text!r}: unknown metric {subject!r}", remedy=f"known: {words}, and the metrics of docs/metrics.md"
    )


def _factor(text: str, subject: str, statistic: str, unit: str | None) -> float:
    """Return the factor from the written unit to the value's unit; a unit of another kind is a usage problem."""
    if (subject in {"latency", "query", *PHASES} and statistic in _TIMES) or subject == "lateness":
        factors: Mapping[str | None, float] = _TO_US
        wanted = "us, ms or s"
    else:
        factors, wanted = _factors_of_metric(subject, statistic)
    if unit in factors:
        return factors[unit]
    raise UsageProblem(
        f"{text!r}: {subject} is not measured in {unit or 'numbers without a unit'}", remedy=f"write it in {wanted}"
    )


def _factors_of_metric(subject: str, statistic: str) -> tuple[Mapping[str | None, float], str]:
    """Return the units in which a bound may be written, and their names."""
    unit = CATALOGUE[subject].unit if subject in CATALOGUE else ""
    bare: dict[str | None, float] = {None: 1.0}
    if unit == "ms":
        return bare | {name: factor / 1e3 for name, factor in _TO_US.items()}, "us, ms or s"
    if unit in {"B", "B/s"}:
        return bare | _TO_BYTES, unit
    if unit == "percent":
        return bare | {"%": 1.0}, unit
    if statistic == "failed_share" or subject == "coverage":
        return bare | {"%": 0.01}, "no unit, or %"
    return bare | ({"s": 1.0} if statistic.endswith("_s") else {}), unit or "no unit"
