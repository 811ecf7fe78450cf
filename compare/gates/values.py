"""The values of a gate's subject on both sides of a comparison."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace

from pgrehearse.base.errors import UsageProblem
from pgrehearse.base.units import duration
from pgrehearse.compare.comparison import CandidateResult, Latency
from pgrehearse.compare.gates.event_values import of_events, of_phase
from pgrehearse.compare.gates.metric_values import of_metric
from pgrehearse.compare.gates.proof import Values
from pgrehearse.compare.gates.syntax import OPERATORS, PHASES, Gate
from pgrehearse.runs.clocks import ClockError
from pgrehearse.runs.fitness_values import Fitness
from pgrehearse.runs.metric_catalog import CATALOGUE

# Subjects that describe the run itself: they have a value even if the run is not fit.
OF_RUN = frozenset({"coverage", "statements", "lateness"})


def describes_run(gate: Gate) -> bool:
    """Return whether a gate is evaluated although the run is not fit: how it was executed, and its events."""
    return gate.subject in OF_RUN or (gate.subject == "events" and gate.statistic in {"count", "failed"})


def values_of(gate: Gate, result: CandidateResult) -> Values:
    """Return the values of a gate's subject; a query or metric that does not exist is a usage problem."""
    if gate.subject in CATALOGUE or gate.subject == "own":
        return of_metric(gate, result)
    if gate.subject in PHASES:
        return of_phase(gate, result)
    return _BY_SUBJECT.get(gate.subject, _of_counts)(gate, result)


def _of_counts(gate: Gate, result: CandidateResult) -> Values:
    """Return a number of errors, or of queries with an outcome."""
    count = result.errors[gate.statistic] if gate.subject == "errors" else result.counts()[gate.subject]
    return Values(None, float(count), "")


def _of_overall(gate: Gate, result: CandidateResult) -> Values:
    return _of_latency(gate, result.overall.get("baseline"), result.overall.get("candidate"))


def _of_run(gate: Gate, result: CandidateResult) -> Values:
    """Return values of the runs' fitness; production has none."""
    numbers: list[float | None] = []
    for fitness in _fitnesses(result):
        if fitness is None:
            numbers.append(None)
        elif gate.subject == "coverage":
            numbers.append(fitness.coverage)
        else:
            part = "statements" if gate.subject == "statements" else "lateness_us"
            numbers.append(float(asdict(fitness)[part][gate.statistic]))
    return Values(numbers[0], numbers[1], "µs" if gate.subject == "lateness" else "")


def _fitnesses(result: CandidateResult) -> tuple[Fitness | None, Fitness | None]:
    """Return the fitness of the baseline (of production: none) and of the candidate."""
    baseline = next((fitness for name, fitness in result.fitness.items() if name != result.name), None)
    return baseline, result.fitness.get(result.name)


def _of_lateness(gate: Gate, result: CandidateResult) -> Values:
    """Return lateness. Between the hosts of a cluster it has the error of their clocks, which decides no gate whose bound is nearer."""
    values, (baseline, candidate) = _of_run(gate, result), _fitnesses(result)
    if values.candidate is None or candidate is None or (gate.relative and baseline is None):
        return values
    factors = ((candidate, 1.0), *(((baseline, gate.bound),) if gate.relative and baseline is not None else ()))
    unknown = [fitness.clock_error for fitness, _ in factors if fitness.clock_error.us is None]
    error_us = sum(factor * (fitness.clock_error.us or 0.0) for fitness, factor in factors)
    bound_us = gate.bound * (values.baseline or 0.0) if gate.relative else gate.bound
    if unknown or (error_us and abs(values.candidate - bound_us) <= error_us):
        error = unknown[0] if unknown else max((fitness.clock_error for fitness, _ in factors), key=_size)
        return replace(values, missing=f"{duration(values.candidate)}, bound {duration(bound_us)}, but {error}")
    return values


def _size(error: ClockError) -> float:
    return error.us or 0.0


def _of_results(gate: Gate, result: CandidateResult) -> Values:
    """Return the number of pairs of a class. Differences that nothing proves make a gate that would pass inconclusive."""
    results = result.results
    if results.missing:
        return Values(None, None, "", f"rows were not compared: {results.missing}")
    count = results.counts()[gate.statistic]
    if count or gate.statistic not in {"reordered", "different"}:
        return Values(None, float(count), "")
    why = ""
    if unproven := results.unproven():
        why = f"the rows of {unproven:,} executions differ, and nothing shows whether the candidate is the cause"
    elif results.sampled:
        why = (
            f"of {results.sampled:,} executions only the first rows were compared: replay both sides with --hash-rows 0"
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


def _of_stale_reads(gate: Gate, result: CandidateResult) -> Values:
    """Return a count of reads on readers. A count that is known by its bounds only decides no gate that holds at one of them."""
    stale = result.readers.stale if result.readers is not None else None
    if stale is None:
        return Values(None, None, "", "no reads on readers were examined: replay with --reader")
    least = float(getattr(stale, gate.statistic))
    most = least if gate.statistic == "not_known" else least + stale.not_known
    holds = OPERATORS[gate.compare]
    between = gate.compare in {"==", "!="} and least <= gate.bound <= most and least < most
    if between or holds(least, gate.bound) != holds(most, gate.bound):
        return Values(
            None, least, "", f"between {least:,.0f} and {most:,.0f}: of {stale.not_known:,} reads it is not known"
        )
    return Values(None, least, "")


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


_BY_SUBJECT: dict[str, Callable[[Gate, CandidateResult], Values]] = {
    "latency": _of_overall,
    "query": _of_query,
    **dict.fromkeys(OF_RUN, _of_run),
    "lateness": _of_lateness,
    "results": _of_results,
    "state": _of_state,
    "stale_reads": _of_stale_reads,
    "events": of_events,
}
