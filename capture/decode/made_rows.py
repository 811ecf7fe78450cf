"""The tables into which statements insert rows without naming them: through triggers and functions, by the catalog."""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from pgrehearse.workload.catalog.model import Catalog, ServerCatalog
from pgrehearse.workload.generated.statement import read
from pgrehearse.workload.schema import Type

_MAKES: dict[str, Type] = {"database": pl.String, "shape": pl.Int32, "schema": pl.String, "relation": pl.String}
# A statement of the shape can insert rows into a relation that it does not name.
MAKES = pl.Schema(_MAKES)
Shape = tuple[int, bytes, list[str], list[str]]


def made_tables(server: ServerCatalog | None, shapes: Iterable[Shape]) -> pl.DataFrame:
    """Return which shapes make rows of which tables (``MAKES``). *shapes*: number, one text, tables that it writes by the catalog, functions.

    What a function with unreadable code inserts is not known.
    """
    databases = server.databases if server is not None else {}
    rows = [
        (database, shape, *relation.split(".", 1))
        for shape, text, written, functions in shapes
        for database, catalog in databases.items()
        for relation in sorted(_made(catalog, text, written, functions))
    ]
    return pl.DataFrame(rows, schema=MAKES, orient="row")


def _made(catalog: Catalog, text: bytes, written: list[str], functions: list[str]) -> set[str]:
    """Return the tables into which a statement inserts rows, without those that it names."""
    called = {table for name in functions if name in catalog.functions for table in catalog.functions[name].writes}
    _, by_functions = catalog.closed(set(), called, "function")
    statement = read(text)
    named = {name for _, name in (*(one.table for one in statement.inserts), *statement.changes)}
    by_triggers = {table for table in written if table.partition(".")[2] not in named}
    return (by_triggers | by_functions) & catalog.relations
