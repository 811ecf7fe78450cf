"""``capture logs``: statement logs of a server become one workload.

Reading and the grammar run block by block on two threads; assembling events follows in the order of the log. What
is held at any time: a few blocks, the last unit of each open session, one row per session.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import polars as pl

from base.errors import BadInput
from capture import csvlog, grammar, sessions
from capture.assembly import Assembly, templated
from capture.records import smuggled
from capture.source import Block, LogFile, blocks, head, log_files
from workload.manifest import Losses, Manifest
from workload.shapes import Shapes
from workload.write import WorkloadWriter

AHEAD = 3
_EVENT_COLUMNS = [
    "session",
    "record",
    "file",
    "line",
    "time_us",
    "what",
    "duration_us",
    "name",
    "portal",
    "sql",
    "template",
    "tag",
    "vxid",
    "sqlstate",
    "message",
    "detail",
    "context",
]


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
    try:
        capture = _Capture(options, files, writer)
        for done, total in capture.run():
            if progress is not None:
                progress(done, total)
        manifest = capture.finish(tool_version)
    except BaseException:
        writer.abandon()
        raise
    if manifest.losses.files_cut_short:
        raise BadInput(
            f"{manifest.losses.files_cut_short[0]}: the gzip stream breaks off",
            remedy=f"fetch the file again; what could be read is in {options.output}, and its manifest says so",
        )
    return manifest


def _in_order(files: list[LogFile]) -> list[LogFile]:
    """Order rotated files by their first record, refusing what is not csvlog."""
    firsts: list[tuple[int, LogFile]] = []
    for file in files:
        begin = head(file)
        if not begin and len(files) > 1 and file.path.stat().st_size == 0:
            continue  # a file just rotated in
        csvlog.check(begin, file.name)
        block = csvlog.records(Block(begin[: csvlog.cut(begin) or len(begin)], 1, last=True))
        times = block["time_us"].drop_nulls()
        firsts.append((int(times[0]) if len(times) else 0, file))
    return [file for _, file in sorted(firsts, key=lambda pair: pair[0])]


@dataclass(frozen=True, slots=True)
class _Read:
    """One block after the grammar."""

    frame: pl.DataFrame
    file: int
    octets: int
    cut_short: bool = False


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
        self._zones: set[str] = set()
        self._records = 0
        self._span: tuple[int, int] | None = None
        self._counts: Counter[str] = Counter()

    def run(self) -> Iterator[tuple[int, int]]:
        """Read everything, yielding (bytes read, bytes in all) as it goes."""
        total = sum(file.path.stat().st_size for file in self._files)
        done = 0
        for read in self._ahead():
            if read.cut_short:
                self._cut_short.append(self._files[read.file].name)
                continue
            self._take(read)
            done += read.octets
            yield done, total
        self._emit(self._assembly.take(pl.DataFrame(schema=self._event_schema()), final=True))

    def _ahead(self) -> Iterator[_Read]:
        """Read and parse blocks on a thread beside the assembly, at most ``AHEAD`` of them ahead of it."""
        with ThreadPoolExecutor(2) as pool:
            waiting: deque[Future[_Read]] = deque()
            for number, file in enumerate(self._files):
                try:
                    for block in blocks(file, csvlog.cut):
                        waiting.append(pool.submit(_read, block, number))
                        while len(waiting) > AHEAD:
                            yield waiting.popleft().result()
                except EOFError:
                    waiting.append(pool.submit(_Read, pl.DataFrame(), number, 0, cut_short=True))
            while waiting:
                yield waiting.popleft().result()

    def _take(self, read: _Read) -> None:
        frame = read.frame.with_columns(
            (pl.int_range(pl.len()) + self._records).alias("record"),
            pl.lit(read.file, pl.Int32).alias("file"),
        )
        self._records += frame.height
        frame = self._filtered(frame)
        spoken = frame.filter(
            pl.col("session_id").is_not_null()
            & (pl.col("time_us").is_not_null())
            & ~pl.col("what").is_in(["background", "replication"])
        )
        numbers, fresh = self._assembly.sessions.number(spoken["session_id"])
        spoken = spoken.with_columns(numbers.alias("session"))
        self._said.append(sessions.said(spoken))
        spoken, own = self._without_ours(spoken)
        self._count(frame, own)
        eventful = spoken.filter(pl.col("what").is_in(list(grammar.EVENTFUL)))
        self._widen(eventful)
        if fresh:
            eventful = pl.concat([self._opened(eventful, fresh), eventful.select(_EVENT_COLUMNS)])
        self._emit(self._assembly.take(eventful.select(_EVENT_COLUMNS)))

    def _filtered(self, frame: pl.DataFrame) -> pl.DataFrame:
        since, until = self._options.since_us, self._options.until_us
        if since is None and until is None:
            return frame
        outside = (pl.col("time_us") < (since or 0)) | (pl.col("time_us") >= (until or 1 << 62))
        keeps = pl.col("what").is_in([grammar.RECEIVED, grammar.AUTHORIZED, grammar.AUTHENTICATED, "damaged"])
        return frame.with_columns(
            pl.when(outside & ~keeps)
            .then(pl.lit("outside the filter"))
            .otherwise("what")
            .cast(grammar.WHAT)
            .alias("what")
        )

    def _without_ours(self, spoken: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
        """Split off the records of pgrehearse's own connections."""
        self._ours.update(sessions.ours(spoken)["session"].to_list())
        if not self._ours:
            return spoken, spoken.clear()
        mine = pl.col("session").is_in(list(self._ours))
        return spoken.filter(~mine), spoken.filter(mine)

    def _count(self, frame: pl.DataFrame, own: pl.DataFrame) -> None:
        """Put every physical line in a bucket."""
        for sign, rows in ((1, frame), (-1, own)):
            for what, lines in rows.group_by("what").agg(pl.col("lines").sum()).iter_rows():
                self._buckets[str(what)] += sign * int(lines)
        if own.height:
            self._buckets["pgrehearse's own"] += int(own["lines"].sum())

    def _widen(self, eventful: pl.DataFrame) -> None:
        """Widen the window to the statements' starts and ends."""
        if eventful.is_empty():
            return
        low = int((eventful["time_us"] - eventful["duration_us"].fill_null(0)).min())  # type: ignore[arg-type]
        high = int(eventful["time_us"].max())  # type: ignore[arg-type]
        self._span = (low, high) if self._span is None else (self._span[0], max(self._span[1], high))

    def _opened(self, eventful: pl.DataFrame, fresh: list[str]) -> pl.DataFrame:
        """Return a connect record for each fresh session that has none of its own: it was open before the window."""
        numbers = [self._assembly.sessions.numbers[text] for text in fresh]
        mine = eventful.filter(pl.col("session").is_in(numbers))
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
        return rows.match_to_schema(self._event_schema(), missing_columns="insert").select(_EVENT_COLUMNS)

    def _event_schema(self) -> dict[str, Any]:
        text = dict.fromkeys(_EVENT_COLUMNS, pl.String)
        numbers: dict[str, Any] = {
            "session": pl.Int32,
            "record": pl.Int64,
            "file": pl.Int32,
            "line": pl.Int64,
            "time_us": pl.Int64,
            "duration_us": pl.Int64,
            "what": grammar.WHAT,
        }
        return {**text, **numbers}

    def _emit(self, events: pl.DataFrame) -> None:
        self._writer.add(events)
        ran = events.filter(pl.col("action").is_in(["query", "execute"]))
        self._counts["statements"] += ran.height
        self._counts["errors"] += int((ran["ended"] != "ok").sum())
        self._counts["estimated"] += int((ran["at_least_us"] != ran["at_us"]).sum())
        self._counts["timed"] += int(ran["took_us"].is_not_null().sum())
        self._counts["missing"] += int(ran["truncated"].sum())
        self._counts["whole_us"] += int(ran["took_us"].sum())
        self._counts["lost_us"] += int(ran.filter("truncated")["took_us"].sum())

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


def _read(block: Block, file: int) -> _Read:
    octets, _ = smuggled(block.octets)
    frame = templated(grammar.read(csvlog.records(replace(block, octets=octets))))
    return _Read(frame, file, len(block.octets))
