"""A DSN that is none, or whose password may stand where another word is read: refused with nothing of it shown.

libpq reads a URI whatever its password holds: an unescaped ``/`` or ``@`` moves a piece of the password into the host or
the database, which every message would show. libpq's own complaints quote the DSN; here each has a sentence of ours.
"""

from __future__ import annotations

import ipaddress
import re

from pgrehearse.base.errors import UsageProblem

SCHEMES = ("postgresql://", "postgres://")
WRITE = "write postgresql://user@host:5432/database, or host=... port=... dbname=... user=..."
ENCODE = "percent-encode the password: / is %2F, @ is %40, : is %3A, # is %23, ? is %3F, % is %25"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}")
_CREDENTIALS = re.compile(r"[^@/]*@")
# What a host may be: a name, an IPv4 address. Labels may have an underscore, and letters of any language.
_NAME = re.compile(r"[\w.-]+")

# A piece of libpq's complaint, what it means, and what to do.
_COMPLAINTS = (
    ("percent-encoded", "the DSN has a % that begins no percent-encoded character", ENCODE),
    ("unexpected spaces", "the DSN is a URI with a blank in it", "write a blank as %20"),
    ("matching", "the DSN has an IPv6 address without its closing bracket", "write [::1]:5432"),
    ("IPv6", "the DSN has an IPv6 address that is not one", "write [::1]:5432"),
    ("unexpected character", "the DSN goes on wrongly after its host", WRITE),
    ("unterminated", "the DSN has a quote that is not closed", r"write ' as \' in key=value words"),
    ('missing "="', "the DSN is neither a URI nor key=value words", f"{WRITE}; quote a value that has blanks"),
    ("key/value separator", "the DSN has a query that is not key=value&key=value", ENCODE),
    (
        "invalid connection option",
        "the DSN has a word that libpq does not know",
        f"{WRITE}; quote a value that has blanks",
    ),
    ("URI query parameter", "the DSN has a query word that libpq does not know", ENCODE),
    (
        "service file",
        "the service file cannot be read",
        "correct the service file that PGSERVICEFILE or PGSYSCONFDIR names, or ~/.pg_service.conf",
    ),
    (
        "definition of service",
        "the service that the DSN or PGSERVICE names is in no service file",
        "correct service=, PGSERVICE or the service file",
    ),
    (
        "host names to",
        "the DSN (with the environment) has not as many hosts as host addresses",
        "give each host its hostaddr, or unset PGHOSTADDR",
    ),
    ("port numbers to", "the DSN has neither one port nor one for each host", "give one port, or one for each host"),
    (
        "sslmode",
        "sslmode cannot be so here",
        "take disable, allow, prefer, require, verify-ca or verify-full; sslnegotiation=direct needs require or more, sslrootcert=system needs verify-full",
    ),
    ("local user", "the DSN names no user, and this process has none", "name it: user=NAME"),
)
_VALUE = re.compile(r'invalid "?(\w+)"? value')


def refuse_suspicious(dsn: str) -> None:
    """Raise ``UsageProblem`` for what is no DSN, and for a URI in which a piece of the password may be read as another word."""
    if not dsn.strip() or "\0" in dsn:
        raise UsageProblem("the DSN is empty or has a zero byte", remedy=WRITE)
    scheme, separator, rest = dsn.partition("://")
    if dsn.startswith(SCHEMES):
        if _moved(rest):
            raise UsageProblem(
                "the DSN can be read in two ways: its password seems to hold a / or @ or ? of its own", remedy=ENCODE
            )
    elif separator and _SCHEME.fullmatch(scheme):
        raise UsageProblem(f"unknown kind of target: {scheme}://", remedy=WRITE)


def _moved(rest: str) -> bool:
    """Say whether an @ or ? stands where libpq ends the password too early."""
    found = _CREDENTIALS.match(rest)
    credentials = found.group() if found else ""
    place, _, query = rest[len(credentials) :].partition("?")
    return "?" in credentials or "@" in place or any(_astray(pair) for pair in query.split("&"))


def _astray(pair: str) -> bool:
    """Say whether a word of the query has an @ that such a word has no use for."""
    key, _, value = pair.partition("=")
    _, sign, after = value.partition("@")
    return "@" in key or (bool(sign) and not (key == "password" or (key in {"host", "user"} and "/" not in after)))


def refuse_implausible(host: str, port: str, database: str) -> None:
    """Raise ``UsageProblem`` for a host, port or database that is none; it may be a piece of a password, so it is not shown."""
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 1 << 16):
        raise UsageProblem("a port of the DSN is not a number from 1 to 65535", remedy=f"{WRITE}; {ENCODE}")
    if host.startswith("@"):
        raise UsageProblem(
            "the DSN names an abstract Unix socket, which asyncpg cannot reach",
            remedy="name the folder of the server's own socket, or host and port",
        )
    if not is_plausible(host):
        raise UsageProblem(
            "a host of the DSN is neither a name nor an address nor a socket's folder", remedy=f"{WRITE}; {ENCODE}"
        )
    if "://" in database or re.search(r"password\s*=", database):
        raise UsageProblem("the database of the DSN is a DSN of its own", remedy=WRITE)


def is_plausible(host: str) -> bool:
    """Say whether *host* may be a name, an address, or the folder of a Unix socket (``/run/postgresql``)."""
    if host.startswith("/"):
        return host.isprintable()
    return _NAME.fullmatch(host) is not None or is_address(host)


def is_address(host: str) -> bool:
    """Say whether *host* is an address and not a name."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def malformed(complaint: str) -> UsageProblem:
    """Return the problem that libpq complains of, in words that hold nothing of the DSN."""
    for piece, message, remedy in _COMPLAINTS:
        if piece in complaint:
            return UsageProblem(message, remedy=remedy)
    if found := _VALUE.search(complaint):
        return UsageProblem(f"{found[1]} has a value that libpq does not know", remedy=f"see libpq's {found[1]}")
    return UsageProblem("the DSN cannot be read by libpq", remedy=WRITE)
