"""Logs as blocks of complete records.

A block ends where a record ends: the reader's memory is bounded by the block size (and, for one very long record, by
``LONGEST``), not by the length of the log.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import polars as pl

from pgrehearse.capture.input.files import LogFile
from pgrehearse.capture.input.streams import decompressed, read_up_to

BLOCK = 20 << 20
# The longest record that is read: it takes ten times its size in memory while it is read. A longer one is left out and
# counted.
LONGEST = 64 << 20
HEAD = 1 << 18
_PIECE = 1 << 18

# Return where the last complete record of some bytes ends (0: there is none), as each format defines it.
Cut = Callable[[bytes], int]


@dataclass(frozen=True, slots=True)
class Block:
    """Consecutive complete records. *last*: the block ends its file, and its last record may be truncated.

    *dropped*: newlines before the block in a record that is too long to hold (None: there was no such record).
    *goes_on*: text that follows the last record, and may belong to it, is not available. For a block out of an envelope:
    *origin*: where each line starts in the file (*line*) and how many lines it was there (*lines*), *others* counts
    the lines of other programs before the block, *instance* names the server. *counted*: the newlines in the data, if they
    were counted.
    """

    data: bytes
    first_line: int
    last: bool
    dropped: int | None = None
    goes_on: bool = False
    origin: pl.DataFrame | None = None
    others: int = 0
    instance: str = ""
    counted: int | None = None

    @property
    def newlines(self) -> int:
        return count_byte(self.data, 0x0A) if self.counted is None else self.counted


def count_byte(data: bytes, byte: int) -> int:
    """Count one byte value, in pieces that fit the processor's cache (``bytes.count`` takes three times as long)."""
    values = np.frombuffer(data, dtype=np.uint8)
    return sum(int(np.count_nonzero(values[at : at + _PIECE] == byte)) for at in range(0, len(values), _PIECE))


def head(file: LogFile, size: int = HEAD) -> bytes:
    """Return a log's first bytes (fewer if it is truncated within them)."""
    with decompressed(io.BytesIO(file.first_bytes) if file.first_bytes is not None else file.open()) as stream:
        return b"".join(read_up_to(stream, size)[0])


def blocks(file: LogFile, cut: Cut, *, size: int = BLOCK) -> Iterator[Block]:
    """Yield a log's blocks; a truncated stream raises ``EOFError`` after the records before that point.

    A record longer than ``LONGEST`` is dropped while it is read; the bytes that remain of it are read as damage.
    """
    buffer = _Buffer(cut)
    with decompressed(file.open()) as stream:
        while True:
            fresh, truncated = read_up_to(stream, size)
            if fresh and buffer.drops(fresh):
                continue
            yield from buffer.complete(fresh, truncated=truncated)
            if truncated:
                raise EOFError
            if not fresh:
                return


class _Buffer:
    """The bytes of a log that are not yet in a block."""

    def __init__(self, cut: Cut) -> None:
        self._cut = cut
        self._data = b""
        self._end = 0
        self._line = 1
        self._dropped: int | None = None
        self._cut_in_line = False

    def drops(self, fresh: list[bytes]) -> bool:
        """Add bytes that were read; return whether they were dropped, as part of a record that is too long to hold."""
        self._data = b"".join((self._data, *fresh))
        if self._cut_in_line:
            self._skip_line()
            return True
        self._end = self._cut(self._data)
        if self._end or len(self._data) <= LONGEST:
            return False
        lines = count_byte(self._data, 0x0A)
        self._cut_in_line = not self._data.endswith(b"\n")
        self._line, self._dropped, self._data = self._line + lines, (self._dropped or 0) + lines, b""
        return True

    def _skip_line(self) -> None:
        """Skip to the end of the line whose beginning was dropped."""
        end = self._data.find(b"\n") + 1
        self._cut_in_line, self._data = not end, self._data[end:] if end else b""
        self._line, self._dropped = self._line + bool(end), (self._dropped or 0) + bool(end)

    def complete(self, fresh: list[bytes], *, truncated: bool) -> Iterator[Block]:
        """Yield the blocks that are complete after *fresh* was added (none was left to read, if it is empty)."""
        data = self._data
        end = self._end if fresh else len(data)
        if not data and self._dropped is not None:
            yield Block(b"", self._line, last=True, dropped=self._dropped + self._cut_in_line)
        if end:
            everything = end == len(data)
            yield self._block(data[:end], last=not fresh or truncated, goes_on=truncated and everything)
        self._data = data[end:]
        if truncated and self._data:
            yield self._block(self._data, last=True, goes_on=True)

    def _block(self, data: bytes, *, last: bool, goes_on: bool) -> Block:
        newlines = count_byte(data, 0x0A)
        block = Block(data, self._line, last, self._dropped, goes_on=goes_on, counted=newlines)
        self._line, self._dropped = self._line + newlines, None
        return block
