"""A statement that waits for a transaction which waits for a lock of the statement's own transaction: the wait ends at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.replay.plan.plan import Ordering, Sync, Unread
from tests.conftest import LogMark, connect, superuser
from tests.replaying import replay

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster

pytestmark = pytest.mark.usefixtures("engine")

# The second session locks another row on the target than in production, as a queue with SKIP LOCKED can do.
SCHEMA = """
drop table if exists queue, shown;
create table queue as select n as id from generate_series(1, 3) n;
create table shown as select n as id, 0 as v from generate_series(1, 3) n;
create or replace function take(n int) returns void language plpgsql as $$ begin
    execute format('select from queue where id = %s for update', n);
end $$;
create or replace function take_next() returns void language plpgsql as $$ begin perform take({row}); end $$
"""


def prepare(server: Cluster, row: int) -> None:
    """Create the tables; ``take_next`` locks this row."""
    with superuser(server) as connection:
        connection.execute(SCHEMA.format(row=row).encode())


def run_production(server: Cluster) -> None:
    """The first session holds a row of the queue, and updates what the second one has updated and committed."""
    with connect(server, "postgres", application="first") as first, connect(server, "postgres") as second:
        first.execute("begin")
        first.execute("select take(1)")
        second.execute("begin")
        second.execute("select pg_sleep(1)")  # in a replay at full speed too, the first session locks its row first
        second.execute("select take_next()")
        second.execute("update shown set v = v + 1 where id = 1")
        second.execute("commit")
        first.execute("select pg_sleep(0.01)")  # the log shows which one was first
        first.execute("update shown set v = v * 3 where id = 1")
        first.execute("commit")


@pytest.mark.parametrize("row", [2, 1], ids=["as in production", "another row"])
def test_a_wait_that_cannot_end_is_ended(pg18: Cluster, tmp_path: Path, row: int) -> None:
    """Long before --sync-timeout, and only where there is a cycle; the reason names it."""
    prepare(pg18, 2)
    start = LogMark.now(pg18)
    run_production(pg18)
    workload = start.capture(tmp_path, "queue")
    prepare(pg18, row)
    order = Ordering(Sync.COMMIT, timeout_us=30_000_000, unread=Unread.NOTHING)
    run, fit = replay(workload, pg18, tmp_path / "queue.run", plan={"order": order})
    reasons = run.outcomes().filter(pl.col("reason").is_not_null()).select("reason").collect()["reason"].to_list()
    assert fit.errors["new"] == 0
    assert fit.duration_s < 10
    assert fit.ordering["given_up"] == len(reasons) == (row == 1)
    assert all("wait ended (cycle with a lock of the server): transaction" in reason for reason in reasons)
