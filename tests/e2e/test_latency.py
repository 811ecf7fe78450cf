"""The latency tier: a complete rehearsal on servers with a round trip of 30 ms (replay and sampling: tests/postgres)."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.runs.read import Run
from pgrehearse.scenarios.experiment.runner import Options, run_scenario
from pgrehearse.scenarios.file.scenario_file import load
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.embedded.cluster import SUPERUSER, Cluster
from tests.e2e.command import scenario, temporary_server_folder
from tests.proxies import proxy_process
from tests.unobserved import Unobserved

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.base.endpoint import Endpoint

ONE_WAY_S = 0.015
SIZE = "sessions = 6\nseconds = 5\nscale = 0.05"


@pytest.fixture
def distant_servers(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Clients connect to embedded servers through a proxy that delays each direction. PostgreSQL's own programs connect directly."""
    ports: dict[int, int] = {}
    original_endpoint, original_lookup = Cluster.endpoint, registry.of_data_directory
    with ExitStack() as proxies:

        def delayed(cluster: Cluster, database: str = "postgres", user: str = SUPERUSER) -> Endpoint:
            if cluster.port not in ports:
                ports[cluster.port] = proxies.enter_context(proxy_process(cluster.port, ONE_WAY_S))
            return replace(original_endpoint(cluster, database, user), port=ports[cluster.port])

        def looked_up(data: str, port: int) -> Cluster | None:
            return original_lookup(
                data, next((port_of_server for port_of_server, proxy in ports.items() if proxy == port), port)
            )

        monkeypatch.setattr(Cluster, "endpoint", delayed)
        # An embedded server is recognized by its data directory and its port.
        monkeypatch.setattr(registry, "of_data_directory", looked_up)
        yield


@pytest.mark.latency
@pytest.mark.usefixtures("distant_servers")
def test_a_rehearsal_on_distant_servers_is_fit(tmp_path: Path) -> None:
    """Each statement takes a round trip of 30 ms; the replays are fit, and the lateness is not the harness's."""
    with temporary_server_folder():
        experiment = run_scenario(
            load(scenario("embedded-upgrade", tmp_path, SIZE)), Options(tmp_path / "out"), Unobserved()
        )
    assert experiment.comparison is not None
    for name in ("control", "candidate"):
        run = Run.open(tmp_path / "out" / f"{name}.run")
        took_us = pl.col("done_us") - pl.col("sent_us")
        assert run.outcomes().filter(status="ok").select(took_us.median()).collect().item() > 2e6 * ONE_WAY_S
        assert run.manifest.fitness is not None
        assert run.manifest.fitness.blame_us["harness"] < 20_000
        assert run.manifest.fitness.fit, run.manifest.fitness.reasons
