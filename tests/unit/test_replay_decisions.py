"""What replay decides without a socket or a clock."""

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
from pgrehearse.replay.prepare.schedule import NO_CUTS, STEP_US, Cuts, Schedule, cuts
from pgrehearse.replay.prepare.session_selection import deal
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
        forgets=[event[1].lower().startswith((b"deallocate", b"discard")) for event in events],
        strike_us=[None] * n,
        rest_us=[None] * n,
        types=[None] * n,
        expected=[None] * n,
        lacks=[None] * n,
        waits=[None] * n,
        ends=[None] * n,
    )


def played(table: Rows, fails: set[int] | None = None) -> list[tuple[int, bytes]]:
    """Walk a script to its end; *fails*: which commands (by their place) fail."""
    script = Script(
        lambda low, high: Rows(*(getattr(table, name)[low:high] for name in Rows.__slots__)), 0, len(table.seq)
    )
    sent: list[tuple[int, bytes]] = []
    while script.look() is not None:
        command = script.command_at(script.position)
        sent.append((command.op, command.name or command.sql))
        script.heard(command, ok=len(sent) - 1 not in (fails or set()))
    return sent


def timed(*sessions: list[tuple[int, int]]) -> pl.DataFrame:
    """Events of sessions: (at, took) in milliseconds."""
    rows = [(number, at * 1000, took * 1000) for number, events in enumerate(sessions) for at, took in events]
    return pl.DataFrame(rows, schema=["session", "at_us", "took_us"], orient="row")


def dues(events: pl.DataFrame, silences: Cuts = NO_CUTS, **plan: float) -> list[int]:
    return [due // 1000 for due in Schedule(ReplayPlan(Endpoint(), **plan), silences).due(events)]  # type: ignore[arg-type]


@given(st.lists(st.integers(0, 10**12), min_size=2), st.sampled_from([0.5, 1.0, 2.5, 7.0]))
def test_due_instants_keep_their_order_and_scale(instants: list[int], speed: float) -> None:
    """Due is a function of the captured instant alone: monotonic, and stretched by the speed."""
    ordered = sorted(instants)
    events = pl.DataFrame({"session": 0, "at_us": ordered, "took_us": 0})
    found = Schedule(ReplayPlan(Endpoint(), speed=speed), NO_CUTS).due(events).to_list()
    assert all(a <= b for a, b in pairwise(found))
    assert abs((found[-1] - found[0]) - (ordered[-1] - ordered[0]) / speed) <= 1


def test_think_and_connect_time_are_scaled_apart() -> None:
    """What the server took stays; a session that overlapped itself (stamps of a millisecond) never goes back."""
    events = timed([(100, 0), (110, 20), (230, 5), (234, 1)], [(50, 0), (60, 10)])
    assert dues(events) == [100, 110, 230, 234, 50, 60]
    assert dues(events, think=0) == [100, 100, 120, 124, 50, 50]
    assert dues(events, think=2, connect=0) == [0, 20, 240, 244, 0, 20]
    assert dues(events, think=0, speed=0.5) == [200, 200, 240, 248, 100, 100]


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=2, max_size=12), st.integers(1, 11))
def test_a_session_that_spans_parts_is_scheduled_as_one(steps: list[tuple[int, int]], cut: int) -> None:
    """Wherever it is cut."""
    at = [sum(step for step, _ in steps[: n + 1]) for n in range(len(steps))]
    events = timed(list(zip(at, [took for _, took in steps], strict=True)))
    schedule = Schedule(ReplayPlan(Endpoint(), think=0.5, connect=2), NO_CUTS)
    parts = [schedule.due(events[:cut]), schedule.due(events[cut:])]
    assert (
        pl.concat(parts).to_list()
        == Schedule(ReplayPlan(Endpoint(), think=0.5, connect=2), NO_CUTS).due(events).to_list()
    )


def test_common_silences_are_shortened() -> None:
    """Only while every session is silent; what comes behind moves up by the same for all."""
    events = timed([(0, 100), (5000, 10), (20_000, 0)], [(4000, 0), (30_000, 0)])
    silences = cuts([events[:3], events[3:]], 30_000_000, 1_000_000)
    for found, expected in zip(dues(events, silences), [0, 2100, 3110, 1100, 4120], strict=True):
        assert 0 <= found - expected <= len(silences.ends_us) * STEP_US / 1000
    assert dues(events, cuts([events], 30_000_000, 60_000_000)) == [0, 5000, 20_000, 4000, 30_000]


@pytest.mark.parametrize("text", ["fast", "", "1..2"])
def test_a_speed_that_is_none_is_a_usage_problem(text: str) -> None:
    """The remedy names what can be written."""
    with pytest.raises(UsageProblem, match="speed"):
        parse_speed(text)


def test_a_plan_is_checked_once_and_hides_secrets() -> None:
    """Out-of-range values are refused; no password in repr or manifest."""
    with pytest.raises(UsageProblem, match="out of range"):
        ReplayPlan(Endpoint(), speed=0)
    plan = ReplayPlan(Endpoint.parse("postgresql://u:hunter22@h/db"), speed=2)
    assert "hunter22" not in repr(plan) + str(plan.recorded(Path("w.workload")))
    assert plan.recorded(Path("w.workload")).speed == 2


