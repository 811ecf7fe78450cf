"""What a user is shown of an exception: an error of pgrehearse, an interruption, or a bug with the address for a report."""

from __future__ import annotations

import sys
import traceback
from dataclasses import asdict, dataclass
from typing import Any

from pgrehearse.base.errors import Exit, PgrehearseError

ISSUES = "https://github.com/pgrehearse/pgrehearse/issues"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a command ended without a result. *code*: its exit code."""

    code: int
    message: str
    remedy: str = ""

    def document(self) -> dict[str, Any]:
        """Return the object that documents contain under ``error``."""
        return asdict(self)


def failure_of(error: BaseException) -> Failure:
    """Return the failure that an exception is.

    >>> failure_of(KeyboardInterrupt())
    Failure(code=130, message='interrupted', remedy='')
    """
    if isinstance(error, PgrehearseError):
        return Failure(int(error.exit_code), error.message, error.remedy)
    if isinstance(error, KeyboardInterrupt) or _is_interrupted_panic(error):
        return Failure(int(Exit.INTERRUPTED), "interrupted")
    if isinstance(error, MemoryError):
        return Failure(int(Exit.HARNESS), "out of memory", "end other programs, or use a larger machine")
    return _bug(error)


def panics() -> tuple[type[BaseException], ...]:
    """Return the exception that a panic in polars is, which is no ``Exception``; nothing before polars is imported."""
    polars = sys.modules.get("polars.exceptions")
    return (polars.PanicException,) if polars is not None else ()


def _is_interrupted_panic(error: BaseException) -> bool:
    """Return whether Ctrl-C was pressed while polars called Python: it panics, and the text of the panic has the exception."""
    return isinstance(error, panics()) and repr(KeyboardInterrupt) in str(error)


def _bug(error: BaseException) -> Failure:
    """Return where an unexpected exception was raised, and where to report it."""
    frames = traceback.extract_tb(error.__traceback__)
    place = ""
    if frames:
        where = frames[-1]
        place = f" ({where.name}, line {where.lineno} of {where.filename.rsplit('/', 2)[-1]})"
    message = f"a bug in pgrehearse: {type(error).__name__}: {error}{place}"
    return Failure(int(Exit.HARNESS), message, f"please report it at {ISSUES}")
