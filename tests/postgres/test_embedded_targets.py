"""Targets of kind embedded: from a running server by each method, reset, destroyed, and with nothing left after a failure."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from click.testing import CliRunner

from pgrehearse.base.errors import TargetProblem, UsageProblem
from pgrehearse.base.progress import SILENT
from pgrehearse.cli import cli
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded import registry
from pgrehearse.targets.embedded.cluster import Cluster
from pgrehearse.targets.journal import journals
from pgrehearse.targets.kinds import embedded, recorded
from pgrehearse.targets.make import existing, make
from pgrehearse.targets.specification import parse
from tests.conftest import superuser
from tests.postgres.conftest import start_cluster, stop_cluster
from tests.postgres.target_sources import EXPECTED, SUBSCRIPTION, facts_of, fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pgrehearse.base.endpoint import Endpoint


@pytest.fixture(scope="module")
def source(home: Path) -> Iterator[Cluster]:
    """Production: PostgreSQL 16, with a subscription that is enabled and a setting that changes plans."""
    cluster = start_cluster(home, 16, "source-of-targets", random_page_cost="1.25", log_connections="off")
    fill(cluster)
    with superuser(cluster, "sales") as connection:
        for statement in SUBSCRIPTION:
            connection.execute(statement.encode())
    yield cluster
    stop_cluster(cluster)


@pytest.fixture(autouse=True)
def _state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A state folder of the test; nothing of a target may be left in it, or in the folder of the clusters."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr(registry, "PREFIX", f"{registry.PREFIX}targets-{os.getpid()}-")
    yield
    assert workspaces() == []
    assert [path.name for path in (tmp_path / "state").rglob("*") if path.is_file()] == []


def workspaces() -> list[Path]:
    return list(Path(tempfile.gettempdir()).glob(f"{registry.PREFIX}*"))


def dsn(cluster: Cluster, user: str = "postgres", database: str = "sales") -> str:
    return f"postgresql://{user}@127.0.0.1:{cluster.port}/{database}"


def document(cluster: Cluster, user: str = "postgres", **table: Any) -> dict[str, Any]:
    table = {"source": dsn(cluster, user), "database": "sales", "checkpoint": "fast", **table}
    return {"kind": "embedded", "name": "candidate", "settings": {"fsync": "off"}, "embedded": table}


def execute(endpoint: Endpoint, query: str) -> Any:
    with psycopg.connect(**endpoint.libpq(), autocommit=True) as connection:  # type: ignore[arg-type]
        cursor = connection.execute(query.encode())
        return cursor.fetchall() if cursor.description else None


def test_a_running_server_is_copied_upgraded_reset_and_removed(source: Cluster) -> None:
    """By a base backup and pg_upgrade, with a standby; the subscription of production is not enabled in the copy."""
    target = make(parse(document(source, version=18, standbys=1), "test", Path()))
    target.prepare(SILENT)
    try:
        target = existing("candidate")  # as another command does
        described, connections = target.describe(), target.connect()
        assert described.version == "18"
        assert described.steps[0] == "base backup and pg_upgrade of PostgreSQL 16 to 18"
        assert described.data.how == "backup"
        assert described.data.at_us > 0
        assert facts_of(connections.primary) == EXPECTED
        stored = execute(connections.primary, "select how, as_of_us from pgrehearse.data_origin")
        assert stored == [("backup", described.data.at_us)]
        assert execute(connections.primary, "select subenabled from pg_subscription") == [(False,)]
        assert execute(connections.primary, "show random_page_cost") == [("1.25",)]
        (reader,) = connections.readers.values()
        assert execute(reader, "select pg_is_in_recovery()") == [(True,)]
        execute(connections.primary, "delete from orders")
        target.reset(SILENT)
        assert facts_of(connections.primary) == EXPECTED
        assert len(target.connect().readers) == 1
        assert not [entry for entry in registry.left_behind() if entry.cluster.name.startswith("candidate")]
    finally:
        assert target.destroy(SILENT) == ()
    assert execute(source.endpoint("sales"), "select subenabled from pg_subscription") == [(True,)]


@pytest.mark.soak
@pytest.mark.parametrize(
    ("version", "how"), [(15, "base backup of"), (16, "base backup and pg_upgrade"), (18, "base backup and pg_upgrade")]
)
def test_a_server_of_the_system_is_copied_and_upgraded(home: Path, version: int, how: str) -> None:
    """PostgreSQL 15 of Debian, whose programs are not those of the wheel."""
    old = start_cluster(home, 15, f"source-of-{version}")
    try:
        fill(old)
        target = make(parse(document(old, version=version), "test", Path()))
        target.prepare(SILENT)
        try:
            assert target.describe().steps[0].startswith(how)
            assert facts_of(target.connect().primary) == EXPECTED
        finally:
            assert target.destroy(SILENT) == ()
    finally:
        stop_cluster(old)


def test_a_target_of_a_killed_command_is_removed(home: Path) -> None:
    """Its journal has the folder before it exists, and nothing else is needed to remove a server that runs there."""
    specification = parse(document(Cluster(home, 16, 1, "none")), "test", Path())
    journal = recorded.begin(specification)
    place = Path(tempfile.gettempdir()) / f"{registry.PREFIX}candidate-{journal.header.run}"
    journal.requested(embedded.THING, "candidate", home=str(place))
    server = clusters.create(registry.workspace(place) / "candidate", version=16, name="candidate")
    clusters.start(server)
    (place / "candidate-18").mkdir()
    assert existing("candidate").destroy(SILENT) == ()
    assert clusters.postmaster(server) is None
    assert not place.exists()


def test_a_role_without_replication_is_copied_by_a_dump(source: Cluster) -> None:
    """The reason is in the steps, and roles, memberships and settings are kept."""
    target = make(parse(document(source, "reader", version=18), "test", Path()))
    target.prepare(SILENT)
    try:
        described = target.describe()
        assert described.steps[:2] == (
            "dump of PostgreSQL 16 to 18",
            "no base backup: the role has no REPLICATION attribute",
        )
        assert described.data.how == "dump"
        assert facts_of(target.connect().primary) == EXPECTED
    finally:
        assert target.destroy(SILENT) == ()


def test_the_command_creates_shows_and_destroys(source: Cluster, tmp_path: Path) -> None:
    """``targets create``: the plan only with --dry-run, nothing without consent, and JSON."""
    file = tmp_path / "candidate.toml"
    file.write_text(
        f'kind = "embedded"\n[embedded]\nsource = "{dsn(source)}"\ncheckpoint = "fast"\ndatabase = "sales"\n'
    )
    run = CliRunner()
    shown = run.invoke(cli, ["targets", "create", str(file), "--dry-run", "--json"], catch_exceptions=False)
    assert json.loads(shown.stdout)["plan"][0] == "base backup of PostgreSQL 16 to 16"
    with pytest.raises(UsageProblem, match="not created"):
        run.invoke(cli, ["targets", "create", str(file)], input="n\n", catch_exceptions=False)
    assert journals() == []
    made = run.invoke(cli, ["targets", "create", str(file), "--yes", "--json"], catch_exceptions=False)
    try:
        assert json.loads(made.stdout)["primary"].endswith("/sales")
        with pytest.raises(UsageProblem, match="there is a target candidate"):
            run.invoke(cli, ["targets", "create", str(file), "--yes"], catch_exceptions=False)
        reset = run.invoke(cli, ["targets", "reset", "candidate", "--json"], catch_exceptions=False)
        assert json.loads(reset.stdout) == {"reset": True, "name": "candidate"}
    finally:
        removed = run.invoke(cli, ["targets", "destroy", "candidate", "--json"], catch_exceptions=False)
    answer = json.loads(removed.stdout)
    assert ([one["target"] for one in answer["destroyed"]], answer["left"]) == (["candidate"], [])


def test_missing_extensions_are_named_before_anything_is_created(pg15: Cluster) -> None:
    """The 18 of the wheel has no extension but plpgsql and vector."""
    with superuser(pg15) as connection:
        connection.execute("create database with_extension")
    with superuser(pg15, "with_extension") as connection:
        connection.execute("create extension tablefunc")
    try:
        place = dsn(pg15, database="with_extension")
        target = make(parse(document(pg15, version=18, source=place), "test", Path()))
        with pytest.raises(TargetProblem, match=r"lacks: extension .*tablefunc \(database with_extension\)"):
            target.prepare(SILENT)
        assert workspaces() == []
    finally:
        with superuser(pg15) as connection:
            connection.execute("drop database with_extension")


def test_nothing_is_left_after_a_failure(tmp_path: Path) -> None:
    """The script's error is reported with its line; the server that was already started is removed."""
    script = tmp_path / "seed.sql"
    script.write_text("create table a (id int);\ninsert into b values (1);\n")
    table = {"version": 18, "seed": str(script), "database": "app"}
    target = make(parse({"kind": "embedded", "name": "broken", "embedded": table}, "test", Path()))
    with pytest.raises(TargetProblem, match=r"seed.sql:2: ERROR:  relation \"b\" does not exist"):
        target.prepare(SILENT)
    assert journals() == []


def test_an_outbound_path_that_cannot_be_closed_is_named(tmp_path: Path) -> None:
    """A function in C that every role may call: it is accepted by its name only."""
    script = tmp_path / "seed.sql"
    script.write_text(
        "create function outside() returns trigger language c as '$libdir/plpgsql', 'plpgsql_call_handler';\n"
        "create table a (id int); create trigger t after insert on a for each row execute function outside();\n"
    )
    table: dict[str, Any] = {"version": 18, "seed": str(script), "database": "app"}
    target = make(parse({"kind": "embedded", "name": "outside", "embedded": table}, "test", Path()))
    with pytest.raises(TargetProblem) as caught:
        target.prepare(SILENT)
    assert "database app has outbound paths that cannot be closed: native-code" in caught.value.message
    assert caught.value.remedy == 'accept them in the target\'s file: allow = ["native-code"]'
