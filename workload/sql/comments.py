"""Removes comments from SQL texts."""

from __future__ import annotations

from pgrehearse.workload.sql.lexer import COMMENTS, tokens
from pgrehearse.workload.sql.parse_tree import readable


def without_comments(sql: bytes) -> bytes:
    """Return a text with a space for each comment: with tags in comments, the text of each execution would be different."""
    if b"/*" not in sql and b"--" not in sql:
        return sql
    text = readable(sql)
    found = tokens(text)
    if found is None:
        return sql
    out, at = [], 0
    for token in found:
        if token.name in COMMENTS:
            out += [text[at : token.start], " "]
            at = token.end
    out.append(text[at:])
    try:
        sql.decode()
    except UnicodeDecodeError:
        return "".join(out).strip().encode("latin-1")
    return "".join(out).strip().encode()
