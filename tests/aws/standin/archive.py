"""(e) The WAL of a server since a base backup, from which its state at any moment since then is restored.

At AWS every instance with a backup retention has one. Here a test asks for it, because it costs a backup and a process. Source:
PostgreSQL manual, "Continuous archiving and point-in-time recovery"; pg_receivewal.
"""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pgrehearse.targets.embedded.binaries import account
from tests.aws.standin.local_server import Backup, LocalServer, backup, copy_of, make_home

_NAME = "standin_archive"
# The process reports what it has written at least once a second.
_WRITTEN = f"""
select coalesce(bool_or(write_lsn >= %s::pg_lsn), false) from pg_stat_replication where application_name = '{_NAME}'
"""


@dataclass(frozen=True, slots=True)
class Archive:
    """The base backup of a server, the folder with its WAL, and the process that receives it."""

    server: LocalServer
    base: Backup
    folder: Path
    process: subprocess.Popen[bytes]

    @classmethod
    def begin(cls, server: LocalServer, folder: Path) -> Archive:
        """Receive the WAL of a running server from now on, and take a base backup of it."""
        home = make_home(folder)
        where = f"host={server.address} port={server.port} user={server.superuser} application_name={_NAME}"
        user = account()
        process = subprocess.Popen(
            [server.cluster.program("pg_receivewal"), "-D", home, "-d", where, "--status-interval=1", "--no-loop"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            user=user.uid,
            group=user.gid,
            extra_groups=[] if user.uid is not None else None,
        )
        return cls(server, backup(server, home / "base"), home, process)

    def end(self) -> None:
        """End the process."""
        self.process.terminate()
        self.process.wait()

    def restored(self, home: Path, name: str, moment: datetime) -> LocalServer:
        """Return a server, not started, that recovers to a moment when it starts. *moment*: in UTC, without a time zone."""
        self._receive()
        server = copy_of(self.base, home, name)
        wal = home / "wal"
        wal.mkdir(mode=0o700)
        for segment in self.folder.iterdir():
            if segment.is_file():
                shutil.copyfile(segment, wal / segment.name.removesuffix(".partial"))
        for path in (wal, *wal.iterdir()):
            account().give(path)
        (server.cluster.data / "recovery.signal").touch()
        account().give(server.cluster.data / "recovery.signal")
        server.recovery = {
            "restore_command": f"cp {wal}/%f %p",
            "recovery_target_time": moment.replace(tzinfo=UTC).isoformat(sep=" "),
            "recovery_target_action": "promote",
        }
        return server

    def _receive(self) -> None:
        """Wait until the WAL until now is there. A transaction ends it: recovery stops at the first one after its moment."""
        with self.server.connect() as connection:
            connection.execute("select pg_current_xact_id()")
            row = connection.execute("select pg_current_wal_lsn()").fetchone()
            assert row is not None
            while connection.execute(_WRITTEN, [str(row[0])]).fetchone() != (True,):
                assert self.process.poll() is None, "pg_receivewal has ended"
                connection.execute("select pg_sleep(0.1)")
