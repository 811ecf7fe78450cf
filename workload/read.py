"""Reads a workload: its tables as data frames, its events lazily."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from pgrehearse.base.artifact import digest
from pgrehearse.base.clock import iso
from pgrehearse.base.errors import BadInput
from pgrehearse.base.notebook import facts_html
from pgrehearse.workload import manifest
from pgrehearse.workload.event_parts import parts_in
from pgrehearse.workload.manifest import AGAIN, PINS_FILE, Manifest
from pgrehearse.workload.schema import DECODED, EVENTS, LATER_SHAPES, OPTIONAL, PINS, SAMPLES, SESSIONS, SHAPES

__all__ = ["DECODED_ROWS", "METRICS", "PINS_FILE", "Workload", "metrics_beside", "misfit"]

METRICS = "metrics.parquet"
DECODED_ROWS = "decoded.parquet"


def metrics_beside(workload: Path) -> Path:
    """Return the file in which production's metrics are recorded for a workload; the workload need not exist yet."""
    return workload.with_name(f"{workload.name}.{METRICS}")


@dataclass(frozen=True, slots=True, repr=False)
class Workload:
    """An open workload: its manifest; its tables are read on demand."""

    path: Path
    manifest: Manifest

    @classmethod
    def open(cls, path: str | Path) -> Workload:
        """Open a workload's directory. Raises ``BadInput`` if it is not a workload. The files are not verified: see ``verified``."""
        place = Path(path)
        return cls(place, manifest.read(place))

    @classmethod
    def verified(cls, path: str | Path) -> Workload:
        """Open a workload and ``verify`` it. Replay, compare and inspect use this."""
        workload = cls.open(path)
        workload.verify()
        return workload

    def __repr__(self) -> str:
        return f"<Workload {self.name}: {self.manifest.statements:,} statements>"

    def _repr_html_(self) -> str:
        """Return an HTML table of the workload's main figures for a notebook. It contains no values of statements."""
        facts, source = self.manifest, self.manifest.source
        return facts_html(
            f"workload {self.name}",
            (
                ("window", f"{iso(facts.window_start_us)} to {iso(facts.window_end_us)}"),
                ("captured from", f"PostgreSQL {source.version}" if source is not None else ""),
                ("statements", f"{facts.statements:,} in {facts.sessions:,} sessions, {facts.errors:,} failed"),
                ("transactions", f"{facts.transactions:,}"),
                ("coverage", f"{facts.coverage['count']:.2%} by count, {facts.coverage['time']:.2%} by time"),
                ("redaction", facts.redaction),
                ("notes", "; ".join(facts.notes)),
            ),
        )

    def verify(self) -> None:
        """Raise ``BadInput`` if the manifest or a file was changed, or if a file is missing or was added.

        Every file is read once: a command verifies a workload once, not in each of its processes.
        """
        manifest.check(self.path)
        try:
            actual = digest(self.files())
        except OSError as error:
            raise BadInput(f"{self.path}: damaged: {error}", remedy=AGAIN) from None
        if actual != self.manifest.digest:
            raise BadInput(
                f"{self.path}: damaged or changed: its files do not match the digest in its manifest", remedy=AGAIN
            )
        self._check_columns()
        self._check_beside(self.manifest.pins_file, PINS, self.manifest.pins_digest)
        self._check_beside(DECODED_ROWS, DECODED, self.manifest.decoded.digest if self.manifest.decoded else "")

    @property
    def name(self) -> str:
        return self.path.name.removesuffix(".workload")

    @property
    def home(self) -> Path:
        """The directory of the data files: that of the manifest, or the folder that the manifest names."""
        return self.path / self.manifest.folder

    def sessions(self) -> pl.DataFrame:
        return self._table("sessions.parquet")

    def shapes(self) -> pl.DataFrame:
        """Return the table of shapes: the columns of ``SHAPES``."""
        shapes = self._table("shapes.parquet")
        missing = [pl.lit(None, SHAPES[name]).alias(name) for name in LATER_SHAPES if name not in shapes.columns]
        return shapes.with_columns(missing) if missing else shapes

    def events(self) -> pl.LazyFrame:
        """Return all events, ordered by (session, seq) within each part."""
        events = pl.scan_parquet(self._parts(), glob=False)
        missing = [name for name in OPTIONAL if name not in events.collect_schema()]
        return events.with_columns(pl.lit(None, EVENTS[name]).alias(name) for name in missing) if missing else events

    def decoded(self) -> pl.LazyFrame:
        """Return the rows that production committed, in the order of commits: the columns of ``DECODED`` (no rows: none were decoded).

        Each COPY FROM STDIN whose rows are known has a row with the action ``copy`` too, whose ``columns`` are those that the statement fills.
        """
        if self.manifest.decoded is None:
            return pl.LazyFrame(schema=DECODED)
        return pl.scan_parquet(self.home / DECODED_ROWS, glob=False)

    def copies(self) -> pl.DataFrame:
        """Return the COPY FROM STDIN statements whose rows are known: session, seq, columns (those that it fills)."""
        copies = self.decoded().filter(pl.col("action") == "copy")
        return copies.select("session", "seq", "columns").collect()

    def pins(self) -> pl.DataFrame:
        """Return the ids that executions drew: the columns of ``PINS``. No rows: they were not deduced."""
        return self._table(self.manifest.pins_file) if self.manifest.pins_digest else pl.DataFrame(schema=PINS)

    def metrics(self) -> pl.DataFrame:
        """Return production's metrics with times relative to the window's start: those in the workload, and those recorded next to
        it during the capture (``NAME.workload.metrics.parquet``, wall clock). A frame without columns: there are no metrics."""
        places = ((self.home / METRICS, 0), (metrics_beside(self.path), self.manifest.window_start_us))
        samples = [_samples(path, zero) for path, zero in places if path.exists()]
        return pl.concat(samples) if samples else pl.DataFrame()

    def parts(self) -> list[Path]:
        """Return the event files in order."""
        return self._parts()

    def files(self) -> list[Path]:
        """Return the files that the digest covers: all files that a replay reads except the manifest."""
        return [*self._parts(), self.home / "sessions.parquet", self.home / "shapes.parquet"]

    def _check_columns(self) -> None:
        """Raise ``BadInput`` if a table lacks a column or a column has another type."""
        for path, schema in (
            *((part, EVENTS) for part in self._parts()),
            (self.home / "sessions.parquet", SESSIONS),
            (self.home / "shapes.parquet", SHAPES),
        ):
            if fault := misfit(path, schema):
                raise BadInput(f"{path}: damaged: {fault}", remedy=AGAIN)

    def _check_beside(self, name: str, schema: pl.Schema, expected: str) -> None:
        """Raise ``BadInput`` if a table outside the workload's digest was changed, is missing or has another form.

        *expected*: its own digest in the manifest ("": there is no such table).
        """
        path = self.home / name
        if not expected and not path.exists():
            return
        try:
            actual = digest([path])
        except OSError as error:
            raise BadInput(f"{path}: damaged: {error}", remedy=AGAIN) from None
        fault = misfit(path, schema) if actual == expected else "it does not match the digest in the manifest"
        if fault:
            raise BadInput(f"{path}: damaged or changed: {fault}", remedy=AGAIN)

    def _parts(self) -> list[Path]:
        parts = parts_in(self.home / "events")
        if not parts:
            raise BadInput(f"{self.path}: no event files", remedy="capture the logs again")
        return parts

    def _table(self, name: str) -> pl.DataFrame:
        try:
            return pl.read_parquet(self.home / name, glob=False)
        except (OSError, pl.exceptions.PolarsError) as error:
            raise BadInput(f"{self.home / name}: damaged: {error}", remedy="capture the logs again") from None


