"""The proof of a connection and the mark of a database, on real servers: what may pass, and what is refused and why."""

from __future__ import annotations

import asyncio
import contextlib
import json
import threading
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from psycopg import sql

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.server_identity import Form, answered, hashed
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.plan.routing import Passwords, Routing
from pgrehearse.replay.session.login import Login, prove_identity
from pgrehearse.runs.read import Run
from pgrehearse.scenarios.rehearsal import Rehearsal, rehearse
from pgrehearse.targets import adoption, safety
from pgrehearse.targets.adoption_mark import Mark, read_mark, witness, write_mark
from pgrehearse.targets.embedded import binaries, registry
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.server_facts import connect as asked
from tests.conftest import LogMark, connect, superuser
from tests.proxies import PGBOUNCER, Proxy, pgbouncer

if TYPE_CHECKING:
    from pgrehearse.targets.embedded.cluster import Cluster
    from pgrehearse.workload.read import Workload


@pytest.fixture
def foreign(server: Cluster, monkeypatch: pytest.MonkeyPatch) -> Cluster:
    """A server that is not recognized as an embedded one of ours: somebody's own."""
    monkeypatch.setattr(registry, "of_data_directory", lambda _data, _port: None)
    return server


def marked(endpoint: Endpoint, **words: Any) -> Mark:
    """Mark a database, and return its mark."""

    async def mark() -> Mark:
        connection = await asked(endpoint)
        try:
            await write_mark(connection, **words)
            found = await read_mark(connection)
        finally:
            await connection.close()
        assert found is not None
        return found

    return asyncio.run(mark())


def examined(endpoint: Endpoint) -> safety.Proof:
    return asyncio.run(safety.examine(endpoint, {}))


def doubts(endpoint: Endpoint) -> str:
    """Return why a mark is refused; the replay refuses with these words."""
    found = examined(endpoint)
    assert found.kind == "unproven"
    with pytest.raises(TargetProblem, match="does not prove"):
        safety.require(found, endpoint, dirty=True)
    return "; ".join(found.doubts)


def captured(cluster: Cluster, folder: Path, *databases: str, statements: int = 1) -> Workload:
    """Return the workload of one session that writes in each database."""
    start = LogMark.now(cluster)
    for database in databases:
        with connect(cluster, database) as connection:
            connection.execute("create table if not exists notes (n int)")
            for n in range(statements):
                connection.execute(f"insert into notes values ({n})")
    workload = start.capture(folder, "proof")
    for database in databases:
        with superuser(cluster, database) as connection:
            connection.execute("truncate notes")
    return workload


def count(cluster: Cluster, database: str) -> int:
    with superuser(cluster, database) as connection:
        return int(str(connection.execute("select count(*) from notes").fetchall()[0][0]))


def written(workload: Workload, target: Endpoint, output: Path, **plan: Any) -> Run:
    made = ReplayPlan(target, writes=True, **{"speed": None, **plan})
    return rehearse(Rehearsal(workload.path, output, made, metrics=False, force=True, dirty=True))[0]


def test_a_mark_is_made_and_proves_itself(foreign: Cluster, database: str) -> None:
    """Everything is known to a superuser; every role may ask for the proof, none may read the token."""
    endpoint = foreign.endpoint(database)
    mark = marked(endpoint, allowed=["slot"])
    assert mark.not_known == ()
    assert mark.place.data_directory
    assert mark.allowed == {"slot"}
    assert mark.token not in repr(mark)
    assert examined(endpoint).kind == "adopted"
    with superuser(foreign, database) as connection:
        connection.execute("drop role if exists anybody")
        connection.execute("create role anybody login")
    try:
        with connect(foreign, database, user="anybody") as connection:
            row = connection.execute("select token_hash from pgrehearse.prove('n')").fetchone()
            assert row == (hashed(mark.token, "n"),)
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute("select token from pgrehearse.mark")
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute("update pgrehearse.mark set spent_at = null")
    finally:
        with superuser(foreign, database) as connection:
            connection.execute("drop role anybody")


