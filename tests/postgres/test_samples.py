"""The real logs of PostgreSQL 15 and 18, in every mode, replayed on 18: production's errors, and its statements back."""

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

# What is sent in the place of a statement that failed and cannot be sent.
STAND_IN = b"do $$ begin raise 'as in production'"

if TYPE_CHECKING:
    from pathlib import Path

MODES = ("mindur0", "rds_mindur0", "stmtall", "stmtall_duration", "stmtall_mindur0")
# What a log cannot make happen again: whom a deadlock strikes is a race, and pg_terminate_backend names a process of then.
CHANCE = {"40P01", "57P01"}
# This session turns off what it is logged by.
SILENT = "paramlen"


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
    """Setup included: roles, databases, tables come from the log itself. Skipped is only what no log holds."""
    output = tmp_path / "w.workload"
    capture_logs(CaptureOptions((SAMPLES / version / f"{mode}.csv",), output), tool_version="test")
    workload = Workload.open(output)
    settings = {"fsync": "off", "max_prepared_transactions": "5", "deadlock_timeout": "200ms"}
    target = clusters.create(home / f"{version}-{mode}", version=18, name=f"{version}-{mode}", settings=settings)
    clusters.start(target)
    try:
        mark = LogMark.now(target)
        # Sessions that need each other's tables began milliseconds after one another: half the speed keeps them apart.
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
    """What the target logged is what was sent: the same statements of each application, in its sessions' order."""
    spoken = (
        back.events()
        .collect()
        .filter(pl.col("action").is_in(["query", "execute"]))
        .filter(~pl.col("sql").bin.starts_with(PROOF.encode()), ~pl.col("sql").bin.starts_with(STAND_IN))
        .join(back.sessions().select("session", "application_name"), on="session")
    )
    for name in sent.filter(pl.col("application_name") != SILENT)["application_name"].unique().to_list():
        one = sent.filter(application_name=name).group_by("session").agg(pl.col("sql").sort_by("seq"))
        other = spoken.filter(application_name=name).group_by("session").agg(pl.col("sql").sort_by("seq"))
        assert sorted(one["sql"].to_list()) == sorted(other["sql"].to_list()), name
