"""Is it safe to replay here? Replay with writes goes only to databases that prove to be a rehearsal's.

Proof is: an embedded server of ours, or the mark of ``targets adopt``, made at this very place. The same system
identifier as the source is no proof of anything (every restored copy has it). The source itself is refused even when
marked (``pgrehearse.targets.source_check``). A target that was replayed to is spent.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import quote

import asyncpg

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.server_facts import Facts
from pgrehearse.base.server_identity import Witness, answered
from pgrehearse.runs.run_facts import TargetFacts
from pgrehearse.targets.adoption_mark import Mark, has_old_mark, owner_of_mark, read_mark, spend_mark, witness
from pgrehearse.targets.denied_hosts import refuse_denied, refuse_denied_address
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.embedded.cluster import Cluster
from pgrehearse.targets.server_facts import ask, connect, facts
from pgrehearse.targets.source_check import refuse_source
from pgrehearse.workload.source import Source

# Patterns, divided by blanks or commas: a team's own list.
OLD_MARK = "it is marked by an earlier version of pgrehearse, whose mark a copy carries with it"


@dataclass(frozen=True, slots=True)
class Proof:
    """What is known of one database before anything is sent to it. *kind*: embedded, adopted or unproven.

    *doubts*: why a mark that is there proves nothing. *witness*: what each connection to the database has to answer,
    *server*: what one to any database of its server has to.
    """

    facts: Facts
    kind: str
    spent: bool
    witness: Witness
    server: Witness
    cluster: Cluster | None = None
    mark: Mark | None = None
    doubts: list[str] = field(default_factory=list)

    def recorded(self) -> TargetFacts:
        """Return what a run's manifest keeps of its target."""
        return TargetFacts(
            **self.facts.document(),
            proof=self.kind,
            spent=self.spent,
            mark=self.mark.recorded() if self.mark is not None else None,
        )


async def examine(
    endpoint: Endpoint,
    source: Source | None,
    denied: Iterable[str] = (),
    *,
    writes: bool = True,
    allowed: frozenset[str] = frozenset(),
) -> Proof:
    """Connect to a target's database and find out what it is; the source itself is refused (exit 4).

    *source*: what the workload's manifest knows of production. *denied*: patterns of hosts that are never a target,
    beside those of the environment (PGREHEARSE_DENY_HOSTS). *writes*: whether connections will prove themselves by the mark.
    *allowed*: ways out that are accepted.
    """
    refuse_denied(endpoint, denied)
    connection = await connect(endpoint)
    try:
        refuse_denied_address(await ask(connection, "select pg_catalog.host(pg_catalog.inet_server_addr())"), denied)
        return await examined(connection, endpoint, source, writes=writes, allowed=allowed)
    finally:
        await connection.close()


async def examined(
    connection: asyncpg.Connection,
    endpoint: Endpoint,
    source: Source | None,
    *,
    writes: bool = True,
    allowed: frozenset[str] = frozenset(),
) -> Proof:
    """Find out what the database at the other end of a connection is."""
    known = await facts(connection, endpoint)
    refuse_source(known, source, allowed)
    name = f"{endpoint.host}:{endpoint.port}/{known.database}"
    cluster = (
        registry.of_data_directory(known.data_directory, known.port)
        if _is_loopback(endpoint.hostaddr or endpoint.host)
        else None
    )
    server = await witness(connection, name, adopted=False)
    if cluster is not None:
        return Proof(known, "embedded", bool(registry.spent_by(cluster)), server, server, cluster=cluster)
    mark, doubts, proved = await _marked(connection, name, known)
    if mark is None or doubts or proved is None:
        return Proof(known, "unproven", spent=False, witness=server, server=server, doubts=doubts)
    return Proof(known, "adopted", bool(mark.spent_at), proved if writes else server, server, mark=mark)


async def _marked(
    connection: asyncpg.Connection, name: str, known: Facts
) -> tuple[Mark | None, list[str], Witness | None]:
    """Return a database's mark, why it proves nothing here, and what it answers to a connection."""
    try:
        mark = await read_mark(connection)
    except asyncpg.InsufficientPrivilegeError:
        if not (owner := await owner_of_mark(connection)):
            return None, [OLD_MARK] if await has_old_mark(connection) else [], None
        return None, [f"the role {known.user} may not read the mark: connect as {owner}, which adopted it"], None
    if mark is None:
        return None, [OLD_MARK] if await has_old_mark(connection) else [], None
    try:
        asked = await witness(connection, name, adopted=True)
    except asyncpg.PostgresError as error:
        return mark, [f"its proof fails: {error}"], None
    return mark, mark.doubts(asked.expected, asked.nonce), asked


def require(proof: Proof, endpoint: Endpoint, *, dirty: bool) -> None:
    """Raise unless the database may be written to."""
    place = f"{proof.facts.host}:{proof.facts.port}/{proof.facts.database}"
    adopt = f"pgrehearse targets adopt {shown(endpoint.to(database=proof.facts.database))}"
    if proof.doubts:
        raise TargetProblem(
            f"{place} has a mark that does not prove that it is a rehearsal: {'; '.join(proof.doubts)}",
            remedy=f"if it is a copy that may be changed, adopt it again: {adopt}",
        )
    if proof.kind == "unproven":
        raise TargetProblem(
            f"{place} has not proved that it is a rehearsal",
            remedy=f"if it is a copy that may be changed: {adopt}; or replay without --writes",
        )
    if proof.spent and not dirty:
        raise TargetProblem(
            f"{place} has been replayed to before: it is not in the state the capture began from",
            remedy="pgrehearse targets reset (or restore and adopt it again), or --dirty to go on regardless",
        )


def shown(endpoint: Endpoint) -> str:
    """Return a DSN to copy, without the password."""
    user = f"{quote(endpoint.user, safe='')}@" if endpoint.user else ""
    host = f"[{endpoint.host}]" if ":" in endpoint.host else quote(endpoint.host, safe="")
    return f"postgresql://{user}{host}:{endpoint.port}/{quote(endpoint.database, safe='')}"


async def spend(endpoint: Endpoint, proof: Proof, digest: str) -> None:
    """Mark a proven database as spent, before the first statement goes to it."""
    if proof.cluster is not None:
        registry.mark_spent(proof.cluster, digest)
        return
    connection = await connect(endpoint)
    try:
        await proved(connection, proof.witness)
        await spend_mark(connection, digest)
    finally:
        await connection.close()


async def proved(connection: asyncpg.Connection, expected: Witness) -> None:
    """Raise unless a connection is with the database that was proven."""
    sql, params = expected.question()
    try:
        row = await connection.fetchrow(sql, *params)
    except asyncpg.PostgresError as error:
        raise TargetProblem(
            f"{expected.name}: the proof was refused: {error}", remedy="does its address lead to one server only?"
        ) from None
    if refusal := expected.refusal(answered(list(row or ()))):
        raise TargetProblem(refusal, remedy="give the target by an address that leads to one server only")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
