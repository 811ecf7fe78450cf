"""Blocks of read records become events, with what a session carries from one block to the next."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from capture import grammar
from capture.columns import CODES as _A
from capture.columns import actions, columns, nullable, taken, with_fetches
from capture.grammar import BIND, EXECUTE, FETCH, PARSE, STATEMENT
from capture.transactions import ENDS_SESSION, Before, Transactions, derive
from capture.units import CODE, Units, codes, growing, units
from workload.schema import EVENTS
from workload.shapes import Shapes
from workload.template import template

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

# Errors of statements that were waiting when they were struck: their start lies before, not at, the error.
WAITED = ("57014", "55P03", "40P01", "57P01", "57P02", "57P03")


@dataclass(frozen=True, slots=True)
class Folded:
    """Records that became no event of their own, by bucket, in records (all their lines are counted elsewhere)."""

    unexecuted: int = 0
    without_statement: int = 0
    fetches: int = 0


class Sessions:
    """Numbers sessions in order of appearance and keeps, per session, what the next block must know."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.open = np.zeros(0, dtype=np.bool_)
        self.failed = np.zeros(0, dtype=np.bool_)
        self.transactions = np.zeros(0, dtype=np.int64)
        self.events = np.zeros(0, dtype=np.int64)
        self.end_us = np.zeros(0, dtype=np.int64)
        self.vxid: dict[int, tuple[str, int]] = {}

    def number(self, identities: list[str]) -> tuple[NDArray[np.int32], list[int]]:
        """Return each identity's session number, and the numbers given to those not seen before."""
        fresh: list[int] = []
        for text in identities:
            if text not in self.numbers:
                fresh.append(len(self.numbers))
                self.numbers[text] = len(self.numbers)
        self._grow()
        return np.array([self.numbers[text] for text in identities], dtype=np.int32), fresh

    def _grow(self) -> None:
        missing = len(self.numbers) - len(self.open)
        if missing > 0:
            room = max(missing, len(self.open))
            self.open, self.failed = (np.append(a, np.zeros(room, dtype=np.bool_)) for a in (self.open, self.failed))
            self.transactions, self.events = (
                np.append(a, np.zeros(room, dtype=np.int64)) for a in (self.transactions, self.events)
            )
            self.end_us = np.append(self.end_us, np.full(room, np.iinfo(np.int64).min))


