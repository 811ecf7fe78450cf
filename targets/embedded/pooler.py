"""PgBouncer in front of an embedded server, in the folder of the server. It listens on a loopback port, without passwords.

The process has a file with its id. A later command can stop it, also if the command that started it was killed.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import HarnessFailure, UsageProblem
from pgrehearse.base.processes import is_running, started
from pgrehearse.targets.embedded.binaries import account, run
from pgrehearse.targets.embedded.cluster import SUPERUSER, Cluster
from pgrehearse.targets.embedded.ports import reserved_port

# The database of PgBouncer's admin console (https://www.pgbouncer.org/usage.html#admin-console).
CONSOLE = "pgbouncer"
# Distributions install it where not every user has it in the path.
_MORE_PATHS = "/usr/sbin:/usr/local/sbin"
_WAIT_S, _LOOK_S = 20.0, 0.02
# The file of PgBouncer with its process id, and ours, by which another process with the same id is recognized.
_PID_FILE, _PROCESS = "pgbouncer.pid", "process.json"


# The section of the databases, and the names that need no quotation marks there: PgBouncer 1.18 reads no others.
_DATABASES = "[databases]"
_NAME = re.compile(r"[\w.-]+", re.ASCII)


class PoolMode(StrEnum):
    """When a server connection goes back to the pool: at the end of a transaction, or of a session."""

    TRANSACTION = "transaction"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class Pooler:
    """A running PgBouncer. *folder*: its files; *port*: on which it listens."""

    folder: Path
    port: int

    def endpoint(self, database: str) -> Endpoint:
        """Return the address of a database behind the pooler. ``CONSOLE``: the admin console."""
        return Endpoint(host="127.0.0.1", port=self.port, database=database, user=SUPERUSER)


def program() -> Path:
    """Return the program. Raises ``UsageProblem`` if it is not installed."""
    found = shutil.which("pgbouncer", path=f"{os.environ.get('PATH', '')}:{_MORE_PATHS}")
    if found is None:
        raise UsageProblem("pgbouncer is not installed", remedy="install PgBouncer, or remove the pooler")
    return Path(found)


def start(cluster: Cluster, mode: PoolMode, pool_size: int, users: tuple[str, ...]) -> Pooler:
    """Start PgBouncer in front of a server, in the place of one that runs, and wait until it accepts connections.

    *pool_size*: the most server connections of each user and database. *users*: the roles that may log in.
    """
    stop(cluster)
    pooler = Pooler(_folder(cluster), reserved_port())
    pooler.folder.mkdir(mode=0o700, exist_ok=True)
    (pooler.folder / "users.txt").write_text("".join(f"{_quoted(user)} {_quoted('')}\n" for user in users))
    (pooler.folder / "pgbouncer.ini").write_text(_configuration(cluster, pooler, mode, pool_size))
    for path in (pooler.folder, *pooler.folder.iterdir()):
        account().give(path)
    run([program(), "-d", pooler.folder / "pgbouncer.ini"], timeout_s=_WAIT_S)
    pid = _wait_for(pooler)
    (pooler.folder / _PROCESS).write_text(json.dumps(asdict(_Process(pid, started(pid), pooler.port))))
    return pooler


def reroute(cluster: Cluster, database: str, other: Cluster | None) -> None:
    """Write into the configuration of a server's pooler that *database* leads to another server (None: to its own again).

    PgBouncer reads it at its next RELOAD. Raises ``UsageProblem`` for a name that its configuration file cannot contain.
    """
    if not _NAME.fullmatch(database):
        raise UsageProblem(
            f"the configuration file of PgBouncer cannot contain the database {database!r}",
            remedy="rename the database: letters, digits, underscores, dots and hyphens",
        )
    file = _folder(cluster) / "pgbouncer.ini"
    own = f"{database} = "
    kept = [line for line in file.read_text().splitlines() if not line.startswith(own)]
    place = kept.index(_DATABASES) + 1
    file.write_text(
        "\n".join([*kept[:place], f"{own}host=127.0.0.1 port={(other or cluster).port}", *kept[place:], ""])
    )
    account().give(file)


def stop(cluster: Cluster) -> None:
    """Stop the pooler of a server, if one runs. Its clients are disconnected."""
    process = _process(cluster)
    if process is not None:
        with suppress(ProcessLookupError):
            # It has no state. SIGTERM waits for the clients since PgBouncer 1.23, and does not before.
            os.kill(process.pid, signal.SIGKILL)
        # The process can remain as a zombie; its socket is closed at its end.
        _wait(lambda: not _listens(process.port))
    for name in (_PROCESS, _PID_FILE):
        (_folder(cluster) / name).unlink(missing_ok=True)


def port_of(cluster: Cluster) -> int | None:
    """Return the port of the pooler that runs in front of a server (None: none runs)."""
    process = _process(cluster)
    return None if process is None else process.port


@dataclass(frozen=True, slots=True)
class _Process:
    pid: int
    started: int
    port: int


def _process(cluster: Cluster) -> _Process | None:
    """Return the process of a server's pooler while it runs."""
    try:
        process = _Process(**json.loads((_folder(cluster) / _PROCESS).read_text()))
    except (OSError, ValueError, TypeError):
        return None
    return process if is_running(process.pid, process.started) else None


def _folder(cluster: Cluster) -> Path:
    return cluster.home / "pooler"


def _configuration(cluster: Cluster, pooler: Pooler, mode: PoolMode, pool_size: int) -> str:
    """Return the configuration file. Source of the keys: https://www.pgbouncer.org/config.html."""
    settings = {
        "listen_addr": "127.0.0.1",
        "listen_port": pooler.port,
        "unix_socket_dir": "",
        "auth_type": "trust",
        "auth_file": pooler.folder / "users.txt",
        "admin_users": SUPERUSER,
        "pool_mode": mode,
        "default_pool_size": pool_size,
        "max_client_conn": 1000,
        "logfile": pooler.folder / "pgbouncer.log",
        "pidfile": pooler.folder / _PID_FILE,
    }
    lines = "\n".join(f"{key} = {value}" for key, value in settings.items())
    return f"{_DATABASES}\n* = host=127.0.0.1 port={cluster.port}\n[pgbouncer]\n{lines}\n"


def _quoted(text: str) -> str:
    """Return a value of the file of users: a quotation mark is doubled."""
    return '"' + text.replace('"', '""') + '"'


def _listens(port: int) -> bool:
    """Return whether a program listens on a loopback port."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1):
            return True
    except OSError:
        return False


def _wait(condition: Callable[[], bool]) -> bool:
    """Wait until a condition is true; return whether it is."""
    deadline = time.monotonic() + _WAIT_S
    while not (result := condition()) and time.monotonic() < deadline:
        time.sleep(_LOOK_S)
    return result


def _wait_for(pooler: Pooler) -> int:
    """Wait until the pooler listens; return its process id. Raises ``HarnessFailure`` with the end of its log."""
    file = pooler.folder / _PID_FILE
    # PgBouncer listens before it writes its process id, and creates the file before it has a content.
    if _wait(lambda: _listens(pooler.port) and file.exists() and file.read_text().endswith("\n")):
        return int(file.read_text())
    log = pooler.folder / "pgbouncer.log"
    tail = " | ".join(log.read_text(errors="replace").splitlines()[-3:]) if log.exists() else ""
    raise HarnessFailure(f"PgBouncer did not start: {tail or 'it has no log'}", remedy=f"its files are in {log.parent}")
