"""The server that a connection goes to: several hosts, options, sockets, services; environment variables change nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import psycopg
import pytest

from pgrehearse.base import environment, event_loop
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.postgres import OptionsRefused, connect, located
from pgrehearse.runs.read import Run
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.server_facts import takes_options
from tests.conftest import LogMark, superuser
from tests.conftest import connect as session
from tests.e2e.command import pgrehearse
from tests.postgres.drivers import by_asyncpg, by_libpq
from tests.proxies import PGBOUNCER, pgbouncer

if TYPE_CHECKING:
    from pgrehearse.targets.embedded.cluster import Cluster


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in environment.VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))


@pytest.mark.skipif(PGBOUNCER is None, reason="no pgbouncer")
def test_pgbouncers_refusals_have_messages(pg16: Cluster) -> None:
    """An unknown user, an unknown database, and options at connect."""
    with pgbouncer(pg16, "transaction") as port:
        endpoint = Endpoint("127.0.0.1", port, "postgres", "postgres")
        assert not event_loop.run(takes_options(endpoint))
        with pytest.raises(OptionsRefused):
            by_asyncpg(Endpoint("127.0.0.1", port, "postgres", "postgres", options=(("options", "-c work_mem=1MB"),)))
        with pytest.raises(TargetProblem, match=r"no such user|password authentication failed|role does not exist"):
            by_asyncpg(endpoint.to(user="nobody_known"))
        with pytest.raises(TargetProblem, match="database"):
            by_asyncpg(endpoint.to(database="nowhere"))
    assert event_loop.run(takes_options(pg16.endpoint()))


def test_options_of_the_dsn_apply_to_both_drivers(pg16: Cluster) -> None:
    """A session's own settings are added to them."""
    endpoint = Endpoint.parse(
        f"host=127.0.0.1 port={pg16.port} user=postgres dbname=postgres options='-c work_mem=7MB'"
    )
    assert by_asyncpg(endpoint, "show work_mem") == by_libpq(endpoint, "show work_mem") == "7MB"

    async def settings() -> object:
        connection = await connect(endpoint, application="me", settings={"options": "-c temp_buffers=9MB"})
        try:
            return [
                await connection.fetchval(f"show {name}") for name in ("work_mem", "temp_buffers", "application_name")
            ]
        finally:
            await connection.close()

    assert event_loop.run(settings()) == ["7MB", "9MB", "me"]


def test_both_drivers_connect_by_a_unix_socket(pg16: Cluster) -> None:
    """By the directory of the socket, without TLS."""
    endpoint = Endpoint.parse(f"postgresql://postgres@/postgres?host={pg16.home}&port={pg16.port}&sslmode=require")
    query = "select inet_server_addr() is null"
    assert by_asyncpg(endpoint, query) == by_libpq(endpoint, query) is True
    assert event_loop.run(located(endpoint)) == endpoint


@pytest.fixture(scope="module")
def pair(home: Path) -> Iterator[tuple[Cluster, Cluster]]:
    """A primary and its standby."""
    primary = clusters.create(home / "pair", version=16, name="pair", settings={"fsync": "off"})
    clusters.start(primary)
    standby = clusters.follow(primary, home / "pair-standby", name="pair-standby")
    yield primary, standby
    clusters.stop(standby)
    clusters.stop(primary)


@pytest.mark.parametrize(
    ("attributes", "order", "expected"),
    [
        ("any", "ps", "p"),
        ("any", "sp", "s"),
        ("any", "xsp", "s"),
        ("primary", "sp", "p"),
        ("primary", "xsp", "p"),
        ("standby", "ps", "s"),
        ("read-write", "sp", "p"),
        ("read-only", "ps", "s"),
        ("prefer-standby", "ps", "s"),
        ("prefer-standby", "xp", "p"),
        ("standby", "p", ""),
        ("primary", "xs", ""),
        ("any", "xx", ""),
        ("any", "ups", "p"),
    ],
)
def test_one_of_several_hosts_is_chosen_as_by_libpq(
    pair: tuple[Cluster, Cluster], attributes: str, order: str, expected: str
) -> None:
    """p: primary, s: standby, x: nothing listens, u: a name that cannot be resolved."""
    ports = {"p": pair[0].port, "s": pair[1].port, "x": 1, "u": pair[0].port}
    hosts = ",".join("no-such-name.invalid" if letter == "u" else "localhost" for letter in order)
    dsn = f"host={hosts} port={','.join(str(ports[letter]) for letter in order)} user=postgres dbname=postgres target_session_attrs={attributes}"
    endpoint = Endpoint.parse(dsn)
    if not expected:
        with pytest.raises(TargetProblem) as caught:
            event_loop.run(located(endpoint))
        assert caught.value.remedy
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(dsn)
        return
    chosen = event_loop.run(located(endpoint))
    assert (chosen.port, chosen.hostaddr, chosen.others) == (ports[expected], "127.0.0.1", ())
    assert by_libpq(chosen, "show port") == by_asyncpg(chosen, "show port") == str(ports[expected])
    with psycopg.connect(dsn) as connection:
        assert connection.info.port == ports[expected]


