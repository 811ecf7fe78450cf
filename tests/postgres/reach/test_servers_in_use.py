"""Servers with replicas, with users or in front of which a pooler is are not adopted (rows 23 to 25 and 30 to 34)."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import psycopg
import pytest

from pgrehearse.targets.embedded import cluster as clusters
from tests.conftest import connect, superuser
from tests.postgres.conftest import QUICK, wait_until_closed
from tests.postgres.reach.servers import CommandResult, SourceAndCopy, VersionFolder, command, untouched
from tests.proxies import PGBOUNCER, pgbouncer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pgrehearse.targets.embedded.cluster import Cluster


pytestmark = pytest.mark.usefixtures("short_pauses")


@pytest.fixture
def standby(servers: SourceAndCopy, version_folder: VersionFolder) -> Iterator[Cluster]:
    """A standby of the copy: the copy is a primary."""
    cluster = clusters.follow(servers.copy, version_folder.folder / "reach-standby", name="reach-standby")
    yield cluster
    clusters.stop(cluster)
    with superuser(servers.copy) as connection:
        connection.execute("select pg_drop_replication_slot(slot_name) from pg_replication_slots")


def refused_to_adopt(servers: SourceAndCopy, cluster: Cluster | None = None) -> CommandResult:
    """Assert that the adoption is refused: exit code 4, and no mark."""
    place = cluster or servers.copy
    with superuser(place, "shop") as connection:
        if connection.execute("select pg_is_in_recovery()").fetchone() == (False,):
            connection.execute("drop schema if exists pgrehearse cascade")
    with untouched((place, "shop")):
        result = servers.adopt(place)
    assert result.code == 4, result.text
    return result


def test_a_server_with_a_standby_is_refused(servers: SourceAndCopy, standby: Cluster) -> None:
    """Neither the standby (row 23) nor its primary (row 33) is adopted or written to."""
    with untouched((servers.copy, "shop")):
        assert servers.replay(servers.dsn(standby)).code == 4
    refused_to_adopt(servers, standby)
    refused_to_adopt(servers)
    clusters.stop(standby)
    # The slot of the standby remains.
    refused_to_adopt(servers)


@contextmanager
def subscribed(servers: SourceAndCopy, *, live: bool) -> Iterator[None]:
    """Make the copy subscribe to the source. Without *live*: enabled, but the worker cannot start (the slot belongs to another server)."""
    with superuser(servers.source, "shop") as connection:
        connection.execute("create publication everything for table sold")
    with superuser(servers.copy, "shop") as connection:
        how = "copy_data = false" if live else "connect = false, slot_name = 'taken'"
        connection.execute(
            f"create subscription follows connection 'host=127.0.0.1 port={servers.source.port} dbname=shop user=boss' publication everything with ({how})"
        )
        connection.execute("alter subscription follows enable")
        running = "select pid is not null from pg_stat_subscription where subname = 'follows'"
        for _ in range(1000):
            if not live or connection.execute(running).fetchone() == (True,):
                break
            connection.execute("select pg_sleep(0.005)")
    try:
        yield
    finally:
        with superuser(servers.copy, "shop") as connection:
            connection.execute("alter subscription follows disable")
            if not live:
                connection.execute("alter subscription follows set (slot_name = none)")
            connection.execute("drop subscription follows")
        with superuser(servers.source, "shop") as connection:
            connection.execute("drop publication everything")


@pytest.mark.parametrize("live", [True, False], ids=["24-live", "25-between-two-tries"])
def test_a_copy_that_subscribes_is_not_adopted(servers: SourceAndCopy, live: bool) -> None:
    """An enabled subscription would receive production's changes, with or without a running worker (rows 24, 25)."""
    with subscribed(servers, live=live):
        refused_to_adopt(servers)
    assert servers.adopt().code == 0


@pytest.mark.parametrize("live", [True, False], ids=["24-live", "25-between-two-tries"])
def test_a_new_subscription_refuses_the_replay(adopted: SourceAndCopy, live: bool) -> None:
    """The users of a server are checked at each start, not only at the adoption."""
    with subscribed(adopted, live=live), untouched((adopted.copy, "shop")):
        assert adopted.replay(adopted.dsn()).code == 4


