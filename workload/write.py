"""Writes a workload: the parts of its events, its tables and its manifest. It gets its final name when it is complete."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from pgrehearse.base import artifact
from pgrehearse.base.artifact import Kind
from pgrehearse.workload.event_parts import part_path, parts_in
from pgrehearse.workload.schema import EVENTS, SESSIONS, SHAPES

if TYPE_CHECKING:
    from pgrehearse.workload.manifest import Manifest

# Writes the parts of a workload's events to a folder.
WriteParts = Callable[[Path], object]
# Writes a table to a workload's folder from the parts of its events; takes and returns the values of the manifest.
Further = Callable[[Path, list[Path], dict[str, Any]], dict[str, Any]]
# Adds to a workload that is complete, but has not its final name yet; takes its directory, and returns its changed manifest.
Addition = Callable[[Path], "Manifest"]


class WorkloadWriter:
    """Writes a workload with its final name. *scratch*: a folder for temporary files, which is removed when the workload is complete."""

    def __init__(self, final: Path, *, force: bool) -> None:
        self.final = final
        self._home = artifact.begin(final, Kind.WORKLOAD, force=force)
        self.scratch = self._home / "spill"
        self.scratch.mkdir()

    def finish(
        self,
        write_parts: WriteParts,
        tables: tuple[pl.DataFrame, pl.DataFrame],
        facts: dict[str, Any],
        further: Further | None = None,
        addition: Addition | None = None,
    ) -> Manifest:
        """Write parts, tables and manifest, and rename the workload to its final name.

        *tables*: of the sessions and of the shapes. *facts*: values of the manifest. *further*: writes a table that is derived from the
        events. *addition*: is called last.
        """
        # Imported here: a capture reads its first blocks before these modules are imported.
        from pgrehearse.workload.event_spill import write_events
        from pgrehearse.workload.manifest import Manifest

        sessions, shapes = tables
        folder = self._home / "events"
        with artifact.disk_errors(folder):
            folder.mkdir()
            write_parts(folder)
            if not any(folder.iterdir()):
                write_events(part_path(folder, 0), pl.DataFrame(schema=EVENTS))
            sessions.select(*SESSIONS).write_parquet(self._home / "sessions.parquet", compression="zstd")
            shapes.select(*SHAPES).write_parquet(self._home / "shapes.parquet", compression="zstd")
            shutil.rmtree(self.scratch)
            parts = parts_in(folder)
            files = [*parts, self._home / "sessions.parquet", self._home / "shapes.parquet"]
            if further is not None:
                facts = further(self._home, parts, facts)
            manifest = Manifest(**facts, digest=artifact.digest(files))
        artifact.write_json(self._home / artifact.MANIFEST, manifest.document())
        if addition is not None:
            manifest = addition(self._home)
        artifact.finish(self.final, Kind.WORKLOAD)
        return manifest

    def abandon(self) -> None:
        """Remove everything that was written."""
        artifact.abandon(self.final)
