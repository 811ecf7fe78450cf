"""Replays in tests, without metrics; at maximum speed by default."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, rehearse
from pgrehearse.targets.embedded import registry

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pgrehearse.replay.workers.worker import Progress
    from pgrehearse.runs.fitness_values import Fitness
    from pgrehearse.runs.read import Run
    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload


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
    plan: dict[str, Any] | None = None,
    watch: Callable[[Progress], None] = lambda _: None,
    **more: Any,
) -> tuple[Run, Fitness]:
    """Replay to an embedded server. *fresh*: the server counts as not used before; *plan*: other fields of ``ReplayPlan``; *watch*: gets the
    progress."""
    if fresh:
        registry.mark_fresh(target)
    replay_plan = ReplayPlan(
        target.endpoint(database or "postgres"),
        speed=speed,
        workers=workers,
        writes=writes,
        allowed=allowed,
        **(plan or {}),
    )
    return rehearse(Rehearsal(workload.path, output, replay_plan, force=True, metrics=False, **more), watch)
