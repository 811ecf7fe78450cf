"""Deduced ids beside the ids in production's own tables, by the markers of the rows (``order_system``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from pgrehearse.workload.schema import IS_STATEMENT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pgrehearse.workload.read import Workload

_MARKER = r"\b\d+-\d+-\d+\b"


def compared(
    workload: Workload, produced: Mapping[str, Sequence[tuple[str, int]]], pins: pl.DataFrame | None = None
) -> pl.DataFrame:
    """Return one row for each id in production's tables: sequence, marker, id, ids (as pinned; null: not known), how, right.

    *produced*: by sequence the marker and the id of each row. Rows that were rolled back are in no table and are not compared.
    *pins*: instead of those of the workload.
    """
    texts = _markers(workload)
    places = pl.int_ranges(pl.col("ids").list.len(), dtype=pl.Int64).alias("nth")
    known = (workload.pins() if pins is None else pins).with_columns(places).explode("ids", "how", "nth")
    frames = [
        _placed(texts, rows)
        .join(known.filter(pl.col("sequence") == sequence), on=["session", "seq", "nth"], how="left")
        .select(pl.lit(sequence).alias("sequence"), "marker", "id", "ids", "how")
        for sequence, rows in produced.items()
    ]
    return pl.concat(frames).with_columns((pl.col("ids") == pl.col("id")).fill_null(value=False).alias("right"))


def by_execution(
    workload: Workload, produced: Mapping[str, Sequence[tuple[str, int]]], sequences: Sequence[str]
) -> pl.DataFrame:
    """Return the ids of the rows that each execution inserted, by production's tables: session, seq, sequence, ids, n."""
    texts = _markers(workload)
    return pl.concat(
        _placed(texts, produced[sequence])
        .group_by("session", "seq")
        .agg(pl.lit(sequence).alias("sequence"), pl.col("id").alias("ids"), pl.len().cast(pl.Int64).alias("n"))
        for sequence in sequences
    )


def _markers(workload: Workload) -> pl.DataFrame:
    """Return the markers that each statement contains, in their order: session, seq, marker."""
    values = pl.col("params").cast(pl.List(pl.String)).fill_null([])
    texts = (
        workload.events()
        .filter(IS_STATEMENT)
        .select("session", "seq", pl.concat_list(pl.col("sql").cast(pl.String), values).alias("text"))
    )
    return (
        texts.collect()
        .select(
            "session", "seq", pl.col("text").list.join(" ", ignore_nulls=True).str.extract_all(_MARKER).alias("marker")
        )
        .explode("marker", empty_as_null=False)
        .unique(["session", "seq", "marker"], maintain_order=True)
    )


def _placed(texts: pl.DataFrame, rows: Sequence[tuple[str, int]]) -> pl.DataFrame:
    """Return the rows of one table with their statement and their place (*nth*) among the rows that it inserted."""
    produced = pl.DataFrame(rows, schema={"marker": pl.String, "id": pl.Int64}, orient="row")
    return texts.join(produced, on="marker", how="inner", maintain_order="left_right").with_columns(
        pl.int_range(pl.len(), dtype=pl.Int64).over("session", "seq").alias("nth")
    )


def shares(found: pl.DataFrame, *by: str) -> pl.DataFrame:
    """Return how many ids there are and which share of them is right, by columns."""
    return found.group_by(by).agg(pl.len(), pl.col("right").mean()).sort(by)
