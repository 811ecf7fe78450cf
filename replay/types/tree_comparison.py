"""Whether two choices of parameters' types give a statement the same meaning, by the server's own parse trees of it.

Theory of operation. The server resolves every operator and function when it parses, and tells the tree (``debug_print_parse``).
Two trees of one text differ only in what the types decide. They are walked side by side; each pair of expressions is alike to a
``Level``, and an operator or a function says what becomes of it: a comparison of numbers is the same whatever the numbers' types,
a division is not, ``jsonb -> integer`` is not ``jsonb -> text``. What no rule knows counts as different.
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

# The columns of each table: a tree's largest part, which says nothing of types.
_NAMES = re.compile(r":colnames \([^()]*\)")


def tree_of(text: str) -> Tree | None:
    """Read a tree as the server writes it: nodes are dictionaries, their tag stands under ""; None: it cannot be read."""
    tokens = iter(_TOKEN.findall(_NAMES.sub("", text)))
    try:
        for token in tokens:
            if token == "{":  # noqa: S105 (no password)
                return _node(tokens)
    except (StopIteration, RecursionError):
        return None
    return None


def _node(tokens: Iterator[str]) -> Tree:
    """Read a node behind its brace: a tag, then fields of one value (or of several words, which say nothing here)."""
    found: Tree = {"": next(tokens)}
    name = ""
    for token in tokens:
        if token == "}":  # noqa: S105
            return found
        if token.startswith(":"):
            name = token[1:]
        else:
            value = _node(tokens) if token == "{" else _list(tokens) if token == "(" else token  # noqa: S105
            found[name] = value if name not in found else f"{found[name]} {value}"
    raise StopIteration


def _list(tokens: Iterator[str]) -> list[Any]:
    found: list[Any] = []
    for token in tokens:
        if token == ")":  # noqa: S105
            return found
        found.append(_node(tokens) if token == "{" else _list(tokens) if token == "(" else token)  # noqa: S105
    raise StopIteration


class Level(IntEnum):
    """How alike two expressions are: nothing is known, the same number but for its scale, the same text but of another type, the same."""

    OTHER = 0
    NUMBER = 1
    WRITTEN = 2
    SAME = 3


@dataclass(frozen=True, slots=True)
class Routine:
    """An operator or a function of the catalog: its *name*, its arguments' types (of an operator two, 0: none on that side)."""

    name: str
    arguments: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Routines:
    """A database's operators and functions, by oid."""

    operators: Mapping[int, Routine] = field(default_factory=dict)
    functions: Mapping[int, Routine] = field(default_factory=dict)


