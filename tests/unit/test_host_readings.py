"""Metrics of a host from its counters: use of the processors, steal, pressure, and the share of other programs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from pgrehearse.base.clock import SECOND
from pgrehearse.metrics.probes import host
from pgrehearse.metrics.probes.host import Host, _children, shares, some_us


def test_steal_is_separate_and_guest_time_is_counted_once() -> None:
    """From two readings of the kernel's counters; two equal readings have no shares."""
    before = {"user": 10.0, "guest": 4.0, "idle": 10.0, "iowait": 1.0, "steal": 0.0}
    now = {"user": 13.0, "guest": 7.0, "idle": 15.0, "iowait": 2.0, "steal": 1.0}
    assert shares(now, before) == {"cpu_percent": 30.0, "steal_percent": 10.0}
    assert shares(now, now) == {}


def test_pressure_is_read_from_its_first_line() -> None:
    """The line ``some`` is used; a file in another form is an error."""
    assert (
        some_us("some avg10=0.00 avg60=0.00 avg300=0.00 total=123\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=4\n")
        == 123
    )
    with pytest.raises(ValueError, match="invalid literal"):
        some_us("full of surprises")


def test_the_share_of_other_programs_is_the_rest(tmp_path: Path) -> None:
    """Child processes count as the server's; the share of others is not larger than the total."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        assert child.pid in _children(psutil.Process())
        probe = Host(child.pid, tmp_path)
        probe.gauges(0)
        sum(number for number in range(2_000_000))
        gauges = probe.gauges(1_000_000_000)
        child.communicate(b"\n")
    assert gauges["others_cpu_percent"] <= gauges["cpu_percent"]
    assert 0 <= gauges["server_cpu_percent"] <= 100
    assert 0 <= gauges.get("io_pressure_percent", 0.0) <= 100
    assert os.getpid() not in _children(psutil.Process())


def test_the_processes_of_a_server_are_read_less_often_if_there_are_thousands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reading that took half a second of processor time is followed by the next one after ten seconds; the host is read in any case."""
    readings: list[int] = []

    def tree(process: psutil.Process) -> float:
        readings.append(process.pid)
        return 0.0

    monkeypatch.setattr(host, "_tree", tree)
    monkeypatch.setattr("time.thread_time", iter([float(number) / 2 for number in range(8)]).__next__)
    probe = Host(os.getpid(), tmp_path)
    gauges = [probe.gauges(second * SECOND) for second in range(22)]
    assert len(readings) == 2 * 3
    assert [at for at, values in enumerate(gauges) if "server_cpu_percent" in values] == [10, 20]
    assert all("memory_free_bytes" in values for values in gauges)
