"""How late the workers of each host sent their statements, and which hosts are slow. Lateness is the harness's share of it (``lateness``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

import polars as pl

from pgrehearse.base.units import duration
from pgrehearse.runs.manifest import RunManifest
from pgrehearse.runs.read import Run
from pgrehearse.runs.run_host import RunHost

# A host is slow if its p99 is more than this, and more than so many times that of the other hosts.
LEAST_US, TIMES = 2_000, 3
_WORKER = r"part-([0-9]+)-[0-9]+\.parquet$"


def with_lateness(hosts: Sequence[RunHost], directory: Path, manifest: RunManifest) -> list[RunHost]:
    """Return the hosts with the p99 of the lateness of their statements. *directory*: of the run, with the parts of all workers."""
    parts = Run(directory, manifest).outcome_parts()
    if len(hosts) < 2 or not parts or not manifest.plan.paced:
        return list(hosts)
    able = pl.max_horizontal("due_us", "ready_us", "ordered_us")
    of_host = {worker: number for number, host in enumerate(hosts) for worker in host.workers}
    worker = pl.col("path").str.extract(_WORKER).cast(pl.Int64).replace_strict(of_host, default=None)
    sent = pl.scan_parquet(parts, glob=False, include_file_paths="path").filter(pl.col("sent_us").is_not_null())
    late = sent.select(worker.alias("host"), (pl.col("sent_us") - able).clip(0).alias("late"))
    p99 = dict(late.group_by("host").agg(pl.col("late").quantile(0.99)).collect().iter_rows())
    return [replace(host, late_p99_us=p99.get(number)) for number, host in enumerate(hosts)]


def host_notes(hosts: Sequence[RunHost]) -> list[str]:
    """Return the notes of a run on its hosts: those that were lost, and those that were slow."""
    return [*(f"the host {host.name} was lost: {host.lost}" for host in hosts if host.lost), *slow_hosts(hosts)]


def slow_hosts(hosts: Sequence[RunHost]) -> list[str]:
    """Return a note for each host that was far later than the others.

    >>> slow_hosts([RunHost("a", [0], "", 300), RunHost("b", [1], "", 9_000)])
    ['the host b was slow: lateness p99 9.00 ms, on the other hosts 300 µs']
    """
    notes = []
    for host in hosts:
        others = [one.late_p99_us for one in hosts if one is not host and one.late_p99_us is not None]
        if host.late_p99_us is None or not others:
            continue
        usual = median(others)
        if host.late_p99_us > max(LEAST_US, TIMES * usual):
            notes.append(
                f"the host {host.name} was slow: lateness p99 {duration(host.late_p99_us)}, on the other hosts {duration(usual)}"
            )
    return notes
