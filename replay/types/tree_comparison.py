"""Whether a statement has the same meaning with other types of parameters, by the server's own parse trees of it.

Theory of operation. The server resolves every operator and function when it parses, and sends the tree (``debug_print_parse``).
Two trees of one text differ only in what depends on the types. They are compared node by node; each pair of expressions has a
``Level`` of similarity, and an operator or a function determines that of its result: a comparison of numbers is the same for all types of
numbers, a division is not, ``jsonb -> integer`` is not ``jsonb -> text``. A pair without a rule counts as different.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from pgrehearse.replay.types.value_formats import (
    BOOL,
    BYTEA,
    CIDR,
    DATE,
    ELEMENTS,
    EXACT,
    FLOAT8,
    INET,
    INTEGERS,
    NUMBERS,
    NUMERIC,
    STRINGS,
    TIMESTAMP,
    TIMESTAMPTZ,
    UUID,
    Form,
    LoggedValues,
)

Tree = dict[str, Any]
_TOKEN = re.compile(r'[{}()]|"(?:[^"\\]|\\.)*"|(?:[^\s{}()"\\]|\\.)+', re.DOTALL)

# The columns of each table: the largest part of a tree, without information on types.
_NAMES = re.compile(r":colnames \([^()]*\)")


def tree_of(text: str) -> Tree | None:
    """Parse a tree as the server writes it: nodes are dictionaries, with their tag under ""; None: it cannot be parsed."""
    tokens = iter(_TOKEN.findall(_NAMES.sub("", text)))
    try:
        for token in tokens:
            if token == "{":  # noqa: S105 (no password)
                return _node(tokens)
    except (StopIteration, RecursionError):
        return None
    return None


def _node(tokens: Iterator[str]) -> Tree:
    """Parse a node after its brace: a tag, then fields of one value (or of several words, which are not needed here)."""
    node: Tree = {"": next(tokens)}
    name = ""
    for token in tokens:
        if token == "}":  # noqa: S105
            return node
        if token.startswith(":"):
            name = token[1:]
        else:
            value = _node(tokens) if token == "{" else _list(tokens) if token == "(" else token  # noqa: S105
            node[name] = value if name not in node else f"{node[name]} {value}"
    raise StopIteration


def _list(tokens: Iterator[str]) -> list[Any]:
    elements: list[Any] = []
    for token in tokens:
        if token == ")":  # noqa: S105
            return elements
        elements.append(_node(tokens) if token == "{" else _list(tokens) if token == "(" else token)  # noqa: S105
    raise StopIteration


class Level(IntEnum):
    """How similar two expressions are: different or unknown, the same number with another scale, the same text of another type, the same."""

    DIFFERENT = 0
    SAME_NUMBER = 1
    SAME_TEXT = 2
    SAME = 3


@dataclass(frozen=True, slots=True)
class Routine:
    """An operator or a function of the catalog: its *name*, the types of its arguments (of an operator two, 0: none on that side)."""

    name: str
    arguments: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Routines:
    """A database's operators and functions, by oid."""

    operators: Mapping[int, Routine] = field(default_factory=dict)
    functions: Mapping[int, Routine] = field(default_factory=dict)


