"""What a change has to exceed to count: the tolerance, the noise floor, and, where no noise was measured, what all queries share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from pgrehearse.compare.statistics import Estimate

# Without a second replay of the baseline no change up to this share is told from noise ...
ASSUMED = 0.5
# ... nor one that the typical query shares. Of fewer queries none is typical: they may all be this many times as slow.
FEWEST_TYPICAL, SHARED = 5, 2.0
# What share of the room for error each test has.
ROOM = {"paired": 0.5, "p50": 0.25, "p95": 0.25}


@dataclass(frozen=True, slots=True)
class Margin:
    """A change counts when it is larger than *tolerance*, and surely larger than *sure*; both on top of what all queries
    *share* (log ratios: for the worse, for the better)."""

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
    """Return by test what the typical query changed by (log ratio): for the worse, for the better."""
    few = float(np.log(SHARED))
    found = {}
    for name in ROOM:
        ratios = [one[name].log_ratio for one in estimates if name in one]
        middle = float(np.median(ratios)) if len(ratios) >= FEWEST_TYPICAL else 0.0
        found[name] = (max(middle, 0.0), max(-middle, 0.0)) if len(ratios) >= FEWEST_TYPICAL else (few, few)
    return found
