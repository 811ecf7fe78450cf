"""The mark of a database on real servers: for which database and place it is valid, and the reasons of a refusal."""

from __future__ import annotations

import asyncio
import contextlib
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from psycopg import sql

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.server_identity import Form, hashed
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.plan.routing import Routing
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, rehearse
from pgrehearse.targets import adoption
from pgrehearse.targets.embedded import binaries, registry
from pgrehearse.targets.embedded import cluster as clusters
from tests.conftest import connect, superuser
from tests.postgres.marks import captured, checked, count, doubts, write_mark_of, written
from tests.proxies import PGBOUNCER, pgbouncer

if TYPE_CHECKING:
    from pgrehearse.targets.embedded.cluster import Cluster


def test_a_new_mark_is_verified(external: Cluster, database: str) -> None:
    """A superuser reads all parts; every role may call the function, no other role may read the token."""
    endpoint = external.endpoint(database)
    mark = write_mark_of(endpoint, allowed=["slot"])
    assert mark.not_known == ()
    assert mark.place.data_directory
    assert mark.allowed == {"slot"}
    assert mark.token not in repr(mark)
    assert checked(endpoint).kind == "adopted"
    with superuser(external, database) as connection:
        connection.execute("drop role if exists anybody")
        connection.execute("create role anybody login")
    try:
        with connect(external, database, user="anybody") as connection:
            row = connection.execute("select token_hash from pgrehearse.prove('n')").fetchone()
            assert row == (hashed(mark.token, "n"),)
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute("select token from pgrehearse.mark")
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute("update pgrehearse.mark set spent_at = null")
    finally:
        with superuser(external, database) as connection:
            connection.execute("drop role anybody")


def test_a_search_path_does_not_change_the_identity(external: Cluster, database: str) -> None:
    """Functions, operators and types of the application are not used, for any search_path of the role."""
    with superuser(external, database) as connection:
        connection.execute(
            "create function public.inet_server_port() returns int language sql as 'select 1';"
            "create function public.times(numeric, int) returns numeric language sql as 'select 0.0';"
            "create operator public.* (leftarg = numeric, rightarg = int, function = public.times)"
        )
        connection.execute(
            sql.SQL("alter database {} set search_path = public, pg_catalog").format(sql.Identifier(database))
        )
        connection.execute(sql.SQL("alter database {} set timezone = 'Asia/Tokyo'").format(sql.Identifier(database)))
        connection.execute(sql.SQL("alter database {} set datestyle = 'SQL, DMY'").format(sql.Identifier(database)))
    plain = checked(external.endpoint(database)).expected_identity.expected
    other = checked(external.endpoint("postgres")).expected_identity.expected
    assert replace(plain, asked_us=0) == replace(other, asked_us=0)
    write_mark_of(external.endpoint(database))
    target = checked(external.endpoint(database))
    assert (target.kind, target.expected_identity.form) == ("adopted", Form.ADOPTED)
    assert target.expected_identity.expected.started_us == other.started_us


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("expires_at = now()", "it expired"),
        ("system_identifier = '1'", "restored from a dump, or upgraded"),
        ("timeline = 9", "restored or promoted since"),
        ("database_oid = 1", "another database"),
        ("server_address = '10.1.2.3'", "the server's address differs"),
        ("server_port = 1", "the server's port differs"),
        ("data_directory = '/elsewhere'", "the data directory differs"),
        ("directory_changed_us = 1", "its files were created at another time"),
        ("token = 'x'", ""),
    ],
)
def test_each_part_of_a_mark_is_compared(external: Cluster, database: str, change: str, message: str) -> None:
    """The message names the difference and the command that adopts again. (Another token is another mark, which is valid.)"""
    endpoint = external.endpoint(database)
    write_mark_of(endpoint)
    with superuser(external, database) as connection:
        connection.execute(f"update pgrehearse.mark set {change}")
    if message:
        assert message in doubts(endpoint)
    else:
        assert checked(endpoint).kind == "adopted"


def test_a_mark_of_an_earlier_version_is_refused(external: Cluster, database: str) -> None:
    """The message names the earlier version."""
    with superuser(external, database) as connection:
        connection.execute("create schema pgrehearse; create table pgrehearse.rehearsal (one boolean)")
    assert "earlier version" in doubts(external.endpoint(database))
    write_mark_of(external.endpoint(database))
    assert checked(external.endpoint(database)).kind == "adopted"


