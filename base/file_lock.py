"""A lock between processes, by a file: the system releases it when the process ends, however it ends."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pgrehearse.base.errors import HarnessFailure


@contextmanager
def exclusive(path: Path) -> Iterator[bool]:
    """Yield whether the lock was free; then no other process has it until the block ends, and the file is removed with it.

    Raises ``HarnessFailure`` if the file cannot be created.
    """
    try:
        descriptor = _locked(path)
    except OSError as error:
        raise HarnessFailure(f"{path}: {error.strerror or error}", remedy="make the folder writable") from None
    if descriptor is None:
        yield False
        return
    try:
        yield True
    finally:
        with suppress(FileNotFoundError):
            path.unlink()
        os.close(descriptor)


def _locked(path: Path) -> int | None:
    """Return the descriptor of the locked file (None: another process has the lock)."""
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return None
        if os.fstat(descriptor).st_nlink:
            return descriptor
        os.close(descriptor)  # the process before had removed the file: its name is free now
