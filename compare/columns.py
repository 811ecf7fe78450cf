"""Columns with one value for each place of a layout: in memory, or in temporary files if there are more places than ``IN_MEMORY``.

A file is mapped, so that both kinds are ordinary arrays. All work on columns is done part by part, and the pages of files are released
after each part: memory is bounded by a part, not by the number of places. A file has no name, so that it is removed with the process,
however that ends. Its space is reserved before it is used, because a full disk would end the process otherwise.
"""

from __future__ import annotations

import mmap
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from weakref import WeakSet

import numpy as np
from numpy.typing import DTypeLike, NDArray

from pgrehearse.base.errors import HarnessFailure
from pgrehearse.base.units import size as bytes_text
from pgrehearse.workload.arrays import Ints

# So many values of a column are in memory at most; a longer column is in a file.
IN_MEMORY = 16_000_000
# So many places are worked on at once.
PART = 4_000_000
_MAPPED: WeakSet[mmap.mmap] = WeakSet()
_NUMBERS_OF_16_BITS = 1 << 16


def at_once(size: int) -> bool:
    """Whether so many values are worked on at once."""
    return size <= PART


def column(size: int, kind: DTypeLike, fill: float = 0) -> NDArray[Any]:
    """Return a column of *size* values, all of them *fill*. Raises ``HarnessFailure`` if its file does not fit on the disk."""
    if size <= IN_MEMORY:
        return np.full(size, fill, dtype=kind)
    values = _mapped(size, np.dtype(kind))
    if fill:  # a new file contains zeros
        for part in parts(size):
            values[part] = fill
    return values


def folder() -> Path:
    """Return where the files are: TMPDIR, else /var/tmp, because /tmp is often in memory."""
    named = Path(os.environ.get("TMPDIR") or "/var/tmp")  # noqa: S108 - the files have no names
    return named if named.is_dir() else Path(tempfile.gettempdir())


def _mapped(size: int, kind: np.dtype[Any]) -> NDArray[Any]:
    length, where = size * kind.itemsize, folder()
    try:
        with tempfile.TemporaryFile(dir=where) as file:
            os.posix_fallocate(file.fileno(), 0, length)
            pages = mmap.mmap(file.fileno(), length)
    except OSError as error:
        raise HarnessFailure(
            f"{where}: a temporary file of {bytes_text(length)} cannot be written: {error.strerror or error}",
            remedy="free disk space there, or set TMPDIR to a folder with more (docs/statistics.md has the size)",
        ) from error
    _MAPPED.add(pages)
    return np.ndarray(size, dtype=kind, buffer=pages)


def release() -> None:
    """Take the pages of all files out of this process's memory. Their content remains."""
    for pages in _MAPPED:
        pages.madvise(mmap.MADV_DONTNEED)


def parts(size: int) -> Iterator[slice]:
    """Return *size* places part by part; the pages of files are released after each."""
    for begin in range(0, size, PART):
        yield slice(begin, min(begin + PART, size))
        release()


def total(size: int, flags: Callable[[slice], NDArray[np.bool_]]) -> int:
    """Return the number of places whose flag is set. *flags*: of a part."""
    return sum(int(np.count_nonzero(flags(part))) for part in parts(size))


def chosen(size: int, flags: Callable[[slice], NDArray[np.bool_]]) -> Ints:
    """Return the places whose flag is set, in order. *flags*: of a part."""
    found = [np.flatnonzero(flags(part)) + part.start for part in parts(size)]
    return np.concatenate(found) if found else np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Source:
    """A column that is computed part by part."""

    kind: DTypeLike
    read: Callable[[slice], NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Grouped:
    """Columns whose values are in the order of their groups, and within a group in the order of their places."""

    begins: Ints
    columns: Mapping[str, NDArray[Any]]

    def spans(self) -> Iterator[tuple[int, int]]:
        """Return groups that follow each other and have about ``PART`` values together: the first, and the one after the last."""
        first, groups = 0, len(self.begins) - 1
        while first < groups:
            last = int(np.searchsorted(self.begins, self.begins[first] + PART, side="right")) - 1
            last = min(max(last, first + 1), groups)
            yield first, last
            first = last
            release()

    def of(self, first: int, last: int) -> dict[str, NDArray[Any]]:
        """Return the values of the groups from *first* to before *last*."""
        rows = slice(int(self.begins[first]), int(self.begins[last]))
        return {name: values[rows] for name, values in self.columns.items()}


def grouped(size: int, groups: int, number: Callable[[slice], NDArray[Any]], sources: Mapping[str, Source]) -> Grouped:
    """Return the values of *sources* by group. *number*: of a part, the group of each place (-1: none)."""
    counts = np.zeros(groups, dtype=np.int64)
    for part in parts(size):
        counts += np.bincount(number(part) + 1, minlength=groups + 1)[1:]
    begins = np.concatenate([[0], np.cumsum(counts)])
    columns = {name: column(int(begins[-1]), source.kind) for name, source in sources.items()}
    free = begins[:-1].copy()
    for part in parts(size):
        order, to = _sorted(number(part) + 1, free)
        for name, source in sources.items():
            columns[name][to] = source.read(part)[order]
    return Grouped(begins, columns)


def _sorted(numbers: NDArray[Any], free: Ints) -> tuple[Ints, Ints]:
    """Return the rows of a part that have a group (number 1 is the first) in the order of their groups, and where each of them is written.

    *free*: by group, the next row that is free; it is moved.
    """
    held = np.bincount(numbers, minlength=len(free) + 1)
    narrow = numbers.astype(np.uint16) if len(held) <= _NUMBERS_OF_16_BITS else numbers  # a radix sort
    order: Ints = np.argsort(narrow, kind="stable")[held[0] :]
    begins = np.cumsum(held[1:]) - held[1:]
    to: Ints = np.arange(len(order)) + np.repeat(free - begins, held[1:])
    free += held[1:]
    return order, to
