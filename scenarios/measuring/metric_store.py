"""Where metrics are stored: with a run or a workload, or beside a workload that is captured later."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from pgrehearse.base.artifact import check_place, fresh
from pgrehearse.base.errors import UsageProblem
from pgrehearse.runs.read import Run, is_run
from pgrehearse.runs.schema import METRICS
from pgrehearse.workload.read import METRICS as WORKLOAD_METRICS
from pgrehearse.workload.read import Workload, metrics_beside, misfit


@dataclass(frozen=True, slots=True)
class Recording:
    """The result: the number of samples, their file, the metrics that were not available, with the reason, and what else limits
    the samples."""

    samples: int
    path: Path
    unavailable: dict[str, str]
    notes: tuple[str, ...] = ()


def window_of(into: Path, window: tuple[int | None, int | None]) -> tuple[int, int]:
    """Return a window by the wall clock; a missing end is that of the workload or the run *into*, whose place is verified."""
    place_of(into)
    full_window = (0, 0) if None not in window else _window(into)
    since, until = (chosen if chosen is not None else end for chosen, end in zip(window, full_window, strict=True))
    return since, until


def _window(into: Path) -> tuple[int, int]:
    if is_run(into):
        run = Run.open(into).manifest
        return run.wall_start_us, run.wall_start_us + run.duration_us
    manifest = Workload.open(into).manifest
    return manifest.window_start_us, manifest.window_end_us


def keep(samples: pl.DataFrame, into: Path) -> Path:
    """Add samples (wall clock) to a run, to a workload, or beside a workload that does not exist yet."""
    path, zero = place_of(into)
    before = pl.read_parquet(path, glob=False) if path.exists() else pl.DataFrame(schema=METRICS)
    # A sample that was fetched twice is stored once.
    merged = pl.concat([before.select(*METRICS), samples.with_columns(pl.col("at_us") - zero)]).unique(
        ["at_us", "source", "instance", "subject", "metric"], keep="last"
    )
    with fresh(path) as working:
        merged.sort("at_us").write_parquet(working, compression="zstd")
    return path


def place_of(into: Path) -> tuple[Path, int]:
    """Return the file for samples and the instant of its time zero. An existing file must contain samples."""
    check_place(into, "a workload")
    if is_run(into):
        run = Run.open(into)
        path, zero = run.path / "metrics.parquet", run.manifest.wall_start_us
    elif into.exists():
        workload = Workload.open(into)
        path, zero = workload.home / WORKLOAD_METRICS, workload.manifest.window_start_us
    else:
        path, zero = metrics_beside(into), 0
    if not path.parent.exists():
        raise UsageProblem(
            f"{path.parent}: no such directory", remedy="set --into to a workload, or to the path of a later capture"
        )
    if path.is_symlink() or (path.exists() and (not path.is_file() or misfit(path, METRICS))):
        raise UsageProblem(
            f"{path} exists, and is not a table of metrics",
            remedy="move it to another place, or set --into to another workload",
        )
    return path, zero
