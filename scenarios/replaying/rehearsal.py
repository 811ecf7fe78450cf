"""One replay with everything around it: verification of the target, metrics, server times, plans, and the finished run."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from pgrehearse.base import event_loop
from pgrehearse.base.artifact import Kind, check, partial_name, write_json
from pgrehearse.base.clock import SECOND, wall_us
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.progress import SILENT, Stages
from pgrehearse.metrics.aws.instances import Instance
from pgrehearse.metrics.sampler import Sampler, Sampling
from pgrehearse.metrics.server_state import read_state
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.prepare.rewritten_workload import SentWorkload
from pgrehearse.replay.prepare.skip_rules import Rules
from pgrehearse.replay.workers.coordinator import Coordinator, running
from pgrehearse.replay.workers.worker import Progress
from pgrehearse.runs.clocks import Clocks
from pgrehearse.runs.fitness_values import Fitness
from pgrehearse.runs.manifest import RunManifest
from pgrehearse.runs.notes import before_the_window
from pgrehearse.runs.quality.fitness import fitness
from pgrehearse.runs.read import Run
from pgrehearse.runs.run_facts import WarmUp
from pgrehearse.runs.run_in_s3 import RunInS3
from pgrehearse.runs.write import rewrite_manifest, write_events
from pgrehearse.scenarios.events.cut_over_facts import cut_over_facts
from pgrehearse.scenarios.events.during_replay import EventsDuringReplay, EventsRequest, events_during
from pgrehearse.scenarios.events.fail_over_facts import fail_over_facts
from pgrehearse.scenarios.events.plan import EventPlan
from pgrehearse.scenarios.measuring.external_metrics import prometheus_after
from pgrehearse.scenarios.measuring.production_metrics import described, fetched_after
from pgrehearse.scenarios.preparing.clock_defaults import clock_defaults, put_back_defaults
from pgrehearse.scenarios.preparing.leftover_transactions import end_what_is_prepared
from pgrehearse.scenarios.preparing.new_manifest import new_manifest
from pgrehearse.scenarios.preparing.preflight import Permissions, Ready, still_spent
from pgrehearse.scenarios.preparing.production_ids import production_ids, put_back_ids, with_ids
from pgrehearse.scenarios.preparing.replay_hosts import replay_hosts
from pgrehearse.scenarios.preparing.rewriting import sent_workload, with_rewrites
from pgrehearse.scenarios.preparing.run_notes import plan_notes
from pgrehearse.scenarios.preparing.server_clock import (
    LEAD_US,
    ServerClock,
    notes_of,
    require_own_clock,
    server_clock,
)
from pgrehearse.scenarios.preparing.sole_replay import sole_replay
from pgrehearse.scenarios.preparing.start_differences import start_differences
from pgrehearse.scenarios.preparing.target_rules import read_rules
from pgrehearse.scenarios.preparing.warming import warmed
from pgrehearse.scenarios.replaying.database_state import EndState, state_of_run
from pgrehearse.scenarios.replaying.query_plans import explain
from pgrehearse.scenarios.replaying.reader_staleness import Replayed, positions_of_readers, with_stale_reads
from pgrehearse.scenarios.replaying.server_times import read_server_times
from pgrehearse.scenarios.replaying.stopping import raise_if_ended, stopping
from pgrehearse.scenarios.replaying.target_checks import checked_targets
from pgrehearse.scenarios.replaying.target_sampler import target_sampler
from pgrehearse.targets.logical.move import Move
from pgrehearse.targets.server_facts import round_trip_us
from pgrehearse.targets.target import NO_ORIGIN, DataOrigin, Resizable
from pgrehearse.workload.read import Workload

Watch = Callable[[Progress], None]


def ignored(_: object) -> None:
    """Ignore the progress, or a note."""


def as_early_as_possible(earliest_us: int) -> int:
    """Begin as early as possible."""
    return earliest_us


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What to replay, and where. *logs*: the csvlog files of the target, if they are readable, for server times.

    *denied*: patterns of hosts that are never a target. *shared*: another replay of the same experiment writes to the server at the same
    time. *keep_prepared*: prepared transactions that the replay leaves are kept.
    *prepared*: the steps that prepared the target. *end_state*: how to take the state of the databases at the end (None: not).
    *warm_up_us*: how long each instance is warmed at most (0: not). *cluster*: the Ray cluster whose hosts run the workers ("": this machine). *place*: where the caller puts the finished run in S3 (None: nowhere). *data*: which state of production the target has, where it is not stored there. *server*: the server itself, if the target is a pooler in front of it: metrics and plans are read there. *events*: in mid-run; *move*: of tables to a second server (None: none). *resizable*: the target, if an event can change its size. *overload*: it may need more connections than the target has. *note*: is called before the start with the difference between the target's data and the start of the window. *agreed*: is called
    when everything is prepared, with the earliest instant of the wall clock at which the replay can begin, and returns the instant at which it begins.
    """

    workload: Path
    output: Path
    plan: ReplayPlan
    force: bool = False
    dirty: bool = False
    shared: bool = False
    overload: bool = False
    keep_prepared: bool = False
    metrics: bool = True
    sampling: Sampling = field(default_factory=Sampling)
    logs: tuple[Path, ...] = ()
    denied: tuple[str, ...] = ()
    prepared: tuple[str, ...] = ()
    end_state: EndState | None = None
    warm_up_us: int = 0
    cluster: str = ""
    place: RunInS3 | None = None
    data: DataOrigin = NO_ORIGIN
    server: Endpoint | None = None
    events: tuple[EventPlan, ...] = ()
    resizable: Resizable | None = None
    move: Move | None = None
    note: Callable[[str], None] = ignored
    agreed: Callable[[int], int] = as_early_as_possible

    @property
    def permissions(self) -> Permissions:
        """What the checks of the target may do and accept."""
        return Permissions(self.denied, dirty=self.dirty, shared=self.shared, overload=self.overload)

    @property
    def events_request(self) -> EventsRequest:
        """The events, with the standbys of the target."""
        readers = (reader.target for reader in self.plan.routing.readers)
        standbys = (*self.sampling.standbys, *readers)
        return EventsRequest(self.events, standbys, self.denied, self.resizable, self.move)


