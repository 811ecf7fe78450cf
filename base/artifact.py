"""A directory that appears under its final name only when it is whole.

Workloads, runs and scenario results are directories of files that name what production ran: they are
written 0700/0600, under ``NAME.partial`` first, and renamed at the end.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from base.errors import BadInput, FormatTooNew, OurFailure, UsageProblem

PARTIAL = ".partial"
MANIFEST = "manifest.json"


def partial_name(final: Path) -> Path:
    """Return the name under which *final* is written until it is whole."""
    return final.with_name(final.name + PARTIAL)


def refuse_overwrite(final: Path, *, force: bool) -> None:
    """Raise unless *final* is free, or *force* was given."""
    if final.exists() and not force:
        raise UsageProblem(f"{final} exists", remedy="choose another -o, or give --force to replace it")


def begin(final: Path, *, force: bool) -> Path:
    """Make the empty partial directory of *final* and return it; a stale partial is removed."""
    refuse_overwrite(final, force=force)
    working = partial_name(final)
    with disk_errors(working):
        if working.exists():
            shutil.rmtree(working)
        working.mkdir(parents=True, mode=0o700)
    return working


def finish(final: Path) -> None:
    """Give the partial directory its final name, replacing what stood there."""
    working = partial_name(final)
    with disk_errors(final):
        for path in working.rglob("*"):
            path.chmod(0o700 if path.is_dir() else 0o600)
        if final.exists():
            shutil.rmtree(final)
        working.rename(final)


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Turn the operating system's refusals into an error that names the path and what to do."""
    try:
        yield
    except OSError as error:
        raise OurFailure(
            f"{path}: {error.strerror or error}",
            remedy="free some space or choose another place with -o; what was written until now is kept",
        ) from error


def write_text(path: Path, text: str) -> None:
    """Write a text that its owner alone reads."""
    with disk_errors(path):
        path.write_text(text, encoding="utf-8")
        path.chmod(0o600)


def write_json(path: Path, document: dict[str, Any]) -> None:
    """Write a JSON document, readable by people, atomically."""
    with disk_errors(path):
        fresh = path.with_name(path.name + ".new")
        fresh.write_text(json.dumps(document, indent=2, sort_keys=False, ensure_ascii=False) + "\n", encoding="utf-8")
        fresh.chmod(0o600)
        fresh.replace(path)


def read_json(path: Path, *, what: str) -> dict[str, Any]:
    """Read a JSON document; *what* names it in the error a user sees."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BadInput(
            f"{path.parent} is not {what}: it has no {path.name}", remedy=f"give the path of {what}"
        ) from None
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"{path}: damaged: {error}", remedy=f"make {what} again") from None
    if not isinstance(document, dict):
        raise BadInput(f"{path}: damaged: not an object", remedy=f"make {what} again")
    return document


def read_manifest(directory: Path, *, kind: str, known: int, again: str) -> dict[str, Any]:
    """Read ``manifest.json`` of a directory that must be a *kind* of a format up to *known*; *again*: how to remake it."""
    path = directory / MANIFEST
    document = read_json(path, what=f"a {kind}")
    if document.get("kind") != kind:
        raise BadInput(
            f"{directory} is not a {kind} but a {document.get('kind', 'stranger')}", remedy=f"give a {kind}'s directory"
        )
    found = document.get("format")
    if not isinstance(found, int):
        raise BadInput(f"{path}: damaged: no format", remedy=again)
    if found > known:
        raise FormatTooNew(str(directory), found, known)
    document.pop("kind")
    return document


def digest(paths: list[Path]) -> str:
    """Return one SHA-256 over the names and contents of *paths*, in sorted order."""
    whole = sha256()
    for path in sorted(paths):
        with path.open("rb") as stream:
            whole.update(f"{path.name}:{file_digest(stream, 'sha256').hexdigest()}\n".encode())
    return whole.hexdigest()
