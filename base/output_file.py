"""A file that a command writes where its user says: a report, a page, what a pipeline reads.

Each begins with a mark that says what pgrehearse made it. A file with that mark may be written again; any other file
stays as it is unless the user says ``--force``.
"""

from __future__ import annotations

import os
import stat
from enum import StrEnum
from pathlib import Path

from pgrehearse.base.artifact import check_place
from pgrehearse.base.errors import UsageProblem

# The mark stands near the beginning of a file.
_HEAD = 2048


class Made(StrEnum):
    """What a file of ours can be, in the words of its mark."""

    REPORT = "pgrehearse report"
    PAGE = "pgrehearse page"
    JUNIT = "pgrehearse JUnit"
    MARKDOWN = "pgrehearse Markdown"


def comment(made: Made) -> str:
    """Return the mark as a comment of HTML, XML or Markdown.

    >>> comment(Made.JUNIT)
    '<!-- made by pgrehearse JUnit -->'
    """
    return f"<!-- made by {made} -->"


def check_file(path: Path, made: Made, *, force: bool) -> None:
    """Raise ``UsageProblem`` unless *path* can be written: free, empty, made by us as the same thing, or *force* given."""
    check_place(path, "a file")
    if not path.absolute().parent.is_dir():
        raise UsageProblem(
            f"{path}: there is no directory {path.parent}", remedy="make it first, or choose another name"
        )
    try:
        found = path.lstat()
        if stat.S_ISLNK(found.st_mode):
            raise UsageProblem(f"{path} is a symbolic link", remedy="give the name of a file")
        if not stat.S_ISREG(found.st_mode):
            raise UsageProblem(f"{path} exists and is not a file", remedy="give the name of a file")
        if force or not found.st_size or _marked(path, made):
            return
    except FileNotFoundError:
        return
    except OSError as error:
        raise UsageProblem(f"{path}: {error.strerror or error}", remedy="choose another name") from None
    raise UsageProblem(
        f"{path} exists, and is not a {made}", remedy="choose another name, or give --force to replace it"
    )


def _marked(path: Path, made: Made) -> bool:
    with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW), "rb") as stream:  # noqa: PTH123 (never through a link)
        return comment(made).encode() in stream.read(_HEAD)


def check_files(files: list[tuple[Path | None, Made]], *, force: bool) -> None:
    """Check several files of one command, which must not be one another."""
    given = [(path, made) for path, made in files if path is not None]
    for path, made in given:
        check_file(path, made, force=force)
    places = [path.absolute() for path, _ in given]
    twice = next((path for at, path in enumerate(places) if path in places[:at]), None)
    if twice is not None:
        raise UsageProblem(f"{twice} is named for two outputs", remedy="give each output a name of its own")
