"""The arithmetic of the verdict: plain functions on arrays, proven by simulation in the tests.

Executions of one second are correlated (a checkpoint stalls them all), so blocks of time are resampled, never single
executions: resampling executions raises a false alarm in a quarter of all comparisons of a server with itself. The
interval comes from that bootstrap; the p-value from the bootstrap's standard error against a Student distribution
with one degree of freedom a block less one, since a few hundred resamples cannot show a probability of 1 in 10,000 by
counting.

A resample draws blocks, so it needs only how many values of each block lie in which range: values are sorted once
into at most ``BINS`` bins of equal count (each value its own, up to that many), and a resample is a weighted sum of
60 histograms. Ten million executions cost one sort, and the time grows with it. Where values are too many to be sorted at once
(``many_executions``), the bins have the same edges, and equal values are in one bin.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtr, stdtrit

from pgrehearse.workload.arrays import Floats, Ints

RESAMPLES = 300
BINS = 512
# A block of time has about so many executions at least; a query has at least and at most so many blocks.
_EACH, _BLOCKS = 8, (6, 60)
# With fewer blocks of time there is no usable interval.
FEWEST_BLOCKS = 5
CONFIDENCE = 0.95
# The share of comparisons that find a change as small as the smallest that is reported as detectable.
POWER = 0.95
# A microsecond is the log's own resolution: ratios of shorter times are ratios of rounding.
FLOOR_US = 1.0
# An effect measured in whole microseconds has at least the error of rounding.
_LEAST_SE = 1e-3
# A bootstrap understates how far a tail's quantile moves when whole seconds stall: in simulated pairs of runs its
# standard error came out a fifth too small.
_TAIL = 1.25
# The difference of two runs of the same system, on a machine that is not shared.
_DAY = 0.03
# The middle of the log ratios of pairs: the mean of all but the outer quarters. It is as robust to outliers as the median,
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

        The error of a quantile on an edge (of a stall that hit about one statement in twenty) is not normally distributed: where
        resamples fall on the other side, their share counts.
        """
        at = np.log1p(edge)
        slower = float(stdtr(self.df, (at - self.log_ratio) / self.se))
        faster = float(stdtr(self.df, (at + self.log_ratio) / self.se))
        if not len(self.resampled):
            return slower, faster
        return max(slower, float(np.mean(self.resampled <= at))), max(faster, float(np.mean(self.resampled >= -at)))

    def seen(self, tolerance: float, sure: float, level: float) -> float:
        """Return the smallest change (0.25: +25 %) that ``POWER`` of such comparisons show: larger than *tolerance*, and at
        *level* significantly larger than *sure*."""
        room = self._power() + self._reach(level)
        return float(np.expm1(max(np.log1p(tolerance) + self._power(), np.log1p(sure) + room)))

    def needed(self, n: int, change: float, sure: float, level: float) -> int:
        """Return how many executions (there are *n* now) would show that *change* is significantly beyond *sure*.

        The error falls with the square root of their number, if they are spread over proportionally more time.
        """
        room = self._power() + self._reach(level)
        return int(np.ceil(n * (room / (np.log1p(change) - np.log1p(sure))) ** 2))

    def _reach(self, level: float) -> float:
        """Return how far beyond an edge an estimate must be to be significantly beyond it, by both rules of ``beyond``."""
        wide = self.log_ratio - float(self.resampled.min()) if len(self.resampled) else 0.0
        return max(-_student(level, self.df) * self.se, wide)

    def _power(self) -> float:
        """Return how far an estimate is below the true value at most, in ``POWER`` of cases.

        Two runs also differ as a whole (``_DAY``), which no resampling of one pair of runs shows.
        """
        return _student(POWER, self.df) * float(np.hypot(self.se, _DAY))


@dataclass(frozen=True, slots=True)
class Resampling:
    """The block of each value, and how often each resample drew each block (a row each; the first: each block once)."""

    owner: Ints
    weights: Floats

    @classmethod
    def of(cls, block: Ints, seed: int) -> Resampling | None:
        """Draw ``RESAMPLES`` times from the blocks that are not empty; None when there are too few of them."""
        used = np.bincount(block) > 0
        count = int(used.sum())
        if count < FEWEST_BLOCKS:
            return None
        return cls((np.cumsum(used) - 1)[block].astype(np.int64), resamples(count, seed))

    @property
    def df(self) -> int:
        """Return the degrees of freedom of the estimate."""
        return len(self.weights[0]) - 1


