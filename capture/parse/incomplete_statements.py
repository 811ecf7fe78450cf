"""Statements of which a part may be missing: kept where the parser proves them whole, else left out and counted.

A statement that lost its last lines may still be valid and do something else (``delete from item``), so it is never
kept as it stands.
"""

from __future__ import annotations

import polars as pl

from pgrehearse.capture.formats.records import JOINED
from pgrehearse.capture.parse import messages
from pgrehearse.workload.sql.lexer import NAMES, STRINGS, parses, tokens

# Stands for a text of which a part may be missing.
INCOMPLETE = "(text left out: a part of it may be missing)"
PARTS = "parts of texts"
_RUN = (messages.STATEMENT, messages.EXECUTE, messages.ERROR, messages.FATAL)


def settled(frame: pl.DataFrame) -> tuple[pl.DataFrame, int]:
    """Return records (``doubt``, ``what``, ``sql``, ``detail``, ``context``) without texts that may lack a part, and how many."""
    doubted = (frame["doubt"].is_not_null() & frame["sql"].is_not_null()).arg_true()
    if doubted.is_empty():
        return frame, 0
    doubtful = frame.select("doubt", "sql", "what")[doubted]
    whole = [doubt == JOINED and is_whole(sql) for doubt, sql in doubtful.select("doubt", "sql").iter_rows()]
    rows = doubted.filter(~pl.Series(whole, dtype=pl.Boolean))
    if rows.is_empty():
        return frame, 0
    out = {"sql": INCOMPLETE, "detail": None, "context": None}
    changed = frame.with_columns(frame[name].clone().scatter(rows, text) for name, text in out.items())
    return changed, int(frame["what"].gather(rows).is_in(_RUN).sum())


def is_whole(sql: str) -> bool:
    """Say whether lines that were put together without a sign that they belong together are one statement.

    White space at the begin of a line may be lost: no string and no name may span lines.
    """
    found = tokens(sql)
    if found is None or any("\n" in one.text for one in found if one.name in STRINGS | NAMES):
        return False
    return parses(sql, found)
