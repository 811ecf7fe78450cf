"""Findings about queries: which are slower or faster, by how much, and what their plans and waits show."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from pgrehearse.base import units
from pgrehearse.compare.comparison import CandidateResult, Comparison, Load, PlanStatus, Query, QueryOutcome
from pgrehearse.compare.finding import Finding, Severity, counted
from pgrehearse.compare.statement_labels import query_labels, short

# So many slower queries have a finding of their own; the others share one.
MOST = 5
_LABEL = 110
# What is known where no plans were compared, and what to do about it.
_NO_PLANS = {
    PlanStatus.CAPTURE: (
        "no plan was recorded for {baseline}: a capture has no plans",
        "replay the workload to a copy of production (a control) and compare {candidate} with that run",
    ),
    PlanStatus.NOT_RECORDED: (
        "no plan was recorded for both sides",
        "replay again with metrics (without --no-metrics): plans are recorded at the end of such a replay",
    ),
    PlanStatus.NOT_OF_QUERY: (
        "no plan of this query was recorded on both sides: only the queries that take the most time have one",
        "run EXPLAIN (ANALYZE, BUFFERS) for this query on both servers",
    ),
    PlanStatus.UNAVAILABLE: (
        "no plan could be recorded for this query: EXPLAIN failed on a server",
        "run EXPLAIN (ANALYZE, BUFFERS) for this query on both servers",
    ),
}
_INDEX = re.compile(r"using (?P<index>[^,>]+?)(?:,| ->|$)")


@dataclass(frozen=True, slots=True)
class _Cause:
    """Why a query may have changed, as far as it was recorded, and the next step."""

    why: str
    next_step: str


def slower_queries(comparison: Comparison, result: CandidateResult) -> list[Finding]:
    """Return a finding for each of the slower queries that cost most, and one for the rest."""
    slower = [query for query in result.queries if query.outcome == QueryOutcome.REGRESSED]
    named = query_labels(slower[:MOST], _LABEL)
    entries = []
    for query in slower[:MOST]:
        cause = _cause(query, comparison, result)
        what = f"A query is slower: {named[query.query_key]}"
        entries.append(_finding(result, Severity.WORSE, query, (what, _how_much(query, comparison)), cause))
    if rest := slower[MOST:]:
        total = sum(query.cost_us for query in rest) / 1e6 / _hours(comparison)
        entries.append(
            Finding(
                result.name,
                Severity.WORSE,
                f"{counted(len(rest), 'more query is', 'more queries are')} slower",
                f"together they take {units.number(total)} s of database time more per hour of production",
                next_step="sort the table of queries by cost",
            )
        )
    return entries


def faster_queries(comparison: Comparison, result: CandidateResult) -> list[Finding]:
    """Return one finding for all queries that are faster, with the one that saves most."""
    faster = [query for query in result.queries if query.outcome == QueryOutcome.IMPROVED]
    if not faster:
        return []
    first, label = faster[0], short(faster[0].sql, _LABEL)
    words = counted(len(faster), "query is", "queries are")
    what = f"{words} faster{', first' if len(faster) > 1 else ''}: {label}"
    why = f"the plan differs: {'; '.join(first.plans)}" if first.plans else ""
    return [_finding(result, Severity.BETTER, first, (what, _how_much(first, comparison)), _Cause(why, ""))]


def untested_queries(result: CandidateResult) -> list[Finding]:
    """Return one finding for all queries that could not be tested, with the one that took most time."""
    untested = [query for query in result.queries if query.outcome == QueryOutcome.CANNOT_EVALUATE]
    total = sum(query.baseline.total_us for query in result.queries)
    if not untested or len(untested) == len(result.queries):
        return []
    share = sum(query.baseline.total_us for query in untested) / total if total else 0.0
    first = max(untested, key=lambda query: query.baseline.total_us)
    label = short(first.sql, _LABEL)
    return [
        Finding(
            result.name,
            Severity.INFORMATION,
            f"{counted(len(untested), 'query', 'queries')} of {len(result.queries):,} could not be tested",
            f"{'it takes' if len(untested) == 1 else 'they take'} {share:.1%} of the baseline's database time",
            f"{label}: {first.why}",
            "replay a longer window: more executions of each query make it possible to test it",
        )
    ]


def small_changes(result: CandidateResult) -> list[Finding]:
    """Return one finding for all changes that are shown and do not count."""
    small = sorted((query for query in result.queries if query.noticed), key=lambda query: -abs(query.cost_us))
    if not small:
        return []
    label = short(small[0].sql, _LABEL)
    words = counted(len(small), "query", "queries")
    what = f"{words} changed by an amount that does not count{', first' if len(small) > 1 else ''}: {label}"
    return [Finding(result.name, Severity.INFORMATION, what, small[0].noticed, query_key=small[0].query_key)]


def no_slower_query(comparison: Comparison, result: CandidateResult) -> list[Finding]:
    """Return that no query is slower, and how small a change would have been found."""
    counts = result.counts()
    tested = counts["unchanged"] + counts["improved"]
    if counts["regressed"] or not tested:
        return []
    smallest = [query.smallest["paired"] for query in result.queries if "paired" in query.smallest]
    why = f"in half of them a change of {median(smallest):+.0%} would have been found" if smallest else ""
    return [
        Finding(
            result.name,
            Severity.INFORMATION,
            f"No query is slower than on {comparison.baseline} by more than the noise and the tolerance of {comparison.tolerance:.0%}",
            f"{counted(tested, 'query was', 'queries were')} tested",
            why,
        )
    ]


def unconfirmed_changes(result: CandidateResult) -> list[Finding]:
    """Return how many queries seem to have changed in a comparison that is inconclusive."""
    counts = result.counts()
    if not counts["regressed"] and not counts["improved"]:
        return []
    return [
        Finding(
            result.name,
            Severity.INFORMATION,
            f"{counted(counts['regressed'], 'query seems', 'queries seem')} slower and {counts['improved']} faster; this is not a result, because the comparison is inconclusive",
        )
    ]


def _finding(
    result: CandidateResult, severity: Severity, query: Query, words: tuple[str, str], cause: _Cause
) -> Finding:
    return Finding(result.name, severity, *words, cause.why, cause.next_step, query.query_key)


def _how_much(query: Query, comparison: Comparison) -> str:
    steps = [_step(name, query) for name, change in (("p50", query.p50), ("p95", query.p95)) if change is not None]
    steps = steps or [_step("p50", query)]
    cost = query.cost_us / 1e6 / _hours(comparison)
    word = "more" if cost >= 0 else "less"
    return (
        f"{', '.join(steps)} in {counted(query.candidate.n, 'execution', 'executions')}; "
        f"{units.number(abs(cost))} s of database time {word} per hour of production"
    )


def _step(name: str, query: Query) -> str:
    before, after = (getattr(side, f"{name}_us") for side in (query.baseline, query.candidate))
    return f"{name} {units.both(before, after)}" + (f" ({units.change(after / before)})" if before else "")


def _hours(comparison: Comparison) -> float:
    return max(float(comparison.workload["duration_s"]), 1.0) / 3600


def _cause(query: Query, comparison: Comparison, result: CandidateResult) -> _Cause:
    """Return what plans, indexes, statistics and active sessions show of a slower query."""
    names = {"baseline": comparison.baseline, "candidate": result.name}
    if not query.plans and query.plan_status in _NO_PLANS:
        why, next_step = (text.format_map(names) for text in _NO_PLANS[query.plan_status])
    elif not query.plans:
        why = "the recorded plans of both sides do not differ"
        next_step = "compare EXPLAIN (ANALYZE, BUFFERS) on both servers, and the waits and metrics below"
    else:
        why = f"the plan differs: {'; '.join(query.plans)}"
        causes = _missing(query.plans, result.settings, names) or _not_analyzed(query.plans, result.settings, names)
        why += f"; {causes.why}" if causes else ""
        next_step = causes.next_step if causes else "compare EXPLAIN (ANALYZE, BUFFERS) of this query on both servers"
    return _Cause(f"{why}{_active(query, result.load)}", next_step)


def _missing(plans: Sequence[str], settings: Sequence[tuple[str, str, str]], names: Mapping[str, str]) -> _Cause | None:
    """Return that an index of the baseline's plan does not exist on the candidate."""
    used = {entries["index"] for plan in plans for entries in _INDEX.finditer(plan.partition(" -> ")[0])}
    gone = [
        name.removeprefix("index ")
        for name, _, candidate in settings
        if name.startswith("index ") and candidate == "(none)" and name.rpartition(".")[2] in used
    ]
    if not gone:
        return None
    words = f"index {gone[0]}" if len(gone) == 1 else f"indexes {', '.join(gone)}"
    return _Cause(
        f"{names['candidate']} does not have the {words}",
        f"create the {words} on {names['candidate']} and replay again",
    )


def _not_analyzed(
    plans: Sequence[str], settings: Sequence[tuple[str, str, str]], names: Mapping[str, str]
) -> _Cause | None:
    """Return that a table of the plan was never analyzed on the candidate."""
    tables = {plan.partition(": ")[2].partition(" by ")[0] for plan in plans}
    never = [
        name.removeprefix("statistics of ")
        for name, _, candidate in settings
        if name.startswith("statistics of ") and candidate == "never" and name.rpartition(".")[2] in tables
    ]
    if not never:
        return None
    words = ", ".join(never)
    return _Cause(
        f"{words} was never analyzed on {names['candidate']}",
        f"run ANALYZE {words} on {names['candidate']} and replay again",
    )


def _active(query: Query, loads: Sequence[Load]) -> str:
    """Return how many sessions executed a query on average, where it was sampled."""
    load = next((load for load in loads if (load.what, load.name) == ("query", query.query_key)), None)
    if load is None:
        return ""
    before, after = load.sessions
    return f"; sessions that execute it: {units.number(before)} -> {units.number(after)} on average"
