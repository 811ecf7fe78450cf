"""What a target has created, recorded before each request: a crash between a request and its answer leaves nothing unknown.

One file of JSON lines for each target, in the state folder. Each line is on the disk before the request is sent. The name of a thing
is chosen by pgrehearse, so that a thing whose request had no answer can be looked for by its name, and recognized by its tag.

Several processes may append to one journal. An incomplete last line is the work of a process that was killed while it wrote: its request
was not sent, and the next line replaces it. Only one process removes the things of a journal (``locked``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal

from pgrehearse.base.clock import wall_us
from pgrehearse.base.errors import BadInput, HarnessFailure, UsageProblem
from pgrehearse.base.file_lock import exclusive
from pgrehearse.base.processes import is_running, started
from pgrehearse.base.state_folder import state_folder
from pgrehearse.base.typed_document import misfit
from pgrehearse.targets import journal_file

SUFFIX = ".jsonl"
_LOCK = ".lock"
# A target's name is a file name, and a part of names at AWS.
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,99}")


class Progress(StrEnum):
    """How far a thing has come."""

    REQUESTED = "requested"  # the request was, or was about to be, sent
    CREATED = "created"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Created:
    """One thing that a target has created. *kind*: ``db-cluster``, ``db-instance``, ``db-snapshot``, ``container``, ...; *name*: chosen by
    pgrehearse; *resource*: its immutable id ("": not known yet); *facts*: what its removal needs."""

    number: int
    kind: str
    name: str
    progress: Progress
    at_us: int
    resource: str = ""
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Header:
    """The first line of a journal: which target it is of, and where. *place*: region and account at AWS, or a host; *specification*: the
    target's file, without secrets; *owner_started*: the start of the process *owner_pid* (``processes.started``; 0: that of now); *price*: of an
    hour, in USD (0: not known)."""

    target: str
    kind: str
    run: str
    expires_us: int
    owner_pid: int
    place: dict[str, str] = field(default_factory=dict)
    specification: dict[str, Any] = field(default_factory=dict)
    owner_started: int = 0
    price: float = 0.0

    def owner_runs(self) -> bool:
        """Return whether the command that created the target still runs."""
        return is_running(self.owner_pid, self.owner_started)

    def is_expired(self, now_us: int) -> bool:
        """Return whether the target's time is over."""
        return 0 < self.expires_us <= now_us


@dataclass(frozen=True, slots=True)
class _Line:
    """A line after the header; *kind*, *name* and *facts* with the request only."""

    number: int
    progress: Literal["requested", "created", "removed"]
    at_us: int
    kind: str = ""
    name: str = ""
    resource: str = ""
    facts: dict[str, str] = field(default_factory=dict)

    def thing(self) -> Created:
        return Created(self.number, self.kind, self.name, Progress.REQUESTED, self.at_us, facts=self.facts)


