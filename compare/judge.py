"""Sides become a ``Comparison``: fitness first, then divergence, then performance, then one word."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import polars as pl

from compare.accepted import Accepted, take_out
from compare.comparison import CandidateResult, Class, Comparison, Latency, Query, Verdict
from compare.divergence import errors, row_drift
from compare.lined_up import (
    distribution,
    marked,
    metric_frame,
    metric_rows,
    metric_series,
    rate_series,
    statement_series,
)
from compare.queries import evaluate, latencies, noise_floor
from compare.sides import SERVER, Side, check_comparable, one_clock, open_side

TOLERANCE = 0.10
# Errors that production (or the control) did not have, as a share of statements: above it the candidate regressed.
NEW_ERRORS = 0.001
# Settings in which two targets may differ without it being worth a line.
_QUIET = {"data_checksums", "wal_segment_size", "server_version", "server_version_num"}


def compare_paths(
    baseline: Path,
    candidates: list[Path],
    *,
    again: Path | None = None,
    workload: Path | None = None,
    tolerance: float = TOLERANCE,
    accepted: Sequence[Accepted] = (),
) -> Comparison:
    """Compare runs (the baseline may be a workload: production as captured). *again*: a second run of the baseline.

    *accepted*: changes that are meant, and do not count.
    """
    ours = open_side(baseline, workload)
    theirs = [open_side(path, workload) for path in candidates]
    twice = open_side(again, workload) if again is not None else None
    check_comparable(ours, theirs if twice is None else [*theirs, twice])
    return compare_sides(ours, theirs, again=twice, tolerance=tolerance, accepted=accepted)


def compare_sides(
    baseline: Side,
    candidates: list[Side],
    *,
    again: Side | None = None,
    tolerance: float = TOLERANCE,
    accepted: Sequence[Accepted] = (),
) -> Comparison:
    """Compare opened sides; the worst candidate's verdict is the whole's."""
    results = tuple(_candidate(baseline, side, again, tolerance, accepted) for side in candidates)
    order = [Verdict.REGRESSED, Verdict.INCONCLUSIVE, Verdict.UNCHANGED, Verdict.IMPROVED]
    worst = min(results, key=lambda result: order.index(result.verdict))
    manifest = baseline.workload.manifest
    return Comparison(
        baseline=baseline.name,
        baseline_version=baseline.version,
        time=one_clock([baseline, *candidates]) or "none",
        tolerance=tolerance,
        verdict=worst.verdict,
        fit=all(result.fit for result in results),
        reasons=tuple(reason for result in results for reason in result.reasons),
        candidates=results,
        workload={
            "name": baseline.workload.name,
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


def _candidate(
    baseline: Side, candidate: Side, again: Side | None, tolerance: float, accepted: Sequence[Accepted]
) -> CandidateResult:
    time = one_clock([baseline, candidate])
    shapes, tables = _shapes(baseline)
    ours, theirs = baseline.statements(time or SERVER), candidate.statements(time or SERVER)
    production = (
        Side("production", baseline.workload).statements(SERVER)
        if baseline.run is not None and time == SERVER
        else None
    )
    counts, differences = errors(ours, theirs, shapes, baseline.workload.manifest.files)
    drift = row_drift(ours, theirs, shapes, tables, candidate.state) if baseline.run is not None else ()
    if not time:
        ours, theirs = (frame.with_columns(pl.lit(None, pl.Int64).alias("us")) for frame in (ours, theirs))
    went_well = pl.col("status") == "ok"
    twice = (
        again.statements(time).filter(went_well) if again is not None and time == one_clock([baseline, again]) else None
    )
    queries = evaluate(
        ours.filter(went_well),
        theirs.filter(went_well),
        None if production is None else production.filter(went_well),
        again=twice,
        tolerance=tolerance,
        drifted={one.query_key for one in drift},
        shapes=shapes,
    )
    taken = take_out(queries, counts, differences, accepted)
    queries, counts = taken.queries, taken.errors
    fit, reasons, judged = _fit(baseline, candidate)
    verdict, why = _verdict(queries, counts, fit=fit, statements=ours.height, measured=bool(time))
    frames = [(baseline.name, metric_frame(baseline)), (candidate.name, metric_frame(candidate))]
    labelled = [(baseline.name, ours), (candidate.name, theirs)]
    if production is not None:
        labelled.append(("production", production))
    speed = candidate.run.manifest.plan.get("speed", 1) if candidate.run is not None else 1
    return CandidateResult(
        name=candidate.name,
        version=candidate.version,
        verdict=verdict,
        fit=fit,
        reasons=(*reasons, *why),
        fitness=judged,
        queries=queries,
        errors=counts,
        differences=differences,
        drift=drift,
        metrics=metric_rows(frames[0][1], frames[1][1]),
        series=marked(
            [
                *statement_series(labelled[:2], 1.0 if speed == "max" else float(speed)),
                *rate_series(judged),
                *metric_series(frames),
            ],
            judged,
        ),
        distribution=distribution(labelled),
        settings=_settings(baseline, candidate),
        notes=_notes(baseline, candidate, time, _floor(ours.filter(went_well), twice)),
        labels=_labels(baseline, candidate),
        accepted=taken.told,
        overall={
            name: whole
            for name, frame in (("baseline", ours), ("candidate", theirs))
            if (whole := _overall(frame.filter(went_well))) is not None
        },
    )


def _shapes(side: Side) -> tuple[dict[str, tuple[str, str]], dict[str, set[str]]]:
    """Return, by query key, its template and kind, and its tables."""
    table = side.workload.shapes()
    shapes: dict[str, tuple[str, str]] = {}
    tables: dict[str, set[str]] = {}
    for row in table.iter_rows(named=True):
        shapes.setdefault(row["query_key"], (row["template"].decode(errors="replace"), row["kind"]))
        tables.setdefault(row["query_key"], set()).update(row["tables_read"] + row["tables_written"])
    return shapes, tables


def _fit(baseline: Side, candidate: Side) -> tuple[bool, list[str], dict[str, Any]]:
    """Return whether both sides can be judged, why not, and the fidelity of each."""
    reasons: list[str] = []
    judged: dict[str, Any] = {}
    for side in (baseline, candidate):
        found = side.fitness()
        if found is not None:
            judged[side.name] = found.document()
            reasons += [f"{side.name}: {reason}" for reason in found.reasons]
    return not reasons, reasons, judged


def _verdict(
    queries: tuple[Query, ...], errors_: dict[str, int], *, fit: bool, statements: int, measured: bool
) -> tuple[Verdict, tuple[str, ...]]:
    worse = [query for query in queries if query.klass == Class.REGRESSED]
    new = errors_["new"] + errors_["different"]
    reasons = []
    if new > NEW_ERRORS * statements:
        reasons.append(f"{new} statements fail that did not before (or fail differently)")
    if worse:
        reasons.append(f"{len(worse)} queries got slower, most of all: {worse[0].sql[:90]}")
    if not fit:
        return Verdict.INCONCLUSIVE, ()
    if reasons:
        return Verdict.REGRESSED, tuple(reasons)
    if not measured:
        return Verdict.INCONCLUSIVE, (
            "no common clock: the candidate's own log was not captured back, so its times cannot be set against a capture's",
        )
    if all(query.klass == Class.CANNOT_EVALUATE for query in queries):
        return Verdict.INCONCLUSIVE, ("no query was executed often enough to be judged",)
    better = sum(query.klass == Class.IMPROVED for query in queries)
    return (Verdict.IMPROVED, (f"{better} queries got faster, none slower",)) if better else (Verdict.UNCHANGED, ())


def _settings(baseline: Side, candidate: Side) -> tuple[tuple[str, str, str], ...]:
    """Return what differs between the targets' states: settings, extensions, indexes."""
    out: list[tuple[str, str, str]] = []
    for part in ("settings", "extensions", "indexes"):
        ours, theirs = baseline.state.get(part, {}), candidate.state.get(part, {})
        if not ours and baseline.run is None:
            continue
        for name in sorted(ours.keys() | theirs.keys()):
            a, b = ours.get(name), theirs.get(name)
            if a != b and name not in _QUIET:
                out.append((f"{part[:-1] if part != 'indexes' else 'index'} {name}", _said(a), _said(b)))
    return tuple(out)


