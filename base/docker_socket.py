"""The socket of a Docker daemon on this machine: whether something accepts connections there."""

from __future__ import annotations

import os
import socket

DEFAULT = "unix:///var/run/docker.sock"


def require_docker_socket() -> None:
    """Raise ``OSError`` if the daemon of DOCKER_HOST is one of this machine and does not accept connections.

    Docker's SDK does not close the socket whose connection was refused (docker/transport/unixconn.py), so that it is not called then.
    """
    host = os.environ.get("DOCKER_HOST") or DEFAULT
    if host.startswith("unix://"):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.connect(host.removeprefix("unix://"))
