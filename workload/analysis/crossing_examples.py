"""An example of each kind of transaction that would cross servers: the texts of its statements, without values."""

from __future__ import annotations

import polars as pl

from pgrehearse.workload.analysis.placement import CROSSES, placed_statements
from pgrehearse.workload.placement import Placement
from pgrehearse.workload.read import Workload

# A transaction with more statements is shown up to here.
_MOST = 8


def crossing_examples(workload: Workload, placement: Placement) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return by the tables of a crossing transaction the texts of one such transaction, in the order of its statements."""
    placed, _ = placed_statements(workload, placement)
    texts = workload.shapes().select("shape", "template")
    crossing = (
        placed.filter(pl.col("goes") == CROSSES).sort("row").join(texts, on="shape", how="left", maintain_order="left")
    )
    units = crossing.group_by("session", "unit", maintain_order=True).agg(
        pl.col("tables").explode(empty_as_null=False).drop_nulls().unique().sort().alias("every"),
        pl.col("template").drop_nulls().head(_MOST),
    )
    first = units.unique("every", keep="first", maintain_order=True)
    return {
        tuple(row["every"]): tuple(text.decode(errors="replace") for text in row["template"])
        for row in first.iter_rows(named=True)
    }
