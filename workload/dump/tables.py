"""The tables that a dump creates, as far as they decide what is done with the values of each column."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pgrehearse.workload.redacted_rows import Rule, rule_of
from pgrehearse.workload.redaction import Redaction
from pgrehearse.workload.sql.check_constraints import constrained_in
from pgrehearse.workload.sql.parse_tree import Name, Node, relation, texts

# The names of types in the parse tree, as format_type writes them.
_TYPES = {
    "int2": "smallint",
    "int4": "integer",
    "int8": "bigint",
    "float4": "real",
    "float8": "double precision",
    "varchar": "character varying",
    "bpchar": "character",
    "bool": "boolean",
    "varbit": "bit varying",
    "timestamp": "timestamp without time zone",
    "timestamptz": "timestamp with time zone",
    "time": "time without time zone",
    "timetz": "time with time zone",
    "char": '"char"',
}


@dataclass(frozen=True, slots=True)
class DumpColumn:
    """A column: its rule (None: it has none, for the reason *why*)."""

    rule: Rule | None
    why: str = ""


@dataclass
class DumpTables:
    """The types and tables of a dump so far. *references*: pairs of a column and the column that it refers to."""

    redaction: Redaction
    tables: dict[Name, dict[str, DumpColumn]] = field(default_factory=dict)
    references: list[tuple[tuple[Name, str], tuple[Name, str]]] = field(default_factory=list)
    _types: dict[Name, DumpColumn] = field(default_factory=dict)

    def learn(self, tree: Node) -> None:
        """Take what a statement defines."""
        for key, define in _DEFINES.items():
            if key in tree:
                define(self, tree[key])

    def enum(self, node: Node) -> None:
        labels = [str(one["String"].get("sval", "")) for one in node.get("vals", [])]
        allowed = all(map(self.redaction.stays, labels))
        name = texts(node["typeName"])
        self._types[_full(name)] = DumpColumn(Rule.KEPT if allowed else None, f"enumerated type {'.'.join(name)}")

    def domain(self, node: Node) -> None:
        column = self._of_type(node["typeName"])
        checks = [one["Constraint"] for one in node.get("constraints", []) if "raw_expr" in one["Constraint"]]
        if any(constrained_in(check["raw_expr"]) for check in checks):
            column = DumpColumn(None, "its domain has a CHECK constraint")
        self._types[_full(texts(node["domainname"]))] = column

    def table(self, node: Node) -> None:
        columns: dict[str, DumpColumn] = {}
        for parent in node.get("inhRelations", []):
            columns |= self.tables.get(relation(parent["RangeVar"]), {})
        checked: set[str] = set()
        for element in node.get("tableElts", []):
            if "ColumnDef" in element:
                column = element["ColumnDef"]
                columns[column["colname"]] = self._of_type(column["typeName"])
                for constraint in column.get("constraints", []):
                    checked |= _checked(constraint)
            else:
                checked |= _checked(element)
        parted = {one["PartitionElem"].get("name", "") for one in node.get("partspec", {}).get("partParams", [])}
        name = relation(node["relation"])
        self.tables[name] = columns
        self._mark(name, checked, "is in a CHECK constraint")
        self._mark(name, parted, _PARTITION)

    def alter(self, node: Node) -> None:
        name = relation(node["relation"])
        for one in node.get("cmds", []):
            command = one["AlterTableCmd"]
            if command["subtype"] == "AT_AttachPartition":
                parts = {
                    column
                    for column, found in self.tables.get(name, {}).items()
                    if found.rule is not Rule.KEPT and found.why == _PARTITION
                }
                self._mark(relation(command["def"]["PartitionCmd"]["name"]), parts, _PARTITION)
            elif "Constraint" in command.get("def", {}):
                self._refers(name, command["def"]["Constraint"])

    def _refers(self, name: Name, constraint: Node) -> None:
        if constraint.get("contype") == "CONSTR_FOREIGN":
            other = relation(constraint["pktable"])
            for mine, theirs in zip(texts(constraint["fk_attrs"]), texts(constraint.get("pk_attrs", [])), strict=False):
                self.references.append(((name, mine), (other, theirs)))

    def _mark(self, name: Name, columns: set[str], why: str) -> None:
        table = self.tables.get(name, {})
        for column in columns & table.keys():
            if table[column].rule is not Rule.KEPT:
                table[column] = DumpColumn(None, why)

    def _of_type(self, node: Node) -> DumpColumn:
        names = texts(node["names"])
        word = names[-1]
        builtin = len(names) == 1 or names[0] == "pg_catalog"
        if not builtin and (found := self._types.get(_full(names))) is not None:
            arrays = bool(node.get("arrayBounds"))
            return DumpColumn(None, f"array of {'.'.join(names)}") if arrays and found.rule is None else found
        text = _TYPES.get(word, word) if builtin else word if word == "citext" else ".".join(names)
        text += "[]" * bool(node.get("arrayBounds"))
        return DumpColumn(rule_of(text), f"type {text}")


_PARTITION = "decides the partition of its row"
_DEFINES: dict[str, Any] = {
    "CreateEnumStmt": DumpTables.enum,
    "CreateDomainStmt": DumpTables.domain,
    "CreateStmt": DumpTables.table,
    "AlterTableStmt": DumpTables.alter,
}


def _full(names: list[str]) -> Name:
    return (names[-2] if len(names) > 1 else "", names[-1])


def _checked(element: Node) -> set[str]:
    constraint = element.get("Constraint", {})
    return constrained_in(constraint["raw_expr"]) if constraint.get("contype") == "CONSTR_CHECK" else set()