def _said(value: Any) -> str:
    return "(none)" if value is None else str(value)


def _overall(frame: pl.DataFrame) -> Latency | None:
    """Return the times of all statements together."""
    return latencies(frame.select(pl.lit("").alias("query_key"), "us")).get("")


def _labels(baseline: Side, candidate: Side) -> tuple[str, ...]:
    """Say what makes a side another load than production's: amplified, thinned, a selection."""
    return tuple(
        f"{side.name}: {label}"
        for side in (baseline, candidate)
        if side.run is not None
        for label in side.run.manifest.labels
    )


def _notes(baseline: Side, candidate: Side, time: str, floor: str) -> tuple[str, ...]:
    notes = [f"latencies are {time}" if time else "latencies could not be compared"]
    for side in (baseline, candidate):
        if side.run is not None:
            notes += [f"{side.name}: {note}" for note in side.run.manifest.notes]
            notes += [f"{side.name}: {step}" for step in side.run.manifest.state.get("prepared", [])]
    notes.append(f"noise floor: {floor}")
    if baseline.workload.manifest.redaction != "none":
        notes.append(
            "redacted: values are strangers without their order, so plans over ranges are not comparable with production's"
        )
    return tuple(notes)


def _floor(ours: pl.DataFrame, twice: pl.DataFrame | None) -> str:
    """Say how far two replays of the baseline lie apart."""
    if twice is None:
        return "none measured (no second replay of the baseline)"
    return f"two replays of the baseline differ by {noise_floor(ours, twice)['']:.1%} in the typical query"
