"""Connections by asyncpg: TLS as by libpq, and a message with a remedy for each refusal."""

from __future__ import annotations

import asyncio
import gc
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from pgrehearse.base import environment, event_loop
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import Exit, TargetProblem
from pgrehearse.base.postgres import OptionsRefused, connect
from pgrehearse.targets.embedded import cluster as clusters
from pgrehearse.targets.embedded.binaries import account
from tests.certificates import Authority
from tests.conftest import superuser
from tests.postgres.drivers import by_asyncpg, by_libpq
from tests.proxies import listening

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
hostssl all untrusted_client 127.0.0.1/32 trust
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
    """A server with TLS, and the certificates that were signed for it."""

    cluster: Cluster
    authority: Authority
    other_authority: Authority
    revoked: Path
    client: tuple[Path, Path]
    untrusted_client: tuple[Path, Path]

    def words(self, **words: object) -> str:
        """Return a DSN to this server by its certificate's name."""
        parameters = {
            "host": "db.test",
            "hostaddr": "127.0.0.1",
            "port": self.cluster.port,
            "user": "postgres",
            "dbname": "postgres",
        }
        return make_conninfo("", **{name: str(value) for name, value in {**parameters, **words}.items()})


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in environment.VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))


@pytest.fixture(scope="module")
def served(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The system's PostgreSQL 15, which has OpenSSL."""
    folder = tmp_path_factory.mktemp("certificates")
    authority, other_authority = Authority.make(folder, "own_ca"), Authority.make(folder, "other_ca")
    certificate, key = authority.sign("db.test", names=("db.test",), addresses=("127.0.0.1",))
    cluster = clusters.create(
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
    for source, name in ((certificate, "server.crt"), (key, "server.key"), (authority.file, "ca.crt")):
        (cluster.data / name).write_bytes(source.read_bytes())
        (cluster.data / name).chmod(0o600)
        account().give(cluster.data / name)
    (cluster.data / "pg_hba.conf").write_text(HBA)
    clusters.start(cluster)
    with superuser(cluster) as connection:
        for statement in ROLES.split(";"):
            connection.execute(statement.encode())
    yield Served(
        cluster,
        authority,
        other_authority,
        authority.revoke(certificate),
        authority.sign("certified"),
        other_authority.sign("untrusted_client"),
    )
    clusters.stop(cluster)


def refused(endpoint: Endpoint) -> TargetProblem:
    """Return the error of a refused asyncpg connection; collect a transport that TLS did not close before the loop ended."""
    with pytest.raises(TargetProblem) as caught:
        by_asyncpg(endpoint)
    caught.value.__cause__ = caught.value.__context__ = caught.value.__traceback__ = None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()
    return caught.value


ENCRYPTED = "select ssl from pg_stat_ssl where pid = pg_backend_pid()"


@pytest.mark.parametrize(
    ("words", "well"),
    [
        ({"sslmode": "verify-full", "sslrootcert": "own_ca"}, True),
        ({"sslmode": "verify-full", "sslrootcert": "own_ca", "host": "127.0.0.1"}, True),
        ({"sslmode": "verify-full", "sslrootcert": "own_ca", "host": "localhost"}, False),
        ({"sslmode": "verify-full", "sslrootcert": "own_ca", "host": "other.test"}, False),
        ({"sslmode": "verify-ca", "sslrootcert": "own_ca", "host": "other.test"}, True),
        ({"sslmode": "verify-full", "sslrootcert": "other_ca"}, False),
        ({"sslmode": "verify-ca", "sslrootcert": "other_ca"}, False),
        ({"sslmode": "require", "sslrootcert": "other_ca"}, False),
        ({"sslmode": "require", "sslrootcert": "own_ca", "host": "other.test"}, True),
        ({"sslmode": "require"}, True),
        ({"sslmode": "prefer"}, True),
        ({"sslmode": "allow", "user": "untrusted_client"}, False),
        ({"sslmode": "verify-full", "sslrootcert": "own_ca", "sslcrl": "revoked"}, False),
        ({"sslmode": "verify-full", "sslrootcert": "own_ca", "ssl_min_protocol_version": "TLSv1.3"}, True),
        (
            {
                "sslmode": "verify-full",
                "sslrootcert": "own_ca",
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
        (
            {"sslmode": "require", "user": "certified", "sslcert": "untrusted_client", "sslkey": "untrusted_client"},
            False,
        ),
        ({"sslmode": "disable"}, None),
        ({"sslmode": "allow"}, None),
    ],
)
def test_tls_is_the_same_by_both_drivers(served: Served, words: dict[str, str], well: bool | None) -> None:
    """*well*: True: encrypted; None: connected without TLS; False: refused by both, asyncpg with a message and a remedy."""
    files = {
        "sslrootcert": {"own_ca": served.authority.file, "other_ca": served.other_authority.file},
        "sslcrl": {"revoked": served.revoked},
        "sslcert": {"client": served.client[0], "untrusted_client": served.untrusted_client[0]},
        "sslkey": {"client": served.client[1], "untrusted_client": served.untrusted_client[1]},
    }
    endpoint = Endpoint.parse(
        served.words(**{key: files.get(key, {}).get(value, value) for key, value in words.items()})
    )
    if well is not False:
        assert (by_asyncpg(endpoint, ENCRYPTED), by_libpq(endpoint, ENCRYPTED)) == (bool(well), bool(well))
        return
    with pytest.raises(psycopg.OperationalError):
        by_libpq(endpoint)
    problem = refused(endpoint)
    assert problem.remedy
    assert str(endpoint) in problem.message


def test_prefer_uses_tls_where_the_server_has_it(served: Served, pg16: Cluster) -> None:
    """sslmode=prefer with a host name and a pinned address: TLS if the server offers it, otherwise none."""
    assert by_asyncpg(Endpoint.parse(served.words(sslmode="prefer")), ENCRYPTED) is True
    plain = Endpoint("db.test", pg16.port, "postgres", "postgres", hostaddr="127.0.0.1")
    assert by_asyncpg(plain) == 1
    assert by_libpq(plain) == 1


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({"user": "known", "password": "wrong_one"}, "password authentication failed"),
        ({"user": "known"}, "password authentication failed"),
        ({"user": "plain", "password": "wrong_one"}, "password authentication failed"),
        ({"dbname": "nowhere"}, "the database does not exist"),
        ({"user": "lacking"}, "role does not exist"),
        ({"user": "no_login"}, "not permitted to log in"),
        ({"user": "nobody_here"}, "rejects"),
        ({"user": "no_line_for_me"}, "pg_hba.conf has no entry"),
        ({"user": "untrusted_client", "sslmode": "disable"}, "pg_hba.conf has no entry"),
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
        ({"sslmode": "require", "sslcert": "client", "sslkey": "untrusted_client"}, "is not usable for TLS"),
        (
            {"sslmode": "verify-full", "sslrootcert": "own_ca", "host": "other.test"},
            "certificate is not for the name other.test",
        ),
        ({"sslmode": "verify-full", "sslrootcert": "other_ca"}, "certificate is not trusted"),
        ({"port": "1"}, "connection refused"),
        ({"host": "no-such-name.invalid", "hostaddr": ""}, "cannot be resolved"),
        ({"host": "a..b", "hostaddr": ""}, "cannot be resolved"),
        ({"host": "/no/such/folder", "hostaddr": ""}, "the socket does not exist"),
        ({"host": "/" + "x" * 200, "hostaddr": ""}, "unreachable"),
        ({"hostaddr": "255.255.255.255"}, "unreachable"),
        ({"target_session_attrs": "standby"}, "not standby"),
    ],
)
def test_a_refused_connection_has_a_message_a_remedy_and_exit_code_4(
    served: Served, words: dict[str, str], expected: str
) -> None:
    """The message names the server and the problem, and has no secret."""
    files = {
        "own_ca": served.authority.file,
        "other_ca": served.other_authority.file,
        "client": served.client[0],
        "untrusted_client": served.untrusted_client[1],
    }
    endpoint = Endpoint.parse(served.words(**{key: files.get(value, value) for key, value in words.items()}))
    problem = refused(endpoint)
    text = f"{problem.message} {problem.remedy}"
    assert expected in problem.message
    assert problem.exit_code == Exit.TARGET
    assert problem.remedy
    assert "\n" not in text
    assert not any(secret in text for secret in ("wrong_one", "Right_1", "Secret_1"))
    assert isinstance(problem, OptionsRefused) == ("options" in words)


SSL_REQUEST = b"\x00\x00\x00\x08\x04\xd2\x16\x2f"


def message(state: str, text: str) -> bytes:
    """Return a server's error message in the protocol."""
    body = f"SFATAL\0VFATAL\0C{state}\0M{text}\0\0".encode()
    return b"E" + (len(body) + 4).to_bytes(4, "big") + body


def plain(answer: bytes) -> Callable[[bytes], bytes]:
    """Refuse TLS, and send *answer* to every other message."""
    return lambda request: b"N" if request == SSL_REQUEST else answer


HTTP = b"HTTP/1.1 400 Bad Request\r\n\r\n"
NOT_POSTGRES = "the response is not from PostgreSQL"


@pytest.mark.parametrize(
    ("answer", "mode", "words"),
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
        (lambda request: b"S" if request == SSL_REQUEST else HTTP, "require", "TLS failed"),
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
def test_a_program_that_is_not_an_available_server_has_a_message(
    answer: Callable[[bytes], bytes], mode: str, words: str
) -> None:
    """Other programs, poolers, servers that start or shut down."""
    with listening(answer) as port:
        endpoint = Endpoint("127.0.0.1", port, "d", "u", "hunter22", (("sslmode", mode), ("connect_timeout", "0.5")))
        problem = refused(endpoint)
    assert words in problem.message
    assert problem.remedy
    assert "hunter22" not in problem.message
    assert problem.message.isprintable()


def test_a_password_file_is_used_by_both_drivers(served: Served, tmp_path: Path) -> None:
    """The password is looked up by the host name of the DSN, not by the address."""
    (tmp_path / ".pgpass").write_text(f"db.test:{served.cluster.port}:*:known:Right_1\n")
    (tmp_path / ".pgpass").chmod(0o600)
    endpoint = Endpoint.parse(served.words(user="known"))
    assert by_asyncpg(endpoint, "select current_user") == by_libpq(endpoint, "select current_user") == "known"
    assert "Right_1" not in repr(endpoint)


def test_a_connection_attempt_can_be_cancelled() -> None:
    """It raises CancelledError only, while the server has not answered the client's first message."""

    async def cancelled() -> None:
        loop, received = asyncio.get_running_loop(), asyncio.Event()

        def receive(_: bytes) -> bytes:
            loop.call_soon_threadsafe(received.set)
            return b"wait"

        with listening(receive) as port:
            task = asyncio.create_task(connect(Endpoint("127.0.0.1", port, "d", "u"), application="x"))
            await asyncio.wait_for(received.wait(), 10)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    event_loop.run(cancelled())
