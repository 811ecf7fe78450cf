"""A directory that gets its final name only when it is complete, and that never replaces what pgrehearse did not write.

Workloads, runs and experiments contain what production executed. They are written with the modes 0700 and 0600, first as
``NAME.partial``, and are renamed at the end. An existing directory keeps the final name until then. It is renamed while the
new one takes its name, and it is removed last. Only an artifact of pgrehearse of the same kind, or an empty directory, is
replaced.
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
from hashlib import file_digest, sha256
from pathlib import Path
from secrets import token_hex
from typing import Any

from pgrehearse.base.artifact_kinds import MANIFEST as MANIFEST
from pgrehearse.base.artifact_kinds import MARKER as MARKER
from pgrehearse.base.artifact_kinds import PARTIAL as PARTIAL
from pgrehearse.base.artifact_kinds import Kind as Kind
from pgrehearse.base.artifact_kinds import foreign_names, names_in
from pgrehearse.base.errors import BadInput, FormatTooNew, FormatTooOld, HarnessFailure, UsageProblem

REPLACED = ".replaced-"


@dataclass(frozen=True, slots=True)
class _Writer:
    """A partial directory that this process is writing: its locked marker, and whether it may replace."""

    lock: int
    force: bool


_WRITERS: dict[Path, _Writer] = {}


def partial_name(final: Path) -> Path:
    """Return the name under which *final* is written until it is complete."""
    return final.with_name(final.name + PARTIAL)


def check(final: Path, kind: Kind, *, force: bool) -> None:
    """Raise ``UsageProblem`` unless a *kind* can be written to *final* and nothing of the user is replaced.

    With *force* an artifact of the same kind may exist there.
    """
    check_place(final, f"a {kind}")
    try:
        _put_back(final, kind)
        _check_final(final, kind, force=force)
        partial = partial_name(final)
        if _exists(partial) and (why := _not_replaceable(partial, kind)):
            raise UsageProblem(
                f"{final} cannot be written, because {partial} {why}",
                remedy=f"choose another -o, or move {partial.name} to another place",
            )
    except OSError as error:
        raise UsageProblem(f"{final}: {error.strerror or error}", remedy="choose another -o") from None


def check_place(path: Path, description: str) -> None:
    """Raise ``UsageProblem`` unless *path* has a name, in a directory that is writable."""
    if path.name in {"", ".."}:
        raise UsageProblem(f"{path} is not a name for {description}", remedy="use a new name, for example -o NAME")
    try:
        parent = next(folder for folder in (path.absolute().parent, *path.absolute().parent.parents) if _exists(folder))
    except OSError as error:
        raise UsageProblem(f"{path}: {error.strerror or error}", remedy="choose another -o") from None
    if not parent.is_dir():
        raise UsageProblem(f"{path}: {parent} is not a directory", remedy="choose another -o")
    if not os.access(parent, os.W_OK | os.X_OK):
        raise UsageProblem(f"{path}: the directory {parent} is not writable", remedy="choose another -o")


def _check_final(final: Path, kind: Kind, *, force: bool) -> None:
    if not _exists(final):
        return
    if why := _not_replaceable(final, kind):
        raise UsageProblem(
            f"{final} {why}", remedy=f"choose another -o; --force replaces only what pgrehearse wrote: the kind {kind}"
        )
    if names_in(final) and not force:
        raise UsageProblem(f"{final} exists", remedy="choose another -o, or add --force to replace it")


def _exists(path: Path) -> bool:
    """Return whether the name exists, also as a broken symbolic link."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _not_replaceable(path: Path, kind: Kind) -> str:
    """Return why *path* may not be replaced by a *kind* ("": it is an artifact of that kind, or an empty directory)."""
    if path.is_symlink():
        return "is a symbolic link"
    if not path.is_dir():
        return "is a file"
    if path.is_mount():
        return "is a mount point"
    names = names_in(path)
    if not names:
        return ""
    found_kind = _kind_of(path)
    if found_kind is None:
        return f"is a directory that pgrehearse did not create: it contains {names[0]}"
    if found_kind not in {kind, MARKER}:
        return f"is {_article(found_kind)} {found_kind}, not {_article(kind)} {kind}"
    foreign = next(foreign_names(path, kind), None)
    return f"contains {foreign}, which is not part of {_article(kind)} {kind}" if foreign is not None else ""


