"""A running server is dumped, all its databases and roles, and restored into an empty one. Passwords of roles are not read."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pgrehearse.base import event_loop
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import HarnessFailure
from pgrehearse.targets.data.clients import Clients
from pgrehearse.targets.data.dump import create_database, restore_roles
from pgrehearse.targets.data.source_facts import BOUNDS

_ROLES = "roles.sql"
# Every server has this database: only its contents are restored.
_EVERYWHERE = "postgres"


def dump_server(source: Endpoint, databases: Sequence[str], folder: Path, clients: Clients) -> None:
    """Write the roles and the *databases* of a running server to a new folder, one after the other: one session reads.

    It waits at most 10 s for a lock, and its transactions are read-only.
    """
    try:
        folder.mkdir(mode=0o700)
    except OSError as error:
        raise HarnessFailure(f"{folder}: {error.strerror}", remedy="set TMPDIR to another folder") from None
    bounded = replace(clients, options=BOUNDS)
    roles: list[str | Path] = ["--globals-only", "--no-role-passwords", "--no-tablespaces", "-f", folder / _ROLES]
    bounded.run("pg_dumpall", roles, source)
    for place, name in enumerate(databases):
        words: list[str | Path] = [
            "-Fd",
            "--no-sync",
            "--no-tablespaces",
            "--lock-wait-timeout=10s",
            "-f",
            folder / str(place),
        ]
        bounded.run("pg_dump", words, source.to(database=name))


def restore_server(folder: Path, server: Endpoint, databases: Sequence[str], clients: Clients) -> None:
    """Restore what ``dump_server`` wrote; the databases have the locale and the settings that they had."""
    restore_roles(folder / _ROLES, server, clients)
    jobs = str(min(os.cpu_count() or 1, 4))
    for place, name in enumerate(databases):
        words = ["--exit-on-error", "--no-tablespaces", "-j", jobs]
        if name == _EVERYWHERE:
            event_loop.run(create_database(server, name))
            clients.run("pg_restore", [*words, "-d", name, folder / str(place)], server.to(database=name))
        else:
            clients.run("pg_restore", [*words, "--create", "-d", _EVERYWHERE, folder / str(place)], server)
