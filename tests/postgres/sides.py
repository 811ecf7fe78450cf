"""A server with production's database, and a copy of it for each replay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pgrehearse.compare.api import compare_runs
from pgrehearse.replay.plan.routing import Routing
from tests.conftest import drop_database, superuser
from tests.replaying import replay

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.compare.comparison import Comparison
    from pgrehearse.runs.read import Run
    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload

SIDES = ("control", "candidate", "again")


@dataclass
class Sides:
    """A server with production's database and a copy of it for each replay."""

    cluster: Cluster
    name: str
    folder: Path

    def database(self, side: str) -> str:
        """The database of a replay."""
        return f"{self.name}_{side}"

    def create(self, schema: str) -> None:
        """Create production's database, and a copy for each replay."""
        with superuser(self.cluster) as connection:
            connection.execute(f"create database {self.name}")
        self.execute(self.name, schema)
        with superuser(self.cluster) as connection:
            for side in SIDES:
                connection.execute(f"create database {self.database(side)} template {self.name}")

    def execute(self, database: str, sql: str) -> None:
        """Execute statements that a capture does not count as traffic."""
        with superuser(self.cluster, database) as connection:
            connection.execute(sql)

    def drop(self) -> None:
        """Drop every database."""
        for database in (self.name, *map(self.database, SIDES)):
            drop_database(self.cluster, database)

    def replay(self, workload: Workload, side: str, *, plan: dict[str, Any] | None = None, **how: Any) -> Run:
        """Replay to the database of a side; every statement succeeds. *plan*: fields of ``ReplayPlan``; *how*: as for ``replaying.replay``."""
        routing = Routing(databases=((self.name, self.database(side)),))
        run, fit = replay(
            workload,
            self.cluster,
            self.folder / f"{side}.run",
            database=self.database(side),
            plan={"routing": routing, **(plan or {})},
            **how,
        )
        assert (fit.statements["failed"], fit.statements["skipped"]) == (0, 0), run.path
        return run

    def compared(self, *, control: bool = False, tolerance: float = 0.10) -> Comparison:
        """Compare the candidate with the control. *control*: with a second replay of the control; *tolerance*: of durations."""
        again = self.folder / "again.run" if control else None
        runs = self.folder / "control.run", self.folder / "candidate.run"
        return compare_runs(*runs, control=again, tolerance=tolerance)
