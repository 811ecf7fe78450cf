"""Dumps and seed scripts are restored into an empty server: each format by the program that PostgreSQL has for it.

Formats: https://www.postgresql.org/docs/current/app-pgdump.html. The headers are those that pg_dump writes: ``PGDMP`` at the beginning of the
custom format, ``toc.dat`` in the directory and tar formats, and a comment at the beginning of the output of pg_dumpall.
"""

from __future__ import annotations

import os
import re
import subprocess
import tarfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pgrehearse.base import event_loop
from pgrehearse.base.application_names import SCENARIO
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import BadInput, TargetProblem
from pgrehearse.targets.data.clients import Clients
from pgrehearse.targets.embedded.binaries import installed, programs
from pgrehearse.targets.server_facts import connect

_CUSTOM, _GZIP, _CONTENTS = b"PGDMP", b"\x1f\x8b", "toc.dat"
_OF_CLUSTER = b"-- PostgreSQL database cluster dump"
# The user's psqlrc is not read.
_PSQL = ("-X", "-q", "-o", "/dev/null")
# An error ends the restore.
_STRICT = (*_PSQL, "-v", "ON_ERROR_STOP=1")
_ERROR = re.compile(r"^psql:.*?:(\d+): (?:ERROR|FATAL|error):\s*(.*)$", re.MULTILINE)
_VERSION = re.compile(rb"^(?:--|;\s+) ?Dumped from database version:? (\d+)", re.MULTILINE)
_MOST_JOBS = 4


class Format(StrEnum):
    """What wrote a dump. ``cluster``: pg_dumpall; ``script``: pg_dump in plain format, or a script of the user."""

    ARCHIVE = "archive"
    TAR = "tar archive"
    SCRIPT = "script"
    CLUSTER = "cluster"


@dataclass(frozen=True, slots=True)
class Dump:
    """A dump, or a seed script. *roles*: the output of ``pg_dumpall --globals-only``, which is restored first (None: none)."""

    path: Path
    format: Format
    roles: Path | None = None

    @classmethod
    def of(cls, path: Path, roles: Path | None = None) -> Dump:
        """Recognize a dump. Raises ``BadInput`` if it cannot be read or restored."""
        for file in filter(None, (path, roles)):
            if not os.access(file, os.R_OK):
                raise BadInput(f"{file}: no such file, or not readable", remedy="correct the path in the target's file")
        dump = cls(path, _format(path), roles)
        if dump.format is Format.CLUSTER and roles is not None:
            raise BadInput(f"{path}: a dump of pg_dumpall contains its roles", remedy="remove the key roles")
        return dump


def _format(path: Path) -> Format:
    if path.is_dir():
        if (path / _CONTENTS).is_file():
            return Format.ARCHIVE
        raise BadInput(f"{path}: a directory without {_CONTENTS}", remedy="give a directory that pg_dump -Fd wrote")
    with path.open("rb") as stream:
        head = stream.read(4096)
    if head.startswith(_CUSTOM):
        return Format.ARCHIVE
    if head.startswith(_GZIP):
        raise BadInput(f"{path}: compressed by gzip", remedy="decompress it with gunzip, or use pg_dump -Fc")
    if tarfile.is_tarfile(path):
        return Format.TAR
    return Format.CLUSTER if any(line.strip() == _OF_CLUSTER for line in head.splitlines()) else Format.SCRIPT


def dumped_from(dump: Dump) -> int:
    """Return the major version of the server that was dumped, as pg_dump writes it into the dump (0: it is not there)."""
    if dump.format in {Format.SCRIPT, Format.CLUSTER}:
        with dump.path.open("rb") as stream:
            head = stream.read(4096)
    else:
        choices = [programs(version) / "pg_restore" for version in installed()]
        found = (subprocess.run([choice, "-l", dump.path], capture_output=True, check=False) for choice in choices)
        head = next((done.stdout for done in found if done.returncode == 0), b"")
    version = _VERSION.search(head)
    return int(version[1]) if version else 0


def restore_dump(dump: Dump, server: Endpoint, database: str, clients: Clients) -> list[str]:
    """Restore a dump into an empty server; *server*: its maintenance database, as a superuser. Return the steps.

    *database* is created, except by the dump of a cluster, which creates its own.
    """
    steps = []
    if dump.roles is not None:
        restore_roles(dump.roles, server, clients)
        steps.append(f"roles from {dump.roles.name}")
    if dump.format is Format.CLUSTER:
        restore_roles(dump.path, server, clients)
        return [*steps, f"restored from {dump.path.name} (pg_dumpall) by psql"]
    event_loop.run(create_database(server, database))
    into = server.to(database=database)
    if dump.format is Format.SCRIPT:
        clients.run("psql", [*_STRICT, "-f", dump.path], into)
        return [*steps, f"{dump.path.name} was executed by psql"]
    jobs = 1 if dump.format is Format.TAR else min(os.cpu_count() or 1, _MOST_JOBS)
    options = ["--exit-on-error", "--no-tablespaces", "-j", str(jobs), "-d", database]
    clients.run("pg_restore", [*options, dump.path], into)
    return [*steps, f"restored from {dump.path.name} by pg_restore"]


def restore_roles(file: Path, server: Endpoint, clients: Clients) -> None:
    """Execute a file of pg_dumpall as the role that created the cluster, which the file creates again: this error is the only one allowed.

    The role has to have the same name as in the source: since 16 only the role that granted a membership may grant it again.
    """
    output = clients.run("psql", [*_PSQL, "-f", file], server)
    own = {f"CREATE ROLE {server.user};", f'CREATE ROLE "{server.user}";'}
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    for match in _ERROR.finditer(output):
        line = int(match[1])
        if lines[line - 1].strip() not in own:
            raise TargetProblem(
                f"{file}, line {line}: {match[2]}",
                remedy="correct the file; if it is about a role that may not grant, set superuser to the role that created the source's cluster",
            )


async def create_database(server: Endpoint, name: str) -> None:
    """Create a database, if the server does not have it."""
    connection = await connect(server, application=SCENARIO)
    try:
        if not await connection.fetchval("select true from pg_catalog.pg_database where datname = $1", name):
            await connection.execute(await connection.fetchval("select format('create database %I', $1::text)", name))
    finally:
        await connection.close()


def gather_statistics(server: Endpoint, clients: Clients, *, keeps: bool = False) -> str:
    """Collect the statistics of the planner that a dump or an upgrade does not contain; return the step.

    *keeps*: since 18 pg_upgrade and pg_dump keep production's statistics, and only those that are missing are collected.
    """
    missing = ["--missing-stats-only"] if keeps and clients.version >= 18 else []
    clients.run("vacuumdb", ["--all", "--analyze-only", "--quiet", *missing], server)
    return f"{'missing ' if missing else ''}statistics of the planner were collected (ANALYZE)"