def test_a_random_order_reaches_every_host(pair: tuple[Cluster, Cluster]) -> None:
    """load_balance_hosts=random."""
    endpoint = Endpoint.parse(
        f"host=127.0.0.1,127.0.0.1 port={pair[0].port},{pair[1].port} user=postgres load_balance_hosts=random dbname=postgres"
    )
    assert {event_loop.run(located(endpoint)).port for _ in range(40)} == {pair[0].port, pair[1].port}


MOVING = {
    "PGHOSTADDR": "127.0.0.1",
    "PGHOST": "127.0.0.1",
    "PGSERVICE": "elsewhere",
    "PGOPTIONS": "-c application_name=moved",
    "PGSSLMODE": "verify-full",
    "PGTARGETSESSIONATTRS": "standby",
    "PGUSER": "moved",
    "PGDATABASE": "moved",
    "PGPASSWORD": "moved",
}


@pytest.mark.parametrize("when", ["after", "before"])
def test_environment_variables_do_not_change_a_connection(
    pg16: Cluster, pg18: Cluster, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, when: str
) -> None:
    """Variables of another server, set before the DSN is parsed, or after."""
    services = tmp_path / "services"
    services.write_text(
        f"[elsewhere]\nhost=127.0.0.1\nhostaddr=127.0.0.1\nport={pg18.port}\nuser=moved\n[own]\nport={pg16.port}\n"
    )
    monkeypatch.setenv("PGSERVICEFILE", str(services))
    hostile = {**MOVING, "PGPORT": str(pg18.port)}
    dsn = f"host=127.0.0.1 hostaddr=127.0.0.1 user=postgres dbname=postgres password=x options='' sslmode=disable target_session_attrs=any port={pg16.port}"
    if when == "before":
        for name, value in hostile.items():
            monkeypatch.setenv(name, value)
    endpoint = Endpoint.parse(dsn)
    for name, value in hostile.items():
        monkeypatch.setenv(name, value)
    for candidate in (endpoint, event_loop.run(located(endpoint))):
        assert by_asyncpg(candidate, "show port") == by_libpq(candidate, "show port") == str(pg16.port)


def test_both_drivers_use_the_server_of_a_service(
    pg16: Cluster, pg18: Cluster, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """With the hostaddr of the service; a later change of the file has no effect."""
    services = tmp_path / "services"
    services.write_text(f"[reh]\nhost=reh.test\nhostaddr=127.0.0.1\nport={pg16.port}\nuser=postgres\ndbname=postgres\n")
    monkeypatch.setenv("PGSERVICEFILE", str(services))
    monkeypatch.setenv("PGPORT", str(pg18.port))
    endpoint = Endpoint.parse("service=reh")
    services.write_text(services.read_text().replace(str(pg16.port), str(pg18.port)))
    assert by_asyncpg(endpoint, "show port") == by_libpq(endpoint, "show port") == str(pg16.port)


def test_workers_connect_to_the_server_that_the_dsn_was_resolved_to(
    pg16: Cluster, pg18: Cluster, tmp_path: Path
) -> None:
    """The command, with a service: environment variables of another server affect neither the parent nor the workers."""
    with superuser(pg16) as connection:
        connection.execute("drop database if exists only_here")
        connection.execute("create database only_here")
    try:
        start = LogMark.now(pg16)
        for _ in range(3):
            with session(pg16, "only_here") as connection:
                connection.execute("select 1")
        workload = start.capture(tmp_path, "here")
        services = tmp_path / "services"
        services.write_text(f"[reh]\nhost=localhost\nhostaddr=127.0.0.1\nport={pg16.port}\nuser=postgres\n")
        hostile = {
            "PGSERVICEFILE": str(services),
            "PGSERVICE": "in_no_file",
            "PGPORT": str(pg18.port),
            "PGHOST": "127.0.0.1",
            "PGUSER": "moved",
            "PGOPTIONS": "-c application_name=carried",
        }
        output = tmp_path / "r.run"
        words = ("replay", workload.path, "--target", "service=reh", "-o", output, "--workers", "2", "--speed", "100")
        pgrehearse(*words, code={0, 5}, env={**os.environ, **hostile})
        run = Run.open(output)
        statuses = set(run.outcomes().collect()["status"].cast(pl.String))
        assert statuses == {"ok"}
        assert run.manifest.target.port == pg16.port
        document = pgrehearse("doctor", "host=127.0.0.1", code=2, env={**os.environ, **hostile})
        assert "in_no_file" not in str(document)
    finally:
        with superuser(pg16) as connection:
            connection.execute("drop database only_here with (force)")


@pytest.mark.parametrize(
    "dsn",
    [
        "postgresql://u:p@ss/hunter22@127.0.0.1/db",
        "postgresql://u:p/hunter22@127.0.0.1/db",
        "host=h password=p hunter22",
    ],
)
def test_no_command_prints_a_password_that_was_not_encoded(dsn: str, tmp_path: Path) -> None:
    """Each command that takes a DSN."""
    for words in (
        ("doctor", dsn),
        ("targets", "adopt", dsn, "--yes"),
        ("metrics", "record", dsn, "--for", "1s", "--into", tmp_path / "w"),
    ):
        document = pgrehearse(*words, code=2)
        assert "hunter22" not in str(document)
        assert document["error"]["remedy"]
