"""Decisions of a replay, without a socket or a clock."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import UsageProblem
from pgrehearse.replay.plan.plan import ReplayPlan, parse_speed
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.prepare.schedule import NO_CUTS, STEP_US, IdleCuts, Schedule, find_idle_cuts
from pgrehearse.replay.prepare.session_selection import assign
from pgrehearse.replay.prepare.skip_rules import IN_ITS_PLACE, NUMBERS, UNSEEN
from pgrehearse.replay.prepare.spool import ACTIONS, Rows
from pgrehearse.replay.session.login import Login, sqlstate_of
from pgrehearse.replay.session.script import CLOSE, NAMED, PARSE, SIMPLE, UNNAMED, Script
from pgrehearse.workload.analysis.summary import peak


def rows(
    *events: tuple[str, bytes, bytes | None],
    transaction: list[int] | None = None,
    pipeline: list[int | None] | None = None,
) -> Rows:
    n = len(events)
    return Rows(
        seq=list(range(n)),
        code=[ACTIONS.index(event[0]) for event in events],
        skip=[0] * n,
        due_us=[0] * n,
        sql=[event[1] for event in events],
        name=[event[2] for event in events],
        params=[[b"1"] if event[0] == "execute" else None for event in events],
        pipeline=pipeline or [None] * n,
        transaction=list(transaction or range(n)),
        deallocates=[event[1].lower().startswith((b"deallocate", b"discard")) for event in events],
        cancel_after_us=[None] * n,
        min_think_us=[None] * n,
        types=[None] * n,
        expected=[None] * n,
        lacks=[None] * n,
        waits=[None] * n,
        ends=[None] * n,
        pins=[None] * n,
        copy=[None] * n,
        reader=[None] * n,
    )


def sent(table: Rows, fails: set[int] | None = None) -> list[tuple[int, bytes]]:
    """Return the messages of a script, up to its end: operation, name or SQL. *fails*: the positions of messages that fail."""
    script = Script(
        lambda low, high: Rows(*(getattr(table, name)[low:high] for name in Rows.__slots__)), 0, len(table.seq)
    )
    messages: list[tuple[int, bytes]] = []
    while script.current() is not None:
        command = script.command_at(script.position)
        messages.append((command.op, command.name or command.sql))
        script.completed(command, ok=len(messages) - 1 not in (fails or set()))
    return messages


def timed(*sessions: list[tuple[int, int]]) -> pl.DataFrame:
    """Events of sessions: (at, took) in milliseconds."""
    rows = [(number, at * 1000, took * 1000) for number, events in enumerate(sessions) for at, took in events]
    return pl.DataFrame(rows, schema=["session", "at_us", "took_us"], orient="row")


def dues(events: pl.DataFrame, cuts: IdleCuts = NO_CUTS, **plan: float) -> list[int]:
    return [due // 1000 for due in Schedule(ReplayPlan(Endpoint(), **plan), cuts).due(events)]  # type: ignore[arg-type]


@given(st.lists(st.integers(0, 10**12), min_size=2), st.sampled_from([0.5, 1.0, 2.5, 7.0]))
def test_due_instants_keep_their_order_and_are_scaled(instants: list[int], speed: float) -> None:
    """The due instant depends on the captured instant only: monotonic, and scaled by the speed."""
    ordered = sorted(instants)
    events = pl.DataFrame({"session": 0, "at_us": ordered, "took_us": 0})
    due = Schedule(ReplayPlan(Endpoint(), speed=speed), NO_CUTS).due(events).to_list()
    assert all(a <= b for a, b in pairwise(due))
    assert abs((due[-1] - due[0]) - (ordered[-1] - ordered[0]) / speed) <= 1


def test_think_time_and_connect_time_are_scaled_separately() -> None:
    """The server's time is unchanged; the due times of a session whose statements overlap (timestamps of a millisecond) never decrease."""
    events = timed([(100, 0), (110, 20), (230, 5), (234, 1)], [(50, 0), (60, 10)])
    assert dues(events) == [100, 110, 230, 234, 50, 60]
    assert dues(events, think=0) == [100, 100, 120, 124, 50, 50]
    assert dues(events, think=2, connect=0) == [0, 20, 240, 244, 0, 20]
    assert dues(events, think=0, speed=0.5) == [200, 200, 240, 248, 100, 100]


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=2, max_size=12), st.integers(1, 11))
def test_a_session_that_spans_parts_is_scheduled_as_one(steps: list[tuple[int, int]], cut: int) -> None:
    """At any border between parts."""
    at = [sum(step for step, _ in steps[: n + 1]) for n in range(len(steps))]
    events = timed(list(zip(at, [took for _, took in steps], strict=True)))
    schedule = Schedule(ReplayPlan(Endpoint(), think=0.5, connect=2), NO_CUTS)
    parts = [schedule.due(events[:cut]), schedule.due(events[cut:])]
    assert (
        pl.concat(parts).to_list()
        == Schedule(ReplayPlan(Endpoint(), think=0.5, connect=2), NO_CUTS).due(events).to_list()
    )


