"""A team's own command that prints metrics: after a capture, and during a replay."""

from __future__ import annotations

import shlex
import sys
import threading
from typing import TYPE_CHECKING

import polars as pl
import psutil
import pytest

from pgrehearse.base.clock import Timeline, wall_us
from pgrehearse.base.errors import BadInput, PgrehearseError, TargetProblem, UsageProblem
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.metrics.external.prometheus import Prometheus, Query
from pgrehearse.metrics.sampler import Sampler, Sampling, SamplingTarget
from pgrehearse.scenarios.measuring.external_metrics import from_command
from pgrehearse.scenarios.measuring.production_metrics import record
from pgrehearse.workload.read import Workload
from tests.conftest import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster

WHOLE = (None, None)
# For a command that ends by itself: to start Python takes seconds on a busy machine.
BOUND_S = 120.0


@pytest.fixture
def workload(tmp_path: Path) -> Workload:
    capture_logs(CaptureOptions((SAMPLES / "pg15" / "mindur0.csv",), tmp_path / "w.workload"), tool_version="test")
    return Workload.open(tmp_path / "w.workload")


def python(code: str) -> str:
    """Return a command that runs this code, with what a command needs imported."""
    return shlex.join([sys.executable, "-c", f"import os, signal, subprocess, sys, threading, time\n{code}"])


def when_created(files: tuple[Path, ...], action: Callable[[], None]) -> None:
    """Do *action* when all files exist, or after two minutes."""
    for _ in range(2400):
        if all(file.exists() for file in files):
            break
        threading.Event().wait(0.05)
    action()


def test_a_command_prints_the_metrics_of_a_workload(workload: Workload) -> None:
    """It gets the window in its environment; invalid lines and values outside the window are counted; the digest is unchanged."""
    code = """
print(f"{os.environ['PGREHEARSE_SINCE']},cpu_percent,12.5")
print(f"{os.environ['PGREHEARSE_UNTIL']},queue,3,jobs,emails")
print("2020-01-01T00:00:00Z,cpu_percent,99")
print("a token on standard output")
print("a token on standard error", file=sys.stderr)
"""
    recording = from_command(python(code), workload.path, WHOLE, {"queue": "lower"}, BOUND_S)
    samples = Workload.open(workload.path).metrics()
    assert set(samples.select("source", "instance", "subject", "metric", "value").iter_rows()) == {
        ("command", "primary", "", "cpu_percent", 12.5),
        ("command", "primary", "emails", "queue", 3.0),
        ("command", "primary", "queue", "metric_direction", -1.0),
    }
    assert samples.filter(metric="queue")["at_us"].to_list() == [workload.manifest.duration_us]
    assert recording.samples == 2
    assert recording.notes == (
        "1 of 4 lines are not valid: line 4: 1 fields, expected time, metric, value, unit, subject, instance",
        "1 of 3 values are outside the window",
    )
    assert Workload.open(workload.path).manifest.digest == workload.manifest.digest


@pytest.mark.parametrize(
    ("code", "bound_s", "problem", "words"),
    [
        ("print('token'); sys.exit(3)", BOUND_S, TargetProblem, "returned exit code 3"),
        ("threading.Event().wait(600)", 1.0, TargetProblem, "had not ended after 1 s"),
        ("sys.stdout.close(); os.close(1); threading.Event().wait(600)", 1.0, TargetProblem, "had not ended"),
        (
            "print('x' * 300_000); print('token')",
            BOUND_S,
            BadInput,
            "2 of 2 lines are not valid: line 1: longer than 65,536 bytes",
        ),
    ],
)
def test_a_command_that_fails_changes_nothing(
    workload: Workload, code: str, bound_s: float, problem: type[PgrehearseError], words: str
) -> None:
    """The message does not repeat what it printed."""
    with pytest.raises(problem, match=words) as caught:
        from_command(python(code), workload.path, WHOLE, {}, bound_s)
    assert "token" not in caught.value.message
    assert caught.value.remedy
    assert not (workload.path / "metrics.parquet").exists()


def test_a_command_that_cannot_be_started_is_an_error(workload: Workload) -> None:
    """Neither is an empty interval one of a command."""
    for command in ("/no/such/program", "", "unbalanced '"):
        with pytest.raises(TargetProblem, match="could not be started"):
            from_command(command, workload.path, WHOLE, {}, BOUND_S)
    with pytest.raises(UsageProblem, match="the interval is empty"):
        from_command("true", workload.path, (5_000_000, 5_000_000), {}, 1.0)


