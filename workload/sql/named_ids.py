"""INSERT statements that name the columns whose default draws an id, where the default itself cannot be changed.

``insert into t (v) values ('a')`` becomes ``insert into t ("id", v) values (pgrehearse.draw('s'), 'a')``: the id is drawn as the default
draws it, once for each row, and the text is the same for all executions, so that a prepared statement stays one. A statement whose
form does not show where its columns are keeps its default.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pgrehearse.workload.sql.lexer import Token
from pgrehearse.workload.sql.parse_tree import Node, nodes
from pgrehearse.workload.sql.text_edits import Edit, depth_step, token_at


@dataclass(frozen=True, slots=True)
class DrawnColumn:
    """A column whose id a statement has to name: its *name*, the expression that draws the id (*value*), and whether it is an identity
    that is generated always."""

    name: str
    value: str
    always: bool = False


@dataclass(frozen=True, slots=True)
class NamedTable:
    """A table, as *schema* and *name*, with all its *columns* in their order, as the catalog has them and as SQL writes them (*quoted*)."""

    schema: str
    name: str
    columns: tuple[str, ...]
    quoted: tuple[str, ...]
    drawn: tuple[DrawnColumn, ...]

    def as_sql(self, columns: Iterable[str]) -> str:
        """Return columns as a list in SQL."""
        names = dict(zip(self.columns, self.quoted, strict=True))
        return ", ".join(names[column] for column in columns)


def name_ids(text: str, tokens: list[Token], node: Node, table: NamedTable) -> list[Edit] | None:
    """Return the edits with which an INSERT names the ids of its table; [] if it draws none, None if its form does not allow it.

    *tokens*: of the text, without comments. *node*: the InsertStmt.
    """
    given = _written(node, table)
    if given is None:
        return None
    insert = _Insert(text, tokens, node, table, given)
    drawn = [*insert.missing, *insert.defaulted]
    if not drawn:
        return []
    if node["override"] == "OVERRIDING_USER_VALUE" or insert.mixes:
        return None
    edits = insert.rows()
    return None if edits is None else [*insert.names(), *insert.override(), *edits]


def _source(node: Node) -> Node | None:
    """Return what an INSERT has for its rows (None: DEFAULT VALUES)."""
    select: Node | None = node.get("selectStmt", {}).get("SelectStmt")
    return select


def _written(node: Node, table: NamedTable) -> tuple[str, ...] | None:
    """Return the columns that an INSERT gives values for (None: the text does not show them)."""
    named = tuple(str(one["ResTarget"]["name"]) for one in node.get("cols", []))
    if named:
        return named
    source = _source(node)
    if source is None:
        return ()
    if "valuesLists" in source:
        return table.columns[: len(source["valuesLists"][0]["List"]["items"])]
    while "larg" in source:
        source = source["larg"]
    targets = source.get("targetList", [])
    stars = any(key == "A_Star" for key, _ in nodes(targets))
    return None if stars or not targets else table.columns[: len(targets)]


@dataclass(frozen=True, slots=True)
class _Insert:
    """One INSERT, and the columns that it has values for (*given*)."""

    text: str
    tokens: list[Token]
    node: Node
    table: NamedTable
    given: tuple[str, ...]

    @property
    def missing(self) -> list[DrawnColumn]:
        return [column for column in self.table.drawn if column.name not in self.given]

    @property
    def defaulted(self) -> list[DrawnColumn]:
        """Columns that have DEFAULT in a row."""
        places = {place for row in self._value_rows for place, item in enumerate(row) if "SetToDefault" in item}
        return [one for one in self.table.drawn if one.name in self.given and self.given.index(one.name) in places]

    @property
    def mixes(self) -> bool:
        """Whether a row has a value for an identity that is generated always: PostgreSQL refuses it, and has to."""
        always = [self.given.index(one.name) for one in self.table.drawn if one.always and one.name in self.given]
        rows = self._value_rows
        return bool(always) and (not rows or any("SetToDefault" not in row[place] for row in rows for place in always))

    @property
    def _value_rows(self) -> list[list[Node]]:
        return [row["List"]["items"] for row in (_source(self.node) or {}).get("valuesLists", [])]

    @property
    def _after_table(self) -> int:
        """The index of the token after the name of the table, and its alias."""
        relation = self.node["relation"]
        index = token_at(self.text, self.tokens, relation["location"])
        while self.tokens[index + 1].text == ".":
            index += 2
        return index + (3 if "alias" in relation else 1)

    @property
    def _source_at(self) -> int:
        """The index of the first token of the rows: VALUES, SELECT, WITH, DEFAULT, a parenthesis."""
        index = self._after_table
        if "cols" in self.node:
            index = self._closing(index) + 1
        return index + (3 if self.tokens[index].text.upper() == "OVERRIDING" else 0)

    def _closing(self, opening: int) -> int:
        """Return the index of the parenthesis that closes one."""
        depth = 0
        for index in range(opening, len(self.tokens)):
            depth += depth_step(self.tokens[index])
            if depth == 0:
                return index
        raise AssertionError("the grammar accepts no open parenthesis")

    def names(self) -> list[Edit]:
        """Return the edits of the list of columns."""
        names = self.table.as_sql(one.name for one in self.missing)
        here = self.tokens[self._after_table]
        if "cols" in self.node:
            return [Edit(here.end, here.end, f"{names}, ")] if names else []
        both = ", ".join(filter(None, (names, self.table.as_sql(self.given))))
        return [Edit(here.start, here.start, f"({both}) ")]

    def override(self) -> list[Edit]:
        """Return the edit that lets the statement name an identity that is generated always."""
        always = any(one.always for one in (*self.missing, *self.defaulted))
        if not always or self.node["override"] == "OVERRIDING_SYSTEM_VALUE":
            return []
        place = self.tokens[self._source_at].start
        return [Edit(place, place, "overriding system value ")]

    def rows(self) -> list[Edit] | None:
        """Return the edits of the rows (None: their form does not allow it)."""
        values = "".join(f"{one.value}, " for one in self.missing)
        source, first = _source(self.node), self._source_at
        if source is None:
            text = ", ".join(one.value for one in self.missing)
            return [Edit(self.tokens[first].start, self.tokens[first + 1].end, f"values ({text})")]
        if "valuesLists" in source:
            plain = not {"sortClause", "limitCount", "limitOffset", "withClause"} & source.keys()
            return self._of_values(first, values) if plain else None
        if not values:
            return []
        at = next((one["ResTarget"].get("location", -1) for one in source.get("targetList", [])), -1)
        if at >= 0 and not _has_fixed_list(source):  # TABLE t has a list without a place
            place = self.tokens[token_at(self.text, self.tokens, at)]
            return [Edit(place.start, place.start, values)]
        return None if _has_untyped(source) else self._around(first, values)

    def _of_values(self, first: int, values: str) -> list[Edit] | None:
        if self.tokens[first].text.upper() != "VALUES":
            return None
        edits, index = [], first + 1
        drawn = {one.name: one.value for one in self.table.drawn}
        for row in self._value_rows:
            place = self.tokens[index].end
            edits.append(Edit(place, place, values))
            for column, item in zip(self.given, row, strict=False):
                if "SetToDefault" in item and column in drawn:
                    token = self.tokens[token_at(self.text, self.tokens, item["SetToDefault"]["location"])]
                    edits.append(Edit(token.start, token.end, drawn[column]))
            index = self._closing(index) + 2  # the comma between two rows
        return edits

    def _around(self, first: int, values: str) -> list[Edit]:
        """Return the edits that put a query into another one, which draws an id for each of its rows."""
        start, end = self.tokens[first].start, self._end(first)
        return [Edit(start, start, text) for text in ("select ", values, "q.* from (")] + [Edit(end, end, ") q")]

    def _end(self, first: int) -> int:
        """Return where the query that begins with a token ends."""
        conflict = self.node.get("onConflictClause", {}).get("location")
        stop = token_at(self.text, self.tokens, conflict) if conflict is not None else len(self.tokens)
        depth = 0
        for index in range(first, stop):
            depth += depth_step(self.tokens[index])
            ends = self.tokens[index].text.upper() in {"RETURNING", ";"}
            if depth < 0 or (depth == 0 and ends):
                return self.tokens[index - 1].end
        return self.tokens[stop - 1].end


def _has_fixed_list(source: Node) -> bool:
    """Return whether a value more in the list of a SELECT would change its rows, or the places that GROUP BY and ORDER BY name.

    PostgreSQL evaluates a volatile value after the sort (``make_sort_input_target`` in planner.c), as it does a default.
    """
    places = [*source.get("groupClause", []), *(one["SortBy"]["node"] for one in source.get("sortClause", []))]
    return bool({"distinctClause", "limitOffset"} & source.keys()) or any("A_Const" in one for one in places)


def _has_untyped(source: Node) -> bool:
    """Return whether a SELECT has a parameter or a constant of unknown type: it has the type of its column only in the INSERT itself."""
    targets: list[Any] = source.get("targetList", [])
    return any({"ParamRef", "A_Const"} & one["ResTarget"].get("val", {}).keys() for one in targets)
