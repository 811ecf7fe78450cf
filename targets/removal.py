"""Removes a target by its journal: the kind of the target decides which function does it."""

from __future__ import annotations

from collections.abc import Callable

from pgrehearse.base.errors import PgrehearseError
from pgrehearse.base.progress import Stages
from pgrehearse.targets.aws.clients import Clients
from pgrehearse.targets.aws.teardown import tear_down
from pgrehearse.targets.journal import Journal
from pgrehearse.targets.kinds.removers import remove_all
from pgrehearse.targets.target import TargetKind

# Removes what a journal lists; returns a sentence for each thing that is left. It can be called again at any time.
Remover = Callable[[Journal, Stages], tuple[str, ...]]


def _at_aws(journal: Journal, stages: Stages) -> tuple[str, ...]:
    return tear_down(journal, Clients(region=journal.header.place.get("region", "")), stages)


def _on_this_machine(journal: Journal, _: Stages) -> tuple[str, ...]:
    return remove_all(journal)


REMOVERS: dict[str, Remover] = {
    TargetKind.RDS: _at_aws,
    TargetKind.AURORA: _at_aws,
    **dict.fromkeys((TargetKind.EMBEDDED, TargetKind.DOCKER, TargetKind.COMMAND), _on_this_machine),
}


def remove(journal: Journal, stages: Stages) -> tuple[str, ...]:
    """Remove a target, and its journal if nothing is left. Return a sentence for each thing that is left."""
    kind = journal.header.kind
    if kind not in REMOVERS:
        return (f"{journal.header.target}: this version of pgrehearse cannot remove a target of kind {kind}",)
    try:
        left = REMOVERS[kind](journal, stages)
    except PgrehearseError as problem:
        return (f"{journal.header.target}: {problem.message} ({problem.remedy})",)
    if not left:
        journal.close()
    return left
