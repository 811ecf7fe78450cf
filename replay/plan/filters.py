"""Parts of a workload by who speaks and what about: ``application=importer``, ``table=orders``, ``query=KEY``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from pgrehearse.base.errors import UsageProblem
from pgrehearse.workload.schema import IS_STATEMENT

OF_SESSIONS = {"user": "user", "database": "database", "application": "application_name", "instance": "instance"}
OF_STATEMENTS = {"endpoint": "endpoint", "job": "job", "caller": "caller", "query": "query_key"}
_WORDS = (*OF_SESSIONS, *OF_STATEMENTS, "table", "schema")
# What a session needs whatever is chosen of its statements.
_BEARING = [
    "begin",
    "commit",
    "rollback",
    "savepoint",
    "release",
    "rollback to",
    "set",
    "deallocate",
    "discard",
]
# What a selection looks at, beside the columns of events.
LOOKED_AT = [*OF_SESSIONS.values(), "query_key", "kind", "tables_read", "tables_written"]


@dataclass(frozen=True, slots=True)
class Selection:
    """Statements that fit any of the *terms* (a word and its value); without terms: all of them."""

    terms: tuple[tuple[str, str], ...] = ()

    def expression(self) -> pl.Expr:
        """Return whether a statement is selected. Columns: those of events, and ``LOOKED_AT``."""
        if not self.terms:
            return pl.lit(value=True)
        return pl.any_horizontal(_fits(word, value) for word, value in self.terms).fill_null(value=False)

    @property
    def of_sessions(self) -> bool:
        """Whether it takes sessions whole: none of its terms looks at a statement."""
        return all(word in OF_SESSIONS for word, _ in self.terms)

    def __str__(self) -> str:
        return ", ".join(f"{word}={value}" for word, value in self.terms)


EVERYTHING = Selection()


def parse_selection(option: str, texts: Sequence[str]) -> Selection:
    """Read ``word=value`` terms.

    >>> str(parse_selection("--only", ["application=importer", "table=orders"]))
    'application=importer, table=orders'
    """
    terms = [text.partition("=") for text in texts]
    for text, (word, _, value) in zip(texts, terms, strict=True):
        if word not in _WORDS or not value:
            raise UsageProblem(
                f"{option} {text!r} selects nothing", remedy=f"write one of {', '.join(_WORDS)}, = and a value"
            )
    return Selection(tuple((word, value) for word, _, value in terms))


def bearing() -> pl.Expr:
    """Return whether an event carries a session along: transactions, settings, what is prepared, its connection."""
    return ~IS_STATEMENT | pl.col("kind").is_in(_BEARING).fill_null(value=False)


def _fits(word: str, value: str) -> pl.Expr:
    if word in OF_SESSIONS:
        return pl.col(OF_SESSIONS[word]) == value
    if word in OF_STATEMENTS:
        return pl.col(OF_STATEMENTS[word]) == value
    tables = pl.concat_list(pl.col("tables_read").fill_null([]), pl.col("tables_written").fill_null([]))
    if word == "schema":
        return tables.list.eval(pl.element().str.starts_with(f"{value}.")).list.any()
    # A name without its schema is the table in whatever schema.
    return tables.list.eval((pl.element() == value) | pl.element().str.ends_with(f".{value}")).list.any()
