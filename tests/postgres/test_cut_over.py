"""A group of tables moves to a second server during a replay: the cut-over, what is refused before it, and what is put back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from pgrehearse.base import event_loop
from pgrehearse.base.errors import TargetProblem
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.plan.traffic import OneServer
from pgrehearse.scenarios.events.cut_over import MovingGroup
from pgrehearse.scenarios.events.plan import EventPlan
from pgrehearse.scenarios.events.pooler_console import Console
from pgrehearse.scenarios.events.put_back import PutBack
from pgrehearse.scenarios.events.target import EventTarget
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, rehearse
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import pooler as poolers
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.logical import second_server
from pgrehearse.targets.logical.prepare import PreparedMove, prepare_move
from pgrehearse.workload.placement import PlacedServer, Placement
from tests.conftest import LogMark, connect, new_database, superuser
from tests.proxies import PGBOUNCER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.runs.fitness_values import Fitness
    from pgrehearse.runs.read import Run
    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload

pytestmark = pytest.mark.skipif(PGBOUNCER is None, reason="PgBouncer is not installed")

DATABASE = "moving"
SCHEMA = """
create table accounts (id int primary key);
create table "Events" (id bigserial primary key, account int references accounts, at timestamptz default now(), body text);
create index on "Events" (at);
create index on "Events" (body);
insert into accounts select generate_series(1, 10);
insert into "Events" (account, body) select 1 + n % 10, md5(n::text) from generate_series(1, 500) as n;
"""
SETTINGS = {"wal_level": "logical", "fsync": "off"}
PLACEMENT = Placement("placement.toml", (PlacedServer("main", others=True), PlacedServer("feed", tables=("Events",))))
REPLICATION = "select (select count(*) from pg_subscription) + (select count(*) from pg_publication) + (select count(*) from pg_replication_slots)"


@pytest.fixture(scope="module")
def workload(pg18: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Workload:
    """Thirty inserts in three seconds, a read of the other table after each, and a transaction that crosses."""
    new_database(pg18, DATABASE, SCHEMA)
    mark = LogMark.now(pg18)
    with connect(pg18, DATABASE) as app:
        for number in range(30):
            app.execute("""insert into "Events" (account, body) values (1, 'during')""")
            app.execute("select count(*) from accounts")
            app.execute("select pg_sleep(0.1)")
            if number == 0:
                with app.transaction():
                    app.execute("insert into accounts values (11)")
                    app.execute("""update "Events" set body = 'crosses' where id = 1""")
    return mark.capture(tmp_path_factory.mktemp("cut_over"), DATABASE)


@pytest.fixture(scope="module")
def servers(home: Path) -> Iterator[tuple[Cluster, Cluster]]:
    """The first server with a pooler in front of it, and the second one."""
    first = clusters.create(home / "moving-first", version=18, name="first", settings=SETTINGS)
    clusters.start(first)
    new_database(first, DATABASE, SCHEMA)
    second = second_server.create(home / "moving-second", 18, first, DATABASE, SETTINGS)
    poolers.start(first, poolers.PoolMode.TRANSACTION, 5, ("postgres",))
    yield first, second
    for cluster in (first, second):
        registry.remove(cluster)


@pytest.fixture
def moving(servers: tuple[Cluster, Cluster]) -> PreparedMove:
    """A move that is prepared."""
    first, second = servers
    new_database(second, DATABASE)
    new_database(first, DATABASE, SCHEMA)
    return event_loop.run(prepare_move(first, second, DATABASE, PLACEMENT, "feed"))


def replayed(workload: Workload, moving: PreparedMove, output: Path, *events: EventPlan) -> tuple[Run, Fitness]:
    """Replay the group's part of the traffic through the pooler."""
    first = moving.move.first
    registry.mark_fresh(first)
    pooler = poolers.Pooler(first.home / "pooler", poolers.port_of(first) or 0)
    plan = ReplayPlan(
        pooler.endpoint(DATABASE), speed=1, workers=1, writes=True, one_server=OneServer(PLACEMENT, "feed")
    )
    return rehearse(Rehearsal(workload.path, output, plan, force=True, metrics=False, events=events, move=moving.move))


