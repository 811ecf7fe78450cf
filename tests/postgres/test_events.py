"""Events in mid-run on real servers: each kind is executed, recorded, and what it paused or set is put back."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from pgrehearse.base.errors import PgrehearseError, TargetProblem
from pgrehearse.scenarios.events.plan import EventPlan
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import pooler as poolers
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.embedded.affinity import put_back_processors
from pgrehearse.targets.embedded.restart import restart
from tests.conftest import new_database, superuser
from tests.postgres.event_traffic import reads_and_writes
from tests.postgres.pair import Pair
from tests.proxies import PGBOUNCER, pgbouncer
from tests.replaying import replay

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.runs.fitness_values import Fitness
    from pgrehearse.runs.read import Run
    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload

SCHEMA = "create table t (n int primary key, v text); insert into t select g, 'x' from generate_series(1, 100) g"
DATABASE = "events"


@pytest.fixture(scope="module")
def workload(pg16: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Workload:
    """Two sessions that together send 40 statements in about two seconds."""
    new_database(pg16, DATABASE, SCHEMA)
    writes = [f"update t set v = 'y' where n = {number + 1}" for number in range(20)]
    return reads_and_writes(pg16, DATABASE, writes, tmp_path_factory.mktemp("events"))


def played(workload: Workload, target: Cluster, folder: Path, *events: EventPlan, **how: Any) -> tuple[Run, Fitness]:
    return replay(workload, target, folder / "a.run", database=DATABASE, speed=1, events=events, **how)


def values(cluster: Cluster, query: str) -> list[object]:
    with superuser(cluster, DATABASE) as connection:
        return [row[0] for row in connection.execute(query)]


@pytest.fixture
def target(pg18: Cluster) -> Cluster:
    new_database(pg18, DATABASE, SCHEMA)
    return pg18


def test_statements_are_executed_at_a_time_and_at_a_count(workload: Workload, target: Cluster, tmp_path: Path) -> None:
    index = EventPlan(at="0.5s", sql="create index concurrently t_v on t (v); analyze t")
    table = EventPlan(name="a copy", at_statements=20, sql=("create table u as select * from t", "drop table u"))
    run, fit = played(workload, target, tmp_path, index, table)
    first, second = run.mid_run_events()
    assert (first.name, first.kind, first.planned_us, first.error) == ("sql 1", "sql", 500_000, "")
    assert (second.name, second.number, second.error) == ("a copy", 2, "")
    assert first.began_us >= 500_000
    assert first.ended_us > first.began_us
    indexes = values(
        target, "select indexrelid::regclass::text from pg_index where indisvalid and indrelid = 't'::regclass"
    )
    assert sorted(map(str, indexes)) == ["t_pkey", "t_v"]
    assert fit.statements["ok"] == 40


def test_an_event_that_fails_makes_the_run_unfit_and_the_replay_goes_on(
    workload: Workload, target: Cluster, tmp_path: Path
) -> None:
    failing = EventPlan(name="no table", at="0.2s", sql="alter table missing add column c int")
    late = EventPlan(name="too slow", at="0.2s", sql="select pg_sleep(60)", timeout="200ms")
    data = EventPlan(name="a value", at="0.2s", sql="select 'secret'::int", concurrent=True)
    run, fit = played(workload, target, tmp_path, failing, late, data)
    errors = {event.name: event.error for event in run.mid_run_events()}
    assert errors["no table"] == 'relation "missing" does not exist (SQLSTATE 42P01)'
    assert errors["too slow"] == "it was not completed within its timeout"
    assert errors["a value"] == "InvalidTextRepresentationError (SQLSTATE 22P02)"
    assert fit.statements["ok"] == 40
    assert "events" in [one.what for one in fit.unfit]
    assert any("3 of 3 events failed: event 1 (no table): relation" in reason for reason in fit.reasons)
    assert sum(note.startswith("event ") for note in run.manifest.notes) == 3


def test_a_restart_is_an_outage_of_the_same_server(workload: Workload, target: Cluster, tmp_path: Path) -> None:
    run, fit = played(workload, target, tmp_path, EventPlan(at="0.5s", restart="immediate"))
    (event,) = run.mid_run_events()
    assert (event.kind, event.error) == ("restart", "")
    assert fit.outages[0].at_us >= event.began_us
    assert fit.outages[0].statements > 0
    assert any("was restarted during the replay" in note for note in run.manifest.notes)
    assert fit.connections["again"] > 0


def test_another_size_applies_after_the_restart(workload: Workload, target: Cluster, tmp_path: Path) -> None:
    scale = EventPlan(at="0.5s", scale={"cpus": "1", "work_mem": "7MB", "max_wal_senders": "9"})
    run, _ = played(workload, target, tmp_path, scale)
    assert [event.error for event in run.mid_run_events()] == [""]
    shown = values(
        target, "select setting from pg_settings where name in ('work_mem', 'max_wal_senders') order by name"
    )
    assert shown == ["9", "7168"]
    server = clusters.postmaster(target) or 0
    assert len(os.sched_getaffinity(server)) == 1
    restart(target, "fast")
    assert len(os.sched_getaffinity(clusters.postmaster(target) or 0)) == 1
    put_back_processors(target.home)
    restart(target, "fast")
    assert os.sched_getaffinity(clusters.postmaster(target) or 0) == os.sched_getaffinity(0)


@pytest.mark.parametrize(
    ("scale", "message"),
    [
        ({"memory": "1GB"}, "memory is not a setting"),
        ({"cpus": "9999"}, "cpus is 9999, this machine has"),
        ({"cpus": "0.5"}, "cpus is '0.5'"),
    ],
)
def test_a_server_that_cannot_be_scaled_is_refused_before_the_replay(
    workload: Workload, target: Cluster, tmp_path: Path, scale: dict[str, str], message: str
) -> None:
    with pytest.raises(PgrehearseError, match=message):
        played(workload, target, tmp_path, EventPlan(at="0.5s", scale=scale))
    assert not registry.used_by(target)


def test_a_killed_process_makes_the_server_recover(workload: Workload, target: Cluster, tmp_path: Path) -> None:
    kill = EventPlan(at="0.5s", signal="SIGKILL", process="checkpointer")
    nobody = EventPlan(at="0.1s", signal="SIGTERM", process="client backend", application="nobody")
    run, fit = played(workload, target, tmp_path, nobody, kill)
    first, second = run.mid_run_events()
    assert "the server has no process 'client backend' of the application 'nobody'" in first.error
    assert second.error == ""
    assert fit.outages[0].statements > 0


def test_only_the_sessions_of_an_application_are_ended(workload: Workload, target: Cluster, tmp_path: Path) -> None:
    end = EventPlan(at="0.5s", signal="SIGTERM", process="client backend", application="app")
    run, fit = played(workload, target, tmp_path, end)
    assert [event.error for event in run.mid_run_events()] == [""]
    assert fit.connections["lost"] > 0
    assert values(target, "select 1") == [1]


def test_writes_fail_while_the_target_is_read_only(workload: Workload, target: Cluster, tmp_path: Path) -> None:
    run, fit = played(workload, target, tmp_path, EventPlan(at="0.3s", read_only="1s"))
    (event,) = run.mid_run_events()
    refused = run.outcomes().filter(pl.col("sqlstate") == "25006").collect()
    assert event.error == ""
    assert event.ended_us - event.began_us >= 1_000_000
    assert refused.height > 0
    assert refused.filter(pl.col("done_us") < event.began_us).height == 0
    assert fit.statements["ok"] + refused.height == 40
    assert fit.connections["lost"] == 0
    assert values(target, "show default_transaction_read_only") == ["off"]
    assert values(target, "select count(*) from pg_file_settings where name = 'default_transaction_read_only'") == [0]


def test_a_command_gets_the_target_and_its_exit_code_counts(
    workload: Workload, target: Cluster, tmp_path: Path
) -> None:
    script = tmp_path / "act.sh"
    script.write_text(f'#!/bin/sh\nenv | grep ^PG > {tmp_path}/seen\nexit "$1"\n')
    script.chmod(0o755)
    good = EventPlan(at="0.1s", command=f"{script} 0")
    bad = EventPlan(at="0.1s", command=f"{script} 3")
    slow = EventPlan(at="0.1s", command="sleep 60", timeout="100ms")
    run, _ = played(workload, target, tmp_path, good, bad, slow)
    assert [event.error for event in run.mid_run_events()] == [
        "",
        "the program returned exit code 3",
        "it was not completed within its timeout",
    ]
    seen = dict(line.split("=", 1) for line in (tmp_path / "seen").read_text().splitlines())
    assert (seen["PGPORT"], seen["PGDATABASE"]) == (str(target.port), DATABASE)
    assert "PGPASSWORD" not in seen


@pytest.mark.skipif(PGBOUNCER is None, reason="PgBouncer is not installed")
def test_a_pooler_is_paused_and_resumed(workload: Workload, target: Cluster, tmp_path: Path) -> None:
    with pgbouncer(target, "transaction", "admin_users = postgres") as port:
        console = f"postgresql://postgres@127.0.0.1:{port}/pgbouncer"
        pause, resume = EventPlan(at="0.3s", pause_pooler=console), EventPlan(at="1s", resume_pooler=console)
        Pair(target, target, tmp_path, DATABASE).through_pooler(port)
        run, fit = played(workload, replace(target, port=port), tmp_path, pause, resume, fresh=False)
        paused, resumed = run.mid_run_events()
    assert (paused.error, resumed.error) == ("", "")
    during = pl.col("sent_us").is_between(paused.ended_us, resumed.began_us) & (pl.col("done_us") < resumed.began_us)
    assert run.outcomes().filter(during).collect().height == 0
    assert fit.statements["ok"] == 40


@pytest.mark.skipif(PGBOUNCER is None, reason="PgBouncer is not installed")
def test_a_restart_behind_a_paused_pooler_loses_nothing(workload: Workload, target: Cluster, tmp_path: Path) -> None:
    """The embedded pooler of a side, which events name without its DSN."""
    pooler = poolers.start(target, poolers.PoolMode.TRANSACTION, 4, ("postgres",))
    try:
        registry.mark_fresh(target)
        pause, resume = EventPlan(at="0.3s", pause_pooler="embedded"), EventPlan(at="2s", resume_pooler="embedded")
        restart = EventPlan(at="0.5s", restart="fast")
        pooled = replace(target, port=pooler.port)
        run, fit = played(workload, pooled, tmp_path, pause, restart, resume, fresh=False)
    finally:
        poolers.stop(target)
    assert [event.kind for event in run.mid_run_events()] == ["pause_pooler", "restart", "resume_pooler"]
    assert [event.error for event in run.mid_run_events()] == ["", "", ""]
    assert fit.statements["ok"] == 40
    assert fit.connections["lost"] == 0


def test_an_embedded_pooler_that_does_not_run_is_refused(workload: Workload, target: Cluster, tmp_path: Path) -> None:
    pause, resume = EventPlan(at="0.3s", pause_pooler="embedded"), EventPlan(at="1s", resume_pooler="embedded")
    with pytest.raises(TargetProblem, match="has no pooler that pgrehearse has started") as refused:
        played(workload, target, tmp_path, pause, resume)
    assert 'pooler = "transaction"' in refused.value.remedy
