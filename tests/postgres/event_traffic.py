"""The traffic of the tests of events in mid-run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conftest import LogMark, connect

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload


def reads_and_writes(cluster: Cluster, database: str, writes: list[str], folder: Path) -> Workload:
    """Capture two sessions: one reads table t for 0.1 s each time, the other one executes a statement of *writes* after each read."""
    mark = LogMark.now(cluster)
    with connect(cluster, database) as first, connect(cluster, database) as second:
        for write in writes:
            first.execute("select count(*), pg_sleep(0.1) from t")
            second.execute(write)
    return mark.capture(folder, database)