def test_sessions_are_dealt_largest_first() -> None:
    """Nobody gets much more to do than anybody else."""
    table = pl.DataFrame(
        {"session": range(10), "copy": 0, "shift_us": 0, "events": [100, 90, 80, 10, 10, 10, 10, 10, 5, 5]}
    )
    hands = deal(table, 3)
    loads = [sum(table["events"][role.session] for role in hand) for hand in hands]
    assert sorted(role.session for hand in hands for role in hand) == list(range(10))
    assert max(loads) - min(loads) <= 10


def test_the_peak_counts_sessions_open_at_once() -> None:
    """A session that ends as another begins overlaps it."""
    assert peak(pl.DataFrame({"at_us": [0, 10, 20], "end_us": [10, 30, 25]})) == 2
    assert peak(pl.DataFrame({"at_us": [], "end_us": []})) == 0


def test_a_script_speaks_the_applications_protocol() -> None:
    """Simple stays simple, unnamed unnamed, named is prepared once and used."""
    sent = played(
        rows(
            ("query", b"select 1", None),
            ("execute", b"select $1", b""),
            ("prepare", b"select $1", b"s"),
            ("execute", b"select $1", b"s"),
            ("execute", b"select $1", b"s"),
        )
    )
    assert sent == [(SIMPLE, b"select 1"), (UNNAMED, b"select $1"), (PARSE, b"s"), (NAMED, b"s"), (NAMED, b"s")]


def test_a_name_reused_for_other_sql_is_closed_first() -> None:
    """Drivers close statements in the protocol, which no log shows."""
    assert played(
        rows(("prepare", b"select 1", b"s"), ("prepare", b"select 2", b"s"), ("execute", b"select 2", b"s"))
    ) == [(PARSE, b"s"), (CLOSE, b"s"), (PARSE, b"s"), (NAMED, b"s")]


def test_a_statement_prepared_before_the_window_is_prepared_on_first_use() -> None:
    """Its parse is not in the log; its text is."""
    assert played(rows(("execute", b"select $1", b"s"), ("execute", b"select $1", b"s"))) == [
        (PARSE, b"s"),
        (NAMED, b"s"),
        (NAMED, b"s"),
    ]


def test_a_helper_that_fails_is_the_rows_answer() -> None:
    """When the parse fails, the execute cannot run: the row is done, and the name stays unknown."""
    assert played(rows(("execute", b"selec", b"s"), ("query", b"select 1", None)), fails={0}) == [
        (PARSE, b"s"),
        (SIMPLE, b"select 1"),
    ]


@pytest.mark.parametrize(
    ("text", "left"),
    [(b"DEALLOCATE s", PARSE), (b'deallocate "s"', PARSE), (b"DISCARD ALL", PARSE), (b"deallocate other", NAMED)],
)
def test_deallocate_and_discard_forget(text: bytes, left: int) -> None:
    """What SQL deallocates is prepared again when it is used again."""
    assert (
        played(rows(("prepare", b"select 1", b"s"), ("query", text, None), ("execute", b"select 1", b"s")))[2][0]
        == left
    )


def test_a_lost_connection_takes_its_transaction_with_it() -> None:
    """The rest of the transaction is not sent; the next one is."""
    table = rows(
        ("query", b"begin", None),
        ("query", b"update t", None),
        ("query", b"commit", None),
        ("query", b"select 1", None),
        transaction=[5, 5, 5, 6],
    )
    script = Script(lambda low, high: Rows(*(getattr(table, name)[low:high] for name in Rows.__slots__)), 0, 4)
    script.look()
    script.heard(script.command_at(script.position), ok=True)
    script.look()
    script.lose()
    script.skip()
    assert script.look() == 2
    assert script.lost()
    script.skip()
    assert script.look() == 3
    assert not script.lost()


def test_a_pipeline_is_gathered_over_the_edge_of_a_batch() -> None:
    """However long it is, it is sent as one."""
    n = 150
    table = rows(*[("execute", b"select $1", b"")] * n, pipeline=[None, *[1] * (n - 2), None])
    script = Script(lambda low, high: Rows(*(getattr(table, name)[low:high] for name in Rows.__slots__)), 0, n)
    script.look()
    assert script.pipeline() == [0]
    script.skip()
    script.look()
    assert len(script.pipeline()) == n - 2


def test_connection_words_are_quoted_not_joined() -> None:
    """A name cannot smuggle a word of its own."""
    login = Login(Endpoint(database="a' host=evil", user="u"), application="x' password=y", read_only=True)
    words = login.words(Passwords("")).decode()
    assert r"dbname='a\' host=evil'" in words
    assert r"application_name='x\' password=y'" in words
    assert "default_transaction_read_only=on" in words


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
    """libpq gives words only; they are the server's own, in English."""
    assert sqlstate_of(message) == state


def test_what_is_skipped_does_not_go_with_its_pipeline() -> None:
    """What stands in for a statement does."""
    n = 5
    table = rows(*[("execute", b"select $1", b"")] * n, pipeline=[1] * n)
    table.skip[1], table.skip[3] = NUMBERS["it writes, and the replay is read-only"], NUMBERS[UNSEEN] + IN_ITS_PLACE
    script = Script(lambda low, high: Rows(*(getattr(table, name)[low:high] for name in Rows.__slots__)), 0, n)
    script.look()
    assert script.pipeline() == [0, 2, 3, 4]
