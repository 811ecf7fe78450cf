"""The check of a target's readers: each is a standby that replays the WAL of the target, and not one of production.

A standby of production has the system identifier of a restored copy. A reader is therefore verified by one of these: pgrehearse made it, it has the
token of the target's mark (production has no mark), or it receives its WAL from the target's address.
"""

from __future__ import annotations

from collections.abc import Iterable

import asyncpg

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.server_facts import ServerFacts
from pgrehearse.base.server_identity import ExpectedIdentity
from pgrehearse.targets.adoption_mark import expected_identity, read_mark
from pgrehearse.targets.denied_hosts import refuse_denied, refuse_denied_address
from pgrehearse.targets.safety import SafetyCheck, embedded_server
from pgrehearse.targets.server_facts import connect, read_facts, read_value
from pgrehearse.targets.source_check import refuse_same
from pgrehearse.workload.source import Source


async def check_reader(
    endpoint: Endpoint, primary: SafetyCheck, source: Source | None, denied: Iterable[str] = ()
) -> ExpectedIdentity:
    """Return the identity that each connection to a reader's database has to report.

    Raises ``TargetProblem`` unless it is a standby of the server that *primary* describes. *source*, *denied*: as of ``safety.check_target``.
    """
    refuse_denied(endpoint, denied)
    connection = await connect(endpoint)
    try:
        refuse_denied_address(
            await read_value(connection, "select pg_catalog.host(pg_catalog.inet_server_addr())"), denied
        )
        facts = await read_facts(connection, endpoint)
        refuse_same(facts, source)
        _refuse_other_server(facts, primary.facts)
        if not (
            embedded_server(endpoint, facts) or _follows(facts, primary.facts) or await _has_mark(connection, primary)
        ):
            raise TargetProblem(
                f"{facts.place} is not verified to be a reader of {primary.facts.place}",
                remedy="adopt the target and connect as the role that adopted it; a reader has the mark when it has replayed the adoption",
            )
        return await expected_identity(connection, facts.place, adopted=False)
    finally:
        await connection.close()


def _refuse_other_server(facts: ServerFacts, primary: ServerFacts) -> None:
    """Raise if it is not a standby, or one of another server."""
    if not facts.in_recovery:
        raise TargetProblem(
            f"{facts.place} is not a reader: the server is not in recovery",
            remedy="use the DSN of a standby of the target; another server is a --target 'instance=NAME: DSN'",
        )
    if facts.system_identifier and primary.system_identifier not in {"", facts.system_identifier}:
        raise TargetProblem(
            f"{facts.place} is not a reader of {primary.place}: its system identifier is {facts.system_identifier}, that of "
            f"the target {primary.system_identifier}",
            remedy="use the DSN of a standby of the target",
        )


def _follows(facts: ServerFacts, primary: ServerFacts) -> bool:
    """Return whether the reader receives its WAL from the address of the target."""
    hosts = {host for host in (primary.host, primary.server_address) if host}
    return facts.receives_from in {f"{host}:{primary.port}" for host in hosts}


async def _has_mark(connection: asyncpg.Connection, primary: SafetyCheck) -> bool:
    """Return whether the reader has the token of the mark of its primary."""
    if primary.mark is None:
        return False
    try:
        mark = await read_mark(connection)
    except asyncpg.InsufficientPrivilegeError:
        return False
    return mark is not None and mark.token == primary.mark.token
