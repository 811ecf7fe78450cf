"""The commit order: which statements wait for which transactions, and the gate that holds them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pgrehearse.replay.prepare.commit_order import Writers
from pgrehearse.replay.prepare.session_selection import uniform_hash
from pgrehearse.replay.session.commit_gate import TIMED_OUT, CommitGate, make_flags, release_sessions
from pgrehearse.replay.session.pool import Pool, PooledTransaction, connections_of
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
accesses = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 60), st.integers(-100, 25_000), st.integers(0, 5_000), st.booleans()),
    min_size=1,
    max_size=20,
)


@given(transactions, accesses)
def test_waits_are_those_of_the_rule(
    written: list[tuple[int, int, int]], statements: list[tuple[int, int, int, int, bool]]
) -> None:
    """A statement waits for every writer of the rule, for none of a higher rank, and for none that began to commit later
    than every writer of the rule."""
    frame = wrote(*((n, 0, table, n * 2, began, began + took) for n, (table, began, took) in enumerate(written)))
    writers = Writers.build(frame, 4)
    rows = pl.DataFrame(
        [(table, rank, at, at + took, yields) for table, rank, at, took, yields in statements],
        schema={"table": pl.Int64, "rank": pl.Int64, "at_us": pl.Int64, "end_us": pl.Int64, "yields": pl.Boolean},
        orient="row",
    )
    for row, many in zip(rows.iter_rows(named=True), writers.counts(rows).tolist(), strict=True):
        first = writers.firsts[row["table"]]
        waited = {int(writers.of_table[first + place]) for place in range(many)}
        ruled = {
            n
            for n, (table, began, took) in enumerate(written)
            if table == row["table"]
            and n * 2 < row["rank"]
            and (began < row["end_us"] + 1000 if row["yields"] else began + took <= row["at_us"])
        }
        numbers = {n: place for place, n in enumerate(range(len(written)))}
        assert {numbers[n] for n in ruled} <= waited
        assert all(n * 2 < row["rank"] for n in waited)
        assert not waited or max(waited) >= max(ruled, default=-1)


class Waiter:
    """Records when it is called."""

    def __init__(self) -> None:
        self.called: list[int] = []

    def proceed(self, now: int) -> None:
        self.called.append(now)


@pytest.fixture
def order(tmp_path: Path) -> Path:
    """Three transactions: 0 and 2 write table 0, 1 writes table 1; of sessions 7, 8, 9."""
    writers = Writers.build(wrote((7, 0, 0, 10, 0, 1), (8, 3, 1, 20, 0, 1), (9, 5, 0, 30, 0, 1)), 2)
    for name in ("of_table", "firsts", "sessions", "transactions"):
        np.save(tmp_path / f"{name}.npy", getattr(writers, name))
    make_flags(tmp_path, 3)
    return tmp_path


def test_a_statement_continues_when_all_its_blockers_have_ended(order: Path) -> None:
    """It is called once, when the last one has ended; it does not wait for one that has ended before."""
    gate, waiter = CommitGate(order, None), Waiter()
    assert gate.blocker([0, 2, 1, 1]) == 2
    assert gate.wait(2, waiter)
    gate.end(0, 1)
    assert waiter.called == []
    gate.end(2, 2)
    assert waiter.called == [2]
    assert gate.blocker([0, 2]) == -1
    assert gate.blocker([0, 2, 1, 1]) == 1
    assert gate.owner(1) == (8, 3)


def test_a_transaction_with_a_timed_out_wait_blocks_no_statement(order: Path) -> None:
    """All statements that wait for it continue, with the reason; its later end has no effect."""
    gate, first, second = CommitGate(order, None), Waiter(), Waiter()
    gate.wait(2, first)
    gate.wait(2, second)
    gate.end(2, 5, TIMED_OUT)
    gate.end(2, 9)
    assert (first.called, second.called) == ([5], [5])
    assert gate.is_timed_out(2)


def test_a_worker_finds_transactions_that_ended_in_another_worker(order: Path) -> None:
    """In the mapped file; sessions of a worker that died are released."""
    gate, other_gate, waiter = CommitGate(order, None), CommitGate(order, None), Waiter()
    gate.wait(0, waiter)
    other_gate.end(0, 1)
    gate.check_waiting(4)
    assert waiter.called == [4]
    gate.wait(2, waiter)
    release_sessions(order, [9])
    gate.check_waiting(6)
    assert waiter.called == [4, 6]


def test_a_call_that_ends_a_transaction_makes_no_nested_call(order: Path) -> None:
    """The stack does not grow, however long the chain is."""
    gate = CommitGate(order, None)
    calls: list[str] = []

    class Ends:
        def __init__(self, name: str, number: int | None) -> None:
            self.name, self.number = name, number

        def proceed(self, now: int) -> None:
            calls.append(f"{self.name} in")
            if self.number is not None:
                gate.end(self.number, now)
            calls.append(f"{self.name} out")

    gate.wait(0, Ends("first", 1))
    gate.wait(1, Ends("second", None))
    gate.end(0, 0)
    assert calls == ["first in", "first out", "second in", "second out"]


def test_a_pool_assigns_transactions_in_order() -> None:
    """Each free connection takes the next transaction, until there is none left."""
    pool = Pool(pl.DataFrame({"low": [0, 5], "high": [5, 6], "session": [3, 4]}))
    assert [pool.take() for _ in range(3)] == [PooledTransaction(3, 0, 5), PooledTransaction(4, 5, 6), None]


@given(st.integers(1, 200), st.integers(1, 64))
def test_shared_connections_are_divided_among_workers(connections: int, workers: int) -> None:
    """No more than there are in all, but each worker has at least one."""
    counts = [connections_of(worker, workers, connections) for worker in range(workers)]
    assert sum(counts) == max(connections, workers)
    assert min(counts) >= 1


def test_random_selection_is_the_same_in_every_version() -> None:
    """The expected values are constants, so that a later version selects what this one selects."""
    drawn = uniform_hash(np.arange(100_000), 7)
    assert [round(float(x), 6) for x in drawn[:3]] == [0.771547, 0.523067, 0.739087]
    assert abs(float((drawn < 0.2).mean()) - 0.2) < 0.01
    assert not np.allclose(drawn, uniform_hash(np.arange(100_000), 8))


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
    records = [
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
    return pl.DataFrame(records, schema=OUTCOME, orient="row")


def test_failures_that_are_close_together_are_one_outage() -> None:
    """A statement that failed in production too, and other errors, are no outage."""
    steady = [(n % 3, n / 10, n / 10 + 0.001, None) for n in range(100)]
    lost = [(0, 3.05, 3.06, "57P01"), (1, 3.1, 3.2, "08006"), (2, 4.0, 4.1, "08001"), (1, 8.0, 8.1, "23505")]
    (outage,) = outages(outcomes(*steady, *lost).sort("due_us"))
    assert (outage.at_us // 1000, round(outage.until_us / 1000), outage.statements) == (3060, 4100, 3)
    assert outage.transactions == 3
    assert outage.what == "connections lost"
    assert outages(outcomes(*steady)) == []


def test_a_server_that_stops_responding_is_an_outage() -> None:
    """No statement ended while two sessions waited; an idle period is no outage."""
    before = [(n % 3, n / 100, n / 100 + 0.001, None) for n in range(100)]
    waiting = [(0, 1.0, 4.0, None), (1, 1.05, 4.01, None)]
    (outage,) = outages(outcomes(*before, *waiting, (2, 4.1, 4.2, None)))
    assert outage.what == "server stopped responding"
    assert 2.5e6 < outage.until_us - outage.at_us < 3.2e6
    assert outages(outcomes(*before, (0, 4.0, 4.01, None), (1, 4.0, 4.02, None))) == []
