"""Server times: the target's own log is captured and joined with the outcomes of the run.

The log contains the statements of a connection in the order in which they were sent, so the k-th statement of one is the k-th
of the other. A pair counts only if both have the same SQL.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from pgrehearse.base.errors import BadInput
from pgrehearse.base.own_statements import OWN_STATEMENTS
from pgrehearse.base.version import tool_version
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.replay.prepare.production_clock import IN_STATEMENTS, INSTANTS, ON_SERVER, read_clock_texts
from pgrehearse.runs.read import Run
from pgrehearse.runs.write import add_server_times
from pgrehearse.workload.read import Workload
from pgrehearse.workload.schema import IS_STATEMENT, TOOK

# A note is written only if a smaller share of the statements has server times.
MOST = 0.95


@dataclass(frozen=True, slots=True)
class Joined:
    """How many statements were sent, and how many of them have a server time."""

    sent: int
    found: int

    def note(self) -> str:
        """Return a note about missing server times ("": nearly every statement has one)."""
        if self.found >= MOST * self.sent:
            return ""
        if not self.found:
            return f"no server times: the target's log contains none of the {self.sent:,} statements that were sent; client times are compared"
        return f"server times exist only for {self.found:,} of {self.sent:,} statements; the target's log does not contain the others"


def capture_back(run: Run, workload: Workload, logs: tuple[Path, ...], output: Path, *, force: bool = True) -> Workload:
    """Capture the target's log for the time of a run into a separate workload."""
    clock = run.manifest.clock
    shifted = clock is not None and clock.way == ON_SERVER
    # A shifted server writes its log with production's time.
    begin = workload.manifest.window_start_us + run.manifest.plan.from_us if shifted else run.manifest.wall_start_us
    since = begin - 5_000_000
    until = begin + run.manifest.duration_us + 5_000_000
    capture_logs(CaptureOptions(logs, output, force=force, since_us=since, until_us=until), tool_version=tool_version())
    return Workload.open(output)


def join_server_times(run: Run, workload: Workload, logged: Workload) -> Joined:
    """Write ``server_us`` (parse, bind and execution as the target logged them) into the run's outcomes."""
    sent = _sent(run, workload)
    pairs = sent.join(_logged(run, logged), on=["connection", "position"]).filter(pl.col("sql") == pl.col("logged_sql"))
    add_server_times(run, pairs.select("session", "copy", "seq", "server_us"))
    return Joined(sent.height, pairs["server_us"].count())


def _logged(run: Run, logged: Workload) -> pl.DataFrame:
    """Return the statements in the target's log, with their connection and their position in it."""
    backend_pid = pl.col("captured_session").str.split(".").list.last().str.to_integer(base=16, dtype=pl.Int64)
    connections = run.connections().filter(pl.col("backend_pid").is_not_null()).select("connection", "backend_pid")
    sessions = logged.sessions().select(pl.col("session").alias("log_session"), backend_pid.alias("backend_pid"))
    is_own = pl.any_horizontal(pl.col("sql").bin.starts_with(text.encode()) for text in OWN_STATEMENTS).fill_null(
        value=False
    )
    return (
        logged.events()
        .filter(IS_STATEMENT & ~is_own)
        .select(
            pl.col("session").alias("log_session"),
            "seq",
            pl.col("sql").alias("logged_sql"),
            TOOK.alias("server_us"),
        )
        .collect()
        .sort("log_session", "seq")
        .with_columns(pl.int_range(pl.len()).over("log_session").alias("position"))
        .join(connections.join(sessions, on="backend_pid"), on="log_session")
        .select("connection", "position", "logged_sql", "server_us")
    )


def _texts(run: Run, workload: Workload) -> pl.LazyFrame:
    """Return the text of each statement as it was sent: session, seq, sql."""
    clock = run.manifest.clock
    if clock is None or clock.way != IN_STATEMENTS:
        return workload.events().filter(IS_STATEMENT).select("session", "seq", "sql")
    statements = workload.events().with_columns(INSTANTS).filter(IS_STATEMENT)
    columns = ["session", "seq", "sql", "prepared_name", "params", "began_us", "started_us"]
    events = statements.select(*columns, pl.lit(None, pl.List(pl.Int64)).alias("types")).collect()
    return read_clock_texts(workload).apply(events).select("session", "seq", "sql").lazy()


def _sent(run: Run, workload: Workload) -> pl.DataFrame:
    """Return the statements that the target received, with their connection and their position in it."""
    was_received = pl.col("sent_us").is_not_null() & ((pl.col("status") == "ok") | pl.col("sqlstate").is_not_null())
    return (
        _texts(run, workload)
        .join(run.outcomes().filter(was_received), on=["session", "seq"])
        .select("session", "copy", "seq", "connection", "sql", "sent_us")
        .collect()
        .sort("connection", "sent_us", "seq")
        .with_columns(pl.int_range(pl.len()).over("connection").alias("position"))
    )


def read_server_times(run: Run, workload: Workload, logs: tuple[Path, ...]) -> tuple[bool, str]:
    """Join the target's log to the run; return whether it has server times, and a note if some are missing."""
    try:
        back = capture_back(run, workload, logs, run.path / "server.workload")
    except BadInput as error:
        return False, f"no server times: {error.message}; client times are compared"
    joined = join_server_times(run, workload, back)
    return joined.found > 0, joined.note()
