"""The values of a gate's subject on both sides of a comparison."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from pgrehearse.base.errors import UsageProblem
from pgrehearse.compare.comparison import CandidateResult, Latency, MetricRow
from pgrehearse.compare.gates.syntax import Gate
from pgrehearse.compare.gates.windows import LEAST_SAMPLES, by_window, samples
from pgrehearse.compare.result_values import Results
from pgrehearse.runs.metric_catalog import CATALOGUE, OWN, kind

# Subjects that describe the run itself: they have a value even if the run is not fit.
OF_RUN = frozenset({"coverage", "statements", "lateness"})


@dataclass(frozen=True, slots=True)
class Values:
    """The value on each side (None: there is none). *missing*: why it cannot be evaluated ("": it can). *windows*: the candidate's
    value in each window, for a gate over windows; *key*: the metric's."""

    baseline: float | None
    candidate: float | None
    unit: str
    missing: str = ""
    windows: tuple[float, ...] = ()
    key: str = ""


def values_of(gate: Gate, result: CandidateResult) -> Values:
    """Return the values of a gate's subject; a query or metric that does not exist is a usage problem."""
    if gate.subject == "latency":
        return _of_latency(gate, result.overall.get("baseline"), result.overall.get("candidate"))
    if gate.subject == "query":
        return _of_query(gate, result)
    if gate.subject in CATALOGUE or gate.subject == "own":
        return _of_metric(gate, result)
    if gate.subject in OF_RUN:
        return _of_run(gate, result)
    if gate.subject == "results":
        return _of_results(gate, result.results)
    if gate.subject == "state":
        return _of_state(gate, result)
    count = result.errors[gate.statistic] if gate.subject == "errors" else result.counts()[gate.subject]
    return Values(None, float(count), "")


def _of_run(gate: Gate, result: CandidateResult) -> Values:
    """Return values of the runs' fitness; production has none."""
    baseline = next((fitness for name, fitness in result.fitness.items() if name != result.name), None)
    numbers: list[float | None] = []
    for fitness in (baseline, result.fitness.get(result.name)):
        if fitness is None:
            numbers.append(None)
        elif gate.subject == "coverage":
            numbers.append(fitness.coverage)
        else:
            part = "statements" if gate.subject == "statements" else "lateness_us"
            numbers.append(float(asdict(fitness)[part][gate.statistic]))
    return Values(numbers[0], numbers[1], "µs" if gate.subject == "lateness" else "")


def _of_results(gate: Gate, results: Results) -> Values:
    """Return the number of pairs of a class. Differences that nothing proves make a gate that would pass inconclusive."""
    if results.missing:
        return Values(None, None, "", f"rows were not compared: {results.missing}")
    count = results.counts()[gate.statistic]
    unproven = results.unproven() if gate.statistic in {"reordered", "different"} and not count else 0
    why = (
        f"the rows of {unproven:,} executions differ, and nothing shows whether the candidate is the cause"
        if unproven
        else ""
    )
    return Values(None, float(count), "", why)


def _of_state(gate: Gate, result: CandidateResult) -> Values:
    """Return a count of the end states. A count that is only known to be at least so high decides no gate that it could break."""
    pair = result.end_state.judged
    if pair is None:
        return Values(None, None, "", result.end_state.missing or "there is no end state: replay with --end-state")
    counts = pair.counts()
    unread = counts["not_compared"]
    open_tables = unread + pair.sampled
    rows, exact = pair.rows_different
    least, is_known = {
        "tables_different": (counts["different"], not open_tables),
        "tables_generated": (counts["only_generated_columns"], not open_tables),
        "tables_not_compared": (unread, True),
        "rows_different": (rows, exact),
        "sequences_different": (len(pair.sequences), True),
    }[gate.statistic]
    decided = least >= gate.bound if gate.compare in {"<", ">="} else least > gate.bound
    if not is_known and not decided:
        reason = (
            f"{open_tables:,} tables were not compared, or sampled"
            if open_tables
            else "the rows of a table are not listed"
        )
        return Values(None, float(least), "", f"at least {least:,}: {reason}")
    return Values(None, float(least), "")


def _of_latency(gate: Gate, baseline: Latency | None, candidate: Latency | None) -> Values:
    name = gate.statistic if gate.statistic == "n" else f"{gate.statistic}_us"
    before, after = (
        float(getattr(side, name)) if side is not None and side.n else None for side in (baseline, candidate)
    )
    return Values(before, after, "" if gate.statistic == "n" else "µs")


def _of_query(gate: Gate, result: CandidateResult) -> Values:
    begin = " ".join(gate.key.split())
    queries = [
        query
        for query in result.queries
        if query.query_key == gate.key or " ".join(query.sql.split()).startswith(begin)
    ]
    if not queries:
        raise UsageProblem(
            f"{gate.text!r}: no such query",
            remedy="give its query key, or the beginning of its text (inspect lists them)",
        )
    if len(queries) > 1:
        raise UsageProblem(
            f"{gate.text!r}: {len(queries)} queries begin with this text",
            remedy="give its query key, or more of its text",
        )
    return _of_latency(gate, queries[0].baseline, queries[0].candidate)


def _of_metric(gate: Gate, result: CandidateResult) -> Values:
    """Return a metric's value on both sides: of the most trusted source that both have, else of the candidate's alone."""
    name = gate.key or gate.subject
    rows = [row for row in result.metrics if row.name == name and not row.subject]
    if gate.key and not rows:
        known = sorted({row.name for row in result.metrics if row.source == OWN})
        raise UsageProblem(f"{gate.text!r}: no run has such a metric", remedy=f"known: {', '.join(known) or 'none'}")
    unit = rows[0].unit if rows else CATALOGUE[name].unit
    row = next((row for row in rows if row.baseline and row.candidate), None) or next(
        (row for row in rows if row.candidate), None
    )
    if row is None:
        return Values(None, None, unit, f"no source measured {name} of the candidate")
    if gate.relative:
        _check_kind(gate, row, rows)
    before, after = ((side[gate.statistic] if side else None) for side in (row.baseline, row.candidate))
    values = Values(before, after, unit, key=row.key)
    return _over_windows(gate, result, values) if gate.window_us else values


def _check_kind(gate: Gate, row: MetricRow, rows: list[MetricRow]) -> None:
    """Raise when a relative gate would compare two kinds of a metric."""
    other = next((other for other in rows if other.baseline), None)
    if row.baseline or other is None:
        return
    raise UsageProblem(
        f"{gate.text!r}: {row.name} has another meaning on each side: {kind(row.name, other.source)} ({other.source}), {kind(row.name, row.source)} ({row.source})",
        remedy="give an absolute bound, or a metric that both sides measure in the same way (docs/metrics.md)",
    )


def _over_windows(gate: Gate, result: CandidateResult, values: Values) -> Values:
    line = samples(result, values.key, result.name)
    windows = by_window(gate, *line) if line else None
    if windows is None:
        length = f"{line[0][-1]:.0f} s were sampled" if line and line[0] else "nothing was sampled"
        why = f"fewer than {LEAST_SAMPLES} samples in a window, or no complete window ({length})"
        return Values(values.baseline, values.candidate, values.unit, why)
    return Values(values.baseline, values.candidate, values.unit, windows=windows, key=values.key)
