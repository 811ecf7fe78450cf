"""Logs become blocks of whole records: files, folders, patterns, standard input, objects in S3; gzip and zstd.

A block ends where a record ends: the reader is bounded by the block size (and, for one giant record, by
``LONGEST``), whatever the length of the log.
"""

from __future__ import annotations

import gzip
import io
import re
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any, Protocol

import numpy as np
import polars as pl
import pyarrow as pa

from pgrehearse.base.errors import BadInput

BLOCK = 20 << 20
# What a record may take: ten times it is held while it is read. A longer one is left out, and said.
LONGEST = 64 << 20
HEAD = 1 << 18
_PIECE = 1 << 18
_MAGIC = {b"\x1f\x8b": "gzip", b"\x28\xb5\x2f\xfd": "zstd"}
# What Windows' programs put before UTF-8.
_MARK = b"\xef\xbb\xbf"
# A folder's logs: where the server wrote more than one format, the first of these stands for all.
_FAMILIES = ("*.csv", "*.csv.gz", "*.csv.zst"), ("*.json", "*.json.gz", "*.json.zst"), ("*",)
# What an export leaves beside logs: CloudWatch's test whether it may write, Spark's and Hadoop's signs, hidden files.
_MARKER = re.compile(r"(?:^|/)(?:aws-logs-write-test|[_.][^/]*)$")
# What CloudWatch's export of a log stream is called: TASK/STREAM/000000.gz
_EXPORTED = re.compile(r"([^/]+)/\d{6}\.gz$")
_NAMED = re.compile(r"([A-Za-z0-9_.-]+)=(.+)")
# What a stream that was cut short raises, by its packing.
_BROKEN = (EOFError, zlib.error, gzip.BadGzipFile, pa.ArrowException, OSError)

# Given the bytes at hand, return where the last whole record ends (0: none does), as each format knows it.
Cut = Callable[[bytes], int]


@dataclass(frozen=True, slots=True, eq=False)
class LogFile:
    """One log: *name* as the user gave it, *size* as it lies there (0: unknown), *open* gives its raw bytes.

    *begin*: the first bytes of a stream that can be opened only once. *instance*: which server's it is.
    """

    name: str
    size: int
    open: Callable[[], IO[bytes]]
    begin: bytes | None = None
    instance: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of whole records. *last* marks a file's end, where a record may be cut short.

    *dropped*: newlines before it in a record that is too long to hold (None: there was none). *goes_on*: what follows the
    last record, and may belong to it, is not at hand. Out of an envelope: *origin* says where in the file each line
    stood (*line*) and how many lines it was there (*lines*), *others* counts the lines of other programs before it,
    *instance* names the server.
    """

    octets: bytes
    first_line: int
    last: bool
    dropped: int | None = None
    goes_on: bool = False
    origin: pl.DataFrame | None = None
    others: int = 0
    instance: str = ""

    @property
    def newlines(self) -> int:
        return occurrences(self.octets, 0x0A)


def occurrences(octets: bytes, octet: int) -> int:
    """Count one byte value, in pieces that stay in the processor's cache (``bytes.count`` takes three times as long)."""
    whole = np.frombuffer(octets, dtype=np.uint8)
    return sum(int(np.count_nonzero(whole[at : at + _PIECE] == octet)) for at in range(0, len(whole), _PIECE))


def log_files(paths: list[str]) -> list[LogFile]:
    """Return the logs behind *paths*: files, folders, patterns, ``-`` (standard input), ``s3://bucket/prefix``.

    ``reader1=path`` says whose log it is, where several servers' logs are read together.
    """
    found: list[LogFile] = []
    for path in paths:
        named = _NAMED.fullmatch(path) if not Path(path).exists() else None
        instance, text = (named[1], named[2]) if named else ("", path)
        found += [replace(log, instance=instance) if instance else log for log in _behind(text)]
    return found


def _behind(text: str) -> list[LogFile]:
    if text == "-":
        return [_standard_input()]
    if text.startswith("s3://"):
        from pgrehearse.capture.input.s3 import objects

        found = [LogFile(one.name, one.size, one.open) for one in objects(text)]
        logs = [one for one in found if one.size and (one.name == text or not _MARKER.search(one.name))]
        if not logs:
            what = (
                "an empty object"
                if len(found) == 1 and not found[0].size
                else "only empty objects and marks of exports"
            )
            raise BadInput(f"{text}: {what}", remedy="give s3://bucket/prefix of the log files")
        return _by_stream(logs)
    return _by_stream([_log_file(path) for path in _on_disk(Path(text))])


def _by_stream(logs: list[LogFile]) -> list[LogFile]:
    """Return logs with the names of their servers where they are an export of several CloudWatch log streams."""
    streams = [found[1] if (found := _EXPORTED.search(log.name)) else "" for log in logs]
    if len(set(streams)) < 2 or not all(streams):
        return logs
    return [replace(log, instance=stream) for log, stream in zip(logs, streams, strict=True)]


