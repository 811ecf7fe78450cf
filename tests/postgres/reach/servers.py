"""The servers of these tests: the *source* of a workload and its *copy* (a base backup), and commands that replay to them."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from pgrehearse.base.errors import PgrehearseError
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.cli import cli
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.workload.source import Source
from tests.conftest import superuser
from tests.postgres.attempts.cases import Statement
from tests.postgres.attempts.handmade_log import LoggedSession, csvlog
from tests.postgres.attempts.server_state import fingerprint
from tests.postgres.conftest import QUICK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster

# Statements of a workload that read or change the mark, and a statement that does not.
STATEMENTS_ON_MARK = (
    "update pgrehearse.mark set spent_at = null",
    "update pgrehearse.rehearsal set spent_at = null",
    'delete from "pgrehearse".mark',
    "/* don't */ drop schema pgrehearse cascade",
    'drop schema U&"pgrehears\\0065" cascade',
    "alter schema pgrehearse rename to other",
    "set search_path = pgrehearse, public",
    "update mark set spent_at = null",
    "truncate mark",
    "select token from mark",
    "do $$ begin update pgrehearse.mark set spent_at = null; end $$",
    "do $$ begin execute 'drop schema ' || 'pgrehearse cascade'; end $$",
    "create or replace function pgrehearse.prove(text) returns text language sql as 'select $1'",
    "drop owned by boss cascade",
    "grant all on all tables in schema pgrehearse to public",
    "insert into sold values ('replayed')",
)

REFUSED = frozenset({2, 4})


@dataclass
class CommandResult:
    """The exit code of a command, and its message."""

    code: int
    text: str = ""


def command(*words: str | Path) -> CommandResult:
    """Run a command in this process."""
    try:
        return CommandResult(int(cli.main([str(word) for word in words], standalone_mode=False) or 0))
    except PgrehearseError as error:
        return CommandResult(int(error.exit_code), f"{error.message} {error.remedy}")
    except click.exceptions.Exit as done:
        return CommandResult(done.exit_code)
    except click.ClickException as error:
        return CommandResult(2, error.format_message())


@dataclass(frozen=True)
class SourceAndCopy:
    """The source, its copy, and the workloads of the source."""

    source: Cluster
    copy: Cluster
    folder: Path
    workloads: dict[str, Path] = field(default_factory=dict)

    def dsn(self, cluster: Cluster | None = None, database: str = "shop", user: str = "boss") -> str:
        return f"postgresql://{user}@127.0.0.1:{(cluster or self.copy).port}/{database}"

    def adopt(self, cluster: Cluster | None = None, database: str = "shop") -> CommandResult:
        return command("targets", "adopt", self.dsn(cluster, database), "--yes")

    def replay(self, target: str, *words: str | Path, workload: str = "known") -> CommandResult:
        """Replay with writes, also to a used target."""
        return command(
            "replay",
            self.workloads[workload],
            "--target",
            target,
            "--writes",
            "--dirty",
            "--speed",
            "max",
            "--no-metrics",
            "--force",
            "-o",
            self.folder / "attempt.run",
            *words,
        )

    def rows(self, cluster: Cluster, database: str = "shop") -> list[str]:
        with superuser(cluster, database) as connection:
            return [str(row[0]) for row in connection.execute("select who from sold").fetchall()]


WRITES = tuple(Statement(f"insert into sold values ('replayed {n}')") for n in range(3))


def workload_of(folder: Path, name: str, sessions: list[LoggedSession], source: Source | None) -> Path:
    log, output = folder / f"{name}.csv", folder / f"{name}.workload"
    log.write_text(csvlog(sessions), encoding="utf-8")
    capture_logs(CaptureOptions((log,), output, force=True, source=source), tool_version="test")
    return output


@dataclass(frozen=True)
class VersionFolder:
    """The folder of the servers of one version."""

    version: int
    folder: Path

    def restored(self, base: str, name: str, settings: dict[str, str] | None = None) -> Cluster:
        """Return a server that runs on a copy of a base backup."""
        cluster = clusters.restore(
            self.folder / base, self.folder / name, version=self.version, name=name, settings=settings or QUICK
        )
        clusters.start(cluster)
        return cluster


@contextmanager
def untouched(*what: tuple[Cluster, str]) -> Iterator[None]:
    """Assert that databases and their servers are unchanged afterwards."""
    before = [fingerprint(cluster, database) for cluster, database in what]
    yield
    for (cluster, database), was in zip(what, before, strict=True):
        now = fingerprint(cluster, database)
        assert (now - was, was - now) == ({}, {}), f"{cluster.name}/{database} was written to"
