"""``capture logs``: statement logs of a server become one workload.

Reading and the grammar run block by block on two threads; assembling events follows in the order of the log. What
is held at any time: a few blocks, the last unit of each open session, one row per session.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace

import numpy as np
import polars as pl
from numpy.typing import NDArray

from base.allocation import give_back
from base.errors import BadInput
from capture import grammar, sessions
from capture.accounting import WHOSE, Accounting, Read
from capture.assembly import Assembly
from capture.envelopes import bare, log_blocks
from capture.formats import recognised
from capture.options import CaptureOptions
from capture.reading import EVENTFUL, ReadBlock, Window, read_block
from capture.records import LogFormat, smuggled
from capture.source import Block, LogFile, head, log_files
from capture.stamps import known
from capture.withheld import Withholding
from workload.manifest import Manifest
from workload.redaction import redacted, redacted_sessions
from workload.resolving import Resolution
from workload.settings import SessionSettings
from workload.shapes import Shapes
from workload.write import WorkloadWriter

AHEAD = 2
Progress = Callable[[int, int], None]


def capture_logs(options: CaptureOptions, *, tool_version: str, progress: Progress | None = None) -> Manifest:
    """Read the logs into a workload and return its manifest.

    Raises ``BadInput`` (exit 3) for what is no log or holds no statement. A packed file that breaks off is read as
    far as it goes; the workload is written, says so, and the error comes afterwards.
    """
    logs = _in_order(log_files([str(path) for path in options.paths]), options)
    writer = WorkloadWriter(options.output, force=options.force)
    with ExitStack() as undo:
        undo.callback(writer.abandon)
        capture = _Capture(options, logs, writer)
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


@dataclass(frozen=True, slots=True)
class Log:
    """One log to read, and how. *zone*: the time zone its stamps name. *continues*: it begins within a record."""

    file: LogFile
    format: LogFormat
    zone: str
    continues: bool = False


def _in_order(files: list[LogFile], options: CaptureOptions) -> list[Log]:
    """Say what format each log has, and order rotated ones by their first record."""
    begins = {file: head(file) for file in files}
    logs: list[tuple[int, Log]] = []
    for file in files:
        begin = begins[file]
        if not begin and len(files) > 1 and not file.size:
            continue  # an empty file among others was just rotated in
        found = recognised(begin, file.name, given=options.format, prefix=options.prefix)
        begin = bare(begin, found)
        first, continues = _first(begin, found) if len(files) > 1 else (0, False)
        logs.append((first, Log(file, found, found.zone(begin), continues)))
    ordered = [log for _, log in sorted(logs, key=lambda pair: pair[0])]
    _refuse_two_tellings(ordered)
    return ordered


def _refuse_two_tellings(logs: list[Log]) -> None:
    """Raise when one server's logs come in two formats: it writes the same to each, and everything would count twice."""
    first: dict[str, Log] = {}
    for log in logs:
        before = first.setdefault(log.file.instance, log)
        if before.format.name != log.format.name:
            raise BadInput(
                f"{before.file.name} is a {before.format.name} log and {log.file.name} a {log.format.name} log: one server's two tellings of the same",
                remedy="give one of them; if they are of two servers, name each: reader1=PATH reader2=PATH",
            )


def _first(begin: bytes, found: LogFormat) -> tuple[int, bool]:
    """Return the time of a file's first record that has one, and whether lines stand before it that may go on an earlier one."""
    octets, _ = smuggled(begin[: found.cut(begin) or len(begin)])
    times = found.records(Block(octets, 1, last=True))["time_us"]
    known = times.drop_nulls()
    continues = found.name in {"stderr", "cloudwatch"} and len(known) > 0 and times[0] is None
    return (int(known[0]) if len(known) else 0), continues