def _on_disk(path: Path) -> list[Path]:
    if path.is_dir():
        for family in _FAMILIES:
            inside = _files(path, family, "")
            if inside:
                return inside
        if inside := _files(path, _FAMILIES[-1], "**/"):
            return inside
        raise BadInput(f"{path}: no log in this folder", remedy="give the server's log files")
    if not path.exists() and any(sign in path.name for sign in "*?["):
        inside = sorted(one for one in path.parent.glob(path.name) if one.is_file())
        if inside:
            return inside
    if not path.exists():
        raise BadInput(f"{path}: no such file", remedy="give the paths of the server's log files")
    return [path]


def _files(path: Path, family: tuple[str, ...], below: str) -> list[Path]:
    found = {one for pattern in family for one in path.glob(below + pattern) if one.is_file()}
    return sorted(one for one in found if not _MARKER.search(str(one)))


def _log_file(path: Path) -> LogFile:
    try:
        with path.open("rb"):
            return LogFile(str(path), path.stat().st_size, lambda: path.open("rb"))
    except OSError as error:
        raise BadInput(f"{path}: {error.strerror}", remedy="make the file readable for this user") from None


def _standard_input() -> LogFile:
    begin = sys.stdin.buffer.read(1 << 20)
    return LogFile("standard input", 0, lambda: io.BufferedReader(_Chained(begin, sys.stdin.buffer)), begin)


class _Chained(io.RawIOBase):
    """Bytes that were read already, and the rest of their stream."""

    def __init__(self, begin: bytes, rest: IO[bytes]) -> None:
        self._begin, self._rest = io.BytesIO(begin), rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        piece = self._begin.read(len(buffer)) or self._rest.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


class Readable(Protocol):
    """What blocks are read from: up to so many bytes, none at the end."""

    def read(self, size: int, /) -> bytes: ...


class _Pieces:
    """A stream piece by piece: what came before a break is not lost in a larger read."""

    def __init__(self, stream: gzip.GzipFile | io.BufferedReader) -> None:
        self._stream = stream

    def read(self, size: int, /) -> bytes:
        return self._stream.read1(min(size, 1 << 20))


@contextmanager
def _opened(raw: IO[bytes]) -> Iterator[Readable]:
    """Unpack a stream, by its first bytes."""
    with raw, raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(_Chained(b"", raw), 1 << 20) as buffered:
        first = buffered.peek(4)[:4]
        packing = next((name for magic, name in _MAGIC.items() if first.startswith(magic)), "")
        if packing == "gzip":
            yield _Pieces(gzip.GzipFile(fileobj=buffered))
        elif packing == "zstd":
            yield pa.CompressedInputStream(pa.PythonFile(buffered, mode="r"), "zstd")
        else:
            if first.startswith(_MARK):
                buffered.read(len(_MARK))
            yield _Pieces(buffered)


def head(file: LogFile, size: int = HEAD) -> bytes:
    """Return a log's first bytes (fewer when it is cut short there)."""
    with _opened(io.BytesIO(file.begin) if file.begin is not None else file.open()) as stream:
        return _read(stream, size)[0]


def blocks(file: LogFile, cut: Cut, *, size: int = BLOCK) -> Iterator[Block]:
    """Yield a log's blocks; a stream that ends early raises ``EOFError`` after what it held.

    A record longer than ``LONGEST`` is dropped as it comes; the first of its bytes that stay are read as damage.
    """
    line = 1
    with _opened(file.open()) as stream:
        kept = b""
        dropped: int | None = None
        cut_in_line = False
        while True:
            fresh, early = _read(stream, size)
            octets = kept + fresh
            if cut_in_line and fresh:  # on to the end of the line that was dropped
                end = octets.find(b"\n") + 1
                cut_in_line, kept = not end, octets[end:] if end else b""
                line, dropped = line + bool(end), (dropped or 0) + bool(end)
                continue
            end = len(octets) if not fresh else cut(octets)
            if end == 0 and len(octets) > LONGEST:
                gone = occurrences(octets, 0x0A)
                line, dropped, kept = line + gone, (dropped or 0) + gone, b""
                cut_in_line = not octets.endswith(b"\n")
                continue
            if not octets and dropped is not None:
                yield Block(b"", line, last=True, dropped=dropped + cut_in_line)
            if end:
                whole = end == len(octets)
                block = Block(octets[:end], line, not fresh or early, dropped, goes_on=early and whole)
                line, dropped = line + block.newlines, None
                yield block
            kept = octets[end:]
            if early:
                if kept:
                    yield Block(kept, line, last=True, dropped=dropped, goes_on=True)
                raise EOFError
            if not fresh:
                return


def _read(stream: Readable, size: int) -> tuple[bytes, bool]:
    """Read up to *size* bytes; True when it broke off (what it gave before is returned)."""
    parts: list[bytes] = []
    left = size
    while left > 0:
        try:
            part = stream.read(min(left, 1 << 22))
        except _BROKEN:
            return b"".join(parts), True
        if not part:
            break
        parts.append(part)
        left -= len(part)
    return b"".join(parts), False
