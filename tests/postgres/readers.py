"""A primary with a standby, and plans that use it as a reader."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from psycopg import sql

from pgrehearse.replay.plan.filters import parse_reads
from pgrehearse.replay.plan.routing import Reader, Routing
from pgrehearse.targets.embedded import cluster as clusters
from tests.conftest import drop_database, new_database, superuser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import psycopg

    from pgrehearse.targets.embedded.cluster import Cluster

NAME = "with_readers"


class Servers(NamedTuple):
    """A primary and its standby, both with the database ``NAME``."""

    primary: Cluster
    standby: Cluster

    def caught_up(self) -> None:
        """Wait until the standby has replayed what the primary has written."""
        with superuser(self.primary) as connection:
            # The insert position of an empty segment is that of its first record, which the standby has to receive.
            connection.execute("select pg_logical_emit_message(true, 'readers', '')")
            lsn = connection.execute("select pg_current_wal_flush_lsn()::text").fetchone()
        with superuser(self.standby) as connection:
            wait_for(connection, "select pg_last_wal_replay_lsn() >= %s::pg_lsn", (lsn or ("",))[0])


def wait_for(connection: psycopg.Connection[tuple[object, ...]], query: str, *values: object) -> None:
    """Wait until a query returns true, for two minutes at most."""
    for _ in range(24_000):
        if (connection.execute(query.encode(), values).fetchone() or (False,))[0]:
            return
        connection.execute("select pg_sleep(0.005)")
    raise AssertionError(f"this did not become true: {query}")


@contextmanager
def with_standby(primary: Cluster, home: Path, name: str) -> Iterator[Servers]:
    """Create the database ``NAME`` and a standby of this *name*, and remove both at the end."""
    new_database(primary, NAME, "create table item (id int primary key, name text); insert into item values (1, 'a')")
    standby = clusters.follow(primary, home / name, name=name)
    both = Servers(primary, standby)
    both.caught_up()
    yield both
    clusters.destroy(standby)
    with superuser(primary) as connection:
        slots = connection.execute("select slot_name from pg_replication_slots where slot_name = %s", (standby.slot,))
        for (slot,) in slots.fetchall():
            connection.execute(sql.SQL("select pg_drop_replication_slot({})").format(sql.Literal(slot)))
    drop_database(primary, NAME)


def to_reader(servers: Servers, instance: str = "") -> dict[str, object]:
    """Return the fields of a plan whose target has the standby as a reader."""
    return {"routing": Routing(readers=(Reader(servers.standby.endpoint(NAME), instance),))}


def moved(servers: Servers, *selection: str) -> dict[str, object]:
    """Return the fields of a plan that moves the reads of a selection to the standby."""
    return to_reader(servers) | {"reads": parse_reads(selection)}
