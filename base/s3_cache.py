"""A workload, a run, a state or decoded rows in S3 are read from a copy in the user's cache.

A copy belongs to the names, sizes and ETags of its objects: what was replaced in S3 is another copy. A copy gets its name when
it is complete. Copies that no process uses are removed, the least recently used first, while all copies together exceed the
limit. One process at a time downloads or removes copies (the lock of the cache); a process that uses a copy holds a shared lock
on it until it ends.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from pgrehearse.base.artifact import MANIFEST
from pgrehearse.base.cache_folder import LIMIT, cache_folder
from pgrehearse.base.errors import BadInput, HarnessFailure
from pgrehearse.base.progress import SILENT, Stages

if TYPE_CHECKING:
    from pgrehearse.base.s3 import Stored

SCHEME = "s3://"

_PART = "s3"
_LOCK = "lock"
_PARTIAL = ".partial"
_DOWNLOADS = 4
_PIECE = 1 << 20
# The locks of the copies that this process uses; they are released when it ends.
_used: list[int] = []
# Where the copies that this process uses come from.
_origins: dict[Path, str] = {}


def local(path: str | Path, stages: Stages = SILENT) -> Path:
    """Return the path of a local directory: *path* itself, or the copy of ``s3://bucket/name``.

    Raises ``BadInput`` if nothing that pgrehearse wrote is there, or it cannot be read.
    """
    url = str(path)
    return _copy(url.rstrip("/"), stages) if url.startswith(SCHEME) else Path(path)


def origin(path: Path) -> str:
    """Return the ``s3://bucket/name`` of which *path* is the copy that this process uses; of any other path its absolute path."""
    return _origins.get(path) or str(path.resolve())


def _copy(url: str, stages: Stages) -> Path:
    files = _files(url)
    name = PurePosixPath(url.removeprefix(SCHEME)).name
    place = cache_folder(_PART) / _key(url, files)
    try:
        with _locked(cache_folder(_PART) / _LOCK):
            place.mkdir(mode=0o700, exist_ok=True)
            if not (place / name).exists():
                _make_room(LIMIT - sum(item.size for item in files.values()), place)
                _download(url, files, place / name, stages)
            _use(place)
    except OSError as error:
        raise HarnessFailure(
            f"{place}: {error.strerror or error}", remedy="make room there, or set XDG_CACHE_HOME to another folder"
        ) from None
    _origins[place / name] = url
    return place / name


def _files(url: str) -> dict[str, Stored]:
    """Return the objects under *url* by their relative names."""
    from pgrehearse.base.s3 import objects  # boto3 is imported only where it is used

    remedy = "give s3://bucket/NAME of a workload, a run, a state, or decoded rows"
    stored = objects(f"{url}/", remedy=remedy)
    files = {item.name.removeprefix(f"{url}/"): item for item in stored if not item.name.endswith("/")}
    if MANIFEST not in files:
        raise BadInput(f"{url} is nothing that pgrehearse wrote: it has no {MANIFEST}", remedy=remedy)
    outside = next((name for name in files if {"", ".."} & set(name.split("/")) or name.startswith("/")), None)
    if outside is not None:
        raise BadInput(f"{url} contains {outside!r}, which is not the name of a file", remedy=remedy)
    return files


def _key(url: str, files: Mapping[str, Stored]) -> str:
    """Return the name of a copy's folder."""
    lines = [os.environ.get("AWS_ENDPOINT_URL", ""), url]
    lines += [f"{name} {files[name].size} {files[name].etag}" for name in sorted(files)]
    return sha256("\n".join(lines).encode()).hexdigest()[:32]


def _download(url: str, files: Mapping[str, Stored], final: Path, stages: Stages) -> None:
    """Download all objects, several at a time, and give the copy its name."""
    partial = final.with_name(final.name + _PARTIAL)
    if partial.exists():  # of a process that was interrupted
        shutil.rmtree(partial)
    for folder in sorted({partial, *((partial / name).parent for name in files)}):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    total, done = float(sum(item.size for item in files.values())), 0.0
    with stages.stage(f"download {url}", unit="B") as stage, ThreadPoolExecutor(_DOWNLOADS) as pool:
        try:
            for size in pool.map(lambda name: _write(files[name], partial / name), files):
                done += size
                stage.update(done, total)
        except BadInput:
            _refuse_replaced(url, final)
            raise
    _refuse_replaced(url, final)
    partial.rename(final)


def _refuse_replaced(url: str, final: Path) -> None:
    """Raise ``BadInput`` if the objects are others than those of the copy."""
    if _key(url, _files(url)) != final.parent.name:
        raise BadInput(f"{url} was replaced while it was downloaded", remedy="run the command again")


def _write(item: Stored, path: Path) -> int:
    from pgrehearse.base.s3 import BrokenConnection

    with item.open() as stream, os.fdopen(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600), "wb") as file:
        try:
            shutil.copyfileobj(stream, file, _PIECE)
        except BrokenConnection as error:
            raise BadInput(f"{item.name}: {error}", remedy="run the command again") from None
    return item.size


def _make_room(limit: int, kept: Path) -> None:
    """Remove copies that no process uses, the least recently used first, until all copies have at most *limit* bytes."""
    copies = [place for place in cache_folder(_PART).iterdir() if place.is_dir() and place != kept]
    sizes = {place: sum(file.stat().st_size for file in place.rglob("*") if file.is_file()) for place in copies}
    total = sum(sizes.values())
    for place in sorted(copies, key=lambda place: place.stat().st_mtime):
        if total <= limit:
            return
        if _is_unused(place):
            shutil.rmtree(place)
            total -= sizes[place]


def _is_unused(place: Path) -> bool:
    """Return whether no process holds the lock of a copy; none can take it now, because the cache is locked."""
    handle = os.open(place / _LOCK, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(handle)
    return True


def _use(place: Path) -> None:
    """Hold a shared lock on a copy until this process ends, and record the use."""
    handle = os.open(place / _LOCK, os.O_CREAT | os.O_RDWR, 0o600)
    fcntl.flock(handle, fcntl.LOCK_SH)
    _used.append(handle)
    os.utime(place)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
