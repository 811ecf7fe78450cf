"""Downloaded logs in the user's cache: a file gets its name when it is complete, and a note if it lacks something.

So a command that is run again continues with the files that are missing. Files that were not used for a day are removed, the
least recently used first, while all together exceed the limit.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pgrehearse.base.cache_folder import LIMIT, cache_folder
from pgrehearse.base.errors import HarnessFailure
from pgrehearse.base.progress import Stage

AT_A_TIME = 4
_PARTIAL, _NOTE = ".partial", ".note"
_UNUSED_S = 86_400

# Write a log to a path, and return what it may lack ("": nothing).
Write = Callable[[Path], str]


@dataclass(frozen=True, slots=True)
class Downloaded:
    """*paths*: for ``capture logs``, ``instance=path`` each; *notes*: what the logs lack."""

    paths: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(slots=True)
class Count:
    """How much of all files was downloaded, counted by several threads."""

    stage: Stage
    total: int
    count: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, count: int) -> None:
        with self.lock:
            self.count += count
            self.stage.update(min(self.count, self.total), self.total)


def download_missing(files: Sequence[tuple[Path, Write]]) -> None:
    """Write the files that are not in the cache, several at a time. The first error ends the others before their next file."""
    missing = [(path, write) for path, write in files if not path.exists()]
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        list(pool.map(lambda file: _write(*file), missing))


def _write(path: Path, write: Write) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Another command may download the same file at the same time.
    partial = path.with_name(f"{path.name}.{os.getpid()}{_PARTIAL}")
    os.close(os.open(partial, os.O_CREAT | os.O_WRONLY, 0o600))
    if note := write(partial):
        _note_of(path).write_text(note, encoding="utf-8")
    partial.rename(path)


def used(paths: Iterable[Path]) -> list[str]:
    """Record that complete files are used; return their notes."""
    paths = list(paths)
    for path in paths:
        os.utime(path)
    return [_note_of(path).read_text(encoding="utf-8") for path in paths if _note_of(path).exists()]


@contextmanager
def cache_errors(part: str) -> Iterator[None]:
    """Turn errors of the disk into ``HarnessFailure``."""
    try:
        yield
    except OSError as error:
        raise HarnessFailure(
            f"{cache_folder(part)}: {error.strerror or error}",
            remedy="make room there, or set XDG_CACHE_HOME to another folder",
        ) from None


def make_room(files: Iterable[Path]) -> None:
    """Remove files that were not used for a day while all together exceed the limit."""
    found = sorted(
        (facts.st_mtime, facts.st_size, path) for path in files if path.suffix != _NOTE and (facts := _stat(path))
    )
    total = sum(size for _, size, _ in found)
    for used_at, size, path in found:
        if total <= LIMIT or used_at > time.time() - _UNUSED_S:
            return
        path.unlink(missing_ok=True)
        _note_of(path).unlink(missing_ok=True)
        total -= size


def _stat(path: Path) -> os.stat_result | None:
    """Return the facts of a file (None: another command has renamed or removed it)."""
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _note_of(path: Path) -> Path:
    """Where it stands what a file lacks."""
    return path.with_name(path.name + _NOTE)
