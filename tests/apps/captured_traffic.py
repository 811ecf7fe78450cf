"""Traffic of the applications, captured with the catalog of its start, beside the ids in production's own tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pgrehearse.base import event_loop
from pgrehearse.targets.catalog_reader import read_catalog
from pgrehearse.workload.generated.deduce import Log, deduce
from tests.apps import order_system, orm_clients
from tests.apps.produced_ids import compared
from tests.conftest import LogMark

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import polars as pl

    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.catalog.model import ServerCatalog
    from pgrehearse.workload.generated.counts import FirstPass
    from pgrehearse.workload.read import Workload


@dataclass(frozen=True)
class Application:
    """An application: its *database*, how it is created and run, and its tables with the *sequences* of their ids."""

    database: str
    create: Callable[[Cluster], None]
    run: Callable[..., None]
    sequences: Mapping[str, str]

    def produced(self, server: Cluster) -> dict[str, list[tuple[str, int]]]:
        """Return the markers and ids of the rows in its tables, by sequence."""
        return {name: order_system.ids(server, table, self.database) for table, name in self.sequences.items()}


ORDERS = Application(
    order_system.DATABASE,
    order_system.create,
    order_system.run,
    {table: f"public.{name}" for table, name in order_system.SEQUENCES.items()},
)
LIBRARIES = Application(orm_clients.DATABASE, orm_clients.create, orm_clients.run, orm_clients.SEQUENCES)


@dataclass(frozen=True)
class Traffic:
    """Captured traffic, and the ids in production's tables by sequence."""

    workload: Workload
    catalog: ServerCatalog
    produced: dict[str, list[tuple[str, int]]]

    def compared(self) -> pl.DataFrame:
        """Compare the ids of the workload with production's tables (``produced_ids.compared``)."""
        return compared(self.workload, self.produced)

    def deduced_again(self, first: FirstPass | None = None, decoded: pl.DataFrame | None = None) -> pl.DataFrame:
        """Deduce the ids with the numbers of draws of a *first* pass or with *decoded* ids, and compare."""
        captured = self.workload
        resolution = captured.manifest.time_resolution_us
        log = Log(captured.parts(), captured.sessions(), captured.shapes(), resolution)
        ids = {name: one.ids for name, one in self.catalog.databases.items()}
        return compared(captured, self.produced, pins=deduce(log, ids, first, decoded).pins)


def catalog_of(server: Cluster, database: str) -> ServerCatalog:
    return event_loop.run(read_catalog(server.endpoint(), {database}))


def captured(
    application: Application,
    server: Cluster,
    folder: Path,
    *,
    sessions: int,
    transactions: int,
    seed: int = 1,
    late: bool = False,
    **options: Any,
) -> Traffic:
    """Create and run an application, and capture its log with the catalog of its start (*late*: of its end); *options*: of the capture."""
    application.create(server)
    mark = LogMark.now(server)
    catalog = catalog_of(server, application.database)
    application.run(server, sessions=sessions, transactions=transactions, seed=seed)
    if late:
        catalog = catalog_of(server, application.database)
    workload = mark.capture(folder, application.database, catalog=catalog, **options)
    return Traffic(workload, catalog, application.produced(server))


def wrong(found: pl.DataFrame) -> list[tuple[object, ...]]:
    """Return the wrong ids among those that are not called guessed."""
    return found.filter(~found["right"], found["how"].is_in(["decoded", "confirmed", "counted", "order"])).rows()
