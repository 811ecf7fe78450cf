"""Traffic whose end state tells the order it ran in: sessions that update shared rows with a hash of the old value."""

from __future__ import annotations

import random
import threading
from typing import TYPE_CHECKING

from tests.conftest import connect, superuser

if TYPE_CHECKING:
    from pgrehearse.targets.embedded.cluster import Cluster

ROWS = 5


def prepare(cluster: Cluster) -> None:
    """Make the shared rows, or put them back."""
    with superuser(cluster) as connection:
        connection.execute("drop table if exists hot")
        connection.execute("create table hot (id int primary key, v text not null)")
        connection.execute("insert into hot select n, 'start' from generate_series(1, %s) n", (ROWS,))


def state(cluster: Cluster) -> list[tuple[object, ...]]:
    """Return the shared rows."""
    with superuser(cluster) as connection:
        return connection.execute("select id, v from hot order by id").fetchall()


def play(cluster: Cluster, *, sessions: int, transactions: int, pause_s: float, seed: int) -> None:
    """Have sessions overlap and block one another; *pause_s* lies between a transaction's last write and its commit.

    Rows are taken in order, so that nobody deadlocks.
    """
    threads = [
        threading.Thread(target=_session, args=(cluster, number, transactions, pause_s, seed))
        for number in range(sessions)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _session(cluster: Cluster, number: int, transactions: int, pause_s: float, seed: int) -> None:
    chance = random.Random(seed * 1000 + number)  # noqa: S311 (reproducible on purpose)
    with connect(cluster, "postgres", application=f"witness{number}") as connection:
        for turn in range(transactions):
            connection.execute("begin")
            for row in sorted(chance.sample(range(1, ROWS + 1), chance.randint(1, 3))):
                connection.execute(f"update hot set v = md5(v || '{number}:{turn}') where id = {row}")
            if pause_s:
                connection.execute("select pg_sleep(%s)", (pause_s,))
            connection.execute("commit")