class Assembly:
    """Turns blocks, in order, into event frames. Times stay wall-clock; the writer subtracts the window's start."""

    def __init__(self, shapes: Shapes) -> None:
        self.sessions = Sessions()
        self._shapes = shapes
        self._held: pl.DataFrame | None = None
        self.folded = Folded()

    def take(self, frame: pl.DataFrame, *, final: bool = False) -> pl.DataFrame:
        """Return the events whose units are whole.

        *frame*: eventful records (``grammar.EVENTFUL``) with session, record, file. The last unit of each session is
        held back unless *final*.
        """
        frame = frame if self._held is None else pl.concat([self._held, frame])
        if frame.is_empty():
            self._held = None
            return pl.DataFrame(schema=EVENTS)
        frame = frame.sort("session", "record", maintain_order=True)
        found = units(frame)
        held = np.zeros(len(found.first), dtype=np.bool_) if final else growing(frame, found)
        events = self._events(frame, found, held)
        keep = np.repeat(held, found.last - found.first + 1)
        self._held = frame.filter(pl.Series(keep)) if keep.any() else None
        return events

    def _events(self, frame: pl.DataFrame, found: Units, held: Flags) -> pl.DataFrame:
        what = codes(frame)
        action = actions(frame, found, what)
        real = action >= 0
        fetch = (found.main >= 0) & (what[np.maximum(found.main, 0)] == CODE[FETCH])
        self._count(found, what, real, fetch, held)
        took = with_fetches(found, fetch)
        keep = np.flatnonzero(real & ~fetch)
        if len(keep) == 0:
            return pl.DataFrame(schema=EVENTS)
        events = columns(frame, taken(found, keep), what, action[keep], took[keep])
        events = events.with_columns(self._shapes.number(events["sql_text"], events["template"]).alias("shape"))
        return self._placed(events, held[keep])

    def _count(self, found: Units, what: Ints, real: Flags, fetch: Flags, held: Flags) -> None:
        silent = ~real & ~held
        prelude = silent & (
            (what[found.first] == CODE[PARSE])
            | (what[found.first] == CODE[BIND])
            | (what[found.first] == CODE[grammar.BARE])
        )
        old = self.folded
        wordless = silent & (what[np.maximum(found.error, 0)] == CODE[grammar.ERROR]) & (found.error >= 0)
        self.folded = Folded(
            old.unexecuted + int(prelude.sum()),
            old.without_statement + int(wordless.sum()),
            old.fetches + int((fetch & ~held).sum()),
        )

    def _placed(self, events: pl.DataFrame, held: Flags) -> pl.DataFrame:
        """Number events inside their sessions, derive transactions, and carry the state of what is not held."""
        state = self.sessions
        session = events["session"].to_numpy()
        starts = np.append(True, session[1:] != session[:-1])
        rows = np.arange(len(session), dtype=np.int64)
        seq = state.events[session] + rows - np.maximum.accumulate(np.where(starts, rows, 0))
        action = events["action_code"].to_numpy()
        statement = (action == _A["query"]) | (action == _A["execute"])
        ok = (events["ended"] == "ok").fill_null(value=True).to_numpy()
        effects = self._shapes.effects()
        effect = (
            np.where(statement, effects[events["shape"].fill_null(0).to_numpy()], 0)
            if len(effects)
            else np.zeros(len(rows), np.int64)
        )
        effect = np.where((action == _A["disconnect"]) | (action == _A["connect"]), ENDS_SESSION, effect)
        pipeline, follows = self._pipelines(events, session, starts, seq, action)
        before = Before(state.open[session], state.failed[session], state.transactions[session])
        found = derive(starts, statement, effect, ok, before, follows)
        if (pipeline >= 0).any():
            pipeline = np.where(found.alone, pipeline, -1)
        ended_before = _ended_before(events, session, starts, state.end_us)
        self._carry(events, session, held, seq, found, pipeline)
        unknown = events["at_us"].is_null()
        at_least = np.minimum(ended_before, events["log_us"].to_numpy())
        placed = events.with_columns(
            pl.Series("seq", seq, dtype=pl.Int32),
            nullable("transaction", found.transaction, pl.Int32),
            pl.when(pl.Series(found.commits)).then("record").alias("commit_rank"),
            nullable("pipeline", pipeline, pl.Int32),
            pl.when(unknown & pl.col("sqlstate").is_in(WAITED))
            .then(pl.Series(at_least))
            .when(unknown)
            .then("log_us")
            .otherwise("at_us")
            .alias("at_us"),
            pl.when(unknown).then(pl.Series(at_least)).otherwise("at_us").alias("at_least_us"),
        )
        return placed.filter(pl.Series(~held)).select(*EVENTS).cast(EVENTS)

    def _pipelines(
        self, events: pl.DataFrame, session: Ints, starts: Flags, seq: Ints, action: Ints
    ) -> tuple[Ints, Flags]:
        """Executes that share a virtual transaction id with the execute before them: their pipeline's first seq."""
        executes = action == _A["execute"]
        none = np.full(len(seq), -1, dtype=np.int64)
        vxid = events["vxid"]
        usable = executes & (vxid.is_not_null() & ~vxid.str.ends_with("/0")).to_numpy()
        if not usable.any():
            return none, np.zeros(len(seq), dtype=np.bool_)
        code = vxid.rank("dense").fill_null(0).to_numpy()
        follows = np.zeros(len(seq), dtype=np.bool_)
        follows[1:] = usable[1:] & usable[:-1] & ~starts[1:] & (code[1:] == code[:-1])
        for row in np.flatnonzero(starts & usable):  # one per session of the block: the pipeline may cross blocks
            follows[row] = self.sessions.vxid.get(int(session[row]), ("", 0))[0] == vxid[int(row)]
        head = np.maximum.accumulate(np.where(~follows, np.arange(len(seq)), 0))
        leads = np.zeros(len(seq), dtype=np.bool_)
        leads[:-1] = follows[1:]
        number = seq[head]
        for row in np.flatnonzero(starts & follows):
            number[head == row] = self.sessions.vxid[int(session[row])][1]
            number[row] = self.sessions.vxid[int(session[row])][1]
        return np.where(follows | leads, number, none), follows

    def _carry(
        self,
        events: pl.DataFrame,
        session: Ints,
        held: Flags,
        seq: Ints,
        found: Transactions,
        pipeline: Ints,
    ) -> None:
        state = self.sessions
        rows = np.flatnonzero(~held)
        if len(rows) == 0:
            return
        last = rows[np.append(session[rows][1:] != session[rows][:-1], True)]
        who = session[last]
        state.events[who] = seq[last] + 1
        state.open[who] = found.open[last]
        state.failed[who] = found.failed[last]
        state.end_us[who] = events["log_us"].to_numpy()[last]
        top = np.full(len(state.transactions), -1, dtype=np.int64)
        np.maximum.at(top, session[rows], found.transaction[rows])
        seen = top >= 0
        state.transactions[seen] = top[seen] + 1
        executed = events["action_code"].to_numpy()[last] == _A["execute"]
        vxid = events["vxid"]
        for row, number, execute in zip(last.tolist(), who.tolist(), executed.tolist(), strict=True):
            text = vxid[row] if execute else None
            if text is None or text.endswith("/0"):
                state.vxid.pop(number, None)
            else:
                state.vxid[number] = (text, int(pipeline[row]) if pipeline[row] >= 0 else int(seq[row]))


def _ended_before(events: pl.DataFrame, session: Ints, starts: Flags, carried: Ints) -> Ints:
    """Return when each event's predecessor in its session ended (the event's own log time where there is none)."""
    logged = events["log_us"].to_numpy()
    previous = np.concatenate((logged[:1], logged[:-1]))
    inherited = carried[session]
    inherited = np.where(inherited == np.iinfo(np.int64).min, logged, inherited)
    return np.where(starts, inherited, previous)


def templated(frame: pl.DataFrame) -> pl.DataFrame:
    """Add each statement's template: done block by block beside the reading, where there is a core to spare."""
    spoken = frame["what"].is_in([STATEMENT, PARSE, BIND, EXECUTE, grammar.ERROR, grammar.FATAL])
    if spoken.all():
        return frame.with_columns(template(frame["sql"]).alias("template"))
    rows = spoken.arg_true()
    empty = pl.Series("template", [None], dtype=pl.String).new_from_index(0, frame.height)
    return frame.with_columns(empty.scatter(rows, template(frame["sql"].gather(rows))).alias("template"))