def _article(word: str) -> str:
    return "an" if word[0] in "aeiou" else "a"


def _kind_of(directory: Path) -> str | None:
    """Return the kind in the manifest, ``MARKER`` of a directory that is being written, None of any other directory."""
    manifest = directory / MANIFEST
    with suppress(OSError, ValueError):
        document = json.loads(manifest.read_text(encoding="utf-8")) if _is_file(manifest) else None
        if isinstance(document, dict) and type(document.get("format")) is int and document.get("kind") in list(Kind):
            return str(document["kind"])
    return MARKER if _is_file(directory / MARKER) else None


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def begin(final: Path, kind: Kind, *, force: bool) -> Path:
    """Create the empty partial directory of *final* and return it. The partial directory of a process that has ended is removed."""
    check(final, kind, force=force)
    working = partial_name(final)
    _unlock(working)
    with disk_errors(working):
        if _exists(working):
            os.close(_locked(working, final))
            _remove(working)
        working.mkdir(parents=True, mode=0o700)
        _WRITERS[working.absolute()] = _Writer(_locked(working, final), force)
    return working


def resume(final: Path, kind: Kind, *, remedy: str = "begin without --resume") -> Path:
    """Lock the partial directory of *final*, which an earlier process left, and return it; its content stays.

    Raises ``UsageProblem`` (with the *remedy*) if there is none, if it is not of this *kind*, or if another process is writing it.
    """
    working = partial_name(final)
    check_place(final, f"a {kind}")
    if not working.is_dir():
        reason = "it is complete" if final.is_dir() else f"there is no {working.name}"
        raise UsageProblem(f"{final} cannot be continued: {reason}", remedy=remedy)
    if why := _not_replaceable(working, kind):
        raise UsageProblem(f"{final} cannot be continued: {working} {why}", remedy=remedy)
    _check_final(final, kind, force=False)
    _unlock(working)
    with disk_errors(working):
        _WRITERS[working.absolute()] = _Writer(_locked(working, final), force=False)
    return working