@contextmanager
def in_use(cluster: Cluster, *applications: str) -> Iterator[list[psycopg.Connection[tuple[object, ...]]]]:
    """Keep connections of an application open: idle, and in transactions."""
    opened = [connect(cluster, "shop", user="boss", application=name) for name in applications]
    for number, connection in enumerate(opened):
        if number % 2:
            connection.execute("begin")
            connection.execute("select 1")
    try:
        yield opened
    finally:
        for connection in opened:
            connection.close()
        wait_until_closed(cluster, "boss")


@pytest.mark.parametrize(
    "application",
    ["shop web", "", "pgrehearse looking app", "PGREHEARSE", "pgrehearse preflight of other", "pgrehearse test"],
)
def test_a_server_with_users_is_not_adopted(servers: SourceAndCopy, application: str) -> None:
    """Under any application name (rows 30 and 32)."""
    with in_use(servers.copy, *[application] * 3):
        refused_to_adopt(servers)
    assert servers.adopt().code == 0


def test_new_users_refuse_the_replay(adopted: SourceAndCopy) -> None:
    """The check is repeated when a replay starts."""
    with in_use(adopted.copy, "shop web"), untouched((adopted.copy, "shop")):
        assert adopted.replay(adopted.dsn()).code == 4


def test_a_role_that_may_not_see_sessions_does_not_adopt(servers: SourceAndCopy) -> None:
    """On a managed service the owner of a database may not read sessions: it is refused, and the message names the grant (row 31)."""
    with superuser(servers.copy, "shop") as connection:
        connection.execute("drop schema if exists pgrehearse cascade")
    for users in (("shop web",) * 5, ()):
        with in_use(servers.copy, *users), untouched((servers.copy, "shop")):
            result = command("targets", "adopt", servers.dsn(user="clerk"), "--yes")
        assert result.code == 4, result.text
        assert "pg_monitor" in result.text


@pytest.mark.parametrize("name", ["slot", "reserved slot", "prepared"])
def test_a_server_with_slots_or_prepared_transactions_is_not_adopted(servers: SourceAndCopy, name: str) -> None:
    """Slots and prepared transactions belong to other programs (row 33)."""
    make, drop = {
        "slot": ("select pg_create_physical_replication_slot('other')", "select pg_drop_replication_slot('other')"),
        "reserved slot": (
            "select pg_create_physical_replication_slot('other', true)",
            "select pg_drop_replication_slot('other')",
        ),
        "prepared": ("begin; select 1; prepare transaction 'other'", "rollback prepared 'other'"),
    }[name]
    with superuser(servers.copy, "shop") as connection:
        connection.execute(make)
    try:
        refused_to_adopt(servers)
    finally:
        with superuser(servers.copy, "shop") as connection:
            connection.execute(drop)
    assert servers.adopt().code == 0


def test_a_server_that_archives_is_not_adopted(servers: SourceAndCopy, version_folder: VersionFolder) -> None:
    """archive_mode is on for servers in use (row 33)."""
    settings = {**QUICK, "archive_mode": "on", "archive_command": "false"}
    archives = version_folder.restored("reach-base", "reach-archives", settings)
    try:
        assert "archive_mode" in refused_to_adopt(servers, archives).text
    finally:
        clusters.stop(archives)


@pytest.mark.skipif(PGBOUNCER is None, reason="PgBouncer is not installed")
def test_an_adoption_through_a_pooler_is_refused(servers: SourceAndCopy) -> None:
    """Its idle clients have no session on the server, so that they cannot be checked (row 34)."""
    with pgbouncer(servers.copy, "transaction") as port:
        clients = [
            psycopg.connect(host="127.0.0.1", port=port, user="boss", dbname="shop", autocommit=True) for _ in range(3)
        ]
        try:
            result = command("targets", "adopt", f"postgresql://boss@127.0.0.1:{port}/shop", "--yes")
        finally:
            for client in clients:
                client.close()
            wait_until_closed(servers.copy, "boss")
    assert result.code == 4, result.text
