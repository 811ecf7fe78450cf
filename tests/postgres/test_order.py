"""``--sync commit`` on real servers: the end state is the witness."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.replay.plan.plan import Ordering, ReplayPlan, Sync, Unread
from pgrehearse.scenarios.rehearsal import Rehearsal, rehearse
from pgrehearse.targets.embedded import registry
from tests import witness
from tests.conftest import LogMark, connect, superuser
from tests.replaying import replay

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.replay.workers.worker import Progress
    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload

COMMIT = {"order": Ordering(Sync.COMMIT)}


@pytest.fixture
def witnessed(pg18: Cluster, tmp_path: Path) -> tuple[Workload, list[tuple[object, ...]]]:
    """Hot rows under transactions that commit at least 3 ms after their last write, and what production left."""
    witness.prepare(pg18)
    start = LogMark.now(pg18)
    witness.play(pg18, sessions=6, transactions=12, pause_s=0.003, seed=1)
    return start.capture(tmp_path, "witness"), witness.state(pg18)


@pytest.mark.parametrize("runs", [1, pytest.param(20, marks=pytest.mark.soak)])
@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("speed", [1.0, None], ids=["on-time", "max"])
def test_transactions_end_in_productions_order(
    witnessed: tuple[Workload, list[tuple[object, ...]]],
    pg18: Cluster,
    tmp_path: Path,
    speed: float | None,
    workers: int,
    runs: int,
) -> None:
    """Row by row what production left, at any speed, across workers; nobody waits until the bound."""
    workload, expected = witnessed
    for turn in range(runs):
        witness.prepare(pg18)
        run, fit = replay(workload, pg18, tmp_path / f"{turn}.run", speed=speed, workers=workers, plan=COMMIT)
        assert witness.state(pg18) == expected
        assert fit.ordering["given_up"] == 0
        assert fit.ordering["waited"] > 0
        assert fit.errors["new"] == 0
        assert run.manifest.order is not None
        assert run.manifest.order.transactions == 72


def test_what_a_log_leaves_open_explains_what_differs(pg18: Cluster, tmp_path: Path) -> None:
    """Commits right after the last write: pairs nearer than the stamps are open, and only their rows may differ."""
    witness.prepare(pg18)
    start = LogMark.now(pg18)
    witness.play(pg18, sessions=6, transactions=40, pause_s=0, seed=2)
    workload, expected = start.capture(tmp_path, "tight"), witness.state(pg18)
    witness.prepare(pg18)
    run, fit = replay(workload, pg18, tmp_path / "tight.run", plan=COMMIT)
    differ = [ours for ours, theirs in zip(witness.state(pg18), expected, strict=True) if ours != theirs]
    (note,) = (note for note in run.manifest.notes if "--sync commit" in note)
    left_open = int(note.rsplit(" of ", 1)[1].split()[0])
    assert left_open > 0
    assert fit.statements["unsent"] == 0
    assert not differ or left_open + fit.ordering["given_up"] >= 1


def family(cluster: Cluster, *, parents_first: int = 0) -> None:
    """Make empty tables, and a function that returns when *parents_first* rows are in parent (10 s later at most)."""
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


def test_inserts_find_the_parents_that_others_insert(pg18: Cluster, tmp_path: Path) -> None:
    """Flat out no new error with ``commit``, and many with ``session``: a child never names its parent's table."""
    family(pg18)
    start = LogMark.now(pg18)
    opened = [connect(pg18, "postgres", application=f"family{n}") for n in range(6)]
    opened[0].execute("select await_parents()")  # returns at once here
    for turn in range(40):
        for n, connection in enumerate(opened):  # each session's child is of a parent that the one before has made
            connection.execute(f"insert into parent values ({turn * 6 + n})")
            if turn or n:
                connection.execute(f"insert into child values ({turn * 6 + n}, {turn * 6 + n - 1})")
    for connection in opened:
        connection.close()
    workload = start.capture(tmp_path, "family")
    new = {}
    # Without an order the first session inserts its parents when the others have inserted 180 of their 200.
    for sync, parents_first in ((Sync.COMMIT, 0), (Sync.SESSION, 180)):
        family(pg18, parents_first=parents_first)
        _, fit = replay(workload, pg18, tmp_path / f"{sync}.run", workers=2, plan={"order": Ordering(sync)})
        new[sync] = fit.errors["new"]
    assert new[Sync.COMMIT] == 0
    assert new[Sync.SESSION] >= 20  # the second session has inserted 20 or more children of the first one's parents


