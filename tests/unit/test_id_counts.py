"""How many ids executions drew, by a first pass and by decoded rows."""

from __future__ import annotations

import polars as pl

from pgrehearse.workload.generated.counts import FirstPass, with_counts

MANY = 1 << 40
STATEMENTS = pl.DataFrame(
    [(1, n, n, "d", 10 * n, 10 * n + 5, 10 * n, float(n)) for n in range(5)],
    schema={
        "session": pl.Int32,
        "seq": pl.Int32,
        "transaction": pl.Int32,
        "database": pl.String,
        "after": pl.Int64,
        "before": pl.Int64,
        "visible": pl.Int64,
        "start": pl.Float64,
    },
    orient="row",
)


def drawn(*rows: tuple[int, int, int, bool]) -> pl.DataFrame:
    """Executions that the texts show to draw from sequence s: (seq, least, most, whether the text shows it)."""
    numbers = pl.DataFrame(
        rows, schema={"seq": pl.Int32, "low": pl.Int64, "high": pl.Int64, "sure": pl.Boolean}, orient="row"
    )
    return numbers.join(STATEMENTS, on="seq").select(
        "session",
        "seq",
        "transaction",
        "database",
        pl.lit("s").alias("sequence"),
        "after",
        "before",
        "visible",
        pl.col("start").alias("key"),
        "low",
        "high",
        "sure",
        pl.lit(value=False).alias("resets"),
    )


def executions(*rows: tuple[int, int]) -> pl.DataFrame:
    """Counted draws of session 1 from sequence s: (seq, n)."""
    schema = {"seq": pl.Int32, "n": pl.Int64}
    counted = pl.DataFrame(rows, schema=schema, orient="row")
    return counted.select(pl.lit(1, pl.Int32).alias("session"), "seq", pl.lit("s").alias("sequence"), "n")


def first_pass(draws: pl.DataFrame, *failed: int) -> FirstPass:
    return FirstPass(draws, STATEMENTS.filter(pl.col("seq").is_in(failed)).select("session", "seq"))


def bounds(frame: pl.DataFrame) -> list[tuple[int, int, int, bool]]:
    return [row[:4] for row in frame.select("seq", "low", "high", "counted").iter_rows()]


def test_a_first_pass_replaces_what_the_text_does_not_show() -> None:
    """A query of three rows, a trigger of a refused row, a query that found none, and VALUES, whose number the text shows."""
    texts = drawn((0, 0, MANY, True), (1, 1, 1, False), (2, 0, MANY, True), (3, 2, 2, True))
    found = with_counts(texts, STATEMENTS, first_pass(executions((0, 3), (3, 9)), 1), None)
    assert bounds(found) == [(0, 3, 3, True), (1, 0, 0, True), (2, 0, MANY, False), (3, 2, 2, False)]


def test_an_execution_that_only_a_first_pass_shows_is_added() -> None:
    """A function drew."""
    found = with_counts(drawn((0, 1, 1, True)), STATEMENTS, first_pass(executions((4, 2))), None)
    assert bounds(found) == [(0, 1, 1, False), (4, 2, 2, True)]


def test_decoded_rows_count_before_a_first_pass() -> None:
    decoded = executions((0, 0)).select("session", "seq", "sequence", pl.lit([[7, 8]]).list.first().alias("ids"))
    found = with_counts(drawn((0, 0, MANY, True)), STATEMENTS, first_pass(executions((0, 5))), decoded)
    assert bounds(found) == [(0, 2, 2, True)]
