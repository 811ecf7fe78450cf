"""How many workers each host of a cluster has: in proportion to the processors."""

from __future__ import annotations

from collections.abc import Sequence


def worker_shares(processors: Sequence[float], workers: int) -> list[int]:
    """Return how many of *workers* each host has, by the processors of the hosts. Each has at least one, if there are as many.

    Each worker goes to the host that has the fewest for its processors.

    >>> worker_shares([2, 4], 3), worker_shares([2, 4], 7), worker_shares([8, 1, 1], 3)
    ([1, 2], [2, 5], [1, 1, 1])
    """
    shares = [int(number < workers) for number in range(len(processors))]
    for _ in range(workers - sum(shares)):
        host = min(range(len(shares)), key=lambda number: (shares[number] + 1) / processors[number])
        shares[host] += 1
    return shares
