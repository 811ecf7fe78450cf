"""Types of parameters before the start: the time for many texts, on this machine and at a distance of 30 ms."""

from __future__ import annotations

import socket
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context

from psycopg import pq

from benchmarks.server import Bench
from pgrehearse.replay.types.describe import ParserConnection, read_type_names
from pgrehearse.replay.types.logged_parameters import StatementText
from pgrehearse.replay.types.search import Search
from pgrehearse.replay.types.value_formats import logged_values

# Like the texts of applications: most have a column beside each parameter, some have expressions.
_TEXTS = (
    "select aid as a{n} from pgbench_accounts where aid = $1 and filler = $2",
    "update pgbench_accounts set abalance = abalance + $1 where aid = $2 and bid <> {n}",
    "insert into pgbench_history (tid, bid, aid, delta, mtime) values ($1, $2, {n}, $3, now())",
    "select $1 / 2 as a{n}, coalesce($2, abalance) from pgbench_accounts",
)
_VALUES = (logged_values(["5"]), logged_values(["7", "12"]), logged_values(["3"]))


def typing_case(bench: Bench, count: int) -> None:
    """A quarter of *count* texts, half of them, all of them; and a quarter of them at a distance."""
    for factor in (1, 2, 4):
        texts = _texts(count * factor // 4)
        time_s = _time_s(bench.cluster.port, texts)
        print(
            f"types: {len(texts):,} texts in {time_s:.2f} s: {time_s / len(texts) * 1e3:.2f} ms each, before the start"
        )
    with distant(bench.cluster.port, 0.015) as port:
        texts = _texts(count // 4)
        print(f"types, 30 ms away: {len(texts):,} texts in {_time_s(port, texts):.2f} s")


def _texts(count: int) -> list[StatementText]:
    texts = []
    for n in range(count):
        sql = _TEXTS[n % len(_TEXTS)].replace("{n}", str(n)).encode()
        texts.append(StatementText(1, sql, (sql,), n, _VALUES[: sql.count(b"$")], untyped=False))
    return texts


def _time_s(port: int, texts: list[StatementText]) -> float:
    libpq_connection = pq.PGconn.connect(f"host=127.0.0.1 port={port} user=postgres dbname=postgres".encode())
    began = time.perf_counter()
    connection = ParserConnection(libpq_connection)
    Search(connection, read_type_names(connection), trees=True).choose(texts)
    time_s = time.perf_counter() - began
    libpq_connection.finish()
    return time_s


@contextmanager
def distant(port: int, seconds: float) -> Iterator[int]:
    """Run a proxy for a port that delays each way by *seconds*; yield its port.

    It is a process of its own, because libpq's blocking connect holds the interpreter's lock.
    """
    with socket.create_server(("127.0.0.1", 0)) as listener:
        process = get_context("fork").Process(target=_served, args=(listener, port, seconds), daemon=True)
        process.start()
        yield listener.getsockname()[1]
        process.kill()


def _served(listener: socket.socket, port: int, seconds: float) -> None:
    with suppress(OSError):
        while True:
            client, _ = listener.accept()
            server = socket.create_connection(("127.0.0.1", port))
            for source, sink in ((client, server), (server, client)):
                source.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                _Direction(source, sink, seconds).start()


class _Direction:
    """One direction of a connection through the proxy: bytes are sent *seconds* after they were received."""

    def __init__(self, source: socket.socket, sink: socket.socket, seconds: float) -> None:
        self._source, self._sink, self._seconds = source, sink, seconds
        self._held: deque[tuple[float, bytes]] = deque()
        self._more = threading.Condition()

    def start(self) -> None:
        for function in (self._receive, self._send):
            threading.Thread(target=function, daemon=True).start()

    def _receive(self) -> None:
        data = b"x"
        while data:
            try:
                data = self._source.recv(1 << 16)
            except OSError:
                data = b""
            with self._more:
                self._held.append((time.monotonic() + self._seconds, data))
                self._more.notify()

    def _send(self) -> None:
        while True:
            with self._more:
                self._more.wait_for(lambda: bool(self._held))
                due, data = self._held.popleft()
            time.sleep(max(due - time.monotonic(), 0))
            with suppress(OSError):
                if not data:
                    self._sink.close()
                    return
                self._sink.sendall(data)
