"""The forecast of a replay on a cluster: how many of its hosts the busiest second needs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.console import out
from pgrehearse.replay.cluster.worker_shares import worker_shares
from pgrehearse.replay.dry_run.calibration import Calibration
from pgrehearse.replay.dry_run.cluster_capacity import Capacity, HostCapacity, hosts_needed
from pgrehearse.replay.dry_run.forecast import Forecast, _few_processors
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.run_view import print_forecast

HOSTS = (HostCapacity("10.0.0.4", 2, 4_000), HostCapacity("10.0.0.5", 8, 32_000))


@pytest.mark.parametrize(
    ("workers", "processors", "needed"),
    [
        (1, [4], 1),
        (3, [4], 1),
        (4, [4, 4], 2),
        (7, [2, 8], 1),
        (8, [2, 8], 2),
        (15, [2, 8], 3),
        (16, [2, 8], 4),
        (3, [1], 3),
    ],
)
def test_the_largest_hosts_are_counted_until_each_worker_has_a_processor(
    workers: int, processors: list[int], needed: int
) -> None:
    """One processor of each host is for the system, except of a host that has one only. Where all hosts are too few, more of the largest kind are counted."""
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


def test_the_hosts_needed_are_those_of_the_page_on_many_hosts() -> None:
    """Its table on paper: 42 workers for a million statements a second, on hosts of 16 processors."""
    page = (Path(__file__).parents[2] / "docs" / "scale.md").read_text(encoding="utf-8")
    rows = {line.split("|")[1].strip(): line.split("|")[2:4] for line in page.splitlines() if line.count("|") == 4}
    workers, hosts = ([int(cell) for cell in rows[name]] for name in ("workers", "hosts"))
    assert [hosts_needed(count, [16]) for count in workers] == hosts
    assert hosts_needed(46, [16]) == 4


@pytest.mark.parametrize(
    ("workers", "hosts", "late"), [(8, HOSTS, False), (9, HOSTS, True), (8, (), True), (7, (), False)]
)
def test_too_few_processors_are_a_reason(
    monkeypatch: pytest.MonkeyPatch, workers: int, hosts: tuple[HostCapacity, ...], late: bool
) -> None:
    """Hosts of 2 and 8 processors have room for 1 and 7 workers, this machine of 8 processors for 7."""
    monkeypatch.setattr("os.cpu_count", lambda: 8)
    capacity = Capacity(Calibration(20_000.0, 30.0), hosts)
    reasons = _few_processors(workers, capacity, ReplayPlan(Endpoint(), speed=1.0))
    assert bool(reasons) is late
