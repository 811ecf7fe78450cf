"""What exists of a target at AWS: from its journal and from what AWS describes now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pgrehearse.base.aws_errors import Purpose, aws_errors
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.targets.aws.clients import Clients
from pgrehearse.targets.aws.kinds import KINDS
from pgrehearse.targets.aws.login import credentials, endpoint
from pgrehearse.targets.aws.ownership import Expected, why_not_ours
from pgrehearse.targets.aws.requests import Kind
from pgrehearse.targets.aws.specification import AwsTarget
from pgrehearse.targets.journal import Created, Journal
from pgrehearse.targets.target import DataOrigin

_SNAPSHOTS = frozenset({Kind.SNAPSHOT, Kind.CLUSTER_SNAPSHOT})


@dataclass(frozen=True, slots=True)
class Existing:
    """*main*: the cluster, or the writing instance; *row*: its description; *rows*: of its instances, the writer first; *things*: all
    that the journal has."""

    clients: Clients
    target: AwsTarget
    run: str
    things: tuple[Created, ...]
    main: Created
    row: dict[str, Any]
    rows: tuple[dict[str, Any], ...]
    proxy_host: str = ""

    @classmethod
    def of(cls, journal: Journal, clients: Clients, target: AwsTarget) -> Existing:
        """Describe what the journal names. Raises ``TargetProblem`` if it does not exist, or is not proven to be this run's."""
        left = journal.left()
        clusters = [one for one in left if one.kind == Kind.CLUSTER]
        instances = [one for one in left if one.kind == Kind.INSTANCE]
        main = next(iter(clusters), None) or next((one for one in instances if one.name.endswith("-writer")), None)
        if main is None:
            raise TargetProblem(
                f"nothing of the target {journal.header.target} exists", remedy="pgrehearse targets create FILE"
            )
        run = journal.header.run
        row = _proven(clients, main, run)
        names = _members(row) if clusters else [main.name, *(one.name for one in reversed(instances) if one != main)]
        rows = tuple(_described(clients, Kind.INSTANCE, name) for name in names)
        proxy = next((one.name for one in left if one.kind == Kind.PROXY), "")
        host = str(_described(clients, Kind.PROXY, proxy).get("Endpoint", "")) if proxy else ""
        return cls(clients, target, run, journal.things(), main, row, rows, host)

    @property
    def cluster(self) -> str:
        return self.main.name if self.main.kind == Kind.CLUSTER else ""

    @property
    def instances(self) -> tuple[str, ...]:
        """The names of the instances, the writer first."""
        return tuple(str(row["DBInstanceIdentifier"]) for row in self.rows)

    @property
    def snapshots(self) -> tuple[str, ...]:
        """The snapshots that this run has made, and that exist."""
        return tuple(one.name for one in self.things if one.kind in _SNAPSHOTS and one.progress == "created")

    @property
    def generation(self) -> int:
        """How often the target was created: 1, and one more for each reset."""
        return sum(one.kind == self.main.kind and "how" in one.facts for one in self.things)

    @property
    def data(self) -> DataOrigin:
        facts = self.main.facts
        return DataOrigin(facts.get("how", ""), facts.get("data", ""), int(facts.get("at_us", 0)))

    @property
    def steps(self) -> tuple[str, ...]:
        return tuple(f"created {one.kind} {one.name}" for one in self.things)

    @property
    def version(self) -> str:
        return str(self.row.get("EngineVersion", ""))

    @property
    def instance_class(self) -> str:
        return str(self.rows[0].get("DBInstanceClass", "")) if self.rows else ""

    @property
    def resource(self) -> str:
        return str(self.row.get(KINDS[self.main.kind].resource, ""))

    def endpoint(self, *, proxy: bool = False) -> Endpoint:
        """Return the endpoint of the writer. *proxy*: by the proxy, if there is one."""
        place = _place(self.row)
        return self._at((self.proxy_host, place[1]) if proxy and self.proxy_host else place)

    def readers(self) -> dict[str, Endpoint]:
        """Return the endpoints of the readers, by instance."""
        return {str(row["DBInstanceIdentifier"]): self._at(_place(row)) for row in self.rows[1:]}

    def _at(self, place: tuple[str, int]) -> Endpoint:
        user, password = credentials(self.clients, self.target, self.row)
        database = self.target.database or str(self.row.get("DatabaseName") or self.row.get("DBName") or "postgres")
        return endpoint(self.clients, self.target, place, (user, password, database))


def _members(row: dict[str, Any]) -> list[str]:
    """Return the instances of a cluster, the writer first."""
    members = sorted(
        row.get("DBClusterMembers", []), key=lambda one: (not one["IsClusterWriter"], one["DBInstanceIdentifier"])
    )
    return [str(one["DBInstanceIdentifier"]) for one in members]


def _described(clients: Clients, kind: Kind, name: str) -> dict[str, Any]:
    with aws_errors(Purpose(name, KINDS[kind].actions[:1])):
        row = KINDS[kind].row(clients, name)
    if row is None:
        raise TargetProblem(f"{kind} {name} does not exist any more", remedy="destroy the target, and create it again")
    return row


def _proven(clients: Clients, thing: Created, run: str) -> dict[str, Any]:
    """Return the description of a thing that has our tag, and the id of the journal."""
    row = _described(clients, Kind(thing.kind), thing.name)
    if reason := why_not_ours(Expected(KINDS[thing.kind], thing.name, run, thing.resource), row):
        raise TargetProblem(
            f"{thing.name} is not the target: {reason}", remedy="look at it at AWS; nothing was done with it"
        )
    return row


def _place(row: dict[str, Any]) -> tuple[str, int]:
    """Return the address and the port of a cluster or an instance."""
    where = row.get("Endpoint", "")
    if isinstance(where, dict):
        return str(where.get("Address", "")), int(where.get("Port", 0))
    return str(where), int(row.get("Port", 0))