def test_a_base_backup_of_an_adopted_server_is_not_adopted(
    home: Path, server: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The restored server has another port, another directory and other files."""
    monkeypatch.setattr(registry, "of_data_directory", lambda _data, _port: None)
    write_mark_of(server.endpoint())
    snapshot = home / f"backup-{server.version}"
    clusters.base_backup(server, snapshot)
    copy = clusters.restore(snapshot, home / f"copied-{server.version}", version=server.version, name="copied")
    clusters.start(copy)
    try:
        message = doubts(copy.endpoint())
        assert "port differs" in message
        assert "data directory differs" in message
        assert "another time" in message
    finally:
        clusters.destroy(copy)
        with superuser(server) as connection:
            connection.execute("drop schema pgrehearse cascade")


def test_a_promoted_standby_of_an_adopted_server_is_not_adopted(
    home: Path, server: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has a new timeline immediately, before its first checkpoint."""
    monkeypatch.setattr(registry, "of_data_directory", lambda _data, _port: None)
    write_mark_of(server.endpoint())
    standby = clusters.follow(server, home / f"promoted-{server.version}", name=f"promoted-{server.version}")
    try:
        with superuser(standby) as connection:
            connection.execute("select pg_promote()")
        assert "timeline differs" in doubts(standby.endpoint())
    finally:
        clusters.destroy(standby)
        with superuser(server) as connection:
            connection.execute("select pg_drop_replication_slot(slot_name) from pg_replication_slots where not active")
            connection.execute("drop schema pgrehearse cascade")


def test_a_dump_restored_elsewhere_is_not_adopted(
    pg16: Cluster, pg18: Cluster, database: str, server: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The dump contains the mark; the system identifier and the oid differ."""
    monkeypatch.setattr(registry, "of_data_directory", lambda _data, _port: None)
    if server is pg18:
        pytest.skip("a dump goes to the same version or a later one")
    write_mark_of(pg16.endpoint(database))
    words = ["-h", "127.0.0.1", "-p", str(pg16.port), "-U", "postgres", database]
    dumped = binaries.run([pg16.program("pg_dump"), *words])
    with superuser(pg18) as connection:
        connection.execute(sql.SQL("create database {}").format(sql.Identifier(database)))
    try:
        script = Path("/tmp") / f"{database}.sql"  # noqa: S108 (the account of the servers reads it)
        script.write_text(dumped)
        binaries.run(
            [
                pg18.program("psql"),
                "-q",
                "-h",
                "127.0.0.1",
                "-p",
                str(pg18.port),
                "-U",
                "postgres",
                "-d",
                database,
                "-f",
                script,
            ]
        )
        script.unlink()
        message = doubts(pg18.endpoint(database))
        assert "system identifier differs" in message
        assert "oid differs" in message
    finally:
        with superuser(pg18) as connection:
            connection.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(database)))


def test_a_mark_is_valid_after_a_restart(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The start of the server is not a part of the mark."""
    monkeypatch.setattr(registry, "of_data_directory", lambda _data, _port: None)
    cluster = clusters.create(home / "again", version=16, name="again", settings={"fsync": "off"})
    clusters.start(cluster)
    try:
        write_mark_of(cluster.endpoint())
        clusters.stop(cluster)
        clusters.start(cluster)
        assert checked(cluster.endpoint()).kind == "adopted"
    finally:
        clusters.destroy(cluster)


def test_a_role_without_permissions_writes_a_mark_of_the_readable_parts(external: Cluster, database: str) -> None:
    """As on a managed service: the function omits the parts that its owner may not read, and the mark lists them."""
    with superuser(external, database) as connection:
        connection.execute("drop role if exists adopter")
        connection.execute("create role adopter login; grant pg_monitor to adopter")
        connection.execute(sql.SQL("grant all on database {} to adopter").format(sql.Identifier(database)))
        connection.execute("revoke execute on function pg_catalog.pg_control_system() from public")
    endpoint = external.endpoint(database, "adopter")
    try:
        mark = write_mark_of(endpoint)
        assert mark.not_known == ("system_identifier", "directory_changed_us")
        target = checked(endpoint)
        assert (target.kind, target.expected_identity.form, target.server.form) == ("adopted", Form.ADOPTED, Form.PLAIN)
    finally:
        with superuser(external, database) as connection:
            connection.execute("grant execute on function pg_catalog.pg_control_system() to public")
            connection.execute("drop owned by adopter cascade; drop role adopter")


def test_a_refusal_names_the_role_that_may_read_the_mark(external: Cluster, database: str) -> None:
    """A replay with writes to the database is refused."""
    write_mark_of(external.endpoint(database))
    with superuser(external, database) as connection:
        connection.execute("drop role if exists reader")
        connection.execute("create role reader login")
    try:
        assert "connect as postgres, which adopted it" in doubts(external.endpoint(database, "reader"))
    finally:
        with superuser(external, database) as connection:
            connection.execute("drop role reader")


def test_every_database_needs_its_own_mark(external: Cluster, database: str, tmp_path: Path) -> None:
    """A session of an unadopted database makes the replay refuse: the message names the database and the command."""
    other = f"{database}_billing"
    with superuser(external) as connection:
        connection.execute(sql.SQL("create database {}").format(sql.Identifier(other)))
    try:
        workload = captured(external, tmp_path, database, other)
        target = replace(external.endpoint(database), password="secret")
        write_mark_of(target)
        with pytest.raises(TargetProblem, match="is not verified") as caught:
            written(workload, target, tmp_path / "r.run")
        assert other in caught.value.message
        assert (
            f"pgrehearse targets adopt postgresql://postgres@127.0.0.1:{external.port}/{other}" in caught.value.remedy
        )
        assert "secret" not in caught.value.remedy
        assert (count(external, database), count(external, other)) == (0, 0)
        write_mark_of(external.endpoint(other))
        written(workload, target, tmp_path / "r.run")
        assert (count(external, database), count(external, other)) == (1, 1)
        for name in (database, other):
            assert checked(external.endpoint(name)).used
    finally:
        with superuser(external) as connection:
            connection.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(other)))


