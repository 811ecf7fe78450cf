"""Statements of which a part may be missing: kept if the parser proves that they are complete, else left out and counted.

A statement without its last lines may still be valid and do something else (``delete from item``), so it is never
kept unchanged.
"""

from __future__ import annotations

import polars as pl

from pgrehearse.capture.formats.records import JOINED
from pgrehearse.capture.parse import messages
from pgrehearse.workload.sql.lexer import NAMES, STRINGS, parses, tokens

# Replaces a text of which a part may be missing.
INCOMPLETE = "(text left out: a part of it may be missing)"
PARTS = "parts of texts"
_RUN = (messages.STATEMENT, messages.EXECUTE, messages.ERROR, messages.FATAL)


def without_incomplete(frame: pl.DataFrame) -> tuple[pl.DataFrame, int]:
    """Return records (``doubt``, ``what``, ``sql``, ``detail``, ``context``) without the texts that may lack a part.

    Also returned: how many statements that ran were left out.
    """
    doubtful_rows = (frame["doubt"].is_not_null() & frame["sql"].is_not_null()).arg_true()
    if doubtful_rows.is_empty():
        return frame, 0
    doubtful = frame.select("doubt", "sql", "what")[doubtful_rows]
    complete = [doubt == JOINED and is_complete(sql) for doubt, sql in doubtful.select("doubt", "sql").iter_rows()]
    rows = doubtful_rows.filter(~pl.Series(complete, dtype=pl.Boolean))
    if rows.is_empty():
        return frame, 0
    replacement = {"sql": INCOMPLETE, "detail": None, "context": None}
    changed = frame.with_columns(frame[name].clone().scatter(rows, text) for name, text in replacement.items())
    return changed, int(frame["what"].gather(rows).is_in(_RUN).sum())


def is_complete(sql: str) -> bool:
    """Return whether lines that were joined without a sign that they belong together are one statement.

    White space at the beginning of a line may be missing: no string and no name may span lines.
    """
    lexed = tokens(sql)
    if lexed is None or any("\n" in token.text for token in lexed if token.name in STRINGS | NAMES):
        return False
    return parses(sql, lexed)