@dataclass(frozen=True, slots=True)
class Sorted:
    """Values in bins of equal count: each bin's *mean*, and the *share* of each resample that lies in or below it."""

    mean: Floats
    share: Floats

    @classmethod
    def of(cls, values: Floats, drawn: Resampling) -> Sorted:
        """Return the bins of some values."""
        order = np.argsort(values, kind="stable")
        bins, blocks_ = min(len(values), BINS), drawn.weights.shape[1]
        place = np.arange(len(values)) * bins // len(values)
        mean = np.bincount(place, weights=values[order], minlength=bins) / np.bincount(place, minlength=bins)
        held = np.bincount(drawn.owner[order] * bins + place, minlength=blocks_ * bins).reshape(blocks_, bins)
        return cls.counted(mean, held, drawn.weights)

    @classmethod
    def counted(cls, mean: Floats, held: Ints, weights: Floats) -> Sorted:
        """Return it for the *mean* of each bin and *held*, the number of values of each block (a row each) in each bin."""
        counted = weights @ np.cumsum(held, axis=1, dtype=np.float64)
        return cls(mean, counted / np.maximum(counted[:, -1:], 1.0))

    def quantiles(self, q: float) -> Floats:
        """Return each resample's quantile."""
        quantiles: Floats = self.mean[np.argmax(self.share >= q - 1e-12, axis=1)]
        return quantiles

    def middle(self) -> Floats:
        """Return the mean of the middle of each resample: its means weighed by their shares, summed by parts."""
        low, high = _MIDDLE
        inside = (np.clip(self.share, low, high) - low) / (high - low)
        means: Floats = self.mean[-1] - inside[:, :-1] @ np.diff(self.mean)
        return means


def resamples(count: int, seed: int) -> Floats:
    """Return how often each of ``RESAMPLES`` resamples drew each of *count* blocks, below a row that has each block once."""
    drawn = np.random.default_rng(seed).multinomial(count, np.full(count, 1 / count), size=RESAMPLES)
    return np.vstack([np.ones(count), drawn])


def blocks(at_us: Ints) -> Ints:
    """Number blocks of equal time: about one a second, of ``_EACH`` executions or more, in all ``_BLOCKS``.

    Where executions are rare, blocks are longer.
    """
    low, high = int(at_us.min()), int(at_us.max())
    return (at_us - low) // block_us(low, high, len(at_us))


def block_us(low: int, high: int, n: int) -> int:
    """Return the length of the ``blocks`` of *n* executions from *low* to *high*, in microseconds."""
    count = int(np.clip(min((high - low) // 1_000_000, n // _EACH), *_BLOCKS))
    return max(1, -(-(high - low + 1) // count))


def paired(log_ratios: Floats, drawn: Resampling) -> Estimate:
    """Estimate the middle of log ratios of pairs, resampling blocks."""
    return paired_change(Sorted.of(log_ratios, drawn), drawn.df)


def paired_change(log_ratios: Sorted, df: int) -> Estimate:
    """Estimate the middle of log ratios of pairs."""
    middle = log_ratios.middle()
    return _estimate(float(middle[0]), middle[1:], df)


def quantile_change(baseline: Floats, candidate: Floats, drawn: Resampling, qs: tuple[float, ...]) -> list[Estimate]:
    """Estimate the log ratio of two sides' quantiles; the sides are paired, so a block is resampled on both at once."""
    before, after = (Sorted.of(np.log(np.maximum(side, FLOOR_US)), drawn) for side in (baseline, candidate))
    return quantile_changes(before, after, drawn.df, qs)


def quantile_changes(before: Sorted, after: Sorted, df: int, qs: tuple[float, ...]) -> list[Estimate]:
    """Estimate the log ratio of two sides' quantiles; *before* and *after* are logarithms."""
    estimates = []
    for q in qs:
        change = after.quantiles(q) - before.quantiles(q)
        wide = _TAIL if q > _MIDDLE[1] else 1.0
        estimates.append(_estimate(float(change[0]), change[0] + wide * (change[1:] - change[0]), df))
    return estimates


def _estimate(point: float, resampled: Floats, df: int) -> Estimate:
    se = max(float(np.std(resampled, ddof=1)), _LEAST_SE)
    half = _student((1 + CONFIDENCE) / 2, df) * se
    return Estimate(point, se, point - half, point + half, df, resampled)


def _student(q: float, df: int) -> float:
    """Return the Student distribution's quantile (the special function: its wrapper in scipy.stats takes 50 times as long)."""
    return float(stdtrit(df, q))


def discoveries(p_values: Floats, q: float) -> NDArray[np.bool_]:
    """Return which hypotheses Benjamini and Hochberg (1995) reject at false discovery rate *q*.

    With ``n`` hypotheses the p-value of rank ``k`` is compared with ``q * k / n``: the largest that is not above it, and all that are
    as small, are rejected. (``scipy.stats`` has a function for it, but its import takes 0.7 s of CPU time in every command that compares.)
    """
    if np.isnan(p_values).any():
        raise ValueError("a p-value is not a number")
    ordered = np.sort(np.clip(p_values, 0, 1))
    count = len(ordered)
    passed = ordered[ordered * (count / np.arange(1, count + 1)) <= q]
    rejected: NDArray[np.bool_] = np.clip(p_values, 0, 1) <= (passed[-1] if len(passed) else -1.0)
    return rejected
