"""Which statements wait for which transactions, when transactions have to end in production's order: computed before a replay.

Theory. Transactions are ranked by the place of their COMMIT in the log. A write (or a read that locks) does not start
before every lower-ranked transaction has ended whose commit began before that statement ended (+1 ms) and which wrote a
table it accesses; a plain read waits for those that had ended before it started. Waits are for lower ranks only, so
they have no cycle of their own.

The data structure makes waiting cheap. For each table its writers are listed by rank; a statement waits for the first so many of
a table's list. The list's times are made monotonic from the back, so that "how many" is one binary search: a statement
may wait for a few writers more than the rule requires (those that committed in between), never for fewer, and never for a
higher rank.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from pgrehearse.base.artifact import disk_errors
from pgrehearse.base.clock import MILLISECOND
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.prepare.session_selection import replayed_events
from pgrehearse.replay.prepare.table_access import ANY, UNREAD, TableAccess
from pgrehearse.workload.arrays import Ints
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT, TOOK
from pgrehearse.workload.window import KINDS

WAITS: dict[str, Any] = {"waits": pl.List(pl.Int64), "ends": pl.Int32}
# Ranks and times are searched table by table, in one array: each table has a range of this size in it.
_ROOM = 1 << 43
_EARLIEST = 1 << 42


@dataclass(frozen=True, slots=True)
class Writers:
    """The transactions that wrote and committed, numbered by rank.

    *of_table*: the numbers of each table's writers, one table after the other; *firsts*: where those of each table begin.
    *sessions*, *transactions*: the session of each number, and the transaction's number in it. *began*, *ended*: per entry of *of_table*, the
    earliest instant at which it or a later one of its table's list began to commit, and ended; *ranks*: the commit's place in the log.
    """

    of_table: Ints
    firsts: Ints
    sessions: Ints
    transactions: Ints
    began: Ints
    ended: Ints
    ranks: Ints

    @classmethod
    def build(cls, wrote: pl.DataFrame, tables: int) -> Writers:
        """Build the lists. *wrote*: session, transaction, table, rank, began, ended; one row a transaction and table."""
        writers = wrote.select("session", "transaction", "rank").unique().sort("rank").with_row_index("number")
        lists = wrote.join(writers.select("rank", "number"), on="rank").sort("table", "number")
        table, began, ended = (lists[name].to_numpy().astype(np.int64) for name in ("table", "began", "ended"))
        return cls(
            of_table=lists["number"].to_numpy().astype(np.int64),
            firsts=np.searchsorted(table, np.arange(tables + 1)),
            sessions=writers["session"].to_numpy().astype(np.int64),
            transactions=writers["transaction"].to_numpy().astype(np.int64),
            began=_searchable(table, began),
            ended=_searchable(table, ended),
            ranks=table * _ROOM + lists["rank"].to_numpy().astype(np.int64),
        )

    def counts(self, accesses: pl.DataFrame) -> Ints:
        """Return how many of its table's writers each row waits for.

        *accesses*: table, rank (its own transaction's), at_us, end_us, yields (it writes or locks).
        """
        table = accesses["table"].to_numpy().astype(np.int64)
        lower = np.searchsorted(self.ranks, table * _ROOM + accesses["rank"].to_numpy(), side="left")
        room = table * _ROOM + _EARLIEST
        end, at = accesses["end_us"].to_numpy(), accesses["at_us"].to_numpy()
        began = np.searchsorted(self.began, room + end + MILLISECOND, side="left")
        ended = np.searchsorted(self.ended, room + at, side="right")
        counts: Ints = np.minimum(np.where(accesses["yields"].to_numpy(), began, ended), lower) - self.firsts[table]
        return counts


def _searchable(table: Ints, times: Ints) -> Ints:
    """Return times that increase within each table: each is the earliest of its own and all later entries of its table."""
    keyed = table * _ROOM + times + _EARLIEST
    increasing: Ints = np.minimum.accumulate(keyed[::-1])[::-1] if len(keyed) else keyed
    return increasing


def write_commit_order(
    workload: Workload, sessions: list[int], plan: ReplayPlan, tables: TableAccess, directory: Path
) -> Writers:
    """Compute which statements of *sessions* wait for which transactions, and write it for the workers. Memory: one part of the
    workload, and one row for each transaction and table that it wrote."""
    with disk_errors(directory):
        directory.mkdir()
    wrote = [
        _wrote(_spooled(_statements(workload, part, sessions, plan, tables), directory, number), tables.sets())
        for number, part in enumerate(workload.parts())
    ]
    writers = Writers.build(pl.concat(wrote), tables.count)
    sets = tables.sets()
    unread = bool(np.diff(writers.firsts)[UNREAD])
    for number in range(len(wrote)):
        ran = pl.scan_ipc(directory / f"ran-{number:05}.arrow", glob=False).collect()
        _waits(ran, sets, writers, unread=unread, pooled=plan.pooled > 0).write_ipc(
            directory / f"waits-{number:05}.arrow"
        )
    for name in ("of_table", "firsts", "sessions", "transactions"):
        np.save(directory / f"{name}.npy", getattr(writers, name))
    return writers


def waits_of(directory: Path, part: int) -> pl.DataFrame:
    """Return the waits of the events of one part: session, seq, and the columns of ``WAITS``."""
    return pl.scan_ipc(directory / f"waits-{part:05}.arrow", glob=False).collect()


def _statements(
    workload: Workload, part: Path, sessions: list[int], plan: ReplayPlan, tables: TableAccess
) -> pl.DataFrame:
    """Return the statements of one part with the set of tables that each accesses."""
    kinds = workload.shapes().lazy().select(*KINDS)
    events = pl.scan_parquet(part, glob=False).join(kinds, on="shape", how="left", maintain_order="left")
    ran = (
        replayed_events(events, sessions, plan)
        .filter(IS_STATEMENT)
        .select(
            "session",
            "seq",
            "transaction",
            "shape",
            "kind",
            "sql",
            "ended",
            "pipeline",
            "record",
            "at_us",
            (pl.col("at_us") + TOOK.fill_null(0)).alias("end_us"),
            pl.col("commit_rank").alias("rank"),
        )
        .collect()
    )
    transaction = ["session", "transaction"]
    return ran.with_columns(
        tables.sets_of(ran),
        pl.coalesce("rank", pl.col("record").max().over(transaction)).alias("place"),
        (pl.col("seq") == pl.col("seq").max().over(transaction)).alias("last"),
        pl.col("seq").min().over("session", "pipeline").alias("head"),
    ).drop("sql", "ended", "record", "shape", "kind")


def _spooled(ran: pl.DataFrame, directory: Path, number: int) -> pl.DataFrame:
    with disk_errors(directory):
        ran.write_ipc(directory / f"ran-{number:05}.arrow")
    return ran


def _wrote(ran: pl.DataFrame, sets: pl.DataFrame) -> pl.DataFrame:
    """Return which transactions wrote which tables: one row a pair, and one for ``ANY`` table."""
    committed = ran.filter(pl.col("rank").is_not_null())
    pairs = (
        committed.join(sets.filter("written"), on="set")
        .select("session", "transaction", pl.col("table").cast(pl.Int64), "rank")
        .unique()
    )
    ends = committed.filter("last").select(
        "session", "transaction", pl.col("at_us").alias("began"), pl.col("end_us").alias("ended")
    )
    every = pl.concat([pairs, pairs.with_columns(pl.lit(ANY, pl.Int64).alias("table")).unique()])
    return every.join(ends, on=["session", "transaction"])


def _waits(ran: pl.DataFrame, sets: pl.DataFrame, writers: Writers, *, unread: bool, pooled: bool) -> pl.DataFrame:
    """Return the waits of one part's statements, and which of them end a writer's transaction."""
    # No statement waits again for what an earlier one waited for: one of its session, or, with shared connections, of its transaction.
    together = ["session", "transaction", "table"] if pooled else ["session", "table"]
    accessed = sets.group_by("set", "table").agg(pl.col("yields").any())
    if unread:  # a statement of unknown tables may have written any of them
        others = accessed.filter(pl.col("table") != ANY).select("set").unique()
        yields = accessed.group_by("set").agg(pl.col("yields").any())
        also = others.join(yields, on="set").select("set", pl.lit(UNREAD, pl.Int32).alias("table"), "yields")
        accessed = pl.concat([accessed, also]).unique(["set", "table"])
    accesses = ran.join(accessed, on="set").with_columns(pl.col("place").alias("rank"))
    counted = accesses.with_columns(pl.Series("many", writers.counts(accesses), dtype=pl.Int64))
    # The executes of one pipeline are sent together, so all of them wait for what one of them waits for.
    first = pl.when(pl.col("pipeline").is_null()).then("seq").otherwise("head").alias("seq")
    needed = (
        counted.filter(pl.col("many") > 0)
        .group_by("session", "transaction", first, "table")
        .agg(pl.col("many").max())
        .sort("session", "seq", "table")
        .with_columns(pl.col("many").cum_max().shift(1).over(together).fill_null(0).alias("before"))
        .filter(pl.col("many") > pl.col("before"))
    )
    waits = needed.group_by("session", "seq", maintain_order=True).agg(
        pl.concat_list(pl.col("table").cast(pl.Int64), "many").explode().alias("waits")
    )
    ranks = writers.ranks[: writers.firsts[ANY + 1]]
    number = np.searchsorted(ranks, ran["rank"].fill_null(-1).to_numpy())
    hit = ran["last"].to_numpy() & (np.append(ranks, -1)[number] == ran["rank"].fill_null(-2).to_numpy())
    ends = ran.select("session", "seq").with_columns(pl.Series("ends", number, dtype=pl.Int32)).filter(pl.Series(hit))
    return ends.join(waits, on=["session", "seq"], how="full", coalesce=True).select("session", "seq", *WAITS)
