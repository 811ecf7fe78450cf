"""The stages of an experiment: each is a function whose result is the input of the next."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from pgrehearse.base import event_loop
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.postgres import located
from pgrehearse.base.progress import Stages
from pgrehearse.base.version import tool_version
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.capture.servers import Progress
from pgrehearse.scenarios.demo.database import DATABASE, load, warm
from pgrehearse.scenarios.demo.kinds import KINDS, play
from pgrehearse.scenarios.experiment.input_checks import place_of_side
from pgrehearse.scenarios.file.scenario_file import Application, Production
from pgrehearse.scenarios.migration.record import MigrationRecord
from pgrehearse.scenarios.sides.side import Side
from pgrehearse.scenarios.sides.side_changes import change, change_embedded
from pgrehearse.targets import safety
from pgrehearse.targets.catalog_reader import read_catalog
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import pooler as poolers
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.embedded.affinity import limit_processors
from pgrehearse.targets.embedded.cluster import Cluster
from pgrehearse.targets.logical.prepare import PreparedMove
from pgrehearse.targets.server_facts import login_roles, server_facts
from pgrehearse.targets.target import NO_ORIGIN, DataOrigin, PlannedTarget
from pgrehearse.workload.catalog.model import ServerCatalog
from pgrehearse.workload.source import Source as CapturedSource


@dataclass(frozen=True, slots=True)
class Source:
    """Production after its traffic: the workload, and the snapshot of the state before it.

    *production*: the source in the workload's manifest; *dirty*: whether a side may have been used by another replay; *end_state*:
    production's state at the end of the window (None: it was not read); *denied*: patterns of hosts that are never a target.
    """

    workload: Path
    snapshot: Path | None = None
    version: int = 0
    production: CapturedSource | None = None
    dirty: bool = False
    end_state: Path | None = None
    denied: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EmbeddedProduction:
    """An embedded production before its traffic. *clusters*: the primary and its standby; *snapshot*: the state of the primary;
    *catalog*: that of its database in this state, from which the capture deduces the ids that the traffic draws."""

    primary: Cluster
    clusters: tuple[Cluster, ...]
    snapshot: Path
    catalog: ServerCatalog


@dataclass(frozen=True, slots=True)
class Prepared:
    """A side that is ready for a replay. *steps*: what was done to prepare it; *instances*, *aws_clusters*: its names at AWS; *made*: the
    target that the scenario created (None: none); *price*: of an hour (0: not known); *data*: which state of production it has; *container*: its name, whose metrics
    are sampled; *migrations*: what its migration files did; *server*: the server itself, if the target is a pooler in front of it; *move*: of the side's tables to its server."""

    target: Endpoint
    standbys: tuple[Endpoint, ...]
    logs: tuple[Path, ...]
    clusters: tuple[Cluster, ...] = ()
    steps: tuple[str, ...] = ()
    instances: tuple[str, ...] = ()
    aws_clusters: tuple[str, ...] = ()
    made: PlannedTarget | None = None
    price: float = 0.0
    container: str = ""
    data: DataOrigin = NO_ORIGIN
    migrations: tuple[MigrationRecord, ...] = ()
    server: Endpoint | None = None
    move: PreparedMove | None = None


def build_production(home: Path, production: Production) -> EmbeddedProduction:
    """Create production with its data, its standby and a snapshot of its state. Its log is empty."""
    application = production.application
    primary = clusters.create(
        home / "production",
        version=production.version,
        name="production",
        settings={"log_min_duration_statement": "-1"},
    )
    clusters.start(primary)
    event_loop.run(load(primary.endpoint(), application.scale, KINDS[application.kind].script))
    event_loop.run(warm(primary.endpoint()))
    snapshot = home / "snapshot"
    clusters.base_backup(primary, snapshot)
    catalog = event_loop.run(read_catalog(primary.endpoint(), {DATABASE}))
    clusters.stop(primary)
    for log in primary.logs.glob("postgresql.*"):
        log.unlink()
    clusters.configure(primary, {})
    clusters.start(primary)
    created = [primary]
    if production.standby:
        created.append(clusters.follow(primary, home / "production-standby", name="production-standby"))
    return EmbeddedProduction(primary, tuple(created), snapshot, catalog)


def run_traffic(primary: Cluster, application: Application) -> None:
    """Run the demo application on production."""
    event_loop.run(play(primary.endpoint(), application))


def capture_production(production: EmbeddedProduction, output: Path, progress: Progress | None) -> None:
    """Capture production's log; the workload has the identity of the source, and the ids that the traffic drew."""
    facts, catalog = event_loop.run(server_facts(production.primary.endpoint())), production.catalog
    options = CaptureOptions(
        (production.primary.csvlog,),
        output,
        force=True,
        encodings=catalog.encodings,
        settings=catalog.settings,
        source=CapturedSource(**facts.document()),
        catalog=catalog,
    )
    capture_logs(options, tool_version=tool_version(), progress=progress)


def prepare(home: Path, name: str, side: Side, source: Source) -> Prepared:
    """Bring one side to the state at the start of the capture: restored, upgraded, with a standby, with warm caches."""
    if side.is_owned:
        return _prepare_dsn(side, source)
    if source.snapshot is None:
        raise TargetProblem(
            f"{name}: there is no snapshot to restore", remedy="an embedded side needs an embedded production"
        )
    main, steps = _restore(home, name, side, source)
    migrations: tuple[MigrationRecord, ...] = ()
    if side.is_changed:
        migrations = event_loop.run(change_embedded(main.endpoint(DATABASE), side))
        steps += side.changes
    steps += event_loop.run(warm(main.endpoint()))
    clusters.stop(main)
    for log in main.logs.glob("postgresql.*"):
        log.unlink()
    clusters.configure(main, side.settings)
    clusters.keep_snapshot(main)
    if side.cpus:
        limit_processors(main.home, side.cpus)
        steps.append(f"limited to {side.cpus} processors of this machine")
    clusters.start(main)
    steps.append("restarted with logging on, then warmed again")
    return replace(_ready(main, home / f"{name}-standby", side, steps), migrations=migrations)


