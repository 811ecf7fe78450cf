"""The file of a journal: JSON lines, each on the disk before the function that writes it returns.

A line is appended under a lock of the file. A write that fails leaves the file as it was; a process that is killed leaves an incomplete
last line at most, which the next append replaces.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import Any


def create(path: Path, header: dict[str, Any]) -> None:
    """Create a file with its first line, complete from the start. Raises ``OSError``, also if there is a file of this name."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    partial = path.with_name(f".{path.name}.{token_hex(4)}")
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        _write(descriptor, _line(header))
        os.link(partial, path)
    finally:
        os.close(descriptor)
        partial.unlink()
    _sync_folder(path.parent)
    _sync_folder(path.parent.parent)


def read(path: Path) -> list[dict[str, Any]]:
    """Return the complete lines. Raises ``OSError``, or ``ValueError`` if one is damaged."""
    return [json.loads(text) for text in path.read_bytes().split(b"\n")[:-1]]


def append(path: Path, line: dict[str, Any]) -> int:
    """Append a line, with its number if it has none: the number of lines before it. Return the number. Raises ``OSError``."""
    with locked(path) as descriptor:
        data = path.read_bytes()
        complete = data.rfind(b"\n") + 1
        numbered = {"number": data.count(b"\n"), **line}
        os.ftruncate(descriptor, complete)
        os.lseek(descriptor, complete, os.SEEK_SET)
        try:
            _write(descriptor, _line(numbered))
        except OSError:
            with suppress(OSError):
                os.ftruncate(descriptor, complete)
            raise
        return int(numbered["number"])


def remove(path: Path) -> None:
    """Remove the file, durably."""
    path.unlink()
    _sync_folder(path.parent)


@contextmanager
def locked(path: Path) -> Iterator[int]:
    """Yield the descriptor of the file; no other process appends to it, or removes it, while the block runs.

    Raises ``FileNotFoundError`` if the file was removed.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        if not os.fstat(descriptor).st_nlink:
            raise FileNotFoundError(path)
        yield descriptor
    finally:
        os.close(descriptor)


def _line(document: dict[str, Any]) -> bytes:
    return json.dumps(document).encode() + b"\n"


def _write(descriptor: int, data: bytes) -> None:
    while data:
        data = data[os.write(descriptor, data) :]
    os.fsync(descriptor)


def _sync_folder(folder: Path) -> None:
    """Write the entries of a folder to the disk: without this, a new file can be lost with the power."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
