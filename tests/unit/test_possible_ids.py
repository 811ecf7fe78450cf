"""Which ids draws can have by what was executed before them, and which uses only one draw fits."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from pgrehearse.workload.generated.alignment import align
from pgrehearse.workload.generated.confirmation import only_draws
from pgrehearse.workload.generated.facts import Sequence
from pgrehearse.workload.generated.possible_ids import Draws, in_possible_order, possible_ids
from pgrehearse.workload.generated.sequence_ids import NONE, SequenceIds, Shown, sequence_ids

NO = -1
SEQUENCE = Sequence("", "s", [], start=1, increment=1, cache=1, cycles=False, last=1, called=False)


def draws(*rows: tuple[int, int, int]) -> Draws:
    """Draws of one id each: (after, before, id)."""
    after, before, ids = (np.array(column, dtype=np.int64) for column in zip(*rows, strict=True))
    ones = np.ones(len(rows), dtype=np.int64)
    return Draws(after, before, ones, ones, ids)


def bounds(*rows: tuple[int, int, int]) -> list[tuple[int, int]]:
    found = possible_ids(draws(*rows))
    return list(zip(found.low.tolist(), found.high.tolist(), strict=True))


def test_overlap_leaves_the_order_open() -> None:
    """The second and the third overlap; the others do not, and have one possible id each."""
    assert bounds((0, 1, NO), (2, 5, NO), (4, 7, NO), (8, 9, NO)) == [(0, 0), (1, 2), (1, 2), (3, 3)]


def test_rows_of_one_statement_are_in_order() -> None:
    """A statement of two rows that overlaps with another statement."""
    assert bounds((0, 5, NO), (0, 5, NO), (4, 7, NO)) == [(0, 1), (1, 2), (0, 2)]


def test_a_confirmed_draw_bounds_one_that_ended_before_it() -> None:
    """The long draw overlaps with both. The confirmed one leaves the first draw one free number."""
    found = possible_ids(draws((0, 1, NO), (0, 9, NO), (2, 3, 1)))
    assert (found.low.tolist(), found.high.tolist()) == ([0, 0], [0, 1])


def test_overlapping_draws_are_not_certain() -> None:
    found = align(draws((0, 1, NO), (2, 5, NO), (4, 7, NO), (8, 9, NO)))
    assert found.certain.tolist() == [True, False, False, True]


def test_a_draw_that_may_be_earlier_fills_the_gap() -> None:
    """The last one, which ended last, overlaps with all. The confirmed draw leaves an id before it, which only the last one can have."""
    line = draws((0, 1, NO), (2, 3, 2), (4, 5, NO), (0, 9, NO))
    possible = possible_ids(line)
    assert in_possible_order(possible).tolist() == [0, 2, 1]


def test_a_draw_is_early_enough_for_a_confirmed_one_behind_it() -> None:
    """It is estimated behind two draws that overlap with it, and ended before the one with id 1."""
    line = draws((0, 8, NO), (0, 9, NO), (0, 3, NO), (4, 5, 1))
    assert in_possible_order(possible_ids(line)).tolist() == [2, 0, 1]


def uses(*rows: tuple[int, int, int, int]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=["id", "session", "seq", "last_record"], orient="row")


def origin(*rows: tuple[int, int, int | None]) -> pl.DataFrame:
    schema = {"session": pl.Int64, "seq": pl.Int64, "visible": pl.Int64}
    return pl.DataFrame(rows, schema=schema, orient="row")


# Two draws of sessions 1 and 2 that overlap: ids 0 and 1.
PAIR = draws((0, 5, NO), (1, 6, NO))


@pytest.mark.parametrize(
    ("visible", "session", "row"),
    [
        (None, 3, 0),  # the second one was rolled back: another session uses the id of the first
        (9, 3, None),  # both are visible
        (40, 3, 0),  # the second one was committed after the use
        (None, 2, None),  # a session knows an id that it drew, also after a rollback
    ],
)
def test_a_use_in_another_session_shows_an_id_that_was_committed(
    visible: int | None, session: int, row: int | None
) -> None:
    places = origin((1, 0, 8), (2, 0, visible))
    found = only_draws(possible_ids(PAIR), places, uses((1, session, 3, 20)))
    assert found.rows() == ([] if row is None else [(row, 1)])


def deduced(line: Draws, places: pl.DataFrame, used: pl.DataFrame) -> SequenceIds:
    none = pl.DataFrame(schema={"row": pl.List(pl.Int64), "id": pl.List(pl.Int64)})
    strong = np.zeros(len(line.id), dtype=np.bool_)
    session = places["session"].to_numpy()
    return sequence_ids(SEQUENCE, line, Shown(session, strong, none, frozenset(), places, used))


def test_a_later_use_swaps_two_draws() -> None:
    """Session 2 was rolled back, so id 1, which session 3 uses, is that of session 2's estimated successor."""
    line = draws((0, 5, NONE), (1, 6, NONE), (7, 8, NONE))
    found = deduced(line, origin((2, 0, None), (1, 0, 9), (1, 4, 12)), uses((1, 3, 3, 20)))
    assert found.ids.tolist() == [2, 1, 3]
    assert found.confirmed.tolist() == [False, True, False]
    assert found.certain.all()


def test_of_several_draws_of_a_transaction_the_use_of_one_id_is_not_taken_for_another() -> None:
    """Rows 0 and 1 are of session 1, row 2 (which ended last) overlaps with all: id 2 may be that of row 0 or of row 1."""
    line = draws((0, 1, NONE), (2, 3, NONE), (0, 9, NONE))
    found = deduced(line, origin((1, 0, 8), (1, 1, 8), (2, 0, None)), uses((2, 1, 2, 4)))
    assert not found.confirmed.any()
    assert sorted(found.ids.tolist()) == [1, 2, 3]
    assert not found.certain.any()


def test_a_later_use_in_the_session_that_several_draws_fit_confirms_none() -> None:
    """Session 1 uses id 2 in a later transaction: it drew an id just before, and session 2 has committed another one."""
    line = draws((0, 5, 2), (1, 6, NONE))
    found = deduced(line, origin((1, 0, 8), (2, 0, 9)), uses((2, 1, 3, 20)))
    assert not found.confirmed.any()
    assert not found.certain.any()
