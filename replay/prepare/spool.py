"""A worker's sessions as mapped rows: uncompressed Arrow, so that reading thousands of sessions at once takes little memory.

The spool is written part by part (memory: one part of the workload) and read a few rows of a session at a time.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pyarrow as pa

from pgrehearse.base.artifact import disk_errors
from pgrehearse.base.clock import SECOND
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.prepare.commit_order import WAITS, waits_of
from pgrehearse.replay.prepare.consequences import Consequences
from pgrehearse.replay.prepare.copy_rows import write_copies
from pgrehearse.replay.prepare.id_texts import IdTexts
from pgrehearse.replay.prepare.moved_reads import with_readers
from pgrehearse.replay.prepare.one_server import with_server
from pgrehearse.replay.prepare.pins import joins_pins, with_pins
from pgrehearse.replay.prepare.production_clock import INSTANTS, ClockTexts
from pgrehearse.replay.prepare.schedule import NO_CUTS, IdleCuts, Schedule
from pgrehearse.replay.prepare.session_selection import is_selected, replayed_events, uniform_hash, with_filter_columns
from pgrehearse.replay.prepare.skip_rules import IN_ITS_PLACE, POOLED, REASONS, Rules, StatementSelection
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import MOST_WAITED_US, STATEMENTS, TOOK, Action, Ended
from pgrehearse.workload.window import KINDS, before_it, unit

BATCH = 64
ACTIONS = [action.value for action in Action]


@dataclass(frozen=True, slots=True)
class Rows:
    """A few rows of one session, as plain lists.

    *cancel_after_us*: how long after its start a statement is cancelled. *min_think_us*: the session's minimum think time before it.
    *skip*: the number of a reason (``skip_rules``). *transaction*: the same for transactions that depend on each other (``window.unit``).
    *deallocates*: it deallocates prepared statements. *types*: of its parameters, where they have to be sent. *expected*: the SQLSTATE of
    the error in production ("": an error of unknown state; None: no error). *lacks*: the state that may be missing for it
    without a fault of the target (``consequences.LACKED``). *waits*: what it waits for in the commit order, pairs of a table and how many
    of its writers. *ends*: the transaction that it ends. *pins*: the settings to make before it, names and values in turn (``pins``). *copy*: the data of
    a COPY FROM STDIN. *reader*: it is sent to a reader of the target (None: to the target).
    """

    seq: list[int]
    code: list[int]
    skip: list[int]
    due_us: list[int]
    sql: list[bytes | None]
    name: list[bytes | None]
    params: list[list[bytes | None] | None]
    pipeline: list[int | None]
    transaction: list[int | None]
    deallocates: list[bool]
    cancel_after_us: list[int | None]
    min_think_us: list[int | None]
    types: list[list[int] | None]
    expected: list[str | None]
    lacks: list[int | None]
    waits: list[list[int] | None]
    ends: list[int | None]
    pins: list[list[bytes] | None]
    copy: list[memoryview | None]
    reader: list[bool | None]


@dataclass(frozen=True, slots=True)
class ParameterTypes:
    """The types of parameters by text: *representatives* (session, representative) and *texts* (representative, sql, types)."""

    representatives: pl.DataFrame
    texts: pl.DataFrame


@dataclass(frozen=True, slots=True)
class Preparation:
    """What was computed before the start, for all workers.

    *rules*: decide which statements are sent. *types*: of the parameters of texts, where they have to be sent. *order*: the directory of the
    commit order (None: nothing waits). *pins*: the file of the ids that statements have to draw (None: they draw the target's). *clock*: texts
    that are sent with production's instants (None: none). *id_texts*: texts that are sent so that they draw production's ids (None: none).
    *reads*: the file of the events that are sent to readers (None: none).
    """

    cuts: IdleCuts = NO_CUTS
    rules: Rules = field(default_factory=Rules)
    types: ParameterTypes | None = None
    order: Path | None = None
    pins: Path | None = None
    clock: ClockTexts | None = None
    id_texts: IdTexts | None = None
    reads: Path | None = None


NOT_PREPARED = Preparation()
# How long after its start a statement was cancelled; where that is not logged, the time until the session's next statement.
_CANCEL_AFTER = pl.coalesce(
    "took_us", (pl.col("at_us").shift(-1).over("session") - pl.col("at_us")).clip(0, MOST_WAITED_US), MOST_WAITED_US
)
COLUMNS = ["prepared_name" if item.name == "name" else item.name for item in fields(Rows)]
_COPY = COLUMNS.index("copy")


def copies_beside(spool: Path) -> Path:
    """Return the file with the data of the COPY FROM STDIN of a spool."""
    return spool.with_suffix(".copies")


def write_spool(
    workload: Workload,
    sessions: list[int],
    path: Path,
    plan: ReplayPlan,
    preparation: Preparation = NOT_PREPARED,
) -> None:
    """Write the rows of *sessions*, ordered by (session, seq), with what is skipped decided and every due time set."""
    consequences = Consequences(preparation.rules, before_it(workload.sessions(), plan.from_us))
    schedule = Schedule(plan, preparation.cuts)
    columns = _spool_columns(workload, plan)
    copies = write_copies(workload, sessions, copies_beside(path))
    sink: Any = None
    with disk_errors(path), pa.OSFile(str(path), "wb") as stream:
        for number, part in enumerate(workload.parts()):
            frame = decided(workload, part, sessions, plan, consequences).select(columns).collect()
            if frame.is_empty() and sink is not None:
                continue
            frame = _typed(frame, preparation.types)
            frame = frame if preparation.id_texts is None else preparation.id_texts.apply(frame)
            frame = _at_production_time(frame, preparation.clock)
            frame = _ordered(frame, preparation.order, number)
            frame = with_pins(frame, preparation.pins, shared=plan.routing.transaction_pooling)
            frame = with_readers(frame, preparation.reads)
            frame = frame.join(copies, on=["session", "seq"], how="left", maintain_order="left")
            frame = frame.with_columns(schedule.due(frame), schedule.min_think(frame)).drop("took_us", "shape")
            table = frame.to_arrow(compat_level=pl.CompatLevel.oldest())
            sink = sink or pa.ipc.new_file(stream, table.schema)
            sink.write_table(table, max_chunksize=1 << 16)
        if sink is not None:
            sink.close()


def _spool_columns(workload: Workload, plan: ReplayPlan) -> list[pl.Expr]:
    """Return the columns of the spool that depend on the events of one part only, and those that the others are computed from."""
    pooled = workload.sessions().filter("pooled")["session"] if plan.pooled else pl.Series([], dtype=pl.Int32)
    chained = bool(workload.shapes().select(KINDS[2].any()).item())
    cancelled = (pl.col("ended") == Ended.CANCELLED) & (pl.col("skip") == 0)
    return [
        *map(pl.col, ("session", "seq")),
        pl.col("action").to_physical().cast(pl.UInt8).alias("code"),
        _pooled("skip", pooled),
        *map(pl.col, ("copy_skip", "at_us")),
        TOOK.alias("took_us"),
        *map(pl.col, ("sql", "prepared_name", "params", "shape")),
        _whole_pipelines(),
        *INSTANTS,
        joins_pins().alias("joins"),
        unit().alias("transaction") if chained else pl.col("transaction"),
        pl.col("kind").is_in(["deallocate", "discard"]).fill_null(value=False).alias("deallocates"),
        pl.when(cancelled).then(_CANCEL_AFTER).alias("cancel_after_us"),
        pl.when(pl.col("ended") != Ended.OK).then(pl.col("sqlstate").fill_null("")).alias("expected"),
        pl.col("lacks"),
    ]


def decided(
    workload: Workload, part: Path, sessions: list[int], plan: ReplayPlan, consequences: Consequences
) -> pl.LazyFrame:
    """Return the events of one part that *sessions* replay, each with whether it is sent, and what is sent."""
    replayed = replayed_events(_with_needed_columns(pl.scan_parquet(part, glob=False), workload, plan), sessions, plan)
    selection = replace(_selection(plan), copied=pl.col("copied"), cached=_cached(plan), placed=pl.col("placed"))
    events = with_server(_with_copies(replayed.collect(), workload), workload, plan.one_server)
    return consequences.apply(events, selection).lazy()


def _with_copies(events: pl.DataFrame, workload: Workload) -> pl.DataFrame:
    """Add ``copied``: the event is a COPY FROM STDIN whose rows are known. A pipeline cannot contain one that is sent (libpq)."""
    copies = workload.copies().select("session", "seq", pl.lit(value=True).alias("copied"))
    known = events.join(copies, on=["session", "seq"], how="left", maintain_order="left")
    return known.with_columns(pl.col("copied").fill_null(value=False) & pl.col("pipeline").is_null())


def _with_needed_columns(events: pl.LazyFrame, workload: Workload, plan: ReplayPlan) -> pl.LazyFrame:
    """Add the columns that the plan's filters need; without filters, ``KINDS`` only."""
    if plan.selection.filters or plan.caches:
        return with_filter_columns(events, workload, plan.selection.where.tenants)
    kinds = workload.shapes().lazy().select(*KINDS)
    return events.join(kinds, on="shape", how="left", maintain_order="left")


def _selection(plan: ReplayPlan) -> StatementSelection:
    """Return which of a session's statements the plan selects."""
    selection = plan.selection
    if not selection.filters:
        return StatementSelection(copies_write=selection.amplify_writes)
    thinned = selection.thin < 1 and not selection.where.selects_sessions
    drawn = _drawn(selection.seed)
    return StatementSelection(
        selected=is_selected(plan),
        not_thinned=(drawn < selection.thin) | ~selection.where.expression() if thinned else pl.lit(value=True),
        amplified=selection.where.expression(),
        copies_write=selection.amplify_writes,
    )


def _cached(plan: ReplayPlan) -> pl.Expr:
    """Return which events a cache of the plan answers, if they are reads. Another number is drawn than for thinning."""
    drawn = _drawn(plan.selection.seed + 1)
    answered = [cache.what.expression() & (drawn < cache.share) for cache in plan.caches]
    return pl.any_horizontal(answered).fill_null(value=False) if answered else pl.lit(value=False)


def _drawn(seed: int) -> pl.Expr:
    """Return a number from 0 to 1 for each event: the same one for the same seed."""

    def drawn(pair: pl.Series) -> pl.Series:
        session, seq = (pair.struct[name].to_numpy().astype(np.int64) for name in ("session", "seq"))
        return pl.Series(uniform_hash(session << 32 | seq, seed))

    return pl.struct("session", "seq").map_batches(drawn, return_dtype=pl.Float64)


def _pooled(column: str, sessions: pl.Series) -> pl.Expr:
    """Skip the connects and disconnects of sessions that share connections."""
    connects = pl.col("action").is_in([Action.CONNECT.value, Action.DISCONNECT.value])
    shares = pl.col("session").is_in(sessions.implode())
    return pl.when(connects & shares).then(REASONS.index(POOLED)).otherwise(column).cast(pl.UInt8).alias(column)


def _whole_pipelines() -> pl.Expr:
    """Return the pipeline of each event; a named parse between two executes of one belongs to it."""
    parse = pl.col("action") == Action.PREPARE
    executed = pl.when(~parse).then(pl.col("pipeline").fill_null(-1))
    before, after = executed.forward_fill().over("session"), executed.backward_fill().over("session")
    between = parse & (before == after) & (before >= 0)
    return pl.when(between).then(before).otherwise("pipeline").cast(pl.Int32).alias("pipeline")


def _typed(frame: pl.DataFrame, types: ParameterTypes | None) -> pl.DataFrame:
    """Add the types of parameters that have to be sent."""
    if types is None or types.texts.is_empty():
        return frame.with_columns(pl.lit(None, pl.List(pl.Int64)).alias("types"))
    represented = frame.join(types.representatives, on="session", how="left", maintain_order="left")
    typed = represented.join(types.texts, on=["representative", "sql"], how="left", maintain_order="left").drop(
        "representative"
    )
    # libpq takes as many types as values; a statement that production refused to parse is logged without values.
    bound = pl.col("types").list.len() == pl.col("params").list.len()
    prepares = pl.col("code") == ACTIONS.index(Action.PREPARE.value)
    return typed.with_columns(pl.when(bound | prepares).then("types").alias("types"))


def _at_production_time(frame: pl.DataFrame, clock: ClockTexts | None) -> pl.DataFrame:
    """Put production's instants into the texts that use the clock; the types of their parameters are known by then."""
    return frame.drop("began_us", "started_us") if clock is None else clock.apply(frame)


def _ordered(frame: pl.DataFrame, order: Path | None, part: int) -> pl.DataFrame:
    """Add what each event waits for, and which transaction it ends."""
    if order is None:
        return frame.with_columns(pl.lit(None, dtype).alias(name) for name, dtype in WAITS.items())
    return frame.join(waits_of(order, part), on=["session", "seq"], how="left", maintain_order="left")


def _mapped(path: Path) -> memoryview:
    with path.open("rb") as file:
        return memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))


