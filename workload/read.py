"""A workload read back: columnar, lazily."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from base.errors import BadInput
from workload import manifest
from workload.manifest import Manifest
from workload.schema import SHAPES

METRICS = "metrics.parquet"


def metrics_beside(workload: Path) -> Path:
    """Return where production's metrics are recorded for a workload that may not be there yet."""
    return workload.with_name(f"{workload.name}.{METRICS}")


@dataclass(frozen=True, slots=True)
class Workload:
    """An opened workload: its manifest, and its tables on demand."""

    path: Path
    manifest: Manifest

    @classmethod
    def open(cls, path: Path) -> Workload:
        """Open a workload's directory; what is not one is bad input."""
        return cls(path, manifest.read(path))

    @property
    def name(self) -> str:
        return self.path.name.removesuffix(".workload")

    def sessions(self) -> pl.DataFrame:
        return self._table("sessions.parquet")

    def shapes(self) -> pl.DataFrame:
        """Return the table of shapes; columns that came with a later pgrehearse are null in an older workload."""
        return self._table("shapes.parquet").match_to_schema(SHAPES, missing_columns="insert")

    def events(self) -> pl.LazyFrame:
        """Return all events, ordered by (session, seq) within each part."""
        self._parts()
        return pl.scan_parquet(self.path / "events" / "part-*.parquet")

    def metrics(self) -> pl.DataFrame:
        """Return production's own metrics, placed in the window: those inside, and those recorded beside it while it was
        captured (``NAME.workload.metrics.parquet``, by the wall clock). No columns: there are none."""
        found = [pl.read_parquet(path) for path in (self.path / METRICS,) if path.exists()]
        beside = metrics_beside(self.path)
        if beside.exists():
            found.append(pl.read_parquet(beside).with_columns(pl.col("at_us") - self.manifest.window_start_us))
        return pl.concat(found) if found else pl.DataFrame()

    def parts(self) -> list[Path]:
        """Return the event files in order."""
        return self._parts()

    def _parts(self) -> list[Path]:
        found = sorted((self.path / "events").glob("part-*.parquet"))
        if not found:
            raise BadInput(f"{self.path}: no event files", remedy="capture the logs again")
        return found

    def _table(self, name: str) -> pl.DataFrame:
        try:
            return pl.read_parquet(self.path / name)
        except (OSError, pl.exceptions.PolarsError) as error:
            raise BadInput(f"{self.path / name}: damaged: {error}", remedy="capture the logs again") from None
