"""``--sync commit`` on real servers: the end state shows the order."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.replay.plan.plan import Ordering, ReplayPlan, Sync, Unread
from pgrehearse.runs.reasons import UNRECORDED, UNWAITED
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, rehearse
from pgrehearse.targets.embedded import registry
from pgrehearse.workload.analysis.commit_order import order_quality
from tests import hot_rows
from tests.conftest import LogMark, connect, superuser
from tests.replaying import replay

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.replay.workers.worker import Progress
    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload
    from tests.engines import Engine

pytestmark = pytest.mark.usefixtures("engine")

COMMIT = {"order": Ordering(Sync.COMMIT)}


@pytest.fixture
def contended(pg18: Cluster, tmp_path: Path) -> tuple[Workload, list[tuple[object, ...]]]:
    """Shared rows under transactions that commit at least 3 ms after their last write, and production's end state."""
    hot_rows.create(pg18)
    start = LogMark.now(pg18)
    hot_rows.update_concurrently(pg18, sessions=6, transactions=12, pause_s=0.003, seed=1)
    return start.capture(tmp_path, "contended"), hot_rows.read(pg18)


@pytest.mark.parametrize("runs", [1, pytest.param(20, marks=pytest.mark.soak)])
@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("speed", [1.0, None], ids=["on-time", "max"])
def test_transactions_end_in_productions_order(
    contended: tuple[Workload, list[tuple[object, ...]]],
    pg18: Cluster,
    tmp_path: Path,
    speed: float | None,
    workers: int,
    runs: int,
) -> None:
    """Every row is as in production, at any speed, with one worker and two; no wait times out."""
    workload, expected = contended
    for turn in range(runs):
        hot_rows.create(pg18)
        run, fit = replay(workload, pg18, tmp_path / f"{turn}.run", speed=speed, workers=workers, plan=COMMIT)
        assert hot_rows.read(pg18) == expected
        assert fit.ordering["given_up"] == 0
        assert fit.ordering["waited"] > 0
        assert fit.errors["new"] == 0
        assert run.manifest.order is not None
        assert run.manifest.order.transactions == 72


def test_only_rows_whose_order_is_open_may_differ(pg18: Cluster, tmp_path: Path) -> None:
    """Commits directly after the last write: the log leaves the order of pairs open that are closer than its timestamps."""
    hot_rows.create(pg18)
    start = LogMark.now(pg18)
    hot_rows.update_concurrently(pg18, sessions=6, transactions=40, pause_s=0, seed=2)
    hot_rows.update_in_turn(pg18, sessions=3, rounds=4)
    workload, expected = start.capture(tmp_path, "tight"), hot_rows.read(pg18)
    hot_rows.create(pg18)
    run, fit = replay(workload, pg18, tmp_path / "tight.run", plan=COMMIT)
    assert (fit.statements["unsent"], fit.statements["failed"]) == (0, 0)
    assert order_quality(workload).open > 0
    open_rows = hot_rows.open_rows(workload, run)
    assert open_rows
    assert open_rows.isdisjoint(hot_rows.CALM_ROWS)

    def unexplained() -> list[tuple[object, ...]]:
        pairs = zip(hot_rows.read(pg18), expected, strict=True)
        return [row for row, original in pairs if row != original and row[0] not in open_rows]

    assert unexplained() == []
    with superuser(pg18) as connection:
        connection.execute("update hot set v = 'changed' where id = %s", (min(open_rows),))
        connection.execute("update calm set v = 'changed' where id = %s", (hot_rows.CALM_ROWS[0],))
    assert unexplained() == [(hot_rows.CALM_ROWS[0], "changed")]


def family(cluster: Cluster, *, parents_first: int = 0) -> None:
    """Create empty tables, and a function that returns when parent has *parents_first* rows (after 10 s at most)."""
    with superuser(cluster) as connection:
        connection.execute("drop table if exists child, parent")
        connection.execute(
            "create or replace function await_parents() returns void language plpgsql as $$ begin "
            "for turn in 1..1000 loop "
            f"exit when (select count(*) from parent) >= {parents_first}; perform pg_sleep(0.01); "
            "end loop; end $$"
        )
        connection.execute("create table parent (id int primary key)")
        connection.execute("create table child (id int primary key, parent int not null references parent)")


def test_inserts_wait_for_parents_of_other_sessions(pg18: Cluster, tmp_path: Path) -> None:
    """Flat out no new error with ``commit``, and many with ``session``: the text of a child's insert does not have the parent's table."""
    family(pg18)
    start = LogMark.now(pg18)
    sessions = [connect(pg18, "postgres", application=f"family{n}") for n in range(6)]
    sessions[0].execute("select await_parents()")  # the function returns immediately on the source
    for turn in range(40):
        for n, connection in enumerate(sessions):  # each session's child refers to a parent of the session before
            connection.execute(f"insert into parent values ({turn * 6 + n})")
            if turn or n:
                connection.execute(f"insert into child values ({turn * 6 + n}, {turn * 6 + n - 1})")
    for connection in sessions:
        connection.close()
    workload = start.capture(tmp_path, "family")
    new = {}
    # Without an order the first session inserts its parents when the others have inserted 180 of their 200.
    for sync, parents_first in ((Sync.COMMIT, 0), (Sync.SESSION, 180)):
        family(pg18, parents_first=parents_first)
        _, fit = replay(workload, pg18, tmp_path / f"{sync}.run", workers=2, plan={"order": Ordering(sync)})
        assert fit.statements["unsent"] == 0
        # "drifted": other tests on this server have left data that explain a missing parent.
        new[sync] = fit.errors["new"] + fit.errors["drifted"]
    assert new[Sync.COMMIT] == 0
    assert new[Sync.SESSION] >= 20  # the second session has inserted 20 or more children of the first one's parents


