"""A text with constants in the place of its parameters, as a client of the simple query protocol sends it."""

from __future__ import annotations

from collections.abc import Sequence

from pgrehearse.workload.sql.lexer import quoted, tokens


def with_constants(sql: str, values: Sequence[str | None]) -> str | None:
    """Return a text whose parameters are string constants, to which PostgreSQL gives the type that the parameter had.

    None: a parameter has no value, or the lexer rejects the text.

    >>> with_constants("select * from t where id = $1 and c is not distinct from $2", ["7", None])
    "select * from t where id = '7' and c is not distinct from NULL"
    """
    found = tokens(sql)
    if found is None:
        return None
    parts, at = [], 0
    for token in found:
        if token.name != "PARAM":
            continue
        number = int(token.text[1:])
        if not 0 < number <= len(values):
            return None
        value = values[number - 1]
        parts += [sql[at : token.start], "NULL" if value is None else quoted(value)]
        at = token.end
    return "".join([*parts, sql[at:]])
