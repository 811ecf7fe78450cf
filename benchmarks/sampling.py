"""What sampling costs the server that is sampled: pgbench without it and with it, in turn, on one machine."""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median

from base.clock import MILLISECOND, Timeline
from benchmarks.capturing import rate
from benchmarks.server import Bench, connected
from metrics.sampler import Sampler, Sampling, Watched


def sampling_case(bench: Bench, seconds: int) -> None:
    """Point reads of 8 clients, with sessions looked at every 100 ms and every 10 ms."""
    with connected(bench) as connection:
        connection.execute("alter system set log_statement = none")
        connection.execute("select pg_reload_conf()")
    words = ("-S", "-M", "prepared")
    for every_ms in (100, 10):
        ratios = []
        for number in range(8):
            # The order turns: a machine that slows down while we measure must not be our cost.
            pair = {
                sampled: _rate(bench, words, seconds, every_ms * sampled)
                for sampled in ((0, 1) if number % 2 else (1, 0))
            }
            ratios.append(pair[1] / pair[0])
        print(
            f"sampling, sessions every {every_ms} ms: {1 - median(ratios):.1%} of the transactions a second (the middle of 8 pairs, "
            f"{1 - max(ratios):.1%} to {1 - min(ratios):.1%}; target 2 %)",
            flush=True,
        )
    with connected(bench) as connection:
        connection.execute("alter system reset log_statement")
    bench.fresh_log()


def _rate(bench: Bench, words: tuple[str, ...], seconds: int, every_ms: int) -> float:
    """Return pgbench's rate, with the server sampled meanwhile (0: without)."""
    if not every_ms:
        return rate(bench, words, seconds)
    folder = Path(tempfile.mkdtemp(dir=bench.home))
    watched = Watched(bench.cluster.endpoint(), ("postgres",), Sampling(activity_us=every_ms * MILLISECOND))
    sampler = Sampler(watched, Timeline.starting_in(0), folder)
    sampler.start()
    try:
        return rate(bench, words, seconds)
    finally:
        sampler.stop()
