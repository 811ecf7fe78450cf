"""What pgrehearse has created in an account and a region, found by its tags: without any journal (another machine, a lost disk).

Only what has the three tags and a name of its run is found. A restored copy of a snapshot has the tags of the snapshot, but not the name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pgrehearse.base.aws_errors import AWS_ERRORS, Purpose, problem_of
from pgrehearse.base.progress import Stages
from pgrehearse.targets.aws.clients import Clients
from pgrehearse.targets.aws.kinds import KINDS, Kind
from pgrehearse.targets.aws.ownership import Expected
from pgrehearse.targets.aws.removal import Item, Patience, Removal
from pgrehearse.targets.aws.tags import PREFIX, Tags


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that pgrehearse has created. *resource*: its immutable id."""

    kind: Kind
    name: str
    resource: str
    tags: Tags


@dataclass(frozen=True, slots=True)
class Search:
    """What was found. *problems*: a sentence for each kind that could not be listed: there may be more of it."""

    found: tuple[Found, ...]
    problems: tuple[str, ...]


def search(clients: Clients) -> Search:
    """Find what pgrehearse has created in the region of the clients."""
    found: list[Found] = []
    problems: list[str] = []
    for kind in KINDS.values():
        try:
            found += [one for row in _named(kind, clients) if (one := _ours(kind, kind.with_tags(clients, row)))]
        except AWS_ERRORS as error:
            problem = problem_of(Purpose(f"{kind.name}: they could not be listed", kind.search_actions), error)
            problems.append(f"{problem.message} ({problem.remedy})")
    return Search(tuple(found), tuple(problems))


def remove_found(
    found: Iterable[Found], clients: Clients, stages: Stages, patience: Patience | None = None
) -> tuple[str, ...]:
    """Remove things that were found by their tags. Return a sentence for each that is left."""
    items = [Item(Expected(one.kind, one.name, one.tags.run, one.resource)) for one in found]
    removal = Removal(clients, clients.place()["region"], patience or Patience(), _ignore)
    return removal.remove(items, stages)


def _named(kind: Kind, clients: Clients) -> list[dict[str, Any]]:
    """Return the rows whose name can be one of pgrehearse."""
    if kind.rows:
        return [row for row in kind.rows_of(clients) if kind.name_of(row).startswith(PREFIX)]
    pages = (
        clients.of(kind.service).get_paginator("list_secrets").paginate(Filters=[{"Key": "name", "Values": [PREFIX]}])
    )
    return [row for page in pages for row in page["SecretList"]]


def _ours(kind: Kind, row: dict[str, Any]) -> Found | None:
    tags, name = Tags.of(row["TagList"]), kind.name_of(row)
    return Found(kind, name, str(row.get(kind.resource, "")), tags) if tags is not None and tags.names(name) else None


def _ignore(_item: Item) -> None:
    """Nothing records what has no journal."""
