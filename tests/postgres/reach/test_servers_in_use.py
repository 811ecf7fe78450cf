"""Servers with replicas, with users or in front of which a pooler is are not adopted (rows 23 to 25 and 30 to 34)."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import psycopg
import pytest

from pgrehearse.targets.embedded import cluster as clusters
from tests.conftest import connect, superuser
from tests.postgres.conftest import QUICK, wait_until_closed
from tests.postgres.reach.servers import CommandResult, Ground, Places, command, untouched
from tests.proxies import PGBOUNCER, pgbouncer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pgrehearse.targets.embedded.cluster import Cluster


pytestmark = pytest.mark.usefixtures("short_pauses")


@pytest.fixture
def standby(places: Places, ground: Ground) -> Iterator[Cluster]:
    """A standby of the copy: the copy is a primary."""
    cluster = clusters.follow(places.copy, ground.folder / "reach-standby", name="reach-standby")
    yield cluster
    clusters.stop(cluster)
    with superuser(places.copy) as connection:
        connection.execute("select pg_drop_replication_slot(slot_name) from pg_replication_slots")


def refused_to_adopt(places: Places, cluster: Cluster | None = None) -> CommandResult:
    """Assert that the adoption is refused: exit code 4, and no mark."""
    place = cluster or places.copy
    with superuser(place, "shop") as connection:
        if connection.execute("select pg_is_in_recovery()").fetchone() == (False,):
            connection.execute("drop schema if exists pgrehearse cascade")
    with untouched((place, "shop")):
        result = places.adopt(place)
    assert result.code == 4, result.text
    return result


def test_a_server_with_a_standby_is_refused(places: Places, standby: Cluster) -> None:
    """Neither the standby (row 23) nor its primary (row 33) is adopted or written to."""
    with untouched((places.copy, "shop")):
        assert places.replay(places.dsn(standby)).code == 4
    refused_to_adopt(places, standby)
    refused_to_adopt(places)
    clusters.stop(standby)
    # The slot of the standby remains.
    refused_to_adopt(places)


@contextmanager
def subscribed(places: Places, *, live: bool) -> Iterator[None]:
    """Make the copy subscribe to the source. Without *live*: enabled, but the worker cannot start (the slot belongs to another server)."""
    with superuser(places.source, "shop") as connection:
        connection.execute("create publication everything for table sold")
    with superuser(places.copy, "shop") as connection:
        how = "copy_data = false" if live else "connect = false, slot_name = 'taken'"
        connection.execute(
            f"create subscription follows connection 'host=127.0.0.1 port={places.source.port} dbname=shop user=boss' publication everything with ({how})"
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
        with superuser(places.copy, "shop") as connection:
            connection.execute("alter subscription follows disable")
            if not live:
                connection.execute("alter subscription follows set (slot_name = none)")
            connection.execute("drop subscription follows")
        with superuser(places.source, "shop") as connection:
            connection.execute("drop publication everything")


@pytest.mark.parametrize("live", [True, False], ids=["24-live", "25-between-two-tries"])
def test_a_copy_that_subscribes_is_not_adopted(places: Places, live: bool) -> None:
    """An enabled subscription would receive production's changes, with or without a running worker (rows 24, 25)."""
    with subscribed(places, live=live):
        refused_to_adopt(places)
    assert places.adopt().code == 0


@pytest.mark.parametrize("live", [True, False], ids=["24-live", "25-between-two-tries"])
def test_a_new_subscription_refuses_the_replay(adopted: Places, live: bool) -> None:
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
def test_a_server_with_users_is_not_adopted(places: Places, application: str) -> None:
    """Under any application name (rows 30 and 32)."""
    with in_use(places.copy, *[application] * 3):
        refused_to_adopt(places)
    assert places.adopt().code == 0


def test_new_users_refuse_the_replay(adopted: Places) -> None:
    """The check is repeated when a replay starts."""
    with in_use(adopted.copy, "shop web"), untouched((adopted.copy, "shop")):
        assert adopted.replay(adopted.dsn()).code == 4


def test_a_role_that_may_not_see_sessions_does_not_adopt(places: Places) -> None:
    """On a managed service the owner of a database may not read sessions: it is refused, and the message names the grant (row 31)."""
    with superuser(places.copy, "shop") as connection:
        connection.execute("drop schema if exists pgrehearse cascade")
    for users in (("shop web",) * 5, ()):
        with in_use(places.copy, *users), untouched((places.copy, "shop")):
            result = command("targets", "adopt", places.dsn(user="clerk"), "--yes")
        assert result.code == 4, result.text
        assert "pg_monitor" in result.text


@pytest.mark.parametrize("name", ["slot", "reserved slot", "prepared"])
def test_a_server_with_slots_or_prepared_transactions_is_not_adopted(places: Places, name: str) -> None:
    """Slots and prepared transactions belong to other programs (row 33)."""
    make, drop = {
        "slot": ("select pg_create_physical_replication_slot('other')", "select pg_drop_replication_slot('other')"),
        "reserved slot": (
            "select pg_create_physical_replication_slot('other', true)",
            "select pg_drop_replication_slot('other')",
        ),
        "prepared": ("begin; select 1; prepare transaction 'other'", "rollback prepared 'other'"),
    }[name]
    with superuser(places.copy, "shop") as connection:
        connection.execute(make)
    try:
        refused_to_adopt(places)
    finally:
        with superuser(places.copy, "shop") as connection:
            connection.execute(drop)
    assert places.adopt().code == 0


def test_a_server_that_archives_is_not_adopted(places: Places, ground: Ground) -> None:
    """archive_mode is on for servers in use (row 33)."""
    settings = {**QUICK, "archive_mode": "on", "archive_command": "false"}
    archives = ground.restored("reach-base", "reach-archives", settings)
    try:
        assert "archive_mode" in refused_to_adopt(places, archives).text
    finally:
        clusters.stop(archives)


@pytest.mark.skipif(PGBOUNCER is None, reason="PgBouncer is not installed")
def test_an_adoption_through_a_pooler_is_refused(places: Places) -> None:
    """Its idle clients have no session on the server, so that they cannot be checked (row 34)."""
    with pgbouncer(places.copy, "transaction") as port:
        clients = [
            psycopg.connect(host="127.0.0.1", port=port, user="boss", dbname="shop", autocommit=True) for _ in range(3)
        ]
        try:
            result = command("targets", "adopt", f"postgresql://boss@127.0.0.1:{port}/shop", "--yes")
        finally:
            for client in clients:
                client.close()
            wait_until_closed(places.copy, "boss")
    assert result.code == 4, result.text
