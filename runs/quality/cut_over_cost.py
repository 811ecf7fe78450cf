"""What a cut-over cost the clients of a run: the statements that waited for the end of the pause, and those that failed."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True, slots=True)
class CutOverCost:
    """*statements*: sent while the clients were paused, or running then; *held*: good ones of them that ended after the resumption;
    *failed*: those that failed, or could not be sent, although production's were good."""

    statements: int
    held: int
    failed: int


def cut_over_cost(rows: pl.DataFrame, paused_us: int, resumed_us: int) -> CutOverCost:
    """Return the cost of one cut-over.

    *rows*: of ``lateness.statements``: ``status``, ``captured_sqlstate``, ``due_us``, ``sent_us``, ``done_us``; *paused_us*: when the pause was requested;
    *resumed_us*: when the pooler was resumed.
    """
    sent_us = pl.coalesce("sent_us", "due_us")
    concerned = rows.filter(
        (pl.col("status") != "skipped") & (sent_us <= resumed_us) & (pl.coalesce("done_us", sent_us) >= paused_us)
    )
    good = pl.col("status") == "ok"
    return CutOverCost(
        concerned.height,
        concerned.filter(good & (pl.col("done_us") >= resumed_us)).height,
        concerned.filter(~good & pl.col("captured_sqlstate").is_null()).height,
    )
