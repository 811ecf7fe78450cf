"""The arithmetic of the verdict: plain functions on arrays, proven by simulation in the tests.

Executions of one second share their fate (a checkpoint stalls them all), so what is resampled are blocks of time,
never single executions: resampling executions alarms on a quarter of all comparisons of a server with itself. The
interval comes from that bootstrap; the p-value from the bootstrap's standard error of the log ratio against a
Student distribution with one degree of freedom a block less one, since a few hundred resamples cannot show a
probability of 1 in 10,000 by counting.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import stats

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

RESAMPLES = 300
# Below this many blocks of time an interval says nothing.
FEWEST_BLOCKS = 5
CONFIDENCE = 0.95
# A microsecond is the log's own resolution: ratios of shorter times are ratios of rounding.
FLOOR_US = 1.0


@dataclass(frozen=True, slots=True)
class Estimate:
    """A log ratio with its standard error and interval; *df* of the Student distribution."""

    log_ratio: float
    se: float
    low: float
    high: float
    df: int

    def beyond(self, tolerance: float) -> tuple[float, float]:
        """Return the p-values of being slower than ``1 + tolerance`` and faster than ``1 / (1 + tolerance)``."""
        edge = np.log1p(tolerance)
        slower = stats.t.sf((self.log_ratio - edge) / self.se, self.df)
        faster = stats.t.cdf((self.log_ratio + edge) / self.se, self.df)
        return float(slower), float(faster)


def blocks(at_us: Ints, *, least: int = 12, most: int = 60) -> Ints:
    """Number blocks of equal time: about one a second, never fewer than *least* nor more than *most*."""
    low, high = int(at_us.min()), int(at_us.max())
    count = int(np.clip((high - low) // 1_000_000, least, most))
    width = max(1, -(-(high - low + 1) // count))
    return (at_us - low) // width


def paired(log_ratios: Floats, block: Ints, seed: int) -> Estimate | None:
    """Estimate the median of log ratios of pairs, resampling blocks; None when there are too few blocks."""
    order = np.argsort(log_ratios, kind="stable")
    values, owner = log_ratios[order], _dense(block[order])
    weights = _resampled(owner, seed)
    if weights is None:
        return None
    return _estimate(
        _quantile(values, owner, None, 0.5),
        np.array([_quantile(values, owner, w, 0.5) for w in weights]),
        int(owner.max()),
    )


def quantile_change(baseline: Floats, candidate: Floats, block: Ints, q: float, seed: int) -> Estimate | None:
    """Estimate the log ratio of two sides' q-quantiles; the sides are paired, so a block is resampled on both at once."""
    owner = _dense(block)
    weights = _resampled(owner, seed)
    if weights is None:
        return None
    sides = []
    for values in (candidate, baseline):
        order = np.argsort(values, kind="stable")
        logs, owners = np.log(np.maximum(values[order], FLOOR_US)), owner[order]
        sides.append((_quantile(logs, owners, None, q), np.array([_quantile(logs, owners, w, q) for w in weights])))
    (top, tops), (bottom, bottoms) = sides
    return _estimate(top - bottom, tops - bottoms, int(owner.max()))


def _dense(block: Ints) -> Ints:
    found: Ints = np.unique(block, return_inverse=True)[1].astype(np.int64)
    return found


def _resampled(owner: Ints, seed: int) -> Ints | None:
    """Return, per resample, how often each block was drawn."""
    count = int(owner.max()) + 1 if len(owner) else 0
    if count < FEWEST_BLOCKS:
        return None
    drawn: Ints = np.random.default_rng(seed).multinomial(count, np.full(count, 1 / count), size=RESAMPLES)
    return drawn


def _quantile(values: Floats, owner: Ints, weight: Ints | None, q: float) -> float:
    """Return the weighted q-quantile of sorted values (each weighs what its block was drawn)."""
    if weight is None:
        return float(np.quantile(values, q))
    total = np.cumsum(weight[owner])
    if total[-1] == 0:
        return float(np.quantile(values, q))
    return float(values[np.searchsorted(total, q * total[-1])])


def _estimate(point: float, resampled: Floats, df: int) -> Estimate:
    # An effect seen in whole microseconds has at least the rounding's error.
    se = max(float(np.std(resampled, ddof=1)), 1e-3)
    half = float(stats.t.ppf((1 + CONFIDENCE) / 2, df)) * se
    return Estimate(point, se, point - half, point + half, df)


def discoveries(p_values: Floats, q: float) -> NDArray[np.bool_]:
    """Return which hypotheses Benjamini and Hochberg (1995) reject at false discovery rate *q*."""
    if len(p_values) == 0:
        return np.zeros(0, dtype=np.bool_)
    adjusted = stats.false_discovery_control(np.clip(p_values, 0, 1), method="bh")
    found: NDArray[np.bool_] = np.asarray(adjusted) <= q
    return found