@dataclass(frozen=True, slots=True)
class Journal:
    """The journal of one target. Methods that record raise ``HarnessFailure`` if the disk refuses: then the request must not be sent."""

    path: Path
    header: Header

    @classmethod
    def begin(cls, header: Header) -> Journal:
        """Create the journal of a new target. Raises ``HarnessFailure`` if there is one of this name."""
        if not _NAME.fullmatch(header.target):
            raise UsageProblem(
                f"invalid name of a target: {header.target!r}", remedy="use letters, digits, '-', '_' and '.'"
            )
        whole = replace(header, owner_started=header.owner_started or started(header.owner_pid))
        path = state_folder("targets") / f"{header.target}{SUFFIX}"
        with _refusals(path):
            journal_file.create(path, asdict(whole))
        return cls(path, whole)

    @classmethod
    def open(cls, path: Path) -> Journal:
        """Open a journal. Raises ``BadInput`` if it is damaged."""
        with _damages(path):
            (header, *_) = journal_file.read(path)
            journal = cls(path, Header(**_fitting(Header, header)))
        journal.things()
        return journal

    def requested(self, kind: str, name: str, **facts: str) -> int:
        """Record that a thing is about to be requested; return its number."""
        return self._append({"progress": Progress.REQUESTED, "kind": kind, "name": name, "facts": facts})

    def created(self, number: int, resource: str = "") -> None:
        """Record that a thing exists."""
        self._append({"number": number, "progress": Progress.CREATED, "resource": resource})

    def removed(self, number: int) -> None:
        """Record that a thing does not exist any more."""
        self._append({"number": number, "progress": Progress.REMOVED})

    def things(self) -> tuple[Created, ...]:
        """Return what was created, or may have been, in this order; also what was removed. Raises ``BadInput`` if the file is damaged."""
        things: dict[int, Created] = {}
        with _damages(self.path):
            for document in journal_file.read(self.path)[1:]:
                line = _Line(**_fitting(_Line, document))
                progress = Progress(line.progress)
                before = line.thing() if progress == Progress.REQUESTED else things[line.number]
                things[line.number] = replace(before, progress=progress, resource=line.resource or before.resource)
        return tuple(things.values())

    def left(self) -> tuple[Created, ...]:
        """Return what is not removed, the last one first."""
        return tuple(thing for thing in reversed(self.things()) if thing.progress != Progress.REMOVED)

    def close(self) -> None:
        """Remove the journal, if nothing is left."""
        with suppress(FileNotFoundError), _refusals(self.path), journal_file.locked(self.path):
            if not self.left():
                journal_file.remove(self.path)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Let no other process remove the things of this journal while the block runs. Raises ``HarnessFailure`` if one does so now."""
        with exclusive(self.path.with_suffix(_LOCK)) as is_locked:
            if not is_locked:
                raise HarnessFailure(
                    f"{self.header.target}: another command removes this target now",
                    remedy="wait until it has ended: pgrehearse targets list",
                )
            yield

    def _append(self, line: dict[str, Any]) -> int:
        """Write a line, and wait until it is on the disk; return its number."""
        try:
            with _refusals(self.path):
                return journal_file.append(self.path, {**line, "at_us": wall_us()})
        except FileNotFoundError:
            raise HarnessFailure(
                f"{self.path}: another command has removed the target and its journal",
                remedy="create the target again",
            ) from None


@dataclass(frozen=True, slots=True)
class Journals:
    """The journals of this user's targets. *damaged*: why a file cannot be read, by its path."""

    readable: tuple[Journal, ...]
    damaged: dict[Path, BadInput]


def read_journals() -> Journals:
    """Return the journals of all targets of this user that are not removed; a damaged one does not hide the others."""
    readable, damaged = [], {}
    for path in sorted(state_folder("targets").glob(f"*{SUFFIX}")):
        try:
            readable.append(Journal.open(path))
        except BadInput as error:
            if path.exists():  # another command may have removed it
                damaged[path] = error
    return Journals(tuple(readable), damaged)


def journals() -> list[Journal]:
    """Return the journals of ``read_journals``. Raises ``BadInput`` if one is damaged."""
    every = read_journals()
    for error in every.damaged.values():
        raise error
    return list(every.readable)


def _fitting(kind: type, document: Any) -> dict[str, Any]:
    """Return a line that has the fields of *kind*. Raises ``ValueError`` for any other."""
    if fault := misfit(kind, document):
        raise ValueError(fault)
    return dict(document)


@contextmanager
def _damages(path: Path) -> Iterator[None]:
    """Turn the errors of a damaged file into ``BadInput``."""
    try:
        yield
    except (OSError, ValueError, KeyError) as error:
        raise BadInput(
            f"{path}: not a journal of a target, or damaged ({error})",
            remedy="find what is left by its tags: pgrehearse targets reap --account; then remove the file",
        ) from None


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    """Turn the errors of the disk into ``HarnessFailure``, except that the file does not exist."""
    try:
        yield
    except FileNotFoundError:
        raise
    except OSError as error:
        raise HarnessFailure(
            f"{path}: {error.strerror or error}",
            remedy="nothing was requested; make the folder writable, or set XDG_STATE_HOME",
        ) from None
