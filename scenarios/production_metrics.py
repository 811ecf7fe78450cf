"""Production's own metrics: sampled while it is captured, or fetched afterwards; a run's, fetched when it is over.

They belong to a workload (or a run) and are placed by the wall clock. A workload that is not captured yet has them
beside it, and finds them when it is read.
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
from pgrehearse.metrics.sampler import Sampler, Sampling, Watched
from pgrehearse.runs.metric_catalog import CLOUDWATCH, INSIGHTS
from pgrehearse.runs.read import Run, is_run
from pgrehearse.runs.schema import METRICS
from pgrehearse.targets.server_facts import connect
from pgrehearse.workload.read import METRICS as WORKLOAD_METRICS
from pgrehearse.workload.read import Workload, metrics_beside, misfit


@dataclass(frozen=True, slots=True)
class Recording:
    """What was recorded: how many samples, where, and what could not be had."""

    samples: int
    path: Path
    unavailable: dict[str, str]


def record(endpoint: Endpoint, into: Path, seconds: float, how: Sampling, stop: threading.Event) -> Recording:
    """Sample a server for a while, or until *stop*; the samples stand beside (or in) the workload *into*."""
    _place(into)
    databases = event_loop.run(_databases(endpoint))
    began = wall_us()
    directory = Path(tempfile.mkdtemp(prefix="pgrehearse-metrics-"))
    try:
        known = Workload.open(into) if _exists(into) else None
        instance = describe(how.instance) if how.instance else None
        watched = Watched(endpoint.to(database=endpoint.database or "postgres"), databases, how, known)
        sampler = Sampler(watched, Timeline.starting_in(0), directory)
        sampler.start()
        stop.wait(seconds)
        sampler.stop()
        parts = sorted(directory.glob("metrics-*.parquet"))
        found = (
            pl.concat([pl.read_parquet(part, glob=False) for part in parts]) if parts else pl.DataFrame(schema=METRICS)
        )
    finally:
        shutil.rmtree(directory, ignore_errors=True)
    found = found.with_columns(pl.col("at_us") + began)
    kept = Recording(found.height, _keep(found, into), sampler.unavailable)
    if instance is None:
        return kept
    try:
        later = fetched(instance, into, (began, wall_us()), CLOUDWATCH)
    except TargetProblem as error:
        return replace(kept, unavailable={**kept.unavailable, CLOUDWATCH: str(error)})
    return replace(kept, samples=kept.samples + later.samples)


def fetched(instance: Instance, into: Path, window: tuple[int | None, int | None], source: str) -> Recording:
    """Fetch an instance's metrics over *window* (wall clock; None: the workload's, or the run's) into it."""
    _place(into)
    own = (0, 0) if None not in window else _window(into)
    since, until = (given if given is not None else end for given, end in zip(window, own, strict=True))
    found = fetch_load(instance, since, until) if source == INSIGHTS else fetch(instance, since, until)
    return Recording(found.height, _keep(pl.concat([found, instance.held(since)]), into), {})


def _exists(workload: Path) -> bool:
    """Say whether a workload has been captured yet."""
    return (workload / MANIFEST).exists()


def _window(into: Path) -> tuple[int, int]:
    if is_run(into):
        manifest = Run.open(into).manifest
        return manifest.wall_start_us, manifest.wall_start_us + manifest.duration_us
    known = Workload.open(into).manifest
    return known.window_start_us, known.window_end_us


def _keep(found: pl.DataFrame, into: Path) -> Path:
    """Add samples (by the wall clock) to a run, to a workload, or beside a workload that is not there yet."""
    path, zero = _place(into)
    before = pl.read_parquet(path, glob=False) if path.exists() else pl.DataFrame(schema=METRICS)
    # Fetched twice, a sample is one.
    whole = pl.concat([before.select(*METRICS), found.with_columns(pl.col("at_us") - zero)]).unique(
        ["at_us", "source", "instance", "subject", "metric"], keep="last"
    )
    with fresh(path) as working:
        whole.sort("at_us").write_parquet(working, compression="zstd")
    return path


def _place(into: Path) -> tuple[Path, int]:
    """Return the file that samples go to and the instant from which it counts; what is there must be samples of ours."""
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
        raise UsageProblem(f"{path.parent}: no such directory", remedy="give --into a workload, or where it will be")
    if path.is_symlink() or (path.exists() and (not path.is_file() or misfit(path, METRICS))):
        raise UsageProblem(
            f"{path} exists, and is not a table of metrics", remedy="move it away, or give --into another workload"
        )
    return path, zero


async def _databases(endpoint: Endpoint) -> tuple[str, ...]:
    """Return the databases to sample: the DSN's own, or the server's busiest three."""
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
