"""Which client sessions use a server? A rehearsal server has no other users: sessions of other programs refuse an adoption.

Sessions of pgrehearse are sessions of its own role under exactly one of its application names. The sessions that a managed
service keeps for itself do not count. A role that may not see the sessions of other users is refused.
"""

from __future__ import annotations

import asyncio

import asyncpg

from pgrehearse.base.application_names import OURS
from pgrehearse.base.errors import TargetProblem

# Roles that only a managed service itself logs in as.
PROVIDERS = ("rdsadmin", "rdsrepladmin", "cloudsqladmin", "cloudsqlagent", "azuresu", "alloydbadmin", "alloydbmetadata")
# The view still lists a session shortly after it was closed: so many attempts, with this pause between them.
_ATTEMPTS, _PAUSE_S = 6, 0.25

_SESSIONS = """
select coalesce(a.usename, '?') || '@' || coalesce(a.datname, '?') || ' ' || coalesce(nullif(a.application_name, ''), '(no name)')
from pg_catalog.pg_stat_activity as a
where a.pid <> pg_catalog.pg_backend_pid() and a.backend_type = 'client backend' and a.usename <> all ($1::text[])
  and not (a.usename = session_user and a.application_name = any ($2::text[]))
order by 1
"""


async def other_sessions(connection: asyncpg.Connection) -> list[str]:
    """Return the client sessions of other programs on the server, in any state, as ``user@database application``.

    Raises ``TargetProblem`` when the role may not see them.
    """
    if not await connection.fetchval("select pg_catalog.pg_has_role(current_user, 'pg_read_all_stats', 'usage')"):
        role = await connection.fetchval("select pg_catalog.quote_ident(current_user)")
        raise TargetProblem(
            f"the role {role} may not see the sessions of other users: whether this server is in use cannot be checked",
            remedy=f"as a superuser (or the service's administrator): grant pg_monitor to {role}",
        )
    rows = await connection.fetch(_SESSIONS, list(PROVIDERS), sorted(OURS))
    return [str(row[0]) for row in rows]


async def refuse_other_sessions(connection: asyncpg.Connection, place: str) -> None:
    """Raise when sessions of other programs are connected, and stay connected."""
    for attempt in range(_ATTEMPTS):
        if attempt:
            await asyncio.sleep(_PAUSE_S)
        if not (sessions := await other_sessions(connection)):
            return
    raise TargetProblem(
        f"{place}: {len(sessions)} sessions of other programs are connected: {', '.join(sessions[:3])}",
        remedy="a rehearsal server has no other users: end these sessions if they are left over, or check which server this is",
    )
