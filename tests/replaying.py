"""Replays in tests: the real thing, without metrics, at full speed unless a test asks otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from replay.plan import ReplayPlan
from scenarios.rehearse import Rehearsal, rehearse
from targets import registry

if TYPE_CHECKING:
    from pathlib import Path

    from runs.fitness import Fitness
    from runs.read import Run
    from targets.cluster import Cluster
    from workload.read import Workload


def replay(
    workload: Workload,
    target: Cluster,
    output: Path,
    *,
    database: str = "",
    speed: float | None = None,
    writes: bool = True,
    workers: int = 1,
    fresh: bool = True,
    allowed: frozenset[str] = frozenset(),
    **more: Any,
) -> tuple[Run, Fitness]:
    """Replay to an embedded server, which counts as fresh unless *fresh* is false."""
    if fresh:
        registry.refresh(target)
    plan = ReplayPlan(
        target.endpoint(database or "postgres"), speed=speed, workers=workers, writes=writes, allowed=allowed
    )
    return rehearse(Rehearsal(workload.path, output, plan, force=True, metrics=False, **more))
