"""The safety check: a replay with writes sends only to databases that are verified to be rehearsal databases.

A database is verified when it is on an embedded server that pgrehearse made, or has a mark of ``targets adopt`` that was made
at this place. The same system identifier as the source verifies nothing (every restored copy has it). The source itself is
refused even when marked (``pgrehearse.targets.source_check``). A target that was replayed to is used.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import quote

import asyncpg

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.server_facts import ServerFacts
from pgrehearse.base.server_identity import ExpectedIdentity, answered
from pgrehearse.runs.run_facts import TargetFacts
from pgrehearse.targets.adoption_mark import (
    Mark,
    expected_identity,
    has_mark_of_earlier_version,
    owner_of_mark,
    read_mark,
    record_use_in_mark,
)
from pgrehearse.targets.denied_hosts import refuse_denied, refuse_denied_address
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.embedded.cluster import Cluster
from pgrehearse.targets.server_facts import connect, read_facts, read_value
from pgrehearse.targets.source_check import refuse_source
from pgrehearse.workload.source import Source

OLD_MARK = "it is marked by an earlier version of pgrehearse, and a copy has the same mark"


@dataclass(frozen=True, slots=True)
class SafetyCheck:
    """The result of the check of one database, before anything is sent to it. *kind*: embedded, adopted or unproven.

    *used*: an earlier replay wrote to it. *doubts*: why its mark proves nothing. *expected_identity*: the identity that each connection
    to the database has to report; *server*: the identity that a connection to any database of the server has to report.
    """

    facts: ServerFacts
    kind: str
    used: bool
    expected_identity: ExpectedIdentity
    server: ExpectedIdentity
    cluster: Cluster | None = None
    mark: Mark | None = None
    doubts: list[str] = field(default_factory=list)

    def recorded(self) -> TargetFacts:
        """Return the target in a run's manifest."""
        return TargetFacts(
            **self.facts.document(),
            proof=self.kind,
            spent=self.used,
            mark=self.mark.recorded() if self.mark is not None else None,
        )


async def check_target(
    endpoint: Endpoint,
    source: Source | None,
    denied: Iterable[str] = (),
    *,
    writes: bool = True,
    allowed: frozenset[str] = frozenset(),
) -> SafetyCheck:
    """Connect to a target's database and check it. Raises ``TargetProblem`` (exit 4) for the source itself.

    *source*: production as in the workload's manifest. *denied*: patterns of hosts that are never a target, in addition to
    those of the environment (PGREHEARSE_DENY_HOSTS). *writes*: whether connections have to verify the mark. *allowed*: outbound
    paths that are accepted.
    """
    refuse_denied(endpoint, denied)
    connection = await connect(endpoint)
    try:
        refuse_denied_address(
            await read_value(connection, "select pg_catalog.host(pg_catalog.inet_server_addr())"), denied
        )
        return await check_connection(connection, endpoint, source, writes=writes, allowed=allowed)
    finally:
        await connection.close()


async def check_connection(
    connection: asyncpg.Connection,
    endpoint: Endpoint,
    source: Source | None,
    *,
    writes: bool = True,
    allowed: frozenset[str] = frozenset(),
) -> SafetyCheck:
    """Check the database of a connection."""
    facts = await read_facts(connection, endpoint)
    refuse_source(facts, source, allowed)
    name = f"{endpoint.host}:{endpoint.port}/{facts.database}"
    cluster = embedded_server(endpoint, facts)
    server = await expected_identity(connection, name, adopted=False)
    if cluster is not None:
        return SafetyCheck(facts, "embedded", bool(registry.used_by(cluster)), server, server, cluster=cluster)
    mark, doubts, of_mark = await _check_mark(connection, name, facts)
    if mark is None or doubts or of_mark is None:
        return SafetyCheck(facts, "unproven", used=False, expected_identity=server, server=server, doubts=doubts)
    return SafetyCheck(facts, "adopted", bool(mark.used_at), of_mark if writes else server, server, mark=mark)


def embedded_server(endpoint: Endpoint, facts: ServerFacts) -> Cluster | None:
    """Return the embedded server with these facts (None: pgrehearse did not make it)."""
    local = _is_loopback(endpoint.hostaddr or endpoint.host)
    return registry.of_data_directory(facts.data_directory, facts.port) if local else None


async def _check_mark(
    connection: asyncpg.Connection, name: str, facts: ServerFacts
) -> tuple[Mark | None, list[str], ExpectedIdentity | None]:
    """Return a database's mark, why it proves nothing at this place, and the identity that it reports to a connection."""
    try:
        mark = await read_mark(connection)
    except asyncpg.InsufficientPrivilegeError:
        if not (owner := await owner_of_mark(connection)):
            return None, [OLD_MARK] if await has_mark_of_earlier_version(connection) else [], None
        return None, [f"the role {facts.user} may not read the mark: connect as {owner}, which adopted it"], None
    if mark is None:
        return None, [OLD_MARK] if await has_mark_of_earlier_version(connection) else [], None
    try:
        of_mark = await expected_identity(connection, name, adopted=True)
    except asyncpg.PostgresError as error:
        return mark, [f"its function fails: {error}"], None
    return mark, mark.doubts(of_mark.expected, of_mark.nonce), of_mark


def require_rehearsal(check: SafetyCheck, endpoint: Endpoint, *, dirty: bool) -> None:
    """Raise unless the database may be written to."""
    place = check.facts.place
    adopt = f"pgrehearse targets adopt {dsn_without_password(endpoint.to(database=check.facts.database))}"
    if check.doubts:
        raise TargetProblem(
            f"{place} has a mark that does not prove that it is a rehearsal database: {'; '.join(check.doubts)}",
            remedy=f"if it is a copy that may be changed, adopt it again: {adopt}",
        )
    if check.kind == "unproven":
        raise TargetProblem(
            f"{place} is not verified to be a rehearsal database",
            remedy=f"if it is a copy that may be changed: {adopt}; or replay without --writes",
        )
    if check.used and not dirty:
        raise TargetProblem(
            f"{place} is a used target: an earlier replay wrote to it, so that its data is no longer the data at the start of the capture",
            remedy="pgrehearse targets reset (or restore and adopt it again), or --dirty to replay to it as it is",
        )


def dsn_without_password(endpoint: Endpoint) -> str:
    """Return a DSN for a command line, without the password."""
    user = f"{quote(endpoint.user, safe='')}@" if endpoint.user else ""
    host = f"[{endpoint.host}]" if ":" in endpoint.host else quote(endpoint.host, safe="")
    return f"postgresql://{user}{host}:{endpoint.port}/{quote(endpoint.database, safe='')}"


async def record_use(endpoint: Endpoint, check: SafetyCheck, digest: str) -> None:
    """Record that a verified database is used, before the first statement is sent to it."""
    if check.cluster is not None:
        registry.record_use(check.cluster, digest)
        return
    connection = await connect(endpoint)
    try:
        await require_identity(connection, check.expected_identity)
        await record_use_in_mark(connection, digest)
    finally:
        await connection.close()


async def require_identity(connection: asyncpg.Connection, expected: ExpectedIdentity) -> None:
    """Raise unless a connection leads to the database that was verified."""
    sql, params = expected.question()
    try:
        row = await connection.fetchrow(sql, *params)
    except asyncpg.PostgresError as error:
        raise TargetProblem(
            f"{expected.name}: the server refused the query of its identity: {error}",
            remedy="check that the address leads to one server only",
        ) from None
    if refusal := expected.refusal(answered(list(row or ()))):
        raise TargetProblem(refusal, remedy="give an address of the target that leads to one server only")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
