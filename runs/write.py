"""A run is written part by part while it happens, so that what was done is on disk whatever comes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import polars as pl

from pgrehearse.base import artifact
from pgrehearse.base.artifact import Kind
from pgrehearse.runs.manifest import RunManifest
from pgrehearse.runs.mid_run_events import MidRunEvent
from pgrehearse.runs.read import Run
from pgrehearse.runs.schema import CONNECTIONS, DRAWS, EVENTS, METRICS, MID_RUN_EVENTS, OUTCOMES, REWRITTEN


def begin(final: Path, manifest: RunManifest, *, force: bool) -> Path:
    """Make the partial directory of a run, readable from the first second, and return it."""
    working = artifact.begin(final, Kind.RUN, force=force)
    with artifact.disk_errors(working):
        (working / "outcomes").mkdir()
    artifact.write_json(working / artifact.MANIFEST, manifest.document())
    return working


def write_part(directory: Path, stem: str, frame: pl.DataFrame) -> None:
    """Write one closed Parquet file; a reader never sees half of it."""
    with artifact.fresh(directory / f"{stem}.parquet", kept=_kept(directory)) as working:
        frame.write_parquet(working, compression="zstd", compression_level=1)


def _kept(directory: Path) -> str:
    return f"what was recorded until then is in {directory}"


def finish(final: Path, manifest: RunManifest) -> Run:
    """Fold small parts into whole tables, write the manifest, and give the run its name."""
    working = artifact.partial_name(final)
    with artifact.disk_errors(working, kept=_kept(working)):
        for name, schema in (("connections", CONNECTIONS), ("metrics", METRICS), ("draws", DRAWS)):
            parts = sorted(working.glob(f"{name}-*.parquet"))
            if not parts and schema is DRAWS:  # only a first pass counts draws
                continue
            table = pl.read_parquet(parts, glob=False) if parts else pl.DataFrame(schema=schema)
            write_part(working, name, table)
            for part in parts:
                part.unlink()
    artifact.write_json(working / artifact.MANIFEST, manifest.document())
    artifact.finish(final, Kind.RUN)
    return Run.open(final)


def write_events(run: Run, events: Sequence[dict[str, Any]]) -> None:
    """Write what happened to a finished run's target: rows of ``EVENTS``."""
    write_part(run.path, "events", pl.DataFrame(list(events), schema=EVENTS))


def write_mid_run_events(directory: Path, events: Sequence[MidRunEvent]) -> None:
    """Write the events that were executed on the target during the replay, also of a run that is not finished yet (*directory*)."""
    write_part(directory, "mid_run_events", pl.DataFrame([asdict(event) for event in events], schema=MID_RUN_EVENTS))


def write_rewritten(run: Run, statements: pl.DataFrame) -> None:
    """Write which statements rules of --rewrite replaced: rows of ``REWRITTEN``."""
    write_part(run.path, "rewritten", statements.select(list(REWRITTEN)))


def rewrite_manifest(run: Path, manifest: RunManifest) -> None:
    """Replace the manifest of a finished run (its fitness, or server times that came later)."""
    artifact.write_json(run / artifact.MANIFEST, manifest.document())


def add_server_times(run: Run, server: pl.DataFrame) -> None:
    """Set ``server_us`` of a finished run's outcomes. *server*: session, copy, seq, server_us."""
    for part in sorted((run.path / "outcomes").glob("part-*.parquet")):
        frame = pl.read_parquet(part, glob=False).drop("server_us")
        joined = frame.join(server, on=["session", "copy", "seq"], how="left", maintain_order="left")
        write_part(part.parent, part.stem, joined.select(*OUTCOMES))
