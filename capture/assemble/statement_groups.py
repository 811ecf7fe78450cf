"""Log records of one session become events: which records describe the same statement.

Theory of operation. A session's records are in the order in which the server wrote them. A *group* is the run of
records that describes one event:

* with durations and texts in one record (``log_min_duration_statement``) the group ends at its execute or statement;
  parse and bind come before it;
* with texts at their start (``log_statement = all``) the group begins at the text; a bare duration or an ERROR
  that follows closes it; bare durations before the text are its parse and bind;
* an ERROR closes the open group of the same SQL, or is a group by itself.

Whether a record opens a group therefore follows from the record before it, which makes the grouping a few vector
comparisons. The last group of a session is held until the next block, since only the next record shows that it is
complete.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from pgrehearse.capture.assemble.record_view import Rows
from pgrehearse.capture.parse.messages import (
    BARE,
    BIND,
    DISCONNECTED,
    ERROR,
    EVENTFUL,
    EXECUTE,
    FATAL,
    FETCH,
    PARSE,
    RECEIVED,
    STATEMENT,
)
from pgrehearse.workload.arrays import Flags, Ints

CODE = {word: number for number, word in enumerate(EVENTFUL)}
NONE = np.int64(-1)


@dataclass(frozen=True, slots=True)
class Groups:
    """Statement groups of a block, in (session, record) order. Positions index the block's rows; -1: there is none.

    *first*/*last*: a group's rows. *main*: its statement or execute. *bind*, *parse*, *error*: those rows.
    *took_us*: the duration of the main record, -1 unknown. *parse_us*, *bind_us*: -1 if they are not logged.
    *prelude_us*: the sum of the durations before the main record.
    """

    first: Ints
    last: Ints
    main: Ints
    parse: Ints
    bind: Ints
    error: Ints
    took_us: Ints
    parse_us: Ints
    bind_us: Ints
    prelude_us: Ints

    def taken(self, keep: Ints) -> Groups:
        """Return some of the groups."""
        return Groups(*(getattr(self, name)[keep] for name in Groups.__slots__))


def statement_groups(records: Rows) -> Groups:
    """Group a block's records. Columns read: session, what, duration_us, name, sql."""
    what = records.codes()
    session = records.numbers("session")
    duration = records.numbers("duration_us")
    same = np.empty(len(what), dtype=np.bool_)
    same[:1] = False
    np.equal(session[1:], session[:-1], out=same[1:])
    main = (what == CODE[STATEMENT]) | (what == CODE[EXECUTE]) | (what == CODE[FETCH])
    bare = what == CODE[BARE]
    begins = _begins(records, what, same, main & (duration < 0), bare)
    first = np.flatnonzero(begins).astype(np.int64)
    last = np.append(first[1:], len(what)) - 1
    failed = (what == CODE[ERROR]) | (what == CODE[FATAL])
    if len(first) == len(what):  # every record is a group
        rows = np.arange(len(what), dtype=np.int64)
        none = np.full(len(what), NONE)
        return Groups(
            first,
            last,
            np.where(main, rows, NONE),
            np.where(what == CODE[PARSE], rows, NONE),
            np.where(what == CODE[BIND], rows, NONE),
            np.where(failed, rows, NONE),
            np.where(main, duration, NONE),
            none,
            none,
            np.where(main | failed, np.int64(0), np.maximum(duration, 0)),
        )
    kinds = _Kinds(what, main, failed, duration)
    return _grouped(first, last, kinds)


def _begins(records: Rows, what: Ints, same: Flags, text: Flags, bare: Flags) -> Flags:
    """Return which rows open a group."""
    begins = np.ones(len(what), dtype=np.bool_)
    after_text = np.zeros_like(begins)
    after_text[1:] = text[:-1] & same[1:]
    prelude_bare = bare & ~after_text
    after_bare = np.zeros_like(begins)
    after_bare[1:] = prelude_bare[:-1] & same[1:]
    unnamed_parse = what == CODE[PARSE]
    parses = np.flatnonzero(unnamed_parse)
    if len(parses):
        unnamed_parse[parses] = (records.texts("name", parses) == "").fill_null(value=False).to_numpy()
    after_parse = np.zeros_like(begins)
    after_parse[1:] = unnamed_parse[:-1] & same[1:]
    after_bind = np.zeros_like(begins)
    after_bind[1:] = (what == CODE[BIND])[:-1] & same[1:]
    main = text | (what == CODE[STATEMENT]) | (what == CODE[EXECUTE]) | (what == CODE[FETCH])
    failed = (what == CODE[ERROR]) | (what == CODE[FATAL])
    begins[bare & (after_text | after_bare)] = False
    begins[(what == CODE[BIND]) & after_parse] = False
    begins[main & (what != CODE[STATEMENT]) & (after_bind | after_bare)] = False
    if failed.any():
        begins[failed & (after_text | after_parse | after_bind | after_bare) & _about_the_same(records, failed)] = False
    return begins


def _about_the_same(records: Rows, failed: Flags) -> Flags:
    """Return, for each error, whether its statement is that of the record before it (or either is not logged).

    A session that is terminated while idle has no statement: its command tag is idle, or it has neither tag nor SQL.
    """
    rows = np.flatnonzero(failed)
    own, previous = records.texts("sql", rows), records.texts("sql", np.maximum(rows - 1, 0))
    idle = records.texts("tag", rows).fill_null("idle").str.starts_with("idle")
    ended = own.is_null() & idle & pl.Series(records.codes()[rows] == CODE[FATAL])
    same = np.zeros(len(failed), dtype=np.bool_)
    same[rows] = (((own == previous) | own.is_null() | previous.is_null()) & ~ended).to_numpy()
    return same


@dataclass(frozen=True, slots=True)
class _Kinds:
    """A block's records: their codes, which are statements or executes, which are errors, their durations (-1: none)."""

    what: Ints
    main: Flags
    failed: Flags
    duration: Ints


def _grouped(first: Ints, last: Ints, kinds: _Kinds) -> Groups:
    what, duration = kinds.what, kinds.duration
    rows = np.arange(len(what), dtype=np.int64)

    def position(flag: Flags) -> Ints:
        return np.maximum.reduceat(np.where(flag, rows, NONE), first)

    def total(flag: Flags) -> Ints:
        sums = np.add.reduceat(np.where(flag, duration, 0), first)
        return np.where(np.add.reduceat(flag.astype(np.int64), first) > 0, sums, NONE)

    mains = position(kinds.main)
    main_of_row = mains[np.cumsum(np.isin(rows, first)) - 1]
    after_main = (main_of_row >= 0) & (rows > main_of_row)
    bare = what == CODE[BARE]
    closing = total(bare & after_main)
    own = np.where(mains >= 0, duration[np.maximum(mains, 0)], NONE)
    parses, binds = what == CODE[PARSE], what == CODE[BIND]
    before = np.add.reduceat(np.where((parses | binds | bare) & ~after_main, duration, 0), first)
    bare_before = total(bare & ~after_main)
    return Groups(
        first,
        last,
        mains,
        position(parses),
        position(binds),
        position(kinds.failed),
        took_us=np.where(own >= 0, own, closing),
        parse_us=total(parses),
        bind_us=np.where(bare_before >= 0, bare_before, total(binds)),
        prelude_us=before,
    )


def incomplete(records: Rows, groups: Groups) -> Flags:
    """Return which groups are held until the next block: each session's last, with the fetches and preludes after it.

    Whether an execute leads a pipeline is visible in the next execute, whose bind may already be in this block.
    A disconnection (or a connection just received) is complete by itself.
    """
    what = records.codes()
    session = records.numbers("session")[groups.first]
    places = np.arange(len(session), dtype=np.int64)
    last = np.append(session[1:] != session[:-1], True)
    end = np.minimum.accumulate(np.where(last, places, len(session))[::-1])[::-1]
    main = what[np.maximum(groups.main, 0)]
    first = what[groups.first]
    prelude = (groups.main < 0) & (groups.error < 0) & np.isin(first, [CODE[PARSE], CODE[BIND], CODE[BARE]])
    trailing = prelude | ((groups.main >= 0) & (main == CODE[FETCH]))
    head = np.maximum.accumulate(np.where(trailing, -1, places))
    complete = (first == CODE[DISCONNECTED]) | (first == CODE[RECEIVED])
    held: Flags = (places >= head[end]) & ~complete[end]
    return held
