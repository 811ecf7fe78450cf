"""The captures of all servers become one workload: their numbers, its tables and its manifest.

Nothing here reads an event: the cost is that of sessions, shapes and logs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import polars as pl

from pgrehearse.capture.accounting import Accounting, LogFacts, SessionEnds
from pgrehearse.capture.assemble import session_table
from pgrehearse.capture.assemble.assembler import Merged
from pgrehearse.capture.assemble.session_state import require_few_sessions
from pgrehearse.capture.captured_server import CapturedServer
from pgrehearse.capture.empty_capture import LogContent, no_statement_error
from pgrehearse.capture.file_order import Log
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.parse import session_facts
from pgrehearse.capture.parse.clock_steps import clock_notes
from pgrehearse.capture.server_logs import ServerLogs
from pgrehearse.workload.arrays import Ints
from pgrehearse.workload.catalog.name_resolution import by_names, resolution_notes
from pgrehearse.workload.event_numbers import EventNumbers
from pgrehearse.workload.redaction import redacted_sessions
from pgrehearse.workload.shapes import Resolved, Shapes


class JoinedServers:
    """The servers of a workload. *logs*: all logs in their order; *servers*: the logs of each server; *captured*: what was found in them.

    *notes*: on the options. Raises ``BadInput`` if there are too many sessions.
    """

    def __init__(
        self, logs: list[Log], servers: Sequence[ServerLogs], captured: Sequence[CapturedServer], notes: list[str]
    ) -> None:
        self._logs, self._servers, self._captured, self._notes = logs, servers, captured, notes
        counts = [one.sessions for one in captured]
        require_few_sessions(sum(counts))
        self._firsts = np.cumsum([0, *counts[:-1]]).tolist()
        self._shapes = Shapes()
        self._accounting = Accounting()
        bases = []
        for first, one in zip(self._firsts, captured, strict=True):
            self._accounting.add(one.accounting, first, one.sessions)
            bases.append(self._shapes.add(one.shapes))
        self._resolved, self._shape_numbers = _resolved_shapes(captured, bases)
        self._excluded = {
            first + session: reason
            for first, one in zip(self._firsts, captured, strict=True)
            for session, reason in one.excluded.items()
        }

    def tables(self, options: CaptureOptions) -> tuple[pl.DataFrame, pl.DataFrame, dict[str, Any]]:
        """Return the table of sessions, that of shapes, and the values of the manifest. Raises ``BadInput`` if there is no statement to keep.

        Call it once: the counts are closed.
        """
        accounting = self._accounting
        facts = pl.concat(
            one.facts.with_columns(pl.col("session") + first)
            for first, one in zip(self._firsts, self._captured, strict=True)
        )
        sessions = session_table.with_given_names(facts, options.selection)
        start, end = accounting.span or (0, 0)
        table = session_table.session_table(
            sessions.filter(~pl.col("session").is_in(list(self._excluded))),
            options,
            window_start_us=start,
            events=pl.Series(np.concatenate([one.events for one in self._captured])),
            instances=pl.Series([name for one in self._captured for name in one.instances], dtype=pl.String),
        )
        accounting.close(self._ends(sessions, table))
        if not accounting.counts["statements"]:
            raise no_statement_error(self._content(sessions), options)
        table, settings = _redacted(table, options)
        transactions = np.concatenate([one.transactions for one in self._captured])
        merged = sum((one.merged for one in self._captured), Merged())
        fields = {
            "window_start_us": start,
            "window_end_us": end,
            "transactions": int(transactions[table["session"].to_numpy()].sum()),
            **accounting.fields(self._log_facts(), options, merged, table),
            "session_settings": settings,
            "warm_in_us": options.warm_in_from(start),
        }
        if options.catalog is not None:
            strange = frozenset[str]().union(*(one.strange for one in self._captured))
            fields["notes"] += resolution_notes(options.catalog, strange)
        resolved = self._resolved_rows(options, table["database"])
        return table, self._shapes.frame(bared=options.redaction is not None, resolved=resolved), fields

    def numbers(self, sessions: pl.DataFrame, start_us: int) -> list[EventNumbers]:
        """Return the numbers of each server's events. *sessions*: the table of sessions; *start_us*: the start of the window."""
        count = sum(one.sessions for one in self._captured)
        kept = np.zeros(count, dtype=np.bool_)
        kept[sessions["session"].to_numpy()] = True
        of_logs = np.zeros(len(self._logs), dtype=np.int64)
        for server, one in zip(self._servers, self._captured, strict=True):
            of_logs[server.places] = one.records
        firsts = np.cumsum(of_logs) - of_logs
        return [
            EventNumbers(
                kept=kept[first : first + one.sessions],
                start_us=start_us,
                first_session=first,
                shapes=shapes,
                logs=np.array(server.places, dtype=np.int64),
                records=np.cumsum([0, *one.records[:-1]], dtype=np.int64),
                first_records=firsts[server.places],
            )
            for first, server, one, shapes in zip(
                self._firsts, self._servers, self._captured, self._shape_numbers, strict=True
            )
        ]

    def _resolved_rows(self, options: CaptureOptions, databases: pl.Series) -> list[Resolved] | None:
        """Return the shapes as the catalog, or the source's table definitions, resolve their names (None: neither is given)."""
        if options.catalog is not None:
            return self._resolved
        if options.columns is None:
            return None
        return by_names(self._shapes, [options.columns.databases.get(name or "") for name in databases.unique()])

    def _ends(self, sessions: pl.DataFrame, table: pl.DataFrame) -> SessionEnds:
        """Return the sessions that are kept, those without a user, and how many records of the kept ones are missing."""
        kept = table["session"].to_numpy().astype(np.int64)
        not_excluded = ~pl.col("session").is_in(list(self._excluded))
        unidentified = sessions.filter(session_table.UNIDENTIFIED & not_excluded)["session"]
        missing = 0
        if all(log.format.numbers_records for log in self._logs):  # plain logs number the lines of DETAIL too
            numbered = sessions.filter(pl.col("session").is_in(table["session"].implode())).drop_nulls("line_low")
            again = self._accounting.tally.of("again", numbered["session"].to_numpy())
            spans = (numbered["line_high"] - numbered["line_low"] + 1).to_numpy()
            missing = int((spans - (numbered["records"].to_numpy().astype(np.int64) - again)).clip(0).sum())
        return SessionEnds(kept, unidentified.to_numpy().astype(np.int64), missing)

    def _content(self, sessions: pl.DataFrame) -> LogContent:
        """Return what the logs contain, for the error that they contain no statement to keep."""
        numbers = sessions["session"].to_numpy()
        tally = self._accounting.tally
        reasons = [self._excluded.get(number) for number in numbers.tolist()]
        rows = sessions.select(
            "user",
            "database",
            session_facts.APPLICATION.alias("application"),
            "first_us",
            "last_us",
        )
        rows = rows.with_columns(
            pl.Series("reason", reasons, dtype=pl.String),
            pl.Series("texts", tally.of("texts", numbers)),
            pl.Series("outside", tally.of("outside", numbers)),
        )
        buckets = {name: lines for name, lines in self._accounting.buckets.items() if lines}
        return LogContent(self._logs[0].file.name, buckets, rows)

    def _log_facts(self) -> LogFacts:
        names = [log.file.name for log in self._logs]
        steps = [
            replace(step, file=server.places[step.file])
            for server, one in zip(self._servers, self._captured, strict=True)
            for step in one.steps
        ]
        return LogFacts(
            files=names,
            formats=sorted({log.format.description for log in self._logs}),
            notes=[
                *dict.fromkeys(note for one in self._captured for note in one.notes.zones),
                *clock_notes(steps, names),
                *self._order_notes(),
                *self._notes,
                *(note for log in self._logs for note in log.format.notes),
            ],
            resolution_us=max(log.format.resolution_us for log in self._logs),
            truncated=[name for one in self._captured for name in one.notes.truncated],
        )

    def _order_notes(self) -> list[str]:
        """Return notes on logs that may overlap, and on records out of order."""
        notes = [
            f"{name} begins before the logs before it end, and its records are not numbered (%l): records that are in both "
            "logs count twice; if they are logs of several servers, name each server (reader1=PATH reader2=PATH)"
            for one in self._captured
            for name in one.notes.overlapping
        ]
        if disordered := sum(one.notes.disordered for one in self._captured):
            notes.append(
                f"{disordered} records were read after later records of their sessions: the clock was set back by "
                "more than the length of a file (capture the files one by one), or logs of two servers have one name (name "
                "each server: reader1=PATH reader2=PATH)"
            )
        return notes


def _resolved_shapes(captured: Sequence[CapturedServer], bases: list[Ints]) -> tuple[list[Resolved], list[Ints]]:
    """Return the resolved shapes of all servers, and the workload's number of each shape of each server.

    *bases*: the number of each template of each server. Without a catalog the shapes are the templates.
    """
    found: dict[Resolved, int] = {}
    numbers = []
    for one, base in zip(captured, bases, strict=True):
        if one.resolved is None:
            numbers.append(base)
            continue
        rows = [row._replace(shape=int(base[row.shape])) for row in one.resolved]
        numbers.append(np.array([found.setdefault(row, len(found)) for row in rows], dtype=np.int64))
    return list(found), numbers


def _redacted(table: pl.DataFrame, options: CaptureOptions) -> tuple[pl.DataFrame, list[Any]]:
    """Return the table of sessions and the settings of sessions, with pseudonyms if values are redacted."""
    settings = list(options.settings)
    if (redaction := options.redaction) is None:
        return table, settings
    named = [replace(setting, application=redaction.application(setting.application)) for setting in settings]
    return redacted_sessions(table, redaction), named
