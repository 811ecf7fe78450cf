"""Findings and sentences about the end states of the sides: which tables differ, by how much, and in which columns."""

from __future__ import annotations

from pgrehearse.compare.comparison import CandidateResult
from pgrehearse.compare.end_state.values import Sameness, SequenceDifference, StateDifference, TableDifference
from pgrehearse.compare.finding import Finding, Severity, counted

# So many tables are named in a finding.
_NAMED = 3
# So many tables have a line on the terminal.
_LINES = 10


def end_states(result: CandidateResult) -> list[Finding]:
    """Return the finding about the pair of the gates, and about each other pair that differs or was not compared completely."""
    found = [_finding(result.name, pair) for pair in result.end_state.pairs]
    return found[:1] + [finding for finding in found[1:] if finding.severity == Severity.WARNING]


def _finding(candidate: str, pair: StateDifference) -> Finding:
    counts, different = pair.counts(), pair.with_outcome(Sameness.DIFFERENT)
    sides = f"{pair.first} and {pair.second}"
    if different:
        what = (
            f"The end states of {sides} differ in {counted(len(different), 'table', 'tables')} of {len(pair.tables):,}"
        )
        names = (pair.first, pair.second)
        how_much = "; ".join(table_words(table, names) for table in different[:_NAMED])
        more = f"; and {len(different) - _NAMED:,} more" if len(different) > _NAMED else ""
        return Finding(candidate, Severity.WARNING, what, how_much + more, why(pair), "see section End state")
    equal = counts["equal"] + counts["only_generated_columns"]
    what = f"The end states of {sides} are equal in {equal:,} of {counted(len(pair.tables), 'table', 'tables')}"
    if counts["only_generated_columns"]:
        what += f", {counts['only_generated_columns']:,} of them without their generated columns"
    unread = pair.with_outcome(Sameness.NOT_COMPARED)
    how_much = "; ".join(f"{table.table} not compared: {table.why}" for table in unread[:_NAMED])
    severity = Severity.WARNING if unread or pair.sampled or pair.sequences else Severity.INFORMATION
    return Finding(
        candidate, severity, what, how_much, why(pair), "see section End state" if severity == Severity.WARNING else ""
    )


def why(pair: StateDifference) -> str:
    """Return what limits a comparison of states, and what differs besides tables."""
    sequences = (
        f"{counted(len(pair.sequences), 'sequence is', 'sequences are')} at another position" if pair.sequences else ""
    )
    sampled = (
        f"{counted(pair.sampled, 'table is', 'tables are')} compared by a sample of keys only" if pair.sampled else ""
    )
    return "; ".join(filter(None, (*pair.notes, pair.ids, sampled, sequences, *pair.large_objects)))


def table_words(table: TableDifference, sides: tuple[str, str]) -> str:
    """Return how a table differs, in words. *sides*: the names of the sides.

    >>> table_words(TableDifference("shop", "public.t", Sameness.DIFFERENT, (3, 3), ("a", "b"), buckets=2), ("a", "b"))
    'public.t: at least 2 rows differ (columns a, b)'
    """
    columns = f" (columns {', '.join(table.columns)})" if table.columns else ""
    counts = table.supplied
    if counts is None:
        least = counted(table.least_rows, "row differs", "rows differ")
        why = f"; {table.why}" if table.why and table.buckets is None else ""
        return f"{table.table}: at least {least}{columns}{why}"
    parts = (
        (counts.only_first, f"only on {sides[0]}"),
        (counts.only_second, f"only on {sides[1]}"),
        (counts.changed, "with other values"),
    )
    words = ", ".join(f"{counted(number, 'row', 'rows')} {text}" for number, text in parts if number)
    return f"{table.table}: {words}{columns}"


def generated_words(table: TableDifference) -> str:
    """Return the generated columns of a table that differ, each with its kind ("": none)."""
    return ", ".join(f"{name} ({kind})" for name, kind in table.generated)


def position_words(sequence: SequenceDifference) -> str:
    """Return the positions of a sequence on both sides.

    >>> position_words(SequenceDifference("shop", "public.s", (5, True), None))
    'public.s: 5 -> no such sequence'
    """
    sides = [
        "no such sequence" if side is None else f"{side[0]}{'' if side[1] else ' (not drawn)'}"
        for side in (sequence.first, sequence.second)
    ]
    return f"{sequence.name}: {' -> '.join(sides)}"


def count_words(pair: StateDifference) -> str:
    """Return the numbers of tables by outcome, and of sequences."""
    counts = pair.counts()
    return (
        f"tables: {counts['equal']:,} equal, {counts['only_generated_columns']:,} different in generated columns only, "
        f"{counts['different']:,} different, {counts['not_compared']:,} not compared; "
        f"sequences at another position: {len(pair.sequences):,} of {pair.sequences_compared:,}"
    )


def state_words(result: CandidateResult) -> list[str]:
    """Return the end states in lines: for each pair its counts, the tables that differ and the sequences."""
    lines = []
    for pair in result.end_state.pairs:
        lines.append(f"end state, {pair.first} -> {pair.second}: {count_words(pair)}")
        sides = (pair.first, pair.second)
        lines += [f"  {table_words(table, sides)}" for table in pair.with_outcome(Sameness.DIFFERENT)[:_LINES]]
    return lines
