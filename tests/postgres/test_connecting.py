"""Every connection by asyncpg: where it goes, by what TLS, and what is expected_text when it does not come about."""

from __future__ import annotations

import asyncio
import gc
import os
import socket
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from pgrehearse.base import environment, event_loop
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import Exit, TargetProblem
from pgrehearse.base.postgres import OptionsRefused, connect, located
from pgrehearse.runs.read import Run
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded.binaries import account
from pgrehearse.targets.server_facts import takes_options
from tests.certificates import Authority
from tests.conftest import LogMark, superuser
from tests.conftest import connect as session
from tests.doors import PGBOUNCER, pgbouncer
from tests.e2e.command import pgrehearse

if TYPE_CHECKING:
    from pgrehearse.targets.embedded.cluster import Cluster

HBA = """
local all all trust
hostssl all certified 127.0.0.1/32 cert
hostnossl all tls_only 127.0.0.1/32 reject
host all nobody_here 127.0.0.1/32 reject
host all known,limited 127.0.0.1/32 scram-sha-256
host all plain 127.0.0.1/32 password
host all asks_gss 127.0.0.1/32 ident
hostssl all stranger 127.0.0.1/32 trust
host all postgres,tls_only,no_login,barred,lacking 127.0.0.1/32 trust
host replication postgres 127.0.0.1/32 trust
"""
ROLES = """
create role known login password 'Right_1'; create role certified login; create role tls_only login; create role no_login;
create role barred login; create role limited login password 'Right_1' connection limit 0; create role plain login password 'Right_1';
create database closed allow_connections false; create database guarded; revoke connect on database guarded from public
"""


@dataclass(frozen=True)
class Served:
    """A server with TLS, and what was signed for it."""

    cluster: Cluster
    ours: Authority
    theirs: Authority
    revoked: Path
    client: tuple[Path, Path]
    stranger: tuple[Path, Path]

    def words(self, **words: object) -> str:
        """Return a DSN to this server by its certificate's name."""
        given = {
            "host": "db.test",
            "hostaddr": "127.0.0.1",
            "port": self.cluster.port,
            "user": "postgres",
            "dbname": "postgres",
        }
        return make_conninfo("", **{name: str(value) for name, value in {**given, **words}.items()})


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in environment.VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))


