"""Why a query found other rows on one side: ids that are drawn anew, or other data."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from pgrehearse.compare.divergence import row_drift
from tests.simulated import laid_out, measured


@pytest.mark.parametrize(
    ("state", "generated", "cause", "words"),
    [
        ({"sequences": {"public.t.id": "t_id_seq"}}, False, "generated ids", "sequence drift: t.id"),
        ({}, True, "generated ids", "make ids of t"),
        ({}, False, "data", "the sides held different data"),
    ],
)
def test_rows_that_differ_have_a_cause(state: dict[str, object], generated: bool, cause: str, words: str) -> None:
    """By the target's sequences, else by what the workload records of statements that make ids."""
    where = laid_out((40, 10))
    ours, theirs = measured(np.ones(50)), measured(np.ones(50))
    ours.rows[:], theirs.rows[:] = 1, np.where(where.code == 0, 0, 1)
    facts = pl.DataFrame(
        {"query_key": ["q0", "q1"], "tables": [["t"], ["t"]], "clock": [False, False], "generated": [False, generated]}
    )
    (found,) = row_drift(where, ours, theirs, {}, facts, state)
    assert (found.query_key, found.different, found.cause) == ("q0", 40, cause)
    assert words in found.explanation
