"""A captured session's login: its connection parameters, its first statement, and what the server has to answer to that."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from psycopg import pq
from psycopg.conninfo import make_conninfo

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.server_identity import ExpectedIdentity, Form, Identity, answered, question
from pgrehearse.replay.plan.routing import Passwords

UNREACHABLE = "08001"
_STATES = (
    (re.compile(r'database ".*" does not exist|no such database'), "3D000"),
    (re.compile(r'role ".*" does not exist|no such user'), "28000"),
    (re.compile(r"password authentication failed|no password supplied"), "28P01"),
    (re.compile(r"no pg_hba.conf entry|is not permitted to log in"), "28000"),
    (re.compile(r"too many clients|remaining connection slots|too many connections|no more connections"), "53300"),
    (re.compile(r"starting up|shutting down|recovery mode|not yet accepting"), "57P03"),
    (re.compile(r"permission denied for database"), "42501"),
    (re.compile(r"unsupported startup parameter"), "08P01"),
    (
        re.compile(r"Connection refused|could not connect|timeout expired|closed the connection|reset by peer"),
        UNREACHABLE,
    ),
)
# The database cannot answer the identity query, though it could before: another database answered.
_CANNOT_PROVE = {"42883", "3F000"}
# Refusals for a reason that may pass, whoever connects: the next attempt may succeed.
TRANSIENT = {UNREACHABLE, "08006", "53300", "57P03"}


def sqlstate_of(message: str) -> str:
    """Return the SQLSTATE of a refused connection: libpq returns a message only."""
    return next((state for pattern, state in _STATES if pattern.search(message)), "08006")


@dataclass(frozen=True, slots=True)
class Login:
    """How one captured session connects. *encoding*: of its text, where it is not the target database's own.

    *settings*: what the session starts with. *set_after_connect*: a pooler between client and target refuses options at connect, so
    that a first statement makes the settings. *expected_identity*: what the database has to answer before anything else is sent
    (None: the identity query is not sent; for connections that send nothing of a workload).
    """

    endpoint: Endpoint
    application: str
    read_only: bool
    encoding: str | None = None
    settings: Mapping[str, str] = field(default_factory=dict)
    set_after_connect: bool = False
    expected_identity: ExpectedIdentity | None = None

    def as_read_only(self) -> Login:
        """Return the same login for a session that may not write."""
        return replace(self, read_only=True)

    def _settings(self) -> dict[str, str]:
        return {**self.settings, **({"default_transaction_read_only": "on"} if self.read_only else {})}

    def conninfo(self, passwords: Passwords) -> bytes:
        """Return libpq's connection string."""
        parameters = {
            **passwords.of(self.endpoint).libpq(),
            "application_name": self.application,
            "connect_timeout": "30",
        }
        if self.encoding:
            parameters["client_encoding"] = self.encoding
        settings = self._settings()
        if settings and not self.set_after_connect:
            # Blanks and backslashes are escaped: libpq's "options" is split like a command line.
            escaped = (re.sub(r"([\\ ])", r"\\\1", f"{name}={value}") for name, value in settings.items())
            options = " ".join(f"-c {option}" for option in escaped)
            parameters["options"] = f"{parameters.get('options', '')} {options}".strip()
        return make_conninfo("", **parameters).encode()

    def first_statement(self) -> tuple[bytes, list[bytes | None]] | None:
        """Return the session's first statement and its parameters (None: there is none): the identity query, with the settings that a
        pooler refused at connect."""
        settings = self._settings() if self.set_after_connect else {}
        if self.expected_identity is not None:
            sql, params = self.expected_identity.question(settings)
            return sql.encode(), [param.encode() for param in params]
        if not settings:
            return None
        calls = ", ".join(f"pg_catalog.set_config(${2 * n + 1}, ${2 * n + 2}, false)" for n in range(len(settings)))
        return f"select {calls}".encode(), [text.encode() for setting in settings.items() for text in setting]

    def refusal(self, identity: Identity | None) -> str:
        """Return why nothing may be sent to the server that answered ("": statements may be sent)."""
        if self.expected_identity is None:
            return ""
        refusal = self.expected_identity.refusal(identity)
        if not refusal and self.read_only and identity is not None and not identity.guarded:
            return f"{self.expected_identity.name}: the session is not read-only: the server did not receive its default_transaction_read_only"
        return refusal


def prove_identity(pg: pq.abc.PGconn, login: Login) -> Identity | None:
    """Send the identity query on a blocking connection; None: the login expects no identity, or the server refused to answer now.

    Raises ``TargetProblem`` when another server answered.
    """
    if (first := login.first_statement()) is None or login.expected_identity is None:
        return None
    result = pg.exec_params(*first)
    if cannot_prove(result):
        result = pg.exec_params(*IDENTITY_QUERY)
    if result.status == pq.ExecStatus.FATAL_ERROR:
        return None
    identity = read_identity(result)
    if refusal := login.refusal(identity):
        raise wrong_server(refusal)
    return identity


# The query for a server without a mark's function: its answer names the server.
IDENTITY_QUERY: tuple[bytes, list[bytes | None]] = (question(Form.PLAIN, "")[0].encode(), [])


def cannot_prove(result: pq.abc.PGresult) -> bool:
    """Return whether an error means that the database cannot answer the identity query."""
    if result.status != pq.ExecStatus.FATAL_ERROR:
        return False
    state = result.error_field(pq.DiagnosticField.SQLSTATE)
    return state is not None and state.decode() in _CANNOT_PROVE


def read_identity(result: pq.abc.PGresult) -> Identity | None:
    """Read the answer to the identity query (None: it is none)."""
    if result.status != pq.ExecStatus.TUPLES_OK or result.ntuples != 1:
        return None
    cells = [result.get_value(0, column) for column in range(result.nfields)]
    return answered([None if cell is None else cell.decode(errors="replace") for cell in cells])


def wrong_server(refusal: str) -> TargetProblem:
    """Return the error that ends the replay."""
    return TargetProblem(
        refusal,
        remedy="nothing of the workload was sent on that connection; give the target an address that leads to one server only",
    )
