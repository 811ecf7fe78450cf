"""The errors that a user can get, each with the exit code of the published table.

A message contains what is wrong and where; the remedy contains what to do. Only the package ``pgrehearse`` prints them and
sets the exit status.
"""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes (docs/exit-codes.md). Scripts depend on them."""

    OK = 0
    VERDICT = 1
    USAGE = 2
    INPUT = 3
    TARGET = 4
    INCONCLUSIVE = 5
    HARNESS = 6
    INTERRUPTED = 130


class PgrehearseError(Exception):
    """Base class of all errors of pgrehearse. *message*: what is wrong and where; *remedy*: what to do."""

    exit_code = Exit.HARNESS

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return self.message


class UsageProblem(PgrehearseError):
    """The command was used wrongly."""

    exit_code = Exit.USAGE


class BadInput(PgrehearseError):
    """A log, workload, run or scenario is invalid."""

    exit_code = Exit.INPUT


class FormatTooNew(BadInput):
    """A file was written by a newer pgrehearse than this one."""

    def __init__(self, path: str, version: int, current: int) -> None:
        super().__init__(
            f"{path} is format {version}; this pgrehearse reads up to {current}",
            remedy="upgrade pgrehearse, or create it again with this version",
        )


class FormatTooOld(BadInput):
    """A directory was written by an older pgrehearse, in a format that this one does not read."""

    def __init__(self, path: str, kind: str, version: int, current: int, remedy: str) -> None:
        super().__init__(
            f"{path} is a {kind} of format {version}, and this pgrehearse reads format {current}", remedy=remedy
        )


class TargetProblem(PgrehearseError):
    """A target is unreachable, rejected the connection, or is not safe to replay to."""

    exit_code = Exit.TARGET


class HarnessFailure(PgrehearseError):
    """A failure of the disk, of memory, of a worker, or a bug: not caused by the input."""

    exit_code = Exit.HARNESS


class Interrupted(PgrehearseError):
    """Ctrl-C. The results until then are on disk and readable."""

    exit_code = Exit.INTERRUPTED
