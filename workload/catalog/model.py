"""The value ``Catalog``: relations, functions, and which relations an access to one relation also reads or writes.

pglast on ``insert into comments`` yields {comments}: no parent, no trigger's table, no base table of a view. The
ties of a catalog close that set.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from pgrehearse.workload.catalog.session_settings import SessionSettings
from pgrehearse.workload.sql.generated_ids import Drawing, Filled, draws
from pgrehearse.workload.sql.search_path import USER

# PostgreSQL's own default (guc_tables.c), and the schema that is searched before all others.
DEFAULT_PATH = (USER, "public")
_ALWAYS = "pg_catalog"


class How(StrEnum):
    """How touching one relation touches another."""

    READS = "reads"  # whoever reads or writes it reads the other: a view's tables, a parent's partitions
    CHECKS = "checks"  # whoever writes it reads the other: foreign keys, both ways; what a trigger reads
    WRITES = "writes"  # whoever writes it writes the other: partitions, views, rules, what a trigger writes
    CASCADES = "cascades"  # whoever deletes from or updates it writes the other: ON DELETE/UPDATE


@dataclass(frozen=True, slots=True)
class Tie:
    """Touching relation *of* touches *to*; both ``schema.name``."""

    of: str
    to: str
    how: How


@dataclass(frozen=True, slots=True)
class Function:
    """A function that is not PostgreSQL's own: the tables it *reads* and *writes*.

    *whole*: its body could be read to its end.
    """

    reads: frozenset[str] = frozenset()
    writes: frozenset[str] = frozenset()
    whole: bool = True

    def joined(self, other: Function) -> Function:
        """Return what two functions of one name may do."""
        return Function(
            self.reads | other.reads,
            self.writes | other.writes,
            self.whole and other.whole,
        )


@dataclass(frozen=True, slots=True)
class Catalog:
    """One database's *relations* (``schema.name``), their *ties*, and its *functions* (by name, and by ``schema.name``).

    *drawing*: by relation the columns whose default makes an id. *views*: relations that are views. *triggered*:
    relations of which a trigger makes ids when rows come.
    """

    relations: frozenset[str]
    ties: tuple[Tie, ...]
    functions: dict[str, Function] = field(default_factory=dict)
    drawing: dict[str, tuple[Drawing, ...]] = field(default_factory=dict)
    views: frozenset[str] = frozenset()
    triggered: frozenset[str] = frozenset()

    def resolved(self, name: str, path: tuple[str, ...]) -> str:
        """Return what a name means on a search path; a name that means nothing here stays as it is (a temporary table)."""
        if "." in name:
            return name
        searched = path if _ALWAYS in path else (_ALWAYS, *path)
        return next((found for schema in searched if (found := f"{schema}.{name}") in self.relations), name)

    def draws(self, relation: str, one: Filled) -> bool | None:
        """Return whether what a statement puts into a relation makes an id there (None: not known)."""
        if relation not in self.relations:
            return None
        if one.others and relation in self.triggered:
            return True
        found = draws(one, self.drawing.get(relation, ()))
        if found or relation not in self.views:
            return found
        # A view may name its table's columns otherwise: only where no table draws is the answer sure.
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
        """Return all that a statement reads and writes, its own tables among them. *kind*: the statement's."""
        # What an INSERT itself writes has no row that others hang on; what its triggers write may.
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
    """A server's databases, and what logs never show of them.

    *settings*: what ALTER ROLE and ALTER DATABASE ... SET give sessions. *encodings*: by database. *unread*: trigger
    functions whose body could not be read whole.
    """

    name: str
    databases: dict[str, Catalog] = field(default_factory=dict)
    settings: tuple[SessionSettings, ...] = ()
    encodings: dict[str, str] = field(default_factory=dict)
    unread: tuple[str, ...] = ()


def joined(answers: Iterable[bool | None]) -> bool | None:
    """Return whether any of several does (None: none is known to, and of some it is not known)."""
    found = set(answers)
    return True if True in found else (None if None in found else False)


def agreed(answers: Iterable[bool | None]) -> bool | None:
    """Return what all say (None: they differ, or there is none)."""
    found = set(answers)
    return found.pop() if len(found) == 1 else None
