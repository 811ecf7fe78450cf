"""Filters of a workload's statements, by session and by statement: ``application=importer``, ``table=orders``, ``query=KEY``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import polars as pl

from pgrehearse.base.errors import UsageProblem
from pgrehearse.workload.schema import IS_STATEMENT
from pgrehearse.workload.sql.kinds import TRANSACTION_CONTROL

SESSION_COLUMNS = {"user": "user", "database": "database", "application": "application_name", "instance": "instance"}
STATEMENT_COLUMNS = {"endpoint": "endpoint", "job": "job", "caller": "caller", "query": "query_key"}
# Before the name of a column (or parameter): the statements with this value of it, which is data of a customer.
TENANT = "tenant."
# The options, and the key of a scenario, that select by it.
_OF_TENANTS = ("--where", "growth.where")
_NAMES = (*SESSION_COLUMNS, *STATEMENT_COLUMNS, "table", "schema")
# Statements that a session needs, whichever of its other statements are selected.
_STATE_KINDS = [
    *TRANSACTION_CONTROL,
    "set",
    "deallocate",
    "discard",
]
# The columns that filters need, beside those of events.
FILTER_COLUMNS = [*SESSION_COLUMNS.values(), "query_key", "kind", "tables_read", "tables_written"]


@dataclass(frozen=True, slots=True)
class StatementFilter:
    """Selects the statements that match any of the *terms* (a name and its value); without terms: all statements."""

    terms: tuple[tuple[str, str], ...] = ()

    def expression(self) -> pl.Expr:
        """Return whether a statement is selected. Columns: those of events, and ``FILTER_COLUMNS``."""
        if not self.terms:
            return pl.lit(value=True)
        return pl.any_horizontal(_matches(name, value) for name, value in self.terms).fill_null(value=False)

    @property
    def selects_sessions(self) -> bool:
        """Whether it selects all statements of a session or none: no term depends on a statement."""
        return all(name in SESSION_COLUMNS for name, _ in self.terms)

    @property
    def tenants(self) -> tuple[str, ...]:
        """The columns by whose values statements are selected."""
        return tuple(dict.fromkeys(name.removeprefix(TENANT) for name, _ in self.terms if name.startswith(TENANT)))

    def __str__(self) -> str:
        """Return the terms, for manifests and reports: the value of a tenant is a hash."""
        return ", ".join(f"{name}={_shown(name, value)}" for name, value in self.terms)


EVERYTHING = StatementFilter()


def parse_filter(option: str, texts: Sequence[str]) -> StatementFilter:
    """Parse ``name=value`` terms.

    >>> str(parse_filter("--only", ["application=importer", "table=orders"]))
    'application=importer, table=orders'
    """
    terms = [text.partition("=") for text in texts]
    for text, (name, _, value) in zip(texts, terms, strict=True):
        of_tenant = option in _OF_TENANTS and name.startswith(TENANT) and name != TENANT
        if (name not in _NAMES and not of_tenant) or not value:
            names = ", ".join([*_NAMES, *([f"{TENANT}COLUMN"] if option in _OF_TENANTS else [])])
            raise UsageProblem(f"invalid filter {option} {text!r}", remedy=f"write NAME=VALUE; names: {names}")
    return StatementFilter(tuple((name, value) for name, _, value in terms))


def parse_reads(texts: Sequence[str]) -> StatementFilter:
    """Parse the selection of ``--route-reads``: ``all``, or terms as for ``parse_filter``."""
    return EVERYTHING if "all" in texts else parse_filter("--route-reads", texts)


def keeps_session_state() -> pl.Expr:
    """Return whether later statements of the session depend on an event: it begins or ends a transaction, sets, prepares or connects."""
    return ~IS_STATEMENT | pl.col("kind").is_in(_STATE_KINDS).fill_null(value=False)


def _shown(name: str, value: str) -> str:
    return f"#{blake2b(value.encode(), digest_size=4).hexdigest()}" if name.startswith(TENANT) else value


def _matches(name: str, value: str) -> pl.Expr:
    if name.startswith(TENANT):  # a column that ``session_selection.with_filter_columns`` adds
        return (pl.col(name).list.len() == 1) & (pl.col(name).list.first() == value)
    if name in SESSION_COLUMNS:
        return pl.col(SESSION_COLUMNS[name]) == value
    if name in STATEMENT_COLUMNS:
        return pl.col(STATEMENT_COLUMNS[name]) == value
    tables = pl.concat_list(pl.col("tables_read").fill_null([]), pl.col("tables_written").fill_null([]))
    if name == "schema":
        return tables.list.eval(pl.element().str.starts_with(f"{value}.")).list.any()
    # A name without a schema is the table in any schema.
    return tables.list.eval((pl.element() == value) | pl.element().str.ends_with(f".{value}")).list.any()
