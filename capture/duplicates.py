"""Records that an earlier log contains too: exports overlap, and a file may be given twice.

Two records are the same if session, line number inside the session and content are equal. The order of the logs is not
evidence: if the clock was set back, a later file comes first. A record can only be a repetition if its number is in the
range that earlier logs have of its session; the contents of earlier records are compared only then, and are stored on
disk (eight bytes each).
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl

from pgrehearse.base.artifact import disk_errors
from pgrehearse.workload.arrays import Flags, Ints, Keys

_NEVER = np.iinfo(np.int64).max
# Odd factors: the products of distinct numbers are distinct.
_BY_LINE, _BY_SESSION = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)


def contents(records: pl.DataFrame) -> pl.Series:
    """Return a hash of each record's content (UInt64; equal records have equal hashes). Columns: those of ``RECORDS``."""
    return records.select(
        (pl.col("message").hash(1) ^ pl.col("detail").hash(2) ^ pl.col("query").hash(3)).alias("content")
    )["content"]


class Repeats:
    """The records that were read. *file*: where the hashes of their contents are stored.

    *disordered*: how many records were read after later records of their sessions, in another log.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._low, self._high = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
        self._low_in_log, self._high_in_log = self._low, self._high
        self._written, self._before = 0, 0
        self._earlier: Keys | None = None
        self.disordered = 0

    def next_file(self) -> None:
        """Start the next log."""
        self._low, self._high = self._low_in_log.copy(), self._high_in_log.copy()
        self._before, self._earlier = self._written, None

    def seen(self, session: Ints, line: Ints, content: Keys) -> Flags:
        """Return which records of the current log are in an earlier one. *line*: the number inside the session (-1: none)."""
        if len(session) == 0:
            return np.zeros(0, dtype=np.bool_)
        self._grow(int(session.max()) + 1)
        keys = content ^ (line.astype(np.uint64) * _BY_LINE) ^ (session.astype(np.uint64) * _BY_SESSION)
        again = (line > 0) & (line >= self._low[session]) & (line <= self._high[session])
        if again.any():
            again[again] = self._in_earlier(keys[again])
        numbered = line > 0
        self.disordered += int((numbered & ~again & (line < self._high[session])).sum())
        np.minimum.at(self._low_in_log, session[numbered], line[numbered])
        np.maximum.at(self._high_in_log, session[numbered], line[numbered])
        with disk_errors(self._file), self._file.open("ab") as stream:
            stream.write(keys[numbered & ~again].tobytes())
        self._written += int((numbered & ~again).sum())
        return again

    def _in_earlier(self, keys: Keys) -> Flags:
        if self._earlier is None:
            with disk_errors(self._file):
                self._earlier = np.sort(np.fromfile(self._file, dtype=np.uint64, count=self._before))
        place = np.searchsorted(self._earlier, keys)
        present: Flags = self._earlier[np.minimum(place, len(self._earlier) - 1)] == keys
        return present

    def _grow(self, sessions: int) -> None:
        missing = sessions - len(self._low)
        if missing > 0:
            size = max(missing, len(self._low))
            low, high = np.full(size, _NEVER), np.zeros(size, dtype=np.int64)
            self._low, self._low_in_log = np.append(self._low, low), np.append(self._low_in_log, low)
            self._high, self._high_in_log = np.append(self._high, high), np.append(self._high_in_log, high)
