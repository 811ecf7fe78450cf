"""A login that a server does not complete ends: it times out, or the closed connection is found."""

from __future__ import annotations

import selectors
import socket
import struct
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.server_identity import ExpectedIdentity, Form, Identity
from pgrehearse.replay.dry_run.calibration import calibrate
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.session import connection
from pgrehearse.replay.session.connection_attempt import AttemptCallbacks, ConnectionAttempt
from pgrehearse.replay.session.login import Login

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_login_without_an_answer_times_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The session tries again; libpq's own connect_timeout does not end a login that is polled."""
    monkeypatch.setattr(connection, "LOGIN_US", 100_000)
    accepted: list[socket.socket] = []
    with socket.create_server(("127.0.0.1", 0), backlog=64) as silent:

        def accept() -> None:
            try:
                while True:
                    accepted.append(silent.accept()[0])
            except OSError:
                return

        thread = threading.Thread(target=accept, daemon=True)
        thread.start()
        endpoint = Endpoint(host="127.0.0.1", port=int(silent.getsockname()[1]), database="app", user="app")
        assert calibrate(endpoint, Passwords(""), ExpectedIdentity("silent", Form.PLAIN, Identity())).per_s == 0
        silent.shutdown(socket.SHUT_RDWR)
        thread.join()
    for client in accepted:
        client.close()
    assert len(accepted) > 8


def message(kind: bytes, body: bytes) -> bytes:
    """Return a message of PostgreSQL's protocol (manual, "Message Formats")."""
    return kind + struct.pack("!I", len(body) + 4) + body


READY = message(b"Z", b"I")
AUTHENTICATED = message(b"R", struct.pack("!I", 0)) + READY
ROW = (
    message(b"1", b"")
    + message(b"2", b"")
    + message(b"T", struct.pack("!h", 1) + b"n\0" + struct.pack("!ihihih", 0, 0, 25, -1, -1, 0))
    + message(b"D", struct.pack("!hi", 1, 1) + b"1")
    + message(b"C", b"SELECT 1\0")
)
SHUTDOWN = message(b"E", b"SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0")


@dataclass
class Readiness:
    """Calls back when a socket is ready, one socket at a time."""

    selector: selectors.BaseSelector = field(default_factory=selectors.DefaultSelector)

    def watch(self, fd: int, callback: Callable[[], None], *, writing: bool = False) -> None:
        self.selector.register(fd, selectors.EVENT_WRITE if writing else selectors.EVENT_READ, callback)

    def unwatch(self, fd: int) -> None:
        if fd in self.selector.get_map():
            self.selector.unregister(fd)


def answer_and_close(listener: socket.socket, answer: bytes) -> None:
    """Complete one handshake, send *answer* to the first statement, and close the connection."""
    client, _ = listener.accept()
    with client:
        length = struct.unpack("!I", client.recv(4))[0]
        if client.recv(length - 4) == struct.pack("!I", 80877103):  # SSLRequest
            client.sendall(b"N")
            client.recv(4096)
        client.sendall(AUTHENTICATED)
        client.recv(4096)
        client.sendall(answer)


@pytest.mark.parametrize(
    "answer", [b"", ROW, SHUTDOWN, ROW + SHUTDOWN], ids=["nothing", "a row", "shutdown", "a row, then shutdown"]
)
def test_a_server_that_closes_the_connection_during_the_first_statement_ends_the_attempt(answer: bytes) -> None:
    """The session gets the reason once; it does not wait for the rest of the answer."""
    reasons: list[str] = []
    readiness = Readiness()
    callbacks = AttemptCallbacks(
        lambda _, reason: reasons.append(reason), lambda problem: pytest.fail(str(problem)), lambda _: None
    )
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=answer_and_close, args=(listener, answer), daemon=True)
        thread.start()
        endpoint = Endpoint(host="127.0.0.1", port=int(listener.getsockname()[1]), database="app", user="app")
        login = Login(
            endpoint, "test", read_only=False, expected_identity=ExpectedIdentity("closing", Form.PLAIN, Identity())
        )
        ConnectionAttempt(login, Passwords(""), readiness, callbacks)
        while not reasons:
            ready = readiness.selector.select(timeout=10)
            assert ready, "no socket is watched, and the attempt has not ended"
            ready[0][0].data()
        thread.join()
    assert len(reasons) == 1
    assert reasons[0]
