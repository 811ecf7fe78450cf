"""Functions of a rehearsal database that call PostgreSQL's own ``nextval``: for the time of a replay they call that of ``pgrehearse``.

CREATE OR REPLACE keeps a function's OID, so that triggers, views and privileges that refer to it stay. A function that somebody
else changed during the replay is not put back.
"""

from __future__ import annotations

import asyncpg

from pgrehearse.base.sql_files import sql_text
from pgrehearse.workload.sql.renamed_in_functions import own_again, rename_in_function

_PACKAGE = "pgrehearse.targets"


async def replace_functions(connection: asyncpg.Connection) -> list[str]:
    """Change the functions that call PostgreSQL's own sequence functions; return sentences about those that still do."""
    left = []
    await _local_settings(connection)
    for row in await connection.fetch(sql_text(_PACKAGE, "id_replaceable_functions")):
        renamed = rename_in_function(row["definition"], row["language"])
        if renamed.unread:
            left.append(f"the function {row['signature']}: {renamed.unread}")
        if renamed.definition is not None and (reason := await _replace(connection, row, renamed.definition)):
            left.append(
                f"the function {row['signature']} calls PostgreSQL's own nextval, and cannot be changed: {reason}"
            )
    return left


async def _local_settings(connection: asyncpg.Connection) -> None:
    """A body names relations of a search_path that is not in force here."""
    await connection.execute("set local check_function_bodies = off")


async def _replace(connection: asyncpg.Connection, row: asyncpg.Record, definition: str) -> str:
    """Change one function, and store how it was; return why it cannot be changed ("": it is)."""
    try:
        async with connection.transaction():
            await connection.execute(definition)
            await connection.execute(
                "insert into pgrehearse.replaced_function select $1, $2, pg_get_functiondef($1)",
                row["oid"],
                row["definition"],
            )
    except asyncpg.PostgresError as error:
        return str(error)
    return ""


async def put_back_functions(connection: asyncpg.Connection) -> list[str]:
    """Put back the functions that were changed; return sentences about those that another command changed during the replay."""
    left = []
    await _local_settings(connection)
    rows = await connection.fetch(
        "select r.function::regprocedure::text as signature, r.definition, r.replacement, pg_get_functiondef(p.oid) as now "
        "from pgrehearse.replaced_function r join pg_proc p on p.oid = r.function order by 1"
    )
    for row in rows:
        definition = row["definition"] if row["now"] == row["replacement"] else own_again(row["now"])
        if definition is None:
            left.append(f"the function {row['signature']} was changed during the replay")
        else:
            await connection.execute(definition)
    return left