_COMPARISONS = frozenset({"=", "<>", "<", ">", "<=", ">="})
# Pseudo-types of arguments of any type: any, anyelement, anynonarray, anyarray, anycompatible and its kin.
_ANY = frozenset({2276, 2283, 2776, 2277, 5077, 5078, 5079})
# Types that write equal values as equal texts.
_ONE_TEXT = INTEGERS | {BOOL, BYTEA, DATE, TIMESTAMP, TIMESTAMPTZ, UUID, FLOAT8}
# Functions that use the text of values of any type.
_BY_TEXT = frozenset(
    {"concat", "concat_ws", "format", "quote_literal", "quote_nullable", "count", "num_nulls", "num_nonnulls"}
)
_BY_TYPE = frozenset({"pg_typeof", "pg_column_size", "pg_input_is_valid"})
# Functions of numbers: the same for integers and numerics; the same for doubles if the number is whole; the same except for digits.
_OF_EXACT = frozenset(
    [
        "abs",
        "sign",
        "mod",
        "div",
        "gcd",
        "lcm",
        "ceil",
        "ceiling",
        "floor",
        "trunc",
        "round",
        "min",
        "max",
        "sum",
        "avg",
        "generate_series",
    ]
)
_OF_WHOLE = frozenset(["abs", "sign", "ceil", "ceiling", "floor", "trunc", "round", "min", "max"])
_ROUGH = frozenset(
    [
        "sqrt",
        "cbrt",
        "power",
        "pow",
        "exp",
        "ln",
        "log",
        "log10",
        "sum",
        "avg",
        "var_pop",
        "var_samp",
        "stddev",
        "stddev_pop",
        "stddev_samp",
    ]
)
# The casts of a tree, by the names of PostgreSQL's nodes (nodes/primnodes.h).
_CASTS = frozenset({"RELABELTYPE", "COERCEVIAIO", "ARRAYCOERCEEXPR", "COERCETODOMAIN"})
# Nodes that depend on the types of their parts, without a rule here.
_WITHOUT_RULE = frozenset(
    {"SUBSCRIPTINGREF", "JSONCONSTRUCTOREXPR", "JSONVALUEEXPR", "XMLEXPR", "MINMAX", "MINMAXEXPR", "ROW", "ROWEXPR"}
)
# The fields that hold an expression's type.
_TYPE_FIELDS = (
    "paramtype",
    "consttype",
    "vartype",
    "opresulttype",
    "funcresulttype",
    "aggtype",
    "wintype",
    "resulttype",
    "coalescetype",
    "minmaxtype",
    "casetype",
    "array_typeid",
    "typeId",
)


def type_of(node: Any) -> int:
    """Return an expression's type (0: the tree does not contain it: of a Boolean expression, a subquery)."""
    if isinstance(node, dict):
        if node[""] == "SUBLINK" and isinstance(node.get("subselect"), dict):
            return type_of(_expression((node["subselect"].get("targetList") or [None])[0]))
        for name in _TYPE_FIELDS:
            if name in node:
                return int(node[name])
    return 0


def _argument(node: Tree) -> Any:
    """Return what a cast is applied to; None: the node is no cast."""
    if node[""] in _CASTS:
        return node["arg"]
    if node[""] == "FUNCEXPR" and node.get("funcformat") in {"1", "2"} and node["args"]:
        return node["args"][0]
    return None


