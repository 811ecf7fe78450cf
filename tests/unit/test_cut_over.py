"""The decisions of a move: which tables and servers can replicate, which definitions are created when, and what a cut-over cost."""

from __future__ import annotations

from dataclasses import replace

import polars as pl
import pytest

from pgrehearse.runs.cut_over_facts import CutOverFacts
from pgrehearse.runs.quality.cut_over_cost import CutOverCost, cut_over_cost
from pgrehearse.targets.logical.move import TableName
from pgrehearse.targets.logical.moved_tables import FoundTable, fault_of_server, problems_of
from pgrehearse.targets.logical.schema_copy import Divided, entries

JOBS = TableName("public", "jobs")
PROBLEMS = {
    "no key": (FoundTable(JOBS, identified=False), "has no primary key"),
    "partitioned": (FoundTable(JOBS, kind="p"), "is partitioned"),
    "a partition": (FoundTable(JOBS, divided=True), "has children or is one"),
    "foreign": (FoundTable(JOBS, kind="f"), "is a foreign table"),
    "unlogged": (FoundTable(JOBS, persistence="u"), "is unlogged"),
}
ARCHIVE = """;
; Archive created at 2026-11-28
;
222; 1259 16446 TABLE public jobs app
2602; 0 0 ACL public TABLE jobs app
2442; 2606 16457 CONSTRAINT public jobs jobs_pkey app
2440; 1259 20528 INDEX public jobs_by_day app
2450; 2606 20600 FK CONSTRAINT public jobs jobs_parent app
2451; 2606 20601 FK CONSTRAINT public jobs jobs_member app
2452; 2620 20700 TRIGGER public jobs stamp app
"""


@pytest.mark.parametrize("name", PROBLEMS)
def test_a_table_that_cannot_replicate_has_its_reason(name: str) -> None:
    table, reason = PROBLEMS[name]
    (problem,) = problems_of([FoundTable(TableName("public", "good")), table])
    assert problem.startswith("public.jobs ")
    assert reason in problem


@pytest.mark.parametrize(
    ("version", "level", "fault"),
    [(15, "logical", "origin = none"), (16, "replica", "wal_level is replica"), (16, "logical", "")],
)
def test_both_servers_need_version_16_and_the_wal_level(version: int, level: str, fault: str) -> None:
    found = fault_of_server(version, level)
    assert (fault in found[0]) if found is not None else not fault


def test_definitions_are_divided_by_their_object_and_a_foreign_key_that_crosses_is_left_out() -> None:
    divided = Divided(frozenset({20528}), frozenset({20600, 20700}), frozenset({20601}))
    first, indexes, later = entries(ARCHIVE, divided)
    assert [line.split()[3] for line in first] == ["TABLE", "ACL", "CONSTRAINT"]
    assert [line.split()[3] for line in indexes] == ["INDEX"]
    assert [line.split()[0] for line in later] == ["2450;", "2452;"]


def test_statements_of_the_pause_are_held_or_failed() -> None:
    """From 100 to 200 the clients were paused."""
    columns = ("status", "captured_sqlstate", "due_us", "sent_us", "done_us")
    rows = [
        ("ok", None, 10, 10, 90),  # before
        ("ok", None, 90, 90, 110),  # it was running, and was completed
        ("ok", None, 120, 120, 230),  # held
        ("failed", None, 130, 130, 140),
        ("failed", "23505", 130, 130, 140),  # as in production
        ("unsent", None, 150, None, None),
        ("skipped", None, 150, None, None),
        ("ok", None, 210, 210, 220),  # after
        (None, None, 150, None, None),  # not accounted for
    ]
    frame = pl.DataFrame(rows, schema=columns, orient="row")
    assert cut_over_cost(frame, 100, 200) == CutOverCost(5, 1, 2)


def test_the_share_of_requests_dropped_is_that_of_the_statements_in_the_pause() -> None:
    facts = CutOverFacts(1, True, 1_500_000, 20_000, [], 0, 200, 50, 1)
    assert facts.share_dropped == 0.005
    assert facts.words() == "cut-over completed; paused 1.50 s; statements: 50 held, 1 failed"
    assert "rows differ on both servers: public.jobs" in replace(facts, differing=["public.jobs"]).words()
    assert CutOverFacts(1, False, None, None, [], 0, 0, 0, 0).share_dropped is None
