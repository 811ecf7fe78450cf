"""Sides become a ``Comparison``: fitness first, then divergence, then performance, then one word."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.compare.accepted_changes import take_out
from pgrehearse.compare.alignment import NET, OK, SERVER, Layout, Measured, layout
from pgrehearse.compare.comparison import (
    CandidateResult,
    Comparison,
    HostLoad,
    Latency,
    Noise,
    Query,
    RowDrift,
    Verdict,
)
from pgrehearse.compare.cost import costs
from pgrehearse.compare.divergence import errors, failures, found_nothing, row_drift
from pgrehearse.compare.host_load import host_load
from pgrehearse.compare.metrics import (
    began_cold,
    busy_series,
    checkpoints,
    distribution,
    headroom,
    load_series,
    loads,
    marked,
    metric_frame,
    metric_rows,
    metric_series,
    rate_series,
    statement_series,
)
from pgrehearse.compare.noise_floor import second_control
from pgrehearse.compare.open_types import open_types
from pgrehearse.compare.plan_diff import difference
from pgrehearse.compare.query_changes import Round, Rules, evaluate, latency, noise_floor
from pgrehearse.compare.request import Request
from pgrehearse.compare.settings_diff import differing, unsafe
from pgrehearse.compare.sides import Side, check_comparable, one_clock, told_apart, verify
from pgrehearse.compare.thresholds import ASSUMED
from pgrehearse.compare.verdict import Ground, uncertain, verdict
from pgrehearse.runs.quality.fitness_rules import NEW_ERRORS
from pgrehearse.runs.quality.id_drift import drawn

if TYPE_CHECKING:
    import pandas as pd

# A clock that moved by more than this during a run jumped, or was corrected.
JUMP_US = 50_000


def compare_paths(baseline: Path, candidates: list[Path], request: Request | None = None) -> Comparison:
    """Compare runs (the baseline may be a workload: production as captured); the worst candidate's verdict is the whole's."""
    try:
        return _compared(baseline, candidates, request or Request())
    except pl.exceptions.ComputeError as error:  # its columns were right: a page of a table is damaged
        named = ", ".join(str(path) for path in [baseline, *candidates])
        told = str(error).split("\n", 1)[0]
        raise BadInput(
            f"{named}: a table cannot be read: {told}", remedy="copy or make the damaged run again"
        ) from None


def _compared(baseline: Path, candidates: list[Path], asked: Request) -> Comparison:
    paths = [baseline, *candidates]
    ours, *theirs = told_apart([asked.opened(path) for path in paths], paths)
    again, repeat = (asked.opened(path) if path is not None else None for path in (asked.again, asked.repeat))
    others = [*theirs, *(side for side in (again, repeat) if side is not None)]
    check_comparable(ours, others)
    verify([ours, *others])
    if repeat is not None and (again is None or len(theirs) > 1):
        raise UsageProblem(
            "--repeat pairs with --control, and one candidate", remedy="give the second replay of both sides"
        )
    sides = _Sides(ours, again, repeat, layout(ours.workload, _roles([ours, *theirs])))
    results = tuple(_candidate(sides, side, asked) for side in theirs)
    order = [Verdict.REGRESSED, Verdict.INCONCLUSIVE, Verdict.UNCHANGED, Verdict.IMPROVED]
    worst = min(results, key=lambda result: order.index(result.verdict))
    manifest = ours.workload.manifest
    return Comparison(
        baseline=ours.name,
        baseline_version=ours.version,
        time=one_clock([ours, *theirs]) or "none",
        tolerance=asked.tolerance,
        verdict=worst.verdict,
        fit=all(result.fit for result in results),
        reasons=tuple(reason for result in results for reason in result.reasons),
        candidates=results,
        workload={
            "name": ours.workload.name,
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
        },
        made={"pgrehearse": manifest.tool_version, "workload": manifest.digest[:16]},
    )


@dataclass(frozen=True, slots=True)
class _Sides:
    """What every candidate is set against: the baseline, its second replay, the candidate's second, and the layout."""

    baseline: Side
    again: Side | None
    repeat: Side | None
    where: Layout


def _roles(sides: list[Side]) -> pl.DataFrame | None:
    """Return who plays on any side (None: every session once)."""
    tables = [side.run.session_copies() for side in sides if side.run is not None]
    known = [table.select("session", "copy") for table in tables if table is not None]
    return pl.concat(known).unique() if len(known) == len(tables) and known else None


