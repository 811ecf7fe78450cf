"""A state that is read back: its manifest, and its tables on demand."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import polars as pl

from pgrehearse.base.errors import BadInput
from pgrehearse.runs.state import manifest
from pgrehearse.runs.state.manifest import StateManifest
from pgrehearse.runs.state.schema import BUCKETS, COLUMNS, ROWS, SEQUENCES, TABLES
from pgrehearse.workload.read import misfit

# The state of a run's target at the end of the run.
OF_A_RUN = "end.state"
_CHECKSUMS = ("checksum", "supplied_checksum")
_AGAIN = "read the state again (pgrehearse state), or replay again"


@dataclass(frozen=True, slots=True)
class State:
    """An opened state."""

    path: Path
    manifest: StateManifest

    @classmethod
    def open(cls, path: Path) -> State:
        """Open a state's directory. Raises ``BadInput`` for what is not a state, or is damaged."""
        state = cls(path, manifest.read(path))
        tables = (("tables", TABLES), ("columns", COLUMNS), ("buckets", BUCKETS), ("sequences", SEQUENCES))
        for name, schema in tables:
            _check(path / f"{name}.parquet", schema)
        return state

    @classmethod
    def of_run(cls, run: Path) -> State | None:
        """Open the end state of a run (None: it has none)."""
        return cls.open(run / OF_A_RUN) if (run / OF_A_RUN).exists() else None

    @property
    def name(self) -> str:
        """The name of the directory without its suffix."""
        return self.path.name.removesuffix(".state")

    def tables(self) -> pl.DataFrame:
        """Return one row for each table: the columns of ``TABLES``."""
        return self._read("tables")

    def columns(self) -> pl.DataFrame:
        """Return one row for each column of a table that was read: the columns of ``COLUMNS``."""
        return self._read("columns")

    def buckets(self) -> pl.DataFrame:
        """Return the buckets of the tables whose rows are not listed: the columns of ``BUCKETS``."""
        return self._read("buckets")

    def sequences(self) -> pl.DataFrame:
        """Return one row for each sequence: the columns of ``SEQUENCES``."""
        return self._read("sequences")

    def rows(self, table: int, expected: int) -> pl.DataFrame:
        """Return the hashes of the *expected* rows of a listed table: the columns of ``ROWS``."""
        parts = sorted((self.path / "rows").glob(f"{rows_of(table)}-*.parquet"))
        for part in parts:
            _check(part, ROWS)
        rows = pl.concat([pl.DataFrame(schema=ROWS), *map(_frame, parts)])
        if rows.height != expected:
            raise BadInput(
                f"{self.path}: damaged: {rows.height} rows of table {table} instead of {expected}", remedy=_AGAIN
            )
        return rows.with_columns(pl.coalesce("supplied_hash", "row_hash").alias("supplied_hash"))

    def document(self) -> dict[str, Any]:
        """Return what a state contains, without its rows: databases, tables and sequences. Checksums are hexadecimal."""
        checksums = [pl.col(name).map_elements("{:016x}".format, return_dtype=pl.String) for name in _CHECKSUMS]
        return {
            "server": {"version": self.manifest.server.version, "place": self.manifest.server.place},
            "databases": [asdict(database) for database in self.manifest.databases],
            "tables": self.tables().drop("table").with_columns(checksums).to_dicts(),
            "sequences": self.sequences().to_dicts(),
        }

    def _read(self, name: str) -> pl.DataFrame:
        return _frame(self.path / f"{name}.parquet")


def rows_of(table: int) -> str:
    """Return how the names of the files begin that have the rows of a table.

    >>> rows_of(12)
    'table-000012'
    """
    return f"table-{table:06}"


def _check(path: Path, schema: pl.Schema) -> None:
    if fault := misfit(path, schema):
        raise BadInput(f"{path}: damaged: {fault}", remedy=_AGAIN)


def _frame(path: Path) -> pl.DataFrame:
    try:
        return pl.read_parquet(path, glob=False)
    except (OSError, pl.exceptions.PolarsError) as error:
        raise BadInput(f"{path}: damaged: {error}", remedy=_AGAIN) from None