def test_a_command_is_ended_with_all_that_it_started(
    workload: Workload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By SIGTERM, and by SIGKILL what ignores it."""
    monkeypatch.setattr("pgrehearse.metrics.external.command._GRACE_S", 0.3)
    code = f"""
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-c", "import threading; threading.Event().wait(60)"])
open({str(tmp_path / "pids")!r}, "w").write(f"{{os.getpid()}} {{child.pid}}")
threading.Event().wait(60)
"""
    with pytest.raises(TargetProblem, match="had not ended"):
        from_command(python(code), workload.path, WHOLE, {}, 3.0)
    left = [int(pid) for pid in (tmp_path / "pids").read_text().split()]
    assert len(left) == 2
    # The kernel ends a killed process some time after the signal, and its zombie remains until init collects it.
    _, running = psutil.wait_procs([process for process in psutil.process_iter() if process.pid in left], timeout=10)
    assert all(process.status() == psutil.STATUS_ZOMBIE for process in running)


def test_a_command_prints_metrics_during_a_run(server: Cluster, database: str, tmp_path: Path) -> None:
    """From the start of the time line until SIGTERM, in the seconds of the run; its last lines are read. A command that fails ends nothing."""
    code = """
def last(*_):
    print(f"{time.time()},queue,-1,jobs", flush=True)
    sys.exit(0)
signal.signal(signal.SIGTERM, last)
print(f"{os.environ['PGREHEARSE_SINCE']},queue,{os.environ['PGPORT']},jobs", flush=True)
assert 'PGREHEARSE_UNTIL' not in os.environ
for number in range(100_000):
    print(f"{time.time()},queue,1,jobs", flush=True)
    if number == 5:
        open("PRINTED", "w").close()
    threading.Event().wait(0.1)
""".replace("PRINTED", str(tmp_path / "printed"))
    # It ends with its own exit code, whenever the sampler stops.
    failing = "signal.signal(signal.SIGTERM, signal.SIG_IGN); open('FAILS', 'w').close(); sys.exit(7)"
    failing = failing.replace("FAILS", str(tmp_path / "fails"))
    commands = (python(code), python(failing), "/no/such/program")
    how = Sampling(activity_us=0, commands=commands, directions={"queue": "lower"})
    sampler = Sampler(SamplingTarget(server.endpoint(), (database,), how), Timeline.starting_in(0), tmp_path)
    sampler.prepare()

    sampler.begin(Timeline.starting_in(0))
    when_created((tmp_path / "printed", tmp_path / "fails"), sampler.stop)
    samples = pl.read_parquet(sorted(tmp_path.glob("metrics-*.parquet"))).filter(source="command")
    queue = samples.filter(metric="queue").sort("at_us")
    assert queue["value"][0] == server.port
    assert queue["value"][-1] == -1.0
    assert queue["at_us"][0] == 0
    assert 0 < queue["at_us"][-1] < 200_000_000
    assert queue.height > 4
    assert samples.filter(metric="metric_direction")["subject"].to_list() == ["queue"]
    assert sampler.unavailable["command 2"] == "the metrics command returned exit code 7"
    assert "could not be started" in sampler.unavailable["command 3"]
    assert "command 1" not in sampler.unavailable


def test_a_recording_of_production_has_the_metrics_of_a_command(server: Cluster, database: str, tmp_path: Path) -> None:
    """By the wall clock; a Prometheus server that is unreachable is unavailable, and the rest is stored."""
    printed = tmp_path / "printed"
    code = f"print(os.environ['PGREHEARSE_SINCE'] + ',queue,3,jobs', flush=True); open({str(printed)!r}, 'w').close()"
    nobody = Prometheus("http://127.0.0.1:1", (Query("queue", "q", "jobs"),))
    how = Sampling(activity_us=0, commands=(python(code),), prometheus=nobody)
    began = wall_us()
    stop = threading.Event()
    thread = threading.Thread(target=when_created, args=((printed,), stop.set))
    thread.start()
    recording = record(server.endpoint(database), tmp_path / "p.workload", BOUND_S, how, stop)
    thread.join()
    samples = pl.read_parquet(recording.path)
    queue = samples.filter(source="command")
    assert queue.select("metric", "value").rows() == [("queue", 3.0)]
    assert 0 <= queue["at_us"][0] - began < 60_000_000
    assert "postgres" in set(samples["source"])
    assert "Prometheus is unreachable" in recording.unavailable["prometheus"]
