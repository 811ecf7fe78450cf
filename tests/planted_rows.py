"""A workload and three runs of it whose rows are the same, and what a test plants there."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import polars as pl

from benchmarks.comparing import write_example
from pgrehearse.base.artifact import digest, write_json
from pgrehearse.compare.api import compare_runs
from pgrehearse.runs.read import Run
from pgrehearse.runs.write import rewrite_manifest
from pgrehearse.workload.read import Workload

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pgrehearse.compare.comparison import CandidateResult, Comparison
    from pgrehearse.compare.result_values import Results

STATEMENTS = 2_000
BOTH = ("rows_hash", "rows_hash_unordered")
FIRST = f"{0:016x}"
RUNS = ("a.run", "b.run", "again.run")


def write_runs(folder: Path) -> Path:
    """Write a workload, a baseline (a.run), its second replay (again.run) and a candidate (b.run) that returned the same rows."""
    write_example(folder, STATEMENTS)
    shutil.copytree(folder / "a.run", folder / "again.run")
    return folder


def executions(folder: Path, key: str = FIRST, number: int = 3) -> list[tuple[int, int]]:
    """The first executions of a query: session and seq."""
    workload = folder / "w.workload"
    shapes = pl.read_parquet(workload / "shapes.parquet").filter(query_key=key)
    events = pl.read_parquet(workload / "events" / "*.parquet").sort("session", "seq")
    return list(events.join(shapes, on="shape", how="semi").select("session", "seq").head(number).iter_rows())


def plant(run: Path, places: Iterable[tuple[int, int]], columns: tuple[str, ...], value: int | None = 7) -> None:
    """Give some executions of a run other hashes, or another number of rows."""
    chosen = pl.DataFrame(list(places), schema={"session": pl.Int32, "seq": pl.Int32}, orient="row")
    for part in (run / "outcomes").glob("*.parquet"):
        frame = pl.read_parquet(part)
        marked = frame.join(chosen.with_columns(chosen=True), on=["session", "seq"], how="left", maintain_order="left")
        marked.with_columns(
            pl.when("chosen").then(pl.lit(value, frame.schema[name])).otherwise(name).alias(name) for name in columns
        ).drop("chosen").write_parquet(part)


def plan(folder: Path, names: Iterable[str], **more: object) -> None:
    """Change the plan of runs."""
    for name in names:
        manifest = Run.open(folder / name).manifest
        rewrite_manifest(folder / name, replace(manifest, plan=replace(manifest.plan, **more)))  # type: ignore[arg-type]


def compared(folder: Path, *, control: bool = False) -> Comparison:
    return compare_runs(folder / "a.run", folder / "b.run", control=folder / "again.run" if control else None)


def of(folder: Path, *, control: bool = False) -> Results:
    return result(compared(folder, control=control)).results


def result(comparison: Comparison) -> CandidateResult:
    (one,) = comparison.candidates
    return one


def redigest(folder: Path) -> None:
    """Give the workload and its runs the digest of what is there now."""
    workload = folder / "w.workload"
    files = [*(workload / "events").iterdir(), workload / "sessions.parquet", workload / "shapes.parquet"]
    manifest = replace(Workload.open(workload).manifest, digest=digest(files))
    write_json(workload / "manifest.json", manifest.document())
    for name in RUNS:
        rewrite_manifest(folder / name, replace(Run.open(folder / name).manifest, workload_digest=manifest.digest))
