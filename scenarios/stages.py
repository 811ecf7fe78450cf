"""The stages of an experiment: each is a function whose result is the input of the next."""

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
    """Production after its traffic: the workload, and the snapshot of the state before it.

    *production*: the source in the workload's manifest; *dirty*: whether a side may have been used by another replay; *end_state*:
    production's state at the end of the window (None: it was not read).
    """

    workload: Path
    snapshot: Path | None = None
    version: int = 0
    production: CapturedSource | None = None
    dirty: bool = False
    end_state: Path | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A side that is ready for a replay. *steps*: what was done to prepare it; *instance*: its name at AWS."""

    target: Endpoint
    standbys: tuple[Endpoint, ...]
    logs: tuple[Path, ...]
    clusters: tuple[Cluster, ...] = ()
    steps: tuple[str, ...] = ()
    instance: str = ""


def build_production(home: Path, production: Production) -> tuple[Cluster, list[Cluster], Path]:
    """Create production with its data, its standby and a snapshot of its state. Its log is empty."""
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
    created = [primary]
    if production.standby:
        created.append(clusters.follow(primary, home / "production-standby", name="production-standby"))
    return primary, created, snapshot


def run_traffic(primary: Cluster, application: Application) -> None:
    """Run the demo application on production."""
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
    """Capture production's log; the workload's manifest contains the identity of the source."""
    facts = event_loop.run(server_facts(primary.endpoint()))
    options = CaptureOptions((primary.csvlog,), output, force=True, source=CapturedSource(**facts.document()))
    capture_logs(options, tool_version=tool_version(), progress=progress)


def prepare(home: Path, name: str, side: Side, source: Source) -> Prepared:
    """Bring one side to the state at the start of the capture: restored, upgraded, with a standby, with warm caches."""
    if side.kind == "dsn":
        return _prepare_dsn(side, source)
    if source.snapshot is None:
        raise TargetProblem(
            f"{name}: there is no snapshot to restore", remedy="an embedded side needs an embedded production"
        )
    main, steps = _restore(home, name, side, source)
    if side.after:
        event_loop.run(_execute(main.endpoint(DATABASE), side.after))
        steps += list(side.after)
    steps += event_loop.run(warm(main.endpoint()))
    clusters.stop(main)
    for log in main.logs.glob("postgresql.*"):
        log.unlink()
    clusters.configure(main, side.settings)
    clusters.keep_snapshot(main)
    clusters.start(main)
    steps.append("restarted with logging on, then warmed again")
    return _ready(main, home / f"{name}-standby", side, steps)


def _prepare_dsn(side: Side, source: Source) -> Prepared:
    """Execute ``after`` on a side that pgrehearse did not create."""
    target = event_loop.run(place_of_side(side))
    if side.after:
        event_loop.run(changed(target, side.after, source.production, dirty=source.dirty))
    return Prepared(
        target,
        tuple(Endpoint.parse(dsn) for dsn in side.standby_dsn),
        tuple(Path(log) for log in side.logs),
        instance=side.instance,
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
    return Prepared(main.endpoint(DATABASE), standbys, (main.csvlog,), tuple(created), tuple(steps))


async def changed(
    endpoint: Endpoint, statements: tuple[str, ...], production: CapturedSource | None, *, dirty: bool
) -> None:
    """Execute a side's ``after`` on a server that pgrehearse did not create, after it was verified on the same connection."""
    refuse_denied(endpoint, ())
    connection = await connect(endpoint, application=SCENARIO)
    try:
        proof = await safety.check_connection(connection, endpoint, production)
        safety.require_rehearsal(proof, endpoint, dirty=dirty)
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
            f"{endpoint}: {statement!r} failed: {error}", remedy="correct `after` in the scenario"
        ) from None


def reduced(application: Application, *, sessions: int | None, seconds: float | None) -> Application:
    """Return the application with the size that the command line sets."""
    return replace(application, sessions=sessions or application.sessions, seconds=seconds or application.seconds)
