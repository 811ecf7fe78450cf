"""Which ids draws have, by their order and by those that later uses show."""

from __future__ import annotations

import numpy as np
import pytest

from pgrehearse.workload.generated.alignment import Aligned, align
from pgrehearse.workload.generated.confirmation import consistent
from pgrehearse.workload.generated.possible_ids import Draws

ANY = (0, 1 << 40)
ONE = (1, 1)
NO = -1


def aligned(*draws: tuple[int, int, tuple[int, int], int]) -> Aligned:
    """Align draws: (after, before, (least, most), id)."""
    after, before, numbers, ids = zip(*draws, strict=True)
    least, most = zip(*numbers, strict=True)
    return align(Draws(*(np.array(column, dtype=np.int64) for column in (after, before, least, most, ids))))


def test_draws_in_order() -> None:
    """One after the other, from the first id on."""
    found = aligned((0, 1, ONE, NO), (2, 3, ONE, NO), (4, 5, ONE, NO))
    assert found.ids.tolist() == [0, 1, 2]
    assert found.certain.all()


def test_a_use_swaps_draws_that_overlap() -> None:
    """The second one was first."""
    found = aligned((0, 5, ONE, NO), (1, 4, ONE, 0), (6, 7, ONE, NO))
    assert found.ids.tolist() == [1, 0, 2]
    assert found.certain.all()


def test_a_use_shows_how_many_ids_were_drawn_before() -> None:
    """One execution drew an unknown number: what is left over is its."""
    found = aligned((0, 1, ONE, NO), (2, 3, ANY, NO), (4, 5, ONE, NO), (6, 7, ONE, 6), (8, 9, ONE, NO))
    assert found.count.tolist() == [1, 4, 1, 1, 1]
    assert found.ids.tolist() == [0, 1, 2, 3, 4, 5, 6, 7]
    assert found.certain.all()


def test_two_unknown_numbers_leave_what_is_between_them_open() -> None:
    """Before the first and behind the last one the ids are certain."""
    found = aligned(
        (0, 1, ONE, NO), (2, 3, ANY, NO), (4, 5, ONE, NO), (6, 7, ANY, NO), (8, 9, ONE, NO), (10, 11, ONE, 9)
    )
    assert found.certain.tolist() == [True, False, False, False, True, True]
    assert found.ids[-2:].tolist() == [8, 9]


def test_behind_the_last_use_an_unknown_number_shifts_all() -> None:
    """Nothing shows by how much."""
    found = aligned((0, 1, ONE, 0), (2, 3, ONE, NO), (4, 5, ANY, NO), (6, 7, ONE, NO))
    assert found.certain.tolist() == [True, True, False, False]


def test_ids_that_no_execution_drew_make_the_rest_uncertain() -> None:
    """Another client drew them, and its log is missing."""
    found = aligned((0, 1, ONE, 0), (2, 3, ONE, NO), (4, 5, ONE, NO), (6, 7, ONE, 9), (8, 9, ONE, NO))
    assert found.certain.tolist() == [True, False, False, True, True]
    assert found.ids[-1] == 10


def test_ids_that_were_drawn_before_the_log() -> None:
    """The first draw's id is later than the catalog's: all ids are shifted."""
    found = aligned((0, 1, ONE, NO), (2, 3, ONE, 7), (4, 5, ONE, NO))
    assert found.ids.tolist() == [6, 7, 8]
    assert found.shift == 6


@pytest.mark.parametrize("most", [3, 5])
def test_an_execution_draws_no_more_than_its_most(most: int) -> None:
    """A failed statement of several rows draws at most one id a row."""
    found = aligned((0, 1, ONE, 0), (2, 3, (1, most), NO), (4, 5, ONE, 5))
    assert found.count[1] == min(most, 4)


def test_a_contradiction_is_left_out() -> None:
    """Of draws that do not overlap the later one has the larger id."""
    after, before = np.array([0, 2, 4, 6, 8]), np.array([1, 3, 5, 7, 9])
    assert consistent(after, before, np.array([0, 1, 90, 3, 4])).tolist() == [True, True, False, True, True]
    overlapping = np.array([9, 9, 9, 9, 9])
    assert consistent(after, overlapping, np.array([0, 3, 2, 1, 4])).all()
