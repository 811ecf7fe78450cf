"""The clock of a replay starts last: with a round trip of 30 ms, metrics and connections are ready before the first statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, rehearse
from tests.conftest import LogMark, connect, superuser
from tests.proxies import Proxy

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster


def test_a_distant_target_is_sampled_before_the_first_statement(pg18: Cluster, tmp_path: Path) -> None:
    """The first sample of every kind is complete by then, and sessions that were open before are connected."""
    with connect(pg18, "postgres", application="far") as open_before:
        open_before.execute("select 0")
        with superuser(pg18) as connection:
            connection.execute("select pg_sleep(0.05)")
        start = LogMark.now(pg18)
        for number in range(4):
            open_before.execute(f"select {number}, pg_sleep(0.02)")
            with connect(pg18, "postgres", application="near") as another:
                another.execute(f"select {number}")
    workload = start.capture(tmp_path, "far")
    assert workload.sessions().filter(began="already open").height == 1
    with Proxy(pg18.port, delay_s=0.015) as proxy:
        plan = ReplayPlan(Endpoint(port=proxy.port, database="postgres", user="postgres"), speed=1.0)
        run, fit = rehearse(Rehearsal(workload.path, tmp_path / "far.run", plan))
    assert fit.errors["new"] == 0
    assert run.manifest.clocks.round_trip_us > 25_000
    sent = run.outcomes().filter(pl.col("rows") >= 0).select(pl.col("sent_us").min()).collect().item()
    before = run.metrics().filter(pl.col("at_us") < sent)
    assert {"connections_limit", "connections", "lock_waits"} <= set(before["metric"])
    opened = run.connections().filter(
        pl.col("session") == workload.sessions().filter(began="already open")["session"][0]
    )
    assert opened["connected_us"].max() < sent
    # The statements of a session that was open before wait for no login.
    first = run.outcomes().filter(pl.col("session") == opened["session"][0]).sort("seq").collect()
    assert first["sent_us"].drop_nulls()[0] - first["due_us"][0] < 10_000
