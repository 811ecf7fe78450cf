"""What sampling costs the server that is sampled: one pgbench run in which the sampler comes and goes."""

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
# The sampler's beginning is not its work.
_BEGINS_S = 1.2


@dataclass(frozen=True)
class _Block:
    """A stretch of the run, by the wall clock. *spent*: of one processor, by the sampler's sessions and by us."""

    begin: float
    end: float
    sampled: bool
    spent: tuple[float, float] = (0.0, 0.0)


def sampling_case(bench: Bench, seconds: int) -> None:
    """Point reads of 8 clients, unsampled; then with sessions looked at every 100 ms and every 10 ms.

    The first says what the machine makes of nothing at all.
    """
    with bench.silent():
        for told, every_ms in (("nothing (the machine alone)", None), ("every 100 ms", 100), ("every 10 ms", 10)):
            said = bench.home / "progress"
            with said.open("w", encoding="utf-8") as stream:
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
                # A B B A: a machine that slows down while we measure must not be our cost.
                blocks = [_block(bench, seconds, every_ms, sampled=number % 4 in {1, 2}) for number in range(2 * PAIRS)]
                process.wait()
            rates = [
                (float(at), float(tps))
                for at, tps in re.findall(r"progress: ([\d.]+) s, ([\d.]+) tps", said.read_text(encoding="utf-8"))
            ]
            lost = sorted(_lost(rates, *blocks[place : place + 2]) for place in range(0, 2 * PAIRS, 2))
            server, ours = (median(block.spent[side] for block in blocks if block.sampled) for side in (0, 1))
            print(
                f"sampling, {told}: {median(lost):.1%} of the transactions a second (the middle of {PAIRS} pairs, surely from "
                f"{lost[_LOW]:.1%} to {lost[_HIGH]:.1%}; target 2 %); its sessions use {server:.1%} of one processor, we {ours:.1%}",
                flush=True,
            )


def _lost(rates: list[tuple[float, float]], one: _Block, two: _Block) -> float:
    """Return the share of the rate that the sampled of two blocks lacks."""
    plain, sampled = sorted((one, two), key=lambda block: block.sampled)
    before, meanwhile = (
        mean(tps for at, tps in rates if block.begin + _BEGINS_S < at <= block.end) for block in (plain, sampled)
    )
    return 1 - meanwhile / before


def _block(bench: Bench, seconds: int, every_ms: int | None, *, sampled: bool) -> _Block:
    """Let a stretch pass, sampled or not."""
    begin = time.time()
    if not sampled or every_ms is None:
        time.sleep(seconds)
        return _Block(begin, time.time(), sampled)
    folder = Path(tempfile.mkdtemp(dir=bench.home))
    watched = SamplingTarget(bench.cluster.endpoint(), ("postgres",), Sampling(activity_us=every_ms * MILLISECOND))
    sampler = Sampler(watched, Timeline.starting_in(0), folder)
    sampler.start()
    time.sleep(_BEGINS_S)
    server, own, since = _sessions(bench), time.process_time(), time.monotonic()
    time.sleep(seconds - _BEGINS_S)
    took = time.monotonic() - since
    spent = (_sessions(bench) - server) / took, (time.process_time() - own) / took
    end = time.time()
    sampler.stop()
    return _Block(begin, end, sampled, spent)


def _sessions(bench: Bench) -> float:
    """Return the processor seconds of the sampler's sessions."""
    with connected(bench) as connection:
        pids = connection.execute("select pid from pg_stat_activity where application_name = %s", (APPLICATION,))
        spent = [psutil.Process(int(str(pid))).cpu_times() for (pid,) in pids.fetchall()]
    return sum(one.user + one.system for one in spent)
