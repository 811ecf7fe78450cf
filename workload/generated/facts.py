"""What a catalog shows about generated values: sequences, the columns that draw from them or hold their ids, and other defaults."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

# Kinds of values that the server generates and that no sequence counts.
RANDOM, CLOCK = "random", "clock"


@dataclass(frozen=True, slots=True)
class Sequence:
    """A sequence when the catalog was read.

    *name*, *columns* (those that draw from it by default): as SQL writes them (``schema.name``, ``schema.table.column``).
    *last*: its value, as ``last_value`` (None: it could not be read); *called*: ``is_called``. *identity*: ``always``,
    ``by default`` or "" (serial, or no column). *drawn*: how many ids executions of the log drew, by how each is known
    (``schema.How``). *estimated*: the server recovered the sequence from WAL, up to 32 values ahead, and *last* is the
    column's largest value instead. *uncounted*: executions that drew a number of ids that the log does not show.
    """

    database: str
    name: str
    columns: list[str]
    start: int
    increment: int
    cache: int
    cycles: bool
    last: int | None
    called: bool
    identity: str = ""
    drawn: dict[str, int] = field(default_factory=dict)
    uncounted: int = 0
    estimated: bool = False

    @property
    def verified(self) -> bool:
        """Whether later statements of the log use ids that were drawn from it: order alone is not verified."""
        return bool(self.drawn.get("confirmed") or self.drawn.get("decoded"))

    @property
    def next(self) -> int | None:
        """The first id that is drawn after the catalog was read (None: not known)."""
        if self.last is None:
            return None
        return self.last + self.increment if self.called else self.last


@dataclass(frozen=True, slots=True)
class IdColumn:
    """A column with ids: its *place* among its table's columns (from 0), the sequence that its default draws from ("": none),
    the sequence whose ids it *holds*, by its default or by foreign keys, and whether it is an *identity*."""

    name: str
    place: int
    draws: str
    holds: str
    identity: bool = False


@dataclass(frozen=True, slots=True)
class GeneratedColumn:
    """A column whose default is of the *kind* ``RANDOM`` or ``CLOCK``; *place* among its table's columns (from 0)."""

    name: str
    place: int
    kind: str


@dataclass(frozen=True, slots=True)
class GeneratedDefault:
    """A *column* (``schema.table.column``) whose default is of a *kind*, and how many *statements* of a log inserted rows without it."""

    database: str
    column: str
    kind: str
    statements: int


@dataclass(frozen=True, slots=True)
class CodeDraw:
    """A call of a function draws *low* to *high* ids from a *sequence*."""

    sequence: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class CodeColumn:
    """The code of a trigger or function inserts rows into a *relation* (``schema.name``) with nextval of a *sequence* as the value of a column: its
    *name*, or its *place* among the columns (from 0) where the INSERT names none ("")."""

    relation: str
    name: str
    place: int
    sequence: str


@dataclass(frozen=True, slots=True)
class DatabaseIds:
    """The generated values of one database. Relations are ``schema.name``, not quoted.

    *columns*: with ids, by relation. *inserting*, *changing*: the sequences that the triggers of a relation draw from when a row is
    inserted, and when one is updated or deleted. *calling*: what a call of a function draws, by its name with and without its schema; several
    functions may have one name. *others*: columns with another generated default, by relation. *filled*: columns that code gives an id.
    """

    sequences: dict[str, Sequence] = field(default_factory=dict)
    columns: dict[str, tuple[IdColumn, ...]] = field(default_factory=dict)
    inserting: dict[str, tuple[str, ...]] = field(default_factory=dict)
    changing: dict[str, tuple[str, ...]] = field(default_factory=dict)
    calling: dict[str, tuple[CodeDraw, ...]] = field(default_factory=dict)
    others: dict[str, tuple[GeneratedColumn, ...]] = field(default_factory=dict)
    filled: tuple[CodeColumn, ...] = ()

    @property
    def tables(self) -> set[str]:
        """The relations whose rows have ids, or whose triggers draw ids."""
        return {*self.columns, *self.inserting, *self.changing, *self.others}

    def with_state(self, captured: Iterable[Sequence]) -> DatabaseIds:
        """Return the same database with the sequences as a capture found them: this one is a copy that is in use."""
        known = {one.name: one for one in captured}
        return replace(self, sequences={name: known.get(name, one) for name, one in self.sequences.items()})
