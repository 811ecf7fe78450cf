"""INSERT with constants, as ``pg_dump --inserts`` writes it: each constant is replaced at its place in the text."""

from __future__ import annotations

from collections.abc import Iterator

from pgrehearse.workload.redacted_rows import RowRedaction, Rule
from pgrehearse.workload.sql.lexer import NUMBERS, STRINGS, Token, literal, tokens
from pgrehearse.workload.sql.parse_tree import Node
from pgrehearse.workload.sql.redact import constant
from pgrehearse.workload.sql.text_edits import Edit, edited


def redacted_insert(text: bytes, insert: Node, rows: RowRedaction) -> bytes | None:
    """Return an INSERT of constants with pseudonyms; None: it has other expressions, or another number of them than columns."""
    sql = text.decode()
    values = insert.get("selectStmt", {}).get("SelectStmt", {}).get("valuesLists", [])
    found = tokens(sql)
    if not values or found is None or "onConflictClause" in insert:
        return None
    places = _places(sql, found)
    edits: list[Edit] = []
    for row in values:
        items = row["List"]["items"]
        if len(items) > len(rows.rules):
            return None
        for item, rule in zip(items, rows.rules, strict=False):
            made = list(_edits(item, rule, places, rows))
            if made == [None]:
                return None
            edits += [edit for edit in made if edit is not None]
    return edited(sql, edits).encode()


def _places(sql: str, found: list[Token]) -> dict[int, tuple[Token, Token | None]]:
    """Return each token by its byte in the text, with the one after it."""
    out, byte, at = {}, 0, 0
    for token, after in zip(found, [*found[1:], None], strict=True):
        byte += len(sql[at : token.start].encode())
        at = token.start
        out[byte] = (token, after)
    return out


def _edits(
    item: Node, rule: Rule, places: dict[int, tuple[Token, Token | None]], rows: RowRedaction
) -> Iterator[Edit | None]:
    """Yield the edit of one value; None: it is not a constant."""
    while "TypeCast" in item:
        item = item["TypeCast"]["arg"]
    value = item.get("A_Const")
    if "SetToDefault" in item or (value is not None and ("isnull" in value or "boolval" in value)):
        return
    token = _constant_at(places, value.get("location", 0)) if value is not None else None
    if token is None:
        yield None
    elif rule is not Rule.KEPT:
        new = _replaced(token, rule, rows)
        yield None if new is None else Edit(token.start, token.end, new)


def _constant_at(places: dict[int, tuple[Token, Token | None]], byte: int) -> Token | None:
    """Return the constant at a byte of the text, with its sign."""
    if byte not in places:
        return None
    token, after = places[byte]
    if token.text == "-" and after is not None:
        return Token(after.name, token.start, after.end, f"-{after.text}")
    return token


def _replaced(token: Token, rule: Rule, rows: RowRedaction) -> str | None:
    """Return the text for the pseudonym of a constant (None: it is not one)."""
    if token.name == "BCONST":
        return f"{token.text[0]}'{rows.value(token.text[2:-1], rule)}'"
    if token.name in STRINGS:
        plain = literal(token.text)
        return None if plain is None else constant(rows.value(plain, rule))
    return rows.value(token.text, rule) if token.name in NUMBERS else None
