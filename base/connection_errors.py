"""Why a connection was refused, in one sentence, and what to do: a table over what servers, poolers and drivers say."""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass

import asyncpg

from pgrehearse.base.endpoint import Endpoint

# asyncpg's own for what it does not understand: AttributeError where an answer lacks what every server reports.
FAILED = (
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    OSError,
    TimeoutError,
    ValueError,
    AttributeError,
)
UP = "is the server up, and are host and port right?"
LOG = "see the server's log"
OTHER = ("its answer is not PostgreSQL's", "are host and port right? Another program seems to listen there")
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a server could not be used, and what to do. *goes_on*: libpq would try the next server of the DSN."""

    reason: str
    remedy: str
    goes_on: bool = False


_RIGHT_ONE = "put the right one in ~/.pgpass (chmod 600), PGPASSWORD or the DSN"
OPTIONS = ("it does not take the `options` of the DSN (or of PGOPTIONS)", "correct them, or connect past the pooler")
_LATER = "wait until it is up"
# What an SQLSTATE says of a login, and what to do.
_STATES: dict[str, tuple[str, str]] = {
    "28P01": ("the password was refused", _RIGHT_ONE),
    "3D000": ("there is no such database", "create or restore it first"),
    "42501": ("the role may not connect to this database", "grant connect on the database to the role"),
    "53300": ("it has no connection left", "end some sessions there, or raise max_connections"),
    "57P01": ("it is shutting down", _LATER),
    "57P02": ("it is recovering from a crash", _LATER),
    "57P03": ("it takes no connections now", _LATER),
    "42704": OPTIONS,
    "22023": OPTIONS,
    "55P02": OPTIONS,
    "42601": OPTIONS,
    "22P02": OPTIONS,
}
# What is said besides: servers under 28000 and 57P03, poolers under 08P01. In lower case; the first that fits.
_SAID: tuple[tuple[str, str, str], ...] = (
    (
        "no pg_hba.conf entry",
        "the login was refused: pg_hba.conf has no entry for this address, user and database",
        "add one on the server, or take another address",
    ),
    (
        "pg_hba.conf rejects",
        "the login was refused: pg_hba.conf rejects this address, user and database",
        "add an entry on the server, or take another address",
    ),
    (
        "not permitted to log in",
        "the login was refused: the role may not log in",
        "alter role ... login, or take another role",
    ),
    ("certificate authentication failed", "the client certificate was refused", "give sslcert and sslkey of this role"),
    ("valid client certificate", "it asks for a client certificate", "give sslcert and sslkey of this role"),
    ("starting up", "it is starting up", _LATER),
    ("shutting down", "it is shutting down", _LATER),
    ("recovery mode", "it is recovering from a crash", _LATER),
    ("not yet accepting", "it is a standby that is not yet consistent", _LATER),
    (
        "hot standby mode is disabled",
        "it is a standby that takes no queries",
        "set hot_standby = on there, or take another server",
    ),
    (
        '"trust" authentication failed',
        "the pooler knows no such user",
        "add it to the pooler's users, or connect past the pooler",
    ),
    ("no such user", "the pooler knows no such user", "add it to the pooler's users, or connect past the pooler"),
    (
        "no such database",
        "there is no such database at the pooler",
        "add it to the pooler's databases, or connect past the pooler",
    ),
    ("unsupported startup parameter", *OPTIONS),
    (
        "no more connections allowed",
        "the pooler has no connection left",
        "raise its max_client_conn, or connect past the pooler",
    ),
    ("server_login_retry", "the pooler cannot log in to its server", "see the pooler's log"),
    ("cannot connect to server", "the pooler cannot reach its server", "see the pooler's log"),
    ("server_lifetime", "the pooler cannot reach its server", "see the pooler's log"),
    ("password authentication failed", "the password was refused", _RIGHT_ONE),
    ("sasl authentication failed", "the password was refused", _RIGHT_ONE),
    (
        "is not currently accepting connections",
        "the database takes no connections",
        "alter database ... allow_connections true",
    ),
    ("too many connections", "it has no connection left", "end some sessions there, or raise the limit"),
)
# Role does not exist: the role's name is in the text, so it is matched by both ends.
_NO_ROLE = ("the login was refused: there is no such role", "create it, or name another user")


def refusal(error: Exception, endpoint: Endpoint, seconds: float) -> Refusal:
    """Return why *error* ended a connection in the making."""
    for kinds, tell in _KINDS:
        if isinstance(error, kinds):
            return tell(error, endpoint, seconds)
    return Refusal(*OTHER)


def _postgres(error: Exception, endpoint: Endpoint, _seconds: float) -> Refusal:
    state, text = str(getattr(error, "sqlstate", "") or ""), str(error).lower()
    goes_on = state == "57P03"
    if state == "28000" and 'role "' in text and "does not exist" in text:
        return Refusal(*_NO_ROLE)
    if state == "08P01" and 'database "' in text and "does not exist" in text:
        return Refusal(*_STATES["3D000"])
    for piece, reason, remedy in _SAID:
        if piece in text and state not in {"28P01", "3D000"}:
            return Refusal(reason, remedy, goes_on)
    if state in _STATES:
        return Refusal(*_STATES[state], goes_on)
    return Refusal(f"the login was refused: {_shown(error, endpoint)} (SQLSTATE {state or 'unknown'})", LOG, goes_on)


def _closed(_error: Exception, _endpoint: Endpoint, _seconds: float) -> Refusal:
    return Refusal("it closed the connection at once", f"{LOG}; is it PostgreSQL?", goes_on=True)


def _certificate(error: Exception, endpoint: Endpoint, _seconds: float) -> Refusal:
    code = getattr(error, "verify_code", 0)
    if code in {62, 64}:  # OpenSSL: the host name, the address does not match
        return Refusal(
            f"its certificate is not for the name {endpoint.host}",
            "connect by the name in the certificate (hostaddr= may hold the address), or take sslmode=verify-ca",
            goes_on=True,
        )
    said = getattr(error, "verify_message", "") or "it does not verify"
    return Refusal(
        f"its certificate is not trusted: {said}",
        "name the certificate of the authority that signed it: sslrootcert=FILE",
        goes_on=True,
    )


def _tls(error: Exception, _endpoint: Endpoint, _seconds: float) -> Refusal:
    said = (getattr(error, "reason", "") or "").replace("_", " ").lower() or "no reason given"
    return Refusal(f"TLS failed: {said}", "check sslcert, sslkey and the TLS versions of both ends", goes_on=True)


def _unnamed(_error: Exception, _endpoint: Endpoint, _seconds: float) -> Refusal:
    return Refusal(
        "cannot be reached: its name cannot be resolved to an address", "is the host name right?", goes_on=True
    )


def _silent(_error: Exception, _endpoint: Endpoint, seconds: float) -> Refusal:
    return Refusal(f"cannot be reached: no answer in {seconds:g} s", UP, goes_on=True)


def _connection(error: Exception, endpoint: Endpoint, seconds: float) -> Refusal:
    text = str(error)
    if "rejected SSL upgrade" in text:
        if endpoint.word("sslmode") in {"allow", "prefer"}:
            return Refusal(*OTHER)
        remedy = f"set ssl = on there, or take sslmode=prefer where the network is trusted; {UP}"
        return Refusal("it does not speak TLS", remedy, goes_on=True)
    if "error response during SSL exchange" in text:
        return Refusal(
            "it refused the connection before TLS began", f"{LOG}: is it full, or starting up?", goes_on=True
        )
    return _closed(error, endpoint, seconds)


def _system(error: Exception, _endpoint: Endpoint, _seconds: float) -> Refusal:
    number = getattr(error, "errno", None)
    if isinstance(error, ConnectionRefusedError) or number == errno.ECONNREFUSED:
        return Refusal("cannot be reached: connection refused", UP, goes_on=True)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Refusal("cannot be reached: there is no such socket", UP, goes_on=True)
    # Where several addresses were tried, Python's own text lists them; a number's text is the system's.
    said = error.strerror if isinstance(error, OSError) and number and error.strerror else type(error).__name__
    return Refusal(f"cannot be reached: {said}", UP, goes_on=True)


def _client(error: Exception, _endpoint: Endpoint, _seconds: float) -> Refusal:
    text = str(error)
    if "authentication method" in text or "gssapi" in text or "SASL" in text:
        return Refusal(
            "it asks for a way of authentication that asyncpg does not know",
            "give this role a scram-sha-256, md5, password, cert or trust line in pg_hba.conf",
        )
    return Refusal(*OTHER)


_Tell = Callable[[Exception, Endpoint, float], Refusal]
# The first that fits; a kind stands before its base.
_KINDS: tuple[tuple[type[Exception], _Tell], ...] = (
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
    """Return a server's own text on one line, unless it repeats what must not be shown."""
    text = "".join(sign if sign.isprintable() else " " for sign in str(error)).strip()[:_SHOWN]
    secrets = [endpoint.password, *(part for _, value in endpoint.options for part in value.replace("=", " ").split())]
    return "(its text repeats a part of the DSN)" if any(part and part in text for part in secrets) else text
