"""Statement groups become events: what each event is, and its times."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pgrehearse.capture.assemble.record_view import Rows
from pgrehearse.capture.assemble.statement_groups import CODE, Groups
from pgrehearse.capture.parse import messages
from pgrehearse.capture.parse.messages import EXECUTE, FETCH, PARSE, RECEIVED, STATEMENT
from pgrehearse.workload.arrays import Flags, Ints
from pgrehearse.workload.schema import Action

# Kinds of events, as codes of ``Action``.
CODES = {action.value: number for number, action in enumerate(Action)}
_A = CODES


@dataclass(frozen=True, slots=True)
class Drafts:
    """Events as their records' numbers describe them: their statement groups, actions and times.

    *anchor*: the main record of the event. *at_us* is -1 if the log does not show its start.
    """

    groups: Groups
    action: Ints
    anchor: Ints
    session: Ints
    took_us: Ints
    at_us: Ints
    log_us: Ints
    failed: Flags

    @property
    def statement(self) -> Flags:
        """Which events run SQL."""
        flags: Flags = (self.action == _A["query"]) | (self.action == _A["execute"])
        return flags

    def taken(self, keep: Ints) -> Drafts:
        """Return some of the events."""
        return Drafts(self.groups.taken(keep), *(getattr(self, name)[keep] for name in Drafts.__slots__[1:]))


@dataclass(frozen=True, slots=True)
class Places:
    """The place of each event: *seq* in its session, its transaction and pipeline (-1: none), whether it committed.

    *ended_before_us*: when the event before it in its session ended (-1: not known).
    """

    seq: Ints
    transaction: Ints
    commits: Flags
    pipeline: Ints
    ended_before_us: Ints

    def taken(self, keep: Ints) -> Places:
        """Return the places of some events."""
        return Places(*(getattr(self, name)[keep] for name in Places.__slots__))


def actions(records: Rows, groups: Groups) -> Ints:
    """Return each group's action as a code of ``Action``; -1: the group makes no event."""
    what = records.codes()
    main = np.where(groups.main >= 0, what[np.maximum(groups.main, 0)], -1)
    first = what[groups.first]
    out = np.full(len(first), -1, dtype=np.int64)
    out[main == CODE[STATEMENT]] = _A["query"]
    out[(main == CODE[EXECUTE]) | (main == CODE[FETCH])] = _A["execute"]
    out[first == CODE[RECEIVED]] = _A["connect"]
    out[first == CODE[messages.DISCONNECTED]] = _A["disconnect"]
    parses = np.flatnonzero((first == CODE[PARSE]) & (main < 0) & (groups.error < 0))
    if len(parses):
        named = (records.texts("name", groups.first[parses]) != "").fill_null(value=False).to_numpy()
        out[parses[named]] = _A["prepare"]
    alone = np.flatnonzero((groups.error >= 0) & (main < 0))
    if len(alone):
        out[alone] = _failed_actions(records, groups, alone)
    return out


def _failed_actions(records: Rows, groups: Groups, alone: Ints) -> Ints:
    """Return the actions of groups without a statement or execute (*alone*), by the statement of their error."""
    errors = records.at(groups.error[alone], "sql", "tag")
    # If no command tag is logged, a placeholder is a sign of the extended protocol.
    placeholder = errors["tag"].is_null() & errors["sql"].str.contains(r"\$\d")
    extended = (
        (errors["tag"].is_in(["PARSE", "BIND"]) | placeholder).fill_null(value=False).to_numpy()
        | (groups.bind[alone] >= 0)
        | (groups.parse[alone] >= 0)
    )
    has_sql = errors["sql"].is_not_null().to_numpy()
    return np.where(has_sql, np.where(extended, _A["execute"], _A["query"]), -1)


def with_fetches(groups: Groups, fetch: Flags) -> Ints:
    """Add the time of ``execute fetch from`` to the execute it continues."""
    if not fetch.any():
        return groups.took_us
    rows = np.arange(len(fetch), dtype=np.int64)
    owner = np.maximum.accumulate(np.where(fetch, -1, rows))
    took = groups.took_us.copy()
    np.add.at(took, owner[fetch & (owner >= 0)], np.maximum(groups.took_us[fetch & (owner >= 0)], 0))
    return took


def drafts(records: Rows, groups: Groups, action: Ints, took: Ints) -> Drafts:
    """Return the events of groups, by the numbers of their records. *took*: the duration of each group's statement."""
    anchor = np.where(groups.main >= 0, groups.main, np.where(groups.error >= 0, groups.error, groups.first))
    logged = records.numbers("time_us")
    duration = np.maximum(records.numbers("duration_us"), 0)
    prelude = groups.prelude_us > 0
    own = np.where(groups.main >= 0, duration[anchor], 0)
    start = np.where(prelude, logged[groups.first] - duration[groups.first], logged[anchor] - own)
    unknown = (groups.main < 0) & (groups.error >= 0) & ~prelude
    statement = (action == _A["query"]) | (action == _A["execute"])
    prepare = action == _A["prepare"]
    return Drafts(
        groups=groups,
        action=action,
        anchor=anchor,
        session=records.numbers("session")[anchor],
        took_us=np.where(prepare, duration[anchor], np.where(statement, took, -1)),
        at_us=np.where(unknown, -1, start),
        log_us=logged[groups.last],
        failed=(groups.error >= 0) & (statement | prepare),
    )
