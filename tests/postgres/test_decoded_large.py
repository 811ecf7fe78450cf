"""Large results of INSERT ... SELECT by several sessions at once: their ids, uuids and times are decoded and given back."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pgrehearse.capture.decode.attach import attach
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.replay.plan.plan import Ordering, Sync
from pgrehearse.targets.embedded.cluster import Cluster
from pgrehearse.workload.read import Workload
from tests.apps.captured_traffic import catalog_of
from tests.conftest import LogMark, connect, new_database
from tests.postgres.conftest import start_cluster, stop_cluster
from tests.postgres.decodings import decoding
from tests.replaying import replay
from tests.state_of_server import difference, read, unequal

DATABASE = "large_rows"
ROWS, SESSIONS = 3_000, 3
SCHEMA = """
create table lines (id bigserial primary key, number int, session int, key uuid default gen_random_uuid(), at timestamptz default clock_timestamp());
"""
TEXT = "insert into lines (number, session) select n, {} from generate_series(1, {}) n"


@pytest.fixture(scope="module")
def source(home: Path) -> Iterator[Cluster]:
    """The server of production; its WAL is logical."""
    cluster = start_cluster(home, 16, "large-source", wal_level="logical")
    yield cluster
    stop_cluster(cluster)


def create(cluster: Cluster) -> None:
    new_database(cluster, DATABASE, SCHEMA)


def insert(cluster: Cluster, session: int, barrier: threading.Barrier) -> None:
    with connect(cluster, DATABASE) as app:
        barrier.wait()
        app.execute("begin")  # the log has the id of the transaction
        app.execute(TEXT.format(session, ROWS).encode())
        app.execute("commit")


def test_large_results_of_insert_select(source: Cluster, pg16: Cluster, tmp_path: Path) -> None:
    """The ids of the sessions are interleaved, so that no statement has consecutive ones only."""
    create(source)
    mark = LogMark.now(source)
    catalog = catalog_of(source, DATABASE)
    barrier = threading.Barrier(SESSIONS)
    with decoding(source, DATABASE, tmp_path / "d.decoded") as running:
        threads = [threading.Thread(target=insert, args=(source, number, barrier)) for number in range(SESSIONS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        decoded = running.decoded()
    workload = mark.capture(tmp_path, "w", catalog=catalog)
    manifest = attach(CaptureOptions((), workload.path, catalog=catalog), [decoded])
    (lines,) = manifest.generated
    assert lines.drawn == {"decoded": ROWS * SESSIONS}
    create(pg16)
    plan = {"order": Ordering(Sync.COMMIT)}
    run, _ = replay(Workload.verified(workload.path), pg16, tmp_path / "r.run", database=DATABASE, plan=plan)
    assert run.manifest.ids is not None
    assert [(one.column, one.known, one.own) for one in run.manifest.ids.values] == [
        ("public.lines.key", ROWS * SESSIONS, 0),
        ("public.lines.at", ROWS * SESSIONS, 0),
    ]
    states = [read(cluster, DATABASE, tmp_path / f"{cluster.name}.state") for cluster in (source, pg16)]
    assert unequal(difference(*states)) == {}
