"""Every statement that a run had to send, with what became of it and whose fault its lateness was.

Lateness is ``sent - due``. Of it, ``ready - due`` is the predecessor's fault (or the connection's, when the
predecessor was the login, or a shared connection was not free), ``ordered - max(due, ready)`` the ordering's, the rest
the harness's.
"""

from __future__ import annotations

import polars as pl

from pgrehearse.runs.read import Run
from pgrehearse.runs.schema import OUTCOMES
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT
from pgrehearse.workload.window import KINDS, part_of

_KEPT = (
    "session",
    "seq",
    "transaction",
    "shape",
    "at_us",
    "ended",
    "took_us",
    "parse_us",
    "bind_us",
    "file",
    "line",
)
BLAMED = ("predecessor", "connection", "ordering", "harness")


def statements(run: Run, workload: Workload) -> pl.LazyFrame:
    """Return one row for each statement to send (``status`` null: never accounted for).

    Columns: of the event (its SQLSTATE as ``captured_sqlstate``), of its outcome, ``late`` and one for each of ``BLAMED``.
    """
    plan = run.manifest.plan
    kinds = workload.shapes().lazy().select(*KINDS)
    whole = workload.events().join(kinds, on="shape", how="left", maintain_order="left")
    events = part_of(whole, plan.from_us, plan.until_us)
    ran = events.filter(IS_STATEMENT).select(*_KEPT, pl.col("sqlstate").alias("captured_sqlstate"))
    copies = run.session_copies()
    if copies is not None:
        ran = ran.join(copies.lazy().select("session", "copy"), on="session")
    else:
        ran = ran.with_columns(pl.lit(0, OUTCOMES["copy"]).alias("copy"))
    joined = ran.join(run.outcomes(), on=["session", "copy", "seq"], how="left")
    return _blamed(
        joined.join(_after_links(events, workload, shared=bool(plan.pooled)), on=["session", "seq"], how="left")
    )


def _after_links(events: pl.LazyFrame, workload: Workload, *, shared: bool) -> pl.LazyFrame:
    """Return the statements that wait for a connection: the first after a login, and of a transaction that shares one."""
    after = events.filter(pl.col("action") == "connect").select("session", (pl.col("seq") + 1).alias("seq"))
    if shared:
        pooled = workload.sessions().filter("pooled")["session"]
        first = events.filter(pl.col("session").is_in(pooled.implode()) & pl.col("transaction").is_not_null())
        after = pl.concat(
            [after, first.group_by("session", "transaction").agg(pl.col("seq").min()).select("session", "seq")]
        )
    return after.unique().with_columns(pl.lit(value=True).alias("after_link"))


def _blamed(joined: pl.LazyFrame) -> pl.LazyFrame:
    able = pl.max_horizontal("due_us", "ready_us")
    waited = (pl.col("ready_us") - pl.col("due_us")).clip(0)
    sent, link = pl.col("sent_us").is_not_null(), pl.col("after_link").fill_null(value=False)
    return joined.with_columns(
        (pl.col("sent_us") - pl.col("due_us")).alias("late"),
        pl.when(sent).then(pl.when(link).then(0).otherwise(waited)).alias("predecessor"),
        pl.when(sent).then(pl.when(link).then(waited).otherwise(0)).alias("connection"),
        pl.when(sent).then((pl.col("ordered_us") - able).clip(0)).alias("ordering"),
        (pl.col("sent_us") - pl.max_horizontal(able, "ordered_us")).clip(0).alias("harness"),
    )
