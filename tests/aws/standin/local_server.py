"""One PostgreSQL server of this machine that stands for an instance at AWS: copied, started, secured, promoted, removed.

The server of production belongs to its test, has trust authentication, and is only read. A copy of it is secured as RDS does: the
superuser is ``rdsadmin``, and only the stand-in connects as it, by the Unix socket; everybody else has a password (scram-sha-256). Instances of
one cluster have one port and different loopback addresses, because a description of a cluster has one port for all its endpoints.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path

import psycopg
from psycopg import sql

from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded.binaries import account, run
from pgrehearse.targets.embedded.cluster import Cluster
from pgrehearse.targets.embedded.ports import reserved_port

ADMIN = "rdsadmin"
_HBA = f"""\
local all all trust
host replication all 127.0.0.0/8 trust
host {ADMIN} all 127.0.0.0/8 reject
host all {ADMIN} 127.0.0.0/8 reject
host all all 127.0.0.0/8 scram-sha-256
"""
# Small servers, several at a time; the rest of the settings is that of embedded servers.
SETTINGS = {"fsync": "off", "shared_buffers": "32MB", "log_rotation_age": "60"}
# The process of a slot can be there for a moment after its standby has ended.
_END_SLOT = "select pg_terminate_backend(active_pid, 10000) from pg_replication_slots where slot_name = %s and active"
_DROP_SLOT = "select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = %s"
_FOLDER = Path(__file__).parent


@dataclass
class LocalServer:
    """A server and its address. *superuser*: of its Unix socket; *upstream*, *slot*: what it follows while it is a standby; *volume*: its
    cluster at AWS; *booted*: its settings since its last start; *recovery*: those of
    its next start only."""

    cluster: Cluster
    superuser: str = ADMIN
    address: str = "127.0.0.1"
    upstream: LocalServer | None = None
    slot: str = ""
    volume: str = ""
    booted: dict[str, str] = field(default_factory=dict)
    recovery: dict[str, str] = field(default_factory=dict)

    @property
    def home(self) -> Path:
        return self.cluster.home

    @property
    def port(self) -> int:
        return self.cluster.port

    def connect(self, database: str = "postgres") -> psycopg.Connection[tuple[object, ...]]:
        """Connect as the superuser, by the Unix socket."""
        return psycopg.connect(
            host=str(self.home),
            port=self.port,
            dbname=database,
            user=self.superuser,
            autocommit=True,
            connect_timeout=60,
        )

    def configure(self, settings: dict[str, str], *, restarts: bool) -> None:
        """Write the settings; at a reload those stay that were there at the last start."""
        self.booted = settings if restarts else self.booted
        values = {**SETTINGS, **self.booted, **settings, **self.recovery, "listen_addresses": self.address}
        clusters.configure(self.cluster, values)
        # Only the description at AWS leads to this server: no file names it as one of pgrehearse's.
        (self.home / "cluster.json").unlink()

    def start(self) -> None:
        """Start the server and wait until it accepts connections, and until it has recovered to its moment, if it has one."""
        clusters.start(self.cluster)
        if self.recovery:
            self.recovery = {}
            with self.connect() as connection:
                while connection.execute("select pg_is_in_recovery()").fetchone() == (True,):
                    connection.execute("select pg_sleep(0.1)")

    def stop(self) -> None:
        """Stop the server if it runs."""
        clusters.stop(self.cluster)

    def rename(self, name: str) -> None:
        """Give the server the name of another instance (Aurora's functions return it)."""
        self.cluster = replace(self.cluster, name=name)

    def reload(self) -> None:
        """Apply the settings that need no restart, if the server runs."""
        if clusters.postmaster(self.cluster) is not None:
            with self.connect() as connection:
                connection.execute("select pg_reload_conf()")

    def is_standby(self) -> bool:
        """Return whether the server is in recovery."""
        with self.connect() as connection:
            return connection.execute("select pg_is_in_recovery()").fetchone() == (True,)

    def promote(self) -> None:
        """End recovery, and wait until the server accepts writes."""
        with self.connect() as connection:
            connection.execute("select pg_promote()")
        self.leave_upstream()

    def leave_upstream(self) -> None:
        """Drop the replication slot on the server that this one followed; this one does not follow it any more."""
        if self.upstream is not None and clusters.postmaster(self.upstream.cluster) is not None:
            with self.upstream.connect() as connection:
                connection.execute(_END_SLOT, [self.slot])
                connection.execute(_DROP_SLOT, [self.slot])
        self.upstream = None

    def remove(self) -> None:
        """Stop the server and remove its folder."""
        self.stop()
        self.leave_upstream()
        shutil.rmtree(self.home)


def backup(server: LocalServer, into: Path, *options: str) -> Backup:
    """Take a base backup of a running server into a new folder."""
    into.mkdir(mode=0o700)
    account().give(into)
    where = ["-h", server.address, "-p", str(server.port), "-U", server.superuser]
    program = server.cluster.program("pg_basebackup")
    run([program, *where, "-D", into, "-X", "stream", "-c", "fast", "--no-sync", *options])
    return Backup(into, server.cluster.version, server.superuser)


def make_home(home: Path) -> Path:
    """Create the folder of a server, of the account that runs servers."""
    for folder in (home, home / "log"):
        folder.mkdir(mode=0o700)
        account().give(folder)
    return home


@dataclass(frozen=True, slots=True)
class Backup:
    """The files of a base backup, the major version of their server, and its superuser."""

    folder: Path
    version: int
    superuser: str


def copy_of(source: Backup, home: Path, name: str) -> LocalServer:
    """Return a server with a copy of the files of a base backup; it is not started. *name*: of the instance."""
    cluster = Cluster(make_home(home), source.version, reserved_port(), name)
    server = LocalServer(cluster, source.superuser)
    shutil.copytree(source.folder, server.cluster.data, symlinks=True, copy_function=shutil.copy2)
    _give(server.cluster.data)
    return _secured(server)


def standby_of(primary: LocalServer, home: Path, name: str, port: int = 0, address: str = "127.0.0.1") -> LocalServer:
    """Return a streaming standby of a running server, with a replication slot; it is not started. *port* 0: a free one."""
    slot = f"{name}_{home.name}".replace("-", "_")
    cluster = Cluster(make_home(home), primary.cluster.version, port or reserved_port(), name)
    server = LocalServer(cluster, primary.superuser, address, primary, slot)
    backup(primary, cluster.data, "-R", "-C", "-S", slot)
    return _secured(server)


def _secured(server: LocalServer) -> LocalServer:
    hba = server.cluster.data / "pg_hba.conf"
    hba.write_text(_HBA)
    account().give(hba)
    return server


def _give(folder: Path) -> None:
    """Make the account that runs servers the owner of a folder's files."""
    for path in (folder, *folder.rglob("*")):
        account().give(path)


def make_managed(server: LocalServer, master: str, *, aurora: bool) -> None:
    """Turn a copy of a plain server, which accepts writes, into one of RDS or Aurora. Idempotent."""
    if server.superuser != ADMIN:
        _rename_superuser(server)
    with server.connect() as connection:
        connection.execute((_FOLDER / "rds.sql").read_bytes())
        _make_master(connection, master)
        names = connection.execute("select datname from pg_database where datallowconn order by 1").fetchall()
        if (ADMIN,) not in names:
            connection.execute(f"create database {ADMIN}")
    for (name,) in names:
        with server.connect(str(name)) as connection:
            if name not in {"template1", ADMIN}:
                connection.execute("select set_config('standin.master', %s, false)", [master])
                connection.execute((_FOLDER / "owner.sql").read_bytes())
            if aurora:
                connection.execute((_FOLDER / "aurora.sql").read_bytes())


def _rename_superuser(server: LocalServer) -> None:
    """A user cannot rename itself: a second superuser does it."""
    first = clusters.SUPERUSER
    server.superuser = first
    with server.connect() as connection:
        connection.execute("create role standin superuser login")
    server.superuser = "standin"
    with server.connect() as connection:
        connection.execute(sql.SQL("alter role {} rename to {}").format(sql.Identifier(first), sql.Identifier(ADMIN)))
    server.superuser = ADMIN
    with server.connect() as connection:
        connection.execute("drop role standin")


def _make_master(connection: psycopg.Connection[tuple[object, ...]], master: str) -> None:
    role = sql.Identifier(master)
    if connection.execute("select from pg_roles where rolname = %s", [master]).fetchone() is None:
        connection.execute(sql.SQL("create role {}").format(role))
    connection.execute(sql.SQL("alter role {} nosuperuser createdb createrole login").format(role))
    connection.execute(sql.SQL("grant rds_superuser to {}").format(role))
    owned = connection.execute(
        "select datname from pg_database where datdba = current_user::regrole and datname not in ('template0', 'template1', %s)",
        [ADMIN],
    ).fetchall()
    for (name,) in owned:
        connection.execute(sql.SQL("alter database {} owner to {}").format(sql.Identifier(str(name)), role))


def upgraded(server: LocalServer, home: Path, version: int) -> LocalServer:
    """Return a server of another major version with the data of a stopped one, which is removed. It has the same port and address."""
    old = server.cluster
    new = replace(server, cluster=Cluster(make_home(home), version, old.port, old.name))
    checksums = ["--no-data-checksums"] if version >= 18 else []
    where: list[str | Path] = ["-D", new.cluster.data]
    user: list[str | Path] = ["-U", server.superuser]
    initdb: list[str | Path] = [
        new.cluster.program("initdb"),
        *where,
        *user,
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
    ]
    run([*initdb, "--no-sync", *checksums])
    folders: list[str | Path] = [
        "-b",
        old.program("postgres").parent,
        "-B",
        new.cluster.program("postgres").parent,
        "-d",
        old.data,
    ]
    ports: list[str | Path] = ["-p", str(old.port), "-P", str(reserved_port()), "--socketdir", home]
    upgrade: list[str | Path] = [new.cluster.program("pg_upgrade"), *folders, *where, *user, *ports, "--no-sync"]
    run(upgrade, cwd=home)
    shutil.rmtree(server.home)
    return _secured(new)


def set_password(server: LocalServer, role: str, password: str) -> None:
    """Set the password of a role."""
    with server.connect() as connection:
        connection.execute(sql.SQL("alter role {} password {}").format(sql.Identifier(role), sql.Literal(password)))
