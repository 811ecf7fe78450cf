"""The value ``Catalog``: relations, functions, and which relations an access to one relation also reads or writes.

For ``insert into comments``, pglast returns {comments}: no parent table, no table of a trigger, no base table of a view. The
ties of a catalog add these.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from pgrehearse.workload.catalog.clock_use import NO_CLOCK, ClockUse
from pgrehearse.workload.catalog.session_settings import SessionSettings
from pgrehearse.workload.generated.facts import DatabaseIds
from pgrehearse.workload.sql.generated_ids import Drawing, Filled, draws
from pgrehearse.workload.sql.search_path import USER

# PostgreSQL's own default (guc_tables.c), and the schema that is searched before all others.
DEFAULT_PATH = (USER, "public")
_ALWAYS = "pg_catalog"


class How(StrEnum):
    """How an access to one relation accesses another."""

    READS = "reads"  # a read or write of it reads the other: a view's tables, a parent's partitions
    CHECKS = "checks"  # a write to it reads the other: foreign keys in both directions; tables that a trigger reads
    WRITES = "writes"  # a write to it writes the other: partitions, views, rules, tables that a trigger writes
    CASCADES = "cascades"  # a DELETE or UPDATE of it writes the other: ON DELETE/UPDATE


@dataclass(frozen=True, slots=True)
class Tie:
    """An access to relation *of* also accesses relation *to*; both are ``schema.name``."""

    of: str
    to: str
    how: How


@dataclass(frozen=True, slots=True)
class Function:
    """A function that is not PostgreSQL's own: the tables it *reads* and *writes*.

    *whole*: its body could be read completely.
    """

    reads: frozenset[str] = frozenset()
    writes: frozenset[str] = frozenset()
    whole: bool = True

    def joined(self, other: Function) -> Function:
        """Return the tables that either of two functions of one name accesses."""
        return Function(
            self.reads | other.reads,
            self.writes | other.writes,
            self.whole and other.whole,
        )


@dataclass(frozen=True, slots=True)
class Catalog:
    """One database's *relations* (``schema.name``), their *ties*, and its *functions* (by name, and by ``schema.name``).

    *drawing*: by relation the columns whose default generates an id. *views*: relations that are views. *triggered*:
    relations with a trigger that generates ids when rows are inserted. *clock*: what uses it. *ids*: sequences, and the columns that hold
    their ids. *columns*: of each relation, in their order.
    """

    relations: frozenset[str]
    ties: tuple[Tie, ...]
    functions: dict[str, Function] = field(default_factory=dict)
    drawing: dict[str, tuple[Drawing, ...]] = field(default_factory=dict)
    views: frozenset[str] = frozenset()
    triggered: frozenset[str] = frozenset()
    clock: ClockUse = NO_CLOCK
    ids: DatabaseIds = field(default_factory=DatabaseIds)
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def resolved(self, name: str, path: tuple[str, ...]) -> str:
        """Return the relation that a name refers to on a search path; an unknown name (a temporary table) is returned unchanged."""
        if "." in name:
            return name
        searched = path if _ALWAYS in path else (_ALWAYS, *path)
        return next((found for schema in searched if (found := f"{schema}.{name}") in self.relations), name)

    def draws(self, relation: str, one: Filled) -> bool | None:
        """Return whether the rows that a statement writes to a relation generate an id there (None: unknown)."""
        if relation not in self.relations:
            return None
        if one.others and relation in self.triggered:
            return True
        found = draws(one, self.drawing.get(relation, ()))
        if found or relation not in self.views:
            return found
        # A view can rename its table's columns: the answer is certain only if no base table generates ids.
        bases = {tie.to for tie in self.ties if tie.of == relation and tie.how == How.WRITES}
        return found if not any(self._fills_itself(base) for base in bases) else None

    def _fills_itself(self, relation: str) -> bool:
        return relation in self.views or relation in self.triggered or bool(self.drawing.get(relation))

    def named(self, name: str) -> list[str]:
        """Return the relations that a name may mean, whatever the search path."""
        if "." in name:
            return [name] if name in self.relations else []
        return [one for one in self.relations if one.partition(".")[2] == name]

    def closed(self, read: set[str], written: set[str], kind: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return all tables that a statement reads and writes, directly or through ties. *kind*: the statement's."""
        # No row references the rows that an INSERT itself writes; rows that its triggers write may be referenced.
        spared = set(written) if kind == "insert" else set()
        written, read = set(written), set(read)
        grown = True
        while grown:
            further = {
                tie.to
                for tie in self.ties
                if tie.of in written and (tie.how == How.WRITES or (tie.how == How.CASCADES and tie.of not in spared))
            }
            grown = not further <= written
            written |= further
        read |= {tie.to for tie in self.ties if tie.of in written and tie.how == How.CHECKS}
        grown = True
        while grown:
            further = {tie.to for tie in self.ties if tie.of in read | written and tie.how == How.READS}
            grown = not further <= read
            read |= further
        return frozenset(read - written), frozenset(written)


@dataclass(frozen=True, slots=True)
class ServerCatalog:
    """A server's databases, and facts about them that logs do not show.

    *settings*: session settings of ALTER ROLE and ALTER DATABASE ... SET. *encodings*: by database. *unread*: trigger
    functions whose body could not be read completely.
    """

    name: str
    databases: dict[str, Catalog] = field(default_factory=dict)
    settings: tuple[SessionSettings, ...] = ()
    encodings: dict[str, str] = field(default_factory=dict)
    unread: tuple[str, ...] = ()


def joined(answers: Iterable[bool | None]) -> bool | None:
    """Return True if any answer is True, else None if any is unknown, else False."""
    found = set(answers)
    return True if True in found else (None if None in found else False)


def agreed(answers: Iterable[bool | None]) -> bool | None:
    """Return the answer if all are equal (None: they differ, or there is none)."""
    found = set(answers)
    return found.pop() if len(found) == 1 else None
