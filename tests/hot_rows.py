"""Traffic whose end state shows its order: sessions update shared rows with a hash of the old value.

Rows 1 to 5 are in table ``hot``, rows 6 to 8 in table ``calm``: transactions on ``calm`` never wait for transactions on ``hot``.
"""

from __future__ import annotations

import random
import threading
from typing import TYPE_CHECKING

import polars as pl

from pgrehearse.runs.reasons import UNWAITED
from pgrehearse.workload.analysis.commit_order import OPEN_US
from pgrehearse.workload.schema import TOOK
from tests.conftest import connect, superuser

if TYPE_CHECKING:
    from pgrehearse.runs.read import Run
    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload

ROWS = 5
# Rows of ``calm``, which ``update_in_turn`` updates.
CALM_ROWS = (6, 7, 8)
# Longer than the interval in which the order of two transactions is open.
APART_S = 5 * OPEN_US / 1e6


def create(cluster: Cluster) -> None:
    """Create the shared rows, or restore their first values."""
    with superuser(cluster) as connection:
        connection.execute("drop table if exists hot, calm")
        connection.execute("create table hot (id int primary key, v text not null)")
        connection.execute("create table calm (id int primary key, v text not null)")
        connection.execute("insert into hot select n, 'start' from generate_series(1, %s) n", (ROWS,))
        connection.execute("insert into calm select n, 'start' from unnest(%s::int[]) n", ([*CALM_ROWS],))


def read(cluster: Cluster) -> list[tuple[object, ...]]:
    """Return the shared rows."""
    with superuser(cluster) as connection:
        return connection.execute("table hot union all table calm order by id").fetchall()


def update_concurrently(cluster: Cluster, *, sessions: int, transactions: int, pause_s: float, seed: int) -> None:
    """Run sessions that overlap and block each other; *pause_s*: between the last write of a transaction and its commit.

    Rows are updated in the order of their ids, so that no deadlock occurs.
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
    rng = random.Random(seed * 1000 + number)  # noqa: S311 (reproducible on purpose)
    with connect(cluster, "postgres", application=f"hot{number}") as connection:
        for round_number in range(transactions):
            connection.execute("begin")
            for row in sorted(rng.sample(range(1, ROWS + 1), rng.randint(1, 3))):
                connection.execute(f"update hot set v = md5(v || '{number}:{round_number}') where id = {row}")
            if pause_s:
                connection.execute("select pg_sleep(%s)", (pause_s,))
            connection.execute("commit")


def update_in_turn(cluster: Cluster, *, sessions: int, rounds: int) -> None:
    """Update the calm rows in one session after the other, with pauses, so that the log shows their order."""
    connections = [connect(cluster, "postgres", application=f"calm{number}") for number in range(sessions)]
    for round_number in range(rounds):
        for number, connection in enumerate(connections):
            connection.execute("select pg_sleep(%s)", (APART_S,))
            connection.execute("begin")
            for row in CALM_ROWS:
                connection.execute(f"update calm set v = md5(v || 'calm {number}:{round_number}') where id = {row}")
            connection.execute("commit")
    for connection in connections:
        connection.close()


def open_rows(workload: Workload, run: Run) -> set[int]:
    """Return the rows whose order of updates a replay need not keep.

    These are the rows that two transactions of different sessions updated, where one committed within 2 ms (or the timestamps' resolution)
    of the other's update; and the rows of transactions that stopped waiting (``--sync-timeout``).
    """
    near_us = max(OPEN_US, workload.manifest.time_resolution_us)
    row = (
        pl.col("sql")
        .cast(pl.String)
        .str.extract(r"^update (?:hot|calm) .* where id = (\d+)$")
        .cast(pl.Int64)
        .alias("id")
    )
    updates = (
        workload.events()
        .with_columns((pl.col("at_us") + TOOK.fill_null(0)).alias("end_us"), row)
        .with_columns(pl.col("end_us").max().over("session", "transaction").alias("commit_us"))
        .drop_nulls("id")
        .select("session", "seq", "transaction", "id", "end_us", "commit_us")
        .collect()
    )
    pairs = updates.join(updates, on="id", suffix="_other").filter(pl.col("session") != pl.col("session_other"))
    open_pairs = pairs.filter((pl.col("end_us") - pl.col("commit_us_other")).abs() <= near_us)["id"]
    timed_out = run.outcomes().filter(pl.col("reason").str.starts_with(UNWAITED)).select("session", "seq")
    transactions = (
        workload.events().select("session", "seq", "transaction").join(timed_out, on=["session", "seq"]).collect()
    )
    updates_after_timeout = updates.join(
        transactions.select("session", "transaction").unique(), on=["session", "transaction"]
    )["id"]
    return {*open_pairs, *updates_after_timeout}
