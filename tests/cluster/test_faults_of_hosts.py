"""Faults of a replay on two simulated hosts: a lost host, a lost coordinator, Ctrl-C, failures before the start. Nothing is left running."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from pgrehearse.base.artifact import MARKER, partial_name
from pgrehearse.base.errors import HarnessFailure, Interrupted, UsageProblem
from pgrehearse.base.s3_cache import local
from pgrehearse.replay.cluster import gathering
from pgrehearse.replay.cluster.host_folder import parts_of, worker_of, writing
from pgrehearse.replay.cluster.hosts_file import HOSTS_FILE, HostRecord, read_hosts_file
from pgrehearse.replay.plan.routing import Routing
from pgrehearse.runs.read import Run
from pgrehearse.runs.reasons import INTERRUPTED, UNRECORDED
from pgrehearse.runs.run_in_s3 import RunInS3
from pgrehearse.scenarios.replaying.collected_run import collect
from pgrehearse.scenarios.replaying.run_output import collected_in_s3
from tests.conftest import superuser
from tests.free_cluster import check_the_cluster_is_free, wait_until
from tests.replaying import replay
from tests.runs_with_events import SESSIONS, workload_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pgrehearse.replay.workers.worker import Progress
    from pgrehearse.runs.fitness_values import Fitness
    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload

_ROUTING = Routing(users=(("shop", "postgres"),), databases=(("shopdb", "postgres"),))
# The replay takes so many seconds at most if nothing ends it: 40 s of traffic.
_SPEED = 4.0


@pytest.fixture(scope="module")
def traffic(pg18: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Workload:
    """A workload of ten sessions and 40 seconds; its table is on the target."""
    with superuser(pg18) as connection:
        connection.execute("create table if not exists orders (id int, total int)")
    return workload_of(tmp_path_factory.mktemp("traffic"))


@dataclass
class Disturbed:
    """A replay that is disturbed once, as soon as each of its two workers has sent something. *hosts*: those of the replay."""

    output: Path
    disturb: Callable[[list[HostRecord]], object]
    hosts: list[HostRecord] = field(default_factory=list)
    processes: list[int] = field(default_factory=list)
    _sent: set[int] = field(default_factory=set)

    def watch(self, progress: Progress) -> None:
        if progress.ok:
            self._sent.add(progress.worker)
        if len(self._sent) == 2 and not self.hosts:
            self.hosts = read_hosts_file(partial_name(self.output)).hosts
            self.processes = [number for host in self.hosts for number in writing(Path(host.folder))]
            self.disturb(self.hosts)

    def replay(
        self, traffic: Workload, target: Cluster, cluster: str, place: RunInS3 | None = None
    ) -> tuple[Run, Fitness]:
        more: dict[str, Any] = {"plan": {"routing": _ROUTING}, "cluster": cluster, "place": place}
        return replay(traffic, target, self.output, speed=_SPEED, workers=2, watch=self.watch, **more)


def _kill_actor(host: HostRecord) -> None:
    """Kill the process of the actor of a host: it is the first of the processes of its folder."""
    os.kill(writing(Path(host.folder))[0], signal.SIGKILL)


def _check_nothing_is_left(cluster: str, hosts: list[HostRecord], processes: list[int]) -> None:
    """Neither a process, nor a folder, an actor, or a placement group."""
    assert [host.folder for host in hosts if Path(host.folder).exists()] == []
    wait_until(lambda: not any(Path(f"/proc/{number}").exists() for number in processes))
    check_the_cluster_is_free(cluster)


def _check_every_event_has_one_outcome(run: Run, traffic: Workload) -> pl.DataFrame:
    keys = ["session", "seq"]
    outcomes = run.outcomes().collect()
    assert outcomes.select(keys).sort(keys).equals(traffic.events().select(keys).collect().sort(keys))
    return outcomes


def test_the_sessions_of_a_lost_host_are_unsent_and_the_others_go_on(
    pg18: Cluster, ray_cluster: str, traffic: Workload, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 6; the run is kept, and its manifest names the host that was lost. Standard output is for the one document of --json."""
    disturbed = Disturbed(tmp_path / "lost.run", lambda hosts: _kill_actor(hosts[0]))
    with pytest.raises(HarnessFailure, match=r"the host .* was lost; 1 of 2 workers died"):
        disturbed.replay(traffic, pg18, ray_cluster)
    assert capsys.readouterr().out == ""
    run = Run.open(disturbed.output)
    lost, other = run.manifest.hosts
    assert (lost.workers, other.workers, other.lost) == ([0], [1], "")
    assert lost.lost.endswith("its parts were collected")
    assert lost.name != other.name
    assert run.manifest.workers_lost == 1
    assert f"the host {lost.name} was lost: {lost.lost}" in run.manifest.notes
    outcomes = _check_every_event_has_one_outcome(run, traffic)
    unsent = outcomes.filter(status="unsent")
    # Its workers stop as soon as their actor has ended, and record what is left; what they cannot record has a reason of its own.
    assert set(unsent["reason"]) <= {INTERRUPTED, UNRECORDED}
    assert 0 < unsent["session"].n_unique() <= SESSIONS // 2
    assert not (run.path / HOSTS_FILE).exists()
    _check_nothing_is_left(ray_cluster, disturbed.hosts, disturbed.processes)


