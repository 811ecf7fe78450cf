"""A DSN is resolved once, by the rules of libpq; its password is not shown; drivers do not use environment variables."""

from __future__ import annotations

import importlib
import pickle
from pathlib import Path
from typing import Any

import pytest
from psycopg import pq
from psycopg.conninfo import make_conninfo

from pgrehearse.base import environment
from pgrehearse.base.endpoint import DEFAULTS, Endpoint, Place
from pgrehearse.base.errors import UsageProblem

SERVICES = """
[reh]
host=reh.example
hostaddr=10.0.0.9
port=6000
dbname=service_db
user=service_user
password=service_pw

[plain]
dbname=plain_db
"""


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Remove libpq's variables of this machine, and use an empty home directory."""
    for name in environment.VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(environment, "_removed", {})


@pytest.fixture
def services(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    path = tmp_path / "services.conf"
    path.write_text(SERVICES)
    monkeypatch.setenv("PGSERVICEFILE", str(path))
    return path


def place(endpoint: Endpoint) -> tuple[str, str, int, str, str, str]:
    return endpoint.host, endpoint.hostaddr, endpoint.port, endpoint.database, endpoint.user, endpoint.password


@pytest.mark.parametrize(
    ("dsn", "expected"),
    [
        ("postgresql://app:pw@db:5433/videos", ("db", "", 5433, "videos", "app", "pw")),
        ("postgres://app@db/videos", ("db", "", 5432, "videos", "app", "")),
        ("host=db port=5433 dbname=videos user=app password=pw", ("db", "", 5433, "videos", "app", "pw")),
        (r"host = db dbname = 'my \'db' password='p w\\' user=app", ("db", "", 5432, "my 'db", "app", "p w\\")),
        ("postgresql://a%40b:p%2Fs%40%3A%23%3F%25@db/v%20w", ("db", "", 5432, "v w", "a@b", "p/s@:#?%")),
        ("postgresql://app:p#s:t!@db/v", ("db", "", 5432, "v", "app", "p#s:t!")),
        ("postgresql://app@[::1]:5433/v", ("::1", "", 5433, "v", "app", "")),
        ("postgresql://app@[fd00::5]/v", ("fd00::5", "", 5432, "v", "app", "")),
        ("postgresql://app@/v?host=/run/pg&port=5433", ("/run/pg", "", 5433, "v", "app", "")),
        ("postgresql://app@%2Frun%2Fpg/v", ("/run/pg", "", 5432, "v", "app", "")),
        ("host=db hostaddr=10.0.0.5 user=app", ("db", "10.0.0.5", 5432, "", "app", "")),
        ("hostaddr=10.0.0.5 user=app", ("10.0.0.5", "10.0.0.5", 5432, "", "app", "")),
        ("postgresql://db/v?user=app&password=p@s", ("db", "", 5432, "v", "app", "p@s")),
    ],
)
def test_a_dsn_is_parsed_by_the_rules_of_libpq(dsn: str, expected: tuple[str, str, int, str, str, str]) -> None:
    """URI and key=value words, with every kind of quoting."""
    assert place(Endpoint.parse(dsn)) == expected


def test_several_hosts_are_paired_with_their_ports_and_addresses() -> None:
    """One port applies to all hosts; an empty port is the default port."""
    endpoint = Endpoint.parse("postgresql://app@a:1,b,c:3/v?target_session_attrs=primary&load_balance_hosts=random")
    assert endpoint.places() == (Place("a", 1), Place("b", 5432), Place("c", 3))
    assert endpoint.word("target_session_attrs") == "primary"
    assert str(endpoint) == "app@a:1,b:5432,c:3/v"
    endpoint = Endpoint.parse("host=a,b hostaddr=10.0.0.1,10.0.0.2 port=7 user=app")
    assert endpoint.places() == (Place("a", 7, "10.0.0.1"), Place("b", 7, "10.0.0.2"))
    with pytest.raises(UsageProblem):
        endpoint.libpq()
    with pytest.raises(UsageProblem):
        endpoint.asyncpg()
    assert endpoint.at(endpoint.places()[1]).libpq()["hostaddr"] == "10.0.0.2"


@pytest.mark.parametrize(
    "dsn",
    [
        "host=a,b port=1,2,3 user=u",
        "host=a,b hostaddr=10.0.0.1 user=u",
        "host=a port=x",
        "host=a port=0",
        "host=a port=70000",
        "postgresql://h:port/x",
        "postgresql://[::1/x",
        "postgresql://::1/x",
        "nonsense",
        "",
        "  ",
        "host=a sslmode=sure",
        "host=a target_session_attrs=best",
        "host=a nonsense=1",
        "postgresql://a/b?nonsense=1",
        "host='a",
        "host=a hostaddr=name",
        "postgresql://a/%zz",
        "postgresql://a b/c",
        "host=a sslnegotiation=direct",
        "host=a sslrootcert=system sslmode=require",
        "host=@abstract",
        "host=a\x00b",
        "host=a\udc80",
        "service=nowhere",
        "dbname=postgresql://u:pw@h/d",
    ],
)
def test_an_invalid_dsn_is_refused_with_the_valid_form(dsn: str) -> None:
    """The message is pgrehearse's own: libpq's messages quote the DSN."""
    with pytest.raises(UsageProblem) as caught:
        Endpoint.parse(dsn)
    assert caught.value.remedy
    assert "libpq cannot parse the DSN" not in caught.value.message or dsn == "host=a\udc80"


def test_a_service_is_resolved_and_the_dsn_takes_precedence(services: Path) -> None:
    """The order is: a word of the DSN, the service file, the environment, the default."""
    assert place(Endpoint.parse("service=reh")) == (
        "reh.example",
        "10.0.0.9",
        6000,
        "service_db",
        "service_user",
        "service_pw",
    )
    endpoint = Endpoint.parse("postgresql://me:mine@/mine_db?service=reh")
    assert place(endpoint) == ("reh.example", "10.0.0.9", 6000, "mine_db", "me", "mine")
    assert "service" not in endpoint.libpq()
    assert services.exists()


def test_the_service_may_come_from_the_environment(services: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PGSERVICE names it; its file is in PGSYSCONFDIR or in the home directory."""
    monkeypatch.setenv("PGSERVICE", "reh")
    monkeypatch.setenv("PGPORT", "7000")
    assert Endpoint.parse("dbname=x").port == 6000
    assert Endpoint.parse("service=plain").database == "plain_db"
    monkeypatch.delenv("PGSERVICEFILE")
    (services.parent / "pg_service.conf").write_text(SERVICES.replace("6000", "6001"))
    monkeypatch.setenv("PGSYSCONFDIR", str(services.parent))
    assert Endpoint.parse("dbname=x").port == 6001
    (services.parent / ".pg_service.conf").write_text(SERVICES.replace("6000", "6002"))
    assert Endpoint.parse("dbname=x").port == 6002


def test_every_variable_of_libpq_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A word of the DSN takes precedence over a variable."""
    variables = {
        "PGHOST": "envhost",
        "PGHOSTADDR": "10.1.1.1",
        "PGPORT": "7777",
        "PGDATABASE": "envdb",
        "PGUSER": "envuser",
        "PGPASSWORD": "envpw",
        "PGOPTIONS": "-c work_mem=1MB",
        "PGSSLMODE": "require",
        "PGCONNECT_TIMEOUT": "3",
        "PGTARGETSESSIONATTRS": "primary",
        "PGSSLROOTCERT": "/ca.pem",
        "PGTZ": "Asia/Tokyo",
        "PGDATESTYLE": "ISO, DMY",
    }
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    endpoint = Endpoint.parse("postgresql://")
    assert place(endpoint) == ("envhost", "10.1.1.1", 7777, "envdb", "envuser", "envpw")
    words = endpoint.libpq()
    assert words["options"] == r"-c work_mem=1MB -c datestyle=ISO,\ DMY -c timezone=Asia/Tokyo"
    assert (words["sslmode"], words["sslrootcert"], words["target_session_attrs"]) == ("require", "/ca.pem", "primary")
    assert words["connect_timeout"] == "3"
    endpoint = Endpoint.parse("postgresql://me:pw@mine:1/own?hostaddr=10.2.2.2&sslmode=disable")
    assert place(endpoint) == ("mine", "10.2.2.2", 1, "own", "me", "pw")
    assert endpoint.libpq()["sslmode"] == "disable"


def test_every_variable_of_this_libpq_is_known() -> None:
    """A newer libpq can read more variables: then the lists of variables and defaults must be extended."""
    keywords = {
        option.envvar.decode(): option.keyword.decode() for option in pq.Conninfo.get_defaults() if option.envvar
    }
    assert keywords.keys() <= environment.VARIABLES
    separate_fields = {"service", "host", "hostaddr", "port", "dbname", "user", "password"}
    assert set(keywords.values()) - separate_fields <= DEFAULTS.keys()


def test_the_default_host_is_the_socket_of_libpq() -> None:
    """Without a host: a Unix socket, by its directory; without a user: the user of the operating system."""
    endpoint = Endpoint.parse("dbname=v")
    assert endpoint.places()[0].is_socket()
    assert endpoint.user
    assert endpoint.asyncpg()["ssl"] is False


HOSTILE = {
    "PGHOST": "evil",
    "PGHOSTADDR": "10.6.6.6",
    "PGPORT": "666",
    "PGDATABASE": "evil",
    "PGUSER": "evil",
    "PGPASSWORD": "evil",
    "PGOPTIONS": "-c evil=1",
    "PGSSLMODE": "disable",
    "PGTARGETSESSIONATTRS": "read-only",
    "PGPASSFILE": "/evil",
    "PGSSLROOTCERT": "/evil",
    "PGSSLNEGOTIATION": "direct",
    "PGREQUIREAUTH": "none",
    "PGCHANNELBINDING": "require",
    "PGSERVICE": "reh",
    "PGLOADBALANCEHOSTS": "random",
    "PGGSSENCMODE": "prefer",
    "PGSSLCERT": "/evil",
    "PGREQUIRESSL": "1",
    "PGCLIENTENCODING": "LATIN1",
    "PGAPPNAME": "evil",
    "PGCONNECT_TIMEOUT": "1",
    "PGSSLCRL": "/evil",
    "PGKRBSRVNAME": "evil",
}


def libpq_parameters(words: dict[str, str]) -> dict[str, str]:
    """Return libpq's connection parameters for words, in the current environment. An invalid value prevents the connection."""
    connection = pq.PGconn.connect_start(make_conninfo("", **{**words, "channel_binding": "x"}).encode())
    parameters = {option.keyword.decode(): option.val.decode() for option in connection.info if option.val is not None}
    parameters.pop("service", None)  # the name of the service has no effect, because every word has a value
    return parameters


@pytest.mark.parametrize(
    "endpoint",
    [
        Endpoint("127.0.0.1", 5, "d", "u"),
        Endpoint("db", 5, "d", "u", "pw", (("sslmode", "require"),), "10.0.0.1"),
        Endpoint("/run/pg", 5, "d", "u"),
        Endpoint(),
    ],
)
def test_no_variable_changes_the_parameters_of_libpq(
    endpoint: Endpoint, services: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All words have a value, also the empty ones; a service adds no word of an address."""
    before = libpq_parameters(endpoint.libpq())
    for name, value in HOSTILE.items():
        monkeypatch.setenv(name, value)
    assert libpq_parameters(endpoint.libpq()) == before
    assert before["port"] == str(endpoint.port)
    assert services.exists()


def test_no_variable_changes_the_parameters_of_asyncpg(monkeypatch: pytest.MonkeyPatch, services: Path) -> None:
    """The test calls asyncpg's own function that reads the environment."""
    connect_utils: Any = importlib.import_module("asyncpg.connect_utils")

    def asyncpg_parameters(endpoint: Endpoint) -> object:
        words = {
            **dict.fromkeys(("dsn", "passfile", "server_settings", "service", "servicefile")),
            **endpoint.asyncpg(),
        }
        addresses, parameters = connect_utils._parse_connect_dsn_and_args(**words)
        return addresses, parameters._replace(ssl=bool(parameters.ssl))

    for endpoint in (
        Endpoint("db", 5, "d", "u", hostaddr="10.0.0.1"),
        Endpoint("db", 5, "d", "u", options=(("sslmode", "require"),)),
    ):
        expected = asyncpg_parameters(endpoint)
        with monkeypatch.context() as patched:
            for name, value in HOSTILE.items():
                if (
                    name != "PGSSLCERT"
                ):  # with prefer asyncpg builds its own context; the command line takes the variables
                    patched.setenv(name, value)
            assert asyncpg_parameters(endpoint) == expected
    assert services.exists()


def test_the_variables_are_removed_once_and_still_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command removes them from the environment of itself and its child processes; a DSN is still resolved with them."""
    import os

    monkeypatch.setenv("PGHOST", "envhost")
    monkeypatch.setenv("PGREHEARSE_DENY_HOSTS", "x")
    environment.remove_variables()
    assert "PGHOST" not in os.environ
    assert os.environ["PGREHEARSE_DENY_HOSTS"] == "x"
    assert Endpoint.parse("user=u").host == "envhost"
    assert "PGHOST" not in os.environ
    assert Endpoint.parse("host=mine").host == "mine"


def test_the_password_file_is_read_by_libpqs_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By host, port, database and user, with its escapes; the same for both drivers."""
    file = tmp_path / ".pgpass"
    file.write_text(
        "# a comment\ndb:5433:*:app:first\\:\\\\one\ndb:*:*:*:other\n10.0.0.5:*:*:*:by address\nlocalhost:*:*:*:socket\n"
    )
    file.chmod(0o600)
    dsn = "postgresql://app@db:5433/v"
    assert Endpoint.parse(dsn).asyncpg()["password"] == "first:\\one"
    assert Endpoint.parse(dsn).libpq()["passfile"] == str(file)
    assert Endpoint.parse(dsn).to(user="somebody").asyncpg()["password"] == "other"
    assert Endpoint.parse("hostaddr=10.0.0.5 user=u").asyncpg()["password"] == "by address"
    assert Endpoint.parse("host=db hostaddr=10.0.0.5 user=u").asyncpg()["password"] == "other"
    assert Endpoint.parse("user=u").asyncpg()["password"] == "socket"
    assert Endpoint.parse("host=elsewhere user=u").asyncpg()["password"] == ""
    assert Endpoint("db", 5433, "v", "app").asyncpg()["password"] == ""
    monkeypatch.setenv("PGPASSWORD", "variable")
    assert Endpoint.parse(dsn).password == "variable"
    assert Endpoint.parse("postgresql://app:own@db:5433/v").password == "own"


def test_a_password_file_that_others_may_read_is_not_read(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """libpq itself prints a warning."""
    file = tmp_path / "passwords"
    file.write_text("*:*:*:*:secret\n")
    file.chmod(0o644)
    endpoint = Endpoint.parse(f"host=db user=u passfile={file}")
    assert endpoint.asyncpg()["password"] == ""
    assert "group or world access" in capfd.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        "require_auth=scram-sha-256",
        "requirepeer=postgres",
        "channel_binding=require",
        "gssencmode=require",
        "krbsrvname=pg",
        "gssdelegation=1",
        "sslcertmode=require",
        "replication=database",
        "min_protocol_version=3.2",
        "sslkeylogfile=/x",
        "sslmode=verify-full sslsni=0",
        "oauth_issuer=x",
    ],
)
def test_a_parameter_that_one_driver_does_not_support_is_refused(words: str) -> None:
    """The message names the parameter and has a remedy."""
    with pytest.raises(UsageProblem, match=words.split("=")[0].replace("sslmode", "sslsni")) as caught:
        Endpoint.parse(f"host=db user=u {words}")
    assert caught.value.remedy


def test_an_endpoint_is_passed_to_other_processes() -> None:
    """By pickle to a worker, as JSON to the watchdog."""
    import json

    endpoint = Endpoint.parse("postgresql://u:pw@a:1,b:2/d?sslmode=require&connect_timeout=5")
    assert pickle.loads(pickle.dumps(endpoint)) == endpoint  # noqa: S301 (the data is the test's own)
    assert Endpoint.of(json.loads(json.dumps(endpoint.document()))) == endpoint
