"""Which tables each statement of a workload accesses on the target, also through views, triggers, foreign keys and functions.

Names are resolved by each session's search_path; the target's catalog adds the tables that depend on them."""

from __future__ import annotations

import re
from collections.abc import Iterable

import polars as pl

from pgrehearse.replay.plan.plan import ReplayPlan, Unread
from pgrehearse.replay.plan.routing import Routing
from pgrehearse.workload.catalog.model import Catalog, ServerCatalog
from pgrehearse.workload.catalog.name_resolution import Resolution
from pgrehearse.workload.read import Workload
from pgrehearse.workload.shapes import Resolved, StoredShapes

# Two numbers are not tables: "any table", and "unknown" (it may be any of them).
ANY, UNREAD = 0, 1
# Advisory locks are ordered like a table that every statement which takes or releases one writes.
ADVISORY = "(advisory locks)"
_ADVISORY = re.compile(r"(?:^|\.)pg_(?:try_)?advisory_")
# An EXECUTE whose PREPARE is not in the window, DO and other languages hold code; a text that does not parse may access anything.
_OPAQUE = {"execute", "do", "unparsed"}
_EXCLUSIVE = {"ddl", "lock", "truncate"}


# The name in an SQL-level PREPARE or EXECUTE: it is used for the commit order only, not for what is sent.
_STATEMENT_NAME = r'(?i)^\s*(?:prepare|execute)\s+("(?:[^"]|"")+"|\w+)'


class TableAccess:
    """Numbers sets of tables: two statements of one set access the same tables in the same way."""

    def __init__(self, workload: Workload, plan: ReplayPlan, catalog: ServerCatalog) -> None:
        self._catalog, self._unread, self._routing = catalog, plan.order.unread, plan.routing
        self._shapes = StoredShapes(workload.shapes())
        sessions = workload.sessions()
        settings = workload.manifest.session_settings
        on_target = _as_on_target(sessions, plan.routing)
        self._resolution = Resolution(catalog, [*catalog.settings, *settings, *plan.routing.settings], self._shapes)
        self._resolution.add_sessions(on_target)
        self._databases = on_target.select("session", "database")
        self._tables: dict[tuple[str, str], int] = {("", "any"): ANY, ("", "unread"): UNREAD}
        self._sets: dict[tuple[int, str], int] = {}
        self._rows: list[tuple[int, int, bool, bool]] = []
        self._named: list[tuple[int, int, bool]] = []
        self.opaque: set[int] = set()

    @property
    def count(self) -> int:
        """How many tables are numbered."""
        return len(self._tables)

    def sets_of(self, events: pl.DataFrame) -> pl.Series:
        """Return the ``set`` of each event. Columns: session, shape, kind, sql, ended, transaction; in the workload's order.

        PREPARE accesses nothing; an EXECUTE accesses the tables of its PREPARE.
        """
        named = events.select("session", "sql", "kind", self._resolution.shapes_of(events).fill_null(-1).alias("shape"))
        shape = (
            pl.when(pl.col("kind") == "prepare")
            .then(-1)
            .when(pl.col("kind") == "execute")
            .then(pl.coalesce(of_its_prepare("shape"), "shape"))
            .otherwise("shape")
        )
        placed = named.select("session", shape.alias("shape")).join(
            self._databases, on="session", how="left", maintain_order="left"
        )
        pairs = placed.select("shape", "database").unique(maintain_order=True)
        resolved = self._resolution.rows()
        numbers = [self._set(number, database or "", resolved) for number, database in pairs.iter_rows()]
        numbered = pairs.with_columns(pl.Series("set", numbers, dtype=pl.Int32))
        return placed.join(numbered, on=["shape", "database"], how="left", maintain_order="left", nulls_equal=True)[
            "set"
        ]

    def sets(self) -> pl.DataFrame:
        """Return the tables of every set so far: set, table, written, yields (it writes or locks)."""
        schema = {"set": pl.Int32, "table": pl.Int32, "written": pl.Boolean, "yields": pl.Boolean}
        return pl.DataFrame(self._rows, schema=schema, orient="row")

    def named(self) -> pl.DataFrame:
        """Return the tables that the texts of every set name themselves, so that no catalog adds them: set, table, written."""
        schema = {"set": pl.Int32, "table": pl.Int32, "written": pl.Boolean}
        return pl.DataFrame(self._named, schema=schema, orient="row")

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
        called_reads, called_writes = (
            {name for function in called for name in getattr(function, access)} for access in ("reads", "writes")
        )
        more_read, more_written = catalog.closed(called_reads, called_writes, "function")
        # CREATE, ALTER, LOCK: no statement may overtake them on their tables.
        writes = set(written) | more_written | (set(read) if fact.kind in _EXCLUSIVE else set())
        reads = (set(read) | more_read) - writes
        opaque = (
            fact.kind in _OPAQUE
            or (fact.kind == "call" and not called)
            or any(not function.whole for function in called)
        )
        if any(_ADVISORY.search(name) for name in fact.functions):
            writes.add(ADVISORY)
        if opaque:
            self.opaque.add(base)
        yields = fact.writes or bool(writes)
        names = [(name, True) for name in sorted(writes)] + [(name, False) for name in sorted(reads)]
        self._rows += [(new, self._table(database, name), wrote, yields) for name, wrote in names]
        in_text = {True: fact.tables_written, False: fact.tables_read}
        self._named += [
            (new, self._table(database, name), wrote)
            for name, wrote in names
            if name in in_text[wrote] or name.partition(".")[2] in in_text[wrote]
        ]
        if opaque and self._unread == Unread.EVERYTHING:
            self._rows += [(new, UNREAD, True, True), (new, ANY, False, True)]

    def _table(self, database: str, name: str) -> int:
        return self._tables.setdefault((database, name), len(self._tables))


def of_its_prepare(column: str) -> pl.Expr:
    """Return a column's value at the PREPARE that belongs to an SQL-level EXECUTE (null: there is none).

    Columns: session, sql, kind; each session's events in their order.
    """
    name = pl.col("sql").cast(pl.String, strict=False).str.extract(_STATEMENT_NAME).str.to_lowercase()
    return pl.when(pl.col("kind") == "prepare").then(column).forward_fill().over("session", name)


def _as_on_target(sessions: pl.DataFrame, routing: Routing) -> pl.DataFrame:
    """Return sessions with the names of the databases that they connect to on the target."""
    return sessions.select(
        "session",
        "user",
        pl.col("database").replace(dict(routing.databases)),
        pl.col("application_name").alias("application"),
        pl.lit(None, pl.String).alias("authorized_as"),
    )