def test_ctrl_c_ends_the_workers_of_all_hosts(
    pg18: Cluster, ray_cluster: str, traffic: Workload, tmp_path: Path
) -> None:
    """The outcomes are gathered; the rest is unsent."""
    disturbed = Disturbed(tmp_path / "stopped.run", lambda _: os.kill(os.getpid(), signal.SIGINT))
    with pytest.raises(Interrupted):
        disturbed.replay(traffic, pg18, ray_cluster)
    run = Run.open(disturbed.output)
    assert run.manifest.interrupted
    assert [host.lost for host in run.manifest.hosts] == ["", ""]
    outcomes = _check_every_event_has_one_outcome(run, traffic)
    assert set(outcomes.filter(status="unsent")["reason"]) == {INTERRUPTED}
    assert outcomes.filter(status="ok").height > 0
    _check_nothing_is_left(ray_cluster, disturbed.hosts, disturbed.processes)


@pytest.mark.soak
def test_a_second_ctrl_c_kills_the_workers_of_all_hosts(
    pg18: Cluster, ray_cluster: str, traffic: Workload, tmp_path: Path
) -> None:
    """What they had not written is unsent, with the reason."""

    def twice(_: object) -> None:
        for _ in range(2):
            signal.raise_signal(signal.SIGINT)

    disturbed = Disturbed(tmp_path / "killed.run", twice)
    with pytest.raises(Interrupted):
        disturbed.replay(traffic, pg18, ray_cluster)
    outcomes = _check_every_event_has_one_outcome(Run.open(disturbed.output), traffic)
    assert set(outcomes.filter(status="unsent")["reason"]) <= {INTERRUPTED, UNRECORDED}
    _check_nothing_is_left(ray_cluster, disturbed.hosts, disturbed.processes)


def _command(traffic: Workload, target: Cluster, cluster: str, output: str) -> list[str]:
    """Return the command of a replay on two hosts."""
    dsn = f"postgresql://postgres@127.0.0.1:{target.port}/postgres"
    names = ("--map-user", "shop=postgres", "--map-database", "shopdb=postgres")
    words = [str(traffic.path), "--target", dsn, *names, "--cluster", cluster, "--workers", "2", "--no-metrics"]
    return [sys.executable, "-m", "pgrehearse", "replay", *words, "--dirty", "-o", output]


def _killed(command: list[str], folder: Path) -> tuple[list[HostRecord], list[int]]:
    """Kill the process of a replay whose run is in *folder* (or in a folder there) when both hosts have written parts.

    Return the hosts, and the processes that wrote on them, when the last of these has ended.
    """
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, env={**os.environ, "TMPDIR": str(folder)}) as process:
        wait_until(lambda: bool(list(folder.rglob(HOSTS_FILE))) or process.poll() is not None)
        (recorded,) = folder.rglob(HOSTS_FILE)
        hosts = read_hosts_file(recorded.parent).hosts
        wait_until(lambda: all(list(Path(host.folder).rglob("part-*.parquet")) for host in hosts))
        processes = [number for host in hosts for number in writing(Path(host.folder))]
        process.kill()
    wait_until(lambda: not any(writing(Path(host.folder)) for host in hosts))
    return hosts, processes


def _check_is_collected(run: Run, traffic: Workload) -> None:
    """Every event has one outcome, and the run counts as interrupted."""
    outcomes = _check_every_event_has_one_outcome(run, traffic)
    assert set(outcomes.filter(status="unsent")["reason"]) <= {INTERRUPTED, UNRECORDED}
    assert outcomes.filter(status="ok").height > 0
    assert run.manifest.fitness is not None
    assert run.manifest.fitness.reasons[0] == "the run was interrupted"
    assert run.manifest.wall_start_us > 0
    assert [host.lost for host in run.manifest.hosts] == ["", ""]


