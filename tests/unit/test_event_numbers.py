"""The numbers of a server's events in a workload of several servers."""

from __future__ import annotations

import numpy as np
import polars as pl

from pgrehearse.workload.arrays import Ints
from pgrehearse.workload.event_numbers import EventNumbers
from pgrehearse.workload.schema import EVENTS


def numbers(
    first_session: int, shapes: list[int], logs: list[int], records: list[int], firsts: list[int]
) -> EventNumbers:
    def array(values: list[int]) -> Ints:
        return np.array(values, dtype=np.int64)

    kept = np.ones(2, dtype=np.bool_)
    return EventNumbers(kept, 0, first_session, array(shapes), array(logs), array(records), array(firsts))


def events() -> pl.DataFrame:
    """Four events of two logs: the second log begins with record 3."""
    columns = {
        "session": [0, 0, 1, 1],
        "shape": [1, None, 0, 1],
        "file": [0, 0, 1, 1],
        "record": [0, 2, 3, 4],
        "bind_record": [None, 1, 2, None],
        "last_record": [0, 3, 3, 4],
        "commit_rank": [None, 2, None, 4],
    }
    frame = pl.DataFrame(columns, schema={name: EVENTS[name] for name in columns})
    return frame.match_to_schema(EVENTS, missing_columns="insert")


def test_each_number_is_that_of_the_workload() -> None:
    """Between the two logs is one of another server with five records; an event that began in the first log ends in the second."""
    new = numbers(7, [4, 2], [0, 2], [0, 3], [10, 18]).renumber(events())
    assert new.schema == EVENTS
    assert new["session"].to_list() == [7, 7, 8, 8]
    assert new["shape"].to_list() == [2, None, 4, 2]
    assert new["file"].to_list() == [0, 0, 2, 2]
    assert new["record"].to_list() == [10, 12, 18, 19]
    assert new["bind_record"].to_list() == [None, 11, 12, None]
    assert new["last_record"].to_list() == [10, 18, 18, 19]
    assert new["commit_rank"].to_list() == [None, 12, None, 19]


def test_the_logs_of_another_server_may_all_be_earlier() -> None:
    """All records are shifted by the same number."""
    new = numbers(0, [0, 1], [1, 2], [0, 3], [5, 8]).renumber(events())
    assert new["record"].to_list() == [5, 7, 8, 9]
    assert new["bind_record"].to_list() == [None, 6, 7, None]
    assert new["session"].to_list() == [0, 0, 1, 1]


def test_the_events_of_one_server_are_not_copied() -> None:
    """A capture of one server costs nothing more."""
    frame = events()
    assert numbers(0, [0, 1], [0, 1], [0, 3], [0, 3]).renumber(frame) is frame
