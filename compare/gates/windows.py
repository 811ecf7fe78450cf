"""A metric over windows of the run: its statistic in each window, and the windows in which a gate was broken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pgrehearse.compare.comparison import CandidateResult
from pgrehearse.compare.gates.proof import CONTINUOUS_S, LEAST_SAMPLES
from pgrehearse.compare.gates.syntax import OPERATORS, Gate

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True, slots=True)
class Windows:
    """A gate over windows on one side's metric (*key*): in how many of them it was broken, the longest stretch of broken
    windows in seconds, and all such stretches (begin, end)."""

    side: str
    key: str
    windows: int
    broken: int
    longest_s: float
    stretches: tuple[tuple[float, float], ...]


def samples(result: CandidateResult, key: str, side: str) -> tuple[tuple[float, ...], tuple[float, ...]] | None:
    """Return a side's samples of a metric: seconds, values."""
    lines = [line for series in result.series if series.metric == key for line in series.lines if line[0] == side]
    return (lines[0][1], lines[0][2]) if lines else None


def end_s(result: CandidateResult, side: str) -> float:
    """Return the second of a side's last sample of any metric."""
    lines = [line for series in result.series if series.part == "metrics" for line in series.lines if line[0] == side]
    return max((seconds[-1] for _, seconds, _ in lines if seconds), default=0.0)


def by_window(
    gate: Gate, seconds: tuple[float, ...], values: tuple[float, ...], until_s: float = 0.0
) -> tuple[float, ...] | None:
    """Return the statistic in each complete window until *until_s* (or the last sample), in order; None: a window has too few samples, or
    there is none. A source that ended before the run has windows without samples."""
    import numpy as np  # only gates over windows need it

    length = gate.window_us / 1e6
    places, least = np.asarray(seconds) // length, _least_samples(gate, np.diff(seconds))
    statistics = []
    for place in range(int(max(until_s, *seconds, 0.0) // length)):
        inside = np.asarray(values)[places == place]
        if len(inside) < least:
            return None
        if gate.statistic == "mean":
            statistics.append(float(inside.mean()))
        elif gate.statistic == "max":
            statistics.append(float(inside.max()))
        else:
            statistics.append(float(np.quantile(inside, int(gate.statistic[1:]) / 100)))
    return tuple(statistics) or None


def _least_samples(gate: Gate, steps_s: np.ndarray) -> int:
    """Return how many samples a window needs. If they are far apart, a mean or a maximum needs the value of each period."""
    import numpy as np

    every_s = float(np.median(steps_s)) if len(steps_s) else 0.0
    if every_s > CONTINUOUS_S and gate.statistic in {"mean", "max"}:
        return max(1, int(gate.window_us / 1e6 // every_s))
    return LEAST_SAMPLES


def broken_windows(gate: Gate, result: CandidateResult, key: str, bound: float) -> tuple[Windows, ...]:
    """Return of each side in which windows the gate was broken; a side with too few samples is left out."""
    broken_by_side = []
    for side in dict.fromkeys(line[0] for series in result.series if series.metric == key for line in series.lines):
        line = samples(result, key, side)
        values = by_window(gate, *line, end_s(result, side)) if line else None
        if values is not None:
            stretches = _stretches(gate, values, bound)
            broken = sum(not OPERATORS[gate.compare](value, bound) for value in values)
            longest = max((end - begin for begin, end in stretches), default=0.0)
            broken_by_side.append(Windows(side, key, len(values), broken, longest, stretches))
    return tuple(broken_by_side)


def _stretches(gate: Gate, values: tuple[float, ...], bound: float) -> tuple[tuple[float, float], ...]:
    """Return the stretches of broken windows, in seconds."""
    length = gate.window_us / 1e6
    stretches: list[tuple[float, float]] = []
    for place, value in enumerate(values):
        if OPERATORS[gate.compare](value, bound):
            continue
        continues = bool(stretches) and stretches[-1][1] == place * length
        begin = stretches.pop()[0] if continues else place * length
        stretches.append((begin, (place + 1) * length))
    return tuple(stretches)
