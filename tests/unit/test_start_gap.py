"""How far the data of a target is from the start of the replay, in a sentence and between two sides."""

from __future__ import annotations

import pytest

from pgrehearse.compare.start_gaps import unlike_start
from pgrehearse.runs.start_gap import DECLARED, StartGap

NAMES = ("control", "candidate")
SECOND = 1_000_000


def gap(seconds: float, writes: int = 0, *, whole: bool = True) -> StartGap:
    return StartGap("restored from", "snap-1", DECLARED, 0, round(seconds * SECOND), writes * 10, writes, whole)


def test_a_note_names_the_moment_and_what_is_missing() -> None:
    note = gap(90, 4).note()
    assert "(restored from snap-1) is of 1970-01-01T00:00:00.000000+00:00 (declared), 90 s before the start" in note
    assert "40 statements of production, of which 4 may write, are missing" in note
    assert "at least 40 statements" in gap(90, 4, whole=False).note()
    assert "are in it already" in gap(-5, 1).note()
    assert gap(0.5).note() == StartGap().note() == ""


def test_sides_of_the_same_moment_are_alike_also_if_both_are_far_from_the_start() -> None:
    assert unlike_start(NAMES, (gap(600, 50), gap(600.9, 50)), 1000) == ()


def test_nothing_is_concluded_from_a_moment_that_is_not_known() -> None:
    assert unlike_start(NAMES, (gap(600, 50), StartGap()), 1000) == ()


@pytest.mark.parametrize(
    ("gaps", "prevents"),
    [
        ((gap(0), gap(60, 10)), False),
        ((gap(0), gap(60, 11)), True),
        # One lacks five writes, the other has six twice.
        ((gap(30, 5), gap(-30, 6)), True),
        ((gap(30, 5), gap(-30, 5)), False),
        # The workload does not contain all of the time between.
        ((gap(0), gap(60, 1, whole=False)), True),
        # Production itself.
        ((None, gap(60, 11)), True),
    ],
)
def test_a_comparison_has_no_verdict_on_speed_if_many_writes_are_in_the_data_of_one_side_only(
    gaps: tuple[StartGap | None, StartGap | None], prevents: bool
) -> None:
    (other,) = unlike_start(NAMES, gaps, 1000)
    assert other.prevents == prevents
    assert "of different moments" in other.caution.text
