"""A sample is told from the log alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from capture import grammar
from capture.logs import capture_logs
from capture.options import CaptureOptions
from capture.sampled import Signs, signs
from tests.conftest import SAMPLES

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
        {"session": 0, "what": grammar.STATEMENT, "duration_us": 1, "name": None, "sql": "update t set a = 1", "vxid": f"3/{n}"}
        for n in range(4, 404, 4)
    ]  # fmt: skip
    found = signs(pl.DataFrame(rows, schema_overrides={"what": grammar.WHAT, "name": pl.String}))
    assert (found.sampled, found.share) == (True, 0.25)
    assert not (Signs(numbered=99, logged=1)).sampled
