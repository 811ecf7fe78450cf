"""A directory that appears under its final name only when it is whole, and never in the place of what is not ours.

Workloads, runs and experiments are directories of files that name what production ran: they are written 0700/0600,
under ``NAME.partial`` first, and renamed at the end. What stands under the final name stays there until then; it is
moved aside while the new one takes its name, and removed last. Only an artifact of ours of the same kind, or an empty
directory, is ever replaced.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase
from hashlib import file_digest, sha256
from pathlib import Path
from secrets import token_hex
from typing import Any

from pgrehearse.base.errors import BadInput, FormatTooNew, FormatTooOld, OurFailure, UsageProblem

PARTIAL = ".partial"
REPLACED = ".replaced-"
MANIFEST = "manifest.json"
# In a partial directory from its first instant: pgrehearse made it. Its writer holds a lock on it.
MARKER = ".pgrehearse"


class Kind(StrEnum):
    """What a directory of ours can be; its manifest says which."""

    WORKLOAD = "workload"
    RUN = "run"
    EXPERIMENT = "experiment"


# What each kind holds, whole or half written. A directory with anything else in it holds something of the user's.
_HOLDS = {
    Kind.WORKLOAD: ("*.parquet", "events", "spill", "data-*"),
    Kind.RUN: ("*.parquet", "*.json", "*.arrow", "outcomes", "order", "server.workload*"),
    Kind.EXPERIMENT: ("*.run", "*.workload", "*.run.partial", "*.workload.partial", "report.html", "comparison.json"),
}
_ANYWHERE = (MANIFEST, MARKER, "*.new", ".DS_Store")


@dataclass(frozen=True, slots=True)
class _Writer:
    """A partial directory that this process is writing: its locked marker, and whether it may replace."""

    lock: int
    force: bool


_WRITERS: dict[Path, _Writer] = {}


def partial_name(final: Path) -> Path:
    """Return the name under which *final* is written until it is whole."""
    return final.with_name(final.name + PARTIAL)


def check(final: Path, kind: Kind, *, force: bool) -> None:
    """Raise ``UsageProblem`` unless a *kind* can be written to *final* without touching what is not ours.

    With *force* an artifact of the same kind may stand there.
    """
    check_place(final, f"a {kind}")
    try:
        _put_back(final, kind)
        _check_final(final, kind, force=force)
        partial = partial_name(final)
        if _is_there(partial) and (why := _not_ours(partial, kind)):
            raise UsageProblem(
                f"{final} cannot be written, because {partial} {why}",
                remedy=f"choose another -o, or move {partial.name} away",
            )
    except OSError as error:
        raise UsageProblem(f"{final}: {error.strerror or error}", remedy="choose another -o") from None


def check_place(path: Path, what: str) -> None:
    """Raise ``UsageProblem`` unless *path* has a name of its own, in a directory that we can write to."""
    if path.name in {"", ".."}:
        raise UsageProblem(f"{path} is not a name for {what}", remedy="give -o a new name, such as -o NAME")
    try:
        parent = next(one for one in (path.absolute().parent, *path.absolute().parent.parents) if _is_there(one))
    except OSError as error:
        raise UsageProblem(f"{path}: {error.strerror or error}", remedy="choose another -o") from None
    if not parent.is_dir():
        raise UsageProblem(f"{path}: {parent} is not a directory", remedy="choose another -o")
    if not os.access(parent, os.W_OK | os.X_OK):
        raise UsageProblem(f"{path}: the directory {parent} is not writable", remedy="choose another -o")


def _check_final(final: Path, kind: Kind, *, force: bool) -> None:
    if not _is_there(final):
        return
    if why := _not_ours(final, kind):
        raise UsageProblem(
            f"{final} {why}", remedy=f"choose another -o; --force replaces only a {kind} of pgrehearse's"
        )
    if _names(final) and not force:
        raise UsageProblem(f"{final} exists", remedy="choose another -o, or give --force to replace it")


def _is_there(path: Path) -> bool:
    """Say whether anything has this name, a broken symbolic link too."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _names(directory: Path) -> list[str]:
    return sorted(path.name for path in directory.iterdir())


