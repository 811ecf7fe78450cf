"""The value ``Effects``: the objects that one SQL text names, calls, sets and executes, and its hazards (reasons not to send it)."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from pgrehearse.workload.sql.builtin_functions import MARK_SCHEMA
from pgrehearse.workload.sql.dynamic_sql import ANY, SOME_NUMBER
from pgrehearse.workload.sql.parse_tree import Name

# Settings that decide whether a session may write; with the last one, a read changes damaged pages.
GUARDED = frozenset({"transaction_read_only", "default_transaction_read_only", "zero_damaged_pages"})
# The name of the changed setting is not in the text: it is the result of an expression. A bound parameter is ``$1``.
ANY_SETTING = "?"


@dataclass(frozen=True, slots=True)
class Effects:
    """The direct effects of a text.

    *fields*: names after a dot, which may call a function (``t.f`` is ``f(t)``). *settings*: what SET, RESET and set_config
    change, in lower case. *paths*: schemas that the session's search path is set to (``ANY``: one that is not in the text;
    ``$1=$2``: set_config of bound parameters). *prepares*, *executes*: names of SQL's PREPARE and EXECUTE. *by_value*: a constant in it decides
    something, so that a text which differs from it in constants alone may do something else.
    """

    reads: frozenset[Name] = frozenset()
    writes: frozenset[Name] = frozenset()
    calls: frozenset[Name] = frozenset()
    operators: frozenset[Name] = frozenset()
    types: frozenset[Name] = frozenset()
    fields: frozenset[str] = frozenset()
    settings: frozenset[str] = frozenset()
    hazards: frozenset[str] = frozenset()
    prepares: frozenset[str] = frozenset()
    executes: frozenset[str] = frozenset()
    paths: frozenset[str] = frozenset()
    copies_in: bool = False
    by_value: bool = False

    def joined(self, other: Effects) -> Effects:
        """Return the effects of both."""
        return Effects(*(getattr(self, key) | getattr(other, key) for key in FIELDS))


FIELDS = tuple(item.name for item in fields(Effects))
NOTHING = Effects()
UNPARSED = Effects(hazards=frozenset({"unparsed"}))
DYNAMIC = Effects(hazards=frozenset({"dynamic-sql"}))
UNTRUSTED = Effects(hazards=frozenset({"untrusted-code"}))


def opened(effects: Effects) -> Effects:
    """Return the effects of SQL with unknown names; with an unknown function, operator or setting it counts as dynamic SQL."""
    unknown = any(map(_is_open, effects.calls | effects.operators)) or any(map(_has_open, effects.settings))
    opened = replace(
        effects,
        reads=frozenset(map(_any, effects.reads)),
        writes=frozenset(map(_any, effects.writes)),
        types=frozenset(map(_any, effects.types)),
    )
    return opened.joined(DYNAMIC) if unknown or "unparsed" in effects.hazards else opened


def _has_open(word: str) -> bool:
    return ANY in word or SOME_NUMBER in word


def _is_open(one: Name) -> bool:
    return any(map(_has_open, one))


def _any(one: Name) -> Name:
    """Return a name with its unknown parts as wildcards: any name, or a name in any schema."""
    schema, word = one
    return ("" if _has_open(schema) else schema, ANY if _has_open(word) else word)


# What a body that could not be parsed may begin a statement with, beside what only reads or writes tables.
_COMMAND_WORDS = GUARDED | {
    "execute",
    "copy",
    "alter",
    "create",
    "drop",
    "grant",
    "revoke",
    "notify",
    "listen",
    "load",
    "reset",
    "call",
    "prepare",
    "discard",
    "import",
    "security",
    "comment",
    "checkpoint",
    "vacuum",
    "analyze",
    "cluster",
    "reindex",
    "refresh",
    "lock",
    "set_config",
}
_WRITE_WORDS = {"insert", "update", "delete", "merge", "truncate", "nextval", "setval"}


def by_words(words: list[str]) -> Effects:
    """Return the possible effects of a body that could not be parsed: each word may be a relation, a function, a type or a command."""
    known = frozenset(words)
    names = frozenset(("", word) for word in known)
    commands = known & _COMMAND_WORDS or words.count("do") > words.count("conflict")
    hazards = {"dynamic-sql"} if commands else set()
    hazards |= {"writes"} if known & _WRITE_WORDS else set()
    hazards |= {"mark"} if any(MARK_SCHEMA in word.lower() for word in known) else set()
    return Effects(names, names, names, frozenset(), names, known, hazards=frozenset(hazards))
