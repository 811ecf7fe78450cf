"""Fitness of a run: what was sent, what failed, how late it was and by which cause, and whether the run can be judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pgrehearse.base.clock import SECOND
from pgrehearse.runs.fitness_values import (
    Blame,
    ConnectionCounts,
    ErrorCounts,
    Fidelity,
    Fitness,
    Lateness,
    Outage,
    Rate,
    RateOverTime,
)
from pgrehearse.runs.manifest import RunManifest
from pgrehearse.runs.quality import id_drift
from pgrehearse.runs.quality.error_causes import NAMED, Causes, causes
from pgrehearse.runs.quality.fitness_rules import LATE_US, Evidence, unfit
from pgrehearse.runs.quality.known_effects import with_known_effects
from pgrehearse.runs.quality.lateness import BLAMED, statements
from pgrehearse.runs.quality.outages import outages
from pgrehearse.runs.quality.played import Played, played
from pgrehearse.runs.read import Run
from pgrehearse.runs.reasons import UNWAITED
from pgrehearse.workload.read import Workload

_UNUSED = (
    "parse_us",
    "bind_us",
    "file",
    "line",
    "rows",
    "rows_hash",
    "rows_hash_unordered",
    "server_us",
    "message",
)
# The rates over time have at most so many steps.
_STEPS = 120


@dataclass(frozen=True, slots=True)
class _Found:
    """What is known of a run: *counts* of all its statements (``_counts``), and what follows from single ones."""

    counts: dict[str, Any]
    rates: RateOverTime
    outages: list[Outage]
    causes: Causes
    played: Played

    @property
    def coverage(self) -> float:
        """The share of the statements to send that were sent. A statement that failed for want of a connection was sent."""
        possible = int(self.counts["due"] - self.counts["skipped"])
        return int(self.counts["ok"] + self.counts["failed"]) / possible if possible else 0.0

    @property
    def seconds(self) -> float:
        """How long the run took."""
        return int(max(self.counts["end_us"], 1)) / 1e6


def fitness(run: Run, workload: Workload) -> Fitness:
    """Return the fitness of a run, from its outcomes and its workload. Memory: two dozen numbers for each statement."""
    rows = (
        statements(run, workload)
        .with_columns(pl.col("rows_hash").is_not_null().alias("hashed"))
        .drop(_UNUSED)
        .collect()
    )
    rows = with_known_effects(rows, run, workload)
    counts = _counts(rows, run.manifest)
    rates = _rates(rows, counts["end_us"], run.manifest.plan.factor)
    # Errors that an event in mid-run causes show what the event does, not that the target was prepared wrongly.
    undisturbed = rows.filter(~run.phases().disturbed(paced=run.manifest.plan.paced))
    why = causes(undisturbed, _messages(run), id_drift.of_run(run, workload))
    return _judged(run, _Found(counts, rates, outages(rows), why, played(rows, workload.shapes())))


def _counts(rows: pl.DataFrame, manifest: RunManifest) -> dict[str, Any]:
    """Return the figures of all statements together. *rows*: of ``lateness.statements``."""
    failed, erred = pl.col("status") == "failed", pl.col("ended") != "ok"
    alike = pl.col("sqlstate").eq_missing(pl.col("captured_sqlstate"))
    untyped = sorted({one.shape for one in manifest.types.open})
    error_us = manifest.clocks.error.us or 0.0
    row = rows.select(
        pl.len().alias("due"),
        (pl.col("sent_us").is_not_null() & (pl.col("status") != "skipped")).sum().alias("sent"),
        *((pl.col("status") == word).sum().alias(word) for word in ("ok", "failed", "skipped")),
        # A worker that died did not write what it had not sent.
        ((pl.col("status") == "unsent") | pl.col("status").is_null()).sum().alias("unsent"),
        (failed & erred & alike).sum().alias("same"),
        (failed & erred & ~alike).sum().alias("different"),
        (failed & ~erred).sum().alias("new"),
        ((pl.col("status") == "ok") & erred).sum().alias("vanished"),
        *(pl.col("late").quantile(q).alias(name) for name, q in (("p50", 0.5), ("p99", 0.99), ("max", 1.0))),
        *(pl.col(name).quantile(0.99).alias(f"blame_{name}") for name in BLAMED),
        (pl.col("harness") > LATE_US).mean().alias("harness_late"),
        # By a clock that may be ahead or behind, the harness was late by so much more or less.
        (pl.col("harness") > LATE_US + error_us).mean().alias("late_at_least"),
        (pl.col("harness") > LATE_US - error_us).mean().alias("late_at_most"),
        pl.col("done_us").max().alias("end_us"),
        pl.col("due_us").max().alias("due_end_us"),
        (pl.col("ordering") > 0).sum().alias("waited"),
        ((pl.col("status") == "ok") & pl.col("hashed")).sum().alias("hashed"),
        pl.col("reason").str.starts_with(UNWAITED).fill_null(value=False).sum().alias("given_up"),
        (pl.col("shape").is_in(untyped) & pl.col("status").is_in(["ok", "failed"])).mean().alias("untyped"),
    ).row(0, named=True)
    return {key: value if value is not None else 0 for key, value in row.items()}


def _messages(run: Run) -> pl.DataFrame:
    """Return the server's message of each event that failed."""
    failed = run.outcomes().filter(pl.col("status").cast(pl.String) == "failed")
    return failed.select(*NAMED, "reason").collect()


