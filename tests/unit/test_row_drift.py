"""The reason why row counts of a query differ between the sides: generated ids, or different data."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from pgrehearse.compare.divergence import BothSides, row_drift
from tests.simulated import layout_of, measured


@pytest.mark.parametrize(
    ("state", "generated", "cause", "words"),
    [
        ({"sequences": {"public.t.id": "t_id_seq"}}, False, "generated ids", "sequence drift: t.id"),
        ({}, True, "generated ids", "generate ids of t"),
        ({}, False, "data", "the sides had different data"),
    ],
)
def test_rows_that_differ_have_a_cause(state: dict[str, object], generated: bool, cause: str, words: str) -> None:
    """By the target's sequences, else by what the workload records of statements that make ids."""
    where = layout_of((40, 10))
    baseline, candidate = measured(np.ones(50)), measured(np.ones(50))
    baseline.rows[:], candidate.rows[:] = 1, np.where(where.code == 0, 0, 1)
    facts = pl.DataFrame(
        {"query_key": ["q0", "q1"], "tables": [["t"], ["t"]], "clock": [False, False], "generated": [False, generated]}
    )
    (drift,) = row_drift(BothSides(where, baseline, candidate), facts, state)
    assert (drift.query_key, drift.different, drift.cause) == ("q0", 40, cause)
    assert words in drift.explanation
