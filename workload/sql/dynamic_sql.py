"""The statement that dynamic SQL builds at run time, if it consists of constants, quoted identifiers and literals, and numbers.

``format('insert into %I.%I values (%L)', a, b, c)`` and ``'... where id = ' || n`` (*n* an integer) are statements whose names and
values are unknown and whose structure is known: ``%I`` and ``quote_ident`` give one identifier, ``%L``, ``quote_literal`` and a number one
constant. An unknown identifier becomes ``ANY``, which means every name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet

from pglast import parser
from pglast.error import Error as PglastError

from pgrehearse.workload.sql.parse_tree import Node, constant, name, statements, texts

# No database has these for names.
ANY, SOME_NUMBER = "*any*", "918273645"
_IDENTIFIER, _LITERAL = f'"{ANY}"', f"'{ANY}'"
# Types whose values as text are numbers, words or dates: nothing that could be SQL.
PLAIN_TYPES = frozenset(
    {
        "int2",
        "int4",
        "int8",
        "numeric",
        "float4",
        "float8",
        "bool",
        "oid",
        "date",
        "time",
        "timetz",
        "timestamp",
        "timestamptz",
        "uuid",
    }
)
# What format() puts a value in for (formatting.c): a position, a width, a kind; %% is a percent sign.
_PLACE = re.compile(r"%(?:(\d+)\$)?(?:-?(?:\d+|\*(?:\d+\$)?))?([sIL%])")


def built_from(expression: str, plain: AbstractSet[str]) -> str | None:
    """Return the statement that an expression builds, with placeholders for unknown names and values; None if its structure is unknown.

    *plain*: variables whose types are ``PLAIN_TYPES``.
    """
    found = statements(b"select " + expression.encode())
    targets = found[0].tree.get("SelectStmt", {}).get("targetList", []) if found and len(found) == 1 else []
    if len(targets) != 1:
        return None
    text = _text(targets[0].get("ResTarget", {}).get("val", {}), plain)
    return text if text is not None and _stands_apart(text) else None


def _stands_apart(text: str) -> bool:
    """Return whether each open identifier and literal is a token of its own: not in quotes, a comment or a longer name."""
    try:
        tokens = parser.scan(text)
    except (PglastError, ValueError):
        return False
    found = 0
    for token in tokens:
        if text[token.start : token.end + 1] in {_IDENTIFIER, _LITERAL}:
            found += 1
            if _JOINS.search(text[: token.start][-1:] + text[token.end + 1 :][:1]):
                return False
    return found == text.count(ANY)


# What would make one token of two.
_JOINS = re.compile(r"[\w$'\"&]")


def _text(node: Node, plain: AbstractSet[str]) -> str | None:
    """Return the text that an expression gives, as far as it is known."""
    if (value := constant(node)) is not None:
        return value
    (kind, inner), *_ = node.items() or [("", {})]
    reader = _READERS.get(kind)
    return reader(inner, plain) if reader is not None else None


def _number(node: Node, _: AbstractSet[str]) -> str | None:
    return SOME_NUMBER if "ival" in node or "fval" in node or "boolval" in node else None


def _variable(node: Node, plain: AbstractSet[str]) -> str | None:
    words = texts(node.get("fields", []))
    return SOME_NUMBER if len(words) == 1 and words[0] in plain else None


def _cast(node: Node, plain: AbstractSet[str]) -> str | None:
    kind = name(node.get("typeName", {}).get("names", []))[1]
    if kind in PLAIN_TYPES and "arrayBounds" not in node.get("typeName", {}):
        return SOME_NUMBER
    return _text(node.get("arg", {}), plain) if kind in {"text", "varchar"} else None


def _joined(node: Node, plain: AbstractSet[str]) -> str | None:
    if texts(node.get("name", [])) != ["||"]:
        return None
    sides = _text(node.get("lexpr", {}), plain), _text(node.get("rexpr", {}), plain)
    return None if sides[0] is None or sides[1] is None else sides[0] + sides[1]


def _called(node: Node, plain: AbstractSet[str]) -> str | None:
    words, arguments = texts(node.get("funcname", [])), node.get("args", [])
    if words[:-1] not in ([], ["pg_catalog"]):
        return None
    match words[-1]:
        case "quote_ident":
            return _IDENTIFIER
        case "quote_literal" | "quote_nullable":
            return _LITERAL
        case "format":
            return _formatted(arguments, plain)
        case _:
            return None


def _formatted(arguments: list[Node], plain: AbstractSet[str]) -> str | None:
    """Return what format() gives; None where a value goes in as it is."""
    template = constant(arguments[0]) if arguments else None
    if template is None:
        return None
    out, after, following = [], 0, 1
    for place in _PLACE.finditer(template):
        out.append(template[after : place.start()])
        after = place.end()
        number = int(place[1]) if place[1] else following
        following += place[2] != "%" and not place[1]
        piece = {"%": "%", "I": _IDENTIFIER, "L": _LITERAL}.get(place[2])
        if piece is None:
            piece = _text(arguments[number], plain) if number < len(arguments) else None
        if piece is None:
            return None
        out.append(piece)
    return "".join([*out, template[after:]])


_READERS: dict[str, Callable[[Node, AbstractSet[str]], str | None]] = {
    "A_Const": _number,
    "ColumnRef": _variable,
    "TypeCast": _cast,
    "A_Expr": _joined,
    "FuncCall": _called,
}
