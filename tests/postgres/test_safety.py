"""The targets that a replay accepts: embedded, marked, used, the source. Every refusal has one sentence and exit code 4."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.replay.plan.plan import Ordering, ReplayPlan, Sync
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, rehearse
from pgrehearse.targets import safety
from pgrehearse.targets.adoption_mark import read_mark, write_mark
from pgrehearse.targets.doctor import diagnose
from pgrehearse.targets.embedded import binaries, registry
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.server_facts import connect as connect_facts
from pgrehearse.targets.source_check import refuse_source
from pgrehearse.workload.source import Source
from tests.conftest import LogMark, connect, reload, superuser

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
    """A server that is not recognized as an embedded server."""
    monkeypatch.setattr(registry, "of_data_directory", lambda _data, _port: None)
    return pg16


def attempt(workload: Workload, target: Endpoint, output: Path, *, dirty: bool = False, **plan: Any) -> None:
    rehearse(
        Rehearsal(workload.path, output, ReplayPlan(target, speed=None, **plan), dirty=dirty, metrics=False, force=True)
    )


def test_writes_require_a_mark(foreign: Cluster, workload: Workload, tmp_path: Path) -> None:
    """An unmarked database is refused for writes and accepts reads."""
    with superuser(foreign) as connection:
        connection.execute("drop schema if exists pgrehearse cascade")
    with pytest.raises(TargetProblem, match="is not verified") as caught:
        attempt(workload, foreign.endpoint(), tmp_path / "r.run", writes=True)
    assert caught.value.exit_code == 4
    assert not (tmp_path / "r.run").exists()
    attempt(workload, foreign.endpoint(), tmp_path / "r.run", writes=False)


def test_a_marked_database_is_accepted_until_it_is_used(foreign: Cluster, workload: Workload, tmp_path: Path) -> None:
    """Once after the adoption; then after a reset or with --dirty, which the manifest records."""

    async def mark() -> None:
        connection = await connect_facts(foreign.endpoint())
        await write_mark(connection)
        assert await read_mark(connection) is not None
        await connection.close()

    asyncio.run(mark())
    try:
        attempt(workload, foreign.endpoint(), tmp_path / "r.run", writes=True)
        with pytest.raises(TargetProblem, match="used target"):
            attempt(workload, foreign.endpoint(), tmp_path / "r.run", writes=True)
        attempt(workload, foreign.endpoint(), tmp_path / "r.run", writes=True, dirty=True)
        assert '"spent": true' in (tmp_path / "r.run" / "manifest.json").read_text()
    finally:
        with superuser(foreign) as connection:
            connection.execute("drop schema pgrehearse cascade")


@pytest.mark.parametrize("by", ["place", "postmaster"])
def test_the_source_is_refused_with_and_without_a_mark(pg16: Cluster, by: str) -> None:
    """By its host and port, and by the start of its postmaster. The same system identifier is no reason for a refusal."""
    facts = asyncio.run(_facts(pg16))
    source = Source(system_identifier=facts.system_identifier)
    refuse_source(facts, source)
    source = (
        replace(source, host=facts.host, port=facts.port)
        if by == "place"
        else replace(source, host="elsewhere", postmaster_start_us=facts.postmaster_start_us)
    )
    with pytest.raises(TargetProblem, match="captured from"):
        refuse_source(facts, source)


def test_a_standby_is_refused(home: Path, pg16: Cluster) -> None:
    """A standby is a copy of another server."""
    standby = clusters.follow(pg16, home / "standby-proof", name="standby-proof")
    try:
        with pytest.raises(TargetProblem, match="is a standby"):
            asyncio.run(safety.check_target(standby.endpoint(), None))
    finally:
        clusters.stop(standby)
        with superuser(pg16) as connection:
            connection.execute("select pg_drop_replication_slot(slot_name) from pg_replication_slots where not active")


def test_reset_restores_the_snapshot_of_an_embedded_server(home: Path) -> None:
    """The server has the data of its snapshot and counts as unused."""
    cluster = clusters.create(home / "resettable", version=18, name="resettable", settings={"fsync": "off"})
    clusters.keep_snapshot(cluster)
    clusters.start(cluster)
    try:
        with superuser(cluster) as connection:
            connection.execute("create table scratch ()")
        registry.record_use(cluster, "digest")
        clusters.reset(cluster)
        registry.mark_fresh(cluster)
        with superuser(cluster) as connection:
            assert connection.execute("select count(*) from pg_class where relname = 'scratch'").fetchone() == (0,)
        assert not asyncio.run(safety.check_target(cluster.endpoint(), None)).used
    finally:
        clusters.stop(cluster)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"port": 1}, "unreachable"),
        ({"database": "nosuch"}, "the database does not exist"),
        ({"user": "nosuch"}, "the login was rejected: the role does not exist"),
    ],
)
def test_an_unusable_target_is_refused_with_one_sentence(
    pg16: Cluster, workload: Workload, tmp_path: Path, change: dict[str, Any], message: str
) -> None:
    """Not running, without the database, without the role: exit 4 with a remedy, nothing written."""
    words: dict[str, Any] = {"port": pg16.port, "database": "postgres", "user": "postgres"} | change
    with pytest.raises(TargetProblem, match=message) as caught:
        attempt(workload, Endpoint(**words), tmp_path / "r.run", writes=False)
    assert caught.value.remedy
    assert not list(tmp_path.glob("r.run*"))


def test_the_message_of_a_refused_password_does_not_contain_it(home: Path, workload: Workload, tmp_path: Path) -> None:
    """The password is in no part of the message."""
    cluster = clusters.create(home / "locked", version=16, name="locked")
    (cluster.data / "pg_hba.conf").write_text("host all all 127.0.0.1/32 scram-sha-256\n")
    clusters.start(cluster)
    try:
        with pytest.raises(TargetProblem, match="password authentication failed") as caught:
            attempt(
                workload, Endpoint("127.0.0.1", cluster.port, "postgres", "postgres", "hunter22"), tmp_path / "r.run"
            )
        assert "hunter22" not in caught.value.message + caught.value.remedy
    finally:
        clusters.stop(cluster)


def test_the_doctor_names_each_setting_to_change(pg16: Cluster) -> None:
    """The value, the consequence, and the SQL that corrects it."""
    with superuser(pg16) as connection:
        connection.execute("alter system set log_min_duration_statement = 250")
    reload(pg16)
    try:
        findings = {finding.name: finding for finding in asyncio.run(diagnose(pg16.endpoint())).source}
        assert findings["log_destination"].ok
        bad = findings["log_min_duration_statement"]
        assert (bad.value, bad.ok) == ("250", False)
        assert "alter system set log_min_duration_statement = '0'" in bad.change
    finally:
        with superuser(pg16) as connection:
            connection.execute("alter system reset log_min_duration_statement")
        reload(pg16)


async def _facts(cluster: Cluster) -> Any:
    from pgrehearse.targets.server_facts import server_facts

    return await server_facts(cluster.endpoint())


def test_programs_below_an_unreadable_directory_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The account that runs the servers cannot read an environment in root's home; it can read a copy."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    for folder in (tmp_path, *list(tmp_path.parents)[:-2]):
        folder.chmod(0o755)
    copied = binaries.copied(binaries.programs(16).parent)
    assert copied.is_relative_to(tmp_path)
    assert "16." in binaries.run([copied / "bin" / "postgres", "--version"], cwd=Path("/"))


def test_a_path_with_wildcards_is_not_a_pattern(pg16: Cluster, tmp_path: Path) -> None:
    """Brackets and stars in the names of a workload and a run have no effect, with both kinds of order."""
    start = LogMark.now(pg16)
    with connect(pg16, "postgres") as connection:
        connection.execute("create table if not exists starred (a int)")
        connection.execute("insert into starred values (1)")
    folder = tmp_path / "a[b]*"
    folder.mkdir()
    workload = start.capture(folder, "w[1]")
    for sync in Sync:
        registry.mark_fresh(pg16)
        plan = ReplayPlan(pg16.endpoint("postgres"), speed=None, writes=True, order=Ordering(sync))
        run, fit = rehearse(Rehearsal(workload.path, folder / f"{sync}[?].run", plan, metrics=False))
        assert fit.statements["ok"] == 2
        assert run.outcomes().collect().height >= 2