class Spool:
    """A mapped spool, and the position of each session's rows in it (*spans*)."""

    def __init__(self, path: Path) -> None:
        self._table = pa.ipc.open_file(pa.memory_map(str(path))).read_all()
        self._sessions = pl.Series(self._table.column("session"))
        runs = pl.DataFrame({"session": self._sessions}).with_row_index("row")
        spans = runs.group_by("session").agg(pl.col("row").min().alias("low"), (pl.col("row").max() + 1).alias("high"))
        self.spans: dict[int, tuple[int, int]] = {
            session: (low, high) for session, low, high in spans.select("session", "low", "high").iter_rows()
        }
        # A column without values is not read.
        self._columns = [
            None if column.null_count == len(column) else column for column in map(self._table.column, COLUMNS)
        ]
        self._copies = [*self._columns]
        for name in (
            "waits",
            "ends",
            "pins",
        ):  # only the first copy is part of the commit order and draws production's ids
            self._copies[COLUMNS.index(name)] = None
        self._copies[COLUMNS.index("skip")] = self._table.column("copy_skip")
        data = copies_beside(path)
        self._data = _mapped(data) if data.exists() and data.stat().st_size else memoryview(b"")

    def on_readers(self) -> set[int]:
        """Return the sessions that have rows for a reader."""
        rows = pl.DataFrame(
            {"session": self._sessions, "reader": pl.Series(self._table.column("reader"), dtype=pl.Boolean)}
        )
        return set(rows.filter("reader")["session"])

    def sending(self, *, copies: bool) -> set[int]:
        """Return the sessions that have rows that are sent. *copies*: if a further copy of the session is replayed."""
        skip = pl.Series(self._table.column("copy_skip" if copies else "skip"))
        return set(pl.DataFrame({"session": self._sessions}).filter((skip == 0) | (skip >= IN_ITS_PLACE))["session"])

    def rows(self, low: int, high: int) -> Rows:
        """Return rows *low* to *high* of the spool (one session's, at most ``BATCH``)."""
        return self._read(self._columns, low, high)

    def copied_rows(self, low: int, high: int) -> Rows:
        """Return them as a further copy of the session replays them."""
        return self._read(self._copies, low, high)

    def _read(self, columns: list[Any], low: int, high: int) -> Rows:
        n = high - low
        cells: list[Any] = [
            column.slice(low, n).to_pylist() if column is not None else [None] * n for column in columns
        ]
        if columns[_COPY] is not None:
            cells[_COPY] = [None if place is None else self._data[slice(*place)] for place in cells[_COPY]]
        return Rows(*cells)

    def transactions(self, sessions: list[int]) -> pl.DataFrame:
        """Return the transactions of *sessions*, in the order in which they are due: low, high (rows), session.

        An event outside a transaction (a named parse before it) counts as a transaction of its own.
        """
        frame = pl.DataFrame(
            {"session": self._sessions}
            | {name: pl.Series(self._table.column(name)) for name in ("transaction", "at_us")}
        ).with_row_index("row")
        replayed = frame.filter(pl.col("session").is_in(sessions))
        before, after = (
            pl.col("transaction").forward_fill().over("session"),
            pl.col("transaction").backward_fill().over("session"),
        )
        inside = (before == after).fill_null(value=False)
        unit = pl.when(inside).then(before.cast(pl.Int64)).otherwise(-1 - pl.col("row").cast(pl.Int64))
        return (
            replayed.group_by("session", unit.alias("unit"))
            .agg(pl.col("at_us").first(), pl.col("row").min().alias("low"), (pl.col("row").max() + 1).alias("high"))
            .sort("at_us", "low")
            .select("low", "high", "session")
        )

    def offered(self) -> np.ndarray[Any, Any]:
        """Return how many statements are due in each second of the run, those before its start in the first."""
        sent = pl.DataFrame({name: pl.Series(self._table.column(name)) for name in ("due_us", "code", "skip")}).filter(
            pl.col("code").is_in([ACTIONS.index(action) for action in STATEMENTS]) & (pl.col("skip") == 0)
        )
        return np.bincount((sent["due_us"] // SECOND).clip(0).to_numpy().astype(np.int64))
