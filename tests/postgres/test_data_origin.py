"""The moment of a target's data: stored at the adoption, and compared with the start of the replay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.base import event_loop
from pgrehearse.runs.start_gap import DECLARED
from pgrehearse.targets import adoption
from pgrehearse.targets.data_origin import read_origin, write_origin
from pgrehearse.targets.server_facts import connect as connect_facts
from pgrehearse.targets.target import NO_ORIGIN, DataOrigin
from tests.conftest import LogMark, connect, drop_database, new_database, superuser
from tests.replaying import replay

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.runs.read import Run
    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload

NAME = "data_origin"
SECOND = 1_000_000


class Yes:
    """Agrees to everything."""

    def show(self, text: str) -> None: ...

    async def confirm(self, _question: str) -> bool:
        return True


@pytest.fixture(scope="module")
def target(pg16: Cluster) -> Iterator[Cluster]:
    new_database(pg16, NAME, "create schema pgrehearse; create table t (n int)")
    yield pg16
    drop_database(pg16, NAME)


@pytest.fixture(scope="module")
def workload(target: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Workload:
    """A read, two writes and a read, with time between them."""
    mark = LogMark.now(target)
    with connect(target, NAME) as connection:
        for text in ("select 1", "insert into t values (1)", "update t set n = 2", "select 2"):
            connection.execute(text.encode())
            connection.execute("select pg_sleep(0.05)")
    return mark.capture(tmp_path_factory.mktemp("origin"), "w")


async def stored(cluster: Cluster, origin: DataOrigin | None = None) -> DataOrigin:
    connection = await connect_facts(cluster.endpoint(NAME))
    try:
        if origin is not None:
            await write_origin(connection, origin)
        return await read_origin(connection)
    finally:
        await connection.close()


def replayed(workload: Workload, target: Cluster, folder: Path, at_us: int, from_us: int = 0) -> Run:
    event_loop.run(stored(target, DataOrigin("restored from", "snap-1", at_us)))
    run, _ = replay(workload, target, folder / "r.run", database=NAME, writes=False, plan={"from_us": from_us})
    return run


def before_us(workload: Workload, text: str) -> int:
    """Return an instant before a statement, relative to the window: that of the sleep before it."""
    events = workload.events().filter(pl.col("sql") == text.encode()).collect()
    return int(events["at_us"][0]) - 25_000


def test_data_that_is_older_lacks_the_statements_between(target: Cluster, workload: Workload, tmp_path: Path) -> None:
    start_us = workload.manifest.window_start_us
    from_us = before_us(workload, "update t set n = 2")
    gap = replayed(workload, target, tmp_path, start_us, from_us).manifest.start_gap
    assert (gap.how, gap.name, gap.known) == ("restored from", "snap-1", DECLARED)
    assert (gap.gap_us, gap.statements, gap.writes, gap.whole) == (from_us, 4, 1, True)
    run = replayed(workload, target, tmp_path, start_us - 10 * SECOND)
    gap = run.manifest.start_gap
    assert (gap.gap_us, gap.statements, gap.whole) == (10 * SECOND, 0, False)
    assert any("10 s before the start of the replay: at least 0 statements" in note for note in run.manifest.notes)


def test_data_that_is_newer_has_statements_twice(target: Cluster, workload: Workload, tmp_path: Path) -> None:
    at_us = before_us(workload, "select 2")
    gap = replayed(workload, target, tmp_path, workload.manifest.window_start_us + at_us).manifest.start_gap
    assert (gap.gap_us, gap.statements, gap.writes, gap.whole) == (-at_us, 6, 2, True)


def test_an_adoption_stores_the_moment_and_a_later_one_keeps_it(target: Cluster) -> None:
    origin = DataOrigin("restored from", "snap-2", 1_764_000_000 * SECOND)
    for given in (origin, NO_ORIGIN):
        request = adoption.AdoptionRequest(3600 * SECOND, frozenset(), disarms=False, data=given)
        adopted = event_loop.run(adoption.adopt(target.endpoint(NAME), request, Yes()))
        assert adopted.data == origin
        assert adopted.document()["data"] == {"how": origin.how, "name": origin.name, "at_us": origin.at_us}
    assert event_loop.run(adoption.release(target.endpoint(NAME)))
    assert event_loop.run(stored(target)) == NO_ORIGIN
    with superuser(target, NAME) as connection:
        connection.execute("create schema pgrehearse")
