"""A file that a command writes to a path of the user: a report, a page, JUnit, Markdown.

Each begins with a comment that identifies its kind. A file with that comment may be overwritten; any other file is not
changed without ``--force``.
"""

from __future__ import annotations

import os
import stat
from enum import StrEnum
from pathlib import Path

from pgrehearse.base.artifact import check_place
from pgrehearse.base.errors import UsageProblem

# The comment is within the first bytes of a file.
_HEAD = 2048


class Made(StrEnum):
    """The kinds of output files, as their comment names them."""

    REPORT = "pgrehearse report"
    PAGE = "pgrehearse page"
    JUNIT = "pgrehearse JUnit"
    MARKDOWN = "pgrehearse Markdown"
    SEED = "pgrehearse seed"


def comment(kind: Made) -> str:
    """Return the comment that identifies a file, in HTML, XML or Markdown.

    >>> comment(Made.JUNIT)
    '<!-- made by pgrehearse JUnit -->'
    """
    return f"<!-- made by {kind} -->"


def check_file(path: Path, kind: Made, *, force: bool) -> None:
    """Raise ``UsageProblem`` unless *path* can be written: it is free, empty, an earlier output of the same kind, or *force* is set."""
    check_place(path, "a file")
    if not path.absolute().parent.is_dir():
        raise UsageProblem(
            f"{path}: the directory {path.parent} does not exist", remedy="create it first, or choose another name"
        )
    try:
        status = path.lstat()
        if stat.S_ISLNK(status.st_mode):
            raise UsageProblem(f"{path} is a symbolic link", remedy="use the name of a file")
        if not stat.S_ISREG(status.st_mode):
            raise UsageProblem(f"{path} exists and is not a file", remedy="use the name of a file")
        if force or not status.st_size or _marked(path, kind):
            return
    except FileNotFoundError:
        return
    except OSError as error:
        raise UsageProblem(f"{path}: {error.strerror or error}", remedy="choose another name") from None
    raise UsageProblem(
        f"{path} exists, and is not a {kind}", remedy="choose another name, or add --force to replace it"
    )


def _marked(path: Path, kind: Made) -> bool:
    with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW), "rb") as stream:  # noqa: PTH123 (never through a link)
        return comment(kind).encode() in stream.read(_HEAD)


def check_files(files: list[tuple[Path | None, Made]], *, force: bool) -> None:
    """Check several files of one command; no two may have the same path."""
    outputs = [(path, kind) for path, kind in files if path is not None]
    for path, kind in outputs:
        check_file(path, kind, force=force)
    places = [path.absolute() for path, _ in outputs]
    repeated = next((path for at, path in enumerate(places) if path in places[:at]), None)
    if repeated is not None:
        raise UsageProblem(f"{repeated} is the path of two outputs", remedy="use a different path for each output")
