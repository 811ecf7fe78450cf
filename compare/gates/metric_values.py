"""The values of a gate on a metric: of the best source, and of several readers the worst."""

from __future__ import annotations

from dataclasses import replace

from pgrehearse.base.errors import UsageProblem
from pgrehearse.base.units import duration
from pgrehearse.compare.comparison import CandidateResult, MetricRow
from pgrehearse.compare.gates.proof import LEAST_SAMPLES, Proof, Values, proof_of
from pgrehearse.compare.gates.syntax import Gate
from pgrehearse.compare.gates.windows import by_window, end_s, samples
from pgrehearse.runs.metric_catalog import CATALOGUE, OF_READERS, kind
from pgrehearse.runs.metric_periods import AVERAGE_SUBJECT, Of, of_value

# A reader whose values end so long before the run (and two of its intervals) has no known lag.
_SILENCE_S = 60.0


def of_metric(gate: Gate, result: CandidateResult) -> Values:
    """Return a metric's value on both sides: of the best source that the candidate has, for a relative gate of the best that both have."""
    name = gate.key or gate.subject
    rows = [row for row in result.metrics if row.name == name and not row.subject]
    if gate.key and not rows:
        known = sorted({row.name for row in result.metrics if row.name not in CATALOGUE})
        raise UsageProblem(f"{gate.text!r}: no run has such a metric", remedy=f"known: {', '.join(known) or 'none'}")
    unit = rows[0].unit if rows else CATALOGUE[name].unit
    row = _chosen(gate, result, rows)
    if row is None:
        return Values(None, None, unit, f"no source measured {name} of the candidate")
    if gate.relative:
        _check_kind(gate, row, rows)
    values = replace(_of_row(gate, result, row), missing=_ended_early(result, row))
    return _over_windows(gate, result, values) if gate.window_us and not values.missing else values


def _ended_early(result: CandidateResult, row: MetricRow) -> str:
    """Return why the values of a reader decide no gate ("": they do): they ended long before the run, so that the reader's lag is not known."""
    line = samples(result, row.key, result.name) if row.name in OF_READERS else None
    every_s = (row.candidate or {}).get("every_s", 0.0)
    end, last = end_s(result, result.name), line[0][-1] if line and line[0] else 0.0
    if line is None or end - last <= _SILENCE_S + 2 * every_s:
        return ""
    return f"{_measured(row)}: its values end after {last:.0f} of {end:.0f} s"


def _of_row(gate: Gate, result: CandidateResult, row: MetricRow) -> Values:
    """Return the values of a row; a mean is that of the averages, where the row has another statistic of each period."""
    average = None
    if gate.statistic == "mean" and not gate.window_us:
        same = (other for other in result.metrics if other.key == row.key and other.subject == AVERAGE_SUBJECT)
        average = next((other for other in same if other.candidate and (other.baseline or not row.baseline)), None)
    used = average or row
    before, after = ((side[gate.statistic] if side else None) for side in (used.baseline, used.candidate))
    sides = [side for side in (row.candidate, row.baseline if gate.relative else None) if side]
    proofs = {proof_of(row.name, row.source, gate.statistic, side) for side in sides} - {Proof.EXACT}
    proof = Proof.EXACT if average is not None or not proofs else proofs.pop() if len(proofs) == 1 else Proof.UNKNOWN
    return Values(before, after, used.unit, key=row.key, proof=proof, measured=_measured(used))


def _measured(row: MetricRow) -> str:
    """Return by which source a row's metric was measured on the candidate, and how often."""
    every_s = (row.candidate or {}).get("every_s", 0.0)
    of = Of.AVERAGE if row.subject == AVERAGE_SUBJECT else of_value(row.name, row.source)
    interval = duration(round(every_s * 1e6)) if every_s else "period"
    often = f"the {of} of each {interval}" if of is not None else f"one value in {interval}"
    return f"{row.source} of {row.instances[1] or row.instances[0] or 'the server'} ({often})"


def _chosen(gate: Gate, result: CandidateResult, rows: list[MetricRow]) -> MetricRow | None:
    """Return the row that a gate tests: of the first source that the candidate has (for a relative gate: that both have); of several
    readers the worst."""
    on_candidate = [row for row in rows if row.candidate]
    usable = [row for row in on_candidate if row.baseline or not gate.relative] or on_candidate
    if not usable or not _is_of_reader(usable[0]):
        return usable[0] if usable else None
    readers = [row for row in usable if _is_of_reader(row) and row.source == usable[0].source]
    worst = min if gate.compare in {">", ">="} else max
    return worst(readers, key=lambda row: _of_reader(gate, result, row))


def _is_of_reader(row: MetricRow) -> bool:
    return row.reader or row.name in OF_READERS


def _of_reader(gate: Gate, result: CandidateResult, row: MetricRow) -> float:
    """Return what a gate compares of a reader's metric: its value (of the worst window), or its ratio to the baseline's."""
    value = (row.candidate or {}).get(gate.statistic, 0.0)
    line = samples(result, row.key, result.name) if gate.window_us else None
    if line and (windows := by_window(gate, *line, end_s(result, result.name))):
        value = min(windows) if gate.compare.startswith(">") else max(windows)
    before = (row.baseline or {}).get(gate.statistic, 0.0)
    return value / before if gate.relative and before else value


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
    windows = by_window(gate, *line, end_s(result, result.name)) if line else None
    if windows is None:
        length = f"{line[0][-1]:.0f} s were sampled" if line and line[0] else "nothing was sampled"
        why = f"{values.measured}: fewer than {LEAST_SAMPLES} samples in a window, or no complete window ({length})"
        return replace(values, missing=why)
    return replace(values, windows=windows)
