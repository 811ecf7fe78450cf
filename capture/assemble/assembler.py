"""Blocks of parsed records become events, with the state of sessions from one block to the next."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from pgrehearse.capture.assemble.drafts import CODES as _A
from pgrehearse.capture.assemble.drafts import Drafts, Places, actions, drafts, with_fetches
from pgrehearse.capture.assemble.event_columns import columns
from pgrehearse.capture.assemble.record_view import Rows
from pgrehearse.capture.assemble.session_state import NEVER, Sessions
from pgrehearse.capture.assemble.statement_groups import CODE, Groups, incomplete, statement_groups
from pgrehearse.capture.assemble.transactions import ENDS_SESSION, Before, Effects, Transactions, derive
from pgrehearse.capture.parse import messages
from pgrehearse.capture.parse.clock_steps import Step, largest_steps
from pgrehearse.capture.parse.messages import BIND, FETCH, PARSE
from pgrehearse.workload.arrays import Flags, Ints
from pgrehearse.workload.schema import EVENTS
from pgrehearse.workload.shapes import Shapes


@dataclass(frozen=True, slots=True)
class Merged:
    """Numbers of records that became no event of their own (all their lines are counted elsewhere)."""

    unexecuted: int = 0
    without_statement: int = 0
    fetches: int = 0

    def __add__(self, other: Merged) -> Merged:
        return Merged(
            self.unexecuted + other.unexecuted,
            self.without_statement + other.without_statement,
            self.fetches + other.fetches,
        )


class Assembly:
    """Turns blocks, in order, into event frames. Times remain wall clock; the writer subtracts the window's start."""

    def __init__(self, shapes: Shapes) -> None:
        self.sessions = Sessions()
        self._shapes = shapes
        self._held: pl.DataFrame | None = None
        self._escaped = False
        self.merged = Merged()
        self.steps: list[Step] = []

    def take(self, frame: pl.DataFrame, *, escaped: bool = True, final: bool = False) -> pl.DataFrame:
        """Return the events whose statement groups are complete, sorted by (session, seq).

        *frame*: eventful records (``block.EVENTFUL``) with the workload's sessions and shapes; *escaped*: some of its
        bytes are escaped. The last group of each session is held until the next block unless *final*.
        """
        self._escaped |= escaped
        # One chunk for each column: to gather rows from several takes more time than to copy them.
        frame = frame.rechunk() if self._held is None else pl.concat([self._held, frame], rechunk=True)
        if frame.is_empty():
            self._held = None
            return pl.DataFrame(schema=EVENTS)
        records = Rows(frame, escaped=self._escaped)
        groups = statement_groups(records)
        held = np.zeros(len(groups.first), dtype=np.bool_) if final else incomplete(records, groups)
        events = self._events(records, groups, held)
        self._held = records.kept(np.repeat(held, groups.last - groups.first + 1))
        return events

    def _events(self, records: Rows, groups: Groups, held: Flags) -> pl.DataFrame:
        what = records.codes()
        action = actions(records, groups)
        real = action >= 0
        fetch = (groups.main >= 0) & (what[np.maximum(groups.main, 0)] == CODE[FETCH])
        self._count(groups, what, real, fetch, held)
        took = with_fetches(groups, fetch)
        keep = np.flatnonzero(real & ~fetch)
        events = drafts(records, groups.taken(keep), action[keep], took[keep])
        places = self._placed(records, events, held[keep])
        complete = np.flatnonzero(~held[keep])
        if len(complete) == 0:
            return pl.DataFrame(schema=EVENTS)
        return columns(records, events.taken(complete), places.taken(complete))

    def _count(self, groups: Groups, what: Ints, real: Flags, fetch: Flags, held: Flags) -> None:
        without_event = ~real & ~held
        first = what[groups.first]
        prelude = without_event & np.isin(first, [CODE[PARSE], CODE[BIND], CODE[messages.BARE]])
        old = self.merged
        error = what[np.maximum(groups.error, 0)] == CODE[messages.ERROR]
        without_statement = without_event & error & (groups.error >= 0)
        self.merged = Merged(
            old.unexecuted + int(prelude.sum()),
            old.without_statement + int(without_statement.sum()),
            old.fetches + int((fetch & ~held).sum()),
        )

    def _placed(self, records: Rows, events: Drafts, held: Flags) -> Places:
        """Number events inside their sessions, derive transactions, and keep the state after the events that are not held."""
        state, session = self.sessions, events.session
        starts = np.append(True, session[1:] != session[:-1])[: len(session)]
        rows = np.arange(len(session), dtype=np.int64)
        seq = state.events[session] + rows - np.maximum.accumulate(np.where(starts, rows, 0))
        executes = events.action == _A["execute"]
        vxid = records.texts("vxid", events.anchor) if executes.any() else pl.Series([], dtype=pl.String)
        pipeline, follows = self._pipelines(events, vxid, starts, seq)
        before = Before(state.open[session], state.failed[session], state.transactions[session], state.empty[session])
        effects = Effects(starts, events.statement, self._effects(records, events), ~events.failed, follows)
        transactions = derive(effects, before)
        pipeline = np.where(transactions.alone, pipeline, -1)
        assumed = _assumed_connects(records, events)
        ended = self._ended_before(events, starts, assumed)
        self._note_clock_steps(records, events, ended, held)
        places = Places(seq, transactions.transaction, transactions.commits, pipeline, ended)
        self._keep_state(events, held, places, transactions, vxid)
        rows = np.flatnonzero(assumed & ~held)
        self.sessions.forget_end(events.session[rows], events.log_us[rows])
        return places

    def _effects(self, records: Rows, events: Drafts) -> Ints:
        """Return what each event does to its transaction."""
        effects = self._shapes.effects()
        shape = records.numbers("shape")[events.anchor]
        effect = np.where(events.statement & (shape >= 0), np.append(effects, 0)[shape], 0)
        ends = (events.action == _A["disconnect"]) | (events.action == _A["connect"])
        return np.where(ends, ENDS_SESSION, effect)

    def _pipelines(self, events: Drafts, vxid: pl.Series, starts: Flags, seq: Ints) -> tuple[Ints, Flags]:
        """Return the first seq of each event's pipeline (-1: none), and which events continue one.

        A pipeline is a run of executes that share a virtual transaction id; it may begin in the block before.
        """
        session = events.session
        none, follows = np.full(len(seq), -1, dtype=np.int64), np.zeros(len(seq), dtype=np.bool_)
        if vxid.is_empty():
            return none, follows
        executes = events.action == _A["execute"]
        usable = executes & (vxid.is_not_null() & ~vxid.str.ends_with("/0")).to_numpy()
        if not usable.any():
            return none, follows
        same = (vxid == vxid.shift(1)).fill_null(value=False).to_numpy()
        follows[1:] = usable[1:] & usable[:-1] & ~starts[1:] & same[1:]
        for row in np.flatnonzero(starts & usable):  # one per session of the block: a pipeline may span blocks
            follows[row] = self.sessions.vxid.get(int(session[row]), ("", 0))[0] == vxid[int(row)]
        head = np.maximum.accumulate(np.where(~follows, np.arange(len(seq)), 0))
        leads = np.zeros(len(seq), dtype=np.bool_)
        leads[:-1] = follows[1:]
        number = seq[head]
        for row in np.flatnonzero(starts & follows):
            number[head == row] = self.sessions.vxid[int(session[row])][1]
            number[row] = self.sessions.vxid[int(session[row])][1]
        return np.where(follows | leads, number, none), follows

    def _ended_before(self, events: Drafts, starts: Flags, assumed: Flags) -> Ints:
        """Return when each event's predecessor in its session ended (-1: the log does not show it).

        A connection that was *assumed*, because the log has none, has no known end.
        """
        logged = events.log_us
        previous = np.concatenate((logged[:1], logged[:-1]))
        inherited = self.sessions.end_us[events.session]
        before = np.where(starts, np.where(inherited == NEVER, -1, inherited), previous)
        after_assumed = np.concatenate(([False], assumed[:-1]))[: len(before)]
        return np.where(after_assumed & ~starts, -1, before)

    def _note_clock_steps(self, records: Rows, events: Drafts, ended: Ints, held: Flags) -> None:
        """Keep where the clock was set back between the events of a session."""
        if not (events.log_us < ended).any():
            return
        rows = np.flatnonzero(~held)
        place = events.anchor[rows]
        file, line = records.numbers("file")[place], records.numbers("line")[place]
        self.steps += largest_steps(events.log_us[rows], ended[rows], file, line)

    def _keep_state(
        self, events: Drafts, held: Flags, places: Places, transactions: Transactions, vxid: pl.Series
    ) -> None:
        """Keep, per session, the state that the next block needs."""
        state, session = self.sessions, events.session
        rows = np.flatnonzero(~held)
        if len(rows) == 0:
            return
        last = rows[np.append(session[rows][1:] != session[rows][:-1], True)]
        owner = session[last]
        state.events[owner] = places.seq[last] + 1
        state.open[owner] = transactions.open[last]
        state.failed[owner] = transactions.failed[last]
        state.empty[owner] = transactions.empty[last]
        state.end_us[owner] = events.log_us[last]
        top = np.full(len(state.transactions), -1, dtype=np.int64)
        np.maximum.at(top, session[rows], places.transaction[rows])
        seen = top >= 0
        state.transactions[seen] = top[seen] + 1
        executed = events.action[last] == _A["execute"]
        for row, number, execute in zip(last.tolist(), owner.tolist(), executed.tolist(), strict=True):
            text = vxid[row] if execute else None
            if text is None or text.endswith("/0"):
                state.vxid.pop(number, None)
            else:
                pipeline = int(places.pipeline[row])
                state.vxid[number] = (text, pipeline if pipeline >= 0 else int(places.seq[row]))


def _assumed_connects(records: Rows, events: Drafts) -> Flags:
    """Return which events are connections without a record: they were inserted before a session's first record."""
    flags: Flags = events.action == _A["connect"]
    connects = np.flatnonzero(flags)
    if len(connects):
        flags[connects] = records.texts("message", events.anchor[connects]).is_null().to_numpy()
    return flags
