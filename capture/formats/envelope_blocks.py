"""The blocks of a log, taken out of its envelopes if it has any."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import polars as pl

from pgrehearse.base.errors import BadInput
from pgrehearse.capture.formats import envelopes
from pgrehearse.capture.formats.records import LogFormat
from pgrehearse.capture.formats.unwrapping import Unwrapper, by_stream, joined_lines
from pgrehearse.capture.input.blocks import LONGEST, Block, blocks, count_byte
from pgrehearse.capture.input.files import LogFile
from pgrehearse.capture.input.raw_bytes import escape
from pgrehearse.capture.input.wrapped import Stream, Wrapped

_END = Block(b"", 1, last=True)


def log_blocks(file: LogFile, log_format: LogFormat, wrapped: Wrapped) -> Iterator[Block]:
    """Yield the blocks of a log in envelopes (*wrapped*), as ``blocks`` does, without them."""
    reader = _Reader(log_format, wrapped)
    try:
        for block in blocks(file, partial(envelopes.cut, wrapped)):
            yield from reader.take(block)
        yield from reader.take(_END)
    except EOFError:
        yield from reader.take(_END)
        raise
    except BadInput as error:
        raise BadInput(f"{file.name}: {error.message.removeprefix(f'{file.name}: ')}", remedy=error.remedy) from None


class _Reader:
    """Makes blocks of complete records, each of one stream, from a file's lines."""

    def __init__(self, log_format: LogFormat, wrapped: Wrapped) -> None:
        self._format = log_format
        self._wrapped = wrapped
        self._unwrapper = Unwrapper(wrapped)
        self._kept: dict[Stream, pl.DataFrame] = {}
        self._read: dict[Stream, int] = {}  # how many lines of each server's stream were read

    def take(self, block: Block) -> Iterator[Block]:
        """Yield the blocks that are complete after a block of the file; raises ``EOFError`` after a truncated array."""
        if block.dropped is not None:
            yield Block(b"", 1, last=False, dropped=block.dropped)
        fresh = by_stream(self._unwrapper.unwrap(block))
        for stream in list(fresh | (self._kept if block.last else {})):
            parts = [part for part in (self._kept.pop(stream, None), fresh.get(stream)) if part is not None]
            yield from self._blocks(stream, pl.concat(parts), last=block.last)
        if others := self._unwrapper.others:
            self._unwrapper.others = 0
            yield Block(b"", 1, last=False, others=others)
        if too_long := self._unwrapper.too_long:
            self._unwrapper.too_long = 0
            yield Block(b"", 1, last=False, dropped=too_long)
        if self._unwrapper.truncated and block.data:
            raise EOFError

    def _blocks(self, stream: Stream, lines: pl.DataFrame, *, last: bool) -> Iterator[Block]:
        data = joined_lines(lines)
        if not self._is_a_server(stream, data):
            self._unwrapper.others += int(lines["lines"].sum())
            return
        end = len(data) if last else self._format.cut(data)
        if end == 0 and len(data) > LONGEST:
            yield Block(b"", 1, last=False, dropped=int(lines["lines"].sum()))
            return
        height = lines.height if last else count_byte(data[:end], 0x0A)
        if height < lines.height:
            self._kept[stream] = lines.slice(height)
        if height:
            before = self._read[stream]
            self._read[stream] = before + height
            yield Block(
                data[:end],
                before + 1,
                last=last,
                goes_on=last and not data.endswith(b"\n"),
                origin=lines.select("line", "lines").head(height),
                instance=stream[0] if self._wrapped.several or stream[0] != self._wrapped.stream[0] else "",
            )

    def _is_a_server(self, stream: Stream, data: bytes) -> bool:
        """Return whether a stream contains a server's log: at the file's beginning, in a block before, or in *data*."""
        if stream in self._read:
            return True
        if stream == self._wrapped.stream or self._has_a_record(data):
            self._read[stream] = 0
            return True
        return False

    def _has_a_record(self, data: bytes) -> bool:
        return self._format.records(Block(escape(data)[0], 1, last=True))["time_us"].count() > 0
