"""A worker's sessions as mapped rows: uncompressed Arrow, so that thousands of sessions read side by side cost pages.

The spool is written part by part (memory: one part of the workload) and read a few rows of a session at a time.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
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
from pgrehearse.replay.prepare.schedule import NO_CUTS, Cuts, Schedule
from pgrehearse.replay.prepare.session_selection import chance, looked_at, playing, selected
from pgrehearse.replay.prepare.skip_rules import POOLED, REASONS, Chosen, Rules
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import MOST_WAITED_US, STATEMENTS, TOOK, Action, Ended
from pgrehearse.workload.window import KINDS, before_it, unit

BATCH = 64
ACTIONS = [word.value for word in Action]


@dataclass(frozen=True, slots=True)
class Rows:
    """A few rows of one session, as plain lists.

    *strike_us*: how long after its start a statement is cancelled. *rest_us*: how long the session thinks before it at
    least. *skip*: of a reason (``skip_rules``). *transaction*: with those that hang together with it (``part.unit``). *types*: of its
    parameters, where the server has to be told. *expected*: the SQLSTATE that production saw ("":
    an error whose state is not known; None: none). *lacks*: what it may be refused for without a fault of the target
    (``consequences.LACKED``). *waits*: what ordering has it wait for, pairs of a table and how many
    of its writers. *ends*: the transaction it ends.
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
    forgets: list[bool]
    strike_us: list[int | None]
    rest_us: list[int | None]
    types: list[list[int] | None]
    expected: list[str | None]
    lacks: list[int | None]
    waits: list[list[int] | None]
    ends: list[int | None]


@dataclass(frozen=True, slots=True)
class Types:
    """Types of parameters by text: *speakers* (session, speaker) and *texts* (speaker, sql, types)."""

    speakers: pl.DataFrame
    texts: pl.DataFrame


@dataclass(frozen=True, slots=True)
class Known:
    """What was found out before the start, for all workers.

    *rules*: what decides which statements are sent. *types*: of the parameters of texts, where the server has to be told. *order*: where what waits for what was written (None: nothing waits).
    """

    silences: Cuts = NO_CUTS
    rules: Rules = field(default_factory=Rules)
    types: Types | None = None
    order: Path | None = None


NOTHING_KNOWN = Known()
# How long after its start a statement was cancelled; where that is not logged, before the session's next statement.
_STRUCK = pl.coalesce(
    "took_us", (pl.col("at_us").shift(-1).over("session") - pl.col("at_us")).clip(0, MOST_WAITED_US), MOST_WAITED_US
)
COLUMNS = ["prepared_name" if item.name == "name" else item.name for item in fields(Rows)]


def write_spool(
    workload: Workload,
    sessions: list[int],
    path: Path,
    plan: ReplayPlan,
    known: Known = NOTHING_KNOWN,
) -> None:
    """Write the rows of *sessions*, ordered by (session, seq), with what is skipped decided and every due time set."""
    consequences = Consequences(known.rules, before_it(workload.sessions(), plan.from_us))
    schedule = Schedule(plan, known.silences)
    pooled = workload.sessions().filter("pooled")["session"] if plan.pooled else pl.Series([], dtype=pl.Int32)
    chained = bool(workload.shapes().select(KINDS[2].any()).item())
    sink: Any = None
    with disk_errors(path), pa.OSFile(str(path), "wb") as stream:
        for number, part in enumerate(workload.parts()):
            frame = (
                decided(workload, part, sessions, plan, consequences)
                .select(
                    "session",
                    "seq",
                    pl.col("action").to_physical().cast(pl.UInt8).alias("code"),
                    _pooled("skip", pooled),
                    "copy_skip",
                    "at_us",
                    TOOK.alias("took_us"),
                    "sql",
                    "prepared_name",
                    "params",
                    "shape",
                    _whole_pipelines(),
                    unit().alias("transaction") if chained else "transaction",
                    pl.col("kind").is_in(["deallocate", "discard"]).fill_null(value=False).alias("forgets"),
                    pl.when((pl.col("ended") == Ended.CANCELLED) & (pl.col("skip") == 0))
                    .then(_STRUCK)
                    .alias("strike_us"),
                    pl.when(pl.col("ended") != Ended.OK).then(pl.col("sqlstate").fill_null("")).alias("expected"),
                    "lacks",
                )
                .collect()
            )
            if frame.is_empty() and sink is not None:
                continue
            frame = _ordered(_typed(frame, known.types), known.order, number)
            frame = frame.with_columns(schedule.due(frame), schedule.rests(frame)).drop("took_us", "shape")
            table = frame.to_arrow(compat_level=pl.CompatLevel.oldest())
            sink = sink or pa.ipc.new_file(stream, table.schema)
            sink.write_table(table, max_chunksize=1 << 16)
        if sink is not None:
            sink.close()


