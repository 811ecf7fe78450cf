"""Which tables move from which embedded server to which other one, and the names of what replicates them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.embedded.cluster import Cluster

# The publication, the subscription and the replication slot of each direction have one name.
FORWARD, BACK = "pgrehearse_move", "pgrehearse_move_back"


@dataclass(frozen=True, slots=True, order=True)
class TableName:
    """The name of a table."""

    schema: str
    name: str

    def __str__(self) -> str:
        return f"{self.schema}.{self.name}"


@dataclass(frozen=True, slots=True)
class Move:
    """*tables* of a *database* that move from the *first* server to the *second* one."""

    first: Cluster
    second: Cluster
    database: str
    tables: tuple[TableName, ...]

    @property
    def source(self) -> Endpoint:
        """The database on the first server."""
        return self.first.endpoint(self.database)

    @property
    def target(self) -> Endpoint:
        """The database on the second server."""
        return self.second.endpoint(self.database)

    def document(self) -> dict[str, Any]:
        """Return what identifies the move, for a watchdog (``Move.of``)."""
        servers = [[str(server.data), server.port] for server in (self.first, self.second)]
        return {"servers": servers, "database": self.database, "tables": [asdict(table) for table in self.tables]}

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> Move | None:
        """Return the move of a ``document`` (None: one of its servers does not exist any more)."""
        first, second = (registry.of_data_directory(data, port) for data, port in document["servers"])
        tables = tuple(TableName(**table) for table in document["tables"])
        return None if first is None or second is None else cls(first, second, document["database"], tables)
