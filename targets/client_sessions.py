"""Who uses a server? A rehearsal has no users: client sessions of others speak against it.

Ours are sessions of our own role under exactly one of our own names. The sessions that a managed service keeps for
itself do not count. A role that may not see other users' sessions cannot tell: that is refused.
"""

from __future__ import annotations

import asyncio

import asyncpg

from pgrehearse.base.application_names import OURS
from pgrehearse.base.errors import TargetProblem

# Roles that only a managed service itself logs in as.
PROVIDERS = ("rdsadmin", "rdsrepladmin", "cloudsqladmin", "cloudsqlagent", "azuresu", "alloydbadmin", "alloydbmetadata")
# A session that was just closed is listed for a moment: it is looked again, so often and after so long.
_LOOKS, _PAUSE_S = 6, 0.25

_SESSIONS = """
select coalesce(a.usename, '?') || '@' || coalesce(a.datname, '?') || ' ' || coalesce(nullif(a.application_name, ''), '(no name)')
from pg_catalog.pg_stat_activity as a
where a.pid <> pg_catalog.pg_backend_pid() and a.backend_type = 'client backend' and a.usename <> all ($1::text[])
  and not (a.usename = session_user and a.application_name = any ($2::text[]))
order by 1
"""


async def sessions(connection: asyncpg.Connection) -> list[str]:
    """Return client sessions on the server that are not ours, in any state, as ``user@database application``.

    Raises ``TargetProblem`` when the role may not see them.
    """
    if not await connection.fetchval("select pg_catalog.pg_has_role(current_user, 'pg_read_all_stats', 'usage')"):
        role = await connection.fetchval("select pg_catalog.quote_ident(current_user)")
        raise TargetProblem(
            f"the role {role} may not see the sessions of other users: nobody can say whether this server is in use",
            remedy=f"as a superuser (or the service's administrator): grant pg_monitor to {role}",
        )
    rows = await connection.fetch(_SESSIONS, list(PROVIDERS), sorted(OURS))
    return [str(row[0]) for row in rows]


async def refuse_users(connection: asyncpg.Connection, place: str) -> None:
    """Raise when sessions that are not ours are connected, and stay."""
    for look in range(_LOOKS):
        if look:
            await asyncio.sleep(_PAUSE_S)
        if not (found := await sessions(connection)):
            return
    raise TargetProblem(
        f"{place}: {len(found)} sessions that are not ours are connected: {', '.join(found[:3])}",
        remedy="a rehearsal has no users; end them if they were left behind, or look again at which server this is",
    )
