"""The tables that a statement accesses: names are resolved by each session's search_path and completed by the catalog.

One SQL text can mean different tables: in another database, or after another ``SET search_path`` (a
schema for each tenant). Such a text becomes several shapes, which differ only in their tables.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import polars as pl

from pgrehearse.workload.arrays import Ints
from pgrehearse.workload.catalog.model import DEFAULT_PATH, Catalog, ServerCatalog, agreed, joined
from pgrehearse.workload.catalog.session_settings import SessionSettings, started_with
from pgrehearse.workload.shapes import Resolved, Shapes, in_text
from pgrehearse.workload.sql.generated_ids import Filled, unnamed_columns
from pgrehearse.workload.sql.search_path import search_path

_SET = r"(?is)^\s*set\s+(?:session\s+|local\s+)?search_path\s*(?:=|\bto\b)\s*(.*?)[;\s]*$"
_CONFIG = r"(?is)\bset_config\s*\(\s*'search_path'\s*,\s*'((?:[^']|'')*)'\s*,\s*(?:f|false|'f')"
_BACK = r"(?is)^\s*(?:reset\s+(?:search_path|all)\b|discard\s+all\b)"
_LOCAL = r"(?is)^\s*set\s+local\b"
_DEFAULT = ""


@dataclass(frozen=True, slots=True)
class Where:
    """Where a statement ran: its *database*, and the search *path* of its session then."""

    database: str
    path: tuple[str, ...]


class Fact(Protocol):
    """The facts about a shape's text: its kind, and the tables that it names."""

    @property
    def kind(self) -> str: ...
    @property
    def tables_read(self) -> tuple[str, ...]: ...
    @property
    def tables_written(self) -> tuple[str, ...]: ...
    @property
    def functions(self) -> tuple[str, ...]: ...
    @property
    def clock(self) -> bool: ...
    @property
    def generated(self) -> bool | None: ...
    @property
    def filled(self) -> tuple[Filled, ...]: ...


class ShapeTable(Protocol):
    """The shapes that are being captured, or those of a workload."""

    def parsed(self, shape: int) -> Fact: ...
    def moving(self) -> list[int]: ...