def test_idle_periods_of_all_sessions_are_shortened() -> None:
    """Only while every session is idle; later events are earlier by the same time in all sessions."""
    events = timed([(0, 100), (5000, 10), (20_000, 0)], [(4000, 0), (30_000, 0)])
    cuts = find_idle_cuts([events[:3], events[3:]], 30_000_000, 1_000_000)
    for due, expected in zip(dues(events, cuts), [0, 2100, 3110, 1100, 4120], strict=True):
        assert 0 <= due - expected <= len(cuts.ends_us) * STEP_US / 1000
    assert dues(events, find_idle_cuts([events], 30_000_000, 60_000_000)) == [0, 5000, 20_000, 4000, 30_000]


@pytest.mark.parametrize("text", ["fast", "", "1..2"])
def test_an_invalid_speed_is_a_usage_problem(text: str) -> None:
    """The remedy names valid values."""
    with pytest.raises(UsageProblem, match="speed"):
        parse_speed(text)


def test_a_plan_is_validated_and_has_no_secrets() -> None:
    """Out-of-range values are refused; no password in repr or manifest."""
    with pytest.raises(UsageProblem, match="out of range"):
        ReplayPlan(Endpoint(), speed=0)
    plan = ReplayPlan(Endpoint.parse("postgresql://u:hunter22@h/db"), speed=2)
    assert "hunter22" not in repr(plan) + str(plan.recorded(Path("w.workload")))
    assert plan.recorded(Path("w.workload")).speed == 2


def test_sessions_are_assigned_to_workers_largest_first() -> None:
    """The workers have about the same number of events."""
    table = pl.DataFrame(
        {"session": range(10), "copy": 0, "shift_us": 0, "events": [100, 90, 80, 10, 10, 10, 10, 10, 5, 5]}
    )
    shards = assign(table, 3)
    loads = [sum(table["events"][copy.session] for copy in shard) for shard in shards]
    assert sorted(copy.session for shard in shards for copy in shard) == list(range(10))
    assert max(loads) - min(loads) <= 10


def test_the_peak_is_of_concurrent_sessions() -> None:
    """A session that ends as another begins overlaps it."""
    assert peak(pl.DataFrame({"at_us": [0, 10, 20], "end_us": [10, 30, 25]})) == 2
    assert peak(pl.DataFrame({"at_us": [], "end_us": []})) == 0


def test_a_script_uses_the_applications_protocol() -> None:
    """Simple and unnamed statements stay as they are; a named one is prepared once and executed by its name."""
    messages = sent(
        rows(
            ("query", b"select 1", None),
            ("execute", b"select $1", b""),
            ("prepare", b"select $1", b"s"),
            ("execute", b"select $1", b"s"),
            ("execute", b"select $1", b"s"),
        )
    )
    assert messages == [(SIMPLE, b"select 1"), (UNNAMED, b"select $1"), (PARSE, b"s"), (NAMED, b"s"), (NAMED, b"s")]


def test_a_name_that_is_used_for_other_sql_is_closed_first() -> None:
    """Drivers close statements in the protocol, which no log shows."""
    assert sent(
        rows(("prepare", b"select 1", b"s"), ("prepare", b"select 2", b"s"), ("execute", b"select 2", b"s"))
    ) == [(PARSE, b"s"), (CLOSE, b"s"), (PARSE, b"s"), (NAMED, b"s")]


