"""A statement's text where there is little room: its end tells equal SELECT lists apart, so it is shortened in the middle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from pgrehearse.compare.comparison import Query
from pgrehearse.workload.sql.lexer import tokens

_MARK = "…"
# What is kept of a statement's beginning.
_HEAD = 10
UNKNOWN = "(unknown statement)"
# No more of a text is looked at.
_LONG = 20_000


def flat(sql: str) -> str:
    """Return a text on one line; of a very long one the beginning and the end."""
    return (
        " ".join((sql if len(sql) <= _LONG else f"{sql[: _LONG // 2]} {_MARK} {sql[-_LONG // 2 :]}").split()) or UNKNOWN
    )


def short(sql: str, most: int) -> str:
    """Return a statement in at most *most* characters: the columns of a SELECT give way to what comes after them.

    >>> short("select id, name, owner, created_at from videos where owner = ?", 44)
    'select … from videos where owner = ?'
    >>> short("update videos set name = ?, owner = ?, length = ? where id = ?", 44)
    'update videos set name…ngth = ? where id = ?'
    """
    text = flat(sql)
    if len(text) <= most:
        return text
    narrow = _without_columns(text)
    if len(narrow) <= most:
        return narrow
    if narrow != text:
        return f"{narrow[: most - 1]}{_MARK}"
    head = most // 2  # the table's name is in it
    return f"{text[:head]}{_MARK}{text[len(text) - (most - head - 1) :]}"


@lru_cache(4096)
def _without_columns(text: str) -> str:
    """Return a SELECT without its list of columns; any other text as it is."""
    begin = _from(text)
    return f"select {_MARK} {text[begin:]}" if begin else text


def _from(text: str) -> int:
    """Return where the FROM of a SELECT begins, outside of all brackets (0: it is no such statement)."""
    found = tokens(text) or []
    depth = 0
    if not found or found[0].name != "SELECT":
        return 0
    for token in found:
        depth += (token.text in "([") - (token.text in ")]") if len(token.text) == 1 else 0
        if depth == 0 and token.name == "FROM":
            return token.start
    return 0


def labels(texts: Mapping[str, str], most: int) -> dict[str, str]:
    """Return a label of at most *most* characters for each key's statement; no two are equal, if need be by their keys."""
    found = {key: short(sql, most) for key, sql in texts.items()}
    for _ in range(len(texts)):
        groups: dict[str, list[str]] = {}
        for key, label in found.items():
            groups.setdefault(label, []).append(key)
        alike = [(label, keys) for label, keys in groups.items() if len(keys) > 1]
        if not alike:
            break
        for label, keys in alike:
            found.update(_apart(label, {key: flat(texts[key]) for key in keys}, most))
    return found


def query_labels(queries: Sequence[Query], most: int) -> dict[str, str]:
    """Return ``labels`` of queries by their keys."""
    return labels({query.query_key: query.sql for query in queries}, most)


def _apart(label: str, whole: Mapping[str, str], most: int) -> dict[str, str]:
    """Return labels of statements that look alike: from a little before where they differ."""
    if len(set(whole.values())) == 1:
        return {key: f"{label[: most - 9]} {key[:8]}" for key in whole}
    narrow = {key: _without_columns(text) for key, text in whole.items()}
    if len(set(narrow.values())) > 1:
        whole = narrow
    texts = set(whole.values())
    common = next(
        (place for place, letters in enumerate(zip(*texts, strict=False)) if len(set(letters)) > 1),
        min(map(len, texts)),
    )
    head = min(_HEAD, most // 4)
    begin = max(common - (most - head) // 3, head)
    room = most - head - 2
    return {
        key: f"{text[:head]}{_MARK if begin > head else ''}{text[begin : begin + room]}{_MARK if begin + room < len(text) else ''}"
        for key, text in whole.items()
    }
