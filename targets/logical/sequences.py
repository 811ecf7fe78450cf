"""The sequences of the tables that move: logical replication does not send their values, so that they are set at the cut-over."""

from __future__ import annotations

from collections.abc import Sequence

import asyncpg

from pgrehearse.targets.logical.composing import command, quoted
from pgrehearse.targets.logical.move import TableName

# Sequences that belong to a column of the tables (serial, identity).
_OWNED = """
select distinct n.nspname, s.relname
from pg_catalog.pg_depend as d
join pg_catalog.pg_class as s on s.oid = d.objid and s.relkind = 'S'
join pg_catalog.pg_namespace as n on n.oid = s.relnamespace
where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
  and d.deptype in ('a', 'i') and d.refobjid = any ($1::text[]::pg_catalog.regclass[])
order by 1, 2
"""
_SET = "select pg_catalog.setval($1::text::pg_catalog.regclass, $2, $3)"


async def copy_values(source: asyncpg.Connection, target: asyncpg.Connection, tables: Sequence[TableName]) -> int:
    """Set every sequence of the tables on *target* to its value on *source*; return how many there are."""
    owned = await source.fetch(_OWNED, quoted(tables))
    for schema, name in owned:
        sequence = TableName(schema, name)
        row = await source.fetchrow(command("select last_value, is_called from {}", sequence))
        await target.fetchval(_SET, quoted([sequence])[0], *tuple(row or ()))
    return len(owned)
