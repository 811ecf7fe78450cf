"""One replay with everything around it: verification of the target, metrics, server times, plans, and the finished run."""

from __future__ import annotations

import platform
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import FrameType

from pgrehearse.base import event_loop
from pgrehearse.base.artifact import Kind, check, partial_name, write_json
from pgrehearse.base.clock import Timeline
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import BadInput, Interrupted, TargetProblem
from pgrehearse.base.progress import SILENT, Stages
from pgrehearse.base.version import tool_version
from pgrehearse.metrics.cloudwatch import Instance, describe
from pgrehearse.metrics.sampler import Sampler, Sampling, SamplingTarget
from pgrehearse.metrics.server_state import read_state
from pgrehearse.replay.dry_run.calibration import calibrate
from pgrehearse.replay.dry_run.forecast import Forecast, forecast
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.workers.coordinator import Coordinator, running
from pgrehearse.replay.workers.worker import Progress
from pgrehearse.runs.fitness_values import Fitness
from pgrehearse.runs.manifest import RunManifest
from pgrehearse.runs.metric_catalog import CLOUDWATCH
from pgrehearse.runs.notes import before_the_window
from pgrehearse.runs.quality.fitness import fitness
from pgrehearse.runs.read import Run
from pgrehearse.runs.run_facts import Clocks, ServerVersion, StartState
from pgrehearse.runs.write import rewrite_manifest, write_events
from pgrehearse.scenarios.clock_defaults import clock_defaults, put_back_defaults
from pgrehearse.scenarios.database_state import EndState, state_of_run
from pgrehearse.scenarios.leftover_transactions import end_what_is_prepared
from pgrehearse.scenarios.preflight import Permissions, Ready, distances, preflight, still_spent
from pgrehearse.scenarios.production_ids import production_ids, put_back_ids, with_ids
from pgrehearse.scenarios.production_metrics import fetched
from pgrehearse.scenarios.query_plans import explain
from pgrehearse.scenarios.run_notes import plan_notes
from pgrehearse.scenarios.server_clock import ServerClock, notes_of, require_own_clock, server_clock
from pgrehearse.scenarios.server_times import capture_back, join_server_times
from pgrehearse.scenarios.target_log import check_logs, log_files
from pgrehearse.scenarios.target_rules import read_rules
from pgrehearse.targets.server_facts import round_trip_us
from pgrehearse.workload.read import Workload


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What to replay, and where. *logs*: the csvlog files of the target, if they are readable, for server times.

    *denied*: patterns of hosts that are never a target. *keep_prepared*: prepared transactions that the replay leaves are kept.
    *prepared*: the steps that prepared the target. *end_state*: how to take the state of the databases at the end (None: not). *note*: is called before the start with the difference between the target's data and the start of the window.
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
    end_state: EndState | None = None
    note: Callable[[str], None] = lambda _: None


Watch = Callable[[Progress], None]
# The sampler gets the time of so many samples before the time line starts.
_SAMPLES = 2


def _ignored(_: Progress) -> None:
    """Ignore the progress."""


def rehearse(rehearsal: Rehearsal, watch: Watch = _ignored, stages: Stages = SILENT) -> tuple[Run, Fitness]:
    """Replay, and return the finished run and its fitness.

    Raises ``TargetProblem`` before anything is sent if a target is not safe, and ``Interrupted`` after Ctrl-C; the run is then
    readable.
    """
    check(rehearsal.output, Kind.RUN, force=rehearsal.force)
    with stages.stage("verify the workload"):
        workload = Workload.verified(rehearsal.workload)
    rehearsal = replace(rehearsal, plan=with_ids(rehearsal.plan, workload))
    # Before anything is sent: a missing permission at AWS is reported now, not after the replay.
    instance = describe(rehearsal.sampling.instance) if rehearsal.sampling.instance else None
    with _server_clock(workload, rehearsal) as clock:
        return _replayed(workload, rehearsal, instance, clock, (watch, stages))


