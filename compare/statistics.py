"""The arithmetic of the verdict: plain functions on arrays, proven by simulation in the tests.

Executions of one second share their fate (a checkpoint stalls them all), so what is resampled are blocks of time,
never single executions: resampling executions alarms on a quarter of all comparisons of a server with itself. The
interval comes from that bootstrap; the p-value from the bootstrap's standard error against a Student distribution
with one degree of freedom a block less one, since a few hundred resamples cannot show a probability of 1 in 10,000 by
counting.

A resample draws blocks, so all it needs to know is how many values of each block lie where: values are sorted once
into at most ``BINS`` bins of equal count (each value its own, up to that many), and a resample is a weighted sum of
60 histograms. Ten million executions cost one sort, and the time grows with it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtr, stdtrit
from scipy.stats import false_discovery_control

from pgrehearse.workload.arrays import Floats, Ints

RESAMPLES = 300
BINS = 512
# Below this many blocks of time an interval says nothing.
FEWEST_BLOCKS = 5
CONFIDENCE = 0.95
# The share of comparisons that find a change as small as the smallest we say can be seen.
POWER = 0.95
# A microsecond is the log's own resolution: ratios of shorter times are ratios of rounding.
FLOOR_US = 1.0
# An effect seen in whole microseconds has at least the rounding's error.
_LEAST_SE = 1e-3
# A bootstrap understates how far a tail's quantile moves when whole seconds stall: in simulated pairs of runs its
# standard error came out a fifth too small.
_TAIL = 1.25
# How far two runs of the same thing lie apart as a whole, on a machine that is not shared.
_DAY = 0.03
# The middle of the log ratios of pairs: the mean of all but the outer quarters. As deaf to outliers as they come, and
# with two thirds of the median's variance under ordinary noise.
_MIDDLE = (0.25, 0.75)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A log ratio with its standard error and interval; *df* of the Student distribution."""

    log_ratio: float
    se: float
    low: float
    high: float
    df: int
    resampled: Floats = field(repr=False, compare=False, default_factory=lambda: np.zeros(0))

    def beyond(self, edge: float) -> tuple[float, float]:
        """Return the p-values of being slower than ``1 + edge`` and faster than ``1 / (1 + edge)``.

        A quantile that sits on an edge (of a stall that hit about one statement in twenty) has no bell for its error:
        where resamples fall on the other side, their share is what counts.
        """
        at = np.log1p(edge)
        slower = float(stdtr(self.df, (at - self.log_ratio) / self.se))
        faster = float(stdtr(self.df, (at + self.log_ratio) / self.se))
        if not len(self.resampled):
            return slower, faster
        return max(slower, float(np.mean(self.resampled <= at))), max(faster, float(np.mean(self.resampled >= -at)))

    def seen(self, tolerance: float, sure: float, level: float) -> float:
        """Return the smallest change (0.25: +25 %) that ``POWER`` of comparisons like this one show: larger than
        *tolerance*, and at *level* surely larger than *sure*."""
        room = self._power() + self._reach(level)
        return float(np.expm1(max(np.log1p(tolerance) + self._power(), np.log1p(sure) + room)))

    def needed(self, n: int, change: float, sure: float, level: float) -> int:
        """Return how many executions, of which there are *n* now, it takes to see that *change* is surely beyond *sure*.

        The error falls with the square root of their number, when they come over as much more time.
        """
        room = self._power() + self._reach(level)
        return int(np.ceil(n * (room / (np.log1p(change) - np.log1p(sure))) ** 2))

    def _reach(self, level: float) -> float:
        """Return how far beyond an edge an estimate has to lie to be surely beyond it, by both of ``beyond``'s rules."""
        wide = self.log_ratio - float(self.resampled.min()) if len(self.resampled) else 0.0
        return max(-_student(level, self.df) * self.se, wide)

    def _power(self) -> float:
        """Return how far an estimate falls short of the truth at most, in ``POWER`` of cases.

        Two runs also differ by their days, which no resampling of one pair of runs shows.
        """
        return _student(POWER, self.df) * float(np.hypot(self.se, _DAY))


