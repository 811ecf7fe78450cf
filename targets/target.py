"""A target of a rehearsal, whatever creates it: one protocol for all kinds (docs/targets.md).

The kinds: ``dsn`` (a database that its owner restored and adopted), ``embedded``, ``docker``, ``command`` (the user's own commands
create it), ``rds`` and ``aurora``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.progress import Stages


class TargetKind(StrEnum):
    """Who creates a target, and how."""

    DSN = "dsn"
    EMBEDDED = "embedded"
    DOCKER = "docker"
    COMMAND = "command"
    RDS = "rds"
    AURORA = "aurora"


@dataclass(frozen=True, slots=True)
class Connections:
    """Where a prepared target is reached: its primary, and its readers by the name of their instance."""

    primary: Endpoint
    readers: dict[str, Endpoint] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DataOrigin:
    """Which state of production a target's data is. *how*: snapshot, moment, clone, replica, dump, backup, seed or "" (not known); *name*: of
    the snapshot or the file; *at_us*: the instant of the data (0: not known)."""

    how: str = ""
    name: str = ""
    at_us: int = 0


NO_ORIGIN = DataOrigin()


@dataclass(frozen=True, slots=True)
class Description:
    """What a prepared target is. Values only, and no secret.

    *resource*: its immutable id at AWS; *instances*, *aws_clusters*: its names there; *price*: of an hour (0: not known); *logs*: its csvlogs
    on this machine; *steps*: what was done to prepare it; *expires_us*: when ``targets reap`` removes it (0: never).
    """

    kind: TargetKind
    name: str
    version: str = ""
    instance_class: str = ""
    resource: str = ""
    instances: tuple[str, ...] = ()
    aws_clusters: tuple[str, ...] = ()
    price: float = 0.0
    logs: tuple[Path, ...] = ()
    data: DataOrigin = DataOrigin()
    steps: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    expires_us: int = 0
    more: dict[str, Any] = field(default_factory=dict)


class Target(Protocol):
    """One target. Errors are ``TargetProblem``: what is wrong, where, and what to do. Each method can be called again after it failed."""

    def prepare(self, stages: Stages) -> None:
        """Create the target with its data, so that it accepts connections, is marked as a rehearsal database, and cannot act outside itself.

        If it fails, what it had created is removed before the error is raised.
        """

    def describe(self) -> Description:
        """Return what the prepared target is."""

    def connect(self) -> Connections:
        """Return where the prepared target is reached. Passwords are in the endpoints only."""

    def reset(self, stages: Stages) -> None:
        """Bring the target back to the state before its first replay; its mark is valid again. Raises ``TargetProblem`` where it cannot."""

    def destroy(self, stages: Stages) -> tuple[str, ...]:
        """Remove everything that ``prepare`` created. Return what could not be removed, a sentence each with the command that removes it."""


class PlannedTarget(Target, Protocol):
    """A target that can show what ``prepare`` will do."""

    def plan(self) -> tuple[str, ...]:
        """Return the steps of ``prepare``, a sentence each. Nothing is created."""


@runtime_checkable
class Resizable(Protocol):
    """A target whose size can be changed while it is in use; ``Target.reset`` puts it back."""

    def check_size(self, size: Mapping[str, str]) -> None:
        """Raise ``BadInput`` for a size that is not possible."""

    def resize(self, size: Mapping[str, str]) -> None:
        """Change the size of the server. Raises ``TargetProblem`` where it cannot."""
