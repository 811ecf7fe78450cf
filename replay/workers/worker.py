"""One worker process: a function of (workload, its sessions, plan, start instant) that writes its own parts.

It exchanges values with its parent over a pipe: progress out, "stop" in. What ordering needs of the other workers is in a
mapped file, with a wakeup pipe (``commit_gate``); nothing else is shared.
"""

from __future__ import annotations

import asyncio
import gc
import os
import resource
import signal
import sys
import time
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np
import polars as pl
import uvloop

from pgrehearse.base.clock import SECOND, Timeline
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import HarnessFailure, PgrehearseError
from pgrehearse.base.server_identity import ExpectedIdentity
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.prepare.session_selection import SessionCopy, peak_connections
from pgrehearse.replay.prepare.spool import NOT_PREPARED, Preparation, Spool, copies_beside, write_spool
from pgrehearse.replay.session.commit_gate import POLL_S, CommitGate, WakeupPipes
from pgrehearse.replay.session.early_logins import most_at_once
from pgrehearse.replay.session.engine import Engine, Limits
from pgrehearse.replay.session.lock_cycles import LockCycles
from pgrehearse.replay.session.reactor import Reactor
from pgrehearse.replay.session.recorder import Recorder
from pgrehearse.replay.workers.real_time import has_real_time_priority, real_time_priority
from pgrehearse.replay.workers.session_setup import (
    SessionSetup,
    log_in_early,
    logins,
    make_session,
    plan_sessions,
    reader_logins,
)
from pgrehearse.workload.catalog.session_settings import SessionSettings
from pgrehearse.workload.read import Workload

PROGRESS_S = 0.5
# Tokens are valid for a quarter of an hour (IAM's are); new ones are requested well before that.
RENEW_S = 600.0


@dataclass(frozen=True, slots=True)
class Task:
    """What one worker has to do. *settings*: what sessions start with, as the workload has it; *lead_us*: how long before
    the time line's zero it begins; *trip_us*: a round trip to the target; *expected_identities*: what each database (without a user) has to
    answer to each connection; *progress_s*: how often it reports."""

    workload: Path
    copies: list[SessionCopy]
    plan: ReplayPlan
    run: Path
    worker: int
    lead_us: int
    trip_us: int = 0
    settings: list[SessionSettings] = field(default_factory=list)
    preparation: Preparation = NOT_PREPARED
    expected_identities: dict[Endpoint, ExpectedIdentity] = field(default_factory=dict)
    progress_s: float = PROGRESS_S


@dataclass(frozen=True, slots=True)
class Progress:
    """What a worker reports: counts by status, how many failed as in production, sessions left, statements in flight,
    how many were due by now, recent lateness (p99, and p50), the current instant on the time line, CPU time, peak memory; *restarts*:
    the later starts of the target that connections found; *real_time*: it has real-time priority; *host*: of the worker, in a cluster."""

    worker: int
    ok: int
    failed: int
    skipped: int
    unsent: int
    expected: int
    left: int
    in_flight: int
    offered: int
    late_us: int
    now_us: int
    cpu_us: int
    peak_mib: int
    restarts: tuple[int, ...] = ()
    late_p50_us: int = 0
    real_time: bool = False
    host: str = ""


