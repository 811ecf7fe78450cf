"""Results of every kind and size are read and discarded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest

from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.workload.read import Workload
from tests.conftest import LogMark, connect
from tests.replaying import replay

if TYPE_CHECKING:
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster


def test_results_of_every_kind_are_read_and_discarded(pg18: Cluster, tmp_path: Path) -> None:
    """Many rows, COPY TO, several statements in one string, NOTIFY: counted, and not kept in memory."""
    start = LogMark.now(pg18)
    with connect(pg18, "postgres", application="kinds") as connection:
        connection.execute("select repeat('x', 1000) from generate_series(1, 5000)")
        with connection.cursor().copy("copy (select generate_series(1, 300)) to stdout") as copy:
            assert len(list(copy)) == 300
        psycopg.ClientCursor(connection).execute("select 1; select 2; create temp table x(); drop table x")
        connection.execute("listen here")
        connection.execute("notify here, 'there'")
        connection.execute("select 'after'")
    workload = start.capture(tmp_path, "kinds")
    run, fit = replay(workload, pg18, tmp_path / "kinds.run", allowed=frozenset({"notify"}))
    assert fit.statements["ok"] == fit.statements["due"] == 6
    counted = run.outcomes().collect()["rows"].drop_nulls().sort().to_list()
    assert counted[-2:] == [300, 5000]


@pytest.mark.parametrize(
    ("rows", "most_mib"), [(30, 60), pytest.param(100, 100, marks=pytest.mark.soak)], ids=["300 MB", "1 GB"]
)
def test_a_large_result_is_never_in_memory(pg18: Cluster, tmp_path: Path, rows: int, most_mib: int) -> None:
    """Rows of 10 MB, read a few at a time: a worker's memory does not grow with the result."""
    peaks = []
    for count in (1, rows):
        start = LogMark.now(pg18)
        with connect(pg18, "postgres", application="large") as connection:
            size = 10_485_760 if count > 1 else 10
            connection.execute(
                f"create or replace function large() returns setof text language sql stable as 'select repeat(''x'', {size}) from generate_series(1, {count})'"
            )
            connection.execute("select count(*) from large()")
        # What production fetched is not in the log; the replay reads all of it.
        log = tmp_path / f"{count}.csv"
        log.write_bytes(start.settled().replace(b"select count(*) from large()", b"select        * from large()"))
        capture_logs(CaptureOptions((log,), tmp_path / f"{count}.workload"), tool_version="test")
        run, fit = replay(Workload.open(tmp_path / f"{count}.workload"), pg18, tmp_path / f"{count}.run")
        assert run.outcomes().collect()["rows"].max() == count
        assert fit.statements["failed"] == 0
        peaks.append(run.manifest.worker_peak_mib)
    assert peaks[1] - peaks[0] < most_mib, peaks
