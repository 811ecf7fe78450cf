"""What is observed around a replay: the servers' state, notifications, WAL records, and sessions that a statement may end."""

from __future__ import annotations

import os
import re
import subprocess
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import psycopg
from psycopg import sql

from tests.conftest import connect, superuser
from tests.postgres.attempts.server_state import (
    CLUSTER_FACTS,
    DATABASE_FACTS,
    PRODUCTION_FACTS,
    dump,
    files_in,
    read_facts,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pgrehearse.targets.embedded.cluster import Cluster
    from tests.postgres.attempts.attempt_servers import AttemptServers
    from tests.postgres.attempts.server_state import Facts


@dataclass
class Observer:
    """Observes the servers before and after a replay: positions of logs and WAL, a listener, and sessions as victims."""

    attempt_servers: AttemptServers
    database: str
    names: tuple[str, ...]
    victims: dict[str, psycopg.Connection[tuple[object, ...]]] = field(default_factory=dict)
    listener: psycopg.Connection[tuple[object, ...]] | None = None
    lsn: str = ""
    channels: list[str] = field(default_factory=list)
    logged: int = 0

    def open(self, victims: Iterable[str]) -> None:
        """Connect the listener and the victims; each victim executes a statement that only a cancel ends."""
        for name in victims:
            # The test, not libpq, reads the result of a victim that was terminated.
            connection = connect(self.attempt_servers.target, "postgres", application=f"victim_{name}")
            connection.pgconn.send_query(b"select pg_sleep(3600)")
            self.victims[name] = connection
        self.listener = connect(self.attempt_servers.target, self.database, application="pgrehearse test")
        for name in self.names:
            self.listener.execute(sql.SQL("listen {}").format(sql.Identifier(name)))
        with superuser(self.attempt_servers.target, self.database) as connection:
            row = connection.execute("select pg_current_wal_insert_lsn()::text").fetchone()
            self.lsn = str(row[0]) if row else ""
        self.logged = self.attempt_servers.production.csvlog.stat().st_size

    def close(self) -> None:
        """Close all connections; a victim's backend ends with its connection only when it is terminated."""
        with superuser(self.attempt_servers.target) as connection:
            connection.execute(
                "select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name like 'victim\\_%%'"
            )
        for victim in self.victims.values():
            victim.close()
        if self.listener is not None:
            self.listener.close()

    def state(self) -> Facts:
        """Return the state of the target and of the other server at this moment."""
        attempt_servers = self.attempt_servers
        with superuser(attempt_servers.target, self.database) as connection:
            facts = read_facts(connection, {**CLUSTER_FACTS, **DATABASE_FACTS})
            facts["victims"] = Counter(
                f"{row[0]} {row[1]}"
                for row in connection.execute(
                    "select application_name, state from pg_stat_activity where application_name like 'victim\\_%%'"
                )
            )
        facts["dump"] = dump(attempt_servers.target, self.database)
        facts["files"] = files_in(attempt_servers.target.data, contents=False)
        facts["scratch"] = files_in(attempt_servers.scratch, contents=True)
        facts["postgresql.auto.conf"] = Counter(
            (attempt_servers.target.data / "postgresql.auto.conf").read_text().splitlines()
        )
        facts["notifications"] = self._notifications()
        facts["written to WAL"] = self._wal()
        facts |= {f"production: {name}": fact for name, fact in self._production().items()}
        return facts

    def _notifications(self) -> Counter[str]:
        if self.listener is None:
            return Counter()
        self.channels += [notification.channel for notification in self.listener.notifies(timeout=0)]
        return Counter(self.channels)

    def _wal(self) -> Counter[str]:
        """Return the restore points, logical messages and switches in the WAL since ``open``."""
        with superuser(self.attempt_servers.target) as connection:
            row = connection.execute("select pg_current_wal_flush_lsn()::text").fetchone()
        until = str(row[0]) if row else self.lsn
        cluster = self.attempt_servers.target
        process = subprocess.run(
            [str(cluster.program("pg_waldump")), "-p", str(cluster.data / "pg_wal"), "-s", self.lsn, "-e", until],
            capture_output=True,
            text=True,
            check=False,
            errors="replace",
        )
        kept = re.compile(r"desc: (RESTORE_POINT.*|SWITCH|MESSAGE .*?prefix \S+)")
        return Counter(match.group(1) for match in kept.finditer(process.stdout))

    def _production(self) -> Facts:
        """Read the other server's state by its socket: connections by TCP are not the observer's."""
        other = self.attempt_servers.production
        with closing(_by_socket(other)) as connection:
            facts = read_facts(connection, PRODUCTION_FACTS)
            facts["connections"] = Counter(
                re.findall(r"connection received: host=127\.0\.0\.1|application_name=\S+", self._log_of(connection))
            )
        return facts

    def _log_of(self, connection: psycopg.Connection[tuple[object, ...]]) -> str:
        """Return the other server's log since ``open``, when it contains a statement that was sent now."""
        token = f"settled {os.urandom(8).hex()}"
        connection.execute(sql.SQL("select {}").format(sql.Literal(token)))
        for _ in range(2000):
            with self.attempt_servers.production.csvlog.open("rb") as stream:
                stream.seek(self.logged)
                text = stream.read().decode(errors="replace")
            if token in text:
                return "\n".join(line for line in text.splitlines() if "[local]" not in line)
            connection.execute("select pg_sleep(0.005)")
        raise AssertionError("the other server's log never settled")


def _by_socket(cluster: Cluster) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(
        host=str(cluster.home),
        port=cluster.port,
        dbname="shop",
        user="postgres",
        application_name="by_socket",
        autocommit=True,
    )
