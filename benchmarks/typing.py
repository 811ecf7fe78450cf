"""Types of parameters before the start: what many texts cost, on this machine and 30 ms away."""

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

# As an application's texts are: most name a column beside each parameter, some compute.
_TEXTS = (
    "select aid as a{n} from pgbench_accounts where aid = $1 and filler = $2",
    "update pgbench_accounts set abalance = abalance + $1 where aid = $2 and bid <> {n}",
    "insert into pgbench_history (tid, bid, aid, delta, mtime) values ($1, $2, {n}, $3, now())",
    "select $1 / 2 as a{n}, coalesce($2, abalance) from pgbench_accounts",
)
_VALUES = (logged_values(["5"]), logged_values(["7", "12"]), logged_values(["3"]))


def typing_case(bench: Bench, count: int) -> None:
    """So many texts, half of them, a quarter; and a quarter of them at a distance."""
    for factor in (1, 2, 4):
        some = _texts(count * factor // 4)
        spent = _spent(bench.cluster.port, some)
        print(f"types: {len(some):,} texts in {spent:.2f} s: {spent / len(some) * 1e3:.2f} ms each, before the start")
    with distant(bench.cluster.port, 0.015) as port:
        some = _texts(count // 4)
        print(f"types, 30 ms away: {len(some):,} texts in {_spent(port, some):.2f} s")


def _texts(count: int) -> list[StatementText]:
    found = []
    for n in range(count):
        sql = _TEXTS[n % len(_TEXTS)].replace("{n}", str(n)).encode()
        found.append(StatementText(1, sql, (sql,), n, _VALUES[: sql.count(b"$")], untyped=False))
    return found


def _spent(port: int, texts: list[StatementText]) -> float:
    pg = pq.PGconn.connect(f"host=127.0.0.1 port={port} user=postgres dbname=postgres".encode())
    began = time.perf_counter()
    connection = ParserConnection(pg)
    Search(connection, read_type_names(connection), trees=True).choose(texts)
    spent = time.perf_counter() - began
    pg.finish()
    return spent


@contextmanager
def distant(port: int, seconds: float) -> Iterator[int]:
    """Return a port that leads to another, each way so long; a process of its own, since libpq connects without letting threads run."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        passing = get_context("fork").Process(target=_served, args=(door, port, seconds), daemon=True)
        passing.start()
        yield door.getsockname()[1]
        passing.kill()


def _served(door: socket.socket, port: int, seconds: float) -> None:
    with suppress(OSError):
        while True:
            here, _ = door.accept()
            there = socket.create_connection(("127.0.0.1", port))
            for one, other in ((here, there), (there, here)):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                _Lane(one, other, seconds).start()


class _Lane:
    """Passes bytes on, each so much later than it came."""

    def __init__(self, one: socket.socket, other: socket.socket, seconds: float) -> None:
        self._one, self._other, self._seconds = one, other, seconds
        self._held: deque[tuple[float, bytes]] = deque()
        self._more = threading.Condition()

    def start(self) -> None:
        for work in (self._take, self._give):
            threading.Thread(target=work, daemon=True).start()

    def _take(self) -> None:
        got = b"x"
        while got:
            try:
                got = self._one.recv(1 << 16)
            except OSError:
                got = b""
            with self._more:
                self._held.append((time.monotonic() + self._seconds, got))
                self._more.notify()

    def _give(self) -> None:
        while True:
            with self._more:
                self._more.wait_for(lambda: bool(self._held))
                due, got = self._held.popleft()
            time.sleep(max(due - time.monotonic(), 0))
            with suppress(OSError):
                if not got:
                    self._other.close()
                    return
                self._other.sendall(got)
