"""The endpoint of a database: a DSN that libpq resolved once. The password is never shown."""

from __future__ import annotations

import os
import pwd
import re
import ssl
import stat
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from psycopg import Error, pq
from psycopg.conninfo import make_conninfo

from pgrehearse.base import environment, tls
from pgrehearse.base.driver_limits import refuse_uncarried
from pgrehearse.base.dsn_checks import is_address, malformed, refuse_implausible, refuse_suspicious
from pgrehearse.base.errors import UsageProblem

# Parameters that are fields of an endpoint.
FIELDS = {"host", "hostaddr", "port", "dbname", "user", "password", "service"}
# libpq's defaults. All are passed: libpq does not read a parameter that is set from the environment.
DEFAULTS = {
    "passfile": "/dev/null/none",
    "channel_binding": "prefer",
    "connect_timeout": "0",
    "client_encoding": "",
    "options": "",
    "application_name": "",
    "sslmode": "prefer",
    "sslnegotiation": "postgres",
    "sslcompression": "0",
    "sslcert": "",
    "sslkey": "",
    "sslcertmode": "allow",
    "sslrootcert": "",
    "sslcrl": "",
    "sslcrldir": "",
    "sslsni": "1",
    "requirepeer": "",
    "require_auth": "none,password,md5,gss,sspi,scram-sha-256",
    "min_protocol_version": "3.0",
    "max_protocol_version": "3.0",
    "ssl_min_protocol_version": "TLSv1.2",
    "ssl_max_protocol_version": "",
    "gssencmode": "disable",
    "krbsrvname": "postgres",
    "gsslib": "",
    "gssdelegation": "0",
    "target_session_attrs": "any",
    "load_balance_hosts": "disable",
}
_DSN_ONLY = ("sslcert", "sslkey", "sslpassword", "ssl_min_protocol_version", "ssl_max_protocol_version")
# A value that libpq rejects after it has completed the parameters and before it connects.
_STOP = {"channel_binding": "none-of-them"}
# A socket that cannot exist: libpq checks all parameters and fails at once.
_NOWHERE = {"host": "/dev/null/none", "hostaddr": "", "port": "5432", "password": "x"}
# Two names for one address: libpq stops before it completes the parameters that depend on the host.
_UNPLACED = {"host": "a,b", "hostaddr": "127.0.0.1"}


