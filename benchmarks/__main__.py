"""``make bench``: capture and replay against pgreplay (Debian's package), on an embedded PostgreSQL 16.

Machines are noisy: what is printed are ratios of the same run. Without pgreplay on PATH our own figures are printed
alone, and the ratios are missing.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import psycopg

from replay.plan import ReplayPlan
from runs.read import Run
from scenarios.rehearse import Rehearsal, rehearse
from targets import cluster as clusters
from targets import registry
from targets.cluster import Cluster

PGREPLAY = shutil.which("pgreplay")
TOOL = [sys.executable, "-c", "from pgrehearse.cli import main; main()"]


@dataclass(frozen=True)
class Spent:
    """What a command took. *peak_mib*: of its own process."""

    wall_s: float
    cpu_s: float
    peak_mib: float
    said: str


def measured(argv: list[str | Path], **more: object) -> Spent:
    """Run a command and measure it and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    process = subprocess.Popen(
        [str(word) for word in argv], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **more
    )  # type: ignore[call-overload]
    said = process.communicate()[0]
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode not in {0, 5}:
        raise SystemExit(f"{argv[0]} failed: {said[-600:]}")
    return Spent(
        wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss / 1024, said
    )


class Bench:
    """A server with the settings pgreplay needs (it reads log_statement = all only), and a folder for files."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.cluster: Cluster = clusters.create(
            home / "server", version=16, name="bench",
            settings={"fsync": "off", "log_statement": "all", "log_min_duration_statement": "-1", "shared_buffers": "256MB", "max_connections": "300"},
        )  # fmt: skip
        clusters.start(self.cluster)
        self.pgbench("-i", "-q", "-s", "10")

    def pgbench(self, *words: str | Path) -> Spent:
        return measured(
            [
                self.cluster.program("pgbench"),
                "-h",
                "127.0.0.1",
                "-p",
                str(self.cluster.port),
                "-U",
                "postgres",
                *words,
                "postgres",
            ]
        )

    def fresh_log(self) -> None:
        clusters.stop(self.cluster)
        self.cluster.csvlog.unlink(missing_ok=True)
        clusters.start(self.cluster)

    def kept_log(self, name: str) -> Path:
        clusters.stop(self.cluster)
        path = self.home / name
        shutil.move(self.cluster.csvlog, path)
        clusters.start(self.cluster)
        return path

    def capture(self, log: Path) -> tuple[Spent, Path]:
        workload = log.with_suffix(".workload")
        return measured([*TOOL, "capture", "logs", log, "-o", workload, "--force", "--json"]), workload

    def replay(self, workload: Path, *, speed: float | None, workers: int = 1) -> tuple[Run, float]:
        """Replay and return the run and the CPU seconds its workers spent on it (their start-up left out)."""
        registry.refresh(self.cluster)
        plan = ReplayPlan(self.cluster.endpoint(), speed=speed, workers=workers, writes=True)
        run, _ = rehearse(Rehearsal(workload, workload.with_suffix(".run"), plan, force=True, metrics=False))
        return run, run.manifest.worker_cpu_us / 1e6

    def pgreplay_file(self, log: Path) -> tuple[Spent, Path]:
        out = log.with_suffix(".rep")
        return measured([str(PGREPLAY), "-f", "-c", "-o", out, log]), out

    def pgreplay(self, file: Path, *words: str) -> Spent:
        return measured([str(PGREPLAY), "-r", *words, "-h", "127.0.0.1", "-p", str(self.cluster.port), file])


def connected(bench: Bench) -> psycopg.Connection[tuple[object, ...]]:
    """Connect to the bench's server as its superuser."""
    return psycopg.connect(
        host="127.0.0.1", port=bench.cluster.port, user="postgres", dbname="postgres", autocommit=True
    )


