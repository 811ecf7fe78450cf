"""The ids that production drew, deduced at the end of a capture: ``pins.parquet``, and the sequences in the manifest."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from pgrehearse.base import artifact
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.workload.generated.deduce import Deduction, Log, deduce
from pgrehearse.workload.generated.facts import DatabaseIds, Sequence
from pgrehearse.workload.manifest import PINS_FILE

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class IdsOfCapture:
    """What a deduction needs besides the events: the tables of the workload, the catalog's *ids* by database, and the resolution of
    the log's times. *redacted*: values are replaced, so that no use of an id can be found."""

    sessions: pl.DataFrame
    shapes: pl.DataFrame
    ids: dict[str, DatabaseIds]
    resolution_us: int
    redacted: bool

    @classmethod
    def of(
        cls, options: CaptureOptions, sessions: pl.DataFrame, shapes: pl.DataFrame, resolution_us: int
    ) -> IdsOfCapture | None:
        """Return what a deduction needs (None: no catalog was read)."""
        server = options.catalog or options.columns
        if server is None:
            return None
        used = set(sessions["database"].drop_nulls())
        ids = {name: catalog.ids for name, catalog in server.databases.items() if name in used}
        return cls(sessions, shapes, ids, resolution_us, options.redaction is not None)

    def write(
        self, home: Path, parts: list[Path], facts: dict[str, Any], decoded: pl.DataFrame | None = None
    ) -> dict[str, Any]:
        """Deduce the ids of the events in *parts*, write them to a workload's folder, and return the manifest's fields.

        *decoded*: ids of decoded rows (``deduce``).
        """
        sequences = [one for ids in self.ids.values() for one in ids.sequences.values()]
        if not sequences and not any(ids.others for ids in self.ids.values()):
            return facts
        if self.redacted:
            note = "the ids that production drew are not deduced: the values are redacted"
            return {**facts, "generated": sequences, "notes": [*facts["notes"], note]}
        log = Log(parts, self.sessions, self.shapes, self.resolution_us, complete=facts["all_statements"])
        found = deduce(log, self.ids, decoded=decoded)
        counted = {(one.database, one.name): one for one in found.sequences}
        path = home / PINS_FILE
        found.pins.write_parquet(path, compression="zstd")
        return {
            **facts,
            "generated_defaults": found.defaults,
            "generated": [counted.get((one.database, one.name), one) for one in sequences],
            "pins_digest": artifact.digest([path]),
            "notes": [*facts["notes"], *notes(found, log)],
        }


def notes(found: Deduction, log: Log) -> list[str]:
    """Return notes on a catalog that is not that of the window's start, and on a log that does not show all draws."""
    out = []
    if found.sequences and not log.complete:
        out.append(
            "statements are missing that can have drawn ids (they were not logged, or not selected): ids that no later statement uses "
            "are guessed. Capture a complete log, without a selection by users or applications"
        )
    if found.late:
        out.append(
            f"the catalog was read after the window began: {_named(found.late)} already beyond ids that the log uses. Ids that "
            "no later statement uses are not known: read the catalog from a copy of the window's start (--catalog)"
        )
    if found.early:
        out.append(
            f"ids were drawn between the reading of the catalog and the first statement of the log, from {_named(found.early)}: "
            "ids that no later statement uses are guessed. Read the catalog when the window begins, or from a copy of that time"
        )
    if found.reset:
        out.append(
            f"statements of the log set sequences to other values, after which ids are guessed: {_named(found.reset)} concerned"
        )
    return out


def _named(sequences: list[Sequence]) -> str:
    names = ", ".join(one.name for one in sequences[:_SHOWN])
    more = len(sequences) - _SHOWN
    return names + (f" and {more} more are" if more > 0 else " are" if len(sequences) > 1 else " is")
