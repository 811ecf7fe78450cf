"""The kinds of directories that pgrehearse writes, and the names that a directory of each kind contains."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from fnmatch import fnmatchcase
from pathlib import Path

PARTIAL = ".partial"
MANIFEST = "manifest.json"
# A partial directory has this file from its creation on: pgrehearse created it. The writer holds a lock on the file.
MARKER = ".pgrehearse"


class Kind(StrEnum):
    """The kinds of directories that pgrehearse writes; the manifest contains the kind."""

    WORKLOAD = "workload"
    RUN = "run"
    EXPERIMENT = "experiment"
    DECODED = "decoded capture"
    STATE = "state"
    CI = "ci result"


# The names in a directory of each kind, complete or partial. Any other name belongs to the user.
_HOLDS = {
    Kind.WORKLOAD: ("*.parquet", "events", "spill", "data-*"),
    Kind.DECODED: ("changes",),
    Kind.RUN: ("*.parquet", "*.json", "*.arrow", "outcomes", "order", "server.workload*", "end.state*"),
    Kind.EXPERIMENT: (
        *(f"*.{inside}{end}" for inside in ("run", "workload", "state") for end in ("", PARTIAL)),
        *(f"{page}.html" for page in ("index", "report", "workload", "growth", "*.move")),
        *(
            f"{document}.json"
            for document in ("comparison", "scenario", "stages", "growth", "try", "*.migrations", "*.move")
        ),
        *("junit.xml", "summary.md"),
    ),
    Kind.CI: (
        "verdict.json",
        "junit.xml",
        "comment.md",
        "report.html",
        "comparison.json",
        "experiment",
        "experiment.partial",
    ),
    Kind.STATE: ("*.parquet", "rows"),
}
_ANYWHERE = (MANIFEST, MARKER, "*.new", ".DS_Store")
# The kinds of the directories within a directory, by the suffix of their names, or by the name.
_INSIDE = {
    (Kind.EXPERIMENT, ".run"): Kind.RUN,
    (Kind.EXPERIMENT, ".workload"): Kind.WORKLOAD,
    (Kind.EXPERIMENT, ".state"): Kind.STATE,
    (Kind.CI, "experiment"): Kind.EXPERIMENT,
}


def names_in(directory: Path) -> list[str]:
    """Return the names in a directory, sorted."""
    return sorted(path.name for path in directory.iterdir())


def is_name_of(kind: Kind, name: str) -> bool:
    """Return whether a directory of a *kind*, complete or partial, can have this name in it.

    >>> is_name_of(Kind.RUN, "outcomes"), is_name_of(Kind.RUN, "notes.txt")
    (True, False)
    """
    return any(fnmatchcase(name, pattern) for pattern in (*_HOLDS[kind], *_ANYWHERE))


def foreign_names(directory: Path, kind: Kind) -> Iterator[str]:
    """Yield the names in a directory that a *kind* does not have: the user's. The directories within it that have a kind are checked as well."""
    for name in names_in(directory):
        if not is_name_of(kind, name):
            yield name
        elif (inside := _inside(kind, name)) is not None:
            within = directory / name
            if within.is_symlink() or not within.is_dir():
                yield name
            else:
                yield from (f"{name}/{inner}" for inner in foreign_names(within, inside))


def _inside(kind: Kind, name: str) -> Kind | None:
    """Return the kind of a directory within one of a *kind* (None: a file, or not checked)."""
    path = Path(name.removesuffix(PARTIAL))
    return _INSIDE.get((kind, path.suffix or path.name))
