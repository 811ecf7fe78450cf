"""Captures of small logs, with their sessions and statements."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.workload.read import Workload
from tests.conftest import SAMPLES

FAULTS = SAMPLES / "faults" / "capture"


@dataclass(frozen=True)
class Captured:
    """A workload's sessions (process, user, database, application, host) and statements (SQL, microseconds)."""

    workload: Workload

    @property
    def sessions(self) -> list[tuple[str, ...]]:
        columns = ("captured_session", "user", "database", "application_name", "remote_host")
        return self.workload.sessions().select(columns).rows()

    @property
    def statements(self) -> list[tuple[bytes, int | None]]:
        events = self.workload.events().collect().filter(pl.col("sql").is_not_null())
        return events.select("sql", "took_us").rows()


def captured(folder: Path, log: Path | bytes, **options: Any) -> Captured:
    path = log if isinstance(log, Path) else folder / "x.log"
    if isinstance(log, bytes):
        path.write_bytes(log)
    output = folder / "w.workload"
    capture_logs(CaptureOptions((path,), output, force=True, **options), tool_version="test")
    return Captured(Workload.open(output))
