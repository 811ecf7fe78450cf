"""Kind ``dsn``: a database that its owner restored and adopted. pgrehearse verifies it, and creates and removes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pgrehearse.base import event_loop
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import BadInput, TargetProblem
from pgrehearse.base.postgres import located
from pgrehearse.base.progress import Stages
from pgrehearse.base.user_command import run_command
from pgrehearse.targets import safety
from pgrehearse.targets.denied_hosts import refuse_denied
from pgrehearse.targets.server_facts import server_facts
from pgrehearse.targets.specification import Dsn, Specification
from pgrehearse.targets.target import Connections, Description, TargetKind


@dataclass(frozen=True, slots=True)
class DsnTarget:
    """A target of kind ``dsn``."""

    specification: Specification

    @property
    def _table(self) -> Dsn:
        table: Dsn = self.specification.table
        return table

    def plan(self) -> tuple[str, ...]:
        """Verify the database, and return what ``prepare`` does. Raises ``TargetProblem`` if it is not a rehearsal database."""
        self._verify()
        return (f"{Endpoint.parse(self._table.dsn)} is verified to be a rehearsal database; nothing is created",)

    def prepare(self, stages: Stages) -> None:
        """Verify the database, its readers and its logs. Raises ``TargetProblem`` if it is not adopted, or was used by a replay."""
        for log in self._table.logs:
            if not Path(log).exists():
                raise BadInput(f"{log}: no such file", remedy="correct logs in the target's file")
        with stages.stage("verify the database"):
            self._verify()
            for reader in self.connect().readers.values():
                event_loop.run(server_facts(reader))

    def describe(self) -> Description:
        """Return what the server reports about itself."""
        table = self._table
        facts = event_loop.run(server_facts(self.connect().primary))
        return Description(
            TargetKind.DSN,
            self.specification.name,
            version=facts.version,
            instances=table.instance,
            aws_clusters=table.cluster,
            logs=tuple(Path(log) for log in table.logs),
        )

    def connect(self) -> Connections:
        """Return the one address of each DSN that accepts connections."""
        readers = {f"reader-{place}": _located(dsn) for place, dsn in enumerate(self._table.standby_dsn, 1)}
        return Connections(_located(self._table.dsn), readers)

    def reset(self, stages: Stages) -> None:
        """Restore the database by the user's command, which also adopts it again; it is verified that it did."""
        table, name = self._table, self.specification.name
        if not table.restore:
            raise TargetProblem(
                f"target {name} cannot be reset: pgrehearse did not create it",
                remedy="set restore in its file: a command that restores the database and adopts it again",
            )
        with stages.stage("restore the database"):
            run_command("command of restore", table.restore, Endpoint.parse(table.dsn))
            self._verify()

    def destroy(self, stages: Stages) -> tuple[str, ...]:  # noqa: ARG002
        """Do nothing: the database belongs to its owner."""
        return ()

    def _verify(self) -> None:
        primary = self.connect().primary
        check = event_loop.run(safety.check_target(primary, None))
        safety.require_rehearsal(check, primary, dirty=False)


def _located(dsn: str) -> Endpoint:
    endpoint = Endpoint.parse(dsn)
    refuse_denied(endpoint, ())
    pinned = event_loop.run(located(endpoint))
    refuse_denied(pinned, ())
    return pinned