@dataclass(frozen=True, slots=True)
class Place:
    """One of the servers of a DSN: *host* (a name, an address, the directory of a socket), and *hostaddr* if it is known."""

    host: str
    port: int
    hostaddr: str = ""

    def is_socket(self) -> bool:
        """Return whether this is a Unix socket."""
        return not self.hostaddr and self.host.startswith(("/", "@"))

    def __str__(self) -> str:
        """Return the text of the place: ``db.example:5432``, ``db.example[10.0.0.5]:5432``, ``[::1]:5432``."""
        if self.hostaddr and self.hostaddr != self.host:
            return f"{self.host}[{self.hostaddr}]:{self.port}"
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A database as a client connects to it. *options*: further libpq parameters (sslmode, passfile, ...) that differ from the defaults.

    *hostaddr*: the address to connect to, where it is known; *host* is then the name that TLS verifies. *others*: further
    servers of the DSN; ``pgrehearse.base.postgres.located`` chooses one of them. An endpoint is complete: nothing else is read
    from the environment. An empty *user* is the user of the operating system, an empty *database* the name of the user.
    """

    host: str = "127.0.0.1"
    port: int = 5432
    database: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    options: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    hostaddr: str = ""
    others: tuple[Place, ...] = ()

    @classmethod
    def parse(cls, dsn: str) -> Endpoint:
        """Resolve a ``postgresql://`` URI or libpq's ``key=value`` parameters, with the service file and the environment.

        Raises ``UsageProblem``, which contains no part of the DSN that could belong to its password.
        """
        refuse_suspicious(dsn)
        parameters, places = _resolved(dsn)
        return cls(
            host=places[0].host,
            port=places[0].port,
            database=parameters.get("dbname", ""),
            user=parameters.get("user", ""),
            password=parameters.get("password", ""),
            options=tuple(
                sorted(
                    (key, value)
                    for key, value in parameters.items()
                    if key not in FIELDS and value not in {"", DEFAULTS.get(key)}
                )
            ),
            hostaddr=places[0].hostaddr,
            others=tuple(places[1:]),
        )

    def to(self, *, database: str | None = None, user: str | None = None) -> Endpoint:
        """Return the same server under another database or user."""
        return replace(
            self,
            database=self.database if database is None else database,
            user=self.user if user is None else user,
        )

    def at(self, place: Place) -> Endpoint:
        """Return the same database on one server only."""
        return replace(self, host=place.host, port=place.port, hostaddr=place.hostaddr, others=())

    def with_password(self, password: str) -> Endpoint:
        """Return the same database with another password."""
        return replace(self, password=password)

    def places(self) -> tuple[Place, ...]:
        """Return every server of the DSN, in its order."""
        return Place(self.host, self.port, self.hostaddr), *self.others

    def word(self, name: str) -> str:
        """Return the value of one of libpq's parameters."""
        return dict(self.options).get(name, DEFAULTS.get(name, ""))

    def libpq(self) -> dict[str, str]:
        """Return libpq's parameters, all of them: libpq then reads none from the environment."""
        self._refuse_several()
        parameters = {
            **DEFAULTS,
            **dict(self.options),
            "host": self.host,
            "hostaddr": self.hostaddr,
            "port": str(self.port),
            "dbname": self.database,
            "user": self.user or os_user(),
            "password": self.password,
        }
        return {key: value for key, value in parameters.items() if key in _known()}

    def variables(self) -> dict[str, str]:
        """Return the environment of one of PostgreSQL's client programs: libpq reads nothing else, and no argument contains a secret."""
        self._refuse_several()
        given = {**dict(self.options), "passfile": self.word("passfile"), "host": self.host, "port": str(self.port)}
        given |= {"hostaddr": self.hostaddr, "dbname": self.database, "password": self.password}
        given |= {"user": self.user or os_user()}
        names = {one.keyword.decode(): (one.envvar or b"").decode() for one in pq.Conninfo.get_defaults()}
        return {names[key]: value for key, value in given.items() if value and names.get(key)}

    def asyncpg(self) -> dict[str, Any]:
        """Return the keyword arguments of ``asyncpg.connect``, all of them: asyncpg then reads none from the environment."""
        self._refuse_several()
        user = self.user or os_user()
        arguments: dict[str, Any] = {
            "host": self.hostaddr or self.host,
            "port": self.port,
            "database": self.database or user,
            "user": user,
            "password": self._password(),
            "direct_tls": self.word("sslnegotiation") == "direct",
            "target_session_attrs": "any",
            "krbsrvname": "postgres",
            "gsslib": "gssapi",
            "ssl": self._tls(),
        }
        if isinstance(arguments["ssl"], str) and (tls_options := self._tls_words()):
            arguments["dsn"] = f"postgresql://?{urlencode(tls_options)}"
        return arguments | ({"server_settings": {"options": self.word("options")}} if self.word("options") else {})

    def tls(self) -> ssl.SSLContext:
        """Return the TLS context that verifies and sends *host*, whatever *hostaddr* is."""
        return tls.context(dict(self.options), self.host)

    def document(self) -> dict[str, Any]:
        """Return all fields, including the password, for a worker process (``Endpoint.of``)."""
        return asdict(self)

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> Endpoint:
        """Return the endpoint of a ``document``."""
        return cls(
            **{
                **document,
                "options": tuple((key, value) for key, value in document["options"]),
                "others": tuple(Place(**place) for place in document["others"]),
            }
        )

    def __str__(self) -> str:
        """Return the text of the database without its password: ``app@db.example:5432/videos``."""
        where = ",".join(map(str, self.places()))
        return f"{self.user or '(default user)'}@{where}/{self.database or '(default)'}"

    def _refuse_several(self) -> None:
        if self.others:
            raise UsageProblem(
                f"{self}: the DSN has several servers, and none is chosen yet", remedy="use one host and one port"
            )

    def _password(self) -> str:
        """Return the password: of the DSN, of the environment, or of the password file as libpq finds it."""
        if self.password or not dict(self.options).get("passfile"):
            return self.password
        attempt = pq.PGconn.connect_start(_conninfo({**self.libpq(), "channel_binding": _STOP["channel_binding"]}))
        return (attempt.password or b"").decode()

    def _tls(self) -> Any:
        """Return asyncpg's *ssl*: a context, or libpq's sslmode where asyncpg may use a second attempt, or False."""
        mode = self.word("sslmode")
        if mode == "disable" or self.places()[0].is_socket():
            return False
        return mode if mode in {"allow", "prefer"} else self.tls()

    def _tls_words(self) -> dict[str, str]:
        options = dict(self.options)
        return {name: options[name] for name in _DSN_ONLY if name in options}


