"""Proxies in front of a server in tests: PgBouncer, and a TCP proxy that cuts, delays and refuses connections."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self

import psycopg

from pgrehearse.base.application_names import PREFLIGHT
from pgrehearse.targets.embedded.ports import reserved_port

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection

    from pgrehearse.targets.embedded.cluster import Cluster

PGBOUNCER = shutil.which("pgbouncer", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
_CHUNK = 1 << 16


@contextmanager
def pgbouncer(cluster: Cluster, mode: str, more: str = "") -> Iterator[int]:
    """Run PgBouncer in front of a server, as an unprivileged user (it refuses root); yield its port. *more*: settings."""
    with tempfile.TemporaryDirectory() as directory:
        folder = Path(directory)
        folder.chmod(0o755)
        with _running(cluster, folder, mode, more) as port:
            yield port


@contextmanager
def _running(cluster: Cluster, folder: Path, mode: str, more: str) -> Iterator[int]:
    port = reserved_port()
    config = folder / "pgbouncer.ini"
    config.write_text(
        f"[databases]\n* = host=127.0.0.1 port={cluster.port}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {port}\n"
        f"unix_socket_dir =\nauth_type = trust\nauth_file = {folder}/users\npool_mode = {mode}\nmax_client_conn = 200\ndefault_pool_size = 4\n"
        f"server_reset_query_always = 0\n{more}\n"
    )
    (folder / "users").write_text('"postgres" ""\n"app" ""\n"boss" ""\n')
    for path in (config, folder / "users"):
        path.chmod(0o644)
    unprivileged = {"user": "nobody", "group": "nogroup"} if os.geteuid() == 0 else {}
    process = subprocess.Popen(
        [str(PGBOUNCER), str(config)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **unprivileged
    )  # type: ignore[call-overload]
    try:
        _wait_until_it_accepts(port)
        yield port
    finally:
        process.terminate()
        process.wait()


def _wait_until_it_accepts(port: int) -> None:
    began = time.monotonic()
    while True:
        try:
            with psycopg.connect(
                host="127.0.0.1",
                port=port,
                user="postgres",
                dbname="postgres",
                connect_timeout=2,
                application_name=PREFLIGHT,
                autocommit=True,
            ) as connection:
                connection.execute(
                    "select 1"
                )  # PgBouncer keeps its server connection, with the application name of this session
        except psycopg.OperationalError:
            assert time.monotonic() - began < 20, "PgBouncer did not accept connections"
        else:
            return


@dataclass
class Proxy:
    """A TCP proxy. *delay_s*: delay of each packet, in each direction; *rate*: bytes a second (0: unlimited).

    *target* can be changed while the proxy runs: later connections go to the new port. *route*: returns the port of the n-th
    connection (from 1), like a load balancer; None: all connections go to *target*. *host*: the address of the listener.
    """

    target: int
    delay_s: float = 0.0
    rate: int = 0
    port: int = 0
    route: Callable[[int], int] | None = None
    host: str = "127.0.0.1"
    accepted: int = 0
    _connections: list[_Connection] = field(default_factory=list)
    _listener: socket.socket | None = None
    _accepting: threading.Thread | None = None

    def __enter__(self) -> Self:
        self._listen()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop_listening()

    def _listen(self) -> None:
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((self.host, self.port))
        listener.listen(256)
        self.port = int(listener.getsockname()[1])
        self._listener = listener
        self._accepting = threading.Thread(target=self._accept, args=(listener,), daemon=True)
        self._accepting.start()

    def cut(self) -> None:
        """Cut every connection that is open."""
        connections, self._connections = self._connections, []
        for connection in connections:
            connection.cut()

    def stop_listening(self) -> None:
        """Cut all connections and refuse new ones."""
        if self._listener is not None and self._accepting is not None:
            self._listener.shutdown(socket.SHUT_RDWR)
            self._accepting.join()
            self._listener.close()
            self._listener = None
        self.cut()

    def listen_again(self) -> None:
        """Accept connections again."""
        self._listen()

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            self.accepted += 1
            try:
                port = self.route(self.accepted) if self.route is not None else self.target
                server = socket.create_connection(("127.0.0.1", port))
            except OSError:
                client.close()
                continue
            self._connections.append(_Connection(self, client, server))


def _serve(target: int, delay_s: float, pipe: Connection) -> None:
    """Run a proxy until the other end of the pipe is closed."""
    with Proxy(target, delay_s=delay_s) as proxy, suppress(EOFError):
        pipe.send(proxy.port)
        pipe.recv()


@contextmanager
def proxy_process(target: int, delay_s: float) -> Iterator[int]:
    """Run a proxy in another process and yield its port: in this process libpq's blocking connect holds the interpreter's lock."""
    spawn = multiprocessing.get_context("spawn")
    parent_pipe, child_pipe = spawn.Pipe()
    process = spawn.Process(target=_serve, args=(target, delay_s, child_pipe), daemon=True)
    process.start()
    child_pipe.close()
    try:
        yield int(parent_pipe.recv())
    finally:
        parent_pipe.close()
        process.join()


class _Connection:
    """One connection through the proxy: two threads that copy bytes, one in each direction."""

    def __init__(self, proxy: Proxy, client: socket.socket, server: socket.socket) -> None:
        self._proxy, self._ends = proxy, (client, server)
        for end in self._ends:
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._threads = [
            threading.Thread(target=self._pump, args=pair, daemon=True) for pair in ((client, server), (server, client))
        ]
        for thread in self._threads:
            thread.start()

    def cut(self) -> None:
        self._shut()
        for thread in self._threads:
            thread.join()
        for end in self._ends:
            end.close()

    def _shut(self) -> None:
        for end in self._ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _pump(self, source: socket.socket, sink: socket.socket) -> None:
        pause, proxy = threading.Event(), self._proxy
        with suppress(OSError):
            while data := source.recv(_CHUNK):
                wait = proxy.delay_s + (len(data) / proxy.rate if proxy.rate else 0)
                if wait:
                    pause.wait(wait)
                sink.sendall(data)
        self._shut()


@contextmanager
def listening(answer: Callable[[bytes], bytes]) -> Iterator[int]:
    """Listen on a free port, and yield the port: send *answer* to each message. An empty answer closes the connection."""
    listener = socket.create_server(("127.0.0.1", 0))
    connections: list[socket.socket] = []

    def serve() -> None:
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                connections.append(connection)
                threading.Thread(target=talk, args=(connection,), daemon=True).start()

    def talk(connection: socket.socket) -> None:
        with suppress(OSError):
            while (message := connection.recv(4096)) and (reply := answer(message)):
                if reply != b"wait":
                    connection.sendall(reply)
            connection.shutdown(socket.SHUT_RDWR)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield int(listener.getsockname()[1])
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        thread.join()
        for connection in (listener, *connections):
            connection.close()
