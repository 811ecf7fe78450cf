"""Paths of runs become a ``Comparison``: fitness first, then divergence, then performance, then the verdict."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.compare import capacity, notes, timeline
from pgrehearse.compare.accepted_changes import TakenOut, take_out
from pgrehearse.compare.alignment import NET, OK, SERVER, Layout, Measured, layout
from pgrehearse.compare.clock_rows import clock_comparison
from pgrehearse.compare.comparison import (
    CandidateResult,
    ClockComparison,
    Comparison,
    HostLoad,
    Latency,
    MetricRow,
    Noise,
    Query,
    RowDrift,
    Series,
    Verdict,
)
from pgrehearse.compare.cost import costs
from pgrehearse.compare.divergence import BothSides, errors, failures, found_nothing, row_drift
from pgrehearse.compare.end_state.values import StateComparisons
from pgrehearse.compare.findings import findings
from pgrehearse.compare.fit import Fit, fit_of
from pgrehearse.compare.host_load import host_load
from pgrehearse.compare.metrics import metric_frame, metric_rows, metric_series
from pgrehearse.compare.noise_floor import second_control
from pgrehearse.compare.open_types import open_types
from pgrehearse.compare.plan_diff import compare_plans
from pgrehearse.compare.query_changes import Round, Rules, evaluate, latency, noise_floor
from pgrehearse.compare.request import Request
from pgrehearse.compare.result_values import Results
from pgrehearse.compare.results import ResultSides, compare_results
from pgrehearse.compare.settings_diff import differing
from pgrehearse.compare.side_states import compare_end_states, reasons_against
from pgrehearse.compare.sides import Side, check_comparable, one_clock, verify, with_unique_names
from pgrehearse.compare.thresholds import ASSUMED
from pgrehearse.compare.verdict import Evidence, doubts, uncertain, verdict
from pgrehearse.runs.quality.id_drift import drawn
from pgrehearse.workload.analysis.clock import deciding

if TYPE_CHECKING:
    import pandas as pd

# The worst candidate's verdict is the comparison's; the worst first.
_WORST = [Verdict.REGRESSED, Verdict.INCONCLUSIVE, Verdict.UNCHANGED, Verdict.IMPROVED]


def compare_paths(baseline: Path, candidates: list[Path], request: Request | None = None) -> Comparison:
    """Compare runs (the baseline may be a workload: production as captured). The verdict is the worst candidate's."""
    try:
        return _compared(baseline, candidates, request or Request())
    except pl.exceptions.ComputeError as error:  # the columns are right: a page of a table is damaged
        paths = ", ".join(str(path) for path in [baseline, *candidates])
        first_line = str(error).split("\n", 1)[0]
        raise BadInput(
            f"{paths}: a table cannot be read: {first_line}", remedy="copy or make the damaged run again"
        ) from None


def _compared(baseline_path: Path, paths: list[Path], request: Request) -> Comparison:
    every = [baseline_path, *paths]
    baseline, *candidates = with_unique_names([request.opened(path) for path in every], every)
    control, repeat = (request.opened(path) if path is not None else None for path in (request.again, request.repeat))
    others = [*candidates, *(side for side in (control, repeat) if side is not None)]
    check_comparable(baseline, others)
    verify([baseline, *others])
    if repeat is not None and (control is None or len(candidates) > 1):
        raise UsageProblem(
            "--repeat requires --control and exactly one candidate", remedy="give the second replay of both sides"
        )
    where = layout(baseline.workload, _session_copies([baseline, *candidates]))
    results = tuple(_result(_Pair(baseline, side, control, repeat, where), request) for side in candidates)
    worst = min(results, key=lambda result: _WORST.index(result.verdict))
    manifest = baseline.workload.manifest
    comparison = Comparison(
        baseline=baseline.name,
        baseline_version=baseline.version,
        time=one_clock([baseline, *candidates]) or "none",
        tolerance=request.tolerance,
        verdict=worst.verdict,
        fit=all(result.fit for result in results),
        reasons=tuple(reason for result in results for reason in result.reasons),
        candidates=results,
        workload=_workload(baseline),
        made={"pgrehearse": manifest.tool_version, "workload": manifest.digest[:16]},
    )
    return replace(comparison, findings=findings(comparison))


