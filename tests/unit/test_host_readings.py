"""What a host's counters say: busy, stolen, waited for, and who used the processors."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from pgrehearse.metrics.probes.host import Host, _children, shares, some_us


def test_stolen_time_is_nobodys_and_a_guests_is_counted_once() -> None:
    """Of two readings of the kernel's counters; none have passed: nothing is said."""
    before = {"user": 10.0, "guest": 4.0, "idle": 10.0, "iowait": 1.0, "steal": 0.0}
    now = {"user": 13.0, "guest": 7.0, "idle": 15.0, "iowait": 2.0, "steal": 1.0}
    assert shares(now, before) == {"cpu_percent": 30.0, "steal_percent": 10.0}
    assert shares(now, now) == {}


def test_pressure_is_read_from_its_first_line() -> None:
    """``full`` is not what is asked; a file of another form is none."""
    assert (
        some_us("some avg10=0.00 avg60=0.00 avg300=0.00 total=123\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=4\n")
        == 123
    )
    with pytest.raises(ValueError, match="invalid literal"):
        some_us("full of surprises")


def test_what_neither_the_server_nor_this_process_used_is_others(tmp_path: Path) -> None:
    """Children are found without looking at all of the machine's processes; shares add up."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        assert child.pid in _children(psutil.Process())
        host = Host(child.pid, tmp_path)
        host.gauges(0)
        sum(number for number in range(2_000_000))
        found = host.gauges(1_000_000_000)
        child.communicate(b"\n")
    assert found["others_cpu_percent"] <= found["cpu_percent"]
    assert 0 <= found["server_cpu_percent"] <= 100
    assert 0 <= found.get("io_pressure_percent", 0.0) <= 100
    assert os.getpid() not in _children(psutil.Process())
