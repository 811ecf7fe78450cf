"""A sample is detected from the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.parse import messages
from pgrehearse.capture.parse.sample_detection import Signs, signs
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.workload.read import Workload
from tests.conftest import SAMPLES
from tests.logged import LogRecord, Server

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("version", ["pg15", "pg18"])
@pytest.mark.parametrize("form", ["csv", "json", "log"])
@pytest.mark.parametrize("mode", ["mindur0", "stmtall", "stmtall_duration", "stmtall_mindur0", "sample"])
def test_samples_of_real_logs_are_detected(version: str, form: str, mode: str, tmp_path: Path) -> None:
    """Complete logs are not called a sample, in every mode and format."""
    log = SAMPLES / version / f"{mode}.{form}"
    manifest = capture_logs(CaptureOptions((log,), tmp_path / "w.workload"), tool_version="test")
    noted = any("looks like a sample" in note for note in manifest.notes)
    assert noted == (mode == "sample")
    assert ("sample" in manifest.logging_mode) == noted


def test_gaps_in_transaction_numbers_give_the_share() -> None:
    """Every fourth transaction of 400 is logged."""
    rows = [
        {
            "session": 0,
            "what": messages.STATEMENT,
            "duration_us": 1,
            "name": None,
            "sql": "update t set a = 1",
            "vxid": f"3/{n}",
            "sqlstate": None,
        }
        for n in range(4, 404, 4)
    ]
    sample = signs(pl.DataFrame(rows, schema_overrides={"what": messages.WHAT, "name": pl.String}))
    assert (sample.sampled, sample.share) == (True, 0.25)
    assert not (Signs(numbered=99, logged=1)).sampled


def received(session: int) -> LogRecord:
    return LogRecord(session, 0, "connection received: host=10.1.1.1 port=5000", vxid="")


def mode_and_notes(tmp_path: Path, records: list[LogRecord]) -> tuple[str, list[str]]:
    """Return the mode and the notes of a log."""
    manifest = capture_logs(
        CaptureOptions((Server().write(tmp_path / "x.csv", *records),), tmp_path / "w.workload"), tool_version="test"
    )
    return manifest.logging_mode, [note for note in manifest.notes if "sample" in note or "shorter" in note]


def test_a_threshold_is_not_a_sample(tmp_path: Path) -> None:
    """log_min_duration_statement = 250: BEGIN, COMMIT and most transactions are missing, and all logged statements are long."""
    slow = [LogRecord.ran(1, n, f"update t set a = {n}", 250 + n, vxid=f"3/{9 * n + 1}") for n in range(120)]
    mode, notes = mode_and_notes(tmp_path, [received(1), *slow])
    assert mode == "log_min_duration_statement"
    assert not Workload.open(tmp_path / "w.workload").manifest.all_statements
    assert notes == [
        "the log contains no statement shorter than 250 ms: log_min_duration_statement is greater than 0, and shorter statements are missing"
    ]


def test_log_statement_mod_is_not_a_sample(tmp_path: Path) -> None:
    """Transactions that only read have numbers, but are not logged."""
    statements = [LogRecord(1, n, f"statement: update t set a = {n}", vxid=f"3/{9 * n + 1}") for n in range(200)]
    assert mode_and_notes(tmp_path, [received(1), *statements]) == ("log_statement", [])


def test_numbers_of_failed_statements_and_parses_are_not_gaps(tmp_path: Path) -> None:
    """Every other transaction failed; every name was parsed in a transaction of its own."""
    failed = [
        LogRecord.failed(1, n, "insert into t values (1)", "duplicate key", "23505", vxid=f"3/{n + 1}")
        if n % 2
        else LogRecord(1, n, "duration: 0.1 ms  execute <unnamed>: select 1", vxid=f"3/{n + 1}")
        for n in range(240)
    ]
    assert mode_and_notes(tmp_path, [received(1), *failed])[1] == []
    prepared = [
        LogRecord(2, n, f"duration: 0.1 ms  {'execute' if n % 2 else 'parse'} s{n // 2}: select 1", vxid=f"4/{n + 1}")
        for n in range(240)
    ]
    (tmp_path / "w.workload").rename(tmp_path / "before.workload")
    assert mode_and_notes(tmp_path, [received(2), *prepared])[1] == []


def test_a_commit_without_a_begin_is_not_a_sample(tmp_path: Path) -> None:
    """The server warns an application that commits without BEGIN; AND CHAIN needs no BEGIN."""
    warned = LogRecord(1, 5, "there is no transaction in progress", "WARNING", "25P01")
    commits = [record for n in range(9) for record in (LogRecord.ran(1, n, "commit", 0.1), warned)]
    chained = [
        LogRecord.ran(2, 1, "begin", 0.1),
        LogRecord.ran(2, 2, "commit and chain", 0.1, vxid="5/9"),
        LogRecord.ran(2, 3, "update t set a = 1", 0.1, vxid="5/9"),
    ]
    assert mode_and_notes(tmp_path, [received(1), received(2), *commits, *chained])[1] == []


def test_names_prepared_in_sql_are_not_missing_parses(tmp_path: Path) -> None:
    """Names of PREPARE are bound by the extended protocol."""
    prepares = [LogRecord.ran(1, n, f"prepare p{n} as select 1", 0.1) for n in range(5)]
    bound = [LogRecord(1, 9 + n, f"duration: 0.1 ms  execute p{n}: prepare p{n} as select 1") for n in range(5)]
    assert mode_and_notes(tmp_path, [received(1), *prepares, *bound])[1] == []


def test_short_statements_without_their_begin_are_a_sample(tmp_path: Path) -> None:
    """The sampling excluded the BEGINs."""
    inside = [LogRecord.ran(1, n, f"update t set a = {n}", 0.1, vxid="3/7") for n in range(5)]
    mode, notes = mode_and_notes(tmp_path, [received(1), *inside])
    assert "sample" in mode
    assert len(notes) == 1
