"""The memory of `compare` is bounded: it does not grow with the statements as arrays in memory do."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.comparing import compared, plant_differences, write_example
from benchmarks.peak_memory import measured_command

# Statements of a side: 5 and 20 million outcomes of both sides together.
SMALL, LARGE = 2_500_000, 10_000_000
# An eighth of what is worked on at once by default, so that these sizes are as eight times as many statements by default: columns are in files, in many parts.
IN_FILES = """
from pgrehearse.compare import alignment, columns
columns.IN_MEMORY, columns.PART = columns.IN_MEMORY // 8, columns.PART // 8
alignment._BATCH_BYTES //= 8
"""


@pytest.mark.soak
def test_the_memory_of_a_comparison_is_bounded(tmp_path: Path) -> None:
    """From 5 to 20 million outcomes it grows by less than a third of what columns in memory need; the verdict is the same."""
    peaks_mib: dict[str, dict[int, float]] = {"files": {}, "memory": {}}
    verdicts = set()
    for statements in (SMALL, LARGE):
        folder = tmp_path / str(statements)
        write_example(folder, statements)
        plant_differences(folder / "b.run")
        for name, before in (("files", IN_FILES), ("memory", "")):
            _, peak, verdict = compared(folder, before)
            peaks_mib[name][statements] = peak.anonymous
            verdicts.add(verdict)
    growth = {name: peaks[LARGE] - peaks[SMALL] for name, peaks in peaks_mib.items()}
    # Columns in memory have 110 bytes for each statement of a side: growth of this size is measured.
    assert growth["memory"] > (LARGE - SMALL) * 50 / 2**20, peaks_mib
    assert growth["files"] < growth["memory"] / 3, peaks_mib
    assert len(verdicts) == 1


def test_the_peak_of_a_command_is_not_that_of_the_process_that_starts_it() -> None:
    """A process with 400 MiB measures the same peak of a command as one without."""
    held = bytearray(b"\1") * (400 << 20)
    completed, peak = measured_command(["--version"])
    assert completed.returncode == 0
    assert len(held) == 400 << 20
    assert 5 < peak.anonymous <= peak.total < 200


def test_the_peak_of_a_command_contains_memory_that_was_released() -> None:
    completed, peak = measured_command(["--version"], before="held = bytearray(b'\\1') * (300 << 20); del held")
    assert completed.returncode == 0
    assert peak.total > 300