def test_a_mapped_database_needs_a_mark_under_its_new_name(external: Cluster, database: str, tmp_path: Path) -> None:
    """--map-database names another database: that one has to be adopted."""
    workload = captured(external, tmp_path, "postgres")
    target = external.endpoint(database)
    access = Routing(databases=(("postgres", database),))
    with pytest.raises(TargetProblem, match=f"{database} is not verified"):
        written(workload, target, tmp_path / "r.run", routing=access)
    with superuser(external, database) as connection:
        connection.execute("create table notes (n int)")
    write_mark_of(target)
    written(workload, target, tmp_path / "r.run", routing=access)
    assert count(external, database) == 1


def test_a_run_contains_no_secret_of_the_mark(external: Cluster, database: str, tmp_path: Path) -> None:
    """The manifest contains the role that adopted the database; it contains no token, nonce or hash."""
    workload = captured(external, tmp_path, database)
    mark = write_mark_of(external.endpoint(database))
    run = written(workload, external.endpoint(database), tmp_path / "r.run")
    kept = json.loads((run.path / "manifest.json").read_text())
    assert kept["target"]["proof"] == "adopted"
    assert kept["target"]["mark"]["adopted_by"] == "postgres"
    files = [path for path in run.path.rglob("*") if path.is_file() and mark.token.encode() in path.read_bytes()]
    assert files == []


@pytest.mark.skipif(PGBOUNCER is None, reason="there is no pgbouncer on this machine")
@pytest.mark.parametrize("more", ["", "ignore_startup_parameters = extra_float_digits, options"])
def test_adopting_through_a_pooler_is_refused(pg16: Cluster, more: str) -> None:
    """The clients of a pooler have no session of their own on the server."""

    class Agrees:
        def show(self, _text: str) -> None: ...
        async def confirm(self, _question: str) -> bool:
            return True

    with pgbouncer(pg16, "transaction", more) as port:
        target = Endpoint(port=port, database="postgres", user="postgres")
        with pytest.raises(TargetProblem, match="pooler is in front"):
            asyncio.run(
                adoption.adopt(target, adoption.AdoptionRequest(1_000_000, frozenset(), disarms=False), Agrees())
            )


@pytest.mark.parametrize(
    ("change", "kind"),
    [("update pgrehearse.mark set spent_at = null", "adopted"), ("drop schema pgrehearse cascade", "unproven")],
)
def test_a_workload_that_changes_the_mark_leaves_the_target_used(
    external: Cluster, database: str, tmp_path: Path, change: str, kind: str
) -> None:
    """The database is recorded as used again after the replay; without a mark it is not verified, and the run notes it."""
    workload = captured(external, tmp_path, database)
    endpoint = external.endpoint(database)
    write_mark_of(endpoint)

    def undo(_progress: Any) -> None:
        with (
            superuser(external, database) as connection,
            contextlib.suppress(psycopg.errors.InvalidSchemaName, psycopg.errors.UndefinedTable),
        ):
            connection.execute(change)

    replay_plan = ReplayPlan(endpoint, writes=True, speed=None)
    run, _ = rehearse(Rehearsal(workload.path, tmp_path / "r.run", replay_plan, metrics=False), undo)
    target = checked(endpoint)
    assert (target.kind, target.used) == (kind, kind == "adopted")
    assert any("mark could not be verified" in note for note in run.manifest.notes) == (kind == "unproven")
