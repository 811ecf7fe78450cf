"""Ports on the loopback address: a free one, and one that is reserved for a server until it starts, and while it is stopped."""

from __future__ import annotations

import atexit
import socket
from collections import deque

_LOOPBACK = "127.0.0.1"
# Each reserved port has an open file. The oldest ports are released: a command has fewer servers at a time.
_MOST_RESERVED = 256
_RESERVED: deque[socket.socket] = deque()


def free_port() -> int:
    """Return a port that is free at this moment."""
    with socket.socket() as probe:
        probe.bind((_LOOPBACK, 0))
        return int(probe.getsockname()[1])


def reserved_port() -> int:
    """Return a free port that no other program gets as long as this process runs. PostgreSQL and PgBouncer can listen on it.

    A program that asks the system for a free port gets no port that a socket is bound to. A program that sets SO_REUSEADDR can listen on
    a port by its number, if the other socket has the option too and does not listen (socket(7)).
    """
    holder = socket.socket()
    holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    holder.bind((_LOOPBACK, 0))
    _RESERVED.append(holder)
    if len(_RESERVED) > _MOST_RESERVED:
        _RESERVED.popleft().close()
    return int(holder.getsockname()[1])


@atexit.register
def _release() -> None:
    """Close the sockets of all reserved ports."""
    while _RESERVED:
        _RESERVED.popleft().close()
