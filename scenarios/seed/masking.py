"""Which columns of a database are replaced by pseudonyms in a seed, and which cannot be: by their types and constraints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import asyncpg

from pgrehearse.base.errors import BadInput
from pgrehearse.scenarios.seed.database import Database, Table
from pgrehearse.workload.redacted_rows import RowRedaction, Rule, rule_of
from pgrehearse.workload.redaction import Redaction
from pgrehearse.workload.sql.check_constraints import constrained_columns
from pgrehearse.workload.sql.column_names import as_qualified, keep_options

# The type below domains, the labels of enumerated types, and whether the column decides the partition of its row.
_COLUMNS = """
with recursive base(oid, type) as (
  select oid, oid from pg_type where typtype <> 'd'
  union all select t.oid, b.type from pg_type t join base b on b.oid = t.typbasetype where t.typtype = 'd'
)
select a.attrelid::int8 as oid, quote_ident(a.attname) as name, format_type(b.type, null) as type, t.typtype = 'd' as domain,
  array(select enumlabel::text from pg_enum e where e.enumtypid = b.type) as labels,
  array(select pg_get_expr(con.conbin, 0) from pg_constraint con where con.contypid = a.atttypid and con.contype = 'c') as checks,
  exists (select from pg_partitioned_table p where p.partrelid = a.attrelid and a.attnum = any(p.partattrs::int2[])) as partitions
from pg_attribute a join pg_type t on t.oid = a.atttypid join base b on b.oid = a.atttypid
where a.attrelid = any($1::oid[]) and a.attnum > 0 and not a.attisdropped
"""
_CHECKS = """
select conrelid::int8 as oid, pg_get_expr(conbin, conrelid) as expression from pg_constraint
where contype = 'c' and conrelid = any($1::oid[])
"""
# The partitioned tables above each partition.
_PARENTS = """
with recursive up(leaf, above) as (
  select inhrelid, inhparent from pg_inherits
  union select up.leaf, i.inhparent from up join pg_inherits i on i.inhrelid = up.above
)
select leaf::int8, above::int8 from up where leaf = any($1::oid[])
"""


@dataclass(frozen=True, slots=True)
class Masking:
    """The *redaction* of a seed. *rules*: of each table's columns that COPY fills; *kept*: the columns that were kept by name."""

    redaction: Redaction
    rules: Mapping[int, tuple[Rule, ...]]
    kept: tuple[str, ...] = ()

    def change(self, table: Table, lines: bytes) -> bytes:
        """Return lines of COPY of a table with pseudonyms."""
        return RowRedaction(self.redaction, self.rules[table.oid]).block(lines)


async def read_masking(
    connection: asyncpg.Connection, database: Database, redaction: Redaction, kept: frozenset[str]
) -> Masking:
    """Decide the rule of each column. Raises ``BadInput`` with the columns that can only be kept, or that do not exist."""
    kept = frozenset(map(as_qualified, kept))
    oids = list(database.tables)
    above: dict[int, list[int]] = {}
    for leaf, parent in await connection.fetch(_PARENTS, oids):
        above.setdefault(leaf, []).append(parent)
    columns = {(row["oid"], row["name"]): row for row in await connection.fetch(_COLUMNS, oids)}
    checked: dict[int, set[str]] = {}
    for row in await connection.fetch(_CHECKS, oids):
        checked.setdefault(row["oid"], set()).update(constrained_columns(row["expression"]))
    rules: dict[int, tuple[Rule, ...]] = {}
    problems: dict[str, str] = {}
    for oid, table in database.tables.items():
        own = []
        for column in table.copied:
            row = columns[oid, column.name]
            partitions = any(
                (parent, column.name) in columns and columns[parent, column.name]["partitions"]
                for parent in (oid, *above.get(oid, ()))
            )
            why = "decides the partition of its row" if partitions else ""
            why = why or ("is in a CHECK constraint" if column.name.strip('"') in checked.get(oid, set()) else "")
            rule, reason = _rule(row, redaction)
            why = why if rule is not Rule.KEPT else ""
            name = f"{table.name}.{column.name}"
            if as_qualified(name) in kept:
                rule = Rule.KEPT
            elif why or rule is None:
                problems[name] = why or reason
            own.append(rule or Rule.KEPT)
        rules[oid] = tuple(own)
    names = {
        as_qualified(f"{table.name}.{column.name}") for table in database.tables.values() for column in table.columns
    }
    _refuse(problems, sorted(kept - names))
    _require_equal(database, rules)
    return Masking(redaction, rules, tuple(sorted(kept)))


def _rule(row: asyncpg.Record, redaction: Redaction) -> tuple[Rule | None, str]:
    """Return the rule of a column by its type, and why it has none."""
    if row["labels"]:
        allowed = all(redaction.stays(label) for label in row["labels"])
        return (Rule.KEPT, "") if allowed else (None, f"enumerated type {row['type']}")
    if any(constrained_columns(check) for check in row["checks"]):
        return None, "its domain has a CHECK constraint"
    return rule_of(row["type"]), f"type {row['type']}"


def _refuse(problems: Mapping[str, str], unknown: list[str]) -> None:
    if unknown:
        raise BadInput(
            f"there is no column {', '.join(unknown)}", remedy="--keep: schema.table.column, quoted as in SQL"
        )
    if problems:
        raise BadInput(
            f"columns whose values cannot be replaced by pseudonyms: {', '.join(f'{name} ({why})' for name, why in problems.items())}",
            remedy=f"keep their values as they are: {keep_options(problems)}; or allow the values: --redact-allow",
        )


def _require_equal(database: Database, rules: Mapping[int, tuple[Rule, ...]]) -> None:
    """Raise unless the columns of each foreign key have the same rule on both sides."""
    for name, other in _pairs(database, rules):
        raise BadInput(
            f"{name} refers to {other}, and only one of them is replaced by pseudonyms",
            remedy=keep_options((name, other)),
        )


def _pairs(database: Database, rules: Mapping[int, tuple[Rule, ...]]) -> Iterator[tuple[str, str]]:
    places = {
        (oid, column.name): at for oid, table in database.tables.items() for at, column in enumerate(table.copied)
    }
    for key in database.keys:
        for mine, theirs in zip(key.columns, key.parent_columns, strict=True):
            one, other = (key.child, mine), (key.parent, theirs)
            if one in places and other in places:
                ruled = rules[one[0]][places[one]], rules[other[0]][places[other]]
                if ruled[0] is not ruled[1]:
                    yield f"{database.tables[one[0]].name}.{mine}", f"{database.tables[other[0]].name}.{theirs}"
