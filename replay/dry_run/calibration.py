"""How many statements a second one worker can send here: the hot loop itself, on ``select 1``, for a second or two."""

from __future__ import annotations

import asyncio
import tempfile
import time
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import polars as pl
import uvloop

from pgrehearse.base.application_names import CALIBRATION
from pgrehearse.base.clock import SECOND, Timeline
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.server_identity import ExpectedIdentity
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.prepare.session_selection import SessionCopy
from pgrehearse.replay.prepare.spool import Rows
from pgrehearse.replay.session.engine import Engine, Limits
from pgrehearse.replay.session.login import Login
from pgrehearse.replay.session.reactor import Reactor
from pgrehearse.replay.session.recorder import Recorder
from pgrehearse.replay.session.script import CONNECT, QUERY, Script
from pgrehearse.replay.session.session import Session
from pgrehearse.replay.session.session_spec import SessionSpec

_CONNECTIONS = 8
_SECONDS = 1.5
# A paced worker is on time while its utilization is no more than this.
MAX_UTILIZATION = 0.6


@dataclass(frozen=True, slots=True)
class Calibration:
    """What one worker does here flat out: statements a second, and its own CPU time for each."""

    per_s: float
    cpu_us: float


def calibrate(target: Endpoint, passwords: Passwords, expected_identity: ExpectedIdentity) -> Calibration:
    """Send ``select 1`` over a few connections, flat out for a second or two, and measure. It writes nothing on the target."""
    login = Login(target, CALIBRATION, read_only=False, expected_identity=expected_identity)
    with tempfile.TemporaryDirectory() as directory:
        run = Path(directory)
        (run / "outcomes").mkdir()
        cpu_us = uvloop.run(_flat_out(run, login, passwords))
        parts = sorted((run / "outcomes").glob("*.parquet"))
        if not parts:  # no connection was established
            return Calibration(0.0, 0.0)
        sent = pl.scan_parquet(parts, glob=False).filter((pl.col("status") == "ok") & (pl.col("rows") >= 0))
        count, first_us, last_us = (
            sent.select(pl.len(), pl.col("sent_us").min(), pl.col("done_us").max()).collect().row(0)
        )
    if not count:
        return Calibration(0.0, 0.0)
    return Calibration(count / max(last_us - first_us, 1) * SECOND, cpu_us / count)


async def _flat_out(run: Path, login: Login, passwords: Passwords) -> int:
    """Run sessions that send the same query until the time is up; return their CPU time."""
    loop = asyncio.get_running_loop()
    recorder, reactor = Recorder(run, 0), Reactor(loop, Timeline.starting_in(0))
    limits = Limits(paced=False, max_open=_CONNECTIONS, wait_timeout_us=SECOND)
    engine = Engine(reactor, recorder, limits, passwords=passwords)
    scripts = [Script(_rows, 0, 1 << 40) for _ in range(_CONNECTIONS)]
    specs = [SessionSpec(SessionCopy(number, 0, 0), login) for number in range(_CONNECTIONS)]
    engine.start(
        [
            Session(engine.context, spec, script, engine.session_ended)
            for spec, script in zip(specs, scripts, strict=True)
        ],
        [],
    )
    loop.call_later(_SECONDS, _end_scripts, scripts)
    await engine.finished
    reactor.close()
    cpu_us = time.process_time_ns() // 1000 - engine.cpu_start_us
    recorder.flush(last=True)
    if engine.problem is not None:
        raise engine.problem
    return cpu_us


def _end_scripts(scripts: list[Script]) -> None:
    for script in scripts:
        script.assign(0, 0)


def _rows(low: int, high: int) -> Rows:
    """Return rows of a session that connects and then sends the same query without end."""
    n = high - low
    fixed: dict[str, Any] = {
        "seq": list(range(low, high)),
        "code": [CONNECT if low == 0 and at == 0 else QUERY for at in range(n)],
        "skip": [0] * n,
        "due_us": [0] * n,
        "sql": [b"select 1"] * n,
        "deallocates": [False] * n,
    }
    return Rows(**{item.name: fixed.get(item.name, [None] * n) for item in fields(Rows)})
