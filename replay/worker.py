"""One worker process: a function of (workload, its sessions, plan, start instant) that writes its own parts.

It talks to its parent in values over a pipe: progress out, "stop" in. Nothing else is shared.
"""

from __future__ import annotations

import asyncio
import gc
import resource
import signal
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import polars as pl
import uvloop

from base.clock import Timeline
from base.errors import PgrehearseError
from replay.engine import Engine
from replay.plan import LEAD_US, ReplayPlan
from replay.record import Recorder
from replay.schedule import NO_CUTS, Cuts, Schedule
from replay.script import Script
from replay.session import Session
from replay.spool import Spool, write_spool
from replay.wire import conninfo
from workload.read import Workload
from workload.settings import SessionSettings, started_with
from workload.summary import peak

PROGRESS_S = 0.5


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker is told to do."""

    workload: Path
    sessions: list[int]
    plan: ReplayPlan
    run: Path
    worker: int
    settings: list[dict[str, Any]] = field(default_factory=list)
    silences: Cuts = NO_CUTS


@dataclass(frozen=True, slots=True)
class Progress:
    """What a worker reports: counts by status, sessions left, the time line's now."""

    worker: int
    ok: int
    failed: int
    skipped: int
    unsent: int
    left: int
    now_us: int
    cpu_us: int


def work(task: Task, pipe: Connection) -> None:
    """Run a worker to its end; the process's entry point."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what Ctrl-C means
    try:
        spool_path = task.run / f"spool-{task.worker:02}.arrow"
        workload = Workload.open(task.workload)
        write_spool(workload, task.sessions, spool_path, task.plan, task.silences)
        spool = Spool(spool_path)
        spool_path.unlink()  # mapped already: gone with the process
        _allow_descriptors(len(task.sessions))
        pipe.send("ready")
        start = pipe.recv()
        if not isinstance(start, Timeline):
            return
        gc.freeze()  # nothing here makes cycles worth a pause in mid-replay
        gc.disable()
        uvloop.run(_replay(task, workload, spool, start, pipe))
        pipe.send("done")
    except PgrehearseError as error:
        pipe.send((type(error).__name__, error.message, error.remedy))
    except (EOFError, BrokenPipeError):
        sys.exit(1)  # the parent is gone


async def _replay(task: Task, workload: Workload, spool: Spool, timeline: Timeline, pipe: Connection) -> None:
    loop = asyncio.get_running_loop()
    sessions = workload.sessions().filter(pl.col("session").is_in(task.sessions)).sort("at_us")
    record = Recorder(task.run, task.worker)
    together = task.plan.connections or peak(sessions)
    engine = Engine(loop, record, timeline, speed=task.plan.speed, together=together, worker=task.worker)
    made, first = _sessions(engine, task, sessions, spool)
    loop.add_reader(pipe.fileno(), _listen, pipe, engine)
    reporting = loop.create_task(_report(task.worker, record, engine, pipe))
    engine.start(made, first)
    try:
        await engine.finished
    finally:
        reporting.cancel()
        loop.remove_reader(pipe.fileno())
        engine.close()
        record.flush(last=True)
    with suppress(BrokenPipeError):
        pipe.send(_progress(task.worker, record, engine, 0))


def _sessions(engine: Engine, task: Task, table: pl.DataFrame, spool: Spool) -> tuple[list[Session], list[int]]:
    settings = [SessionSettings(**document) for document in task.settings]
    timeout_us = task.plan.statement_timeout_us
    guard = {"statement_timeout": f"{timeout_us // 1000}ms"} if timeout_us else {}
    made: list[Session] = []
    first: list[int] = []
    table = table.with_columns(Schedule(task.plan, task.silences).begins(table["at_us"]))
    for row in table.iter_rows(named=True):
        span = spool.spans.get(row["session"])
        if span is None:
            continue
        endpoint = task.plan.target.to(database=row["database"], user=row["user"])
        words = conninfo(
            endpoint,
            application=row["application_name"],
            read_only=not task.plan.writes,
            encoding=row["encoding"],
            settings=guard | started_with(settings, row["user"], row["database"], row["application_name"]),
        )
        made.append(Session(engine, row["session"], Script(spool.rows, *span), words))
        first.append(-LEAD_US if row["began"] == "already open" else row["due_us"])
    return made, first


def _listen(pipe: Connection, engine: Engine) -> None:
    with suppress(EOFError, OSError):  # the parent is gone: stop as if told to
        pipe.recv()
    engine.stop()


async def _report(worker: int, record: Recorder, engine: Engine, pipe: Connection) -> None:
    while True:
        await asyncio.sleep(PROGRESS_S)
        with suppress(BrokenPipeError):
            pipe.send(_progress(worker, record, engine, engine.left))


def _progress(worker: int, record: Recorder, engine: Engine, left: int) -> Progress:
    ok, failed, skipped, unsent = record.counts
    cpu_us = time.process_time_ns() // 1000 - engine.cpu_start_us
    return Progress(worker, ok, failed, skipped, unsent, left, engine.now(), cpu_us)


def _allow_descriptors(sessions: int) -> None:
    """Raise the descriptor limit as far as it goes, if the sessions could need it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = sessions + 256
    if soft < wanted and hard > soft:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(wanted, hard) if hard > 0 else wanted, hard))
