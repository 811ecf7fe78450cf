"""Which sessions run on which host: balanced loads, few waits from host to host."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pgrehearse.replay.prepare.host_sessions import NO_WAITS, UNEVEN, assign_to_hosts, divide, waits_between
from pgrehearse.replay.prepare.session_selection import SessionCopy

if TYPE_CHECKING:
    from pathlib import Path


def copies(*loads: int) -> pl.DataFrame:
    """Sessions 0, 1, ... with so many events."""
    rows = [(session, 0, 0, events) for session, events in enumerate(loads)]
    schema = {"session": pl.Int32, "copy": pl.Int32, "shift_us": pl.Int64, "events": pl.Int64}
    return pl.DataFrame(rows, schema=schema, orient="row")


def waits(*rows: tuple[int, int, int]) -> pl.DataFrame:
    return pl.DataFrame(list(rows), schema=NO_WAITS.schema, orient="row")


def across(divided: list[pl.DataFrame], between: pl.DataFrame) -> int:
    """How many waits are for a transaction of another host."""
    host_of = {session: host for host, part in enumerate(divided) for session in part["session"]}
    return sum(n for one, other, n in between.iter_rows() if host_of[one] != host_of[other])


@given(
    st.lists(st.integers(1, 1000), min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 39), st.integers(0, 39), st.integers(1, 50)), max_size=80),
    st.lists(st.integers(1, 4), min_size=2, max_size=4),
)
def test_each_session_is_on_one_host_and_no_host_has_much_more_than_its_share(
    loads: list[int], rows: list[tuple[int, int, int]], workers: list[int]
) -> None:
    """At most 1.1 times its share, and one session: for every load and every order."""
    table = copies(*loads)
    between = waits(*{(one, other): (one, other, n) for one, other, n in rows if one != other}.values())
    divided = divide(table, between, workers)
    assert len(divided) == len(workers)
    assert sorted(session for part in divided for session in part["session"]) == list(range(len(loads)))
    for part, count in zip(divided, workers, strict=True):
        share = sum(loads) * count / sum(workers)
        assert part["events"].sum() <= (1 + UNEVEN) * share + max(loads)


@given(st.permutations(range(12)), st.integers(2, 4))
def test_sessions_that_wait_for_each_other_are_on_one_host(names: list[int], hosts: int) -> None:
    """Independent groups that fit on the hosts: no wait is for a transaction of another host."""
    size = len(names) // hosts
    between = waits(
        *((names[k], names[k + 1], 5) for k in range(len(names) - 1) if (k + 1) % size and k // size < hosts)
    )
    divided = divide(copies(*[10] * len(names)), between, [1] * hosts)
    assert across(divided, between) == 0
    assert [part["events"].sum() for part in divided] == [10 * size] * hosts


def test_the_pair_with_the_fewest_waits_is_separated() -> None:
    """A chain of four sessions on two hosts is divided where the fewest statements wait."""
    between = waits((0, 1, 9), (1, 2, 1), (2, 3, 9))
    assert across(divide(copies(10, 10, 10, 10), between, [1, 1]), between) == 1


def test_a_group_that_fits_on_no_host_is_divided_by_load() -> None:
    """All sessions wait for each other: both hosts have their share."""
    between = waits(*((one, other, 1) for one in range(6) for other in range(one)))
    assert [part["events"].sum() for part in divide(copies(*[10] * 6), between, [1, 1])] == [30, 30]


def test_without_waits_the_load_alone_decides() -> None:
    """The workers of a host have their sessions by load too; a worker without sessions is left out."""
    shards = assign_to_hosts(copies(10, 7, 4), None, [2, 2])
    assert [[len(shard) for shard in host] for host in shards] == [[1], [1, 1]]
    assert shards[0] == [[SessionCopy(0, 0, 0)]]
    assert assign_to_hosts(copies(10, 7), None, [2]) == [[[SessionCopy(0, 0, 0)], [SessionCopy(1, 0, 0)]]]


@pytest.fixture
def order(tmp_path: Path) -> Path:
    """Table 0 was written by the sessions 5, 6, 5; table 1 by session 7."""
    for name, values in (
        ("of_table", [0, 1, 2, 3]),
        ("firsts", [0, 3, 4]),
        ("sessions", [5, 6, 5, 7]),
    ):
        np.save(tmp_path / f"{name}.npy", np.array(values, dtype=np.int64))
    parts: list[dict[str, list[Any]]] = [
        {"session": [6, 7], "waits": [[0, 1], [0, 3, 1, 1]]},
        {"session": [6, 8, 5], "waits": [[0, 3], None, [0, 2]]},
    ]
    for part, columns in enumerate(parts):
        pl.DataFrame(columns).write_ipc(tmp_path / f"waits-{part:05}.arrow")
    return tmp_path


def test_waits_are_counted_by_the_last_transaction_that_a_statement_needs(order: Path) -> None:
    """A wait for a transaction of the own session does not count."""
    found = sorted(waits_between(order).rows())
    assert found == [(5, 6, 1), (6, 5, 2), (7, 5, 1)]
