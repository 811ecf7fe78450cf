"""Each side of a comparison as one frame of statements, on one clock: server time where every side has it.

Server time (from a log) and client time (from the replay) differ by the round trip and more, so they are never
mixed: a capture is compared with a replay only through the replayed target's own log.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polars as pl

from base.errors import BadInput
from runs.fitness import Fitness, fitness
from runs.read import Run, is_run
from workload.read import Workload

_RUNS = ["query", "execute"]
SERVER, SERVICE = "server time", "service time"


@dataclass(frozen=True, slots=True)
class Side:
    """One side: *run* None means production as captured."""

    name: str
    workload: Workload
    run: Run | None = None
    state: dict[str, Any] = field(default_factory=dict)

    @property
    def version(self) -> str:
        if self.run is None:
            return str(self.workload.manifest.source.get("version", ""))
        return str(self.run.manifest.server.get("version", ""))

    @property
    def has_server_time(self) -> bool:
        return self.run is None or self.run.manifest.server_times

    def statements(self, time: str) -> pl.DataFrame:
        """Return session, copy, seq, query_key, at_us, us (null: not measured), status, sqlstate, message, rows, file, line."""
        keys = self.workload.shapes().lazy().select("shape", "query_key")
        events = self.workload.events().filter(pl.col("action").is_in(_RUNS)).join(keys, on="shape", how="left")
        place = ["session", "seq", "query_key", "at_us", "file", "line"]
        if self.run is None:
            whole = pl.col("took_us") + pl.col("parse_us").fill_null(0) + pl.col("bind_us").fill_null(0)
            status = pl.when(pl.col("ended") == "ok").then(pl.lit("ok")).otherwise(pl.lit("failed"))
            return events.select(
                *place,
                pl.lit(0, pl.Int16).alias("copy"),
                whole.alias("us"),
                status.alias("status"),
                "sqlstate",
                pl.col("error").cast(pl.String, strict=False).alias("message"),
                pl.lit(None, pl.Int64).alias("rows"),
            ).collect()
        us = pl.col("server_us") if time == SERVER else pl.col("done_us") - pl.col("sent_us")
        outcomes = self.run.outcomes().select(
            "session",
            "copy",
            "seq",
            us.alias("us"),
            pl.col("status").cast(pl.String),
            "sqlstate",
            "message",
            "rows",
            "done_us",
        )
        return (
            events.select(place)
            .join(outcomes, on=["session", "seq"], how="left")
            .with_columns(pl.col("copy").fill_null(0))
            .collect()
        )

    def fitness(self) -> Fitness | None:
        """Return what a run says of itself (None for production)."""
        return None if self.run is None else fitness(self.run, self.workload)


def open_side(path: Path, workload_path: Path | None) -> Side:
    """Open a run, or a workload as production; a run needs the workload it replayed."""
    if not is_run(path):
        return Side(path.name.removesuffix(".workload"), Workload.open(path))
    run = Run.open(path)
    place = workload_path or Path(run.manifest.plan.get("workload_path", ""))
    if not (place / "manifest.json").exists():
        raise BadInput(
            f"{path}: the workload it replayed ({run.manifest.workload}) is not where it was",
            remedy="give it with --workload PATH",
        )
    workload = Workload.open(place)
    if workload.manifest.digest != run.manifest.workload_digest:
        raise BadInput(
            f"{path} replayed another workload than {place}",
            remedy="give the workload it replayed with --workload PATH",
        )
    return Side(run.name, workload, run, _state(run.path))


def _state(path: Path) -> dict[str, Any]:
    try:
        document: dict[str, Any] = json.loads((path / "state.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return document


def check_comparable(baseline: Side, candidates: list[Side]) -> None:
    """Raise when sides tell of different workloads, or runs began from different states."""
    for side in candidates:
        if side.run is None:
            raise BadInput(
                f"{side.name} is a workload",
                remedy="a candidate is a run; only the baseline may be a workload",
            )
        if side.workload.manifest.digest != baseline.workload.manifest.digest:
            raise BadInput(
                f"{baseline.name} and {side.name} tell of different workloads ({baseline.workload.name}, {side.workload.name})",
                remedy="compare runs of one workload",
            )
        if baseline.run is not None:
            _same_plan(baseline.run, side.run)


def _same_plan(baseline: Run, candidate: Run) -> None:
    for word in ("speed", "sync", "writes"):
        ours, theirs = baseline.manifest.plan.get(word), candidate.manifest.plan.get(word)
        if ours != theirs:
            raise BadInput(
                f"{baseline.name} was replayed with {word} {ours}, {candidate.name} with {theirs}",
                remedy="replay both alike",
            )
    if baseline.manifest.plan.get("writes"):
        spent = [run.name for run in (baseline, candidate) if run.manifest.state.get("spent")]
        if len(spent) == 1:
            raise BadInput(
                f"{spent[0]} began on a target that had been replayed to before, the other side did not",
                remedy="reset that target (pgrehearse targets reset) and replay again",
            )


def one_clock(sides: list[Side]) -> str:
    """Return the time that all sides can be compared by ("" when there is none)."""
    if all(side.has_server_time for side in sides):
        return SERVER
    return "" if any(side.run is None for side in sides) else SERVICE
