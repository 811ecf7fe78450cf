"""What a measured value proves about the value that a gate names.

A source that stores one value for each period (CloudWatch: a minute) does not have what happened within it. The highest of the
highest values of all minutes is the highest of all; the 99th percentile of them is at least the real one; the 99th percentile of
averages proves nothing. A gate is evaluated only if the value proves its outcome.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pgrehearse.runs.metric_periods import BY_MINUTE, Of, of_value

# Samples that are at most this far apart count as continuous, in seconds: the sampler itself has one a second.
CONTINUOUS_S = 10.0
# Fewer samples have no percentile.
LEAST_SAMPLES = 100
_PERCENTILES = frozenset({"p50", "p99"})


class Proof(StrEnum):
    """How a measured value is related to the real one."""

    EXACT = "exact"
    AT_MOST = "the real value is not higher"
    AT_LEAST = "the real value is not lower"
    UNKNOWN = "the real value is not known from it"


@dataclass(frozen=True, slots=True)
class Values:
    """The value on each side (None: there is none). *missing*: why it cannot be evaluated ("": it can). *windows*: the candidate's
    value in each window, for a gate over windows; *key*: the metric's; *proof*: what the values prove; *measured*: by what they were
    measured, and how often."""

    baseline: float | None
    candidate: float | None
    unit: str
    missing: str = ""
    windows: tuple[float, ...] = ()
    key: str = ""
    proof: Proof = Proof.EXACT
    measured: str = ""


def proof_of(name: str, source: str, statistic: str, side: Mapping[str, float]) -> Proof:
    """Return what the statistic of a metric's samples at *source* proves. *side*: the statistics, with n and every_s."""
    of, every_s = of_value(name, source), side.get("every_s", 0.0)
    if of is None:
        return _of_instants(statistic, side) if every_s > CONTINUOUS_S else Proof.EXACT
    # Production's seconds are those of the replay: at a high speed, a minute of them is shorter.
    if 0 < every_s <= CONTINUOUS_S and source not in BY_MINUTE:
        return Proof.EXACT
    if of == Of.AVERAGE:
        return {"mean": Proof.EXACT, "max": Proof.AT_LEAST}.get(statistic, Proof.UNKNOWN)
    if of == Of.LOWEST:
        return Proof.AT_LEAST
    return Proof.EXACT if statistic == "max" else Proof.AT_MOST


def _of_instants(statistic: str, side: Mapping[str, float]) -> Proof:
    """Return what values of single instants prove that are far apart: the highest may be between two of them."""
    if statistic == "max":
        return Proof.AT_LEAST
    return Proof.UNKNOWN if statistic in _PERCENTILES and side.get("n", 0.0) < LEAST_SAMPLES else Proof.EXACT


def proves(proof: Proof, compare: str, *, holds: bool, relative: bool) -> bool:
    """Return whether a gate's outcome is proven. *compare*: its operator; *holds*: whether the measured value fulfills it.

    >>> proves(Proof.AT_MOST, "<", holds=True, relative=False), proves(Proof.AT_MOST, "<", holds=False, relative=False)
    (True, False)
    """
    if proof == Proof.EXACT:
        return True
    if relative or proof == Proof.UNKNOWN or compare in {"==", "!="}:
        return False
    is_upper_limit = compare.startswith("<")
    return holds == (is_upper_limit == (proof == Proof.AT_MOST))


def unproven(values: Values, statistic: str) -> str:
    """Return why a gate's outcome is not proven by its values."""
    advice = "gate on another statistic (max or mean), or sample the server itself"
    return f"{values.measured}: a {statistic} of these values decides no such gate ({values.proof}); {advice}"
