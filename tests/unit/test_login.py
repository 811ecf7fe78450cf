"""A login that a server never answers times out."""

from __future__ import annotations

import socket
import threading

import pytest

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.server_identity import Form, Identity, Witness
from pgrehearse.replay.dry_run.calibration import calibrate
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.replay.session import connection


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
        assert calibrate(endpoint, Passwords(""), Witness("silent", Form.PLAIN, Identity())).per_s == 0
        silent.shutdown(socket.SHUT_RDWR)
        thread.join()
    for client in accepted:
        client.close()
    assert len(accepted) > 8
