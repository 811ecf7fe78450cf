"""Logs of PostgreSQL 15 and 18, in every logging mode, replayed on 18: the errors and the statements are production's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.base.server_identity import PROOF
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.replay.prepare.statement_rules import writing_reason
from pgrehearse.runs.reasons import SUBSTITUTED
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.workload.read import Workload
from tests.conftest import SAMPLES, LogMark
from tests.replaying import replay

# The beginning of the statement that is sent in place of a failed statement which cannot be sent.
SUBSTITUTE = b"do $$ begin raise 'as in production'"

if TYPE_CHECKING:
    from pathlib import Path

MODES = ("mindur0", "rds_mindur0", "stmtall", "stmtall_duration", "stmtall_mindur0")
# Errors that a replay cannot repeat: the victim of a deadlock is random, and pg_terminate_backend has a process number of production.
CHANCE = {"40P01", "57P01"}
# The application of a session that changes its own logging settings.
UNLOGGED = "paramlen"


@pytest.mark.parametrize(
    ("version", "mode"),
    [
        pytest.param(
            version,
            mode,
            marks=() if (version, mode) == ("pg15", "mindur0") else pytest.mark.soak,
        )
        for version in ("pg15", "pg18")
        for mode in MODES
    ],
)
def test_a_sample_replays_with_productions_errors(version: str, mode: str, home: Path, tmp_path: Path) -> None:
    """The statements of the log create the roles, databases and tables. Only statements that a log cannot contain are skipped."""
    output = tmp_path / "w.workload"
    capture_logs(CaptureOptions((SAMPLES / version / f"{mode}.csv",), output), tool_version="test")
    workload = Workload.open(output)
    settings = {"fsync": "off", "max_prepared_transactions": "5", "deadlock_timeout": "200ms"}
    target = clusters.create(home / f"{version}-{mode}", version=18, name=f"{version}-{mode}", settings=settings)
    clusters.start(target)
    try:
        mark = LogMark.now(target)
        # Sessions that use each other's tables began milliseconds apart: half the speed doubles the distance.
        allowed = frozenset({"role", "database"})
        run, _ = replay(workload, target, tmp_path / "r.run", speed=0.5, allowed=allowed)
        back = mark.capture(tmp_path, "back")
    finally:
        clusters.stop(target)
    sessions = workload.sessions().select("session", "application_name", "began")
    outcomes = (
        run.outcomes()
        .collect()
        .join(
            workload.events().collect().select("session", "seq", "action", "sql", was="sqlstate"), on=["session", "seq"]
        )
        .join(sessions, on="session")
        .filter(pl.col("action").is_in(["query", "execute"]))
    )
    skipped = outcomes.filter(status="skipped")
    assert set(skipped["reason"].str.strip_suffix(f"; {SUBSTITUTED}")) <= {
        "its parameters are not in the log",
        "COPY data is not in the log",
        "it sets a password",
        writing_reason("terminate"),
        writing_reason("notify"),
    }
    differs = outcomes.filter(
        (pl.col("status") != "skipped") & (pl.col("sqlstate").fill_null("") != pl.col("was").fill_null(""))
    )
    assert set(differs["sqlstate"].drop_nulls()) | set(differs["was"].drop_nulls()) <= CHANCE, differs.rows()
    assert outcomes.filter(pl.col("was").is_not_null()).height >= 10
    check_round_trip(outcomes.filter(pl.col("status") != "skipped"), back)


def check_round_trip(sent: pl.DataFrame, back: Workload) -> None:
    """Assert that the target's log has the same statements as were sent, by application and in the order of each session."""
    logged = (
        back.events()
        .collect()
        .filter(pl.col("action").is_in(["query", "execute"]))
        .filter(~pl.col("sql").bin.starts_with(PROOF.encode()), ~pl.col("sql").bin.starts_with(SUBSTITUTE))
        .join(back.sessions().select("session", "application_name"), on="session")
    )
    for name in sent.filter(pl.col("application_name") != UNLOGGED)["application_name"].unique().to_list():
        sent_by_session = sent.filter(application_name=name).group_by("session").agg(pl.col("sql").sort_by("seq"))
        logged_by_session = logged.filter(application_name=name).group_by("session").agg(pl.col("sql").sort_by("seq"))
        assert sorted(sent_by_session["sql"].to_list()) == sorted(logged_by_session["sql"].to_list()), name
