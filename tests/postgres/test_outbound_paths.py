"""Outbound paths of a database and sessions of other programs, and how `targets adopt` treats them, on real servers."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from psycopg import sql

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.param_types import WAYS_OUT
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, rehearse
from pgrehearse.targets import adoption, client_sessions, safety
from pgrehearse.targets import external_access as ways
from pgrehearse.targets.adoption_mark import write_mark
from pgrehearse.targets.doctor import diagnose
from pgrehearse.targets.embedded import binaries, registry
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.server_facts import connect as connect_facts
from tests.conftest import LogMark, connect, superuser
from tests.postgres.conftest import wait_until_closed

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    import asyncpg

    from pgrehearse.targets.embedded.cluster import Cluster


@pytest.fixture(autouse=True)
def foreign(monkeypatch: pytest.MonkeyPatch) -> None:
    """No server is recognized as an embedded server of pgrehearse; the pauses between two checks of the sessions are short."""
    monkeypatch.setattr(registry, "of_data_directory", lambda _data, _port: None)
    monkeypatch.setattr(client_sessions, "_PAUSE_S", 0.02)


@pytest.fixture(scope="module")
def pg15(home: Path) -> Iterator[Cluster]:
    """The system's server, which has the contributed extensions."""
    if binaries._system(15) is None:
        pytest.skip("there is no PostgreSQL 15 on this machine")
    cluster = clusters.create(
        home / "ways-out-15",
        version=15,
        name="pg15",
        settings={"fsync": "off", "wal_level": "logical"},
    )
    clusters.start(cluster)
    yield cluster
    clusters.destroy(cluster)


def on(endpoint: Endpoint, what: Callable[[asyncpg.Connection], Awaitable[Any]]) -> Any:
    """Call a function with a connection of pgrehearse."""

    async def do() -> Any:
        connection = await connect_facts(endpoint)
        try:
            return await what(connection)
        finally:
            await connection.close()

    return asyncio.run(do())


def open_ways(endpoint: Endpoint) -> list[ways.OutboundPath]:
    async def look(connection: asyncpg.Connection) -> list[ways.OutboundPath]:
        return await ways.outbound_paths(connection, managed=False)

    paths: list[ways.OutboundPath] = on(endpoint, look)
    return paths


def names_of_open_paths(endpoint: Endpoint) -> set[tuple[str, str]]:
    return {(way.name, way.object) for way in open_ways(endpoint)}


def disarmed(endpoint: Endpoint) -> list[str]:
    async def close(connection: asyncpg.Connection) -> list[str]:
        return await ways.disarm(connection, await ways.outbound_paths(connection, managed=False))

    statements: list[str] = on(endpoint, close)
    return statements


def adoptable(endpoint: Endpoint) -> adoption.Adoptable:
    async def look(connection: asyncpg.Connection) -> adoption.Adoptable:
        return await adoption.check_adoptable(connection, endpoint)

    result: adoption.Adoptable = on(endpoint, look)
    return result


@contextmanager
def fresh(cluster: Cluster, name: str) -> Iterator[Endpoint]:
    """A database of its own."""
    with superuser(cluster) as connection:
        connection.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
    try:
        yield cluster.endpoint(name)
    finally:
        with superuser(cluster) as connection:
            connection.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))


def test_a_plain_database_has_no_outbound_path(server: Cluster, database: str) -> None:
    """The list of a new database is empty."""
    assert open_ways(server.endpoint(database)) == []


def test_the_command_line_accepts_every_name() -> None:
    """--allow accepts each of them."""
    assert set(WAYS_OUT) == ways.NAMES


