"""Sessions are dealt to workers whole, the busiest first, each to whoever has least to do."""

from __future__ import annotations

import heapq

import polars as pl


def deal(sessions: pl.DataFrame, workers: int) -> list[list[int]]:
    """Return the sessions of each worker. *sessions*: columns session, events.

    >>> deal(pl.DataFrame({"session": [1, 2, 3], "events": [10, 7, 4]}), 2)
    [[1], [2, 3]]
    """
    hands: list[list[int]] = [[] for _ in range(workers)]
    loads = [(0, hand) for hand in range(workers)]
    for session, events in (
        sessions.sort(["events", "session"], descending=[True, False]).select("session", "events").iter_rows()
    ):
        load, hand = heapq.heappop(loads)
        hands[hand].append(session)
        heapq.heappush(loads, (load + events, hand))
    return [sorted(hand) for hand in hands]