def _rates(rows: pl.DataFrame, end_us: int, factor: float) -> RateOverTime:
    """Return how many statements were due, how many were sent, and how many were in flight, in each step of the run.

    The time of a statement counts in the step in which it began.
    """
    step = max(-(-max(end_us, 1) // _STEPS), SECOND)
    steps = max(end_us, 1) // step + 1
    sendable = rows.filter(pl.col("due_us").is_not_null() & (pl.col("status") != "skipped"))
    sent = rows.filter(pl.col("sent_us").is_not_null())
    done = sent.filter(pl.col("done_us").is_not_null())

    def counted(times: pl.Series) -> list[float]:
        return [round(n / (step / SECOND), 1) for n in _summed(times, None, step, steps)]

    def in_flight(times: pl.Series, took_us: pl.Series) -> list[float]:
        return [round(us / step, 2) for us in _summed(times, took_us, step, steps)]

    return {
        "step_s": step / SECOND,
        "offered": counted(sendable["due_us"]),
        "achieved": counted(sent["sent_us"]),
        "in_flight_captured": in_flight(sendable["due_us"], sendable["took_us"].fill_null(0) / factor),
        "in_flight": in_flight(done["sent_us"], done["done_us"] - done["sent_us"]),
    }


def _summed(times: pl.Series, weights: pl.Series | None, step: int, steps: int) -> list[float]:
    """Return how many *times* lie in each step, or the sum of their *weights*."""
    places: NDArray[np.int64] = (times.to_numpy() // step).clip(0, steps - 1)
    sums: list[float] = np.bincount(
        places, weights=weights.to_numpy() if weights is not None else None, minlength=steps
    ).tolist()
    return sums


def _overlap(first: list[float], second: list[float]) -> float:
    """Return the share of two curves that they have in common (1: all of it).

    >>> _overlap([10, 10], [10, 5])
    0.75
    """
    most = max(sum(first), sum(second))
    return sum(min(pair) for pair in zip(first, second, strict=True)) / most if most else 1.0


def _judged(run: Run, found: _Found) -> Fitness:
    """Put the parts together. At full speed all is due at once: only what ordering held back is late."""
    counts, paced = found.counts, run.manifest.plan.paced
    rate = _rate(found, paced=paced)
    reasons = unfit(_evidence(run, found, rate))
    harness_late = float(counts["harness_late"]) if paced else 0.0
    late = {name: float(counts[name]) if paced else 0.0 for name in ("p50", "p99", "max")}
    return Fitness(
        statements={
            "due": counts["due"],
            "sent": counts["sent"],
            "ok": counts["ok"],
            "failed": counts["failed"],
            "skipped": counts["skipped"],
            "unsent": counts["unsent"],
        },
        hashed=counts["hashed"],
        errors=_errors(counts, found.causes),
        duration_s=round(found.seconds, 3),
        rate={"offered": round(rate["offered"], 1), "achieved": round(rate["achieved"], 1)},
        lateness_us=Lateness(p50=late["p50"], p99=late["p99"], max=late["max"]),
        blame_us=_blame(counts, paced=paced),
        harness_late=harness_late,
        coverage=round(found.coverage, 6),
        fit=not reasons,
        reasons=[one.text for one in reasons],
        rate_over_time=found.rates,
        connections=_connections(run),
        ordering={"waited": counts["waited"], "given_up": counts["given_up"]},
        outages=found.outages,
        fidelity=_fidelity(found, harness_late, paced=paced),
        played=found.played.counts(),
        new_errors=found.causes.kept(),
        unfit=reasons,
        clock_error=run.manifest.clocks.error,
    )


def _blame(counts: dict[str, Any], *, paced: bool) -> Blame:
    """Return the p99 of lateness by cause."""
    blame = {name: float(counts[f"blame_{name}"]) if paced or name == "ordering" else 0.0 for name in BLAMED}
    return Blame(
        predecessor=blame["predecessor"],
        connection=blame["connection"],
        ordering=blame["ordering"],
        harness=blame["harness"],
    )


def _rate(found: _Found, *, paced: bool) -> Rate:
    """Return statements a second: those that could be sent, over the time in which they were due, and those that were sent."""
    possible = found.counts["due"] - found.counts["skipped"]
    offered_s = max(found.counts["due_end_us"], 1) / 1e6 if paced else found.seconds
    return {"offered": possible / offered_s, "achieved": found.counts["sent"] / found.seconds}


def _evidence(run: Run, found: _Found, rate: Rate) -> Evidence:
    """Return what the rules of fitness look at."""
    plan = run.manifest.plan
    return Evidence(
        interrupted=run.partial,
        coverage=found.coverage,
        harness_late=found.counts["harness_late"],
        late_between=(found.counts["late_at_least"], found.counts["late_at_most"]),
        clock_error=run.manifest.clocks.error,
        rate=rate,
        paced=plan.paced,
        workers=plan.workers,
        played=found.played,
        causes=found.causes,
        untyped=found.counts["untyped"],
        warm_up=run.manifest.warm_up,
        events=run.mid_run_events(),
    )


def _errors(counts: dict[str, Any], why: Causes) -> ErrorCounts:
    """Return errors against production's; those that follow from drifted ids are counted apart."""
    return {
        "same": counts["same"],
        "new": counts["new"] - why.drifted_new,
        "vanished": counts["vanished"],
        "different": counts["different"] - why.drifted_different,
        "drifted": why.drifted_new + why.drifted_different,
    }


def _fidelity(found: _Found, harness_late: float, *, paced: bool) -> Fidelity:
    """Return how close the replay is to the capture, each part from 0 to 1, and the lowest of them as its ``score``.

    Statements in flight are reported and not scored: a faster target has fewer of them, and that is a finding.
    """
    counts, rates = found.counts, found.rates
    erred = counts["same"] + counts["different"] + counts["new"] + counts["vanished"]
    scored = {
        "coverage": found.coverage,
        "on_time": 1 - harness_late,
        "rate": _overlap(rates["offered"], rates["achieved"]) if paced else 1.0,
        "types": 1 - counts["untyped"],
        "errors": 1 - (erred - counts["same"]) / counts["due"] if counts["due"] else 1.0,
    }
    in_flight = _overlap(rates["in_flight_captured"], rates["in_flight"]) if paced else 1.0
    return Fidelity(
        coverage=round(scored["coverage"], 4),
        on_time=round(scored["on_time"], 4),
        rate=round(scored["rate"], 4),
        types=round(scored["types"], 4),
        errors=round(scored["errors"], 4),
        in_flight=round(in_flight, 4),
        score=round(min(scored.values()), 4),
    )


def _connections(run: Run) -> ConnectionCounts:
    """Count connections: made, refused, lost, and made again by a session that had lost one."""
    table = run.connections()
    made = table.filter(pl.col("connected_us").is_not_null())
    return {
        "made": made.height,
        "refused": table.height - made.height,
        "lost": made.filter(pl.col("sqlstate").is_not_null()).height,
        "again": int(made.group_by("session", "copy").len().select((pl.col("len") - 1).sum()).item() or 0),
    }
