"""What happened, kept in columns and written away every few seconds, off the event loop."""

from __future__ import annotations

from array import array
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import numpy as np
import polars as pl

from runs.schema import CONNECTIONS, OUTCOMES, Status
from runs.write import write_part

STATUSES = [word.value for word in Status]
OK, FAILED, SKIPPED, UNSENT = range(4)
_NUMBERS = (
    "session",
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
# A part holds at most this many outcomes: what a crash of this process can lose is bounded by it and the clock.
PART = 50_000
# "No instant": the event was not sent.
NEVER = -(1 << 62)


class Recorder:
    """Outcomes and connections of one worker."""

    def __init__(self, run: Path, worker: int) -> None:
        self._run, self._worker = run, worker
        self._writer = ThreadPoolExecutor(1)
        self._pending: Future[None] | None = None
        self._parts = 0
        self.counts = [0, 0, 0, 0]
        self._connections: list[tuple[int, int, int, int | None, int | None, int | None, str | None]] = []
        self._fresh()

    def _fresh(self) -> None:
        self._columns = [array("q") for _ in _NUMBERS]
        self._appends = [column.append for column in self._columns]
        self._words: list[tuple[int, str | None, str | None, str | None]] = []

    def add(  # noqa: PLR0913 (one row, on the hot path)
        self, session: int, seq: int, connection: int, due: int, ready: int, sent: int, done: int, rows: int
    ) -> None:
        """Keep an outcome that went well."""
        a = self._appends
        a[0](session)
        a[1](seq)
        a[2](connection)
        a[3](due)
        a[4](ready)
        a[5](max(due, ready))
        a[6](sent)
        a[7](done)
        a[8](rows)
        a[9](OK)
        self.counts[OK] += 1

    def add_other(
        self,
        row: tuple[int, int, int, int, int, int, int, int],
        status: int,
        *,
        sqlstate: str | None = None,
        message: str | None = None,
        reason: str | None = None,
    ) -> None:
        """Keep an outcome that failed, was skipped or never sent; *row* as in ``add``."""
        self.add(*row)
        self._columns[9][-1] = status
        self.counts[OK] -= 1
        self.counts[status] += 1
        self._words.append((len(self._columns[0]) - 1, sqlstate, message, reason))

    def connected(
        self,
        session: int,
        connection: int,
        pid: int | None,
        opened_us: int | None,
        ended_us: int | None,
        sqlstate: str | None,
    ) -> None:
        """Keep a connection, once it is over (or never came to be)."""
        self._connections.append((session, connection, self._worker, pid, opened_us, ended_us, sqlstate))

    @property
    def waiting(self) -> int:
        return len(self._columns[0])

    def flush(self, *, last: bool = False) -> None:
        """Hand what was kept to the writing thread; a failure of the disk comes up at the next flush."""
        if self._pending is not None and (last or self._pending.done()):
            self._pending.result()
            self._pending = None
        if self._pending is None and self._columns[0]:
            self._pending = self._writer.submit(self._write, self._columns, self._words, self._parts)
            self._parts += 1
            self._fresh()
        if last:
            if self._pending is not None:
                self._pending.result()
            rows = [(s, 0, c, w, pid, o, e, x) for s, c, w, pid, o, e, x in self._connections]
            write_part(
                self._run,
                f"connections-{self._worker:02}",
                pl.DataFrame(rows, schema=CONNECTIONS, orient="row"),
            )
            self._writer.shutdown()

    def _write(
        self,
        columns: list[array[int]],
        words: list[tuple[int, str | None, str | None, str | None]],
        part: int,
    ) -> None:
        numbers = dict(zip(_NUMBERS, columns, strict=True))
        height = len(columns[0])
        said = pl.DataFrame(
            words,
            schema={"row": pl.UInt32, "sqlstate": pl.String, "message": pl.String, "reason": pl.String},
            orient="row",
        )
        frame = pl.DataFrame({name: np.frombuffer(values, dtype=np.int64) for name, values in numbers.items()})
        frame = (
            frame.with_row_index("row")
            .join(said, on="row", how="left", maintain_order="left")
            .with_columns(
                pl.col("status").replace_strict(dict(enumerate(STATUSES)), return_dtype=pl.String),
                pl.lit(0, pl.Int16).alias("copy"),
                pl.lit(None, pl.Int64).alias("server_us"),
                pl.lit(None, pl.Int64).alias("bytes"),
                *(
                    pl.when(pl.col(name) != NEVER).then(pl.col(name)).alias(name)
                    for name in ("ready_us", "ordered_us", "sent_us", "done_us")
                ),
                pl.when(pl.col("rows") >= 0).then(pl.col("rows")).alias("rows"),
            )
        )
        if height != frame.height:
            raise RuntimeError("an outcome was written twice")
        write_part(
            self._run / "outcomes",
            f"part-{self._worker:02}-{part:05}",
            frame.select(*OUTCOMES).cast(OUTCOMES),
        )
