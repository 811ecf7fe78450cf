"""The longest chain of sessions that wait for locks, and circles of them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, cast

import pytest

from pgrehearse.metrics.lock_chains import LockChains, in_both, lock_chains
from pgrehearse.metrics.probes.server import PrimaryProbe

if TYPE_CHECKING:
    from pgrehearse.metrics.connection import ServerConnection
    from pgrehearse.metrics.sample_buffer import Sample

CIRCLE = {1: [2], 2: [1]}


@pytest.mark.parametrize(
    ("blockers", "depth", "cycles"),
    [
        ({}, 0, 0),
        ({0: []}, 0, 0),
        ({2: [1]}, 1, 0),
        ({2: [1], 3: [1]}, 1, 0),
        ({2: [1], 3: [1, 2], 4: [1, 2, 3]}, 3, 0),  # the queue of one lock
        ({2: [0]}, 1, 0),  # a prepared transaction has no session
        (CIRCLE, 2, 1),
        ({1: [2], 2: [3], 3: [1]}, 3, 1),
        ({**CIRCLE, 3: [1, 2], 4: [3]}, 4, 1),  # two sessions behind a circle
        ({**CIRCLE, 5: [6], 6: [5]}, 2, 2),
        ({**CIRCLE, 5: [6, 1], 6: [5]}, 4, 2),  # a circle waits for another one
        ({1: [2, 3], 2: [1], 3: [1]}, 3, 1),  # two circles share a session
        ({1: [1], 2: [1]}, 1, 0),  # a parallel worker waits for its own leader
    ],
)
def test_the_depth_of_a_circle_is_the_number_of_its_sessions(
    blockers: dict[int, list[int]], depth: int, cycles: int
) -> None:
    assert lock_chains(blockers) == LockChains(depth, cycles)


def test_a_long_queue_has_its_full_depth() -> None:
    """Each of 300 sessions is blocked by all before it."""
    assert lock_chains({session: list(range(session)) for session in range(1, 301)}) == LockChains(300)


def test_waits_that_one_reading_alone_has_are_no_circle() -> None:
    """Session 1 got its lock between two readings."""
    assert lock_chains(in_both(CIRCLE, {2: [1]})) == LockChains(1)
    assert lock_chains(in_both(CIRCLE, CIRCLE)) == LockChains(2, 1)


class Readings:
    """A connection whose every reading of blockers is the next one; other queries have no rows."""

    def __init__(self, *readings: dict[int, list[int]]) -> None:
        self.readings = list(readings)
        self.samples: list[Sample] = []
        self.buffer = self

    def add(self, sample: Sample) -> None:
        self.samples.append(sample)

    async def query(self, name: str, *_arguments: object) -> list[dict[str, Any]]:
        if name != "lock_blockers":
            return []
        return [{"pid": pid, "blockers": blockers} for pid, blockers in self.readings.pop(0).items()]


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        ([{0: [], 2: [1]}], {"lock_depth": 1, "lock_cycles": 0}),
        ([{0: []}], {"lock_depth": 0, "lock_cycles": 0}),
        ([{0: [], **CIRCLE}, {0: [], **CIRCLE}], {"lock_depth": 2, "lock_cycles": 1}),
        ([{0: [], **CIRCLE}, {0: [], 2: [1]}], {"lock_depth": 1, "lock_cycles": 0}),
        ([{0: [], **CIRCLE}, {0: []}], {"lock_depth": 0, "lock_cycles": 0}),
        ([{}], {}),  # the server was not read
        ([{0: [], **CIRCLE}, {}], {}),
    ],
)
def test_a_circle_is_sampled_if_a_second_reading_confirms_it(
    readings: list[dict[int, list[int]]], expected: dict[str, int]
) -> None:
    """Where the server was not read there is no sample: that is not a depth of 0."""
    connection = Readings(*readings)
    asyncio.run(PrimaryProbe(cast("ServerConnection", connection), (), "primary").sample(0))
    assert {sample.metric: sample.value for sample in connection.samples} == expected
    assert not connection.readings
