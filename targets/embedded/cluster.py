"""One embedded PostgreSQL server: created, started, copied, upgraded, replicated to a standby, stopped.

A cluster has one folder (its *home*): ``data/``, ``log/`` (outside the data directory, so that a base backup does not contain
it), ``snapshot/`` (the state that ``reset`` restores) and ``cluster.json``. It listens on loopback addresses only, with trust
authentication: its data is that of a rehearsal, and its folder is not readable by others.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import HarnessFailure
from pgrehearse.targets.embedded.affinity import on_processors, put_back_processors
from pgrehearse.targets.embedded.binaries import account, programs, run
from pgrehearse.targets.embedded.ports import reserved_port

SUPERUSER = "postgres"

# The settings that a capture needs, and those of a small rehearsal server.
SETTINGS: dict[str, str] = {
    "listen_addresses": "127.0.0.1",
    "max_connections": "200",
    "shared_buffers": "256MB",
    "wal_level": "replica",
    "max_wal_senders": "10",
    "max_replication_slots": "10",
    "track_io_timing": "on",
    "logging_collector": "on",
    "log_destination": "csvlog",
    "log_rotation_age": "0",
    "log_rotation_size": "0",
    "log_filename": "postgresql.log",
    "log_min_duration_statement": "0",
    "log_parameter_max_length": "-1",
    "log_connections": "on",
    "log_disconnections": "on",
    "log_timezone": "UTC",
    "lc_messages": "C",
    "checkpoint_timeout": "15min",
    "max_wal_size": "2GB",
}


@dataclass(frozen=True, slots=True)
class Shape:
    """What is chosen when a cluster is created, and cannot be changed later. *superuser*: the role that ``initdb`` creates."""

    superuser: str = SUPERUSER
    checksums: bool = False
    wal_segment_mb: int = 16


@dataclass(frozen=True, slots=True)
class Cluster:
    """A server's folder, version and port; *slot*: the replication slot of a standby."""

    home: Path
    version: int
    port: int
    name: str
    slot: str = ""

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def snapshot(self) -> Path:
        return self.home / "snapshot"

    @property
    def logs(self) -> Path:
        return self.home / "log"

    @property
    def csvlog(self) -> Path:
        return self.logs / "postgresql.csv"

    @property
    def clock_file(self) -> Path:
        """The offset of the server's clock while it is shifted (``shifted_clock``)."""
        return self.home / "clock"

    def endpoint(self, database: str = "postgres", user: str = SUPERUSER) -> Endpoint:
        return Endpoint(host="127.0.0.1", port=self.port, database=database, user=user)

    def program(self, name: str) -> Path:
        return programs(self.version) / name


def new_home(home: Path) -> Path:
    """Create a cluster's folder, owned by the account that runs the servers."""
    for folder in (home, home / "log"):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        account().give(folder)
        folder.chmod(0o700)
    return home


def configure(cluster: Cluster, settings: dict[str, str]) -> None:
    """Write the server's settings: the defaults above, changed by *settings*; they apply from its next start."""
    values = {
        **SETTINGS,
        **settings,
        "port": str(cluster.port),
        "log_directory": str(cluster.logs),
        "unix_socket_directories": str(cluster.home),
        "cluster_name": cluster.name,
    }
    lines = [f"{key} = '{value.replace(chr(39), chr(39) * 2)}'" for key, value in values.items()]
    (cluster.data / "pgrehearse.conf").write_text("\n".join(lines) + "\n")
    account().give(cluster.data / "pgrehearse.conf")
    main = cluster.data / "postgresql.conf"
    include = "include = 'pgrehearse.conf'"
    if include not in main.read_text():
        with main.open("a") as stream:
            stream.write(f"\n{include}\n")
    write_cluster_file(cluster)


def write_cluster_file(cluster: Cluster) -> None:
    """Write ``cluster.json``, by which a later command finds the cluster and the process that made it."""
    document = {**asdict(cluster), "home": str(cluster.home), "owner_pid": os.getpid()}
    (cluster.home / "cluster.json").write_text(json.dumps(document))