@dataclass(frozen=True, slots=True)
class Resampling:
    """Which block each value is of, and how often each resample drew each block (a row; the first: each block once)."""

    owner: Ints
    weights: Floats

    @classmethod
    def of(cls, block: Ints, seed: int) -> Resampling | None:
        """Draw ``RESAMPLES`` times from the blocks that hold anything; None when there are too few of them."""
        used = np.bincount(block) > 0
        count = int(used.sum())
        if count < FEWEST_BLOCKS:
            return None
        drawn = np.random.default_rng(seed).multinomial(count, np.full(count, 1 / count), size=RESAMPLES)
        return cls((np.cumsum(used) - 1)[block].astype(np.int64), np.vstack([np.ones(count), drawn]))

    @property
    def df(self) -> int:
        """Degrees of freedom of what is estimated."""
        return len(self.weights[0]) - 1


@dataclass(frozen=True, slots=True)
class _Sorted:
    """Values in bins of equal count: each bin's *mean*, and the *share* of each resample that lies in or below it."""

    mean: Floats
    share: Floats

    @classmethod
    def of(cls, values: Floats, drawn: Resampling) -> _Sorted:
        order = np.argsort(values, kind="stable")
        bins, blocks_ = min(len(values), BINS), drawn.weights.shape[1]
        place = np.arange(len(values)) * bins // len(values)
        mean = np.bincount(place, weights=values[order], minlength=bins) / np.bincount(place, minlength=bins)
        held = np.bincount(drawn.owner[order] * bins + place, minlength=blocks_ * bins).reshape(blocks_, bins)
        counted = drawn.weights @ np.cumsum(held, axis=1, dtype=np.float64)
        return cls(mean, counted / np.maximum(counted[:, -1:], 1.0))

    def quantiles(self, q: float) -> Floats:
        """Return each resample's quantile."""
        found: Floats = self.mean[np.argmax(self.share >= q - 1e-12, axis=1)]
        return found

    def middle(self) -> Floats:
        """Return the mean of the middle of each resample: its means weighed by their shares, summed by parts."""
        low, high = _MIDDLE
        inside = (np.clip(self.share, low, high) - low) / (high - low)
        found: Floats = self.mean[-1] - inside[:, :-1] @ np.diff(self.mean)
        return found


def blocks(at_us: Ints, *, each: int = 8, least: int = 6, most: int = 60) -> Ints:
    """Number blocks of equal time: about one a second, of about *each* executions at least, from *least* to *most*.

    Few executions far apart share more than a second's fate: their blocks are longer.
    """
    low, high = int(at_us.min()), int(at_us.max())
    count = int(np.clip(min((high - low) // 1_000_000, len(at_us) // each), least, most))
    width = max(1, -(-(high - low + 1) // count))
    return (at_us - low) // width


def paired(log_ratios: Floats, drawn: Resampling) -> Estimate:
    """Estimate the middle of log ratios of pairs, resampling blocks."""
    found = _Sorted.of(log_ratios, drawn).middle()
    return _estimate(float(found[0]), found[1:], drawn.df)


def quantile_change(baseline: Floats, candidate: Floats, drawn: Resampling, qs: tuple[float, ...]) -> list[Estimate]:
    """Estimate the log ratio of two sides' quantiles; the sides are paired, so a block is resampled on both at once."""
    ours, theirs = (_Sorted.of(np.log(np.maximum(side, FLOOR_US)), drawn) for side in (baseline, candidate))
    found = []
    for q in qs:
        change = theirs.quantiles(q) - ours.quantiles(q)
        wide = _TAIL if q > _MIDDLE[1] else 1.0
        found.append(_estimate(float(change[0]), change[0] + wide * (change[1:] - change[0]), drawn.df))
    return found


def _estimate(point: float, resampled: Floats, df: int) -> Estimate:
    se = max(float(np.std(resampled, ddof=1)), _LEAST_SE)
    half = _student((1 + CONFIDENCE) / 2, df) * se
    return Estimate(point, se, point - half, point + half, df, resampled)


def _student(q: float, df: int) -> float:
    """Return the Student distribution's quantile (the special function: its wrapper in scipy.stats takes 50 times as long)."""
    return float(stdtrit(df, q))


def discoveries(p_values: Floats, q: float) -> NDArray[np.bool_]:
    """Return which hypotheses Benjamini and Hochberg (1995) reject at false discovery rate *q*."""
    if len(p_values) == 0:
        return np.zeros(0, dtype=np.bool_)
    adjusted = false_discovery_control(np.clip(p_values, 0, 1), method="bh")
    found: NDArray[np.bool_] = np.asarray(adjusted) <= q
    return found