def test_the_run_of_a_lost_coordinator_is_collected(
    pg18: Cluster, ray_cluster: str, traffic: Workload, tmp_path: Path
) -> None:
    """The workers end by themselves; what they had written is collected, and removed from the hosts."""
    output = tmp_path / "left.run"
    hosts, processes = _killed(_command(traffic, pg18, ray_cluster, str(output)), tmp_path)
    # A part that is only half written is not a part of the run.
    half = Path(hosts[0].folder) / "run" / "outcomes" / "part-00-00099.parquet.0123.new"
    half.write_bytes(b"PAR1")
    _check_is_collected(collect(output), traffic)
    _check_nothing_is_left(ray_cluster, hosts, processes)


def test_the_run_in_s3_of_a_lost_coordinator_is_collected_by_another_machine(
    pg18: Cluster, ray_cluster: str, s3_bucket: Any, traffic: Workload, tmp_path: Path
) -> None:
    """All that it needs is in S3 and on the hosts. The parts that a host had put in S3 are not needed from the host."""
    url, folder = "s3://team/left.run", tmp_path / "coordinator"
    folder.mkdir()
    hosts, processes = _killed(_command(traffic, pg18, ray_cluster, url), folder)
    shutil.rmtree(folder)
    objects = s3_bucket.list_objects_v2(Bucket="team")["Contents"]
    in_s3 = {str(one["Key"]).removeprefix("left.run/") for one in objects}
    assert {name for name in in_s3 if worker_of(name) == 0}
    for name in in_s3 & set(parts_of(Path(hosts[0].folder) / "run")):
        (Path(hosts[0].folder) / "run" / name).write_bytes(b"the one in S3 is used")
    with collected_in_s3(url, "") as (run, name):
        assert name == url
        _check_is_collected(run, traffic)
    assert MARKER not in RunInS3(url).tags()
    _check_is_collected(Run.open(local(url)), traffic)
    _check_nothing_is_left(ray_cluster, hosts, processes)


def test_the_parts_that_a_lost_host_had_put_in_s3_are_in_the_run(
    pg18: Cluster,
    ray_cluster: str,
    s3_bucket: Any,
    traffic: Workload,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its machine is gone, and with it what it had not put there yet: that is unsent, with the reason."""
    assert s3_bucket
    place = RunInS3("s3://team/lost.run")

    def lose_the_first(hosts: list[HostRecord]) -> None:
        wait_until(lambda: any(worker_of(name) == 0 for name in place.tags()))
        _kill_actor(hosts[0])

    gone = "it is not in the cluster any more"
    monkeypatch.setattr(gathering, "copy_left", lambda *_: gone)
    disturbed = Disturbed(tmp_path / "lost.run", lose_the_first)
    with pytest.raises(HarnessFailure, match=r"the host .* was lost; 1 of 2 workers died"):
        disturbed.replay(traffic, pg18, ray_cluster, place)
    place.complete(disturbed.output)
    run = Run.open(local(place.url))
    assert [host.lost for host in run.manifest.hosts] == [gone, ""]
    outcomes = _check_every_event_has_one_outcome(run, traffic)
    of_lost = outcomes.filter(reason=UNRECORDED)["session"].unique()
    assert 0 < len(of_lost) <= SESSIONS // 2
    assert outcomes.filter(pl.col("session").is_in(of_lost.implode()), status="ok").height > 0
    wait_until(lambda: not writing(Path(disturbed.hosts[0].folder)))
    shutil.rmtree(disturbed.hosts[0].folder)
    _check_nothing_is_left(ray_cluster, disturbed.hosts, disturbed.processes)


def test_a_replay_that_cannot_start_leaves_nothing(
    pg18: Cluster, ray_cluster: str, traffic: Workload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A host that cannot read a file of the DSN is named; after the files were handed out, they are removed."""
    from pgrehearse.replay.cluster import ray_hosts

    folders: list[str] = []

    def failing(hosts: ray_hosts.RayHosts, _: object) -> None:
        folders.extend(host.facts.folder for host in hosts.hosts)
        assert all(Path(folder, "run", "outcomes").is_dir() for folder in folders)
        raise HarnessFailure("the disk is full")

    def fails() -> None:
        replay(traffic, pg18, tmp_path / "a.run", workers=2, plan={"routing": _ROUTING}, cluster=ray_cluster)

    with monkeypatch.context() as patch:
        patch.setattr(ray_hosts, "files_of_endpoints", lambda _: ["/no/root.crt"])
        with pytest.raises(UsageProblem, match=r"the host .* cannot read /no/root\.crt"):
            fails()
    monkeypatch.setattr(ray_hosts.RayHosts, "_record", failing)
    with pytest.raises(HarnessFailure, match="the disk is full"):
        fails()
    assert len(folders) == 2
    assert not any(Path(folder).exists() for folder in folders)
    check_the_cluster_is_free(ray_cluster)
