"""Production's ids in several databases with sequences of the same name, and on two servers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from pgrehearse.base import event_loop
from pgrehearse.replay.plan.routing import Route, Routing
from pgrehearse.targets.catalog_reader import read_catalog
from pgrehearse.targets.embedded import registry
from pgrehearse.workload.write_pins import write_pins
from tests.conftest import LogMark, connect, drop_database, new_database, superuser
from tests.replaying import replay

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster

FIRST = {"ids_a": 500, "ids_b": 70}  # production's first id in each database; the targets' ids begin at 1
TRAFFIC = (
    ("ids_a", "postgres", ("a 1", "a 2", "a 3")),
    ("ids_b", "postgres", ("b 1", "b 2")),
    ("ids_a", "ids_reporter", ("r 1", "not pinned", "r 2")),
)

SCHEMA = """
create table t (id serial primary key, v text); grant all on t to ids_reporter; grant all on sequence t_id_seq to ids_reporter;
"""


def drop(cluster: Cluster) -> None:
    """Drop the databases and the role."""
    for name in FIRST:
        drop_database(cluster, name)
    with superuser(cluster) as connection:
        connection.execute("drop role if exists ids_reporter")


def create(cluster: Cluster) -> None:
    """Create the databases again, without rows."""
    drop(cluster)
    with superuser(cluster) as connection:
        connection.execute("create role ids_reporter login")
    for name in FIRST:
        new_database(cluster, name, SCHEMA)


def rows(cluster: Cluster, database: str) -> list[tuple[object, ...]]:
    with superuser(cluster, database) as connection:
        return connection.execute("select id, v from t order by id").fetchall()


@pytest.fixture
def both(pg16: Cluster, pg18: Cluster) -> Iterator[tuple[Cluster, Cluster]]:
    for cluster in (pg16, pg18):
        create(cluster)
    yield pg18, pg16
    for cluster in (pg16, pg18):
        drop(cluster)


def test_each_database_of_each_server_draws_its_own_ids(both: tuple[Cluster, Cluster], tmp_path: Path) -> None:
    """The sessions of one user go to another server. Draws without a known id are counted where they were drawn."""
    main, other = both
    for name, first in FIRST.items():
        with superuser(main, name) as connection:
            connection.execute(f"select setval('t_id_seq', {first}, false)".encode())
    catalog = event_loop.run(read_catalog(main.endpoint(), set(FIRST)))
    mark = LogMark.now(main)
    for name, user, values in TRAFFIC:
        with connect(main, name, user=user) as connection:
            for value in values:
                connection.execute(f"insert into t (v) values ('{value}')".encode())
    produced = {name: rows(main, name) for name in FIRST}
    workload = mark.capture(tmp_path, "ids", catalog=catalog)
    unpinned = workload.events().filter(pl.col("sql").cast(pl.String).str.contains("not pinned")).collect()
    pins = workload.pins().join(unpinned.select("session", "seq"), on=["session", "seq"], how="anti")
    write_pins(workload, pins, workload.manifest.generated)
    for cluster in both:
        create(cluster)
    registry.mark_fresh(other)
    routing = Routing(routes=(Route(other.endpoint(), user="ids_reporter"),))
    run, fit = replay(workload, main, tmp_path / "r.run", database="ids_a", plan={"routing": routing})
    assert fit.statements["failed"] == 0
    assert rows(main, "ids_a") == [row for row in produced["ids_a"] if str(row[1]).startswith("a")]
    assert rows(main, "ids_b") == produced["ids_b"]
    reported = [row for row in produced["ids_a"] if str(row[1]).startswith("r")]
    assert rows(other, "ids_a")[:2] == reported
    assert rows(other, "ids_a")[2][1] == "not pinned"
    assert rows(other, "ids_b") == []
    assert run.manifest.ids is not None
    counted = sorted((one.database, sum(one.known.values()), one.beyond) for one in run.manifest.ids.sequences)
    assert counted == [("ids_a", 2, 1), ("ids_a", 3, 0), ("ids_b", 2, 0)]
