"""Whether a text has the form of an example, by PostgreSQL's parse tree, and other SQL with the values that the text has there.

Theory of operation. An example is a parse tree with holes: each ``$n`` of the example, and, where the example is a statement of a log, each
of its constants with the number that it has in the normalized text (``pg_stat_statements`` shows it). A text has the form of the example
if both trees are equal except for the holes, and if each hole is a constant or a parameter in the text. Casts, operators and the order
of lists count, unlike in a query key. A hole that is the only item of an IN list stands for all items of such a list.

The values are put in the place of the ``$n`` of the other SQL: a constant as SQL, a parameter with its new number. Where the other
SQL is more than one statement, it is sent as one text of the simple protocol, hence without parameters: all values are constants there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from pgrehearse.workload.sql.lexer import STRINGS, quoted, tokens
from pgrehearse.workload.sql.parse_tree import Node, nodes, normalized, readable, statements
from pgrehearse.workload.sql.text_edits import Edit, edited

# Keys of a tree that are positions in the text.
_PLACES = frozenset({"location", "rexpr_list_start", "rexpr_list_end", "list_start", "list_end"})
_IN = "AEXPR_IN"


@dataclass(frozen=True, slots=True)
class Value:
    """What a text has at a hole: the *parameter* of this number, or a constant as SQL."""

    constant: str = ""
    parameter: int = 0


Values = Mapping[int, tuple[Value, ...]]


@dataclass(frozen=True, slots=True)
class Form:
    """The tree of an example. *holes*: the number of each hole by its place in the example, in bytes; *lists*: the numbers that may stand for
    all items of an IN list."""

    tree: Node
    holes: Mapping[int, int]
    lists: frozenset[int] = frozenset()

    def values(self, sql: bytes) -> Values | None:
        """Return the values that a text has at the holes, by number; None: it has another form."""
        parsed = statements(sql)
        if parsed is None or len(parsed) != 1:
            return None
        found: dict[int, tuple[Value, ...]] = {}
        return found if self._equal(self.tree, parsed[0].tree, found) else None

    def _equal(self, example: object, text: object, found: dict[int, tuple[Value, ...]]) -> bool:
        if isinstance(example, dict) and isinstance(text, dict):
            if (number := self._hole(example)) is not None:
                return _keep(found, number, [text])
            if (number := self.only_item(example)) in self.lists and number is not None and text.get("kind") == _IN:
                rest, other = ({key: one for key, one in node.items() if key != "rexpr"} for node in (example, text))
                return _keep(found, number, _items(text)) and self._equal(rest, other, found)
            keys = example.keys() - _PLACES
            return keys == text.keys() - _PLACES and all(self._equal(example[key], text[key], found) for key in keys)
        if isinstance(example, list) and isinstance(text, list):
            return len(example) == len(text) and all(
                self._equal(*pair, found) for pair in zip(example, text, strict=True)
            )
        return type(example) is type(text) and example == text

    def _hole(self, node: Node) -> int | None:
        """Return the number of a hole; None: the node is not one."""
        inner = node.get("ParamRef") or node.get("A_Const")
        return self.holes.get(int(inner.get("location", 0))) if isinstance(inner, dict) and len(node) == 1 else None

    def only_item(self, node: Node) -> int | None:
        """Return the number of the hole that is the only item of an IN list; None: the node is no such list."""
        items = _items(node) if node.get("kind") == _IN else []
        return self._hole(items[0]) if len(items) == 1 else None


def form_of_example(sql: str, replacement: str) -> Form:
    """Return the form of a text in which each ``$n`` is a hole. *replacement*: the SQL that is sent for a text of this form."""
    tree = _only(sql.encode())
    return _form(tree, parameter_places(tree), replacement)


def form_of_statement(sql: bytes, replacement: str) -> Form | None:
    """Return the form of a logged text: its constants are holes too, with their numbers in the normalized text. None: it cannot be read."""
    parsed, normal = statements(sql), normalized(sql)
    if parsed is None or len(parsed) != 1 or normal is None:
        return None
    tree, places = parsed[0].tree, _constant_places(readable(sql), normal)
    return None if places is None else _form(tree, parameter_places(tree) | places, replacement)


def _form(tree: Node, holes: dict[int, int], replacement: str) -> Form:
    """Return a form. A hole stands for a list if it is the only item of an IN list, in the example and wherever the replacement uses it."""
    form = Form(tree, holes)
    alone = {number for _, node in nodes(tree) if (number := form.only_item(node)) is not None}
    return replace(form, lists=frozenset(alone) - _single_parameters(replacement))


def _single_parameters(sql: str) -> set[int]:
    """Return the parameters that a text uses elsewhere than as the only item of an IN list."""
    places = parameter_places_of(sql)
    for one in statements(sql.encode()) or ():
        form = Form(one.tree, places)
        for _, node in nodes(one.tree):
            if form.only_item(node) is not None:
                places.pop(int(_items(node)[0]["ParamRef"].get("location", 0)), None)
    return set(places.values())


def _constant_places(text: str, normal: str) -> dict[int, int] | None:
    """Return the number of each constant of a text, by its place in bytes; None: the normalized text has other words.

    Both texts have the same tokens, except that a constant (a negative number is two tokens) is one parameter in the normalized text.
    """
    own, other = tokens(text), tokens(normal)
    if own is None or other is None:
        return None
    places: dict[int, int] = {}
    at = 0
    for token in other:
        if at >= len(own):
            return None
        if token.name == "PARAM" and own[at].name != "PARAM":
            places[len(text[: own[at].start].encode())] = int(token.text[1:])
            at += 2 if own[at].text == "-" else 1
            while (
                at < len(own) and own[at].name in STRINGS and own[at - 1].name in STRINGS
            ):  # 'a' on one line, 'b' on the next
                at += 1
        elif token.text == own[at].text:
            at += 1
        else:
            return None
    return places if at == len(own) else None


def parameter_places(tree: Node) -> dict[int, int]:
    """Return the number of each parameter of a tree, by its place in bytes."""
    found = (node for key, node in nodes(tree) if key == "ParamRef")
    return {int(node.get("location", 0)): int(node.get("number", 0)) for node in found}


@dataclass(frozen=True, slots=True)
class Replacement:
    """The SQL that is sent in the place of a text that matches: a *text* of one or more statements."""

    text: str

    def filled(self, values: Values) -> tuple[str, tuple[int, ...]] | None:
        """Return the text with values, and the numbers of the parameters of the original that its ``$1``, ``$2`` ... are. None: it uses a number
        that has no value, or the result is not SQL."""
        places = parameter_places_of(self.text)
        if not set(places.values()) <= values.keys():
            return None
        used = sorted({one.parameter for number in places.values() for one in values[number] if one.parameter})
        numbers = {parameter: place for place, parameter in enumerate(used, start=1)}
        texts = {number: ", ".join(_sql(one, numbers) for one in values[number]) for number in set(places.values())}
        sent = _with_texts(self.text, {place: texts[number] for place, number in places.items()})
        return (sent, tuple(used)) if statements(sent.encode()) else None


def parameter_places_of(text: str) -> dict[int, int]:
    """Return the number of each parameter of a text of one or more statements, by its place in bytes."""
    return dict(chain.from_iterable(parameter_places(one.tree).items() for one in statements(text.encode()) or ()))


def with_constants(values: Values, params: Sequence[bytes | None]) -> Values | None:
    """Return values in which each parameter is the constant that was bound (an untyped one). None: a value is missing, or is not text."""
    try:
        return {number: tuple(_bound(one, params) for one in items) for number, items in values.items()}
    except (IndexError, UnicodeDecodeError):
        return None


def _bound(value: Value, params: Sequence[bytes | None]) -> Value:
    if not value.parameter:
        return value
    bound = params[value.parameter - 1]
    return Value("NULL" if bound is None else _string(bound.decode()))


def _with_texts(text: str, texts: Mapping[int, str]) -> str:
    """Return a text with other texts in the place of its parameters. *texts*: by place in bytes."""
    found = [one for one in tokens(text) or () if one.name == "PARAM"]
    starts = [len(text[: one.start].encode()) for one in found]
    return edited(text, (Edit(one.start, one.end, texts[start]) for one, start in zip(found, starts, strict=True)))


def _sql(value: Value, numbers: Mapping[int, int]) -> str:
    return f"${numbers[value.parameter]}" if value.parameter else value.constant


def _keep(found: dict[int, tuple[Value, ...]], number: int, items: list[Node]) -> bool:
    """Keep what a text has at a hole. Returns False if it is neither constants nor parameters, or differs from the hole's other places."""
    values = tuple(one for one in map(_value, items) if one is not None)
    return len(values) == len(items) and found.setdefault(number, values) == values


