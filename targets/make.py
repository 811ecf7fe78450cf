"""A specification becomes a ``Target``; the journal of a target that exists becomes it again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial

from pgrehearse.base.errors import UsageProblem
from pgrehearse.targets.aws.rehearsal import AwsRehearsal
from pgrehearse.targets.aws.specification import AwsTarget
from pgrehearse.targets.guarding import guarded
from pgrehearse.targets.journal import Journal, read_journals
from pgrehearse.targets.kinds.command import CommandTarget
from pgrehearse.targets.kinds.containers import DockerTarget
from pgrehearse.targets.kinds.dsn import DsnTarget
from pgrehearse.targets.kinds.embedded import EmbeddedTarget
from pgrehearse.targets.specification import Specification, of_document
from pgrehearse.targets.target import PlannedTarget, TargetKind

# Removes a target if this process is killed, while the block runs that creates it or resets it.
Guarding = Callable[[Journal], AbstractContextManager[object]]


def make(specification: Specification, journal: Journal | None = None, guard: Guarding | None = None) -> PlannedTarget:
    """Return the target of a specification. *journal*: that of a target which is prepared. Nothing is created.

    *guard*: None: the target stays after its creation, until it expires.
    """
    guard = guard or partial(guarded, keep=True)
    if specification.kind is TargetKind.DSN:
        return DsnTarget(specification)
    if specification.kind in {TargetKind.RDS, TargetKind.AURORA}:
        return _at_aws(specification, journal, guard)
    kinds: dict[TargetKind, Callable[[Specification, Journal | None, Guarding], PlannedTarget]] = {
        TargetKind.EMBEDDED: EmbeddedTarget,
        TargetKind.DOCKER: DockerTarget,
        TargetKind.COMMAND: CommandTarget,
    }
    return kinds[specification.kind](specification, journal, guard)


def _at_aws(specification: Specification, journal: Journal | None, guard: Guarding) -> AwsRehearsal:
    """Return a target at AWS: the settings of its file are parameters, and its expiry that of its tags."""
    table: AwsTarget = specification.table
    table = replace(table, parameters={**specification.settings, **table.parameters})
    if specification.expires:
        table = replace(table, expires=specification.expires)
    kind, name = specification.kind, specification.name
    return AwsRehearsal(kind, name, table, journal, document=specification.document(), guard=guard)


def existing(name: str) -> PlannedTarget:
    """Return the target of this name that an earlier command created. Raises ``UsageProblem`` if there is none."""
    journal = next((one for one in read_journals().readable if one.header.target == name), None)
    if journal is None:
        raise UsageProblem(f"there is no target {name}", remedy="pgrehearse targets list shows the targets")
    return make(of_document(journal.header.specification, str(journal.path)), journal)


def is_name(text: str) -> bool:
    """Return whether a text is the name of a target that exists."""
    return any(journal.header.target == text for journal in read_journals().readable)


__all__ = ["existing", "is_name", "make"]
