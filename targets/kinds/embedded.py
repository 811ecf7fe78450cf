"""Kind ``embedded``: a PostgreSQL server of this machine, with the data of a dump, a base backup, a seed script, or a running server."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from pgrehearse.base import event_loop
from pgrehearse.base.application_names import SCENARIO
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import HarnessFailure, TargetProblem
from pgrehearse.base.postgres import located
from pgrehearse.base.progress import Stages
from pgrehearse.base.units import parse_duration_us
from pgrehearse.targets.data.clients import Clients
from pgrehearse.targets.data.copy_method import CopyPlan, Method, plan_copy
from pgrehearse.targets.data.extensions import installation
from pgrehearse.targets.data.load import Load, Loaded, replicates
from pgrehearse.targets.data.no_way_out import close_outbound_paths
from pgrehearse.targets.data.source_facts import SourceFacts, read_source_facts
from pgrehearse.targets.data_origin import write_origin
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.embedded.binaries import installed, programs
from pgrehearse.targets.embedded.cluster import Cluster
from pgrehearse.targets.journal import Created, Journal
from pgrehearse.targets.kinds import description_file, recorded
from pgrehearse.targets.server_facts import connect
from pgrehearse.targets.specification import Embedded, Specification
from pgrehearse.targets.target import Connections, DataOrigin, Description, TargetKind

THING = "embedded-server"


@dataclass
class EmbeddedTarget:
    """A target of kind ``embedded``. *journal*: None until it is prepared; *guard*: removes it if this process is killed."""

    specification: Specification
    journal: Journal | None = None
    guard: Callable[[Journal], AbstractContextManager[object]] = nullcontext
    _plan: CopyPlan | None = field(default=None, init=False)

    @property
    def _table(self) -> Embedded:
        table: Embedded = self.specification.table
        return table

    def plan(self) -> tuple[str, ...]:
        """Return what ``prepare`` will do. Nothing is created; a running server is asked what it has."""
        table = self._table
        standbys = (f"standbys that follow it: {table.standbys}",) if table.standbys else ()
        if not table.source:
            file = table.dump or table.backup or table.seed
            if table.version:
                programs(table.version)
            return (f"a server of this machine with the data of {file}", *standbys)
        return (*self._copy_plan().lines(table.max_rate), *standbys)

    def prepare(self, stages: Stages) -> None:
        """Create the server, its data and its standbys. Raises ``TargetProblem``, ``BadInput`` or ``HarnessFailure``."""
        with stages.stage("verify what the target needs"):
            self.plan()
        self.journal = recorded.begin(self.specification)
        with self.guard(self.journal), ExitStack() as undo:
            undo.callback(self.destroy, stages)
            # Chosen before it exists: a crash leaves no folder that the journal does not name.
            name = f"{registry.PREFIX}{self.specification.name}-{self.journal.header.run}"
            home = Path(tempfile.gettempdir()) / name
            number = self.journal.requested(THING, self.specification.name, home=str(home))
            self._build(registry.workspace(home), stages)
            self.journal.created(number)
            undo.pop_all()

    def describe(self) -> Description:
        """Return what the server is."""
        return description_file.load(self.specification.name)

    def connect(self) -> Connections:
        """Return the primary, and the standbys by name."""
        main, *standbys = self._clusters()
        return Connections(
            main.endpoint(self._table.database), {one.name: one.endpoint(self._table.database) for one in standbys}
        )

    def reset(self, stages: Stages) -> None:
        """Restore the server from its snapshot, and create its standbys again."""
        main, *standbys = self._clusters()
        with stages.stage("restore the snapshot"):
            for standby in standbys:
                clusters.destroy(standby)
            clusters.reset(main)
            registry.mark_fresh(main)
        self._follow(main, main.home.parent, stages)

    def destroy(self, stages: Stages) -> tuple[str, ...]:
        """Stop the servers and remove their files."""
        if self.journal is None:
            return ()
        with stages.stage("remove the servers"):
            left = recorded.remove_all(self.journal, {THING: remove_servers})
        self.journal = self.journal if left else None
        return left

    def _copy_plan(self) -> CopyPlan:
        """Return how the running server is copied: by a base backup only if it accepts replication connections."""
        if self._plan is None:
            table = self._table
            source = event_loop.run(located(Endpoint.parse(table.source)))
            facts = event_loop.run(read_source_facts(source))
            self._plan = planned_copy(facts, source, table)
        return self._plan

    def _build(self, home: Path, stages: Stages) -> None:
        table, name = self._table, self.specification.name
        plan = self._copy_plan() if table.source else None
        loaded = Load(home, name, table, plan, self.specification.settings).run(stages)
        main = loaded.cluster
        with stages.stage("close the outbound paths"):
            closed = event_loop.run(close_outbound_paths(main.endpoint(), frozenset(table.allow)))
        event_loop.run(store_origin(main.endpoint(table.database), loaded.origin))
        with stages.stage("keep a snapshot for reset"):
            clusters.stop(main)
            for log in main.logs.glob("postgresql.*"):
                log.unlink()
            clusters.configure(main, _settings(self.specification, plan))
            clusters.keep_snapshot(main)
            clusters.start(main)
        self._follow(main, home, stages)
        steps = (*loaded.steps, *(f"outbound path closed: {one}" for one in closed))
        described = _description(self.specification, loaded, steps, plan)
        expires_us = self.journal.header.expires_us if self.journal is not None else 0
        description_file.save(replace(described, expires_us=expires_us))

    def _follow(self, main: Cluster, home: Path, stages: Stages) -> None:
        for number in range(1, self._table.standbys + 1):
            name = f"{main.name}-standby-{number}"
            with stages.stage(f"create {name}"):
                registry.keep(clusters.follow(main, home / name, name=name))
        registry.keep(main)
        # Dirty pages of the copies are written now, and not during the commits of the replay.
        os.sync()

    def _clusters(self) -> list[Cluster]:
        """Return the primary and its standbys. Raises ``TargetProblem`` if the target is not prepared."""
        things = self.journal.left() if self.journal is not None else ()
        found = [entry.cluster for thing in things for entry in registry.list_clusters([Path(thing.facts["home"])])]
        name = self.specification.name
        ordered = sorted(found, key=lambda cluster: (cluster.name != name, cluster.name))
        if not ordered or ordered[0].name != name:
            raise TargetProblem(
                f"target {name} has no server", remedy=f"pgrehearse targets destroy {name}, and create it again"
            )
        return ordered


async def store_origin(database: Endpoint, origin: DataOrigin) -> None:
    """Store in the target's database which state of production its data is. Raises ``TargetProblem`` if there is no such database."""
    connection = await connect(database, application=SCENARIO)
    try:
        await connection.execute("create schema if not exists pgrehearse; grant usage on schema pgrehearse to public")
        await write_origin(connection, origin)
    finally:
        await connection.close()