# The sampler gets the time of so many samples before the time line starts.
_SAMPLES = 2


def rehearse(rehearsal: Rehearsal, watch: Watch = ignored, stages: Stages = SILENT) -> tuple[Run, Fitness]:
    """Replay, and return the finished run and its fitness.

    Raises ``TargetProblem`` before anything is sent if a target is not safe, and ``Interrupted`` after Ctrl-C; the run is then
    readable.
    """
    check(rehearsal.output, Kind.RUN, force=rehearsal.force)
    with stages.stage("verify the workload"):
        workload = Workload.verified(rehearsal.workload)
    rehearsal = replace(rehearsal, plan=with_ids(rehearsal.plan, workload))
    # Before anything is sent: a missing permission at AWS is reported now, not after the replay.
    instances = described(rehearsal.sampling)
    with (
        sent_workload(workload, rehearsal.plan.rewrites, rehearsal.output) as sent,
        _server_clock(sent.workload, rehearsal) as clock,
    ):
        return _replayed(sent, rehearsal, instances, clock, (watch, stages))


def _replayed(
    sent: SentWorkload,
    rehearsal: Rehearsal,
    instances: tuple[Instance, ...],
    clock: ServerClock | None,
    progress: tuple[Watch, Stages],
) -> tuple[Run, Fitness]:
    """Verify the target and replay. *clock*: the target's, where it was shifted."""
    (watch, stages), workload = progress, sent.workload
    ready, manifest = _verified(sent, rehearsal, instances, clock, stages)
    with sole_replay(ready), _events(workload, ready, rehearsal) as events:
        ready, shifted = events.ready, clock is not None
        rules = _rules(workload, ready, stages)
        with (
            production_ids(workload, ready) as ids,
            clock_defaults(workload, ready, shifted=shifted) as replaced,
            replay_hosts(rehearsal.cluster, ready.plan, rehearsal.place) as hosts,
        ):
            coordinator = Coordinator(
                workload,
                ready.plan,
                rehearsal.output,
                manifest,
                ready.catalog,
                ready.expected_identities,
                rules,
                force=rehearsal.force,
                pins=ids.pins,
                value_settings=ids.settings,
                id_texts=ids.texts,
                clock=replaced.objects,
                hosts=hosts,
            )
            replay = _Replay(rehearsal, workload, ready, coordinator, stages, events, clock)
            run = replay.run(watch)
        run = with_rewrites(replaced.recorded(ids.recorded(run)), sent)
        run, fit = replay.complete(run, instances)
    raise_if_ended(coordinator, run)
    return Run.open(run.path), fit