def _workload(side: Side) -> dict[str, Any]:
    manifest = side.workload.manifest
    return {
        "name": side.workload.name,
        "digest": manifest.digest,
        "statements": manifest.statements,
        "sessions": manifest.sessions,
        "duration_s": manifest.duration_us / 1e6,
        "logging_mode": manifest.logging_mode,
        "coverage": manifest.coverage,
        "lines": manifest.losses.lines,
        "buckets": manifest.losses.buckets,
        "notes": manifest.notes,
        "redaction": manifest.redaction,
        "sampling": manifest.sampling,
        "parameters_missing": manifest.losses.parameters_missing,
    }


def _session_copies(sides: list[Side]) -> pl.DataFrame | None:
    """Return the sessions and copies that any side replays (None: every session once)."""
    tables = [side.run.session_copies() for side in sides if side.run is not None]
    recorded = [table.select("session", "copy") for table in tables if table is not None]
    return pl.concat(recorded).unique() if len(recorded) == len(tables) and recorded else None


@dataclass(frozen=True, slots=True)
class _Pair:
    """The baseline and a candidate, with the second replay of each (*control*, *repeat*), and the layout of all sides."""

    baseline: Side
    candidate: Side
    control: Side | None
    repeat: Side | None
    where: Layout

    @property
    def time(self) -> str:
        """Return the time by which both sides are compared ("": there is none)."""
        return one_clock([self.baseline, self.candidate])

    @property
    def speed(self) -> float:
        """Return the factor at which the candidate was replayed (at full speed: 1)."""
        return self.candidate.run.manifest.plan.factor if self.candidate.run is not None else 1.0

    @property
    def least_change_us(self) -> float:
        """Return the largest change that is not tested: two round trips, where they were subtracted from the times."""
        return 2 * self.candidate.trip_us if self.time == NET else 0.0

    def measured(self, side: Side) -> Measured:
        """Return the times of a side."""
        return side.measured(self.where, self.time, self.speed)

    def measured_control(self) -> Measured | None:
        """Return the second replay of the baseline, if it is fit and has the same clock."""
        if self.control is None or notes.left_out(self.control):
            return None
        return self.measured(self.control) if self.time == one_clock([self.baseline, self.control]) else None

    def measured_repeat(self) -> Measured | None:
        """Return the second replay of the candidate, if it is fit and has the same clock."""
        if self.repeat is None or notes.left_out(self.repeat):
            return None
        return self.measured(self.repeat) if self.time == one_clock([self.baseline, self.repeat]) else None

    def result_sides(self) -> ResultSides:
        """Return the sides whose rows are compared; hashes need no common clock."""
        control = self.control
        if control is not None and (not control.hashed or notes.left_out(control)):
            control = None
        return ResultSides(self.baseline, self.candidate, control)

    def measured_production(self) -> Measured | None:
        """Return production's own times, where the baseline is a run and all times are the server's."""
        if self.baseline.run is None or self.time != SERVER:
            return None
        return self.measured(Side("production", self.baseline.workload))


@dataclass(frozen=True, slots=True)
class _Times:
    """The times of each side of a pair."""

    baseline: Measured
    candidate: Measured
    control: Measured | None
    repeat: Measured | None
    production: Measured | None

    @classmethod
    def of(cls, pair: _Pair) -> _Times:
        return cls(
            pair.measured(pair.baseline),
            pair.measured(pair.candidate),
            pair.measured_control(),
            pair.measured_repeat(),
            pair.measured_production(),
        )

    def of_production(self) -> list[tuple[str, Measured]]:
        """Return production's times with their name (empty: there are none)."""
        return [("production", self.production)] if self.production is not None else []

    def rounds(self) -> list[Round]:
        """Return the pairs of replays to compare: the second one where both sides have one."""
        first = Round(self.baseline, self.candidate)
        if self.control is None or self.repeat is None:
            return [first]
        return [first, Round(self.control, self.repeat)]

    def of_production(self) -> list[tuple[str, Measured]]:
        """Return production's times with their name in the report, if there are any."""
        return [("production", self.production)] if self.production is not None else []


