"""One replay as a user means it: proof of the target, metrics beside it, its own log captured back, a finished run."""

from __future__ import annotations

import platform
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import FrameType

from pgrehearse.base import event_loop
from pgrehearse.base.artifact import Kind, check, partial_name, write_json
from pgrehearse.base.clock import Timeline
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import BadInput, Interrupted, TargetProblem
from pgrehearse.base.server_identity import UNKNOWN_SOURCE
from pgrehearse.base.version import tool_version
from pgrehearse.metrics.cloudwatch import Instance, describe
from pgrehearse.metrics.sampler import Sampler, Sampling, SamplingTarget
from pgrehearse.metrics.server_state import read_state
from pgrehearse.replay.dry_run.calibration import calibrate
from pgrehearse.replay.dry_run.forecast import Forecast, forecast
from pgrehearse.replay.plan.plan import ReplayPlan, Sync
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.workers.coordinator import Conductor, conducted
from pgrehearse.replay.workers.worker import Progress
from pgrehearse.runs.fitness_values import Fitness
from pgrehearse.runs.manifest import RunManifest
from pgrehearse.runs.metric_catalog import CLOUDWATCH
from pgrehearse.runs.notes import before_the_window
from pgrehearse.runs.quality.fitness import fitness
from pgrehearse.runs.read import Run
from pgrehearse.runs.run_facts import Clocks, ServerVersion, StartState
from pgrehearse.runs.write import rewrite_manifest, write_events
from pgrehearse.scenarios.leftover_transactions import end_what_is_prepared
from pgrehearse.scenarios.preflight import Permissions, distances, preflight, still_spent
from pgrehearse.scenarios.production_metrics import fetched
from pgrehearse.scenarios.query_plans import explain
from pgrehearse.scenarios.server_times import capture_back, join_server_times
from pgrehearse.scenarios.target_log import check_logs, log_files
from pgrehearse.scenarios.target_rules import read_rules
from pgrehearse.targets import safety
from pgrehearse.targets.server_facts import round_trip_us
from pgrehearse.workload.analysis.commit_order import order_quality
from pgrehearse.workload.read import Workload


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What to replay where. *logs*: the target's csvlog files, when they can be read, for server times.

    *denied*: patterns of hosts that are never a target. *keep_prepared*: transactions that the replay leaves prepared stay.
    *prepared*: what was done to prepare the target. *tell*: who is told, before the start, how far the target is from where the window began.
    """

    workload: Path
    output: Path
    plan: ReplayPlan
    force: bool = False
    dirty: bool = False
    keep_prepared: bool = False
    metrics: bool = True
    sampling: Sampling = field(default_factory=Sampling)
    logs: tuple[Path, ...] = ()
    denied: tuple[str, ...] = ()
    prepared: tuple[str, ...] = ()
    tell: Callable[[str], None] = lambda _: None


Watch = Callable[[Progress], None]
# Before the clock's zero there is room for so many samples.
_SAMPLES = 2


def _ignored(_: Progress) -> None:
    """Watch nothing."""


def rehearse(rehearsal: Rehearsal, watch: Watch = _ignored) -> tuple[Run, Fitness]:
    """Replay and return the finished run and what it says of itself.

    Raises ``TargetProblem`` before anything is sent when a target is not safe, ``Interrupted`` after Ctrl-C with the run
    readable.
    """
    check(rehearsal.output, Kind.RUN, force=rehearsal.force)
    workload = Workload.verified(rehearsal.workload)
    # Asked before anything is sent: a right that is missing is known now, not when the replay is over.
    known = describe(rehearsal.sampling.instance) if rehearsal.sampling.instance else None
    if rehearsal.logs:
        _check_logs(workload, rehearsal)
    ready = event_loop.run(preflight(workload, rehearsal.plan, Permissions(rehearsal.denied, dirty=rehearsal.dirty)))
    plan, proven = ready.plan, ready.proven
    apart = (
        event_loop.run(distances(ready, workload.manifest.window_start_us + plan.from_us)) if not proven.used else []
    )
    for one in apart:
        rehearsal.tell(one)
    manifest = RunManifest(
        workload=workload.name,
        workload_digest=workload.manifest.digest,
        target=proven.recorded(),
        plan=plan.recorded(workload.path),
        wall_start_us=0,
        duration_us=0,
        tool_version=tool_version(),
        server=ServerVersion(
            proven.facts.version, proven.facts.version_num, known.instance_class if known is not None else ""
        ),
        state=StartState(
            snapshot=proven.kind,
            reset=proven.kind == "embedded" and not proven.used,
            spent=proven.used,
            prepared=list(rehearsal.prepared),
        ),
        versions={"python": platform.python_version()},
        notes=[*_notes(workload, plan, proven), *apart],
        labels=plan.labels(),
    )
    rules = read_rules(workload, plan, proven.facts.version_num)
    conductor = Conductor(
        workload, plan, rehearsal.output, manifest, ready.catalog, ready.witnesses, rules, force=rehearsal.force
    )
    target = Passwords(plan.access.password_command).of(plan.target)
    run = _played(conductor, rehearsal, target, workload, watch)
    left, lacking = event_loop.run(end_what_is_prepared(workload, ready, keep=rehearsal.keep_prepared))
    server_times = False
    if rehearsal.logs:
        server_times, note = _server_times(run, workload, rehearsal.logs)
        lacking.append(note)
    run = Run.open(run.path)
    if not run.manifest.interrupted:
        if rehearsal.metrics and plan.access.door_shares:  # what a session sets and prepares strangers would find
            lacking.append(
                "no plans: they are not asked for through a pooler that gives transactions to any connection"
            )
        elif rehearsal.metrics:
            lacking.append(explain(run, workload, target, ready.witnesses))
        lacking.append(_fetched(known, run) if known is not None else "")
    judged = fitness(run, workload)
    write_events(run, [one.document() for one in judged.outages])
    lacking += event_loop.run(still_spent(ready, workload.manifest.digest))
    notes = [*run.manifest.notes, *filter(None, lacking), *before_the_window(run)]
    finished = replace(
        run.manifest,
        fitness=judged,
        server_times=server_times,
        notes=notes,
        prepared=left,
    )
    rewrite_manifest(run.path, finished)
    if conductor.ended is not None:
        raise TargetProblem(
            conductor.ended.message,
            remedy=f"{conductor.ended.remedy}; what was replayed until then is in {run.path}",
        )
    if run.manifest.interrupted:
        raise Interrupted("interrupted", remedy=f"what was replayed until then is in {run.path}")
    return Run.open(run.path), judged


def foreseen(workload: Workload, plan: ReplayPlan, denied: tuple[str, ...]) -> Forecast:
    """Say what a replay would do, need and take; nothing is written to the target."""
    ready = event_loop.run(preflight(workload, plan, Permissions(denied, dry=True)))
    passwords = Passwords(plan.access.password_command)
    return forecast(
        workload,
        ready.plan,
        rules=read_rules(workload, ready.plan, ready.proven.facts.version_num),
        max_connections=ready.max_connections,
        calibration=calibrate(ready.plan.target, passwords, ready.proven.witness),
    )


def _notes(workload: Workload, plan: ReplayPlan, proven: safety.SafetyCheck) -> list[str]:
    """Say what a reader of the run has to know of how it was made."""
    found = []
    if plan.writes and not workload.manifest.source:
        found.append(UNKNOWN_SOURCE)
    if proven.used and plan.writes:
        found.append("began on a spent target (--dirty): it had been replayed to before")
    if already := workload.sessions().filter(began="already open").height:
        known = "--session-set gave some" if plan.access.settings else "--session-set gives it"
        found.append(
            f"{already} sessions were open before the window: what they had SET then is not in the log ({known}), nor what they had "
            "prepared and made (what they prepared: capture from an earlier instant, and replay --from this one)"
        )
    if plan.access.door_sets:
        found.append(
            "a pooler is the target's door: what sessions start with is SET behind it, and holds only while the pooler keeps a session's connection"
        )
    if plan.access.door_shares:
        names = "prepared statements are sent without their names, and " if plan.access.door_forgets else ""
        found.append(
            f"the target's door gives a session's transactions to any server connection: {names}what sessions keep between transactions (SET, "
            "temporary tables, cursors WITH HOLD, LISTEN, advisory locks) holds only by chance"
        )
    if plan.order.sync == Sync.COMMIT:
        quality = order_quality(workload)
        found.append(
            f"transactions end in production's order (--sync commit); of {quality.pairs} pairs of neighbouring writes to one table "
            f"the log leaves the order of {quality.open} open"
        )
    return found


def _played(conductor: Conductor, rehearsal: Rehearsal, target: Endpoint, workload: Workload, watch: Watch) -> Run:
    """Play: the run's folder, the workers, the target's state and the sampler first; the clock starts last."""
    directory = partial_name(rehearsal.output)
    conductor.trip_us = trip_us = event_loop.run(round_trip_us(target))
    with conducted(conductor):
        _write_state(directory, target)
        sampler = _sampler(rehearsal, target, workload, directory) if rehearsal.metrics else None
        # The first sample is to be whole before the first statement.
        timeline = conductor.begin(_SAMPLES * sampler.prepare() if sampler is not None else 0)
        if sampler is not None:
            sampler.begin(timeline)
        started = time.monotonic_ns() // 1000
        try:
            with _stopping(conductor):
                conductor.play(watch)
        finally:
            if sampler is not None:
                sampler.stop()
        clocks = Clocks(trip_us, sampler.clocks if sampler is not None else {})
        notes = (
            [f"metric {name} unavailable: {why}" for name, why in sampler.unavailable.items()]
            if sampler is not None
            else []
        )
        return conductor.finish(started, clocks, notes)


def _sampler(rehearsal: Rehearsal, target: Endpoint, workload: Workload, directory: Path) -> Sampler:
    """Return what samples the target meanwhile; the time line is not known yet."""
    renamed = dict(rehearsal.plan.access.databases)
    databases = tuple(sorted({renamed.get(name, name) for name in workload.sessions()["database"].drop_nulls()}))
    # A target that may be written to takes a heartbeat as well.
    beats = bool(rehearsal.sampling.standbys) and rehearsal.plan.writes
    how = replace(rehearsal.sampling, heartbeat=beats)
    watched = SamplingTarget(target.to(database="postgres"), databases, how, workload)
    return Sampler(watched, Timeline.starting_in(0), directory)


def _fetched(known: Instance, run: Run) -> str:
    """Add what CloudWatch tells of the replay's time to the run; say why where it tells nothing."""
    try:
        found = fetched(known, run.path, (None, None), CLOUDWATCH)
    except TargetProblem as error:
        return f"CloudWatch's metrics of {known.name} unavailable: {error}"
    return "" if found.samples else f"CloudWatch had no metrics of {known.name} for the replay's time"


