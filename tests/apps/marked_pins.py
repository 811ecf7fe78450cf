"""Pins that are right, by the markers of rows: a statement that contains a row's marker drew its id."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import polars as pl

from pgrehearse.base import artifact
from pgrehearse.workload.read import PINS_FILE, Workload
from pgrehearse.workload.schema import PINS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def with_pins(workload: Workload, rows: Mapping[str, Iterable[tuple[Any, ...]]]) -> Workload:
    """Write the pins of a workload. *rows*: ids and markers by sequence, in the order in which they were drawn."""
    events = workload.events().select("session", "seq", "sql", "params").collect()
    drawn = []
    for sequence, some in rows.items():
        pins: dict[tuple[int, int], list[int]] = {}
        for number, marker in some:
            for session, seq, text, params in events.iter_rows():
                if f"'{marker}'".encode() in (text or b"") or str(marker).encode() in (params or []):
                    pins.setdefault((session, seq), []).append(number)
        drawn += [(*place, sequence, ids, ["order"] * len(ids)) for place, ids in pins.items()]
    path = workload.path / PINS_FILE
    pl.DataFrame(drawn, schema=PINS, orient="row").write_parquet(path)
    manifest = replace(workload.manifest, pins_digest=artifact.digest([path]))
    artifact.write_json(workload.path / artifact.MANIFEST, manifest.document())
    return Workload.open(workload.path)