def _candidate(sides: _Sides, candidate: Side, asked: Request) -> CandidateResult:
    baseline, where = sides.baseline, sides.where
    time = one_clock([baseline, candidate])
    shapes, facts = _shapes(baseline)
    speed = _speed(candidate)
    ours, theirs = baseline.measured(where, time, speed), candidate.measured(where, time, speed)
    counts, differences = errors(
        where,
        (ours, theirs),
        (failures(where, baseline.workload, baseline.run), failures(where, candidate.workload, candidate.run)),
        baseline.workload,
        shapes,
        drawn(candidate.workload, candidate.state),
    )
    drift = (
        row_drift(where, ours, theirs, shapes, facts, candidate.state)
        if baseline.run is not None
        else found_nothing(where, theirs, shapes, facts)
    )
    again = _again(sides, time, speed)
    floor = noise_floor(where, ours, again) if again is not None else {}
    noise = (
        Noise(True, floor[""])
        if floor
        else Noise(False, max(ASSUMED, asked.tolerance), second_control(baseline, candidate))
    )
    production = None
    if baseline.run is not None and time == SERVER:
        production = Side("production", baseline.workload).measured(where, SERVER, speed)
    queries = evaluate(
        where,
        [Round(ours, theirs), *_second(sides, again, time, speed)],
        Rules(
            asked.tolerance,
            0.0 if noise.measured else ASSUMED,
            2 * candidate.trip_us if time == NET else 0.0,
            {one.query_key: _undecided(one) for one in drift},
            shapes,
        ),
        production=production,
        floor=floor,
    )
    queries = tuple(_with_plans(query, baseline.state, candidate.state) for query in queries)
    taken = take_out(queries, counts, differences, asked.accepted)
    queries, counts = taken.queries, taken.errors
    fit, reasons, judged = _fit(baseline, candidate)
    frames = [(side.name, metric_frame(side, speed)) for side in (baseline, candidate)]
    hosts = _hosts(frames, sides, speed)
    statements = int((where.code >= 0).sum())
    drifted = _drifted(judged, baseline, candidate)
    ground = Ground(queries, counts, statements, fit, bool(time), noise, hosts, drifted)
    word, why = verdict(ground)
    rows = metric_rows(frames[0][1], frames[1][1])
    labelled = [(baseline.name, ours), (candidate.name, theirs)]
    if production is not None:
        labelled.append(("production", production))
    return CandidateResult(
        name=candidate.name,
        version=candidate.version,
        verdict=word,
        fit=fit,
        reasons=(*reasons, *why, *_unlike_safety(baseline, candidate)),
        fitness=judged,
        queries=queries,
        errors=counts,
        differences=differences,
        drift=drift,
        metrics=rows,
        load=loads(frames),
        noise=noise,
        hosts=hosts,
        open_types=open_types((baseline, candidate)),
        uncertain=uncertain(ground),
        costs=costs(asked.prices, (baseline, candidate), rows),
        headroom=tuple(one for label, frame in frames for one in headroom(label, frame)),
        series=marked(
            [
                *statement_series(where, labelled[:2]),
                *rate_series(judged),
                *busy_series(judged),
                *load_series(frames),
                *metric_series(rows, frames),
            ],
            judged,
            checkpoints(frames),
        ),
        distribution=distribution(where, labelled),
        settings=differing(baseline.state, candidate.state, captured=baseline.run is None),
        notes=(
            *_notes(baseline, candidate, time, noise),
            *(left for side in (sides.again, sides.repeat) if side is not None and (left := _unfit(side))),
            *(cold for name, frame in frames for cold in began_cold(name, frame)),
        ),
        labels=_labels(baseline, candidate),
        accepted=taken.told,
        overall={
            name: whole
            for name, side in (("baseline", ours), ("candidate", theirs))
            if (whole := _overall(where, side)).n
        },
    )


def _with_plans(query: Query, ours: dict[str, Any], theirs: dict[str, Any]) -> Query:
    """Add what differs between both targets' plans of a query; a captured production has none."""
    plans = [state.get("plans", {}).get(query.query_key) for state in (ours, theirs)]
    return replace(query, plans=difference(plans[0], plans[1])) if plans[0] and plans[1] else query


def _speed(side: Side) -> float:
    """Return the factor at which a run was replayed (flat out: 1)."""
    speed = side.run.manifest.plan.get("speed", 1) if side.run is not None else 1
    return 1.0 if speed == "max" else float(speed)


def _again(sides: _Sides, time: str, speed: float) -> Measured | None:
    """Return the second replay of the baseline, when it is fit and can be told by the same clock."""
    if sides.again is None or _unfit(sides.again) or time != one_clock([sides.baseline, sides.again]):
        return None
    return sides.again.measured(sides.where, time, speed)


def _second(sides: _Sides, again: Measured | None, time: str, speed: float) -> list[Round]:
    """Return the second replays of both sides, when both are fit and can be told by the same clock."""
    if (
        sides.repeat is None
        or again is None
        or _unfit(sides.repeat)
        or time != one_clock([sides.baseline, sides.repeat])
    ):
        return []
    return [Round(again, sides.repeat.measured(sides.where, time, speed))]


def _unfit(side: Side) -> str:
    """Say why a second replay is left out ("": it is not)."""
    found = side.fitness()
    return f"{side.name} is not fit and was left out: {found['reasons'][0]}" if found and not found["fit"] else ""


