"""Which statements wait for a transaction because they use an id that it draws: computed before a replay with production's ids.

A statement that has an id of another session's row (a foreign key, WHERE id = $1, an array) found that row in production: the
transaction that drew the id had committed before. If a replay is late, or at maximum speed, the row may not exist yet. Then the
statement waits for this transaction only, in the way of ``commit_order``. A statement waits only for transactions whose COMMIT is before
its own end in the log, so waits form no cycle.

Who holds a lock while it waits may hold up what it waits for. So the wait is before the first statement of the statement's transaction, if
the other one had committed before that in production, and at maximum speed always.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl

from pgrehearse.base.artifact import disk_errors
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.prepare.commit_order import WAITS
from pgrehearse.replay.prepare.session_selection import replayed_events
from pgrehearse.workload.catalog.model import ServerCatalog
from pgrehearse.workload.generated.executions import every_use
from pgrehearse.workload.generated.facts import DatabaseIds
from pgrehearse.workload.generated.texts import numbered, text_rules
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT

_ID = ["database", "sequence", "id"]
# Behind every record of a log.
_NEVER = 1 << 62


def write_id_order(
    workload: Workload, sessions: list[int], plan: ReplayPlan, catalog: ServerCatalog, directory: Path
) -> tuple[int, int]:
    """Compute which statements of *sessions* wait for which transactions, and write it for the workers, one file for each part.

    *catalog*: the target's, which shows the columns that hold ids. Return how many transactions others wait for, and how many
    statements wait.
    """
    with disk_errors(directory):
        directory.mkdir()
    ran = _statements(workload, sessions, plan)
    needed = _needed(ran, _drawn(workload, ran), _uses(workload, plan, catalog), pooled=plan.pooled > 0)
    writers = needed.select("drawer", "drawn_in").unique().sort("drawer", "drawn_in").with_row_index("number")
    waits = (
        needed.join(writers, on=["drawer", "drawn_in"])
        .sort("session", "seq", "number")
        .group_by("session", "seq", maintain_order=True)
        .agg(pl.concat_list(pl.col("number").cast(pl.Int64), pl.lit(1, pl.Int64)).explode().alias("waits"))
    )
    last = ran.group_by("session", "transaction").agg(pl.col("seq").max())
    ends = writers.join(last, left_on=["drawer", "drawn_in"], right_on=["session", "transaction"]).select(
        pl.col("drawer").alias("session"), "seq", pl.col("number").cast(pl.Int32).alias("ends")
    )
    found = waits.join(ends, on=["session", "seq"], how="full", coalesce=True).select("session", "seq", *WAITS)
    _write(found, ran.select("session", "seq", "part"), writers, directory, len(workload.parts()))
    return writers.height, waits.height


def _write(found: pl.DataFrame, events: pl.DataFrame, writers: pl.DataFrame, directory: Path, parts: int) -> None:
    """Write the waits of each part, and each transaction as the only writer of a table of its own (``commit_order``).

    *events*: session, seq, part.
    """
    placed = found.join(events, on=["session", "seq"])
    numbers = np.arange(writers.height + 1, dtype=np.int64)
    with disk_errors(directory):
        for part in range(parts):
            placed.filter(pl.col("part") == part).drop("part").write_ipc(directory / f"waits-{part:05}.arrow")
        np.save(directory / "of_table.npy", numbers[:-1])
        np.save(directory / "firsts.npy", numbers)
        np.save(directory / "sessions.npy", writers["drawer"].to_numpy().astype(np.int64))
        np.save(directory / "transactions.npy", writers["drawn_in"].to_numpy().astype(np.int64))


def _statements(workload: Workload, sessions: list[int], plan: ReplayPlan) -> pl.DataFrame:
    """Return the statements that are replayed: session, seq, part, transaction, rank (of its COMMIT; null: none), end (its last record).

    *head*, *first*: the events with which it and the first statement of its transaction are sent. *begun*: a COMMIT before this record
    is waited for before the first statement.
    """
    parts = [
        replayed_events(pl.scan_parquet(file, glob=False), sessions, plan)
        .filter(IS_STATEMENT)
        .select(
            "session",
            "seq",
            pl.lit(part).alias("part"),
            "transaction",
            "pipeline",
            pl.col("commit_rank").alias("rank"),
            pl.coalesce("last_record", "record").alias("end"),
        )
        .collect()
        for part, file in enumerate(workload.parts())
    ]
    ran = pl.concat(parts)
    begin = pl.col("seq").min().over("session", "transaction")
    begun = pl.lit(_NEVER, pl.Int64) if plan.speed is None else pl.col("end").min().over("session", "transaction")
    return ran.with_columns(_head(pl.col("seq")).alias("head"), _head(begin).alias("first"), begun.alias("begun"))


def _head(seq: pl.Expr) -> pl.Expr:
    """Return the event with which an event of the same pipeline is sent."""
    return pl.when(pl.col("pipeline").is_null()).then(seq).otherwise(seq.min().over("session", "pipeline"))


def _drawn(workload: Workload, ran: pl.DataFrame) -> pl.DataFrame:
    """Return the ids that committed transactions drew: database, sequence, id, drawer (a session), drawn_in (a transaction), rank."""
    databases = workload.sessions().select("session", pl.col("database").fill_null(""))
    ids = workload.pins().select("session", "seq", "sequence", pl.col("ids").alias("id")).explode("id").drop_nulls("id")
    committed = ran.filter(pl.col("rank").is_not_null()).select("session", "seq", "transaction", "rank")
    return (
        ids.join(committed, on=["session", "seq"])
        .join(databases, on="session")
        .select(*_ID, pl.col("session").alias("drawer"), pl.col("transaction").alias("drawn_in"), "rank")
        .unique(_ID)
    )


def _uses(workload: Workload, plan: ReplayPlan, catalog: ServerCatalog) -> pl.DataFrame:
    """Return the ids that statements have: session, seq, database, sequence, id."""
    renamed = dict(plan.routing.databases)
    databases = workload.sessions().select("session", pl.col("database").fill_null(""))
    names = databases["database"].unique().to_list()
    ids = {
        name: catalog.databases[renamed.get(name, name)].ids
        for name in names
        if renamed.get(name, name) in catalog.databases
    }
    shapes = workload.shapes().select("shape", "tables_read", "tables_written")
    tables = {shape: (*read, *written) for shape, read, written in shapes.iter_rows()}
    frames = [_uses_in(part, databases, ids, tables) for part in workload.parts()]
    return pl.concat(frames).unique()


def _uses_in(
    part: Path, databases: pl.DataFrame, ids: dict[str, DatabaseIds], tables: dict[int, tuple[str, ...]]
) -> pl.DataFrame:
    columns = ("session", "seq", "transaction", "last_record", "shape", "sql", "params")
    texts = pl.scan_parquet(part, glob=False).filter(IS_STATEMENT).select(columns).collect()
    rows = numbered(texts.join(databases, on="session", how="left", maintain_order="left"))
    return every_use(rows, text_rules(rows, ids, tables)).select("session", "seq", *_ID)


def _needed(ran: pl.DataFrame, drawn: pl.DataFrame, uses: pl.DataFrame, *, pooled: bool) -> pl.DataFrame:
    """Return which events wait for which transactions: session, seq, drawer, drawn_in; each session once for each transaction."""
    found = (
        uses.join(drawn, on=_ID)
        .filter(pl.col("session") != pl.col("drawer"))
        .join(ran.select("session", "seq", "transaction", "end", "head", "first", "begun"), on=["session", "seq"])
        .filter(pl.col("rank") < pl.col("end"))
        .with_columns(pl.when(pl.col("rank") < pl.col("begun")).then("first").otherwise("head").alias("at"))
    )
    # With shared connections the transactions of one session may overlap.
    once = ["session", *(["transaction"] if pooled else []), "drawer", "drawn_in"]
    return found.group_by(once).agg(pl.col("at").min().alias("seq")).select("session", "seq", "drawer", "drawn_in")
