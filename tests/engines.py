"""The engines that run the workers of a replay: this machine, or two simulated hosts of a Ray cluster. Tests of order and faults run on both.

A module of ``tests/postgres`` uses the fixture ``engine``: its tests run on this machine, and then on two hosts. The tests in ``ON_ONE_MACHINE`` do not run on hosts.
On two hosts the tests in ``QUICK`` run in `make test`, and all of them in `make soak`.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pgrehearse.base.artifact import partial_name
from pgrehearse.scenarios.replaying.rehearsal import rehearse
from tests import replaying

if TYPE_CHECKING:
    from pgrehearse.runs.fitness_values import Fitness
    from pgrehearse.runs.read import Run
    from pgrehearse.scenarios.replaying.rehearsal import Rehearsal

LOCAL, HOSTS = "one machine", "two hosts"

# Tests that do not run on hosts, with the reason.
ON_ONE_MACHINE = {
    "test_a_full_disk_ends_the_replay_and_keeps_the_run": "the limit of a process that is in the place of a full disk does not hold for the workers, which are processes of Ray",
    "test_a_wait_that_cannot_end_is_ended": "only cycles among the sessions of one worker are found (docs/order.md): on hosts the wait ends by its bound",
    "test_every_committed_row_is_decoded": "it replays nothing",
    "test_rows_are_joined_with_the_statements_that_made_them": "it replays nothing",
    "test_decoded_ids_are_productions": "it replays nothing",
    "test_no_decoded_id_is_wrong": "it replays nothing",
    "test_ids_that_a_function_draws_are_deduced": "it replays nothing",
}
# On hosts in `make test`: of each kind of order and fault one test, at maximum speed where the test has a choice.
QUICK = {
    "test_inserts_wait_for_parents_of_other_sessions",
    "test_every_wait_for_a_hidden_lock_is_bounded",
    "test_no_statement_waits_for_a_worker_that_died",
    "test_sessions_whose_connections_are_cut_connect_again",
    "test_a_server_that_is_unreachable_for_a_time_is_an_outage",
}


@dataclass(frozen=True)
class Engine:
    """*cluster*: the address of the Ray cluster ("": this machine)."""

    cluster: str = ""

    def workers(self, output: Path) -> list[int]:
        """Return the processes of the workers of a replay that is running, by the path of its run."""
        if not self.cluster:
            return [int(process.pid or 0) for process in multiprocessing.active_children()]
        from pgrehearse.replay.cluster.host_folder import writing
        from pgrehearse.replay.cluster.hosts_file import read_hosts_file

        # The first process of each folder is that of the actor.
        hosts = read_hosts_file(partial_name(output)).hosts
        return [process for host in hosts for process in writing(Path(host.folder))[1:]]

    def kill_workers(self, output: Path, count: int | None = None) -> None:
        """Kill *count* workers of a replay (None: all)."""
        for process in self.workers(output)[:count]:
            os.kill(process, signal.SIGKILL)

    def rehearse(self, rehearsal: Rehearsal, *more: Any) -> tuple[Run, Fitness]:
        """``scenarios.rehearsal.rehearse`` on this engine; with a worker on each of two hosts at least."""
        if self.cluster:
            plan = replace(rehearsal.plan, workers=max(rehearsal.plan.workers, 2))
            rehearsal = replace(rehearsal, cluster=self.cluster, plan=plan)
        return rehearse(rehearsal, *more)


@pytest.fixture
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """Each engine: the replays of the test run on it."""
    used = Engine(request.getfixturevalue("ray_cluster") if request.param == HOSTS else "")
    for module in (request.module, replaying):
        if hasattr(module, "rehearse"):
            monkeypatch.setattr(module, "rehearse", used.rehearse)
    return used


def parametrize(metafunc: pytest.Metafunc) -> None:
    """Let a test that uses the fixture ``engine`` run on each engine."""
    if "engine" not in metafunc.fixturenames:
        return
    name = metafunc.function.__name__
    marks = [pytest.mark.hosts, *([] if name in QUICK else [pytest.mark.soak])]
    on_hosts = [] if name in ON_ONE_MACHINE else [pytest.param(HOSTS, marks=marks)]
    metafunc.parametrize("engine", [LOCAL, *on_hosts], indirect=True)
