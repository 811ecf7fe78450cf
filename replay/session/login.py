"""A captured session's login: libpq's words for it, and the connection in the making."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from psycopg import OperationalError, pq
from psycopg.conninfo import make_conninfo

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.server_identity import Form, Identity, Witness, answered, question
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.session.libpq import Unwatch, Watch, driven

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
# No proof where there was one: another database answered.
_UNPROVEN = {"42883", "3F000"}
# Refusals that speak of the moment, not of who asks: the next attempt may go well.
PASSING = {"08001", "08006", "53300", "57P03"}


def sqlstate_of(message: str) -> str:
    """Return the SQLSTATE of a refused connection: libpq gives its words only."""
    return next((state for pattern, state in _STATES if pattern.search(message)), "08006")


@dataclass(frozen=True, slots=True)
class Login:
    """How one captured session connects. *encoding*: of its text, where it is not the target database's own.

    *settings*: what the session starts with. *door_sets*: the target's door takes no options, so that settings are
    made behind it, by a first statement. *witness*: what the database has to answer before anything else is sent
    (None: it is not asked; for connections that send nothing of a workload).
    """

    endpoint: Endpoint
    application: str
    read_only: bool
    encoding: str | None = None
    settings: Mapping[str, str] = field(default_factory=dict)
    door_sets: bool = False
    witness: Witness | None = None

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
        """Return the session's first statement and its parameters: it asks for the proof, and makes the settings that a
        door without options did not take."""
        given = self._given() if self.door_sets else {}
        if self.witness is not None:
            sql, params = self.witness.question(given)
            return sql.encode(), [word.encode() for word in params]
        if not given:
            return None
        calls = ", ".join(f"pg_catalog.set_config(${2 * n + 1}, ${2 * n + 2}, false)" for n in range(len(given)))
        return f"select {calls}".encode(), [word.encode() for pair in given.items() for word in pair]

    def refusal(self, answer: Identity | None) -> str:
        """Return why nothing may be sent to what answered ("": it may)."""
        if self.witness is None:
            return ""
        refusal = self.witness.refusal(answer)
        if not refusal and self.read_only and answer is not None and not answer.guarded:
            return (
                f"{self.witness.name}: the session is not read-only: its default_transaction_read_only did not arrive"
            )
        return refusal


def proven(pg: pq.abc.PGconn, login: Login) -> Identity | None:
    """Ask for the proof on a blocking connection; None: the login has no witness, or the server refused to answer now.

    Raises ``TargetProblem`` when another server answered.
    """
    if (first := login.setup()) is None or login.witness is None:
        return None
    result = pg.exec_params(*first)
    if is_unproven(result):
        result = pg.exec_params(*_WHO)
    if result.status == pq.ExecStatus.FATAL_ERROR:
        return None
    answer = identity_of(result)
    if refusal := login.refusal(answer):
        raise strange(refusal)
    return answer


# What a server without the proof is asked, to name it.
_WHO: tuple[bytes, list[bytes | None]] = (question(Form.PLAIN, "")[0].encode(), [])


def is_unproven(result: pq.abc.PGresult) -> bool:
    """Say whether an error means that the database has no proof to give."""
    if result.status != pq.ExecStatus.FATAL_ERROR:
        return False
    state = result.error_field(pq.DiagnosticField.SQLSTATE)
    return state is not None and state.decode() in _UNPROVEN


def identity_of(result: pq.abc.PGresult) -> Identity | None:
    """Read the answer to the proof's question (None: it is none)."""
    if result.status != pq.ExecStatus.TUPLES_OK or result.ntuples != 1:
        return None
    cells = [result.get_value(0, column) for column in range(result.nfields)]
    return answered([None if cell is None else cell.decode(errors="replace") for cell in cells])


def strange(refusal: str) -> TargetProblem:
    """Return the failure that ends a whole replay."""
    return TargetProblem(
        refusal,
        remedy="nothing of the workload was sent on that connection; give the target by an address that leads to one server only",
    )


Done = Callable[[pq.abc.PGconn | None, str], None]


Strange = Callable[[TargetProblem], None]
Again = Callable[[Identity], None]


class Dial:
    """A connection in the making, until it is proven. *strange* hears of another server that answered, and *done* is
    not called then; *again* hears of the same server after a restart of its own."""

    def __init__(
        self,
        login: Login,
        passwords: Passwords,
        watch: Watch,
        unwatch: Unwatch,
        *,
        done: Done,
        strange: Strange,
        again: Again,
    ) -> None:
        self._login, self._watch, self._unwatch, self._done, self._going = login, watch, unwatch, done, True
        self._strange, self._again = strange, again
        self._asked = login.setup()
        self._answer: pq.abc.PGresult | None = None
        self._pg = pq.PGconn.connect_start(login.words(passwords))
        self._pg.notice_handler = None
        if self._pg.status == pq.ConnStatus.BAD:
            self._over(well=False)
        else:
            driven(self._pg, self._pg.connect_poll, lambda well: self._over(well=well), watch, unwatch)

    def _over(self, *, well: bool) -> None:
        if well and self._asked is not None:
            self._pg.send_query_params(*self._asked)
            self._watch(self._pg.socket, False, self._heard)
            return
        self._going = False
        if well:
            self._pg.nonblocking = 1
            self._done(self._pg, "")
            return
        message = self._pg.get_error_message("utf-8").strip()
        self._pg.finish()
        self._done(None, message)

    def _heard(self) -> None:
        """Read the answer to the first statement."""
        try:
            self._pg.consume_input()
            while not self._pg.is_busy():
                result = self._pg.get_result()
                if result is None:
                    self._judge(self._answer)
                    return
                self._answer = self._answer or result
        except OperationalError as error:
            self._settled(str(error))

    def _judge(self, result: pq.abc.PGresult | None) -> None:
        """Keep the connection, if what answered is the server that was proven."""
        if result is not None and is_unproven(result) and self._asked != _WHO:
            self._asked, self._answer = _WHO, None
            self._pg.send_query_params(*_WHO)
            return
        if result is None or (result.status == pq.ExecStatus.FATAL_ERROR and self._asked != _WHO):
            self._settled(result.get_error_message() if result is not None else "the server closed the connection")
            return
        witness, answer = self._login.witness, identity_of(result)
        if refusal := self._login.refusal(answer):
            self._refuse(refusal)
            return
        if witness is not None and answer is not None and witness.restarted(answer):
            self._again(answer)
        self._settled("")

    def _refuse(self, refusal: str) -> None:
        self._unwatch(self._pg.socket)
        self._going = False
        self._pg.finish()
        self._strange(strange(refusal))

    def _settled(self, refusal: str) -> None:
        self._unwatch(self._pg.socket)
        self._going = False
        if refusal:
            self._pg.finish()
            self._done(None, refusal.strip())
        else:
            self._pg.nonblocking = 1
            self._done(self._pg, "")

    def give_up(self) -> None:
        """End a connection that is still in the making, as one that the server did not answer."""
        if self._going:
            self.abandon()
            self._done(None, "timeout expired")

    def abandon(self) -> None:
        """Give up on a connection in the making."""
        if self._going:
            self._going = False
            self._unwatch(self._pg.socket)
            self._pg.finish()
