"""How far a copy is from the start of a capture's window: its sequences, and its newest commit.

A server writes ahead of itself into the log how far a sequence has come: 32 values (and its cache) at once. A copy that
recovers from that log has its sequences up to so many values ahead, and every id that it draws is another than production's.
What production drew first is not in its log, which holds no results: the best that can be known is that the window's first
insert drew what follows the largest value of the column that owns the sequence. A sequence that is further ahead than
recovery explains (rows were deleted, transactions rolled back), or that recovery did not touch (it still counts values that
are logged in advance), is right as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import asyncpg

# How many values the server logs in advance (SEQ_LOG_VALS).
IN_ADVANCE = 32
# Nothing that is asked of a table takes longer.
_PATIENCE_MS = 5_000
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
# Commits of this server's own life are no production's.
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
        """Return how many values lie between what the next insert draws and what follows the column's newest (negative: it is behind)."""
        drawn = self.last if self.called else self.last - self.increment
        held = self.newest if self.newest is not None else self.start - self.increment
        return (drawn - held) // self.increment

    @property
    def drifts(self) -> bool:
        """Whether it hands out other values than the window's first insert drew, as far as can be known."""
        if self.cycles:
            return False
        recovered = self.called and self.logged == 0 and self.ahead <= IN_ADVANCE + self.cache
        return self.ahead < 0 or (self.ahead > 0 and recovered)

    @property
    def aligned(self) -> tuple[int, bool]:
        """Return what ``setval`` takes so that the next value follows the column's newest: value, and whether it was drawn."""
        return (self.newest, True) if self.newest is not None else (self.start, False)

    def __str__(self) -> str:
        side = "ahead of" if self.ahead > 0 else "behind"
        return f"{self.name} is {abs(self.ahead)} {side} {self.column}"

    def document(self) -> dict[str, Any]:
        """Return what ``targets adopt --json`` tells of it."""
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
    """What a copy began with: its *sequences*, those of which nothing could be read (*unread*), and when production's last
    transaction that it holds committed, by the wall clock (None: the server does not tell)."""

    sequences: tuple[SequenceState, ...]
    unread: tuple[str, ...]
    newest_us: int | None

    @property
    def drifting(self) -> tuple[SequenceState, ...]:
        """The sequences that are not where the window's first insert found them."""
        return tuple(one for one in self.sequences if one.drifts)


async def start_state(connection: asyncpg.Connection) -> StartState:
    """Read how far a copy is. Nothing outside it is asked: no foreign table, and no table that has one as a partition."""
    found, unread = [], []
    for row in await connection.fetch(_SEQUENCES):
        try:
            async with connection.transaction(readonly=True):
                # Rows that a policy hides are an error, not a smaller maximum; names mean PostgreSQL's own.
                await connection.execute(
                    f"set local row_security = off; set local search_path = pg_catalog; set local statement_timeout = {_PATIENCE_MS}"
                )
                (state,) = await connection.fetch(row["state"])
                newest = await connection.fetchval(row["newest"])
        except asyncpg.PostgresError:
            unread.append(str(row["name"]))
            continue
        known = {name: row[name] for name in ("oid", "name", "column", "increment", "start", "cache", "cycles")}
        found.append(SequenceState(last=state[0], called=state[1], logged=state[2], newest=newest, **known))
    try:
        newest_us = await connection.fetchval(_NEWEST)
    except asyncpg.PostgresError:
        newest_us = None
    return StartState(tuple(found), tuple(unread), newest_us)


async def align(connection: asyncpg.Connection, sequences: tuple[SequenceState, ...]) -> None:
    """Set sequences to what the window's first insert drew, all or none. The database has to have proved itself before."""
    async with connection.transaction():
        for one in sequences:
            value, called = one.aligned
            await connection.execute(
                "select pg_catalog.setval($1::pg_catalog.oid::pg_catalog.regclass, $2, $3)", one.oid, value, called
            )


def start_notes(state: StartState, window_start_us: int) -> list[str]:
    """Say how far a copy is from the window's start ([]: not at all, as far as can be known)."""
    notes = []
    if state.drifting:
        shown = "; ".join(str(one) for one in state.drifting[:3])
        more = f" and {len(state.drifting) - 3} more" if len(state.drifting) > 3 else ""
        notes.append(
            f"ids will drift: {shown}{more}: what the log names by id is another row here, or none. Restore the copy again and adopt it with --align-sequences"
        )
    if state.unread:
        notes.append(
            f"how far these sequences are is not known (no permission, or it takes too long): {', '.join(state.unread[:5])}"
        )
    if state.newest_us is not None and (apart := gap(state.newest_us, window_start_us)):
        notes.append(apart)
    return notes


def gap(newest_us: int, window_start_us: int) -> str:
    """Say how far a copy's newest commit is from the window's start ("": within a second)."""
    seconds = (newest_us - window_start_us) / 1e6
    if seconds > 1:
        return (
            f"the copy's newest commit is {seconds:,.0f} s after the window's start: what was done until then is in it already, and is done twice. "
            f"Replay from there (--from {seconds:.0f}s), or capture from there (--since)"
        )
    if seconds < -1:
        return (
            f"the copy's newest commit is {-seconds:,.0f} s before the window's start: what production committed in between, if anything, is missing. "
            "Capture from there (--since), or restore a later copy"
        )
    return ""