@dataclass(frozen=True, slots=True)
class Comparer:
    """Compares trees in one database. *values*: of the parameter whose types differ."""

    routines: Routines
    values: LoggedValues

    def same_meaning(self, first: Tree, second: Tree) -> bool:
        """Return whether two trees of one text find and store the same rows. The rows that the client receives may be written differently."""
        returned = ("targetList",) if first.get("commandType") == "1" else ("returningList",)
        levels = [self._level(first.get(name), second.get(name)) for name in returned]
        rest = [self._level({**first, **dict.fromkeys(returned)}, {**second, **dict.fromkeys(returned)})]
        return min(levels) > Level.DIFFERENT and min(rest) >= Level.SAME_TEXT

    def _level(self, first: Any, second: Any) -> Level:
        if first == second:
            return Level.SAME
        if isinstance(first, list) and isinstance(second, list):
            pairs = zip(first, second, strict=False)
            return (
                min((self._level(*pair) for pair in pairs), default=Level.SAME)
                if len(first) == len(second)
                else Level.DIFFERENT
            )
        if not isinstance(first, dict) or not isinstance(second, dict):
            return Level.SAME if isinstance(first, dict) == isinstance(second, dict) else Level.DIFFERENT
        if _argument(first) is not None or _argument(second) is not None:
            return self._cast(first, second)
        if first[""] != second[""]:
            return Level.DIFFERENT
        return self._node(first, second)

    def _node(self, first: Tree, second: Tree) -> Level:
        match first[""]:
            case "PARAM" | "VAR":
                return Level.SAME if type_of(first) == type_of(second) else Level.SAME_TEXT
            case "CONST":
                same = type_of(first) == type_of(second)
                return (
                    Level.SAME_TEXT
                    if not same
                    else Level.SAME
                    if first.get("constvalue") == second.get("constvalue")
                    else Level.DIFFERENT
                )
            case "NULLTEST":
                return Level.SAME
            case "OPEXPR" | "DISTINCTEXPR" | "NULLIFEXPR" | "SCALARARRAYOPEXPR":
                return self._operator(first, second)
            case "FUNCEXPR" | "AGGREF" | "WINDOWFUNC":
                return self._function(first, second)
        if first.get("multidims") != second.get("multidims"):
            return Level.DIFFERENT
        level = min((self._level(value, second.get(name)) for name, value in first.items()), default=Level.SAME)
        without_rule = first[""] in _WITHOUT_RULE
        return Level.DIFFERENT if without_rule and level < Level.SAME and type_of(second) not in NUMBERS else level

    def _cast(self, first: Tree, second: Tree) -> Level:
        """Compare casts from types that may differ: one after the other, where one of the two nodes has more of them."""
        results = type_of(first), type_of(second)
        inner, second_inner = _argument(first), _argument(second)
        casts = [cast for cast, of in ((first, inner), (second, second_inner)) if of is not None]
        modified = all(len(cast.get("args", ())) > 1 for cast in casts)  # to a precision
        first, second = first if inner is None else inner, second if second_inner is None else second_inner
        level, sources = self._level(first, second), {type_of(first), type_of(second)}
        if level == Level.DIFFERENT or _is_cast_differently(sources):
            return Level.DIFFERENT
        if results[0] != results[1]:
            return min(level, Level.SAME_TEXT)
        if len(sources) == 1 and level == Level.SAME:
            return level
        return self._ended(level, sources, results[0], modified=modified)

    def _ended(self, level: Level, sources: set[int], result: int, *, modified: bool) -> Level:
        """Return how similar values of the types *sources* are after a cast to one type."""
        if result == BYTEA:  # an integer's bytes are not those of its text
            return Level.DIFFERENT
        if (
            result in ELEMENTS
            and ELEMENTS[result] in INTEGERS
            and not {ELEMENTS.get(oid, 0) for oid in sources} <= INTEGERS
        ):
            return Level.DIFFERENT
        fraction = bool(self.values.forms & {Form.FRACTION, Form.LONG})
        inexact = FLOAT8 in sources and fraction
        if result in INTEGERS:
            return Level.DIFFERENT if inexact else Level.SAME
        if result in NUMBERS:
            extra_digits = Form.LONG in self.values.forms and FLOAT8 in sources and result == NUMERIC
            whole = level == Level.SAME_TEXT or modified
            return Level.SAME if whole and not extra_digits else Level.SAME_NUMBER
        return Level.SAME if level >= Level.SAME_TEXT else level

    def _operator(self, first: Tree, second: Tree) -> Level:
        level = self._level(first["args"], second["args"])
        if level == Level.DIFFERENT:
            return level
        left, right = (self.routines.operators.get(int(node["opno"])) for node in (first, second))
        if left is None or right is None:
            return Level.DIFFERENT
        types = {oid for oid in (*left.arguments, *right.arguments) if oid}
        pairs = [{type_of(a), type_of(b)} for a, b in zip(first["args"], second["args"], strict=False)]
        if left.name == "||" and any(map(_is_cast_differently, pairs)):
            return Level.DIFFERENT
        if left == right:
            if types & _ANY and level < Level.SAME:
                return _of_operators(left.name, types, {type_of(first), type_of(second)}, level)
            return Level.SAME if left.name in _COMPARISONS else level
        return _of_operators(left.name, types, {type_of(first), type_of(second)}, level)

    def _function(self, first: Tree, second: Tree) -> Level:
        arguments = [[_expression(part) for part in node.get("args", [])] for node in (first, second)]
        level = self._level(*arguments)
        for name in ("aggfilter", "aggdirectargs", "aggorder"):
            level = min(level, self._level(first.get(name), second.get(name)))
        same_function = _oid(first) == _oid(second)
        if level in {Level.DIFFERENT, Level.SAME} and same_function:
            return level
        left, right = (self.routines.functions.get(_oid(node)) for node in (first, second))
        if level == Level.DIFFERENT or left is None or right is None:
            return Level.DIFFERENT
        pairs = [{type_of(a), type_of(b)} for a, b in zip(*arguments, strict=False)]
        if left.name == right.name and left.name in _BY_TEXT:
            different = left.name.startswith("quote_") and any(map(_is_cast_differently, pairs))
            return Level.DIFFERENT if different else Level.SAME
        if same_function:
            return _of_polymorphic(left, pairs, level)
        types = {oid for pair in pairs for oid in pair} | {type_of(first), type_of(second)}
        return self._of_numbers(left.name, types, level) if left.name == right.name else Level.DIFFERENT

    def _of_numbers(self, name: str, types: set[int], level: Level) -> Level:
        """Return the level of two functions of one name for arguments and results of *types*."""
        if not types <= NUMBERS:
            return Level.DIFFERENT
        if types <= EXACT and name in _OF_EXACT:
            return level
        whole = not self.values.forms & {Form.FRACTION, Form.LONG, Form.SCALED}
        if whole and name in _OF_WHOLE:
            return min(level, Level.SAME_TEXT)
        return Level.SAME_NUMBER if name in _ROUGH else Level.DIFFERENT


