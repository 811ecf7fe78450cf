"""Replaces the ids of a workload in one visible step: at any instant the manifest names a complete file with its digest."""

from __future__ import annotations

from collections.abc import Sequence as Several
from dataclasses import replace
from secrets import token_hex

import polars as pl

from pgrehearse.base import artifact
from pgrehearse.workload.generated.facts import Sequence
from pgrehearse.workload.read import Workload


def write_pins(workload: Workload, pins: pl.DataFrame, generated: Several[Sequence]) -> None:
    """Write other ids to a workload: a new file beside the old one, then the manifest that names it, then the old files are removed.

    *pins*: the columns of ``PINS``; *generated*: the sequences of the manifest. If the process is killed, the workload has its old ids or
    the new ones. A file that the manifest does not name is removed by the next call.
    """
    path = workload.home / f"pins-{token_hex(8)}.parquet"
    with artifact.fresh(path) as working:
        pins.write_parquet(working, compression="zstd")
    changed = replace(
        workload.manifest, generated=list(generated), pins_file=path.name, pins_digest=artifact.digest([path])
    )
    artifact.write_json(workload.path / artifact.MANIFEST, changed.document())
    for other in workload.home.glob("pins*.parquet"):
        if other.name != path.name:
            other.unlink()
