"""How many statements of a workload began between two instants, and how many of them may write."""

from __future__ import annotations

import polars as pl

from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT


def statements_between(workload: Workload, from_us: int, until_us: int) -> tuple[int, int]:
    """Return the number of statements that began from *from_us* until *until_us* (relative to the window), and of those that may write."""
    writing = workload.shapes().filter("writes")["shape"]
    began = workload.events().filter(IS_STATEMENT & (pl.col("at_us") >= from_us) & (pl.col("at_us") < until_us))
    counts = began.select(pl.len(), pl.col("shape").is_in(writing.implode()).sum().alias("writes")).collect()
    statements, writes = counts.row(0)
    return int(statements), int(writes)
