"""How far a copy's sequences and its newest commit are from a window's start, as far as can be known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pgrehearse.targets.start_state import SequenceState, StartState, commit_gap, start_notes

PLAIN = SequenceState(1, "public.orders_id_seq", "public.orders.id", 133, True, 0, 101, 1, 1)


@pytest.mark.parametrize(
    ("change", "ahead", "aligned"),
    [
        ({}, 32, (101, True)),
        ({"last": 101}, 0, None),
        ({"last": 102}, 1, (101, True)),
        ({"last": 134}, 33, (101, True)),
        ({"last": 135}, 34, None),  # more than 32 and its cache: rows were deleted
        ({"logged": 5}, 32, None),  # it was not recovered: it is where it was
        ({"last": 90}, -11, (101, True)),
        ({"last": 90, "logged": 7}, -11, (101, True)),
        ({"newest": None, "last": 33}, 33, (1, False)),
        ({"newest": None, "last": 1, "called": False}, 0, None),
        ({"newest": None, "last": 200}, 200, None),
        ({"last": 102, "called": False}, 0, None),
        ({"last": 142, "called": False}, 40, None),
        ({"cache": 20, "last": 150}, 49, (101, True)),
        ({"increment": 10, "last": 421, "newest": 101}, 32, (101, True)),
        ({"increment": -1, "start": -1, "last": -40, "newest": -8}, 32, (-8, True)),
        ({"cycles": True}, 32, None),
    ],
)
def test_a_sequence_is_set_back_only_by_what_recovery_explains(
    change: dict[str, int], ahead: int, aligned: tuple[int, bool] | None
) -> None:
    """To the column's newest value; values further ahead were drawn in production, or their rows were deleted."""
    sequence = replace(PLAIN, **change)  # type: ignore[arg-type]
    assert sequence.ahead == ahead
    assert sequence.drifts == (aligned is not None)
    assert aligned is None or sequence.aligned == aligned


def test_a_note_names_the_drift_and_the_remedy() -> None:
    """A copy later than the window's start is noted; an unreadable sequence is noted too."""
    state = StartState((PLAIN, replace(PLAIN, last=101)), ("public.hidden",), 12_000_000)
    notes = start_notes(state, 0)
    assert "public.orders_id_seq is 32 ahead of public.orders.id" in notes[0]
    assert "--align-sequences" in notes[0]
    assert "public.hidden" in notes[1]
    assert "12 s after the window's start" in notes[2]
    assert "--from 12s" in notes[2]
    assert start_notes(StartState((), (), None), 0) == []


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, ""), (0.9, ""), (-0.9, ""), (90, "90 s after"), (-4000, "4,000 s before")]
)
def test_a_commit_gap_of_more_than_a_second_is_noted(seconds: float, words: str) -> None:
    """Before: transactions between may be missing; after: they would be executed twice."""
    assert (words in commit_gap(int(seconds * 1e6), 0)) if words else commit_gap(int(seconds * 1e6), 0) == ""
