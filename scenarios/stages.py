"""The stages of an experiment, each a function from what is there to what comes next."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

import asyncpg

from pgrehearse.base import event_loop
from pgrehearse.base.application_names import SCENARIO
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.version import tool_version
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import Progress, capture_logs
from pgrehearse.scenarios.demo.database import DATABASE, load, warm
from pgrehearse.scenarios.demo.traffic import play
from pgrehearse.scenarios.input_checks import place_of_side
from pgrehearse.scenarios.scenario_file import Application, Production, Side
from pgrehearse.targets import safety
from pgrehearse.targets.denied_hosts import refuse_denied
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.embedded.cluster import Cluster
from pgrehearse.targets.server_facts import connect, server_facts
from pgrehearse.workload.source import Source as CapturedSource


@dataclass(frozen=True, slots=True)
class Source:
    """Production after its traffic: the workload, and the snapshot of the state it began from.

    *production*: what the workload's manifest knows of it; *dirty*: whether a side may have been replayed to before.
    """

    workload: Path
    snapshot: Path | None = None
    version: int = 0
    production: CapturedSource | None = None
    dirty: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    """A side that is ready to be replayed to. *steps*: what was done to prepare it; *instance*: its name at AWS."""

    target: Endpoint
    standbys: tuple[Endpoint, ...]
    logs: tuple[Path, ...]
    clusters: tuple[Cluster, ...] = ()
    steps: tuple[str, ...] = ()
    instance: str = ""


def build_production(home: Path, production: Production) -> tuple[Cluster, list[Cluster], Path]:
    """Make production with its data, its standby and the snapshot of how it was; its log begins empty."""
    primary = clusters.create(
        home / "production",
        version=production.version,
        name="production",
        settings={"log_min_duration_statement": "-1"},
    )
    clusters.start(primary)
    event_loop.run(load(primary.endpoint(), production.application.scale))
    event_loop.run(warm(primary.endpoint()))
    snapshot = home / "snapshot"
    clusters.base_backup(primary, snapshot)
    clusters.stop(primary)
    for log in primary.logs.glob("postgresql.*"):
        log.unlink()
    clusters.configure(primary, {})
    clusters.start(primary)
    made = [primary]
    if production.standby:
        made.append(clusters.follow(primary, home / "production-standby", name="production-standby"))
    return primary, made, snapshot


def run_traffic(primary: Cluster, application: Application) -> None:
    """Let the application loose on production for its time."""
    event_loop.run(
        play(
            primary.endpoint(),
            sessions=application.sessions,
            seconds=application.seconds,
            seed=application.seed,
            scale=application.scale,
        )
    )


def capture_production(primary: Cluster, output: Path, progress: Progress | None) -> None:
    """Capture production's log; the workload's manifest says who the source was."""
    known = event_loop.run(server_facts(primary.endpoint()))
    options = CaptureOptions((primary.csvlog,), output, force=True, source=CapturedSource(**known.document()))
    capture_logs(options, tool_version=tool_version(), progress=progress)


def prepare(home: Path, name: str, side: Side, source: Source) -> Prepared:
    """Bring one side to the state the capture began from: restored, upgraded, followed, warmed."""
    if side.kind == "dsn":
        target = event_loop.run(place_of_side(side))
        if side.after:
            event_loop.run(changed(target, side.after, source.production, dirty=source.dirty))
        return Prepared(
            target,
            tuple(Endpoint.parse(dsn) for dsn in side.standby_dsn),
            tuple(Path(p) for p in side.logs),
            instance=side.instance,
        )
    if source.snapshot is None:
        raise TargetProblem(
            f"{name}: there is no snapshot to restore", remedy="an embedded side needs an embedded production"
        )
    restored = clusters.restore(
        source.snapshot,
        home / name,
        version=source.version,
        name=name,
        settings={"log_min_duration_statement": "-1", **side.settings},
    )
    clusters.start(restored)  # recovers the base backup to a consistent end
    done = [f"restored from the base backup of production ({source.version})"]
    main = restored
    if side.upgrade:
        clusters.stop(restored)
        main = clusters.upgrade(restored, home / f"{name}-{side.version}", version=side.version, name=name)
        clusters.destroy(restored)
        clusters.configure(main, {"log_min_duration_statement": "-1", **side.settings})
        clusters.start(main)
        done.append(f"pg_upgrade to {side.version}")
    if side.after:
        event_loop.run(_execute(main.endpoint(DATABASE), side.after))
        done += list(side.after)
    done += event_loop.run(warm(main.endpoint()))
    clusters.stop(main)
    for log in main.logs.glob("postgresql.*"):
        log.unlink()
    clusters.configure(main, side.settings)
    clusters.keep_snapshot(main)
    clusters.start(main)
    done.append("restarted with logging on, then warmed again")
    return _ready(main, home / f"{name}-standby", side, done)


def bring_back(home: Path, name: str, side: Side, prepared: Prepared) -> Prepared:
    """Bring an embedded side back to the state in which its first replay began; what a replay only read needs nothing."""
    if not prepared.clusters:
        return prepared
    main = prepared.clusters[0]
    for follower in prepared.clusters[1:]:
        clusters.destroy(follower)
    clusters.reset(main)
    registry.mark_fresh(main)
    done = [*prepared.steps, "brought back to its snapshot for a second replay"]
    return _ready(main, home / f"{name}-standby-again", side, done)


def _ready(main: Cluster, follower_home: Path, side: Side, steps: list[str]) -> Prepared:
    """Warm a side that runs, and have it followed."""
    event_loop.run(warm(main.endpoint()))
    made: list[Cluster] = [main]
    standbys: tuple[Endpoint, ...] = ()
    if side.standby:
        follower = clusters.follow(main, follower_home, name=follower_home.name)
        made.append(follower)
        standbys = (follower.endpoint(),)
    # What the copies left in memory is written now, not in the middle of the replay's commits.
    os.sync()
    return Prepared(main.endpoint(DATABASE), standbys, (main.csvlog,), tuple(made), tuple(steps))


async def changed(
    endpoint: Endpoint, statements: tuple[str, ...], production: CapturedSource | None, *, dirty: bool
) -> None:
    """Execute a side's ``after`` on somebody's server, which has to prove on the same connection that it is a rehearsal."""
    refuse_denied(endpoint, ())
    connection = await connect(endpoint, application=SCENARIO)
    try:
        proven = await safety.check_connection(connection, endpoint, production)
        safety.require_rehearsal(proven, endpoint, dirty=dirty)
        await _executed(connection, endpoint, statements)
    finally:
        await connection.close()


async def _execute(endpoint: Endpoint, statements: tuple[str, ...]) -> None:
    """Execute a side's ``after`` on an embedded server."""
    connection = await connect(endpoint, application=SCENARIO)
    try:
        await _executed(connection, endpoint, statements)
    finally:
        await connection.close()


async def _executed(connection: asyncpg.Connection, endpoint: Endpoint, statements: tuple[str, ...]) -> None:
    try:
        for statement in statements:
            await connection.execute(statement)
    except asyncpg.PostgresError as error:
        raise TargetProblem(
            f"{endpoint}: {statement!r} failed: {error}", remedy="correct the scenario's `after`"
        ) from None


def reduced(application: Application, *, sessions: int | None, seconds: float | None) -> Application:
    """Return the application with the command line's own size."""
    return replace(application, sessions=sessions or application.sessions, seconds=seconds or application.seconds)
