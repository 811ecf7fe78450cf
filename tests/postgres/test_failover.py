"""A failover in mid-run: the standby is promoted, sessions go on at the same address, and what was lost is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from pgrehearse.base.errors import TargetProblem
from pgrehearse.metrics.sampler import Sampling
from pgrehearse.scenarios.events.plan import EventPlan
from pgrehearse.targets.embedded import cluster as clusters
from tests.conftest import new_database, superuser
from tests.postgres.event_traffic import reads_and_writes
from tests.replaying import replay

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.runs.fitness_values import Fitness
    from pgrehearse.runs.read import Run
    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload

SCHEMA = "create table t (n int)"
DATABASE = "failover"
FAIL_OVER = EventPlan(name="failover", at="0.5s", fail_over=True)


@pytest.fixture(scope="module")
def workload(pg16: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Workload:
    """Twenty inserts and twenty reads in two seconds."""
    new_database(pg16, DATABASE, SCHEMA)
    writes = [f"insert into t values ({number})" for number in range(20)]
    return reads_and_writes(pg16, DATABASE, writes, tmp_path_factory.mktemp("failover"))


@pytest.fixture
def pair(home: Path) -> Iterator[tuple[Cluster, Cluster]]:
    """A primary with the database, and its standby."""
    primary = clusters.create(home / "primary", version=18, name="primary", settings={"fsync": "off"})
    clusters.start(primary)
    new_database(primary, DATABASE, SCHEMA)
    standby = clusters.follow(primary, home / "standby", name="standby")
    yield primary, standby
    for cluster in (standby, primary):
        clusters.destroy(cluster)


def played(workload: Workload, target: Cluster, folder: Path, **how: Any) -> tuple[Run, Fitness]:
    return replay(workload, target, folder / "a.run", database=DATABASE, speed=1, **how)


def test_sessions_go_on_at_the_new_primary(workload: Workload, pair: tuple[Cluster, Cluster], tmp_path: Path) -> None:
    primary, standby = pair
    sampling = Sampling(standbys=(standby.endpoint(),))
    run, fit = played(workload, primary, tmp_path, events=(FAIL_OVER,), sampling=sampling)
    (event,) = run.mid_run_events()
    assert (event.name, event.kind, event.error) == ("failover", "fail_over", "")
    assert clusters.postmaster(primary) is None
    with superuser(standby, DATABASE) as connection:
        assert connection.execute("select pg_is_in_recovery()").fetchone() == (False,)
        kept = len(connection.execute("select n from t").fetchall())
    (facts,) = run.manifest.fail_overs
    good = run.outcomes().join(workload.events().select("session", "seq", "shape"), on=["session", "seq"])
    inserts = workload.shapes().filter(pl.col("kind") == "insert").select("shape").lazy()
    committed = good.join(inserts, on="shape").filter(pl.col("status").cast(pl.String) == "ok").collect().height
    assert facts.event == 1
    assert facts.why == ""
    assert facts.lost is not None
    assert facts.outage_us is not None
    assert facts.outage_us > 0
    # The witness is the new primary: each good insert is there, except those that were lost; one without an answer may be there.
    assert committed - facts.lost <= kept <= committed - facts.lost + facts.unconfirmed
    assert fit.connections["again"] > 0
    assert fit.outages[0].statements > 0


def test_a_failover_needs_a_standby(workload: Workload, pg18: Cluster, tmp_path: Path) -> None:
    new_database(pg18, DATABASE, SCHEMA)
    with pytest.raises(TargetProblem, match="has no embedded standby") as refused:
        played(workload, pg18, tmp_path, events=(FAIL_OVER,))
    assert "--standby" in refused.value.remedy
    assert not (tmp_path / "a.run").exists()