def decided(
    workload: Workload, part: Path, sessions: list[int], plan: ReplayPlan, consequences: Consequences
) -> pl.LazyFrame:
    """Return the events of one part that *sessions* play, each with whether it is sent, and what is sent."""
    mine = playing(_looked_at(pl.scan_parquet(part, glob=False), workload, plan), sessions, plan)
    return consequences.applied(mine.collect(), _chosen(plan)).lazy()


def _looked_at(events: pl.LazyFrame, workload: Workload, plan: ReplayPlan) -> pl.LazyFrame:
    """Add what the plan's selections look at; without any, ``KINDS`` alone."""
    if plan.cast.chooses:
        return looked_at(events, workload)
    kinds = workload.shapes().lazy().select(*KINDS)
    return events.join(kinds, on="shape", how="left", maintain_order="left")


def _chosen(plan: ReplayPlan) -> Chosen:
    """Return what the plan's selections choose of a session's statements."""
    casting = plan.cast
    if not casting.chooses:
        return Chosen(copies_write=casting.amplify_writes)
    thinned = casting.thin < 1 and not casting.where.of_sessions
    drawn = pl.struct("session", "seq").map_batches(
        lambda pair: pl.Series(
            chance(
                pair.struct["session"].to_numpy().astype(np.int64) << 32 | pair.struct["seq"].to_numpy(), casting.seed
            )
        ),
        return_dtype=pl.Float64,
    )
    return Chosen(
        taken=selected(plan),
        kept=(drawn < casting.thin) | ~casting.where.expression() if thinned else pl.lit(value=True),
        copied=casting.where.expression(),
        copies_write=casting.amplify_writes,
    )


def _pooled(column: str, sessions: pl.Series) -> pl.Expr:
    """Skip the connects and disconnects of sessions that share connections."""
    links = pl.col("action").is_in([Action.CONNECT.value, Action.DISCONNECT.value])
    shares = pl.col("session").is_in(sessions.implode())
    return pl.when(links & shares).then(REASONS.index(POOLED)).otherwise(column).cast(pl.UInt8).alias(column)


def _whole_pipelines() -> pl.Expr:
    """Return the pipeline of each event; a named parse between two executes of one belongs to it."""
    parse = pl.col("action") == Action.PREPARE
    executed = pl.when(~parse).then(pl.col("pipeline").fill_null(-1))
    before, after = executed.forward_fill().over("session"), executed.backward_fill().over("session")
    between = parse & (before == after) & (before >= 0)
    return pl.when(between).then(before).otherwise("pipeline").cast(pl.Int32).alias("pipeline")


def _typed(frame: pl.DataFrame, types: Types | None) -> pl.DataFrame:
    """Add the types of parameters that the server has to be told."""
    if types is None or types.texts.is_empty():
        return frame.with_columns(pl.lit(None, pl.List(pl.Int64)).alias("types"))
    spoken = frame.join(types.speakers, on="session", how="left", maintain_order="left")
    found = spoken.join(types.texts, on=["speaker", "sql"], how="left", maintain_order="left").drop("speaker")
    # libpq takes as many types as values; what production refused to parse is logged without any.
    bound = pl.col("types").list.len() == pl.col("params").list.len()
    prepares = pl.col("code") == ACTIONS.index(Action.PREPARE.value)
    return found.with_columns(pl.when(bound | prepares).then("types").alias("types"))


