"""What removes each kind of thing that a target creates on this machine: only the journal is needed, not the target's file."""

from __future__ import annotations

from collections.abc import Mapping

from pgrehearse.targets.journal import Journal
from pgrehearse.targets.kinds import command, containers, embedded, recorded

REMOVERS: Mapping[str, recorded.Remover] = {
    embedded.THING: embedded.remove_servers,
    command.THING: command.execute_destroy,
    **dict.fromkeys(containers.THINGS, containers.remove_thing),
}


def remove_all(journal: Journal) -> tuple[str, ...]:
    """Remove everything that a journal names. Return what could not be removed, a sentence each with the command that removes it."""
    return recorded.remove_all(journal, REMOVERS)
