"""Real servers write plain logs with many prefixes: whose a statement is comes out right, or the capture asks."""

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
from tests.conftest import superuser
from tests.prefixed import IN_USE, Session, made_up

PLAIN = (
    Session("app", "app", "web", "127.0.0.1"),
    Session("bob@example.com", "shop", "PostgreSQL JDBC Driver", "127.0.0.1"),
)
ODD = (
    Session("Anna Maria", "my shop", "a,b]=c", "127.0.0.1"),
    Session("app", "shop", "[unknown]", "[local]"),
    Session("postgres", "app", "report @ night", "127.0.0.1"),
)
SOME = (*IN_USE[::3], *list(made_up())[:: 5_120 // 6])


@dataclass(frozen=True)
class Writer:
    """A server whose prefix is changed from log to log."""

    cluster: Cluster

    @property
    def log(self) -> Path:
        return self.cluster.csvlog.with_suffix(".log")

    def writes(self, prefix: str, sessions: tuple[Session, ...], *, connections: bool) -> bytes:
        """Return what the server logs of *sessions* with a prefix."""
        settings = {"log_line_prefix": prefix, "log_connections": connections, "log_disconnections": connections}
        with superuser(self.cluster) as connection:
            for name, value in settings.items():
                text = sql.SQL("alter system set {} = {}").format(sql.Identifier(name), sql.Literal(value))
                connection.execute(text)
            connection.execute("select pg_reload_conf()")
        for _ in range(400):
            with superuser(self.cluster) as connection:
                row = connection.execute("select current_setting('log_line_prefix') = %s", [prefix]).fetchone()
            if row == (True,):
                break
        at = self._settled("before")
        for number, session in enumerate(sessions):
            self._plays(number, session)
        end = self._settled("after")
        return self.log.read_bytes()[at:end]

    def _plays(self, number: int, session: Session) -> None:
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
        """Return how long the log is when a session made now has ended in it."""
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
        raise AssertionError("the server's log never settled")


ROLES, DATABASES = ("app", "bob@example.com", "Anna Maria"), ("app", "shop", "my shop")
CHANGED = ("log_destination", "log_line_prefix", "log_connections", "log_disconnections")


@pytest.fixture(scope="module", params=[15, 18], ids=["pg15", "pg18"])
def writer(request: pytest.FixtureRequest) -> Iterator[Writer]:
    """A server that writes a plain log too, and is as it was afterwards."""
    cluster: Cluster = request.getfixturevalue(f"pg{request.param}")
    with superuser(cluster) as connection:
        connection.execute("alter system set log_destination = 'stderr,csvlog'")
        for role in ROLES:
            connection.execute(sql.SQL("create role {} superuser login").format(sql.Identifier(role)))
        for database in DATABASES:
            connection.execute(sql.SQL("create database {}").format(sql.Identifier(database)))
        connection.execute("select pg_reload_conf()")
    yield Writer(cluster)
    with superuser(cluster) as connection:
        for database in DATABASES:
            connection.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(database)))
        for role in ROLES:
            connection.execute(sql.SQL("drop role {}").format(sql.Identifier(role)))
        for name in CHANGED:
            connection.execute(sql.SQL("alter system reset {}").format(sql.Identifier(name)))
        connection.execute("select pg_reload_conf()")


def judged(octets: bytes, sessions: tuple[Session, ...]) -> str:
    """Read a log: "right", "asked", or what is wrong."""
    try:
        found = detect(octets, "postgresql.log")
    except BadInput as error:
        return "asked" if "--prefix" in error.remedy else error.message
    records = found.records(Block(octets, 1, last=True))
    seen = records.with_columns(
        pl.coalesce("query", "message").str.extract(r"select 'session (\d)'").cast(pl.Int64).alias("number"),
        pl.col("remote").str.replace(r":\d*$", ""),
    ).filter(pl.col("number").is_not_null())
    if seen["number"].n_unique() != len(sessions):
        return f"{octets.count(b'session ')} lines, {seen.height} records by {found.description}"
    for row in seen.select("user", "database", "application", "remote", "number").iter_rows():
        session = sessions[row[4]]
        expected = (session.user, session.database, session.application, session.host)
        if any(value not in {None, right} for value, right in zip(row[:4], expected, strict=True)):
            return f"{row[:4]} instead of {expected} by {found.description}"
    return "right"


def ambiguous(prefix: str) -> bool:
    """Say whether a prefix has the database before an @: without a connection message it looks like a user."""
    return "%d@%u" in prefix


@pytest.mark.parametrize("prefix", IN_USE[1::4])
def test_a_server_s_prefix_in_wide_use_is_found_out(writer: Writer, prefix: str) -> None:
    """With connections logged and without, odd names among those that a message tells."""
    assert judged(writer.writes(prefix, (*PLAIN, *ODD), connections=True), (*PLAIN, *ODD)) == "right"
    assert judged(writer.writes(prefix, PLAIN, connections=False), PLAIN) == "right"


@pytest.mark.parametrize("connections", [True, False], ids=["connections", "statements"])
def test_no_server_s_prefix_is_read_wrongly(writer: Writer, connections: bool) -> None:
    """A few of many, in one test: the servers are what takes time."""
    sessions = (*PLAIN, *ODD) if connections else PLAIN
    every = [prefix for prefix in SOME if connections or not ambiguous(prefix)]
    verdicts = {prefix: judged(writer.writes(prefix, sessions, connections=connections), sessions) for prefix in every}
    assert {prefix: what for prefix, what in verdicts.items() if what not in {"right", "asked"}} == {}
    assert sum(what == "right" for what in verdicts.values()) > len(verdicts) / 3


@pytest.mark.soak
@pytest.mark.parametrize("connections", [True, False], ids=["connections", "statements"])
def test_none_of_hundreds_is_read_wrongly(writer: Writer, connections: bool) -> None:
    """Every prefix in wide use, and 250 that are put together."""
    sessions = (*PLAIN, *ODD) if connections else PLAIN
    verdicts = {}
    for prefix in (*IN_USE, *list(made_up())[::20]):
        if connections or not ambiguous(prefix):
            verdicts[prefix] = judged(writer.writes(prefix, sessions, connections=connections), sessions)
    assert sum(what == "right" for what in verdicts.values()) > len(verdicts) / 3
    assert {prefix: what for prefix, what in verdicts.items() if what not in {"right", "asked"}} == {}
