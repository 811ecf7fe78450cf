"""A replay whose worker has real-time priority."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pgrehearse.base.errors import HarnessFailure, UsageProblem
from pgrehearse.replay.workers.real_time import LOST_PRIORITY, require_real_time
from tests.conftest import LogMark, connect
from tests.replaying import replay

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster


def test_a_run_records_that_its_worker_kept_its_real_time_priority(pg18: Cluster, tmp_path: Path) -> None:
    """The plan has the option, and the clocks have whether the priority was kept until the end."""
    try:
        require_real_time(1)
    except UsageProblem as refusal:
        pytest.skip(str(refusal))
    start = LogMark.now(pg18)
    with connect(pg18, "postgres", application="on time") as connection:
        for _ in range(3):
            connection.execute("select pg_sleep(0.2)")
    workload = start.capture(tmp_path, "on-time")
    try:
        run, fit = replay(workload, pg18, tmp_path / "on-time.run", speed=1, plan={"real_time": True})
    except HarnessFailure as failure:
        if "workers of other replays" not in str(failure):
            raise
        pytest.skip(str(failure))
    assert fit.statements["ok"] == 3
    assert run.manifest.plan.real_time
    assert run.manifest.clocks.real_time != any(LOST_PRIORITY in note for note in run.manifest.notes)
    usual, _ = replay(workload, pg18, tmp_path / "usual.run")
    assert not usual.manifest.plan.real_time
    assert not usual.manifest.clocks.real_time