def _value(node: Node) -> Value | None:
    """Return a constant or a parameter of a tree; None for any other expression."""
    if len(node) != 1:
        return None
    if "ParamRef" in node:
        return Value(parameter=int(node["ParamRef"].get("number", 0)))
    return Value(_constant(node["A_Const"])) if "A_Const" in node else None


def _constant(node: Node) -> str:
    """Return a constant as SQL, whatever follows or precedes it there."""
    if "sval" in node:
        return _string(str(node["sval"].get("sval", "")))
    if "bsval" in node:
        bits = str(node["bsval"].get("bsval", "b"))
        return f"{bits[0]}'{bits[1:]}'"
    if "boolval" in node:
        return "TRUE" if node["boolval"].get("boolval") else "FALSE"
    if node.get("isnull"):
        return "NULL"
    number = str(node["fval"].get("fval", "0")) if "fval" in node else str(node["ival"].get("ival", 0))
    return f"({number})" if number.startswith("-") else number


def _string(value: str) -> str:
    """Return a string as SQL, whatever ``standard_conforming_strings`` is."""
    return f"E{quoted(value.replace(chr(92), chr(92) * 2))}" if "\\" in value else quoted(value)


def _items(node: Node) -> list[Node]:
    """Return the items of an IN list."""
    items: list[Node] = node.get("rexpr", {}).get("List", {}).get("items", [])
    return items


def _only(sql: bytes) -> Node:
    """Return the tree of a text of one statement."""
    return next(one.tree for one in statements(sql) or ())