def _verified(
    sent: SentWorkload,
    rehearsal: Rehearsal,
    instances: tuple[Instance, ...],
    clock: ServerClock | None,
    stages: Stages,
) -> tuple[Ready, RunManifest]:
    """Verify the target and warm it; return the checked plan, and the manifest of the run before the replay."""
    workload = sent.workload
    with stages.stage("verify the target"):
        ready = checked_targets(
            workload, rehearsal.plan, rehearsal.logs, rehearsal.events_request, rehearsal.permissions
        )
        require_own_clock(ready.proven.cluster, clock)
        differences, gap = start_differences(workload, ready, rehearsal.data, rehearsal.note)
        notes = [*_notes(workload, ready, rehearsal, clock), *differences, *(fact.note() for fact in sent.facts)]
    warm = _warmed(workload, ready, rehearsal, stages)
    manifest = replace(
        new_manifest(workload, ready, (rehearsal.workload, rehearsal.prepared), instances),
        start_gap=gap,
        warm_up=warm,
        rewrites=sent.facts,
    )
    manifest = replace(manifest, notes=[*notes, *map(str, warm)], clock=clock.facts if clock else None)
    return ready, manifest


def _events(workload: Workload, ready: Ready, rehearsal: Rehearsal) -> AbstractContextManager[EventsDuringReplay]:
    """Prepare the events, which are recorded in the run."""
    return events_during(rehearsal.events_request, workload, ready, partial_name(rehearsal.output))


def _rules(workload: Workload, ready: Ready, stages: Stages) -> Rules:
    """Put back what a replay that was killed left, which would be read as the target's own, and read the target's rules."""
    with stages.stage("read the target's catalogs"):
        put_back_defaults(ready)
        put_back_ids(ready)
        return read_rules(workload, ready.plan, ready.proven.facts.version_num)


def _server_clock(workload: Workload, rehearsal: Rehearsal) -> AbstractContextManager[ServerClock | None]:
    """Return the target's clock, shifted for the replay where that is wanted and possible."""
    permissions = replace(rehearsal.permissions, spends=False)
    return server_clock(workload, rehearsal.plan, permissions, standbys=_samples_standbys(rehearsal))


def _samples_standbys(rehearsal: Rehearsal) -> bool:
    """Return whether the lag of standbys is measured."""
    return rehearsal.metrics and bool(rehearsal.sampling.standbys)


def _notes(workload: Workload, ready: Ready, rehearsal: Rehearsal, clock: ServerClock | None) -> list[str]:
    """Return the notes on the plan, the target and its clock."""
    embedded, standbys = ready.proven.cluster is not None, _samples_standbys(rehearsal)
    on_clock = notes_of(clock, ready.plan, embedded=embedded, standbys=standbys)
    return [*plan_notes(workload, ready.plan, ready.proven), *on_clock]


def _warmed(workload: Workload, ready: Ready, rehearsal: Rehearsal, stages: Stages) -> list[WarmUp]:
    """Warm every instance, if the rehearsal has a warm-up."""
    if not rehearsal.warm_up_us:
        return []
    with stages.stage("warm up", seconds=rehearsal.warm_up_us / SECOND):
        return warmed(workload, ready, rehearsal.warm_up_us)