@dataclass(frozen=True, slots=True)
class _Judged:
    """What was tested and decided about a pair. *frames*: by side, its name and its metrics."""

    taken: TakenOut
    drift: tuple[RowDrift, ...]
    clock: ClockComparison
    results: Results
    fit: Fit
    evidence: Evidence
    frames: list[tuple[str, pd.DataFrame]]
    end_state: StateComparisons


def _judged(pair: _Pair, times: _Times, request: Request) -> _Judged:
    shapes, facts = _shapes(pair.baseline)
    sides = BothSides(pair.where, times.baseline, times.candidate, shapes)
    failed = tuple(failures(pair.where, side.workload, side.run) for side in (pair.baseline, pair.candidate))
    counts, differences = errors(
        sides, (failed[0], failed[1]), pair.baseline.workload, drawn(pair.candidate.workload, pair.candidate.state)
    )
    drift = (
        row_drift(sides, facts, pair.candidate.state) if pair.baseline.run is not None else found_nothing(sides, facts)
    )
    floor = noise_floor(pair.where, times.baseline, times.control) if times.control is not None else {}
    noise = _noise(pair, floor, request)
    untested = {row.query_key: _untested(row) for row in drift}
    rules = Rules(request.tolerance, 0.0 if noise.measured else ASSUMED, pair.least_change_us, untested, shapes)
    queries = evaluate(pair.where, times.rounds(), rules, production=times.production, floor=floor)
    taken = take_out(_with_plans(queries, pair), counts, differences, request.accepted)
    end_state = compare_end_states(pair.baseline, pair.candidate, request.end_state)
    fit = fit_of(pair.baseline, pair.candidate).with_reasons(reasons_against(end_state, pair.candidate.name))
    frames = [(side.name, metric_frame(side, pair.speed)) for side in (pair.baseline, pair.candidate)]
    evidence = Evidence(
        taken.queries,
        taken.errors,
        int((pair.where.code >= 0).sum()),
        fit.fit,
        bool(pair.time),
        noise,
        _hosts(frames, pair),
        fit.drifted(pair.baseline, pair.candidate),
    )
    clock = clock_comparison(sides, facts, (pair.baseline, pair.candidate))
    results = compare_results(sides, pair.result_sides(), facts)
    return _Judged(taken, drift, clock, results, fit, evidence, frames, end_state)


def _noise(pair: _Pair, floor: dict[str, float], request: Request) -> Noise:
    if floor:
        return Noise(True, floor[""])
    return Noise(False, max(ASSUMED, request.tolerance), second_control(pair.baseline, pair.candidate))


def _result(pair: _Pair, request: Request) -> CandidateResult:
    times = _Times.of(pair)
    judged = _judged(pair, times, request)
    evidence, frames, baseline, candidate = judged.evidence, judged.frames, pair.baseline, pair.candidate
    decision, why = verdict(evidence)
    rows = metric_rows(frames[0][1], frames[1][1])
    cautions = (*notes.unlike_durability(baseline, candidate), *notes.unlike_ids(baseline, candidate))
    lines = [(baseline.name, times.baseline), (candidate.name, times.candidate)]
    return CandidateResult(
        name=candidate.name,
        version=candidate.version,
        verdict=decision,
        fit=evidence.fit,
        reasons=(*judged.fit.reasons, *why, *(caution.text for caution in cautions)),
        fitness=judged.fit.by_run,
        queries=judged.taken.queries,
        errors=judged.taken.errors,
        differences=judged.taken.differences,
        drift=judged.drift,
        clock=judged.clock,
        results=judged.results,
        metrics=rows,
        load=capacity.loads(frames),
        noise=evidence.noise,
        hosts=tuple(evidence.hosts),
        open_types=open_types((baseline, candidate)),
        uncertain=uncertain(evidence),
        doubts=doubts(evidence),
        cautions=cautions,
        end_state=judged.end_state,
        costs=costs(request.prices, (baseline, candidate), rows),
        headroom=tuple(room for label, frame in frames for room in capacity.headroom(label, frame)),
        series=_series(pair.where, lines, rows, judged),
        distribution=timeline.distribution(pair.where, [*lines, *times.of_production()]),
        settings=differing(baseline.state, candidate.state, captured=baseline.run is None),
        notes=_notes(pair, judged),
        labels=notes.labels(baseline, candidate),
        accepted=judged.taken.sentences,
        overall=_overall(pair.where, times),
    )