def test_the_proof_cannot_be_shadowed_by_a_search_path(foreign: Cluster, database: str) -> None:
    """Functions, operators and types of the application's own are not used, whatever the role's search_path."""
    with superuser(foreign, database) as connection:
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
    plain = examined(foreign.endpoint(database)).witness.expected
    other = examined(foreign.endpoint("postgres")).witness.expected
    assert replace(plain, asked_us=0) == replace(other, asked_us=0)
    marked(foreign.endpoint(database))
    found = examined(foreign.endpoint(database))
    assert (found.kind, found.witness.form) == ("adopted", Form.ADOPTED)
    assert found.witness.expected.started_us == other.started_us


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("expires_at = now()", "it expired"),
        ("system_identifier = '1'", "restored from a dump, or upgraded"),
        ("timeline = 9", "restored or promoted since"),
        ("database_oid = 1", "another database"),
        ("server_address = '10.1.2.3'", "the server's address differs"),
        ("server_port = 1", "the server's port differs"),
        ("data_directory = '/elsewhere'", "the data directory differs"),
        ("directory_changed_us = 1", "its files were made at another time"),
        ("token = 'x'", ""),
    ],
)
def test_each_part_of_a_mark_is_compared(foreign: Cluster, database: str, change: str, said: str) -> None:
    """What differs is named, and adopting again is offered. (Another token is another mark: it proves itself.)"""
    endpoint = foreign.endpoint(database)
    marked(endpoint)
    with superuser(foreign, database) as connection:
        connection.execute(f"update pgrehearse.mark set {change}")
    if said:
        assert said in doubts(endpoint)
    else:
        assert examined(endpoint).kind == "adopted"


def test_a_mark_of_an_earlier_version_is_none(foreign: Cluster, database: str) -> None:
    """It says to adopt again."""
    with superuser(foreign, database) as connection:
        connection.execute("create schema pgrehearse; create table pgrehearse.rehearsal (one boolean)")
    assert "earlier version" in doubts(foreign.endpoint(database))
    marked(foreign.endpoint(database))
    assert examined(foreign.endpoint(database)).kind == "adopted"


def test_a_base_backup_of_an_adopted_server_is_not_adopted(
    home: Path, server: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other port, directory and files."""
    monkeypatch.setattr(registry, "of_data_directory", lambda _data, _port: None)
    marked(server.endpoint())
    snapshot = home / f"backup-{server.version}"
    clusters.base_backup(server, snapshot)
    copy = clusters.restore(snapshot, home / f"copied-{server.version}", version=server.version, name="copied")
    clusters.start(copy)
    try:
        said = doubts(copy.endpoint())
        assert "port differs" in said
        assert "data directory differs" in said
        assert "another time" in said
    finally:
        clusters.destroy(copy)
        with superuser(server) as connection:
            connection.execute("drop schema pgrehearse cascade")


def test_a_promoted_standby_of_an_adopted_server_is_not_adopted(
    home: Path, server: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has a timeline of its own at once, before its first checkpoint."""
    monkeypatch.setattr(registry, "of_data_directory", lambda _data, _port: None)
    marked(server.endpoint())
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
    """The mark travels with the dump; the system identifier and the oid do not."""
    monkeypatch.setattr(registry, "of_data_directory", lambda _data, _port: None)
    if server is pg18:
        pytest.skip("a dump goes to the same version or a later one")
    marked(pg16.endpoint(database))
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
        said = doubts(pg18.endpoint(database))
        assert "system identifier differs" in said
        assert "oid differs" in said
    finally:
        with superuser(pg18) as connection:
            connection.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(database)))


