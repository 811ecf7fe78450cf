"""The cost of sampling for the sampled server: one run of pgbench, during which the sampler runs in half of the blocks."""

from __future__ import annotations

import re
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median

import psutil

from benchmarks.server import Bench, connected
from pgrehearse.base.clock import MILLISECOND, Timeline
from pgrehearse.metrics.connection import APPLICATION
from pgrehearse.metrics.sampler import Sampler, Sampling, SamplingTarget

PAIRS = 24
# Of 24 values the 7th and the 18th hold the median in 95 of 100 cases (order statistics of a sign test).
_LOW, _HIGH = 6, 17
# The start of the sampler is not measured.
_BEGINS_S = 1.2


@dataclass(frozen=True)
class _Block:
    """A part of the run, by the wall clock. *processor*: share of one processor that the sampler's sessions use, and that pgrehearse uses."""

    begin: float
    end: float
    sampled: bool
    processor: tuple[float, float] = (0.0, 0.0)


def sampling_case(bench: Bench, seconds: int) -> None:
    """Point reads of 8 clients, without samples; then with a sample of the sessions every 100 ms, and every 10 ms.

    The first shows the variation of the machine itself.
    """
    with bench.silent():
        for label, every_ms in (("no samples", None), ("every 100 ms", 100), ("every 10 ms", 10)):
            progress = bench.home / "progress"
            with progress.open("w", encoding="utf-8") as stream:
                process = bench.start_pgbench(
                    "-n",
                    "-S",
                    "-M",
                    "prepared",
                    "-c",
                    "8",
                    "-j",
                    "2",
                    "-P",
                    "1",
                    "--progress-timestamp",
                    "-T",
                    str(2 * PAIRS * seconds + 5),
                    stderr=stream,
                )
                # A B B A: the slowdown of a machine during the measurement must not count as a cost of sampling.
                blocks = [_block(bench, seconds, every_ms, sampled=number % 4 in {1, 2}) for number in range(2 * PAIRS)]
                process.wait()
            rates = [
                (float(at), float(tps))
                for at, tps in re.findall(r"progress: ([\d.]+) s, ([\d.]+) tps", progress.read_text(encoding="utf-8"))
            ]
            losses = sorted(_lost(rates, *blocks[place : place + 2]) for place in range(0, 2 * PAIRS, 2))
            server, pgrehearse = (median(block.processor[side] for block in blocks if block.sampled) for side in (0, 1))
            print(
                f"sampling, {label}: {median(losses):.1%} of the transactions a second (the median of {PAIRS} pairs, with 95 % confidence from "
                f"{losses[_LOW]:.1%} to {losses[_HIGH]:.1%}; target 2 %); its sessions use {server:.1%} of one processor, pgrehearse {pgrehearse:.1%}",
                flush=True,
            )


def _lost(rates: list[tuple[float, float]], first: _Block, second: _Block) -> float:
    """Return the relative difference of the rates of two blocks: how much lower the rate of the sampled block is."""
    plain, sampled = sorted((first, second), key=lambda block: block.sampled)
    rate_without, rate_with = (
        mean(tps for at, tps in rates if block.begin + _BEGINS_S < at <= block.end) for block in (plain, sampled)
    )
    return 1 - rate_with / rate_without


def _block(bench: Bench, seconds: int, every_ms: int | None, *, sampled: bool) -> _Block:
    """Wait for the length of a block, with or without a sampler."""
    begin = time.time()
    if not sampled or every_ms is None:
        time.sleep(seconds)
        return _Block(begin, time.time(), sampled)
    folder = Path(tempfile.mkdtemp(dir=bench.home))
    target = SamplingTarget(bench.cluster.endpoint(), ("postgres",), Sampling(activity_us=every_ms * MILLISECOND))
    sampler = Sampler(target, Timeline.starting_in(0), folder)
    sampler.start()
    time.sleep(_BEGINS_S)
    server_s, process_s, since = _sessions(bench), time.process_time(), time.monotonic()
    time.sleep(seconds - _BEGINS_S)
    measured_s = time.monotonic() - since
    processor = (_sessions(bench) - server_s) / measured_s, (time.process_time() - process_s) / measured_s
    end = time.time()
    sampler.stop()
    return _Block(begin, end, sampled, processor)


def _sessions(bench: Bench) -> float:
    """Return the processor seconds of the sampler's sessions."""
    with connected(bench) as connection:
        pids = connection.execute("select pid from pg_stat_activity where application_name = %s", (APPLICATION,))
        times = [psutil.Process(int(str(pid))).cpu_times() for (pid,) in pids.fetchall()]
    return sum(used.user + used.system for used in times)