def create(
    home: Path, *, version: int, name: str, shape: Shape | None = None, settings: dict[str, str] | None = None
) -> Cluster:
    """Create a new, empty cluster (not started)."""
    cluster, shape = Cluster(new_home(home), version, reserved_port(), name), shape or Shape()
    # Before 18 checksums are off by default, and there is no option to disable them.
    options = ["--data-checksums"] if shape.checksums else (["--no-data-checksums"] if version >= 18 else [])
    run(
        [
            cluster.program("initdb"),
            "-D",
            cluster.data,
            "-U",
            shape.superuser,
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
            f"--wal-segsize={shape.wal_segment_mb}",
            *options,
        ]
    )
    configure(cluster, settings or {})
    return cluster


def start(cluster: Cluster, environment: Mapping[str, str] | None = None) -> None:
    """Start the server and wait until it accepts connections. Raises ``HarnessFailure`` with the end of its log.

    *environment*: variables of the server in addition to those of every program. Without them its clock is that of the machine.
    """
    if environment is None:
        cluster.clock_file.unlink(missing_ok=True)
    try:
        with on_processors(cluster.home):
            run(
                [
                    cluster.program("pg_ctl"),
                    "-D",
                    cluster.data,
                    "-l",
                    cluster.logs / "start.log",
                    "-w",
                    "-t",
                    "120",
                    "start",
                ],
                environment=environment,
            )
    except HarnessFailure as error:
        log = cluster.logs / "start.log"
        tail = " | ".join(log.read_text(errors="replace").splitlines()[-3:]) if log.exists() else ""
        raise HarnessFailure(
            f"PostgreSQL {cluster.version} did not start: {tail or error.message}",
            remedy=f"its log is in {cluster.logs}",
        ) from error


def stop(cluster: Cluster) -> None:
    """Stop the server if it runs: in fast mode, and in immediate mode after a timeout."""
    if postmaster(cluster) is None:
        return
    try:
        run([cluster.program("pg_ctl"), "-D", cluster.data, "-m", "fast", "-w", "-t", "30", "stop"])
    except HarnessFailure:
        if postmaster(cluster) is not None:
            run([cluster.program("pg_ctl"), "-D", cluster.data, "-m", "immediate", "-w", "-t", "30", "stop"])


def postmaster(cluster: Cluster) -> int | None:
    """Return the process id of the server while it runs."""
    try:
        pid = int((cluster.data / "postmaster.pid").read_text().split("\n", 1)[0])
        os.kill(pid, 0)
    except (OSError, ValueError):
        return None
    return pid


def base_backup(source: Cluster, into: Path) -> None:
    """Take a physical copy of a running server into the new folder *into*."""
    into.mkdir(mode=0o700)
    account().give(into)
    run(
        [
            source.program("pg_basebackup"),
            "-h",
            "127.0.0.1",
            "-p",
            str(source.port),
            "-U",
            SUPERUSER,
            "-D",
            into,
            "-X",
            "stream",
            "-c",
            "fast",
            "--no-sync",
        ]
    )


def follow(primary: Cluster, home: Path, *, name: str) -> Cluster:
    """Create and start a streaming standby of a running primary, with a replication slot of its own."""
    slot = name.replace("-", "_")
    standby = Cluster(new_home(home), primary.version, reserved_port(), name, slot)
    run(
        [
            primary.program("pg_basebackup"),
            "-h",
            "127.0.0.1",
            "-p",
            str(primary.port),
            "-U",
            SUPERUSER,
            "-D",
            standby.data,
            "-X",
            "stream",
            "-c",
            "fast",
            "--no-sync",
            "-R",
            "-C",
            "-S",
            slot,
        ]
    )
    configure(standby, {"hot_standby": "on", "hot_standby_feedback": "on"})
    start(standby)
    return standby


