"""Outcomes and connections, collected in columns and written to files every few seconds, on a thread of their own."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from struct import Struct
from typing import NamedTuple

import numpy as np
import polars as pl

from pgrehearse.replay.session.row_hash import NOT_HASHED
from pgrehearse.runs.schema import CONNECTIONS, DRAWS, OUTCOMES, Status
from pgrehearse.runs.write import write_part

STATUSES = [word.value for word in Status]
OK, FAILED, SKIPPED, UNSENT = range(4)
_NUMBERS = (
    "session",
    "copy",
    "seq",
    "connection",
    "due_us",
    "ready_us",
    "ordered_us",
    "sent_us",
    "done_us",
    "rows",
    "rows_hash",
    "rows_hash_unordered",
)
_HASHES = _NUMBERS[-2:]
_ROW = Struct(f"={len(_NUMBERS) - 2}q2Q")
_SIZE = _ROW.size
# A part holds at most this many outcomes: it and the flush interval bound what a crash of this process can lose.
PART = 50_000
# No instant: the event was not sent.
NEVER = -(1 << 62)


# session, copy, seq, connection, due, ready, ordered, sent, done (times in microseconds; NEVER: the event did not get so far), rows, and
# their two hashes (``row_hash``).
OutcomeRow = tuple[int, int, int, int, int, int, int, int, int, int, int, int]
# The row's place in its part, its status, then its SQLSTATE, message and reason. An outcome without details is ``OK``.
_NumberedDetails = tuple[int, int, str | None, str | None, str | None]
# Progress reports the lateness of so many recent outcomes.
_RECENT = 4000


class Details(NamedTuple):
    """Why an event did not simply run. *expected*: the SQLSTATE of the error in production ("": an error of unknown state; None: no error)."""

    reason: str | None = None
    sqlstate: str | None = None
    message: str | None = None
    expected: str | None = None


class ConnectionRow(NamedTuple):
    """A connection that has ended. *pid*, *opened_us*: None where it was refused; *sqlstate*: why it was refused, or how it ended (None: as usual)."""

    session: int
    copy: int
    connection: int
    pid: int | None = None
    opened_us: int | None = None
    ended_us: int | None = None
    sqlstate: str | None = None


class Recorder:
    """Outcomes and connections of one worker."""

    def __init__(self, run: Path, worker: int) -> None:
        self._run, self._worker = run, worker
        self._writer = ThreadPoolExecutor(1)
        self._pending: Future[None] | None = None
        self._parts = 0
        self._written = 0
        self._others = [0, 0, 0, 0]
        self._connection = worker << 24
        self._connections: list[tuple[int, int, int, int, int | None, int | None, int | None, str | None]] = []
        self._draws: Counter[tuple[int, int, int, str]] = Counter()
        self.expected = 0  # of those that failed: as they did in production
        self._pack = _ROW.pack
        self._reset()

    def _reset(self) -> None:
        self._buffer = bytearray()
        self._details: list[_NumberedDetails] = []

    @property
    def counts(self) -> list[int]:
        """Outcomes so far, by status (``OK``, ``FAILED``, ``SKIPPED``, ``UNSENT``)."""
        return [self._written + self.waiting - sum(self._others[1:]), *self._others[1:]]

    def recent_lateness_us(self) -> tuple[int, int]:
        """Return how late the most recent outcomes were sent (p50, p99); 0: none of them was sent."""
        recent = bytes(memoryview(self._buffer)[-_RECENT * _SIZE :])
        rows = np.frombuffer(recent, dtype=np.int64).reshape(-1, len(_NUMBERS))
        sent, due = rows[:, _NUMBERS.index("sent_us")], rows[:, _NUMBERS.index("due_us")]
        late = (sent - due)[sent != NEVER]
        if not len(late):
            return 0, 0
        p50, p99 = np.quantile(late, (0.5, 0.99)).astype(np.int64).tolist()
        return p50, p99

    def add(self, row: OutcomeRow) -> None:
        """Add the outcome of an event that simply ran."""
        self._buffer += self._pack(*row)

    def add_packed(self, row: bytes) -> None:
        """Add the outcome of an event that simply ran. *row*: the numbers of ``OutcomeRow``, 8 bytes each, in the byte order of this machine."""
        self._buffer += row

    def add_with_details(self, row: OutcomeRow, status: int, details: Details) -> None:
        """Add an outcome that failed, was skipped or never sent, or has a reason."""
        self.add(row)
        self._others[status] += 1
        expected = details.expected
        self.expected += status == FAILED and expected is not None and expected in {"", details.sqlstate}
        self._details.append((self.waiting - 1, status, details.sqlstate, details.message, details.reason))

    def add_draw(self, draw: tuple[int, int, int, str]) -> None:
        """Count a draw: session, copy, seq, sequence."""
        self._draws[draw] += 1

    def next_connection(self) -> int:
        """Return a connection number of this worker's own range."""
        self._connection += 1
        return self._connection

    def add_connection(self, row: ConnectionRow) -> None:
        """Add a connection that has ended, or was refused."""
        self._connections.append((*row[:3], self._worker, *row[3:]))

    @property
    def waiting(self) -> int:
        """Outcomes that are not yet with the writing thread."""
        return len(self._buffer) // _SIZE

    def flush(self, *, last: bool = False) -> None:
        """Pass the outcomes to the writing thread; a failure of the disk is raised at the next flush."""
        if self._pending is not None and (last or self._pending.done()):
            self._pending.result()
            self._pending = None
        if self._pending is None and self._buffer:
            self._pending = self._writer.submit(self._write, self._buffer, self._details, self._parts)
            self._written += self.waiting
            self._parts += 1
            self._reset()
        if last:
            if self._pending is not None:
                self._pending.result()
            write_part(
                self._run,
                f"connections-{self._worker:02}",
                pl.DataFrame(self._connections, schema=CONNECTIONS, orient="row"),
            )
            if self._draws:
                rows = [(*draw, count) for draw, count in self._draws.items()]
                write_part(self._run, f"draws-{self._worker:02}", pl.DataFrame(rows, schema=DRAWS, orient="row"))
            self._writer.shutdown()

    def _write(self, outcomes: bytearray, details: list[_NumberedDetails], part: int) -> None:
        numbers = np.frombuffer(outcomes, dtype=np.int64).reshape(-1, len(_NUMBERS))
        texts = pl.DataFrame(
            details,
            schema={
                "row": pl.UInt32,
                "status": pl.UInt8,
                "sqlstate": pl.String,
                "message": pl.String,
                "reason": pl.String,
            },
            orient="row",
        )
        frame = pl.DataFrame(
            {
                name: column.view(np.uint64) if name in _HASHES else column
                for name, column in zip(_NUMBERS, numbers.T, strict=True)
            }
        ).with_columns(pl.max_horizontal("due_us", "ready_us", "ordered_us").alias("ordered_us"))
        frame = (
            frame.with_row_index("row")
            .join(texts, on="row", how="left", maintain_order="left")
            .with_columns(
                pl.col("status").fill_null(OK).replace_strict(dict(enumerate(STATUSES)), return_dtype=pl.String),
                pl.lit(None, pl.Int64).alias("server_us"),
                *(
                    pl.when(pl.col(name) != NEVER).then(pl.col(name)).alias(name)
                    for name in ("ready_us", "ordered_us", "sent_us", "done_us")
                ),
                pl.when(pl.col("rows") >= 0).then(pl.col("rows")).alias("rows"),
                *(pl.when(pl.col(name) != NOT_HASHED).then(pl.col(name)).alias(name) for name in _HASHES),
            )
        )
        if len(numbers) != frame.height:
            raise RuntimeError("an outcome was written twice")
        write_part(
            self._run / "outcomes",
            f"part-{self._worker:02}-{part:05}",
            frame.select(*OUTCOMES).cast(OUTCOMES),
        )
