"""What ``targets reap`` removes: expired targets, or all of one run; by journals, and by tags where there is no journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pgrehearse.base.progress import Stages
from pgrehearse.targets.aws.clients import Clients
from pgrehearse.targets.aws.search import Found, Search, remove_found
from pgrehearse.targets.journal import Journal, Journals
from pgrehearse.targets.journal_lines import lines_of, when
from pgrehearse.targets.removal import remove


@dataclass(frozen=True, slots=True)
class Selection:
    """What will be removed. *journals*: targets that this machine has recorded; *found*: other things, by their tags; *problems*: what
    could not be read."""

    journals: tuple[Journal, ...]
    found: tuple[Found, ...]
    problems: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.journals or self.found)

    def lines(self) -> tuple[str, ...]:
        """Return what will be removed, a line each."""
        return (
            *(line for journal in self.journals for line in lines_of(journal)),
            *(
                f"{one.kind.name} {one.name}, of run {one.tags.run} of {one.tags.owner}, expires {when(one.tags.expires_us)}"
                for one in self.found
            ),
        )

    def document(self) -> list[dict[str, str]]:
        """Return each thing for ``--json``."""
        recorded = [
            {"kind": thing.kind, "name": thing.name, "run": journal.header.run, "target": journal.header.target}
            for journal in self.journals
            for thing in journal.left()
        ]
        return [
            *recorded,
            *({"kind": one.kind.name, "name": one.name, "run": one.tags.run, "target": ""} for one in self.found),
        ]


def select(journals: Journals, searched: Search, *, now_us: int, run: str = "") -> Selection:
    """Return what is to be removed: everything of *run*, or ("": no run is given) what is expired at *now_us*."""
    chosen = tuple(
        one for one in journals.readable if (one.header.run == run if run else one.header.is_expired(now_us))
    )
    recorded = {(thing.kind, thing.name) for journal in journals.readable for thing in journal.left()}
    found = tuple(
        one
        for one in searched.found
        if (one.tags.run == run if run else one.tags.is_expired(now_us)) and (one.kind.name, one.name) not in recorded
    )
    damaged = tuple(f"{error.message} ({error.remedy})" for error in journals.damaged.values())
    return Selection(chosen, found, (*damaged, *searched.problems))


def reap(
    selection: Selection,
    clients: Clients,
    stages: Stages,
    remover: Callable[[Journal, Stages], tuple[str, ...]] = remove,
) -> tuple[str, ...]:
    """Remove what was selected. Return a sentence for each thing that is left; the failure of one target stops no other."""
    left = [sentence for journal in selection.journals for sentence in remover(journal, stages)]
    if selection.found:
        left += remove_found(selection.found, clients, stages)
    return tuple(left)
