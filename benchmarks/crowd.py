"""Thousands of sessions at the same time: a log of them, and their replay."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import numpy as np
import polars as pl
import psutil

from benchmarks.server import Bench
from pgrehearse.base.clock import SECOND

WINDOW_S, STATEMENTS = 30, 4
# Of ten sessions nine were open before the window, and one logs in within its first part.
_OF_TEN_OPEN, _LOGINS_UNTIL_S = 9, 18
# What one idle server process uses, and what the machine keeps for other programs.
_PROCESS_BYTES, _OTHERS_BYTES = 1_700_000, 3 << 30
# The columns of a csvlog of PostgreSQL 14 and later (manual, "Using CSV-Format Log Output").
_COLUMNS = 26
_BEGIN = datetime(2026, 3, 1, 10)  # noqa: DTZ001 (in UTC, as the log writes it)


def has_memory(sessions: int) -> bool:
    """Return whether this machine has the memory for a server with so many sessions."""
    return psutil.virtual_memory().available > sessions * _PROCESS_BYTES + _OTHERS_BYTES


def write_crowd(path: Path, sessions: int) -> Path:
    """Write the csvlog of *sessions* sessions that are open at the same time; each sends ``STATEMENTS`` statements in ``WINDOW_S`` seconds."""
    stamp = pl.lit(_BEGIN).cast(pl.Datetime("us"))
    began = stamp + pl.duration(microseconds="began_us")
    columns = dict.fromkeys(range(_COLUMNS), pl.lit(""))
    columns |= {
        0: (stamp + pl.duration(microseconds="at_us")).dt.strftime("%Y-%m-%d %H:%M:%S%.3f UTC"),
        1: pl.lit("postgres"),
        2: pl.lit("postgres"),
        3: pl.col("session"),
        4: pl.lit("10.1.1.1:5000"),
        5: pl.concat_str(
            began.dt.epoch("s").map_elements("{:x}".format, pl.String),
            pl.col("session").map_elements("{:x}".format, pl.String),
            separator=".",
        ),
        6: pl.col("line"),
        7: pl.col("tag"),
        8: began.dt.strftime("%Y-%m-%d %H:%M:%S UTC"),
        9: pl.lit("3/0"),
        10: pl.lit("0"),
        11: pl.lit("LOG"),
        12: pl.lit("00000"),
        13: pl.col("message"),
        22: pl.lit("web"),
        23: pl.lit("client backend"),
        25: pl.lit("0"),
    }
    _records(sessions).select(expression.alias(str(at)) for at, expression in columns.items()).write_csv(
        path, include_header=False
    )
    return path


def _records(sessions: int) -> pl.DataFrame:
    """Return the records of a crowd: session, began_us, at_us, line, message, tag."""
    random = np.random.default_rng(7)
    is_open = np.arange(sessions) % 10 < _OF_TEN_OPEN
    began_s = np.where(is_open, -100.0, random.uniform(0.2, _LOGINS_UNTIL_S, sessions))
    at_s = np.sort(random.uniform(np.maximum(began_s, 0) + 0.1, WINDOW_S, (STATEMENTS, sessions)), axis=0)
    began_us, at_us = ((seconds * SECOND).astype(np.int64) for seconds in (began_s, at_s))
    number = pl.DataFrame({"session": np.arange(sessions) + 1000, "began_us": began_us, "is_open": is_open})
    statement, login = (
        pl.lit(message).alias("message")
        for message in (
            "duration: 0.100 ms  statement: select 1 as n",
            "connection authorized: user=postgres database=postgres application_name=web",
        )
    )
    records = [
        number.with_columns(
            pl.Series("at_us", at), pl.lit(line).alias("line"), statement, pl.lit("SELECT").alias("tag")
        )
        for line, at in enumerate(at_us, 3)
    ]
    new = number.filter(~pl.col("is_open"))
    records.append(
        new.with_columns(
            pl.col("began_us").alias("at_us"), pl.lit(2).alias("line"), login, pl.lit("authentication").alias("tag")
        )
    )
    return pl.concat(records).sort("at_us", "line")


def sessions_case(bench: Bench) -> None:
    """2,500, 5,000 and 10,000 sessions at the same time, as far as the memory of the machine is sufficient: memory, CPU and lateness."""
    for sessions in (2_500, 5_000, 10_000):
        if not has_memory(sessions):
            print(f"{sessions:,} sessions at once: this machine has not enough free memory for the server")
            continue
        _, workload = bench.capture(write_crowd(bench.home / f"crowd{sessions}.csv", sessions))
        bench.resized(max_connections=sessions + 100)
        with bench.silent():
            usage, run = bench.replay_command(workload)
        fitness = run.manifest.fitness
        assert fitness is not None
        counts = fitness.statements
        print(
            f"{sessions:,} sessions at once: {counts['ok']:,} of {counts['due']:,} statements ok; lateness p99 {fitness.lateness_us['p99'] / 1e3:.1f} ms, "
            f"{fitness.blame_us['harness'] / 1e3:.1f} ms of it by the harness; the worker used {run.manifest.worker_peak_mib} MiB and "
            f"{run.manifest.worker_cpu_us / 1e6:.1f} s of processor time, the complete command {usage.cpu_s:.1f} s in {usage.wall_s:.0f} s"
        )
    bench.resized(max_connections=300)
