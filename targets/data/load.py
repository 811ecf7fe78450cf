"""The data of a target becomes an embedded server: from a dump, a seed script, a base backup, or a running server."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pgrehearse.base import event_loop
from pgrehearse.base.clock import SECOND, wall_us
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import HarnessFailure, TargetProblem
from pgrehearse.base.progress import Stages
from pgrehearse.base.units import parse_bytes, parse_duration_us
from pgrehearse.targets.data.backup import Backup, without_source_settings
from pgrehearse.targets.data.clients import Clients
from pgrehearse.targets.data.copy_method import CopyPlan, Method
from pgrehearse.targets.data.dump import Dump, gather_statistics, restore_dump
from pgrehearse.targets.data.server_dump import dump_server, restore_server
from pgrehearse.targets.data.superuser import ensure_superuser
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded.binaries import Account, programs, run
from pgrehearse.targets.embedded.cluster import Cluster, Shape
from pgrehearse.targets.embedded.ports import reserved_port
from pgrehearse.targets.specification import Embedded
from pgrehearse.targets.target import DataOrigin

# While the server gets its data: no apply worker of a subscription connects to production, and the log contains only what pgrehearse did.
QUIET = {
    "max_logical_replication_workers": "0",
    "shared_preload_libraries": "",
    "log_min_duration_statement": "-1",
    "log_connections": "off",
    "log_disconnections": "off",
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A running server with the data, and what was done. Its outbound paths are still open, but nothing in it is started."""

    cluster: Cluster
    steps: tuple[str, ...]
    origin: DataOrigin


