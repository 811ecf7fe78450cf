"""The wait that ``--sync commit`` adds: on one host, and on two simulated hosts whose messages take 0, 1 and 5 ms more.

Linux delays packets with netem, which many kernels (also those of containers) do not have. In its place each message with transactions that have ended is
held back in the process of the host that sends it, and handed to Ray after the delay. So the delay is that of one direction; what a network adds
beside it (connections, losses, bandwidth) is not part of it. How exact the delay is, is measured and printed too.
"""

from __future__ import annotations

import os
import queue
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
import polars as pl

from benchmarks.server import Bench, connected
from pgrehearse.replay.plan.plan import Ordering, ReplayPlan, Sync
from pgrehearse.runs.read import Run
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, rehearse
from pgrehearse.targets.embedded import registry
from pgrehearse.workload.read import Workload

# The priority (nice) of what is measured, where it is permitted.
_NICE = -10
_STORE = 100 << 20
_UPDATE = "update turn set v = v + 1 where id = 1"
# No wait of this benchmark may be ended by its bound.
_ORDER = Ordering(Sync.COMMIT, timeout_us=60_000_000)


class DelayedHost:
    """A host of a cluster that gets each call *delay_s* later: the way of a message through a network."""

    def __init__(self, host: Any, delay_s: float) -> None:
        self._host, self._delay_s = host, delay_s
        self.name = host.name

    def __reduce__(self) -> tuple[type[DelayedHost], tuple[Any, float]]:
        return DelayedHost, (self._host, self._delay_s)

    def submit(self, method: str, *args: object) -> Future[Any]:
        """Call a method after the delay. The calls keep their order."""
        result: Future[Any] = Future()
        self._waiting.put((time.monotonic() + self._delay_s, method, args, result))
        return result

    @property
    def _waiting(self) -> queue.SimpleQueue[tuple[float, str, tuple[object, ...], Future[Any]]]:
        """The calls that are held back; the first of them starts the thread that makes them."""
        if "_queue" not in self.__dict__:
            self._queue: queue.SimpleQueue[tuple[float, str, tuple[object, ...], Future[Any]]] = queue.SimpleQueue()
            threading.Thread(target=self._pass, daemon=True).start()
        return self._queue

    def _pass(self) -> None:
        while True:
            at_s, method, args, result = self._queue.get()
            time.sleep(max(at_s - time.monotonic(), 0.0))
            self._host.submit(method, *args).add_done_callback(lambda done, result=result: _copy(done, result))


def _copy(done: Future[Any], result: Future[Any]) -> None:
    if (error := done.exception()) is not None:
        result.set_exception(error)
    else:
        result.set_result(done.result())


def order_across_hosts_case(bench: Bench, turns: int) -> None:
    """Two sessions update one row in turn, *turns* times, at maximum speed: each statement waits for a transaction of the other session."""
    workload = _in_turn(bench, turns)
    with bench.silent(), _prioritized():
        print(
            f"order: two sessions update one row {turns} times in turn; load of this machine {os.getloadavg()[0]:.1f}"
        )
        _print("one worker", _added_ms(workload, _replayed(bench, workload, workers=1)))
        _print("one host, two workers", _added_ms(workload, _replayed(bench, workload, workers=2)))
        with _two_hosts() as address:
            for delay_ms in (0, 1, 5):
                with _delayed(delay_ms / 1e3):
                    run = _replayed(bench, workload, workers=2, cluster=address)
                _print(f"two hosts, {delay_ms} ms each way", _added_ms(workload, run))
    for delay_ms in (1, 5):
        late_ms = np.array(_lateness_of_sleep(delay_ms / 1e3, 200)) * 1e3
        print(
            f"  (a delay of {delay_ms} ms was late by {np.median(late_ms):.2f} ms, p99 {np.quantile(late_ms, 0.99):.2f} ms, in a process without other work)"
        )


@contextmanager
def _prioritized() -> Iterator[None]:
    """Give priority to this process and to all that it starts: the workers and the hosts, not the server."""
    before = os.getpriority(os.PRIO_PROCESS, 0)
    try:
        os.setpriority(os.PRIO_PROCESS, 0, _NICE)
    except PermissionError:
        print(f"order: priority {_NICE} is not permitted: other programs can delay what is measured")
    try:
        yield
    finally:
        os.setpriority(os.PRIO_PROCESS, 0, before)


