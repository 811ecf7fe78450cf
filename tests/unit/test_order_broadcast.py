"""Transactions that end on one host are noted on the others (``cluster.order_broadcast``)."""

from __future__ import annotations

import os
import threading
from concurrent.futures import Future
from contextlib import closing
from typing import TYPE_CHECKING, Any

import numpy as np

from pgrehearse.replay.cluster.order_broadcast import CALLS, OrderBroadcast
from pgrehearse.replay.session.commit_gate import (
    ENDED,
    TIMED_OUT,
    CommitGate,
    WakeupPipes,
    make_flags,
    map_flags,
    note_ends,
)
from pgrehearse.replay.workers.host_workers import CONTEXT, HostLost

if TYPE_CHECKING:
    from pathlib import Path

# How long a test waits for what has to occur.
LONG_S = 60


class Host:
    """Another host: records what it gets; *held*: its calls do not return; *lost*: they fail at once."""

    def __init__(self, *, held: bool = False, lost: bool = False) -> None:
        self.name = "other"
        self.held, self.lost = held, lost
        self.got: list[bytes] = []
        self.calls: list[Future[Any]] = []
        self.changed = threading.Condition()

    def submit(self, method: str, *args: object) -> Future[Any]:
        assert method == "note_ends"
        (ends,) = args
        assert isinstance(ends, bytes)
        call: Future[Any] = Future()
        with self.changed:
            self.got.append(ends)
            self.calls.append(call)
            self.changed.notify_all()
        if self.lost:
            call.set_exception(HostLost("b", "its process ended"))
        elif not self.held:
            call.set_result(None)
        return call

    def shutdown(self) -> None: ...

    def wait_for(self, count: int) -> bytes:
        """Return all ends, when there are so many bytes."""
        with self.changed:
            assert self.changed.wait_for(lambda: sum(map(len, self.got)) >= count, LONG_S)
            return b"".join(self.got)


def directory(place: Path) -> Path:
    """Three transactions of sessions 7, 8, 9: 0 and 2 write table 0, 1 writes table 1."""
    place.mkdir()
    for name, values in (
        ("of_table", [0, 2, 1]),
        ("firsts", [0, 2, 3]),
        ("sessions", [7, 8, 9]),
        ("transactions", [0, 3, 5]),
    ):
        np.save(place / f"{name}.npy", np.array(values, dtype=np.int64))
    make_flags(place, 3)
    return place


class Waiter:
    """Records when it is called."""

    def __init__(self) -> None:
        self.called: list[int] = []

    def proceed(self, now: int) -> None:
        self.called.append(now)


def test_a_statement_continues_when_its_transaction_ended_on_another_host(tmp_path: Path) -> None:
    """An end, and a wait that timed out, are noted there; the workers are woken only if a statement waits for one of them."""
    here, there = directory(tmp_path / "here"), directory(tmp_path / "there")
    other = Host()
    broadcast = OrderBroadcast([other])
    own, writer = CONTEXT.Pipe(duplex=False)
    with closing(own), closing(writer):
        gate = CommitGate(here, WakeupPipes(own, (), broadcast.writer))
        other_gate, waiter = CommitGate(there, WakeupPipes(own, ())), Waiter()
        assert other_gate.wait(1, waiter)
        flags = map_flags(there)
        gate.end(0, 1)
        first = other.wait_for(8)
        assert not note_ends(flags, first)
        gate.end(1, 2, TIMED_OUT)
        gate.end(1, 3)  # the transaction ends after that
        assert note_ends(flags, other.wait_for(24)[8:])
        broadcast.writer.close()
        other_gate.check_waiting(4)
    assert waiter.called == [4]
    assert flags[:3].tolist() == [ENDED, TIMED_OUT, 0]
    assert other_gate.is_timed_out(1)
    assert other_gate.blocker([0, 1, 1, 1]) == -1
    assert other_gate.blocker([0, 2]) == 2


def test_a_host_that_does_not_answer_gets_the_rest_in_one_call() -> None:
    """The number of its calls is bounded, nothing is missing, and the other hosts get theirs."""
    stalled, other = Host(held=True), Host()
    broadcast = OrderBroadcast([stalled, other])
    expected = b""
    for number in range(CALLS + 3):  # each is sent before the next is written
        record = number.to_bytes(8, "little")
        os.write(broadcast.writer.fileno(), record)
        expected += record
        assert other.wait_for(len(expected)) == expected
    broadcast.writer.close()
    assert len(stalled.calls) == CALLS
    stalled.calls[0].set_result(None)
    assert stalled.wait_for(len(expected)) == expected
    assert len(stalled.calls) == CALLS + 1


def test_a_host_that_is_lost_gets_nothing_more() -> None:
    """Its first call fails; the other host gets everything."""
    lost, other = Host(lost=True), Host()
    broadcast = OrderBroadcast([lost, other])
    for turn in (1, 2):
        os.write(broadcast.writer.fileno(), bytes(8))
        other.wait_for(8 * turn)
    broadcast.writer.close()
    assert len(lost.got) == 1


def test_a_worker_whose_host_ended_goes_on(tmp_path: Path) -> None:
    """The end of a transaction is noted in its own file, without an error."""
    reader, writer = CONTEXT.Pipe(duplex=False)
    reader.close()
    own, own_writer = CONTEXT.Pipe(duplex=False)
    with closing(own), closing(own_writer), closing(writer):
        gate = CommitGate(directory(tmp_path / "here"), WakeupPipes(own, (), writer))
        gate.end(2, 1)
    assert gate.blocker([0, 2]) == 0
