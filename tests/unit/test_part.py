"""Transactions that are connected by AND CHAIN are replayed together."""

from __future__ import annotations

import polars as pl

from pgrehearse.workload.window import part_of, unit


def events(*rows: tuple[str, int | None, bool, str], session: int = 0) -> pl.DataFrame:
    """Events: action, transaction, whether the shape ends one and opens the next, how it ended; one each ten microseconds."""
    frame = pl.DataFrame(rows, schema=["action", "transaction", "chains", "ended"], orient="row").with_row_index("seq")
    return frame.with_columns(
        pl.lit(session).alias("session"),
        (pl.col("seq").cast(pl.Int64) * 10).alias("at_us"),
        pl.lit("select").alias("kind"),
        pl.lit(None, pl.Int64).alias("commit_rank"),
        pl.lit(b"").alias("sql"),
    )


CHAINED = [
    ("query", 0, False, "ok"),
    ("query", 0, True, "ok"),
    ("prepare", None, False, "ok"),
    ("query", 1, False, "ok"),
    ("query", 1, True, "error"),
    ("query", 2, False, "ok"),
    ("query", 3, False, "ok"),
    ("query", 3, True, "ok"),
    ("query", 4, True, "ok"),
    ("query", 5, False, "ok"),
]


def test_a_chain_has_the_number_of_its_first_transaction() -> None:
    """A chain that failed began no transaction; a parse between transactions belongs to none."""
    assert events(*CHAINED).select(unit().alias("unit"))["unit"].to_list() == [0, 0, None, 0, 0, 2, 3, 3, 3, 3]


def test_a_part_of_the_window_has_all_of_a_chain_or_nothing() -> None:
    """The next transaction has no BEGIN: it could not be replayed without the one before."""
    part = part_of(events(*CHAINED).lazy(), 75, None).collect()
    assert part["seq"].to_list() == []
    part = part_of(events(*CHAINED).lazy(), 55, 65).collect()
    assert part["seq"].to_list() == [6, 7, 8, 9]
