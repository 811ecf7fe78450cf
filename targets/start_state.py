"""How far a copy is from the start of a capture's window: its sequences, and its newest commit.

A server writes the position of a sequence to the WAL in advance: 32 values (and its cache) at once. A copy that recovers from
that WAL has its sequences up to so many values ahead, and every id that it draws differs from production's id. The first id
that production drew is not in its log, which holds no results: the best estimate is that the window's first insert drew the
value after the largest value of the column that owns the sequence. A sequence that is further ahead than recovery explains
(rows were deleted, transactions were rolled back), or that recovery did not touch (it still counts values that are logged in
advance), is correct as it is.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import asyncpg

# How many values the server logs in advance (SEQ_LOG_VALS).
IN_ADVANCE = 32
# The longest time that a query of a table may take.
_TIMEOUT_MS = 5_000
_SEQUENCES = """
with recursive outside as (
    select oid from pg_catalog.pg_class where relkind = 'f'
    union select i.inhparent from pg_catalog.pg_inherits i join outside o on o.oid = i.inhrelid
)
select s.oid, format('%I.%I', sn.nspname, s.relname) as name, format('%I.%I.%I', n.nspname, c.relname, a.attname) as "column",
    format('select last_value, is_called, log_cnt from %I.%I', sn.nspname, s.relname) as state,
    format('select %s(%I)::bigint from %I.%I', case when q.seqincrement > 0 then 'max' else 'min' end, a.attname, n.nspname, c.relname) as newest,
    q.seqincrement as increment, q.seqstart as start, q.seqcache as cache, q.seqcycle as cycles
from pg_catalog.pg_depend d
join pg_catalog.pg_class s on s.oid = d.objid and s.relkind = 'S'
join pg_catalog.pg_namespace sn on sn.oid = s.relnamespace
join pg_catalog.pg_sequence q on q.seqrelid = s.oid
join pg_catalog.pg_class c on c.oid = d.refobjid and c.relkind in ('r', 'p')
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid and a.atttypid in (20, 21, 23)
where d.classid = 'pg_catalog.pg_class'::regclass and d.refclassid = 'pg_catalog.pg_class'::regclass and d.deptype in ('a', 'i')
    and n.nspname <> 'pgrehearse' and c.relpersistence <> 't' and c.oid not in (select oid from outside)
order by 2
"""
# Commits since the start of this server are not commits of production.
_NEWEST = """
select (extract(epoch from greatest(pg_catalog.pg_last_xact_replay_timestamp(), (
    select max(pg_catalog.pg_xact_commit_timestamp((x % 4294967296)::text::xid)) filter (
        where pg_catalog.pg_xact_commit_timestamp((x % 4294967296)::text::xid) < pg_catalog.pg_postmaster_start_time())
    from pg_catalog.generate_series(
        greatest(pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text::bigint - 2000, 3),
        pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text::bigint - 1) as x
    where pg_catalog.current_setting('track_commit_timestamp') = 'on'
))) * 1000000)::bigint
"""


@dataclass(frozen=True, slots=True)
class SequenceState:
    """A sequence and the column that owns it, both as SQL names. *last*: its value, *called*: whether it was drawn; *logged*:
    values that are logged in advance; *newest*: the column's largest value (of a descending sequence the smallest; None:
    the table is empty)."""

    oid: int
    name: str
    column: str
    last: int
    called: bool
    logged: int
    newest: int | None
    increment: int
    start: int
    cache: int = 1
    cycles: bool = False

    @property
    def ahead(self) -> int:
        """Return by how many values the next id is ahead of the value after the column's newest (negative: behind it)."""
        drawn = self.last if self.called else self.last - self.increment
        newest = self.newest if self.newest is not None else self.start - self.increment
        return (drawn - newest) // self.increment

    @property
    def drifts(self) -> bool:
        """Whether its next value differs from the value that the window's first insert drew, by the estimate above."""
        if self.cycles:
            return False
        recovered = self.called and self.logged == 0 and self.ahead <= IN_ADVANCE + self.cache
        return self.ahead < 0 or (self.ahead > 0 and recovered)

    @property
    def aligned(self) -> tuple[int, bool]:
        """Return the arguments of ``setval`` after which the next value follows the column's newest: value, and whether it was drawn."""
        return (self.newest, True) if self.newest is not None else (self.start, False)

    def __str__(self) -> str:
        side = "ahead of" if self.ahead > 0 else "behind"
        return f"{self.name} is {abs(self.ahead)} {side} {self.column}"

    def document(self) -> dict[str, Any]:
        """Return the entry of ``targets adopt --json``."""
        value, called = self.aligned
        return {
            "sequence": self.name,
            "column": self.column,
            "ahead": self.ahead,
            "was": self.last,
            "set": value,
            "is_called": called,
        }


