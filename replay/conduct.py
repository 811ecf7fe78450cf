"""All workers of one replay: dealt, started on one instant, watched, stopped, and their run given its name."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import polars as pl

from base.artifact import partial_name
from base.clock import Timeline, wall_us
from base.errors import OurFailure
from replay.deal import deal
from replay.pace import awake
from replay.plan import LEAD_US, ReplayPlan
from replay.schedule import NO_CUTS, Cuts, cuts
from replay.worker import Progress, Task, work
from runs import write
from runs.manifest import RunManifest
from runs.read import Run
from workload.read import Workload
from workload.schema import TOOK

Watch = Callable[[Progress], None]


@dataclass
class Conductor:
    """One replay: ``start`` makes the run's directory and the workers, ``play`` runs them to their end.

    ``stop`` may be called from a signal's handler: workers then keep what is left as unsent.
    """

    workload: Workload
    plan: ReplayPlan
    output: Path
    manifest: RunManifest
    force: bool = False
    _workers: list[tuple[BaseProcess, Connection]] = field(default_factory=list, init=False)
    _lost: int = field(default=0, init=False)
    _stopped: bool = field(default=False, init=False)
    _awake: bool = field(default=False, init=False)
    _cpu_us: dict[int, int] = field(default_factory=dict, init=False)
    _problems: list[str] = field(default_factory=list, init=False)

    def start(self) -> Timeline:
        """Start the workers, wait until all are ready, and return the time line they share (its zero just ahead)."""
        directory = write.begin(self.output, self.manifest, force=self.force)
        context = multiprocessing.get_context("spawn")
        sessions = self.workload.sessions()
        hands = [hand for hand in deal(sessions, self.plan.workers) if hand]
        settings = self.workload.manifest.session_settings
        silences = self._silences()
        for number, hand in enumerate(hands):
            ours, theirs = context.Pipe()
            process = context.Process(
                target=work,
                args=(Task(self.workload.path, hand, self.plan, directory, number, settings, silences), theirs),
                daemon=True,
            )
            process.start()
            theirs.close()
            self._workers.append((process, ours))
        for made, pipe in self._workers:
            self._ready(made, pipe)
        timeline = Timeline.starting_in(max(LEAD_US + 200_000, self.plan.start_at_us - wall_us()))
        for _, pipe in self._workers:
            pipe.send(timeline)
        self.manifest = replace(self.manifest, wall_start_us=timeline.wall_start_us)
        return timeline

    def _silences(self) -> Cuts:
        """Find the silences that the plan shortens."""
        if not self.plan.skip_idle_us:
            return NO_CUTS
        parts = (
            pl.scan_parquet(part).select("at_us", TOOK.alias("took_us")).collect() for part in self.workload.parts()
        )
        return cuts(parts, self.workload.manifest.duration_us, self.plan.skip_idle_us)

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
        with awake() if self.plan.speed is not None else nullcontext(enter_result=False) as self._awake:
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
                    continue
                if isinstance(said, Progress):
                    self._cpu_us[said.worker] = said.cpu_us
                    watch(said)
                    continue
                if said != "done":
                    self._problems.append(f"{said[1]}; {said[2]}")
                open_pipes.pop(ready)

    def stop(self) -> None:
        """Ask every worker to end now; called twice, the workers are killed."""
        if self._stopped:
            self.kill()
            return
        self._stopped = True
        for process, pipe in self._workers:
            if process.is_alive():
                pipe.send("stop")

    def kill(self) -> None:
        for process, _ in self._workers:
            if process.is_alive():
                process.kill()

    def finish(self, started_us: int, clocks: dict[str, Any], **facts: Any) -> Run:
        """Give the run its name, with what is known of it now; raise if a worker was lost (the run is kept)."""
        manifest = replace(
            self.manifest,
            duration_us=int(time.monotonic_ns() // 1000 - started_us),
            interrupted=self._stopped,
            workers_lost=self._lost,
            worker_cpu_us=sum(self._cpu_us.values()),
            clocks={**clocks, "processors_awake": self._awake},
            **facts,
        )
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


@contextmanager
def conducted(conductor: Conductor) -> Iterator[Timeline]:
    """Start a replay and make sure that no worker outlives the block."""
    try:
        yield conductor.start()
    finally:
        conductor.kill()
