"""Why a connection failed, in one sentence, and what to do: tables of the errors of servers, poolers and drivers."""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass

import asyncpg

from pgrehearse.base.endpoint import Endpoint

# asyncpg raises AttributeError for a response that lacks a parameter which every server reports.
FAILED = (
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    OSError,
    TimeoutError,
    ValueError,
    AttributeError,
)
UP = "check that the server is running and that host and port are correct"
LOG = "see the server's log"
OTHER = ("the response is not from PostgreSQL", "check host and port: another program may listen there")
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a server could not be used, and what to do. *goes_on*: libpq would try the next server of the DSN as well."""

    reason: str
    remedy: str
    goes_on: bool = False


_RIGHT_ONE = "put the correct password in ~/.pgpass (chmod 600), PGPASSWORD or the DSN"
OPTIONS = ("the `options` of the DSN (or of PGOPTIONS) were rejected", "correct them, or connect without the pooler")
_LATER = "wait until the server accepts connections"
# The reason and the remedy of each SQLSTATE of a login.
_STATES: dict[str, tuple[str, str]] = {
    "28P01": ("password authentication failed", _RIGHT_ONE),
    "3D000": ("the database does not exist", "create or restore it first"),
    "42501": ("the role has no CONNECT privilege on this database", "grant connect on the database to the role"),
    "53300": ("the server has no connection left", "end some sessions on the server, or increase max_connections"),
    "57P01": ("the server is shutting down", _LATER),
    "57P02": ("the server is recovering from a crash", _LATER),
    "57P03": ("the server does not accept connections now", _LATER),
    "42704": OPTIONS,
    "22023": OPTIONS,
    "55P02": OPTIONS,
    "42601": OPTIONS,
    "22P02": OPTIONS,
}
# Texts of servers (SQLSTATE 28000 and 57P03) and of poolers (08P01). In lower case; the first match is used.
_TEXTS: tuple[tuple[str, str, str], ...] = (
    (
        "no pg_hba.conf entry",
        "the login was rejected: pg_hba.conf has no entry for this address, user and database",
        "add an entry on the server, or use another address",
    ),
    (
        "pg_hba.conf rejects",
        "the login was rejected: pg_hba.conf rejects this address, user and database",
        "add an entry on the server, or use another address",
    ),
    (
        "not permitted to log in",
        "the login was rejected: the role is not permitted to log in",
        "alter role ... login, or use another role",
    ),
    ("certificate authentication failed", "the client certificate was rejected", "set sslcert and sslkey of this role"),
    ("valid client certificate", "the server requires a client certificate", "set sslcert and sslkey of this role"),
    ("starting up", "the server is starting up", _LATER),
    ("shutting down", "the server is shutting down", _LATER),
    ("recovery mode", "the server is recovering from a crash", _LATER),
    ("not yet accepting", "the server is a standby that is not yet consistent", _LATER),
    (
        "hot standby mode is disabled",
        "the server is a standby that accepts no queries",
        "set hot_standby = on on the standby, or use another server",
    ),
    (
        '"trust" authentication failed',
        "the pooler has no such user",
        "add the user to the pooler, or connect without the pooler",
    ),
    ("no such user", "the pooler has no such user", "add the user to the pooler, or connect without the pooler"),
    (
        "no such database",
        "the pooler has no such database",
        "add the database to the pooler, or connect without the pooler",
    ),
    ("unsupported startup parameter", *OPTIONS),
    (
        "no more connections allowed",
        "the pooler has no connection left",
        "increase its max_client_conn, or connect without the pooler",
    ),
    ("server_login_retry", "the pooler cannot log in to its server", "see the pooler's log"),
    ("cannot connect to server", "the pooler cannot reach its server", "see the pooler's log"),
    ("server_lifetime", "the pooler cannot reach its server", "see the pooler's log"),
    ("password authentication failed", "password authentication failed", _RIGHT_ONE),
    ("sasl authentication failed", "password authentication failed", _RIGHT_ONE),
    (
        "is not currently accepting connections",
        "the database does not accept connections",
        "alter database ... allow_connections true",
    ),
    (
        "too many connections",
        "the server has no connection left",
        "end some sessions on the server, or increase the limit",
    ),
)
# "role ... does not exist": the text contains the name of the role, so both of its ends are matched.
_NO_ROLE = ("the login was rejected: the role does not exist", "create the role, or use another user")


def refusal(error: Exception, endpoint: Endpoint, seconds: float) -> Refusal:
    """Return why *error* ended the attempt to connect; *seconds* is the timeout of the attempt."""
    for kind, explain in _KINDS:
        if isinstance(error, kind):
            return explain(error, endpoint, seconds)
    return Refusal(*OTHER)


def _postgres(error: Exception, endpoint: Endpoint, _seconds: float) -> Refusal:
    state, text = str(getattr(error, "sqlstate", "") or ""), str(error).lower()
    goes_on = state == "57P03"
    if state == "28000" and 'role "' in text and "does not exist" in text:
        return Refusal(*_NO_ROLE)
    if state == "08P01" and 'database "' in text and "does not exist" in text:
        return Refusal(*_STATES["3D000"])
    for piece, reason, remedy in _TEXTS:
        if piece in text and state not in {"28P01", "3D000"}:
            return Refusal(reason, remedy, goes_on)
    if state in _STATES:
        return Refusal(*_STATES[state], goes_on)
    return Refusal(f"the login was rejected: {_shown(error, endpoint)} (SQLSTATE {state or 'unknown'})", LOG, goes_on)


def _closed(_error: Exception, _endpoint: Endpoint, _seconds: float) -> Refusal:
    return Refusal(
        "the connection was closed during the login", f"{LOG}; check that the server is PostgreSQL", goes_on=True
    )


def _certificate(error: Exception, endpoint: Endpoint, _seconds: float) -> Refusal:
    code = getattr(error, "verify_code", 0)
    if code in {62, 64}:  # OpenSSL: the host name, the address does not match
        return Refusal(
            f"the server's certificate is not for the name {endpoint.host}",
            "use the name in the certificate as host (and the address as hostaddr), or use sslmode=verify-ca",
            goes_on=True,
        )
    reason = getattr(error, "verify_message", "") or "the verification failed"
    return Refusal(
        f"the server's certificate is not trusted: {reason}",
        "set sslrootcert=FILE, the certificate of the authority that signed it",
        goes_on=True,
    )


def _tls(error: Exception, _endpoint: Endpoint, _seconds: float) -> Refusal:
    reason = (getattr(error, "reason", "") or "").replace("_", " ").lower() or "no reason reported"
    return Refusal(
        f"TLS failed: {reason}", "check sslcert, sslkey and the TLS versions of client and server", goes_on=True
    )


def _unnamed(_error: Exception, _endpoint: Endpoint, _seconds: float) -> Refusal:
    return Refusal("unreachable: the host name cannot be resolved to an address", "check the host name", goes_on=True)


def _silent(_error: Exception, _endpoint: Endpoint, seconds: float) -> Refusal:
    return Refusal(f"unreachable: no response in {seconds:g} s", UP, goes_on=True)


def _connection(error: Exception, endpoint: Endpoint, seconds: float) -> Refusal:
    text = str(error)
    if "rejected SSL upgrade" in text:
        if endpoint.word("sslmode") in {"allow", "prefer"}:
            return Refusal(*OTHER)
        remedy = f"set ssl = on on the server, or use sslmode=prefer where the network is trusted; {UP}"
        return Refusal("the server does not support TLS", remedy, goes_on=True)
    if "error response during SSL exchange" in text:
        return Refusal(
            "the server rejected the connection before TLS began",
            f"{LOG}: it may be starting up or have no connection left",
            goes_on=True,
        )
    return _closed(error, endpoint, seconds)


def _system(error: Exception, _endpoint: Endpoint, _seconds: float) -> Refusal:
    number = getattr(error, "errno", None)
    if isinstance(error, ConnectionRefusedError) or number == errno.ECONNREFUSED:
        return Refusal("unreachable: connection refused", UP, goes_on=True)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Refusal("unreachable: the socket does not exist", UP, goes_on=True)
    # Python's text lists every address that was tried; the text of the error number is the system's.
    reason = error.strerror if isinstance(error, OSError) and number and error.strerror else type(error).__name__
    return Refusal(f"unreachable: {reason}", UP, goes_on=True)


def _client(error: Exception, _endpoint: Endpoint, _seconds: float) -> Refusal:
    text = str(error)
    if "authentication method" in text or "gssapi" in text or "SASL" in text:
        return Refusal(
            "the server requires an authentication method that asyncpg does not support",
            "add a scram-sha-256, md5, password, cert or trust line for this role to pg_hba.conf",
        )
    return Refusal(*OTHER)


_Explain = Callable[[Exception, Endpoint, float], Refusal]
# The first match is used; a class is before its base class.
_KINDS: tuple[tuple[type[Exception], _Explain], ...] = (
    (asyncpg.ConnectionDoesNotExistError, _closed),
    (asyncpg.PostgresError, _postgres),
    (ssl.SSLCertVerificationError, _certificate),
    (ssl.SSLError, _tls),
    (socket.gaierror, _unnamed),
    (TimeoutError, _silent),
    (ConnectionRefusedError, _system),
    (ConnectionError, _connection),
    (OSError, _system),
    (asyncpg.InterfaceError, _client),
    (asyncpg.InternalClientError, _client),
    (UnicodeError, _unnamed),
)


def _shown(error: Exception, endpoint: Endpoint) -> str:
    """Return the text of a server on one line, unless it contains a part of the DSN (it may be the password)."""
    text = "".join(sign if sign.isprintable() else " " for sign in str(error)).strip()[:_SHOWN]
    secrets = [endpoint.password, *(part for _, value in endpoint.options for part in value.replace("=", " ").split())]
    return (
        "(the text of the server contains a part of the DSN)"
        if any(part and part in text for part in secrets)
        else text
    )
