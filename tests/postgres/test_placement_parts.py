"""All servers of a placement are replayed at the same time, each to a target of its own."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pgrehearse.base.errors import BadInput, Interrupted, TargetProblem
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.plan.traffic import OneServer
from pgrehearse.runs.read import Run
from pgrehearse.runs.reasons import OTHER_SERVER
from pgrehearse.scenarios.events.plan import EventPlan
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal
from pgrehearse.scenarios.replaying.simultaneous import MOST_APART_US, rehearse_together, starts_apart
from pgrehearse.targets.embedded import registry
from pgrehearse.workload.placement import PlacedServer, Placement
from tests.conftest import LogMark, connect, superuser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload

PLACEMENT = Placement("p.toml", (PlacedServer("a", schemas=("north",)), PlacedServer("b", schemas=("south",))))
SCHEMAS = ("north", "south")
INSERTS = 5


def refilled(cluster: Cluster) -> None:
    """Create both tables on a server, empty, and count it as not used."""
    with superuser(cluster) as connection:
        for schema in SCHEMAS:
            connection.execute(f"drop schema if exists {schema} cascade")
            connection.execute(f"create schema {schema} create table items (id int primary key)")
    registry.mark_fresh(cluster)


@pytest.fixture(scope="module")
def workload(pg18: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workload]:
    """One session inserts into both tables."""
    refilled(pg18)
    start = LogMark.now(pg18)
    with connect(pg18, "postgres", application="placed") as session:
        for number in range(INSERTS):
            for schema in SCHEMAS:
                session.execute(f"insert into {schema}.items values (%s)", [number], prepare=True)
    yield start.capture(tmp_path_factory.mktemp("placed"), "placed")
    with superuser(pg18) as connection:
        connection.execute("drop schema north, south cascade")


@pytest.fixture
def targets(pg16: Cluster, pg18: Cluster) -> dict[str, Cluster]:
    for cluster in (pg16, pg18):
        refilled(cluster)
    return {"a": pg16, "b": pg18}


def parts(
    workload: Workload, targets: dict[str, Cluster], folder: Path, speed: float | None = None
) -> dict[str, Rehearsal]:
    """Return the replays to all servers of the placement."""
    plans = {
        name: ReplayPlan(cluster.endpoint("postgres"), speed=speed, writes=True, one_server=OneServer(PLACEMENT, name))
        for name, cluster in targets.items()
    }
    return {name: Rehearsal(workload.path, folder / f"{name}.run", plan, metrics=False) for name, plan in plans.items()}


def rows(targets: dict[str, Cluster]) -> dict[str, list[tuple[object, ...]]]:
    """Return the number of rows of both tables on each server."""
    counts = "select (select count(*) from north.items), (select count(*) from south.items)"
    found = {}
    for name, cluster in targets.items():
        with superuser(cluster) as connection:
            found[name] = connection.execute(counts).fetchall()
    return found


def test_each_server_gets_its_part_from_one_instant_on(
    workload: Workload, targets: dict[str, Cluster], tmp_path: Path
) -> None:
    runs = rehearse_together(parts(workload, targets, tmp_path), lambda _: None)
    assert rows(targets) == {"a": [(INSERTS, 0)], "b": [(0, INSERTS)]}
    for run in runs.values():
        reasons = run.outcomes().filter(status="skipped").collect()["reason"].to_list()
        assert reasons == [OTHER_SERVER] * INSERTS
    starts = [run.manifest.wall_start_us for run in runs.values()]
    assert bool(starts_apart(runs)) == (max(starts) - min(starts) > MOST_APART_US)


def test_a_part_that_fails_before_the_start_ends_all(
    workload: Workload, targets: dict[str, Cluster], tmp_path: Path
) -> None:
    """Nothing is sent to any server; the message has the name of the one that failed. Targets are verified before one counts as used."""
    both = parts(workload, targets, tmp_path)
    nowhere = replace(both["b"].plan, target=targets["b"].endpoint("nowhere"))
    late = (EventPlan(at="99h", sql="select 1"),)
    for wrong, kind in ((replace(both["b"], plan=nowhere), TargetProblem), (replace(both["b"], events=late), BadInput)):
        with pytest.raises(kind, match=r"^b: ") as failed:
            rehearse_together({**both, "b": wrong}, lambda _: None)
        assert "a: " not in failed.value.message
    assert rows(targets) == {"a": [(0, 0)], "b": [(0, 0)]}


def test_an_interruption_ends_all_and_their_runs_are_readable(
    workload: Workload, targets: dict[str, Cluster], tmp_path: Path
) -> None:
    """The replay would take a quarter of an hour, at a thousandth of the speed."""
    sent: list[int] = []

    def interrupt(_: object) -> None:
        if not sent:
            sent.append(1)
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(Interrupted, match="a: interrupted"):
        rehearse_together(parts(workload, targets, tmp_path, speed=0.001), interrupt)
    assert [Run.open(tmp_path / f"{name}.run").manifest.interrupted for name in targets] == [True, True]
