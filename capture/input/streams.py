"""Byte streams of log files: uncompressed, gzip and zstd, by their first bytes."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Protocol

_MAGIC = {b"\x1f\x8b": "gzip", b"\x28\xb5\x2f\xfd": "zstd"}
# The byte order mark that Windows programs write before UTF-8.
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_HEAD = 32
# What a truncated stream raises, by its compression.
_TRUNCATED = (EOFError, zlib.error, gzip.BadGzipFile, OSError)


class Readable(Protocol):
    """A stream that returns up to *size* bytes, and none at its end."""

    def read(self, size: int, /) -> bytes: ...


class Chained(io.RawIOBase):
    """Bytes that were already read from a stream, followed by the rest of that stream."""

    def __init__(self, first_bytes: bytes, rest: IO[bytes]) -> None:
        self._first, self._rest = io.BytesIO(first_bytes), rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        piece = self._first.read(len(buffer)) or self._rest.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


class Joined(io.RawIOBase):
    """Several files as one stream. *between*: returns what is inserted before a file, from its first bytes and the bytes before."""

    def __init__(self, paths: Sequence[Path], between: Callable[[bytes, bytes], bytes]) -> None:
        self._paths, self._between = list(paths), between
        self._part: IO[bytes] = io.BytesIO()
        self._last = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        piece = self._part.read(len(buffer))
        while not piece and self._paths:
            piece = self._open(self._paths.pop(0)) or self._part.read(len(buffer))
        buffer[: len(piece)] = piece
        self._last = piece[-1:] or self._last
        return len(piece)

    def _open(self, path: Path) -> bytes:
        """Open the next file; return what is inserted before it."""
        self._part.close()
        part = path.open("rb")
        self._part = part
        return self._between(self._last, part.peek(_HEAD)[:_HEAD])

    def close(self) -> None:
        self._part.close()
        super().close()


class _Pieces:
    """A stream in small reads: the bytes before a truncation are returned, not discarded with a larger read."""

    def __init__(self, stream: gzip.GzipFile | io.BufferedReader) -> None:
        self._stream = stream

    def read(self, size: int, /) -> bytes:
        return self._stream.read1(min(size, 1 << 20))


class _Zstd:
    """A zstd stream; pyarrow is imported for it only."""

    def __init__(self, stream: io.BufferedReader) -> None:
        import pyarrow as pa

        self._errors: type[Exception] = pa.ArrowException
        self._stream = pa.CompressedInputStream(pa.PythonFile(stream, mode="r"), "zstd")

    def read(self, size: int, /) -> bytes:
        try:
            data: bytes = self._stream.read(size)
        except self._errors as error:
            raise EOFError from error
        return data


@contextmanager
def decompressed(raw: IO[bytes]) -> Iterator[Readable]:
    """Decompress a stream, by its first bytes."""
    with raw, raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(Chained(b"", raw), 1 << 20) as buffered:
        first_bytes = buffered.peek(4)[:4]
        compression = next((name for magic, name in _MAGIC.items() if first_bytes.startswith(magic)), "")
        if compression == "gzip":
            yield _Pieces(gzip.GzipFile(fileobj=buffered))
        elif compression == "zstd":
            yield _Zstd(buffered)
        else:
            if first_bytes.startswith(_BYTE_ORDER_MARK):
                buffered.read(len(_BYTE_ORDER_MARK))
            yield _Pieces(buffered)


def read_up_to(stream: Readable, size: int) -> tuple[list[bytes], bool]:
    """Read up to *size* bytes, in pieces; True when the stream is truncated (the bytes before that point are returned)."""
    pieces: list[bytes] = []
    remaining = size
    while remaining > 0:
        try:
            piece = stream.read(min(remaining, 1 << 22))
        except _TRUNCATED:
            return pieces, True
        if not piece:
            break
        pieces.append(piece)
        remaining -= len(piece)
    return pieces, False
