"""Where a statement has a value: a parameter, or a constant at a place of its text."""

from __future__ import annotations

from dataclasses import dataclass, field

from pgrehearse.workload.sql.parse_tree import Node


@dataclass(frozen=True, slots=True)
class Value:
    """Where a statement has a value: the number of its *parameter* (from 1), or its *location* in the text, in bytes.

    *many*: it is an array. *constant*: what a constant is, a string without its quotes (None: a parameter, or a boolean or bit string).
    """

    parameter: int = 0
    location: int = -1
    many: bool = False
    constant: str | None = field(default=None, compare=False, repr=False)


# DEFAULT in a row.
DEFAULT = Value()


def value_of(node: Node) -> Value | None:
    """Return where a statement has the value of an expression, cast or not (None: it computes it, or the value is NULL)."""
    while "TypeCast" in node:
        node = node["TypeCast"].get("arg", {})
    if "SetToDefault" in node:
        return DEFAULT
    if "ParamRef" in node:
        return Value(parameter=int(node["ParamRef"].get("number", 0)))
    if "A_Const" in node and "isnull" not in node["A_Const"]:
        return Value(location=int(node["A_Const"].get("location", 0)), constant=constant_text(node["A_Const"]))
    return None


def constant_text(constant: Node) -> str | None:
    """Return a string without its quotes, or a number; None for other constants."""
    if "sval" in constant:
        return str(constant["sval"].get("sval", ""))
    if "fval" in constant:
        return str(constant["fval"].get("fval", "0"))
    return str(constant["ival"].get("ival", 0)) if "ival" in constant else None
