"""Comparing two runs of ten million statements each: time and memory, at a quarter, half and all of it."""

from __future__ import annotations

import json
import os
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import polars as pl

from benchmarks.server import Bench
from pgrehearse.base.artifact import digest, write_json
from pgrehearse.runs.fitness_values import Fitness, NewErrors
from pgrehearse.runs.manifest import RunManifest
from pgrehearse.runs.run_facts import RunPlan, ServerVersion, TargetFacts
from pgrehearse.runs.schema import CONNECTIONS, METRICS, OUTCOMES
from pgrehearse.workload.manifest import Losses, Manifest
from pgrehearse.workload.schema import EVENTS, SESSIONS, SHAPES

KEYS, SESSIONS_, HOURS_US = 400, 1_000, 7_200_000_000
EVENT_PART, OUTCOME_PART = 500_000, 50_000


def compare_case(bench: Bench, statements: int) -> None:
    """Two hours of *statements* on a thousand sessions, 400 query keys, from a quarter of it to all."""
    spent = []
    for share in (4, 2, 1):
        folder = bench.home / f"compare-{share}"
        make(folder, statements // share)
        seconds, peak_mib, verdict = compared(folder)
        spent.append(seconds)
        print(
            f"compare: {statements // share:,} statements a side: {seconds:.1f} s, {peak_mib:,.0f} MiB at most, {verdict}, "
            f"report {(folder / 'report.html').stat().st_size / 1e6:.1f} MB",
            flush=True,
        )
    print(
        f"compare: time at 1, 2, 4 times: 1, {spent[1] / spent[0]:.2f}, {spent[2] / spent[0]:.2f} (targets: 60 s, 2048 MiB at 10 M)"
    )


def compared(folder: Path) -> tuple[float, float, str]:
    """Run the command itself; return its seconds, its peak memory and its verdict."""
    out = folder / "said.json"
    began = time.monotonic()
    with out.open("w") as said:
        report = folder / "report.html"
        words = ["compare", str(folder / "a.run"), str(folder / "b.run"), "-o", str(report), "--force", "--json"]
        command = [sys.executable, "-m", "pgrehearse", *words]
        child = os.posix_spawn(
            sys.executable, command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, said.fileno(), 1)]
        )
        _, status, usage = os.wait4(child, 0)
    assert os.waitstatus_to_exitcode(status) in {0, 1}, out.read_text()
    return time.monotonic() - began, usage.ru_maxrss / 1024, str(json.loads(out.read_text())["verdict"])


def make(folder: Path, statements: int) -> None:
    """Write a workload and two runs of it, as the writers of this project would."""
    rng = np.random.default_rng(7)
    each = statements // SESSIONS_
    workload = folder / "w.workload"
    (workload / "events").mkdir(parents=True)
    shapes: list[tuple[int, str, bytes, str, list[str], list[str]]] = [
        (n, f"{n:016x}", f"select * from t{n} where id = $?".encode(), "select", [f"t{n}"], []) for n in range(KEYS)
    ]
    _shapes(shapes).write_parquet(workload / "shapes.parquet")
    _sessions(each).write_parquet(workload / "sessions.parquet")
    shape = rng.choice(KEYS, statements, p=_weights()).astype(np.int32)
    cost = np.exp(rng.normal(6, 0.6, KEYS))[shape] * rng.lognormal(0, 0.4, statements)
    at_us = np.sort(rng.integers(0, HOURS_US, (SESSIONS_, each)), axis=1).reshape(-1)
    session = np.repeat(np.arange(SESSIONS_, dtype=np.int32), each)
    seq = np.tile(np.arange(each, dtype=np.int32), SESSIONS_)
    for part, begin in enumerate(range(0, statements, EVENT_PART)):
        cut = slice(begin, begin + EVENT_PART)
        frame = pl.DataFrame(
            {
                "session": session[cut],
                "seq": seq[cut],
                "shape": shape[cut],
                "at_us": at_us[cut],
                "took_us": cost[cut].astype(np.int64),
            }
        )
        frame = frame.with_columns(action=pl.lit("query"), sql=pl.lit(b"select"), ended=pl.lit("ok"))
        _filled(frame, EVENTS).write_parquet(workload / "events" / f"part-{part:04}.parquet", compression="lz4")
    files = [*(workload / "events").iterdir(), workload / "sessions.parquet", workload / "shapes.parquet"]
    known = replace(_manifest(statements), digest=digest(files))
    write_json(workload / "manifest.json", known.document())
    for name, seed in (("a", 1), ("b", 2)):
        _run(
            folder / f"{name}.run",
            (workload, known.digest),
            (session, seq, at_us),
            cost * np.random.default_rng(seed).lognormal(0, 0.2, statements),
        )


def _weights() -> np.ndarray:
    weights = 1 / np.arange(1, KEYS + 1)
    return np.asarray(weights / weights.sum())


