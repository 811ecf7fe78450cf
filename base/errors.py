"""Every failure a user can meet, each with the exit code of the published table.

A message says what is wrong and where; the remedy says what to do. Only ``pgrehearse/`` turns these into
text on a terminal and an exit status.
"""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes scripts lean on (documented in docs/exit-codes.md)."""

    OK = 0
    VERDICT = 1
    USAGE = 2
    INPUT = 3
    TARGET = 4
    INCONCLUSIVE = 5
    OURS = 6
    INTERRUPTED = 130


class PgrehearseError(Exception):
    """Root of all our errors. *message* names the fault and its place, *remedy* what to do about it."""

    exit_code = Exit.OURS

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class UsageProblem(PgrehearseError):
    """The command was used wrongly."""

    exit_code = Exit.USAGE


class BadInput(PgrehearseError):
    """A log, workload, run or scenario is not what it should be."""

    exit_code = Exit.INPUT


class FormatTooNew(BadInput):
    """A file was written by a newer pgrehearse than this one."""

    def __init__(self, path: str, found: int, known: int) -> None:
        super().__init__(
            f"{path} is format {found}; this pgrehearse reads up to {known}",
            remedy="upgrade pgrehearse, or write the file again with this version",
        )


class FormatTooOld(BadInput):
    """A file was written by an older pgrehearse, in a format that this one does not read."""

    def __init__(self, path: str, kind: str, found: int, known: int, remedy: str) -> None:
        super().__init__(
            f"{path} is a {kind} of format {found}, and this pgrehearse reads format {known}", remedy=remedy
        )


class TargetProblem(PgrehearseError):
    """A target could not be reached, refused us, or is not safe to replay to."""

    exit_code = Exit.TARGET


class OurFailure(PgrehearseError):
    """Disk, memory, a worker, a bug: nothing the user's input explains."""

    exit_code = Exit.OURS


class Interrupted(PgrehearseError):
    """Ctrl-C; what was done until then is on disk and readable."""

    exit_code = Exit.INTERRUPTED
