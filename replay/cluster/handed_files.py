"""The files that the hosts of a cluster need: those of the workload, and those of the preparation of the run."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path

from pgrehearse.base.artifact import MANIFEST
from pgrehearse.replay.prepare.spool import Preparation

# The two kinds of files.
WORKLOAD, RUN_FILES = "workload", "run"
# Files are handed out in pieces of so many bytes: it bounds the memory of the coordinator and of the object store.
PIECE = 32 << 20

# The files of a folder, by their names in it: their sizes; of the manifest, which has the digest of the others, its own digest.
FileList = dict[str, str]


def listed(folder: Path) -> FileList:
    """Return the files of a workload. Raises ``OSError`` if it is not there."""
    sizes = {str(path.relative_to(folder)): str(path.stat().st_size) for path in files_of(folder)}
    with (folder / MANIFEST).open("rb") as manifest:
        return {**sizes, MANIFEST: file_digest(manifest, "sha256").hexdigest()}


def files_of(place: Path) -> list[Path]:
    """Return all files of a folder, or the file itself."""
    return [place] if place.is_file() else sorted(path for path in place.rglob("*") if path.is_file())


def preparation_files(run: Path, preparation: Preparation) -> list[Path]:
    """Return the files of the preparation, which are in the directory of the run."""
    places = (preparation.order, preparation.pins, preparation.reads)
    return [path for place in places if place is not None for path in files_of(place) if path.is_relative_to(run)]


def pieces(path: Path) -> Iterator[bytes]:
    """Return the content of a file in pieces; an empty file has one empty piece."""
    with path.open("rb") as file:
        yield file.read(PIECE)
        while piece := file.read(PIECE):
            yield piece
