"""The proof that a target at AWS is the copy that pgrehearse has created: resource ids and tags as AWS describes them; never a name.

It is verified before a replay with writes, in addition to the mark: a mark is copied with the data, a resource id is not. The address that
the replay connects to must be one that AWS describes for the target.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pgrehearse.base.aws_errors import Purpose, aws_errors
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.targets.aws.clients import Clients
from pgrehearse.targets.aws.kinds import KINDS, Kind
from pgrehearse.targets.aws.ownership import Expected, why_not_ours, why_protected
from pgrehearse.targets.aws.tags import PREFIX
from pgrehearse.targets.journal import Created, Journal, Progress
from pgrehearse.targets.target import TargetKind
from pgrehearse.workload.source import Source

AT_AWS = frozenset({TargetKind.RDS, TargetKind.AURORA})
_PARTS = ("db-cluster", "db-instance", "db-proxy")
_DEPLOYMENTS = "rds:DescribeBlueGreenDeployments"


@dataclass(frozen=True, slots=True)
class Part:
    """A cluster, an instance or a proxy of a target, as AWS describes it. *row* has its tags as ``TagList``."""

    thing: Created
    kind: Kind
    row: dict[str, Any]

    @property
    def resource(self) -> str:
        return str(self.row.get(self.kind.resource, ""))

    @property
    def arn(self) -> str:
        return str(
            self.row.get({"db-cluster": "DBClusterArn", "db-instance": "DBInstanceArn"}.get(self.kind.name, ""), "")
        )

    def addresses(self) -> set[tuple[str, int]]:
        """Return host and port of its endpoints; a proxy has PostgreSQL's port."""
        endpoint = self.row.get("Endpoint") or {}
        if isinstance(endpoint, dict):
            return {(str(endpoint["Address"]), int(endpoint["Port"]))} if endpoint.get("Address") else set()
        port = int(self.row.get("Port") or 5432)
        return {(str(host), port) for host in (endpoint, self.row.get("ReaderEndpoint")) if host}


def require_proof(endpoint: Endpoint, journals: Iterable[Journal], source: Source | None) -> None:
    """Verify the target that an endpoint leads to, if pgrehearse has created it at AWS. Raises ``TargetProblem`` if it is not proven.

    *journals*: of this machine; *source*: production as in the workload's manifest. An endpoint of no journal has only its mark.
    """
    for journal in journals:
        if journal.header.kind not in AT_AWS:
            continue
        clients = Clients(region=journal.header.place.get("region", ""))
        try:
            parts = described(journal, clients)
        except TargetProblem:
            if endpoint.host.startswith(f"{PREFIX}{journal.header.run}"):
                raise
            continue
        if (endpoint.host, endpoint.port) in {address for part in parts for address in part.addresses()}:
            prove(journal, parts, clients, source)
            return
        if endpoint.host.startswith(f"{PREFIX}{journal.header.run}"):
            raise _unproven(journal, f"AWS describes no endpoint {endpoint.host}:{endpoint.port} of it")


def described(journal: Journal, clients: Clients) -> tuple[Part, ...]:
    """Return what AWS describes of a target's clusters, instances and proxies. Raises ``TargetProblem``."""
    clients.require(journal.header.place)
    parts = []
    for thing in journal.things():
        if thing.kind not in _PARTS or thing.progress != Progress.CREATED:
            continue
        kind = KINDS[thing.kind]
        with aws_errors(Purpose(f"{kind.name} {thing.name}", kind.actions[:-1])):
            row = kind.row(clients, thing.name)
        if row is not None:
            parts.append(Part(thing, kind, row))
    return tuple(parts)


def prove(journal: Journal, parts: Sequence[Part], clients: Clients, source: Source | None) -> None:
    """Raise ``TargetProblem`` unless all parts are proven to be what pgrehearse has created, and none is production."""
    deployments = _deployments(clients)
    own = frozenset(part.thing.name for part in parts)
    for part in parts:
        reason = (
            _why_source(part, source)
            or why_not_ours(Expected(part.kind, part.thing.name, journal.header.run, part.thing.resource), part.row)
            or ("" if part.thing.resource else "its id was not recorded when it was created")
            or why_protected(part.row)
            or _why_linked(part, deployments, own)
        )
        if reason:
            raise _unproven(journal, f"{part.kind.name} {part.thing.name}: {reason}")


def _why_source(part: Part, source: Source | None) -> str:
    if source is None or not source.resource or source.resource != part.resource:
        return ""
    return f"it is the source of the workload ({source.resource})"


def _why_linked(part: Part, deployments: frozenset[str], own: frozenset[str]) -> str:
    """Return why a write to a part can reach production, or be overwritten by it ("": neither). A reader may be a replica of the target's
    *own* writer, by name."""
    if part.arn in deployments:
        return "it is part of a blue/green deployment; restore a snapshot of it"
    for key in (
        "ReplicationSourceIdentifier",
        "ReadReplicaSourceDBInstanceIdentifier",
        "ReadReplicaSourceDBClusterIdentifier",
    ):
        if part.row.get(key) and part.row[key] not in own:
            return f"it is a replica of {part.row[key]}, and is not promoted"
    return ""


def _deployments(clients: Clients) -> frozenset[str]:
    """Return the ARNs of all members of blue/green deployments."""
    client = clients.of("rds")
    with aws_errors(Purpose("blue/green deployments", (_DEPLOYMENTS,))):
        pages = client.get_paginator("describe_blue_green_deployments").paginate()
        rows = [row for page in pages for row in page["BlueGreenDeployments"]]
    return frozenset(str(arn) for row in rows for arn in _members(row))


def _members(row: dict[str, Any]) -> Iterable[str]:
    yield from (row.get("Source", ""), row.get("Target", ""))
    for pair in row.get("SwitchoverDetails", []):
        yield from (pair.get("SourceMember", ""), pair.get("TargetMember", ""))


def _unproven(journal: Journal, reason: str) -> TargetProblem:
    return TargetProblem(
        f"the target {journal.header.target} is not proven to be the copy that pgrehearse has created: {reason}",
        remedy=f"production is never a target; remove it (pgrehearse targets destroy {journal.header.target}) and create it again",
    )