def test_no_lock_pattern_holds_a_run_for_ever(pg18: Cluster, tmp_path: Path) -> None:
    """Locks that no text tells of, in orders that the replay inverts: each wait ends within its bound, told with its pair."""
    with superuser(pg18) as connection:
        connection.execute("drop table if exists hidden, shown")
        connection.execute("create table hidden as select n as id, 0 as v from generate_series(1, 4) n")
        connection.execute("create table shown as select n as id, 0 as v from generate_series(1, 4) n")
        connection.execute(
            "create or replace function take(n int) returns void language plpgsql as $$ begin "
            "execute 'select 1 from hidden where id = ' || n || ' for update'; end $$"
        )
    start = LogMark.now(pg18)
    chance = random.Random(5)  # noqa: S311 (reproducible on purpose)
    opened = [connect(pg18, "postgres", application=f"adverse{n}") for n in range(5)]
    for _ in range(30):  # one transaction after the other, so that any order of locks was fine
        connection = chance.choice(opened)
        connection.execute("begin")
        for _ in range(2):
            connection.execute(f"select take({chance.randint(1, 4)})")
            connection.execute(f"update shown set v = v + 1 where id = {chance.randint(1, 4)}")
        connection.execute("commit")
    for connection in opened:
        connection.close()
    workload = start.capture(tmp_path, "adverse")
    order = Ordering(Sync.COMMIT, timeout_us=200_000, unread=Unread.NOTHING)
    run, fit = replay(workload, pg18, tmp_path / "adverse.run", workers=2, plan={"order": order})
    assert fit.statements["unsent"] == 0
    assert fit.ordering["given_up"] > 0
    assert fit.duration_s < 30 * 0.2 + 30 * 1.2  # each transaction waited for once, and one deadlock each at worst
    told = run.outcomes().collect().filter(pl.col("reason").str.contains("waiting any longer"))
    assert told["reason"].str.contains(r"transaction \d+ of session \d+").all()


def test_advisory_locks_keep_their_order(pg18: Cluster, tmp_path: Path) -> None:
    """Who took a lock second takes it second: nobody holds it while he waits for who had it first."""
    with superuser(pg18) as connection:
        connection.execute("drop table if exists counted")
        connection.execute("create table counted as select 0 as v")
    start = LogMark.now(pg18)
    opened = [connect(pg18, "postgres", application=f"advised{n}") for n in range(4)]
    for turn in range(20):
        connection = opened[turn % 4]
        connection.execute("begin")
        connection.execute("select pg_advisory_xact_lock(7)")
        connection.execute("update counted set v = v + 1")
        connection.execute("commit")
    for connection in opened:
        connection.close()
    workload = start.capture(tmp_path, "advised")
    _, fit = replay(workload, pg18, tmp_path / "advised.run", plan=COMMIT)
    assert fit.ordering["given_up"] == 0
    assert fit.errors["new"] == 0


def test_nobody_waits_for_a_worker_that_died(pg18: Cluster, tmp_path: Path) -> None:
    """Its transactions count as over; the others go on at once, not after the bound of each wait."""
    import psutil

    from pgrehearse.base.errors import OurFailure
    from pgrehearse.runs.read import Run

    witness.prepare(pg18)
    start = LogMark.now(pg18)
    witness.play(pg18, sessions=6, transactions=30, pause_s=0.01, seed=3)
    workload = start.capture(tmp_path, "dying")
    witness.prepare(pg18)
    killed: list[int] = []

    def kill(progress: Progress) -> None:
        if not killed and progress.ok > 20:
            children = [one for one in psutil.Process().children() if "spawn_main" in " ".join(one.cmdline())]
            killed.append(children[0].pid)
            children[0].kill()

    registry.mark_fresh(pg18)
    order = Ordering(Sync.COMMIT, timeout_us=20_000_000)
    plan = ReplayPlan(pg18.endpoint("postgres"), speed=0.3, workers=2, writes=True, order=order)
    with pytest.raises(OurFailure, match="1 of 2 workers died"):
        rehearse(Rehearsal(workload.path, tmp_path / "dying.run", plan, metrics=False), kill)
    run = Run.open(tmp_path / "dying.run")
    assert run.manifest.workers_lost == 1
    assert run.manifest.duration_us < 15_000_000
    assert run.outcomes().collect().filter(status="unsent").is_empty()


def test_an_execute_touches_what_its_prepare_names(pg18: Cluster, tmp_path: Path) -> None:
    """SQL-level EXECUTE orders by the tables of its PREPARE: the end state is production's, and nothing is unread."""
    witness.prepare(pg18)
    start = LogMark.now(pg18)
    opened = [connect(pg18, "postgres", application=f"prepared{n}") for n in range(4)]
    for n, connection in enumerate(opened):
        connection.execute("prepare w as update hot set v = md5(v || $1) where id = $2")
        connection.execute(f"prepare alone as select {n} + $1::int")
    for turn in range(24):
        connection = opened[turn * 7 % 4]
        connection.execute(f"execute w('{turn}', {turn % 3 + 1})")
        connection.execute(f"execute alone({turn})")
    for connection in opened:
        connection.close()
    workload, expected = start.capture(tmp_path, "prepared"), witness.state(pg18)
    witness.prepare(pg18)
    run, fit = replay(workload, pg18, tmp_path / "prepared.run", workers=2, plan=COMMIT)
    assert witness.state(pg18) == expected
    assert run.manifest.order is not None
    assert run.manifest.order.shapes_unread == 0
    assert run.manifest.order.tables == 1
    assert (fit.errors["new"], fit.ordering["given_up"]) == (0, 0)
