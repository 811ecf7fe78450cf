"""Comparing two runs of ten million statements each, with hashes of rows: time and memory, at a quarter, half and all of the statements."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import polars as pl

from benchmarks.peak_memory import Peak, measured_command
from benchmarks.server import Bench
from pgrehearse.base.artifact import digest, write_json
from pgrehearse.runs.fitness_values import Fitness, NewErrors
from pgrehearse.runs.manifest import RunManifest
from pgrehearse.runs.run_facts import RunPlan, ServerVersion, TargetFacts
from pgrehearse.runs.schema import CONNECTIONS, METRICS, OUTCOMES
from pgrehearse.workload.manifest import Losses, Manifest
from pgrehearse.workload.schema import EVENTS, SESSIONS, SHAPES

# One in so many executions of the candidate returns other rows, and one in so many the same rows in another order: fewer than leave no verdict.
OTHER_ROWS, OTHER_ORDER = 5_000, 200
KEYS, SESSIONS_, HOURS_US = 400, 1_000, 7_200_000_000
EVENT_PART, OUTCOME_PART = 500_000, 50_000


def compare_case(bench: Bench, statements: int) -> None:
    """*statements* in two hours, of a thousand sessions and 400 query keys; first a quarter of them, then half, then all."""
    times_s = []
    for share in (4, 2, 1):
        folder = bench.home / f"compare-{share}"
        write_example(folder, statements // share)
        plant_differences(folder / "b.run")
        seconds, peak, verdict = compared(folder)
        times_s.append(seconds)
        print(
            f"compare: {statements // share:,} statements a side, with hashes: {seconds:.1f} s, {peak.total:,.0f} MiB at most, {peak.anonymous:,.0f} of it not pages of files, {verdict}, "
            f"report {(folder / 'report.html').stat().st_size / 1e6:.1f} MB",
            flush=True,
        )
    print(
        f"compare: time at 1, 2, 4 times: 1, {times_s[1] / times_s[0]:.2f}, {times_s[2] / times_s[0]:.2f} (targets: 60 s, 2048 MiB at 10 M)"
    )


def compared(folder: Path, before: str = "") -> tuple[float, Peak, str]:
    """Run the command `compare`; return its time in seconds, its peak memory and its verdict. *before*: Python code that is executed first."""
    began = time.monotonic()
    report = folder / "report.html"
    words: list[str | Path] = ["compare", folder / "a.run", folder / "b.run", "-o", report, "--force", "--json"]
    completed, peak = measured_command(words, before=before)
    assert completed.returncode in {0, 1}, completed.stdout
    return time.monotonic() - began, peak, str(json.loads(completed.stdout)["verdict"])


def plant_differences(run: Path) -> None:
    """Give some executions of a run other rows, and others the same rows in another order."""
    at = pl.int_range(pl.len())
    other = (at % OTHER_ROWS == 0, at % OTHER_ORDER == 1)
    for part in (run / "outcomes").iterdir():
        frame = pl.read_parquet(part)
        changed = frame.with_columns(
            pl.when(other[0] | other[1]).then(pl.col("rows_hash").reverse()).otherwise("rows_hash").alias("rows_hash"),
            pl.when(other[0]).then(7).otherwise("rows_hash_unordered").cast(pl.UInt64).alias("rows_hash_unordered"),
        )
        changed.write_parquet(part, compression="zstd", compression_level=1)


def write_example(folder: Path, statements: int) -> None:
    """Write a workload and two runs of it, in the formats of pgrehearse's writers."""
    rng = np.random.default_rng(7)
    events_each = statements // SESSIONS_
    workload = folder / "w.workload"
    (workload / "events").mkdir(parents=True)
    shapes: list[tuple[int, str, bytes, str, list[str], list[str]]] = [
        (n, f"{n:016x}", f"select * from t{n} where id = $?".encode(), "select", [f"t{n}"], []) for n in range(KEYS)
    ]
    _shapes(shapes).write_parquet(workload / "shapes.parquet")
    _sessions(events_each).write_parquet(workload / "sessions.parquet")
    shape = rng.choice(KEYS, statements, p=_weights()).astype(np.int32)
    cost = np.exp(rng.normal(6, 0.6, KEYS))[shape] * rng.lognormal(0, 0.4, statements)
    at_us = np.sort(rng.integers(0, HOURS_US, (SESSIONS_, events_each)), axis=1).reshape(-1)
    session = np.repeat(np.arange(SESSIONS_, dtype=np.int32), events_each)
    seq = np.tile(np.arange(events_each, dtype=np.int32), SESSIONS_)
    for part, begin in enumerate(range(0, statements, EVENT_PART)):
        part_rows = slice(begin, begin + EVENT_PART)
        frame = pl.DataFrame(
            {
                "session": session[part_rows],
                "seq": seq[part_rows],
                "shape": shape[part_rows],
                "at_us": at_us[part_rows],
                "took_us": cost[part_rows].astype(np.int64),
            }
        )
        frame = frame.with_columns(action=pl.lit("query"), sql=pl.lit(b"select"), ended=pl.lit("ok"))
        _filled(frame, EVENTS).write_parquet(workload / "events" / f"part-{part:04}.parquet", compression="lz4")
    files = [*(workload / "events").iterdir(), workload / "sessions.parquet", workload / "shapes.parquet"]
    manifest = replace(_manifest(statements), digest=digest(files))
    write_json(workload / "manifest.json", manifest.document())
    for name, seed in (("a", 1), ("b", 2)):
        _run(
            folder / f"{name}.run",
            (workload, manifest.digest),
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
    frame = pl.DataFrame(rows, schema={name: SHAPES[name] for name in names}, orient="row")
    return _filled(
        frame.with_columns(clock=pl.lit(value=False), generated=pl.lit(value=False), writes=pl.lit(value=False)), SHAPES
    )


def _sessions(events: int) -> pl.DataFrame:
    frame = pl.DataFrame({"session": range(SESSIONS_)}, schema={"session": pl.Int32}).with_columns(
        database=pl.lit("app"), events=pl.lit(events)
    )
    return _filled(frame, SESSIONS)


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
    run: Path, workload: tuple[Path, str], event_columns: tuple[np.ndarray, np.ndarray, np.ndarray], took: np.ndarray
) -> None:
    """Write a run. Its outcomes are in the order of their ends, in parts of 50,000, as a recorder writes them."""
    (run / "outcomes").mkdir(parents=True)
    session, seq, at_us = event_columns
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
