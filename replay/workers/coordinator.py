"""All workers of one replay: dealt, started on one instant, watched, stopped, and their run given its name."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import polars as pl

from pgrehearse.base.artifact import partial_name
from pgrehearse.base.clock import Timeline, iso, wall_us
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import OurFailure, TargetProblem
from pgrehearse.base.server_identity import Witness
from pgrehearse.replay.plan.plan import ReplayPlan, Sync
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.prepare.commit_order import Writers, write_precedence
from pgrehearse.replay.prepare.schedule import found_cuts
from pgrehearse.replay.prepare.session_selection import Role, cast, deal
from pgrehearse.replay.prepare.skip_rules import Rules
from pgrehearse.replay.prepare.spool import Known, Types
from pgrehearse.replay.prepare.table_access import Touched
from pgrehearse.replay.session.commit_gate import Bells, make_flags, release, ring
from pgrehearse.replay.session.timers import awake
from pgrehearse.replay.types.infer import inferred
from pgrehearse.replay.types.summary import notes_of_types, recorded_types
from pgrehearse.replay.workers.session_setup import lead_us, logins
from pgrehearse.replay.workers.worker import Progress, Task, work
from pgrehearse.runs import write
from pgrehearse.runs.manifest import RunManifest
from pgrehearse.runs.read import Run
from pgrehearse.runs.run_facts import Clocks, OrderFacts
from pgrehearse.runs.schema import SESSION_COPIES
from pgrehearse.workload.catalog.model import ServerCatalog
from pgrehearse.workload.read import Workload

Watch = Callable[[Progress], None]
ORDER = "order"


@dataclass
class Conductor:
    """One replay: ``start`` makes the run's directory and the workers, ``begin`` the time line, ``play`` runs them to their end.

    ``stop`` may be called from a signal's handler: workers then keep what is left as unsent. *witnesses*: what each
    database (without a user) has to answer to each connection. *trip_us*: to the target and back. *ended*: why the replay was ended before its end.
    """

    workload: Workload
    plan: ReplayPlan
    output: Path
    manifest: RunManifest
    catalog: ServerCatalog
    witnesses: dict[Endpoint, Witness]
    rules: Rules = field(default_factory=Rules)
    force: bool = False
    trip_us: int = 0
    ended: TargetProblem | None = field(default=None, init=False)
    _workers: list[tuple[BaseProcess, Connection]] = field(default_factory=list, init=False)
    _hands: list[list[Role]] = field(default_factory=list, init=False)
    _bells: list[Connection] = field(default_factory=list, init=False)
    _lost: int = field(default=0, init=False)
    _stopped: bool = field(default=False, init=False)
    _awake: bool = field(default=False, init=False)
    _held: ExitStack = field(default_factory=ExitStack, init=False)
    _lead_us: int = field(default=0, init=False)
    _cpu_us: dict[int, int] = field(default_factory=dict, init=False)
    _peak_mib: dict[int, int] = field(default_factory=dict, init=False)
    _problems: list[str] = field(default_factory=list, init=False)
    _restarts: set[int] = field(default_factory=set, init=False)

    def start(self) -> None:
        """Make the run's directory, start the workers, and wait until all are ready."""
        directory = write.begin(self.output, self.manifest, force=self.force)
        roles = cast(self.workload, self.plan)
        write.write_part(directory, "session_copies", roles.select(list(SESSION_COPIES)).cast(SESSION_COPIES))
        self._hands = [hand for hand in deal(roles, self.plan.workers) if hand]
        order = self._order(roles, directory) if self.plan.order.sync == Sync.COMMIT else None
        task = Task(
            self.workload.path,
            [],
            replace(self.plan, workers=max(len(self._hands), 1)),
            directory,
            0,
            lead_us(self.workload, roles, self.plan, self.trip_us),
            self.trip_us,
            settings=self.workload.manifest.session_settings,
            known=Known(found_cuts(self.workload, self.plan), self.rules, self._types(), order),
            witnesses=self.witnesses,
        )
        self._hire(task)
        self._lead_us = task.lead_us
        for made, pipe in self._workers:
            self._ready(made, pipe)

    def begin(self, least_us: int = 0) -> Timeline:
        """Wake the processors, and have the clock start: return the time line that all share. Its zero lies just ahead, *least_us* at least."""
        if self.plan.speed is not None:
            self._awake = self._held.enter_context(awake())
        timeline = Timeline.starting_in(max(self._lead_us, least_us, self.plan.start_at_us - wall_us()))
        for _, pipe in self._workers:
            pipe.send(timeline)
        self.manifest = replace(self.manifest, wall_start_us=timeline.wall_start_us)
        return timeline

    def _order(self, roles: pl.DataFrame, directory: Path) -> Path:
        """Compute what waits for what, and say in the manifest how well it is known."""
        place = directory / ORDER
        playing = roles.filter(pl.col("copy") == 0)["session"].to_list()
        touched = Touched(self.workload, self.plan, self.catalog)
        writers = write_precedence(self.workload, playing, self.plan, touched, place)
        make_flags(place, len(writers.sessions))
        self.manifest = replace(self.manifest, order=_order_facts(writers, touched, self.plan))
        return place

    def _types(self) -> Types:
        """Find the types of parameters, and say in the manifest which of them the target is told, and which stay open."""
        sessions = self.workload.sessions().filter(
            pl.col("session").is_in([role.session for hand in self._hands for role in hand])
        )
        known = logins(sessions, self.plan, self.workload.manifest.session_settings, self.witnesses)
        found = inferred(self.workload, known, Passwords(self.plan.access.password_command), self.plan.types)
        types = recorded_types(found, self.workload.shapes())
        self.manifest = replace(self.manifest, types=types, notes=[*self.manifest.notes, *notes_of_types(types)])
        return Types(found.speakers, found.frame())

    def _hire(self, task: Task) -> None:
        """Start a worker for each hand; each hears its own bell and can ring those of the others."""
        context = multiprocessing.get_context("spawn")
        ears, bells = zip(*(context.Pipe(duplex=False) for _ in self._hands), strict=True) if self._hands else ((), ())
        self._bells = list(bells)
        for bell in bells:
            os.set_blocking(bell.fileno(), False)
        for number, hand in enumerate(self._hands):
            ours, theirs = context.Pipe()
            others = tuple(bell for at, bell in enumerate(bells) if at != number)
            process = context.Process(
                target=work,
                args=(
                    replace(task, roles=hand, worker=number),
                    theirs,
                    Bells(ears[number], others) if others else None,
                ),
                daemon=True,
            )
            process.start()
            theirs.close()
            self._workers.append((process, ours))

    def _ready(self, process: BaseProcess, pipe: Connection) -> None:
        try:
            said = pipe.recv()
        except EOFError:
            said = (
                "OurFailure",
                f"a worker died while it prepared (exit {process.exitcode})",
                "is memory or disk short?",
            )
        if said != "ready":
            self.kill()
            raise OurFailure(said[1], remedy=said[2])

    def play(self, watch: Watch) -> None:
        """Pass on progress until every worker is done or gone."""
        with self._held:
            self._watched(watch)
        for process, _ in self._workers:
            process.join(timeout=10)

    def _watched(self, watch: Watch) -> None:
        open_pipes: dict[Connection, BaseProcess] = {pipe: process for process, pipe in self._workers}
        while open_pipes:
            for ready in wait(list(open_pipes), timeout=0.2):
                if not isinstance(ready, Connection):
                    continue
                try:
                    said: Any = ready.recv()
                except (EOFError, OSError):
                    self._lost += 1
                    open_pipes.pop(ready)
                    self._bury(ready)
                    continue
                if isinstance(said, Progress):
                    self._keep(said)
                    watch(said)
                    continue
                if said != "done":
                    self._failed(*said)
                open_pipes.pop(ready)

    def _keep(self, said: Progress) -> None:
        self._cpu_us[said.worker], self._peak_mib[said.worker] = said.cpu_us, said.peak_mib
        self._restarts |= set(said.restarts)

    def _failed(self, kind: str, message: str, remedy: str) -> None:
        """A worker ended before its end. Where another server answered, the others end as well."""
        if kind != TargetProblem.__name__:
            self._problems.append(f"{message}; {remedy}")
        elif self.ended is None:
            self.ended = TargetProblem(message, remedy=remedy)
            self.stop()

    def _bury(self, pipe: Connection) -> None:
        """Nobody waits for the transactions of a worker that died."""
        order = partial_name(self.output) / ORDER
        if order.exists():
            number = next(at for at, (_, its) in enumerate(self._workers) if its is pipe)
            release(order, [role.session for role in self._hands[number]])
            ring(self._bells)

    def stop(self) -> None:
        """Ask every worker to end now; called twice, the workers are killed."""
        if self._stopped:
            self.kill()
            return
        self._stopped = True
        for process, pipe in self._workers:
            with suppress(BrokenPipeError):  # a worker that is at its end hears nothing
                if process.is_alive():
                    pipe.send("stop")

    def release(self) -> None:
        """Let the processors sleep again."""
        self._held.close()

    def kill(self) -> None:
        for process, _ in self._workers:
            if process.is_alive():
                process.kill()

    def finish(self, started_us: int, clocks: Clocks, notes: list[str]) -> Run:
        """Give the run its name, with what is known of it now; raise if a worker was lost (the run is kept)."""
        manifest = replace(
            self.manifest,
            duration_us=int(time.monotonic_ns() // 1000 - started_us),
            interrupted=self._stopped,
            workers_lost=self._lost,
            worker_cpu_us=sum(self._cpu_us.values()),
            worker_peak_mib=max(self._peak_mib.values(), default=0),
            clocks=replace(clocks, processors_awake=self._awake),
            notes=[*self.manifest.notes, *notes, *self._happened()],
        )
        shutil.rmtree(partial_name(self.output) / ORDER, ignore_errors=True)
        if self._problems:
            write.rewrite_manifest(partial_name(self.output), manifest)
            raise OurFailure(
                self._problems[0], remedy=f"what was replayed until then is readable in {self.output}.partial"
            )
        run = write.finish(self.output, manifest)
        if self._lost and not self._stopped:
            raise OurFailure(
                f"{self._lost} of {len(self._workers)} workers died in mid-run",
                remedy=f"what they and the others did is in {self.output}; was memory short?",
            )
        return run

    def _happened(self) -> list[str]:
        """Say what ended the replay early, and that the target was restarted."""
        found = [
            f"the target was restarted in mid-run: connections made after {iso(started)} were with the same server again"
            for started in sorted(self._restarts)
        ]
        return found + ([f"the replay was ended: {self.ended.message}"] if self.ended is not None else [])


def _order_facts(writers: Writers, touched: Touched, plan: ReplayPlan) -> OrderFacts:
    """Return what a manifest keeps of an order."""
    return OrderFacts(
        transactions=len(writers.sessions),
        tables=touched.count - 2,
        shapes_unread=len(touched.opaque),
        unread=plan.order.unread.value,
    )


@contextmanager
def conducted(conductor: Conductor) -> Iterator[None]:
    """Start a replay and make sure that no worker outlives the block."""
    try:
        conductor.start()
        yield
    finally:
        conductor.kill()
        conductor.release()
