"""The definition of a view, function or policy with production's time in the place of its clock expressions.

Theory of operation. A definition is the command that creates its object (``pg_get_viewdef``, ``pg_get_functiondef``). Its clock
expressions become calls of functions in the schema ``pgrehearse`` (``targets/sql/clock_functions.sql``). Those in the command itself
are replaced at their places in its parse tree. The body of a function is a string: one in SQL is a text of its own. Of one in PL/pgSQL
the parser returns each statement and expression without its place; it is found by its tokens, which are those of the body in the same
order, and the result counts only if the parser returns the replaced statements and expressions for it. A definition is replaced as a
whole or not at all, so that no function reads two clocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pgrehearse.workload.sql import plpgsql
from pgrehearse.workload.sql.clock import CLOCK_FUNCTIONS, clock_statements
from pgrehearse.workload.sql.clock_text import Substitutes, clock_edits, time_forms
from pgrehearse.workload.sql.dynamic_sql import built_from
from pgrehearse.workload.sql.lexer import COMMENTS, Token, literal, tokens
from pgrehearse.workload.sql.parse_tree import Node, name, nodes, options, statements
from pgrehearse.workload.sql.plpgsql import Use
from pgrehearse.workload.sql.text_edits import Edit, edited

# The functions of a replay, and PostgreSQL's own.
_OWN = {
    "pgrehearse.now": "pg_catalog.now",
    "pgrehearse.started": "pg_catalog.statement_timestamp",
    "pgrehearse.clock": "pg_catalog.clock_timestamp",
    "pgrehearse.age": "pg_catalog.age",
}
_FORMS = time_forms("pgrehearse.now()", "pgrehearse.started()", "pgrehearse.clock()") | {"age": "pgrehearse.age"}
_FUNCTION = "CreateFunctionStmt"
_OBJECTS = Substitutes(_FORMS, frozenset({"ViewStmt", _FUNCTION, "AlterPolicyStmt"}))
_STATEMENTS = Substitutes(_FORMS)
# An expression is parsed as a part of a statement that gives it no name.
_BEFORE = "select 1 where "
_LEFT = "it uses timeofday() or a literal like 'today'"
_UNREAD = "PL/pgSQL's parser does not return all of its body"
_UNPARSED = "PostgreSQL's grammar does not accept its definition"
# Words of the grammar that are clock expressions begin like this, by the lexer's names.
_RESERVED = ("CURRENT_DATE", "CURRENT_TIME", "LOCALTIME")
_BUILT = "SQL that it puts together uses the clock"


@dataclass(frozen=True, slots=True)
class ClockDefinition:
    """A definition with production's time (*text*), or why it cannot be changed (*fault*); both empty: it does not use the clock."""

    text: str = ""
    fault: str = ""


class _Unchangeable(Exception):
    """A definition that cannot be changed, with the reason."""


def production_expression(expression: str) -> str | None:
    """Return an expression that reads production's time (None: it does not use the clock, or cannot be changed).

    >>> production_expression("(CURRENT_DATE + 1)")
    '(CAST(pgrehearse.now() AS pg_catalog.date) + 1)'
    """
    made = clock_edits(_BEFORE + expression, _STATEMENTS)
    return edited(_BEFORE + expression, made.edits)[len(_BEFORE) :] if made.edits and not made.left else None


def production_definition(definition: str, language: str = "") -> ClockDefinition:
    """Return the definition of an object with production's time. *language*: of a function.

    >>> production_definition("CREATE OR REPLACE VIEW v AS SELECT a FROM t WHERE (a > now())")
    ClockDefinition(text='CREATE OR REPLACE VIEW v AS SELECT a FROM t WHERE (a > pgrehearse.now())', fault='')
    """
    try:
        text = edited(definition, _edits(definition, _OBJECTS))
        source = function_source(text)
        if source is not None:
            text = with_source(text, _body(source, _function(text), language))
    except _Unchangeable as fault:
        return ClockDefinition(fault=str(fault))
    return ClockDefinition(text if text != definition else "")


def own_definition(definition: str) -> str:
    """Return a definition that calls PostgreSQL's own functions where it calls those of a replay, outside of the body of a function."""
    text = definition.encode()
    parsed = statements(text) or []
    calls = [
        (int(node["location"]), _OWN[".".join(called)])
        for one in parsed
        for key, node in nodes(one.tree)
        if key == "FuncCall" and ".".join(called := name(node["funcname"])) in _OWN
    ]
    for place, own in sorted(calls, reverse=True):  # from the end, so that the places before stay valid
        text = text[:place] + own.encode() + text[text.index(b"(", place) :]
    return text.decode()


def _function(definition: str) -> Node:
    """Return the tree of a CREATE FUNCTION (empty: it is another command)."""
    parsed = statements(definition.encode()) or []
    tree: Node = parsed[0].tree.get(_FUNCTION, {}) if len(parsed) == 1 else {}
    return tree


def function_source(definition: str) -> str | None:
    """Return the string that is the body of a function; None: the definition has none."""
    source = options(_function(definition).get("options", [])).get("as")
    return str(source[0]) if isinstance(source, list) and len(source) == 1 else None


