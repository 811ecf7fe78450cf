"""A captured session's login: libpq's words for it, and the connection in the making."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from psycopg import OperationalError, pq
from psycopg.conninfo import make_conninfo

from base.endpoint import Endpoint
from replay.access import Passwords
from replay.wire import Unwatch, Watch, driven

_STATES = (
    (re.compile(r'database ".*" does not exist|no such database'), "3D000"),
    (re.compile(r'role ".*" does not exist|no such user'), "28000"),
    (re.compile(r"password authentication failed|no password supplied"), "28P01"),
    (re.compile(r"no pg_hba.conf entry|is not permitted to log in"), "28000"),
    (re.compile(r"too many clients|remaining connection slots|too many connections|no more connections"), "53300"),
    (re.compile(r"starting up|shutting down|recovery mode|not yet accepting"), "57P03"),
    (re.compile(r"permission denied for database"), "42501"),
    (re.compile(r"unsupported startup parameter"), "08P01"),
    (re.compile(r"Connection refused|could not connect|timeout expired|closed the connection|reset by peer"), "08001"),
)
# Refusals that speak of the moment, not of who asks: the next attempt may go well.
PASSING = {"08001", "08006", "53300", "57P03"}


def sqlstate_of(message: str) -> str:
    """Return the SQLSTATE of a refused connection: libpq gives its words only."""
    return next((state for pattern, state in _STATES if pattern.search(message)), "08006")


@dataclass(frozen=True, slots=True)
class Login:
    """How one captured session connects. *encoding*: of its text, where it is not the target database's own.

    *settings*: what the session starts with. *door_sets*: the target's door takes no options, so that settings are
    made behind it, by a first statement.
    """

    endpoint: Endpoint
    application: str
    read_only: bool
    encoding: str | None = None
    settings: Mapping[str, str] = field(default_factory=dict)
    door_sets: bool = False

    def for_reading(self) -> Login:
        """Return the same login to a session that may not write."""
        return replace(self, read_only=True)

    def _given(self) -> dict[str, str]:
        return {**self.settings, **({"default_transaction_read_only": "on"} if self.read_only else {})}

    def words(self, passwords: Passwords) -> bytes:
        """Return libpq's connection words."""
        words = {
            **passwords.of(self.endpoint).libpq(),
            "application_name": self.application,
            "connect_timeout": "30",
        }
        if self.encoding:
            words["client_encoding"] = self.encoding
        given = self._given()
        if given and not self.door_sets:
            # Blanks and backslashes are escaped: libpq's "options" is split like a command line.
            escaped = (re.sub(r"([\\ ])", r"\\\1", f"{name}={value}") for name, value in given.items())
            words["options"] = " ".join([words.get("options", ""), *(f"-c {one}" for one in escaped)]).strip()
        return make_conninfo("", **words).encode()

    def setup(self) -> tuple[bytes, list[bytes | None]] | None:
        """Return the statement that makes the settings behind a door that takes no options, and its parameters."""
        given = self._given()
        if not given or not self.door_sets:
            return None
        calls = ", ".join(f"pg_catalog.set_config(${2 * n + 1}, ${2 * n + 2}, false)" for n in range(len(given)))
        return f"select {calls}".encode(), [word.encode() for pair in given.items() for word in pair]


Done = Callable[[pq.abc.PGconn | None, str], None]


class Dial:
    """A connection in the making."""

    def __init__(self, login: Login, passwords: Passwords, watch: Watch, unwatch: Unwatch, done: Done) -> None:
        self._login, self._watch, self._unwatch, self._done, self._going = login, watch, unwatch, done, True
        self._pg = pq.PGconn.connect_start(login.words(passwords))
        self._pg.notice_handler = None
        if self._pg.status == pq.ConnStatus.BAD:
            self._over(well=False)
        else:
            driven(self._pg, self._pg.connect_poll, lambda well: self._over(well=well), watch, unwatch)

    def _over(self, *, well: bool) -> None:
        if well and (setup := self._login.setup()) is not None:
            self._pg.send_query_params(*setup)
            self._watch(self._pg.socket, False, self._set)
            return
        self._going = False
        if well:
            self._pg.nonblocking = 1
            self._done(self._pg, "")
            return
        message = self._pg.get_error_message("utf-8").strip()
        self._pg.finish()
        self._done(None, message)

    def _set(self) -> None:
        """Read the answer to the settings."""
        try:
            self._pg.consume_input()
            while not self._pg.is_busy():
                result = self._pg.get_result()
                if result is None:
                    self._settled("")
                    return
                if result.status == pq.ExecStatus.FATAL_ERROR:
                    self._settled(result.get_error_message())
                    return
        except OperationalError as error:
            self._settled(str(error))

    def _settled(self, refusal: str) -> None:
        self._unwatch(self._pg.socket)
        self._going = False
        if refusal:
            self._pg.finish()
            self._done(None, refusal.strip())
        else:
            self._pg.nonblocking = 1
            self._done(self._pg, "")

    def abandon(self) -> None:
        """Give up on a connection in the making."""
        if self._going:
            self._unwatch(self._pg.socket)
            self._pg.finish()
