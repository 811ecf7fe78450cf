"""Replay against pgreplay and pgbench: at maximum speed, on time, under contention; and its memory."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from benchmarks.server import PGREPLAY, Bench, Speed, connected, pgreplay_run_s
from pgrehearse.base.errors import UsageProblem
from pgrehearse.replay.plan.plan import Ordering, ReplayPlan, Sync
from pgrehearse.replay.prepare.commit_order import write_commit_order
from pgrehearse.replay.prepare.table_access import TableAccess
from pgrehearse.replay.workers.real_time import require_real_time
from pgrehearse.targets.catalog_reader import read_catalog
from pgrehearse.workload.read import Workload


def flat_out_case(bench: Bench, selects: int) -> None:
    """Twenty sessions of point reads at maximum speed, by both protocols: pgrehearse with one and two workers, pgreplay, pgbench.

    Each program is measured by its own run time (first to last statement) and by its complete process. The target does not log,
    because the client is measured. Not included: capture (``pgreplay -f``, ``capture logs``) and the metrics of pgrehearse.
    """
    for mode, target in (("simple", 1.3), ("prepared", 1.1)):
        workload, file = _reads(bench, selects, mode)
        with bench.silent():
            speeds: dict[str, list[Speed]] = {}
            for _ in range(3):
                for workers in (1, 2):
                    speeds.setdefault(f"{workers} worker(s)", []).append(_flat_out_command(bench, workload, workers))
                if file is not None:
                    usage = bench.pgreplay(file, "-s", "1000")
                    speeds.setdefault("pgreplay", []).append(Speed.of(selects, pgreplay_run_s(usage.output), usage))
                usage = bench.pgbench("-n", "-S", "-c", "20", "-j", "2", "-t", str(selects // 20), "-M", mode)
                tps = float(re.findall(r"tps = ([\d.]+)", usage.output)[-1])
                speeds.setdefault("pgbench -j 2", []).append(Speed.of(selects, selects / tps, usage))
        print(
            f"flat out, 20 sessions, {selects:,} point reads, {mode} (target: {target} times pgreplay, 0.8 times pgbench)"
        )
        medians = {name: _median(speeds_of_program) for name, speeds_of_program in speeds.items()}
        for name, speed in medians.items():
            print(f"  {name}: {_with_ratios(speed, medians)}")


def _flat_out_command(bench: Bench, workload: Path, workers: int) -> Speed:
    usage, run = bench.replay_command(workload, "--speed", "max", "--workers", str(workers))
    sent = run.outcomes().filter(pl.col("rows") >= 0).collect()
    own_us = int(sent.select(pl.col("done_us").max() - pl.col("sent_us").min()).item())
    return Speed.of(sent.height, own_us / 1e6, usage)


def _median(speeds: list[Speed]) -> Speed:
    """Return the median of each figure."""
    return Speed(*(float(np.median([getattr(speed, field.name) for speed in speeds])) for field in fields(Speed)))


def _with_ratios(speed: Speed, all_speeds: dict[str, Speed]) -> str:
    """Format one program's figures, with the ratios to each peer by the same clock."""
    line = f"{speed.own_per_s:,.0f}/s by its own run time, {speed.process_per_s:,.0f}/s by its complete process, {speed.cpu_us:.1f} us of CPU"
    ratios = [
        f"{speed.own_per_s / peer.own_per_s:.2f} and {speed.process_per_s / peer.process_per_s:.2f} times {name}"
        for name, peer in all_speeds.items()
        if name.startswith("pg") and peer is not speed
    ]
    return "; ".join([line, *ratios])


