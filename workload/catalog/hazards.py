"""The hazards of a statement on one database, including those of the views, functions and triggers that it uses.

``select * from v`` runs the view's query, the functions in it, the policies of its tables; an INSERT runs defaults, checks,
triggers, rules. A ``Definition`` holds the effects of one of them (``workload/sql/effects``); ``closed`` adds the effects of all
definitions that it uses, directly or indirectly. A name without a schema may belong to any schema: the search path can change
while a session runs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pgrehearse.workload.sql.dynamic_sql import ANY
from pgrehearse.workload.sql.effects import ANY_SETTING, GUARDED, Effects
from pgrehearse.workload.sql.parse_tree import Name
from pgrehearse.workload.sql.search_path import USER

# A statement that changes the session's search path: it is not skipped for that, but later names may mean other objects.
PATH = "search-path"


class Kind(StrEnum):
    """The kind of object that a name refers to. A relation is read or written."""

    FUNCTION = "function"
    READ = "read"
    WRITE = "write"
    OPERATOR = "operator"
    TYPE = "type"


@dataclass(frozen=True, slots=True)
class Definition:
    """The effects of using *name*: its own (*hazards*), and those of its definition (*effects*).

    *of_row*: a function that takes a row, so that ``t.name`` calls it too.
    """

    kind: Kind
    name: Name
    effects: Effects = field(default_factory=Effects)
    hazards: frozenset[str] = frozenset()
    of_row: bool = False


Node = tuple[Kind, Name]


@dataclass(frozen=True, slots=True)
class Hazards:
    """The hazards of the names of one database. *known*: by kind and name, each schema's hazards; names without hazards are omitted.

    *of_row*: functions that ``t.name`` calls. *path*: the schemas that a name without a schema may belong to, besides
    ``pg_catalog`` (None: any).
    """

    known: Mapping[tuple[Kind, str], tuple[tuple[str, frozenset[str]], ...]] = field(default_factory=dict)
    of_row: frozenset[str] = frozenset()
    path: frozenset[str] | None = None

    def of(self, effects: Effects) -> frozenset[str]:
        """Return the hazards of a text with these effects on this database."""
        out = set(effects.hazards)
        for kind, name in used(effects):
            out |= self._named(kind, name)
        for word in effects.fields & self.of_row:
            out |= self._named(Kind.FUNCTION, ("", word))
        return frozenset(out | settings_hazards(effects.settings))

    def _named(self, kind: Kind, name: Name) -> frozenset[str]:
        schema, word = name
        found = self.known.get((kind, word), ())
        if word == ANY:
            found = tuple(one for (its, _), several in self.known.items() if its == kind for one in several)
        return frozenset().union(*(hazards for owner, hazards in found if _may_be(schema, owner, self.path)))


def _may_be(schema: str, owner: str, path: frozenset[str] | None) -> bool:
    """Return whether a name with a *schema* ("": none) may refer to an object of the schema *owner*."""
    return schema == owner or (not schema and (path is None or owner in path or owner == "pg_catalog"))


def settings_hazards(settings: Iterable[str]) -> set[str]:
    """Return the hazards of changing settings: a guarded setting, or a setting with an unknown name."""
    unknown = any(one == ANY_SETTING or one.startswith("$") for one in settings)
    guard = {"guard"} if unknown or any(one in GUARDED for one in settings) else set()
    return guard | ({PATH} if unknown or "search_path" in settings else set())


def used(effects: Effects) -> Iterator[Node]:
    """Yield the names that a text uses."""
    yield from ((Kind.READ, name) for name in effects.reads)
    yield from ((Kind.WRITE, name) for name in effects.writes)
    yield from ((Kind.FUNCTION, name) for name in effects.calls)
    yield from ((Kind.OPERATOR, name) for name in effects.operators)
    yield from ((Kind.TYPE, name) for name in effects.types)


def closed(definitions: Iterable[Definition], path: frozenset[str] | None = None) -> Hazards:
    """Return the hazards of using each name, directly and indirectly, for sessions whose search path has these schemas."""
    found: dict[Node, set[str]] = defaultdict(set)
    merged: dict[Node, list[Effects]] = defaultdict(list)
    of_row: set[str] = set()
    for one in definitions:
        node = (one.kind, one.name)
        found[node] |= one.hazards | one.effects.hazards | settings_hazards(one.effects.settings)
        merged[node].append(one.effects)
        of_row |= {one.name[1]} if one.of_row else set()
    users = _users(merged, of_row, path)
    waiting = [node for node, hazards in found.items() if hazards]
    while waiting:
        node = waiting.pop()
        for user in users.get(node, ()):
            if not found[node] <= found[user]:
                found[user] |= found[node]
                waiting.append(user)
    known: dict[tuple[Kind, str], list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for (kind, (schema, word)), hazards in found.items():
        if hazards:
            known[kind, word].append((schema, frozenset(hazards)))
    return Hazards(
        {key: tuple(values) for key, values in known.items()}, frozenset(of_row & {word for _, word in known}), path
    )


def _users(
    merged: Mapping[Node, list[Effects]], of_row: set[str], path: frozenset[str] | None
) -> dict[Node, set[Node]]:
    """Return, for each definition, the definitions that use it.

    Functions that a function calls run with the search path that it sets: their names may belong to those schemas too.
    """
    named: dict[tuple[Kind, str], list[Node]] = defaultdict(list)
    for node in merged:
        named[node[0], node[1][1]].append(node)
        named[node[0], ANY].append(node)
    paths: dict[Node, frozenset[str] | None] = {node: _set_in(several, path) for node, several in merged.items()}
    users: dict[Node, set[Node]] = defaultdict(set)
    waiting = list(merged)
    while waiting:
        user = waiting.pop()
        for other in _used_by(merged[user], of_row, named, paths[user]):
            users[other].add(user)
            wider = _wider(paths[other], paths[user])
            if wider != paths[other]:
                paths[other] = wider
                waiting.append(other)
    return users


def _used_by(
    several: list[Effects], of_row: set[str], named: Mapping[tuple[Kind, str], list[Node]], path: frozenset[str] | None
) -> Iterator[Node]:
    """Yield the definitions that the names in a definition may refer to."""
    for effects in several:
        rows = ((Kind.FUNCTION, ("", word)) for word in effects.fields & of_row)
        for kind, (schema, word) in (*used(effects), *rows):
            for node in named.get((kind, word), ()):
                if _may_be(schema, node[1][0], path):
                    yield node


def _set_in(several: list[Effects], path: frozenset[str] | None) -> frozenset[str] | None:
    """Return the search path in a function: the session's schemas and those that the function sets (None: any)."""
    own = {name for effects in several for name in effects.paths}
    unknown = path is None or any(name in {ANY, USER} or "=" in name for name in own)
    return None if unknown or path is None else path | own


def _wider(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    return None if one is None or other is None else one | other