def _not_ours(path: Path, kind: Kind) -> str:
    """Say why *path* may not be replaced by a *kind* ("": it is one of ours, or an empty directory)."""
    if path.is_symlink():
        return "is a symbolic link"
    if not path.is_dir():
        return "is a file"
    if path.is_mount():
        return "is a mount point"
    names = _names(path)
    if not names:
        return ""
    found = _kind_of(path)
    if found is None:
        return f"is a directory that pgrehearse did not make: it holds {names[0]}"
    if found not in {kind, MARKER}:
        return f"is {_article(found)} {found}, not {_article(kind)} {kind}"
    stranger = next(_not_part(path, kind), None)
    return f"holds {stranger}, which is not part of {_article(kind)} {kind}" if stranger is not None else ""


def _article(word: str) -> str:
    return "an" if word[0] in "aeiou" else "a"


def _kind_of(directory: Path) -> str | None:
    """Return the kind that the manifest says, ``MARKER`` of one that is being written, None of what is not ours."""
    manifest = directory / MANIFEST
    with suppress(OSError, ValueError):
        document = json.loads(manifest.read_text(encoding="utf-8")) if _is_file(manifest) else None
        if isinstance(document, dict) and type(document.get("format")) is int and document.get("kind") in list(Kind):
            return str(document["kind"])
    return MARKER if _is_file(directory / MARKER) else None


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _not_part(directory: Path, kind: Kind) -> Iterator[str]:
    """Yield what a directory holds that a *kind* does not; an experiment's runs and workloads are looked into."""
    for name in _names(directory):
        if not any(fnmatchcase(name, pattern) for pattern in (*_HOLDS[kind], *_ANYWHERE)):
            yield name
        elif kind == Kind.EXPERIMENT and (inside := _INSIDE.get(Path(name.removesuffix(PARTIAL)).suffix)):
            within = directory / name
            if within.is_symlink() or not within.is_dir():
                yield name
            else:
                yield from (f"{name}/{one}" for one in _not_part(within, inside))


_INSIDE = {".run": Kind.RUN, ".workload": Kind.WORKLOAD}


def begin(final: Path, kind: Kind, *, force: bool) -> Path:
    """Make the empty partial directory of *final* and return it; a partial that a dead process of ours left is removed."""
    check(final, kind, force=force)
    working = partial_name(final)
    _let_go(working)
    with disk_errors(working):
        if _is_there(working):
            os.close(_locked(working, final))
            _remove(working)
        working.mkdir(parents=True, mode=0o700)
        _WRITERS[working.absolute()] = _Writer(_locked(working, final), force)
    return working


