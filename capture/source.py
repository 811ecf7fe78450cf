"""Log files on disk become blocks of whole records.

A block ends where a record ends: the reader is bounded by the block size (and, for one giant record, by
``LONGEST``), whatever the length of the log.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np

from base.errors import BadInput

BLOCK = 24 << 20
LONGEST = 1 << 30
_PIECE = 1 << 18

# Given the bytes at hand, return where the last whole record ends (0: none does), as each format knows it.
Cut = Callable[[bytes], int]


@dataclass(frozen=True, slots=True)
class LogFile:
    """One file of a log: *name* as the user gave it."""

    name: str
    path: Path
    packed: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A run of whole records. *last* marks a file's end, where a record may be cut short."""

    octets: bytes
    first_line: int
    last: bool

    @property
    def newlines(self) -> int:
        return occurrences(self.octets, 0x0A)


def occurrences(octets: bytes, octet: int) -> int:
    """Count one byte value, in pieces that stay in the processor's cache (``bytes.count`` takes three times as long)."""
    whole = np.frombuffer(octets, dtype=np.uint8)
    return sum(int(np.count_nonzero(whole[at : at + _PIECE] == octet)) for at in range(0, len(whole), _PIECE))


def log_files(paths: list[Path]) -> list[LogFile]:
    """Return the files behind *paths* (a folder stands for its ``*.csv`` and ``*.csv.gz``)."""
    found: list[LogFile] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(p for pattern in ("*.csv", "*.csv.gz") for p in path.glob(pattern))
            if not inside:
                raise BadInput(
                    f"{path}: no *.csv or *.csv.gz in this folder",
                    remedy="give the csvlog files (log_destination = 'csvlog')",
                )
            found += [_log_file(p) for p in inside]
        elif not path.exists():
            raise BadInput(f"{path}: no such file", remedy="give the paths of the server's csvlog files")
        else:
            found.append(_log_file(path))
    return found


def _log_file(path: Path) -> LogFile:
    try:
        with path.open("rb") as stream:
            return LogFile(str(path), path, packed=stream.read(2) == b"\x1f\x8b")
    except OSError as error:
        raise BadInput(f"{path}: {error.strerror}", remedy="make the file readable for this user") from None


@contextmanager
def _opened(file: LogFile) -> Iterator[BinaryIO | gzip.GzipFile]:
    with file.path.open("rb") as raw:
        if file.packed:
            with gzip.open(raw, "rb") as stream:
                yield stream
        else:
            yield raw


def head(file: LogFile, size: int = 1 << 16) -> bytes:
    """Return a file's first bytes (fewer when it is cut short there)."""
    with _opened(file) as stream:
        try:
            return stream.read(size)
        except (EOFError, zlib.error, gzip.BadGzipFile):
            return b""


def blocks(file: LogFile, cut: Cut, *, size: int = BLOCK) -> Iterator[Block]:
    """Yield a file's blocks; a gzip stream that ends early raises ``EOFError`` after what it held."""
    line = 1
    with _opened(file) as stream:
        kept = b""
        while True:
            fresh, early = _read(stream, size)
            octets = kept + fresh
            end = len(octets) if not fresh else cut(octets)
            if end == 0 and len(octets) > LONGEST:
                raise BadInput(
                    f"{file.name}:{line}: one record is longer than {LONGEST >> 20} MiB",
                    remedy="cut the file there; no statement is that long",
                )
            if end:
                block = Block(octets[:end], line, last=not fresh or early)
                line += block.newlines
                yield block
            kept = octets[end:]
            if early:
                if kept:
                    yield Block(kept, line, last=True)
                raise EOFError
            if not fresh:
                return


def _read(stream: BinaryIO | gzip.GzipFile, size: int) -> tuple[bytes, bool]:
    """Read up to *size* bytes; True when a packed stream broke off (what it gave before is returned)."""
    parts: list[bytes] = []
    left = size
    while left > 0:
        try:
            part = stream.read1(min(left, 1 << 20)) if isinstance(stream, gzip.GzipFile) else stream.read(left)
        except (EOFError, zlib.error, gzip.BadGzipFile):
            return b"".join(parts), True
        if not part:
            break
        parts.append(part)
        left -= len(part)
    return b"".join(parts), False