def _reads(bench: Bench, selects: int, mode: str) -> tuple[Path, Path | None]:
    bench.restart_with_empty_log()
    bench.pgbench("-n", "-S", "-c", "20", "-j", "2", "-t", str(selects // 20), "-M", mode)
    log = bench.take_log(f"reads-{mode}.csv")
    return bench.capture(log)[1], bench.pgreplay_file(log)[1] if PGREPLAY else None


def _flat_out(bench: Bench, workload: Path, workers: int = 1, **plan: Any) -> tuple[float, float]:
    """Replay at maximum speed; return statements a second, and the workers' CPU time for each statement in microseconds."""
    run, cpu = bench.replay(workload, speed=None, workers=workers, **plan)
    sent = run.outcomes().filter(pl.col("rows") >= 0).collect()
    wall_us = int(sent.select(pl.col("done_us").max() - pl.col("sent_us").min()).item())
    return sent.height / (wall_us / 1e6), cpu / sent.height * 1e6


def in_succession_case(bench: Bench, rounds: int) -> None:
    """64 sessions of 1 ms statements, five in succession each: in pgreplay's one queue 63 sessions wait for the first."""
    bench.restart_with_empty_log()
    connections = [connected(bench) for _ in range(64)]
    for _ in range(rounds):
        for connection in connections:
            for _ in range(5):
                connection.execute("select pg_sleep(0.001)")
    for connection in connections:
        connection.close()
    log = bench.take_log("row.csv")
    workload = bench.capture(log)[1]
    statements = rounds * 64 * 5
    with bench.silent():
        measured = sorted(_flat_out(bench, workload) for _ in range(3))[1]
        line = f"64 sessions of 1 ms statements, 5 in succession each: {measured[0]:,.0f}/s"
        if PGREPLAY:
            own_s = pgreplay_run_s(bench.pgreplay(bench.pgreplay_file(log)[1], "-s", "1000").output)
            line += f"; pgreplay {statements / own_s:,.0f}/s, both by their own run time: ratio {measured[0] * own_s / statements:.1f} (target 20)"
    print(line)


def sync_case(bench: Bench, selects: int) -> None:
    """The cost of ``--sync commit`` where nothing has to wait: each session writes its own table; and sessions that only read."""
    bench.restart_with_empty_log()
    scripts = []
    with connected(bench) as connection:
        for n in range(20):
            connection.execute(f"drop table if exists session{n}")
            connection.execute(f"create unlogged table session{n} as select 1 as id, 0 as v")
            script = bench.home / f"session{n}.sql"
            script.write_text(
                f"update session{n} set v = v + 1 where id = 1;\nselect v from session{n} where id = 1;\n"
            )
            script.chmod(0o644)
            scripts.append(script)
    bench.restart_with_empty_log()
    processes = [bench.start_pgbench("-n", "-c", "1", "-t", str(selects // 40), "-f", script) for script in scripts]
    for process in processes:
        process.wait()
    writes = bench.capture(bench.take_log("writes.csv"))[1]
    reads, _ = _reads(bench, selects, "simple")
    with bench.silent():
        for name, workload in (("writes to own tables", writes), ("reads only", reads)):
            rates: dict[Sync, list[float]] = {sync: [] for sync in Sync}
            for _ in range(5):
                for sync in Sync:
                    rates[sync].append(_flat_out(bench, workload, order=Ordering(sync))[0])
            session, commit = (sorted(rates[sync])[2] for sync in (Sync.SESSION, Sync.COMMIT))
            print(
                f"--sync commit, {name}: {commit:,.0f}/s against {session:,.0f}/s: {1 - commit / session:.1%} slower (target 10 %)"
            )


def order_case(bench: Bench, transactions: int) -> None:
    """The time to compute which statements wait, at 1, 2 and 4 times the transactions (TPC-B of 20 clients)."""
    bench.restart_with_empty_log()
    bench.pgbench("-n", "-c", "20", "-j", "2", "-t", str(transactions // 20))
    log = bench.take_log("order.csv")
    catalog = asyncio.run(read_catalog(bench.cluster.endpoint("postgres"), {"postgres"}))
    plan = ReplayPlan(bench.cluster.endpoint("postgres"), order=Ordering(Sync.COMMIT), writes=True)
    seconds = {}
    for times in (1, 2, 4):
        repeated_log = bench.home / f"order{times}.csv"
        # Each copy of the log has other session ids: the start time in a session id, before the dot, is increased.
        text = log.read_text()
        repeated_log.write_text("".join(_renumbered(text, n) for n in range(times)))
        workload = Workload.open(bench.capture(repeated_log)[1])
        began = time.perf_counter()
        order_folder = bench.home / f"order{times}"
        writers = write_commit_order(
            workload, workload.sessions()["session"].to_list(), plan, TableAccess(workload, plan, catalog), order_folder
        )
        seconds[times] = time.perf_counter() - began
        print(
            f"order of {workload.manifest.statements:,} statements, {len(writers.sessions):,} transactions: {seconds[times]:.2f} s, {seconds[times] / seconds[1]:.2f} times the first"
        )


def _renumbered(log: str, n: int) -> str:
    """Return a csvlog with its sessions under other ids."""
    return re.sub(r",([0-9a-f]{8})\.([0-9a-f]+),", lambda id_: f",{int(id_[1], 16) + n:08x}.{id_[2]},", log)


def busy_case(bench: Bench, seconds: int) -> None:
    """8,000 statements a second over 100 sessions: lateness p99."""
    bench.restart_with_empty_log()
    bench.pgbench("-n", "-S", "-c", "100", "-j", "2", "-T", str(seconds), "-R", "8000", "-M", "prepared")
    workload = bench.capture(bench.take_log("busy.csv"))[1]
    with bench.silent():
        for workers in (1, 2):
            results = []
            for _ in range(3):
                run, _ = bench.replay(workload, speed=1.0, workers=workers)
                fitness = run.manifest.fitness
                assert fitness is not None
                results.append((fitness.lateness_us["p99"], fitness.blame_us["harness"], fitness.rate["achieved"]))
            p99, harness, rate = sorted(results)[1]
            print(
                f"{rate:,.0f}/s over 100 sessions, {workers} workers: lateness p99 {p99 / 1e3:.2f} ms, {harness / 1e3:.2f} ms of it by the harness (target 3)"
            )


def crowd_case(bench: Bench) -> None:
    """1,100 and 2,000 sessions at the same time: pgreplay aborts with more than 1,024."""
    for sessions in (1_100, 2_000):
        bench.resized(max_connections=sessions + 20)
        bench.restart_with_empty_log()
        connections = [connected(bench) for _ in range(sessions)]
        for _ in range(3):
            for connection in connections:
                connection.execute("select 1")
        for connection in connections:
            connection.close()
        log = bench.take_log("crowd.csv")
        workload = bench.capture(log)[1]
        run, _ = bench.replay(workload, speed=1.0)
        assert run.manifest.fitness is not None
        counts = run.manifest.fitness.statements
        line = f"{sessions} sessions at once: {counts['ok']} of {counts['due']} statements ok"
        if PGREPLAY:
            line += f"; pgreplay exits with {bench.pgreplay_code(bench.pgreplay_file(log)[1])}"
        print(line)
    bench.resized(max_connections=300)


def on_time_case(bench: Bench, seconds: int) -> None:
    """2,000 statements a second over 50 sessions: the error of their starts, by their own statement_timestamp(); also beside a busy program.

    It is measured against the log (the error of the replay), and against production's statement_timestamp() (this includes the
    resolution of the log's timestamps, 1 ms, which alone gives 0.49 ms at p99). It includes the time until the server's process gets a processor.
    """
    with connected(bench) as connection:
        connection.execute("drop table if exists starts")
        connection.execute("create unlogged table starts (k bigint, at timestamptz)")
    script = bench.home / "starts.sql"
    script.write_text("\\set k random(1, 1000000000000)\ninsert into starts values (:k, statement_timestamp());\n")
    script.chmod(0o644)
    bench.restart_with_empty_log()
    bench.pgbench("-n", "-c", "50", "-j", "2", "-T", str(seconds), "-R", "2000", "-f", script)
    log = bench.take_log("starts.csv")
    captured = _starts(bench)
    _, workload = bench.capture(log)
    file = bench.pgreplay_file(log)[1] if PGREPLAY else None
    for busy, target_ms in ((0, 0.5), (1, 1.0)):
        print(
            f"on time, 2,000/s over 50 sessions, beside {busy} busy program(s) (target {target_ms} ms against the log, CPU 0.33 of pgreplay's)"
        )
        with busy_programs(busy):
            _on_time(bench, workload, file, captured)
    machine_jitter()


def _on_time(bench: Bench, workload: Path, file: Path | None, captured: dict[int, float]) -> None:
    """Replay on time with the usual priority, with real-time priority, and by pgreplay, in turn; print the medians of three."""
    due = _logged_starts(workload)
    ways = {"pgrehearse": (), **({"pgrehearse --real-time": ("--real-time",)} if _real_time_is_permitted() else {})}
    rows: list[dict[str, Any]] = []
    for _ in range(3):
        for way, words in ways.items():
            usage, run = bench.replay_command(workload, *words)
            assert run.manifest.fitness is not None
            own = {
                "workers_us": run.manifest.worker_cpu_us,
                "harness_ms": run.manifest.fitness.blame_us["harness"] / 1e3,
            }
            rows.append(_start_errors(bench, due, captured) | own | {"way": way, "cpu_s": usage.cpu_s})
        if file is not None:
            usage = bench.pgreplay(file)
            rows.append(_start_errors(bench, due, captured) | {"way": "pgreplay", "cpu_s": usage.cpu_s})
    for row in pl.DataFrame(rows).group_by("way", maintain_order=True).median().iter_rows(named=True):
        line = f"  {row['way']}: start error p99 {row['log_ms']:.2f} ms against the log, {row['clock_ms']:.2f} ms against production's own clock"
        line += f"; CPU for one statement: {row['cpu_s'] / row['statements'] * 1e6:.0f} us in the complete command"
        if row["workers_us"] is not None:
            line += f", {row['workers_us'] / row['statements']:.0f} us in the workers after their start; lateness p99 by the harness {row['harness_ms']:.2f} ms"
        print(line)


def _real_time_is_permitted() -> bool:
    try:
        require_real_time(1)
    except UsageProblem:
        return False
    return True


def _start_errors(bench: Bench, due: dict[int, float], captured: dict[int, float]) -> dict[str, float]:
    """Return the p99 of the start error in milliseconds, against the log and against production's clock, and the number of statements."""
    replayed = _starts(bench)
    log_s, clock_s = (_start_error(expected, replayed) for expected in (due, captured))
    return {"log_ms": log_s * 1e3, "clock_ms": clock_s * 1e3, "statements": len(replayed)}


@contextmanager
def busy_programs(number: int) -> Iterator[None]:
    """Keep as many processors busy in the block."""
    programs = [
        subprocess.Popen([sys.executable, "-c", "while True: pass"], start_new_session=True) for _ in range(number)
    ]
    try:
        yield
    finally:
        for program in programs:
            program.kill()
            program.wait()


def _logged_starts(workload: Path) -> dict[int, float]:
    """Return when each statement began by the log, in seconds."""
    key = pl.col("sql").cast(pl.String).str.extract(r"values \((\d+)").cast(pl.Int64).alias("k")
    events = Workload.open(workload).events().select(key, pl.col("at_us") / 1e6).drop_nulls().collect()
    return {int(k): float(at) for k, at in events.iter_rows()}


def _starts(bench: Bench) -> dict[int, float]:
    with connected(bench) as connection:
        starts = {
            int(str(k)): float(str(at))
            for k, at in connection.execute("select k, extract(epoch from at) from starts").fetchall()
        }
        connection.execute("truncate starts")
    return starts


def _start_error(captured: dict[int, float], replayed: dict[int, float]) -> float:
    """Return the p99 of the start error in seconds, without the common offset (the median)."""
    statements = captured.keys() & replayed.keys()
    differences = np.array([replayed[k] - captured[k] for k in statements])
    return float(np.quantile(np.abs(differences - np.median(differences)), 0.99))


def machine_jitter() -> None:
    """Print how late this machine wakes an idle process. A replay cannot be more punctual than its machine."""
    delays_s = []
    for _ in range(2000):
        began = time.perf_counter()
        time.sleep(0.001)
        delays_s.append(time.perf_counter() - began - 0.001)
    print(
        f"  (this machine wakes an idle process from a 1 ms sleep {np.quantile(delays_s, 0.5) * 1e3:.2f} ms late at the median, {np.quantile(delays_s, 0.99) * 1e3:.2f} ms at p99)"
    )


def contention_case(bench: Bench, transactions: int) -> None:
    """TPC-B of 20 clients at maximum speed: pgreplay does not end (a session waits for a row lock whose COMMIT is behind it in its queue); pgrehearse ends."""
    bench.restart_with_empty_log()
    bench.pgbench("-i", "-q", "-s", "1")
    bench.restart_with_empty_log()
    usage = bench.pgbench("-n", "-c", "20", "-j", "2", "-t", str(transactions // 20))
    log = bench.take_log("contended.csv")
    _, workload = bench.capture(log)
    balances = _balances(bench)
    bench.pgbench("-i", "-q", "-s", "1")
    run, _ = bench.replay(workload, speed=None)
    comparison = "equal" if _balances(bench) == balances else "NOT EQUAL"
    outcomes = run.outcomes().collect()
    wall_s = float(outcomes["done_us"].max()) / 1e6  # type: ignore[arg-type]
    not_ok = outcomes.height - outcomes.filter(status="ok").height
    print(
        f"TPC-B of 20 clients, flat out: finished in {wall_s:.2f} s, pgbench took {usage.wall_s:.2f} s (ratio {wall_s / usage.wall_s:.2f}); {not_ok} of {outcomes.height} events not ok; final balances {comparison}"
    )
    if PGREPLAY:
        file = bench.pgreplay_file(log)[1]
        try:
            subprocess.run(
                [PGREPLAY, "-r", "-s", "1000", "-h", "127.0.0.1", "-p", str(bench.cluster.port), str(file)],
                capture_output=True,
                timeout=max(30, 5 * usage.wall_s),
                check=False,
            )
            print("  pgreplay finished it this time")
        except subprocess.TimeoutExpired:
            print(f"  pgreplay had not finished after {max(30, 5 * usage.wall_s):.0f} s and was ended")


def _balances(bench: Bench) -> list[tuple[object, ...]]:
    tables = ("accounts", "tellers", "branches")
    with connected(bench) as connection:
        return [
            row
            for table in tables
            for row in connection.execute(
                f"select {table[0]}id, {table[0]}balance from pgbench_{table} order by 1"
            ).fetchall()
        ]


def memory_case(bench: Bench) -> None:
    """The memory of a replay at 1x and 4x the workload, as its worker reports it."""
    peaks_mib = []
    for selects in (20_000, 80_000):
        bench.restart_with_empty_log()
        bench.pgbench("-n", "-S", "-c", "20", "-t", str(selects // 20), "-M", "prepared")
        _, workload = bench.capture(bench.take_log(f"memory{selects}.csv"))
        run, _ = bench.replay(workload, speed=None)
        peaks_mib.append(run.manifest.worker_peak_mib)
    print(f"replay memory (one worker): {peaks_mib[0]} MiB at 20,000 statements, {peaks_mib[1]} MiB at 80,000")
