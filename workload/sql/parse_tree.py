"""PostgreSQL's parse tree of a text, as libpg_query's JSON.

JSON because it is fast (25 us a text; pglast's Python objects cost 140) and because a text that is nested too deeply is an
error there, not a stack overflow that ends the process. Names are what the grammar makes of them: folded or quoted,
``U&""`` decoded.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pglast import ast, parser
from pglast.error import Error as PglastError

# (schema or "", name)
Name = tuple[str, str]
Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a text: its parse tree and its place there, in bytes (*length* 0: to the end)."""

    tree: Node
    start: int
    length: int


def statements(text: bytes) -> list[Statement] | None:
    """Parse a text and return its statements; None if PostgreSQL's grammar rejects it, or if it is nested too deeply."""
    try:
        found = json.loads(parser.parse_sql_json(readable(text)))
    except (PglastError, RecursionError, ValueError):
        return None
    if "stmts" not in found:  # white space and comments
        return []
    return [Statement(one["stmt"], one.get("stmt_location", 0), one.get("stmt_len", 0)) for one in found["stmts"]]


def readable(text: bytes) -> str:
    """Return a text for the parser: if it is not UTF-8, each byte above ASCII becomes a letter, as the grammar treats such bytes."""
    try:
        return text.decode()
    except UnicodeDecodeError:
        return text.decode("latin-1")


def is_text(text: bytes) -> bool:
    """Return whether a text is UTF-8, so that ``readable`` reads its characters and not its bytes."""
    try:
        text.decode()
    except UnicodeDecodeError:
        return False
    return True


def normalized(text: bytes) -> str | None:
    """Return a text with ``$1`` for its constants, by the grammar; None where it cannot be parsed.

    Texts of one form have the same tree but for their constants.
    """
    try:
        return str(parser.normalize(readable(text)))
    except (PglastError, ValueError):
        return None


# The parser's messages when it stops because of a resource limit: the text may be valid.
_TOO_DEEP = ("stack depth", "memory exhausted", "too deeply")


def is_refused(text: bytes) -> bool:
    """Return whether the grammar rejects a text as invalid SQL; False if the text only exceeds a limit of the parser."""
    try:
        parser.parse_sql_json(readable(text))
    except PglastError as error:
        return not any(words in str(error) for words in _TOO_DEEP)
    except ValueError:
        return False
    return False


def refusal(text: bytes) -> tuple[str, int] | None:
    """Return why the grammar rejects a text, and the position of the fault in characters; None if it is accepted."""
    try:
        parser.parse_sql_json(readable(text))
    except PglastError as error:
        reason, *position = error.args
        return str(reason), int(position[0]) if position and isinstance(position[0], int) else 0
    except (RecursionError, ValueError) as error:
        return str(error), 0
    return None


def grammar_version() -> int:
    """Return the major version of the PostgreSQL whose grammar this is."""
    return int(parser.get_postgresql_version()[0])


def nodes(tree: Any) -> Iterator[tuple[str, Node]]:
    """Yield every object of a tree with its key ("" in a list)."""
    stack: list[tuple[str, Any]] = [("", tree)]
    while stack:
        key, node = stack.pop()
        if isinstance(node, dict):
            yield key, node
            stack.extend((name, value) for name, value in node.items() if isinstance(value, dict | list))
        else:
            stack.extend(("", value) for value in node if isinstance(value, dict | list))


def objects(node: Any) -> Iterator[ast.Node]:
    """Yield every object of pglast below *node*, itself first."""
    stack = [node]
    while stack:
        item = stack.pop()
        if isinstance(item, tuple):
            stack.extend(item)
        elif isinstance(item, ast.Node):
            yield item
            stack.extend(getattr(item, name) for name in item)


def texts(parts: list[Node]) -> list[str]:
    """Return the words of a dotted name."""
    return [str(part["String"].get("sval", "")) for part in parts if "String" in part]


def name(parts: list[Node]) -> Name:
    """Return the last two words of a dotted name; a database's name before them changes nothing."""
    words = texts(parts)
    return (words[-2] if len(words) > 1 else "", words[-1] if words else "")


def relation(node: Node) -> Name:
    """Return the name in a RangeVar."""
    return str(node.get("schemaname", "")), str(node["relname"])


def options(items: list[Node]) -> dict[str, Any]:
    """Return the options of a definition: a text, or a list of texts."""
    out: dict[str, Any] = {}
    for item in items:
        one = item.get("DefElem", {})
        argument = one.get("arg", {})
        if "String" in argument:
            out[one["defname"]] = argument["String"].get("sval", "")
        elif "List" in argument:
            out[one["defname"]] = texts(argument["List"].get("items", []))
    return out


def constant(node: Node) -> str | None:
    """Return the text of a string constant, cast or not; None for any other expression."""
    while "TypeCast" in node:
        node = node["TypeCast"].get("arg", {})
    value = node.get("A_Const", {})
    return str(value["sval"].get("sval", "")) if "sval" in value else None
