"""Findings about runs: why a comparison is inconclusive, errors, outages, row counts, load, metrics, and limits."""

from __future__ import annotations

from collections.abc import Iterator
from math import log

from pgrehearse.base import units
from pgrehearse.compare.capacity import PROCESSOR
from pgrehearse.compare.comparison import (
    CandidateResult,
    ClockRows,
    Comparison,
    Difference,
    Headroom,
    MetricRow,
    Verdict,
)
from pgrehearse.compare.divergence import MEAN_DRIFT
from pgrehearse.compare.finding import Finding, Severity, counted
from pgrehearse.compare.host_load import MOST_OTHERS
from pgrehearse.compare.statement_labels import labels, short
from pgrehearse.runs.fitness_values import Unfit
from pgrehearse.runs.quality.error_causes import kind_of
from pgrehearse.runs.quality.known_effects import REMEDIES

_LABEL = 110
# So many kinds of errors, metrics and waits are named.
_ERRORS, _METRICS, _NAMES = 3, 4, 4
# Fewer samples than this do not show how a metric differs.
_FEWEST_SAMPLES = 5
# A wait is named when so many more sessions were in it, on average.
_LEAST_SESSIONS = 0.1
# A limit is named from this share on.
_NEAR = 0.9
_NEXT_IF_UNFIT = {
    "interrupted": "replay again and let the replay finish",
    "new errors": "remove the cause on the target and replay again",
    "played": "replay with --writes, or a selection whose statements can run",
    "coverage": "replay again with a target that accepts all connections",
    "late": "replay with more --workers, or from a larger machine",
    "clocks": "synchronize the clocks of the hosts and replay again",
    "rate": "replay with more --workers, or at a lower --speed",
    "types": "give the types of the parameters with --types and replay again",
}
_NEXT_BY_WAIT = {
    "CPU": "compare the plans of the queries with the most active sessions (section Load)",
    "IO": "compare cache_hit_ratio, blocks_read_per_s and read_iops of both sides (section Metrics)",
    "Lock": "find the statements that hold the locks: log_lock_waits on the target, and the queries in section Load",
    "LWLock": "look up the wait events of section Load in PostgreSQL's manual, table 'Wait Events of Type LWLock'",
}


def why_inconclusive(result: CandidateResult) -> list[Finding]:
    """Return why there is no verdict on a candidate, with a remedy each (empty: there is one)."""
    if result.verdict != Verdict.INCONCLUSIVE:
        return []
    if result.fit:
        return [
            Finding(
                result.name, Severity.INCONCLUSIVE, f"No verdict is possible: {doubt.text}", next_step=doubt.next_step
            )
            for doubt in result.doubts
        ] or [_without_details(result)]
    entries = [_not_fit(result, run, reason) for run, fitness in result.fitness.items() for reason in fitness.unfit]
    return entries or [_without_details(result)]


def _not_fit(result: CandidateResult, run: str, reason: Unfit) -> Finding:
    """Return the finding for a run that is not fit: other programs on its host are the first cause of lateness to remove."""
    others = max((host.others or 0.0 for host in result.hosts if host.side == run), default=0.0)
    busy = reason.what in {"late", "rate"} and others > MOST_OTHERS
    return Finding(
        result.name,
        Severity.INCONCLUSIVE,
        f"No verdict is possible: run {run} is not fit to be compared",
        reason.text,
        f"other programs used {others:.0f} % of the host's processors" if busy else "",
        "replay again while nothing else uses the host" if busy else _NEXT_IF_UNFIT.get(reason.what, "replay again"),
    )


def _without_details(result: CandidateResult) -> Finding:
    reason = result.reasons[0] if result.reasons else "the reason was not recorded"
    return Finding(result.name, Severity.INCONCLUSIVE, f"No verdict is possible: {reason}", next_step="replay again")


def errors(result: CandidateResult, comparison: Comparison) -> list[Finding]:
    """Return a finding for each of the most frequent kinds of new errors, and one for the rest."""
    new = [row for row in result.differences if row.what in {"new", "different"} and not row.accepted]
    severity = Severity.WORSE if result.verdict == Verdict.REGRESSED else Severity.WARNING
    named = labels({row.query_key: row.sql for row in new[:_ERRORS]}, _LABEL)
    entries = [_error(result, severity, row, (comparison.baseline, named[row.query_key])) for row in new[:_ERRORS]]
    rest = result.errors["new"] + result.errors["different"] - sum(row.count for row in new[:_ERRORS])
    if rest > 0:
        what = f"{counted(rest, 'more statement fails', 'more statements fail')} on {result.name}"
        entries.append(Finding(result.name, severity, what, next_step="see section Divergence"))
    return entries


def _error(result: CandidateResult, severity: Severity, row: Difference, names: tuple[str, str]) -> Finding:
    baseline, label = names
    state = f"SQLSTATE {row.sqlstate}" if row.sqlstate else "without a SQLSTATE"
    before = f"SQLSTATE {row.baseline_sqlstate} on {baseline}" if row.baseline_sqlstate else f"no error on {baseline}"
    return Finding(
        result.name,
        severity,
        f"A statement fails with {state}: {label}",
        f"{counted(row.count, 'execution', 'executions')}; {before}",
        row.cause or "the target gave no reason",
        REMEDIES.get(row.cause) or kind_of(row.sqlstate).remedy,
        row.query_key,
    )


