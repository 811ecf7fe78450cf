"""A statement's text with production's instants in the place of its clock expressions.

Theory of operation. A clock expression is found by the parse tree and replaced at its place in the text; all other characters stay,
comments too. What is put in its place has the type, the volatility and the cost of the original, so that the target plans the
statement as it plans the original: ``now()`` is stable, hence its substitute is a stable function of a constant (the sum of the
instant and an interval of 0) and not a constant, which the planner would use to prove a partial index or to remove partitions when
it plans. Its value is known to the planner's estimates in the same way (``estimate_expression_value``). ``clock_timestamp()`` is
volatile, hence its substitute calls it, and returns the instant, which is earlier. An expression that gives a column its name keeps it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from pgrehearse.workload.sql.clock import CLOCK_NODES, ClockExpression, clock_expression
from pgrehearse.workload.sql.lexer import COMMENTS, Token, tokens
from pgrehearse.workload.sql.parse_tree import Node, nodes, statements
from pgrehearse.workload.sql.text_edits import Edit, depth_step, edited, token_at

# What stands for the instants in a text that is sent: that of the transaction, and that of the statement. No SQL contains them.
TRANSACTION, STATEMENT = "\x01transaction\x01", "\x01statement\x01"
_MARK = "\x01"
# Commands whose expressions are evaluated when they are executed.
_EVALUATED = frozenset(
    {
        "SelectStmt",
        "InsertStmt",
        "UpdateStmt",
        "DeleteStmt",
        "MergeStmt",
        "DeclareCursorStmt",
        "CallStmt",
        "ExplainStmt",
    }
    | {"CopyStmt"}
)
# The objects of a parse tree that matter here, each with its key.
_WANTED = frozenset({*CLOCK_NODES, "ResTarget", "RangeFunction", "ParamRef"})
_Object = tuple[str, Node]
# The function of a constant instant that stands for a stable clock function.
STABLE_INSTANT = "pg_catalog.timestamptz_pl_interval"
_STABLE = f"{STABLE_INSTANT}('{{}}', '0')"
# Of a call of one of these only the name of the function is replaced.
_KEEPS_ARGUMENTS = "age"


@dataclass(frozen=True, slots=True)
class Substitutes:
    """What stands for clock expressions. *forms*: by the name of an expression (``{}``: its precision); *commands*: the keys of the
    statements in a parse tree whose expressions are replaced."""

    forms: Mapping[str, str]
    commands: AbstractSet[str] = _EVALUATED


def time_forms(of_transaction: str, of_statement: str, clock: str) -> dict[str, str]:
    """Return what stands for each clock expression: *of_transaction* for ``now()``, *of_statement* for ``statement_timestamp()``, *clock* for
    ``clock_timestamp()``, all of the type timestamptz."""
    return {
        "now": of_transaction,
        "transaction_timestamp": of_transaction,
        "statement_timestamp": of_statement,
        "clock_timestamp": clock,
        "current_date": f"CAST({of_transaction} AS pg_catalog.date)",
        "current_time": f"CAST({of_transaction} AS time{{}} with time zone)",
        "current_timestamp": f"CAST({of_transaction} AS timestamp{{}} with time zone)",
        "localtime": f"CAST({of_transaction} AS time{{}} without time zone)",
        "localtimestamp": f"CAST({of_transaction} AS timestamp{{}} without time zone)",
    }


IN_STATEMENTS = Substitutes(
    time_forms(
        _STABLE.format(TRANSACTION),
        _STABLE.format(STATEMENT),
        f"LEAST(pg_catalog.clock_timestamp(), CAST('{STATEMENT}' AS timestamp with time zone))",
    )
)
# What follows the target of a SELECT or of RETURNING that has no name.
_AFTER_TARGET = frozenset(
    {"FROM", "WHERE", "GROUP", "HAVING", "WINDOW", "UNION", "INTERSECT", "EXCEPT", "ORDER", "LIMIT", "OFFSET"}
    | {"FETCH", "FOR", "INTO", "ON", "RETURNING"}
)


@dataclass(frozen=True, slots=True)
class ClockText:
    """A text with *replaced* of its clock expressions replaced by ``TRANSACTION`` and ``STATEMENT``; *left*: how many were not.

    *parameters*: how many parameters it has.
    """

    text: str
    replaced: int
    left: int
    parameters: int = 0

    def bound(self) -> bytes:
        """Return the text with parameters for the instants it needs, after its own: that of the transaction, that of the statement."""
        text, number = self.text, self.parameters
        for instant in (TRANSACTION, STATEMENT):
            if instant in text:
                number += 1
                text = text.replace(f"'{instant}'", f"${number}")
        return text.encode()


@dataclass(frozen=True, slots=True)
class ClockEdits:
    """The *edits* of a text that replace its clock expressions; *left*: how many were not; *parameters*: how many it has."""

    edits: tuple[Edit, ...]
    left: int
    parameters: int = 0


def clock_text(sql: bytes) -> ClockText:
    """Replace the clock expressions of a text, as far as that is possible without another change of its meaning.

    Expressions of DDL, of PREPARE and of a DO stay: they are not evaluated when the text is executed, or not there.
    """
    try:
        text = sql.decode()
    except UnicodeDecodeError:
        text = ""
    made = clock_edits(text, IN_STATEMENTS)
    replaced = sum(edit.end > edit.start for edit in made.edits)
    return ClockText(edited(text, made.edits), replaced, made.left, made.parameters)


def clock_edits(text: str, substitutes: Substitutes) -> ClockEdits:
    """Return the edits that put substitutes in the place of the clock expressions of a text."""
    found, parsed = tokens(text), statements(text.encode())
    if not text or found is None or parsed is None or _MARK in text:
        return ClockEdits((), 1)
    places = _Places(text, [token for token in found if token.name not in COMMENTS], substitutes.forms)
    edits: list[Edit] = []
    left = 0
    parameters = 0
    for statement in parsed:
        objects = [item for item in nodes(statement.tree) if item[0] in _WANTED]
        parameters = max([parameters, *(int(node.get("number", 0)) for key, node in objects if key == "ParamRef")])
        here = [one for item in objects if (one := clock_expression(*item)) is not None]
        if not here or next(iter(statement.tree)) not in substitutes.commands or _names_a_range(objects):
            left += len(here)
            continue
        replaceable = [one for one in here if one.name in substitutes.forms]
        left += len(here) - len(replaceable)
        edits += [places.replacement(one) for one in replaceable]
        edits += [places.alias(*named) for named in _named_targets(objects) if named[1].name in substitutes.forms]
    return ClockEdits(tuple(edits), left, parameters)


def _named_targets(objects: list[_Object]) -> Iterator[tuple[int, ClockExpression]]:
    """Yield the targets that get their name from a clock expression, with their place in the text, in bytes.

    PostgreSQL's FigureColname (parse_target.c): a cast, COLLATE and CASE have the name of what they cast, collate, or of ELSE.
    """
    for key, node in objects:
        if key != "ResTarget" or "name" in node or "val" not in node:
            continue
        kind, value = next(iter(node["val"].items()))
        while kind in _NAMED_BY:
            kind, value = next(iter(value.get(_NAMED_BY[kind], {}).items()), ("", {}))
        one = clock_expression(kind, value) if kind else None
        if one is not None:
            yield int(node.get("location", 0)), one


_NAMED_BY = {"TypeCast": "arg", "CollateClause": "arg", "CaseExpr": "defresult"}


def _names_a_range(objects: list[_Object]) -> bool:
    """Return whether a clock function in FROM gives its column its name (``from now()``, without another name)."""
    calls = (
        item
        for key, node in objects
        if key == "RangeFunction" and "alias" not in node
        for one in node["functions"]
        for item in one["List"]["items"][0].items()
    )
    return any(clock_expression(*call) is not None for call in calls)


@dataclass(frozen=True, slots=True)
class _Places:
    """The places of a text by its tokens (comments left out)."""

    text: str
    tokens: list[Token]
    forms: Mapping[str, str]

    def replacement(self, one: ClockExpression) -> Edit:
        """Return the edit that puts production's instant in the place of an expression."""
        first = token_at(self.text, self.tokens, one.start)
        end = self._end(one, first)
        digits = f"({one.precision})" if one.precision is not None else ""
        return Edit(self.tokens[first].start, end, self.forms[one.name].format(digits))

    def alias(self, target: int, one: ClockExpression) -> Edit:
        """Return the edit that names a target as the expression in it did. *target*: its place in bytes."""
        first, inner = token_at(self.text, self.tokens, target), token_at(self.text, self.tokens, one.start)
        depth = sum(depth_step(token) for token in self.tokens[first:inner])
        end = self._end(one, inner)
        last = self.tokens[inner]
        for token in self.tokens[inner:]:
            if token.start >= end and depth == 0 and _ends_target(token):
                break
            depth += depth_step(token)
            last = token
        return Edit(last.end, last.end, f' AS "{one.name}"')

    def _end(self, one: ClockExpression, first: int) -> int:
        """Return where an expression ends: with the parentheses of its call, or of its precision; else with its word."""
        if one.name == _KEEPS_ARGUMENTS:
            return next(before.end for before, token in pairwise(self.tokens[first:]) if token.text == "(")
        has_parentheses = one.precision is not None or not self.tokens[first].name.startswith(("CURRENT_", "LOCALTIME"))
        end = self.tokens[first]
        if has_parentheses:
            end = next(token for token in self.tokens[first:] if token.text == ")")
        return end.end


def _ends_target(token: Token) -> bool:
    return token.text in {",", ")", ";"} or token.text.upper() in _AFTER_TARGET