def os_user() -> str:
    """Return the user name of this process in the operating system: libpq's default user."""
    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        raise UsageProblem(
            "the DSN has no user, and the operating system has no user name for this process", remedy="set user=NAME"
        ) from None


@cache
def _known() -> frozenset[str]:
    return frozenset(option.keyword.decode() for option in pq.Conninfo.get_defaults())


def _resolved(dsn: str) -> tuple[dict[str, str], list[Place]]:
    """Return all parameters of a DSN by libpq's precedence (DSN, service, environment, default), and its servers."""
    in_dsn = _parsed(dsn)
    with environment.restored_variables():
        unplaced, reason = _completed({**in_dsn, **_UNPLACED})
        if "host names to" not in reason:
            raise malformed(reason)
        refuse_uncarried(unplaced)
        placed, reason = _completed({**in_dsn, **_STOP})
        if "channel_binding" not in reason:
            raise malformed(reason)
        complete, reason = _completed({**in_dsn, **_NOWHERE})
        if "connection to server on socket" not in reason:
            raise malformed(reason)
        sent = _sent(unplaced.get("options", ""))
    own = {name: unplaced.get(name, "") for name in ("password", "dbname")}
    resolved = {
        **complete,
        **own,
        "options": sent,
        "passfile": _passfile(unplaced.get("passfile", "")),
        "gssencmode": "",
    }
    return resolved, _places(placed, own["dbname"])


def _parsed(dsn: str) -> dict[str, str]:
    """Return the parameters that the DSN contains."""
    try:
        options = pq.Conninfo.parse(dsn.encode())
        return {option.keyword.decode(): option.val.decode() for option in options if option.val is not None}
    except (Error, UnicodeError) as error:
        raise malformed("" if isinstance(error, UnicodeError) else str(error)) from None


def _completed(parameters: Mapping[str, str]) -> tuple[dict[str, str], str]:
    """Let libpq complete *parameters*, of which one stops it before it connects. Return the parameters and libpq's error message."""
    attempt = pq.PGconn.connect_start(_conninfo(parameters))
    try:
        completed = {option.keyword.decode(): option.val.decode() for option in attempt.info if option.val is not None}
    except UnicodeError:
        raise malformed("") from None
    else:
        return completed, attempt.get_error_message("utf-8")
    finally:
        attempt.finish()


def _conninfo(parameters: Mapping[str, str]) -> bytes:
    try:
        return make_conninfo("", **parameters).encode()
    except (Error, UnicodeError):
        raise malformed("") from None


def _places(parameters: Mapping[str, str], database: str) -> list[Place]:
    """Combine hosts, addresses and ports; libpq has checked that their numbers match."""
    hosts, addresses, ports = (parameters.get(name, "").split(",") for name in ("host", "hostaddr", "port"))
    count = max(len(hosts), len(addresses))
    hosts, addresses, ports = (
        values if len(values) == count else values * count for values in (hosts, addresses, ports)
    )
    places = []
    for host, address, port in zip(hosts, addresses, ports, strict=True):
        name = host or address or _socket_folder()
        refuse_implausible(name, port or "5432", database)
        if address and not is_address(address):
            raise UsageProblem("a hostaddr of the DSN is not an address", remedy="write an IPv4 or IPv6 address")
        places.append(Place(name, int(port or 5432), address))
    return places


@cache
def _socket_folder() -> str:
    """Return the directory of the server's socket that libpq uses if no host is set."""
    attempt = pq.PGconn.connect_start(_conninfo({"host": "", "hostaddr": "", "port": "5432", "password": "x", **_STOP}))
    try:
        return attempt.host.decode()
    finally:
        attempt.finish()


def _passfile(path: str) -> str:
    """Return the password file, if libpq would read it: a regular file that only its owner can access."""
    try:
        place = Path(path) if path else Path.home() / ".pgpass"
        status = place.stat()
    except (OSError, RuntimeError, ValueError):
        return DEFAULTS["passfile"]
    usable = stat.S_ISREG(status.st_mode) and not status.st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    return str(place) if usable else DEFAULTS["passfile"]


def _sent(options: str) -> str:
    """Return *options* with the settings that libpq sends for variables of their own (PGTZ, PGDATESTYLE, PGGEQO)."""
    variables = ((setting, os.environ.get(name, "")) for name, setting in environment.SENT.items())
    settings = [re.sub(r"([\\ ])", r"\\\1", f"{setting}={value}") for setting, value in variables if _is_set(value)]
    return " ".join([options, *(f"-c {word}" for word in settings)]).strip()


def _is_set(value: str) -> bool:
    return bool(value) and value.lower() != "default"
