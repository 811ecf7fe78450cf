"""What was changed in a parameter group, recorded before the request: from it any process puts the old values back, at any time.

One file for each group, in the state folder; it is on the disk before the group is changed, and is removed when the values are put back.
Then its outcome stays, so that a capture of the window has the settings of that time.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from pgrehearse.base.errors import BadInput, HarnessFailure, TargetProblem
from pgrehearse.base.state_folder import state_folder

PART = "rds-logging"
_RECORD, _OUTCOME = ".json", ".outcome"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Change:
    """One parameter. *before*: its value (None: the engine's default); *was_set*: somebody had set it; *value*: what pgrehearse sets."""

    name: str
    before: str | None
    was_set: bool
    value: str


@dataclass(frozen=True, slots=True)
class Watched:
    """An instance whose free storage is watched. *least*: bytes; below it the values are put back early."""

    name: str
    metric: str
    least: int


@dataclass(frozen=True, slots=True)
class Record:
    """A change of a group from *began_us* until *until_us* (wall clock). *arn*: of the group; *region*: where it is.

    *ended_us*, *reason*: when and why the values were put back (0, "": not yet).
    """

    server: str
    group: str
    cluster: bool
    arn: str
    region: str
    began_us: int
    until_us: int
    changes: tuple[Change, ...]
    watched: tuple[Watched, ...] = ()
    ended_us: int = 0
    reason: str = ""
    format: int = field(default=_FORMAT)

    @property
    def path(self) -> Path:
        """Return the file of the record."""
        return _path(self.arn, _RECORD)

    def write(self) -> None:
        """Write the record, and wait until it is on the disk.

        Raises ``TargetProblem`` if the group was changed before and its values were not put back, ``HarnessFailure`` if the disk refuses.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _write_durably(self.path, self, os.O_EXCL)
        except FileExistsError:
            raise TargetProblem(
                f"{self.group} was changed by pgrehearse before, and its values are not put back",
                remedy=f"pgrehearse doctor --rds {self.server} --restore",
            ) from None
        except OSError as error:
            self.path.unlink(missing_ok=True)
            raise _refused(self.path, error) from None

    def close(self, ended_us: int, reason: str) -> None:
        """Keep the outcome (not on a full disk), and remove the record."""
        with suppress(OSError):
            _write_durably(_path(self.arn, _OUTCOME), replace(self, ended_us=ended_us, reason=reason), os.O_TRUNC)
        self.path.unlink(missing_ok=True)


def record_of(arn: str) -> Record | None:
    """Return the record of a group whose values are not put back (None: there is none). Raises ``BadInput`` if it is damaged."""
    return _read(_path(arn, _RECORD))


def outcome_of(arn: str) -> Record | None:
    """Return the last change of a group whose values were put back (None: there is none)."""
    return _read(_path(arn, _OUTCOME))


@contextmanager
def locked(arn: str) -> Iterator[None]:
    """Hold the lock of a group's record: one process at a time changes the group or puts its values back.

    Raises ``HarnessFailure`` if the folder is not writable.
    """
    path = _path(arn, ".lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    except OSError as error:
        raise _refused(path, error) from None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _refused(path: Path, error: OSError) -> HarnessFailure:
    return HarnessFailure(
        f"{path}: {error.strerror or error}",
        remedy="nothing was changed; make the folder writable, or set XDG_STATE_HOME",
    )


def _path(arn: str, suffix: str) -> Path:
    return state_folder(PART) / f"{arn.replace(':', '_').replace('/', '_')}{suffix}"


def _write_durably(path: Path, record: Record, flag: int) -> None:
    data = json.dumps(asdict(record)).encode()
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | flag, 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _read(path: Path) -> Record | None:
    try:
        document = json.loads(path.read_bytes())
        return _record(document)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise BadInput(
            f"{path}: {error}", remedy="look at the file; remove it if the values of the parameter group are right"
        ) from None


def _record(document: Mapping[str, Any]) -> Record:
    changes = tuple(Change(**row) for row in document["changes"])
    watched = tuple(Watched(**row) for row in document["watched"])
    return Record(**{**document, "changes": changes, "watched": watched})
