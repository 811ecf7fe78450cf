"""The rules of one text: how many ids each execution draws from which sequence, and where it shows ids that were drawn before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from pgrehearse.workload.generated.facts import DatabaseIds, GeneratedColumn, IdColumn
from pgrehearse.workload.generated.statement import Call, Draw, Insert, Statement
from pgrehearse.workload.sql.parse_tree import Name, nodes, relation, statements
from pgrehearse.workload.sql.value_places import DEFAULT, Value

# The relation (``schema.name``) that a name in a text means ("": not known).
Names = Callable[[Name], str]
# The number of draws that only the server can count: rows of a query or of COPY.
MANY = 1 << 40


@dataclass(frozen=True, slots=True)
class DrawRule:
    """An execution draws *low* to *high* ids from a *sequence*, whose name is in a *value* of the statement if it is not given.

    *value*: if it has *many*, the array with one element for each draw. *sure*: the text shows it; else a trigger is assumed to draw for each row. *resets*: it sets the sequence to another value.
    """

    sequence: str
    low: int
    high: int
    sure: bool = True
    value: Value = DEFAULT
    resets: bool = False


@dataclass(frozen=True, slots=True)
class UseRule:
    """A *value* of the statement is an id of a *sequence*."""

    sequence: str
    value: Value


def draw_rules(statement: Statement, names: Names, ids: DatabaseIds) -> list[DrawRule]:
    """Return what one execution draws, in the order of its draws."""
    found: list[DrawRule] = []
    for insert in statement.inserts:
        table = names(insert.table)
        for column in ids.columns.get(table, ()):
            found += [DrawRule(column.draws, *drawn, value=insert.array or DEFAULT) for drawn in _drawn(insert, column)]
        low, high = (0, MANY) if insert.rows is None else (len(insert.rows), len(insert.rows))
        found += [DrawRule(sequence, low, high, sure=False) for sequence in ids.inserting.get(table, ())]
    for table in map(names, statement.changes):
        found += [DrawRule(sequence, 0, MANY, sure=False) for sequence in ids.changing.get(table, ())]
    found += [rule for call in statement.calls for rule in _in_function(call, ids)]
    return [*found, *(_called(draw, ids) for draw in statement.draws), *_resets(statement, names, ids)]


def _in_function(call: Call, ids: DatabaseIds) -> list[DrawRule]:
    """Return what the code of a function draws in one execution of a statement."""
    drawn = ids.calling.get(".".join(filter(None, call.function)), ())
    return [DrawRule(one.sequence, *((one.low, one.high) if call.once else (0, MANY))) for one in drawn]


def _resets(statement: Statement, names: Names, ids: DatabaseIds) -> list[DrawRule]:
    """Return the sequences that a statement sets to another value."""
    named = [(sequence_named(draw.text, ids) if draw.text else "", draw.value) for draw in statement.sets]
    for name in statement.restarts:
        drawn = [column.draws for column in ids.columns.get(names(name), ()) if column.draws]
        named += [(sequence, DEFAULT) for sequence in drawn or _sequences(name, ids)[:1]]
    return [DrawRule(sequence, 0, 0, value=value, resets=True) for sequence, value in named]


def use_rules(statement: Statement, names: Names, ids: DatabaseIds) -> list[UseRule]:
    """Return where a statement shows ids: values that it inserts, and values that it compares columns with."""
    found: list[UseRule] = []
    for insert in statement.inserts:
        for column in ids.columns.get(names(insert.table), ()):
            place = _place(insert, column)
            values = [row[place] for row in insert.rows or () if place is not None and 0 <= place < len(row)]
            found += [UseRule(column.holds, value) for value in values if value is not None and value != DEFAULT]
    for equal in statement.equals:
        tables = (
            [statement.tables.get(equal.qualifier, ("", ""))] if equal.qualifier else list(statement.tables.values())
        )
        holds = {
            column.holds
            for table in tables
            for column in ids.columns.get(names(table), ())
            if column.name == equal.column
        }
        if len(holds) == 1:
            found.append(UseRule(holds.pop(), equal.value))
    return [rule for rule in found if rule.sequence]


def sequence_named(text: str, ids: DatabaseIds) -> str:
    """Return the sequence that an argument of nextval names ("": none, or several)."""
    name = _name(text)
    return next(iter(_sequences(name, ids)), "") if name is not None else ""


def _sequences(name: Name, ids: DatabaseIds) -> list[str]:
    """Return the sequence that a name means, if it is one: of several schemas, that of public."""
    found = [
        one for one in ids.sequences if (other := _name(one)) and other[1] == name[1] and name[0] in {"", other[0]}
    ]
    public = [one for one in found if (_name(one) or ("", ""))[0] == "public"]
    return found if len(found) == 1 else public if len(public) == 1 else []


@lru_cache(maxsize=1 << 16)
def _name(text: str) -> Name | None:
    """Return the schema and the name in a name as SQL writes it."""
    parsed = statements(b"table " + text.encode()) or []
    return next((relation(node) for one in parsed for _, node in nodes(one.tree) if "relname" in node), None)


def _called(draw: Draw, ids: DatabaseIds) -> DrawRule:
    low, high = (1, 1) if draw.once else (0, MANY)
    return DrawRule(sequence_named(draw.text, ids) if draw.text else "", low, high, value=draw.value)


def defaulted(statement: Statement, names: Names, ids: DatabaseIds) -> list[tuple[str, str]]:
    """Return the columns with another generated default that a statement does not give: ``schema.table.column``, kind."""
    return [
        (f"{table}.{column.name}", column.kind)
        for insert in statement.inserts
        if (table := names(insert.table))
        for column in ids.others.get(table, ())
        if _is_default(insert, column)
    ]


def _is_default(insert: Insert, column: GeneratedColumn) -> bool:
    """Return whether a statement inserts rows with the default of a column."""
    place = _place(insert, column)
    given = [row[place] for row in insert.rows or () if place is not None and 0 <= place < len(row)]
    return place == -1 or DEFAULT in given


def _place(insert: Insert, column: IdColumn | GeneratedColumn) -> int | None:
    """Return the position of a column among those that are written (-1: it is not written; None: not known)."""
    if insert.columns is not None:
        return insert.columns.index(column.name) if column.name in insert.columns else -1
    if insert.width is None:
        return None
    return column.place if column.place < insert.width else -1


def _drawn(insert: Insert, column: IdColumn) -> list[tuple[int, int]]:
    """Return how many ids the rows of a statement draw for a column, at least and at most ([]: none)."""
    if not column.draws:
        return []
    place = _place(insert, column)
    own = insert.generates and column.identity
    if insert.rows is None:
        # COPY without columns, and a query of all columns, give the id; a query of an unknown width may not.
        return [(0, MANY)] if own or place == -1 or (place is None and not insert.copies) else []
    if place == -1 or own:
        return [(len(insert.rows), len(insert.rows))]
    count = sum(place is not None and place < len(row) and row[place] == DEFAULT for row in insert.rows)
    return [(count, count)] if count else []
