"""Writes that failed because an event in mid-run had made the target read-only: the effect of the event, and no error of the target."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import polars as pl

from pgrehearse.runs.mid_run_events import MidRunEvent
from pgrehearse.runs.quality.aborted import with_reason
from pgrehearse.runs.reasons import READ_ONLY_EVENT

KIND = "read_only"
# SQLSTATE of a write in a read-only transaction.
_REFUSED = "25006"


def with_read_only_events(rows: pl.DataFrame, events: Sequence[MidRunEvent]) -> pl.DataFrame:
    """Return *rows* (of ``lateness.statements``) in which each write that an event prevented, and the rest of its transaction, has the
    reason ``READ_ONLY_EVENT``."""
    windows = [pl.col("done_us").is_between(event.began_us, event.ended_us) for event in events if event.kind == KIND]
    if not windows:
        return rows
    failed = pl.col("status").cast(pl.String) == "failed"
    refused = failed & (pl.col("sqlstate") == _REFUSED) & reduce(pl.Expr.or_, windows)
    return with_reason(rows, refused, READ_ONLY_EVENT)
