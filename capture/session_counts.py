"""Counts of each session during a capture: which sessions are in the workload is decided at its end."""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pgrehearse.workload.arrays import Flags, Ints
from pgrehearse.workload.schema import Action

# Statements; failed ones; ones with an estimated start; ones without their parameters; ones that copy data in; ones with a
# logged duration, and the sum of these; the sum of those that cannot be replayed. Calls by the function call protocol, and
# their time; texts before sessions are selected; records outside the window; records that an earlier log contains.
NAMES = (
    "statements",
    "errors",
    "estimated",
    "missing",
    "copied",
    "timed",
    "total_us",
    "lost_us",
    "calls",
    "calls_us",
    "texts",
    "outside",
    "again",
)
_PLACE = {name: place for place, name in enumerate(NAMES)}
_OF_EVENTS = NAMES[:8]


class Tally:
    """The counts of ``NAMES``, one row per session."""

    def __init__(self) -> None:
        self._counts = np.zeros((0, len(NAMES)), dtype=np.int64)

    def add(self, name: str, session: Ints, count: Ints) -> None:
        """Add to one count of some sessions."""
        if len(session):
            self._grow(int(session.max()) + 1)
            np.add.at(self._counts[:, _PLACE[name]], session, count)

    def events(self, events: pl.DataFrame, copies_in: Flags) -> None:
        """Count events, which are sorted by session; *copies_in*: which of them read data that is not logged."""
        if events.is_empty():
            return
        action, took = events["action"], events["took_us"].fill_null(-1).to_numpy()
        ran = ((action == Action.QUERY) | (action == Action.EXECUTE)).to_numpy()
        missing = ran & events["truncated"].to_numpy() & ~copies_in
        timed = ran & (took >= 0)
        exact = (events["at_least_us"] == events["at_us"]).fill_null(value=False).to_numpy()
        failed = (events["ended"].to_physical() > 0).fill_null(value=False).to_numpy()
        columns: list[NDArray[np.generic]] = [
            ran,
            ran & failed,
            ran & ~exact,
            missing,
            ran & copies_in,
            timed,
            np.where(timed, took, 0),
            np.where(timed & (missing | copies_in), took, 0),
        ]
        session = events["session"].to_numpy()
        firsts = np.flatnonzero(np.append(True, session[1:] != session[:-1]))
        self._grow(int(session[-1]) + 1)
        for place, column in enumerate(columns[: len(_OF_EVENTS)]):
            self._counts[session[firsts], place] += np.add.reduceat(column.astype(np.int64), firsts)

    def extend(self, other: Tally, first: int, sessions: int) -> None:
        """Add the counts of so many *sessions* of another tally as those of the sessions from *first* on."""
        self._grow(first + sessions)
        counts = other._counts[:sessions]
        self._counts[first : first + len(counts)] += counts

    def of(self, name: str, sessions: Ints) -> Ints:
        """Return one count of some sessions."""
        if len(sessions):
            self._grow(int(sessions.max()) + 1)
        counts: Ints = self._counts[sessions, _PLACE[name]]
        return counts

    def total(self, name: str, sessions: Ints) -> int:
        """Return the sum of one count of some sessions."""
        return int(self.of(name, sessions).sum())

    def _grow(self, sessions: int) -> None:
        missing = sessions - len(self._counts)
        if missing > 0:
            room = max(missing, len(self._counts))
            self._counts = np.concatenate((self._counts, np.zeros((room, len(NAMES)), dtype=np.int64)))
