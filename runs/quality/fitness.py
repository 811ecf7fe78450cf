"""A run judges itself first: what was sent, what erred, how late it was and through whose fault, and is it fit."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
import polars as pl

from pgrehearse.base.clock import SECOND
from pgrehearse.base.typed_document import misfit
from pgrehearse.runs.quality import id_drift
from pgrehearse.runs.quality.coverage import Played, played
from pgrehearse.runs.quality.error_causes import NAMED, Cause, Causes, causes
from pgrehearse.runs.quality.fitness_rules import LATE_US, Evidence, unfit
from pgrehearse.runs.quality.lateness import BLAMED, statements
from pgrehearse.runs.quality.outages import Outage, outages
from pgrehearse.runs.read import Run
from pgrehearse.runs.reasons import UNWAITED
from pgrehearse.workload.read import Workload

# The rates over time have at most so many steps.
_STEPS = 120


@dataclass(frozen=True, slots=True)
class Fitness:
    """Documented in docs/json.md under ``replay``."""

    statements: dict[str, int]
    errors: dict[str, int]
    duration_s: float
    rate: dict[str, float]
    lateness_us: dict[str, float]
    blame_us: dict[str, float]
    harness_late: float
    coverage: float
    fit: bool
    reasons: list[str] = field(default_factory=list)
    rate_over_time: dict[str, Any] = field(default_factory=dict)
    connections: dict[str, int] = field(default_factory=dict)
    ordering: dict[str, int] = field(default_factory=dict)
    outages: list[dict[str, Any]] = field(default_factory=list)
    fidelity: dict[str, float] = field(default_factory=dict)
    played: dict[str, Any] = field(default_factory=dict)
    new_errors: dict[str, Any] = field(default_factory=dict)
    unfit: list[dict[str, str]] = field(default_factory=list)

    def document(self) -> dict[str, Any]:
        return asdict(self)


# What a reader of a run's manifest finds in each part of its fitness.
_PARTS = {
    "statements": ("due", "sent", "failed", "skipped", "unsent"),
    "errors": ("same", "new", "vanished", "different"),
    "rate": ("offered", "achieved"),
    "lateness_us": ("p50", "p99", "max"),
    "blame_us": BLAMED,
}


def readable(document: dict[str, Any]) -> bool:
    """Say whether a document is a ``Fitness`` that was written down (by an earlier version: without ``new_errors``)."""
    if misfit(Fitness, document) or not all(set(names) <= set(document[part]) for part, names in _PARTS.items()):
        return False
    counted = document.get("new_errors")
    if not counted:
        return True
    causes = counted.get("causes")
    numbers = all(isinstance(counted.get(name), int) for name in ("transactions", "failed"))
    listed = isinstance(causes, list) and not any(misfit(Cause, one) for one in causes)
    told = all({"what", "text"} <= set(one) for one in document.get("unfit", []))
    return numbers and listed and told and "drifted" in document["errors"]


def fitness(run: Run, workload: Workload) -> Fitness:
    """Judge a run by its own record. Memory: two dozen numbers for each statement."""
    found = (
        statements(run, workload).drop("parse_us", "bind_us", "file", "line", "rows", "server_us", "message").collect()
    )
    failed, erred = pl.col("status") == "failed", pl.col("ended") != "ok"
    alike = pl.col("sqlstate").eq_missing(pl.col("captured_sqlstate"))
    unwaited = pl.col("reason").str.starts_with(UNWAITED).fill_null(value=False)
    row = found.select(
        pl.len().alias("due"),
        (pl.col("sent_us").is_not_null() & (pl.col("status") != "skipped")).sum().alias("sent"),
        *((pl.col("status") == word).sum().alias(word) for word in ("ok", "failed", "skipped")),
        # What a worker that died had not written is as good as not sent.
        ((pl.col("status") == "unsent") | pl.col("status").is_null()).sum().alias("unsent"),
        (failed & erred & alike).sum().alias("same"),
        (failed & erred & ~alike).sum().alias("different"),
        (failed & ~erred).sum().alias("new"),
        ((pl.col("status") == "ok") & erred).sum().alias("vanished"),
        *(pl.col("late").quantile(q).alias(name) for name, q in (("p50", 0.5), ("p99", 0.99), ("max", 1.0))),
        *(pl.col(name).quantile(0.99).alias(f"blame_{name}") for name in BLAMED),
        (pl.col("harness") > LATE_US).mean().alias("harness_late"),
        pl.col("done_us").max().alias("end_us"),
        pl.col("due_us").max().alias("due_end_us"),
        (pl.col("ordering") > 0).sum().alias("waited"),
        unwaited.sum().alias("given_up"),
        (pl.col("shape").is_in(_untyped(run)) & pl.col("status").is_in(["ok", "failed"])).mean().alias("untyped"),
    ).row(0, named=True)
    numbers = {key: value if value is not None else 0 for key, value in row.items()}
    speed = run.manifest.plan.get("speed", 1)
    rates = _rates(found, numbers["end_us"], 1.0 if speed == "max" else float(speed))
    why = causes(found, _messages(run), id_drift.of_run(run, workload))
    return _judged(run, numbers, _Found(rates, outages(found), why, played(found, workload.shapes())))


def _messages(run: Run) -> pl.DataFrame:
    """Return what the server said of each event that failed."""
    failed = run.outcomes().filter(pl.col("status").cast(pl.String) == "failed")
    return failed.select(*NAMED, "reason").collect()


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found in a run besides its numbers."""

    rates: dict[str, Any]
    outages: list[Outage]
    causes: Causes
    played: Played


def _untyped(run: Run) -> list[int]:
    """Return the shapes of statements whose meaning depends on parameters of unknown type."""
    return sorted({int(one["shape"]) for one in run.manifest.types.get("open", [])})


