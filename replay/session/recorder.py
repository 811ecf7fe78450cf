"""What happened, kept in columns and written away every few seconds, off the event loop."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from struct import Struct

import numpy as np
import polars as pl

from pgrehearse.runs.schema import CONNECTIONS, OUTCOMES, Status
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
    "status",
)
_ROW = Struct(f"={len(_NUMBERS)}q")
_SIZE = _ROW.size
# A part holds at most this many outcomes: what a crash of this process can lose is bounded by it and the clock.
PART = 50_000
# The buffer's first room; it doubles when a burst fills it between two flushes.
_ROOM = 1 << 14
# "No instant": the event was not sent.
NEVER = -(1 << 62)


# session, copy, seq, connection, due, ready, ordered, sent, done, rows (times in microseconds; NEVER: it did not come to that).
Line = tuple[int, int, int, int, int, int, int, int, int, int]
# The lateness of so many recent outcomes is looked at for progress.
_RECENT = 4000


class Recorder:
    """Outcomes and connections of one worker."""

    def __init__(self, run: Path, worker: int) -> None:
        self._run, self._worker = run, worker
        self._writer = ThreadPoolExecutor(1)
        self._pending: Future[None] | None = None
        self._parts = 0
        self._written = 0
        self._others = [0, 0, 0, 0]
        self._connections: list[tuple[int, int, int, int, int | None, int | None, int | None, str | None]] = []
        self.expected = 0  # of those that failed: as they did in production
        self._pack = _ROW.pack_into
        self._fresh()

    def _fresh(self) -> None:
        self._buffer, self._at, self._room = bytearray(_ROOM * _SIZE), 0, _ROOM * _SIZE
        self._words: list[tuple[int, str | None, str | None, str | None]] = []

    @property
    def counts(self) -> list[int]:
        """Outcomes so far, by status (``OK``, ``FAILED``, ``SKIPPED``, ``UNSENT``)."""
        return [self._written + self.waiting - sum(self._others[1:]), *self._others[1:]]

    def late_us(self) -> int:
        """Return how late the latest outcomes were sent (p99); 0: nothing was sent lately."""
        kept = bytes(memoryview(self._buffer)[max(self._at - _RECENT * _SIZE, 0) : self._at])
        rows = np.frombuffer(kept, dtype=np.int64).reshape(-1, len(_NUMBERS))
        sent, due = rows[:, _NUMBERS.index("sent_us")], rows[:, _NUMBERS.index("due_us")]
        late = (sent - due)[sent != NEVER]
        return int(np.quantile(late, 0.99)) if len(late) else 0

    def add(  # noqa: PLR0913 (one row, on the hot path)
        self,
        session: int,
        copy: int,
        seq: int,
        connection: int,
        due: int,
        ready: int,
        ordered: int,
        sent: int,
        done: int,
        rows: int,
        status: int = OK,
    ) -> None:
        """Keep an outcome that went well."""
        at = self._at
        if at == self._room:
            self._buffer.extend(bytes(self._room))
            self._room *= 2
        self._pack(self._buffer, at, session, copy, seq, connection, due, ready, ordered, sent, done, rows, status)
        self._at = at + _SIZE

    def add_other(
        self,
        row: Line,
        status: int,
        *,
        sqlstate: str | None = None,
        message: str | None = None,
        reason: str | None = None,
        expected: str | None = None,
    ) -> None:
        """Keep an outcome that failed, was skipped or never sent, or has something to say; *row* as in ``add``.

        *expected*: the SQLSTATE that production saw ("": it is not known).
        """
        self.add(*row, status)
        self._others[status] += 1
        self.expected += status == FAILED and expected is not None and expected in {"", sqlstate}
        self._words.append((self.waiting - 1, sqlstate, message, reason))

    def connected(
        self,
        session: int,
        copy: int,
        connection: int,
        pid: int | None,
        opened_us: int | None,
        ended_us: int | None,
        sqlstate: str | None,
    ) -> None:
        """Keep a connection, once it is over (or never came to be)."""
        self._connections.append((session, copy, connection, self._worker, pid, opened_us, ended_us, sqlstate))

    @property
    def waiting(self) -> int:
        """Outcomes not yet handed to the writing thread."""
        return self._at // _SIZE

    def flush(self, *, last: bool = False) -> None:
        """Hand what was kept to the writing thread; a failure of the disk comes up at the next flush."""
        if self._pending is not None and (last or self._pending.done()):
            self._pending.result()
            self._pending = None
        if self._pending is None and self._at:
            kept = memoryview(self._buffer)[: self._at]
            self._pending = self._writer.submit(self._write, kept, self._words, self._parts)
            self._written += self.waiting
            self._parts += 1
            self._fresh()
        if last:
            if self._pending is not None:
                self._pending.result()
            write_part(
                self._run,
                f"connections-{self._worker:02}",
                pl.DataFrame(self._connections, schema=CONNECTIONS, orient="row"),
            )
            self._writer.shutdown()

    def _write(self, kept: memoryview, words: list[tuple[int, str | None, str | None, str | None]], part: int) -> None:
        numbers = np.frombuffer(kept, dtype=np.int64).reshape(-1, len(_NUMBERS))
        said = pl.DataFrame(
            words,
            schema={"row": pl.UInt32, "sqlstate": pl.String, "message": pl.String, "reason": pl.String},
            orient="row",
        )
        frame = pl.DataFrame({name: numbers[:, place] for place, name in enumerate(_NUMBERS)}).with_columns(
            pl.max_horizontal("due_us", "ready_us", "ordered_us").alias("ordered_us")
        )
        frame = (
            frame.with_row_index("row")
            .join(said, on="row", how="left", maintain_order="left")
            .with_columns(
                pl.col("status").replace_strict(dict(enumerate(STATUSES)), return_dtype=pl.String),
                pl.lit(None, pl.Int64).alias("server_us"),
                *(
                    pl.when(pl.col(name) != NEVER).then(pl.col(name)).alias(name)
                    for name in ("ready_us", "ordered_us", "sent_us", "done_us")
                ),
                pl.when(pl.col("rows") >= 0).then(pl.col("rows")).alias("rows"),
            )
        )
        if len(numbers) != frame.height:
            raise RuntimeError("an outcome was written twice")
        write_part(
            self._run / "outcomes",
            f"part-{self._worker:02}-{part:05}",
            frame.select(*OUTCOMES).cast(OUTCOMES),
        )
