"""Production's own metrics, sampled during the capture or fetched afterwards; the metrics of a run, fetched after it.

They belong to a workload (or a run) and have times of the wall clock. The metrics of a workload that is captured later are
written beside it, and are read together with it.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
from dataclasses import dataclass, replace
from pathlib import Path

import asyncpg
import polars as pl

from pgrehearse.base import event_loop
from pgrehearse.base.artifact import MANIFEST, check_place, fresh
from pgrehearse.base.clock import Timeline, wall_us
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem, UsageProblem
from pgrehearse.metrics.cloudwatch import Instance, describe, fetch, fetch_load
from pgrehearse.metrics.sampler import Sampler, Sampling, SamplingTarget
from pgrehearse.runs.metric_catalog import CLOUDWATCH, INSIGHTS
from pgrehearse.runs.read import Run, is_run
from pgrehearse.runs.schema import METRICS
from pgrehearse.targets.server_facts import connect
from pgrehearse.workload.read import METRICS as WORKLOAD_METRICS
from pgrehearse.workload.read import Workload, metrics_beside, misfit


@dataclass(frozen=True, slots=True)
class Recording:
    """The result: the number of samples, their file, and the metrics that were not available, with the reason."""

    samples: int
    path: Path
    unavailable: dict[str, str]


def record(endpoint: Endpoint, into: Path, seconds: float, sampling: Sampling, stop: threading.Event) -> Recording:
    """Sample a server for *seconds*, or until *stop*. The samples are written beside (or into) the workload *into*."""
    _place(into)
    databases = event_loop.run(_databases(endpoint))
    began = wall_us()
    directory = Path(tempfile.mkdtemp(prefix="pgrehearse-metrics-"))
    try:
        workload = Workload.open(into) if _is_captured(into) else None
        instance = describe(sampling.instance) if sampling.instance else None
        watched = SamplingTarget(endpoint.to(database=endpoint.database or "postgres"), databases, sampling, workload)
        sampler = Sampler(watched, Timeline.starting_in(0), directory)
        sampler.start()
        stop.wait(seconds)
        sampler.stop()
        parts = sorted(directory.glob("metrics-*.parquet"))
        samples = (
            pl.concat([pl.read_parquet(part, glob=False) for part in parts]) if parts else pl.DataFrame(schema=METRICS)
        )
    finally:
        shutil.rmtree(directory, ignore_errors=True)
    samples = samples.with_columns(pl.col("at_us") + began)
    recording = Recording(samples.height, _keep(samples, into), sampler.unavailable)
    if instance is None:
        return recording
    try:
        of_instance = fetched(instance, into, (began, wall_us()), CLOUDWATCH)
    except TargetProblem as error:
        return replace(recording, unavailable={**recording.unavailable, CLOUDWATCH: str(error)})
    return replace(recording, samples=recording.samples + of_instance.samples)


def fetched(instance: Instance, into: Path, window: tuple[int | None, int | None], source: str) -> Recording:
    """Fetch an instance's metrics for *window* (wall clock; None: of the workload or the run) into *into*."""
    _place(into)
    full_window = (0, 0) if None not in window else _window(into)
    since, until = (chosen if chosen is not None else end for chosen, end in zip(window, full_window, strict=True))
    samples = fetch_load(instance, since, until) if source == INSIGHTS else fetch(instance, since, until)
    return Recording(samples.height, _keep(pl.concat([samples, instance.limit_samples(since)]), into), {})


def _is_captured(workload: Path) -> bool:
    """Return whether a workload exists already."""
    return (workload / MANIFEST).exists()


def _window(into: Path) -> tuple[int, int]:
    if is_run(into):
        run = Run.open(into).manifest
        return run.wall_start_us, run.wall_start_us + run.duration_us
    manifest = Workload.open(into).manifest
    return manifest.window_start_us, manifest.window_end_us


def _keep(samples: pl.DataFrame, into: Path) -> Path:
    """Add samples (wall clock) to a run, to a workload, or beside a workload that does not exist yet."""
    path, zero = _place(into)
    before = pl.read_parquet(path, glob=False) if path.exists() else pl.DataFrame(schema=METRICS)
    # A sample that was fetched twice is stored once.
    merged = pl.concat([before.select(*METRICS), samples.with_columns(pl.col("at_us") - zero)]).unique(
        ["at_us", "source", "instance", "subject", "metric"], keep="last"
    )
    with fresh(path) as working:
        merged.sort("at_us").write_parquet(working, compression="zstd")
    return path


def _place(into: Path) -> tuple[Path, int]:
    """Return the file for samples and the instant of its time zero. An existing file must contain samples."""
    check_place(into, "a workload")
    if is_run(into):
        run = Run.open(into)
        path, zero = run.path / "metrics.parquet", run.manifest.wall_start_us
    elif into.exists():
        workload = Workload.open(into)
        path, zero = workload.home / WORKLOAD_METRICS, workload.manifest.window_start_us
    else:
        path, zero = metrics_beside(into), 0
    if not path.parent.exists():
        raise UsageProblem(
            f"{path.parent}: no such directory", remedy="set --into to a workload, or to the path of a later capture"
        )
    if path.is_symlink() or (path.exists() and (not path.is_file() or misfit(path, METRICS))):
        raise UsageProblem(
            f"{path} exists, and is not a table of metrics",
            remedy="move it to another place, or set --into to another workload",
        )
    return path, zero


async def _databases(endpoint: Endpoint) -> tuple[str, ...]:
    """Return the databases to sample: that of the DSN, or the three busiest of the server."""
    connection: asyncpg.Connection = await connect(endpoint)
    try:
        if endpoint.database not in {"", "postgres"}:
            return (endpoint.database,)
        rows = await connection.fetch(
            "select datname from pg_stat_database where datname is not null and datname not in ('postgres', 'template0', 'template1', 'rdsadmin') "
            "order by xact_commit desc limit 3"
        )
        return tuple(str(row[0]) for row in rows) or ("postgres",)
    finally:
        await connection.close()