def work(task: Task, pipe: Connection, pipes: WakeupPipes | None = None) -> None:
    """Run a worker to its end; the process's entry point."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what Ctrl-C means
    # libuv passes changes to epoll in batches by io_uring; a late one removes a new socket of the same number,
    # and its session waits for ever (seen once, with a server that was restarted).
    os.environ["UV_USE_IO_URING"] = "0"
    try:
        spool_path = task.run / f"spool-{task.worker:02}.arrow"
        workload = Workload.open(task.workload)
        replayed = sorted({copy.session for copy in task.copies})
        write_spool(workload, replayed, spool_path, task.plan, task.preparation)
        spool = Spool(spool_path)
        for mapped in (spool_path, copies_beside(spool_path)):
            mapped.unlink(missing_ok=True)  # it is mapped already, and removed when the process ends
        passwords = Passwords(task.plan.routing.password_command)
        setup = _prepare(task, workload, spool, passwords)
        allow_descriptors(setup.max_open + len(setup.reader_logins))
        setup = replace(setup, starts=plan_sessions(setup, task.plan, task.worker, task.preparation.cuts))
        if task.plan.speed is not None:
            setup = uvloop.run(log_in_early(setup, passwords, most_at_once(task.trip_us, task.plan.workers)))
        order = task.preparation.order
        gate = CommitGate(order, pipes) if order is not None else None
        with real_time_priority() if task.plan.real_time else nullcontext():
            pipe.send("ready")
            start = pipe.recv()
            if not isinstance(start, Timeline):
                return
            gc.freeze()  # nothing here makes cycles that are worth a pause during the replay
            gc.disable()
            uvloop.run(_Replay(task, setup, passwords, gate, pipe).run(start))
        pipe.send("done")
    except PgrehearseError as error:
        pipe.send((type(error).__name__, error.message, error.remedy))
    except (EOFError, BrokenPipeError):
        sys.exit(1)  # the parent has ended


def _prepare(task: Task, workload: Workload, spool: Spool, passwords: Passwords) -> SessionSetup:
    """Prepare every session; passwords are requested now, not during the run."""
    numbers = pl.Series("session", [copy.session for copy in task.copies], dtype=pl.Int32)
    sessions = workload.sessions().filter(pl.col("session").is_in(numbers.implode()))
    by_session = logins(sessions, task.plan, task.settings, task.expected_identities)
    on_reader = reader_logins(by_session, spool.on_readers(), task.plan, task.expected_identities)
    for login in (*by_session.values(), *on_reader.values()):
        passwords.of(login.endpoint)
    max_open = task.plan.connections or peak_connections(workload, numbers.to_frame(), task.plan)
    return SessionSetup(sessions, by_session, task.copies, spool, max_open, task.lead_us, task.trip_us, on_reader)


class _Replay:
    """The coroutines and callbacks around one engine: progress, the parent's messages, the wakeup pipe, new passwords."""

    def __init__(
        self, task: Task, setup: SessionSetup, passwords: Passwords, gate: CommitGate | None, pipe: Connection
    ) -> None:
        self._task, self._setup, self._passwords, self._gate, self._pipe = task, setup, passwords, gate, pipe
        copies = len(task.copies) / max(len(setup.sessions), 1)
        self._offered = np.append(0, np.cumsum(setup.spool.offered()) * copies)

    async def run(self, timeline: Timeline) -> None:
        """Run all sessions to their ends."""
        loop = asyncio.get_running_loop()
        task, pipe, plan = self._task, self._pipe, self._task.plan
        self._recorder = recorder = Recorder(task.run, task.worker)
        self._reactor = reactor = Reactor(loop, timeline)
        limits = Limits(
            paced=plan.speed is not None,
            max_open=self._setup.max_open,
            wait_timeout_us=plan.order.timeout_us,
            logins=most_at_once(task.trip_us, plan.workers),
            counts_draws=plan.counts_draws,
            hash_results=plan.hash_results,
            hash_rows=plan.hash_rows,
        )
        self._engine = engine = Engine(reactor, recorder, limits, passwords=self._passwords, gate=self._gate)
        loop.add_reader(pipe.fileno(), self._read_parent)
        if self._gate is not None and self._gate.pipes is not None:
            loop.add_reader(self._gate.pipes.own.fileno(), self._woken)
            loop.call_later(POLL_S, self._poll_gate)
        background = [loop.create_task(self._report()), loop.create_task(self._renew_passwords())]
        # Through a pooler the process ids are those of its server connections, and change.
        if self._gate is not None and not plan.routing.transaction_pooling:
            locks = LockCycles(self._gate.waits, self._passwords, reactor.now)
            background.append(loop.create_task(locks.watch()))
        self._start_sessions()
        try:
            await engine.finished
        finally:
            for running in background:
                running.cancel()
            loop.remove_reader(pipe.fileno())
            reactor.close()
            recorder.flush(last=True)
        with suppress(BrokenPipeError):
            pipe.send(self._progress(0))
        if engine.problem is not None:
            raise engine.problem

    def _start_sessions(self) -> None:
        engine, setup = self._engine, self._setup
        engine.restarts |= setup.restarts
        sessions = [make_session(engine, setup, spec) for _, spec in setup.starts]
        engine.start(sessions, [first_us for first_us, _ in setup.starts])

    def _read_parent(self) -> None:
        with suppress(EOFError, OSError):  # the parent has ended: stop too
            self._pipe.recv()
        self._engine.stop()

    def _woken(self) -> None:
        if self._gate is not None and self._gate.pipes is not None:
            os.read(self._gate.pipes.own.fileno(), 1 << 12)
            self._gate.check_waiting(self._reactor.now())

    def _poll_gate(self) -> None:
        if self._gate is not None and not self._engine.finished.done():
            self._gate.check_waiting(self._reactor.now())
            asyncio.get_running_loop().call_later(POLL_S, self._poll_gate)

    async def _report(self) -> None:
        while True:
            await asyncio.sleep(self._task.progress_s)
            with suppress(BrokenPipeError):
                self._pipe.send(self._progress(self._engine.left))

    async def _renew_passwords(self) -> None:
        while self._passwords.command:
            await asyncio.sleep(RENEW_S)
            await asyncio.to_thread(self._passwords.renew)

    def _progress(self, left: int) -> Progress:
        engine, (ok, failed, skipped, unsent) = self._engine, self._recorder.counts
        now = self._reactor.now()
        due = int(self._offered[min(max(now // SECOND + 1, 0), len(self._offered) - 1)])
        late_p50, late_p99 = self._recorder.recent_lateness_us() if self._task.plan.speed is not None else (0, 0)
        return Progress(
            worker=self._task.worker,
            ok=ok,
            failed=failed,
            skipped=skipped,
            unsent=unsent,
            expected=self._recorder.expected,
            left=left,
            in_flight=engine.in_flight,
            offered=due,
            late_us=late_p99,
            late_p50_us=late_p50,
            now_us=now,
            cpu_us=time.process_time_ns() // 1000 - engine.cpu_start_us,
            peak_mib=peak_mib(),
            restarts=tuple(sorted(engine.restarts)),
            real_time=has_real_time_priority(),
        )


def peak_mib() -> int:
    """Return the peak memory of this process, from /proc where there is one: ``ru_maxrss`` of a new process begins with its parent's."""
    try:
        status = Path("/proc/self/status").read_text()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return next(int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmHWM:"))


def allow_descriptors(connections: int) -> None:
    """Raise the limit of open files to what so many connections at once need. Raises ``HarnessFailure`` where the hard limit is lower."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = connections + 256
    if hard != resource.RLIM_INFINITY and hard < wanted:
        raise HarnessFailure(
            f"{connections} concurrent connections need {wanted} open files; this process may open {hard}",
            remedy=f"ulimit -n {wanted}, or use more --workers",
        )
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
