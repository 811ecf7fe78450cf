"""A database as a client reaches it: a DSN that was resolved once, by libpq itself. Never shows its password."""

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

# Words that an endpoint's own fields hold.
FIELDS = {"host", "hostaddr", "port", "dbname", "user", "password", "service"}
# What libpq takes where nothing is said. Given in full: a word that is there is not looked for in the environment.
UNSAID = {
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
# A value that libpq refuses when it has completed the words, before it connects anywhere.
_STOP = {"channel_binding": "none-of-them"}
# A socket that cannot exist: libpq examines all words and fails at once.
_NOWHERE = {"host": "/dev/null/none", "hostaddr": "", "port": "5432", "password": "x"}
# Two names for one address: libpq stops before it fills in what depends on the place.
_UNPLACED = {"host": "a,b", "hostaddr": "127.0.0.1"}


@dataclass(frozen=True, slots=True)
class Place:
    """One of the servers that a DSN names: *host* (a name, an address, a socket's folder), and *hostaddr* where it is known."""

    host: str
    port: int
    hostaddr: str = ""

    def is_socket(self) -> bool:
        """Say whether this is a Unix socket."""
        return not self.hostaddr and self.host.startswith(("/", "@"))

    def __str__(self) -> str:
        """Name the place: ``db.example:5432``, ``db.example[10.0.0.5]:5432``, ``[::1]:5432``."""
        if self.hostaddr and self.hostaddr != self.host:
            return f"{self.host}[{self.hostaddr}]:{self.port}"
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A database as a client reaches it. *options*: further libpq words (sslmode, passfile, ...) that differ from libpq's own.

    *hostaddr*: the address to connect to, where it is known; *host* is then the name that TLS verifies. *others*: further
    servers that the DSN names; ``pgrehearse.base.postgres.located`` chooses one of them. An endpoint says everything: nothing else is
    read from the environment. An empty *user* is the operating system's, an empty *database* the user's name.
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
        """Resolve a ``postgresql://`` URI or libpq's ``key=value`` words, with the service file and the environment.

        Raises ``UsageProblem``, which shows nothing of the DSN that could be a piece of its password.
        """
        refuse_suspicious(dsn)
        words, places = _resolved(dsn)
        return cls(
            host=places[0].host,
            port=places[0].port,
            database=words.get("dbname", ""),
            user=words.get("user", ""),
            password=words.get("password", ""),
            options=tuple(
                sorted(
                    (key, value)
                    for key, value in words.items()
                    if key not in FIELDS and value not in {"", UNSAID.get(key)}
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
        """Return the same database at one place only."""
        return replace(self, host=place.host, port=place.port, hostaddr=place.hostaddr, others=())

    def with_password(self, password: str) -> Endpoint:
        """Return the same database with another password."""
        return replace(self, password=password)

    def places(self) -> tuple[Place, ...]:
        """Return every server that the DSN names, in its order."""
        return Place(self.host, self.port, self.hostaddr), *self.others

    def word(self, name: str) -> str:
        """Return one of libpq's words as it holds here."""
        return dict(self.options).get(name, UNSAID.get(name, ""))

    def libpq(self) -> dict[str, str]:
        """Return libpq's words: all that it would look for in the environment otherwise."""
        self._refuse_several()
        words = {
            **UNSAID,
            **dict(self.options),
            "host": self.host,
            "hostaddr": self.hostaddr,
            "port": str(self.port),
            "dbname": self.database,
            "user": self.user or os_user(),
            "password": self.password,
        }
        return {key: value for key, value in words.items() if key in _known()}

    def asyncpg(self) -> dict[str, Any]:
        """Return the keyword arguments of ``asyncpg.connect``: all that it would look for in the environment otherwise."""
        self._refuse_several()
        user = self.user or os_user()
        words: dict[str, Any] = {
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
        if isinstance(words["ssl"], str) and (given := self._tls_words()):
            words["dsn"] = f"postgresql://?{urlencode(given)}"
        return words | ({"server_settings": {"options": self.word("options")}} if self.word("options") else {})

    def tls(self) -> ssl.SSLContext:
        """Return the TLS context that checks and sends *host*, wherever *hostaddr* is."""
        return tls.context(dict(self.options), self.host)

    def document(self) -> dict[str, Any]:
        """Return all of it, the password too, for a process of ours (``Endpoint.of``)."""
        return asdict(self)

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> Endpoint:
        """Return the endpoint of a ``document``."""
        return cls(
            **{
                **document,
                "options": tuple((key, value) for key, value in document["options"]),
                "others": tuple(Place(**one) for one in document["others"]),
            }
        )

    def __str__(self) -> str:
        """Name the database without its password: ``app@db.example:5432/videos``."""
        where = ",".join(map(str, self.places()))
        return f"{self.user or '(default user)'}@{where}/{self.database or '(default)'}"

    def _refuse_several(self) -> None:
        if self.others:
            raise UsageProblem(
                f"{self}: several servers are named, and none is chosen yet", remedy="give one host and one port"
            )

    def _password(self) -> str:
        """Return the password: the DSN's or the environment's, or what libpq finds in the password file."""
        if self.password or not dict(self.options).get("passfile"):
            return self.password
        found = pq.PGconn.connect_start(_conninfo({**self.libpq(), "channel_binding": _STOP["channel_binding"]}))
        return (found.password or b"").decode()

    def _tls(self) -> Any:
        """Return asyncpg's *ssl*: a context, or libpq's word where asyncpg may fall back, or False."""
        mode = self.word("sslmode")
        if mode == "disable" or self.places()[0].is_socket():
            return False
        return mode if mode in {"allow", "prefer"} else self.tls()

    def _tls_words(self) -> dict[str, str]:
        given = dict(self.options)
        return {name: given[name] for name in _DSN_ONLY if name in given}


def os_user() -> str:
    """Return the operating system's name of who runs this, libpq's default user."""
    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        raise UsageProblem("the DSN names no user, and this process has none", remedy="name it: user=NAME") from None


@cache
def _known() -> frozenset[str]:
    return frozenset(one.keyword.decode() for one in pq.Conninfo.get_defaults())


def _resolved(dsn: str) -> tuple[dict[str, str], list[Place]]:
    """Return all words of a DSN by libpq's order (DSN, service, environment, built in), and its servers."""
    said = _parsed(dsn)
    with environment.given():
        words, reason = _completed({**said, **_UNPLACED})
        if "host names to" not in reason:
            raise malformed(reason)
        refuse_uncarried(words)
        placed, reason = _completed({**said, **_STOP})
        if "channel_binding" not in reason:
            raise malformed(reason)
        whole, reason = _completed({**said, **_NOWHERE})
        if "connection to server on socket" not in reason:
            raise malformed(reason)
        sent = _sent(words.get("options", ""))
    asked = {name: words.get(name, "") for name in ("password", "dbname")}
    resolved = {**whole, **asked, "options": sent, "passfile": _passfile(words.get("passfile", "")), "gssencmode": ""}
    return resolved, _places(placed, asked["dbname"])


def _parsed(dsn: str) -> dict[str, str]:
    """Return the words of the DSN itself."""
    try:
        given = pq.Conninfo.parse(dsn.encode())
        return {one.keyword.decode(): one.val.decode() for one in given if one.val is not None}
    except (Error, UnicodeError) as error:
        raise malformed("" if isinstance(error, UnicodeError) else str(error)) from None


def _completed(words: Mapping[str, str]) -> tuple[dict[str, str], str]:
    """Have libpq complete *words*, of which one stops it before it connects; return them, and what it complains of."""
    made = pq.PGconn.connect_start(_conninfo(words))
    try:
        found = {one.keyword.decode(): one.val.decode() for one in made.info if one.val is not None}
    except UnicodeError:
        raise malformed("") from None
    else:
        return found, made.get_error_message("utf-8")
    finally:
        made.finish()


def _conninfo(words: Mapping[str, str]) -> bytes:
    try:
        return make_conninfo("", **words).encode()
    except (Error, UnicodeError):
        raise malformed("") from None


def _places(words: Mapping[str, str], database: str) -> list[Place]:
    """Pair hosts, addresses and ports, which libpq has found to be as many as they should be."""
    hosts, addresses, ports = (words.get(name, "").split(",") for name in ("host", "hostaddr", "port"))
    count = max(len(hosts), len(addresses))
    hosts, addresses, ports = (given if len(given) == count else given * count for given in (hosts, addresses, ports))
    found = []
    for host, address, port in zip(hosts, addresses, ports, strict=True):
        known = host or address or _socket_folder()
        refuse_implausible(known, port or "5432", database)
        if address and not is_address(address):
            raise UsageProblem("a hostaddr of the DSN is not an address", remedy="write an IPv4 or IPv6 address")
        found.append(Place(known, int(port or 5432), address))
    return found


@cache
def _socket_folder() -> str:
    """Return where libpq looks for the server's socket when no host is named."""
    made = pq.PGconn.connect_start(_conninfo({"host": "", "hostaddr": "", "port": "5432", "password": "x", **_STOP}))
    try:
        return made.host.decode()
    finally:
        made.finish()


def _passfile(path: str) -> str:
    """Return the password file, if libpq would read it: a plain file that only its owner may read."""
    try:
        place = Path(path) if path else Path.home() / ".pgpass"
        found = place.stat()
    except (OSError, RuntimeError, ValueError):
        return UNSAID["passfile"]
    usable = stat.S_ISREG(found.st_mode) and not found.st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    return str(place) if usable else UNSAID["passfile"]


def _sent(options: str) -> str:
    """Return *options* with the settings that libpq sends for variables of their own (PGTZ, PGDATESTYLE, PGGEQO)."""
    given = ((setting, os.environ.get(name, "")) for name, setting in environment.SENT.items())
    words = [re.sub(r"([\\ ])", r"\\\1", f"{setting}={value}") for setting, value in given if _is_set(value)]
    return " ".join([options, *(f"-c {word}" for word in words)]).strip()


def _is_set(value: str) -> bool:
    return bool(value) and value.lower() != "default"
