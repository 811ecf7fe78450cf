"""Notes of a run that follow from its outcomes."""

from __future__ import annotations

import polars as pl

from pgrehearse.runs.read import Run
from pgrehearse.runs.reasons import BEFORE_WINDOW, before

# A note names so many tables.
_NAMED = 5


def before_the_window(run: Run) -> list[str]:
    """Return notes on statements that need state from before the window, by kind of state."""
    skipped = (
        run.outcomes()
        .filter(pl.col("reason").str.starts_with(BEFORE_WINDOW).fill_null(value=False))
        .group_by("reason")
        .agg(pl.len().alias("count"), pl.col("message").drop_nulls().unique().sort().head(_NAMED))
        .sort("reason")
        .collect()
    )
    if skipped.is_empty():
        return []
    kinds = ", ".join(
        f"{row['reason'].removeprefix(before(''))}: {row['count']}" for row in skipped.iter_rows(named=True)
    )
    notes = [
        f"{skipped['count'].sum()} statements need state that their sessions created before the window ({kinds}): they count as skipped, not as errors"
    ]
    tables = (
        skipped.filter(pl.col("reason") == before("a temporary table"))["message"]
        .explode(empty_as_null=True)
        .drop_nulls()
    )
    if len(tables):
        notes.append(
            f"counted as temporary tables from before the window, because only one session uses them: {'; '.join(tables)}. If one of "
            "them is a permanent table of production, it is missing on the target"
        )
    return notes