_COMPARISONS = frozenset({"=", "<>", "<", ">", "<=", ">="})
# Pseudo-types that take values as they are: any, anyelement, anynonarray, anyarray, anycompatible and its kin.
_ANY = frozenset({2276, 2283, 2776, 2277, 5077, 5078, 5079})
# Types that write equal values by equal texts.
_ONE_TEXT = INTEGERS | {BOOL, BYTEA, DATE, TIMESTAMP, TIMESTAMPTZ, UUID, FLOAT8}
# What takes values of any type by the text that their types write.
_BY_TEXT = frozenset(
    {"concat", "concat_ws", "format", "quote_literal", "quote_nullable", "count", "num_nulls", "num_nonnulls"}
)
_BY_TYPE = frozenset({"pg_typeof", "pg_column_size", "pg_input_is_valid"})
# Functions of numbers: alike for integers and numerics; for doubles alike if the number is whole; alike but for digits.
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
_CASTS = frozenset({"RELABELTYPE", "COERCEVIAIO", "ARRAYCOERCEEXPR", "COERCETODOMAIN"})
# What their parts' types decide, and no rule here knows how.
_PICKY = frozenset(
    {"SUBSCRIPTINGREF", "JSONCONSTRUCTOREXPR", "JSONVALUEEXPR", "XMLEXPR", "MINMAX", "MINMAXEXPR", "ROW", "ROWEXPR"}
)
# What an expression's type stands under.
_TYPES = (
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
    """Return an expression's type (0: it is not said; a Boolean's, a subquery's)."""
    if isinstance(node, dict):
        if node[""] == "SUBLINK" and isinstance(node.get("subselect"), dict):
            return type_of(_expression((node["subselect"].get("targetList") or [None])[0]))
        for name in _TYPES:
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

    def same_meaning(self, one: Tree, other: Tree) -> bool:
        """Say whether two trees of one text find and store the same rows. What a client is told may be written otherwise."""
        told = ("targetList",) if one.get("commandType") == "1" else ("returningList",)
        levels = [self._level(one.get(name), other.get(name)) for name in told]
        rest = [self._level({**one, **dict.fromkeys(told)}, {**other, **dict.fromkeys(told)})]
        return min(levels) > Level.OTHER and min(rest) >= Level.WRITTEN

    def _level(self, one: Any, other: Any) -> Level:
        if one == other:
            return Level.SAME
        if isinstance(one, list) and isinstance(other, list):
            pairs = zip(one, other, strict=False)
            return (
                min((self._level(*pair) for pair in pairs), default=Level.SAME)
                if len(one) == len(other)
                else Level.OTHER
            )
        if not isinstance(one, dict) or not isinstance(other, dict):
            return Level.SAME if isinstance(one, dict) == isinstance(other, dict) else Level.OTHER
        if _argument(one) is not None or _argument(other) is not None:
            return self._cast(one, other)
        if one[""] != other[""]:
            return Level.OTHER
        return self._node(one, other)

    def _node(self, one: Tree, other: Tree) -> Level:
        match one[""]:
            case "PARAM" | "VAR":
                return Level.SAME if type_of(one) == type_of(other) else Level.WRITTEN
            case "CONST":
                same = type_of(one) == type_of(other)
                return (
                    Level.WRITTEN
                    if not same
                    else Level.SAME
                    if one.get("constvalue") == other.get("constvalue")
                    else Level.OTHER
                )
            case "NULLTEST":
                return Level.SAME
            case "OPEXPR" | "DISTINCTEXPR" | "NULLIFEXPR" | "SCALARARRAYOPEXPR":
                return self._operator(one, other)
            case "FUNCEXPR" | "AGGREF" | "WINDOWFUNC":
                return self._function(one, other)
        if one.get("multidims") != other.get("multidims"):
            return Level.OTHER
        found = min((self._level(value, other.get(name)) for name, value in one.items()), default=Level.SAME)
        picky = one[""] in _PICKY
        return Level.OTHER if picky and found < Level.SAME and type_of(other) not in NUMBERS else found

    def _cast(self, one: Tree, other: Tree) -> Level:
        """Compare what casts end in, from types that may differ: one after the other, where one of the two has more of them."""
        ends = type_of(one), type_of(other)
        inner, behind = _argument(one), _argument(other)
        casts = [cast for cast, of in ((one, inner), (other, behind)) if of is not None]
        modified = all(len(cast.get("args", ())) > 1 for cast in casts)  # to a precision
        one, other = one if inner is None else inner, other if behind is None else behind
        level, sources = self._level(one, other), {type_of(one), type_of(other)}
        if level == Level.OTHER or _reworded(sources):
            return Level.OTHER
        if ends[0] != ends[1]:
            return min(level, Level.WRITTEN)
        if len(sources) == 1 and level == Level.SAME:
            return level
        return self._ended(level, sources, ends[0], modified=modified)

    def _ended(self, level: Level, sources: set[int], end: int, *, modified: bool) -> Level:
        """Say how alike values of the types *sources* are when they have become one type."""
        if end == BYTEA:  # an integer's bytes are not those of its text
            return Level.OTHER
        if (
            end in ELEMENTS
            and ELEMENTS[end] in INTEGERS
            and not {ELEMENTS.get(kind, 0) for kind in sources} <= INTEGERS
        ):
            return Level.OTHER
        fraction = bool(self.values.forms & {Form.FRACTION, Form.LONG})
        doubted = FLOAT8 in sources and fraction
        if end in INTEGERS:
            return Level.OTHER if doubted else Level.SAME
        if end in NUMBERS:
            digits = Form.LONG in self.values.forms and FLOAT8 in sources and end == NUMERIC
            whole = level == Level.WRITTEN or modified
            return Level.SAME if whole and not digits else Level.NUMBER
        return Level.SAME if level >= Level.WRITTEN else level

    def _operator(self, one: Tree, other: Tree) -> Level:
        found = self._level(one["args"], other["args"])
        if found == Level.OTHER:
            return found
        left, right = (self.routines.operators.get(int(node["opno"])) for node in (one, other))
        if left is None or right is None:
            return Level.OTHER
        kinds = {kind for kind in (*left.arguments, *right.arguments) if kind}
        taken = [{type_of(a), type_of(b)} for a, b in zip(one["args"], other["args"], strict=False)]
        if left.name == "||" and any(map(_reworded, taken)):
            return Level.OTHER
        if left == right:
            if kinds & _ANY and found < Level.SAME:
                return _alike(left.name, kinds, {type_of(one), type_of(other)}, found)
            return Level.SAME if left.name in _COMPARISONS else found
        return _alike(left.name, kinds, {type_of(one), type_of(other)}, found)

    def _function(self, one: Tree, other: Tree) -> Level:
        arguments = [[_expression(part) for part in node.get("args", [])] for node in (one, other)]
        found = self._level(*arguments)
        for name in ("aggfilter", "aggdirectargs", "aggorder"):
            found = min(found, self._level(one.get(name), other.get(name)))
        if found in {Level.OTHER, Level.SAME} and _oid(one) == _oid(other):
            return found
        left, right = (self.routines.functions.get(_oid(node)) for node in (one, other))
        if found == Level.OTHER or left is None or right is None:
            return Level.OTHER
        pairs = [{type_of(a), type_of(b)} for a, b in zip(*arguments, strict=False)]
        if left.name == right.name and left.name in _BY_TEXT:
            return Level.OTHER if left.name.startswith("quote_") and any(map(_reworded, pairs)) else Level.SAME
        if _oid(one) == _oid(other):
            return self._taken(left, pairs, found)
        kinds = {kind for pair in pairs for kind in pair} | {type_of(one), type_of(other)}
        if not kinds <= NUMBERS or left.name != right.name:
            return Level.OTHER
        if kinds <= EXACT and left.name in _OF_EXACT:
            return found
        whole = not self.values.forms & {Form.FRACTION, Form.LONG, Form.SCALED}
        if whole and left.name in _OF_WHOLE:
            return min(found, Level.WRITTEN)
        return Level.NUMBER if left.name in _ROUGH else Level.OTHER

    def _taken(self, routine: Routine, pairs: list[set[int]], found: Level) -> Level:
        """Say what a function makes of arguments whose types differ, where it takes any type."""
        declared = routine.arguments
        loose = [pair for n, pair in enumerate(pairs) if len(pair) > 1 and (n >= len(declared) or declared[n] in _ANY)]
        if not loose:
            return found
        alike = all(pair <= NUMBERS or pair <= STRINGS for pair in loose)
        return found if alike and routine.name not in _BY_TYPE else Level.OTHER


def _alike(name: str, kinds: set[int], results: set[int], found: Level) -> Level:
    """Say how alike two operators of one name are for operands of the types *kinds*, which write the same."""
    if name in _COMPARISONS:
        equal = name in {"=", "<>"} and len(kinds - STRINGS) == 1 and kinds - STRINGS <= _ONE_TEXT
        return Level.SAME if kinds <= EXACT | {FLOAT8} or kinds <= STRINGS or equal else Level.OTHER
    if name in {"+", "-", "*"}:
        if kinds <= EXACT:
            return min(found, Level.WRITTEN)
        if kinds <= EXACT | {FLOAT8}:
            return min(found, Level.NUMBER if NUMERIC in results else Level.WRITTEN)
    if name in {"/", "%"} and kinds <= INTEGERS | ({NUMERIC} if name == "%" else set()):
        return min(found, Level.WRITTEN)
    if name in {"/", "^"} and results <= {NUMERIC, FLOAT8}:
        return Level.NUMBER
    texts = name == "||" and results <= STRINGS
    return min(found, Level.WRITTEN) if texts or kinds <= STRINGS else Level.OTHER


def _reworded(kinds: set[int]) -> bool:
    """Say whether a cast to text writes a value of one of two types otherwise than the log does: true for t, 10.0.0.1/32 for 10.0.0.1."""
    return len(kinds) > 1 and bool({ELEMENTS.get(kind, kind) for kind in kinds} & {BOOL, INET, CIDR})


def _expression(part: Any) -> Any:
    """Return an argument, out of the entry that an aggregate keeps it in."""
    return part["expr"] if isinstance(part, dict) and part[""] == "TARGETENTRY" else part


def _oid(node: Tree) -> int:
    return int(node.get("funcid") or node.get("aggfnoid") or node.get("winfnoid") or 0)