class _Capture:
    def __init__(self, options: CaptureOptions, logs: list[Log], writer: WorkloadWriter) -> None:
        self._options = options
        self._logs = logs
        self._writer = writer
        self._shapes = Shapes()
        self._assembly = Assembly(self._shapes)
        self._accounting = Accounting()
        given = [SessionSettings(**one) for one in options.settings]
        self._resolution = Resolution(options.catalog, given, self._shapes) if options.catalog else None
        self._said: list[pl.DataFrame] = []
        self._aside: dict[int, str] = {}
        self._named = np.zeros(0, dtype=np.bool_)
        self._cut_short: list[str] = []
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
        with ThreadPoolExecutor(1) as reading, ThreadPoolExecutor(2) as parsing:
            waiting: deque[Future[ReadBlock]] = deque()
            stream = self._blocks()
            coming = reading.submit(next, stream, None)
            while (numbered := coming.result()) is not None:
                coming = reading.submit(next, stream, None)
                block, file = numbered
                read = self._logs[file].format.records
                waiting.append(
                    parsing.submit(read_block, block, file, read, window, withholding, numbered=len(self._logs) > 1)
                )
                while len(waiting) > AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

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
        numbers = state.number(read.identities, instance, *sessions.processes(read.said))
        if read.file != self._file:
            self._file = read.file
            state.next_file()
        said = read.said.with_columns(_numbered(read.said, numbers))
        self._said.append(said)
        self._hear(said, self._logs[read.file])
        if self._resolution is not None:
            self._resolution.heard(said)
        self._aside.update(sessions.aside(said, self._options.selection).iter_rows())
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

    def _hear(self, said: pl.DataFrame, log: Log) -> None:
        """Note which sessions have a user and a database; raise where the prefix and the server's message differ on them."""
        if len(wrong := said["contradicted"].drop_nulls()):
            raise BadInput(
                f"{log.file.name}: {log.format.said} is not what the server wrote it with: {wrong[0]}",
                remedy="give --prefix with the server's log_line_prefix (show log_line_prefix)",
            )
        count = len(self._assembly.sessions.numbers)
        if count > len(self._named):
            self._named = np.append(self._named, np.zeros(max(count, 1024), dtype=np.bool_))
        named = said.filter((pl.col("user").fill_null("") != "") & (pl.col("database").fill_null("") != ""))
        self._named[named["session"].to_numpy()] = True

    def _once(self, eventful: pl.DataFrame, numbered: pl.DataFrame) -> pl.DataFrame:
        """Drop records that a log before held: a session's own line numbers tell."""
        again = pl.Series(
            self._assembly.sessions.seen(numbered["session"].to_numpy(), numbered["session_line"].to_numpy())
        )
        if not again.any():
            return eventful
        repeated = numbered.filter(again)
        self._accounting.repeated(repeated)
        return eventful.filter(~pl.col("row").is_in(repeated["row"].implode()))

    def _shaped(self, eventful: pl.DataFrame, read: ReadBlock) -> pl.DataFrame:
        """Give the block's shapes the workload's numbers; only those that are left become known."""
        used = eventful["shape"].drop_nulls().unique(maintain_order=True).to_list()
        numbers = np.full(len(read.templates) + 1, -1, dtype=np.int32)
        numbers[used] = self._shapes.learn([read.templates[i] for i in used], [read.examples[i] for i in used])
        return eventful.with_columns(pl.Series("shape", numbers).gather(eventful["shape"]))

    def _emit(self, events: pl.DataFrame) -> None:
        self._accounting.events(events, self._shapes.resets())
        if events.is_empty():
            return
        self._accounting.nameless(events, self._named)
        resolved = self._resolution.shaped(events) if self._resolution is not None else events["shape"]
        if self._options.redaction is not None:
            events = redacted(events, self._options.redaction, self._shapes.kinds())
        self._writer.add(events.with_columns(resolved))

    def finish(self, tool_version: str) -> Manifest:
        """Write the workload."""
        accounting, state = self._accounting, self._assembly.sessions
        if not accounting.counts["statements"] or accounting.span is None:
            raise BadInput(
                f"{self._logs[0].file.name}: no statement in {sum(accounting.buckets.values())} lines",
                remedy="set log_min_duration_statement = 0 (or log_statement = all), reload, and capture again",
            )
        start, end = accounting.span
        found = sessions.gathered(self._said)
        table = sessions.table(
            found.filter(~pl.col("session").is_in(list(self._aside))),
            self._options,
            window_start_us=start,
            events=pl.Series(state.events[: len(state.numbers)]),
            instances=pl.Series(state.instances, dtype=pl.String),
        )
        accounting.leave_out(table["session"])
        if not accounting.counts["statements"]:
            raise BadInput(
                f"{self._logs[0].file.name}: {accounting.counts['nameless']} statements, and no line of the log tells the user and the database of any of them",
                remedy=WHOSE,
            )
        settings = list(self._options.settings)
        if self._options.redaction is not None:
            redaction = self._options.redaction
            table = redacted_sessions(table, redaction)
            settings = [{**one, "application": redaction.application(one["application"])} for one in settings]
        gaps = found.filter(pl.col("line_low").is_not_null()) if self._numbers_records() else found.clear()
        missing = int((gaps["line_high"] - gaps["line_low"] + 1 - gaps["records"]).clip(0).sum())
        facts = {
            "window_start_us": start,
            "window_end_us": end,
            "transactions": int(state.transactions[table["session"].to_numpy()].sum()),
            "tool_version": tool_version,
            **accounting.facts(self._read(), self._options, self._assembly.folded, table, missing),
            "session_settings": settings,
        }
        if self._resolution is not None:
            facts["notes"] += self._resolution.notes()
        give_back()
        resolved = self._resolution.rows() if self._resolution is not None else None
        shapes = self._shapes.frame(bared=self._options.redaction is not None, resolved=resolved)
        return self._writer.finish(table, shapes, facts)

    def _numbers_records(self) -> bool:
        """Say whether sessions number their records (plain logs number the lines of DETAIL and STATEMENT too)."""
        return all(log.format.numbers_records for log in self._logs)

    def _read(self) -> Read:
        return Read(
            files=[log.file.name for log in self._logs],
            formats=sorted({log.format.said for log in self._logs}),
            zones=sorted({log.zone for log in self._logs if log.zone and not known(log.zone)}),
            resolution_us=max(log.format.resolution_us for log in self._logs),
            cut_short=self._cut_short,
            notes=[note for log in self._logs for note in log.format.notes],
        )


def _opened(eventful: pl.DataFrame, fresh: NDArray[np.int32]) -> pl.DataFrame:
    """Return a connect record for each fresh session that has none of its own: it was open before the window."""
    mine = eventful.filter(pl.col("session").is_in(fresh.tolist()))
    silent = (
        mine.group_by("session")
        .agg(
            (pl.col("what") == grammar.RECEIVED).any().alias("heard"),
            pl.col("record").first(),
            pl.col("file").first(),
            pl.col("line").first(),
            (pl.col("time_us") - pl.col("duration_us").fill_null(0)).first().alias("time_us"),
        )
        .filter(~pl.col("heard"))
        .drop("heard")
    )
    rows = silent.with_columns(pl.lit(grammar.RECEIVED).cast(grammar.WHAT).alias("what"))
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
