"""Paths of runs become a ``Comparison``: fitness first, then divergence, then performance, then the verdict."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from pgrehearse.base.errors import BadInput
from pgrehearse.compare import capacity, notes, timeline
from pgrehearse.compare.accepted_changes import TakenOut, take_out
from pgrehearse.compare.alignment import Layout, Measured, layout
from pgrehearse.compare.clock_rows import clock_comparison
from pgrehearse.compare.columns import total
from pgrehearse.compare.comparison import (
    CandidateResult,
    Caution,
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
from pgrehearse.compare.event_values import EventComparison
from pgrehearse.compare.events_of_sides import Disturbances, compare_events
from pgrehearse.compare.executions import times as statement_times
from pgrehearse.compare.findings import findings
from pgrehearse.compare.fit import Fit, fit_of
from pgrehearse.compare.host_load import host_load
from pgrehearse.compare.metrics import metric_frame, metric_rows, metric_series
from pgrehearse.compare.noise_floor import second_control
from pgrehearse.compare.open_types import open_types
from pgrehearse.compare.pair import Pair, Times
from pgrehearse.compare.placed_sides import missing_traffic
from pgrehearse.compare.plan_diff import compare_plans
from pgrehearse.compare.query_changes import Rules, evaluate, latency, noise_floor
from pgrehearse.compare.request import Request
from pgrehearse.compare.result_values import Results
from pgrehearse.compare.results import compare_results
from pgrehearse.compare.rewrites import other_rows, rewrites_of
from pgrehearse.compare.same_work import OtherWork, other_work, with_other_rows
from pgrehearse.compare.settings_diff import differing
from pgrehearse.compare.side_states import compare_end_states, reasons_against
from pgrehearse.compare.sides import Side, check_comparable, one_clock, replayed_at, verify, with_unique_names
from pgrehearse.compare.start_gaps import other_data
from pgrehearse.compare.thresholds import ASSUMED
from pgrehearse.compare.throttling import at_a_limit, throttled
from pgrehearse.compare.verdict import Evidence, doubts, uncertain, verdict
from pgrehearse.compare.workload_facts import workload_facts
from pgrehearse.runs.quality.id_drift import drawn
from pgrehearse.workload.analysis.clock import deciding, deciding_places

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
    control, repeats = request.second_replays(len(candidates))
    others = [*candidates, *(side for side in (control, *repeats) if side is not None)]
    check_comparable(baseline, others)
    verify([baseline, *others])
    where = layout(baseline.workload, _session_copies([baseline, *candidates]))
    results = tuple(
        _result(Pair(baseline, side, control, repeat, where), request)
        for side, repeat in zip(candidates, repeats, strict=True)
    )
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
        workload=workload_facts(baseline),
        made={
            "pgrehearse": manifest.tool_version,
            "workload": manifest.digest[:16],
            "replayed": replayed_at(candidates),
        },
    )
    return replace(comparison, findings=findings(comparison))


def _session_copies(sides: list[Side]) -> pl.DataFrame | None:
    """Return the sessions and copies that any side replays (None: every session once)."""
    tables = [side.run.session_copies() for side in sides if side.run is not None]
    recorded = [table.select("session", "copy") for table in tables if table is not None]
    return pl.concat(recorded).unique() if len(recorded) == len(tables) and recorded else None


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
    events: EventComparison

    def rows(self) -> tuple[MetricRow, ...]:
        """Return the metrics of both sides, side by side."""
        return metric_rows(*(frame for _, frame in self.frames))

    def cautions(self, pair: Pair) -> tuple[Caution, ...]:
        """Return what limits the result, although both runs are fit."""
        return (*notes.unlike(pair.baseline, pair.candidate), *at_a_limit(self.frames))


def _judged(pair: Pair, times: Times, request: Request) -> _Judged:
    shapes, facts = _shapes(pair.baseline)
    sides = BothSides(pair.where, times.baseline, times.candidate, shapes)
    failed = tuple(failures(pair.where, side.workload, side.run) for side in (pair.baseline, pair.candidate))
    counts, differences = errors(
        sides, (failed[0], failed[1]), pair.baseline.workload, drawn(pair.candidate.workload, pair.candidate.state)
    )
    drift = (
        row_drift(sides, facts, pair.candidate.state) if pair.baseline.run is not None else found_nothing(sides, facts)
    )
    other = other_rows(pair.baseline, pair.candidate)
    drift = tuple(row for row in drift if row.query_key not in other)
    results = compare_results(sides, pair.result_sides(), facts)
    untested = with_other_rows(results) | {row.query_key: _untested(row) for row in drift}
    frames = [(side.name, metric_frame(side, pair.speed)) for side in (pair.baseline, pair.candidate)]
    disturbances = Disturbances.of(pair.sides)
    events = compare_events(sides, disturbances, (failed[0], failed[1]), frames)
    tested = times.without(disturbances.left_out(pair.where)) if events.left_out else times
    noise, queries = _tested(pair, tested, request, (shapes, untested))
    taken = take_out(queries, counts, differences, request.accepted)
    end_state = compare_end_states(pair.baseline, pair.candidate, request.end_state)
    fit = fit_of(pair.baseline, pair.candidate).with_reasons(reasons_against(end_state, pair.candidate.name))
    evidence = Evidence(
        taken.queries,
        taken.errors,
        _statements(pair, times),
        fit.fit,
        bool(pair.time),
        noise,
        _hosts(frames, pair),
        fit.drifted(pair.baseline, pair.candidate),
        _unlike_work(pair, results, end_state),
        throttled(frames),
        events,
    )
    clock = clock_comparison(sides, facts, (pair.baseline, pair.candidate))
    return _Judged(taken, drift, clock, results, fit, evidence, frames, end_state, events)


def _statements(pair: Pair, times: Times) -> int:
    """Return the number of statements that are compared: those of the workload, or of the parts that both sides got."""
    code, alone = pair.where.code, times.alone
    if alone is None:
        return total(len(code), lambda part: code[part] >= 0)
    return total(len(code), lambda part: (code[part] >= 0) & ~alone[part])


def _unlike_work(pair: Pair, results: Results, end_state: StateComparisons) -> tuple[OtherWork, ...]:
    """Return how the work of both sides differs: in its results, in the data at the start, in what was sent."""
    return (
        *other_work(results, end_state, pair.baseline.name, pair.candidate.name),
        *other_data(pair.baseline, pair.candidate),
        *missing_traffic(pair.baseline, pair.candidate),
    )


def _tested(
    pair: Pair, times: Times, request: Request, known: tuple[dict[str, tuple[str, str]], dict[str, str]]
) -> tuple[Noise, tuple[Query, ...]]:
    """Return the noise, and each query with the result of its tests. *known*: shapes, and why queries are not tested, by query key."""
    shapes, untested = known
    floor = noise_floor(pair.where, times.baseline, times.control) if times.control is not None else {}
    noise = _noise(pair, floor, request)
    rules = Rules(request.tolerance, 0.0 if noise.measured else ASSUMED, pair.least_change_us, untested, shapes)
    queries = evaluate(pair.where, times.rounds(), rules, production=times.production, floor=floor)
    return noise, _with_plans(queries, pair)


def _noise(pair: Pair, floor: dict[str, float], request: Request) -> Noise:
    if floor:
        return Noise(True, floor[""])
    advice = request.second_round or second_control(pair.baseline, pair.candidate)
    return Noise(False, max(ASSUMED, request.tolerance), advice)


def _result(pair: Pair, request: Request) -> CandidateResult:
    times = Times.of(pair)
    return _assembled(pair, times, _judged(pair, times, request), request)


def _assembled(pair: Pair, times: Times, judged: _Judged, request: Request) -> CandidateResult:
    evidence, frames, baseline, candidate = judged.evidence, judged.frames, pair.baseline, pair.candidate
    (decision, why), rows, cautions = verdict(evidence), judged.rows(), judged.cautions(pair)
    return CandidateResult(
        name=candidate.name,
        version=candidate.version,
        verdict=decision,
        fit=evidence.fit,
        reasons=tuple(dict.fromkeys((*judged.fit.reasons, *why, *(caution.text for caution in cautions)))),
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
        events=judged.events,
        ids=tuple(side.ids for side in (baseline, candidate) if side.run is not None),
        readers=candidate.readers,
        rewrites=rewrites_of(baseline, candidate),
        costs=costs(request.prices, (baseline, candidate), rows),
        headroom=tuple(room for label, frame in frames for room in capacity.headroom(label, frame)),
        series=_series(pair.where, times.of_sides(pair), rows, judged),
        distribution=timeline.distribution(pair.where, [*times.of_sides(pair), *times.of_production()]),
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
    bands = (*timeline.outages(by_run), *timeline.checkpoints(frames))
    return timeline.marked(plots, bands, timeline.events(judged.events))


def _notes(pair: Pair, judged: _Judged) -> tuple[str, ...]:
    return (
        *notes.notes(pair.baseline, pair.candidate, pair.time, judged.evidence.noise),
        *(text for side in (pair.control, pair.repeat) if side is not None and (text := notes.left_out(side))),
        *(cold for name, frame in judged.frames for cold in capacity.began_cold(name, frame)),
    )


def _with_plans(queries: tuple[Query, ...], pair: Pair) -> tuple[Query, ...]:
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
        deciding_places().explode(empty_as_null=False).unique().alias("clock_in"),
        pl.col("generated").any(),
    )
    return shapes, facts


def _hosts(frames: list[tuple[str, pd.DataFrame]], pair: Pair) -> tuple[HostLoad, ...]:
    """Return the other load of each run's host, second replays included."""
    second = [(side.name, metric_frame(side, pair.speed)) for side in (pair.control, pair.repeat) if side is not None]
    return tuple(load for name, frame in (*frames, *second) if (load := host_load(name, frame)) is not None)


def _overall(where: Layout, times: Times) -> dict[str, Latency]:
    """Return the times of all statements that succeeded, by side."""
    every = {
        name: latency(statement_times(where, side, succeeded=True))
        for name, side in (("baseline", times.baseline), ("candidate", times.candidate))
    }
    return {name: of_side for name, of_side in every.items() if of_side.n}
