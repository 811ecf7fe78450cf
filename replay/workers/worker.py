"""One worker process: a function of (workload, its roles, plan, start instant) that writes its own parts.

It talks to its parent in values over a pipe: progress out, "stop" in. What ordering needs of the other workers is in a
mapped file and a bell (``turns``); nothing else is shared.
"""

from __future__ import annotations

import asyncio
import gc
import os
import resource
import signal
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np
import polars as pl
import uvloop

from pgrehearse.base.clock import SECOND, Timeline
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import OurFailure, PgrehearseError
from pgrehearse.base.server_identity import Witness
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.prepare.session_selection import Role, at_once
from pgrehearse.replay.prepare.spool import NOTHING_KNOWN, Known, Spool, write_spool
from pgrehearse.replay.session.commit_gate import PULSE_S, Bells, Turns
from pgrehearse.replay.session.engine import Engine, Limits
from pgrehearse.replay.session.recorder import Recorder
from pgrehearse.replay.workers.session_setup import Seats, logins, seated
from pgrehearse.workload.catalog.session_settings import SessionSettings
from pgrehearse.workload.read import Workload

PROGRESS_S = 0.5
# Tokens live for a quarter of an hour (IAM's do); they are asked for anew well before.
RENEW_S = 600.0


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker is told to do. *settings*: what the workload knows that sessions start with; *lead_us*: how long before
    the time line's zero it begins; *trip_us*: to the target and back; *witnesses*: what each database (without a user) has to answer to each connection."""

    workload: Path
    roles: list[Role]
    plan: ReplayPlan
    run: Path
    worker: int
    lead_us: int
    trip_us: int = 0
    settings: list[SessionSettings] = field(default_factory=list)
    known: Known = NOTHING_KNOWN
    witnesses: dict[Endpoint, Witness] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Progress:
    """What a worker reports: counts by status, how many failed as in production, sessions left, statements on the wire,
    how many were due by now, recent lateness (p99), the time line's now, CPU spent, the most memory held; *restarts*:
    the starts of the target that connections met after its first."""

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


