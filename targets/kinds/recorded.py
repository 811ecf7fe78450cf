"""The journal of a target that is created on this machine, and what removes each kind of thing in it."""

from __future__ import annotations

import os
import secrets
import socket
from collections.abc import Callable, Mapping

from pgrehearse.base.clock import wall_us
from pgrehearse.base.errors import UsageProblem
from pgrehearse.base.units import parse_duration_us
from pgrehearse.targets.journal import Created, Header, Journal, journals
from pgrehearse.targets.kinds import description_file
from pgrehearse.targets.specification import Specification

# Removes one thing of a journal with this run's token. Returns why it could not, with the command that removes it ("": removed).
Remover = Callable[[Created, str], str]


def begin(specification: Specification) -> Journal:
    """Create the journal of a target. Raises ``UsageProblem`` if there is a target of this name."""
    name = specification.name
    if any(journal.header.target == name for journal in journals()):
        raise UsageProblem(
            f"there is a target {name}", remedy=f"pgrehearse targets destroy {name}, or use another name (--name)"
        )
    expires = wall_us() + parse_duration_us(specification.expires) if specification.expires else 0
    return Journal.begin(
        Header(
            name,
            str(specification.kind),
            secrets.token_hex(4),
            expires,
            os.getpid(),
            {"host": socket.gethostname()},
            specification.document(),
        )
    )


def remove_all(journal: Journal, removers: Mapping[str, Remover]) -> tuple[str, ...]:
    """Remove everything that a journal names, the last thing first. Return what could not be removed, a sentence each."""
    left = []
    for thing in journal.left():
        problem = removers[thing.kind](thing, journal.header.run)
        if problem:
            left.append(problem)
        else:
            journal.removed(thing.number)
    journal.close()
    if not left:
        description_file.remove(journal.header.target)
    return tuple(left)
