"""The rows of one table on two sides, by the hashes of their keys and values."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from pgrehearse.compare.end_state.values import RowCounts

# So many keys of rows that differ are examples.
_EXAMPLES = 10


@dataclass(frozen=True, slots=True)
class RowDifference:
    """*by_key*: rows paired by key, all columns compared (None: a side has no key). *supplied*: without generated columns. *keys*:
    examples of rows that differ, where the states have keys as text."""

    by_key: RowCounts | None
    supplied: RowCounts
    keys: tuple[str, ...]


def compare_rows(first: pl.DataFrame, second: pl.DataFrame, *, keyed: bool, generated_key: bool) -> RowDifference:
    """Compare the rows of two states: the columns of ``ROWS``. *keyed*: both sides have the same key. *generated_key*: the key is
    generated, so that rows without their generated columns cannot be paired by it."""
    unpaired = _unpaired(first, second)
    counts = RowCounts(*(sum(max(sign * n, 0) for n in unpaired["more"]) for sign in (1, -1)))
    hashes = unpaired["supplied_hash"].implode()
    if not keyed:
        both = pl.concat([first, second])
        return RowDifference(None, counts, _examples(both.filter(pl.col("supplied_hash").is_in(hashes))))
    joined = _joined(first, second)
    by_key = _counts(joined, "row_hash")
    different = joined.filter(pl.col("supplied_hash").ne_missing(pl.col("supplied_hash_second")))
    if not generated_key:
        return RowDifference(by_key, _counts(joined, "supplied_hash"), _examples(different))
    is_unpaired = [pl.col(name).is_in(hashes) for name in ("supplied_hash", "supplied_hash_second")]
    return RowDifference(by_key, counts, _examples(different.filter(pl.any_horizontal(is_unpaired))))


def _joined(first: pl.DataFrame, second: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of both sides, paired by key; a row of one side has nulls on the other."""
    return first.join(second, on="key_hash", how="full", suffix="_second")


def _counts(joined: pl.DataFrame, column: str) -> RowCounts:
    before, after = pl.col(column), pl.col(f"{column}_second")
    only_first, only_second, changed = joined.select(
        after.is_null().sum().alias("only_first"),
        before.is_null().sum().alias("only_second"),
        (before != after).sum().alias("changed"),
    ).row(0)
    return RowCounts(only_first, only_second, changed)


def _unpaired(first: pl.DataFrame, second: pl.DataFrame) -> pl.DataFrame:
    """Return the contents of which one side has *more* rows than the other (negative: the second side)."""
    numbers = [side.group_by("supplied_hash").len() for side in (first, second)]
    joined = numbers[0].join(numbers[1], on="supplied_hash", how="full", coalesce=True, suffix="_second")
    before, after = (pl.col(name).fill_null(0).cast(pl.Int64) for name in ("len", "len_second"))
    return joined.select("supplied_hash", (before - after).alias("more")).filter(pl.col("more") != 0)


def _examples(rows: pl.DataFrame) -> tuple[str, ...]:
    """Return some keys of rows, sorted."""
    texts = [rows[name] for name in ("key", "key_second") if name in rows.columns]
    return tuple(pl.concat(texts).drop_nulls().unique().sort().head(_EXAMPLES).to_list())