def _samples(path: Path, zero_us: int) -> pl.DataFrame:
    """Return a table of metrics with times relative to *zero_us*. Raises ``BadInput`` if the file is not such a table."""
    if fault := misfit(path, SAMPLES):
        raise BadInput(f"{path}: damaged: {fault}", remedy="move it away, or record or fetch the metrics again")
    return pl.read_parquet(path, glob=False).select(*SAMPLES).with_columns(pl.col("at_us") - zero_us)


def misfit(path: Path, schema: pl.Schema) -> str:
    """Return an error text about the first column of a Parquet file that does not match the schema ("": all columns match).

    A column of an enumerated type may be stored as text.
    """
    try:
        stored = pl.scan_parquet(path, glob=False).collect_schema()
    except (OSError, pl.exceptions.PolarsError) as error:
        return str(error).split("\n", 1)[0]
    for name, kind in schema.items():
        if name not in stored and name in (*OPTIONAL, *LATER_SHAPES):
            continue
        if name not in stored:
            return f"there is no column {name}"
        if not _alike(stored[name], kind):
            return f"column {name} is {stored[name]}, not {kind}"
    return ""


def _alike(stored: pl.DataType, kind: pl.DataType) -> bool:
    if isinstance(stored, pl.Enum) and isinstance(kind, pl.Enum):
        return set(stored.categories) <= set(kind.categories)
    return stored == kind or (isinstance(stored, pl.String | pl.Categorical) and isinstance(kind, pl.Enum))
