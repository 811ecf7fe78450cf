"""The servers of the attempts: a target, and another server ("production") that the target can reach."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import psycopg
from psycopg import sql

from pgrehearse.targets.embedded.binaries import account
from tests.conftest import superuser
from tests.postgres.attempts.cases import with_names, with_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster
    from tests.postgres.attempts.cases import Attempt

ROLES = """
do $$ begin
  if not exists (select from pg_roles where rolname = 'boss') then
    create role boss superuser login;
    create role clerk login;
    create role tenant_role;
    grant tenant_role to clerk, boss;
  end if;
end $$;
"""


@dataclass(frozen=True)
class AttemptServers:
    """A target, the other server that it can reach, and a folder that the target may write to."""

    target: Cluster
    production: Cluster
    scratch: Path
    counter: list[int] = field(default_factory=lambda: [0])

    @property
    def version(self) -> int:
        return self.target.version

    def fresh_name(self, prefix: str) -> str:
        self.counter[0] += 1
        return f"{prefix}{self.counter[0]}"

    def names(self, name: str, database: str) -> dict[str, str]:
        """Return the values of the words in an attempt's texts."""
        return {
            "me": name,
            "production": f"host=127.0.0.1 port={self.production.port} dbname=shop user=boss",
            "scratch": str(self.scratch),
            "database": database,
            "port": str(self.production.port),
            "version": str(self.version),
        }

    def filled(self, text: str, name: str, database: str) -> str:
        """Replace the words in a text."""
        return with_values(text, self.names(name, database))

    def attempts(self, database: str, attempts: Iterable[Attempt]) -> dict[str, Attempt]:
        """Return the attempts of this version by their names, with the words replaced."""
        result: dict[str, Attempt] = {}
        for attempt in attempts:
            if self.version in attempt.versions:
                assert attempt.name not in result, f"two attempts are named {attempt.name}"
                result[attempt.name] = with_names(attempt, self.names(attempt.name, database))
        return result


def prepare(attempt_servers: AttemptServers, base: str, template: str, attempts: Sequence[Attempt]) -> None:
    """Make the database that the rehearsed ones are copies of."""
    with superuser(attempt_servers.target) as connection:
        connection.execute(ROLES)
        connection.execute(sql.SQL("create database {}").format(sql.Identifier(base)))
    with superuser(attempt_servers.target, base) as connection:
        connection.execute(attempt_servers.filled(template, "", base))
        errors = []
        for attempt in attempts:
            try:
                connection.execute(attempt_servers.filled(attempt.setup or "select 1", attempt.name, base))
            except psycopg.Error as error:
                errors.append(f"the setup of {attempt.id} on {attempt_servers.version}: {error}")
    assert not errors, "\n".join(errors)


def copy_database(attempt_servers: AttemptServers, base: str, database: str) -> None:
    """Make a fresh copy of a prepared database."""
    with superuser(attempt_servers.target) as connection:
        connection.execute(
            sql.SQL("create database {} template {}").format(sql.Identifier(database), sql.Identifier(base))
        )
        # Changes by the creation of the database must not count as changes by the replay.
        connection.execute("checkpoint")


def open_scratch(folder: Path) -> Path:
    """Make a folder that the servers may write to, with a file that they may read."""
    folder.chmod(0o700)
    (folder / "source").write_text("15\n")
    for path in (folder / "source", folder):
        account().give(path)
    return folder