def _locked(working: Path, final: Path) -> int:
    """Lock the marker file of a partial directory. Raises ``UsageProblem`` if another process holds the lock."""
    lock = os.open(working / MARKER, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        raise UsageProblem(
            f"another pgrehearse is writing {final}", remedy="wait until it has finished, or choose another -o"
        ) from None
    except OSError:
        pass  # a file system without locks
    return lock


def _unlock(working: Path) -> bool:
    """Release the lock of a partial directory; return whether the final directory may replace an existing one."""
    writer = _WRITERS.pop(working.absolute(), None)
    if writer is not None:
        os.close(writer.lock)
    return writer is not None and writer.force


def abandon(final: Path) -> None:
    """Remove the partial directory of *final* that this process created."""
    working = partial_name(final)
    if working.absolute() in _WRITERS:
        _unlock(working)
        shutil.rmtree(working, ignore_errors=True)


def finish(final: Path, kind: Kind) -> None:
    """Rename the partial directory to *final*. An existing directory is renamed first, and removed after that."""
    working = partial_name(final)
    with disk_errors(final):
        for path in working.rglob("*"):
            if not path.is_symlink():
                path.chmod(0o700 if path.is_dir() else 0o600)
        force = _unlock(working)
        _check_final(final, kind, force=force)
        (working / MARKER).unlink(missing_ok=True)
        aside = _moved_aside(final) if _exists(final) else None
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
    """Return the directories that were renamed to make room for *final*: artifacts of pgrehearse, or empty ones."""
    renamed = [final.with_name(name) for name in names_in(final.parent) if name.startswith(final.name + REPLACED)]
    return [directory for directory in renamed if not _not_replaceable(directory, kind)]


def _put_back(final: Path, kind: Kind) -> None:
    """Restore the name of a renamed directory, if a process was killed before the new directory got the name."""
    if final.parent.is_dir() and not _exists(final) and (renamed := _asides(final, kind)):
        renamed[-1].rename(final)


def _remove(directory: Path) -> None:
    """Remove a directory that pgrehearse wrote; the files that identify it are removed last."""
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
    """Turn an error of the operating system into one with the path and a remedy; *kept*: what remains on disk."""
    try:
        yield
    except OSError as error:
        raise HarnessFailure(
            f"{path}: {error.strerror or error}",
            remedy="; ".join(["free disk space, or choose another place with -o", *([kept] if kept else [])]),
        ) from error


@contextmanager
def fresh(path: Path, *, kept: str = "") -> Iterator[Path]:
    """Yield a new file beside *path*, readable only by its owner. It is renamed to *path* when the block ends without an error.

    Every file is written by this function, so a reader never finds an incomplete file. *kept*: what remains on disk when the
    file cannot be written.
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
    """Write a text file that only its owner can read."""
    with fresh(path) as working:
        working.write_text(text, encoding="utf-8")


def write_json(path: Path, document: dict[str, Any]) -> None:
    """Write an indented JSON document atomically."""
    write_text(path, json.dumps(document, indent=2, sort_keys=False, ensure_ascii=False) + "\n")


def read_json(path: Path, *, what: str) -> dict[str, Any]:
    """Read a JSON document; *what* is its name in the error message."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        raise BadInput(
            f"{path.parent} is not {what}: it has no {path.name}", remedy=f"use the path of {what}"
        ) from None
    except OSError as error:
        raise BadInput(f"{path}: {error.strerror or error}", remedy=f"use the path of {what}") from None
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{path}: damaged: {error}", remedy=f"create {what} again") from None
    if not isinstance(document, dict):
        raise BadInput(f"{path}: damaged: not an object", remedy=f"create {what} again")
    return document


def read_manifest(directory: Path, *, kind: str, version: int, remedy: str) -> dict[str, Any]:
    """Read ``manifest.json`` of a directory that must be a *kind* of the format *version*; *remedy*: how to create it again.

    Raises ``FormatTooNew`` and ``FormatTooOld`` for another format.
    """
    path = directory / MANIFEST
    document = read_json(path, what=f"a {kind}")
    if document.get("kind") != kind:
        raise BadInput(_not_a(kind, directory, document.get("kind")), remedy=f"use the directory of a {kind}")
    found_version = document.get("format")
    if type(found_version) is not int:
        raise BadInput(f"{path}: damaged: no format", remedy=remedy)
    if found_version > version:
        raise FormatTooNew(str(directory), found_version, version)
    if found_version < version:
        raise FormatTooOld(
            str(directory), kind, found_version, version, remedy=f"{remedy} with this version of pgrehearse"
        )
    document.pop("kind")
    return document


def _not_a(kind: str, directory: Path, other_kind: object) -> str:
    """Return the message for a directory whose manifest is not one of a *kind*.

    >>> _not_a("run", Path("a"), "workload"), _not_a("run", Path("a"), None)
    ('a is not a run but a workload', 'a is not a run: manifest.json has no "kind"')
    """
    return f"{directory} is not a {kind}" + (f" but a {other_kind}" if other_kind else f': {MANIFEST} has no "kind"')


def digest(paths: list[Path]) -> str:
    """Return one SHA-256 over the names and contents of *paths*, in sorted order."""

    def of(path: Path) -> str:
        with path.open("rb") as stream:
            return f"{path.name}:{file_digest(stream, 'sha256').hexdigest()}\n"

    with ThreadPoolExecutor(min(8, os.cpu_count() or 1)) as threads:
        return sha256("".join(threads.map(of, sorted(paths))).encode()).hexdigest()