class Resolution:
    """Assigns to each event the shape of its text in the database and with the search path of its session."""

    def __init__(self, catalog: ServerCatalog, settings: Sequence[SessionSettings], shapes: ShapeTable) -> None:
        self._catalog, self._settings, self._shapes = catalog, settings, shapes
        self._who: dict[int, tuple[str, str, str]] = {}
        self._path: dict[int, str] = {}  # what each session has set, as it wrote it
        self._where: dict[Where, int] = {}
        self._places: dict[tuple[str, str, str, str], int] = {}
        self._numbers: dict[
            tuple[int, frozenset[str], frozenset[str], bool | None, tuple[str, ...], tuple[str, ...] | None], int
        ] = {}
        self.strange: set[str] = set()

    def add_sessions(self, sessions: pl.DataFrame) -> None:
        """Store the user, database and application of a block's sessions. Columns: session, user, database, application, authorized_as."""
        named = sessions.select(
            "session", "user", "database", pl.coalesce("authorized_as", "application", pl.lit(""))
        ).drop_nulls("user")
        for session, user, database, application in named.iter_rows():
            self._who.setdefault(session, (user, database or "", application))

    def shapes_of(self, events: pl.DataFrame) -> pl.Series:
        """Return the ``shape`` of a block's events, distinguished by database and search path."""
        shape = events["shape"].fill_null(-1).to_numpy().astype(np.int64)
        place = self._placed(events)
        width = len(self._where) + 1
        pairs, code = np.unique((shape + 1) * width + place, return_inverse=True)
        wheres = list(self._where)
        numbers = [
            self._number(int(pair) // width - 1, wheres[int(pair) % width]) if pair >= width else -1 for pair in pairs
        ]
        resolved = np.array(numbers, dtype=np.int64)[code] if len(numbers) else shape
        return pl.Series("shape", resolved).replace(-1, None).cast(pl.Int32)

    def rows(self) -> list[Resolved]:
        """Return, for each number that was assigned, its shape, the tables that it reads and writes, whether it generates ids, and where
        it uses the clock."""
        return [
            Resolved(base, tuple(sorted(read)), tuple(sorted(written)), made, clock, columns)
            for base, read, written, made, clock, columns in self._numbers
        ]

    def _number(self, base: int, where: Where) -> int:
        fact = self._shapes.parsed(base)
        read, written = self._tables(fact, where)
        clock = self._clock(fact, where, (read, written))
        key = (base, read, written, self._made(fact, where), clock, self._columns(fact, where))
        return self._numbers.setdefault(key, len(self._numbers))

    def _columns(self, fact: Fact, where: Where) -> tuple[str, ...] | None:
        """Return the columns of the table into which a statement inserts without naming them."""
        catalog, table = self._catalog.databases.get(where.database), unnamed_columns(fact.filled)
        return catalog.columns.get(catalog.resolved(table, where.path)) if catalog is not None and table else None

    def _clock(self, fact: Fact, where: Where, tables: tuple[frozenset[str], frozenset[str]]) -> tuple[str, ...]:
        """Return where a statement uses the clock in its database."""
        catalog = self._catalog.databases.get(where.database)
        if catalog is None or fact.kind == "ddl":
            return in_text(fact.clock)
        filled = [(catalog.resolved(one.table, where.path), one) for one in fact.filled]
        return in_text(fact.clock) + catalog.clock.places(fact.functions, filled, tables)

    def _made(self, fact: Fact, where: Where) -> bool | None:
        """Return whether a statement generates ids in its database (None: unknown)."""
        catalog = self._catalog.databases.get(where.database)
        if fact.generated is not None or catalog is None:
            return fact.generated
        return joined(catalog.draws(catalog.resolved(one.table, where.path), one) for one in fact.filled)

    def _tables(self, fact: Fact, where: Where) -> tuple[frozenset[str], frozenset[str]]:
        catalog = self._catalog.databases.get(where.database)
        if catalog is None:
            return frozenset(fact.tables_read), frozenset(fact.tables_written)
        read, written = (
            {catalog.resolved(name, where.path) for name in names} for names in (fact.tables_read, fact.tables_written)
        )
        self.strange |= {name for name in read | written if name not in catalog.relations}
        return catalog.closed(read, written, fact.kind)

    def _placed(self, events: pl.DataFrame) -> Ints:
        """Return the number of the database and search path of each event."""
        paths = self._paths(events)
        pairs = pl.DataFrame({"session": events["session"], "path": paths})
        distinct = pairs.unique(maintain_order=True)
        numbers = pl.Series("place", [self._place(session, path) for session, path in distinct.iter_rows()], pl.Int64)
        joined = pairs.join(distinct.with_columns(numbers), on=["session", "path"], how="left", maintain_order="left")
        return joined["place"].to_numpy()

    def _place(self, session: int, path: str) -> int:
        user, database, application = self._who.get(session, ("", "", ""))
        key = (user, database, application, path)
        if key not in self._places:
            settings = started_with(list(self._settings), user, database, application)
            names = search_path(path or settings.get("search_path", ", ".join(DEFAULT_PATH)), user)
            self._places[key] = self._where.setdefault(Where(database, names), len(self._where))
        return self._places[key]

    def _paths(self, events: pl.DataFrame) -> pl.Series:
        """Return the search path in force at each event, as its session set it ("": never).

        SET LOCAL applies until the end of its transaction. The undoing of a SET by ROLLBACK is ignored.
        """
        moving = pl.Series("shape", self._shapes.moving(), dtype=pl.Int32)
        marks = (events["shape"].is_in(moving.implode()) & (events["ended"] == "ok")).fill_null(value=False)
        before = events["session"].replace_strict(self._path, default=_DEFAULT, return_dtype=pl.String)
        if not marks.any():
            return before.alias("path")
        text = pl.col("sql").cast(pl.String, strict=False)
        value = (
            pl.when(text.str.contains(_BACK))
            .then(pl.lit(_DEFAULT))
            .otherwise(pl.coalesce(text.str.extract(_SET), text.str.extract(_CONFIG)))
        )
        value = pl.when(value.str.to_lowercase() == "default").then(pl.lit(_DEFAULT)).otherwise(value)
        local = text.str.contains(_LOCAL)
        changes = events.filter(marks).select(value.alias("value"), local.alias("local"))
        frame = events.select("session", "transaction").with_columns(
            _spread(changes["value"].set(changes["local"], None), marks).alias("kept"),
            _spread(changes["value"].set(~changes["local"], None), marks).alias("local"),
            before.alias("before"),
        )
        lasting = pl.col("kept").forward_fill().over("session").fill_null(pl.col("before"))
        passing = pl.col("local").forward_fill().over("session", "transaction")
        paths = frame.select("session", lasting.alias("lasting"), pl.coalesce(passing, lasting).alias("path"))
        self._path.update(paths.group_by("session").agg(pl.col("lasting").last()).iter_rows())
        return paths["path"]


def resolution_notes(catalog: ServerCatalog, strange: AbstractSet[str]) -> list[str]:
    """Return notes about names and functions that a catalog could not resolve. *strange*: names of tables that are not in it."""
    out = [f"table names were resolved, and dependent tables were added, by the catalog of {catalog.name}"]
    if strange:
        few = ", ".join(sorted(strange)[:5])
        out.append(f"{len(strange)} names of tables are not in that catalog and were not resolved: {few}")
    if catalog.unread:
        out.append(f"trigger functions that could not be read completely: {', '.join(catalog.unread[:5])}")
    return out


def by_names(shapes: Shapes, catalogs: Sequence[Catalog | None]) -> list[Resolved]:
    """Return every shape with unresolved names, and whether it generates ids in the databases *catalogs* (None: an unknown database).

    The search path is not evaluated here, so a name without a schema may mean the table of any schema.
    """
    return [
        Resolved(
            number,
            fact.tables_read,
            fact.tables_written,
            _made_anywhere(fact, catalogs),
            in_text(fact.clock) + _clock_anywhere(fact, catalogs),
            _columns_anywhere(fact, catalogs),
        )
        for number, fact in enumerate(map(shapes.parsed, range(len(shapes))))
    ]


def _made_anywhere(fact: Fact, catalogs: Sequence[Catalog | None]) -> bool | None:
    if fact.generated is not None or None in catalogs:
        return fact.generated
    answers = [
        agreed(catalog.draws(name, one) for catalog in catalogs if catalog for name in catalog.named(one.table))
        for one in fact.filled
    ]
    return joined(answers)


def _columns_anywhere(fact: Fact, catalogs: Sequence[Catalog | None]) -> tuple[str, ...] | None:
    """Return the columns of the table into which a statement inserts without naming them, if they are the same wherever it may be."""
    table = unnamed_columns(fact.filled)
    if not table or None in catalogs:
        return None
    found = {catalog.columns.get(name) for catalog in catalogs if catalog for name in catalog.named(table)}
    return found.pop() if len(found) == 1 else None


def _clock_anywhere(fact: Fact, catalogs: Sequence[Catalog | None]) -> tuple[str, ...]:
    """Return where a statement uses the clock beside its text, in any of its databases, whatever the search path."""
    found: dict[str, None] = {}
    for catalog in catalogs:
        if catalog is not None and fact.kind != "ddl":
            read, written = (
                frozenset(one for name in names for one in catalog.named(name))
                for names in (fact.tables_read, fact.tables_written)
            )
            filled = [(relation, one) for one in fact.filled for relation in catalog.named(one.table)]
            found |= dict.fromkeys(catalog.clock.places(fact.functions, filled, (read, written)))
    return tuple(found)


def _spread(values: pl.Series, marks: pl.Series) -> pl.Series:
    """Return a series of all rows with *values* at the marked rows and null at the others."""
    empty = pl.Series([None], dtype=pl.String).new_from_index(0, len(marks))
    placed: pl.Series = empty.scatter(marks.arg_true(), values)
    return placed
