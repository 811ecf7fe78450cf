"""The SQL in a PL/pgSQL body, found by PL/pgSQL's own parser: statements, expressions, and the arguments of EXECUTE.

That parser (libpg_query's) knows no types of other schemas than public, and gives no types of variables back. So DECLARE
sections are parsed without schemas, and ``Body.words`` holds every word of the body, each of which may name a type.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from pglast import parser
from pglast.error import Error as PglastError

from pgrehearse.workload.sql.dynamic_sql import PLAIN_TYPES
from pgrehearse.workload.sql.parse_tree import Node, name, nodes


class Use(Enum):
    """How a body uses a text of SQL."""

    RUNS = "runs"
    EVALUATES = "evaluates"
    BUILDS = "builds"  # an expression whose value is run as SQL


@dataclass(frozen=True, slots=True)
class Body:
    """*words*: of the body, folded or unquoted, in their order; None where a word has escapes or the lexer refuses the body.
    *declared*, *operators*: the words and operators of its DECLARE sections (the parser drops the defaults of variables whose type it
    does not know). *plain*: variables of ``PLAIN_TYPES``. *parts*: the SQL in it; None where PL/pgSQL's parser refuses the body. *once*: the
    part of it that each call executes exactly once, if no error ends the call."""

    words: list[str] | None = None
    declared: frozenset[str] = frozenset()
    operators: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    parts: list[tuple[str, Use]] | None = None
    once: tuple[tuple[str, Use], ...] = ()


def read(text: str, definition: Node | None) -> Body:
    """Read a body. *definition*: the tree of its CREATE FUNCTION (None: of a DO)."""
    try:
        tokens = parser.scan(text)
    except (PglastError, ValueError):
        return Body()
    if any(token.name == "UIDENT" for token in tokens):
        return Body()
    words = [_word(text, token) for token in tokens if _is_word(token)]
    inside = [token for token, declares in zip(tokens, _declares(tokens), strict=True) if declares]
    declared = frozenset(_word(text, token) for token in inside if _is_word(token))
    operators = frozenset(_text(text, token) for token in inside if token.name in _OPERATORS)
    try:
        parsed = json.loads(parser.parse_plpgsql_json(_as_function(_with_local_types(text), definition)))
    except (PglastError, RecursionError, ValueError):
        return Body(words, declared, operators)
    return Body(words, declared, operators, _plain(parsed), list(_parts(parsed)), tuple(_once(parsed)))


def _plain(parsed: Any) -> frozenset[str]:
    """Return the variables of plain types; a name that is also declared with another type is none of them."""
    plain: set[str] = set()
    other: set[str] = set()
    for _, node in nodes(parsed):
        if "refname" in node:
            kind = node.get("datatype", {}).get("PLpgSQL_type", {}).get("typname", "")
            (plain if kind in PLAIN_TYPES else other).add(str(node["refname"]))
    return frozenset(plain - other)


# Statements of PL/pgSQL that evaluate their SQL once, and those that may leave the block.
_PLAIN = {f"PLpgSQL_stmt_{kind}" for kind in ("execsql", "perform", "call", "assign", "return")}
_LEAVING = {"PLpgSQL_stmt_return", "PLpgSQL_stmt_exit"}


def _once(parsed: Any) -> Iterator[tuple[str, Use]]:
    """Yield the SQL of the outermost block's own statements, up to one that may leave the block. A block with exception handlers has none."""
    blocks = (node["action"].get("PLpgSQL_stmt_block", {}) for _, node in nodes(parsed) if "action" in node)
    block: Node = next(blocks, {})
    if "exceptions" in block:
        return
    for kind, node in (item for statement in block.get("body", []) for item in statement.items()):
        if kind in _PLAIN:
            yield from _parts(node)
        if kind in _LEAVING or any(key in _LEAVING for key, _ in nodes(node)):
            return


# PL/pgSQL's parse modes (plpgsql.h, RawParseMode): whole statements, an expression; above them assignments.
_STATEMENT, _EXPRESSION = 0, 2


def _parts(parsed: Any) -> Iterator[tuple[str, Use]]:
    """Yield the SQL of a parsed body with its use."""
    stack: list[tuple[Any, bool]] = [(parsed, False)]
    while stack:
        here, builds = stack.pop()
        if isinstance(here, list):
            stack.extend((one, builds) for one in here)
        elif isinstance(here, dict) and "query" in here and "parseMode" in here:
            yield from _part(str(here["query"]), int(here["parseMode"]), builds=builds)
        elif isinstance(here, dict):
            stack.extend((value, _builds(key, inside=builds)) for key, value in here.items())


def _builds(key: str, *, inside: bool) -> bool:
    """Return whether the value of a key is run as SQL: EXECUTE, FOR ... IN EXECUTE, OPEN ... FOR EXECUTE, RETURN QUERY EXECUTE."""
    return key.startswith("PLpgSQL_stmt_dyn") or key == "dynquery" or (inside and key in {"query", "PLpgSQL_expr"})


def _part(text: str, mode: int, *, builds: bool) -> Iterator[tuple[str, Use]]:
    if builds:
        yield text, Use.BUILDS
    elif mode == _STATEMENT:
        yield text, Use.RUNS
    elif mode == _EXPRESSION:
        yield text, Use.EVALUATES
    else:
        for side in _assignment(text):
            yield side, Use.EVALUATES


