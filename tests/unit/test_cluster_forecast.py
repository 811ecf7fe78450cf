"""The forecast of a replay on a cluster: how many of its hosts the busiest second needs."""

from __future__ import annotations

from typing import Any

import pytest

from pgrehearse.console import out
from pgrehearse.replay.cluster.worker_shares import worker_shares
from pgrehearse.replay.dry_run.calibration import Calibration
from pgrehearse.replay.dry_run.cluster_capacity import HostCapacity, hosts_needed
from pgrehearse.replay.dry_run.forecast import Forecast
from pgrehearse.run_view import print_forecast

HOSTS = (HostCapacity("10.0.0.4", 2, 4_000), HostCapacity("10.0.0.5", 8, 32_000))


@pytest.mark.parametrize(
    ("workers", "processors", "needed"),
    [(1, [4], 1), (4, [4], 1), (5, [4, 4], 2), (8, [2, 8], 1), (9, [2, 8], 2), (18, [2, 8], 3), (19, [2, 8], 4)],
)
def test_the_largest_hosts_are_counted_until_each_worker_has_a_processor(
    workers: int, processors: list[int], needed: int
) -> None:
    """Where all hosts are too few, more of the largest kind are counted."""
    assert hosts_needed(workers, processors) == needed


@pytest.mark.parametrize(
    ("processors", "workers", "shares"),
    [([4, 4], 3, [2, 1]), ([2, 8], 10, [2, 8]), ([8, 2], 5, [4, 1]), ([1, 1, 16], 3, [1, 1, 1]), ([3], 7, [7])],
)
def test_workers_are_dealt_in_proportion_to_processors(processors: list[int], workers: int, shares: list[int]) -> None:
    """Each host has a worker, if there are enough."""
    assert worker_shares(processors, workers) == shares
    assert sum(shares) == workers


def forecast(**more: Any) -> Forecast:
    return Forecast(
        **{
            "sessions": 10,
            "statements": 1_000,
            "skipped": {},
            "duration_s": 10.0,
            "rate": {"mean": 100.0, "peak": 120.0},
            "connections": 4,
            "max_connections": 90,
            "calibration": Calibration(20_000.0, 30.0),
            "workers": 9,
            "processors": 10,
            "plan": {"speed": 1.0},
            **more,
        }
    )


def test_the_forecast_of_a_cluster_names_its_hosts() -> None:
    """With their processors and memory, and how many the busiest second needs."""
    with out.capture() as shown:
        print_forecast(forecast(hosts=HOSTS, hosts_needed=2))
    text = shown.get()
    assert "statements/s on a host of the cluster" in text
    assert "the busiest second needs 2 hosts; the cluster has 2 hosts:" in text
    assert "10.0.0.5: 8 processors, 32,000 MiB" in text


def test_the_forecast_of_one_machine_names_no_hosts() -> None:
    with out.capture() as shown:
        print_forecast(forecast())
    assert "on this machine" in shown.get()
    assert "hosts" not in shown.get()
