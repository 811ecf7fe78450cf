"""What events paused or set is put back when the replay ends, is interrupted or killed; events that are not possible are refused before."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from pgrehearse.base.errors import BadInput, Interrupted, TargetProblem
from pgrehearse.runs.read import Run
from pgrehearse.scenarios.events.plan import EventPlan, events_of_side
from pgrehearse.scenarios.experiment.input_checks import check_event_times
from pgrehearse.scenarios.file.scenario_model import Scenario
from pgrehearse.targets.embedded import registry
from tests.conftest import LogMark, connect, new_database, reload, superuser
from tests.postgres.pair import Pair
from tests.proxies import PGBOUNCER, pgbouncer
from tests.replaying import replay

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from pgrehearse.replay.workers.worker import Progress
    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload

SCHEMA = "create table t (n int primary key)"
DATABASE = "put_back"
SETTING = "select current_setting('default_transaction_read_only')"
NOWHERE = "postgresql://postgres@127.0.0.1:1/pgbouncer"


@pytest.fixture(scope="module")
def workload(pg16: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Workload:
    """Twelve reads in 1.2 seconds."""
    new_database(pg16, DATABASE, SCHEMA)
    mark = LogMark.now(pg16)
    with connect(pg16, DATABASE) as app:
        for _ in range(12):
            app.execute("select count(*), pg_sleep(0.1) from t")
    return mark.capture(tmp_path_factory.mktemp("put_back"), "put_back")


@pytest.fixture
def target(pg18: Cluster) -> Cluster:
    new_database(pg18, DATABASE, SCHEMA)
    return pg18


def played(workload: Workload, target: Cluster, folder: Path, *events: EventPlan, **how: Any) -> Run:
    how = {"database": DATABASE, "speed": 1, **how}
    return replay(workload, target, folder / "a.run", events=events, **how)[0]


def read_setting(cluster: Cluster) -> str:
    with superuser(cluster, DATABASE) as connection:
        return str((connection.execute(SETTING).fetchone() or ("",))[0])


def wait_for(cluster: Cluster, value: str) -> str:
    """Return the setting when it has this value, or after a minute."""
    with superuser(cluster) as clock:
        for _ in range(6000):
            if (found := read_setting(cluster)) == value:
                return found
            clock.execute("select pg_sleep(0.01)")
    return found


@contextmanager
def replaying(workload: Workload, port: int, folder: Path, events: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run the command for a replay that takes two minutes, with events."""
    file = folder / "events.toml"
    file.write_text(events)
    dsn = f"postgresql://postgres@127.0.0.1:{port}/{DATABASE}"
    words = ["replay", str(workload.path), "--target", dsn, "--writes", "--no-metrics", "--speed", "0.01"]
    process = subprocess.Popen(
        [sys.executable, "-m", "pgrehearse", *words, "--events", str(file), "-o", str(folder / "a.run")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def until_paused(port: int, value: int) -> int:
    """Return whether the pooler's database is paused, when this is *value*, or after a minute."""
    with psycopg.connect(
        host="127.0.0.1", port=port, user="postgres", dbname="pgbouncer", autocommit=True, prepare_threshold=None
    ) as console:
        for _ in range(600):
            cursor = console.execute("show databases")
            names = [column.name for column in cursor.description or ()]
            rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
            found = max((int(str(row["paused"])) for row in rows if row["name"] == DATABASE), default=0)
            if found == value:
                return found
            threading.Event().wait(0.1)
    return found


def test_it_ends_with_the_replay(workload: Workload, target: Cluster, tmp_path: Path) -> None:
    run = played(workload, target, tmp_path, EventPlan(at="0.3s", read_only="1h"))
    (event,) = run.mid_run_events()
    assert event.error == ""
    assert event.ended_us < 600_000_000
    assert read_setting(target) == "off"


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_it_is_put_back_after_a_signal(
    workload: Workload, target: Cluster, tmp_path: Path, how: signal.Signals
) -> None:
    """After kill -9 by the watchdog, after Ctrl-C by the replay."""
    with superuser(target) as connection:
        connection.execute("alter system set default_transaction_read_only = off")
    registry.mark_fresh(target)
    with replaying(workload, target.port, tmp_path, '[[events]]\nat = "0.1s"\nread_only = "1h"\n') as process:
        assert wait_for(target, "on") == "on"
        os.kill(process.pid, how)
        assert process.wait(timeout=60) in {-signal.SIGKILL, 130}
    assert wait_for(target, "off") == "off"
    with superuser(target) as connection:
        connection.execute("alter system reset default_transaction_read_only")
    reload(target)


@pytest.mark.skipif(PGBOUNCER is None, reason="PgBouncer is not installed")
def test_a_pooler_is_resumed_after_a_kill(workload: Workload, target: Cluster, tmp_path: Path) -> None:
    with pgbouncer(target, "transaction", "admin_users = postgres") as port:
        console = f"postgresql://postgres@127.0.0.1:{port}/pgbouncer"
        Pair(target, target, tmp_path, DATABASE).through_pooler(port)
        events = (
            f'[[events]]\nat = "0.1s"\npause_pooler = "{console}"\n'
            f'[[events]]\nat = "100s"\nresume_pooler = "{console}"\n'
        )
        with replaying(workload, port, tmp_path, events) as process:
            assert until_paused(port, 1) == 1
            os.kill(process.pid, signal.SIGKILL)
        assert until_paused(port, 0) == 0


def test_an_interruption_cancels_events(workload: Workload, target: Cluster, tmp_path: Path) -> None:
    pressed: list[int] = []

    def press(progress: Progress) -> None:
        if progress.ok >= 3 and not pressed:
            pressed.append(1)
            os.kill(os.getpid(), signal.SIGINT)

    running = EventPlan(at="0.01s", sql="select pg_sleep(600)")
    later = EventPlan(at="100s", sql="select 1")
    with pytest.raises(Interrupted):
        played(workload, target, tmp_path, running, later, speed=0.01, watch=press)
    first, second = Run.open(tmp_path / "a.run").mid_run_events()
    assert first.error == "not completed: the replay was interrupted"
    assert second.error == "not executed: the replay ended before it"


@pytest.mark.usefixtures("external")
def test_databases_of_other_servers_are_read_only_and_put_back(
    server: Cluster, workload: Workload, tmp_path: Path
) -> None:
    new_database(server, DATABASE, SCHEMA)
    Pair(server, server, tmp_path, DATABASE).through_pooler(server.port)  # it is adopted
    before = "select setconfig from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase where datname = %s"
    with superuser(server) as connection:
        connection.execute("alter database put_back set default_transaction_read_only = 'false'")
    # Slower than production, so that statements are left when the sessions are ended, also on a busy machine.
    run = played(workload, server, tmp_path, EventPlan(at="0.3s", read_only="300ms"), fresh=False, speed=0.2)
    with superuser(server) as connection:
        assert connection.execute(before, (DATABASE,)).fetchone() == (["default_transaction_read_only=false"],)
    assert [event.error for event in run.mid_run_events()] == [""]
    # Its sessions were ended, and made again.
    assert run.connections().height > 1


REFUSED: dict[str, tuple[type[Exception], str, tuple[EventPlan, ...]]] = {
    "past the end": (BadInput, "begins at 1 min 0 s, and the replay ends at", (EventPlan(at="1m", sql="select 1"),)),
    "past the last statement": (
        BadInput,
        "begins after 13 statements, and the replay sends 12 at most",
        (EventPlan(at_statements=13, sql="select 1"),),
    ),
    "no SQL": (BadInput, r"events\[1\].sql:1: syntax error at or near \"selec\"", (EventPlan(at="0s", sql="selec 1"),)),
    "no file": (BadInput, "No such file", (EventPlan(at="0s", file="missing.sql"),)),
    "no database": (TargetProblem, "missing", (EventPlan(at="0s", sql="select 1", database="missing"),)),
    "no program": (BadInput, "there is no program 'missing-program'", (EventPlan(at="0s", command="missing-program"),)),
    "no pooler": (
        TargetProblem,
        "the admin console of PgBouncer .* cannot be reached",
        (EventPlan(at="0s", pause_pooler=NOWHERE), EventPlan(at="1s", resume_pooler=NOWHERE)),
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_event_that_is_not_possible_is_refused_before_the_replay(
    workload: Workload, target: Cluster, tmp_path: Path, name: str
) -> None:
    kind, message, events = REFUSED[name]
    with pytest.raises(kind, match=message) as refused:
        played(workload, target, tmp_path, *events)
    assert getattr(refused.value, "remedy", "")
    assert not list(tmp_path.iterdir())
    assert not registry.used_by(target)


def test_events_of_a_scenario_are_checked_against_its_workload(workload: Workload) -> None:
    """Also those of one side, with their number in the file."""
    first, second = EventPlan(at="0.1s", sql="select 1"), EventPlan(at="2h", sql="select 1", sides=("candidate",))
    scenario = Scenario("a", events=(first, second))
    with pytest.raises(BadInput, match=r"events\[2\] \(sql 2\) begins at 120 min 0 s"):
        check_event_times(scenario, workload)
    check_event_times(Scenario("a", events=(first,)), workload)
    assert events_of_side(scenario.events, "control") == (first,)


def test_a_replay_without_times_needs_counts(workload: Workload, target: Cluster, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="a replay at maximum speed has no times"):
        played(workload, target, tmp_path, EventPlan(at="0s", sql="select 1"), speed=None)
    assert not registry.used_by(target)


@pytest.mark.usefixtures("external")
@pytest.mark.parametrize(
    "event",
    [
        EventPlan(at="0s", restart=True),
        EventPlan(at="0s", fail_over=True),
        EventPlan(at="0s", scale={"work_mem": "8MB"}),
        EventPlan(at="0s", signal="SIGKILL", process="checkpointer"),
    ],
    ids=lambda event: event.kind,
)
def test_a_server_that_is_not_ours_is_not_stopped(
    pg18: Cluster, workload: Workload, tmp_path: Path, event: EventPlan
) -> None:
    new_database(pg18, DATABASE, SCHEMA)
    Pair(pg18, pg18, tmp_path, DATABASE).through_pooler(pg18.port)
    with pytest.raises(TargetProblem, match="is not an embedded server") as refused:
        played(workload, pg18, tmp_path, event, fresh=False)
    assert "command" in refused.value.remedy


class Container:
    """A target whose size can be changed."""

    def __init__(self) -> None:
        self.sizes: list[dict[str, str]] = []

    def check_size(self, size: Mapping[str, str]) -> None:
        if "work_mem" in size:
            raise BadInput("settings are not possible")

    def resize(self, size: Mapping[str, str]) -> None:
        self.sizes.append(dict(size))


@pytest.mark.usefixtures("external")
def test_a_target_that_is_not_embedded_gets_another_size(pg18: Cluster, workload: Workload, tmp_path: Path) -> None:
    """If pgrehearse created it in a form whose size it can change."""
    new_database(pg18, DATABASE, SCHEMA)
    Pair(pg18, pg18, tmp_path, DATABASE).through_pooler(pg18.port)
    container = Container()
    for size in ({"work_mem": "1MB"}, {"cpus": "0.5"}):
        scale = EventPlan(at="0.1s", scale=size)
        with pytest.raises(BadInput) if "work_mem" in size else nullcontext():
            run = played(workload, pg18, tmp_path, scale, fresh=False, resizable=container)
    assert [event.error for event in run.mid_run_events()] == [""]
    assert container.sizes == [{"cpus": "0.5"}]


@pytest.mark.usefixtures("external")
def test_a_database_that_is_not_adopted_has_no_events(pg18: Cluster, workload: Workload, tmp_path: Path) -> None:
    new_database(pg18, DATABASE, SCHEMA)
    with pytest.raises(TargetProblem, match="is not verified to be a rehearsal database"):
        played(workload, pg18, tmp_path, EventPlan(at="0s", sql="select 1"), writes=False)


@pytest.mark.skipif(PGBOUNCER is None, reason="PgBouncer is not installed")
def test_a_pooler_of_another_server_is_not_paused(
    workload: Workload, target: Cluster, pg16: Cluster, tmp_path: Path
) -> None:
    with pgbouncer(pg16, "transaction", "admin_users = postgres") as port:
        console = f"postgresql://postgres@127.0.0.1:{port}/pgbouncer"
        events = (EventPlan(at="0s", pause_pooler=console), EventPlan(at="1s", resume_pooler=console))
        with pytest.raises(TargetProblem, match="none of its databases leads to the target"):
            played(workload, target, tmp_path, *events)


def test_a_dry_run_checks_the_events(workload: Workload, target: Cluster, tmp_path: Path) -> None:
    events = tmp_path / "events.toml"
    events.write_text('[[events]]\nat = "1h"\nsql = "select 1"\n')
    dsn = f"postgresql://postgres@127.0.0.1:{target.port}/{DATABASE}"
    words = ["replay", str(workload.path), "--target", dsn, "--writes", "--dry-run", "--json", "--events", str(events)]
    done = subprocess.run([sys.executable, "-m", "pgrehearse", *words], capture_output=True, check=False)
    assert done.returncode == 3
    assert "events[1] (sql 1) begins at 60 min 0 s" in json.loads(done.stdout)["error"]["message"]
