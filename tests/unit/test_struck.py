"""When a replay cancels a statement that production cancelled."""

from __future__ import annotations

import polars as pl

from pgrehearse.replay.prepare.spool import _STRUCK
from pgrehearse.workload.schema import MOST_WAITED_US


def test_a_cancel_of_unknown_length_comes_before_the_sessions_next_statement() -> None:
    """After as long as the log tells; else when the session went on, and never later than its start is put before its end."""
    events = pl.DataFrame(
        {
            "session": [1, 1, 1, 2, 2, 3],
            "at_us": [0, 1_000_000, 1_400_000, 0, 90_000_000, 5],
            "took_us": [700, None, 10, None, 10, None],
        },
        schema_overrides={"took_us": pl.Int64},
    )
    assert events.select(_STRUCK)["took_us"].to_list() == [700, 400_000, 10, MOST_WAITED_US, 10, MOST_WAITED_US]
