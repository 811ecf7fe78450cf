"""Sessions of captured readers are replayed to the readers of the target."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pgrehearse.base.errors import TargetProblem, UsageProblem
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.replay.plan.routing import Reader, Routing
from pgrehearse.workload.read import Workload
from tests.conftest import LogMark, connect, drop_database, new_database, superuser
from tests.postgres.readers import NAME, Servers, to_reader, with_standby
from tests.replaying import replay

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pgrehearse.targets.embedded.cluster import Cluster


@pytest.fixture(scope="module")
def servers(pg18: Cluster, home: Path) -> Iterator[Servers]:
    with with_standby(pg18, home, "reader-of-sessions") as both:
        yield both


@pytest.fixture(scope="module")
def workload(servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> Workload:
    """Captured from the primary (a write, a read) and from its standby (a read)."""
    folder = tmp_path_factory.mktemp("captured")
    marks = [LogMark.now(cluster) for cluster in servers]
    with connect(servers.primary, NAME) as connection:
        connection.execute("select /* on the writer */ name from item")
        connection.execute("insert into item values (2, 'b')")
    servers.caught_up()
    with connect(servers.standby, NAME) as connection:
        connection.execute("select /* on the reader */ name from item where id = 1")
    logs = [folder / "writer.csv", folder / "reader1.csv"]
    for log, mark in zip(logs, marks, strict=True):
        log.write_bytes(mark.settled())
    paths = tuple(f"{log.stem}={log}" for log in logs)
    capture_logs(CaptureOptions(paths, folder / "w.workload", readers=("reader1", "other")), tool_version="test")
    with superuser(servers.primary, NAME) as connection:
        connection.execute("delete from item where id = 2")
    servers.caught_up()
    return Workload.open(folder / "w.workload")


def test_sessions_of_a_captured_reader_are_replayed_to_the_reader(
    servers: Servers, workload: Workload, tmp_path: Path
) -> None:
    assert workload.manifest.readers == ["reader1"]
    marks = [LogMark.now(cluster) for cluster in servers]
    run, fit = replay(workload, servers.primary, tmp_path / "r.run", database=NAME, plan=to_reader(servers))
    on_primary, on_reader = (mark.settled() for mark in marks)
    assert (b"on the writer" in on_primary, b"on the reader" in on_primary) == (True, False)
    assert (b"on the writer" in on_reader, b"on the reader" in on_reader) == (False, True)
    assert (fit.statements["ok"], fit.errors["new"]) == (3, 0)
    assert run.manifest.readers is not None
    assert run.manifest.readers.stale is not None
    assert run.manifest.readers.stale.reads == 1
    assert any("captured reader reader1 were replayed to" in note for note in run.manifest.notes)
    with superuser(servers.primary, NAME) as connection:
        connection.execute("delete from item where id = 2")


@pytest.mark.usefixtures("steady_latency")
def test_every_instance_is_warmed(servers: Servers, workload: Workload, tmp_path: Path) -> None:
    plan = to_reader(servers)
    run, fit = replay(
        workload, servers.primary, tmp_path / "r.run", database=NAME, writes=False, plan=plan, warm_up_us=60_000_000
    )
    assert [(one.ended, one.relations) for one in run.manifest.warm_up] == [("settled", 1)] * 2
    assert len({one.instance for one in run.manifest.warm_up}) == 2
    assert not [reason for reason in fit.unfit if reason.what == "warm-up"]
    assert sum("the warm-up of" in note for note in run.manifest.notes) == 2


def test_without_a_reader_the_sessions_are_replayed_to_the_target_and_a_note_names_them(
    servers: Servers, workload: Workload, tmp_path: Path
) -> None:
    run, fit = replay(workload, servers.primary, tmp_path / "r.run", database=NAME, writes=False)
    assert fit.statements["ok"] == 2
    assert any("reader1 were replayed to the target itself" in note for note in run.manifest.notes)


def test_a_reader_is_a_standby_of_the_target(
    servers: Servers, workload: Workload, pg16: Cluster, tmp_path: Path
) -> None:
    primary = {"routing": Routing(readers=(Reader(servers.primary.endpoint(NAME)),))}
    with pytest.raises(UsageProblem, match="is the target itself"):
        replay(workload, servers.primary, tmp_path / "r.run", database=NAME, plan=primary)
    new_database(pg16, NAME)
    with pytest.raises(TargetProblem, match="not in recovery"):
        replay(workload, pg16, tmp_path / "r.run", database=NAME, writes=False, plan=primary)
    with pytest.raises(TargetProblem, match="its system identifier is"):
        replay(workload, pg16, tmp_path / "r.run", database=NAME, writes=False, plan=to_reader(servers))
    drop_database(pg16, NAME)
    with pytest.raises(UsageProblem, match="no instance 'reader2'"):
        replay(workload, servers.primary, tmp_path / "r.run", database=NAME, plan=to_reader(servers, "reader2"))
