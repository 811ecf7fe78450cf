"""What else a host did while a run was made, and when that is too much to judge by it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from pgrehearse.compare.comparison import HostLoad, Noise
from pgrehearse.runs.metric_catalog import HOST

# Percent of all processors that others use, and that a hypervisor takes: beyond it nothing is judged without measured noise.
MOST_OTHERS, MOST_STEAL = 25.0, 10.0
# So many points may runs that are set beside each other differ by, in any case; and in I/O pressure without measured noise:
# of that the server's own part cannot be told from others'.
MOST_APART, MOST_PRESSURE_APART = 30.0, 40.0
_METRICS = {
    "others": "others_cpu_percent",
    "steal": "steal_percent",
    "io": "io_pressure_percent",
    "cpu": "cpu_pressure_percent",
}


def host_load(side: str, frame: pd.DataFrame) -> HostLoad | None:
    """Return what a side's host did besides (None: its host was not sampled)."""
    host = frame[(frame["source"] == HOST) & (frame["subject"] == "")]
    means = host.groupby("name")["value"].mean()
    found = {word: float(means[name]) for word, name in _METRICS.items() if name in means.index}
    return HostLoad(side, **found) if found else None


def too_busy(hosts: Sequence[HostLoad], noise: Noise) -> list[str]:
    """Say which load of the hosts makes a verdict worthless ([]: none does)."""
    found = []
    if not noise.measured:
        for word, what, most in (
            ("others", "other programs used", MOST_OTHERS),
            ("steal", "the hypervisor took", MOST_STEAL),
        ):
            found += [
                f"{one.side}: {what} {load:.0f} % of the host's processors (at most {most:.0f} % without a second control)"
                for one in hosts
                if (load := getattr(one, word)) is not None and load > most
            ]
        if not found and (apart := _apart(hosts, "io", MOST_PRESSURE_APART)):
            found.append(f"pressure on the disks differs: {apart}")
    if not found and (apart := _apart(hosts, "others", MOST_APART)):
        found.append(f"processor time of other programs differs: {apart}")
    return found


def _apart(hosts: Sequence[HostLoad], word: str, most: float) -> str:
    """Say between which runs a load differs by more than *most* points ("": between none)."""
    known = [(one.side, load) for one in hosts if (load := getattr(one, word)) is not None]
    if len(known) < 2:
        return ""
    (low, least), *_, (high, largest) = sorted(known, key=lambda one: one[1])
    return f"{least:.0f} % during {low}, {largest:.0f} % during {high}" if largest - least > most else ""
