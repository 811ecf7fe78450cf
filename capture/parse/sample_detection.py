"""Whether a log contains all statements that the server ran, a sample of them, or only the long ones.

No line of a log states it. There are two signs of missing statements. A backend numbers its transactions (the local part of ``virtual_transaction_id``): gaps
between those logged are transactions that were not. And statements lack what must have preceded them: the BEGIN of the
transaction that they are in (their number is not 0 at their end) or that they commit, the parse of the name that
they execute.

The log is a sample (log_min_duration_sample, log_transaction_sample_rate) only if nothing else explains the missing
statements: texts that are logged without durations are not sampled, and if no short statement is logged, a threshold
(log_min_duration_statement) excluded them.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from pgrehearse.capture.parse import messages

# So many transactions, and so small a share of them logged, before gaps in their numbers count as a sign.
_ENOUGH, _SHARE = 100, 0.8
# So many statements without their BEGIN.
_ORPHANS = 3
# A server rarely runs so many statements without one that is shorter.
_TIMED, _SHORT_US = 20, 1_000
_ENDS = r"(?is)^\s*(?:commit|end|rollback|abort)\b"
_COMMITS = r"(?is)^\s*commit\b"
_BLOCK = r"(?is)\b(?:begin|start\s+transaction|savepoint)\b|\bcommit\s+(?:work\s+|transaction\s+)?and\s+chain\b"
_PREPARES = r"(?is)^\s*prepare\b"
# "there is no transaction in progress": a COMMIT without a BEGIN in production too.
_NO_TRANSACTION = "25P01"
_NUMBERED = [
    messages.STATEMENT,
    messages.EXECUTE,
    messages.PARSE,
    messages.BIND,
    messages.FETCH,
    messages.ERROR,
    messages.FASTPATH,
]
_MAX = 1 << 62


@dataclass(frozen=True, slots=True)
class Signs:
    """*numbered*: how many transactions the numbers span, *logged*: how many of them are in the log. *orphans*: statements without what must precede them.

    *timed*: statements with a duration, *shortest_us*: the smallest of these durations.
    """

    numbered: int = 0
    logged: int = 0
    orphans: int = 0
    timed: int = 0
    shortest_us: int = _MAX

    def __add__(self, other: Signs) -> Signs:
        return Signs(
            self.numbered + other.numbered,
            self.logged + other.logged,
            self.orphans + other.orphans,
            self.timed + other.timed,
            min(self.shortest_us, other.shortest_us),
        )

    @property
    def threshold_us(self) -> int | None:
        """Return the smallest duration in a log of long statements only (None: the log contains short ones)."""
        return self.shortest_us if self._lacks and self.timed >= _TIMED and self.shortest_us >= _SHORT_US else None

    @property
    def sampled(self) -> bool:
        """Whether the log is a sample."""
        return self._lacks and self.timed > 0 and self.threshold_us is None

    @property
    def share(self) -> float | None:
        """Return the share of the transactions that was logged (None: there are too few to estimate it)."""
        return round(self.logged / self.numbered, 2) if self.numbered >= _ENOUGH else None

    @property
    def _lacks(self) -> bool:
        return self.orphans >= _ORPHANS or (self.numbered >= _ENOUGH and self.logged < _SHARE * self.numbered)


def signs(records: pl.DataFrame) -> Signs:
    """Look for the signs in records in the log's order. Columns: session, what, duration_us, name, sql, vxid, sqlstate."""
    records = records.select("session", "what", "duration_us", "name", "sql", "vxid", "sqlstate")
    texts = records.filter(pl.col("what").is_in([messages.STATEMENT, messages.EXECUTE]))
    untimed = texts.filter(pl.col("duration_us").is_null()).select("session").unique()
    if untimed.height:  # log_statement: the statements that it excludes are not a sample
        records = records.join(untimed, on="session", how="anti", maintain_order="left")
        texts = texts.join(untimed, on="session", how="anti", maintain_order="left")
    shortest = texts["duration_us"].min()
    numbered, logged = _numbers(records)
    return Signs(
        numbered,
        logged,
        _without_begin(records, texts) + _unparsed(records),
        texts.height,
        int(shortest) if isinstance(shortest, int) else _MAX,
    )


