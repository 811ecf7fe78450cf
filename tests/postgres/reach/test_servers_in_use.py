"""Servers with replicas, with users or in front of which a pooler is are not adopted (rows 23 to 25 and 30 to 34)."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import psycopg
import pytest

from pgrehearse.targets.embedded import cluster as clusters
from tests.conftest import connect, superuser
from tests.doors import PGBOUNCER, pgbouncer
from tests.postgres.conftest import QUICK
from tests.postgres.reach.servers import Ground, Places, Said, command, untouched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pgrehearse.targets.embedded.cluster import Cluster


@pytest.fixture
def standby(places: Places, ground: Ground) -> Iterator[Cluster]:
    """A standby of the copy: the copy is somebody's primary."""
    made = clusters.follow(places.copy, ground.folder / "reach-standby", name="reach-standby")
    yield made
    clusters.stop(made)
    with superuser(places.copy) as connection:
        connection.execute("select pg_drop_replication_slot(slot_name) from pg_replication_slots")


def refused_to_adopt(places: Places, cluster: Cluster | None = None) -> Said:
    """Try to adopt what may not be adopted: exit code 4, and no mark."""
    place = cluster or places.copy
    with superuser(place, "shop") as connection:
        if connection.execute("select pg_is_in_recovery()").fetchone() == (False,):
            connection.execute("drop schema if exists pgrehearse cascade")
    with untouched((place, "shop")):
        said = places.adopt(place)
    assert said.code == 4, said.text
    return said


def test_a_server_with_a_standby_is_nobodys_rehearsal(places: Places, standby: Cluster) -> None:
    """Neither the standby (row 23) nor the primary that it follows (row 33) is adopted or written to."""
    with untouched((places.copy, "shop")):
        assert places.replay(places.dsn(standby)).code == 4
    refused_to_adopt(places, standby)
    refused_to_adopt(places)
    clusters.stop(standby)
    # The slot that it leaves behind still speaks for a follower.
    refused_to_adopt(places)


@contextmanager
def subscribed(places: Places, *, live: bool) -> Iterator[None]:
    """Have the copy subscribe to the source: *live*, or enabled while its worker cannot start (its slot is another's)."""
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
    """An enabled subscription would take production's changes, whether its worker runs at this moment or not (rows 24, 25)."""
    with subscribed(places, live=live):
        refused_to_adopt(places)
    assert places.adopt().code == 0


@pytest.mark.parametrize("live", [True, False], ids=["24-live", "25-between-two-tries"])
def test_a_subscription_that_was_enabled_after_the_mark_refuses_the_replay(adopted: Places, live: bool) -> None:
    """Who uses a server is asked at each start, not only when it is adopted."""
    with subscribed(adopted, live=live), untouched((adopted.copy, "shop")):
        assert adopted.replay(adopted.dsn()).code == 4


@contextmanager
def in_use(cluster: Cluster, *applications: str) -> Iterator[list[psycopg.Connection[tuple[object, ...]]]]:
    """Have an application connected: idle, and in transactions."""
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


@pytest.mark.parametrize(
    "application",
    ["shop web", "", "pgrehearse looking app", "PGREHEARSE", "pgrehearse preflight of somebody", "pgrehearse test"],
)
def test_a_server_with_users_is_not_adopted(places: Places, application: str) -> None:
    """Whatever they call themselves (rows 30 and 32)."""
    with in_use(places.copy, *[application] * 3):
        refused_to_adopt(places)
    assert places.adopt().code == 0


def test_users_that_came_after_the_mark_refuse_the_replay(adopted: Places) -> None:
    """A rehearsal has no users when a replay begins, either."""
    with in_use(adopted.copy, "shop web"), untouched((adopted.copy, "shop")):
        assert adopted.replay(adopted.dsn()).code == 4


def test_a_role_that_may_not_see_sessions_does_not_adopt(places: Places) -> None:
    """The owner of a database at a managed service sees no sessions: it is refused, and the grant is named (row 31)."""
    with superuser(places.copy, "shop") as connection:
        connection.execute("drop schema if exists pgrehearse cascade")
    for users in (("shop web",) * 5, ()):
        with in_use(places.copy, *users), untouched((places.copy, "shop")):
            said = command("targets", "adopt", places.dsn(user="clerk"), "--yes")
        assert said.code == 4, said.text
        assert "pg_monitor" in said.text


@pytest.mark.parametrize("name", ["slot", "reserved slot", "prepared"])
def test_a_server_that_serves_others_is_not_adopted(places: Places, name: str) -> None:
    """Slots and prepared transactions are somebody's (row 33)."""
    make, drop = {
        "slot": ("select pg_create_physical_replication_slot('theirs')", "select pg_drop_replication_slot('theirs')"),
        "reserved slot": (
            "select pg_create_physical_replication_slot('theirs', true)",
            "select pg_drop_replication_slot('theirs')",
        ),
        "prepared": ("begin; select 1; prepare transaction 'theirs'", "rollback prepared 'theirs'"),
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
    """archive_mode speaks for a server that somebody relies on (row 33)."""
    settings = {**QUICK, "archive_mode": "on", "archive_command": "false"}
    archives = ground.restored("reach-base", "reach-archives", settings)
    try:
        refused_to_adopt(places, archives)
    finally:
        clusters.stop(archives)


@pytest.mark.skipif(PGBOUNCER is None, reason="PgBouncer is not installed")
def test_a_pooler_is_no_door_to_adopt_through(places: Places) -> None:
    """Its idle clients have no session at the server: nobody can say that there are none (row 34)."""
    with pgbouncer(places.copy, "transaction") as port:
        clients = [
            psycopg.connect(host="127.0.0.1", port=port, user="boss", dbname="shop", autocommit=True) for _ in range(3)
        ]
        try:
            said = command("targets", "adopt", f"postgresql://boss@127.0.0.1:{port}/shop", "--yes")
        finally:
            for client in clients:
                client.close()
    assert said.code == 4, said.text
