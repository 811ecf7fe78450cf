"""How many reads on readers were stale: a transaction of the run had written what they read, and the reader had not replayed its commit.

The position of a commit in the WAL, and that of a reader when a read was sent, are known by samples only. Each sample bounds them: a server's position
never decreases. A commit ends after the position of the target that was reported before it was sent, and not after the position that was requested when
it was done. A reader's position at an instant is at least the one that was reported before, and at most the one that was requested after.

- A read is *fresh* if the reader had certainly replayed every commit that it may depend on.
- It is *stale* if a commit that certainly wrote a table of the read was done before the read was sent, and the reader had certainly not replayed it.
- Else it is *not known*.
"""

from __future__ import annotations

import polars as pl

from pgrehearse.runs.run_facts import StaleReads

PRIMARY = ""
_NONE, _ALL = -1, (1 << 62)


def stale_reads(commits: pl.DataFrame, reads: pl.DataFrame, positions: pl.DataFrame) -> StaleReads:
    """Count reads by how recent their data was.

    *commits*: session, table, sent_us, done_us, certain (it wrote the table; else it may have); one row a commit and table. *reads*: read
    (its number), session, reader, table, sent_us, certain (it reads the table; else it may), one row a read and table (null: it reads none).
    *positions*: rows of ``POSITIONS``. Times are those of the run.
    """
    commits, reads = _with_commit_bounds(commits, positions), _with_reader_bounds(reads, positions)
    of_any = _last(reads, commits.filter("certain"), ["table"])
    of_own = _last(reads, commits.filter("certain"), ["table", "session"])
    judged = reads.with_columns(
        (_highest(reads, commits) <= reads["replayed_least"]).alias("fresh"),
        ((of_any >= reads["replayed_most"]) & reads["certain"]).alias("stale"),
        ((of_own >= reads["replayed_most"]) & reads["certain"]).alias("own"),
    )
    by_read = judged.group_by("read").agg(pl.col("fresh").all(), pl.col("stale").any(), pl.col("own").any())
    stale, own, fresh = (
        by_read.filter(condition).height
        for condition in (pl.col("stale"), pl.col("own"), pl.col("fresh") & ~pl.col("stale"))
    )
    return StaleReads(by_read.height, stale, own, fresh, by_read.height - stale - fresh)


def _with_commit_bounds(commits: pl.DataFrame, positions: pl.DataFrame) -> pl.DataFrame:
    """Add where each commit ends in the WAL: behind *least*, and at *most*."""
    written = positions.filter(server=PRIMARY)
    commits = _reported_before(commits.with_row_index("row"), written, "sent_us", "least")
    return _requested_after(commits, written, "done_us", "most").sort("row")


def _with_reader_bounds(reads: pl.DataFrame, positions: pl.DataFrame) -> pl.DataFrame:
    """Add the position of the reader when each read was sent: from *replayed_least* to *replayed_most*."""
    parts = []
    for (reader,), part in reads.with_row_index("row").partition_by("reader", as_dict=True).items():
        replayed = positions.filter(server=reader)
        part = _reported_before(part, replayed, "sent_us", "replayed_least")
        parts.append(_requested_after(part, replayed, "sent_us", "replayed_most"))
    return pl.concat(parts).sort("row") if parts else _empty(reads)


def _empty(reads: pl.DataFrame) -> pl.DataFrame:
    return reads.with_row_index("row").with_columns(
        pl.lit(None, pl.Int64).alias(name) for name in ("replayed_least", "replayed_most")
    )


def _reported_before(frame: pl.DataFrame, samples: pl.DataFrame, at: str, name: str) -> pl.DataFrame:
    """Add the last position that was reported at *at* or before (none: less than every position)."""
    known = samples.select(pl.col("answered_us").alias(at), pl.col("position").alias(name)).sort(at)
    joined = frame.sort(at).join_asof(known, on=at, strategy="backward")
    return joined.with_columns(pl.col(name).fill_null(_NONE))


def _requested_after(frame: pl.DataFrame, samples: pl.DataFrame, at: str, name: str) -> pl.DataFrame:
    """Add the first position that was requested at *at* or after (none: more than every position)."""
    known = samples.select(pl.col("asked_us").alias(at), pl.col("position").alias(name)).sort(at)
    joined = frame.sort(at).join_asof(known, on=at, strategy="forward")
    return joined.with_columns(pl.col(name).fill_null(_ALL))


def _highest(reads: pl.DataFrame, commits: pl.DataFrame) -> pl.Series:
    """Return the highest position at which a commit that was sent before each read may end (none: less than every position)."""
    sent = commits.sort("sent_us").with_columns(pl.col("most").cum_max().over("table").alias("highest"))
    return _asof(reads, sent.select("table", "sent_us", "highest"), ["table"])


def _last(reads: pl.DataFrame, commits: pl.DataFrame, by: list[str]) -> pl.Series:
    """Return the highest position that a commit which was done before each read certainly ends behind."""
    done = commits.sort("done_us").with_columns(pl.col("least").cum_max().over(by).alias("highest"))
    return _asof(reads, done.select(*by, pl.col("done_us").alias("sent_us"), "highest"), by)


def _asof(reads: pl.DataFrame, commits: pl.DataFrame, by: list[str]) -> pl.Series:
    joined = reads.sort("sent_us").join_asof(
        commits.sort("sent_us"), on="sent_us", by=by, strategy="backward", check_sortedness=False
    )
    return joined.sort("row")["highest"].fill_null(_NONE)
