"""Runs of one small workload with events in mid-run, written as files: each test defines what the events do to the statements."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

import polars as pl

from pgrehearse.runs import write
from pgrehearse.runs.manifest import RunManifest
from pgrehearse.runs.run_facts import AccessFacts, RunPlan, TargetFacts
from pgrehearse.runs.schema import METRICS, OUTCOMES
from tests.captured import captured
from tests.logged import LogRecord, Server

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pgrehearse.runs.mid_run_events import MidRunEvent
    from pgrehearse.runs.read import Run
    from pgrehearse.workload.read import Workload

SECONDS, PER_SECOND, SESSIONS = 40, 10, 10
# Of an undisturbed statement.
TOOK_US = 4_000


def workload_of(folder: Path, *, failed: Mapping[int, str] = MappingProxyType({})) -> Workload:
    """Capture a workload of one query: ten sessions, each of them sends a statement every second for forty seconds.

    *failed*: the seconds in which the statements failed in production, with their SQLSTATE.
    """
    records = [
        _record(
            session, second + session / SESSIONS, f"select total from orders where id = {second}", failed.get(second)
        )
        for second in range(SECONDS)
        for session in range(SESSIONS)
    ]
    return captured(folder, Server().write(folder / "x.csv", *records)).workload


def _record(session: int, at_s: float, sql: str, state: str | None) -> LogRecord:
    return (
        LogRecord.ran(session, at_s, sql, 4) if state is None else LogRecord.failed(session, at_s, sql, "failed", state)
    )


@dataclass
class Replayed:
    """One replay. *took_us*: how long the statements of some seconds take;
    *failing*: the seconds in which statements fail, with their SQLSTATE, except those of the sessions in *unaffected*; *waiting*: sessions that wait for a lock, by second; half of them
    are in one chain. *pooled*: to a pooler in transaction mode; *messages*: of failed statements, by SQLSTATE."""

    took_us: dict[range, int] = field(default_factory=dict)
    failing: dict[int, str] = field(default_factory=dict)
    unaffected: tuple[int, ...] = ()
    waiting: dict[int, float] = field(default_factory=dict)
    events: tuple[MidRunEvent, ...] = ()
    speed: float | Literal["max"] = 1.0
    pooled: bool = False
    messages: dict[str, str] = field(default_factory=dict)

    def write(self, workload: Workload, path: Path) -> Run:
        """Write the run."""
        manifest = RunManifest(
            workload.name,
            workload.manifest.digest,
            TargetFacts(),
            RunPlan(
                workload_path=str(workload.path), speed=self.speed, access=AccessFacts(transaction_pooling=self.pooled)
            ),
            wall_start_us=1_700_000_000_000_000,
            duration_us=SECONDS * 1_000_000,
            tool_version="test",
        )
        directory = write.begin(path, manifest, force=False)
        write.write_part(directory / "outcomes", "part-0000", self._outcomes(workload))
        write.write_part(directory, "metrics-0000", self._metrics())
        if self.events:
            write.write_mid_run_events(directory, self.events)
        return write.finish(path, manifest)

    def _outcomes(self, workload: Workload) -> pl.DataFrame:
        rows = workload.events().select("session", "seq", "at_us").collect()
        return pl.DataFrame([self._outcome(**row) for row in rows.iter_rows(named=True)], schema=OUTCOMES)

    def _outcome(self, session: int, seq: int, at_us: int) -> dict[str, Any]:
        second = at_us // 1_000_000
        took_us = next((us for seconds, us in self.took_us.items() if second in seconds), TOOK_US + 100 * (seq % 7))
        state = self.failing.get(second) if session not in self.unaffected else None
        return {
            "session": session,
            "seq": seq,
            "copy": 0,
            "connection": session,
            "due_us": at_us,
            "ready_us": at_us,
            "ordered_us": at_us,
            "sent_us": at_us,
            "done_us": at_us + took_us,
            "status": "failed" if state else "ok",
            "sqlstate": state,
            "message": self.messages.get(state or ""),
            "rows": 1,
        }

    def _metrics(self) -> pl.DataFrame:
        samples = [
            {
                "at_us": second * 1_000_000 + 500_000,
                "source": "postgres",
                "instance": "primary",
                "subject": "",
                "metric": metric,
                "value": self.waiting.get(second, 0.0) // divisor,
                "unit": "count",
            }
            for second in range(SECONDS)
            for metric, divisor in (("lock_waits", 1), ("lock_depth", 2), ("lock_cycles", 5))
        ]
        return pl.DataFrame(samples, schema=METRICS)
