"""Stale reads on readers are counted: the standby's replay is paused, or has caught up."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.runs.run_facts import StaleReads
from tests.conftest import LogMark, connect, superuser
from tests.postgres.readers import NAME, Servers, moved, with_standby
from tests.replaying import replay

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload


@pytest.fixture(scope="module")
def servers(pg18: Cluster, home: Path) -> Iterator[Servers]:
    with with_standby(pg18, home, "reader-behind") as both:
        yield both


@pytest.fixture(scope="module")
def workload(servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> Workload:
    """A session that writes and reads, and one that reads only; half a second after the write."""
    with superuser(servers.primary, NAME) as connection:
        connection.execute("create table never_written (n int); create view items as select * from item")
    mark = LogMark.now(servers.primary)
    with connect(servers.primary, NAME) as writer, connect(servers.primary, NAME, application="other") as reader:
        writer.execute("insert into item values (20, 'x')")
        for text in ("begin", "select pg_sleep(0.5)", "commit"):
            writer.execute(text.encode())
        for text in (
            "select name from item",
            "select n from never_written",
            "select 1",
            "update item set name = 'y' where id = 99",
        ):
            writer.execute(text.encode())
        reader.execute("select name from item")
        reader.execute("select name from items")
    captured = mark.capture(tmp_path_factory.mktemp("stale"), "w")
    restore(servers)
    return captured


def restore(servers: Servers) -> None:
    with superuser(servers.primary, NAME) as connection:
        connection.execute("delete from item where id = 20")
    servers.caught_up()


@contextmanager
def paused(servers: Servers) -> Iterator[None]:
    """Pause the standby's replay."""
    with superuser(servers.standby) as connection:
        connection.execute("select pg_wal_replay_pause()")
        yield
        connection.execute("select pg_wal_replay_resume()")
    restore(servers)


def test_reads_on_a_reader_that_does_not_replay_are_stale(servers: Servers, workload: Workload, tmp_path: Path) -> None:
    with paused(servers):
        run, fit = replay(
            workload, servers.primary, tmp_path / "r.run", database=NAME, speed=1.0, plan=moved(servers, "all")
        )
    assert (fit.errors["new"], fit.statements["failed"]) == (0, 0)
    assert run.manifest.readers is not None
    # The view's table is not named by the text: it is not certain that this read depends on the write.
    assert run.manifest.readers.stale == StaleReads(reads=5, stale=2, own=1, fresh=2, not_known=1)
    assert any("of 5 reads on readers 2 were stale" in note for note in run.manifest.notes)
    positions = pl.read_parquet(run.path / "positions.parquet", glob=False)
    assert positions["server"].n_unique() == 2
    assert positions.filter(pl.col("server") != "")["position"].n_unique() == 1


def test_reads_on_a_reader_that_has_caught_up_are_fresh(servers: Servers, workload: Workload, tmp_path: Path) -> None:
    run, _ = replay(workload, servers.primary, tmp_path / "r.run", database=NAME, speed=1.0, plan=moved(servers, "all"))
    assert run.manifest.readers is not None
    assert run.manifest.readers.stale == StaleReads(reads=5, fresh=5)
    restore(servers)
