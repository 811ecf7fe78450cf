"""The folder of one host's files: what the workers wrote is read from it in pieces, also after the process that started them has ended.

A folder contains ``run/`` (the parts of the run), the copy of the workload, and ``processes`` (the numbers of the processes that write there).
"""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from pgrehearse.base.artifact import PARTIAL, fresh
from pgrehearse.base.cluster.pieces import copy_pieces, piece_of

RUN, PROCESSES = "run", "processes"
# The reason that a folder cannot be read yet.
STILL_WRITE = "still write to"
# How long the processes that write to a folder may take to end, after their coordinator or their actor has ended.
_ENDED_S = 15.0
# The names of the parts of a run, with the number of their worker (``session.recorder``).
_PART = re.compile(r"(?:outcomes/part|connections|draws)-(\d+)(?:-\d+)?\.parquet")

# Calls a method of a folder, on whichever host it is.
Call = Callable[..., Any]


class HostFolder:
    """A folder that was left on this host. An instance is an actor of Ray; nothing in this module needs Ray."""

    def __init__(self, folder: str) -> None:
        self._folder = Path(folder)

    def wait(self) -> str:
        """Wait until no process writes to the folder any more; return why its parts cannot be read ("": they can)."""
        if not self._folder.is_dir():
            return f"there is no {self._folder} on it"
        until_s = time.monotonic() + _ENDED_S
        while processes := writing(self._folder):
            if time.monotonic() > until_s:
                return f"the processes {processes} {STILL_WRITE} {self._folder} on it"
            time.sleep(_ENDED_S / 100)
        return ""

    def parts(self) -> dict[str, int]:
        """Return the names of the complete parts of the run, relative to the run, and their sizes in bytes."""
        return parts_of(self._folder / RUN)

    def piece(self, name: str, offset: int) -> bytes:
        """Return the piece of a part that begins at *offset*."""
        return piece_of(self._folder / RUN / name, offset)

    def remove(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self._folder, ignore_errors=True)


def parts_of(run: Path) -> dict[str, int]:
    """Return the complete parts of a run with their sizes: a part that is not complete has another name (``base.artifact.fresh``)."""
    names = {str(path.relative_to(run)): path for path in sorted(run.rglob("*.parquet"))}
    return {name: path.stat().st_size for name, path in names.items() if worker_of(name) is not None}


def worker_of(name: str) -> int | None:
    """Return the number of the worker that wrote a part of a run (None: it is no such part).

    >>> worker_of("outcomes/part-03-00012.parquet"), worker_of("connections-00.parquet"), worker_of("metrics.parquet")
    (3, 0, None)
    """
    match = _PART.fullmatch(name)
    return int(match[1]) if match is not None else None


def copy_parts(call: Call, run: Path) -> None:
    """Copy all parts of a folder to the directory *run*, except those that it has. Raises ``HarnessFailure`` if the disk is full; parts that are copied stay."""
    kept = f"the parts stay on the hosts: pgrehearse replay --collect {str(run).removesuffix(PARTIAL)}"
    for name, size in call("parts").items():
        if (run / name).exists():  # it is complete, and parts do not change
            continue
        with fresh(run / name, kept=kept) as working, working.open("wb") as file:
            copy_pieces(partial(call, "piece", name), size, file)


def note_processes(folder: Path, processes: list[int]) -> None:
    """Note in a folder which processes write to it."""
    (folder / PROCESSES).write_text(" ".join(map(str, processes)))


def writing(folder: Path) -> list[int]:
    """Return which of the processes that write to a folder have not ended."""
    noted = folder / PROCESSES
    return [number for number in map(int, noted.read_text().split()) if _runs(number)] if noted.exists() else []


def _runs(process: int) -> bool:
    """Return whether a process of this host has not ended."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # the number belongs to another user's process now
        return False
    return not _is_zombie(process)


def _is_zombie(process: int) -> bool:
    stat = Path(f"/proc/{process}/stat")
    try:
        return stat.read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return False
