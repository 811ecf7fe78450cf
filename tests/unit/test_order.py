"""What waits for what, and whose turn it is: computed, and walked through by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pgrehearse.replay.prepare.commit_order import Writers
from pgrehearse.replay.prepare.session_selection import chance
from pgrehearse.replay.session.commit_gate import GIVEN_UP, Turns, make_flags, release
from pgrehearse.replay.session.pool import Pool, shares
from pgrehearse.runs.quality.outages import outages

if TYPE_CHECKING:
    from pathlib import Path

WROTE = {
    "session": pl.Int64,
    "transaction": pl.Int64,
    "table": pl.Int64,
    "rank": pl.Int64,
    "began": pl.Int64,
    "ended": pl.Int64,
}


def wrote(*rows: tuple[int, int, int, int, int, int]) -> pl.DataFrame:
    return pl.DataFrame(list(rows), schema=WROTE, orient="row")


transactions = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 20_000), st.integers(0, 5_000)), min_size=1, max_size=25
)
asked = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 60), st.integers(-100, 25_000), st.integers(0, 5_000), st.booleans()),
    min_size=1,
    max_size=20,
)


@given(transactions, asked)
def test_waits_hold_the_rule(
    made: list[tuple[int, int, int]], statements: list[tuple[int, int, int, int, bool]]
) -> None:
    """Every writer that the rule names is waited for, none of a higher rank is, and none that began to commit later
    than everybody the rule names did."""
    frame = wrote(*((n, 0, table, n * 2, began, began + took) for n, (table, began, took) in enumerate(made)))
    writers = Writers.listed(frame, 4)
    rows = pl.DataFrame(
        [(table, rank, at, at + took, yields) for table, rank, at, took, yields in statements],
        schema={"table": pl.Int64, "rank": pl.Int64, "at_us": pl.Int64, "end_us": pl.Int64, "yields": pl.Boolean},
        orient="row",
    )
    for row, many in zip(rows.iter_rows(named=True), writers.waited_for(rows).tolist(), strict=True):
        first = writers.firsts[row["table"]]
        waited = {int(writers.of_table[first + place]) for place in range(many)}
        ruled = {
            n
            for n, (table, began, took) in enumerate(made)
            if table == row["table"]
            and n * 2 < row["rank"]
            and (began < row["end_us"] + 1000 if row["yields"] else began + took <= row["at_us"])
        }
        numbers = {n: place for place, n in enumerate(range(len(made)))}
        assert {numbers[n] for n in ruled} <= waited
        assert all(n * 2 < row["rank"] for n in waited)
        assert not waited or max(waited) >= max(ruled, default=-1)


class Waiter:
    """Takes its turn and remembers when."""

    def __init__(self) -> None:
        self.called: list[int] = []

    def proceed(self, now: int) -> None:
        self.called.append(now)


@pytest.fixture
def order(tmp_path: Path) -> Path:
    """Three transactions: 0 and 2 write table 0, 1 writes table 1; of sessions 7, 8, 9."""
    writers = Writers.listed(wrote((7, 0, 0, 10, 0, 1), (8, 3, 1, 20, 0, 1), (9, 5, 0, 30, 0, 1)), 2)
    for name in ("of_table", "firsts", "sessions", "transactions"):
        np.save(tmp_path / f"{name}.npy", getattr(writers, name))
    make_flags(tmp_path, 3)
    return tmp_path


def test_a_statement_goes_when_all_it_waits_for_have_ended(order: Path) -> None:
    """It is called once, when the last one has; whoever is already over is not waited for."""
    turns, waiter = Turns(order, None), Waiter()
    assert turns.blocker([0, 2, 1, 1]) == 2
    assert turns.wait(2, waiter)
    turns.ended(0, 1)
    assert waiter.called == []
    turns.ended(2, 2)
    assert waiter.called == [2]
    assert turns.blocker([0, 2]) == -1
    assert turns.blocker([0, 2, 1, 1]) == 1
    assert turns.owner(1) == (8, 3)


def test_a_transaction_that_is_given_up_holds_nobody(order: Path) -> None:
    """All who wait for it go on, and can tell why; that it ends later changes nothing."""
    turns, one, two = Turns(order, None), Waiter(), Waiter()
    turns.wait(2, one)
    turns.wait(2, two)
    turns.ended(2, 5, GIVEN_UP)
    turns.ended(2, 9)
    assert (one.called, two.called) == ([5], [5])
    assert turns.gave_up(2)


def test_workers_see_each_others_ends(order: Path) -> None:
    """Through the mapped file; whoever is rung looks, and the dead are released."""
    here, there, waiter = Turns(order, None), Turns(order, None), Waiter()
    here.wait(0, waiter)
    there.ended(0, 1)
    here.heard(4)
    assert waiter.called == [4]
    here.wait(2, waiter)
    release(order, [9])
    here.heard(6)
    assert waiter.called == [4, 6]


def test_who_is_called_by_a_call_comes_after_it(order: Path) -> None:
    """No depth grows, however long the chain."""
    turns = Turns(order, None)
    told: list[str] = []

    class Ends:
        def __init__(self, name: str, number: int | None) -> None:
            self.name, self.number = name, number

        def proceed(self, now: int) -> None:
            told.append(f"{self.name} in")
            if self.number is not None:
                turns.ended(self.number, now)
            told.append(f"{self.name} out")

    turns.wait(0, Ends("first", 1))
    turns.wait(1, Ends("second", None))
    turns.ended(0, 0)
    assert told == ["first in", "first out", "second in", "second out"]


def test_a_pool_deals_in_order() -> None:
    """Whoever is free takes the next; then there is none left."""

    class Lane:
        def __init__(self) -> None:
            self.number, self.script, self.spans = -1, self, []  # type: ignore[var-annotated]

        def take(self, low: int, high: int) -> None:
            self.spans.append((self.number, low, high))

    pool = Pool(pl.DataFrame({"low": [0, 5], "high": [5, 6], "session": [3, 4]}))
    one, two = Lane(), Lane()
    assert pool.deal_to(one)  # type: ignore[arg-type]
    assert pool.deal_to(two)  # type: ignore[arg-type]
    assert not pool.deal_to(one)  # type: ignore[arg-type]
    assert (one.spans, two.spans) == ([(3, 0, 5)], [(4, 5, 6)])


@given(st.integers(1, 200), st.integers(1, 64))
def test_connections_are_shared_out(connections: int, workers: int) -> None:
    """As many as there are, but each worker has one."""
    given = [shares(connections, workers, worker) for worker in range(workers)]
    assert sum(given) == max(connections, workers)
    assert min(given) >= 1


def test_chance_is_the_same_everywhere() -> None:
    """Written down, so that a later version draws what this one drew."""
    drawn = chance(np.arange(100_000), 7)
    assert [round(float(x), 6) for x in drawn[:3]] == [0.771547, 0.523067, 0.739087]
    assert abs(float((drawn < 0.2).mean()) - 0.2) < 0.01
    assert not np.allclose(drawn, chance(np.arange(100_000), 8))


OUTCOME = {
    "session": pl.Int32,
    "copy": pl.Int16,
    "transaction": pl.Int32,
    "due_us": pl.Int64,
    "ready_us": pl.Int64,
    "sent_us": pl.Int64,
    "done_us": pl.Int64,
    "status": pl.String,
    "sqlstate": pl.String,
    "reason": pl.String,
    "ended": pl.String,
    "late": pl.Int64,
    "took_us": pl.Int64,
}


def outcomes(*rows: tuple[int, float, float, str | None]) -> pl.DataFrame:
    """(session, due and sent at, done at, SQLSTATE), in seconds."""
    made = [
        (
            session,
            0,
            n,
            int(at * 1e6),
            0,
            int(at * 1e6),
            int(done * 1e6),
            "failed" if state else "ok",
            state,
            None,
            "ok",
            100,
            500,
        )
        for n, (session, at, done, state) in enumerate(rows)
    ]
    return pl.DataFrame(made, schema=OUTCOME, orient="row")


def test_an_outage_is_a_band() -> None:
    """Failures that lie together are one; what failed in production too, and other errors, are none."""
    steady = [(n % 3, n / 10, n / 10 + 0.001, None) for n in range(100)]
    lost = [(0, 3.05, 3.06, "57P01"), (1, 3.1, 3.2, "08006"), (2, 4.0, 4.1, "08001"), (1, 8.0, 8.1, "23505")]
    (found,) = outages(outcomes(*steady, *lost).sort("due_us"))
    assert (found.at_us // 1000, round(found.until_us / 1000), found.statements) == (3060, 4100, 3)
    assert found.transactions == 3
    assert found.what == "connections lost"
    assert outages(outcomes(*steady)) == []


def test_a_standstill_is_told_from_a_silence() -> None:
    """Nothing came back though two sessions waited all the while; a pause in which nobody asked is none."""
    before = [(n % 3, n / 100, n / 100 + 0.001, None) for n in range(100)]
    waiting = [(0, 1.0, 4.0, None), (1, 1.05, 4.01, None)]
    (found,) = outages(outcomes(*before, *waiting, (2, 4.1, 4.2, None)))
    assert found.what == "server stopped responding"
    assert 2.5e6 < found.until_us - found.at_us < 3.2e6
    assert outages(outcomes(*before, (0, 4.0, 4.01, None), (1, 4.0, 4.02, None))) == []
