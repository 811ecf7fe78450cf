"""(e) Endpoints are servers of this machine: those of production by its test, and of every copy of it by the stand-in.

A snapshot is a base backup of the moment of its request. A restored instance is a server with the files of that backup. A cluster
has a volume, which its first instance opens; a further instance is a streaming standby of the first. Nothing of production is
changed, except that a replica has a replication slot there.
"""

from __future__ import annotations

import json
import secrets
import shutil
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from moto.rds.models import RDSBackend

from pgrehearse.targets.embedded import registry
from pgrehearse.targets.embedded.cluster import SUPERUSER, Cluster
from tests.aws.standin.account import members, name_of
from tests.aws.standin.apply_status import ApplyStatus
from tests.aws.standin.archive import Archive
from tests.aws.standin.groups import values_of
from tests.aws.standin.local_server import (
    Backup,
    LocalServer,
    backup,
    copy_of,
    make_managed,
    set_password,
    standby_of,
)
from tests.aws.standin.log_files import LogFiles
from tests.aws.standin.parameters import local_settings
from tests.aws.standin.versions import AURORA


@dataclass
class Servers:
    """The servers by the names of their instances. *production*: those that tests gave; *volumes*: of clusters without an instance;
    *backups*: of snapshots, by kind and name; *archives*: the WAL of instances."""

    logs: LogFiles
    groups: ApplyStatus = field(default_factory=ApplyStatus)
    running: dict[str, LocalServer] = field(default_factory=dict)
    production: set[str] = field(default_factory=set)
    volumes: dict[str, LocalServer] = field(default_factory=dict)
    backups: dict[tuple[str, str], Backup] = field(default_factory=dict)
    archives: dict[str, Archive] = field(default_factory=dict)
    _root: Path | None = None
    _numbers: count[int] = field(default_factory=count)

    def add_production(self, instance: str, cluster: Cluster, superuser: str = SUPERUSER) -> None:
        """Let a running server be the instance *instance* of production. It accepts connections without a password."""
        self.running[instance] = LocalServer(cluster, superuser)
        self.production.add(instance)
        self.logs.folders.setdefault(instance, cluster.logs)

    def archive(self, instance: str) -> None:
        """Keep the WAL of an instance from now on, so that it can be restored to a moment."""
        self.archives[instance] = Archive.begin(self.running[instance], self.new_folder())

    def new_folder(self) -> Path:
        """Return a new, short name of a folder: the path of a Unix socket has at most 107 bytes."""
        if self._root is None:
            self._root = registry.workspace()
        return self._root / f"s{next(self._numbers)}"

    def close(self) -> None:
        """Stop and remove every server that is not production's."""
        for archive in self.archives.values():
            archive.end()
        ours = [server for name, server in self.running.items() if name not in self.production]
        for server in (*ours, *self.volumes.values()):
            server.stop()
        for server in (*ours, *self.volumes.values()):
            server.leave_upstream()
        if self._root is not None:
            shutil.rmtree(self._root)

    def processes(self) -> tuple[str, ...]:
        """Return the names of the instances that have a running server, except production's."""
        return tuple(sorted(set(self.running) - self.production))

    def keep(self, kind: str, name: str, source: LocalServer) -> None:
        """Take the backup of a snapshot."""
        self.backups[kind, name] = backup(source, self.new_folder())

    def forget(self, kind: str, name: str) -> None:
        """Remove the backup of a snapshot, unless a copy of the snapshot has it too."""
        found = self.backups.pop((kind, name), None)
        if found is not None and found not in self.backups.values():
            shutil.rmtree(found.folder)

    def writer(self, backend: RDSBackend, cluster: str) -> LocalServer | None:
        """Return the server of a cluster's writer (None: it has none)."""
        found = (self.running.get(one.db_instance_identifier) for one in members(backend, cluster))
        return next((server for server in found if server is not None), None)

    def copied(self, source: LocalServer | Backup, name: str, moment: datetime | None = None) -> LocalServer:
        """Return a server with the data of a backup, or of a running server: at a moment if its WAL is kept, else the present data."""
        if isinstance(source, Backup):
            return copy_of(source, self.new_folder(), name)
        archive = next((one for one in self.archives.values() if one.server is source), None)
        if moment is not None and archive is not None:
            return archive.restored(self.new_folder(), name, moment)
        taken = backup(source, self.new_folder())
        server = copy_of(taken, self.new_folder(), name)
        shutil.rmtree(taken.folder)
        return server

    def open(self, backend: RDSBackend, name: str, server: LocalServer) -> None:
        """Start the server of an instance; one that accepts writes becomes one of RDS or Aurora."""
        server.rename(name)
        server.volume = backend.databases[name].db_cluster_identifier or ""
        server.configure(self.settings(backend, name, server, restarts=True), restarts=True)
        server.start()
        self.running[name] = server
        self.logs.folders[name] = server.cluster.logs
        self.manage(backend, name)

    def manage(self, backend: RDSBackend, name: str) -> None:
        """Give a server that accepts writes the roles of RDS, and the functions of Aurora."""
        server, instance = self.running[name], backend.databases[name]
        if not server.is_standby():
            make_managed(server, str(instance.master_username), aurora=instance.engine == AURORA)

    def settings(self, backend: RDSBackend, name: str, server: LocalServer, *, restarts: bool) -> dict[str, str]:
        """Return the settings of an instance by the parameter groups that it uses; a value of its own group has priority."""
        own, of_cluster = self.groups.groups(backend.databases[name])
        if not of_cluster:
            values = values_of(backend, own, cluster=False, restarts=restarts)
        else:
            values = values_of(backend, of_cluster, cluster=True, restarts=restarts)
            values |= values_of(backend, own, cluster=False, restarts=restarts, only_set=True)
        return local_settings(server.cluster.version, values)

    def close_instance(self, name: str) -> LocalServer:
        """Stop the server of an instance, and return it; it is not removed. Production's server goes on."""
        self.logs.folders.pop(name, None)
        server = self.running.pop(name)
        if name not in self.production:
            server.stop()
        return server

    def rebuild(self, backend: RDSBackend, cluster: str) -> None:
        """Make all instances of a cluster standbys of its writer again: it has changed."""
        first, *others = members(backend, cluster)
        writer = self.running[first.db_instance_identifier]
        for one in others:
            if one.db_instance_identifier in self.running:
                old = self.close_instance(one.db_instance_identifier)
                old.remove()
                self.open_standby(backend, one.db_instance_identifier, writer, old.address)

    def open_standby(self, backend: RDSBackend, name: str, primary: LocalServer, address: str = "") -> None:
        """Start an instance of a cluster as a standby of *primary*, at an address that no other instance of the cluster has."""
        taken = {server.address for server in self.running.values() if server.port == primary.port}
        free = next(one for one in (f"127.0.0.{last}" for last in range(1, 255)) if one not in taken)
        self.open(backend, name, standby_of(primary, self.new_folder(), name, primary.port, address or free))

    def endpoint(self, instance: str) -> tuple[str, int] | None:
        """Return the address and port of an instance (None: it has no server here)."""
        server = self.running.get(instance)
        return (server.address, server.port) if server else None


def set_master_password(backend: RDSBackend, thing: Any, server: LocalServer, password: str) -> None:
    """Set the password of a master user; with a managed secret, a random one, which the secret has."""
    secret = getattr(thing, "master_user_secret", None)
    if not password and secret is not None:
        password = secrets.token_urlsafe(16)
        value = {"username": thing.master_username, "password": password}
        backend.secretsmanager.put_secret_value(secret.secret_arn, json.dumps(value), "", "", ["AWSCURRENT"])
    if password and not server.is_standby():
        set_password(server, str(thing.master_username), password)


def source_name(identifier: str) -> str:
    """Return the name of the source of a copy in a request."""
    return name_of(identifier).lower()
