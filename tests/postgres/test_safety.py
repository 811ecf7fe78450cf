"""Where a replay may go: proof, mark, spent, source. Every refusal has its sentence and exit code 4."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.replay.plan.plan import Ordering, ReplayPlan, Sync
from pgrehearse.scenarios.rehearsal import Rehearsal, rehearse
from pgrehearse.targets import safety
from pgrehearse.targets.adoption_mark import read_mark, write_mark
from pgrehearse.targets.doctor import diagnose
from pgrehearse.targets.embedded import binaries, registry
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.server_facts import connect as connect_facts
from pgrehearse.targets.source_check import refuse_source
from tests.conftest import LogMark, connect, superuser

if TYPE_CHECKING:
    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload


@pytest.fixture
def workload(pg16: Cluster, tmp_path: Path) -> Workload:
    start = LogMark.now(pg16)
    with connect(pg16, "postgres") as connection:
        connection.execute("select 1")
    return start.capture(tmp_path, "w")


@pytest.fixture
def foreign(pg16: Cluster, monkeypatch: pytest.MonkeyPatch) -> Cluster:
    """A server that is not recognised as an embedded one of ours: somebody's own."""
    monkeypatch.setattr(registry, "of_data_directory", lambda _data, _port: None)
    return pg16


def attempt(workload: Workload, target: Endpoint, output: Path, *, dirty: bool = False, **plan: Any) -> None:
    rehearse(
        Rehearsal(workload.path, output, ReplayPlan(target, speed=None, **plan), dirty=dirty, metrics=False, force=True)
    )


def test_writes_need_a_proof(foreign: Cluster, workload: Workload, tmp_path: Path) -> None:
    """An unmarked database is refused for writes and takes reads."""
    with superuser(foreign) as connection:
        connection.execute("drop schema if exists pgrehearse cascade")
    with pytest.raises(TargetProblem, match="has not proved") as caught:
        attempt(workload, foreign.endpoint(), tmp_path / "r.run", writes=True)
    assert caught.value.exit_code == 4
    assert not (tmp_path / "r.run").exists()
    attempt(workload, foreign.endpoint(), tmp_path / "r.run", writes=False)


def test_a_mark_is_a_proof_until_it_is_spent(foreign: Cluster, workload: Workload, tmp_path: Path) -> None:
    """Adopted: once; then reset or --dirty, which the manifest tells."""

    async def mark() -> None:
        connection = await connect_facts(foreign.endpoint())
        await write_mark(connection)
        assert await read_mark(connection) is not None
        await connection.close()

    asyncio.run(mark())
    try:
        attempt(workload, foreign.endpoint(), tmp_path / "r.run", writes=True)
        with pytest.raises(TargetProblem, match="replayed to before"):
            attempt(workload, foreign.endpoint(), tmp_path / "r.run", writes=True)
        attempt(workload, foreign.endpoint(), tmp_path / "r.run", writes=True, dirty=True)
        assert '"spent": true' in (tmp_path / "r.run" / "manifest.json").read_text()
    finally:
        with superuser(foreign) as connection:
            connection.execute("drop schema pgrehearse cascade")


@pytest.mark.parametrize("by", ["place", "postmaster"])
def test_the_source_itself_is_refused_marked_or_not(pg16: Cluster, by: str) -> None:
    """By host and port, and by its postmaster's start; the same system identifier alone proves nothing."""
    known = asyncio.run(_facts(pg16))
    source: dict[str, Any] = {"system_identifier": known.system_identifier}
    refuse_source(known, source)
    source |= (
        {"host": known.host, "port": known.port}
        if by == "place"
        else {"host": "elsewhere", "postmaster_start": known.postmaster_start}
    )
    with pytest.raises(TargetProblem, match="captured from"):
        refuse_source(known, source)


def test_a_standby_is_refused(home: Path, pg16: Cluster) -> None:
    """It follows somebody."""
    standby = clusters.follow(pg16, home / "standby-proof", name="standby-proof")
    try:
        with pytest.raises(TargetProblem, match="is a standby"):
            asyncio.run(safety.examine(standby.endpoint(), {}))
    finally:
        clusters.stop(standby)
        with superuser(pg16) as connection:
            connection.execute("select pg_drop_replication_slot(slot_name) from pg_replication_slots where not active")