def _undecided(one: RowDrift) -> str:
    if one.baseline_mean is None:
        return "it looks at the clock or at generated ids, and mostly found nothing"
    return "its row counts differ between the sides"


def _shapes(side: Side) -> tuple[dict[str, tuple[str, str]], pl.DataFrame]:
    """Return, by query key, its template and kind, and a table of its facts: tables, clock, generated."""
    table = side.workload.shapes()
    shapes: dict[str, tuple[str, str]] = {}
    for key, text, kind in table.select("query_key", "template", "kind").iter_rows():
        shapes.setdefault(key, (text.decode(errors="replace"), kind))
    facts = table.group_by("query_key").agg(
        pl.concat_list("tables_read", "tables_written").explode(empty_as_null=False).unique().alias("tables"),
        pl.col("clock").any(),
        pl.col("generated").any(),
    )
    return shapes, facts


def _fit(baseline: Side, candidate: Side) -> tuple[bool, list[str], dict[str, Any]]:
    """Return whether both sides can be judged, why not, and the fidelity of each."""
    reasons: list[str] = []
    judged: dict[str, Any] = {}
    for side in (baseline, candidate):
        found = side.fitness()
        if found is not None:
            judged[side.name] = found
            reasons += [f"{side.name}: {reason}" for reason in found["reasons"]]
    erring = {
        side.name
        for side in (baseline, candidate)
        if any(one["what"] == NEW_ERRORS for one in judged.get(side.name, {}).get("unfit", []))
    }
    if erring == {candidate.name} and baseline.run is not None:
        reasons.append(
            f"{baseline.name} ran them: it is {candidate.name} itself, or how it was prepared. --max-new-errors 1 judges it all the same"
        )
    return not reasons, reasons, judged


def _hosts(frames: list[tuple[str, pd.DataFrame]], sides: _Sides, speed: float) -> tuple[HostLoad, ...]:
    """Return what else the host of each run did, second replays included."""
    more = [(side.name, metric_frame(side, speed)) for side in (sides.again, sides.repeat) if side is not None]
    return tuple(one for name, frame in (*frames, *more) if (one := host_load(name, frame)) is not None)


def _drifted(judged: dict[str, Any], baseline: Side, candidate: Side) -> int:
    """Return how many more statements failed through drifted ids on the candidate than on the baseline."""
    ours, theirs = (judged.get(side.name, {}).get("errors", {}).get("drifted", 0) for side in (baseline, candidate))
    return int(theirs) - int(ours)


def _unlike_safety(baseline: Side, candidate: Side) -> tuple[str, ...]:
    """Say of which side commits and writes cannot be set beside the other's."""
    found = []
    for side, other in ((candidate, baseline), (baseline, candidate)):
        alone = [off for off in unsafe(side.state) if off not in unsafe(other.state)]
        if alone:
            found.append(
                f"{side.name} runs with {', '.join(alone)} and {other.name} does not, as far as is known: what it writes and commits is not comparable"
            )
    return tuple(found)


def _overall(where: Layout, side: Measured) -> Latency:
    """Return the times of all statements that succeeded together."""
    return latency(side.us[(where.code >= 0) & (side.status == OK)])


def _labels(baseline: Side, candidate: Side) -> tuple[str, ...]:
    """Say what makes a side another load than production's: amplified, thinned, a selection."""
    return tuple(
        f"{side.name}: {label}"
        for side in (baseline, candidate)
        if side.run is not None
        for label in side.run.manifest.labels
    )


def _notes(baseline: Side, candidate: Side, time: str, noise: Noise) -> tuple[str, ...]:
    notes = [f"latencies are {time}" if time else "latencies could not be compared"]
    for side in (baseline, candidate):
        if side.run is not None:
            notes += [f"{side.name}: {note}" for note in side.run.manifest.notes]
            notes += [f"{side.name}: {step}" for step in side.run.manifest.state.get("prepared", [])]
            notes += [f"{side.name}: {jump}" for jump in _jumps(side.run.manifest.clocks)]
            notes += [f"{side.name} answers before what it writes is safe: {off}" for off in unsafe(side.state)]
    notes.append(f"noise floor: {noise}")
    if baseline.run is None:
        notes.append("a captured production has no plans to set beside the candidate's")
    if baseline.workload.manifest.redaction != "none":
        notes.append(
            "redacted: values are strangers without their order, so plans over ranges are not comparable with production's"
        )
    return tuple(notes)


def _jumps(clocks: dict[str, Any]) -> list[str]:
    """Say whose clock moved against ours during a run by more than could be measured."""
    found = []
    for who in ("server", "standby"):
        begin, end = clocks.get(f"{who}_offset_us"), clocks.get(f"{who}_offset_at_end_us")
        if begin is not None and end is not None and abs(end - begin) > JUMP_US:
            found.append(
                f"the {who}'s clock moved by {(end - begin) / 1000:+.0f} ms during the run: its own instants are uncertain by that"
            )
    return found
