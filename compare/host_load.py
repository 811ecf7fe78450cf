"""The other load of a host during a run, and when it is too high for a verdict."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from pgrehearse.compare.comparison import HostLoad, Noise
from pgrehearse.runs.metric_catalog import HOST

# Percent of all processors that other programs use, and that a hypervisor takes: above it there is no verdict without measured noise.
MOST_OTHERS, MOST_STEAL = 25.0, 10.0
# Compared runs may differ by so many points in any case; and in I/O pressure, without measured noise: its part that comes from
# the server cannot be separated.
MOST_APART, MOST_PRESSURE_APART = 30.0, 40.0
_METRICS = {
    "others": "others_cpu_percent",
    "steal": "steal_percent",
    "io": "io_pressure_percent",
    "cpu": "cpu_pressure_percent",
}


def host_load(side: str, frame: pd.DataFrame) -> HostLoad | None:
    """Return the other load of a side's host (None: its host was not sampled)."""
    host = frame[(frame["source"] == HOST) & (frame["subject"] == "")]
    means = host.groupby("name")["value"].mean()
    loads = {field: float(means[name]) for field, name in _METRICS.items() if name in means.index}
    return HostLoad(side, **loads) if loads else None


def too_busy(hosts: Sequence[HostLoad], noise: Noise) -> list[str]:
    """Return which load of the hosts is too high for a verdict ([]: none is)."""
    sentences = []
    if not noise.measured:
        for field, words, most in (
            ("others", "other programs used", MOST_OTHERS),
            ("steal", "the hypervisor took", MOST_STEAL),
        ):
            sentences += [
                f"{host.side}: {words} {load:.0f} % of the host's processors (at most {most:.0f} % without a second control)"
                for host in hosts
                if (load := getattr(host, field)) is not None and load > most
            ]
        if not sentences and (difference := _difference(hosts, "io", MOST_PRESSURE_APART)):
            sentences.append(f"I/O pressure differs between the runs: {difference}")
    if not sentences and (difference := _difference(hosts, "others", MOST_APART)):
        sentences.append(f"processor time of other programs differs between the runs: {difference}")
    return sentences


def _difference(hosts: Sequence[HostLoad], field: str, most: float) -> str:
    """Return between which runs a load differs by more than *most* points ("": between none)."""
    loads = sorted(
        ((load, host.side) for host in hosts if (load := getattr(host, field)) is not None), key=lambda pair: pair[0]
    )
    if len(loads) < 2:
        return ""
    (least, low), *_, (largest, high) = loads
    return f"{least:.0f} % during {low}, {largest:.0f} % during {high}" if largest - least > most else ""
