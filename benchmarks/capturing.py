"""Capture against pgreplay and pgBadger: time, memory, formats, and what recording a live server costs it."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.server import PGREPLAY, TOOL, Bench, connected, measured


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
    _time_formats(bench, logs, before)
    with connected(bench) as connection:
        connection.execute("alter system reset all")
    bench.fresh_log()


def _time_formats(bench: Bench, logs: dict[str, Path], begins: dict[str, int]) -> None:
    """Capture the new part of each log, and have pgBadger read the plain one."""
    took = {}
    for name, path in logs.items():
        part = bench.home / f"part{path.suffix}"
        with path.open("rb") as source, part.open("wb") as target:
            source.seek(begins[name])
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


def live_case(bench: Bench, seconds: int) -> None:
    """What ``capture live`` costs the server it records: pgbench without and with it, in turn, on one machine."""
    with connected(bench) as connection:
        connection.execute("alter system set log_statement = none")
        connection.execute("select pg_reload_conf()")
    for name, words in (("prepared point reads", ("-S", "-M", "prepared")), ("TPC-B", ("-M", "simple"))):
        without, meanwhile = [], []
        for _ in range(3):
            without.append(rate(bench, words, seconds))
            with _recording(bench):
                meanwhile.append(rate(bench, words, seconds))
        ours, before = sorted(meanwhile)[1], sorted(without)[1]
        print(
            f"capture live, {name} of 8 clients: {ours:,.0f} transactions/s with it, {before:,.0f} without: ratio {ours / before:.2f}"
        )
    with connected(bench) as connection:
        connection.execute("alter system reset log_statement")
    bench.fresh_log()


def rate(bench: Bench, words: tuple[str, ...], seconds: int) -> float:
    """Return pgbench's transactions a second on 8 clients."""
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
