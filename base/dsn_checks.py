"""A DSN that is invalid, or whose password may be parsed as another parameter, is rejected. No part of it is shown.

libpq parses a URI whatever characters its password contains: an unescaped ``/`` or ``@`` moves a part of the password into the
host or the database, and every message would show it. The errors of libpq quote the DSN; here each has its own sentence.
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
# A host: a name or an IPv4 address. Labels may have an underscore, and letters of any language.
_NAME = re.compile(r"[\w.-]+")

# A part of libpq's error message, its meaning, and what to do.
_ERRORS = (
    ("percent-encoded", "the DSN has a % that does not begin a percent-encoded character", ENCODE),
    ("unexpected spaces", "the DSN is a URI that contains a space", "write a space as %20"),
    ("matching", "the DSN has an IPv6 address without its closing bracket", "write [::1]:5432"),
    ("IPv6", "the DSN has an invalid IPv6 address", "write [::1]:5432"),
    ("unexpected character", "the DSN has an invalid character after the host", WRITE),
    ("unterminated", "the DSN has a quote that is not closed", r"write ' as \' in key=value parameters"),
    (
        'missing "="',
        "the DSN is neither a URI nor a list of key=value parameters",
        f"{WRITE}; quote a value that contains spaces",
    ),
    ("key/value separator", "the query part of the DSN is not key=value&key=value", ENCODE),
    (
        "invalid connection option",
        "the DSN has a parameter that libpq does not support",
        f"{WRITE}; quote a value that contains spaces",
    ),
    ("URI query parameter", "the query part of the DSN has a parameter that libpq does not support", ENCODE),
    (
        "service file",
        "the service file cannot be read",
        "correct the service file that PGSERVICEFILE or PGSYSCONFDIR names, or ~/.pg_service.conf",
    ),
    (
        "definition of service",
        "no service file defines the service of the DSN or PGSERVICE",
        "correct service=, PGSERVICE or the service file",
    ),
    (
        "host names to",
        "the DSN (with the environment) has different numbers of hosts and host addresses",
        "set one hostaddr for each host, or unset PGHOSTADDR",
    ),
    ("port numbers to", "the DSN has neither one port nor one for each host", "set one port, or one for each host"),
    (
        "sslmode",
        "the value of sslmode is not valid here",
        "use disable, allow, prefer, require, verify-ca or verify-full; sslnegotiation=direct requires require or stricter; sslrootcert=system requires verify-full",
    ),
    ("local user", "the DSN has no user, and the operating system has no user name for this process", "set user=NAME"),
)
_VALUE = re.compile(r'invalid "?(\w+)"? value')


def refuse_suspicious(dsn: str) -> None:
    """Raise ``UsageProblem`` for an invalid DSN, and for a URI in which a part of the password may be parsed as another parameter."""
    if not dsn.strip() or "\0" in dsn:
        raise UsageProblem("the DSN is empty or contains a zero byte", remedy=WRITE)
    scheme, separator, rest = dsn.partition("://")
    if dsn.startswith(SCHEMES):
        if _is_ambiguous(rest):
            raise UsageProblem(
                "the DSN is ambiguous: its password seems to contain an unescaped / or @ or ?", remedy=ENCODE
            )
    elif separator and _SCHEME.fullmatch(scheme):
        raise UsageProblem(f"unknown scheme of a DSN: {scheme}://", remedy=WRITE)


def _is_ambiguous(rest: str) -> bool:
    """Return whether an @ or ? is at a place where libpq ends the password too early."""
    match = _CREDENTIALS.match(rest)
    credentials = match.group() if match else ""
    place, _, query = rest[len(credentials) :].partition("?")
    return "?" in credentials or "@" in place or any(_has_stray_at(pair) for pair in query.split("&"))


def _has_stray_at(pair: str) -> bool:
    """Return whether a parameter of the query contains an @ that is not valid in such a parameter."""
    key, _, value = pair.partition("=")
    _, sign, after = value.partition("@")
    return "@" in key or (bool(sign) and not (key == "password" or (key in {"host", "user"} and "/" not in after)))


def refuse_implausible(host: str, port: str, database: str) -> None:
    """Raise ``UsageProblem`` for an invalid host, port or database. It may be a part of a password, so it is not shown."""
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 1 << 16):
        raise UsageProblem("a port of the DSN is not a number from 1 to 65535", remedy=f"{WRITE}; {ENCODE}")
    if host.startswith("@"):
        raise UsageProblem(
            "the DSN has an abstract Unix socket, which asyncpg does not support",
            remedy="use the directory of the server's socket, or host and port",
        )
    if not is_plausible(host):
        raise UsageProblem(
            "a host of the DSN is neither a name nor an address nor the directory of a socket",
            remedy=f"{WRITE}; {ENCODE}",
        )
    if "://" in database or re.search(r"password\s*=", database):
        raise UsageProblem("the database name in the DSN contains another DSN", remedy=WRITE)


def is_plausible(host: str) -> bool:
    """Return whether *host* may be a name, an address, or the directory of a Unix socket (``/run/postgresql``)."""
    if host.startswith("/"):
        return host.isprintable()
    return _NAME.fullmatch(host) is not None or is_address(host)


def is_address(host: str) -> bool:
    """Return whether *host* is an address and not a name."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def malformed(reason: str) -> UsageProblem:
    """Return the error for libpq's *reason*. No part of the DSN is in it."""
    for piece, message, remedy in _ERRORS:
        if piece in reason:
            return UsageProblem(message, remedy=remedy)
    if match := _VALUE.search(reason):
        return UsageProblem(
            f"{match[1]} has a value that libpq does not support", remedy=f"see {match[1]} in the manual of libpq"
        )
    return UsageProblem("libpq cannot parse the DSN", remedy=WRITE)
