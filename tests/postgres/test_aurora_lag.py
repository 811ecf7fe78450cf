"""Lags as a server with Aurora's functions reports them: the functions are SQL with the columns of Aurora's manual."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from pgrehearse.base.clock import Timeline
from pgrehearse.metrics.sampler import Sampler, SamplingTarget
from tests.conftest import connect
from tests.postgres.sampled import wait_for_samples

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster

FUNCTIONS = """
create function aurora_version() returns text language sql as $$ select '16.6.1' $$;
create function aurora_stat_get_db_commit_latency(oid) returns bigint language sql as $$ select 0::bigint $$;
create function aurora_replica_status()
returns table (server_id text, session_id text, replica_lag_in_msec double precision, last_update_timestamp timestamptz)
language sql as $$
  values ('prod-1', 'MASTER_SESSION_ID', 0::double precision, clock_timestamp()),
    ('prod-2', 'b9ab05f1', 18.5, clock_timestamp()),
    ('prod-3', '6ccba9fd', 712, clock_timestamp()),
    ('removed', '17b1f2f1', 5, clock_timestamp() - interval '10 minutes')
$$;
"""


def test_the_lag_of_each_aurora_reader_is_sampled(server: Cluster, database: str, tmp_path: Path) -> None:
    """Under its own source: every reader, neither the writer nor an instance that no longer reports."""
    with connect(server, database) as connection:
        connection.execute(FUNCTIONS)
    sampler = Sampler(
        SamplingTarget(server.endpoint(database), ()), Timeline.starting_in(0), tmp_path, every_us=100_000
    )
    sampler.start()
    wait_for_samples(sampler, "replica_lag_ms", 2)
    sampler.stop()
    assert "aurora_replicas" not in sampler.unavailable
    samples = pl.read_parquet(sorted(tmp_path.glob("metrics-*.parquet"))).filter(metric="replica_lag_ms")
    assert set(samples.select("source", "instance", "value", "unit").iter_rows()) == {
        ("aurora_replica_status", "prod-2", 18.5, "ms"),
        ("aurora_replica_status", "prod-3", 712.0, "ms"),
    }