def replication(cluster: Cluster) -> int:
    """Return how many publications, subscriptions and slots a server has."""
    with superuser(cluster, DATABASE) as connection:
        return int(str((connection.execute(REPLICATION).fetchone() or (0,))[0]))


def events_of(cluster: Cluster) -> list[tuple[object, ...]]:
    with superuser(cluster, DATABASE) as connection:
        return connection.execute('select * from "Events" order by id').fetchall()


def test_clients_continue_on_the_second_server(workload: Workload, moving: PreparedMove, tmp_path: Path) -> None:
    """Writes after the cut-over are on both servers, by the replication back; nothing is left of the replication."""
    first, second = moving.move.first, moving.move.second
    run, fit = replayed(workload, moving, tmp_path / "a.run", EventPlan(at="1s", cut_over=True))
    assert [event.error for event in run.mid_run_events()] == [""]
    (cost,) = run.manifest.cut_overs
    assert cost.completed
    assert [step.name for step in cost.steps] == [
        "pause the pooler",
        "wait for the LSN",
        "copy the sequences",
        "end the replication",
        "enable the replication back",
        "reroute",
        "resume",
    ]
    assert (cost.sequences, cost.failed, cost.differing) == (1, 0, [])
    assert "events" not in [one.what for one in fit.unfit]
    rows = events_of(second)
    assert rows == events_of(first)
    assert len(rows) == 530
    with superuser(second, DATABASE) as connection:
        assert connection.execute("select count(*) from pg_indexes where tablename = %s", ("Events",)).fetchone() == (
            3,
        )
    assert [replication(first), replication(second)] == [0, 0]


def test_clients_continue_on_the_first_server_if_the_second_does_not_follow(
    workload: Workload, moving: PreparedMove, tmp_path: Path
) -> None:
    first, second = moving.move.first, moving.move.second
    with superuser(second, DATABASE) as connection:
        connection.execute("alter subscription pgrehearse_move disable")
    run, fit = replayed(workload, moving, tmp_path / "a.run", EventPlan(at="1s", cut_over=True, timeout="3s"))
    assert [event.error for event in run.mid_run_events()] == ["it was not completed within its timeout"]
    assert "events" in [one.what for one in fit.unfit]
    (cost,) = run.manifest.cut_overs
    assert not cost.completed
    # On a slow machine the pause may take all the time.
    assert cost.steps[-1].name in {"pause the pooler", "wait for the LSN"}
    assert cost.failed == 0
    assert cost.differing is None
    assert len(events_of(first)) == 530
    assert [replication(first), replication(second)] == [0, 0]


def test_a_watchdog_ends_the_replication_of_a_move(moving: PreparedMove) -> None:
    """It gets its task as a text."""
    move = moving.move
    pooler = poolers.Pooler(move.first.home / "pooler", poolers.port_of(move.first) or 0)
    console = Console(pooler.endpoint(poolers.CONSOLE), "127.0.0.1", move.first.port, (DATABASE,))
    target = EventTarget(move.source, (DATABASE,), cluster=move.first)
    task = PutBack(target, group=MovingGroup.of(move, target, console)).task()
    event_loop.run(PutBack.of_task(json.loads(json.dumps(task))).execute())
    assert [replication(move.first), replication(move.second)] == [0, 0]


def test_a_cut_over_without_a_move_is_refused(
    workload: Workload, servers: tuple[Cluster, Cluster], tmp_path: Path
) -> None:
    registry.mark_fresh(servers[0])
    plan = ReplayPlan(servers[0].endpoint(DATABASE), speed=1, writes=True)
    event = EventPlan(at="1s", cut_over=True)
    with pytest.raises(TargetProblem, match=r"cut_over: no tables of .* are prepared to move"):
        rehearse(Rehearsal(workload.path, tmp_path / "a.run", plan, metrics=False, events=(event,)))
    assert not registry.used_by(servers[0])