def outages(result: CandidateResult) -> list[Finding]:
    """Return a finding for each outage of a run."""
    return [
        Finding(
            result.name,
            Severity.WARNING,
            f"{run}: {outage.what} from {units.duration(outage.at_us)} to {units.duration(outage.until_us)}",
            f"{counted(outage.statements, 'statement', 'statements')} failed",
            f"it began in the phase during or recovery of {event}" if event else "",
            "" if event else f"look for the cause in the log of {run}'s server at that time",
        )
        for run, fitness in result.fitness.items()
        for outage in fitness.outages
        for event in [result.events.at(run, outage.at_us)]
    ]


def row_counts(result: CandidateResult) -> list[Finding]:
    """Return one finding for all queries whose row counts differ."""
    if not result.drift:
        return []
    first = result.drift[0]
    words = counted(len(result.drift), "query", "queries")
    how = "returned no rows" if first.baseline_mean is None else "differ"
    return [
        Finding(
            result.name,
            Severity.WARNING,
            f"Row counts of {words} differ or may differ; these queries are not tested for latency: {short(first.sql, _LABEL)}",
            f"{first.different:,} of {first.pairs:,} executions {how}",
            first.explanation,
            "restore both targets from the same state; align sequences with targets adopt --align-sequences"
            if first.cause == "generated ids"
            else "restore both targets from the same state, and replay with --sync commit",
            first.query_key,
        )
    ]


def clock(result: CandidateResult, comparison: Comparison) -> list[Finding]:
    """Return a finding where queries depend on the clock, it was not production's, and they found other rows, or none."""
    rows = [row for row in result.clock.queries if _is_other_time(row)]
    is_production = result.name in result.clock.production
    if is_production:
        rows = [row for row in rows if row.query_key in result.clock.target_time]
    if not rows:
        return []
    none = all(row.candidate == 0 for row in rows)
    before = sum(row.baseline for row in rows if row.baseline is not None)
    words = "a number that a capture does not have" if rows[0].baseline is None else f"{before:,}"
    return [
        Finding(
            result.name,
            Severity.WARNING,
            f"{counted(len(rows), 'query depends', 'queries depend')} on the clock and found {'no' if none else 'other'} rows",
            f"rows of {counted(sum(row.n for row in rows), 'execution', 'executions')}: {words} on {comparison.baseline}, "
            f"{sum(row.candidate for row in rows):,} on {result.name}",
            "statements read the time of the target: a condition like created_at > now() - interval '1 hour' then selects other rows "
            "than in production",
            _IN_OBJECTS if is_production else "replay with --clock production",
            rows[0].query_key,
        )
    ]


_IN_OBJECTS = (
    "they read the time in a view, a function or a policy: with --writes these get production's time too; the notes of the run name those "
    "that do not"
)


def _is_other_time(row: ClockRows) -> bool:
    """Return whether a query found other rows than on the baseline, or no rows where nothing else is known."""
    if not row.baseline:
        return row.candidate == 0 or row.baseline is not None
    return abs(row.candidate - row.baseline) > MEAN_DRIFT * max(row.candidate, row.baseline)


def waits(result: CandidateResult, threshold: float) -> list[Finding]:
    """Return the wait class in which most more sessions are active than on the baseline, with its wait event."""
    grown = [load for load in result.load if load.what == "wait" and _grew(load.sessions, threshold)]
    if not grown:
        return []
    most = max(grown, key=lambda load: load.sessions[1] - load.sessions[0])
    events = [load for load in result.load if load.what == "event" and load.name.startswith(f"{most.name}:")]
    event = max(events, key=lambda load: load.sessions[1] - load.sessions[0], default=None)
    why = f"most of them in wait event {event.name}: {_change(event.sessions)}" if event is not None else ""
    what = f"More sessions are active in wait class {most.name}" if most.name != "CPU" else "More sessions use a CPU"
    return [
        Finding(
            result.name,
            Severity.INFORMATION,
            f"{what} (reported, not tested)",
            f"{_change(most.sessions)} on average",
            why,
            _NEXT_BY_WAIT.get(most.name, "see the wait events in section Load"),
        )
    ]


def _grew(sessions: tuple[float, ...], threshold: float) -> bool:
    before, after = sessions
    return after - before >= _LEAST_SESSIONS and after > (1 + threshold) * before


def _change(sessions: tuple[float, ...]) -> str:
    return f"{units.number(sessions[0])} -> {units.number(sessions[1])} sessions"