def _replayed(
    workload: Workload,
    rehearsal: Rehearsal,
    instance: Instance | None,
    clock: ServerClock | None,
    progress: tuple[Watch, Stages],
) -> tuple[Run, Fitness]:
    """Verify the target and replay. *clock*: the target's, where it was shifted."""
    watch, stages = progress
    with stages.stage("verify the target"):
        ready = _checked(workload, rehearsal)
        require_own_clock(ready.proven.cluster, clock)
        notes = [*_notes(workload, ready, rehearsal, clock), *_differences(workload, ready, rehearsal)]
    manifest = _manifest(workload, ready, rehearsal, instance)
    manifest = replace(manifest, notes=notes, clock=clock.facts if clock else None)
    with stages.stage("read the target's catalogs"):
        put_back_defaults(ready)
        put_back_ids(ready)  # what a replay that was killed left would be read as the target's own
        rules = read_rules(workload, ready.plan, ready.proven.facts.version_num)
    with production_ids(workload, ready) as ids, clock_defaults(ready, shifted=clock is not None) as defaults:
        coordinator = Coordinator(
            workload,
            ready.plan,
            rehearsal.output,
            replace(manifest, notes=[*manifest.notes, *defaults.notes()]),
            ready.catalog,
            ready.expected_identities,
            rules,
            force=rehearsal.force,
            pins=ids.pins,
            clock_defaults=defaults.columns,
        )
        replay = _Replay(rehearsal, workload, ready, coordinator, stages, clock)
        run = replay.run(watch)
    run = ids.recorded(run)
    run, fit = replay.complete(run, instance)
    _raise_if_ended(coordinator, run)
    return Run.open(run.path), fit


def _server_clock(workload: Workload, rehearsal: Rehearsal) -> AbstractContextManager[ServerClock | None]:
    """Return the target's clock, shifted for the replay where that is wanted and possible."""
    permissions = Permissions(rehearsal.denied, dirty=rehearsal.dirty, spends=False)
    return server_clock(workload, rehearsal.plan, permissions, standbys=_samples_standbys(rehearsal))


def _samples_standbys(rehearsal: Rehearsal) -> bool:
    """Return whether the lag of standbys is measured."""
    return rehearsal.metrics and bool(rehearsal.sampling.standbys)


def _checked(workload: Workload, rehearsal: Rehearsal) -> Ready:
    """Verify the target's logs and every target."""
    if rehearsal.logs:
        _check_logs(workload, rehearsal)
    permissions = Permissions(rehearsal.denied, dirty=rehearsal.dirty)
    return event_loop.run(preflight(workload, rehearsal.plan, permissions))


def _notes(workload: Workload, ready: Ready, rehearsal: Rehearsal, clock: ServerClock | None) -> list[str]:
    """Return the notes on the plan, the target and its clock."""
    embedded, standbys = ready.proven.cluster is not None, _samples_standbys(rehearsal)
    on_clock = notes_of(clock, ready.plan, embedded=embedded, standbys=standbys)
    return [*plan_notes(workload, ready.plan, ready.proven), *on_clock]


def _differences(workload: Workload, ready: Ready, rehearsal: Rehearsal) -> list[str]:
    """Return, and report, how the data of the target differs from the start of the window."""
    if ready.proven.used:
        return []
    start_us = workload.manifest.window_start_us + ready.plan.from_us
    notes = event_loop.run(distances(ready, start_us))
    for note in notes:
        rehearsal.note(note)
    return notes


def _manifest(workload: Workload, ready: Ready, rehearsal: Rehearsal, instance: Instance | None) -> RunManifest:
    """Return the manifest of the run before the replay."""
    plan, proven = ready.plan, ready.proven
    return RunManifest(
        workload=workload.name,
        workload_digest=workload.manifest.digest,
        target=proven.recorded(),
        plan=plan.recorded(workload.path),
        wall_start_us=0,
        duration_us=0,
        tool_version=tool_version(),
        server=ServerVersion(
            proven.facts.version,
            proven.facts.version_num,
            instance.instance_class if instance is not None else "",
        ),
        state=StartState(
            snapshot=proven.kind,
            reset=proven.kind == "embedded" and not proven.used,
            spent=proven.used,
            prepared=list(rehearsal.prepared),
        ),
        versions={"python": platform.python_version()},
        labels=plan.labels(),
    )


