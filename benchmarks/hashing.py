"""What it costs to hash the rows of results: processor time of the worker for each statement, with and without."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np

from benchmarks.server import Bench
from pgrehearse.replay.session.row_hash import NOT_HASHED, fold

# Rows of a statement, by the name of its case; the last one has more than are hashed.
SIZES = {"point reads": 1, "results of 100 rows": 100, "results of 5,000 rows": 5_000}


def hashing_case(bench: Bench, selects: int) -> None:
    """Point reads of pgbench's accounts, and results of 100 and of 5,000 of them, each replayed five times with hashes and without, alternately."""
    for name, rows in SIZES.items():
        workload = _reads(bench, selects // rows, rows)
        with bench.silent():
            found: dict[bool, list[float]] = {True: [], False: []}
            for _ in range(5):
                for hashed in (False, True):
                    run, cpu_s = bench.replay(workload, speed=None, hash_results=hashed)
                    assert run.manifest.fitness is not None
                    found[hashed].append(cpu_s / run.manifest.fitness.statements["ok"] * 1e6)
        plain, hashing = (float(np.median(found[hashed])) for hashed in (False, True))
        print(
            f"{name}: {plain:.2f} us of CPU without hashes, {hashing:.2f} us with them: {hashing - plain:+.2f} us, {hashing / plain - 1:+.1%} (target 10 % of a point read)"
        )
    _hash_alone()


def _reads(bench: Bench, statements: int, rows: int) -> Path:
    """Capture 20 sessions that read so many rows at a time."""
    script = bench.home / f"rows{rows}.sql"
    script.write_text(
        f"\\set aid random(1, 900000)\nselect aid, abalance, filler from pgbench_accounts where aid between :aid and :aid + {rows - 1};\n"
    )
    script.chmod(0o644)
    bench.restart_with_empty_log()
    bench.pgbench("-n", "-c", "20", "-j", "2", "-t", str(max(statements // 20, 1)), "-f", script, "-M", "prepared")
    return bench.capture(bench.take_log(f"rows{rows}.csv"))[1]


def _hash_alone() -> None:
    """Measure the hash of rows that are read already."""
    rows = [(str(number).encode(), b"0", b" " * 84) for number in range(4)]
    times = 100_000
    began = time.perf_counter()
    for _ in range(times):
        fold(rows, NOT_HASHED, NOT_HASHED)
    print(
        f"  the hash alone: {(time.perf_counter() - began) / times / len(rows) * 1e6:.2f} us a row of 3 columns, 4 rows at a time"
    )
