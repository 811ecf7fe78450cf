"""Parsed blocks, in the order of the logs, become a workload: numbered sessions, events, counts, tables.

In memory at any time: the last statement group of each open session, one row per session.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pgrehearse.base.clock import SECOND
from pgrehearse.base.errors import BadInput
from pgrehearse.base.malloc import give_back
from pgrehearse.capture.accounting import Accounting, LogFacts, SessionEnds
from pgrehearse.capture.assemble import session_table
from pgrehearse.capture.assemble.assembler import Assembly
from pgrehearse.capture.block_reader import BlockReader
from pgrehearse.capture.duplicates import Repeats
from pgrehearse.capture.empty_capture import LogContent, no_statement_error
from pgrehearse.capture.file_order import Log
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.parse import messages, session_facts
from pgrehearse.capture.parse.block import EVENTFUL, ParsedBlock
from pgrehearse.capture.parse.clock_steps import clock_notes
from pgrehearse.workload.catalog.name_resolution import Resolution, by_names
from pgrehearse.workload.manifest import Manifest
from pgrehearse.workload.redaction import redacted, redacted_sessions
from pgrehearse.workload.shapes import Resolved, Shapes
from pgrehearse.workload.write import Addition, Further, WorkloadWriter


class WorkloadBuilder:
    """Makes one workload of the blocks of *reader*."""

    def __init__(self, options: CaptureOptions, reader: BlockReader, writer: WorkloadWriter, notes: list[str]) -> None:
        self._options = options
        self._logs = reader.logs
        self._writer = writer
        self._notes = [*options.notes, *notes]
        self._reader = reader
        self._shapes = Shapes()
        self._assembly = Assembly(self._shapes)
        self._accounting = Accounting()
        self._resolution = (
            Resolution(options.catalog, list(options.settings), self._shapes) if options.catalog else None
        )
        self._facts: list[pl.DataFrame] = []
        self._excluded: dict[int, str] = {}
        self._with_application: set[int] = set()
        self._repeats = Repeats(writer.scratch / "records")
        self._last_us: dict[str, int] = {}
        self._overlapping: list[str] = []
        self._records = 0
        self._file = -1

    def run(self) -> Iterator[tuple[int, int]]:
        """Read everything, yielding (bytes read, bytes in total) after each block."""
        total = sum(log.file.size for log in self._logs)
        done = 0
        for block in self._reader.parsed_blocks():
            self._take(block)
            done += block.size_bytes
            yield done, total
        self._emit(self._assembly.take(pl.DataFrame(schema=EVENTFUL), escaped=False, final=True))

    def _take(self, block: ParsedBlock) -> None:
        """Number a block's sessions and records, and write its events."""
        instance = _instance(self._logs[block.file].file.instance, block.instance)
        names, over = session_facts.process_names(block.facts)
        numbers = self._assembly.sessions.number(block.session_ids, instance, names, over)
        if block.file != self._file:
            self._file = block.file
            self._repeats.next_file()
            self._note_overlap(block)
        self._take_facts(block, numbers)
        self._accounting.block(block, block.lines.with_columns(_numbered(block.lines, numbers)), self._excluded)
        eventful = self._shaped(self._eventful(block, numbers), block)
        self._accounting.widen(eventful)
        if len(fresh := self._assembly.sessions.opened_by(eventful["session"].to_numpy())):
            eventful = pl.concat([_connects(eventful, fresh), eventful])
        self._emit(self._assembly.take(eventful, escaped=block.escaped))

    def _take_facts(self, block: ParsedBlock, numbers: NDArray[np.int32]) -> None:
        """Keep a block's facts about its sessions, and which of them are excluded."""
        log = self._logs[block.file]
        facts = block.facts.with_columns(_numbered(block.facts, numbers))
        self._facts.append(facts)
        _refuse_contradiction(facts, log)
        last_us = facts["last_us"].max()
        if isinstance(last_us, int):
            self._last_us[log.file.instance] = max(last_us, self._last_us.get(log.file.instance, last_us))
        if self._resolution is not None:
            self._resolution.add_sessions(facts)
        selection = self._options.selection
        excluded = session_table.excluded_sessions(facts, selection, self._with_application)
        self._excluded.update(excluded.iter_rows())
        if selection.applications:
            self._with_application.update(session_facts.with_application(facts))

    def _eventful(self, block: ParsedBlock, numbers: NDArray[np.int32]) -> pl.DataFrame:
        """Return a block's eventful records of the sessions that are not excluded, each record once."""
        eventful = block.eventful.with_columns(
            _numbered(block.eventful, numbers),
            (pl.col("row") + self._records).alias("record"),
            pl.lit(block.file, pl.Int32).alias("file"),
        )
        self._records += block.records
        if block.numbered is not None:
            eventful = self._without_repeats(eventful, block.numbered.with_columns(_numbered(block.numbered, numbers)))
        eventful = eventful.select(list(EVENTFUL))
        if excluded := [number for number in numbers.tolist() if number in self._excluded]:
            eventful = eventful.filter(~pl.col("session").is_in(excluded))
        return eventful

    def _note_overlap(self, block: ParsedBlock) -> None:
        """Note a log that begins before the logs before it ended, if its records have no numbers to find duplicates by."""
        log = self._logs[block.file]
        numbered = block.numbered is None or (block.numbered["session_line"] > 0).any()
        first = block.facts["first_us"].min()
        if not numbered and isinstance(first, int) and first < self._last_us.get(log.file.instance, first) - SECOND:
            self._overlapping.append(log.file.name)

    def _without_repeats(self, eventful: pl.DataFrame, numbered: pl.DataFrame) -> pl.DataFrame:
        """Drop records that an earlier log contains."""
        session, line, content = (numbered[name].to_numpy() for name in ("session", "session_line", "content"))
        again = pl.Series(self._repeats.seen(session, line, content))
        if not again.any():
            return eventful
        repeated = numbered.filter(again)
        self._accounting.repeated(repeated, self._excluded)
        return eventful.filter(~pl.col("row").is_in(repeated["row"].implode()))

    def _shaped(self, eventful: pl.DataFrame, block: ParsedBlock) -> pl.DataFrame:
        """Replace the block's shape numbers with the workload's; shapes that no remaining record has are not added."""
        used = eventful["shape"].drop_nulls().unique(maintain_order=True).to_list()
        numbers = np.full(len(block.templates) + 1, -1, dtype=np.int32)
        numbers[used] = self._shapes.learn([block.templates[i] for i in used], [block.examples[i] for i in used])
        return eventful.with_columns(pl.Series("shape", numbers).gather(eventful["shape"]))

    def _emit(self, events: pl.DataFrame) -> None:
        self._accounting.events(events, self._shapes.resets(), self._shapes.copies_in())
        if events.is_empty():
            return
        resolved = self._resolution.shapes_of(events) if self._resolution is not None else events["shape"]
        if self._options.redaction is not None:
            events = redacted(events, self._options.redaction, self._shapes.kinds())
        self._writer.add(events.with_columns(resolved))

    def finish(self, tool_version: str, addition: Addition | None) -> Manifest:
        """Write the workload."""
        accounting, state, options = self._accounting, self._assembly.sessions, self._options
        facts = session_table.combined_facts(self._facts)
        sessions = session_table.with_given_names(facts, options.selection)
        start, end = accounting.span or (0, 0)
        table = session_table.session_table(
            sessions.filter(~pl.col("session").is_in(list(self._excluded))),
            options,
            window_start_us=start,
            events=pl.Series(state.events[: len(state.numbers)]),
            instances=pl.Series(state.instances, dtype=pl.String),
        )
        accounting.close(self._ends(sessions, table))
        if not accounting.counts["statements"]:
            raise no_statement_error(self._content(sessions), options)
        settings = list(options.settings)
        if (redaction := options.redaction) is not None:
            table = redacted_sessions(table, redaction)
            settings = [
                replace(setting, application=redaction.application(setting.application)) for setting in settings
            ]
        fields = {
            "window_start_us": start,
            "window_end_us": end,
            "transactions": int(state.transactions[table["session"].to_numpy()].sum()),
            "tool_version": tool_version,
            **accounting.fields(self._log_facts(), options, self._assembly.merged, table),
            "session_settings": settings,
            "warm_in_us": options.warm_in_from(start),
        }
        if self._resolution is not None:
            fields["notes"] += self._resolution.notes()
        give_back()
        shapes = self._shapes.frame(bared=redaction is not None, resolved=self._resolved(table["database"]))
        further = _ids_of(options, table, shapes, fields["time_resolution_us"])
        return self._writer.finish(table, shapes, fields, further, addition)

    def _resolved(self, databases: pl.Series) -> list[Resolved] | None:
        """Return the shapes as the catalog, or the source's table definitions, resolve their names (None: neither is given)."""
        if self._resolution is not None:
            return self._resolution.rows()
        if self._options.columns is None:
            return None
        return by_names(self._shapes, [self._options.columns.databases.get(name or "") for name in databases.unique()])

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

    def _order_notes(self) -> list[str]:
        """Return notes on logs that may overlap, and on records out of order."""
        notes = [
            f"{name} begins before the logs before it end, and its records are not numbered (%l): records that are in both "
            "logs count twice; if they are logs of several servers, name each server (reader1=PATH reader2=PATH)"
            for name in self._overlapping
        ]
        if self._repeats.disordered:
            notes.append(
                f"{self._repeats.disordered} records were read after later records of their sessions: the clock was set back by "
                "more than the length of a file (capture the files one by one), or logs of two servers have one name (name "
                "each server: reader1=PATH reader2=PATH)"
            )
        return notes

    def _log_facts(self) -> LogFacts:
        names = [log.file.name for log in self._logs]
        return LogFacts(
            files=names,
            formats=sorted({log.format.description for log in self._logs}),
            notes=[
                *self._reader.zone_notes(),
                *clock_notes(self._assembly.steps, names),
                *self._order_notes(),
                *self._notes,
                *(note for log in self._logs for note in log.format.notes),
            ],
            resolution_us=max(log.format.resolution_us for log in self._logs),
            truncated=self._reader.truncated,
        )