def work(task: Task, pipe: Connection, bells: Bells | None = None) -> None:
    """Run a worker to its end; the process's entry point."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what Ctrl-C means
    # libuv hands changes to epoll over in batches by io_uring; one that comes late takes a new socket of the same number out again,
    # and its session waits for ever (seen once, with a server that was restarted).
    os.environ["UV_USE_IO_URING"] = "0"
    try:
        spool_path = task.run / f"spool-{task.worker:02}.arrow"
        workload = Workload.open(task.workload)
        played = sorted({role.session for role in task.roles})
        write_spool(workload, played, spool_path, task.plan, task.known)
        spool = Spool(spool_path)
        spool_path.unlink()  # mapped already: gone with the process
        passwords = Passwords(task.plan.access.password_command)
        seats = _seats(task, workload, spool, passwords)
        allow_descriptors(seats.together)
        turns = Turns(task.known.order, bells) if task.known.order is not None else None
        pipe.send("ready")
        start = pipe.recv()
        if not isinstance(start, Timeline):
            return
        gc.freeze()  # nothing here makes cycles worth a pause in mid-replay
        gc.disable()
        uvloop.run(_Replay(task, seats, passwords, turns, bells, pipe).run(start))
        pipe.send("done")
    except PgrehearseError as error:
        pipe.send((type(error).__name__, error.message, error.remedy))
    except (EOFError, BrokenPipeError):
        sys.exit(1)  # the parent is gone


def _seats(task: Task, workload: Workload, spool: Spool, passwords: Passwords) -> Seats:
    """Prepare every session; passwords are asked for now, not in mid-run."""
    sessions = workload.sessions().filter(pl.col("session").is_in([role.session for role in task.roles]))
    known = logins(sessions, task.plan, task.settings, task.witnesses)
    for login in known.values():
        passwords.of(login.endpoint)
    roles = pl.DataFrame({"session": [role.session for role in task.roles]}, schema={"session": pl.Int32})
    together = task.plan.connections or at_once(workload, roles, task.plan)
    return Seats(sessions, known, task.roles, spool, together, task.lead_us, task.trip_us)


class _Replay:
    """The coroutines around one engine: progress, the parent's word, the other workers' bells, fresh passwords."""

    def __init__(
        self,
        task: Task,
        seats: Seats,
        passwords: Passwords,
        turns: Turns | None,
        bells: Bells | None,
        pipe: Connection,
    ) -> None:
        self._task, self._seats, self._passwords, self._turns = task, seats, passwords, turns
        self._bells, self._pipe = bells if turns is not None else None, pipe
        copies = len(task.roles) / max(len(seats.sessions), 1)
        self._offered = np.append(0, np.cumsum(seats.spool.offered()) * copies)

    async def run(self, timeline: Timeline) -> None:
        """Play all sessions to their ends."""
        loop = asyncio.get_running_loop()
        task, pipe = self._task, self._pipe
        self._record = record = Recorder(task.run, task.worker)
        plan = task.plan
        limits = Limits(task.worker, plan.speed is not None, self._seats.together, plan.order.timeout_us)
        self._engine = engine = Engine(loop, record, timeline, limits, passwords=self._passwords, turns=self._turns)
        made, first = seated(engine, self._seats, plan, task.worker, task.known.silences)
        loop.add_reader(pipe.fileno(), self._listen)
        if self._bells is not None:
            loop.add_reader(self._bells.own.fileno(), self._rung)
            loop.call_later(PULSE_S, self._pulse)
        running = [loop.create_task(self._report()), loop.create_task(self._renew())]
        engine.start(made, first)
        try:
            await engine.finished
        finally:
            for one in running:
                one.cancel()
            loop.remove_reader(pipe.fileno())
            engine.close()
            record.flush(last=True)
        with suppress(BrokenPipeError):
            pipe.send(self._progress(0))
        if engine.problem is not None:
            raise engine.problem

    def _listen(self) -> None:
        with suppress(EOFError, OSError):  # the parent is gone: stop as if told to
            self._pipe.recv()
        self._engine.stop()

    def _rung(self) -> None:
        if self._bells is not None and self._turns is not None:
            os.read(self._bells.own.fileno(), 1 << 12)
            self._turns.heard(self._engine.now())

    def _pulse(self) -> None:
        if self._turns is not None and not self._engine.finished.done():
            self._turns.heard(self._engine.now())
            asyncio.get_running_loop().call_later(PULSE_S, self._pulse)

    async def _report(self) -> None:
        while True:
            await asyncio.sleep(PROGRESS_S)
            with suppress(BrokenPipeError):
                self._pipe.send(self._progress(self._engine.left))

    async def _renew(self) -> None:
        while self._passwords.command:
            await asyncio.sleep(RENEW_S)
            await asyncio.to_thread(self._passwords.renewed)

    def _progress(self, left: int) -> Progress:
        engine, (ok, failed, skipped, unsent) = self._engine, self._record.counts
        now = engine.now()
        due = int(self._offered[min(max(now // SECOND + 1, 0), len(self._offered) - 1)])
        return Progress(
            worker=self._task.worker,
            ok=ok,
            failed=failed,
            skipped=skipped,
            unsent=unsent,
            expected=self._record.expected,
            left=left,
            in_flight=engine.in_flight,
            offered=due,
            late_us=self._record.late_us() if engine.paced else 0,
            now_us=now,
            cpu_us=time.process_time_ns() // 1000 - engine.cpu_start_us,
            peak_mib=peak_mib(),
            restarts=tuple(sorted(engine.restarts)),
        )


def peak_mib() -> int:
    """Return the most memory that this process has held.

    Where there is /proc: ``ru_maxrss`` of a fresh process begins with its parent's.
    """
    try:
        status = Path("/proc/self/status").read_text()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return next(int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmHWM:"))


def allow_descriptors(sessions: int) -> None:
    """Raise the descriptor limit to what so many sessions at once need; refuse where it does not go so far."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = sessions + 256
    if hard != resource.RLIM_INFINITY and hard < wanted:
        raise OurFailure(
            f"{sessions} sessions at once need {wanted} open files, and this process may have {hard}",
            remedy=f"ulimit -n {wanted}, or use more --workers",
        )
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
