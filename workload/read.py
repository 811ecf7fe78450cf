"""A workload read back: columnar, lazily."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from pgrehearse.base.artifact import digest
from pgrehearse.base.clock import iso
from pgrehearse.base.errors import BadInput
from pgrehearse.base.notebook import facts_html
from pgrehearse.workload import manifest
from pgrehearse.workload.manifest import AGAIN, Manifest
from pgrehearse.workload.schema import EVENTS, SAMPLES, SESSIONS, SHAPES

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
    def open(cls, path: str | Path) -> Workload:
        """Open a workload's directory. Raises ``BadInput`` for what is not one. Its files are not verified: see ``verified``."""
        place = Path(path)
        return cls(place, manifest.read(place))

    @classmethod
    def verified(cls, path: str | Path) -> Workload:
        """Open a workload that is to be replayed, compared or inspected, and ``verify`` it."""
        workload = cls.open(path)
        workload.verify()
        return workload

    def _repr_html_(self) -> str:
        """Return what the workload holds, for a notebook. It holds no value of a statement."""
        known, source = self.manifest, self.manifest.source
        return facts_html(
            f"workload {self.name}",
            (
                ("window", f"{iso(known.window_start_us)} to {iso(known.window_end_us)}"),
                ("captured from", f"PostgreSQL {source.version}" if source is not None else ""),
                ("statements", f"{known.statements:,} in {known.sessions:,} sessions, {known.errors:,} failed"),
                ("transactions", f"{known.transactions:,}"),
                ("coverage", f"{known.coverage['count']:.2%} by count, {known.coverage['time']:.2%} by time"),
                ("redaction", known.redaction),
                ("notes", "; ".join(known.notes)),
            ),
        )

    def verify(self) -> None:
        """Refuse a workload whose manifest or files are not what was captured: changed, missing, or more than there were.

        It reads every file once: a command verifies a workload once, not in each of its processes.
        """
        manifest.check(self.path)
        try:
            known = digest(self.files())
        except OSError as error:
            raise BadInput(f"{self.path}: damaged: {error}", remedy=AGAIN) from None
        if known != self.manifest.digest:
            raise BadInput(
                f"{self.path}: damaged or changed: its files do not fit the digest in its manifest", remedy=AGAIN
            )
        self._check_columns()

    @property
    def name(self) -> str:
        return self.path.name.removesuffix(".workload")

    @property
    def home(self) -> Path:
        """Where the data files lie: beside the manifest, or in the folder that it names."""
        return self.path / self.manifest.folder

    def sessions(self) -> pl.DataFrame:
        return self._table("sessions.parquet")

    def shapes(self) -> pl.DataFrame:
        """Return the table of shapes: the columns of ``SHAPES``."""
        return self._table("shapes.parquet")

    def events(self) -> pl.LazyFrame:
        """Return all events, ordered by (session, seq) within each part."""
        return pl.scan_parquet(self._parts(), glob=False)

    def metrics(self) -> pl.DataFrame:
        """Return production's own metrics, placed in the window: those inside, and those recorded beside it while it was
        captured (``NAME.workload.metrics.parquet``, by the wall clock). No columns: there are none."""
        places = ((self.home / METRICS, 0), (metrics_beside(self.path), self.manifest.window_start_us))
        found = [_samples(path, zero) for path, zero in places if path.exists()]
        return pl.concat(found) if found else pl.DataFrame()

    def parts(self) -> list[Path]:
        """Return the event files in order."""
        return self._parts()

    def files(self) -> list[Path]:
        """Return the files that the digest covers: all that a replay reads besides the manifest."""
        return [*self._parts(), self.home / "sessions.parquet", self.home / "shapes.parquet"]

    def _check_columns(self) -> None:
        """Refuse a table that lacks a column, or has one of another type."""
        for path, schema in (
            *((part, EVENTS) for part in self._parts()),
            (self.home / "sessions.parquet", SESSIONS),
            (self.home / "shapes.parquet", SHAPES),
        ):
            if fault := misfit(path, schema):
                raise BadInput(f"{path}: damaged: {fault}", remedy=AGAIN)

    def _parts(self) -> list[Path]:
        found = sorted((self.home / "events").glob("part-*.parquet"))
        if not found:
            raise BadInput(f"{self.path}: no event files", remedy="capture the logs again")
        return found

    def _table(self, name: str) -> pl.DataFrame:
        try:
            return pl.read_parquet(self.home / name, glob=False)
        except (OSError, pl.exceptions.PolarsError) as error:
            raise BadInput(f"{self.home / name}: damaged: {error}", remedy="capture the logs again") from None


def _samples(path: Path, zero_us: int) -> pl.DataFrame:
    """Return a table of metrics, its times from *zero_us* on; one that is none is bad input."""
    if fault := misfit(path, SAMPLES):
        raise BadInput(f"{path}: damaged: {fault}", remedy="move it away, or record or fetch the metrics again")
    return pl.read_parquet(path, glob=False).select(*SAMPLES).with_columns(pl.col("at_us") - zero_us)


def misfit(path: Path, schema: pl.Schema) -> str:
    """Return which column of a Parquet file does not fit the schema ("": all fit).

    A column of an enumerated type may be stored as text.
    """
    try:
        found = pl.scan_parquet(path, glob=False).collect_schema()
    except (OSError, pl.exceptions.PolarsError) as error:
        return str(error).split("\n", 1)[0]
    for name, kind in schema.items():
        if name not in found:
            return f"there is no column {name}"
        if not _alike(found[name], kind):
            return f"column {name} is {found[name]}, not {kind}"
    return ""


def _alike(found: pl.DataType, kind: pl.DataType) -> bool:
    if isinstance(found, pl.Enum) and isinstance(kind, pl.Enum):
        return set(found.categories) <= set(kind.categories)
    return found == kind or (isinstance(found, pl.String | pl.Categorical) and isinstance(kind, pl.Enum))
