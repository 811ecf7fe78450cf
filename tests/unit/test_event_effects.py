"""What events cause in a run, from its rows alone: the cost of a failover, lost transactions, writes that a read-only event prevented."""

from __future__ import annotations

from typing import Any

import polars as pl

from pgrehearse.runs.mid_run_events import MidRunEvent
from pgrehearse.runs.quality.fail_over_cost import FailOverCost, fail_over_cost
from pgrehearse.runs.quality.read_only_events import with_read_only_events
from pgrehearse.runs.reasons import LOST, READ_ONLY_EVENT
from pgrehearse.targets.embedded.lost_transactions import count_commits

SCHEMA: dict[str, Any] = {
    "session": pl.Int32,
    "copy": pl.Int16,
    "seq": pl.Int32,
    "transaction": pl.Int32,
    "shape": pl.Int32,
    "status": pl.String,
    "sqlstate": pl.String,
    "reason": pl.String,
    "sent_us": pl.Int64,
    "done_us": pl.Int64,
}
KINDS = pl.DataFrame({"shape": [0, 1, 2], "kind": ["select", "commit", "insert"], "writes": [False, False, True]}).cast(
    {"shape": pl.Int32}
)
SELECT, COMMIT, INSERT = range(3)
EVENT = MidRunEvent(1, "failover", "fail_over", 1_000, 1_000, 3_000)


def rows(*found: dict[str, Any]) -> pl.DataFrame:
    plain = {"session": 1, "copy": 0, "transaction": None, "shape": SELECT, "status": "ok"}
    return pl.DataFrame([{**plain, "seq": seq, **one} for seq, one in enumerate(found)], schema=SCHEMA)


def lost(shape: int, sent_us: int | None, done_us: int, **more: Any) -> dict[str, Any]:
    state = {"status": "failed", "sqlstate": "57P02", "shape": shape}
    return {**state, "sent_us": sent_us, "done_us": done_us, **more}


def test_an_outage_ends_with_the_first_good_statement_that_was_sent_in_it() -> None:
    found = rows(
        {"sent_us": 100, "done_us": 200},
        # It was sent before the first failure: its end does not end the outage.
        {"sent_us": 900, "done_us": 1_600, "session": 2},
        lost(SELECT, 1_000, 1_500),
        {"sent_us": 4_000, "done_us": 4_200},
    )
    assert fail_over_cost(found, KINDS, EVENT) == FailOverCost(2_700, 0)


def test_transactions_without_an_answer_to_their_commit_are_counted() -> None:
    found = rows(
        lost(COMMIT, 1_100, 1_500, transaction=1),
        lost(INSERT, 1_200, 1_500, session=2),
        lost(INSERT, 1_200, 1_500, session=3, transaction=5),
        lost(INSERT, None, 2_000, session=2, reason=LOST),
        lost(INSERT, 900, 950, session=4),
    )
    # A commit and an insert on its own; not: within a transaction, not sent, before the event.
    assert fail_over_cost(found, KINDS, EVENT) == FailOverCost(None, 2)


def test_without_failures_a_failover_has_no_outage() -> None:
    assert fail_over_cost(rows({"sent_us": 4_000, "done_us": 4_200}), KINDS, EVENT) == FailOverCost(None, 0)


def test_commits_in_the_lost_part_of_the_log_are_counted() -> None:
    line = "rmgr: {:11} len (rec/tot):     54/    54, tx:        {}, lsn: 0/03000060, prev 0/03000028, desc: {}"
    text = "\n".join(
        line.format(*record)
        for record in (
            ("Heap", 734, "INSERT off: 3, flags: 0x00, blkref #0: rel 1663/5/16384 blk 0"),
            ("Transaction", 734, "COMMIT 2026-11-28 10:00:00.000000 UTC"),
            ("Heap", 735, "HOT_UPDATE old_xmax: 735, blkref #0: rel 1663/5/16999 blk 0"),
            ("Transaction", 735, "COMMIT 2026-11-28 10:00:00.000001 UTC"),
            ("Heap", 736, "INSERT off: 4, flags: 0x00, blkref #0: rel 1663/5/16384 blk 0"),
            ("Transaction", 736, "ABORT 2026-11-28 10:00:00.000002 UTC"),
        )
    )
    assert count_commits(text, frozenset()) == 2
    assert count_commits(text, frozenset({"5/16999"})) == 1
    assert count_commits("", frozenset()) == 0


def test_writes_that_a_read_only_event_prevented_have_its_reason() -> None:
    event = MidRunEvent(1, "window", "read_only", 1_000, 1_000, 3_000)
    refused = {"status": "failed", "sqlstate": "25006"}
    found = with_read_only_events(
        rows(
            {**refused, "done_us": 2_000, "transaction": 1},
            {"status": "failed", "sqlstate": "25P02", "done_us": 3_500, "transaction": 1},
            {**refused, "done_us": 2_000},
            {**refused, "done_us": 3_001},
            {"status": "failed", "sqlstate": "25P02", "done_us": 2_500, "transaction": 2},
            {"status": "failed", "sqlstate": "23505", "done_us": 2_500},
        ),
        [event],
    )
    assert found["reason"].to_list() == [READ_ONLY_EVENT, READ_ONLY_EVENT, READ_ONLY_EVENT, None, None, None]
