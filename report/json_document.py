"""A comparison as the JSON document that scripts read (docs/json.md)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from pgrehearse.compare.comparison import (
    CandidateResult,
    Change,
    ClockComparison,
    ClockRows,
    Comparison,
    Latency,
    Query,
    RowDrift,
)
from pgrehearse.compare.gates.evaluate import GateResult, Outcome
from pgrehearse.compare.result_values import Results
from pgrehearse.compare.statement_labels import short

TOP = 20
# The most queries whose times are in the document (some 300 bytes each), and the characters of their texts.
TIMES, LABEL = 1000, 120


def document(
    comparison: Comparison, report: str = "", gates: Sequence[GateResult] = (), *, values: bool = False
) -> dict[str, Any]:
    """Return the document of ``compare --json``. *values*: with the keys of rows that differ."""
    hours = max(float(comparison.workload["duration_s"]), 1.0) / 3600
    return {
        "verdict": comparison.verdict.value,
        "fit": comparison.fit,
        "reasons": list(comparison.reasons),
        "findings": [finding.document() for finding in comparison.findings],
        "report": report,
        "baseline": comparison.baseline,
        "baseline_version": comparison.baseline_version,
        "made": comparison.made,
        "time": comparison.time,
        "tolerance": comparison.tolerance,
        "workload": comparison.workload,
        "candidates": [_candidate(result, gates, hours, values=values) for result in comparison.candidates],
    }


def _candidate(result: CandidateResult, gates: Sequence[GateResult], hours: float, *, values: bool) -> dict[str, Any]:
    return {
        "name": result.name,
        "version": result.version,
        "verdict": result.verdict.value,
        "fit": result.fit,
        "reasons": list(result.reasons),
        "queries": result.counts(),
        "errors": result.errors,
        "overall": {side: _side(latency) for side, latency in result.overall.items()},
        "top": [_query(query, hours) for query in result.queries[:TOP]],
        "times": _times(result.queries),
        "times_left_out": max(len(result.queries) - TIMES, 0),
        "metrics": _metrics(result),
        "load": [asdict(load) for load in result.load],
        "headroom": [{**asdict(room), "share": room.share} for room in result.headroom],
        "costs": [asdict(cost) for cost in result.costs],
        "labels": list(result.labels),
        "outages": {name: [asdict(outage) for outage in fit.outages] for name, fit in result.fitness.items()},
        "events": result.events.document(),
        "drift": _without_sql(result.drift),
        "clock": _clock(result.clock),
        "results": _results(result.results, values=values),
        "noise": asdict(result.noise),
        "hosts": [asdict(host) for host in result.hosts],
        "open_types": [asdict(parameter) for parameter in result.open_types],
        "unfit": {name: [asdict(reason) for reason in fit.unfit] for name, fit in result.fitness.items()},
        "new_errors": {name: asdict(fit.new_errors) for name, fit in result.fitness.items()},
        "noticed": _noticed(result),
        "end_state": result.end_state.document(values=values),
        "ids": [side.document() for side in result.ids],
        "rewrites": {side: [asdict(rule) for rule in rules] for side, rules in result.rewrites.items()},
        "accepted": list(result.accepted),
        "gates": [gate_document(gate) for gate in gates if gate.candidate in {"", result.name}],
    }


def _times(queries: Sequence[Query]) -> list[dict[str, Any]]:
    """Return the times of all queries, at most ``TIMES``: those with the most time on the baseline."""
    most = sorted(queries, key=lambda query: (-query.baseline.total_us, query.query_key))
    return [
        {
            "query_key": query.query_key,
            "label": short(query.sql, LABEL),
            "outcome": query.outcome.value,
            "baseline": _side(query.baseline),
            "candidate": _side(query.candidate),
        }
        for query in most[:TIMES]
    ]


def _clock(clock: ClockComparison) -> dict[str, Any]:
    return {
        "production": list(clock.production),
        "target_time": list(clock.target_time),
        "queries": _without_sql(clock.queries),
    }


def _noticed(result: CandidateResult) -> list[dict[str, str]]:
    """Return the changes that are shown and do not count."""
    return [
        {"query_key": query.query_key, "sql": query.sql, "kind": query.kind, "change": query.noticed}
        for query in result.queries
        if query.noticed
    ][:TOP]


def _metrics(result: CandidateResult) -> dict[str, Any]:
    return {
        row.key + (f"/{row.subject}" if row.subject else ""): {
            "baseline": row.baseline,
            "candidate": row.candidate,
            "unit": row.unit,
        }
        for row in result.metrics
    }


def _without_sql(rows: Sequence[RowDrift] | Sequence[ClockRows]) -> list[dict[str, Any]]:
    return [{key: value for key, value in asdict(row).items() if key != "sql"} for row in rows]


def _results(results: Results, *, values: bool) -> dict[str, Any]:
    """Return the rows of both sides; the statements of the examples hold values."""
    document = asdict(results)
    for execution in (one for query in document["queries"] for one in query["examples"] if not values):
        del execution["statement"]
    return document


def gate_document(gate: GateResult) -> dict[str, Any]:
    """Return the object of one gate."""
    return {
        "gate": gate.gate,
        "passed": gate.outcome == Outcome.PASSED,
        "outcome": gate.outcome.value,
        "value": gate.value,
        "bound": gate.bound,
        "unit": gate.unit,
        "why": gate.why,
        **({"windows": [asdict(side) for side in gate.windows]} if gate.windows else {}),
    }


def _query(query: Query, hours: float) -> dict[str, Any]:
    return {
        "query_key": query.query_key,
        "sql": query.sql,
        "outcome": query.outcome.value,
        "why": query.why,
        "paired_change": _step(query.paired),
        "p50_change": _ratio(query.baseline.p50_us, query.candidate.p50_us),
        "p95_change": _ratio(query.baseline.p95_us, query.candidate.p95_us),
        "cost_s_per_h": query.cost_us / 1e6 / hours,
        "smallest": dict(query.smallest),
        "needed": query.needed,
        "plans": list(query.plans),
        "plan_status": query.plan_status.value,
        "noticed": query.noticed,
        "baseline": _side(query.baseline),
        "candidate": _side(query.candidate),
        "production": _side(query.production) if query.production else None,
    }


def _side(latency: Latency) -> dict[str, float]:
    return {"n": latency.n, "p50_us": latency.p50_us, "p95_us": latency.p95_us, "p99_us": latency.p99_us}


def _step(change: Change | None) -> float | None:
    return None if change is None or not math.isfinite(change.ratio) else change.ratio - 1


def _ratio(baseline: float, candidate: float) -> float | None:
    return candidate / baseline - 1 if baseline else None