def _ordered(frame: pl.DataFrame, order: Path | None, part: int) -> pl.DataFrame:
    """Add what each event waits for, and which transaction it ends."""
    if order is None:
        return frame.with_columns(pl.lit(None, dtype).alias(name) for name, dtype in WAITS.items())
    return frame.join(waits_of(order, part), on=["session", "seq"], how="left", maintain_order="left")


class Spool:
    """A mapped spool and where each session's rows are in it."""

    def __init__(self, path: Path) -> None:
        self._source = pa.memory_map(str(path))
        self._table = pa.ipc.open_file(self._source).read_all()
        self._sessions = pl.Series(self._table.column("session"))
        runs = pl.DataFrame({"session": self._sessions}).with_row_index("row")
        spans = runs.group_by("session").agg(pl.col("row").min().alias("low"), (pl.col("row").max() + 1).alias("high"))
        self.spans: dict[int, tuple[int, int]] = {
            s: (low, high) for s, low, high in spans.select("session", "low", "high").iter_rows()
        }
        # A column without a value costs nothing to read.
        self._columns = [
            None if column.null_count == len(column) else column for column in map(self._table.column, COLUMNS)
        ]
        self._copies = [*self._columns]
        for name in ("waits", "ends"):  # ordering speaks of the first copy alone
            self._copies[COLUMNS.index(name)] = None
        self._copies[COLUMNS.index("skip")] = self._table.column("copy_skip")

    def rows(self, low: int, high: int) -> Rows:
        """Return rows *low* to *high* of the spool (one session's, at most ``BATCH``)."""
        return self._read(self._columns, low, high)

    def copied_rows(self, low: int, high: int) -> Rows:
        """Return them as a further copy of the session plays them."""
        return self._read(self._copies, low, high)

    def _read(self, columns: list[Any], low: int, high: int) -> Rows:
        n = high - low
        cells: list[Any] = [
            column.slice(low, n).to_pylist() if column is not None else [None] * n for column in columns
        ]
        return Rows(*cells)

    def units(self, sessions: list[int]) -> pl.DataFrame:
        """Return the transactions of *sessions*, as they come due: low, high (rows), session.

        What stands outside a transaction (a named parse before it) is a unit of its own.
        """
        frame = pl.DataFrame(
            {"session": self._sessions}
            | {name: pl.Series(self._table.column(name)) for name in ("transaction", "at_us")}
        ).with_row_index("row")
        mine = frame.filter(pl.col("session").is_in(sessions))
        before, after = (
            pl.col("transaction").forward_fill().over("session"),
            pl.col("transaction").backward_fill().over("session"),
        )
        inside = (before == after).fill_null(value=False)
        unit = pl.when(inside).then(before.cast(pl.Int64)).otherwise(-1 - pl.col("row").cast(pl.Int64))
        return (
            mine.group_by("session", unit.alias("unit"))
            .agg(pl.col("at_us").first(), pl.col("row").min().alias("low"), (pl.col("row").max() + 1).alias("high"))
            .sort("at_us", "low")
            .select("low", "high", "session")
        )

    def offered(self) -> np.ndarray[Any, Any]:
        """Return how many statements are due in each second of the run, those before its start in the first."""
        sent = pl.DataFrame({name: pl.Series(self._table.column(name)) for name in ("due_us", "code", "skip")}).filter(
            pl.col("code").is_in([ACTIONS.index(word) for word in STATEMENTS]) & (pl.col("skip") == 0)
        )
        return np.bincount((sent["due_us"] // SECOND).clip(0).to_numpy().astype(np.int64))

    def close(self) -> None:
        self._source.close()
