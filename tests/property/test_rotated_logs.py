"""Rotated logs: split anywhere, in any order, overlapping or not, with clock steps."""

from __future__ import annotations

import random
import tempfile
from itertools import pairwise
from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pgrehearse.capture import file_order
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.workload.read import Workload
from tests.logged import LogRecord, Server


def statements(workload: Workload) -> dict[int, list[str]]:
    """Return the statements of each process, in order."""
    events = workload.events().filter(pl.col("action") == "query").sort("session", "seq")
    text = events.select("session", pl.col("sql").cast(pl.String)).collect()
    by_session = workload.sessions().select("session", pl.col("captured_session").str.split(".").list.last())
    by_process: dict[int, list[str]] = {}
    for process, sql in (
        text.join(by_session, on="session", maintain_order="left").select("captured_session", "sql").iter_rows()
    ):
        by_process.setdefault(int(process, 16), []).append(sql)
    return by_process


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    form=st.sampled_from(["csv", "json"]),
    sessions=st.integers(1, 4),
    cuts=st.lists(st.integers(1, 59), max_size=3, unique=True),
    overlap=st.integers(0, 10),
    step_at=st.integers(0, 60),
    back_s=st.sampled_from([0, 0, 3, 40]),
    seed=st.integers(0, 1000),
)
def test_every_statement_counts_once_and_in_order(
    form: str, sessions: int, cuts: list[int], overlap: int, step_at: int, back_s: int, seed: int
) -> None:
    """Each session's statements are captured once, in the order of their numbers; every line is counted."""
    shuffled = random.Random(seed)  # noqa: S311 (no secret)
    records = []
    for n in range(60):
        process = shuffled.randrange(sessions) + 1
        records.append(LogRecord.ran(process, n - (back_s if n >= step_at else 0), f"insert into t values ({n})"))
    with tempfile.TemporaryDirectory() as folder:
        directory = Path(folder)
        server = Server(opened_s=dict.fromkeys(range(1, sessions + 1), 0))
        lines = server.write(directory / f"all.{form}", *records).read_text().splitlines(keepends=True)
        (directory / f"all.{form}").unlink()
        edges = [0, *sorted(cuts), 60]
        logs = []
        for number, (low, high) in enumerate(pairwise(edges)):
            logs.append(directory / f"{number}.{form}")
            logs[-1].write_text("".join(lines[max(low - overlap, 0) : high]))
        shuffled.shuffle(logs)
        manifest = capture_logs(CaptureOptions(tuple(logs), directory / "x.workload"), tool_version="test")
        captured = statements(Workload.open(directory / "x.workload"))
    expected: dict[int, list[str]] = {}
    for record in records:
        expected.setdefault(record.session, []).append(record.message.partition("statement: ")[2])
    assert manifest.losses.lines == sum(manifest.losses.buckets.values())
    assert manifest.coverage["count"] == 1
    assert captured == expected


def test_a_session_that_began_within_a_long_log_orders_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last bytes of the log contain its line numbers, the first bytes do not."""
    monkeypatch.setattr(file_order, "HEAD", 2_000)
    monkeypatch.setattr("pgrehearse.capture.input.blocks.head.__defaults__", (2_000,))
    server = Server()
    first = [LogRecord.ran(1, n, f"insert into t values ({n})") for n in range(40)]
    first += [LogRecord.ran(2, 40 + n, f"insert into t values ({40 + n})") for n in range(20)]
    second = [LogRecord.ran(2, 60 + n - 200, f"insert into t values ({60 + n})") for n in range(20)]
    a, b = server.write(tmp_path / "a.csv", *first), server.write(tmp_path / "b.csv", *second)
    capture_logs(CaptureOptions((a, b), tmp_path / "x.workload"), tool_version="test")
    captured = statements(Workload.open(tmp_path / "x.workload"))
    assert captured[2] == [f"insert into t values ({n})" for n in range(40, 80)]
