"""How exactly a log shows the order of transactions that conflict."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT

# Both timestamps have a resolution of one millisecond: below this distance, which transaction was first is unknown.
OPEN_US = 2_000
_END = (
    pl.col("at_us") + pl.col("took_us").fill_null(0) + pl.col("parse_us").fill_null(0) + pl.col("bind_us").fill_null(0)
)


@dataclass(frozen=True, slots=True)
class OrderQuality:
    """*pairs*: successive writes to one table by two transactions; *open*: the pairs whose order the log does not show.

    *resolution_us*: the resolution of the log's timestamps. *estimated*: the share of statements whose start is estimated.
    """

    resolution_us: int
    estimated: float
    pairs: int
    open: int


def order_quality(workload: Workload) -> OrderQuality:
    """Compute the order quality of a workload.

    A pair is open when the commit of one transaction and the write of the other end within 2 ms (or the timestamps' resolution).
    """
    manifest = workload.manifest
    near = max(OPEN_US, manifest.time_resolution_us)
    shapes = workload.shapes().lazy().select("shape", "tables_written")
    ran = workload.events().filter(IS_STATEMENT & (pl.col("ended") == "ok"))
    committed = pl.col("commit_rank").is_not_null()
    writes = (
        ran.filter(committed)
        .with_columns(_END.alias("end_us"))
        .with_columns(pl.col("end_us").max().over("session", "transaction").alias("commit_us"))
        .join(shapes, on="shape")
        .filter(pl.col("tables_written").list.len() > 0)
        .explode("tables_written", empty_as_null=True)
        # Timestamps are often equal: sorted by the complete key, or the count would differ from call to call.
        .sort("tables_written", "end_us", "session", "seq")
        .select(
            "end_us",
            (pl.col("session") != pl.col("session").shift(1).over("tables_written")).alias("other"),
            pl.col("commit_us").shift(1).over("tables_written").alias("committed_us"),
        )
        .filter(pl.col("other").fill_null(value=False))
    )
    is_open = (pl.col("end_us") - pl.col("committed_us")).abs() <= near
    pairs, left_open = writes.select(pl.len(), is_open.sum()).collect().row(0)
    return OrderQuality(
        manifest.time_resolution_us,
        round(manifest.estimated_starts / max(manifest.statements, 1), 6),
        int(pairs),
        int(left_open),
    )
