"""Two passes on a real server: the first one counts draws, the second one has the ids that follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pgrehearse.base import event_loop
from pgrehearse.replay.plan.plan import Ordering, ReplayPlan, Sync
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal
from pgrehearse.scenarios.replaying.two_passes import first_run, rehearse_twice
from pgrehearse.targets.catalog_reader import read_catalog
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.workload.read import Workload
from tests.apps import order_system
from tests.apps.produced_ids import compared
from tests.conftest import LogMark
from tests.postgres.conftest import start_cluster

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import polars as pl

    from pgrehearse.targets.embedded.cluster import Cluster


@pytest.fixture
def copy(home: Path) -> Iterator[Cluster]:
    """A server with the order system and a snapshot of its start."""
    cluster = start_cluster(home, 18, "passes", log_min_duration_statement="0")
    order_system.create(cluster)
    clusters.stop(cluster)
    clusters.keep_snapshot(cluster)
    clusters.start(cluster)
    yield cluster
    clusters.destroy(cluster)


def right(found: pl.DataFrame, sequence: str) -> float:
    """Return the share of a sequence's ids that are production's."""
    share = found.filter(found["sequence"] == sequence)["right"].mean()
    assert isinstance(share, float)
    return share


def test_a_second_pass_has_the_ids_of_statements_that_draw_an_unknown_number(copy: Cluster, tmp_path: Path) -> None:
    """INSERT ... SELECT: its ids are guessed first, and then follow from the numbers of the first pass."""
    mark = LogMark.now(copy)
    catalog = event_loop.run(read_catalog(copy.endpoint(), {order_system.DATABASE}))
    order_system.run(copy, sessions=8, transactions=20, seed=5)
    workload = mark.capture(tmp_path, "orders", catalog=catalog)
    produced = {"public.archive_id_seq": order_system.ids(copy, "archive")}
    before = right(compared(workload, produced), "public.archive_id_seq")
    clusters.reset(copy)
    plan = ReplayPlan(copy.endpoint(order_system.DATABASE), speed=None, writes=True, order=Ordering(Sync.COMMIT))
    rehearsal = Rehearsal(workload.path, tmp_path / "second.run", plan, metrics=False)
    run, _ = rehearse_twice(rehearsal, lambda _: None)
    again = Workload.verified(workload.path)
    assert first_run(run.path).exists()
    assert again.manifest.digest == workload.manifest.digest
    assert before < right(compared(again, produced), "public.archive_id_seq")
    # Two statements that drew at the same time may have each other's ids, which are guessed. All others follow from the numbers.
    counted = compared(again, produced).filter(how="counted")
    assert not counted.is_empty()
    assert counted["right"].all()
    facts = run.manifest.ids
    assert facts is not None
    assert {one.sequence for one in facts.sequences if one.known.get("counted")} >= {"public.archive_id_seq"}