def foreseen(workload: Workload, plan: ReplayPlan, denied: tuple[str, ...], stages: Stages = SILENT) -> Forecast:
    """Return what a replay would do, what it needs and how long it takes. Nothing is written to the target."""
    with stages.stage("verify the target"):
        ready = event_loop.run(preflight(workload, plan, Permissions(denied, dry=True)))
    with stages.stage("read the target's catalogs"):
        rules = read_rules(workload, ready.plan, ready.proven.facts.version_num)
    passwords = Passwords(plan.routing.password_command)
    with stages.stage("measure the rate of one worker"):
        calibration = calibrate(ready.plan.target, passwords, ready.proven.expected_identity)
    with stages.stage("compute the forecast"):
        return forecast(
            workload, ready.plan, rules=rules, max_connections=ready.max_connections, calibration=calibration
        )


@dataclass(frozen=True, slots=True)
class _Replay:
    """One replay whose targets are verified."""

    rehearsal: Rehearsal
    workload: Workload
    ready: Ready
    coordinator: Coordinator
    stages: Stages
    clock: ServerClock | None = None

    @property
    def target(self) -> Endpoint:
        """The plan's target, with its password."""
        return Passwords(self.ready.plan.routing.password_command).of(self.ready.plan.target)

    def run(self, watch: Watch) -> Run:
        """Create the run's directory, start the workers and the sampler, then the time line; return the run."""
        directory, coordinator = partial_name(self.rehearsal.output), self.coordinator
        target = self.target
        coordinator.trip_us = trip_us = event_loop.run(round_trip_us(target))
        with self.stages.stage("prepare the replay"), ExitStack() as stack:
            stack.enter_context(running(coordinator))
            _write_state(directory, target)
            if self.clock is not None:
                coordinator.begin_at_us = self.clock.begin_at(self.ready.plan.start_at_us)
            sampler = self._sampler(target, directory) if self.rehearsal.metrics else None
            # The first sample is complete before the first statement is sent.
            lead_us = _SAMPLES * sampler.prepare() if sampler is not None else 0
            workers = stack.pop_all()
        with workers:
            timeline = coordinator.start_clock(lead_us)
            if sampler is not None:
                sampler.begin(timeline)
            started_us = time.monotonic_ns() // 1000
            try:
                with _stopping(coordinator), self.stages.stage("replay"):
                    coordinator.run(watch)
            finally:
                if sampler is not None:
                    with self.stages.stage("end the sampling"):
                        sampler.stop()
            clocks = Clocks(trip_us, sampler.clocks if sampler is not None else {})
            missing = sampler.unavailable if sampler is not None else {}
            notes = [f"metric {name} unavailable: {reason}" for name, reason in missing.items()]
            return coordinator.finish(started_us, clocks, notes)

    def _sampler(self, target: Endpoint, directory: Path) -> Sampler:
        """Return the sampler of the target; its time line is set later."""
        plan, sampling = self.rehearsal.plan, self.rehearsal.sampling
        renamed = dict(plan.routing.databases)
        names = self.workload.sessions()["database"].drop_nulls()
        databases = tuple(sorted({renamed.get(name, name) for name in names}))
        # The heartbeat writes: only on a target that the replay may change.
        heartbeat = bool(sampling.standbys) and plan.writes
        watched = SamplingTarget(
            target.to(database="postgres"), databases, replace(sampling, heartbeat=heartbeat), self.workload
        )
        return Sampler(watched, Timeline.starting_in(0), directory)

    def complete(self, run: Run, instance: Instance | None) -> tuple[Run, Fitness]:
        """Add to the run what is read after the replay; return the run and its fitness."""
        rehearsal, workload, stages = self.rehearsal, self.workload, self.stages
        with stages.stage("end prepared transactions"):
            leftover, notes = event_loop.run(end_what_is_prepared(workload, self.ready, keep=rehearsal.keep_prepared))
        server_times = False
        if rehearsal.logs:
            with stages.stage("read the target's log"):
                server_times, note = _server_times(run, workload, rehearsal.logs)
            notes.append(note)
        run = Run.open(run.path)
        if not run.manifest.interrupted:
            notes += self._after(run, instance)
        with stages.stage("evaluate the run"):
            fit = fitness(run, workload)
            write_events(run, [outage.document() for outage in fit.outages])
        notes += event_loop.run(still_spent(self.ready, workload.manifest.digest))
        finished = replace(
            run.manifest,
            fitness=fit,
            server_times=server_times,
            notes=[*run.manifest.notes, *filter(None, notes), *before_the_window(run)],
            prepared=leftover,
        )
        rewrite_manifest(run.path, finished)
        return run, fit

    def _after(self, run: Run, instance: Instance | None) -> list[str]:
        """Read the end state, the plans and the metrics of CloudWatch; return what was not available."""
        notes = []
        if self.rehearsal.end_state is not None:
            notes += state_of_run(self.workload, self.ready, run.path, self.rehearsal.end_state, self.stages)
        if self.rehearsal.metrics and self.ready.plan.routing.transaction_pooling:
            # The settings and statements of EXPLAIN would remain on connections of other clients.
            notes.append("no plans: the target is behind a pooler that shares connections between clients")
        elif self.rehearsal.metrics:
            with self.stages.stage("read the plans"):
                notes.append(explain(run, self.workload, self.target, self.ready.expected_identities))
        if instance is not None:
            with self.stages.stage("fetch the metrics of CloudWatch"):
                notes.append(_fetched(instance, run))
        return notes


