"""How recent the data of a run's reads on readers was: the tables of its statements, their outcomes, and the WAL positions of the servers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

import polars as pl

from pgrehearse.base.clock import Timeline
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.metrics.wal_positions import PRIMARY, WalPositions
from pgrehearse.replay.plan.plan import Clock, Ids, ReplayPlan, Unread
from pgrehearse.replay.plan.readers import sessions_on_readers
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.prepare.moved_reads import MovedReads
from pgrehearse.replay.prepare.session_selection import replayed_events
from pgrehearse.replay.prepare.table_access import ANY, UNREAD, TableAccess
from pgrehearse.runs.quality.stale_reads import stale_reads
from pgrehearse.runs.read import Run
from pgrehearse.runs.run_facts import ReaderFacts, StaleReads
from pgrehearse.runs.write import rewrite_manifest, write_part
from pgrehearse.workload.catalog.model import ServerCatalog
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT, Action
from pgrehearse.workload.window import KINDS

_UNIT = ["session", "copy", "unit"]
_WRITES = ["insert", "update", "delete", "merge", "copy"]
# The answer to a COMMIT was lost with the connection: it may have committed.
_LOST = ("08", "57P")


@contextmanager
def positions_of_readers(plan: ReplayPlan, passwords: Passwords) -> Iterator[WalPositions | None]:
    """Sample the WAL positions of the target and its readers in the block (None: it has no readers)."""
    if not plan.routing.readers:
        yield None
        return
    database = plan.target.database
    readers = {str(reader.target): reader.target for reader in plan.routing.readers}
    places: Mapping[str, Endpoint] = {PRIMARY: plan.target, **readers}
    user = plan.target.user
    sampled = WalPositions(
        {name: passwords.of(at.to(database=database, user=at.user or user)) for name, at in places.items()}
    )
    sampled.start()
    try:
        yield sampled
    finally:
        sampled.stop()


@dataclass(frozen=True, slots=True)
class Replayed:
    """What was replayed, and how. *moved*: the reads that were moved to readers (None: none)."""

    workload: Workload
    plan: ReplayPlan
    catalog: ServerCatalog
    moved: MovedReads | None


def with_stale_reads(run: Run, replayed: Replayed, sampled: WalPositions, timeline: Timeline) -> Run:
    """Add to the manifest how recent the data of reads on readers was, with notes. The positions are stored in the run."""
    positions = sampled.frame(timeline)
    write_part(run.path, "positions", positions)
    facts = replace(run.manifest.readers or ReaderFacts(), stale=_counted(run, replayed, positions))
    notes = [
        f"the WAL position of {name or 'the target'} could not be read, so that no read can be called fresh or stale: {problem}"
        for name, problem in sampled.problems.items()
        if positions.filter(pl.col("server") == name).is_empty()
    ]
    notes = [*run.manifest.notes, *notes, *_notes(facts)]
    rewrite_manifest(run.path, replace(run.manifest, readers=facts, notes=notes))
    return Run.open(run.path)


def _notes(facts: ReaderFacts) -> list[str]:
    """Return notes on reads that were moved, that were kept, and that were stale."""
    notes, stale = [], facts.stale
    if facts.moved or facts.kept:
        kept = "; ".join(f"{count:,}: {reason}" for reason, count in facts.kept.items())
        notes.append(f"{facts.moved:,} reads were sent to readers{f'. These were not: {kept}' if kept else ''}")
    if stale is not None and (stale.stale or stale.not_known):
        notes.append(
            f"of {stale.reads:,} reads on readers {stale.stale:,} were stale: the reader had not replayed a commit that had written their table "
            f"({stale.own:,} of them: a commit of their own session). Of {stale.not_known:,} it is not known"
        )
    return notes


def _counted(run: Run, replayed: Replayed, positions: pl.DataFrame) -> StaleReads:
    plan = replace(replayed.plan, order=replace(replayed.plan.order, unread=Unread.EVERYTHING))
    access = TableAccess(replayed.workload, plan, replayed.catalog)
    ran = _ran(run, replayed, access)
    reads = _reads(ran, replayed, access)
    return stale_reads(_commits(ran, replayed, access), reads, positions)


def _ran(run: Run, replayed: Replayed, access: TableAccess) -> pl.DataFrame:
    """Return the statements of a run with their tables (``set``), their transaction (``unit``), and when they were sent and done."""
    columns = ["session", "copy", "seq", "ready_us", "sent_us", "done_us", "status", "sqlstate", "rows"]
    outcomes = run.outcomes().select(columns).collect().sort("session", "copy", "seq")
    # When the answer to the Sync of a pipeline had come, the next event of the session was ready.
    outcomes = outcomes.with_columns(pl.col("ready_us").shift(-1).over("session", "copy").alias("free_us"))
    kinds = replayed.workload.shapes().lazy().select(*KINDS)
    sessions = outcomes["session"].unique().to_list()
    parts = []
    for part in replayed.workload.parts():
        events = pl.scan_parquet(part, glob=False).join(kinds, on="shape", how="left", maintain_order="left")
        columns = [
            "session",
            "seq",
            "shape",
            "kind",
            "sql",
            "ended",
            "transaction",
            "commit_rank",
            "pipeline",
            "action",
        ]
        ran = replayed_events(events, sessions, replayed.plan).filter(IS_STATEMENT).select(columns).collect()
        ran = ran.with_columns(access.sets_of(ran), pl.coalesce("transaction", -1 - pl.col("seq")).alias("unit"))
        parts.append(ran.drop("shape", "sql", "ended", "transaction"))
    return pl.concat(parts).join(outcomes.drop("ready_us"), on=["session", "seq"], how="inner")


def _commits(ran: pl.DataFrame, replayed: Replayed, access: TableAccess) -> pl.DataFrame:
    """Return which transactions of the run may have written which tables (``runs.quality.stale_reads``)."""
    plan, sets = replayed.plan, access.sets()
    named = (
        access.named()
        .filter("written")
        .filter(pl.len().over("set") == 1)
        .select("set", "table", named=pl.lit(value=True))
    )
    wrote = ran.join(sets.filter("written").select("set", "table"), on="set").join(
        named, on=["set", "table"], how="left", maintain_order="left"
    )
    own = pl.col("named").fill_null(value=False) & pl.col("kind").is_in(_WRITES) & (pl.col("rows") > 0)
    tables = wrote.group_by(*_UNIT, "table").agg(own.fill_null(value=False).any().alias("wrote"))
    tables = pl.concat(
        [
            tables,
            tables.select(*_UNIT)
            .unique()
            .with_columns(pl.lit(ANY, pl.Int32).alias("table"), wrote=pl.lit(value=False)),
        ]
    )
    return tables.join(_ends(ran, plan), on=_UNIT).select(
        _session(),
        pl.col("table").cast(pl.Int64),
        "sent_us",
        pl.col("ended_us").fill_null(1 << 62).alias("done_us"),
        (pl.col("wrote") & pl.col("committed")).alias("certain"),
    )


def _ends(ran: pl.DataFrame, plan: ReplayPlan) -> pl.DataFrame:
    """Return when the transactions that may have committed were ended: sent_us, ended_us (null: not known), committed (certainly)."""
    # The result of an execution in a pipeline can arrive before its transaction has committed.
    pipelines = plan.ids == Ids.PRODUCTION or plan.clock == Clock.PRODUCTION
    early = (pl.col("action") == Action.EXECUTE) & (pl.col("pipeline").is_not_null() | pl.lit(pipelines))
    lost = pl.col("sqlstate").str.slice(0, 2).is_in([_LOST[0]]) | pl.col("sqlstate").str.starts_with(_LOST[1])
    return (
        ran.sort("session", "copy", "seq")
        .with_columns(pl.when(early).then("free_us").when(lost).then(None).otherwise("done_us").alias("ended_us"))
        .group_by(_UNIT)
        .agg(
            pl.col("sent_us", "ended_us", "status").last(),
            lost.last().fill_null(value=False).alias("lost"),
            ((pl.col("status") == "ok").all() & pl.col("commit_rank").is_not_null().any()).alias("committed"),
        )
        .filter(pl.col("sent_us").is_not_null() & ((pl.col("status") == "ok") | pl.col("lost")))
    )


def _reads(ran: pl.DataFrame, replayed: Replayed, access: TableAccess) -> pl.DataFrame:
    """Return the reads of the run that were sent to readers, each with its tables (``runs.quality.stale_reads``)."""
    reader = replayed.plan.routing.reader_of
    servers = sessions_on_readers(replayed.workload, replayed.plan)
    moved = (
        replayed.moved.events
        if replayed.moved is not None
        else pl.DataFrame(schema={"session": pl.Int32, "seq": pl.Int32})
    )
    sent = ran.filter((pl.col("kind") == "select") & (pl.col("status") == "ok"))
    at_readers = sent.join(servers, on="session")
    others = sent.join(moved, on=["session", "seq"]).join(servers, on="session", how="anti")
    rows = [(session, str(reader(session))) for session in others["session"].unique()]
    others = others.join(pl.DataFrame(rows, schema=servers.schema, orient="row"), on="session")
    reads = pl.concat([at_readers, others.select(at_readers.columns)]).with_row_index("read")
    named = access.named().filter(~pl.col("written")).select("set", "table", certain=pl.lit(value=True))
    accessed = access.sets().select("set", "table").unique().join(named, on=["set", "table"], how="left")
    with_tables = reads.join(accessed, on="set", how="left")
    # A statement of unknown tables may have written any of them.
    opaque = reads.with_columns(pl.lit(UNREAD, pl.Int32).alias("table"), pl.lit(None, pl.Boolean).alias("certain"))
    return pl.concat([with_tables, opaque.select(with_tables.columns)]).select(
        pl.col("read").cast(pl.Int64),
        _session(),
        "reader",
        pl.col("table").cast(pl.Int64),
        "sent_us",
        pl.col("certain").fill_null(value=False),
    )


def _session() -> pl.Expr:
    """Return a number for each copy of a session."""
    return (pl.col("session").cast(pl.Int64) * (1 << 16) + pl.col("copy")).alias("session")
