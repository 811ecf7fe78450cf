"""Which tables each statement of a workload touches on the target: names resolved by each session's search_path, closed
over the target's catalog, with what the functions it calls touch."""

from __future__ import annotations

import re
from collections.abc import Iterable

import polars as pl

from pgrehearse.replay.plan.plan import ReplayPlan, Unread
from pgrehearse.replay.plan.routing import Access
from pgrehearse.workload.catalog.model import Catalog, ServerCatalog
from pgrehearse.workload.catalog.name_resolution import Resolution
from pgrehearse.workload.read import Workload
from pgrehearse.workload.shapes import Resolved, StoredShapes

# Two numbers stand for no table: "any table at all", and "what nobody can read" (it may be any).
ANY, UNREAD = 0, 1
# Advisory locks order as a table does that everybody who takes or gives one writes.
ADVISORY = "(advisory locks)"
_ADVISORY = re.compile(r"(?:^|\.)pg_(?:try_)?advisory_")
# An EXECUTE whose PREPARE is not in the window, DO and other languages hold code, and what does not parse may be anything.
_OPAQUE = {"execute", "do", "unparsed"}
_WHOLE = {"ddl", "lock", "truncate"}


# The name in an SQL-level PREPARE or EXECUTE: ordering looks at it, what is sent does not rest on it.
_STATEMENT_NAME = r'(?i)^\s*(?:prepare|execute)\s+("(?:[^"]|"")+"|\w+)'


class Touched:
    """Numbers sets of tables: two statements of one set touch the same tables in the same way."""

    def __init__(self, workload: Workload, plan: ReplayPlan, catalog: ServerCatalog) -> None:
        self._catalog, self._unread, self._access = catalog, plan.order.unread, plan.access
        self._shapes = StoredShapes(workload.shapes())
        sessions = workload.sessions()
        settings = workload.manifest.session_settings
        known = _targets_names(sessions, plan.access)
        self._resolution = Resolution(catalog, [*catalog.settings, *settings, *plan.access.settings], self._shapes)
        self._resolution.heard(known)
        self._databases = known.select("session", "database")
        self._tables: dict[tuple[str, str], int] = {("", "any"): ANY, ("", "unread"): UNREAD}
        self._sets: dict[tuple[int, str], int] = {}
        self._rows: list[tuple[int, int, bool, bool]] = []
        self.opaque: set[int] = set()

    @property
    def count(self) -> int:
        """How many tables are numbered."""
        return len(self._tables)

    def sets_of(self, events: pl.DataFrame) -> pl.Series:
        """Return the ``set`` of each event. Columns: session, shape, kind, sql, ended, transaction; in the workload's order.

        PREPARE touches nothing; an EXECUTE what its PREPARE names.
        """
        named = events.select("session", "sql", "kind", self._resolution.shaped(events).fill_null(-1).alias("shape"))
        shape = (
            pl.when(pl.col("kind") == "prepare")
            .then(-1)
            .when(pl.col("kind") == "execute")
            .then(pl.coalesce(of_its_prepare("shape"), "shape"))
            .otherwise("shape")
        )
        found = named.select("session", shape.alias("shape")).join(
            self._databases, on="session", how="left", maintain_order="left"
        )
        pairs = found.select("shape", "database").unique(maintain_order=True)
        resolved = self._resolution.rows()
        numbers = [self._set(number, database or "", resolved) for number, database in pairs.iter_rows()]
        numbered = pairs.with_columns(pl.Series("set", numbers, dtype=pl.Int32))
        return found.join(numbered, on=["shape", "database"], how="left", maintain_order="left", nulls_equal=True)[
            "set"
        ]

    def sets(self) -> pl.DataFrame:
        """Return the tables of every set so far: set, table, written, yields (it writes or locks)."""
        schema = {"set": pl.Int32, "table": pl.Int32, "written": pl.Boolean, "yields": pl.Boolean}
        return pl.DataFrame(self._rows, schema=schema, orient="row")

    def _set(self, number: int, database: str, resolved: list[Resolved]) -> int:
        key = (number, database)
        if key in self._sets:
            return self._sets[key]
        new = self._sets[key] = len(self._sets)
        if number >= 0:
            row = resolved[number]
            self._describe(new, database, row.shape, row.read, row.written)
        return new

    def _describe(self, new: int, database: str, base: int, read: Iterable[str], written: Iterable[str]) -> None:
        fact = self._shapes.parsed(base)
        catalog = self._catalog.databases.get(database, Catalog(frozenset(), ()))
        called = [catalog.functions[name] for name in fact.functions if name in catalog.functions]
        through, changed = (
            {name for function in called for name in getattr(function, word)} for word in ("reads", "writes")
        )
        more_read, more_written = catalog.closed(through, changed, "function")
        # CREATE, ALTER, LOCK: nobody may overtake them on the tables they name.
        writes = set(written) | more_written | (set(read) if fact.kind in _WHOLE else set())
        reads = (set(read) | more_read) - writes
        opaque = fact.kind in _OPAQUE or (fact.kind == "call" and not called) or any(not one.whole for one in called)
        if any(_ADVISORY.search(name) for name in fact.functions):
            writes.add(ADVISORY)
        if opaque:
            self.opaque.add(base)
        yields = fact.writes or bool(writes)
        names = [(name, True) for name in sorted(writes)] + [(name, False) for name in sorted(reads)]
        self._rows += [(new, self._table(database, name), wrote, yields) for name, wrote in names]
        if opaque and self._unread == Unread.EVERYTHING:
            self._rows += [(new, UNREAD, True, True), (new, ANY, False, True)]

    def _table(self, database: str, name: str) -> int:
        return self._tables.setdefault((database, name), len(self._tables))


def of_its_prepare(column: str) -> pl.Expr:
    """Return a column's value at the PREPARE of the name that an SQL-level EXECUTE names (null: there is none).

    Columns: session, sql, kind; each session's events in their order.
    """
    name = pl.col("sql").cast(pl.String, strict=False).str.extract(_STATEMENT_NAME).str.to_lowercase()
    return pl.when(pl.col("kind") == "prepare").then(column).forward_fill().over("session", name)


def _targets_names(sessions: pl.DataFrame, access: Access) -> pl.DataFrame:
    """Return sessions as the target knows them: by the database they are sent to."""
    return sessions.select(
        "session",
        "user",
        pl.col("database").replace(dict(access.databases)),
        pl.col("application_name").alias("application"),
        pl.lit(None, pl.String).alias("authorized_as"),
    )
