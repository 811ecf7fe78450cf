"""All workers of one replay: given their sessions, started at one instant, watched, stopped; then the run gets its final name."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import polars as pl

from pgrehearse.base.artifact import disk_errors, partial_name
from pgrehearse.base.clock import Timeline, iso, wall_us
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import HarnessFailure, TargetProblem
from pgrehearse.base.server_identity import ExpectedIdentity
from pgrehearse.replay.plan.plan import Clock, Ids, ReplayPlan, Sync
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.prepare.commit_order import Writers, write_commit_order
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
from pgrehearse.replay.prepare.session_selection import SessionCopy, assign, select_sessions
from pgrehearse.replay.prepare.skip_rules import Rules
from pgrehearse.replay.prepare.spool import ParameterTypes, Preparation
from pgrehearse.replay.prepare.table_access import TableAccess
from pgrehearse.replay.session.commit_gate import WakeupPipes, make_flags, release_sessions, wake
from pgrehearse.replay.types.infer import infer_types
from pgrehearse.replay.types.summary import recorded_types, type_notes
from pgrehearse.replay.workers.cpu_idle import idle_states_disabled
from pgrehearse.replay.workers.real_time import LOST_PRIORITY
from pgrehearse.replay.workers.session_setup import lead_us, logins
from pgrehearse.replay.workers.worker import PROGRESS_S, Progress, Task, work
from pgrehearse.runs import write
from pgrehearse.runs.manifest import RunManifest
from pgrehearse.runs.read import Run
from pgrehearse.runs.run_facts import Clocks, OrderFacts, ReaderFacts
from pgrehearse.runs.schema import SESSION_COPIES
from pgrehearse.workload.catalog.model import ServerCatalog
from pgrehearse.workload.read import Workload

Watch = Callable[[Progress], None]
ORDER = "order"
PINS_FILE = "pins.parquet"
MOVED_FILE = "moved.parquet"
# How workers are started: a new interpreter each, because this process has threads.
CONTEXT: SpawnContext | ForkServerContext = multiprocessing.get_context("spawn")


@dataclass
class Coordinator:
    """One replay: ``start`` makes the run's directory and the workers, ``start_clock`` the time line, ``run`` runs them to their end.

    ``stop`` may be called from a signal's handler: workers then record what is left as unsent. *expected_identities*: what each
    database (without a user) has to answer to each connection. *pins*: the ids that statements have to draw (``prepare.pins``;
    None: they draw the target's). *id_texts*: the texts that are changed so that they draw them. *value_settings*: the values that defaults
    of columns have to return (``prepare.pins.PINS``; None: the target's). *clock*: the objects of the target that read production's time.
    *trip_us*: a round trip to the target. *begin_at_us*: the wall clock's instant at which the target's shifted clock, or another replay, expects the start (0:
    none). *progress_s*: how often workers report. *moved*: the reads that are sent to readers (None: none). *wrong_server*: the error that ended the replay early, because another server than the proven one answered.
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
    wrong_server: TargetProblem | None = field(default=None, init=False)
    moved: MovedReads | None = field(default=None, init=False)
    _workers: list[tuple[BaseProcess, Connection]] = field(default_factory=list, init=False)
    _shards: list[list[SessionCopy]] = field(default_factory=list, init=False)
    _wakeup_pipes: list[Connection] = field(default_factory=list, init=False)
    _workers_lost: int = field(default=0, init=False)
    _stopped: bool = field(default=False, init=False)
    _processors_awake: bool = field(default=False, init=False)
    _resources: ExitStack = field(default_factory=ExitStack, init=False)
    _lead_us: int = field(default=0, init=False)
    _cpu_us: dict[int, int] = field(default_factory=dict, init=False)
    _peak_mib: dict[int, int] = field(default_factory=dict, init=False)
    _real_time: dict[int, bool] = field(default_factory=dict, init=False)
    _problems: list[str] = field(default_factory=list, init=False)
    _restarts: set[int] = field(default_factory=set, init=False)

    @property
    def stopped(self) -> bool:
        """Whether the replay was asked to end before its end."""
        return self._stopped

    def start(self) -> None:
        """Make the run's directory, start the workers, and wait until all are ready."""
        directory = write.begin(self.output, self.manifest, force=self.force)
        copies = select_sessions(self.workload, self.plan)
        write.write_part(directory, "session_copies", copies.select(list(SESSION_COPIES)).cast(SESSION_COPIES))
        self._shards = [shard for shard in assign(copies, self.plan.workers) if shard]
        order = self._write_order(copies, directory)
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
            preparation=preparation,
            expected_identities=self.expected_identities,
            progress_s=self.progress_s,
        )
        self._start_workers(task)
        self._lead_us = task.lead_us
        for process, pipe in self._workers:
            self._wait_until_ready(process, pipe)

    def earliest_us(self, least_us: int = 0) -> int:
        """Return the wall clock's instant at which the time line can begin: in *least_us* at the earliest, and not before the plan's instant."""
        return max(wall_us() + max(self._lead_us, least_us), self.plan.start_at_us, self.begin_at_us)

    def start_clock(self, least_us: int = 0) -> Timeline:
        """Disable the processors' idle states and start the clock: return the time line that all share. Its zero is in *least_us* at the earliest."""
        if self.plan.speed is not None:
            self._processors_awake = self._resources.enter_context(idle_states_disabled())
        timeline = Timeline.starting_in(self.earliest_us(least_us) - wall_us())
        for _, pipe in self._workers:
            pipe.send(timeline)
        self.manifest = replace(self.manifest, wall_start_us=timeline.wall_start_us)
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

    def _start_workers(self, task: Task) -> None:
        """Start a worker for each shard; each reads its own wakeup pipe and writes to those of the others."""
        pipes = [CONTEXT.Pipe(duplex=False) for _ in self._shards]
        self._wakeup_pipes = [writer for _, writer in pipes]
        for writer in self._wakeup_pipes:
            os.set_blocking(writer.fileno(), False)
        for number, shard in enumerate(self._shards):
            parent_end, worker_end = CONTEXT.Pipe()
            others = tuple(writer for at, writer in enumerate(self._wakeup_pipes) if at != number)
            wakeup = WakeupPipes(pipes[number][0], others) if others else None
            process = CONTEXT.Process(
                target=work, args=(replace(task, copies=shard, worker=number), worker_end, wakeup), daemon=True
            )
            process.start()
            worker_end.close()
            self._workers.append((process, parent_end))

    def _wait_until_ready(self, process: BaseProcess, pipe: Connection) -> None:
        try:
            message = pipe.recv()
        except EOFError:
            message = (
                "HarnessFailure",
                f"a worker died during its preparation (exit code {process.exitcode})",
                "check that memory and disk space are sufficient",
            )
        if message != "ready":
            self.kill()
            raise HarnessFailure(message[1], remedy=message[2])

    def run(self, watch: Watch) -> None:
        """Pass progress to *watch* until every worker has ended."""
        with self._resources:
            self._watch_workers(watch)
        for process, _ in self._workers:
            process.join(timeout=10)

    def _watch_workers(self, watch: Watch) -> None:
        open_pipes: dict[Connection, BaseProcess] = {pipe: process for process, pipe in self._workers}
        while open_pipes:
            for ready in wait(list(open_pipes), timeout=0.2):
                if not isinstance(ready, Connection):
                    continue
                try:
                    message: Any = ready.recv()
                except (EOFError, OSError):
                    self._workers_lost += 1
                    open_pipes.pop(ready)
                    self._release_dead_worker(ready)
                    continue
                if isinstance(message, Progress):
                    self._add_progress(message)
                    watch(message)
                    continue
                if message != "done":
                    self._worker_failed(*message)
                open_pipes.pop(ready)

    def _add_progress(self, progress: Progress) -> None:
        self._cpu_us[progress.worker], self._peak_mib[progress.worker] = progress.cpu_us, progress.peak_mib
        self._real_time[progress.worker] = progress.real_time
        self._restarts |= set(progress.restarts)

    def _worker_failed(self, kind: str, message: str, remedy: str) -> None:
        """A worker ended early. Where another server answered, the others are stopped too."""
        if kind != TargetProblem.__name__:
            self._problems.append(f"{message}; {remedy}")
        elif self.wrong_server is None:
            self.wrong_server = TargetProblem(message, remedy=remedy)
            self.stop()

    def _release_dead_worker(self, pipe: Connection) -> None:
        """Have nobody wait for the transactions of a worker that died."""
        order = partial_name(self.output) / ORDER
        if order.exists():
            number = next(at for at, (_, parent_end) in enumerate(self._workers) if parent_end is pipe)
            release_sessions(order, [copy.session for copy in self._shards[number]])
            wake(self._wakeup_pipes)

    def stop(self) -> None:
        """Ask every worker to end now; called twice, the workers are killed."""
        if self._stopped:
            self.kill()
            return
        self._stopped = True
        for process, pipe in self._workers:
            with suppress(BrokenPipeError):  # a worker that is ending reads nothing more
                if process.is_alive():
                    pipe.send("stop")

    def close(self) -> None:
        """Enable the processors' idle states again."""
        self._resources.close()

    def kill(self) -> None:
        """End every worker at once."""
        for process, _ in self._workers:
            if process.is_alive():
                process.kill()

    def finish(self, started_us: int, clocks: Clocks, notes: list[str]) -> Run:
        """Write the manifest and give the run its final name. Raises ``HarnessFailure`` if a worker died (the run is kept)."""
        manifest = replace(
            self.manifest,
            duration_us=int(time.monotonic_ns() // 1000 - started_us),
            interrupted=self._stopped,
            workers_lost=self._workers_lost,
            worker_cpu_us=sum(self._cpu_us.values()),
            worker_peak_mib=max(self._peak_mib.values(), default=0),
            clocks=replace(clocks, processors_awake=self._processors_awake, real_time=self._kept_real_time()),
            notes=[*self.manifest.notes, *notes, *self._notes()],
        )
        shutil.rmtree(partial_name(self.output) / ORDER, ignore_errors=True)
        for name in (PINS_FILE, MOVED_FILE):
            (partial_name(self.output) / name).unlink(missing_ok=True)
        if self._problems:
            write.rewrite_manifest(partial_name(self.output), manifest)
            raise HarnessFailure(
                self._problems[0], remedy=f"the outcomes until then are readable in {self.output}.partial"
            )
        run = write.finish(self.output, manifest)
        if self._workers_lost and not self._stopped:
            raise HarnessFailure(
                f"{self._workers_lost} of {len(self._workers)} workers died during the replay",
                remedy=f"the outcomes until then are in {self.output}; check that memory is sufficient",
            )
        return run

    def _kept_real_time(self) -> bool:
        return bool(self._real_time) and all(self._real_time.values())

    def _notes(self) -> list[str]:
        """Return notes on restarts of the target, on workers that lost their priority, and on why the replay ended early."""
        notes = [
            f"the target was restarted during the replay: connections made after {iso(started)} were to the same server"
            for started in sorted(self._restarts)
        ]
        if self.plan.real_time and not self._kept_real_time():
            notes.append(LOST_PRIORITY)
        return notes + ([f"the replay was ended: {self.wrong_server.message}"] if self.wrong_server is not None else [])


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
        coordinator.kill()
        coordinator.close()
