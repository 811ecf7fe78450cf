"""A short text for a statement: its WHERE stays visible, the columns and joins before it are left out first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from pgrehearse.workload.sql.lexer import COMMENTS, Token, tokens

_MARK = "…"
# What is kept of a statement's beginning.
_HEAD = 10
UNKNOWN = "(unknown statement)"
# No more of a text is looked at.
_LONG = 20_000
_VERBS = frozenset({"SELECT", "INSERT", "UPDATE", "DELETE_P", "MERGE"})
# What ends the name of the first table after FROM.
_AFTER_TABLE = frozenset({"WHERE", "JOIN", "LEFT", "RIGHT", "INNER_P", "FULL", "CROSS", "NATURAL", "GROUP_P", "ORDER"})


def flat(sql: str) -> str:
    """Return a text on one line; of a very long one the beginning and the end."""
    return (
        " ".join((sql if len(sql) <= _LONG else f"{sql[: _LONG // 2]} {_MARK} {sql[-_LONG // 2 :]}").split()) or UNKNOWN
    )


def short(sql: str, most: int) -> str:
    """Return a statement in at most *most* characters: columns, then joins, are left out before the WHERE.

    >>> short("select id, name, owner, created_at from videos where owner = ?", 44)
    'select … from videos where owner = ?'
    >>> short("select v.id from videos v join members m on m.id = v.owner where v.owner = ?", 44)
    'select … from videos v … where v.owner = ?'
    >>> short("with a as (select id from b where c = ?) select id from a where d = ?", 44)
    'with a as (…) select id from a where d = ?'
    >>> short("update videos set name = ?, owner = ?, length = ? where id = ?", 44)
    'update videos … where id = ?'
    """
    forms = _forms(flat(sql))
    return next((form for form in forms if len(form) <= most), "") or _cut(forms[-1], most, begin=len(forms) > 1)


def _cut(text: str, most: int, *, begin: bool) -> str:
    """Return a text without its end (*begin*), or without its middle."""
    if begin:
        return f"{text[: most - 1]}{_MARK}"
    head = most // 2  # the table's name is in it
    return f"{text[:head]}{_MARK}{text[len(text) - (most - head - 1) :]}"


@dataclass(frozen=True, slots=True)
class _Clauses:
    """Where the clauses of a statement begin, outside of all brackets (0: it has none): the verb after a WITH, the FROM of a
    SELECT, the end of the first table's name, and the WHERE."""

    verb: int
    begin: int
    table_end: int
    where: int
    common: str


@lru_cache(4096)
def _forms(text: str) -> tuple[str, ...]:
    """Return a text in forms that leave out more and more; the last one keeps the verb, a table and the WHERE."""
    clauses = _clauses(text)
    if clauses is None:
        return (text,)
    head = clauses.common + (f"select {_MARK} " if text[clauses.verb :][:6].lower() == "select" else "")
    forms = [text]
    if clauses.common:
        forms.append(clauses.common + text[clauses.verb :])
    if clauses.begin > clauses.verb:
        forms.append(head + text[clauses.begin :])
    if clauses.where > clauses.table_end:
        table = _names_only(text[max(clauses.begin, clauses.verb) : clauses.table_end])
        left_out = f" {_MARK} " if text[clauses.table_end : clauses.where].strip() else " "
        forms.append(f"{head}{table}{left_out}{text[clauses.where :]}")
    return tuple(forms)


def _clauses(text: str) -> _Clauses | None:
    """Return where the clauses of a SELECT, UPDATE or DELETE begin (None: it is none of them, or has no clause to keep)."""
    outer = list(_outside_of_brackets(tokens(text) or []))
    at = next((place for place, token in enumerate(outer) if token.name in _VERBS), None)
    if at is None or (at > 0 and outer[0].name != "WITH"):
        return None
    verb, rest = outer[at], outer[at + 1 :]
    where = next((token.start for token in rest if token.name == "WHERE"), 0)
    begin = next((token.start for token in rest if token.name == "FROM"), 0) if verb.name == "SELECT" else 0
    common = f"{_names_only(text[: verb.start])} " if at > 0 else ""
    if not begin and not where and not common:
        return None
    if not begin and verb.name == "SELECT":
        return _Clauses(verb.start, 0, len(text), 0, common)
    return _Clauses(verb.start, begin, _table_end(text, rest, begin, verb), where, common)


