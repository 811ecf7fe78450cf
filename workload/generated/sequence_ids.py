"""The ids of the draws of one sequence: its state in the catalog, its increment and its cache applied to the alignment."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import polars as pl

from pgrehearse.workload.arrays import Flags, Ints
from pgrehearse.workload.generated.alignment import Aligned, align
from pgrehearse.workload.generated.confirmation import consistent, nearest, only_draws
from pgrehearse.workload.generated.facts import Sequence
from pgrehearse.workload.generated.possible_ids import MANY, Draws, in_possible_order, possible_ids

# So many confirmed draws show whether the catalog is that of the window's start.
_EARLIEST = 9
# Each confirmed id bounds other draws, which can show more.
_ROUNDS = 4
# No use shows the id of a draw.
NONE = np.iinfo(np.int64).min


@dataclass(frozen=True, slots=True)
class SequenceIds:
    """*ids*: those of each draw, one draw after the other; *count*: how many it has; *confirmed*: a use shows its id; *certain*: the
    order of the log determines it.

    *late*: the catalog was read after the first ids of the log were drawn. *shift*: how many ids were drawn between the reading of
    the catalog and the first draw of the log.
    """

    ids: Ints
    count: Ints
    confirmed: Flags
    certain: Flags
    late: bool
    shift: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What the log shows of the draws of one sequence besides their order.

    *session*: of each draw; *strong*: whether the use of its id is in its transaction. *rest*: runs with uses
    that do not show which draw they confirm (row, id: lists). *opened*: sessions that were open before the window: what remained of
    their cache is not known. *origin*: of each draw: session, seq, visible. *uses*: the first use of each id: id, session, seq,
    last_record.
    """

    session: Ints
    strong: Flags
    rest: pl.DataFrame
    opened: frozenset[int]
    origin: pl.DataFrame
    uses: pl.DataFrame