def with_source(definition: str, source: str) -> str:
    """Return the definition of a function (``pg_get_functiondef``: the body is its last string) with another body."""
    body = [token for token in tokens(definition) or [] if token.name == "SCONST"][-1]
    if literal(body.text) == source:
        return definition
    tag = "$function$"
    while tag in source:
        tag = f"$x{tag[1:]}"
    return f"{definition[: body.start]}{tag}{source}{tag}{definition[body.end :]}"


def _edits(text: str, substitutes: Substitutes) -> tuple[Edit, ...]:
    made = clock_edits(text, substitutes)
    if statements(text.encode()) is None:
        raise _Unchangeable(_UNPARSED)
    if made.left:
        raise _Unchangeable(_LEFT)
    return made.edits


def _body(source: str, function: Node, language: str) -> str:
    """Return the body of a function with production's time."""
    if language == "sql":
        return edited(source, _edits(source, _STATEMENTS))
    return _plpgsql_body(source, function) if language == "plpgsql" else source


def _plpgsql_body(source: str, function: Node) -> str:
    """Return a body in PL/pgSQL with production's time."""
    inside = [token for token in tokens(source) or [] if token.name not in COMMENTS]
    body = plpgsql.read(source, function)
    parts = [] if body.parts is None else [(text, _part_edits(text, use)) for text, use in body.parts]
    _check_built(body)
    changes = {place for text, edits in parts if edits for place in _places(text, edits, inside)}
    if any(not any(edit.start <= word.start < edit.end for edit in changes) for word in _clock_words(inside)):
        raise _Unchangeable(_UNREAD)
    again = plpgsql.read(edited(source, map(_bare, changes)), function).parts or []
    if changes and [text for text, _ in again] != [edited(text, map(_bare, edits)) for text, edits in parts]:
        raise _Unchangeable(_UNREAD)
    return edited(source, changes)


def _bare(edit: Edit) -> Edit:
    """Return an edit without schemas: the parser's DECLARE sections have none (``plpgsql.read``)."""
    return replace(edit, text=edit.text.replace("pgrehearse.", "").replace("pg_catalog.", ""))


def _clock_words(inside: list[Token]) -> list[Token]:
    """Return the tokens of a body that may be clock expressions. Each of them has to be found in the parsed body too."""
    texts = [token.text.lower() for token in inside]
    around = zip(["", "", *texts], ["", *texts], inside, [*texts[1:], ""], strict=False)
    return [
        token
        for schema, dot, token, after in around
        if (dot != "." or schema == "pg_catalog")
        and (token.name.startswith(_RESERVED) or (after == "(" and token.text.lower() in CLOCK_FUNCTIONS))
    ]


def _check_built(body: plpgsql.Body) -> None:
    """Refuse a body whose EXECUTE uses the clock in a constant text."""
    built = (built_from(text, body.plain) for text, use in body.parts or [] if use == Use.BUILDS)
    if any(any(clock_statements(text.encode())) for text in built if text is not None):
        raise _Unchangeable(_BUILT)


def _part_edits(text: str, use: Use) -> tuple[Edit, ...]:
    """Return the edits of a statement or an expression of a body. Of one that is no SQL (RAISE) there are none."""
    before = "" if use == Use.RUNS else _BEFORE
    if statements((before + text).encode()) is None:
        return ()
    shift, edits = len(before), _edits(before + text, _STATEMENTS)
    return tuple(Edit(edit.start - shift, edit.end - shift, edit.text) for edit in edits)


def _places(text: str, edits: tuple[Edit, ...], inside: list[Token]) -> Iterator[Edit]:
    """Yield the edits of a part at each place of a body that has its tokens."""
    part = [token for token in tokens(text) or [] if token.name not in COMMENTS]
    starts = {token.start: at for at, token in enumerate(part)}
    ends = {token.end: at for at, token in enumerate(part)}
    for first in range(len(inside)):
        if (found := _matched(part, inside, first)) is None:
            continue
        for edit in edits:
            end = inside[found[ends[edit.end]]].end
            yield Edit(inside[found[starts[edit.start]]].start if edit.end > edit.start else end, end, edit.text)


def _matched(part: list[Token], inside: list[Token], first: int) -> list[int] | None:
    """Return the places of a part's tokens in a body from *first* on; None: they are others.

    The parser returns a statement without its INTO, and PERFORM as SELECT.
    """
    found: list[int] = []
    at = first
    for number, token in enumerate(part):
        if at < len(inside) and number and inside[at].name == "INTO" != token.name:
            at = _after_into(part[number:], inside, at)
        is_perform = number == 0 and token.text == "SELECT" and inside[at : at + 1] != []
        same = at < len(inside) and (
            inside[at].text == token.text or (is_perform and inside[at].text.upper() == "PERFORM")
        )
        if not same:
            return None
        found.append(at)
        at += 1
    return found


def _after_into(rest: list[Token], inside: list[Token], at: int) -> int:
    """Return the place after an INTO at which the rest of a statement begins (that of the INTO: it is not there)."""
    expected = [token.text for token in rest]
    ends = (end for end in range(at + 1, len(inside)) if inside[end].text == ";")
    last = next(ends, len(inside))
    fitting = (
        start
        for start in range(at + 1, last)
        if [token.text for token in inside[start : start + len(rest)]] == expected
    )
    return next(fitting, at)
