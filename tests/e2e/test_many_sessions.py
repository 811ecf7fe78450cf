"""10,000 sessions at the same time on one machine: ``make soak``."""

from __future__ import annotations

import resource
import shutil
from typing import TYPE_CHECKING

import pytest

from benchmarks.crowd import STATEMENTS, has_memory, write_crowd
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.workload.read import Workload
from tests.replaying import replay

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster

SESSIONS = 10_000

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(not has_memory(SESSIONS), reason="the memory of this machine is not sufficient for the server"),
    pytest.mark.skipif(
        0 < resource.getrlimit(resource.RLIMIT_NOFILE)[1] < SESSIONS + 256,
        reason="the hard limit of open files is lower",
    ),
]


@pytest.fixture
def server(home: Path) -> Iterator[Cluster]:
    """A server that accepts all sessions, and does not log their statements."""
    settings = {"max_connections": str(SESSIONS + 100), "shared_buffers": "32MB", "log_min_duration_statement": "-1"}
    made = clusters.create(home / "many", version=16, name="many", settings=settings)
    clusters.start(made)
    yield made
    clusters.stop(made)
    shutil.rmtree(made.home)


@pytest.mark.parametrize("speed", [1.0, None], ids=["with timing", "at full speed"])
def test_ten_thousand_sessions_are_replayed(server: Cluster, tmp_path: Path, speed: float | None) -> None:
    """Every statement succeeds, every session has one connection, and the worker needs less than 100 kB for a session."""
    log = write_crowd(tmp_path / "crowd.csv", SESSIONS)
    capture_logs(CaptureOptions((log,), tmp_path / "crowd.workload"), tool_version="test")
    workload = Workload.open(tmp_path / "crowd.workload")
    run, fit = replay(workload, server, tmp_path / "crowd.run", speed=speed)
    assert fit.statements["ok"] == fit.statements["due"] == SESSIONS * STATEMENTS
    connections = run.connections()
    assert connections["session"].n_unique() == connections.height == SESSIONS
    assert connections["sqlstate"].is_null().all()
    assert run.manifest.worker_peak_mib < SESSIONS * 100 / 1024
