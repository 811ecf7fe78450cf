"""A sample is told from the log alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.parse import messages
from pgrehearse.capture.parse.sample_detection import Signs, signs
from pgrehearse.capture.pipeline import capture_logs
from tests.conftest import SAMPLES
from tests.logged import Said, Server

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("version", ["pg15", "pg18"])
@pytest.mark.parametrize("form", ["csv", "json", "log"])
@pytest.mark.parametrize("mode", ["mindur0", "stmtall", "stmtall_duration", "stmtall_mindur0", "sample"])
def test_real_logs_are_told_apart(version: str, form: str, mode: str, tmp_path: Path) -> None:
    """What is whole is not called a sample, what is one is, in every mode and format."""
    log = SAMPLES / version / f"{mode}.{form}"
    manifest = capture_logs(CaptureOptions((log,), tmp_path / "w.workload"), tool_version="test")
    told = any("looks like a sample" in note for note in manifest.notes)
    assert told == (mode == "sample")
    assert ("sample" in manifest.logging_mode) == told


def test_gaps_in_transaction_numbers_give_the_share() -> None:
    """Every fourth transaction of 400 is there."""
    rows = [
        {
            "session": 0,
            "what": messages.STATEMENT,
            "duration_us": 1,
            "name": None,
            "sql": "update t set a = 1",
            "vxid": f"3/{n}",
        }
        for n in range(4, 404, 4)
    ]
    found = signs(pl.DataFrame(rows, schema_overrides={"what": messages.WHAT, "name": pl.String}))
    assert (found.sampled, found.share) == (True, 0.25)
    assert not (Signs(numbered=99, logged=1)).sampled


def heard(session: int) -> Said:
    return Said(session, 0, "connection received: host=10.1.1.1 port=5000", vxid="")


def of(tmp_path: Path, records: list[Said]) -> tuple[str, list[str]]:
    """Return the mode and the notes of a log."""
    manifest = capture_logs(
        CaptureOptions((Server().wrote(tmp_path / "x.csv", *records),), tmp_path / "w.workload"), tool_version="test"
    )
    return manifest.logging_mode, [note for note in manifest.notes if "sample" in note or "shorter" in note]


def test_a_threshold_is_no_sample(tmp_path: Path) -> None:
    """log_min_duration_statement = 250: BEGIN, COMMIT and most transactions are missing, and all that is there took long."""
    slow = [Said.ran(1, n, f"update t set a = {n}", 250 + n, vxid=f"3/{9 * n + 1}") for n in range(120)]
    mode, notes = of(tmp_path, [heard(1), *slow])
    assert mode == "log_min_duration_statement"
    assert notes == [
        "no statement shorter than 250 ms is in the log: log_min_duration_statement is more than 0, and what took less is missing"
    ]


def test_what_is_not_logged_at_its_start_is_no_sample(tmp_path: Path) -> None:
    """log_statement = mod: transactions that only read have numbers, and no lines."""
    told = [Said(1, n, f"statement: update t set a = {n}", vxid=f"3/{9 * n + 1}") for n in range(200)]
    assert of(tmp_path, [heard(1), *told]) == ("log_statement", [])


def test_failed_statements_and_parses_have_numbers_too(tmp_path: Path) -> None:
    """Every other transaction failed; every name was parsed in a transaction of its own."""
    failed = [
        Said.failed(1, n, "insert into t values (1)", "duplicate key", "23505", vxid=f"3/{n + 1}")
        if n % 2
        else Said(1, n, "duration: 0.1 ms  execute <unnamed>: select 1", vxid=f"3/{n + 1}")
        for n in range(240)
    ]
    assert of(tmp_path, [heard(1), *failed])[1] == []
    prepared = [
        Said(2, n, f"duration: 0.1 ms  {'execute' if n % 2 else 'parse'} s{n // 2}: select 1", vxid=f"4/{n + 1}")
        for n in range(240)
    ]
    (tmp_path / "w.workload").rename(tmp_path / "before.workload")
    assert of(tmp_path, [heard(2), *prepared])[1] == []


def test_a_commit_of_nothing_is_no_sample(tmp_path: Path) -> None:
    """An application that commits without BEGIN is warned; so is a chain of transactions."""
    warned = Said(1, 5, "there is no transaction in progress", "WARNING", "25P01")
    commits = [one for n in range(9) for one in (Said.ran(1, n, "commit", 0.1), warned)]
    chained = [
        Said.ran(2, 1, "begin", 0.1),
        Said.ran(2, 2, "commit and chain", 0.1, vxid="5/9"),
        Said.ran(2, 3, "update t set a = 1", 0.1, vxid="5/9"),
    ]
    assert of(tmp_path, [heard(1), heard(2), *commits, *chained])[1] == []


def test_prepare_in_sql_is_no_missing_parse(tmp_path: Path) -> None:
    """Names that PREPARE made are bound by the protocol."""
    named = [Said.ran(1, n, f"prepare p{n} as select 1", 0.1) for n in range(5)]
    bound = [Said(1, 9 + n, f"duration: 0.1 ms  execute p{n}: prepare p{n} as select 1") for n in range(5)]
    assert of(tmp_path, [heard(1), *named, *bound])[1] == []


def test_statements_without_their_begin_are_a_sample(tmp_path: Path) -> None:
    """Short ones among them: chance left the BEGINs out."""
    inside = [Said.ran(1, n, f"update t set a = {n}", 0.1, vxid="3/7") for n in range(5)]
    mode, notes = of(tmp_path, [heard(1), *inside])
    assert "sample" in mode
    assert len(notes) == 1
