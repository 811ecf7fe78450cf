"""The time at which a replay cancels a statement that was cancelled in production."""

from __future__ import annotations

import polars as pl

from pgrehearse.replay.prepare.spool import _CANCEL_AFTER
from pgrehearse.workload.schema import MOST_WAITED_US


def test_a_cancel_at_an_unknown_time_is_before_the_sessions_next_statement() -> None:
    """After the logged time; otherwise at the session's next statement, and never later than the bound on estimated durations."""
    events = pl.DataFrame(
        {
            "session": [1, 1, 1, 2, 2, 3],
            "at_us": [0, 1_000_000, 1_400_000, 0, 90_000_000, 5],
            "took_us": [700, None, 10, None, 10, None],
        },
        schema_overrides={"took_us": pl.Int64},
    )
    assert events.select(_CANCEL_AFTER)["took_us"].to_list() == [700, 400_000, 10, MOST_WAITED_US, 10, MOST_WAITED_US]
