"""A state is written as a partial directory, which gets its name when all databases were read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from pgrehearse.base import artifact
from pgrehearse.base.artifact import Kind
from pgrehearse.runs.state.manifest import StateManifest
from pgrehearse.runs.state.read import rows_of
from pgrehearse.runs.state.schema import BUCKETS, COLUMNS, ROWS, SEQUENCES, TABLES

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class StateWriter:
    """The partial directory of a state: rows are written table by table, the other tables at the end."""

    directory: Path

    def write_rows(self, table: int, part: int, rows: pl.DataFrame) -> None:
        """Write rows of one table: the columns of ``ROWS``. An empty part has no file."""
        if not rows.is_empty():
            self._write(Path("rows") / f"{rows_of(table)}-{part:06}", rows.select(*ROWS))

    def write(
        self, document: StateManifest, tables: list[Row], columns: list[Row], buckets: list[Row], sequences: list[Row]
    ) -> None:
        """Write the other tables and the manifest."""
        for name, rows, schema in (
            ("tables", tables, TABLES),
            ("columns", columns, COLUMNS),
            ("buckets", buckets, BUCKETS),
            ("sequences", sequences, SEQUENCES),
        ):
            self._write(Path(name), pl.DataFrame(rows, schema=schema))
        artifact.write_json(self.directory / artifact.MANIFEST, document.document())

    def _write(self, name: Path, frame: pl.DataFrame) -> None:
        with artifact.fresh(self.directory / name.with_suffix(".parquet")) as working:
            frame.write_parquet(working, compression="zstd", compression_level=1)


@contextmanager
def writing(final: Path, *, force: bool) -> Iterator[StateWriter]:
    """Yield the writer of a new state. The directory gets its name when the block ends; after an error nothing remains."""
    directory = artifact.begin(final, Kind.STATE, force=force)
    with ExitStack() as unfinished:
        unfinished.callback(artifact.abandon, final)
        with artifact.disk_errors(directory):
            (directory / "rows").mkdir()
        yield StateWriter(directory)
        artifact.finish(final, Kind.STATE)
        unfinished.pop_all()