def capture_case(bench: Bench, transactions: int, log: Path | None) -> None:
    """A pgbench csvlog: parse against parse, and memory at four times the size."""
    if log is None:
        bench.fresh_log()
        bench.pgbench("-n", "-c", "20", "-j", "2", "-t", str(transactions // 20), "-M", "simple")
        log = bench.kept_log("tpcb.csv")
    ours, _ = bench.capture(log)
    again, _ = bench.capture(log)
    best = min(ours, again, key=lambda spent: spent.wall_s)
    line = f"capture of {log.stat().st_size / 1e6:,.0f} MB: {best.wall_s:.2f} s wall, {best.cpu_s:.2f} s CPU"
    if PGREPLAY:
        theirs, _ = bench.pgreplay_file(log)
        line += f"; pgreplay -f {theirs.wall_s:.2f} s: ratio {best.wall_s / theirs.wall_s:.2f} (target 0.2)"
    print(line)
    fourfold = bench.home / "fourfold.csv"
    with fourfold.open("wb") as target:
        for _ in range(4):
            with log.open("rb") as source:
                shutil.copyfileobj(source, target, 1 << 24)
    (one, once), (four, fourth) = _peak(bench, log), _peak(bench, fourfold)
    print(
        f"capture at four times the log: {four:.0f} MiB against {one:.0f} MiB, ratio {four / one:.2f} (target 1.2); "
        f"time ratio {fourth / once:.2f} (linear: 4)"
    )
    fourfold.unlink()


def _peak(bench: Bench, log: Path) -> tuple[float, float]:
    """Capture *log*; return the peak memory in MiB and the seconds it took."""
    code = "import resource, sys; from pgrehearse.cli import main\ntry:\n main()\nfinally:\n print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    output = bench.home / "peak.workload"
    spent = measured([sys.executable, "-c", code, "capture", "logs", log, "-o", output, "--force", "--json"])
    return int(re.findall(r"^(\d+)$", spent.said, re.MULTILINE)[-1]) / 1024, spent.wall_s


def formats_case(bench: Bench, transactions: int) -> None:
    """The same traffic as csvlog, jsonlog and a plain log, written side by side; pgBadger reads the plain one."""
    with connected(bench) as connection:
        connection.execute("alter system set log_destination = stderr, csvlog, jsonlog")
        connection.execute("alter system set log_line_prefix = '%m [%p] %c %l %e %v %x %r %q%u@%d %a '")
        connection.execute("alter system set log_min_duration_statement = 0")
        connection.execute("alter system set log_statement = none")
    bench.fresh_log()
    logs = {
        name: bench.cluster.csvlog.with_suffix(suffix)
        for name, suffix in (("csvlog", ".csv"), ("jsonlog", ".json"), ("stderr", ".log"))
    }
    before = {name: path.stat().st_size if path.exists() else 0 for name, path in logs.items()}
    bench.pgbench("-n", "-c", "20", "-j", "2", "-t", str(transactions // 20), "-M", "prepared")
    took = {}
    for name, path in logs.items():
        part = bench.home / f"part{path.suffix}"
        with path.open("rb") as source, part.open("wb") as target:
            source.seek(before[name])
            shutil.copyfileobj(source, target, 1 << 24)
        took[name] = min(bench.capture(part)[0].wall_s for _ in range(2))
        sizes = part.stat().st_size / 1e6
        print(
            f"capture of {name}, {sizes:,.0f} MB: {took[name]:.2f} s, {took[name] / took['csvlog']:.2f} times csvlog's (target 2)"
        )
    if pgbadger := shutil.which("pgbadger"):
        theirs = measured(
            [
                pgbadger,
                "-q",
                "-f",
                "stderr",
                "-p",
                "%m [%p] %c %l %e %v %x %r %q%u@%d %a ",
                "-o",
                bench.home / "b.html",
                bench.home / "part.log",
            ]
        )
        print(f"  pgBadger reads the plain one in {theirs.wall_s:.2f} s: ratio {took['stderr'] / theirs.wall_s:.2f}")
    with connected(bench) as connection:
        connection.execute("alter system reset all")
    bench.fresh_log()


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


def live_case(bench: Bench, seconds: int) -> None:
    """What ``capture live`` costs the server it records: pgbench without and with it, in turn, on one machine."""
    with connected(bench) as connection:
        connection.execute("alter system set log_statement = none")
        connection.execute("select pg_reload_conf()")
    for name, words in (("prepared point reads", ("-S", "-M", "prepared")), ("TPC-B", ("-M", "simple"))):
        without, meanwhile = [], []
        for _ in range(3):
            without.append(_rate(bench, words, seconds))
            with _recording(bench):
                meanwhile.append(_rate(bench, words, seconds))
        ours, before = sorted(meanwhile)[1], sorted(without)[1]
        print(
            f"capture live, {name} of 8 clients: {ours:,.0f} transactions/s with it, {before:,.0f} without: ratio {ours / before:.2f}"
        )
    with connected(bench) as connection:
        connection.execute("alter system reset log_statement")
    bench.fresh_log()


def _rate(bench: Bench, words: tuple[str, ...], seconds: int) -> float:
    said = bench.pgbench("-n", "-c", "8", "-j", "2", "-T", str(seconds), *words).said
    return float(re.findall(r"tps = ([\d.]+)", said)[-1])


@contextmanager
def _recording(bench: Bench) -> Iterator[None]:
    """Have ``capture live`` record meanwhile, and end it by Ctrl-C."""
    dsn = f"postgresql://postgres@127.0.0.1:{bench.cluster.port}/postgres"
    words = [*TOOL, "capture", "live", dsn, "--for", "5m", "-o", str(bench.home / "live.workload"), "--force"]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with connected(bench) as connection:
        while connection.execute("select current_setting('log_min_duration_statement')").fetchall() != [("0",)]:
            time.sleep(0.1)
    time.sleep(1)
    yield
    process.send_signal(signal.SIGINT)
    process.wait()


CASES = ("capture", "formats", "live", "flat-out", "on-time", "contention", "memory")


def main() -> None:
    """Run the cases; ``--full`` for the issue's sizes."""
    options = argparse.ArgumentParser(prog="benchmarks")
    options.add_argument("--full", action="store_true", help="1.6 M statements to capture instead of 0.4 M")
    options.add_argument(
        "--log",
        type=Path,
        default=os.environ.get("PGREHEARSE_BENCH_LOG"),
        help="a pgbench csvlog (log_statement = all) to capture",
    )
    options.add_argument("--only", choices=CASES, action="append", help="this case (may be given again)")
    chosen = options.parse_args()
    cases: dict[str, Callable[[Bench], None]] = {
        "capture": lambda bench: capture_case(
            bench, 237_000 if chosen.full else 60_000, Path(chosen.log) if chosen.log else None
        ),
        "formats": lambda bench: formats_case(bench, 20_000),
        "live": lambda bench: live_case(bench, 5),
        "flat-out": lambda bench: flat_out_case(bench, 200_000),
        "on-time": lambda bench: on_time_case(bench, 10),
        "contention": lambda bench: contention_case(bench, 10_000),
        "memory": memory_case,
    }
    home = registry.workspace()
    try:
        bench = Bench(home)
        for name in chosen.only or CASES:
            cases[name](bench)
    finally:
        for entry in registry.found([home]):
            clusters.stop(entry.cluster)
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main()
