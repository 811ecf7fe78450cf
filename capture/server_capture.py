"""The capture of one server: its logs become events on disk, and the facts about them that the workload needs.

No step reads anything of another server, so that servers can be captured at the same time, also on several hosts.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pgrehearse.base.clock import SECOND
from pgrehearse.base.errors import BadInput
from pgrehearse.capture.accounting import Accounting
from pgrehearse.capture.assemble import session_table
from pgrehearse.capture.assemble.assembler import Assembly
from pgrehearse.capture.block_reader import BlockReader
from pgrehearse.capture.captured_server import CapturedServer, ReadingNotes
from pgrehearse.capture.duplicates import Repeats
from pgrehearse.capture.file_order import Log
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.parse import messages, session_facts
from pgrehearse.capture.parse.block import EVENTFUL, ParsedBlock
from pgrehearse.workload.catalog.name_resolution import Resolution
from pgrehearse.workload.event_numbers import EventNumbers
from pgrehearse.workload.event_spill import EventSpill
from pgrehearse.workload.redaction import redacted
from pgrehearse.workload.shapes import Shapes


class ServerCapture:
    """Captures the logs of one server, in their order, whose blocks *reader* reads. *folder*: for temporary files; it is created.

    ``run`` reads them, ``captured`` returns what was found, ``write_parts`` writes the events.
    """

    def __init__(self, options: CaptureOptions, reader: BlockReader, folder: Path) -> None:
        self._options = options
        self._logs = reader.logs
        self._spill = EventSpill(folder)
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
        self._repeats = Repeats(folder / "records")
        self._last_us: int | None = None
        self._overlapping: list[str] = []
        self._records = [0] * len(reader.logs)
        self._file = -1

    def run(self) -> Iterator[int]:
        """Read everything, yielding the number of bytes of each block that was read."""
        for block in self._reader.parsed_blocks():
            self._take(block)
            yield block.size_bytes
        self._emit(self._assembly.take(pl.DataFrame(schema=EVENTFUL), escaped=False, final=True))
        self._spill.settle()

    def write_parts(self, folder: Path, numbers: EventNumbers, first: int = 0) -> int:
        """Write the events as parts (``EventSpill.write_parts``)."""
        return self._spill.write_parts(folder, numbers, first)

    def abandon(self) -> None:
        """Wait until nothing is written to the folder any more."""
        self._spill.abandon()

    def captured(self) -> CapturedServer:
        """Return what the workload needs besides the events. Call it once, after ``run``."""
        state, resolution = self._assembly.sessions, self._resolution
        count = len(state.numbers)
        return CapturedServer(
            facts=session_table.combined_facts(self._facts),
            instances=state.instances,
            events=state.events[:count],
            transactions=state.transactions[:count],
            excluded=self._excluded,
            shapes=self._shapes.learned(),
            resolved=resolution.rows() if resolution is not None else None,
            strange=frozenset(resolution.strange) if resolution is not None else frozenset(),
            accounting=self._accounting,
            merged=self._assembly.merged,
            steps=self._assembly.steps,
            records=self._records,
            notes=ReadingNotes(
                self._reader.zone_notes(), self._overlapping, self._reader.truncated, self._repeats.disordered
            ),
        )

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
            self._last_us = last_us if self._last_us is None else max(last_us, self._last_us)
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
            (pl.col("row") + sum(self._records)).alias("record"),
            pl.lit(block.file, pl.Int32).alias("file"),
        )
        self._records[block.file] += block.records
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
        last = self._last_us
        if not numbered and isinstance(first, int) and last is not None and first < last - SECOND:
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
        """Replace the block's shape numbers with the server's; shapes that no remaining record has are not added."""
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
        self._spill.add(events.with_columns(resolved))


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
    """Return a frame's ``session`` column with the server's numbers instead of the block's."""
    local = frame["session"]
    if local.null_count() == 0:
        return pl.Series("session", numbers[local.to_numpy()], dtype=pl.Int32)
    return pl.Series("session", [None if number is None else int(numbers[number]) for number in local], dtype=pl.Int32)
