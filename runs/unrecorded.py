"""Rows of the outcomes for the events that lost workers did not record: unsent, with the reason."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from pgrehearse.runs.manifest import RunManifest
from pgrehearse.runs.read import Run
from pgrehearse.runs.reasons import UNRECORDED
from pgrehearse.runs.schema import OUTCOMES, Status
from pgrehearse.runs.write import write_part
from pgrehearse.workload.read import Workload
from pgrehearse.workload.window import KINDS, part_of

_KEYS = ("session", "copy", "seq")


def write_unrecorded(directory: Path, manifest: RunManifest, workload: Workload, lost: pl.DataFrame) -> int:
    """Write a row for each event of the sessions *lost* (session, copy) that has no outcome in the run's *directory*; return how many.

    Memory: one part of the workload, and the keys of what the lost sessions recorded.
    """
    copies = lost.select(pl.col(name).cast(OUTCOMES[name]) for name in _KEYS[:2])
    sessions = copies["session"].unique()
    run = Run(directory, manifest)
    recorded = run.outcomes().join(copies.lazy(), on=_KEYS[:2], how="semi").select(_KEYS).collect()
    kinds = workload.shapes().lazy().select(*KINDS)
    written = 0
    for number, part in enumerate(workload.parts()):
        events = pl.scan_parquet(part, glob=False).filter(pl.col("session").is_in(sessions.implode()))
        known = events.join(kinds, on="shape", how="left", maintain_order="left")
        due = part_of(known, manifest.plan.from_us, manifest.plan.until_us).select("session", "seq")
        rows = due.join(copies.lazy(), on="session").join(recorded.lazy(), on=_KEYS, how="anti").collect()
        if rows.height:
            write_part(directory / "outcomes", f"part-lost-{number:05}", _unsent(rows))
        written += rows.height
    return written


def _unsent(rows: pl.DataFrame) -> pl.DataFrame:
    """Return the outcomes of events that were not recorded; all that is not known of them is null."""
    known = rows.with_columns(pl.lit(Status.UNSENT.value).alias("status"), pl.lit(UNRECORDED).alias("reason"))
    others = [pl.lit(None).alias(name) for name in OUTCOMES if name not in known.columns]
    return known.with_columns(others).select(list(OUTCOMES)).cast(OUTCOMES)
