"""A run read back. A partial run (interrupted, or its writer gone) reads as far as its closed parts go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from pgrehearse.base.artifact import partial_name
from pgrehearse.base.clock import iso
from pgrehearse.base.errors import BadInput
from pgrehearse.base.notebook import facts_html
from pgrehearse.base.units import duration
from pgrehearse.runs import manifest
from pgrehearse.runs.fitness_values import Fitness
from pgrehearse.runs.manifest import RunManifest
from pgrehearse.runs.mid_run_events import MidRunEvent
from pgrehearse.runs.phases import Phases, phases, seconds
from pgrehearse.runs.schema import (
    CONNECTIONS,
    DRAWS,
    EVENTS,
    METRICS,
    MID_RUN_EVENTS,
    OUTCOMES,
    REWRITTEN,
    SESSION_COPIES,
)
from pgrehearse.workload.read import misfit


@dataclass(frozen=True, slots=True, repr=False)
class Run:
    """An opened run: its manifest, and its tables on demand."""

    path: Path
    manifest: RunManifest

    @classmethod
    def open(cls, path: str | Path) -> Run:
        """Open a run's directory, or its ``.partial`` when only that exists. Raises ``BadInput`` for what is not a run."""
        place = Path(path)
        partial = partial_name(place)
        place = partial if not place.exists() and partial.exists() else place
        return cls(place, manifest.read(place))

    def __repr__(self) -> str:
        return f"<Run {self.name} of workload {self.manifest.workload}>"

    def _repr_html_(self) -> str:
        """Return what was replayed where, and whether it can be judged, for a notebook. It holds no value of a statement."""
        known, target = self.manifest, self.manifest.target
        return facts_html(
            f"run {self.name}",
            (
                ("workload", known.workload),
                ("target", f"{target.host}:{target.port}/{target.database}" if target.host else ""),
                ("server", f"PostgreSQL {known.server.version}" if known.server.version else ""),
                ("began", iso(known.wall_start_us)),
                ("duration", duration(known.duration_us)),
                *(_fitness_facts(known.fitness) if known.fitness is not None else ()),
                ("interrupted", "yes" if self.partial else ""),
                ("labels", "; ".join(known.labels)),
                ("notes", "; ".join(known.notes)),
            ),
        )

    def check_columns(self) -> None:
        """Refuse a run with a table that lacks a column, or has one of another type."""
        tables = (
            ("connections", CONNECTIONS),
            ("metrics", METRICS),
            ("session_copies", SESSION_COPIES),
            ("events", EVENTS),
            ("draws", DRAWS),
            ("mid_run_events", MID_RUN_EVENTS),
            ("rewritten", REWRITTEN),
        )
        for path, schema in (
            *((part, OUTCOMES) for part in self.outcome_parts()),
            *((part, schema) for name, schema in tables for part in self._parts(name)),
        ):
            if fault := misfit(path, schema):
                raise BadInput(f"{path}: damaged: {fault}", remedy="replay again")

    @property
    def name(self) -> str:
        return self.path.name.removesuffix(".partial").removesuffix(".run")

    @property
    def partial(self) -> bool:
        return self.path.name.endswith(".partial") or self.manifest.interrupted

    def outcomes(self) -> pl.LazyFrame:
        """Return every outcome, in no particular order; the columns of ``OUTCOMES``."""
        parts = self.outcome_parts()
        if not parts:
            return pl.LazyFrame(schema=OUTCOMES)
        return pl.scan_parquet(parts, glob=False)

    def outcome_parts(self) -> list[Path]:
        """Return the files of outcomes."""
        return sorted((self.path / "outcomes").glob("part-*.parquet"))

    def connections(self) -> pl.DataFrame:
        return self._table("connections", CONNECTIONS)

    def metrics(self) -> pl.DataFrame:
        return self._table("metrics", METRICS)

    def session_copies(self) -> pl.DataFrame | None:
        """Return the sessions that were replayed, each copy once: the columns of ``SESSION_COPIES`` (None: every session once)."""
        copies = self._table("session_copies", SESSION_COPIES)
        return None if copies.is_empty() else copies

    def draws(self) -> pl.DataFrame:
        """Return how many ids each statement drew from each sequence: the columns of ``DRAWS`` (no rows: it was not counted)."""
        return self._table("draws", DRAWS)

    def events(self) -> pl.DataFrame:
        return self._table("events", EVENTS)

    def rewritten(self) -> pl.DataFrame:
        """Return the statements that rules of --rewrite replaced, each with the number of its rule in the manifest: the columns of ``REWRITTEN``."""
        return self._table("rewritten", REWRITTEN)

    def mid_run_events(self) -> tuple[MidRunEvent, ...]:
        """Return the events that were executed on the target during the replay, in the order of their start."""
        table = self._table("mid_run_events", MID_RUN_EVENTS).sort("began_us", "number")
        return tuple(MidRunEvent(**row) for row in table.iter_rows(named=True))

    def phases(self) -> Phases:
        """Return the phases of the run by its events in mid-run: before, during, recovery, after. Without events, all of it is before."""
        events = self.mid_run_events()
        return phases(events, seconds(self.outcomes(), paced=self.manifest.plan.paced)) if events else Phases()

    def outcomes_by_phase(self) -> pl.LazyFrame:
        """Return ``outcomes()`` with the columns ``phase`` and ``event`` (the number of the event in mid-run; null: none), which are not stored."""
        found, paced = self.phases(), self.manifest.plan.paced
        return self.outcomes().with_columns(
            found.column(paced=paced).alias("phase"), found.event_column(paced=paced).alias("event")
        )

    def _table(self, name: str, schema: pl.Schema) -> pl.DataFrame:
        parts = self._parts(name)
        if not parts:
            return pl.DataFrame(schema=schema)
        try:
            return pl.read_parquet(parts, glob=False)
        except (OSError, pl.exceptions.PolarsError) as error:
            raise BadInput(f"{parts[0]}: damaged: {error}", remedy="replay again") from None

    def _parts(self, name: str) -> list[Path]:
        whole = self.path / f"{name}.parquet"
        return [whole] if whole.exists() else sorted(self.path.glob(f"{name}-*.parquet"))


def _fitness_facts(fit: Fitness) -> Iterator[tuple[str, str]]:
    """Yield the figures that say whether a run can be judged."""
    counts, errors, late = fit.statements, fit.errors, fit.lateness_us
    yield (
        "statements",
        f"{counts['sent']:,} of {counts['due']:,} sent, {counts['failed']:,} failed, {counts['skipped']:,} skipped",
    )
    yield "errors", f"{errors['same']:,} as in production, {errors['new']:,} new, {errors['vanished']:,} missing"
    yield "lateness", f"p50 {duration(late['p50'])}, p99 {duration(late['p99'])}"
    yield "fit", "yes" if fit.fit else f"no: {'; '.join(fit.reasons)}"


def is_run(path: Path) -> bool:
    """Say whether a directory (or its partial) looks like a run rather than a workload."""
    place = path if path.exists() else partial_name(path)
    return (place / "outcomes").is_dir()
