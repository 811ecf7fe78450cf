"""Whether a log is a sample of what the server ran (log_min_duration_sample, log_transaction_sample_rate): its lines do not say.

Two signs tell. A backend numbers its transactions (the local part of ``virtual_transaction_id``): gaps between those
logged are transactions that were not. And sampled statements lack what must have come before them: the BEGIN of the
transaction that they stand in (their number is not 0 at their end) or that they commit, the parse of the name that
they execute.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from capture import grammar

# So many transactions, and so large a share of them missing, before their numbers are believed.
_ENOUGH, _SHARE = 100, 0.8
# So many statements without their BEGIN.
_ORPHANS = 3
_ENDS = r"(?is)^\s*(?:commit|end|rollback|abort)\b"
_COMMITS = r"(?is)^\s*commit\b"
_BLOCK = r"(?is)\b(?:begin|start\s+transaction|savepoint)\b"


@dataclass(frozen=True, slots=True)
class Signs:
    """*numbered*: transactions by their numbers, of which *logged* are in the log. *orphans*: statements without what they need."""

    numbered: int = 0
    logged: int = 0
    orphans: int = 0

    def __add__(self, other: Signs) -> Signs:
        return Signs(self.numbered + other.numbered, self.logged + other.logged, self.orphans + other.orphans)

    @property
    def sampled(self) -> bool:
        """Say whether the log is a sample."""
        return self.orphans >= _ORPHANS or (self.numbered >= _ENOUGH and self.logged < _SHARE * self.numbered)

    @property
    def share(self) -> float | None:
        """Return the share of the transactions that was logged, where there are enough to tell."""
        return round(self.logged / self.numbered, 2) if self.numbered >= _ENOUGH else None


def signs(records: pl.DataFrame) -> Signs:
    """Look for the signs in records in the log's order. Columns: session, what, duration_us, name, sql, vxid."""
    local = pl.col("vxid").str.extract(r"/(\d+)$").cast(pl.Int64)
    ran = (
        records.lazy()
        .filter(pl.col("what").is_in([grammar.STATEMENT, grammar.EXECUTE]) & pl.col("vxid").is_not_null())
        .with_columns(local=local, ends=pl.col("sql").str.contains(_ENDS), opens=pl.col("sql").str.contains(_BLOCK))
        .with_columns(opened=pl.col("opens").cum_max().over("session"))
        .collect()
    )
    # Only simple statements of one command: pipelines and strings of several share a number without a BEGIN.
    single = (pl.col("what") == grammar.STATEMENT) & ~pl.col("sql").str.contains(r";\s*\S")
    needs = (pl.col("local") > 0) | pl.col("sql").str.contains(_COMMITS)
    orphan = single & needs & pl.col("duration_us").is_not_null() & ~pl.col("opened")
    heard = records.filter(pl.col("what") == grammar.RECEIVED).select("session").unique()
    orphans = ran.filter(orphan).join(heard, on="session", how="semi").height + _unparsed(records, heard)
    numbered = pl.col("local").filter(pl.col("local") > 0)
    place = pl.int_range(pl.len())
    within = place.is_between(place.filter(pl.col("local") > 0).first(), place.filter(pl.col("local") > 0).last())
    alone = ((pl.col("local") == 0) & ~pl.col("ends") & within).sum()
    spans = (
        ran.group_by("session", maintain_order=True)
        .agg(
            (numbered.last() - numbered.first() + 1).alias("numbered"),
            (numbered.n_unique() + alone).alias("logged"),
        )
        .filter(pl.col("numbered") > 1)
    )
    return Signs(int(spans["numbered"].sum()), int(spans["logged"].sum()), orphans)


def _unparsed(records: pl.DataFrame, heard: pl.DataFrame) -> int:
    """Count the names that sessions heard from their beginning execute without having parsed them."""
    named = records.filter((pl.col("name") != "") & pl.col("duration_us").is_not_null()).select(
        "session", "name", "what"
    )
    parsed = named.filter(pl.col("what") == grammar.PARSE)
    executed = named.filter(pl.col("what") == grammar.EXECUTE).unique(["session", "name"])
    return executed.join(heard, on="session", how="semi").join(parsed, on=["session", "name"], how="anti").height