def test_reset_brings_an_embedded_server_back(home: Path) -> None:
    """In seconds, to the byte's worth of its snapshot, and fresh again."""
    cluster = clusters.create(home / "resettable", version=18, name="resettable", settings={"fsync": "off"})
    clusters.keep_snapshot(cluster)
    clusters.start(cluster)
    try:
        with superuser(cluster) as connection:
            connection.execute("create table scratch ()")
        registry.mark_spent(cluster, "digest")
        clusters.reset(cluster)
        registry.refresh(cluster)
        with superuser(cluster) as connection:
            assert connection.execute("select count(*) from pg_class where relname = 'scratch'").fetchone() == (0,)
        assert not asyncio.run(safety.examine(cluster.endpoint(), {})).spent
    finally:
        clusters.stop(cluster)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"port": 1}, "unreachable"),
        ({"database": "nosuch"}, "the database does not exist"),
        ({"user": "nosuch"}, "login was refused"),
    ],
)
def test_a_target_that_cannot_be_used_is_told_in_one_sentence(
    pg16: Cluster, workload: Workload, tmp_path: Path, change: dict[str, Any], said: str
) -> None:
    """Down, without the database, without the role: exit 4 with a remedy, nothing written."""
    words: dict[str, Any] = {"port": pg16.port, "database": "postgres", "user": "postgres"} | change
    with pytest.raises(TargetProblem, match=said) as caught:
        attempt(workload, Endpoint(**words), tmp_path / "r.run", writes=False)
    assert caught.value.remedy
    assert not list(tmp_path.glob("r.run*"))


def test_a_refused_password_is_told_without_it(home: Path, workload: Workload, tmp_path: Path) -> None:
    """The password is nowhere in what is said."""
    cluster = clusters.create(home / "locked", version=16, name="locked")
    (cluster.data / "pg_hba.conf").write_text("host all all 127.0.0.1/32 scram-sha-256\n")
    clusters.start(cluster)
    try:
        with pytest.raises(TargetProblem, match="password was refused") as caught:
            attempt(
                workload, Endpoint("127.0.0.1", cluster.port, "postgres", "postgres", "hunter22"), tmp_path / "r.run"
            )
        assert "hunter22" not in caught.value.message + caught.value.remedy
    finally:
        clusters.stop(cluster)


def test_the_doctor_names_each_setting_to_change(pg16: Cluster) -> None:
    """Value, what is lost, and the SQL that mends it."""
    with superuser(pg16) as connection:
        connection.execute("alter system set log_min_duration_statement = 250")
        connection.execute("select pg_reload_conf()")
        connection.execute("select pg_sleep(0.1)")
    try:
        findings = {one.name: one for one in asyncio.run(diagnose(pg16.endpoint())).source}
        assert findings["log_destination"].well
        bad = findings["log_min_duration_statement"]
        assert (bad.value, bad.well) == ("250", False)
        assert "alter system set log_min_duration_statement = '0'" in bad.change
    finally:
        with superuser(pg16) as connection:
            connection.execute("alter system reset log_min_duration_statement")
            connection.execute("select pg_reload_conf()")


async def _facts(cluster: Cluster) -> Any:
    from pgrehearse.targets.server_facts import identity

    return await identity(cluster.endpoint())


def test_programs_under_a_closed_directory_are_copied_to_an_open_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An environment in root's home is out of reach for the account that runs the servers; a copy is not."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    for folder in (tmp_path, *list(tmp_path.parents)[:-2]):
        folder.chmod(0o755)
    copied = binaries.copied(binaries.programs(16).parent)
    assert copied.is_relative_to(tmp_path)
    assert "16." in binaries.run([copied / "bin" / "postgres", "--version"], cwd=Path("/"))


def test_a_path_that_looks_like_a_pattern_is_a_path(pg16: Cluster, tmp_path: Path) -> None:
    """Brackets and stars in the names of a workload and a run, in both orders of replay."""
    start = LogMark.now(pg16)
    with connect(pg16, "postgres") as connection:
        connection.execute("create table if not exists starred (a int)")
        connection.execute("insert into starred values (1)")
    folder = tmp_path / "a[b]*"
    folder.mkdir()
    found = start.capture(folder, "w[1]")
    for sync in Sync:
        registry.refresh(pg16)
        plan = ReplayPlan(pg16.endpoint("postgres"), speed=None, writes=True, order=Ordering(sync))
        run, fit = rehearse(Rehearsal(found.path, folder / f"{sync}[?].run", plan, metrics=False))
        assert fit.statements["ok"] == 2
        assert run.outcomes().collect().height >= 2
