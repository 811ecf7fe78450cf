"""Calls of sequence functions that find PostgreSQL's own only, whatever functions a schema of the search_path has."""

from __future__ import annotations

from pgrehearse.workload.sql.lexer import Token
from pgrehearse.workload.sql.parse_tree import Node, name
from pgrehearse.workload.sql.text_edits import Edit, token_at

# Functions of which a schema of the search_path may have one with an argument of the type text.
SEQUENCE_FUNCTIONS = frozenset({"nextval", "currval", "setval"})
_TEXTS = frozenset({"text", "varchar", "bpchar", "name"})


def is_sequence_call(call: Node) -> bool:
    """Return whether a FuncCall calls a sequence function, without a schema or with PostgreSQL's."""
    schema, function = name(call["funcname"])
    return function in SEQUENCE_FUNCTIONS and schema in {"", "pg_catalog"}


def is_own_call(call: Node) -> bool:
    """Return whether a FuncCall calls a sequence function with its schema, or with a sequence of another type than text."""
    if not is_sequence_call(call):
        return False
    schema, _ = name(call["funcname"])
    argument: Node = next(iter(call.get("args", [])), {})
    cast = argument.get("TypeCast")
    return bool(schema) or (cast is not None and name(cast["typeName"]["names"])[1] not in _TEXTS)


def last_of_name(tokens: list[Token], first: int) -> int:
    """Return the index of the last token of a dotted name that begins with the token *first*."""
    while tokens[first + 1].text == ".":
        first += 2
    return first


def call_with_schema(tokens: list[Token], first: int, schema: str = "pgrehearse") -> Edit:
    """Return the edit with which a call finds the function of a *schema*, as SQL writes it. *first*: the first token of its name."""
    return Edit(tokens[first].start, tokens[last_of_name(tokens, first)].start, schema + ".")


def renamed_call(text: str, tokens: list[Token], call: Node, schema: str = "pgrehearse") -> Edit:
    """Return the edit with which a FuncCall of a text finds the function of a *schema*, as SQL writes it."""
    return call_with_schema(tokens, token_at(text, tokens, call["location"]), schema)