def test_every_wait_for_a_hidden_lock_is_bounded(pg18: Cluster, tmp_path: Path) -> None:
    """Locks that no text shows, in orders that the replay inverts: each wait ends within its bound, and is reported with the transaction."""
    with superuser(pg18) as connection:
        connection.execute("drop table if exists hidden, shown")
        connection.execute("create table hidden as select n as id, 0 as v from generate_series(1, 4) n")
        connection.execute("create table shown as select n as id, 0 as v from generate_series(1, 4) n")
        connection.execute(
            "create or replace function take(n int) returns void language plpgsql as $$ begin "
            "execute 'select 1 from hidden where id = ' || n || ' for update'; end $$"
        )
    start = LogMark.now(pg18)
    rng = random.Random(5)  # noqa: S311 (reproducible on purpose)
    sessions = [connect(pg18, "postgres", application=f"adverse{n}") for n in range(5)]
    for _ in range(30):  # one transaction after the other, so that any order of locks is possible
        connection = rng.choice(sessions)
        connection.execute("begin")
        for _ in range(2):
            connection.execute(f"select take({rng.randint(1, 4)})")
            connection.execute(f"update shown set v = v + 1 where id = {rng.randint(1, 4)}")
        connection.execute("commit")
    for connection in sessions:
        connection.close()
    workload = start.capture(tmp_path, "adverse")
    order = Ordering(Sync.COMMIT, timeout_us=200_000, unread=Unread.NOTHING)
    run, fit = replay(workload, pg18, tmp_path / "adverse.run", workers=2, plan={"order": order})
    assert fit.statements["unsent"] == 0
    assert fit.ordering["given_up"] > 0
    assert fit.duration_s < 30 * 0.2 + 30 * 1.2  # at most one wait and one deadlock for each transaction
    late = run.outcomes().collect().filter(pl.col("reason").str.starts_with(UNWAITED))
    assert late["reason"].str.contains(r"transaction \d+ of session \d+").all()


def test_advisory_locks_keep_their_order(pg18: Cluster, tmp_path: Path) -> None:
    """The session that took a lock second takes it second: none holds it while it waits for the first."""
    with superuser(pg18) as connection:
        connection.execute("drop table if exists counted")
        connection.execute("create table counted as select 0 as v")
    start = LogMark.now(pg18)
    sessions = [connect(pg18, "postgres", application=f"advised{n}") for n in range(4)]
    for turn in range(20):
        connection = sessions[turn % 4]
        connection.execute("begin")
        connection.execute("select pg_advisory_xact_lock(7)")
        connection.execute("update counted set v = v + 1")
        connection.execute("commit")
    for connection in sessions:
        connection.close()
    workload = start.capture(tmp_path, "advised")
    _, fit = replay(workload, pg18, tmp_path / "advised.run", plan=COMMIT)
    assert fit.ordering["given_up"] == 0
    assert fit.errors["new"] == 0


def test_no_statement_waits_for_a_worker_that_died(pg18: Cluster, tmp_path: Path, engine: Engine) -> None:
    """Its transactions count as ended; other statements continue at once, not after the bound of each wait."""
    from pgrehearse.base.errors import HarnessFailure
    from pgrehearse.runs.read import Run

    hot_rows.create(pg18)
    start = LogMark.now(pg18)
    hot_rows.update_concurrently(pg18, sessions=6, transactions=30, pause_s=0.01, seed=3)
    workload = start.capture(tmp_path, "dying")
    hot_rows.create(pg18)
    killed: list[int] = []

    def kill(progress: Progress) -> None:
        if not killed and progress.ok > 20:
            engine.kill_workers(tmp_path / "dying.run", 1)
            killed.append(progress.ok)

    registry.mark_fresh(pg18)
    bound_us = 200_000_000
    order = Ordering(Sync.COMMIT, timeout_us=bound_us)
    plan = ReplayPlan(pg18.endpoint("postgres"), speed=0.3, workers=2, writes=True, order=order)
    with pytest.raises(HarnessFailure, match="1 of 2 workers died"):
        rehearse(Rehearsal(workload.path, tmp_path / "dying.run", plan, metrics=False), kill)
    run = Run.open(tmp_path / "dying.run")
    assert run.manifest.workers_lost == 1
    assert run.manifest.duration_us < bound_us
    assert set(run.outcomes().collect().filter(status="unsent")["reason"]) == {UNRECORDED}


def test_an_execute_accesses_the_tables_of_its_prepare(pg18: Cluster, tmp_path: Path) -> None:
    """The end state is production's, and no statement's tables are unknown."""
    hot_rows.create(pg18)
    start = LogMark.now(pg18)
    sessions = [connect(pg18, "postgres", application=f"prepared{n}") for n in range(4)]
    for n, connection in enumerate(sessions):
        connection.execute("prepare w as update hot set v = md5(v || $1) where id = $2")
        connection.execute(f"prepare alone as select {n} + $1::int")
    for turn in range(24):
        connection = sessions[turn * 7 % 4]
        connection.execute(f"execute w('{turn}', {turn % 3 + 1})")
        connection.execute(f"execute alone({turn})")
    for connection in sessions:
        connection.close()
    workload, expected = start.capture(tmp_path, "prepared"), hot_rows.read(pg18)
    hot_rows.create(pg18)
    run, fit = replay(workload, pg18, tmp_path / "prepared.run", workers=2, plan=COMMIT)
    assert hot_rows.read(pg18) == expected
    assert run.manifest.order is not None
    assert run.manifest.order.shapes_unread == 0
    assert run.manifest.order.tables == 1
    assert (fit.errors["new"], fit.ordering["given_up"]) == (0, 0)
