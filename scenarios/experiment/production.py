"""The production of a scenario: an existing workload, the logs of instances at AWS, or an embedded server under traffic."""

from __future__ import annotations

from pathlib import Path

from pgrehearse.base.errors import TargetProblem
from pgrehearse.scenarios.capturing.rds_production import capture_rds_production
from pgrehearse.scenarios.demo.database import DATABASE
from pgrehearse.scenarios.experiment import stages
from pgrehearse.scenarios.experiment.experiment import Context
from pgrehearse.scenarios.experiment.servers_home import STOPPED, snapshot_of
from pgrehearse.scenarios.experiment.stages import Source
from pgrehearse.scenarios.file.scenario_model import Production
from pgrehearse.scenarios.replaying.database_state import state_if_small
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded.cluster import Cluster
from pgrehearse.workload.read import Workload

_OF_AWS = "capture production"


def source_of(context: Context) -> Source:
    """Return production after its traffic. A workload that an earlier attempt captured is used again."""
    production = context.scenario.production
    if production.kind == "workload":
        return _source(context, Path(production.workload), end_state=production.end_state)
    workload = context.directory / "production.workload"
    if production.kind == "rds":
        if not context.record.is_done(_OF_AWS):
            _capture_rds(context, production, workload)
        return _source(context, workload)
    if not context.record.is_done(STOPPED):
        _run_embedded(context, production, workload)
    state = context.directory / "production.state"
    snapshot = snapshot_of(context.home)
    return _source(
        context,
        workload,
        snapshot=snapshot if snapshot.is_dir() else None,
        end_state=str(state) if state.is_dir() else "",
    )


def require_snapshot(source: Source, name: str) -> None:
    """Raise ``TargetProblem`` if an embedded side cannot be restored: the snapshot of an earlier attempt is gone."""
    if source.snapshot is None:
        raise TargetProblem(
            f"{name} cannot be restored: the snapshot of production is gone",
            remedy="begin again without --resume",
        )


def _source(context: Context, workload: Path, *, snapshot: Path | None = None, end_state: str = "") -> Source:
    scenario = context.scenario
    return Source(
        workload,
        snapshot,
        scenario.production.version if snapshot is not None else 0,
        Workload.open(workload).manifest.source,
        scenario.replay.dirty,
        Path(end_state) if end_state else None,
        scenario.replay.deny_host,
    )


def _capture_rds(context: Context, production: Production, workload: Path) -> None:
    """Capture the logs of instances at AWS."""
    with context.timed(_OF_AWS):
        captured = capture_rds_production(production.rds, workload, context.observer)
        context.note(*captured.notes)


def _run_embedded(context: Context, production: Production, workload: Path) -> None:
    """Create an embedded server, send traffic to it, and capture its log."""
    application = production.application
    with context.timed("production"):
        embedded = stages.build_production(context.home, production)
    with context.timed("traffic", seconds=application.seconds):
        stages.run_traffic(embedded.primary, application)
    with context.timed("capture") as stage:
        stages.capture_production(embedded, workload, stage.update)
    _read_state(context, embedded.primary)
    with context.timed(STOPPED):
        for cluster in reversed(embedded.clusters):
            clusters.stop(cluster)


def _read_state(context: Context, primary: Cluster) -> None:
    """Read the state of an embedded production after its log was captured, so that the log does not contain the reading."""
    replay = context.scenario.replay
    if replay.end_state == "no" or not replay.writes:
        return
    with context.timed("production's end state"):
        state_if_small(primary.endpoint(DATABASE), context.directory / "production.state", context.observer)