def _ids_of(
    options: CaptureOptions, sessions: pl.DataFrame, shapes: pl.DataFrame, resolution_us: int
) -> Further | None:
    """Return what deduces the ids that production drew (None: no catalog was read)."""
    if options.catalog is None and options.columns is None:
        return None
    from pgrehearse.capture.generated_ids import IdsOfCapture

    generated = IdsOfCapture.of(options, sessions, shapes, resolution_us)
    return generated.write if generated is not None else None


def _refuse_contradiction(facts: pl.DataFrame, log: Log) -> None:
    """Raise if the prefix and the server's own message differ on a session's user or database."""
    if len(differences := facts["contradiction"].drop_nulls()):
        raise BadInput(
            f"{log.file.name}: the server did not write this log with {log.format.description}: it gives {differences[0]}",
            remedy="give --prefix with the server's log_line_prefix (show log_line_prefix)",
        )


def _connects(eventful: pl.DataFrame, fresh: NDArray[np.int32]) -> pl.DataFrame:
    """Return a connect record for each fresh session without one: it was open before the window."""
    first_records = (
        eventful.filter(pl.col("session").is_in(fresh.tolist()))
        .group_by("session")
        .agg(
            (pl.col("what") == messages.RECEIVED).any().alias("received"),
            pl.col("record").first(),
            pl.col("file").first(),
            pl.col("line").first(),
            (pl.col("time_us") - pl.col("duration_us").fill_null(0)).first().alias("time_us"),
        )
        .filter(~pl.col("received"))
        .drop("received")
    )
    rows = first_records.with_columns(pl.lit(messages.RECEIVED).cast(messages.WHAT).alias("what"))
    return rows.match_to_schema(EVENTFUL, missing_columns="insert")


def _instance(of_file: str, of_block: str) -> str:
    """Return the name of a block's server: as the user named it, and as its envelope names it."""
    return "/".join(name for name in (of_file, of_block) if name)


def _numbered(frame: pl.DataFrame, numbers: NDArray[np.int32]) -> pl.Series:
    """Return a frame's ``session`` column with the workload's numbers instead of the block's."""
    local = frame["session"]
    if local.null_count() == 0:
        return pl.Series("session", numbers[local.to_numpy()], dtype=pl.Int32)
    return pl.Series("session", [None if number is None else int(numbers[number]) for number in local], dtype=pl.Int32)
