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

from pgrehearse.workload import event_spill
from pgrehearse.workload import spill as spill_files
from pgrehearse.workload.event_parts import part_path, parts_in
from pgrehearse.workload.event_spill import EventSpill
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
def spill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[EventSpill]:
    """A spill of every block; a part holds two sessions."""
    monkeypatch.setattr(event_spill, "PART_ROWS", 2 * BLOCKS * PER_BLOCK)
    spill = EventSpill(tmp_path / "spill")
    for number in range(BLOCKS):
        spill.add(block(number))
    spill.settle()
    yield spill
    spill.abandon()


def test_a_part_has_all_statements_of_its_sessions_in_order(spill: EventSpill) -> None:
    """The rows of a session are in all spill files; the sessions that are not kept are left out."""
    kept = np.arange(SESSIONS) % 5 != 0
    parts = list(spill._parts(kept))
    expected = pl.concat([block(number) for number in range(BLOCKS)]).sort("session", "seq")
    expected = expected.filter(pl.col("session").is_in(np.flatnonzero(kept).tolist()))
    assert pl.concat(parts).sort("session", maintain_order=True).equals(expected)
    assert all(not set(one["session"]) & set(other["session"]) for one, other in pairwise(parts))


def test_a_spill_file_is_mapped_once_for_all_parts(spill: EventSpill) -> None:
    with patch.object(pa, "memory_map", wraps=pa.memory_map) as mapped:
        parts = list(spill._parts(np.ones(SESSIONS, dtype=np.bool_)))
    assert len(parts) == SESSIONS // 2
    assert mapped.call_count == BLOCKS


def test_very_many_spill_files_are_merged_without_a_change_of_the_parts(
    spill: EventSpill, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A merge writes one file for each range of sessions; the files that it read are removed."""
    kept = np.ones(SESSIONS, dtype=np.bool_)
    expected = [part.sort("session", maintain_order=True) for part in spill._parts(kept)]
    monkeypatch.setattr(spill_files, "MOST", 2)
    monkeypatch.setattr(spill_files, "TOGETHER", 3)
    monkeypatch.setattr(spill_files, "_MERGED_BYTES", spill._spills[0].path.stat().st_size)
    parts = [part.sort("session", maintain_order=True) for part in spill._parts(kept)]
    assert len(parts) == len(expected)
    assert all(part.equals(other) for part, other in zip(parts, expected, strict=True))
    files = {file.path for file in spill._spills}
    assert files == set(spill.folder.glob("*.arrow"))
    assert all(path.name.startswith("merged-") for path in files)
    assert all(len(file.sessions) < SESSIONS for file in spill._spills)


def test_blocks_with_different_columns_have_the_same_columns_in_a_part(tmp_path: Path) -> None:
    """A column without a value in a block is not in its spill file."""
    spill = EventSpill(tmp_path / "spill")
    failed = pl.Series("failed_in", ["parse", None], dtype=EVENTS["failed_in"])
    blocks = [block(0), block(1)[:2].with_columns(failed, pl.Series("error", [b"no", None])), block(2)]
    for events in blocks:
        spill.add(events)
    spill.settle()
    parts = list(spill._parts(np.ones(SESSIONS, dtype=np.bool_)))
    assert pl.concat(parts).sort("session", "seq").equals(pl.concat(blocks).sort("session", "seq"))


def test_parts_are_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    """A billion statements are 10,000 parts; a session of two parts is read in its order."""
    paths = [part_path(tmp_path, number) for number in (0, 1_000, 1_001, 9_999, 10_000, 10_001)]
    for path in reversed(paths):
        path.touch()
    assert parts_in(tmp_path) == paths
