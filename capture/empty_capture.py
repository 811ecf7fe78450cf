"""The error of a capture without a statement: the reason and the remedy, by what the log contains."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from pgrehearse.base.clock import iso
from pgrehearse.base.errors import BadInput
from pgrehearse.capture.identity_advice import LOG_IDENTITY
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.parse import messages

_FEW = 5
_SET_LOGGING = "set log_min_duration_statement = 0 (or log_statement = all), reload, and capture again"


@dataclass(frozen=True, slots=True)
class LogContent:
    """What a log without a statement to keep contains.

    *buckets*: its lines. *sessions*: user, database, application, first_us, last_us, *texts* (statements before any
    filter), *outside* (records outside the window), *reason* (why a session was excluded; null: it was not).
    """

    name: str
    buckets: dict[str, int]
    sessions: pl.DataFrame

    @property
    def lines(self) -> int:
        return sum(self.buckets.values())


def no_statement_error(log: LogContent, options: CaptureOptions) -> BadInput:
    """Return the error of a log of which no statement is kept."""
    active = log.sessions.filter(pl.col("texts") > 0)
    not_selected = active.filter(pl.col("reason") == messages.OUTSIDE)
    if not_selected.height:
        return _not_selected(log, not_selected, options)
    if (options.since_us is not None or options.until_us is not None) and log.sessions["outside"].sum():
        return _not_in_window(log, options)
    not_application = active.drop_nulls("reason")
    if not_application.height:
        names = " and ".join(sorted(set(not_application["reason"])))
        return BadInput(
            f"{log.name}: none of the {not_application['texts'].sum()} statements is an application's (sessions: {names})",
            remedy="capture while applications run",
        )
    unidentified = active.filter((pl.col("user").fill_null("") == "") | (pl.col("database").fill_null("") == ""))
    if unidentified.height:
        return BadInput(
            f"{log.name}: no line of the log contains the user and the database of any of its "
            f"{unidentified['texts'].sum()} statements",
            remedy=LOG_IDENTITY,
        )
    return _no_text(log, options)


def _not_selected(log: LogContent, excluded: pl.DataFrame, options: CaptureOptions) -> BadInput:
    """Return the error that no session was selected, with the names that the log contains."""
    selection = options.selection
    columns = [
        column
        for column, names in (
            ("user", selection.users | selection.no_users),
            ("database", selection.databases | selection.no_databases),
            ("application", selection.applications | selection.no_applications),
        )
        if names
    ]
    present = "; ".join(f"{column}s {_counted(excluded, column)}" for column in columns)
    filters = ", ".join(f"--{column}, --no-{column}" for column in columns)
    return BadInput(
        f"{log.name}: no statement of the selected sessions; the log contains {excluded['texts'].sum()} statements of {present}",
        remedy=f"select other sessions ({filters})",
    )


def _counted(sessions: pl.DataFrame, column: str) -> str:
    """Return the names in a column with the number of their statements, the highest first."""
    rows = sessions.group_by(pl.col(column).fill_null("")).agg(pl.col("texts").sum())
    shown = rows.sort("texts", column, descending=[True, False])
    more = f" and {shown.height - _FEW} more" if shown.height > _FEW else ""
    return ", ".join(f"{name or '(none)'} ({count})" for name, count in shown.head(_FEW).iter_rows()) + more


def _not_in_window(log: LogContent, options: CaptureOptions) -> BadInput:
    """Return the error that no statement is in the window, with the times of the log."""
    window = " and ".join(
        f"{option} {iso(at_us)}"
        for option, at_us in (("--since", options.since_us), ("--until", options.until_us))
        if at_us is not None
    )
    first, last = (
        int(log.sessions[name].drop_nulls().sort()[place]) for name, place in (("first_us", 0), ("last_us", -1))
    )
    return BadInput(
        f"{log.name}: no statement began in the window ({window}); sessions were logged from {iso(first)} to {iso(last)}",
        remedy="give --since and --until within that time",
    )


def _no_text(log: LogContent, options: CaptureOptions) -> BadInput:
    """Return the error that no line contains a statement, with what the lines are."""
    buckets = log.buckets
    damaged, bare = buckets.get("damaged", 0), buckets.get(messages.BARE, 0)
    problem = f"{log.name}: no statement in {log.lines} lines"
    if 2 * damaged > log.lines:
        pattern = f"--prefix {options.prefix!r}" if options.prefix is not None else "the format"
        return BadInput(
            f"{problem}: {damaged} of them do not match {pattern}",
            remedy="give --prefix exactly as the server has it (show log_line_prefix), or --format",
        )
    if options.source is not None and options.source.logs_statements:
        return BadInput(
            f"{problem}, although the server of --source logs statements now",
            remedy="give a log of that server and of the present settings",
        )
    if bare:
        return BadInput(f"{problem}: {bare} are durations without a text (log_duration)", remedy=_SET_LOGGING)
    content = ", ".join(
        f"{name} {count}" for name, count in sorted(buckets.items(), key=lambda pair: -pair[1]) if count
    )
    return BadInput(f"{problem} ({content})", remedy=_SET_LOGGING)