def test_the_server_quotes_the_names(server: Cluster, database: str) -> None:
    """An event trigger and a function with special characters in their names are closed; nothing else changes."""
    evil = 'a"; drop table safe; --'
    with superuser(server, database) as connection:
        connection.execute("create table safe (n int)")
        connection.execute("create function noted() returns event_trigger language plpgsql as 'begin end'")
        connection.execute(
            sql.SQL("create event trigger {} on ddl_command_end execute function noted()").format(sql.Identifier(evil))
        )
        connection.execute("create language untrusted handler plpgsql_call_handler validator plpgsql_validator")
        connection.execute(
            sql.SQL("create function {}(int) returns int language untrusted as 'begin return 1; end'").format(
                sql.Identifier(evil)
            )
        )
    endpoint = server.endpoint(database)
    paths = open_ways(endpoint)
    assert [way.name for way in paths] == ["untrusted-code", "event-trigger"]
    assert "may be called by public" in paths[0].detail
    assert len(disarmed(endpoint)) == 2
    assert open_ways(endpoint) == []
    with superuser(server, database) as connection:
        assert connection.execute("select to_regclass('safe') is not null").fetchone() == (True,)


def test_untrusted_code_of_a_trigger_cannot_be_closed_by_a_revoke(server: Cluster, database: str) -> None:
    """Triggers require no permission to execute: the path stays listed, to be allowed by name."""
    with superuser(server, database) as connection:
        connection.execute(
            "create language untrusted handler plpgsql_call_handler validator plpgsql_validator; create table t (n int);"
            "create function tells() returns trigger language untrusted as 'begin return new; end';"
            "revoke execute on function tells() from public; create trigger tr before insert on t for each row execute function tells()"
        )
    (way,) = open_ways(server.endpoint(database))
    assert (way.name, way.disarm) == ("untrusted-code", ())
    assert "called by triggers" in way.detail


def test_extensions_and_foreign_servers_are_found_and_closed(pg15: Cluster, pg16: Cluster) -> None:
    """The permission for dblink's functions is revoked, the handler of postgres_fdw is removed; both can be restored."""
    with fresh(pg15, "fdw") as endpoint:
        with superuser(pg15, "fdw") as connection:
            connection.execute("create extension dblink; create extension postgres_fdw")
            connection.execute(
                f"create server elsewhere foreign data wrapper postgres_fdw options (host '127.0.0.1', port '{pg16.port}', dbname 'postgres');"
                "create user mapping for public server elsewhere options (user 'postgres');"
                "create foreign table there (datname name) server elsewhere options (schema_name 'pg_catalog', table_name 'pg_database')"
            )
            assert connection.execute("select count(*) > 0 from there").fetchone() == (True,)
        assert names_of_open_paths(endpoint) == {("dblink", "extension dblink"), ("foreign-server", "elsewhere")}
        assert len(disarmed(endpoint)) == 2
        assert open_ways(endpoint) == []
        with superuser(pg15, "fdw") as connection:
            with pytest.raises(Exception, match="no handler"):
                connection.execute("select * from there")
            connection.execute("alter foreign data wrapper postgres_fdw handler postgres_fdw_handler")
            assert connection.execute("select count(*) > 0 from there").fetchone() == (True,)


@pytest.mark.parametrize("enabled", [True, False])
def test_closing_a_subscription_keeps_the_publishers_slot(pg15: Cluster, enabled: bool) -> None:
    """Enabled or not, with a running worker or not: it would use the publisher's slot."""
    with fresh(pg15, "subscriber") as endpoint:
        with superuser(pg15, "subscriber") as connection:
            connection.execute(
                "create subscription \"Its Own\" connection 'host=127.0.0.1 port=1 dbname=x' publication p with (connect = false, slot_name = 'theirs', enabled = false)"
            )
            if enabled:
                connection.execute('alter subscription "Its Own" enable')
        if enabled:
            with pytest.raises(TargetProblem, match="receives changes"):
                asyncio.run(safety.check_target(endpoint, None))
        assert names_of_open_paths(endpoint) == {("subscription", "Its Own")}
        assert names_of_open_paths(pg15.endpoint("postgres")) == {
            ("subscription", "Its Own")
        }  # of another database: seen, not closed
        assert disarmed(pg15.endpoint("postgres")) == []
        assert len(disarmed(endpoint)) == 2
        assert open_ways(endpoint) == []
        with superuser(pg15, "subscriber") as connection:
            assert connection.execute("select subenabled, subslotname from pg_subscription").fetchall() == [
                (False, None)
            ]
            connection.execute('drop subscription "Its Own"')