@dataclass(frozen=True, slots=True)
class Load:
    """Where an embedded server gets its data, and into which folder. *plan*: how a running server is copied (None: it is a file);
    *settings*: of the server from its first start."""

    home: Path
    name: str
    table: Embedded
    plan: CopyPlan | None
    settings: Mapping[str, str]

    def run(self, stages: Stages) -> Loaded:
        """Create the server with its data. Raises ``TargetProblem``, ``BadInput`` or ``HarnessFailure``."""
        if self.plan is not None:
            return self._copied(self.plan, Endpoint.parse(self.table.source), stages)
        if self.table.backup:
            with stages.stage("copy the base backup"):
                backup = Backup.of(Path(self.table.backup))
                old = self._new_cluster(backup.version)
                backup.unpack(old.data)
            origin = DataOrigin("backup", backup.path.name)
            return self._recovered(old, self.table.superuser, origin, [f"restored from {backup.path.name}"], stages)
        return self._restored(stages)

    def _restored(self, stages: Stages) -> Loaded:
        """Create a server from a dump or a seed script."""
        table = self.table
        file = Path(table.dump or table.seed)
        dump = Dump.of(file, Path(table.roles) if table.roles else None)
        cluster = self._empty(table.version, table.superuser)
        server = cluster.endpoint(user=table.superuser)
        with stages.stage(f"restore {file.name}"):
            clients = self._clients(table.version)
            steps = restore_dump(dump, server, table.database, clients)
            event_loop.run(ensure_superuser(server))
            steps.append(gather_statistics(cluster.endpoint(), clients))
        return Loaded(cluster, tuple(steps), DataOrigin("dump" if table.dump else "seed", file.name))

    def _copied(self, plan: CopyPlan, source: Endpoint, stages: Stages) -> Loaded:
        """Create a server from a running one."""
        self._require_room(plan)
        if plan.method is Method.DUMP:
            # Each database is of the instant at which its own dump began.
            return self._dumped(plan, source, DataOrigin("dump", str(source)), stages)
        with stages.stage("copy the running server"):
            old = self._new_cluster(plan.facts.version)
            self._base_backup(old, source)
            origin = DataOrigin("backup", str(source), wall_us())  # a base backup has the state of its end
            without_source_settings(old.data)
        return self._recovered(old, plan.facts.superuser, origin, list(plan.lines(self.table.max_rate)), stages)

    def _dumped(self, plan: CopyPlan, source: Endpoint, origin: DataOrigin, stages: Stages) -> Loaded:
        folder, clients = self.home / "dump", self._clients(plan.version)
        with stages.stage("dump the running server"):
            names = [database.name for database in plan.facts.databases]
            dump_server(source, names, folder, clients)
        cluster = self._empty(plan.version, plan.facts.superuser)
        server = cluster.endpoint(user=plan.facts.superuser)
        with stages.stage("restore the dump"):
            restore_server(folder, server, names, clients)
            event_loop.run(ensure_superuser(server))
            statistics = gather_statistics(cluster.endpoint(), clients, keeps=True)
        shutil.rmtree(folder)
        return Loaded(cluster, (*plan.lines(self.table.max_rate), statistics), origin)

    def _recovered(self, old: Cluster, superuser: str, origin: DataOrigin, steps: list[str], stages: Stages) -> Loaded:
        """Recover a base backup to its consistent end, and upgrade it where the target has another version."""
        with stages.stage("recover the base backup"):
            clusters.configure(old, {**QUIET, **_required(old)})
            clusters.start(old)
            event_loop.run(ensure_superuser(old.endpoint(user=superuser)))
        version = self.table.version or old.version
        if version == old.version:
            return Loaded(old, tuple(steps), origin)
        with stages.stage(f"pg_upgrade to {version}"):
            clusters.stop(old)
            new = clusters.upgrade(
                old, self.home / f"{self.name}-{version}", version=version, name=self.name, superuser=superuser
            )
            clusters.destroy(old)
            clusters.configure(new, QUIET)
            clusters.start(new)
            statistics = gather_statistics(new.endpoint(), self._clients(version), keeps=True)
        return Loaded(new, (*steps, f"pg_upgrade from {old.version} to {version}", statistics), origin)

    def _new_cluster(self, version: int) -> Cluster:
        programs(version)
        return Cluster(clusters.new_home(self.home / self.name), version, reserved_port(), self.name)

    def _empty(self, version: int, superuser: str) -> Cluster:
        """Create and start a server without data; *superuser*: the role that creates it."""
        cluster = clusters.create(
            self.home / self.name,
            version=version,
            name=self.name,
            shape=Shape(superuser),
            settings={**QUIET, **{key: value for key, value in self.settings.items() if key not in QUIET}},
        )
        clusters.start(cluster)
        return cluster

    def _base_backup(self, old: Cluster, source: Endpoint) -> None:
        """Copy a running server's files. No slot: production keeps no WAL for a copy that is slow, and the copy fails instead."""
        rate = f"{parse_bytes(self.table.max_rate) // 1024}k"
        words = [
            "-X",
            "stream",
            "--no-slot",
            "--no-sync",
            f"--max-rate={rate}",
            f"--checkpoint={self.table.checkpoint}",
        ]
        self._clients(old.version).run("pg_basebackup", ["-D", old.data, *words], source)

    def _clients(self, version: int) -> Clients:
        return Clients(version, parse_duration_us(self.table.timeout) / SECOND)

    def _require_room(self, plan: CopyPlan) -> None:
        """Raise if the disk has no room for the data, its snapshot, and the files of the copy."""
        needed, free = 3 * plan.facts.bytes, shutil.disk_usage(self.home).free
        if needed > free:
            raise TargetProblem(
                f"{self.home}: the copy needs {needed >> 20:,} MiB (data, snapshot, and the files of the copy), and {free >> 20:,} MiB are free",
                remedy="set TMPDIR to a folder with more room, or use a smaller copy",
            )


def _required(cluster: Cluster) -> dict[str, str]:
    """Return the settings without which a base backup does not start: room for the prepared transactions of its source."""
    lines = run([cluster.program("pg_controldata"), "-D", cluster.data]).splitlines()
    facts = {name.strip(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    return {
        "max_prepared_transactions": facts["max_prepared_xacts setting"],
        "max_locks_per_transaction": facts["max_locks_per_xact setting"],
    }


def replicates(source: Endpoint, clients: Clients) -> str:
    """Return why the server refuses a replication connection, which a base backup needs ("": it does not)."""
    try:
        run(
            [programs(clients.version) / "psql", "-X", "-d", "replication=true", "-c", "IDENTIFY_SYSTEM"],
            timeout_s=30,
            environment=source.variables(),
            user=Account(),
        )
    except HarnessFailure:
        return "the server refuses replication connections of this role (pg_hba.conf)"
    return ""
