"""Connections to the address of a server that has ended are forwarded to its successor, by a process of its own.

After a failover the address of the old primary leads to the new one, as the endpoint of a managed service does. The process waits until
``listen``: connections to the old primary before that are direct.
"""

from __future__ import annotations

import asyncio
import contextlib
import select
import subprocess
import sys
from dataclasses import dataclass

from pgrehearse.base.errors import HarnessFailure

HOST = "127.0.0.1"
_READY = b"ready\n"
_START_S = 60.0
_BLOCK = 1 << 16
# The port may still be in use for a moment after the end of the old server.
_TRIES, _PAUSE_S = 200, 0.05


@dataclass(frozen=True, slots=True)
class AddressForwarder:
    """A process that forwards connections from *port* to *to_port*, both on loopback, from ``listen`` until ``close``."""

    port: int
    to_port: int
    _process: subprocess.Popen[bytes]

    @classmethod
    def prepare(cls, port: int, to_port: int) -> AddressForwarder:
        """Start the process; it does not listen yet."""
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", __name__, str(port), str(to_port)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        return cls(port, to_port, process)

    def listen(self) -> None:
        """Accept connections from now on. Raises ``HarnessFailure`` if the port is in use."""
        assert self._process.stdin is not None  # noqa: S101 (PIPE)
        assert self._process.stdout is not None  # noqa: S101 (PIPE)
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.write(b"listen\n")
            self._process.stdin.flush()
        has_answer = select.select([self._process.stdout], [], [], _START_S)[0]
        if not has_answer or self._process.stdout.readline() != _READY:
            raise HarnessFailure(
                f"connections to {HOST}:{self.port} cannot be forwarded to {HOST}:{self.to_port}: the port is in use",
                remedy="find the process that listens there, and end it",
            )

    def close(self) -> None:
        """End the process, and with it every connection that it forwards."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(BrokenPipeError):
                    pipe.close()


async def _serve(port: int, to_port: int) -> None:
    """Forward until the standard input ends: the command that started this process has ended."""
    if not await asyncio.to_thread(sys.stdin.buffer.readline):
        return
    server = await _listening(port, to_port)
    sys.stdout.buffer.write(_READY)
    sys.stdout.buffer.flush()
    await asyncio.to_thread(sys.stdin.buffer.read)
    # Connections that are open end with this process.
    server.close()


async def _listening(port: int, to_port: int) -> asyncio.Server:
    async def forward(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            other_reader, other_writer = await asyncio.open_connection(HOST, to_port)
        except OSError:
            writer.transport.abort()
            return
        await asyncio.gather(_copy(reader, other_writer), _copy(other_reader, writer))

    for attempt in range(_TRIES):
        try:
            return await asyncio.start_server(forward, HOST, port, limit=_BLOCK)
        except OSError:
            if attempt == _TRIES - 1:
                raise
            await asyncio.sleep(_PAUSE_S)
    raise AssertionError("unreachable")


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Copy one direction to its end; the end of one closes the other."""
    with contextlib.suppress(OSError):
        while block := await reader.read(_BLOCK):
            writer.write(block)
            await writer.drain()
    writer.close()


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1]), int(sys.argv[2])))