def test_slots_publications_and_standbys_are_found(pg15: Cluster, home: Path) -> None:
    """A server that others replicate from is a primary in use."""
    with fresh(pg15, "publisher") as endpoint:
        with superuser(pg15, "publisher") as connection:
            connection.execute("create publication p for all tables")
            connection.execute("select pg_create_logical_replication_slot('l', 'pgoutput')")
            connection.execute("select pg_create_physical_replication_slot('f')")
        assert names_of_open_paths(endpoint) == {("slot", "l"), ("slot", "f"), ("publication", "p")}
        disarmed(endpoint)
        assert names_of_open_paths(endpoint) == {("slot", "f")}
        standby = clusters.follow(pg15, home / "follows15", name="follows15")
        try:
            assert ("standby", "walreceiver") in names_of_open_paths(endpoint) or (
                "standby",
                "follows15",
            ) in names_of_open_paths(endpoint)
            with pytest.raises(TargetProblem, match="standby"):
                ways.refuse_outbound_paths(open_ways(endpoint), frozenset({"slot"}), "x")
        finally:
            clusters.destroy(standby)
            with superuser(pg15) as connection:
                connection.execute(
                    "select pg_drop_replication_slot(slot_name) from pg_replication_slots where not active"
                )


def test_prepared_transactions_and_archiving_are_found(pg15: Cluster) -> None:
    """Transactions in doubt since the backup, and WAL that is written to production's archive. A managed service archives by itself."""
    with superuser(pg15) as connection:
        connection.execute("alter system set max_prepared_transactions = 5")
    clusters.stop(pg15)
    clusters.start(pg15)
    with superuser(pg15) as connection:
        connection.execute("begin; create table doubtful (n int); prepare transaction 'in doubt'")
        assert names_of_open_paths(pg15.endpoint("postgres")) == {("prepared-transaction", "in doubt")}
        connection.execute("rollback prepared 'in doubt'")
        connection.execute("alter system set archive_mode = on")
        connection.execute("alter system set archive_command = 'cp %p /archive/%f'")
    clusters.stop(pg15)
    clusters.start(pg15)
    try:
        assert names_of_open_paths(pg15.endpoint("postgres")) == {("archive", "cp %p /archive/%f")}

        async def managed(connection: asyncpg.Connection) -> list[ways.OutboundPath]:
            return await ways.outbound_paths(connection, managed=True)

        assert on(pg15.endpoint("postgres"), managed) == []
        disarmed(pg15.endpoint("postgres"))
        with superuser(pg15) as connection:
            while connection.execute("show archive_command").fetchone() != ("/bin/true",):
                pass
        assert open_ways(pg15.endpoint("postgres")) == []
    finally:
        with superuser(pg15) as connection:
            connection.execute("alter system reset all")
        clusters.stop(pg15)
        clusters.start(pg15)


def test_jobs_of_cron_are_found_and_closed(server: Cluster, database: str) -> None:
    """By pg_cron's own table."""
    with superuser(server, database) as connection:
        connection.execute(
            "create schema cron; create table cron.job (jobid bigint, schedule text, command text, database text, username text, active boolean);"
            "insert into cron.job values (7, '* * * * *', 'select secret()', 'app', 'owner', true), (8, '@daily', 'x', 'app', 'owner', false)"
        )
    (way,) = open_ways(server.endpoint(database))
    assert (way.name, way.object) == ("cron", "job 7")
    assert "secret" not in str(way)
    disarmed(server.endpoint(database))
    assert open_ways(server.endpoint(database)) == []


def test_an_unreadable_catalog_counts_as_an_outbound_path(server: Cluster, database: str) -> None:
    """A catalog that cannot be read may contain an outbound path."""
    with superuser(server, database) as connection:
        connection.execute(
            "drop role if exists blind; create role blind login; create schema cron; create table cron.job (active boolean)"
        )
    try:
        (way,) = open_ways(server.endpoint(database, "blind"))
        assert (way.name, way.object) == ("cron", "(cron not readable)")
    finally:
        with superuser(server, database) as connection:
            connection.execute("drop role blind")


