"""Why a capture found no statement, and what to do: by what the log holds instead."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from pgrehearse.base.clock import iso
from pgrehearse.base.errors import BadInput
from pgrehearse.capture.identity_advice import WHOSE
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.parse import messages

_FEW = 5
_SET = "set log_min_duration_statement = 0 (or log_statement = all), reload, and capture again"


@dataclass(frozen=True, slots=True)
class Found:
    """What a log without a statement to keep holds.

    *buckets*: its lines. *sessions*: user, database, application, first_us, last_us, *texts* (statements before any
    filter), *outside* (records outside the window), *why* (why a session was left out; null: it was not).
    """

    name: str
    buckets: dict[str, int]
    sessions: pl.DataFrame

    @property
    def lines(self) -> int:
        return sum(self.buckets.values())


def nothing(found: Found, options: CaptureOptions) -> BadInput:
    """Return the error of a log of which no statement is kept."""
    active = found.sessions.filter(pl.col("texts") > 0)
    left_out = active.filter(pl.col("why") == "outside the filter")
    if left_out.height:
        return _not_chosen(found, left_out, options)
    if (options.since_us is not None or options.until_us is not None) and found.sessions["outside"].sum():
        return _not_then(found, options)
    ours = active.drop_nulls("why")
    if ours.height:
        names = " and ".join(sorted(set(ours["why"])))
        return BadInput(
            f"{found.name}: all {ours['texts'].sum()} statements are {names}", remedy="capture while applications run"
        )
    nobody = active.filter((pl.col("user").fill_null("") == "") | (pl.col("database").fill_null("") == ""))
    if nobody.height:
        return BadInput(
            f"{found.name}: {nobody['texts'].sum()} statements, and no line of the log tells the user and the database of any of them",
            remedy=WHOSE,
        )
    return _no_text(found, options)


def _not_chosen(found: Found, left_out: pl.DataFrame, options: CaptureOptions) -> BadInput:
    """Say what there was instead of what was asked for."""
    selection = options.selection
    asked = [
        (option, column)
        for option, column, names in (
            ("--user", "user", selection.users | selection.no_users),
            ("--database", "database", selection.databases | selection.no_databases),
            ("--application", "application", selection.applications | selection.no_applications),
        )
        if names
    ]
    there = "; ".join(f"{column}s {_counted(left_out, column)}" for _, column in asked)
    options_said = ", ".join(f"{option}, {'--no-' + column}" for option, column in asked)
    return BadInput(
        f"{found.name}: no statement of the sessions that were chosen; the log holds {left_out['texts'].sum()} of {there}",
        remedy=f"choose others ({options_said})",
    )


def _counted(sessions: pl.DataFrame, column: str) -> str:
    """Return the names in a column with their statements, the most first."""
    rows = sessions.group_by(pl.col(column).fill_null("")).agg(pl.col("texts").sum())
    shown = rows.sort("texts", column, descending=[True, False])
    more = f" and {shown.height - _FEW} more" if shown.height > _FEW else ""
    return ", ".join(f"{name or '(none)'} ({count})" for name, count in shown.head(_FEW).iter_rows()) + more


def _not_then(found: Found, options: CaptureOptions) -> BadInput:
    """Say from when to when the log goes."""
    asked = " and ".join(
        f"{option} {iso(at_us)}"
        for option, at_us in (("--since", options.since_us), ("--until", options.until_us))
        if at_us is not None
    )
    first, last = (
        int(found.sessions[name].drop_nulls().sort()[place]) for name, place in (("first_us", 0), ("last_us", -1))
    )
    return BadInput(
        f"{found.name}: no statement began within {asked}; sessions were logged from {iso(first)} to {iso(last)}",
        remedy="give --since and --until within that time",
    )


def _no_text(found: Found, options: CaptureOptions) -> BadInput:
    """Say what the lines are, where none holds a statement."""
    buckets = found.buckets
    damaged, bare = buckets.get("damaged", 0), buckets.get(messages.BARE, 0)
    what = f"{found.name}: no statement in {found.lines} lines"
    if 2 * damaged > found.lines:
        where = f"--prefix {options.prefix!r}" if options.prefix is not None else "the format"
        return BadInput(
            f"{what}: {damaged} of them do not fit {where}",
            remedy="give --prefix exactly as the server has it (show log_line_prefix), or --format",
        )
    if options.source is not None and options.source.logs_statements:
        return BadInput(
            f"{what}, though --source logs statements now", remedy="give a log of that server and of this time"
        )
    if bare:
        return BadInput(f"{what}: {bare} are durations without a text (log_duration)", remedy=_SET)
    held = ", ".join(f"{name} {count}" for name, count in sorted(buckets.items(), key=lambda one: -one[1]) if count)
    return BadInput(f"{what} ({held})", remedy=_SET)
