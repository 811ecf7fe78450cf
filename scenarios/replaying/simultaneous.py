"""Several replays that begin at the same instant, each to a target of its own: the parts of a placement.

Before the start, a part that fails ends all. After the start the others continue, because their servers work on; the error is raised at the end.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from pgrehearse.base import event_loop
from pgrehearse.base.artifact import Kind, check
from pgrehearse.base.clock import MILLISECOND
from pgrehearse.base.errors import (
    BadInput,
    Exit,
    HarnessFailure,
    Interrupted,
    PgrehearseError,
    TargetProblem,
    UsageProblem,
)
from pgrehearse.base.failures import Failure, failure_of
from pgrehearse.base.progress import SILENT, Stages
from pgrehearse.replay.workers.worker import Progress
from pgrehearse.runs.read import Run
from pgrehearse.scenarios.preparing.preflight import Permissions, preflight
from pgrehearse.scenarios.preparing.production_ids import with_ids
from pgrehearse.scenarios.replaying.part_process import STOP, Ended, Note, Prepared, StepBegins, replay_part
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, Watch, as_early_as_possible, ignored
from pgrehearse.scenarios.replaying.stopping import stopping
from pgrehearse.workload.read import Workload

# From the last part's earliest instant to the start: each part has got the instant by then.
_SLACK_US = 300 * MILLISECOND
# Starts that are further apart are noted.
MOST_APART_US = 100 * MILLISECOND
# The numbers of the workers of each part begin at a multiple of it: more than MOST_WORKERS.
_WORKERS = 1_000
# A part that is stopped puts back what it replaced on its target.
_JOIN_S = 60.0


@dataclass
class _Part:
    """One replay that runs. *earliest_us*: when it can begin (0: it is not prepared); *ended*: how it ended (None: it runs)."""

    name: str
    number: int
    process: BaseProcess
    pipe: Connection
    rehearsal: Rehearsal
    step: str = ""
    earliest_us: int = 0
    ended: Ended | None = None


@dataclass
class _Parts:
    """All replays of one placement."""

    parts: list[_Part]
    watch: Watch
    stages: Stages
    begun: bool = False
    failures: dict[str, Failure] = field(default_factory=dict)

    def run(self) -> None:
        """Pass on what the replays report, until all have ended."""
        names = ", ".join(part.name for part in self.parts)
        with self.stages.stage(f"replay to {names}") as stage:
            while running := {part.pipe: part for part in self.parts if part.ended is None}:
                for pipe in wait(list(running), timeout=0.2):
                    if isinstance(pipe, Connection):
                        self._read(running[pipe])
                self._begin()
                steps = dict.fromkeys(part.step for part in self.parts if part.ended is None and part.step)
                stage.describe("; ".join(steps) or names)

    def stop(self) -> None:
        """Stop every replay; called twice, their workers are killed."""
        for part in self.parts:
            if part.ended is None:
                with suppress(BrokenPipeError):
                    part.pipe.send(STOP)

    def _read(self, part: _Part) -> None:
        try:
            message = part.pipe.recv()
        except (EOFError, OSError):
            part.process.join(_JOIN_S)
            message = Ended(_died(part))
        match message:
            case Progress():
                self.watch(replace(message, worker=part.number * _WORKERS + message.worker))
            case StepBegins(name):
                part.step = name
            case Note(text):
                part.rehearsal.note(f"{part.name}: {text}")
            case Prepared(earliest_us):
                part.earliest_us = earliest_us
            case Ended(failure):
                part.ended = message
                if failure is not None:
                    self._failed(part.name, failure)

    def _failed(self, name: str, failure: Failure) -> None:
        """Record a failure. One before the start ends the others, whose interruption follows from it."""
        causes = [one for one in self.failures.values() if one.code != Exit.INTERRUPTED]
        if causes and failure.code == Exit.INTERRUPTED:
            return
        if not self.begun and not self.failures:
            self.stop()
        self.failures[name] = failure

    def _begin(self) -> None:
        """Send the instant of the start, as soon as every part is prepared."""
        if self.begun or self.failures or not all(part.earliest_us for part in self.parts):
            return
        self.begun = True
        instant_us = max(part.earliest_us for part in self.parts) + _SLACK_US
        for part in self.parts:
            with suppress(BrokenPipeError):
                part.pipe.send(instant_us)


def rehearse_together(rehearsals: Mapping[str, Rehearsal], watch: Watch, stages: Stages = SILENT) -> dict[str, Run]:
    """Replay to several targets, beginning at one instant, and return the finished runs by the names of *rehearsals*.

    *watch* gets the progress of all workers. Raises ``PgrehearseError`` with the message of each part that failed, and the worst exit
    code: ``Interrupted`` after Ctrl-C; the runs are then readable.
    """
    with stages.stage("verify the targets"):
        _verify(rehearsals)
    parts = _Parts([], watch, stages)
    try:
        with stopping(parts.stop):
            parts.parts += [_started(name, number, one) for number, (name, one) in enumerate(rehearsals.items())]
            parts.run()
    finally:
        _end(parts)
    if parts.failures:
        raise failed(parts.failures)
    return {name: Run.open(one.output) for name, one in rehearsals.items()}


def _verify(rehearsals: Mapping[str, Rehearsal]) -> None:
    """Verify the outputs and the targets of all parts, before one of the targets counts as used."""
    failures: dict[str, Failure] = {}
    for name, one in rehearsals.items():
        workload = Workload.open(one.workload)
        try:
            check(one.output, Kind.RUN, force=one.force)
            permissions = Permissions(one.denied, dirty=one.dirty, spends=False)
            event_loop.run(preflight(workload, with_ids(one.plan, workload), permissions))
        except PgrehearseError as error:
            failures[name] = failure_of(error)
    if failures:
        raise failed(failures)


def starts_apart(runs: Mapping[str, Run]) -> tuple[str, ...]:
    """Return a note if replays that have to begin at one instant did not."""
    starts = [run.manifest.wall_start_us for run in runs.values()]
    apart = max(starts) - min(starts)
    if apart <= MOST_APART_US:
        return ()
    return (f"{', '.join(runs)}: these replays did not begin at one instant, but {apart / MILLISECOND:.0f} ms apart",)


def failed(failures: Mapping[str, Failure]) -> PgrehearseError:
    """Return the error of parts that failed: the messages of all, with the worst exit code.

    >>> error = failed({"a": Failure(4, "refused", "adopt it"), "b": Failure(6, "full")})
    >>> error.message, int(error.exit_code), error.remedy
    ('a: refused; b: full', 6, 'adopt it')
    """
    kinds = (UsageProblem, BadInput, TargetProblem, HarnessFailure, Interrupted)
    worst = max(failure.code for failure in failures.values())
    return next(kind for kind in kinds if kind.exit_code == worst)(
        "; ".join(f"{name}: {failure.message}" for name, failure in failures.items()),
        remedy="; ".join(dict.fromkeys(failure.remedy for failure in failures.values() if failure.remedy)),
    )


def _started(name: str, number: int, rehearsal: Rehearsal) -> _Part:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    # What is called stays in this process.
    sent = replace(rehearsal, note=ignored, agreed=as_early_as_possible)
    process = context.Process(target=replay_part, args=(sent, theirs), name=name)
    # A process that has not begun would end with a traceback: it takes Ctrl-C when it can handle it.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    theirs.close()
    return _Part(name, number, process, ours, rehearsal)


def _died(part: _Part) -> Failure:
    """Return that the process of a part has ended without a word."""
    return Failure(
        int(Exit.HARNESS),
        f"its process ended (exit code {part.process.exitcode})",
        "check that memory and disk space are sufficient",
    )


def _end(parts: _Parts) -> None:
    """Have every process ended: their pipes are closed, which stops a replay that runs."""
    for part in parts.parts:
        part.pipe.close()
    for part in parts.parts:
        part.process.join(_JOIN_S)
        if part.process.is_alive():
            part.process.kill()
            part.process.join()
