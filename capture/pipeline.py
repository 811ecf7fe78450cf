"""``capture logs``: statement logs of a server become one workload.

Reading and the grammar run block by block on two threads; assembling events follows in the order of the log. What
is held at any time: a few blocks, the last unit of each open session, one row per session.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pgrehearse.base.clock import SECOND
from pgrehearse.base.errors import BadInput
from pgrehearse.base.malloc import give_back
from pgrehearse.capture.accounting import Accounting, Ends, Read
from pgrehearse.capture.assemble import session_table
from pgrehearse.capture.assemble.assembler import Assembly
from pgrehearse.capture.empty_capture import Found, nothing
from pgrehearse.capture.formats.time_zones import doubt, written
from pgrehearse.capture.input.duplicates import Repeats
from pgrehearse.capture.input.envelopes import log_blocks
from pgrehearse.capture.input.file_order import Log, in_order, within
from pgrehearse.capture.input.files import Block, log_files
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.parse import messages
from pgrehearse.capture.parse.block import EVENTFUL, ReadBlock, Window, read_block
from pgrehearse.capture.parse.clock_steps import note
from pgrehearse.capture.parse.credentials import Withholding
from pgrehearse.workload.catalog.name_resolution import Resolution, by_names
from pgrehearse.workload.manifest import Manifest
from pgrehearse.workload.redaction import redacted, redacted_sessions
from pgrehearse.workload.shapes import Resolved, Shapes
from pgrehearse.workload.write import WorkloadWriter

AHEAD = 2
Progress = Callable[[int, int], None]


def capture_logs(options: CaptureOptions, *, tool_version: str, progress: Progress | None = None) -> Manifest:
    """Read the logs into a workload and return its manifest.

    Raises ``BadInput`` (exit 3) for what is no log or holds no statement. A packed file that breaks off is read as
    far as it goes; the workload is written, says so, and the error comes afterwards.
    """
    logs = in_order(log_files([str(path) for path in options.paths]), options)
    options, asked = within(options, logs[0])
    writer = WorkloadWriter(options.output, force=options.force)
    with ExitStack() as undo:
        undo.callback(writer.abandon)
        capture = _Capture(options, logs, writer, asked)
        for done, total in capture.run():
            if progress is not None:
                progress(done, total)
        manifest = capture.finish(tool_version)
        undo.pop_all()
    if manifest.losses.files_cut_short:
        raise BadInput(
            f"{manifest.losses.files_cut_short[0]}: it breaks off before its end",
            remedy=f"fetch the file again; what could be read is in {options.output}, and its manifest says so",
        )
    return manifest


class _Capture:
    def __init__(self, options: CaptureOptions, logs: list[Log], writer: WorkloadWriter, notes: list[str]) -> None:
        self._options = options
        self._logs = logs
        self._writer = writer
        self._shapes = Shapes()
        self._assembly = Assembly(self._shapes)
        self._accounting = Accounting()
        self._resolution = (
            Resolution(options.catalog, list(options.settings), self._shapes) if options.catalog else None
        )
        self._said: list[pl.DataFrame] = []
        self._aside: dict[int, str] = {}
        self._named: set[int] = set()
        self._cut_short: list[str] = []
        self._notes = notes
        self._zones = {log.file.instance: log.zones for log in logs}
        self._doubts: dict[tuple[str, str], int] = {}
        self._repeats = Repeats(writer.scratch / "records")
        self._last_us: dict[str, int] = {}
        self._overlapping: list[str] = []
        self._records = 0
        self._file = -1

    def run(self) -> Iterator[tuple[int, int]]:
        """Read everything, yielding (bytes read, bytes in all) as it goes."""
        total = sum(log.file.size for log in self._logs)
        done = 0
        for read in self._ahead():
            self._take(read)
            done += read.octets
            yield done, total
        self._emit(self._assembly.take(pl.DataFrame(schema=EVENTFUL), foreign=False, final=True))

    def _ahead(self) -> Iterator[ReadBlock]:
        """Read and parse blocks on threads beside the assembly, at most ``AHEAD`` of them ahead of it."""
        window = Window.of(self._options)
        withholding = Withholding(crypto=self._options.drop_crypto_keys)
        numbered = len(self._logs) > 1

        def read(block: Block, file: int) -> ReadBlock:
            log = self._logs[file]
            zones = self._zones[log.file.instance]
            return read_block(block, file, log.format.records, window, withholding, numbered=numbered, zones=zones)

        with ThreadPoolExecutor(1) as reading, ThreadPoolExecutor(2) as parsing:
            waiting: deque[tuple[Block, Future[ReadBlock]]] = deque()
            stream = self._blocks()
            coming = reading.submit(next, stream, None)
            while (found := coming.result()) is not None:
                coming = reading.submit(next, stream, None)
                waiting.append((found[0], parsing.submit(read, *found)))
                while len(waiting) > AHEAD:
                    yield self._current(*waiting.popleft(), read)
            while waiting:
                yield self._current(*waiting.popleft(), read)

    def _current(self, block: Block, coming: Future[ReadBlock], again: Callable[[Block, int], ReadBlock]) -> ReadBlock:
        """Return a block as read; anew, if what its zones are was found out while it was being read."""
        found = coming.result()
        zones = self._zones[self._logs[found.file].file.instance]
        outdated = any(zones.offset_us(zone) != (offset, False) for zone, offset in found.doubts.items())
        return again(block, found.file) if outdated else found

    def _learn(self, read: ReadBlock) -> None:
        """Keep what a block says of its zones. Raises ``BadInput`` where blocks before it were read by another offset."""
        log = self._logs[read.file]
        instance = log.file.instance
        for zone, offset in read.proven.items():
            before = self._doubts.get((instance, zone), offset)
            if before != offset:
                raise BadInput(
                    f"{log.file.name}: time zone {zone} is {written(offset)}, as the starts of its sessions show; "
                    f"until here it was read as {written(before)}",
                    remedy="give --timezone the server's log_timezone (show log_timezone)",
                )
        self._zones[instance] = self._zones[instance].learned(read.proven)
        self._doubts.update({(instance, zone): offset for zone, offset in read.doubts.items()})

    def _blocks(self) -> Iterator[tuple[Block, int]]:
        """Yield every file's blocks with its number; a file that breaks off is noted."""
        for number, log in enumerate(self._logs):
            after = next((one for one in self._logs[number + 1 :] if one.file.instance == log.file.instance), None)
            goes_on = after is not None and after.continues
            try:
                for block in log_blocks(log.file, log.format):
                    yield (replace(block, goes_on=True) if block.last and goes_on else block), number
            except EOFError:
                self._cut_short.append(log.file.name)

    def _take(self, read: ReadBlock) -> None:
        """Give a block's sessions and records their numbers, and its events to the writer."""
        state, accounting = self._assembly.sessions, self._accounting
        instance = _instance(self._logs[read.file].file.instance, read.instance)
        numbers = state.number(read.identities, instance, *session_table.processes(read.said))
        self._learn(read)
        if read.file != self._file:
            self._file = read.file
            self._repeats.next_file()
            self._look_for_overlap(read)
        said = read.said.with_columns(_numbered(read.said, numbers))
        self._said.append(said)
        _refuse_contradiction(said, self._logs[read.file])
        self._ended(self._logs[read.file].file.instance, said["last_us"].max())
        if self._resolution is not None:
            self._resolution.heard(said)
        self._aside.update(session_table.aside(said, self._options.selection, self._named).iter_rows())
        if self._options.selection.applications:
            self._named.update(session_table.named(said))
        accounting.signs += read.signs
        accounting.withheld += read.withheld
        accounting.too_long += read.dropped
        accounting.counts["unfitting"] += read.unfitting
        accounting.lines(read.lines.with_columns(_numbered(read.lines, numbers)), self._aside)
        eventful = read.eventful.with_columns(
            _numbered(read.eventful, numbers),
            (pl.col("row") + self._records).alias("record"),
            pl.lit(read.file, pl.Int32).alias("file"),
        )
        if read.numbered is not None:
            eventful = self._once(eventful, read.numbered.with_columns(_numbered(read.numbered, numbers)))
        eventful = eventful.select(list(EVENTFUL))
        self._records += read.records
        if aside := [number for number in numbers.tolist() if number in self._aside]:
            eventful = eventful.filter(~pl.col("session").is_in(aside))
        eventful = self._shaped(eventful, read)
        accounting.widen(eventful)
        if len(silent := state.opened_by(eventful["session"].to_numpy())):
            eventful = pl.concat([_opened(eventful, silent), eventful])
        self._emit(self._assembly.take(eventful, foreign=read.foreign))

    def _ended(self, instance: str, last_us: object) -> None:
        if isinstance(last_us, int):
            self._last_us[instance] = max(last_us, self._last_us.get(instance, last_us))

    def _look_for_overlap(self, read: ReadBlock) -> None:
        """Note a log that begins before those before it ended, where no record says whether they hold the same."""
        log = self._logs[read.file]
        numbered = read.numbered is None or (read.numbered["session_line"] > 0).any()
        first = read.said["first_us"].min()
        if not numbered and isinstance(first, int) and first < self._last_us.get(log.file.instance, first) - SECOND:
            self._overlapping.append(log.file.name)

    def _once(self, eventful: pl.DataFrame, numbered: pl.DataFrame) -> pl.DataFrame:
        """Drop records that a log before held."""
        session, line, content = (numbered[name].to_numpy() for name in ("session", "session_line", "content"))
        again = pl.Series(self._repeats.seen(session, line, content))
        if not again.any():
            return eventful
        repeated = numbered.filter(again)
        self._accounting.repeated(repeated, self._aside)
        return eventful.filter(~pl.col("row").is_in(repeated["row"].implode()))

    def _shaped(self, eventful: pl.DataFrame, read: ReadBlock) -> pl.DataFrame:
        """Give the block's shapes the workload's numbers; only those that are left become known."""
        used = eventful["shape"].drop_nulls().unique(maintain_order=True).to_list()
        numbers = np.full(len(read.templates) + 1, -1, dtype=np.int32)
        numbers[used] = self._shapes.learn([read.templates[i] for i in used], [read.examples[i] for i in used])
        return eventful.with_columns(pl.Series("shape", numbers).gather(eventful["shape"]))

    def _emit(self, events: pl.DataFrame) -> None:
        self._accounting.events(events, self._shapes.resets(), self._shapes.copies_in())
        if events.is_empty():
            return
        resolved = self._resolution.shaped(events) if self._resolution is not None else events["shape"]
        if self._options.redaction is not None:
            events = redacted(events, self._options.redaction, self._shapes.kinds())
        self._writer.add(events.with_columns(resolved))

    def finish(self, tool_version: str) -> Manifest:
        """Write the workload."""
        accounting, state = self._accounting, self._assembly.sessions
        found = session_table.assigned(session_table.gathered(self._said), self._options.selection)
        start, end = accounting.span or (0, 0)
        table = session_table.table(
            found.filter(~pl.col("session").is_in(list(self._aside))),
            self._options,
            window_start_us=start,
            events=pl.Series(state.events[: len(state.numbers)]),
            instances=pl.Series(state.instances, dtype=pl.String),
        )
        accounting.close(self._ends(found, table))
        if not accounting.counts["statements"]:
            raise nothing(self._found(found), self._options)
        settings = list(self._options.settings)
        if self._options.redaction is not None:
            redaction = self._options.redaction
            table = redacted_sessions(table, redaction)
            settings = [replace(one, application=redaction.application(one.application)) for one in settings]
        facts = {
            "window_start_us": start,
            "window_end_us": end,
            "transactions": int(state.transactions[table["session"].to_numpy()].sum()),
            "tool_version": tool_version,
            **accounting.facts(self._read(), self._options, self._assembly.folded, table),
            "session_settings": settings,
            "warm_in_us": self._options.warm_in_from(start),
        }
        if self._resolution is not None:
            facts["notes"] += self._resolution.notes()
        give_back()
        resolved = self._resolved(table["database"])
        shapes = self._shapes.frame(bared=self._options.redaction is not None, resolved=resolved)
        return self._writer.finish(table, shapes, facts)

    def _resolved(self, databases: pl.Series) -> list[Resolved] | None:
        """Return the shapes where they ran, by the catalog or by what the source's says of names (None: neither is known)."""
        if self._resolution is not None:
            return self._resolution.rows()
        if self._options.columns is None:
            return None
        return by_names(self._shapes, [self._options.columns.databases.get(name or "") for name in databases.unique()])

    def _ends(self, found: pl.DataFrame, table: pl.DataFrame) -> Ends:
        """Say which sessions are kept, which are nobody's, and how many records the kept ones miss."""
        kept = table["session"].to_numpy().astype(np.int64)
        nobodys = found.filter(session_table.NOBODYS & ~pl.col("session").is_in(list(self._aside)))["session"]
        missing = 0
        if all(log.format.numbers_records for log in self._logs):  # plain logs number the lines of DETAIL too
            told = found.filter(pl.col("session").is_in(table["session"].implode())).drop_nulls("line_low")
            again = self._accounting.tally.of("again", told["session"].to_numpy())
            spans = (told["line_high"] - told["line_low"] + 1).to_numpy()
            missing = int((spans - (told["records"].to_numpy().astype(np.int64) - again)).clip(0).sum())
        return Ends(kept, nobodys.to_numpy().astype(np.int64), missing)

    def _found(self, found: pl.DataFrame) -> Found:
        """Return what the logs hold, where they hold no statement to keep."""
        numbers = found["session"].to_numpy()
        tally = self._accounting.tally
        why = pl.Series("why", [self._aside.get(number) for number in numbers.tolist()], dtype=pl.String)
        rows = found.select(
            "user",
            "database",
            pl.coalesce(pl.col("authorized_as").replace("", None), "application").alias("application"),
            "first_us",
            "last_us",
        )
        rows = rows.with_columns(
            why, pl.Series("texts", tally.of("texts", numbers)), pl.Series("outside", tally.of("outside", numbers))
        )
        buckets = {name: lines for name, lines in self._accounting.buckets.items() if lines}
        return Found(self._logs[0].file.name, buckets, rows)

    def _notes_of_order(self) -> list[str]:
        """Return what to note where the logs do not tell their order, or what two of them hold."""
        out = [
            f"{name} begins before the logs before it end, and its records are not numbered (%l): what both hold counts twice; "
            "logs of several servers are named apart (reader1=PATH reader2=PATH)"
            for name in self._overlapping
        ]
        if not self._repeats.disordered:
            return out
        return [
            *out,
            f"{self._repeats.disordered} records were read after later ones of their sessions: the clock was set back by more than a "
            "file's length (capture its files one by one), or logs of two servers have one name (reader1=PATH reader2=PATH)",
        ]

    def _read(self) -> Read:
        return Read(
            files=[log.file.name for log in self._logs],
            formats=sorted({log.format.said for log in self._logs}),
            notes=[
                *dict.fromkeys(doubt(zone, offset) for (_, zone), offset in self._doubts.items()),
                *note(self._assembly.steps, [log.file.name for log in self._logs]),
                *self._notes_of_order(),
                *self._notes,
                *(said for log in self._logs for said in log.format.notes),
            ],
            resolution_us=max(log.format.resolution_us for log in self._logs),
            cut_short=self._cut_short,
        )


