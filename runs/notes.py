"""What a run says in words of what its outcomes hold."""

from __future__ import annotations

import polars as pl

from pgrehearse.runs.read import Run
from pgrehearse.runs.reasons import BEFORE_WINDOW, before

_TOLD = 5


def before_the_window(run: Run) -> list[str]:
    """Say, by kind, what sessions had made before the window, without which statements could not run."""
    found = (
        run.outcomes()
        .filter(pl.col("reason").str.starts_with(BEFORE_WINDOW).fill_null(value=False))
        .group_by("reason")
        .agg(pl.len().alias("count"), pl.col("message").drop_nulls().unique().sort().head(_TOLD))
        .sort("reason")
        .collect()
    )
    if found.is_empty():
        return []
    kinds = ", ".join(
        f"{row['reason'].removeprefix(before(''))}: {row['count']}" for row in found.iter_rows(named=True)
    )
    notes = [
        f"{found['count'].sum()} statements need what their sessions had made before the window ({kinds}): they count as skipped, not as errors"
    ]
    guessed = (
        found.filter(pl.col("reason") == before("a temporary table"))["message"]
        .explode(empty_as_null=True)
        .drop_nulls()
    )
    if len(guessed):
        notes.append(
            f"taken for temporary tables from before the window, since one session alone uses them: {'; '.join(guessed)}. If one of them is "
            "production's own table, the target lacks it"
        )
    return notes