def _raise_if_ended(coordinator: Coordinator, run: Run) -> None:
    """Raise if the replay ended before its end; the run is readable."""
    readable = f"the part that was replayed is in {run.path}"
    if coordinator.wrong_server is not None:
        raise TargetProblem(coordinator.wrong_server.message, remedy=f"{coordinator.wrong_server.remedy}; {readable}")
    if run.manifest.interrupted:
        raise Interrupted("interrupted", remedy=readable)


def _fetched(instance: Instance, run: Run) -> str:
    """Add CloudWatch's metrics for the time of the replay to the run; return why there are none ("": there are)."""
    try:
        recording = fetched(instance, run.path, (None, None), CLOUDWATCH)
    except TargetProblem as error:
        return f"CloudWatch metrics of {instance.name} unavailable: {error}"
    return "" if recording.samples else f"CloudWatch has no metrics of {instance.name} for the time of the replay"


def _write_state(directory: Path, target: Endpoint) -> None:
    document = event_loop.run(read_state(target))
    write_json(directory / "state.json", document)


@contextmanager
def _stopping(coordinator: Coordinator) -> Iterator[None]:
    """Ctrl-C and SIGTERM stop the replay; the second one kills the workers."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        coordinator.stop()

    before = [signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)]
    try:
        yield
    finally:
        for number, old in zip((signal.SIGINT, signal.SIGTERM), before, strict=True):
            signal.signal(number, old)


def _check_logs(workload: Workload, rehearsal: Rehearsal) -> None:
    """Refuse a --target-log that is not the log of a target, before the target counts as used."""
    log_files(rehearsal.logs)
    ready = event_loop.run(preflight(workload, rehearsal.plan, Permissions(rehearsal.denied, dry=True)))
    passwords = Passwords(ready.plan.routing.password_command)
    event_loop.run(check_logs(rehearsal.logs, [passwords.of(target) for target in ready.plan.targets()]))


def _server_times(run: Run, workload: Workload, logs: tuple[Path, ...]) -> tuple[bool, str]:
    """Join the target's log to the run; return whether it has server times, and a note if some are missing."""
    try:
        back = capture_back(run, workload, logs, run.path / "server.workload")
    except BadInput as error:
        return False, f"no server times: {error.message}; client times are compared"
    joined = join_server_times(run, workload, back)
    return joined.found > 0, joined.note()