def _filled(frame: pl.DataFrame, schema: pl.Schema) -> pl.DataFrame:
    missing = [pl.lit(None, kind).alias(name) for name, kind in schema.items() if name not in frame.columns]
    return frame.with_columns(missing).select(*schema).cast(schema)


def _shapes(rows: list[tuple[int, str, bytes, str, list[str], list[str]]]) -> pl.DataFrame:
    names = ["shape", "query_key", "template", "kind", "tables_read", "tables_written"]
    known = pl.DataFrame(rows, schema={name: SHAPES[name] for name in names}, orient="row")
    return _filled(
        known.with_columns(clock=pl.lit(value=False), generated=pl.lit(value=False), writes=pl.lit(value=False)), SHAPES
    )


def _sessions(each: int) -> pl.DataFrame:
    known = pl.DataFrame({"session": range(SESSIONS_)}, schema={"session": pl.Int32}).with_columns(
        database=pl.lit("app"), events=pl.lit(each)
    )
    return _filled(known, SESSIONS)


def _manifest(statements: int) -> Manifest:
    return Manifest(
        0,
        HOURS_US,
        ["prod.csv"],
        "log_min_duration_statement",
        1000,
        SESSIONS_,
        statements,
        statements,
        0,
        0,
        0,
        Losses(lines=statements, buckets={"statement": statements}),
        {"count": 1.0, "time": 1.0},
        "d" * 64,
        "bench",
    )


def _run(
    run: Path, workload: tuple[Path, str], where: tuple[np.ndarray, np.ndarray, np.ndarray], took: np.ndarray
) -> None:
    """Outcomes come in the order in which they were done, in parts of 50,000, as a recorder writes them."""
    (run / "outcomes").mkdir(parents=True)
    session, seq, at_us = where
    order = np.argsort(at_us, kind="stable")
    hashes = (np.arange(len(order), dtype=np.uint64) + 1) * np.uint64(0x9E3779B97F4A7C15)  # the same in every run
    for part, begin in enumerate(range(0, len(order), OUTCOME_PART)):
        rows = order[begin : begin + OUTCOME_PART]
        due, done = at_us[rows], at_us[rows] + took[rows].astype(np.int64) + 90
        frame = pl.DataFrame(
            {
                "session": session[rows],
                "seq": seq[rows],
                "due_us": due,
                "ready_us": due,
                "ordered_us": due,
                "sent_us": due + 40,
                "done_us": done,
                "server_us": took[rows].astype(np.int64),
                "rows_hash": hashes[rows],
                "rows_hash_unordered": hashes[rows],
            }
        )
        frame = frame.with_columns(copy=pl.lit(0), connection=pl.col("session"), status=pl.lit("ok"), rows=pl.lit(1))
        _filled(frame, OUTCOMES).write_parquet(
            run / "outcomes" / f"part-00-{part:05}.parquet", compression="zstd", compression_level=1
        )
    pl.DataFrame(schema=CONNECTIONS).write_parquet(run / "connections.parquet")
    pl.DataFrame(schema=METRICS).write_parquet(run / "metrics.parquet")
    write_json(run / "manifest.json", _run_manifest(workload, len(order)).document())


def _run_manifest(workload: tuple[Path, str], statements: int) -> RunManifest:
    path, digest = workload
    return RunManifest(
        "w",
        digest,
        TargetFacts(),
        RunPlan(workload_path=str(path)),
        0,
        HOURS_US,
        "bench",
        fitness=_fitness(statements),
        server_times=True,
        server=ServerVersion(version="18"),
    )


def _fitness(n: int) -> Fitness:
    """Every statement was sent, 40 microseconds late, and succeeded."""
    rate = n / HOURS_US * 1e6
    return Fitness(
        statements={"due": n, "sent": n, "ok": n, "failed": 0, "skipped": 0, "unsent": 0},
        errors={"same": 0, "new": 0, "vanished": 0, "different": 0, "drifted": 0},
        duration_s=HOURS_US / 1e6,
        rate={"offered": rate, "achieved": rate},
        lateness_us={"p50": 40.0, "p99": 40.0, "max": 40.0},
        blame_us={"predecessor": 0.0, "connection": 0.0, "ordering": 0.0, "harness": 40.0},
        harness_late=0.0,
        coverage=1.0,
        fit=True,
        reasons=[],
        rate_over_time={"step_s": 60.0, "offered": [], "achieved": [], "in_flight_captured": [], "in_flight": []},
        connections={"made": SESSIONS_, "refused": 0, "lost": 0, "again": 0},
        ordering={"waited": 0, "given_up": 0},
        outages=[],
        fidelity={"coverage": 1, "on_time": 1, "rate": 1, "types": 1, "errors": 1, "in_flight": 1, "score": 1},
        played={"chosen": n, "read_only": 0, "skipped": 0, "unreached": 0, "why": "", "share": 1.0},
        new_errors=NewErrors(transactions=n, failed=0, share=0.0),
        unfit=[],
    )
