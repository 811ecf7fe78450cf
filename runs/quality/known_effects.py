"""Failed statements whose cause is what the experiment does on purpose: an event made the target read-only, a pooler in transaction mode."""

from __future__ import annotations

import polars as pl

from pgrehearse.runs.phases import during_of, recovery_of
from pgrehearse.runs.quality.error_causes import GONE
from pgrehearse.runs.quality.read_only_events import with_read_only_events
from pgrehearse.runs.quality.temporary_tables import with_lost_tables
from pgrehearse.runs.read import Run
from pgrehearse.runs.reasons import LOST_TABLE, READ_ONLY_EVENT
from pgrehearse.workload.read import Workload

# The kinds of events that end sessions, or the server, or can do it.
_ENDING = ("fail_over", "restart", "scale", "signal", "read_only", "command")
# The statement had no answer, or no connection, while an event in mid-run ended sessions or the server.
EVENT_OUTAGE = "connection lost or refused: an event in mid-run ended sessions or the server"
# What to do about each.
REMEDIES = {
    EVENT_OUTAGE: "find out what the application does when it loses its connection; outage and time to normal: see Events in mid-run",
    READ_ONLY_EVENT: "find out what the application does with this error (a retry, a queue); by application and endpoint: see Events in mid-run",
    LOST_TABLE: "connect these sessions without the pooler or in session mode, or use the table in the transaction that creates it",
}


def with_known_effects(rows: pl.DataFrame, run: Run, workload: Workload) -> pl.DataFrame:
    """Return *rows* with the *reason* of each statement that failed because of such an effect, and of the rest of its transaction.

    *rows*: session, copy, seq, transaction, shape, status, sqlstate, done_us, reason; also of statements that did not fail.
    """
    rows = with_read_only_events(rows, run.mid_run_events())
    if not run.manifest.plan.access.transaction_pooling:
        return rows
    failed = run.outcomes().filter(pl.col("status").cast(pl.String) == "failed")
    return with_lost_tables(rows, failed.select("session", "copy", "seq", "message").collect(), workload)


def effects(run: Run, workload: Workload) -> pl.DataFrame:
    """Return the failed statements of a run: session, copy, seq, sqlstate, message, and the *effect* that is known to be their cause (null: none)."""
    paced = run.manifest.plan.paced
    ending = [span for span in run.phases().spans if span.event.kind in _ENDING]
    disturbed = [part(span, paced=paced) for span in ending for part in (during_of, recovery_of)]
    outage = GONE & pl.any_horizontal(disturbed) if disturbed else pl.lit(value=False)
    failed = run.outcomes().filter(pl.col("status").cast(pl.String) == "failed").collect()
    events = workload.events().select("session", "seq", "transaction", "shape")
    of_failed = events.join(failed.lazy(), on=["session", "seq"], how="semi").collect(engine="streaming")
    lost = pl.when(outage).then(pl.lit(EVENT_OUTAGE)).alias("effect")
    rows = failed.join(of_failed, on=["session", "seq"], maintain_order="left").with_columns(
        lost, pl.lit(None, pl.String).alias("reason")
    )
    found = with_known_effects(rows, run, workload)
    return found.select(
        "session", "copy", "seq", "sqlstate", "message", pl.coalesce("effect", "reason").alias("effect")
    )
