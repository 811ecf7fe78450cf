"""Whether both sides did the same work: a comparison of speed is one of the same work, or it has no result.

Results that differ, and end states that differ, are reported with the verdict. Where they are more than a small share, no
verdict on speed is possible: a query that returns fewer rows is faster, and an empty table is fast.
"""

from __future__ import annotations

from dataclasses import dataclass

from pgrehearse.compare.comparison import Caution
from pgrehearse.compare.divergence import DRIFT
from pgrehearse.compare.end_state.values import Sameness, StateComparisons, StateDifference
from pgrehearse.compare.finding import counted
from pgrehearse.compare.result_values import Results
from pgrehearse.compare.side_states import MOST_DIFFERENT
from pgrehearse.compare.statement_labels import short

# Above this share of executions that return other rows no verdict on speed is possible, as above this share of new errors.
MOST_OTHER_ROWS = 0.001
OTHER_ROWS = "its rows differ between the sides"
_LOOK = "execute it on both targets and compare the rows; restore both targets from the same state if their data differ"
_RESTORE = "find the cause in section End state; restore both targets from the same state and replay again"


@dataclass(frozen=True, slots=True)
class OtherWork:
    """One way in which the sides did not do the same work. *prevents*: so much that no verdict on speed is possible."""

    caution: Caution
    prevents: bool


def other_work(results: Results, states: StateComparisons, baseline: str, candidate: str) -> tuple[OtherWork, ...]:
    """Return how the work of two sides differs (empty: nothing shows a difference)."""
    found = (_of_results(results, baseline), _of_states(states, baseline, candidate))
    return tuple(one for one in found if one is not None)


def with_other_rows(results: Results) -> dict[str, str]:
    """Return the query keys whose latency cannot be compared, because too many of their executions return other rows, with the reason."""
    return {row.query_key: OTHER_ROWS for row in results.counted() if row.different > DRIFT * row.pairs}


def _of_results(results: Results, baseline: str) -> OtherWork | None:
    if not results.different:
        return None
    queries = [row for row in results.counted() if row.different]
    text = (
        f"{results.different:,} of {counted(results.compared(), 'execution', 'executions')} return other rows than on {baseline}, "
        f"first: {short(queries[0].sql, 90)}"
    )
    return OtherWork(Caution(text, _LOOK), results.different > MOST_OTHER_ROWS * results.compared())


def _of_states(states: StateComparisons, baseline: str, candidate: str) -> OtherWork | None:
    pair = next((pair for pair in states.pairs if (pair.first, pair.second) == (baseline, candidate)), None)
    if pair is None or not (tables := pair.with_outcome(Sameness.DIFFERENT)):
        return None
    rows, exact = pair.rows_different
    least = "" if exact else "at least "
    text = (
        f"the end states of {baseline} and {candidate} differ in {least}{counted(rows, 'row', 'rows')} of "
        f"{counted(len(tables), 'table', 'tables')}, first: {tables[0].table}"
    )
    return OtherWork(Caution(text, _RESTORE), rows > MOST_DIFFERENT * _rows(pair))


def _rows(pair: StateDifference) -> int:
    """Return the number of rows of the tables that were read, on the side that has more of each."""
    return sum(max(rows or 0 for rows in table.rows) for table in pair.tables)
