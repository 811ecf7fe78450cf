"""All workers of one replay: given their sessions, started at one instant, watched, stopped; then the run gets its final name."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import polars as pl

from pgrehearse.base.artifact import disk_errors, partial_name
from pgrehearse.base.clock import Timeline, iso, wall_us
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import HarnessFailure, TargetProblem
from pgrehearse.base.server_identity import ExpectedIdentity
from pgrehearse.replay.plan.plan import Clock, Ids, ReplayPlan, Sync
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.prepare.commit_order import Writers, write_commit_order
from pgrehearse.replay.prepare.host_sessions import assign_to_hosts
from pgrehearse.replay.prepare.id_order import write_id_order
from pgrehearse.replay.prepare.id_texts import IdTexts
from pgrehearse.replay.prepare.moved_reads import MovedReads, find_moved_reads, write_moved_reads
from pgrehearse.replay.prepare.pins import joined, settings_of
from pgrehearse.replay.prepare.production_clock import (
    NO_OBJECTS,
    ClockObjects,
    ClockTexts,
    clock_facts,
    clock_notes,
    clock_settings,
    read_clock_texts,
)
from pgrehearse.replay.prepare.schedule import idle_cuts
from pgrehearse.replay.prepare.session_selection import SessionCopy, select_sessions
from pgrehearse.replay.prepare.skip_rules import Rules
from pgrehearse.replay.prepare.spool import ParameterTypes, Preparation
from pgrehearse.replay.prepare.table_access import TableAccess
from pgrehearse.replay.session.commit_gate import make_flags
from pgrehearse.replay.types.infer import infer_types
from pgrehearse.replay.types.summary import recorded_types, type_notes
from pgrehearse.replay.workers.host_workers import MESSAGES_S, Ended, HostExecutor, HostLost, Message, WorkerFailure
from pgrehearse.replay.workers.hosts import Hosts, LocalHosts
from pgrehearse.replay.workers.real_time import LOST_PRIORITY
from pgrehearse.replay.workers.session_setup import lead_us, logins
from pgrehearse.replay.workers.worker import PROGRESS_S, Progress, Task
from pgrehearse.runs import write
from pgrehearse.runs.clocks import Clocks
from pgrehearse.runs.manifest import RunManifest
from pgrehearse.runs.quality.host_lateness import host_notes, with_lateness
from pgrehearse.runs.read import Run
from pgrehearse.runs.run_facts import OrderFacts, ReaderFacts
from pgrehearse.runs.run_host import RunHost
from pgrehearse.runs.schema import SESSION_COPIES
from pgrehearse.runs.unrecorded import write_unrecorded
from pgrehearse.workload.catalog.model import ServerCatalog
from pgrehearse.workload.read import Workload

Watch = Callable[[Progress], None]
ORDER = "order"
PINS_FILE = "pins.parquet"
MOVED_FILE = "moved.parquet"


@dataclass
class Coordinator:
    """One replay: ``start`` makes the run's directory and the workers, ``start_clock`` the time line, ``run`` runs them to their end.

    ``stop`` may be called from a signal's handler: workers then record what is left as unsent. *expected_identities*: what each
    database (without a user) has to answer to each connection. *pins*: the ids that statements have to draw (``prepare.pins``;
    None: they draw the target's). *id_texts*: the texts that are changed so that they draw them. *value_settings*: the values that defaults
    of columns have to return (``prepare.pins.PINS``; None: the target's). *clock*: the objects of the target that read production's time.
    *trip_us*: a round trip to the target. *begin_at_us*: the wall clock's instant at which the target's shifted clock, or another replay, expects the start (0:
    none). *progress_s*: how often workers report. *hosts*: where the workers run. *moved*: the reads that are sent to readers (None: none). *wrong_server*: the error that ended the replay early, because another server than the proven one answered.
    """

    workload: Workload
    plan: ReplayPlan
    output: Path
    manifest: RunManifest
    catalog: ServerCatalog
    expected_identities: dict[Endpoint, ExpectedIdentity]
    rules: Rules = field(default_factory=Rules)
    force: bool = False
    pins: pl.DataFrame | None = None
    id_texts: IdTexts | None = None
    value_settings: pl.DataFrame | None = None
    clock: ClockObjects = NO_OBJECTS
    trip_us: int = 0
    begin_at_us: int = 0
    progress_s: float = PROGRESS_S
    hosts: Hosts = field(default_factory=LocalHosts)
    wrong_server: TargetProblem | None = field(default=None, init=False)
    moved: MovedReads | None = field(default=None, init=False)
    _shards: list[list[SessionCopy]] = field(default_factory=list, init=False)
    _running: dict[HostExecutor, set[int]] = field(default_factory=dict, init=False)
    _workers_lost: set[int] = field(default_factory=set, init=False)
    _stopped: bool = field(default=False, init=False)
    _requests: list[str] = field(default_factory=list, init=False)
    _processors_awake: bool = field(default=False, init=False)
    _lead_us: int = field(default=0, init=False)
    _cpu_us: dict[int, int] = field(default_factory=dict, init=False)
    _peak_mib: dict[int, int] = field(default_factory=dict, init=False)
    _real_time: dict[int, bool] = field(default_factory=dict, init=False)
    _problems: list[str] = field(default_factory=list, init=False)
    _dealt: dict[HostExecutor, list[int]] = field(default_factory=dict, init=False)
    _hosts_lost: dict[HostExecutor, str] = field(default_factory=dict, init=False)
    _restarts: set[int] = field(default_factory=set, init=False)

    @property
    def stopped(self) -> bool:
        """Whether the replay was asked to end before its end."""
        return self._stopped

    def start(self) -> None:
        """Make the run's directory, start the workers, and wait until all are ready."""
        started: list[Future[None]] = []
        directory = write.begin(self.output, self.manifest, force=self.force)
        copies = select_sessions(self.workload, self.plan)
        write.write_part(directory, "session_copies", copies.select(list(SESSION_COPIES)).cast(SESSION_COPIES))
        order = self._write_order(copies, directory)
        by_host = assign_to_hosts(copies, order, self.hosts.workers_of_each(self.plan.workers))
        self._shards = [shard for host in by_host for shard in host]
        preparation = Preparation(
            idle_cuts(self.workload, self.plan),
            self.rules,
            self._infer_types(),
            order,
            self._write_pins(directory),
            self._read_clock_texts(),
            self.id_texts,
            self._write_moved_reads(directory),
        )
        task = Task(
            self.workload.path,
            [],
            replace(self.plan, workers=max(len(self._shards), 1)),
            directory,
            0,
            lead_us(copies.height + self.plan.pooled, self.trip_us),
            self.trip_us,
            settings=self.workload.manifest.session_settings,
            expected_identities=self.expected_identities,
            progress_s=self.progress_s,
        )
        self._lead_us = task.lead_us
        self.hosts.hand_out(task, preparation)
        for host, shards in self.hosts.deal(by_host).items():
            self._running[host], self._dealt[host] = set(shards), sorted(shards)
            started.append(host.submit("start", task, preparation, shards))
        for future in started:
            future.result()
        self.hosts.read_clocks(task)

    def earliest_us(self, least_us: int = 0) -> int:
        """Return the wall clock's instant at which the time line can begin: in *least_us* at the earliest, and not before the plan's instant."""
        return max(wall_us() + max(self._lead_us, least_us), self.plan.start_at_us, self.begin_at_us)

    def start_clock(self, least_us: int = 0) -> Timeline:
        """Disable the processors' idle states and start the clock: return the time line that all share. Its zero is in *least_us* at the earliest."""
        timeline = Timeline.starting_in(self.earliest_us(least_us) - wall_us())
        self._processors_awake = self.hosts.begin(timeline, paced=self.plan.speed is not None)
        self.manifest = replace(self.manifest, wall_start_us=timeline.wall_start_us)
        # What is known by now is also known if this process dies.
        write.rewrite_manifest(partial_name(self.output), self.manifest)
        return timeline

    def _write_order(self, copies: pl.DataFrame, directory: Path) -> Path | None:
        """Compute what waits for what (None: nothing waits), and write to the manifest how much of it is certain."""
        order = directory / ORDER
        sessions = copies.filter(pl.col("copy") == 0)["session"].to_list()
        if self.plan.order.sync != Sync.COMMIT:
            return self._write_id_order(sessions, order) if self.plan.ids == Ids.PRODUCTION else None
        access = TableAccess(self.workload, self.plan, self.catalog)
        writers = write_commit_order(self.workload, sessions, self.plan, access, order)
        make_flags(order, len(writers.sessions))
        self.manifest = replace(self.manifest, order=_order_facts(writers, access, self.plan))
        return order

    def _write_id_order(self, sessions: list[int], order: Path) -> Path:
        """Compute which statements wait for the transactions that draw the ids that they use, and note how many."""
        transactions, waiting = write_id_order(self.workload, sessions, self.plan, self.catalog, order)
        make_flags(order, transactions)
        note = f"{waiting:,} statements use an id that a transaction of another session draws: each waits for the end of this transaction"
        self.manifest = replace(self.manifest, notes=[*self.manifest.notes, *([note] if waiting else [])])
        return order

    def _write_pins(self, directory: Path) -> Path | None:
        """Write the settings of statements for the workers: the ids that they have to draw, the time that defaults read."""
        settings = [settings_of(self.pins)] if self.pins is not None else []
        settings += [self.value_settings] if self.value_settings is not None else []
        settings += [clock_settings(self.workload, self.clock.places)] if self.clock.places else []
        if not settings:
            return None
        path = directory / PINS_FILE
        with disk_errors(path):
            joined(settings).write_parquet(path)
        return path

    def _write_moved_reads(self, directory: Path) -> Path | None:
        """Decide which reads are sent to readers, write them for the workers, and count them in the manifest."""
        if self.plan.reads is None:
            return None
        sessions = [copy.session for shard in self._shards for copy in shard]
        self.moved = find_moved_reads(self.workload, sessions, self.plan, self.rules)
        self.manifest = replace(
            self.manifest, readers=ReaderFacts(self.moved.reads, dict(self.moved.kept.most_common()))
        )
        return write_moved_reads(self.moved, directory / MOVED_FILE)

    def _infer_types(self) -> ParameterTypes:
        """Infer the types of parameters, and write to the manifest which of them are sent, and which are unknown."""
        sessions = self.workload.sessions().filter(
            pl.col("session").is_in([copy.session for shard in self._shards for copy in shard])
        )
        by_session = logins(sessions, self.plan, self.workload.manifest.session_settings, self.expected_identities)
        passwords = Passwords(self.plan.routing.password_command)
        inferred = infer_types(self.workload, by_session, passwords, self.plan.types)
        types = recorded_types(inferred, self.workload.shapes())
        self.manifest = replace(self.manifest, types=types, notes=[*self.manifest.notes, *type_notes(types)])
        return ParameterTypes(inferred.representatives, inferred.frame())

    def _read_clock_texts(self) -> ClockTexts | None:
        """Read the texts that are sent with production's instants, and write to the manifest how many statements have them.

        None where the plan does not want them, or where the clock of the target itself is production's.
        """
        if self.plan.clock != Clock.PRODUCTION or self.manifest.clock is not None:
            return None
        texts = read_clock_texts(self.workload, self.id_texts)
        facts = clock_facts(self.workload, self.plan, texts, self.clock)
        self.manifest = replace(self.manifest, clock=facts, notes=[*self.manifest.notes, *clock_notes(facts)])
        return texts

    def run(self, watch: Watch) -> None:
        """Pass progress to *watch* until every worker has ended."""
        polls: dict[Future[list[Message]], HostExecutor] = {}
        while any(self._running.values()):
            self._pass_requests()
            for host, workers in self._running.items():
                if workers and host not in polls.values():
                    polls[host.submit("messages")] = host
            for future in wait(polls, timeout=MESSAGES_S, return_when=FIRST_COMPLETED).done:
                self._take(polls.pop(future), future, watch)
        self.hosts.join()

    def _pass_requests(self) -> None:
        """Pass what a signal's handler asked for to the hosts: "stop", "kill"."""
        while self._requests:
            method = self._requests.pop(0)
            for host in self._running:
                host.submit(method)

    def _take(self, host: HostExecutor, future: Future[list[Message]], watch: Watch) -> None:
        """Take what the workers of a host reported."""
        try:
            messages = future.result()
        except HostLost as lost:
            self._host_lost(host, lost.reason)
            return
        for message in messages:
            if isinstance(message, Ended):
                self._running[host].discard(message.worker)
                self._ended(message)
                continue
            self._cpu_us[message.worker], self._peak_mib[message.worker] = message.cpu_us, message.peak_mib
            self._real_time[message.worker] = message.real_time
            self._restarts |= set(message.restarts)
            watch(replace(message, host=host.name))

    def _ended(self, message: Ended) -> None:
        if message.lost:
            self._lost({message.worker})
        elif message.failure is not None:
            self._worker_failed(message.failure)

    def _host_lost(self, host: HostExecutor, reason: str) -> None:
        """All workers of a host are lost."""
        self._hosts_lost[host] = reason
        self._lost(self._running.pop(host))

    def _lost(self, workers: set[int]) -> None:
        """Let no statement wait for the transactions of workers that are lost."""
        self._workers_lost |= workers
        sessions = [copy.session for worker in sorted(workers) for copy in self._shards[worker]]
        for host, others in self._running.items():
            if others:
                host.submit("release", sessions)

    def _worker_failed(self, failure: WorkerFailure) -> None:
        """A worker ended early. Where another server answered, the others are stopped too."""
        if failure.kind != TargetProblem.__name__:
            self._problems.append(f"{failure.message}; {failure.remedy}")
        elif self.wrong_server is None:
            self.wrong_server = TargetProblem(failure.message, remedy=failure.remedy)
            self.stop()

    def stop(self) -> None:
        """Ask every worker to end now; called twice, the workers are killed. ``run`` passes this to the hosts."""
        self._requests.append("kill" if self._stopped else "stop")
        self._stopped = True

    def close(self) -> None:
        """End every worker that still runs, at once."""
        self.hosts.shutdown()

    def finish(self, started_us: int, clocks: Clocks, notes: list[str]) -> Run:
        """Write the manifest and give the run its final name. Raises ``HarnessFailure`` if a worker died (the run is kept)."""
        duration_us, directory = int(time.monotonic_ns() // 1000 - started_us), partial_name(self.output)
        hosts = self._gathered(directory)
        manifest = replace(
            self.manifest,
            duration_us=duration_us,
            interrupted=self._stopped,
            workers_lost=len(self._workers_lost),
            hosts=hosts,
            worker_cpu_us=sum(self._cpu_us.values()),
            worker_peak_mib=max(self._peak_mib.values(), default=0),
            clocks=replace(
                clocks,
                processors_awake=self._processors_awake,
                real_time=self._kept_real_time(),
                hosts=self.hosts.clocks(),
            ),
            notes=[*self.manifest.notes, *notes, *self._notes(), *host_notes(hosts)],
        )
        remove_preparation(directory)
        if self._problems:
            write.rewrite_manifest(directory, manifest)
            raise HarnessFailure(
                self._problems[0], remedy=f"the outcomes until then are readable in {self.output}.partial"
            )
        run = write.finish(self.output, manifest)
        if self._workers_lost and not self._stopped:
            lost = [f"the host {host.name} was lost" for host in hosts if host.lost]
            raise HarnessFailure(
                "; ".join([*lost, f"{len(self._workers_lost)} of {len(self._shards)} workers died during the replay"]),
                remedy=f"the outcomes until then are in {self.output}; check that memory is sufficient",
            )
        return run

    def _kept_real_time(self) -> bool:
        return bool(self._real_time) and all(self._real_time.values())

    def _gathered(self, directory: Path) -> list[RunHost]:
        """Gather the outcomes of all hosts, and write those that lost workers did not record; return the hosts."""
        for host, reason in self.hosts.gather(directory).items():
            self._hosts_lost[host] = reason
            self._workers_lost.update(self._dealt[host])
        if self._workers_lost:
            lost = [copy for worker in sorted(self._workers_lost) for copy in self._shards[worker]]
            sessions = pl.DataFrame(lost, schema=SESSION_COPIES, orient="row")
            write_unrecorded(directory, self.manifest, self.workload, sessions)
        hosts = [
            RunHost(host.name, workers, self._hosts_lost.get(host, ""))
            for host, workers in self._dealt.items()
            if host.name
        ]
        return with_lateness(hosts, directory, self.manifest)

    def _notes(self) -> list[str]:
        """Return notes on restarts of the target, on workers that lost their priority, and on why the replay ended early."""
        notes = [
            f"the target was restarted during the replay: connections made after {iso(started)} were to the same server"
            for started in sorted(self._restarts)
        ]
        if self.plan.real_time and not self._kept_real_time():
            notes.append(LOST_PRIORITY)
        return notes + ([f"the replay was ended: {self.wrong_server.message}"] if self.wrong_server is not None else [])


def remove_preparation(directory: Path) -> None:
    """Remove from the directory of a run what only its workers needed."""
    shutil.rmtree(directory / ORDER, ignore_errors=True)
    for name in (PINS_FILE, MOVED_FILE):
        (directory / name).unlink(missing_ok=True)


def _order_facts(writers: Writers, access: TableAccess, plan: ReplayPlan) -> OrderFacts:
    """Return a commit order as the manifest has it."""
    return OrderFacts(
        transactions=len(writers.sessions),
        tables=access.count - 2,
        shapes_unread=len(access.opaque),
        unread=plan.order.unread.value,
    )


@contextmanager
def running(coordinator: Coordinator) -> Iterator[None]:
    """Start a replay; every worker has ended at the end of the block."""
    try:
        coordinator.start()
        yield
    finally:
        coordinator.close()