def _rates(found: pl.DataFrame, end_us: int, speed: float) -> dict[str, Any]:
    """Return how many statements were due, and how many went out, in each step of the run, and how many were in flight.

    A statement's time counts in the step in which it began.
    """
    step = max(-(-max(end_us, 1) // _STEPS), SECOND)
    most = max(end_us, 1) // step + 1
    due = found.filter(pl.col("status") != "skipped")["due_us"].drop_nulls().to_numpy() // step
    sent = found["sent_us"].drop_nulls().to_numpy() // step
    seconds = step / SECOND
    ran = found.filter(pl.col("sent_us").is_not_null() & pl.col("done_us").is_not_null())
    here = ran.select((pl.col("sent_us") // step).alias("place"), (pl.col("done_us") - pl.col("sent_us")).alias("us"))
    there = found.filter(pl.col("due_us").is_not_null() & (pl.col("status") != "skipped"))
    there = there.select((pl.col("due_us") // step).alias("place"), (pl.col("took_us") / speed).alias("us"))
    return {
        "step_s": seconds,
        **{
            name: [round(n / seconds, 1) for n in np.bincount(places.clip(0, most - 1), minlength=most).tolist()]
            for name, places in (("offered", due), ("achieved", sent))
        },
        **{
            name: [
                round(us / step, 2)
                for us in np.bincount(
                    spent["place"].to_numpy().clip(0, most - 1),
                    weights=spent["us"].fill_null(0).to_numpy(),
                    minlength=most,
                ).tolist()
            ]
            for name, spent in (("in_flight_captured", there), ("in_flight", here))
        },
    }


def _alike(ours: list[float], theirs: list[float]) -> float:
    """Return how much of two curves lies upon one another (1: all of it).

    >>> _alike([10, 10], [10, 5])
    0.75
    """
    most = max(sum(ours), sum(theirs))
    return sum(min(pair) for pair in zip(ours, theirs, strict=True)) / most if most else 1.0


def _judged(run: Run, row: dict[str, Any], found: _Found) -> Fitness:
    speed = run.manifest.plan.get("speed", 1)
    possible = row["due"] - row["skipped"]
    seconds = max(row["end_us"], 1) / 1e6
    paced = speed != "max"
    offered_s = max(row["due_end_us"], 1) / 1e6 if paced else seconds
    # What failed for want of a connection was not sent, and no fault of the replay.
    coverage = (row["ok"] + row["failed"]) / possible if possible else 0.0
    rate = {"offered": possible / offered_s, "achieved": row["sent"] / seconds}
    workers = run.manifest.plan.get("workers", 1)
    seen = Evidence(
        run.partial, coverage, row["harness_late"], rate, paced, workers, found.played, found.causes, row["untyped"]
    )
    reasons = unfit(seen)
    late = {name: float(row[name]) if paced else 0.0 for name in ("p50", "p99", "max")}
    # At full speed everything is due at once: only what ordering held back says anything.
    harness_late = float(row["harness_late"]) if paced else 0.0
    blame = {name: float(row[f"blame_{name}"]) if paced or name == "ordering" else 0.0 for name in BLAMED}
    return Fitness(
        statements={word: row[word] for word in ("due", "sent", "ok", "failed", "skipped", "unsent")},
        errors=_errors(row, found.causes),
        duration_s=round(seconds, 3),
        rate={name: round(value, 1) for name, value in rate.items()},
        lateness_us=late,
        blame_us=blame,
        harness_late=harness_late,
        fidelity=_fidelity(row, found.rates, coverage, harness_late, paced=paced),
        coverage=round(coverage, 6),
        fit=not reasons,
        reasons=[one.text for one in reasons],
        rate_over_time=found.rates,
        connections=_connections(run),
        ordering={"waited": row["waited"], "given_up": row["given_up"]},
        outages=[one.document() for one in found.outages],
        played=found.played.document(),
        new_errors=found.causes.document(),
        unfit=[one.document() for one in reasons],
    )


def _errors(row: dict[str, Any], why: Causes) -> dict[str, int]:
    """Return errors against production's; those that follow from drifted ids are counted apart."""
    return {
        "same": row["same"],
        "new": row["new"] - why.drifted_new,
        "vanished": row["vanished"],
        "different": row["different"] - why.drifted_different,
        "drifted": why.drifted_new + why.drifted_different,
    }


def _fidelity(
    row: dict[str, Any], rates: dict[str, Any], coverage: float, harness_late: float, *, paced: bool
) -> dict[str, float]:
    """Return how true the replay is to the capture, each part from 0 to 1, and the weakest of them as its ``score``.

    How many statements are in flight is told and not scored: a faster target has fewer, and that is a finding.
    """
    erred = row["same"] + row["different"] + row["new"] + row["vanished"]
    parts = {
        "coverage": coverage,
        "on_time": 1 - harness_late,
        "rate": _alike(rates["offered"], rates["achieved"]) if paced else 1.0,
        "types": 1 - row["untyped"],
        "errors": 1 - (erred - row["same"]) / row["due"] if row["due"] else 1.0,
    }
    flight = _alike(rates["in_flight_captured"], rates["in_flight"]) if paced else 1.0
    told = {**parts, "in_flight": flight, "score": min(parts.values())}
    return {name: round(value, 4) for name, value in told.items()}


def _connections(run: Run) -> dict[str, int]:
    """Count connections: made, refused, lost, and made again by a session that had lost one."""
    table = run.connections()
    made = table.filter(pl.col("connected_us").is_not_null())
    return {
        "made": made.height,
        "refused": table.height - made.height,
        "lost": made.filter(pl.col("sqlstate").is_not_null()).height,
        "again": int(made.group_by("session", "copy").len().select((pl.col("len") - 1).sum()).item() or 0),
    }