def sequence_ids(sequence: Sequence, draws: Draws, shown: Shown) -> SequenceIds:
    """Return the ids of all draws of a sequence. *draws*: with the ids that uses show (``NONE``: none)."""
    first, late = _first(sequence, draws.id, shown.strong)
    step = np.int64(sequence.increment)
    possible = (draws.id != NONE) & ((draws.id - first) % step == 0)
    numbered = replace(draws, id=np.where(possible, np.maximum((draws.id - first) // step, -1), -1))
    if sequence.cache > 1:
        found = _in_blocks(numbered, shown.session, sequence.cache, shown.opened)
    else:
        numbered = replace(numbered, id=np.where(_possible(numbered, shown.strong), numbered.id, -1))
        number = (pl.element() - int(first)) // int(step)
        uses = shown.uses.filter((pl.col("id") - int(first)) % int(step) == 0).with_columns(
            (pl.col("id") - int(first)) // int(step)
        )
        rest = shown.rest.with_columns(pl.col("id").list.eval(number))
        found = _one_by_one(numbered, replace(shown, rest=rest, uses=uses))
    return replace(found, ids=first + found.ids * step, late=late)


def _first(sequence: Sequence, ids: Ints, strong: Flags) -> tuple[np.int64, bool]:
    """Return the first id that the draws of the log can have, and whether the catalog was read later.

    It was read later if most of the first ids that transactions drew and used are before the catalog's value (a few may be older
    ids that a transaction used behind a draw). The confirmed ids show the first one then.
    """
    sign = 1 if sequence.increment > 0 else -1
    after = sequence.next
    rows = np.flatnonzero(strong & (ids != NONE))
    earliest = ids[rows[:_EARLIEST]]
    if after is not None and 2 * int(((earliest - after) * sign < 0).sum()) <= len(earliest):
        return np.int64(after), False
    if not len(rows):
        return np.int64(sequence.start), True
    possible = (ids[rows] - rows * sequence.increment) * sign
    return np.int64(sign * max(int(np.median(possible)) - len(ids), sequence.start * sign)), True


def _possible(draws: Draws, strong: Flags) -> Flags:
    """Return which confirmed ids are possible: not smaller than the number of ids that were certainly drawn before.

    Where a use outside of the transaction shows the id (it may be another client's), it has also to be among those that
    can have been drawn before the end of the statement, if the log shows all draws.
    """
    order = np.argsort(draws.before, kind="stable")
    least = np.append(0, np.cumsum(draws.least[order]))
    low = least[np.searchsorted(draws.before[order], draws.after, side="left")]
    order = np.argsort(draws.after, kind="stable")
    most = np.append(0, np.cumsum(np.minimum(draws.most[order], MANY)))
    high = most[np.searchsorted(draws.after[order], draws.before, side="left")]
    possible: Flags = (draws.id >= low) & (strong | (draws.id < high))
    return possible


def _one_by_one(draws: Draws, shown: Shown) -> SequenceIds:
    """Return the numbers of the draws of a sequence that each session draws from one by one."""
    every = _consistent(draws)
    draws = _consistent(replace(draws, id=np.where(shown.strong, draws.id, -1)))
    if not _complete(draws):
        return _with_gaps(draws, every, shown.rest)
    for _ in range(_ROUNDS):
        more = only_draws(possible_ids(draws), shown.origin, shown.uses)
        if more.is_empty():
            break
        draws = _consistent(_with_ids(draws, more))
    possible = possible_ids(draws)
    order = np.arange(len(draws.id))
    order[possible.rows] = possible.rows[in_possible_order(possible)]
    found = align(draws.taken(order))
    ids, certain = np.empty_like(found.ids), np.empty_like(found.certain)
    ids[order], certain[order] = found.ids, found.certain
    return SequenceIds(ids, found.count, draws.id >= 0, certain, late=False, shift=found.shift)


def _complete(draws: Draws) -> bool:
    """Return whether the log can have all draws: it shows their number, and no use shows an id that more draws must have preceded."""
    confirmed = draws.id >= 0
    begun = np.searchsorted(np.sort(draws.after), draws.before[confirmed], side="left")
    return draws.known and bool((draws.id[confirmed] < begun).all())


def _with_gaps(draws: Draws, every: Draws, rest: pl.DataFrame) -> SequenceIds:
    """Return the numbers of draws among which others are that the log does not count: uses show about how many.

    *every*: also with the ids that the session used behind a drawing statement in another transaction.
    """
    plain, found = align(draws), align(every)
    if rest.height:
        more = nearest(rest, _first_ids(found), every.id < 0)
        more = more.filter(pl.Series(~np.isin(more["id"].to_numpy(), every.id)))
        found = align(_consistent(_with_ids(every, more)))
    # What only an estimate shows is not certain.
    confirmed = (draws.id >= 0) & (_first_ids(found) == draws.id)
    certain = found.certain & plain.certain & (_first_ids(found) == _first_ids(plain))
    return SequenceIds(found.ids, found.count, confirmed, certain, late=False, shift=found.shift)


def _first_ids(found: Aligned) -> Ints:
    """Return the first id of each draw; of one that drew none, that of the next."""
    first: Ints = np.append(found.ids, 0)[np.cumsum(found.count) - found.count]
    return first


def _with_ids(draws: Draws, more: pl.DataFrame) -> Draws:
    """Return the draws with more confirmed ids (row, id)."""
    ids = draws.id.copy()
    ids[more["row"].to_numpy()] = more["id"].to_numpy()
    return replace(draws, id=ids)


def _consistent(draws: Draws) -> Draws:
    """Return the draws without the ids that contradict most others."""
    rows = np.flatnonzero((draws.id >= 0) & (draws.least == 1) & (draws.most == 1))
    kept = rows[consistent(draws.after[rows], draws.before[rows], draws.id[rows])]
    ids = np.full_like(draws.id, -1)
    ids[kept] = draws.id[kept]
    return replace(draws, id=ids)


def _in_blocks(draws: Draws, session: Ints, cache: int, opened: frozenset[int]) -> SequenceIds:
    """Return the numbers of the draws of a sequence with a cache: each session draws *cache* ids at once, and uses them one by one."""
    order = np.argsort(session, kind="stable")
    starts = np.append(True, np.diff(session[order]) != 0)[: len(order)]
    rows = np.arange(len(order))
    within = np.empty(len(order), dtype=np.int64)
    within[order] = rows - np.maximum.accumulate(np.where(starts, rows, 0))
    within += _phase(draws.id, session, within, cache, opened)[session]
    place = within % cache
    fits = (draws.id >= 0) & (draws.id % cache == place)
    block = pl.struct(pl.Series("session", session), pl.Series("block", within // cache))
    named = pl.select(block.alias("block"), id=np.where(fits, draws.id // cache, -1)).with_row_index("row")
    blocks = named.group_by("block", maintain_order=True).agg(pl.col("row").first(), pl.col("id").max())
    number = named.join(blocks.with_row_index("number").select("block", "number"), on="block", maintain_order="left")[
        "number"
    ].to_numpy()
    heads = blocks["row"].to_numpy()
    ones = np.ones(len(heads), dtype=np.int64)
    line = _consistent(Draws(draws.after[heads], draws.before[heads], ones, ones, blocks["id"].to_numpy()))
    found = align(line)
    ids = found.ids[number] * cache + place
    exact = draws.least == draws.most
    lost = np.zeros(int(session.max(initial=0)) + 1, dtype=np.bool_)
    lost[session[~exact]] = True
    certain = found.certain[number] & ~lost[session] & exact
    confirmed = fits & (ids == draws.id)
    return SequenceIds(ids, np.ones_like(ids), confirmed, certain | confirmed, late=False, shift=found.shift)


def _phase(ids: Ints, session: Ints, within: Ints, cache: int, opened: frozenset[int]) -> Ints:
    """Return, by session, how many ids of its first block each had used before: 0, or as the first id that a use shows."""
    phase = np.zeros(int(session.max(initial=0)) + 1, dtype=np.int64)
    rows = np.flatnonzero((ids >= 0) & np.isin(session, list(opened)))[::-1]
    phase[session[rows]] = (ids[rows] - within[rows]) % cache
    return phase