@dataclass(frozen=True, slots=True)
class _Replay:
    """One replay whose targets are verified."""

    rehearsal: Rehearsal
    workload: Workload
    ready: Ready
    coordinator: Coordinator
    stages: Stages
    events: EventsDuringReplay
    clock: ServerClock | None = None

    @property
    def target(self) -> Endpoint:
        """The plan's target, with its password."""
        return Passwords(self.ready.plan.routing.password_command).of(self.ready.plan.target)

    def run(self, watch: Watch) -> Run:
        """Create the run's directory, start the workers and the sampler, then the time line; return the run."""
        directory, coordinator = partial_name(self.rehearsal.output), self.coordinator
        target = self.target
        coordinator.progress_s = self.events.progress_s
        coordinator.trip_us = trip_us = event_loop.run(round_trip_us(target))
        passwords = Passwords(self.ready.plan.routing.password_command)
        with self.stages.stage("prepare the replay"), ExitStack() as stack:
            stack.enter_context(running(coordinator))
            positions = stack.enter_context(positions_of_readers(self.ready.plan, passwords))
            _write_state(directory, target)
            sampler, lead_us = self._prepared(directory)
            workers = stack.pop_all()
        with workers:
            timeline = coordinator.start_clock(lead_us)
            if sampler is not None:
                sampler.begin(timeline)
            self.events.begin(timeline)
            started_us = time.monotonic_ns() // 1000
            try:
                self._run_to_end(watch)
            finally:
                if sampler is not None:
                    with self.stages.stage("end the sampling"):
                        sampler.stop()
            clocks = Clocks(trip_us, sampler.clocks if sampler is not None else {})
            missing = sampler.unavailable if sampler is not None else {}
            notes = [f"metric {name} unavailable: {reason}" for name, reason in missing.items()]
            run = coordinator.finish(started_us, clocks, notes)
        if positions is None:
            return run
        with self.stages.stage("count stale reads"):
            replayed = Replayed(self.workload, self.ready.plan, self.ready.catalog, coordinator.moved)
            return with_stale_reads(run, replayed, positions, timeline)

    def _prepared(self, directory: Path) -> tuple[Sampler | None, int]:
        """Agree on the instant of the start, and prepare the sampler; return it, and the least time until the start."""
        coordinator, clock = self.coordinator, self.clock
        if clock is not None:
            # The clock is set for this instant, so that it is agreed on before.
            agreed_us = self.rehearsal.agreed(max(wall_us() + LEAD_US, self.ready.plan.start_at_us))
            coordinator.begin_at_us = clock.begin_at(agreed_us)
        rehearsal, server = self.rehearsal, self.rehearsal.server or self.target
        sampler = (
            target_sampler(self.workload, rehearsal.plan, rehearsal.sampling, server, directory)
            if rehearsal.metrics
            else None
        )
        # The first sample is complete before the first statement is sent.
        lead_us = _SAMPLES * sampler.prepare() if sampler is not None else 0
        if clock is None:
            coordinator.begin_at_us = self.rehearsal.agreed(coordinator.earliest_us(lead_us))
        return sampler, lead_us

    def _run_to_end(self, watch: Watch) -> None:
        """Run the workers to their end, and then the events."""
        coordinator = self.coordinator
        with stopping(coordinator.stop):
            try:
                with self.stages.stage("replay"):
                    coordinator.run(self.events.watching(watch))
            finally:
                self.events.end(lambda: coordinator.stopped)

    def complete(self, run: Run, instances: tuple[Instance, ...]) -> tuple[Run, Fitness]:
        """Add to the run what is read after the replay; return the run and its fitness."""
        rehearsal, workload, stages = self.rehearsal, self.workload, self.stages
        with stages.stage("end prepared transactions"):
            leftover, notes = event_loop.run(end_what_is_prepared(workload, self.ready, keep=rehearsal.keep_prepared))
        server_times = False
        if rehearsal.logs:
            with stages.stage("read the target's log"):
                server_times, note = read_server_times(run, workload, rehearsal.logs)
            notes.append(note)
        run = Run.open(run.path)
        if not run.manifest.interrupted:
            notes += self._after(run, instances)
        with stages.stage("evaluate the run"):
            fit = fitness(run, workload)
            write_events(run, [outage.document() for outage in fit.outages])
        notes += self.events.notes()
        notes += event_loop.run(still_spent(self.ready, workload.manifest.digest))
        finished = replace(
            run.manifest,
            fitness=fit,
            server_times=server_times,
            notes=[*run.manifest.notes, *filter(None, notes), *before_the_window(run)],
            prepared=leftover,
            fail_overs=fail_over_facts(run, workload, self.events.lost),
            cut_overs=cut_over_facts(run, workload, self.events.cut_over),
        )
        rewrite_manifest(run.path, finished)
        return run, fit

    def _after(self, run: Run, instances: tuple[Instance, ...]) -> list[str]:
        """Read the end state, the plans, and the metrics of CloudWatch and Prometheus; return what was not available."""
        notes, server = [], self.rehearsal.server
        if self.rehearsal.end_state is not None:
            notes += state_of_run(self.workload, self.ready, run.path, self.rehearsal.end_state, self.stages)
        if self.rehearsal.metrics and self.ready.plan.routing.transaction_pooling and server is None:
            # The settings and statements of EXPLAIN would remain on connections of other clients.
            notes.append("no plans: the target is behind a pooler that shares connections between clients")
        elif self.rehearsal.metrics:
            with self.stages.stage("read the plans"):
                notes.append(explain(run, self.workload, self.target, self.ready.expected_identities, server))
        if instances:
            with self.stages.stage("fetch the metrics of CloudWatch"):
                notes += fetched_after(instances, run)
        sampling = self.rehearsal.sampling
        if self.rehearsal.metrics and sampling.prometheus is not None:
            with self.stages.stage("fetch the metrics of Prometheus"):
                notes += prometheus_after(sampling.prometheus, run, sampling.directions)
        return notes


def _write_state(directory: Path, target: Endpoint) -> None:
    document = event_loop.run(read_state(target))
    write_json(directory / "state.json", document)
