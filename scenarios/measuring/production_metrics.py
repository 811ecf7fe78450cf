"""Production's own metrics, sampled during the capture or fetched afterwards; the metrics of a run, fetched after it.

They belong to a workload (or a run) and have times of the wall clock. The metrics of a workload that is captured later are
written beside it, and are read together with it.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import asyncpg
import polars as pl

from pgrehearse.base import event_loop
from pgrehearse.base.artifact import MANIFEST
from pgrehearse.base.clock import Timeline, wall_us
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem, UsageProblem
from pgrehearse.metrics.aws.cloudwatch import Fetched, fetch
from pgrehearse.metrics.aws.enhanced_monitoring import fetch_os_metrics
from pgrehearse.metrics.aws.insights import fetch_load
from pgrehearse.metrics.aws.instances import Instance, describe
from pgrehearse.metrics.sampler import Sampler, Sampling, SamplingTarget
from pgrehearse.runs.metric_catalog import CLOUDWATCH, ENHANCED, INSIGHTS, PROMETHEUS
from pgrehearse.runs.read import Run
from pgrehearse.runs.schema import METRICS
from pgrehearse.scenarios.measuring.external_metrics import from_prometheus
from pgrehearse.scenarios.measuring.metric_store import Recording, keep, place_of, window_of
from pgrehearse.targets.server_facts import connect
from pgrehearse.workload.read import Workload


def record(endpoint: Endpoint, into: Path, seconds: float, sampling: Sampling, stop: threading.Event) -> Recording:
    """Sample a server for *seconds*, or until *stop*. The samples are written beside (or into) the workload *into*."""
    place_of(into)
    databases = event_loop.run(_databases(endpoint))
    began = wall_us()
    directory = Path(tempfile.mkdtemp(prefix="pgrehearse-metrics-"))
    try:
        workload = Workload.open(into) if _is_captured(into) else None
        instances = described(sampling)
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
    recording = Recording(samples.height, keep(samples, into), sampler.unavailable)
    window, server = (began, wall_us()), sampling.prometheus
    if instances:
        recording = _with(recording, CLOUDWATCH, lambda: fetched(instances, into, window, CLOUDWATCH))
    if server is not None:
        values = partial(from_prometheus, server, into, window, sampling.directions)
        recording = _with(recording, PROMETHEUS, values)
    return recording


def _with(recording: Recording, source: str, fetch_more: Callable[[], Recording]) -> Recording:
    """Return a recording with the samples of a further source; a source that fails is unavailable."""
    try:
        more = fetch_more()
    except (TargetProblem, UsageProblem) as error:
        return replace(recording, unavailable={**recording.unavailable, source: str(error)})
    return replace(
        recording,
        samples=recording.samples + more.samples,
        unavailable={**recording.unavailable, **more.unavailable},
        notes=(*recording.notes, *more.notes),
    )


def described(sampling: Sampling) -> tuple[Instance, ...]:
    """Describe the instances at AWS that are to be sampled. Raises ``TargetProblem`` if one is unknown or not permitted."""
    return describe(sampling.instances, sampling.aws_clusters)


def fetched(instances: Sequence[Instance], into: Path, window: tuple[int | None, int | None], source: str) -> Recording:
    """Fetch the metrics of instances for *window* (wall clock; None: of the workload or the run) into *into*."""
    since, until = window_of(into, window)
    answer = _of_source(source, instances, since, until)
    facts = [instance.fact_samples(since) for instance in instances]
    path = keep(pl.concat([answer.samples, *facts]), into)
    return Recording(answer.samples.height, path, answer.unavailable, answer.notes)


def _of_source(source: str, instances: Sequence[Instance], since: int, until: int) -> Fetched:
    """Return the samples of one of AWS's sources."""
    if source == INSIGHTS:
        return Fetched(pl.concat([fetch_load(instance, since, until) for instance in instances]))
    if source == ENHANCED:
        found = [fetch_os_metrics(instance, since, until) for instance in instances]
        return Fetched(
            pl.concat([one.samples for one in found]), notes=tuple(note for one in found for note in one.notes)
        )
    return _with_os_metrics(fetch(instances, since, until), instances, (since, until))


def _with_os_metrics(answer: Fetched, instances: Sequence[Instance], window: tuple[int, int]) -> Fetched:
    """Add the values of Enhanced Monitoring where it is enabled: CloudWatch has only one value a minute."""
    for instance in instances:
        if not instance.monitored_s:
            continue
        try:
            found = fetch_os_metrics(instance, *window)
        except TargetProblem as error:
            missing = {**answer.unavailable, f"{instance.name}/{ENHANCED}": str(error)}
            answer = replace(answer, unavailable=missing)
        else:
            samples = pl.concat([answer.samples, found.samples])
            answer = replace(answer, samples=samples, notes=(*answer.notes, *found.notes))
    return answer


def fetched_after(instances: tuple[Instance, ...], run: Run) -> list[str]:
    """Add CloudWatch's metrics for the time of the replay to the run; return what is missing of them, and why."""
    names = ", ".join(instance.name for instance in instances)
    try:
        recording = fetched(instances, run.path, (None, None), CLOUDWATCH)
    except TargetProblem as error:
        return [f"CloudWatch metrics of {names} unavailable: {error}"]
    missing = [f"metric {name} unavailable: {reason}" for name, reason in recording.unavailable.items()]
    return [*missing, *(f"metrics of {names}: {note}" for note in recording.notes)]


def _is_captured(workload: Path) -> bool:
    """Return whether a workload exists already."""
    return (workload / MANIFEST).exists()


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