def test_a_restart_between_adopting_and_replaying_is_fine(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The start is no part of the mark."""
    monkeypatch.setattr(registry, "of_data_directory", lambda _data, _port: None)
    cluster = clusters.create(home / "again", version=16, name="again", settings={"fsync": "off"})
    clusters.start(cluster)
    try:
        marked(cluster.endpoint())
        clusters.stop(cluster)
        clusters.start(cluster)
        assert examined(cluster.endpoint()).kind == "adopted"
    finally:
        clusters.destroy(cluster)


def test_a_role_that_may_not_ask_makes_a_smaller_mark(foreign: Cluster, database: str) -> None:
    """As on a managed service: the function leaves out what its owner may not call, and the mark says so."""
    with superuser(foreign, database) as connection:
        connection.execute("drop role if exists adopter")
        connection.execute("create role adopter login; grant pg_monitor to adopter")
        connection.execute(sql.SQL("grant all on database {} to adopter").format(sql.Identifier(database)))
        connection.execute("revoke execute on function pg_catalog.pg_control_system() from public")
    endpoint = foreign.endpoint(database, "adopter")
    try:
        mark = marked(endpoint)
        assert mark.not_known == ("system_identifier", "directory_changed_us")
        found = examined(endpoint)
        assert (found.kind, found.witness.form, found.server.form) == ("adopted", Form.ADOPTED, Form.PLAIN)
    finally:
        with superuser(foreign, database) as connection:
            connection.execute("grant execute on function pg_catalog.pg_control_system() to public")
            connection.execute("drop owned by adopter cascade; drop role adopter")


def test_a_role_that_may_not_read_the_mark_is_told_who_may(foreign: Cluster, database: str) -> None:
    """And is refused for writes."""
    marked(foreign.endpoint(database))
    with superuser(foreign, database) as connection:
        connection.execute("drop role if exists reader")
        connection.execute("create role reader login")
    try:
        assert "connect as postgres, which adopted it" in doubts(foreign.endpoint(database, "reader"))
    finally:
        with superuser(foreign, database) as connection:
            connection.execute("drop role reader")


def test_every_database_needs_its_own_mark(foreign: Cluster, database: str, tmp_path: Path) -> None:
    """Sessions of an unadopted database refuse the whole replay, by name and with the command; nothing is written."""
    other = f"{database}_billing"
    with superuser(foreign) as connection:
        connection.execute(sql.SQL("create database {}").format(sql.Identifier(other)))
    try:
        workload = captured(foreign, tmp_path, database, other)
        target = replace(foreign.endpoint(database), password="secret")
        marked(target)
        with pytest.raises(TargetProblem, match="has not proved") as caught:
            written(workload, target, tmp_path / "r.run")
        assert other in caught.value.message
        assert f"pgrehearse targets adopt postgresql://postgres@127.0.0.1:{foreign.port}/{other}" in caught.value.remedy
        assert "secret" not in caught.value.remedy
        assert (count(foreign, database), count(foreign, other)) == (0, 0)
        marked(foreign.endpoint(other))
        written(workload, target, tmp_path / "r.run")
        assert (count(foreign, database), count(foreign, other)) == (1, 1)
        for name in (database, other):
            assert examined(foreign.endpoint(name)).spent
    finally:
        with superuser(foreign) as connection:
            connection.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(other)))


def test_databases_are_proven_under_the_names_they_are_mapped_to(
    foreign: Cluster, database: str, tmp_path: Path
) -> None:
    """--map-database names another database: that one has to be adopted."""
    workload = captured(foreign, tmp_path, "postgres")
    target = foreign.endpoint(database)
    access = Routing(databases=(("postgres", database),))
    with pytest.raises(TargetProblem, match=f"{database} has not proved"):
        written(workload, target, tmp_path / "r.run", access=access)
    with superuser(foreign, database) as connection:
        connection.execute("create table notes (n int)")
    marked(target)
    written(workload, target, tmp_path / "r.run", access=access)
    assert count(foreign, database) == 1


@pytest.mark.parametrize("writes", [True, False])
@pytest.mark.parametrize("workers", [1, 2])
def test_a_name_that_moves_after_the_proof_ends_the_run(
    pg16: Cluster, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writes: bool, workers: int
) -> None:
    """Another server behind the same address: exit 4, what answered is named, nothing was sent there, the run is readable."""
    monkeypatch.setattr(registry, "of_data_directory", lambda _data, _port: None)
    start = LogMark.now(pg16)
    with superuser(pg16) as connection:
        connection.execute("create table if not exists moved (n int)")
    for n in range(6):
        with connect(pg16, "postgres") as connection:
            connection.execute(f"insert into moved values ({n})" if writes else f"select {n}")
            connection.execute("select pg_sleep(0.1)")
    workload = start.capture(tmp_path, "moved")
    other = clusters.create(home / "moved-to", version=16, name="moved-to", settings={"fsync": "off"})
    clusters.start(other)
    try:
        with superuser(other) as connection:
            connection.execute("create table moved (n int)")
        marked(pg16.endpoint())
        before = other.csvlog.stat().st_size
        with Proxy(pg16.port) as proxy:

            def move(progress: Any) -> None:
                if progress.ok:
                    proxy.target = other.port

            target = Endpoint(port=proxy.port, database="postgres", user="postgres")
            plan = ReplayPlan(target, writes=writes, speed=0.25, workers=workers)
            with pytest.raises(TargetProblem, match="expected the server at") as caught:
                rehearse(Rehearsal(workload.path, tmp_path / "r.run", plan, metrics=False), move)
        assert str(other.port) in caught.value.message
        assert caught.value.exit_code == 4
        run = Run.open(tmp_path / "r.run")
        assert run.manifest.interrupted
        assert any("the replay was ended" in note for note in run.manifest.notes)
        outcomes = run.outcomes().collect()
        assert outcomes.height == workload.manifest.events
        assert "another server than the proven one answered" in outcomes["reason"].to_list()
        log = other.csvlog.read_bytes()[before:].decode()
        assert "pgrehearse" in log
        assert "insert into moved" not in log
        assert "pg_sleep" not in log
        with superuser(other) as connection:
            assert connection.execute("select count(*) from moved").fetchone() == (0,)
    finally:
        clusters.destroy(other)
        with superuser(pg16) as connection:
            connection.execute("drop table moved; drop schema pgrehearse cascade")


def test_a_restart_in_mid_run_is_accepted_and_told(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same server, started later than it was proven."""
    monkeypatch.setattr(registry, "of_data_directory", lambda _data, _port: None)
    cluster = clusters.create(home / "restarts", version=18, name="restarts", settings={"fsync": "off"})
    clusters.start(cluster)
    try:
        workload = captured(cluster, tmp_path, "postgres", statements=3)
        start = LogMark.now(cluster)
        for n in range(8):
            with connect(cluster, "postgres") as connection:
                connection.execute(f"insert into notes values ({n})")
                connection.execute("select pg_sleep(0.1)")
        workload = start.capture(tmp_path, "restarts")
        marked(cluster.endpoint())
        done = threading.Event()

        def restart(progress: Any) -> None:
            if progress.ok and not done.is_set():
                done.set()
                clusters.stop(cluster)
                clusters.start(cluster)

        plan = ReplayPlan(cluster.endpoint(), writes=True, speed=0.25)
        run, _ = rehearse(Rehearsal(workload.path, tmp_path / "r.run", plan, metrics=False), restart)
        assert done.is_set()
        assert any("restarted during the replay" in note for note in run.manifest.notes)
        assert not run.manifest.interrupted
    finally:
        clusters.destroy(cluster)


def test_a_server_that_was_up_before_the_proof_never_passes_as_a_restart(foreign: Cluster) -> None:
    """Neither with the same identifier nor without one."""
    found = examined(foreign.endpoint()).witness
    later = replace(found.expected, started_us=found.expected.asked_us + 1)
    assert found.restarted(later)
    assert found.refusal(later) == ""
    for wrong in (
        replace(later, system_identifier="1"),
        replace(later, address="10.0.0.1"),
        replace(later, port=1),
        replace(later, timeline=7),
        replace(found.expected, started_us=found.expected.asked_us),
        replace(later, token_hash="x"),
    ):
        assert found.refusal(wrong)
    unknown = replace(found, form=Form.PLAIN, expected=replace(found.expected, system_identifier=""))
    assert unknown.refusal(replace(later, system_identifier=""))
    assert found.refusal(None)


@pytest.mark.parametrize("row", [["x"], [None] * 11, ["", "", "no number", "", "", "", "", "", "", "1", "on"]])
def test_what_is_no_answer_is_none(row: list[str | None]) -> None:
    """A function of somebody's own may answer anything."""
    assert answered(row) is None


def test_a_connection_without_its_guard_is_refused(foreign: Cluster) -> None:
    """What drops a read-only session's settings on the way is found out before anything is sent."""
    from psycopg import pq

    known = examined(foreign.endpoint()).witness
    login = Login(foreign.endpoint(), "test", read_only=True, witness=known)
    pg = pq.PGconn.connect(login.conninfo(Passwords("")))
    assert prove_identity(pg, login) is not None
    pg.exec_(b"set default_transaction_read_only = off")
    with pytest.raises(TargetProblem, match="not read-only"):
        prove_identity(pg, login)
    pg.finish()


def test_nothing_secret_is_in_the_run(foreign: Cluster, database: str, tmp_path: Path) -> None:
    """The manifest keeps who adopted it until when; neither token nor nonce nor hash."""
    workload = captured(foreign, tmp_path, database)
    mark = marked(foreign.endpoint(database))
    run = written(workload, foreign.endpoint(database), tmp_path / "r.run")
    kept = json.loads((run.path / "manifest.json").read_text())
    assert kept["target"]["proof"] == "adopted"
    assert kept["target"]["mark"]["adopted_by"] == "postgres"
    found = [path for path in run.path.rglob("*") if path.is_file() and mark.token.encode() in path.read_bytes()]
    assert found == []


def test_the_witness_shows_no_hash(foreign: Cluster, database: str) -> None:
    """What travels to the workers is not printed."""
    mark = marked(foreign.endpoint(database))

    async def ask() -> Any:
        connection = await asked(foreign.endpoint(database))
        try:
            return await witness(connection, "x", adopted=True)
        finally:
            await connection.close()

    found = asyncio.run(ask())
    assert hashed(mark.token, found.nonce) == found.expected.token_hash
    assert found.expected.token_hash not in repr(found)
    assert found.nonce not in repr(found)
    assert mark.token not in repr(found)


class Balanced(Proxy):
    """A load balancer: each connection goes to the next server."""

    def __getattribute__(self, name: str) -> Any:
        if name != "target":
            return super().__getattribute__(name)
        servers = self.__dict__.setdefault("_servers", cycle(self.__dict__["target"]))
        return next(servers)


def balanced(*ports: int) -> Balanced:
    return Balanced(ports)  # type: ignore[arg-type]


@pytest.mark.parametrize("writes", [True, False])
def test_a_load_balancer_is_found_out_before_anything_is_sent(
    pg16: Cluster, pg18: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writes: bool
) -> None:
    """Connections that lead to two servers, though both are adopted: nothing is written to either."""
    monkeypatch.setattr(registry, "of_data_directory", lambda _data, _port: None)
    workload = captured(pg16, tmp_path, "postgres")
    for server in (pg16, pg18):
        marked(server.endpoint())
        with superuser(server) as connection:
            connection.execute("create table if not exists notes (n int)")
    try:
        with balanced(pg16.port, pg18.port) as proxy:
            target = Endpoint(port=proxy.port, database="postgres", user="postgres")
            with pytest.raises(TargetProblem, match="expected the server at"):
                rehearse(
                    Rehearsal(
                        workload.path, tmp_path / "r.run", ReplayPlan(target, writes=writes, speed=None), metrics=False
                    )
                )
        for server in (pg16, pg18):
            assert count(server, "postgres") == 0
    finally:
        for server in (pg16, pg18):
            with superuser(server) as connection:
                connection.execute("drop schema pgrehearse cascade; drop table notes")


@pytest.mark.skipif(PGBOUNCER is None, reason="there is no pgbouncer on this machine")
def test_a_pooler_that_drops_options_keeps_nothing_read_only(pg16: Cluster, tmp_path: Path) -> None:
    """ignore_startup_parameters = options: the guard does not arrive, the replay is refused with the setting's name."""
    start = LogMark.now(pg16)
    with connect(pg16, "postgres") as connection:
        connection.execute("select 1")
    workload = start.capture(tmp_path, "w")
    with pgbouncer(pg16, "session", "ignore_startup_parameters = extra_float_digits, options") as port:
        target = Endpoint(port=port, database="postgres", user="postgres")
        plan = ReplayPlan(target, speed=None)
        with pytest.raises(TargetProblem, match="drops the settings") as caught:
            rehearse(Rehearsal(workload.path, tmp_path / "r.run", plan, metrics=False))
    assert "ignore_startup_parameters" in caught.value.remedy


@pytest.mark.skipif(PGBOUNCER is None, reason="there is no pgbouncer on this machine")
@pytest.mark.parametrize("more", ["", "ignore_startup_parameters = extra_float_digits, options"])
def test_adopting_through_a_pooler_is_refused(pg16: Cluster, more: str) -> None:
    """Its clients have no session of their own on the server."""

    class Agrees:
        def tell(self, _text: str) -> None: ...
        async def agreed(self, _question: str) -> bool:
            return True

    with pgbouncer(pg16, "transaction", more) as port:
        target = Endpoint(port=port, database="postgres", user="postgres")
        with pytest.raises(TargetProblem, match="pooler is in front"):
            asyncio.run(adoption.adopt(target, adoption.Wanted(1_000_000, frozenset(), disarms=False), Agrees()))


@pytest.mark.parametrize(
    ("change", "kind"),
    [("update pgrehearse.mark set spent_at = null", "adopted"), ("drop schema pgrehearse cascade", "unproven")],
)
def test_a_workload_that_undoes_its_mark_gains_nothing(
    foreign: Cluster, database: str, tmp_path: Path, change: str, kind: str
) -> None:
    """Marked as spent again when the replay is over; a mark that is gone is no proof, and the run says so."""
    workload = captured(foreign, tmp_path, database)
    endpoint = foreign.endpoint(database)
    marked(endpoint)

    def undo(_progress: Any) -> None:
        with (
            superuser(foreign, database) as connection,
            contextlib.suppress(psycopg.errors.InvalidSchemaName, psycopg.errors.UndefinedTable),
        ):
            connection.execute(change)

    made = ReplayPlan(endpoint, writes=True, speed=None)
    run, _ = rehearse(Rehearsal(workload.path, tmp_path / "r.run", made, metrics=False), undo)
    found = examined(endpoint)
    assert (found.kind, found.spent) == (kind, kind == "adopted")
    assert any("answer for its mark" in note for note in run.manifest.notes) == (kind == "unproven")