def _locked(working: Path, final: Path) -> int:
    """Take the lock on the marker of a partial directory; another living process may hold it."""
    lock = os.open(working / MARKER, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        raise UsageProblem(
            f"another pgrehearse is writing {final}", remedy="wait until it is done, or choose another -o"
        ) from None
    except OSError:
        pass  # a file system without locks
    return lock


def _let_go(working: Path) -> bool:
    """Give up the lock of a partial directory; return whether what it becomes may replace something."""
    writer = _WRITERS.pop(working.absolute(), None)
    if writer is not None:
        os.close(writer.lock)
    return writer is not None and writer.force


def abandon(final: Path) -> None:
    """Remove the partial directory of *final* that this process began."""
    working = partial_name(final)
    if working.absolute() in _WRITERS:
        _let_go(working)
        shutil.rmtree(working, ignore_errors=True)


def finish(final: Path, kind: Kind) -> None:
    """Give the partial directory its final name. What stood there is moved aside, and removed when the new one stands."""
    working = partial_name(final)
    with disk_errors(final):
        for path in working.rglob("*"):
            if not path.is_symlink():
                path.chmod(0o700 if path.is_dir() else 0o600)
        force = _let_go(working)
        _check_final(final, kind, force=force)
        (working / MARKER).unlink(missing_ok=True)
        aside = _moved_aside(final) if _is_there(final) else None
        try:
            working.rename(final)
        except OSError:
            if aside is not None:
                aside.rename(final)
            raise
    if aside is not None:
        with disk_errors(aside):
            for old in _asides(final, kind):
                _remove(old)


def _moved_aside(final: Path) -> Path:
    aside = final.with_name(f"{final.name}{REPLACED}{token_hex(4)}")
    return final.rename(aside)


def _asides(final: Path, kind: Kind) -> list[Path]:
    """Return what was moved aside for *final*: of ours, or empty."""
    found = [final.with_name(name) for name in _names(final.parent) if name.startswith(final.name + REPLACED)]
    return [one for one in found if not _not_ours(one, kind)]


def _put_back(final: Path, kind: Kind) -> None:
    """Give what was moved aside its name back, where a process was killed before the new one took it."""
    if final.parent.is_dir() and not _is_there(final) and (found := _asides(final, kind)):
        found[-1].rename(final)


def _remove(directory: Path) -> None:
    """Remove a directory of ours; what says that it is ours goes last."""
    for path in directory.iterdir():
        if path.name in {MANIFEST, MARKER}:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    shutil.rmtree(directory)


@contextmanager
def disk_errors(path: Path, *, kept: str = "") -> Iterator[None]:
    """Turn the operating system's refusals into an error that names the path and what to do; *kept*: what stays on disk."""
    try:
        yield
    except OSError as error:
        raise OurFailure(
            f"{path}: {error.strerror or error}",
            remedy="; ".join(["free some space or choose another place with -o", *([kept] if kept else [])]),
        ) from error


@contextmanager
def fresh(path: Path, *, kept: str = "") -> Iterator[Path]:
    """Give a new file beside *path* to write to, for its owner alone; it takes *path*'s name when the block ends well.

    Every file of ours is written through here: a reader never sees half of one, and nobody else reads one. *kept*: what
    stays on disk when this file cannot be written.
    """
    with disk_errors(path, kept=kept):
        working = path.with_name(f"{path.name}.{token_hex(4)}.new")
        os.close(os.open(working, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            yield working
            working.replace(path)
        finally:
            working.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write a text that its owner alone reads."""
    with fresh(path) as working:
        working.write_text(text, encoding="utf-8")


def write_json(path: Path, document: dict[str, Any]) -> None:
    """Write a JSON document, readable by people, atomically."""
    write_text(path, json.dumps(document, indent=2, sort_keys=False, ensure_ascii=False) + "\n")


def read_json(path: Path, *, what: str) -> dict[str, Any]:
    """Read a JSON document; *what* names it in the error a user sees."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        raise BadInput(
            f"{path.parent} is not {what}: it has no {path.name}", remedy=f"give the path of {what}"
        ) from None
    except OSError as error:
        raise BadInput(f"{path}: {error.strerror or error}", remedy=f"give the path of {what}") from None
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{path}: damaged: {error}", remedy=f"make {what} again") from None
    if not isinstance(document, dict):
        raise BadInput(f"{path}: damaged: not an object", remedy=f"make {what} again")
    return document


def read_manifest(directory: Path, *, kind: str, known: int, again: str) -> dict[str, Any]:
    """Read ``manifest.json`` of a directory that must be a *kind* of the format *known*; *again*: how to make it again.

    Raises ``FormatTooNew`` and ``FormatTooOld`` where it has another format.
    """
    path = directory / MANIFEST
    document = read_json(path, what=f"a {kind}")
    if document.get("kind") != kind:
        raise BadInput(
            f"{directory} is not a {kind} but a {document.get('kind', 'stranger')}", remedy=f"give a {kind}'s directory"
        )
    found = document.get("format")
    if type(found) is not int:
        raise BadInput(f"{path}: damaged: no format", remedy=again)
    if found > known:
        raise FormatTooNew(str(directory), found, known)
    if found < known:
        raise FormatTooOld(str(directory), kind, found, known, remedy=f"{again} with this version of pgrehearse")
    document.pop("kind")
    return document


def digest(paths: list[Path]) -> str:
    """Return one SHA-256 over the names and contents of *paths*, in sorted order."""

    def of(path: Path) -> str:
        with path.open("rb") as stream:
            return f"{path.name}:{file_digest(stream, 'sha256').hexdigest()}\n"

    with ThreadPoolExecutor(min(8, os.cpu_count() or 1)) as threads:
        return sha256("".join(threads.map(of, sorted(paths))).encode()).hexdigest()
