"""The definition of a function whose calls of PostgreSQL's own sequence functions become calls of those of ``pgrehearse``.

A body in SQL and BEGIN ATOMIC are read by their parse trees. In PL/pgSQL the parser shows each statement and expression without its
place: a call that is found in one is searched for in the body, token by token.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pgrehearse.workload.sql import plpgsql
from pgrehearse.workload.sql.dynamic_sql import built_from
from pgrehearse.workload.sql.lexer import COMMENTS, STRINGS, Token, literal, quoted, tokens
from pgrehearse.workload.sql.parse_tree import Node, name, nodes, statements
from pgrehearse.workload.sql.parse_tree import options as definition_options
from pgrehearse.workload.sql.plpgsql import Use
from pgrehearse.workload.sql.sequence_calls import (
    SEQUENCE_FUNCTIONS,
    call_with_schema,
    is_own_call,
    last_of_name,
    renamed_call,
)
from pgrehearse.workload.sql.text_edits import Edit, edited, token_at


@dataclass(frozen=True, slots=True)
class RenamedFunction:
    """A *definition* with calls of the functions of ``pgrehearse`` (None: it has no call to change). *unread*: why some calls may stay."""

    definition: str | None
    unread: str = ""


def rename_in_function(definition: str, language: str) -> RenamedFunction:
    """Change the calls in a CREATE FUNCTION, as ``pg_get_functiondef`` returns it.

    >>> text = "create function f() returns int8 language sql as 'select pg_catalog.nextval(1)'"
    >>> rename_in_function(text, "sql").definition
    "create function f() returns int8 language sql as 'select pgrehearse.nextval(1)'"
    """
    if not any(function in definition.lower() for function in SEQUENCE_FUNCTIONS):
        return RenamedFunction(None)
    parsed = statements(definition.encode())
    if parsed is None or len(parsed) != 1:
        return RenamedFunction(None, "its definition cannot be parsed")
    function = parsed[0].tree.get("CreateFunctionStmt", {})
    found = _without_comments(definition)
    if "sql_body" in function:
        edits = [renamed_call(definition, found, node) for node in _own_calls(function)]
        return RenamedFunction(edited(definition, edits) if edits else None)
    body = "".join(definition_options(function.get("options", [])).get("as", [])[:1])
    renamed = _in_sql(body) if language == "sql" else _in_plpgsql(body, function)
    if renamed.definition is None:
        return renamed
    place = next(token for token in found if token.name in STRINGS and literal(token.text) == body)
    whole = edited(definition, [Edit(place.start, place.end, quoted(renamed.definition))])
    return RenamedFunction(whole, renamed.unread)


def own_again(definition: str) -> str | None:
    """Return a CREATE FUNCTION with BEGIN ATOMIC that calls PostgreSQL's own functions where it called those of ``pgrehearse`` (None: it does
    not, or its body is a string)."""
    parsed = statements(definition.encode())
    function = parsed[0].tree.get("CreateFunctionStmt", {}) if parsed else {}
    found = _without_comments(definition)
    calls = (node for key, node in nodes(function.get("sql_body", {})) if key == "FuncCall")
    edits = [
        renamed_call(definition, found, node, "pg_catalog")
        for node in calls
        if name(node["funcname"])[0] == "pgrehearse" and name(node["funcname"])[1] in SEQUENCE_FUNCTIONS
    ]
    return edited(definition, edits) if edits else None


def _without_comments(text: str) -> list[Token]:
    return [token for token in tokens(text) or () if token.name not in COMMENTS]


def _own_calls(tree: Node) -> Iterator[Node]:
    return (node for key, node in nodes(tree) if key == "FuncCall" and is_own_call(node))


def _in_sql(body: str) -> RenamedFunction:
    parsed = statements(body.encode())
    if parsed is None:
        return RenamedFunction(None, "its body cannot be parsed")
    found = _without_comments(body)
    edits = [renamed_call(body, found, node) for one in parsed for node in _own_calls(one.tree)]
    return RenamedFunction(edited(body, edits) if edits else None)


def _in_plpgsql(body: str, function: Node) -> RenamedFunction:
    read = plpgsql.read(body, function)
    if read.parts is None:
        return RenamedFunction(None, "its body cannot be parsed")
    calls: set[tuple[str, ...]] = set()
    builds = False
    for text, use in read.parts:
        if use is Use.BUILDS:
            built = built_from(text, read.plain)
            builds = builds or built is None or any(_calls_in(built))
        else:
            calls |= set(_calls_in(text if use is Use.RUNS else f"select {text}"))
    found = _without_comments(body)
    for text in _declared(body, found):  # the parser drops the defaults of variables whose type it does not know
        calls |= set(_calls_in(f"select {text}"))
    edits = [edit for call in calls for edit in _places(found, call)]
    unread = "SQL that it builds at run time may call PostgreSQL's own nextval" if builds else ""
    return RenamedFunction(edited(body, edits) if edits else None, unread)


def _declared(body: str, found: list[Token]) -> Iterator[str]:
    """Yield the defaults of the variables in the DECLARE sections of a body."""
    declares, begins = False, -1
    for token in found:
        word = token.text.upper()
        declares = (declares or word == "DECLARE") and word != "BEGIN"
        if declares and begins < 0 and word in {":=", "=", "DEFAULT"}:
            begins = token.end
        elif begins >= 0 and word == ";":
            yield body[begins : token.start]
            begins = -1


def _calls_in(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the tokens of each call in a text."""
    found = _without_comments(text)
    for one in statements(text.encode()) or ():
        for node in _own_calls(one.tree):
            first = token_at(text, found, node["location"])
            end = found[_closing(found, last_of_name(found, first) + 1)].end
            yield tuple(token.text for token in found[first:] if token.end <= end)


def _closing(found: list[Token], opening: int) -> int:
    depth = 0
    for index in range(opening, len(found)):
        depth += (found[index].text == "(") - (found[index].text == ")")
        if depth == 0:
            return index
    raise AssertionError("the grammar accepts no open parenthesis")


def _places(found: list[Token], call: tuple[str, ...]) -> Iterator[Edit]:
    """Yield an edit for each place of a body where the tokens of a call stand."""
    words = [token.text for token in found]
    for first in range(len(words) - len(call) + 1):
        if tuple(words[first : first + len(call)]) == call and (first == 0 or words[first - 1] != "."):
            yield call_with_schema(found, first)
