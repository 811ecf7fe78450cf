"""The source of a workload is recognized under every name, and after a restart."""

from __future__ import annotations

import asyncio
import itertools
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from psycopg import sql

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.server_facts import ServerFacts
from pgrehearse.scenarios.experiment.runner import Options, run_scenario
from pgrehearse.scenarios.file.scenario_file import Production, Replay, Scenario, Side
from pgrehearse.targets import safety
from pgrehearse.targets.adoption_mark import write_mark
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.server_facts import server_facts
from pgrehearse.targets.source_check import may_be_source, refuse_source
from pgrehearse.workload.source import Source
from tests.conftest import LogMark, connect, superuser
from tests.proxies import Proxy
from tests.unobserved import Unobserved

if TYPE_CHECKING:
    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload


@pytest.fixture(autouse=True)
def foreign(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "of_data_directory", lambda _data, _port: None)


def source_facts(endpoint: Endpoint) -> ServerFacts:
    return asyncio.run(server_facts(endpoint))


@pytest.mark.parametrize(
    "setting", ["timezone = 'Asia/Tokyo'", "datestyle = 'German'", "intervalstyle = 'sql_standard'"]
)
def test_date_settings_of_a_role_do_not_hide_the_source(server: Cluster, database: str, setting: str) -> None:
    """The start is compared as a number; its text depends on the settings of the role."""
    source = Source(**source_facts(server.endpoint()).document())
    with superuser(server) as connection:
        connection.execute(sql.SQL("alter database {} set ").format(sql.Identifier(database)) + sql.SQL(setting))
    recorded = replace(source_facts(server.endpoint(database)), host="elsewhere", port=1, server_port=2)
    with pytest.raises(TargetProblem, match="captured from"):
        refuse_source(recorded, source)


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1"])
def test_a_restarted_source_is_refused(home: Path, name: str) -> None:
    """Under another name or through a forwarder: the same cluster, timeline and files."""
    cluster = clusters.create(home / f"source-{name}", version=16, name="source", settings={"fsync": "off"})
    clusters.start(cluster)
    try:
        source = replace(Source(**source_facts(cluster.endpoint()).document()), host="production.example")
        clusters.stop(cluster)
        clusters.start(cluster)
        with Proxy(cluster.port) as proxy, pytest.raises(TargetProblem, match="may be the server"):
            asyncio.run(safety.check_target(Endpoint(name, proxy.port, "postgres", "postgres"), source))
        snapshot = home / f"copy-of-source-{name}"
        clusters.base_backup(cluster, snapshot)
        copy = clusters.restore(snapshot, home / f"source-copy-{name}", version=16, name="copy")
        clusters.start(copy)
        try:
            asyncio.run(safety.check_target(copy.endpoint(), source))
        finally:
            clusters.destroy(copy)
    finally:
        clusters.destroy(cluster)


def test_the_address_of_the_source_is_refused(server: Cluster) -> None:
    """The address is compared as written, as resolved, and as the server reports it. A loopback address is no reason for a refusal."""
    facts = replace(source_facts(server.endpoint()), postmaster_start_us=1)
    for source in (
        Source(host="127.0.0.1", port=facts.port),
        Source(host="x", port=1, server_address="10.2.3.4", server_port=7),
    ):
        with pytest.raises(TargetProblem, match="captured from"):
            refuse_source(replace(facts, server_address="10.2.3.4", server_port=7), source)
    refuse_source(
        facts, Source(host="other.invalid", port=facts.port, server_address="127.0.0.1", server_port=facts.port)
    )


def test_a_copy_has_other_files_than_the_source(server: Cluster) -> None:
    """The same identifier, timeline and path on another machine, but other files. Unreadable files are not enough."""
    facts = source_facts(server.endpoint())
    source = Source(**facts.document())
    assert may_be_source(facts, source)
    assert not may_be_source(replace(facts, directory_changed_us=5), source)
    assert may_be_source(replace(facts, directory_changed_us=0), source)
    assert not may_be_source(replace(facts, timeline=2), source)
    assert not may_be_source(replace(facts, system_identifier="7"), source)
    assert not may_be_source(
        replace(facts, data_directory="", server_address="10.0.0.9", directory_changed_us=0), source
    )


def captured(server: Cluster, folder: Path, database: str) -> Workload:
    start = LogMark.now(server)
    with connect(server, database) as connection:
        connection.execute("select 1")
    return start.capture(folder, "w")


def mark(endpoint: Endpoint) -> None:
    async def do() -> None:
        from pgrehearse.targets.server_facts import connect as connect_facts

        connection = await connect_facts(endpoint)
        await write_mark(connection)
        await connection.close()

    asyncio.run(do())


NOWHERE = "postgresql://postgres@127.0.0.1:1/postgres"
# Keys of the candidate that are wrong.
WRONG_KEYS: dict[str, dict[str, Any]] = {
    "logs": {"logs": ("/nowhere/at.all",)},
    "standby": {"standby_dsn": (NOWHERE,)},
    "reader": {"readers": (f"main: {NOWHERE}",)},
    "route": {"routes": (f"user=shop: {NOWHERE}",)},
}


@pytest.mark.parametrize(
    ("wrong", "writes"),
    [
        *itertools.product(["unproven", "denied", "prices", "logs", "standby"], [True, False]),
        ("reader", False),
        ("route", False),
    ],
)
def test_a_scenario_checks_all_inputs_before_it_changes_anything(
    server: Cluster, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: str, writes: bool
) -> None:
    """The control's `after` is not executed while the candidate is not verified, or while an input is missing."""
    workload = captured(server, tmp_path, database)
    mark(server.endpoint(database))
    other = f"{database}_b"
    with superuser(server) as connection:
        connection.execute(sql.SQL("create database {}").format(sql.Identifier(other)))
    try:
        dsn = f"postgresql://postgres@127.0.0.1:{server.port}/"
        after = ("create table changed ()",)
        candidate = Side("dsn", dsn=dsn + other, after=after)
        if wrong != "unproven":
            mark(server.endpoint(other))
        if wrong == "denied":
            candidate = replace(candidate, dsn=f"postgresql://postgres@localhost:{server.port}/{other}")
            monkeypatch.setenv("PGREHEARSE_DENY_HOSTS", "localhost")
        candidate = replace(candidate, **WRONG_KEYS.get(wrong, {}))
        scenario = Scenario(
            "x",
            production=Production("workload", workload=str(workload.path)),
            control=Side("dsn", dsn=dsn + database, after=after),
            candidate=candidate,
            replay=Replay(writes=writes),
        )
        if wrong == "prices":
            scenario = replace(scenario, compare=replace(scenario.compare, prices="/nowhere/prices.toml"))
        with pytest.raises(Exception, match=r"not verified|never a target|no such|unreachable|not there|nowhere"):
            run_scenario(scenario, Options(tmp_path / "out", force=True), Unobserved())
        assert not (tmp_path / "out").exists()
        for name in (database, other):
            with superuser(server, name) as connection:
                assert connection.execute("select to_regclass('changed')").fetchone() == (None,)
    finally:
        with superuser(server) as connection:
            connection.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(other)))
