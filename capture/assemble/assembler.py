"""Blocks of read records become events, with what a session carries from one block to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pgrehearse.base.errors import BadInput
from pgrehearse.capture.assemble.event_columns import CODES as _A
from pgrehearse.capture.assemble.event_columns import Drafts, Places, actions, columns, drafts, taken, with_fetches
from pgrehearse.capture.assemble.record_view import Rows
from pgrehearse.capture.assemble.statement_groups import CODE, Units, growing, units
from pgrehearse.capture.assemble.transactions import ENDS_SESSION, Before, Transactions, derive
from pgrehearse.capture.formats.records import AGAIN, BY_PROCESS
from pgrehearse.capture.parse import messages
from pgrehearse.capture.parse.clock_steps import Step, largest
from pgrehearse.capture.parse.messages import BIND, FETCH, PARSE
from pgrehearse.workload.arrays import Flags, Ints
from pgrehearse.workload.schema import EVENTS
from pgrehearse.workload.shapes import Shapes

# What is held of a session takes 1.4 kB at the end (measured with a million): this many are 4 GB.
MOST_SESSIONS = 3_000_000


@dataclass(frozen=True, slots=True)
class Folded:
    """Records that became no event of their own, by bucket, in records (all their lines are counted elsewhere)."""

    unexecuted: int = 0
    without_statement: int = 0
    fetches: int = 0


class Sessions:
    """Numbers sessions in order of appearance and keeps, per session, what the next block must know."""

    def __init__(self) -> None:
        self.numbers: dict[tuple[str, str], int] = {}
        self.instances: list[str] = []
        self._processes: Counter[str] = Counter()  # how often each process number was used, where nothing else is known
        self._names: dict[str, tuple[str, str]] = {}  # the last user and database of each
        self._over: set[str] = set()  # and whose session has ended
        self.open = np.zeros(0, dtype=np.bool_)
        self.failed = np.zeros(0, dtype=np.bool_)
        self.empty = np.zeros(0, dtype=np.bool_)
        self._begun = np.zeros(0, dtype=np.bool_)  # whether it had an event
        self.transactions = np.zeros(0, dtype=np.int64)
        self.events = np.zeros(0, dtype=np.int64)
        self.end_us = np.zeros(0, dtype=np.int64)
        self.vxid: dict[int, tuple[str, int]] = {}

    def number(
        self,
        identities: list[str],
        instance: str = "",
        names: Mapping[int, tuple[str, str]] = MappingProxyType({}),
        over: Container[int] = (),
    ) -> NDArray[np.int32]:
        """Return each identity's session number. The same identity of another *instance* is another session.

        Where only processes are known, another user is another session. *names*: user and database by the identity's place,
        as far as they are known; *over*: the places of sessions that have ended.
        """
        found: list[int] = []
        opened: Counter[str] = Counter()
        for place, text in enumerate(identities):
            name = text
            if text.startswith(BY_PROCESS):
                process, _, again = text.partition(AGAIN)
                self._used(instance + process, names.get(place), over=place in over, again=bool(again))
                before = self._processes[instance + process]
                name = f"{process}{AGAIN}{before + int(again or 0)}"
                opened[instance + process] = max(opened[instance + process], int(again or 0))
            number = self.numbers.get((instance, name))
            if number is None:
                number = self.numbers[instance, name] = len(self.numbers)
                self.instances.append(instance)
            found.append(number)
        if len(self.numbers) > MOST_SESSIONS:
            raise BadInput(
                f"more than {MOST_SESSIONS:,} sessions",
                remedy="capture a part: of the time (--since, --until), or of the users or databases (--user, --database)",
            )
        self._processes.update(opened)
        self._grow()
        return np.array(found, dtype=np.int32)

    def _used(self, process: str, names: tuple[str, str] | None, *, over: bool, again: bool) -> None:
        """Note who uses a process number; one that goes on from the block before, but had ended or has another name, was used again."""
        if not again and (
            process in self._over or self._names.get(process, names) != (names or self._names.get(process))
        ):
            self._processes[process] += 1
            again = True
        if names is not None:
            self._names[process] = names
        elif again:
            self._names.pop(process, None)
        (self._over.add if over else self._over.discard)(process)

    def opened_by(self, sessions: NDArray[np.int32]) -> NDArray[np.int32]:
        """Return those of a block's sessions that had no event before, in order of their numbers."""
        here = np.unique(sessions)
        fresh = here[~self._begun[here]]
        self._begun[fresh] = True
        return fresh

    def forget_end(self, session: Ints, made_us: Ints) -> None:
        """Take back when sessions' last events ended: those ends were assumed (at *made_us*); no record shows them."""
        last = (self.end_us[session] == made_us) & (self.events[session] == 1)
        self.end_us[session[last]] = np.iinfo(np.int64).min

    def _grow(self) -> None:
        missing = len(self.numbers) - len(self.open)
        if missing > 0:
            room = max(missing, len(self.open))
            self.open, self.failed, self.empty, self._begun = (
                np.append(a, np.zeros(room, dtype=np.bool_)) for a in (self.open, self.failed, self.empty, self._begun)
            )
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
        self._foreign = False
        self.folded = Folded()
        self.steps: list[Step] = []

    def take(self, frame: pl.DataFrame, *, foreign: bool = True, final: bool = False) -> pl.DataFrame:
        """Return the events whose units are whole, sorted by (session, seq).

        *frame*: eventful records (``reading.EVENTFUL``) with the workload's sessions and shapes; *foreign*: bytes of it
        are smuggled. The last unit of each session is held back unless *final*.
        """
        self._foreign |= foreign
        frame = frame if self._held is None else pl.concat([self._held, frame])
        if frame.is_empty():
            self._held = None
            return pl.DataFrame(schema=EVENTS)
        records = Rows(frame, foreign=self._foreign)
        found = units(records)
        held = np.zeros(len(found.first), dtype=np.bool_) if final else growing(records, found)
        events = self._events(records, found, held)
        self._held = records.kept(np.repeat(held, found.last - found.first + 1))
        return events

    def _events(self, records: Rows, found: Units, held: Flags) -> pl.DataFrame:
        what = records.codes()
        action = actions(records, found)
        real = action >= 0
        fetch = (found.main >= 0) & (what[np.maximum(found.main, 0)] == CODE[FETCH])
        self._count(found, what, real, fetch, held)
        took = with_fetches(found, fetch)
        keep = np.flatnonzero(real & ~fetch)
        events = drafts(records, taken(found, keep), action[keep], took[keep])
        places = self._placed(records, events, held[keep])
        whole = np.flatnonzero(~held[keep])
        if len(whole) == 0:
            return pl.DataFrame(schema=EVENTS)
        return columns(records, events.taken(whole), places.taken(whole))

    def _count(self, found: Units, what: Ints, real: Flags, fetch: Flags, held: Flags) -> None:
        silent = ~real & ~held
        prelude = silent & (
            (what[found.first] == CODE[PARSE])
            | (what[found.first] == CODE[BIND])
            | (what[found.first] == CODE[messages.BARE])
        )
        old = self.folded
        wordless = silent & (what[np.maximum(found.error, 0)] == CODE[messages.ERROR]) & (found.error >= 0)
        self.folded = Folded(
            old.unexecuted + int(prelude.sum()),
            old.without_statement + int(wordless.sum()),
            old.fetches + int((fetch & ~held).sum()),
        )

    def _placed(self, records: Rows, events: Drafts, held: Flags) -> Places:
        """Number events inside their sessions, derive transactions, and carry the state of what is not held."""
        state, session = self.sessions, events.session
        starts = np.append(True, session[1:] != session[:-1])[: len(session)]
        rows = np.arange(len(session), dtype=np.int64)
        seq = state.events[session] + rows - np.maximum.accumulate(np.where(starts, rows, 0))
        executes = events.action == _A["execute"]
        vxid = records.texts("vxid", events.anchor) if executes.any() else pl.Series([], dtype=pl.String)
        pipeline, follows = self._pipelines(events, vxid, starts, seq)
        before = Before(state.open[session], state.failed[session], state.transactions[session], state.empty[session])
        found = derive(starts, events.statement, self._effects(records, events), ~events.failed, before, follows)
        pipeline = np.where(found.alone, pipeline, -1)
        made = _made(records, events)
        ended = self._ended_before(events, starts, made)
        self._look_back(records, events, ended, held)
        places = Places(seq, found.transaction, found.commits, pipeline, ended)
        self._carry(events, held, places, found, vxid)
        rows = np.flatnonzero(made & ~held)
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

        A pipeline is executes that share a virtual transaction id; it may come from the block before.
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

    def _ended_before(self, events: Drafts, starts: Flags, made: Flags) -> Ints:
        """Return when each event's predecessor in its session ended (-1: the log does not tell of one).

        A connection that was *made*, because the log has none, tells nothing.
        """
        logged = events.log_us
        previous = np.concatenate((logged[:1], logged[:-1]))
        inherited = self.sessions.end_us[events.session]
        before = np.where(starts, np.where(inherited == np.iinfo(np.int64).min, -1, inherited), previous)
        after_made = np.concatenate(([False], made[:-1]))[: len(before)]
        return np.where(after_made & ~starts, -1, before)

    def _look_back(self, records: Rows, events: Drafts, ended: Ints, held: Flags) -> None:
        """Keep where the clock ran backwards between the events of a session."""
        if not (events.log_us < ended).any():
            return
        rows = np.flatnonzero(~held)
        place = events.anchor[rows]
        file, line = records.numbers("file")[place], records.numbers("line")[place]
        self.steps += largest(events.log_us[rows], ended[rows], file, line)

    def _carry(self, events: Drafts, held: Flags, places: Places, found: Transactions, vxid: pl.Series) -> None:
        """Keep, per session, what the next block must know."""
        state, session = self.sessions, events.session
        rows = np.flatnonzero(~held)
        if len(rows) == 0:
            return
        last = rows[np.append(session[rows][1:] != session[rows][:-1], True)]
        who = session[last]
        state.events[who] = places.seq[last] + 1
        state.open[who] = found.open[last]
        state.failed[who] = found.failed[last]
        state.empty[who] = found.empty[last]
        state.end_us[who] = events.log_us[last]
        top = np.full(len(state.transactions), -1, dtype=np.int64)
        np.maximum.at(top, session[rows], places.transaction[rows])
        seen = top >= 0
        state.transactions[seen] = top[seen] + 1
        executed = events.action[last] == _A["execute"]
        for row, number, execute in zip(last.tolist(), who.tolist(), executed.tolist(), strict=True):
            text = vxid[row] if execute else None
            if text is None or text.endswith("/0"):
                state.vxid.pop(number, None)
            else:
                pipeline = int(places.pipeline[row])
                state.vxid[number] = (text, pipeline if pipeline >= 0 else int(places.seq[row]))


def _made(records: Rows, events: Drafts) -> Flags:
    """Say which events are connections that no record shows: they were put before a session's first record."""
    flags: Flags = events.action == _A["connect"]
    connects = np.flatnonzero(flags)
    if len(connects):
        flags[connects] = records.texts("message", events.anchor[connects]).is_null().to_numpy()
    return flags