@pytest.fixture(scope="module")
def served(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The system's PostgreSQL 15, which has OpenSSL."""
    folder = tmp_path_factory.mktemp("certificates")
    ours, theirs = Authority.make(folder, "ours"), Authority.make(folder, "theirs")
    certificate, key = ours.sign("db.test", names=("db.test",), addresses=("127.0.0.1",))
    made = clusters.create(
        home / "tls",
        version=15,
        name="tls",
        settings={
            "ssl": "on",
            "ssl_cert_file": "server.crt",
            "ssl_key_file": "server.key",
            "ssl_ca_file": "ca.crt",
            "fsync": "off",
        },
    )
    for source, name in ((certificate, "server.crt"), (key, "server.key"), (ours.file, "ca.crt")):
        (made.data / name).write_bytes(source.read_bytes())
        (made.data / name).chmod(0o600)
        account().give(made.data / name)
    (made.data / "pg_hba.conf").write_text(HBA)
    clusters.start(made)
    with superuser(made) as connection:
        for statement in ROLES.split(";"):
            connection.execute(statement.encode())
    yield Served(made, ours, theirs, ours.revoke(certificate), ours.sign("certified"), theirs.sign("stranger"))
    clusters.stop(made)


def by_asyncpg(found: Endpoint, sql: str = "select 1") -> object:
    async def asked() -> object:
        connection = await connect(found, application="pgrehearse test", statement_cache_size=0)
        try:
            return await connection.fetchval(sql)
        finally:
            await connection.close()

    return event_loop.run(asked())


def refused(found: Endpoint) -> TargetProblem:
    """Return why asyncpg was refused. A transport that TLS was still closing when the loop ended is collected here."""
    with pytest.raises(TargetProblem) as caught:
        by_asyncpg(found)
    caught.value.__cause__ = caught.value.__context__ = caught.value.__traceback__ = None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()
    return caught.value


def by_libpq(found: Endpoint, sql: str = "select 1") -> object:
    with psycopg.connect(make_conninfo("", **found.libpq())) as connection:
        row = connection.execute(sql.encode()).fetchone()
        return row[0] if row else None


ENCRYPTED = "select ssl from pg_stat_ssl where pid = pg_backend_pid()"


@pytest.mark.parametrize(
    ("words", "well"),
    [
        ({"sslmode": "verify-full", "sslrootcert": "ours"}, True),
        ({"sslmode": "verify-full", "sslrootcert": "ours", "host": "127.0.0.1"}, True),
        ({"sslmode": "verify-full", "sslrootcert": "ours", "host": "localhost"}, False),
        ({"sslmode": "verify-full", "sslrootcert": "ours", "host": "other.test"}, False),
        ({"sslmode": "verify-ca", "sslrootcert": "ours", "host": "other.test"}, True),
        ({"sslmode": "verify-full", "sslrootcert": "theirs"}, False),
        ({"sslmode": "verify-ca", "sslrootcert": "theirs"}, False),
        ({"sslmode": "require", "sslrootcert": "theirs"}, False),
        ({"sslmode": "require", "sslrootcert": "ours", "host": "other.test"}, True),
        ({"sslmode": "require"}, True),
        ({"sslmode": "prefer"}, True),
        ({"sslmode": "allow", "user": "stranger"}, False),
        ({"sslmode": "verify-full", "sslrootcert": "ours", "sslcrl": "revoked"}, False),
        ({"sslmode": "verify-full", "sslrootcert": "ours", "ssl_min_protocol_version": "TLSv1.3"}, True),
        (
            {
                "sslmode": "verify-full",
                "sslrootcert": "ours",
                "ssl_max_protocol_version": "TLSv1.1",
                "ssl_min_protocol_version": "TLSv1",
            },
            False,
        ),
        ({"sslmode": "require", "user": "certified", "sslcert": "client", "sslkey": "client"}, True),
        ({"sslmode": "prefer", "user": "certified", "sslcert": "client", "sslkey": "client"}, True),
        ({"sslmode": "require", "user": "certified"}, False),
        (
            {
                "sslmode": "require",
                "user": "certified",
                "sslcert": "client",
                "sslkey": "client",
                "sslcertmode": "disable",
            },
            False,
        ),
        ({"sslmode": "require", "user": "certified", "sslcert": "stranger", "sslkey": "stranger"}, False),
        ({"sslmode": "disable"}, None),
        ({"sslmode": "allow"}, None),
    ],
)
def test_tls_is_the_same_by_both_drivers(served: Served, words: dict[str, str], well: bool | None) -> None:
    """*well*: encrypted; None: connected without; False: refused by both, with a sentence of ours."""
    files = {
        "sslrootcert": {"ours": served.ours.file, "theirs": served.theirs.file},
        "sslcrl": {"revoked": served.revoked},
        "sslcert": {"client": served.client[0], "stranger": served.stranger[0]},
        "sslkey": {"client": served.client[1], "stranger": served.stranger[1]},
    }
    found = Endpoint.parse(served.words(**{key: files.get(key, {}).get(value, value) for key, value in words.items()}))
    if well is not False:
        assert (by_asyncpg(found, ENCRYPTED), by_libpq(found, ENCRYPTED)) == (bool(well), bool(well))
        return
    with pytest.raises(psycopg.OperationalError):
        by_libpq(found)
    problem = refused(found)
    assert problem.remedy
    assert str(found) in problem.message


def test_a_proxy_gets_the_name_in_tls_and_libpqs_fallback_is_kept(served: Served, pg16: Cluster) -> None:
    """prefer with a name and a pinned address: TLS where there is some, none where there is none."""
    assert by_asyncpg(Endpoint.parse(served.words(sslmode="prefer")), ENCRYPTED) is True
    plain = Endpoint("db.test", pg16.port, "postgres", "postgres", hostaddr="127.0.0.1")
    assert by_asyncpg(plain) == 1
    assert by_libpq(plain) == 1


@pytest.mark.parametrize(
    ("words", "expected_text"),
    [
        ({"user": "known", "password": "wrong_one"}, "password authentication failed"),
        ({"user": "known"}, "password authentication failed"),
        ({"user": "plain", "password": "wrong_one"}, "password authentication failed"),
        ({"dbname": "nowhere"}, "the database does not exist"),
        ({"user": "lacking"}, "role does not exist"),
        ({"user": "no_login"}, "not permitted to log in"),
        ({"user": "nobody_here"}, "rejects"),
        ({"user": "no_line_for_me"}, "pg_hba.conf has no entry"),
        ({"user": "stranger", "sslmode": "disable"}, "pg_hba.conf has no entry"),
        ({"user": "tls_only", "sslmode": "disable"}, "rejects"),
        ({"user": "barred", "dbname": "guarded"}, "has no CONNECT privilege on this database"),
        ({"dbname": "closed"}, "does not accept connections"),
        ({"user": "limited", "password": "Right_1"}, "no connection left"),
        ({"options": "-c no_such_setting=Secret_1"}, "(or of PGOPTIONS) were rejected"),
        ({"options": "-c work_mem=Secret_1"}, "(or of PGOPTIONS) were rejected"),
        ({"options": "-c max_connections=1"}, "(or of PGOPTIONS) were rejected"),
        ({"options": "--Secret_1"}, "(or of PGOPTIONS) were rejected"),
        ({"sslmode": "verify-full", "sslrootcert": "/Secret_1/ca"}, "sslrootcert cannot be read"),
        ({"sslmode": "verify-full", "sslrootcert": "/etc/hostname"}, "sslrootcert is not usable"),
        ({"sslmode": "verify-full"}, "needs the certificate of the authority"),
        ({"sslmode": "require", "sslcert": "/Secret_1/c", "sslkey": "/Secret_1/k"}, "sslcert cannot be read"),
        ({"sslmode": "require", "sslcert": "client", "sslkey": "/Secret_1/k"}, "sslkey cannot be read"),
        ({"sslmode": "require", "sslcert": "client", "sslkey": "/etc/hostname"}, "sslkey is readable by others"),
        ({"sslmode": "require", "sslcert": "client", "sslkey": "stranger"}, "is not usable for TLS"),
        (
            {"sslmode": "verify-full", "sslrootcert": "ours", "host": "other.test"},
            "certificate is not for the name other.test",
        ),
        ({"sslmode": "verify-full", "sslrootcert": "theirs"}, "certificate is not trusted"),
        ({"port": "1"}, "connection refused"),
        ({"host": "no-such-name.invalid", "hostaddr": ""}, "cannot be resolved"),
        ({"host": "a..b", "hostaddr": ""}, "cannot be resolved"),
        ({"host": "/no/such/folder", "hostaddr": ""}, "the socket does not exist"),
        ({"host": "/" + "x" * 200, "hostaddr": ""}, "unreachable"),
        ({"hostaddr": "255.255.255.255"}, "unreachable"),
        ({"target_session_attrs": "standby"}, "not standby"),
    ],
)
def test_each_failed_connection_is_one_sentence_with_exit_4(
    served: Served, words: dict[str, str], expected_text: str
) -> None:
    """It names the place, what is wrong and what to do, and shows nothing that could be a secret."""
    files = {
        "ours": served.ours.file,
        "theirs": served.theirs.file,
        "client": served.client[0],
        "stranger": served.stranger[1],
    }
    found = Endpoint.parse(served.words(**{key: files.get(value, value) for key, value in words.items()}))
    problem = refused(found)
    told = f"{problem.message} {problem.remedy}"
    assert expected_text in problem.message
    assert problem.exit_code == Exit.TARGET
    assert problem.remedy
    assert "\n" not in told
    assert not any(secret in told for secret in ("wrong_one", "Right_1", "Secret_1"))
    assert isinstance(problem, OptionsRefused) == ("options" in words)


SSL_REQUEST = b"\x00\x00\x00\x08\x04\xd2\x16\x2f"


def message(state: str, text: str) -> bytes:
    """Return a server's refusal on the wire."""
    body = f"SFATAL\0VFATAL\0C{state}\0M{text}\0\0".encode()
    return b"E" + (len(body) + 4).to_bytes(4, "big") + body


def plain(answer: bytes) -> Callable[[bytes], bytes]:
    """Answer no to TLS, and *answer* to all else."""
    return lambda expected_text: b"N" if expected_text == SSL_REQUEST else answer


@contextmanager
def listening(answer: Callable[[bytes], bytes]) -> Iterator[int]:
    """Serve on a port of its own: *answer* to each piece; an empty one closes."""
    listener = socket.create_server(("127.0.0.1", 0))
    ends: list[socket.socket] = []

    def serve() -> None:
        with suppress(OSError):
            while True:
                end, _ = listener.accept()
                ends.append(end)
                threading.Thread(target=talk, args=(end,), daemon=True).start()

    def talk(end: socket.socket) -> None:
        with suppress(OSError):
            while (expected_text := end.recv(4096)) and (given := answer(expected_text)):
                if given != b"wait":
                    end.sendall(given)
            end.shutdown(socket.SHUT_RDWR)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield int(listener.getsockname()[1])
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        thread.join()
        for end in (listener, *ends):
            end.close()


HTTP = b"HTTP/1.1 400 Bad Request\r\n\r\n"
NOT_POSTGRES = "the response is not from PostgreSQL"


@pytest.mark.parametrize(
    ("answer", "mode", "expected_text"),
    [
        (lambda _: HTTP, "prefer", NOT_POSTGRES),
        (lambda _: HTTP, "require", "does not support TLS"),
        (lambda _: HTTP, "disable", "no response"),
        (lambda _: bytes(range(256)), "prefer", NOT_POSTGRES),
        (lambda _: b"SSH-2.0-x\r\n", "allow", "no response"),
        (lambda _: b"wait", "prefer", "no response in 0.5 s"),
        (lambda _: b"wait", "disable", "no response"),
        (lambda _: b"wait", "verify-ca", "needs the certificate"),
        (lambda _: b"", "prefer", "the connection was closed during the login"),
        (lambda _: b"", "disable", "the connection was closed during the login"),
        (plain(b""), "prefer", "the connection was closed during the login"),
        (plain(b"R\0\0\0\x08\0\0\0\x07"), "prefer", "an authentication method"),
        (plain(b"R\0\0\0\x08\0\0\0\x63"), "prefer", "an authentication method"),
        (plain(b"R\0\0\0\x01\0\0\0\0"), "prefer", NOT_POSTGRES),
        (lambda _: message("53300", "sorry"), "prefer", "before TLS began"),
        (lambda expected_text: b"S" if expected_text == SSL_REQUEST else HTTP, "require", "TLS failed"),
        (lambda _: b"S", "prefer", "no response"),
        (plain(message("53300", "sorry, too many clients already")), "prefer", "no connection left"),
        (plain(message("57P03", "the database system is starting up")), "prefer", "the server is starting up"),
        (plain(message("57P03", "the database system is shutting down")), "prefer", "the server is shutting down"),
        (plain(message("57P03", "the database system is in recovery mode")), "prefer", "recovering from a crash"),
        (
            plain(message("57P03", "the database system is not yet accepting connections")),
            "prefer",
            "not yet consistent",
        ),
        (plain(message("57P03", "what else")), "prefer", "does not accept connections now"),
        (plain(message("57P01", "terminating")), "prefer", "the server is shutting down"),
        (plain(message("08P01", "no such user: app")), "prefer", "the pooler has no such user"),
        (plain(message("08P01", "no such database: d")), "prefer", "the pooler has no such database"),
        (
            plain(message("08P01", "no more connections allowed (max_client_conn)")),
            "prefer",
            "the pooler has no connection left",
        ),
        (
            plain(message("08P01", "server login has been failing, try again later (server_login_retry)")),
            "prefer",
            "the pooler cannot log in",
        ),
        (plain(message("08P01", "pgbouncer cannot connect to server")), "prefer", "the pooler cannot reach its server"),
        (
            plain(message("08P01", "unsupported startup parameter: options")),
            "prefer",
            "(or of PGOPTIONS) were rejected",
        ),
        (plain(message("08P01", "SASL authentication failed")), "prefer", "password authentication failed"),
        (
            plain(message("XX000", "odd\x1b[31m\nthing")),
            "prefer",
            "the login was rejected: odd [31m thing (SQLSTATE XX000)",
        ),
        (plain(message("ZZ999", "odd")), "prefer", "SQLSTATE ZZ999"),
        (plain(message("XX000", "hunter22 is wrong")), "prefer", "contains a part of the DSN"),
    ],
)
def test_an_unexpected_response_is_one_sentence(
    answer: Callable[[bytes], bytes], mode: str, expected_text: str
) -> None:
    """Programs that are no server, poolers, servers that come and go."""
    with listening(answer) as port:
        found = Endpoint("127.0.0.1", port, "d", "u", "hunter22", (("sslmode", mode), ("connect_timeout", "0.5")))
        problem = refused(found)
    assert expected_text in problem.message
    assert problem.remedy
    assert "hunter22" not in problem.message
    assert problem.message.isprintable()


@pytest.mark.skipif(PGBOUNCER is None, reason="no pgbouncer")
def test_a_connection_that_a_pooler_rejects_is_one_sentence(pg16: Cluster) -> None:
    """It knows no such user; it takes no options."""
    with pgbouncer(pg16, "transaction") as port:
        found = Endpoint("127.0.0.1", port, "postgres", "postgres")
        assert not event_loop.run(takes_options(found))
        with pytest.raises(OptionsRefused):
            by_asyncpg(Endpoint("127.0.0.1", port, "postgres", "postgres", options=(("options", "-c work_mem=1MB"),)))
        with pytest.raises(TargetProblem, match=r"no such user|password authentication failed|role does not exist"):
            by_asyncpg(found.to(user="nobody_known"))
        with pytest.raises(TargetProblem, match="database does not exist"):
            by_asyncpg(found.to(database="nowhere"))
    assert event_loop.run(takes_options(pg16.endpoint()))


def test_the_options_of_the_dsn_apply_with_both_drivers(pg16: Cluster) -> None:
    """And a session's own settings go behind them."""
    found = Endpoint.parse(f"host=127.0.0.1 port={pg16.port} user=postgres dbname=postgres options='-c work_mem=7MB'")
    assert by_asyncpg(found, "show work_mem") == by_libpq(found, "show work_mem") == "7MB"

    async def settings() -> object:
        connection = await connect(found, application="me", settings={"options": "-c temp_buffers=9MB"})
        try:
            return [
                await connection.fetchval(f"show {name}") for name in ("work_mem", "temp_buffers", "application_name")
            ]
        finally:
            await connection.close()

    assert event_loop.run(settings()) == ["7MB", "9MB", "me"]


def test_a_unix_socket_is_reached_by_both_drivers(pg16: Cluster) -> None:
    """By its folder; TLS is not asked for there."""
    found = Endpoint.parse(f"postgresql://postgres@/postgres?host={pg16.home}&port={pg16.port}&sslmode=require")
    asked = "select inet_server_addr() is null"
    assert by_asyncpg(found, asked) == by_libpq(found, asked) is True
    assert event_loop.run(located(found)) == found


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
def test_several_hosts_end_at_one(pair: tuple[Cluster, Cluster], attributes: str, order: str, expected: str) -> None:
    """By libpq's order; p: primary, s: standby, x: nothing listens, u: a name without address. libpq chooses the same."""
    ports = {"p": pair[0].port, "s": pair[1].port, "x": 1, "u": pair[0].port}
    hosts = ",".join("no-such-name.invalid" if one == "u" else "localhost" for one in order)
    dsn = f"host={hosts} port={','.join(str(ports[one]) for one in order)} user=postgres dbname=postgres target_session_attrs={attributes}"
    found = Endpoint.parse(dsn)
    if not expected:
        with pytest.raises(TargetProblem) as caught:
            event_loop.run(located(found))
        assert caught.value.remedy
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(dsn)
        return
    one = event_loop.run(located(found))
    assert (one.port, one.hostaddr, one.others) == (ports[expected], "127.0.0.1", ())
    assert by_libpq(one, "show port") == by_asyncpg(one, "show port") == str(ports[expected])
    with psycopg.connect(dsn) as connection:
        assert connection.info.port == ports[expected]


def test_a_random_order_reaches_all(pair: tuple[Cluster, Cluster]) -> None:
    """load_balance_hosts=random; the choice then holds."""
    found = Endpoint.parse(
        f"host=127.0.0.1,127.0.0.1 port={pair[0].port},{pair[1].port} user=postgres load_balance_hosts=random dbname=postgres"
    )
    assert {event_loop.run(located(found)).port for _ in range(40)} == {pair[0].port, pair[1].port}


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
def test_no_variable_changes_the_server_of_a_connection(
    pg16: Cluster, pg18: Cluster, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, when: str
) -> None:
    """Variables that lead to another server, set before a DSN that names its own, or after it."""
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
    found = Endpoint.parse(dsn)
    for name, value in hostile.items():
        monkeypatch.setenv(name, value)
    for one in (found, event_loop.run(located(found))):
        assert by_asyncpg(one, "show port") == by_libpq(one, "show port") == str(pg16.port)


def test_a_service_leads_both_drivers_to_the_same_server(
    pg16: Cluster, pg18: Cluster, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Its hostaddr too; a later change of the file moves nothing."""
    services = tmp_path / "services"
    services.write_text(f"[reh]\nhost=reh.test\nhostaddr=127.0.0.1\nport={pg16.port}\nuser=postgres\ndbname=postgres\n")
    monkeypatch.setenv("PGSERVICEFILE", str(services))
    monkeypatch.setenv("PGPORT", str(pg18.port))
    found = Endpoint.parse("service=reh")
    services.write_text(services.read_text().replace(str(pg16.port), str(pg18.port)))
    assert by_asyncpg(found, "show port") == by_libpq(found, "show port") == str(pg16.port)


def test_a_password_file_serves_both_drivers(served: Served, tmp_path: Path) -> None:
    """The name that it is looked up by is the DSN's, not the address."""
    (tmp_path / ".pgpass").write_text(f"db.test:{served.cluster.port}:*:known:Right_1\n")
    (tmp_path / ".pgpass").chmod(0o600)
    found = Endpoint.parse(served.words(user="known"))
    assert by_asyncpg(found, "select current_user") == by_libpq(found, "select current_user") == "known"
    assert "Right_1" not in repr(found)


def test_an_attempt_to_connect_can_be_canceled() -> None:
    """It raises nothing of its own."""

    async def cancelled() -> None:
        with listening(lambda _: b"wait") as held:
            task = asyncio.create_task(connect(Endpoint("127.0.0.1", held, "d", "u"), application="x"))
            await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    event_loop.run(cancelled())


def test_workers_go_where_the_dsn_was_resolved_to(pg16: Cluster, pg18: Cluster, tmp_path: Path) -> None:
    """The whole command, by a service: hostile variables reach neither the parent nor the workers."""
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
        told = pgrehearse("doctor", "host=127.0.0.1", code=2, env={**os.environ, **hostile})
        assert "in_no_file" not in str(told)
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
def test_no_command_shows_a_password_that_was_not_encoded(dsn: str, tmp_path: Path) -> None:
    """Each verb that takes a DSN."""
    for words in (
        ("doctor", dsn),
        ("targets", "adopt", dsn, "--yes"),
        ("metrics", "record", dsn, "--for", "1s", "--into", tmp_path / "w"),
    ):
        told = pgrehearse(*words, code=2)
        assert "hunter22" not in str(told)
        assert told["error"]["remedy"]
