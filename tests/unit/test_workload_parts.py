"""The last step of a capture: complete sessions are read from the spill files of all blocks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import numpy as np
import polars as pl
import pyarrow as pa
import pytest

from pgrehearse.workload import spill, write
from pgrehearse.workload.schema import EVENTS

BLOCKS, SESSIONS, PER_BLOCK = 6, 40, 3


def block(number: int) -> pl.DataFrame:
    """A block in which each session has three statements, of texts of different lengths."""
    rows = [
        (session, seq, f"select {session}, {'x' * (session % 7 * seq)}".encode())
        for session in range(SESSIONS)
        for seq in range(number * PER_BLOCK, (number + 1) * PER_BLOCK)
    ]
    events = pl.DataFrame(rows, schema={"session": pl.Int32, "seq": pl.Int32, "sql": pl.Binary}, orient="row")
    return events.match_to_schema(EVENTS, missing_columns="insert")


@pytest.fixture
def writer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[write.WorkloadWriter]:
    """A writer that has spilled every block; a part holds two sessions."""
    monkeypatch.setattr(write, "PART_ROWS", 2 * BLOCKS * PER_BLOCK)
    writer = write.WorkloadWriter(tmp_path / "w.workload", force=False)
    for number in range(BLOCKS):
        writer.add(block(number))
    writer._settle()
    yield writer
    writer.abandon()


def test_a_part_has_all_statements_of_its_sessions_in_order(writer: write.WorkloadWriter) -> None:
    """The rows of a session are in all spill files; the sessions that are not kept are left out."""
    kept = np.arange(SESSIONS) % 5 != 0
    parts = list(writer._parts(kept))
    expected = pl.concat([block(number) for number in range(BLOCKS)]).sort("session", "seq")
    expected = expected.filter(pl.col("session").is_in(np.flatnonzero(kept).tolist()))
    assert pl.concat(parts).sort("session", maintain_order=True).equals(expected)
    assert all(not set(one["session"]) & set(other["session"]) for one, other in pairwise(parts))


def test_a_spill_file_is_mapped_once_for_all_parts(writer: write.WorkloadWriter) -> None:
    with patch.object(pa, "memory_map", wraps=pa.memory_map) as mapped:
        parts = list(writer._parts(np.ones(SESSIONS, dtype=np.bool_)))
    assert len(parts) == SESSIONS // 2
    assert mapped.call_count == BLOCKS


def test_very_many_spill_files_are_merged_without_a_change_of_the_parts(
    writer: write.WorkloadWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A merge writes one file for each range of sessions; the files that it read are removed."""
    kept = np.ones(SESSIONS, dtype=np.bool_)
    expected = [part.sort("session", maintain_order=True) for part in writer._parts(kept)]
    monkeypatch.setattr(spill, "MOST", 2)
    monkeypatch.setattr(spill, "TOGETHER", 3)
    monkeypatch.setattr(spill, "_MERGED_BYTES", writer._spills[0].path.stat().st_size)
    parts = [part.sort("session", maintain_order=True) for part in writer._parts(kept)]
    assert len(parts) == len(expected)
    assert all(part.equals(other) for part, other in zip(parts, expected, strict=True))
    files = {file.path for file in writer._spills}
    assert files == set(writer.scratch.glob("*.arrow"))
    assert all(path.name.startswith("merged-") for path in files)
    assert all(len(file.sessions) < SESSIONS for file in writer._spills)


def test_blocks_with_different_columns_have_the_same_columns_in_a_part(tmp_path: Path) -> None:
    """A column without a value in a block is not in its spill file."""
    writer = write.WorkloadWriter(tmp_path / "w.workload", force=False)
    failed = pl.Series("failed_in", ["parse", None], dtype=EVENTS["failed_in"])
    blocks = [block(0), block(1)[:2].with_columns(failed, pl.Series("error", [b"no", None])), block(2)]
    for events in blocks:
        writer.add(events)
    writer._settle()
    parts = list(writer._parts(np.ones(SESSIONS, dtype=np.bool_)))
    writer.abandon()
    assert pl.concat(parts).sort("session", "seq").equals(pl.concat(blocks).sort("session", "seq"))
