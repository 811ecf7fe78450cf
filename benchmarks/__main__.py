"""``make bench``: capture and replay against pgreplay (Debian's package), on an embedded PostgreSQL 16.

The load of a machine varies, so the output is ratios within one run. Without pgreplay on PATH only the figures of
pgrehearse are printed, without ratios.
"""

from __future__ import annotations

import argparse
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from benchmarks.capturing import capture_case, formats_case, live_case
from benchmarks.comparing import compare_case
from benchmarks.crowd import sessions_case
from benchmarks.decoding import decode_case
from benchmarks.hashing import hashing_case
from benchmarks.order_across_hosts import order_across_hosts_case
from benchmarks.replaying import (
    busy_case,
    contention_case,
    crowd_case,
    flat_out_case,
    in_succession_case,
    memory_case,
    on_time_case,
    order_case,
    sync_case,
)
from benchmarks.safety import decisions_case, proof_case
from benchmarks.sampling import sampling_case
from benchmarks.server import Bench
from benchmarks.state import state_case
from benchmarks.typing import typing_case
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import registry

CASES = (
    "capture",
    "formats",
    "live",
    "decode",
    "flat-out",
    "in-succession",
    "on-time",
    "busy",
    "crowd",
    "sessions",
    "contention",
    "sync",
    "order",
    "order-across-hosts",
    "memory",
    "compare",
    "sampling",
    "proof",
    "decisions",
    "types",
    "state",
    "hashing",
)


def _cases(options: argparse.Namespace) -> dict[str, Callable[[Bench], None]]:
    """Return the function of each case, by the case's name; the function has the size of the case."""
    return {
        "capture": lambda bench: capture_case(
            bench, 237_000 if options.full else 60_000, Path(options.log) if options.log else None
        ),
        "formats": lambda bench: formats_case(bench, 20_000),
        "live": lambda bench: live_case(bench, 5),
        "decode": lambda bench: decode_case(bench, 4),
        "flat-out": lambda bench: flat_out_case(bench, 200_000),
        "in-succession": lambda bench: in_succession_case(bench, 20),
        "busy": lambda bench: busy_case(bench, 8),
        "crowd": crowd_case,
        "sessions": sessions_case,
        "order": lambda bench: order_case(bench, 20_000),
        "order-across-hosts": lambda bench: order_across_hosts_case(bench, 600),
        "sync": lambda bench: sync_case(bench, 120_000),
        "on-time": lambda bench: on_time_case(bench, 10),
        "contention": lambda bench: contention_case(bench, 10_000),
        "memory": memory_case,
        "compare": lambda bench: compare_case(bench, 10_000_000),
        "sampling": lambda bench: sampling_case(bench, 3),
        "proof": lambda bench: proof_case(bench, 300),
        "decisions": lambda bench: decisions_case(bench, 200_000),
        "types": lambda bench: typing_case(bench, 8_000),
        "state": lambda bench: state_case(bench, 1_200_000),
        "hashing": lambda bench: hashing_case(bench, 60_000),
    }


def main() -> None:
    """Run the cases; ``--full``: with the full sizes."""
    parser = argparse.ArgumentParser(prog="benchmarks")
    parser.add_argument("--full", action="store_true", help="1.6 M statements to capture instead of 0.4 M")
    parser.add_argument(
        "--log",
        type=Path,
        default=os.environ.get("PGREHEARSE_BENCH_LOG"),
        help="a pgbench csvlog (log_statement = all) to capture",
    )
    parser.add_argument("--only", choices=CASES, action="append", help="run only this case (can be repeated)")
    options = parser.parse_args()
    cases = _cases(options)
    home = registry.workspace()
    try:
        bench = Bench(home)
        for name in options.only or CASES:
            cases[name](bench)
    finally:
        for entry in registry.list_clusters([home]):
            clusters.stop(entry.cluster)
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main()
