"""``targets adopt``: may this database be marked as a rehearsal?"""

from __future__ import annotations

import asyncpg

from base.endpoint import Endpoint
from targets.facts import Facts, facts
from targets.proof import refuse_denied
from targets.source import refuse_source
from targets.usage import sessions


async def adoptable(connection: asyncpg.Connection, endpoint: Endpoint) -> tuple[Facts, list[str]]:
    """Return who the server is and the sessions that speak against adopting it."""
    refuse_denied(endpoint.host, ())
    known = await facts(connection, endpoint)
    refuse_source(known, {})
    return known, await sessions(connection)
