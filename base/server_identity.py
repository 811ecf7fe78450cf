"""Which server and database a connection is with: one query whose result is compared with the expected one.

Every connection that sends captured statements executes it before its first statement. Two forms: an adopted database returns
the result of ``pgrehearse.prove`` (created by ``targets adopt``), any other server the results of functions that every role may
call. Every name and operator is schema-qualified, so that no ``search_path`` changes the query.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from pgrehearse.base.clock import iso

if TYPE_CHECKING:  # a capture of logs has no connection: the import of the drivers would be a sixth of its start
    from pgrehearse.base.endpoint import Endpoint

# The beginning of every form: a statement in a target's log that begins with it is not of the workload.
PROOF = "select /* pgrehearse proof */ "

_OF_MARK = (
    "p.token_hash::pg_catalog.text, p.system_identifier::pg_catalog.text, p.started_us::pg_catalog.text, "
    "p.address::pg_catalog.text, p.port::pg_catalog.text, p.database_oid::pg_catalog.text, "
    "p.timeline::pg_catalog.text, p.data_directory::pg_catalog.text, p.directory_changed_us::pg_catalog.text, "
    "p.asked_us::pg_catalog.text"
)
_OF_SERVER = (
    "pg_catalog.int8(extract(epoch from pg_catalog.pg_postmaster_start_time()) OPERATOR(pg_catalog.*) 1000000)::pg_catalog.text, "
    "pg_catalog.host(pg_catalog.inet_server_addr()), pg_catalog.inet_server_port()::pg_catalog.text, null, null, null, null, "
    "pg_catalog.int8(extract(epoch from pg_catalog.clock_timestamp()) OPERATOR(pg_catalog.*) 1000000)::pg_catalog.text"
)
_GUARD = ", pg_catalog.current_setting('default_transaction_read_only')"
_COLUMNS = 11
UNKNOWN_SOURCE = (
    "captured without --source: a replay cannot recognize the server of these logs and cannot refuse it as a target"
)


class Form(StrEnum):
    """How the identity of a database is queried."""

    ADOPTED = "adopted"  # by the function of its mark
    IDENTIFIER = "identifier"  # by functions that every role may call, pg_control_system() among them
    PLAIN = "plain"  # without it


# The columns, and the FROM clause.
_FORMS = {
    Form.ADOPTED: (_OF_MARK, " from pgrehearse.prove($1) as p"),
    Form.IDENTIFIER: (
        "null, c.system_identifier::pg_catalog.text, " + _OF_SERVER,
        " from pg_catalog.pg_control_system() as c",
    ),
    Form.PLAIN: ("null, null, " + _OF_SERVER, ""),
}


@dataclass(frozen=True, slots=True)
class Identity:
    """The identity that a server returns. "" and 0: not queried, or not available.

    *started_us*: the postmaster's start; *asked_us*: the server's clock at the query; *guarded*: whether the session is
    read-only by default.
    """

    token_hash: str = field(default="", repr=False)
    system_identifier: str = ""
    started_us: int = 0
    address: str = ""
    port: int = 0
    database_oid: int = 0
    timeline: int = 0
    data_directory: str = ""
    directory_changed_us: int = 0
    asked_us: int = 0
    guarded: bool = False

    @property
    def place(self) -> str:
        """Return the address of the server as the server reports it."""
        return f"{self.address}:{self.port}" if self.address else "a Unix-domain socket"

    def __str__(self) -> str:
        """Describe the server for a message."""
        identifier = f", system identifier {self.system_identifier}" if self.system_identifier else ""
        return f"the server at {self.place}, running since {iso(self.started_us)}{identifier}"


def place_of(endpoint: Endpoint) -> Endpoint:
    """Return a database without user and password: an identity belongs to it."""
    return endpoint.to(user="").with_password("")


def answered(row: Sequence[str | None]) -> Identity | None:
    """Read the first columns of a result (all text); None: it is not a result of the query."""
    if len(row) < _COLUMNS:
        return None
    texts = [cell or "" for cell in row[: _COLUMNS - 1]]
    try:
        hashed, identifier, started, address, port, oid, timeline, directory, changed, queried = texts
        return Identity(
            hashed,
            identifier,
            int(started),
            address,
            int(port or 0),
            int(oid or 0),
            int(timeline or 0),
            directory,
            int(changed or 0),
            int(queried),
            guarded=row[-1] == "on",
        )
    except ValueError:
        return None


def question(form: Form, nonce: str, settings: Mapping[str, str] | None = None) -> tuple[str, list[str]]:
    """Return the identity query and its parameters.

    *settings* are set by the same statement. The read-only guard is its last column, and is read after them.
    """
    columns, source = _FORMS[form]
    params = [nonce] if form == Form.ADOPTED else []
    calls = ""
    for name, value in (settings or {}).items():
        calls += f", pg_catalog.set_config(${len(params) + 1}, ${len(params) + 2}, false)"
        params += [name, value]
    return PROOF + columns + calls + _GUARD + source, params


def hashed(token: str, nonce: str) -> str:
    """Return the hash that a marked database returns for a nonce.

    >>> hashed("a", "b") == hashlib.sha256(b"ab").hexdigest()
    True
    """
    return hashlib.sha256((token + nonce).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class ExpectedIdentity:
    """The result that every connection to one database has to return: the result at the preflight.

    *nonce* belongs to the expected result; the token itself is not stored here. *successor*: the verified standby that a planned failover
    gives the address of the server to (None: there is none).
    """

    name: str
    form: Form
    expected: Identity
    nonce: str = field(default="", repr=False)
    successor: Identity | None = None

    def question(self, settings: Mapping[str, str] | None = None) -> tuple[str, list[str]]:
        """Return the identity query and its parameters."""
        return question(self.form, self.nonce, settings)

    def restarted(self, answer: Identity) -> bool:
        """Return whether the same server was restarted since it was verified."""
        is_identified = bool(self.expected.token_hash or self.expected.system_identifier)
        later = answer.started_us > self.expected.asked_us
        return is_identified and later and not _differences(answer, self.expected)

    def refusal(self, answer: Identity | None) -> str:
        """Return why a connection is not with the verified server ("": it is)."""
        if answer is None:
            return f"{self.name}: expected {self.expected}; the server returned no identity"
        accepted = (self.expected, *([self.successor] if self.successor is not None else []))
        if any(_is_same(answer, one) for one in accepted) or self.restarted(answer):
            return ""
        mark = ""
        if answer.token_hash != self.expected.token_hash:
            mark = " (with another mark)" if answer.token_hash else " (without the mark)"
        return f"{self.name}: expected {self.expected}; connected to {answer}{mark}"


def _is_same(answer: Identity, expected: Identity) -> bool:
    """Return whether it is the same server, which was not restarted."""
    return answer.started_us == expected.started_us and not _differences(answer, expected)


def _differences(answer: Identity, expected: Identity) -> list[str]:
    """Return the names of the fields that differ, except the start."""
    compared = (
        "token_hash",
        "system_identifier",
        "address",
        "port",
        "database_oid",
        "timeline",
        "data_directory",
        "directory_changed_us",
    )
    return [name for name in compared if getattr(answer, name) != getattr(expected, name)]