def _in_turn(bench: Bench, turns: int) -> Path:
    """Capture the traffic."""
    with connected(bench) as connection:
        connection.execute("drop table if exists turn")
        connection.execute("create table turn as select 1 as id, 0 as v")
    bench.restart_with_empty_log()
    sessions = [connected(bench) for _ in range(2)]
    for turn in range(turns):
        sessions[turn % 2].execute(_UPDATE)
    for session in sessions:
        session.close()
    return bench.capture(bench.take_log("turn.csv"))[1]


def _replayed(bench: Bench, workload: Path, *, workers: int, cluster: str = "") -> Run:
    registry.mark_fresh(bench.cluster)
    plan = ReplayPlan(bench.cluster.endpoint(), speed=None, workers=workers, writes=True, order=_ORDER)
    rehearsal = Rehearsal(workload, workload.with_suffix(".run"), plan, force=True, metrics=False, cluster=cluster)
    run, fit = rehearse(rehearsal)
    assert fit.ordering["given_up"] == 0
    assert run.connections()["worker"].n_unique() == workers
    assert len(run.manifest.hosts) == (2 if cluster else 0)
    return run


def _added_ms(workload: Path, run: Run) -> np.ndarray:
    """Return the time from the end of each transaction to the permission of the statement that waited for it, in milliseconds.

    All hosts have the clock of this machine, so that the error of the offset that the run used for each host is known, and is taken out.
    """
    offsets = {clock.host: clock.offset_us for clock in run.manifest.clocks.hosts}
    workers = [(worker, offsets[host.name]) for host in run.manifest.hosts for worker in host.workers]
    by_worker = pl.DataFrame(
        workers or [(0, 0.0), (1, 0.0)], schema={"worker": pl.Int32, "offset": pl.Float64}, orient="row"
    )
    offset = run.connections().select("session", pl.col("worker").cast(pl.Int32)).unique().join(by_worker, on="worker")
    opened = Workload.open(workload)
    updates = opened.shapes().filter(kind="update").select("shape").lazy()
    events = opened.events().join(updates, on="shape").select("session", "seq", "commit_rank").collect()
    outcomes = run.outcomes().select("session", "seq", "ready_us", "ordered_us", "done_us").collect()
    in_order = (
        events.join(outcomes, on=["session", "seq"])
        .join(offset, on="session")
        .sort("commit_rank")
        .select("session", *(pl.col(name) + pl.col("offset") for name in ("ready_us", "ordered_us", "done_us")))
        .with_columns(before=pl.col("session").shift(), before_us=pl.col("done_us").shift())
    )
    waited = in_order.filter((pl.col("session") != pl.col("before")) & (pl.col("ready_us") < pl.col("before_us")))
    return (waited["ordered_us"] - waited["before_us"]).to_numpy() / 1e3


def _print(name: str, added_ms: np.ndarray) -> None:
    p50, p99 = np.quantile(added_ms, [0.5, 0.99])
    print(f"  {name}: added wait p50 {p50:.2f} ms, p99 {p99:.2f} ms ({len(added_ms)} waits)", flush=True)


@contextmanager
def _two_hosts() -> Iterator[str]:
    """Start a Ray cluster of two nodes on this machine; yield its address."""
    from ray.cluster_utils import Cluster

    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ["PYTHONPATH"] = os.pathsep.join([str(Path.cwd()), os.environ.get("PYTHONPATH", "")])
    head = {"num_cpus": 0, "node_ip_address": "127.0.0.2", "object_store_memory": _STORE}
    cluster: Any = Cluster(initialize_head=True, head_node_args=head)
    try:
        for number in (3, 4):
            cluster.add_node(num_cpus=2, node_ip_address=f"127.0.0.{number}", object_store_memory=_STORE)
        yield cluster.address
    finally:
        cluster.shutdown()


@contextmanager
def _delayed(delay_s: float) -> Iterator[None]:
    """Let each host send to the other hosts with a delay."""
    from pgrehearse.replay.cluster.ray_hosts import RayHost

    plain = RayHost.submit

    def submit(host: RayHost, method: str, *args: Any) -> Future[Any]:
        if method == "set_others" and delay_s:
            args = ([DelayedHost(other, delay_s) for other in args[0]],)
        return plain(host, method, *args)

    with patch.object(RayHost, "submit", submit):
        yield


def _lateness_of_sleep(seconds: float, count: int) -> list[float]:
    late = []
    for _ in range(count):
        at_s = time.monotonic() + seconds
        time.sleep(seconds)
        late.append(time.monotonic() - at_s)
    return late
