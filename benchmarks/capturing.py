"""Capture against pgreplay and pgBadger: time, memory, formats, and the cost of a live capture for the server."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.peak_memory import measured_command
from benchmarks.server import PGREPLAY, TOOL, Bench, connected, measured


def capture_case(bench: Bench, transactions: int, log: Path | None) -> None:
    """A csvlog of pgbench: the time to parse it, compared with pgreplay's; and the memory at four times the size."""
    if log is None:
        bench.restart_with_empty_log()
        bench.pgbench("-n", "-c", "20", "-j", "2", "-t", str(transactions // 20), "-M", "simple")
        log = bench.take_log("tpcb.csv")
    first_run, _ = bench.capture(log)
    second_run, _ = bench.capture(log)
    fastest = min(first_run, second_run, key=lambda usage: usage.wall_s)
    line = f"capture of {log.stat().st_size / 1e6:,.0f} MB: {fastest.wall_s:.2f} s wall, {fastest.cpu_s:.2f} s CPU"
    if PGREPLAY:
        pgreplay_parse, _ = bench.pgreplay_file(log)
        line += f"; pgreplay -f {pgreplay_parse.wall_s:.2f} s: ratio {fastest.wall_s / pgreplay_parse.wall_s:.2f} (target 0.2)"
    print(line)
    log_4x = bench.home / "4x.csv"
    with log_4x.open("wb") as target:
        for _ in range(4):
            with log.open("rb") as source:
                shutil.copyfileobj(source, target, 1 << 24)
    (memory_mib, time_s), (memory_4x_mib, time_4x_s) = _peak(bench, log), _peak(bench, log_4x)
    print(
        f"capture at four times the log: {memory_4x_mib:.0f} MiB against {memory_mib:.0f} MiB, ratio {memory_4x_mib / memory_mib:.2f} (target 1.2); "
        f"time ratio {time_4x_s / time_s:.2f} (linear: 4)"
    )
    log_4x.unlink()


def _peak(bench: Bench, log: Path) -> tuple[float, float]:
    """Capture *log*; return the peak memory in MiB and the time in seconds."""
    began = time.monotonic()
    words: list[str | Path] = ["capture", "logs", log, "-o", bench.home / "peak.workload", "--force", "--json"]
    completed, peak = measured_command(words)
    assert completed.returncode == 0, completed.stdout
    return peak.total, time.monotonic() - began


def formats_case(bench: Bench, transactions: int) -> None:
    """The same traffic as a csvlog, a jsonlog and a plain log, which the server writes together; pgBadger reads the plain log."""
    with connected(bench) as connection:
        connection.execute("alter system set log_destination = stderr, csvlog, jsonlog")
        connection.execute("alter system set log_line_prefix = '%m [%p] %c %l %e %v %x %r %q%u@%d %a '")
        connection.execute("alter system set log_min_duration_statement = 0")
        connection.execute("alter system set log_statement = none")
    bench.restart_with_empty_log()
    logs = {
        name: bench.cluster.csvlog.with_suffix(suffix)
        for name, suffix in (("csvlog", ".csv"), ("jsonlog", ".json"), ("stderr", ".log"))
    }
    begins = {name: path.stat().st_size if path.exists() else 0 for name, path in logs.items()}
    bench.pgbench("-n", "-c", "20", "-j", "2", "-t", str(transactions // 20), "-M", "prepared")
    _time_formats(bench, logs, begins)
    with connected(bench) as connection:
        connection.execute("alter system reset all")
    bench.restart_with_empty_log()


def _time_formats(bench: Bench, logs: dict[str, Path], begins: dict[str, int]) -> None:
    """Capture the new part of each log, and run pgBadger on the plain log."""
    seconds = {}
    for name, path in logs.items():
        part = bench.home / f"part{path.suffix}"
        with path.open("rb") as source, part.open("wb") as target:
            source.seek(begins[name])
            shutil.copyfileobj(source, target, 1 << 24)
        seconds[name] = min(bench.capture(part)[0].wall_s for _ in range(2))
        size_mb = part.stat().st_size / 1e6
        print(
            f"capture of {name}, {size_mb:,.0f} MB: {seconds[name]:.2f} s, {seconds[name] / seconds['csvlog']:.2f} times csvlog's (target 2)"
        )
    if pgbadger := shutil.which("pgbadger"):
        badger_run = measured(
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
        print(
            f"  pgBadger reads the plain log in {badger_run.wall_s:.2f} s: ratio {seconds['stderr'] / badger_run.wall_s:.2f}"
        )


def live_case(bench: Bench, seconds: int) -> None:
    """The cost of ``capture live`` for its server: pgbench without and with a capture, alternately, on one machine."""
    with connected(bench) as connection:
        connection.execute("alter system set log_statement = none")
        connection.execute("select pg_reload_conf()")
    for name, words in (("prepared point reads", ("-S", "-M", "prepared")), ("TPC-B", ("-M", "simple"))):
        rates_without, rates_with = [], []
        for _ in range(3):
            rates_without.append(rate(bench, words, seconds))
            with _recording(bench):
                rates_with.append(rate(bench, words, seconds))
        with_capture, without_capture = sorted(rates_with)[1], sorted(rates_without)[1]
        print(
            f"capture live, {name} of 8 clients: {with_capture:,.0f} transactions/s with it, {without_capture:,.0f} without: ratio {with_capture / without_capture:.2f}"
        )
    with connected(bench) as connection:
        connection.execute("alter system reset log_statement")
    bench.restart_with_empty_log()


def rate(bench: Bench, words: tuple[str, ...], seconds: int) -> float:
    """Return pgbench's transactions a second with 8 clients."""
    output = bench.pgbench("-n", "-c", "8", "-j", "2", "-T", str(seconds), *words).output
    return float(re.findall(r"tps = ([\d.]+)", output)[-1])


@contextmanager
def _recording(bench: Bench) -> Iterator[None]:
    """Run ``capture live`` while the block runs; end it by Ctrl-C."""
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