def _write_state(directory: Path, target: Endpoint) -> None:
    document = event_loop.run(read_state(target))
    write_json(directory / "state.json", document)


@contextmanager
def _stopping(conductor: Conductor) -> Iterator[None]:
    """Ctrl-C (or a polite kill) stops the replay; twice, at once."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        conductor.stop()

    before = [signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)]
    try:
        yield
    finally:
        for number, old in zip((signal.SIGINT, signal.SIGTERM), before, strict=True):
            signal.signal(number, old)


def _check_logs(workload: Workload, rehearsal: Rehearsal) -> None:
    """Refuse a --target-log that is not a target's own, before a target counts as replayed to."""
    log_files(rehearsal.logs)
    ready = event_loop.run(preflight(workload, rehearsal.plan, Permissions(rehearsal.denied, dry=True)))
    passwords = Passwords(ready.plan.access.password_command)
    event_loop.run(check_logs(rehearsal.logs, [passwords.of(target) for target in ready.plan.targets()]))


def _server_times(run: Run, workload: Workload, logs: tuple[Path, ...]) -> tuple[bool, str]:
    """Join the target's log to the run; return whether server times were found, and what to note when some are missing."""
    try:
        back = capture_back(run, logs, run.path / "server.workload")
    except BadInput as error:
        return False, f"no server times: {error.message}; the client's times are compared"
    joined = join_server_times(run, workload, back)
    return joined.found > 0, joined.note()