def restore(snapshot: Path, home: Path, *, version: int, name: str, settings: dict[str, str] | None = None) -> Cluster:
    """Create a cluster from a snapshot of the same version (not started); the snapshot is not changed."""
    cluster = Cluster(new_home(home), version, reserved_port(), name)
    _copy_tree(snapshot, cluster.data)
    configure(cluster, settings or {})
    return cluster


def upgrade(old: Cluster, home: Path, *, version: int, name: str, superuser: str = SUPERUSER) -> Cluster:
    """Upgrade a stopped cluster to another major version by pg_upgrade; the new cluster is not started. *superuser*: the old one's."""
    new = create(home, version=version, name=name, shape=_shape_of(old, superuser))
    work = new.home / "upgrade"
    work.mkdir(mode=0o700)
    account().give(work)
    run(
        [
            new.program("pg_upgrade"),
            "-b",
            old.program("postgres").parent,
            "-B",
            new.program("postgres").parent,
            "-d",
            old.data,
            "-D",
            new.data,
            "-U",
            superuser,
            "--no-sync",
            "--socketdir",
            new.home,
            "-p",
            str(old.port),
            "-P",
            str(new.port),
        ],
        cwd=work,
    )
    return new


def _shape_of(cluster: Cluster, superuser: str) -> Shape:
    """Return the shape of a stopped cluster: pg_upgrade requires the same of the new one."""
    lines = run([cluster.program("pg_controldata"), "-D", cluster.data]).splitlines()
    facts = {name.strip(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    return Shape(
        superuser,
        checksums=facts["Data page checksum version"] != "0",
        wal_segment_mb=int(facts["Bytes per WAL segment"]) >> 20,
    )


def keep_snapshot(cluster: Cluster) -> None:
    """Copy a stopped cluster's data as the state that ``reset`` restores."""
    require_made_by_pgrehearse(cluster)
    if cluster.snapshot.exists():
        shutil.rmtree(cluster.snapshot)
    _copy_tree(cluster.data, cluster.snapshot)


def require_made_by_pgrehearse(cluster: Cluster) -> None:
    """Raise unless pgrehearse made the cluster's folder: its ``cluster.json`` names the folder, port and version."""
    file = cluster.home / "cluster.json"
    try:
        document = json.loads(file.read_text()) if not (cluster.home.is_symlink() or file.is_symlink()) else {}
        is_same = (Path(document["home"]).resolve(), document["port"], document["version"]) == (
            cluster.home.resolve(),
            cluster.port,
            cluster.version,
        )
    except (OSError, ValueError, KeyError, TypeError):
        is_same = False
    if not is_same:
        raise HarnessFailure(
            f"{cluster.home} is not the folder of an embedded server that pgrehearse made",
            remedy="nothing was removed; remove the folder by hand if it is not needed",
        )


def reset(cluster: Cluster) -> None:
    """Restore a cluster's snapshot and start the server again."""
    require_made_by_pgrehearse(cluster)
    if not cluster.snapshot.exists():
        raise HarnessFailure(f"{cluster.name} has no snapshot to restore", remedy="create it again with its scenario")
    stop(cluster)
    put_back_processors(cluster.home)
    shutil.rmtree(cluster.data)
    _copy_tree(cluster.snapshot, cluster.data)
    start(cluster)


def destroy(cluster: Cluster) -> None:
    """Stop a cluster and remove its folder, which pgrehearse must have made."""
    require_made_by_pgrehearse(cluster)
    stop(cluster)
    shutil.rmtree(cluster.home, ignore_errors=True)


def _copy_tree(source: Path, target: Path) -> None:
    """Copy a data directory to a new name, with shared blocks where the file system supports it."""
    if target.exists():
        raise HarnessFailure(f"{target} exists", remedy="move or remove it")
    subprocess.run(["cp", "-a", "--reflink=auto", str(source), str(target)], check=True)
