"""A replay on hosts whose monotonic clocks are far apart: it begins at one instant on all of them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest

from tests.conftest import LogMark, connect
from tests.replaying import replay
from tests.simulated_hosts import STORE

if TYPE_CHECKING:
    from pgrehearse.targets.embedded.cluster import Cluster

SHIFT_S = 5_000
# On a busy machine a node takes more than the 30 s that Ray waits for it.
STARTED_SLOWLY = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_raylet_start_wait_time_s": "300"}
UNSHARE = ["unshare", "--time", "--monotonic", str(SHIFT_S), "--fork"]


@pytest.fixture
def shifted_host(ray_cluster: str) -> Iterator[str]:
    """Add a host to the cluster whose monotonic clock is 5,000 s ahead; return the cluster's address."""
    if subprocess.run([*UNSHARE, "true"], check=False, capture_output=True).returncode:
        pytest.skip("this machine does not permit time namespaces (unshare --time)")
    ray = str(Path(sys.executable).with_name("ray"))
    start = [ray, "start", "--block", f"--address={ray_cluster}", "--node-ip-address=127.0.0.5", "--num-cpus=2"]
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd()), **STARTED_SLOWLY}
    with subprocess.Popen(
        [*UNSHARE, *start, f"--object-store-memory={STORE}"],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as node:
        assert node.stdout is not None
        assert any("block forever" in line for line in node.stdout), "the host did not join the cluster"
        yield ray_cluster
        os.killpg(node.pid, signal.SIGTERM)  # unshare itself ignores it, and ends with its child


@pytest.mark.soak
def test_a_replay_on_hosts_with_shifted_clocks_begins_at_one_instant(
    pg18: Cluster, shifted_host: str, tmp_path: Path
) -> None:
    """The target's clock is between the instants at which each statement was sent and done, on the host with either clock."""
    with connect(pg18, "postgres") as connection:
        connection.execute("create table seen (session int, k int, at timestamptz)")
    start = LogMark.now(pg18)
    for session in range(6):
        with connect(pg18, "postgres", application=f"s{session}") as connection:
            for k in range(5):
                connection.execute(f"insert into seen values ({session}, {k}, clock_timestamp())")
    workload = start.capture(tmp_path, "shifted")
    with connect(pg18, "postgres") as connection:
        connection.execute("truncate seen")
    run, _ = replay(workload, pg18, tmp_path / "shifted.run", speed=1.0, workers=6, cluster=shifted_host)
    with connect(pg18, "postgres") as connection:
        rows = connection.execute("select (extract(epoch from at) * 1000000)::int8 from seen order by session, k")
        seen_us = pl.Series([row[0] for row in rows.fetchall()]) - run.manifest.wall_start_us
    clocks = run.manifest.clocks
    assert {round(clock.offset_us / 1_000_000 / SHIFT_S) for clock in clocks.hosts} == {0, 1}
    error_us = clocks.error.us or 0.0
    inserts = run.outcomes().filter(pl.col("rows") == 1).sort("session", "seq").collect()
    assert inserts.height == len(seen_us) == 30
    assert (seen_us >= inserts["sent_us"] - error_us).all()
    assert (seen_us <= inserts["done_us"] + error_us).all()
    assert error_us < SHIFT_S * 1_000_000 / 100