def metrics(result: CandidateResult, threshold: float) -> list[Finding]:
    """Return one finding with the metrics that changed most for the worse, relative to the baseline."""
    changes = sorted(
        ((abs(log(ratio)), row) for row in result.metrics if (ratio := _worse(row, threshold)) is not None),
        key=lambda change: -change[0],
    )
    if not changes:
        return []
    return [
        Finding(
            result.name,
            Severity.INFORMATION,
            f"{counted(len(changes), 'metric', 'metrics')} changed for the worse by more than {threshold:.0%} (reported, not tested)",
            "; ".join(_metric(row, result) for _, row in changes[:_METRICS]),
            next_step="see section Metrics, and the plots for when they changed",
        )
    ]


def _worse(row: MetricRow, threshold: float) -> float | None:
    """Return the change of a metric's mean, if it is for the worse and larger than *threshold*."""
    if row.subject or row.better not in {"lower", "higher"} or row.baseline is None or row.candidate is None:
        return None
    before, after = row.baseline["mean"], row.candidate["mean"]
    if min(before, after) <= 0 or min(side.get("n", 0) for side in (row.baseline, row.candidate)) < _FEWEST_SAMPLES:
        return None
    ratio = after / before
    worse = ratio if row.better == "lower" else 1 / ratio
    return ratio if worse > 1 + threshold else None


def _metric(row: MetricRow, result: CandidateResult) -> str:
    before, after = (units.quantity(side["mean"] if side else None, row.unit) for side in (row.baseline, row.candidate))
    unit = "" if row.unit in {"B", "B/s", "count"} else f" {row.unit}"
    several = sum(other.name == row.name and not other.subject for other in result.metrics) > 1
    source = f" ({row.place})" if several else ""
    return f"{row.name}{source} {before} -> {after}{unit}"


def limits(result: CandidateResult) -> list[Finding]:
    """Return a finding for each limit of the candidate's server that it nearly reached.

    A server on the machine of pgrehearse shares its processors: what other programs and the replay use is not its own use.
    """
    server = next((row.candidate for row in result.metrics if row.name == "server_cpu_percent" and row.candidate), None)
    shared = {PROCESSOR} if server is not None and server["max"] < 100 * _NEAR else set()
    others = next((host.others for host in result.hosts if host.side == result.name), None) or 0.0
    return [
        _limit(result, room, others if room.what == PROCESSOR else 0.0)
        for room in result.headroom
        if room.side == result.name and room.share >= _NEAR and room.what not in shared
    ]


def _limit(result: CandidateResult, room: Headroom, others: float) -> Finding:
    """*others*: the percentage that other programs used on average."""
    words, step = (
        f"{room.side} used {room.share:.0%} of its {room.what} limit",
        "raise the limit or choose a larger server, and replay again",
    )
    if others > MOST_OTHERS:
        words = f"The processors of the host of {room.side} were busy to {room.share:.0%}, {others:.0f}% with other programs"
        step = "replay again while nothing else uses the host"
    much = f"{units.quantity(room.used, room.unit)} of {units.quantity(room.limit, room.unit)}"
    return Finding(result.name, Severity.WARNING, words, much, next_step=step)


def cautions(result: CandidateResult, comparison: Comparison) -> list[Finding]:
    """Return what limits the result: noise that was not measured, targets with different durability, another load."""
    entries = [
        Finding(result.name, Severity.WARNING, _upper(caution.text), next_step=caution.next_step)
        for caution in result.cautions
    ]
    if result.verdict != Verdict.INCONCLUSIVE and not result.noise.measured and result.noise.floor > 0:
        entries.append(
            Finding(
                result.name,
                Severity.WARNING,
                "Noise was not measured",
                f"changes up to {result.noise.floor:.0%} are treated as noise",
                f"there is no second replay of {comparison.baseline} that is fit",
                result.noise.advice,
            )
        )
    if result.labels:
        entries.append(
            Finding(
                result.name,
                Severity.WARNING,
                "The load differs from production",
                "; ".join(result.labels),
                next_step="replay without these options to compare with production's load",
            )
        )
    return entries


def differences_of_targets(result: CandidateResult, comparison: Comparison) -> list[Finding]:
    """Return one finding for all settings, extensions, indexes and table sizes that differ."""
    if not result.settings:
        return []
    only = list(_only_on_baseline(result.settings))
    names = ", ".join(name for name, _, _ in result.settings[:_NAMES])
    more = f", and {len(result.settings) - _NAMES} more" if len(result.settings) > _NAMES else ""
    return [
        Finding(
            result.name,
            Severity.WARNING if only else Severity.INFORMATION,
            f"The targets differ in {counted(len(result.settings), 'setting, extension or index', 'settings, extensions or indexes')}",
            f"{names}{more}",
            f"only {comparison.baseline} has: {', '.join(only[:_NAMES])}" if only else "",
            f"create them on {result.name}, if they are not left out on purpose"
            if only
            else "see section Differences between the targets",
        )
    ]


def _only_on_baseline(settings: tuple[tuple[str, str, str], ...]) -> Iterator[str]:
    for name, _, candidate in settings:
        if candidate == "(none)" and name.startswith(("index ", "extension ")):
            yield name


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def accepted(result: CandidateResult) -> list[Finding]:
    """Return a finding for each change that a gates file accepts."""
    return [Finding(result.name, Severity.INFORMATION, _upper(text)) for text in result.accepted]
