"""The target's own log, captured back and joined to the outcomes: server time beside client time.

A connection's statements stand in the log in the order in which they were sent, so the k-th of one is the k-th of
the other; a pair is kept only while both tell the same SQL.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from pgrehearse.base.server_identity import PROOF
from pgrehearse.base.version import tool_version
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.runs.read import Run
from pgrehearse.runs.write import add_server_times
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT, TOOK

# From this share of the statements on, server times that are missing are not worth a note.
MOST = 0.95


@dataclass(frozen=True, slots=True)
class Joined:
    """How many of the statements that were sent found their server time."""

    sent: int
    found: int

    def note(self) -> str:
        """Say what a reader of the run has to know of its server times ("": nearly every statement has one)."""
        if self.found >= MOST * self.sent:
            return ""
        if not self.found:
            return f"no server times: the target's log holds none of the {self.sent:,} statements that were sent; the client's times are compared"
        return f"server times of {self.found:,} of {self.sent:,} statements alone: the target's log does not hold the others"


def capture_back(run: Run, logs: tuple[Path, ...], output: Path, *, force: bool = True) -> Workload:
    """Capture the target's log of a run into a workload of its own."""
    since = run.manifest.wall_start_us - 5_000_000
    until = run.manifest.wall_start_us + run.manifest.duration_us + 5_000_000
    capture_logs(CaptureOptions(logs, output, force=force, since_us=since, until_us=until), tool_version=tool_version())
    return Workload.open(output)


def join_server_times(run: Run, workload: Workload, back: Workload) -> Joined:
    """Write ``server_us`` (parse, bind and execution as the target logged them) into the run's outcomes."""
    pids = run.connections().filter(pl.col("backend_pid").is_not_null()).select("connection", "backend_pid")
    captured = back.sessions().select(
        pl.col("session").alias("back"),
        pl.col("captured_session")
        .str.split(".")
        .list.last()
        .str.to_integer(base=16, dtype=pl.Int64)
        .alias("backend_pid"),
    )
    owners = pids.join(captured, on="backend_pid")
    logged = (
        back.events()
        .filter(IS_STATEMENT & ~pl.col("sql").bin.starts_with(PROOF.encode()).fill_null(value=False))
        .select(
            pl.col("session").alias("back"),
            "seq",
            pl.col("sql").alias("logged_sql"),
            TOOK.alias("server_us"),
        )
        .collect()
        .sort("back", "seq")
        .with_columns(pl.int_range(pl.len()).over("back").alias("place"))
        .join(owners, on="back")
        .select("connection", "place", "logged_sql", "server_us")
    )
    sent = (
        workload.events()
        .filter(IS_STATEMENT)
        .select("session", "seq", "sql")
        .join(
            run.outcomes().filter(
                pl.col("sent_us").is_not_null() & ((pl.col("status") == "ok") | pl.col("sqlstate").is_not_null())
            ),
            on=["session", "seq"],
        )
        .select("session", "copy", "seq", "connection", "sql", "sent_us")
        .collect()
        .sort("connection", "sent_us", "seq")
        .with_columns(pl.int_range(pl.len()).over("connection").alias("place"))
    )
    pairs = sent.join(logged, on=["connection", "place"]).filter(pl.col("sql") == pl.col("logged_sql"))
    add_server_times(run, pairs.select("session", "copy", "seq", "server_us"))
    return Joined(sent.height, pairs["server_us"].count())
