"""The sampler of one replay: which server and databases it reads, and whether it writes a heartbeat."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pgrehearse.base.clock import Timeline
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.metrics.sampler import Sampler, Sampling, SamplingTarget
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.workload.read import Workload


def target_sampler(
    workload: Workload, plan: ReplayPlan, sampling: Sampling, server: Endpoint, directory: Path
) -> Sampler:
    """Return the sampler of a replay that is written to *directory*; its time line is set later. *server*: where metrics are read."""
    renamed = dict(plan.routing.databases)
    names = workload.sessions()["database"].drop_nulls()
    databases = tuple(sorted({renamed.get(name, name) for name in names}))
    # The heartbeat writes: only on a target that the replay may change.
    heartbeat = bool(sampling.standbys) and plan.writes
    watched = SamplingTarget(
        server.to(database="postgres"), databases, replace(sampling, heartbeat=heartbeat), workload
    )
    return Sampler(watched, Timeline.starting_in(0), directory)
