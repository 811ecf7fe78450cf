"""The transactions that ended on one host are sent to the other hosts, whose statements may wait for them (``session.commit_gate``).

The workers of a host write the number of each transaction that they end to one pipe. A thread of the host's process reads the pipe and sends
what it has read to each of the other hosts: at once where nothing was sent in the last millisecond, otherwise all that ended within it in one batch.
"""

from __future__ import annotations

import fcntl
import os
import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any

from pgrehearse.replay.workers.host_workers import CONTEXT, HostExecutor, HostLost

# What ends within so long after a batch is the next batch.
BATCH_S = 0.001
# How many calls of one host may run at the same time: they bound the memory of a host that does not answer.
CALLS = 64
# A worker does not block before the process of its host has left so much unread: 131,072 transactions.
_PIPE_BYTES = 1 << 20


class OrderBroadcast:
    """Sends what the workers write to ``writer`` to *others*, until the last of them has ended. Close ``writer`` when they have it."""

    def __init__(self, others: Sequence[HostExecutor]) -> None:
        self._reader, self.writer = CONTEXT.Pipe(duplex=False)
        fcntl.fcntl(self.writer.fileno(), fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
        self._others = [_OtherHost(host) for host in others]
        threading.Thread(target=self._send, daemon=True).start()

    def _send(self) -> None:
        while ends := os.read(self._reader.fileno(), _PIPE_BYTES):
            for other in self._others:
                other.add(ends)
            time.sleep(BATCH_S)
        self._reader.close()


class _OtherHost:
    """What one other host gets. A host that is slow gets more in one call; one that is lost gets nothing more."""

    def __init__(self, host: HostExecutor) -> None:
        self._host = host
        # Reentrant: a call that fails at once ends in the call itself.
        self._lock = threading.RLock()
        self._unsent = b""
        self._calls = 0
        self._lost = False

    def add(self, ends: bytes) -> None:
        """Send ends of transactions: at once, or when one of too many calls has returned."""
        with self._lock:
            if self._lost:
                return
            self._unsent += ends
            if self._calls < CALLS:
                self._call()

    def _call(self) -> None:
        ends, self._unsent = self._unsent, b""
        self._calls += 1
        self._host.submit("note_ends", ends).add_done_callback(self._returned)

    def _returned(self, call: Future[Any]) -> None:
        with self._lock:
            self._calls -= 1
            self._lost = self._lost or isinstance(call.exception(), HostLost)
            if self._unsent and not self._lost:
                self._call()
