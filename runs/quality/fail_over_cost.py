"""What a failover cost the sessions of a run: how long no statement was good, and which transactions had no answer to their COMMIT."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from pgrehearse.runs.mid_run_events import MidRunEvent
from pgrehearse.runs.quality.outages import GONE
from pgrehearse.runs.reasons import LOST

# A statement that was in flight when the event ended fails within this time.
_AFTER_US = 2_000_000


@dataclass(frozen=True, slots=True)
class FailOverCost:
    """*outage_us*: None if no statement failed, or none was good afterwards; *unconfirmed*: transactions."""

    outage_us: int | None
    unconfirmed: int


def fail_over_cost(rows: pl.DataFrame, kinds: pl.DataFrame, event: MidRunEvent) -> FailOverCost:
    """Return the cost of one failover. *rows*: of ``lateness.statements``; *kinds*: ``shape``, ``kind`` and ``writes`` of shapes."""
    gone = GONE.fill_null(value=False) | (pl.col("reason") == LOST).fill_null(value=False)
    failed = rows.filter((pl.col("status") == "failed") & gone & (pl.col("done_us") >= event.began_us))
    first_us = failed["done_us"].min()
    if not isinstance(first_us, int):
        return FailOverCost(None, 0)
    good = rows.filter((pl.col("status") == "ok") & (pl.col("sent_us") > first_us))["done_us"].min()
    return FailOverCost(good - first_us if isinstance(good, int) else None, _unconfirmed(failed, kinds, event))


def _unconfirmed(failed: pl.DataFrame, kinds: pl.DataFrame, event: MidRunEvent) -> int:
    """Count the transactions whose last statement was sent on a connection that was lost: a COMMIT, or a statement that writes on its own."""
    sent = failed.filter(pl.col("sent_us").is_not_null() & (pl.col("sent_us") <= event.ended_us + _AFTER_US))
    asked = sent.join(kinds, on="shape", how="left").filter(
        (pl.col("kind") == "commit") | (pl.col("writes") & pl.col("transaction").is_null())
    )
    return asked.select("session", "copy", "transaction", "seq").unique().height
