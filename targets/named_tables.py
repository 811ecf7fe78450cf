"""The tables whose ids statements have to name, because their defaults cannot be changed (``workload.sql.named_ids``)."""

from __future__ import annotations

from collections.abc import Mapping

import asyncpg

from pgrehearse.base.sql_files import sql_text
from pgrehearse.workload.sql.named_ids import DrawnColumn, NamedTable
from pgrehearse.workload.sql.renamed_calls import NEXTVAL, rename_calls

_PACKAGE = "pgrehearse.targets"


async def named_tables(connection: asyncpg.Connection, kept: Mapping[int, str]) -> tuple[tuple[NamedTable, str], ...]:
    """Return the tables with columns that draw from sequences, each with the reason why its default stays.

    *kept*: the reasons, by the OIDs of the sequences. The connection's search_path contains no schema of a table.
    """
    rows = await connection.fetch(sql_text(_PACKAGE, "id_columns"), list(kept))
    return tuple((_table(row), kept[int(row["sequence"])]) for row in rows)


def _table(row: asyncpg.Record) -> NamedTable:
    expressions = (rename_calls(one, NEXTVAL, "pgrehearse.draw") for one in row["expressions"])
    columns = zip(row["drawn"], expressions, row["always"], strict=True)
    return NamedTable(
        str(row["schema"]),
        str(row["name"]),
        tuple(row["columns"]),
        tuple(row["quoted"]),
        tuple(DrawnColumn(str(name), value, bool(always)) for name, value, always in columns if value is not None),
    )
