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


def peak(sessions: pl.DataFrame) -> int:
    """Return how many sessions were open at once at most. Columns: at_us, end_us."""
    if sessions.is_empty():
        return 0
    opens = sessions.select(pl.col("at_us").alias("at"), pl.lit(1).alias("step"))
    closes = sessions.select((pl.col("end_us") + 1).alias("at"), pl.lit(-1).alias("step"))
    return int(pl.concat([opens, closes]).sort("at", "step")["step"].cum_sum().max() or 0)  # type: ignore[arg-type]
