"""A dump with pseudonyms in the place of values: the rows of COPY and of INSERT. The schema stays as it is.

A statement that could contain rows in another form is refused with its line: nothing is written that was not understood.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from pgrehearse.base.errors import BadInput
from pgrehearse.workload.dump.insert import redacted_insert
from pgrehearse.workload.dump.split import DumpPart, Part, parts
from pgrehearse.workload.dump.tables import DumpColumn, DumpTables
from pgrehearse.workload.redacted_rows import RowRedaction, Rule
from pgrehearse.workload.redaction import Redaction
from pgrehearse.workload.sql.column_names import keep_options, qualified
from pgrehearse.workload.sql.parse_tree import Node, nodes, relation, texts

# Functions that a dump calls to set its session and its sequences.
_HARMLESS = frozenset({"set_config", "setval"})
# Statistics of the planner contain values of rows. They are left out (since 18 pg_dump writes them).
_STATISTICS = frozenset({"pg_restore_relation_stats", "pg_restore_attribute_stats", "pg_restore_extended_stats"})
_REFUSED = frozenset({"UpdateStmt", "DeleteStmt", "MergeStmt", "DoStmt", "CallStmt", "ExecuteStmt", "CopyStmt"})


@dataclass
class DumpRedaction:
    """Redacts one dump. *name*: of the dump in messages; *kept*: columns whose values are not replaced, as ``qualified`` writes them.

    *rows*: by table; *statistics*: how many statements with statistics of the planner were left out."""

    name: str
    redaction: Redaction
    kept: frozenset[str] = frozenset()
    rows: Counter[str] = field(default_factory=Counter)
    statistics: int = 0
    tables: DumpTables = field(init=False)
    _table: str = ""
    _rows: RowRedaction | None = None

    def __post_init__(self) -> None:
        self.tables = DumpTables(self.redaction)

    def run(self, source: BinaryIO, output: BinaryIO, advance: Callable[[int], None]) -> None:
        """Write the redacted dump. *advance*: is called with the number of bytes of each part. Raises ``BadInput``."""
        for part in parts(source, self.name):
            output.write(self._redacted(part))
            advance(len(part.content))
        self._require_equal()

    def _redacted(self, part: DumpPart) -> bytes:
        if part.part is Part.ROWS and self._rows is not None:
            self.rows[self._table] += part.content.count(b"\n")
            try:
                return self._rows.block(part.content)
            except ValueError as error:
                raise BadInput(f"{self.name}:{part.line}: {error}", remedy="dump the database again") from None
        return self._statement(part, part.tree) if part.tree is not None else part.content

    def _statement(self, part: DumpPart, tree: Node) -> bytes:
        self.tables.learn(tree)
        if "CopyStmt" in tree and tree["CopyStmt"].get("is_from") and "filename" not in tree["CopyStmt"]:
            copy = tree["CopyStmt"]
            self._table, columns = self._columns(copy["relation"], texts(copy.get("attlist", [])), part.line)
            self._rows = RowRedaction(self.redaction, columns)
            return part.content
        if "InsertStmt" in tree:
            return self._insert(part, tree["InsertStmt"])
        if "SelectStmt" in tree and _called(tree) & _STATISTICS:
            self.statistics += 1
            return b""
        if what := self._unknown(tree):
            raise self._refusal(part, what)
        return part.content

    def _insert(self, part: DumpPart, insert: Node) -> bytes:
        names = [one["ResTarget"]["name"] for one in insert.get("cols", [])]
        table, columns = self._columns(insert["relation"], names, part.line)
        self.rows[table] += len(insert.get("selectStmt", {}).get("SelectStmt", {}).get("valuesLists", []))
        new = redacted_insert(part.content, insert, RowRedaction(self.redaction, columns))
        if new is None:
            raise self._refusal(part, "an INSERT with expressions that are not constants")
        return new

    def _unknown(self, tree: Node) -> str:
        """Return what a statement is that may contain values of rows ("": it does not)."""
        if kinds := _REFUSED & tree.keys():
            return f"a statement of the kind {min(kinds).removesuffix('Stmt').upper()}"
        if "VariableSetStmt" in tree and tree["VariableSetStmt"].get("name") == "client_encoding":
            encoding = str(tree["VariableSetStmt"]["args"][0]["A_Const"]["sval"].get("sval", ""))
            return "" if encoding.replace("-", "").upper() in {"UTF8", "SQL_ASCII"} else f"the encoding {encoding}"
        if "SelectStmt" in tree:
            called = _called(tree)
            return "" if called and called <= _HARMLESS else "a SELECT (of a large object, or another one)"
        return ""

    def _columns(self, node: Node, names: list[str], line: int) -> tuple[str, list[Rule]]:
        """Return a table's name and the rules of columns. Raises ``BadInput`` if one has none."""
        name = relation(node)
        table = self.tables.tables.get(name)
        text = qualified(*name)
        if table is None:
            raise BadInput(
                f"{self.name}:{line}: the definition of {text} is not in the dump before its rows",
                remedy="dump the schema too: pg_dump without --data-only",
            )
        wanted = names or list(table)
        rules = {one: self._rule(qualified(*name, one), table[one]) for one in wanted}
        if unknown := [one for one in wanted if rules[one] is None]:
            listed = ", ".join(f"{qualified(*name, one)} ({table[one].why})" for one in unknown)
            raise BadInput(
                f"{self.name}:{line}: columns whose values cannot be replaced by pseudonyms: {listed}",
                remedy=f"keep their values as they are: {keep_options(qualified(*name, one) for one in unknown)}; or allow the values: --redact-allow",
            )
        return text, [rule for one in wanted if (rule := rules[one]) is not None]

    def _rule(self, column: str, found: DumpColumn) -> Rule | None:
        return Rule.KEPT if column in self.kept else found.rule

    def _require_equal(self) -> None:
        """Raise unless the columns of each foreign key have the same rule on both sides."""
        for pair in self.tables.references:
            rules, names = [], []
            for table, column in pair:
                found = self.tables.tables.get(table, {}).get(column)
                names.append(qualified(*table, column))
                rules.append(None if found is None else self._rule(names[-1], found))
            if None not in rules and rules[0] is not rules[1]:
                raise BadInput(
                    f"{names[0]} refers to {names[1]}, and only one of them is replaced by pseudonyms",
                    remedy=keep_options(names),
                )

    def _refusal(self, part: DumpPart, what: str) -> BadInput:
        return BadInput(
            f"{self.name}:{part.line}: {what}: its values cannot be replaced by pseudonyms",
            remedy="dump rows as COPY or INSERT, in UTF8, without large objects: pg_dump --encoding=UTF8 --no-large-objects",
        )


def _called(tree: Node) -> set[str]:
    return {texts(node["funcname"])[-1] for key, node in nodes(tree) if key == "FuncCall"}


def unknown_columns(redaction: DumpRedaction) -> Iterator[str]:
    """Yield the columns that were kept by name and that the dump does not have."""
    known = {qualified(*name, column) for name, table in redaction.tables.tables.items() for column in table}
    yield from sorted(redaction.kept - known)
