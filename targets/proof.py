"""Is it safe to replay here? Replay with writes goes only to a target that proves to be a rehearsal.

Proof is: an embedded server of ours, or the mark of ``targets adopt``. The same system identifier as the source is
no proof of anything (every restored copy has it). The source itself is refused even when marked: by host and port,
by its postmaster's start time, and while the target still streams from it. A target that was replayed to is spent.
"""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatch
from typing import Any

import asyncpg

from base.endpoint import Endpoint
from base.errors import TargetProblem
from targets import registry
from targets.cluster import Cluster
from targets.facts import Facts, connect, facts
from targets.mark import Mark, others, read_mark, spend_mark

# Patterns, divided by blanks or commas: a team's own list.
DENY_HOSTS = "PGREHEARSE_DENY_HOSTS"


@dataclass(frozen=True, slots=True)
class Proof:
    """What is known of a target before anything is sent to it. *kind*: embedded, adopted or unproven."""

    facts: Facts
    kind: str
    spent: bool
    cluster: Cluster | None = None
    mark: Mark | None = None

    def document(self) -> dict[str, Any]:
        """Return what a run's manifest keeps of its target."""
        return {**self.facts.document(), "proof": self.kind, "spent": self.spent}


async def examine(endpoint: Endpoint, source: dict[str, Any], denied: Iterable[str] = ()) -> Proof:
    """Connect to a target and find out what it is; the source itself is refused (exit 4).

    *source*: what the workload's manifest knows of production (host, port, system_identifier, postmaster_start).
    *denied*: patterns of hosts that are never a target, beside those of the environment (``DENY_HOSTS``).
    """
    refuse_denied(endpoint.host, denied)
    connection = await connect(endpoint)
    try:
        known = await facts(connection, endpoint)
        refuse_source(known, source)
        cluster = registry.of_data_directory(known.data_directory, known.port) if _is_loopback(endpoint.host) else None
        if cluster is not None:
            return Proof(known, "embedded", bool(registry.spent_by(cluster)), cluster=cluster)
        mark = await read_mark(connection)
        if mark is None:
            return Proof(known, "unproven", spent=False)
        return Proof(known, "adopted", bool(mark.spent_at), mark=mark)
    finally:
        await connection.close()


def refuse_denied(host: str, denied: Iterable[str]) -> None:
    """Raise when a host fits one of the patterns (``*.prod.example``), or one of those a team keeps in ``DENY_HOSTS``."""
    patterns = [*denied, *os.environ.get(DENY_HOSTS, "").replace(",", " ").split()]
    fits = next((pattern for pattern in patterns if fnmatch(host.lower(), pattern.lower())), None)
    if fits is not None:
        raise TargetProblem(
            f"{host} is on the list of hosts that are never a target ({fits})",
            remedy=f"choose another target, or change --deny-host or {DENY_HOSTS}",
        )


def refuse_source(known: Facts, source: dict[str, Any]) -> None:
    """Raise when the target is the workload's own source, or still follows it."""
    same_place = bool(source) and (known.host, known.port) == (source.get("host"), source.get("port"))
    same_start = (
        bool(source.get("postmaster_start"))
        and known.postmaster_start == source["postmaster_start"]
        and known.system_identifier == source.get("system_identifier")
    )
    if same_place or same_start:
        raise TargetProblem(
            f"{known.host}:{known.port} is the server this workload was captured from",
            remedy="replay to a copy of it; production is never a target, marked or not",
        )
    if known.in_recovery:
        raise TargetProblem(f"{known.host}:{known.port} is a standby", remedy="promote it, or replay to its own copy")
    if known.receives_from:
        raise TargetProblem(
            f"{known.host}:{known.port} still receives changes from {known.receives_from}",
            remedy="drop the subscription or promote it first: a rehearsal follows nobody",
        )


def require(proof: Proof, *, writes: bool, dirty: bool) -> None:
    """Raise unless a replay with these permissions may begin."""
    if not writes:
        return
    place = f"{proof.facts.host}:{proof.facts.port}/{proof.facts.database}"
    if proof.kind == "unproven":
        raise TargetProblem(
            f"{place} has not proved that it is a rehearsal",
            remedy="if it really is a copy that may be changed: pgrehearse targets adopt DSN; or replay without --writes",
        )
    if proof.spent and not dirty:
        raise TargetProblem(
            f"{place} has been replayed to before: it is not in the state the capture began from",
            remedy="pgrehearse targets reset (or restore and adopt it again), or --dirty to go on regardless",
        )


async def spend(endpoint: Endpoint, proof: Proof, digest: str) -> None:
    """Mark a proven target as spent, before the first statement goes to it."""
    if proof.cluster is not None:
        registry.mark_spent(proof.cluster, digest)
        return
    connection = await connect(endpoint)
    try:
        await spend_mark(connection, digest)
    finally:
        await connection.close()


async def adoptable(connection: asyncpg.Connection, endpoint: Endpoint) -> tuple[Facts, list[str]]:
    """Return who the server is and the sessions that speak against adopting it."""
    refuse_denied(endpoint.host, ())
    known = await facts(connection, endpoint)
    refuse_source(known, {})
    return known, await others(connection)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
