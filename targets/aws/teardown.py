"""Teardown of a target at AWS: everything that its journal lists is removed, and nothing else.

A thing is deleted only if the journal names it, it has the tag of the run, and its id is that of the journal where the journal has one. A
request without an answer is looked for by its name.
"""

from __future__ import annotations

from pgrehearse.base.errors import HarnessFailure, TargetProblem
from pgrehearse.base.progress import Stages
from pgrehearse.targets.aws.clients import Clients
from pgrehearse.targets.aws.kinds import KINDS
from pgrehearse.targets.aws.ownership import Expected
from pgrehearse.targets.aws.removal import SOMEBODY_ELSE, Item, Patience, Removal
from pgrehearse.targets.journal import Created, Journal, Progress


def tear_down(journal: Journal, clients: Clients, stages: Stages, patience: Patience | None = None) -> tuple[str, ...]:
    """Remove what a journal lists. Return a sentence for each thing that is left, with the command that removes it.

    It can be called again at any time. A refused thing stops no other. Raises ``HarnessFailure`` if another process removes it now.
    """
    with journal.locked():
        things = journal.left()
        try:
            if things:
                clients.require(journal.header.place)
        except TargetProblem as problem:
            return tuple(f"{thing.kind} {thing.name}: {problem.message} ({problem.remedy})" for thing in things)
        unrecorded: list[str] = []

        def gone(item: Item) -> None:
            try:
                journal.removed(item.number)
            except HarnessFailure as failure:  # the others are removed all the same
                unrecorded.append(
                    f"{item.expected.name} is removed, and the journal was not written: {failure.message}"
                )

        removal = Removal(clients, journal.header.place.get("region", ""), patience or Patience(), gone)
        left = removal.remove([item for thing in things if (item := _item(journal, thing))], stages)
        unknown = [f"{thing.kind} {thing.name}: unknown kind" for thing in things if thing.kind not in KINDS]
        foreign = [_of_somebody_else(journal)] if any(sentence.endswith(SOMEBODY_ELSE) for sentence in left) else []
        return (*left, *foreign, *unknown, *unrecorded)


def _of_somebody_else(journal: Journal) -> str:
    return f"if what is left is of somebody else, remove the journal: {journal.path}"


def _item(journal: Journal, thing: Created) -> Item | None:
    if thing.kind not in KINDS:
        return None
    expected = Expected(KINDS[thing.kind], thing.name, journal.header.run, thing.resource)
    return Item(expected, thing.at_us if thing.progress == Progress.REQUESTED else 0, thing.number)