def _refuse_contradiction(said: pl.DataFrame, log: Log) -> None:
    """Raise where the prefix and the server's own message differ on a session's user or database."""
    if len(wrong := said["contradicted"].drop_nulls()):
        raise BadInput(
            f"{log.file.name}: {log.format.said} is not what the server wrote it with: {wrong[0]}",
            remedy="give --prefix with the server's log_line_prefix (show log_line_prefix)",
        )


def _opened(eventful: pl.DataFrame, fresh: NDArray[np.int32]) -> pl.DataFrame:
    """Return a connect record for each fresh session that has none of its own: it was open before the window."""
    mine = eventful.filter(pl.col("session").is_in(fresh.tolist()))
    silent = (
        mine.group_by("session")
        .agg(
            (pl.col("what") == messages.RECEIVED).any().alias("heard"),
            pl.col("record").first(),
            pl.col("file").first(),
            pl.col("line").first(),
            (pl.col("time_us") - pl.col("duration_us").fill_null(0)).first().alias("time_us"),
        )
        .filter(~pl.col("heard"))
        .drop("heard")
    )
    rows = silent.with_columns(pl.lit(messages.RECEIVED).cast(messages.WHAT).alias("what"))
    return rows.match_to_schema(EVENTFUL, missing_columns="insert")


def _instance(given: str, found: str) -> str:
    """Return which server's a block is: as named by the user, and as its envelope names it."""
    return "/".join(name for name in (given, found) if name)


def _numbered(frame: pl.DataFrame, numbers: NDArray[np.int32]) -> pl.Series:
    """Return a frame's ``session`` column with the workload's numbers in place of the block's."""
    local = frame["session"]
    if local.null_count() == 0:
        return pl.Series("session", numbers[local.to_numpy()], dtype=pl.Int32)
    return pl.Series("session", [None if number is None else int(numbers[number]) for number in local], dtype=pl.Int32)