def planned_copy(facts: SourceFacts, source: Endpoint, table: Embedded) -> CopyPlan:
    """Return how a running server is copied, after a replication connection was tried where the plan needs one."""
    version = table.version or facts.version
    plan = plan_copy(facts, version, installed(), installation(version))
    if plan.method is Method.DUMP:
        return plan
    refused = replicates(source, Clients(facts.version, parse_duration_us(table.timeout) / 1e6))
    if not refused:
        return plan
    return CopyPlan(facts, plan.version, Method.DUMP, (refused,), plan.left_out, plan.libraries)


def remove_servers(thing: Created, run: str) -> str:  # noqa: ARG001 (the folder has no other owner than its journal)
    """Remove the servers of a journal's folder; its files were created by pgrehearse (``cluster.json``)."""
    home = Path(thing.facts["home"])
    try:
        for entry in reversed(registry.list_clusters([home])):
            clusters.destroy(entry.cluster)
        registry.remove_workspace(home)
    except (HarnessFailure, OSError) as error:
        return f"{home}: {error}; remove it by hand: rm -r {home}"
    return ""


def _settings(specification: Specification, plan: CopyPlan | None) -> dict[str, str]:
    """Return the server's settings: those of the source that change plans and results, its libraries, and those of the file."""
    if plan is None:
        return specification.settings
    known = installation(plan.version).settings
    kept = {name: value for name, value in plan.facts.settings if name in known and name not in clusters.SETTINGS}
    libraries = {"shared_preload_libraries": ",".join(plan.libraries)} if plan.libraries else {}
    return {
        **kept,
        **libraries,
        "max_prepared_transactions": plan.facts.max_prepared_transactions,
        **specification.settings,
    }


def _description(
    specification: Specification, loaded: Loaded, steps: tuple[str, ...], plan: CopyPlan | None
) -> Description:
    kept = ", ".join(f"{name} = {value}" for name, value in plan.facts.settings) if plan is not None else ""
    return Description(
        TargetKind.EMBEDDED,
        specification.name,
        version=str(loaded.cluster.version),
        logs=(loaded.cluster.csvlog,),
        data=loaded.origin,
        steps=steps,
        notes=(f"settings of the source: {kept}",) if kept else (),
    )
