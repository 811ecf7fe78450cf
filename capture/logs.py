"""``capture logs``: statement logs of a server become one workload.

Reading and the grammar run block by block on two threads; assembling events follows in the order of the log. What
is held at any time: a few blocks, the last unit of each open session, one row per session.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from base.allocation import give_back
from base.errors import BadInput
from capture import csvlog, grammar, sessions
from capture.assembly import Assembly
from capture.reading import EVENTFUL, ReadBlock, read_block
from capture.source import Block, LogFile, blocks, head, log_files
from workload.manifest import Losses, Manifest
from workload.schema import Action
from workload.shapes import Shapes
from workload.write import WorkloadWriter

AHEAD = 2


@dataclass(frozen=True, slots=True)
class CaptureOptions:
    """What to read and keep. *since_us*/*until_us*: wall clock; records outside inform sessions but make no events."""

    paths: tuple[Path, ...]
    output: Path
    force: bool = False
    since_us: int | None = None
    until_us: int | None = None
    source: dict[str, Any] | None = None


Progress = Callable[[int, int], None]


def capture_logs(options: CaptureOptions, *, tool_version: str, progress: Progress | None = None) -> Manifest:
    """Read the logs into a workload and return its manifest.

    Raises ``BadInput`` (exit 3) for what is no csvlog or holds no statement. A gzip file that breaks off is read as
    far as it goes; the workload is written, says so, and the error comes afterwards.
    """
    files = _in_order(log_files(list(options.paths)))
    writer = WorkloadWriter(options.output, force=options.force)
    with ExitStack() as undo:
        undo.callback(writer.abandon)
        capture = _Capture(options, files, writer)
        for done, total in capture.run():
            if progress is not None:
                progress(done, total)
        manifest = capture.finish(tool_version)
        undo.pop_all()
    if manifest.losses.files_cut_short:
        raise BadInput(
            f"{manifest.losses.files_cut_short[0]}: the gzip stream breaks off",
            remedy=f"fetch the file again; what could be read is in {options.output}, and its manifest says so",
        )
    return manifest


def _in_order(files: list[LogFile]) -> list[LogFile]:
    """Order rotated files by their first record, refusing what is not csvlog."""
    begins = {file: head(file) for file in files}
    # An empty file among others was just rotated in.
    files = [file for file in files if begins[file] or len(files) == 1 or file.path.stat().st_size]
    for file in files:
        csvlog.check(begins[file], file.name)
    return sorted(files, key=lambda file: _first_us(begins[file])) if len(files) > 1 else files


def _first_us(begin: bytes) -> int:
    """Return the time of a file's first record that has one."""
    block = csvlog.records(Block(begin[: csvlog.cut(begin) or len(begin)], 1, last=True))
    times = block["time_us"].drop_nulls()
    return int(times[0]) if len(times) else 0


class _Capture:
    def __init__(self, options: CaptureOptions, files: list[LogFile], writer: WorkloadWriter) -> None:
        self._options = options
        self._files = files
        self._writer = writer
        self._shapes = Shapes()
        self._assembly = Assembly(self._shapes)
        self._said: list[pl.DataFrame] = []
        self._buckets: Counter[str] = Counter()
        self._ours: set[int] = set()
        self._cut_short: list[str] = []
        self._zones = {zone for file in files if (zone := csvlog.unknown_zone(head(file)))}
        self._records = 0
        self._span: tuple[int, int] | None = None
        self._counts: Counter[str] = Counter()

    def run(self) -> Iterator[tuple[int, int]]:
        """Read everything, yielding (bytes read, bytes in all) as it goes."""
        total = sum(file.path.stat().st_size for file in self._files)
        done = 0
        for read in self._ahead():
            self._take(read)
            done += read.octets
            yield done, total
        self._emit(self._assembly.take(pl.DataFrame(schema=EVENTFUL), foreign=False, final=True))

    def _ahead(self) -> Iterator[ReadBlock]:
        """Read and parse blocks on threads beside the assembly, at most ``AHEAD`` of them ahead of it."""
        with ThreadPoolExecutor(1) as reading, ThreadPoolExecutor(2) as parsing:
            waiting: deque[Future[ReadBlock]] = deque()
            stream = self._blocks()
            coming = reading.submit(next, stream, None)
            while (numbered := coming.result()) is not None:
                coming = reading.submit(next, stream, None)
                block, file = numbered
                waiting.append(parsing.submit(read_block, block, file, self._options.since_us, self._options.until_us))
                while len(waiting) > AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

    def _blocks(self) -> Iterator[tuple[Block, int]]:
        """Yield every file's blocks with its number; a file that breaks off is noted."""
        for number, file in enumerate(self._files):
            try:
                for block in blocks(file, csvlog.cut):
                    yield block, number
            except EOFError:
                self._cut_short.append(file.name)

    def _take(self, read: ReadBlock) -> None:
        """Give a block's sessions and records their numbers, and its events to the writer."""
        numbers, fresh = self._assembly.sessions.number(read.identities)
        self._ours.update(numbers[read.ours].tolist())
        self._said.append(read.said.with_columns(_numbered(read.said, numbers)))
        self._count(read.lines.with_columns(_numbered(read.lines, numbers)))
        eventful = read.eventful.with_columns(
            _numbered(read.eventful, numbers),
            (pl.col("row") + self._records).alias("record"),
            pl.lit(read.file, pl.Int32).alias("file"),
        ).select(list(EVENTFUL))
        self._records += read.records
        if self._ours:
            eventful = eventful.filter(~pl.col("session").is_in(list(self._ours)))
        eventful = self._shaped(eventful, read)
        self._widen(eventful)
        if fresh:
            eventful = pl.concat([self._opened(eventful, fresh), eventful])
        self._emit(self._assembly.take(eventful, foreign=read.foreign))

    def _shaped(self, eventful: pl.DataFrame, read: ReadBlock) -> pl.DataFrame:
        """Give the block's shapes the workload's numbers; only those that are left become known."""
        used = eventful["shape"].drop_nulls().unique(maintain_order=True).to_list()
        numbers = np.full(len(read.templates) + 1, -1, dtype=np.int32)
        numbers[used] = self._shapes.learn([read.templates[i] for i in used], [read.examples[i] for i in used])
        return eventful.with_columns(pl.Series("shape", numbers).gather(eventful["shape"]))

    def _count(self, lines: pl.DataFrame) -> None:
        """Put every physical line in a bucket."""
        for session, what, count in lines.select("session", "what", "lines").iter_rows():
            self._buckets["pgrehearse's own" if session in self._ours else str(what)] += int(count)

    def _widen(self, eventful: pl.DataFrame) -> None:
        """Widen the window to the statements' starts and ends."""
        if eventful.is_empty():
            return
        low = int((eventful["time_us"] - eventful["duration_us"].fill_null(0)).min())  # type: ignore[arg-type]
        high = int(eventful["time_us"].max())  # type: ignore[arg-type]
        self._span = (low, high) if self._span is None else (self._span[0], max(self._span[1], high))

    def _opened(self, eventful: pl.DataFrame, fresh: list[int]) -> pl.DataFrame:
        """Return a connect record for each fresh session that has none of its own: it was open before the window."""
        mine = eventful.filter(pl.col("session").is_in(fresh))
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

    def _emit(self, events: pl.DataFrame) -> None:
        self._writer.add(events)
        action, failed = events["action"], events["ended"].to_physical() > 0
        ran = (action == Action.QUERY) | (action == Action.EXECUTE)
        lost, took = ran & events["truncated"], events["took_us"]
        self._counts["statements"] += int(ran.sum())
        self._counts["errors"] += int((ran & failed).sum())
        self._counts["estimated"] += int((ran & (events["at_least_us"] != events["at_us"])).sum())
        self._counts["missing"] += int(lost.sum())
        if took.null_count() < len(took):
            self._counts["timed"] += int((ran & took.is_not_null()).sum())
            self._counts["whole_us"] += int(took.filter(ran).sum())
            self._counts["lost_us"] += int(took.filter(lost).sum())

    def finish(self, tool_version: str) -> Manifest:
        """Write the workload."""
        if not self._counts["statements"] or self._span is None:
            raise BadInput(
                f"{self._files[0].name}: no statement in {sum(self._buckets.values())} lines",
                remedy="set log_min_duration_statement = 0 (or log_statement = all), reload, and capture again",
            )
        start, end = self._span
        found = sessions.gathered(self._said)
        state = self._assembly.sessions
        counted = pl.Series(state.events[: len(state.numbers)])
        table = sessions.table(
            found.filter(~pl.col("session").is_in(list(self._ours))), window_start_us=start, events=counted
        )
        gaps = found.filter(pl.col("line_low").is_not_null())
        missing = int((gaps["line_high"] - gaps["line_low"] + 1 - gaps["records"]).clip(0).sum())
        give_back()
        return self._writer.finish(table, self._shapes.frame(), self._facts(table, start, end, missing, tool_version))

    def _facts(self, table: pl.DataFrame, start: int, end: int, missing: int, tool_version: str) -> dict[str, Any]:
        counts, state, folded = self._counts, self._assembly.sessions, self._assembly.folded
        losses = Losses(
            lines=sum(self._buckets.values()),
            buckets={name: lines for name, lines in sorted(self._buckets.items(), key=lambda pair: -pair[1]) if lines},
            unexecuted=folded.unexecuted,
            errors_without_statement=folded.without_statement,
            parameters_missing=counts["missing"],
            fetches_folded=folded.fetches,
            session_lines_missing=missing,
            files_cut_short=self._cut_short,
        )
        whole = counts["statements"] + folded.without_statement
        notes = [f"time zone {zone} is not known here and was read as UTC" for zone in sorted(self._zones)]
        if counts["timed"] == 0:
            notes.append("the log holds no durations: log_min_duration_statement = 0 would give production's latencies")
        return {
            "window_start_us": start,
            "window_end_us": end,
            "files": [file.name for file in self._files],
            "logging_mode": self._mode(),
            "time_resolution_us": 1000,
            "sessions": table.height,
            "events": int(table["events"].sum()),
            "statements": counts["statements"],
            "errors": counts["errors"],
            "transactions": int(state.transactions.sum()),
            "estimated_starts": counts["estimated"],
            "losses": losses,
            "coverage": {
                "count": round(1 - (counts["missing"] + folded.without_statement) / whole, 6),
                "time": round(1 - counts["lost_us"] / max(counts["whole_us"], 1), 6),
            },
            "tool_version": tool_version,
            "source": self._options.source or {},
            "notes": notes,
        }

    def _mode(self) -> str:
        if self._counts["timed"] == 0:
            return "log_statement"
        return "log_statement with durations" if self._buckets.get(grammar.BARE) else "log_min_duration_statement"


def _numbered(frame: pl.DataFrame, numbers: NDArray[np.int32]) -> pl.Series:
    """Return a frame's ``session`` column with the workload's numbers in place of the block's."""
    local = frame["session"]
    if local.null_count() == 0:
        return pl.Series("session", numbers[local.to_numpy()], dtype=pl.Int32)
    return pl.Series("session", [None if number is None else int(numbers[number]) for number in local], dtype=pl.Int32)
