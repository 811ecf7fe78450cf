"""What a change must exceed to count: the tolerance, the noise floor, and, where no noise was measured, the change that all queries share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from pgrehearse.compare.statistics import Estimate

# Without a second replay of the baseline a change up to this share is treated as noise ...
ASSUMED = 0.5
# ... and so is one that the typical query shares. Fewer queries have no typical one: they may all be this many times as slow.
FEWEST_TYPICAL, SHARED = 5, 2.0
# The share of the error probability that each test has.
ROOM = {"paired": 0.5, "p50": 0.25, "p95": 0.25}


@dataclass(frozen=True, slots=True)
class Margin:
    """A change counts when it is larger than *tolerance*, and significantly larger than *sure*; both in addition to what all
    queries *share* (log ratios: for the worse, for the better)."""

    tolerance: float
    sure: float
    shared: tuple[float, float] = (0.0, 0.0)

    def beyond(self, estimate: Estimate) -> tuple[float, float]:
        """Return the p-values of a change for the worse and for the better."""
        edges = [float(np.log1p(self.tolerance)) + shared for shared in self.shared]
        sure = [float(np.expm1(np.log1p(self.sure) + shared)) for shared in self.shared]
        slower, faster = estimate.beyond(sure[0])[0], estimate.beyond(sure[1])[1]
        return slower if estimate.log_ratio > edges[0] else 1.0, faster if estimate.log_ratio < -edges[1] else 1.0

    @property
    def widest(self) -> float:
        """Return the change for the worse that does not count yet."""
        return float(np.expm1(np.log1p(self.tolerance) + self.shared[0]))

    @property
    def widest_sure(self) -> float:
        return float(np.expm1(np.log1p(self.sure) + self.shared[0]))


Margins = Mapping[str, Margin]


def shared_change(estimates: Sequence[Mapping[str, Estimate]]) -> dict[str, tuple[float, float]]:
    """Return by test the change of the typical query (log ratio): for the worse, for the better."""
    few = float(np.log(SHARED))
    changes = {}
    for name in ROOM:
        ratios = [of_query[name].log_ratio for of_query in estimates if name in of_query]
        middle = float(np.median(ratios)) if len(ratios) >= FEWEST_TYPICAL else 0.0
        changes[name] = (max(middle, 0.0), max(-middle, 0.0)) if len(ratios) >= FEWEST_TYPICAL else (few, few)
    return changes