def _outside_of_brackets(named: Sequence[Token]) -> Iterator[Token]:
    """Return the tokens that stand in no brackets, comments left out."""
    depth = 0
    for token in named:
        closes = token.text in {")", "]"}
        depth -= closes
        if depth == 0 and token.name not in COMMENTS and not closes:
            yield token
        depth += token.text in {"(", "["}


def _names_only(clause: str) -> str:
    """Return a clause without what stands in brackets.

    >>> _names_only("with a as (select 1), b as materialized (select 2)")
    'with a as (…), b as materialized (…)'
    """
    out, depth = "", 0
    for letter in clause.strip():
        depth -= letter == ")"
        if depth == 0:
            out += letter
        if letter == "(":
            out += _MARK if depth == 0 else ""
            depth += 1
    return out


def _table_end(text: str, rest: Sequence[Token], begin: int, verb: Token) -> int:
    """Return where the name (and alias) of the first table after FROM, or after the verb, ends."""
    after = begin or verb.start
    ends = _AFTER_TABLE | {"SET", "USING", "ON"}
    for token in rest:
        if token.start > after and (token.name in ends or token.text == ","):
            return len(text[: token.start].rstrip())
    return len(text)


def labels(texts: Mapping[str, str], most: int) -> dict[str, str]:
    """Return a label of at most *most* characters for each key's statement; no two are equal, if need be by their keys."""
    named = {key: short(sql, most) for key, sql in texts.items()}
    for _ in range(len(texts)):
        groups: dict[str, list[str]] = {}
        for key, label in named.items():
            groups.setdefault(label, []).append(key)
        equal = [(label, keys) for label, keys in groups.items() if len(keys) > 1]
        if not equal:
            break
        for label, keys in equal:
            named.update(_apart(label, {key: flat(texts[key]) for key in keys}, most))
    return named


class Statement(Protocol):
    """A row about a statement."""

    @property
    def query_key(self) -> str: ...

    @property
    def sql(self) -> str: ...


def query_labels(queries: Sequence[Statement], most: int) -> dict[str, str]:
    """Return ``labels`` of queries by their query keys."""
    return labels({query.query_key: query.sql for query in queries}, most)


def _apart(label: str, texts: Mapping[str, str], most: int) -> dict[str, str]:
    """Return labels of statements whose short forms are equal: from a little before where they differ."""
    if len(set(texts.values())) == 1:
        return {key: f"{label[: most - 9]} {key[:8]}" for key in texts}
    narrow = _narrowest({key: _forms(text) for key, text in texts.items()})
    different = set(narrow.values())
    common = next(
        (place for place, letters in enumerate(zip(*different, strict=False)) if len(set(letters)) > 1),
        min(map(len, different)),
    )
    head = min(_HEAD, most // 4)
    begin = max(common - (most - head) // 3, head)
    room = most - head - 2
    return {
        key: f"{text[:head]}{_MARK if begin > head else ''}{text[begin : begin + room]}{_MARK if begin + room < len(text) else ''}"
        for key, text in narrow.items()
    }


def _narrowest(forms: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return of each statement the shortest form in which they differ."""
    for place in range(max(map(len, forms.values())) - 1, 0, -1):
        chosen = {key: texts[min(place, len(texts) - 1)] for key, texts in forms.items()}
        if len(set(chosen.values())) > 1:
            return chosen
    return {key: texts[0] for key, texts in forms.items()}