def _prepare_dsn(side: Side, source: Source) -> Prepared:
    """Execute ``after`` on a side that pgrehearse did not create."""
    target = event_loop.run(place_of_side(side, source.denied))
    migrations: tuple[MigrationRecord, ...] = ()
    if side.is_changed:
        migrations = event_loop.run(change(target, side, source.production, source.denied, dirty=source.dirty))
    return Prepared(
        target,
        tuple(Endpoint.parse(dsn) for dsn in side.standby_dsn),
        tuple(Path(log) for log in side.logs),
        instances=side.instance,
        aws_clusters=side.cluster,
        container=side.container,
        migrations=migrations,
    )


def prepare_made(target: PlannedTarget, side: Side, source: Source, stages: Stages) -> Prepared:
    """Create the target of a side, and execute ``after`` there. The server of the workload's source is refused."""
    target.prepare(stages)
    return _described(target, side, source)


def reset_made(target: PlannedTarget, side: Side, source: Source, stages: Stages) -> Prepared:
    """Bring the target of a side back to the state before its first replay."""
    target.reset(stages)
    prepared = _described(target, side, source)
    return replace(prepared, steps=(*prepared.steps, "reset for another replay"))


def _described(target: PlannedTarget, side: Side, source: Source) -> Prepared:
    connections, description = target.connect(), target.describe()
    primary = event_loop.run(located(connections.primary))
    event_loop.run(safety.check_target(primary, source.production))
    migrations: tuple[MigrationRecord, ...] = ()
    if side.is_changed:
        migrations = event_loop.run(change(primary, side, source.production, source.denied, dirty=source.dirty))
    return Prepared(
        primary,
        tuple(connections.readers.values()),
        (*description.logs, *(Path(log) for log in side.logs)),
        steps=(*description.steps, *side.changes),
        instances=(*description.instances, *side.instance),
        aws_clusters=(*description.aws_clusters, *side.cluster),
        made=target,
        price=side.price or description.price,
        container=str(description.more.get("container", "")),
        data=description.data,
        migrations=migrations,
    )


def _restore(home: Path, name: str, side: Side, source: Source) -> tuple[Cluster, list[str]]:
    """Return a running cluster with production's data, upgraded if the side requires it, and the steps so far."""
    assert source.snapshot is not None  # noqa: S101 (checked by the caller)
    settings = {"log_min_duration_statement": "-1", **side.settings}
    restored = clusters.restore(source.snapshot, home / name, version=source.version, name=name, settings=settings)
    clusters.start(restored)  # recovers the base backup to its consistent end
    steps = [f"restored from the base backup of production ({source.version})"]
    if not side.upgrade:
        return restored, steps
    clusters.stop(restored)
    upgraded = clusters.upgrade(restored, home / f"{name}-{side.version}", version=side.version, name=name)
    clusters.destroy(restored)
    clusters.configure(upgraded, settings)
    clusters.start(upgraded)
    return upgraded, [*steps, f"pg_upgrade to {side.version}"]


def restore_again(home: Path, name: str, side: Side, prepared: Prepared) -> Prepared:
    """Restore an embedded side to the state before its first replay. A side without embedded servers is returned unchanged."""
    if not prepared.clusters:
        return prepared
    main = prepared.clusters[0]
    for follower in prepared.clusters[1:]:
        clusters.destroy(follower)
    clusters.reset(main)
    registry.mark_fresh(main)
    steps = [*prepared.steps, "restored from its snapshot for a second replay"]
    return _ready(main, home / f"{name}-standby-again", side, steps)


def _ready(main: Cluster, follower_home: Path, side: Side, steps: list[str]) -> Prepared:
    """Warm the caches of a running side, and add its standby."""
    event_loop.run(warm(main.endpoint()))
    created: list[Cluster] = [main]
    standbys: tuple[Endpoint, ...] = ()
    if side.standby:
        follower = clusters.follow(main, follower_home, name=follower_home.name)
        created.append(follower)
        standbys = (follower.endpoint(),)
    # Dirty pages of the copies are written now, and not during the commits of the replay.
    os.sync()
    server = main.endpoint(DATABASE)
    ready = Prepared(server, standbys, (main.csvlog,), tuple(created), tuple(steps))
    return _behind_pooler(ready, main, side) if side.pooler else ready


def _behind_pooler(ready: Prepared, main: Cluster, side: Side) -> Prepared:
    """Start PgBouncer in front of a side that is ready; the replay connects to it."""
    names = event_loop.run(login_roles(ready.target))
    pooler = poolers.start(main, poolers.PoolMode(side.pooler), side.pool_size, names)
    step = f"PgBouncer ({side.pooler} mode, at most {side.pool_size} connections for each user and database)"
    return replace(ready, target=pooler.endpoint(DATABASE), server=ready.target, steps=(*ready.steps, step))


def stop(prepared: Prepared) -> None:
    """Stop the embedded servers of a side, and its pooler."""
    for cluster in reversed(prepared.clusters):
        poolers.stop(cluster)
        clusters.stop(cluster)


def reduced(application: Application, *, sessions: int | None, seconds: float | None) -> Application:
    """Return the application with the size that the command line sets."""
    return replace(application, sessions=sessions or application.sessions, seconds=seconds or application.seconds)
