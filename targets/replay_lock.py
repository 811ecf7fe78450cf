"""The lock of a replay that writes to a database: what one replay replaces there, another one must not put back.

It is an advisory lock of the session (PostgreSQL's manual, "Advisory Locks"): it ends with its connection, also when the replay is
killed.
"""

from __future__ import annotations

import asyncio

import asyncpg

from pgrehearse.base.errors import TargetProblem

# "pgrehearse" in ASCII, its first eight bytes.
_KEY = int.from_bytes(b"pgrehear")
# The server ends the session of a process that was killed a little later: so many attempts, with this pause between them.
_ATTEMPTS, _PAUSE_S = 8, 0.25
# The server notices within a minute that the machine of a replay is gone, and does not end the session because it is idle.
_SETTINGS = """
select pg_catalog.set_config(name, case name when 'tcp_keepalives_count' then '3' when 'idle_session_timeout' then '0' else '15' end, false)
from pg_catalog.pg_settings
where name in ('tcp_keepalives_idle', 'tcp_keepalives_interval', 'tcp_keepalives_count', 'idle_session_timeout')
"""


async def lock_for_replay(connection: asyncpg.Connection, place: str) -> None:
    """Take the lock of the connected database; it is held until the connection ends. Raises ``TargetProblem`` if another replay has it."""
    await connection.execute(_SETTINGS)
    for attempt in range(_ATTEMPTS):
        if attempt:
            await asyncio.sleep(_PAUSE_S)
        if await connection.fetchval("select pg_catalog.pg_try_advisory_lock($1)", _KEY):
            return
    raise TargetProblem(
        f"{place}: another replay writes to this database",
        remedy="wait until it has ended, or end it; replay to another database at the same time",
    )
