"""Ports on the loopback address that are reserved for servers which start later."""

from __future__ import annotations

import socket

import pytest

from pgrehearse.targets.embedded import ports
from pgrehearse.targets.embedded.ports import free_port, reserved_port


def listener(port: int) -> socket.socket:
    """Return a socket that listens on a port as PostgreSQL does: with SO_REUSEADDR."""
    result = socket.socket()
    result.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    result.bind(("127.0.0.1", port))
    result.listen(8)
    return result


def test_a_server_can_listen_on_its_reserved_port_after_each_start() -> None:
    """While it is stopped, connections are refused."""
    port = reserved_port()
    for _ in range(2):
        with listener(port), socket.create_connection(("127.0.0.1", port), timeout=5):
            pass
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port), timeout=5)


def test_a_reserved_port_is_given_to_no_other_program() -> None:
    """With 100 of some 14,000 ports reserved, 2,000 requests for a free port would get about 14 of them."""
    reserved = {reserved_port() for _ in range(100)}
    assert len(reserved) == 100
    given = {free_port() for _ in range(2_000)}
    assert len(given) > 1_000
    assert given.isdisjoint(reserved)


def test_the_oldest_reserved_ports_are_released(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that creates many servers keeps a limited number of open files."""
    monkeypatch.setattr(ports, "_MOST_RESERVED", 3)
    monkeypatch.setattr(ports, "_RESERVED", type(ports._RESERVED)())
    first, *rest = [reserved_port() for _ in range(4)]
    with socket.socket() as other:
        other.bind(("127.0.0.1", first))
    with socket.socket() as other, pytest.raises(OSError, match="in use"):
        other.bind(("127.0.0.1", rest[0]))
    for holder in ports._RESERVED:
        holder.close()
