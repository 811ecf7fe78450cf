"""Real servers write plain logs with many prefixes: users are read correctly, or the capture requires ``--prefix``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import psycopg
import pytest
from psycopg import sql

from pgrehearse.base.errors import BadInput
from pgrehearse.capture.formats.detect import detect
from pgrehearse.capture.input.blocks import Block
from pgrehearse.targets.embedded.cluster import Cluster
from tests.conftest import reload, superuser
from tests.prefixed import COMMON, Session, generated

PLAIN = (
    Session("app", "app", "web", "127.0.0.1"),
    Session("bob@example.com", "shop", "PostgreSQL JDBC Driver", "127.0.0.1"),
)
ODD = (
    Session("Anna Maria", "my shop", "a,b]=c", "127.0.0.1"),
    Session("app", "shop", "[unknown]", "[local]"),
    Session("postgres", "app", "report @ night", "127.0.0.1"),
)
SOME = (*COMMON[::3], *list(generated())[:: 5_120 // 6])


@dataclass(frozen=True)
class Writer:
    """A server whose prefix is changed from log to log."""

    cluster: Cluster

    @property
    def log(self) -> Path:
        return self.cluster.csvlog.with_suffix(".log")

    def write(self, prefix: str, sessions: tuple[Session, ...], *, connections: bool) -> bytes:
        """Return the server's log of *sessions* with a prefix."""
        settings = {"log_line_prefix": prefix, "log_connections": connections, "log_disconnections": connections}
        with superuser(self.cluster) as connection:
            for name, value in settings.items():
                text = sql.SQL("alter system set {} = {}").format(sql.Identifier(name), sql.Literal(value))
                connection.execute(text)
        reload(self.cluster)
        at = self._settled("before")
        for number, session in enumerate(sessions):
            self._run(number, session)
        end = self._settled("after")
        return self.log.read_bytes()[at:end]

    def _run(self, number: int, session: Session) -> None:
        host = "127.0.0.1" if session.host != "[local]" else str(self.cluster.home)
        name = "" if session.application == "[unknown]" else session.application
        with psycopg.connect(
            host=host,
            port=self.cluster.port,
            user=session.user,
            dbname=session.database,
            application_name=name,
            autocommit=True,
        ) as connection:
            connection.execute(f"select 'session {number}'")
            connection.execute("select %s::int + 1", [number])
            with pytest.raises(psycopg.errors.UndefinedTable):
                connection.execute(f"select 'session {number}' from nowhere")

    def _settled(self, word: str) -> int:
        """Return the length of the log after the end of a new session is in it."""
        with superuser(self.cluster) as connection:
            process = connection.info.backend_pid
            connection.execute(sql.SQL("select {}").format(sql.Literal(f"{word} {process}")))
        token = f"{word} {process}'".encode()
        for _ in range(2_000):
            text = self.log.read_bytes() if self.log.exists() else b""
            at = text.rfind(token)
            if at >= 0:
                return text.index(b"\n", at) + 1 if word == "before" else text.rindex(b"\n", 0, at) + 1
            with superuser(self.cluster) as connection:
                connection.execute("select pg_sleep(0.002)")
        raise AssertionError("the session is not in the server's log")


ROLES, DATABASES = ("app", "bob@example.com", "Anna Maria"), ("app", "shop", "my shop")
CHANGED = ("log_destination", "log_line_prefix", "log_connections", "log_disconnections")


@pytest.fixture(scope="module", params=[15, 18], ids=["pg15", "pg18"])
def writer(request: pytest.FixtureRequest) -> Iterator[Writer]:
    """A server that also writes a plain log; its settings are restored afterwards."""
    cluster: Cluster = request.getfixturevalue(f"pg{request.param}")
    with superuser(cluster) as connection:
        connection.execute("alter system set log_destination = 'stderr,csvlog'")
        for role in ROLES:
            connection.execute(sql.SQL("create role {} superuser login").format(sql.Identifier(role)))
        for database in DATABASES:
            connection.execute(sql.SQL("create database {}").format(sql.Identifier(database)))
    reload(cluster)
    yield Writer(cluster)
    with superuser(cluster) as connection:
        for database in DATABASES:
            connection.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(database)))
        for role in ROLES:
            connection.execute(sql.SQL("drop role {}").format(sql.Identifier(role)))
        for name in CHANGED:
            connection.execute(sql.SQL("alter system reset {}").format(sql.Identifier(name)))
    reload(cluster)


def outcome(data: bytes, sessions: tuple[Session, ...]) -> str:
    """Read a log. Return "right", "refused", or the difference."""
    try:
        log_format = detect(data, "postgresql.log")
    except BadInput as error:
        return "refused" if "--prefix" in error.remedy else error.message
    records = log_format.records(Block(data, 1, last=True))
    rows = records.with_columns(
        pl.coalesce("query", "message").str.extract(r"select 'session (\d)'").cast(pl.Int64).alias("number"),
        pl.col("remote").str.replace(r":\d*$", ""),
    ).filter(pl.col("number").is_not_null())
    if rows["number"].n_unique() != len(sessions):
        return f"{data.count(b'session ')} lines, {rows.height} records with {log_format.description}"
    for row in rows.select("user", "database", "application", "remote", "number").iter_rows():
        session = sessions[row[4]]
        expected = (session.user, session.database, session.application, session.host)
        if any(value not in {None, right} for value, right in zip(row[:4], expected, strict=True)):
            return f"{row[:4]} instead of {expected} with {log_format.description}"
    return "right"


def ambiguous(prefix: str) -> bool:
    """Return whether a prefix has the database before an @: without a connection message it looks like a user."""
    return "%d@%u" in prefix


@pytest.mark.parametrize("prefix", COMMON[1::4])
def test_a_common_prefix_of_a_server_is_detected(writer: Writer, prefix: str) -> None:
    """With connections logged and without; unusual names only where a message contains them."""
    assert outcome(writer.write(prefix, (*PLAIN, *ODD), connections=True), (*PLAIN, *ODD)) == "right"
    assert outcome(writer.write(prefix, PLAIN, connections=False), PLAIN) == "right"


@pytest.mark.parametrize("connections", [True, False], ids=["connections", "statements"])
def test_a_sample_of_a_servers_prefixes_is_never_read_wrongly(writer: Writer, connections: bool) -> None:
    """A few of many prefixes, in one test: starting the servers takes most of the time."""
    sessions = (*PLAIN, *ODD) if connections else PLAIN
    every = [prefix for prefix in SOME if connections or not ambiguous(prefix)]
    outcomes = {prefix: outcome(writer.write(prefix, sessions, connections=connections), sessions) for prefix in every}
    assert {prefix: result for prefix, result in outcomes.items() if result not in {"right", "refused"}} == {}
    assert sum(result == "right" for result in outcomes.values()) > len(outcomes) / 3


@pytest.mark.soak
@pytest.mark.parametrize("connections", [True, False], ids=["connections", "statements"])
def test_hundreds_of_prefixes_are_never_read_wrongly(writer: Writer, connections: bool) -> None:
    """Every common prefix, and 250 generated ones."""
    sessions = (*PLAIN, *ODD) if connections else PLAIN
    outcomes = {}
    for prefix in (*COMMON, *list(generated())[::20]):
        if connections or not ambiguous(prefix):
            outcomes[prefix] = outcome(writer.write(prefix, sessions, connections=connections), sessions)
    assert sum(result == "right" for result in outcomes.values()) > len(outcomes) / 3
    assert {prefix: result for prefix, result in outcomes.items() if result not in {"right", "refused"}} == {}
