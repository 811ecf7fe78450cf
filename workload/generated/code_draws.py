"""What the code of triggers and functions draws, by the parse trees of its SQL: its calls of nextval, its INSERTs, and what these cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pgrehearse.workload.generated.facts import CodeColumn, CodeDraw, DatabaseIds
from pgrehearse.workload.generated.rules import MANY, DrawRule, Names, draw_rules, sequence_named
from pgrehearse.workload.generated.statement import Statement, read
from pgrehearse.workload.sql import plpgsql
from pgrehearse.workload.sql.parse_tree import Node, options, statements


@dataclass(frozen=True, slots=True)
class Code:
    """The SQL in a function: the statements that each call executes *once*, and *all* of them. *names*: resolves the names in it."""

    once: tuple[Statement, ...]
    all: tuple[Statement, ...]
    names: Names


def read_code(definition: str, names: Names) -> Code:
    """Read a function (``pg_get_functiondef``); one that cannot be read has no statements."""
    found = statements(definition.encode()) or []
    if len(found) != 1 or "CreateFunctionStmt" not in found[0].tree:
        return Code((), (), names)
    made = found[0].tree["CreateFunctionStmt"]
    given = options(made.get("options", []))
    text = given.get("as")
    body = text[0] if isinstance(text, list) and text else text
    if given.get("language") == "plpgsql" and isinstance(body, str):
        return _plpgsql(body, made, names)
    # The statements of BEGIN ATOMIC are in the tree of the definition itself.
    every = (
        (read(body.encode() if isinstance(body, str) else definition.encode()),) if body or "sql_body" in made else ()
    )
    return Code(every, every, names) if given.get("language") == "sql" else Code((), (), names)


def _plpgsql(body: str, made: Node, names: Names) -> Code:
    parsed = plpgsql.read(body, made)
    return Code(_read(parsed.once), _read(parsed.parts or []), names)


def _read(parts: Iterable[tuple[str, plpgsql.Use]]) -> tuple[Statement, ...]:
    texts = [
        part if use is plpgsql.Use.RUNS else f"select {part}" for part, use in parts if use is not plpgsql.Use.BUILDS
    ]
    return tuple(read(text.encode()) for text in texts)


def drawn(code: Code, ids: DatabaseIds) -> tuple[CodeDraw, ...]:
    """Return what one call draws, by sequence. Conditions and loops are not evaluated: what they contain draws an unknown number."""
    once, every = (
        [rule for one in part for rule in draw_rules(one, code.names, ids) if rule.sequence]
        for part in (code.once, code.all)
    )
    names = dict.fromkeys(rule.sequence for rule in every)
    return tuple(CodeDraw(name, *_between(name, once, every)) for name in names)


def _between(sequence: str, once: list[DrawRule], every: list[DrawRule]) -> tuple[int, int]:
    """Return how many ids one call draws from a sequence, at least and at most."""
    sure, possible = ([rule for rule in rules if rule.sequence == sequence] for rules in (once, every))
    low, high = sum(rule.low for rule in sure), sum(rule.high for rule in sure)
    return low, high if len(sure) == len(possible) else MANY


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger of a *relation* and its *code*. *on_insert*, *on_change*: for rows that are inserted, and updated or deleted."""

    relation: str
    code: Code
    on_insert: bool
    on_change: bool


def with_code(ids: DatabaseIds, triggers: Iterable[Trigger], functions: Mapping[str, tuple[Code, ...]]) -> DatabaseIds:
    """Return the generated values with what triggers and functions draw, also through functions and triggers that they use.

    *functions*: by name. Several functions of one name draw what any of them draws.
    """
    fired = list(triggers)
    # Each round finds what is used by what the round before found; a function that calls itself ends it.
    for _ in range(len(fired) + len(functions) + 1):
        found = replace(
            ids,
            inserting=_by_relation((one for one in fired if one.on_insert), ids),
            changing=_by_relation((one for one in fired if one.on_change), ids),
            calling={name: draws for name, codes in functions.items() if (draws := _any(codes, ids))},
        )
        if found == ids:
            break
        ids = found
    codes = (*(one.code for one in fired), *(code for several in functions.values() for code in several))
    return replace(ids, filled=tuple(dict.fromkeys(column for code in codes for column in _filled(code, ids))))


def _filled(code: Code, ids: DatabaseIds) -> Iterator[CodeColumn]:
    """Yield the columns that the INSERTs of a code give nextval of a sequence."""
    for insert in (insert for one in code.all for insert in one.inserts):
        for place, text in insert.numbered:
            name = insert.columns[place] if insert.columns and place < len(insert.columns) else ""
            if sequence := sequence_named(text, ids):
                yield CodeColumn(code.names(insert.table), name, place, sequence)


def _any(codes: tuple[Code, ...], ids: DatabaseIds) -> tuple[CodeDraw, ...]:
    """Return what a call of one of several functions draws."""
    each = [{draw.sequence: draw for draw in drawn(code, ids)} for code in codes]
    names = dict.fromkeys(name for draws in each for name in draws)
    none = CodeDraw("", 0, 0)
    both = {name: [draws.get(name, none) for draws in each] for name in names}
    return tuple(
        CodeDraw(name, min(one.low for one in found), min(MANY, max(one.high for one in found)))
        for name, found in both.items()
    )


def _by_relation(triggers: Iterable[Trigger], ids: DatabaseIds) -> dict[str, tuple[str, ...]]:
    """Return the sequences that the triggers of each relation draw from."""
    found: dict[str, tuple[str, ...]] = {}
    for one in triggers:
        if sequences := tuple(draw.sequence for draw in drawn(one.code, ids)):
            found[one.relation] = tuple(dict.fromkeys((*found.get(one.relation, ()), *sequences)))
    return found