def test_a_statement_prepared_before_the_window_is_prepared_on_first_use() -> None:
    """Its parse is not in the log; its text is."""
    assert sent(rows(("execute", b"select $1", b"s"), ("execute", b"select $1", b"s"))) == [
        (PARSE, b"s"),
        (NAMED, b"s"),
        (NAMED, b"s"),
    ]


def test_a_parse_that_fails_is_the_result_of_its_row() -> None:
    """The execute cannot run: the row is done, and the name is not prepared."""
    assert sent(rows(("execute", b"selec", b"s"), ("query", b"select 1", None)), fails={0}) == [
        (PARSE, b"s"),
        (SIMPLE, b"select 1"),
    ]


@pytest.mark.parametrize(
    ("text", "left"),
    [(b"DEALLOCATE s", PARSE), (b'deallocate "s"', PARSE), (b"DISCARD ALL", PARSE), (b"deallocate other", NAMED)],
)
def test_a_deallocated_statement_is_prepared_again(text: bytes, left: int) -> None:
    """When it is used again, after DEALLOCATE or DISCARD."""
    assert (
        sent(rows(("prepare", b"select 1", b"s"), ("query", text, None), ("execute", b"select 1", b"s")))[2][0] == left
    )


def test_a_transaction_is_lost_with_its_connection() -> None:
    """The rest of it is not sent; the next transaction is."""
    table = rows(
        ("query", b"begin", None),
        ("query", b"update t", None),
        ("query", b"commit", None),
        ("query", b"select 1", None),
        transaction=[5, 5, 5, 6],
    )
    script = Script(lambda low, high: Rows(*(getattr(table, name)[low:high] for name in Rows.__slots__)), 0, 4)
    script.current()
    script.completed(script.command_at(script.position), ok=True)
    script.current()
    script.lose_connection()
    script.advance()
    assert script.current() == 2
    assert script.in_lost_transaction()
    script.advance()
    assert script.current() == 3
    assert not script.in_lost_transaction()


def test_a_pipeline_may_be_longer_than_a_batch() -> None:
    """It is sent as one pipeline."""
    n = 150
    table = rows(*[("execute", b"select $1", b"")] * n, pipeline=[None, *[1] * (n - 2), None])
    script = Script(lambda low, high: Rows(*(getattr(table, name)[low:high] for name in Rows.__slots__)), 0, n)
    script.current()
    assert script.pipeline() == [0]
    script.advance()
    script.current()
    assert len(script.pipeline()) == n - 2


def test_connection_parameters_are_quoted() -> None:
    """A name cannot add a parameter."""
    login = Login(Endpoint(database="a' host=evil", user="u"), application="x' password=y", read_only=True)
    conninfo = login.conninfo(Passwords("")).decode()
    assert r"dbname='a\' host=evil'" in conninfo
    assert r"application_name='x\' password=y'" in conninfo
    assert "default_transaction_read_only=on" in conninfo


@pytest.mark.parametrize(
    ("message", "state"),
    [
        ('FATAL:  database "x" does not exist', "3D000"),
        ('FATAL:  role "x" does not exist', "28000"),
        ('FATAL:  password authentication failed for user "x"', "28P01"),
        ("FATAL:  sorry, too many clients already", "53300"),
        ("connection to server failed: Connection refused", "08001"),
        ("what", "08006"),
    ],
)
def test_a_refused_login_has_its_sqlstate(message: str, state: str) -> None:
    """libpq returns a message only; it is the server's own, in English."""
    assert sqlstate_of(message) == state


def test_a_skipped_statement_is_not_in_its_pipeline() -> None:
    """A statement that is sent in place of another is."""
    n = 5
    table = rows(*[("execute", b"select $1", b"")] * n, pipeline=[1] * n)
    table.skip[1], table.skip[3] = NUMBERS["it writes, and the replay is read-only"], NUMBERS[UNSEEN] + IN_ITS_PLACE
    script = Script(lambda low, high: Rows(*(getattr(table, name)[low:high] for name in Rows.__slots__)), 0, n)
    script.current()
    assert script.pipeline() == [0, 2, 3, 4]
