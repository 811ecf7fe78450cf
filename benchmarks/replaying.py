"""Replay against pgreplay and pgbench: flat out, on time, under contention, and in how much memory."""

from __future__ import annotations

import subprocess
import sys
import time

import numpy as np

from benchmarks.server import PGREPLAY, Bench, connected, measured


def flat_out_case(bench: Bench, selects: int) -> None:
    """Twenty sessions of prepared point reads, as fast as they go."""
    bench.fresh_log()
    bench.pgbench("-n", "-S", "-c", "20", "-j", "2", "-t", str(selects // 20), "-M", "prepared")
    log = bench.kept_log("reads.csv")
    _, workload = bench.capture(log)
    rates, theirs = [], []
    file = bench.pgreplay_file(log)[1] if PGREPLAY else None
    for _ in range(3):
        run, cpu = bench.replay(workload, speed=None)
        sent = run.outcomes().collect().drop_nulls("sent_us")
        rates.append((sent.height / ((sent["done_us"].max() - sent["sent_us"].min()) / 1e6), cpu / sent.height * 1e6))  # type: ignore[operator]
        if file is not None:
            spent = bench.pgreplay(file, "-s", "1000")
            theirs.append((selects / spent.wall_s, spent.cpu_s / selects * 1e6))
    ours = sorted(rates)[1]
    line = f"flat out, 20 sessions, prepared point reads: {ours[0]:,.0f}/s, {ours[1]:.1f} us of CPU each"
    if theirs:
        peer = sorted(theirs)[1]
        line += f"; pgreplay {peer[0]:,.0f}/s, {peer[1]:.1f} us: ratio {ours[0] / peer[0]:.2f} (target 1.0)"
    print(line)


def on_time_case(bench: Bench, seconds: int) -> None:
    """2,000 statements a second over 50 sessions: when did they start, by their own statement_timestamp()."""
    with connected(bench) as connection:
        connection.execute("drop table if exists starts")
        connection.execute("create unlogged table starts (k bigint, at timestamptz)")
    script = bench.home / "starts.sql"
    script.write_text("\\set k random(1, 1000000000000)\ninsert into starts values (:k, statement_timestamp());\n")
    script.chmod(0o644)
    bench.fresh_log()
    bench.pgbench("-n", "-c", "50", "-j", "2", "-T", str(seconds), "-R", "2000", "-f", script)
    log = bench.kept_log("starts.csv")
    captured = _starts(bench)
    _, workload = bench.capture(log)
    _, cpu = bench.replay(workload, speed=1.0)
    ours, count = _start_error(captured, _starts(bench))
    line = f"on time, 2,000/s over 50 sessions: start error p99 {ours * 1e3:.2f} ms (target 0.5), {cpu / count * 1e6:.0f} us of CPU each"
    if PGREPLAY:
        spent = bench.pgreplay(bench.pgreplay_file(log)[1])
        theirs, count = _start_error(captured, _starts(bench))
        line += f"; pgreplay p99 {theirs * 1e3:.2f} ms, {spent.cpu_s / count * 1e6:.0f} us: CPU ratio {cpu / spent.cpu_s:.2f} (target 0.5)"
    print(line)
    own_jitter()


def _starts(bench: Bench) -> dict[int, float]:
    with connected(bench) as connection:
        found = {
            int(str(k)): float(str(at))
            for k, at in connection.execute("select k, extract(epoch from at) from starts").fetchall()
        }
        connection.execute("truncate starts")
    return found


def _start_error(captured: dict[int, float], replayed: dict[int, float]) -> tuple[float, int]:
    """Return the p99 of the start error in seconds, the common offset (the median) taken out."""
    both = captured.keys() & replayed.keys()
    steps = np.array([replayed[k] - captured[k] for k in both])
    return float(np.quantile(np.abs(steps - np.median(steps)), 0.99)), len(both)


def own_jitter() -> None:
    """How late this machine wakes anybody: no replay can be more punctual than its machine."""
    late = []
    for _ in range(2000):
        began = time.perf_counter()
        time.sleep(0.001)
        late.append(time.perf_counter() - began - 0.001)
    print(
        f"  (this machine wakes an idle process from a 1 ms sleep {np.quantile(late, 0.5) * 1e3:.2f} ms late at the median, {np.quantile(late, 0.99) * 1e3:.2f} ms at p99)"
    )


def contention_case(bench: Bench, transactions: int) -> None:
    """TPC-B of 20 clients flat out: pgreplay stops for good on it (PEERS); we finish."""
    bench.fresh_log()
    bench.pgbench("-i", "-q", "-s", "1")
    bench.fresh_log()
    spent = bench.pgbench("-n", "-c", "20", "-j", "2", "-t", str(transactions // 20))
    log = bench.kept_log("contended.csv")
    _, workload = bench.capture(log)
    run, _ = bench.replay(workload, speed=None)
    outcomes = run.outcomes().collect()
    wall = float(outcomes["done_us"].max()) / 1e6  # type: ignore[arg-type]
    lost = outcomes.height - outcomes.filter(status="ok").height
    print(
        f"TPC-B of 20 clients, flat out: finished in {wall:.2f} s, pgbench took {spent.wall_s:.2f} s (ratio {wall / spent.wall_s:.2f}); {lost} of {outcomes.height} events not ok"
    )
    if PGREPLAY:
        file = bench.pgreplay_file(log)[1]
        try:
            subprocess.run(
                [PGREPLAY, "-r", "-s", "1000", "-h", "127.0.0.1", "-p", str(bench.cluster.port), str(file)],
                capture_output=True,
                timeout=max(30, 5 * spent.wall_s),
                check=False,
            )
            print("  pgreplay finished it this time")
        except subprocess.TimeoutExpired:
            print(f"  pgreplay had not finished after {max(30, 5 * spent.wall_s):.0f} s and was ended")


def memory_case(bench: Bench) -> None:
    """A replay's memory at 1x and 4x the workload."""
    peaks = []
    for selects in (20_000, 80_000):
        bench.fresh_log()
        bench.pgbench("-n", "-S", "-c", "20", "-t", str(selects // 20), "-M", "prepared")
        _, workload = bench.capture(bench.kept_log(f"memory{selects}.csv"))
        task = (
            "import multiprocessing, resource, sys\n"
            "from pathlib import Path\nfrom base.clock import Timeline\nfrom base.endpoint import Endpoint\nfrom replay.plan import ReplayPlan\n"
            "from replay.worker import Task, work\nfrom workload.read import Workload\n"
            "ours, theirs = multiprocessing.Pipe()\nrun = Path(sys.argv[2]); (run / 'outcomes').mkdir(parents=True, exist_ok=True)\n"
            "sessions = Workload.open(Path(sys.argv[1])).sessions()['session'].to_list()\n"
            "ours.send(Timeline.starting_in(1_000_000))\n"
            "work(Task(Path(sys.argv[1]), sessions, ReplayPlan(Endpoint('127.0.0.1', int(sys.argv[3]), 'postgres', 'postgres'), speed=None), run, 0), theirs)\n"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
        )
        spent = measured(
            [sys.executable, "-c", task, workload, bench.home / f"m{selects}.run", str(bench.cluster.port)]
        )
        peaks.append(int(spent.said.split()[-1]) / 1024)
    print(f"replay memory (one worker): {peaks[0]:.0f} MiB at 20,000 statements, {peaks[1]:.0f} MiB at 80,000")