def _from_start(records: pl.DataFrame) -> pl.DataFrame:
    """Return the sessions whose beginning is in the log."""
    return records.filter(pl.col("what") == messages.RECEIVED).select("session").unique()


def _without_begin(records: pl.DataFrame, texts: pl.DataFrame) -> int:
    """Count the statements that need a BEGIN which is not in the log, of sessions whose beginning is in the log."""
    local = pl.col("vxid").str.extract(r"/(\d+)$").cast(pl.Int64)
    ran = (
        texts.lazy()
        .filter(pl.col("vxid").is_not_null())
        .with_columns(local=local, opens=pl.col("sql").str.contains(_BLOCK))
        .with_columns(opened=pl.col("opens").cum_max().over("session"))
        .collect()
    )
    # Only simple statements of one command: pipelines and strings of several share a number without a BEGIN.
    single = (pl.col("what") == messages.STATEMENT) & ~pl.col("sql").str.contains(r";\s*\S")
    orphans = ran.filter(single & ~pl.col("opened") & ((pl.col("local") > 0) | pl.col("sql").str.contains(_COMMITS)))
    orphans = orphans.join(_from_start(records), on="session", how="semi")
    if orphans.is_empty():
        return 0
    warned = records.filter((pl.col("what") == "notice") & (pl.col("sqlstate") == _NO_TRANSACTION))
    return orphans.join(warned.select("session").unique(), on="session", how="anti").height


def _numbers(records: pl.DataFrame) -> tuple[int, int]:
    """Return how many transactions the numbers of the sessions' transactions span, and how many of those are in the log.

    A number that only a parse, an error or a function call has does not indicate a missing statement.
    """
    local = pl.col("vxid").str.extract(r"/(\d+)$").cast(pl.Int64)
    numbered_records = records.filter(pl.col("vxid").is_not_null() & pl.col("what").is_in(_NUMBERED)).with_columns(
        local=local,
        ran=pl.col("what").is_in([messages.STATEMENT, messages.EXECUTE]),
        ends=pl.col("sql").str.contains(_ENDS).fill_null(value=False),
    )
    numbered = pl.col("local").filter(pl.col("ran") & (pl.col("local") > 0))
    first, last = numbered.first(), numbered.last()
    place = pl.int_range(pl.len())
    counted = pl.col("ran") & (pl.col("local") > 0)
    within = place.is_between(place.filter(counted).first(), place.filter(counted).last())
    alone = ((pl.col("local") == 0) & pl.col("ran") & ~pl.col("ends") & within).sum()
    others = pl.col("local").filter(pl.col("local").is_between(first, last)).n_unique() - numbered.n_unique()
    spans = (
        numbered_records.group_by("session", maintain_order=True)
        .agg((last - first + 1 - others).alias("numbered"), (numbered.n_unique() + alone).alias("logged"))
        .filter(pl.col("numbered") > 1)
    )
    return int(spans["numbered"].sum()), int(spans["logged"].sum())


def _unparsed(records: pl.DataFrame) -> int:
    """Count the names that sessions execute and neither parsed nor prepared in SQL, if their beginning is in the log."""
    named = records.filter((pl.col("name") != "") & pl.col("duration_us").is_not_null()).select(
        "session", "name", "what"
    )
    parsed = named.filter(pl.col("what") == messages.PARSE)
    executed = named.filter(pl.col("what") == messages.EXECUTE).unique(["session", "name"])
    missing = executed.join(parsed, on=["session", "name"], how="anti").join(
        _from_start(records), on="session", how="semi"
    )
    if missing.is_empty():
        return 0
    prepares = records.filter(pl.col("sql").str.contains(_PREPARES)).select("session").unique()
    return missing.join(prepares, on="session", how="anti").height