def _of_polymorphic(routine: Routine, pairs: list[set[int]], level: Level) -> Level:
    """Return the level of a function's results for arguments whose types differ, where it accepts any type."""
    declared = routine.arguments
    loose = [pair for n, pair in enumerate(pairs) if len(pair) > 1 and (n >= len(declared) or declared[n] in _ANY)]
    if not loose:
        return level
    alike = all(pair <= NUMBERS or pair <= STRINGS for pair in loose)
    return level if alike and routine.name not in _BY_TYPE else Level.DIFFERENT


def _of_operators(name: str, types: set[int], results: set[int], level: Level) -> Level:
    """Return the level of two operators of one name for operands of the types *types*, whose values have the same text."""
    if name in _COMPARISONS:
        equal = name in {"=", "<>"} and len(types - STRINGS) == 1 and types - STRINGS <= _ONE_TEXT
        return Level.SAME if types <= EXACT | {FLOAT8} or types <= STRINGS or equal else Level.DIFFERENT
    if name in {"+", "-", "*"}:
        if types <= EXACT:
            return min(level, Level.SAME_TEXT)
        if types <= EXACT | {FLOAT8}:
            return min(level, Level.SAME_NUMBER if NUMERIC in results else Level.SAME_TEXT)
    if name in {"/", "%"} and types <= INTEGERS | ({NUMERIC} if name == "%" else set()):
        return min(level, Level.SAME_TEXT)
    if name in {"/", "^"} and results <= {NUMERIC, FLOAT8}:
        return Level.SAME_NUMBER
    texts = name == "||" and results <= STRINGS
    return min(level, Level.SAME_TEXT) if texts or types <= STRINGS else Level.DIFFERENT


def _is_cast_differently(types: set[int]) -> bool:
    """Return whether a cast to text writes a value of one of two types differently than the log: true for t, 10.0.0.1/32 for 10.0.0.1."""
    return len(types) > 1 and bool({ELEMENTS.get(oid, oid) for oid in types} & {BOOL, INET, CIDR})


def _expression(part: Any) -> Any:
    """Return an argument without the entry that an aggregate has around it."""
    return part["expr"] if isinstance(part, dict) and part[""] == "TARGETENTRY" else part


def _oid(node: Tree) -> int:
    return int(node.get("funcid") or node.get("aggfnoid") or node.get("winfnoid") or 0)