@dataclass(frozen=True, slots=True)
class StartState:
    """The start state of a copy: its *sequences*, the names of those that could not be read (*unread*), and the commit time of
    production's last transaction in the copy, by the wall clock (None: the server does not report it)."""

    sequences: tuple[SequenceState, ...]
    unread: tuple[str, ...]
    newest_us: int | None

    @property
    def drifting(self) -> tuple[SequenceState, ...]:
        """The sequences with another position than at the window's first insert."""
        return tuple(sequence for sequence in self.sequences if sequence.drifts)


async def start_state(connection: asyncpg.Connection, only: Collection[str] | None = None) -> StartState:
    """Read the start state of a copy, or only of the sequences *only* (SQL names). No foreign table is read, and no table that has
    one as a partition."""
    sequences, unread = [], []
    rows = await connection.fetch(_SEQUENCES)
    for row in (one for one in rows if only is None or one["name"] in only):
        try:
            async with connection.transaction(readonly=True):
                # With row_security off, rows that a policy hides are an error instead of a smaller maximum.
                await connection.execute(
                    f"set local row_security = off; set local search_path = pg_catalog; set local statement_timeout = {_TIMEOUT_MS}"
                )
                (state,) = await connection.fetch(row["state"])
                newest = await connection.fetchval(row["newest"])
        except asyncpg.PostgresError:
            unread.append(str(row["name"]))
            continue
        columns = {name: row[name] for name in ("oid", "name", "column", "increment", "start", "cache", "cycles")}
        sequences.append(SequenceState(last=state[0], called=state[1], logged=state[2], newest=newest, **columns))
    try:
        newest_us = await connection.fetchval(_NEWEST)
    except asyncpg.PostgresError:
        newest_us = None
    return StartState(tuple(sequences), tuple(unread), newest_us)


async def align(connection: asyncpg.Connection, sequences: tuple[SequenceState, ...]) -> None:
    """Set sequences to the value that the window's first insert drew, all or none. The caller has verified the database."""
    async with connection.transaction():
        for sequence in sequences:
            value, called = sequence.aligned
            await connection.execute(
                "select pg_catalog.setval($1::pg_catalog.oid::pg_catalog.regclass, $2, $3)", sequence.oid, value, called
            )


def start_notes(state: StartState, window_start_us: int | None, *, own_ids: bool = True) -> list[str]:
    """Return notes on the difference between a copy and the window's start ([]: none was detected; None: its newest commit is not compared).
    *own_ids*: the copy's sequences give the ids of the replay."""
    notes = []
    if state.drifting and own_ids:
        shown = "; ".join(map(str, state.drifting[:3]))
        more = f" and {len(state.drifting) - 3} more" if len(state.drifting) > 3 else ""
        notes.append(
            f"ids will drift: {shown}{more}: the ids in the log refer to other rows on this copy, or to none. Restore the copy again and adopt it with --align-sequences"
        )
    if state.unread:
        notes.append(
            f"the positions of these sequences could not be read (no permission, or timeout): {', '.join(state.unread[:5])}"
        )
    if state.newest_us is not None and window_start_us is not None:
        notes += filter(None, [commit_gap(state.newest_us, window_start_us)])
    return notes


def commit_gap(newest_us: int, window_start_us: int) -> str:
    """Return a note on the time between a copy's newest commit and the window's start ("": at most a second)."""
    seconds = (newest_us - window_start_us) / 1e6
    if seconds > 1:
        return (
            f"the copy's newest commit is {seconds:,.0f} s after the window's start: the transactions until then are already in the copy, and the replay executes them again. "
            f"Replay from there (--from {seconds:.0f}s), or capture from there (--since)"
        )
    if seconds < -1:
        return (
            f"the copy's newest commit is {-seconds:,.0f} s before the window's start: transactions that production committed in between are missing. "
            "Capture from there (--since), or restore a later copy"
        )
    return ""
