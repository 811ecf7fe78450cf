"""The change of one query between the sides: its executions are paired (same session, same seq), and blocks of time are resampled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol
from zlib import crc32

import numpy as np

from pgrehearse.compare.executions import Executions
from pgrehearse.compare.many_executions import ManyPairs
from pgrehearse.compare.statistics import Estimate, Resampling, blocks, paired, quantile_change
from pgrehearse.workload.arrays import Floats, Ints

# With fewer executions on both sides nothing is tested, or p95 is not.
LEAST_P50, LEAST_P95 = 15, 100


class Pairs(Protocol):
    """The *n* executions that both sides timed."""

    @property
    def n(self) -> int: ...

    def estimates(self, seed: int, qs: dict[str, float]) -> dict[str, Estimate]:
        """Return the estimates of the paired ratio and of the quantiles *qs*, by name (empty: there are too few blocks of time)."""


def paired_executions(executions: Executions) -> Pairs:
    """Return the executions of a query that both sides timed."""
    return ManyPairs.of(executions) if executions.many else _FewPairs.of(executions)


def estimates(key: str, pairs: Pairs) -> dict[str, Estimate]:
    """Return the estimates ``paired``, ``p50`` and ``p95`` of a query key (empty: there are too few pairs, or too few blocks of time)."""
    if pairs.n < LEAST_P50:
        return {}
    return pairs.estimates(crc32(key.encode()), {"p50": 0.5} | ({"p95": 0.95} if pairs.n >= LEAST_P95 else {}))


@dataclass(frozen=True, slots=True)
class _FewPairs:
    """Pairs that are worked on at once: their times in microseconds, and blocks that no two rounds share."""

    baseline: Floats
    candidate: Floats
    block: Ints

    @classmethod
    def of(cls, executions: Executions) -> _FewPairs:
        """Return the pairs of some executions."""
        parts, taken = [], 0
        for before, after in executions.us:
            chosen = ~np.isnan(before) & ~np.isnan(after)
            if not chosen.any():
                continue
            block = blocks(executions.at_us[chosen]) + taken
            taken = int(block.max()) + 1
            parts.append((before[chosen], after[chosen], block))
        if not parts:
            return cls(np.zeros(0), np.zeros(0), np.zeros(0, dtype=np.int64))
        before_us, after_us, block = (np.concatenate(column) for column in zip(*parts, strict=True))
        return cls(np.maximum(before_us.astype(np.float64), 1.0), np.maximum(after_us.astype(np.float64), 1.0), block)

    @property
    def n(self) -> int:
        return len(self.block)

    def estimates(self, seed: int, qs: dict[str, float]) -> dict[str, Estimate]:
        """Return the estimates by name (``Pairs``)."""
        drawn = Resampling.of(self.block, seed)
        if drawn is None:
            return {}
        changes = quantile_change(self.baseline, self.candidate, drawn, tuple(qs.values()))
        log_ratios = np.log(self.candidate / self.baseline)
        return {"paired": paired(log_ratios, drawn), **dict(zip(qs, changes, strict=True))}