def _series(
    where: Layout, lines: list[tuple[str, Measured]], rows: tuple[MetricRow, ...], judged: _Judged
) -> tuple[Series, ...]:
    by_run, frames = judged.fit.by_run, judged.frames
    plots = [
        *timeline.statement_series(where, lines),
        *timeline.rate_series(by_run),
        *timeline.busy_series(by_run),
        *timeline.load_series(frames),
        *metric_series(rows, frames),
    ]
    return timeline.marked(plots, by_run, timeline.checkpoints(frames))


def _notes(pair: _Pair, judged: _Judged) -> tuple[str, ...]:
    return (
        *notes.notes(pair.baseline, pair.candidate, pair.time, judged.evidence.noise),
        *(text for side in (pair.control, pair.repeat) if side is not None and (text := notes.left_out(side))),
        *(cold for name, frame in judged.frames for cold in capacity.began_cold(name, frame)),
    )


def _with_plans(queries: tuple[Query, ...], pair: _Pair) -> tuple[Query, ...]:
    """Return queries with the differences of both targets' plans; a captured production has no plans."""
    baseline = pair.baseline.state if pair.baseline.run is not None else None
    plans = [compare_plans(query.query_key, baseline, pair.candidate.state) for query in queries]
    return tuple(
        replace(query, plans=differences, plan_status=status)
        for query, (differences, status) in zip(queries, plans, strict=True)
    )


def _untested(row: RowDrift) -> str:
    if row.baseline_mean is None:
        return "it depends on the clock or on generated ids, and mostly returned no rows"
    return "its row counts differ between the sides"


def _shapes(side: Side) -> tuple[dict[str, tuple[str, str]], pl.DataFrame]:
    """Return, by query key, its template and kind, and a table of its facts: tables, clock, generated."""
    table = side.workload.shapes()
    shapes: dict[str, tuple[str, str]] = {}
    for key, text, kind in table.select("query_key", "template", "kind").iter_rows():
        shapes.setdefault(key, (text.decode(errors="replace"), kind))
    facts = table.group_by("query_key").agg(
        pl.concat_list("tables_read", "tables_written").explode(empty_as_null=False).unique().alias("tables"),
        deciding().any().alias("clock"),
        pl.col("generated").any(),
    )
    return shapes, facts


def _hosts(frames: list[tuple[str, pd.DataFrame]], pair: _Pair) -> tuple[HostLoad, ...]:
    """Return the other load of each run's host, second replays included."""
    second = [(side.name, metric_frame(side, pair.speed)) for side in (pair.control, pair.repeat) if side is not None]
    return tuple(load for name, frame in (*frames, *second) if (load := host_load(name, frame)) is not None)


def _overall(where: Layout, times: _Times) -> dict[str, Latency]:
    """Return the times of all statements that succeeded, by side."""
    statements = where.code >= 0
    every = {
        name: latency(side.us[statements & (side.status == OK)])
        for name, side in (("baseline", times.baseline), ("candidate", times.candidate))
    }
    return {name: of_side for name, of_side in every.items() if of_side.n}