def test_a_session_of_another_program_refuses_the_adoption(server: Cluster) -> None:
    """In any state, also under a name similar to pgrehearse's; and a session of another role under a name of pgrehearse."""
    with superuser(server) as connection:
        connection.execute("drop role if exists other; create role other login")
    try:
        for user, name in (
            ("postgres", "pgrehearse looking app"),
            ("postgres", ""),
            ("postgres", "pgrehearse sampler "),
            ("other", "pgrehearse sampler"),
        ):
            with (
                connect(server, "postgres", user=user, application=name),
                pytest.raises(TargetProblem, match="sessions of other programs"),
            ):
                adoptable(server.endpoint())
        with connect(server, "postgres", application="pgrehearse sampler"):
            assert adoptable(server.endpoint()).facts.database == "postgres"
    finally:
        wait_until_closed(server, "other")
        with superuser(server) as connection:
            connection.execute("drop role other")


def test_a_role_that_may_not_see_sessions_is_refused_with_the_missing_grant(server: Cluster) -> None:
    """Like the owner of a database at a managed service."""
    with superuser(server) as connection:
        connection.execute('drop role if exists "the owner"; create role "the owner" login createdb')
    try:
        with pytest.raises(TargetProblem, match="may not see the sessions") as caught:
            adoptable(server.endpoint(user="the owner"))
        assert 'grant pg_monitor to "the owner"' in caught.value.remedy
        with superuser(server) as connection:
            connection.execute('grant pg_monitor to "the owner"')
        adoptable(server.endpoint(user="the owner"))
    finally:
        with superuser(server) as connection:
            connection.execute('drop role "the owner"')


def test_sessions_of_the_provider_do_not_count(server: Cluster) -> None:
    """Only those of roles that no customer can have."""
    with superuser(server) as connection:
        connection.execute("create role rdsadmin login")
    try:
        with connect(server, "postgres", user="rdsadmin"):
            assert adoptable(server.endpoint()).facts.database == "postgres"
    finally:
        wait_until_closed(server, "rdsadmin")
        with superuser(server) as connection:
            connection.execute("drop role rdsadmin")


def test_each_replay_that_writes_checks_again(server: Cluster, database: str, tmp_path: Path) -> None:
    """An outbound path that was created after the adoption refuses by its name; so does a session. Allowed in the mark or at the replay, it passes."""
    start = LogMark.now(server)
    with connect(server, database) as connection:
        connection.execute("select 1")
    workload = start.capture(tmp_path, "w")
    endpoint = server.endpoint(database)

    async def adopt(connection: asyncpg.Connection) -> None:
        await write_mark(connection)

    def attempt(*allowed: str) -> None:
        plan = ReplayPlan(endpoint, writes=True, speed=None, allowed=frozenset(allowed))
        rehearse(Rehearsal(workload.path, tmp_path / "r.run", plan, metrics=False, force=True, dirty=True))

    on(endpoint, adopt)
    attempt()
    with connect(server, database, application="a user"), pytest.raises(TargetProblem, match="a user"):
        attempt()
    with superuser(server, database) as connection:
        connection.execute("create function noted() returns event_trigger language plpgsql as 'begin end'")
        connection.execute("create event trigger late on ddl_command_end execute function noted()")
    with pytest.raises(TargetProblem, match="event-trigger: late"):
        attempt()
    attempt("event-trigger")

    async def allow(connection: asyncpg.Connection) -> None:
        await write_mark(connection, allowed=["event-trigger"])

    on(endpoint, allow)
    attempt()


def test_the_doctor_lists_the_outbound_paths(server: Cluster, database: str) -> None:
    """For each path it shows the SQL that closes it."""
    with superuser(server, database) as connection:
        connection.execute("create function noted() returns event_trigger language plpgsql as 'begin end'")
        connection.execute("create event trigger late on ddl_command_end execute function noted()")
    checks = {check.name: check for check in asyncio.run(diagnose(server.endpoint(database))).target}
    assert not checks["outbound path (event-trigger)"].ok
    assert "alter event trigger late disable" in checks["outbound path (event-trigger)"].change