def _assignment(text: str) -> tuple[str, str]:
    """Return the target and the value of an assignment: the text is split at the first ``:=`` or ``=`` outside brackets."""
    depth = 0
    for token in parser.scan(text):
        if token.name in _OPENS:
            depth += 1
        elif token.name in _CLOSES:
            depth -= 1
        elif depth == 0 and token.name in {"COLON_EQUALS", "ASCII_61"}:
            return text[: token.start], text[token.end + 1 :]
    return text, text


# The lexer's names of ( [ ) ] . %
_OPENS, _CLOSES = {"ASCII_40", "ASCII_91"}, {"ASCII_41", "ASCII_93"}
_DOT, _PERCENT = "ASCII_46", "ASCII_37"


# Operators of one character have their code for a name.
_OPERATORS = {"Op", "LESS_EQUALS", "GREATER_EQUALS", "NOT_EQUALS", *(f"ASCII_{ord(sign)}" for sign in "+-*/<>=^%")}


def _text(text: str, token: Any) -> str:
    return text[token.start : token.end + 1]


def _word(text: str, token: Any) -> str:
    word = _text(text, token)
    return word[1:-1].replace('""', '"') if word.startswith('"') else word.lower()


def _declares(tokens: list[Any]) -> list[bool]:
    """Return for each token whether it stands in a DECLARE section."""
    out, inside = [], False
    for token in tokens:
        inside = (inside or token.name == "DECLARE") and token.name != "BEGIN_P"
        out.append(inside)
    return out


def _is_word(token: Any) -> bool:
    return bool(token.name == "IDENT" or token.kind != "NO_KEYWORD")


def _with_local_types(text: str) -> str:
    """Return a body whose DECLARE sections name no schema.

    ``app.kind`` becomes ``kind``, ``app.t.c%type`` and ``app.t%rowtype`` become ``record``, ``kind[]`` becomes ``text[]``.
    Names in the defaults there lose their schema too: they may then be any schema's.
    """
    out: list[str] = []
    after = 0
    tokens = parser.scan(text)
    following = [token.name for token in tokens] + ["", "", ""]
    first = -1
    for number, (token, inside) in enumerate(zip(tokens, _declares(tokens), strict=True)):
        if not inside or token.name == _DOT:
            continue
        one, two = following[number + 1 : number + 3]
        if one == _DOT:
            first = token.start if first < 0 else first
            continue
        typed, array = one == _PERCENT, (one, two) == ("ASCII_91", "ASCII_93") and _is_word(token)
        if first >= 0 or array or typed:
            word = text[token.start : token.end + 1]
            out += [
                text[after : first if first >= 0 else token.start],
                "record" if typed else "text" if array else word,
            ]
            after = (tokens[number + 2] if typed and number + 2 < len(tokens) else token).end + 1
        first = -1
    return "".join([*out, text[after:]])


def _as_function(text: str, definition: Node | None) -> str:
    """Return a CREATE FUNCTION with this body that PL/pgSQL's parser accepts, with the function's arguments if it has any."""
    tag = "$body$"
    while tag in text:
        tag = f"$b{tag[1:]}"
    if definition is None:
        return f"do language plpgsql {tag}{text}{tag}"
    arguments, returns = _signature(definition)
    if definition.get("is_procedure"):
        return f"create procedure f({arguments}) language plpgsql as {tag}{text}{tag}"
    return f"create function f({arguments}) {returns} language plpgsql as {tag}{text}{tag}"


_MODES = {"FUNC_PARAM_OUT": "out ", "FUNC_PARAM_INOUT": "inout ", "FUNC_PARAM_VARIADIC": "variadic "}


def _signature(definition: Node) -> tuple[str, str]:
    """Return a function's arguments, with types that PL/pgSQL's parser knows, and its RETURNS clause."""
    words: list[str] = []
    columns: list[str] = []
    for item in definition.get("parameters", []):
        one = item.get("FunctionParameter", {})
        mode = str(one.get("mode", ""))
        label = '"' + str(one["name"]).replace('"', '""') + '"' if "name" in one else ""
        kind = "int[]" if mode == "FUNC_PARAM_VARIADIC" else _known_type(one.get("argType", {}))
        (columns if mode == "FUNC_PARAM_TABLE" else words).append(f"{_MODES.get(mode, '')}{label} {kind}")
    returned = definition.get("returnType", {})
    several = "setof " if returned.get("setof") else ""
    if columns:
        return ", ".join(words), f"returns table ({', '.join(columns)})"
    # A function with OUT arguments needs no RETURNS clause; the type in it would have to match the arguments.
    outward = any(word.startswith(("out ", "inout ")) for word in words)
    result = "record" if outward and several else _known_type(returned)
    return ", ".join(words), f"returns {several}{result}" if several or not outward else ""


def _known_type(kind: Node) -> str:
    """Return a type that stands for one in a signature: itself where it is PostgreSQL's own and matters here, else text."""
    schema, word = name(kind.get("names", []))
    known = word in PLAIN_TYPES | {"trigger", "event_trigger", "void", "record"} and schema in {"", "pg_catalog"}
    return word if known and "arrayBounds" not in kind else "text"
