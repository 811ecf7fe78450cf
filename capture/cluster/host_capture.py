"""What runs on one host of a cluster: the captures of some servers, with their temporary files and the parts that they write.

An instance is an actor of Ray (``cluster_captures``); nothing in this module needs Ray. The coordinator calls its methods; when no call has
come for ``LEASE_S``, the coordinator is lost: the files are removed, and the process ends.
"""

from __future__ import annotations

import shutil
import socket
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from pgrehearse.base.cluster.lease import Lease
from pgrehearse.base.cluster.pieces import piece_of
from pgrehearse.base.errors import BadInput, HarnessFailure, Interrupted, PgrehearseError, UsageProblem
from pgrehearse.base.malloc import keep_memory
from pgrehearse.base.version import tool_version
from pgrehearse.capture.cluster.located_logs import LocatedLog, read_here, unreadable
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.servers import started
from pgrehearse.workload.event_parts import parts_in

if TYPE_CHECKING:
    from pgrehearse.capture.captured_server import CapturedServer
    from pgrehearse.capture.server_capture import ServerCapture
    from pgrehearse.workload.event_numbers import EventNumbers
    from pgrehearse.workload.redaction import Redaction

# The coordinator calls several times a second, and may compute for long between the steps.
LEASE_S = 30.0
# How long the capture of a block, or of a part, may take to end after the host was stopped.
_STOPPED_S = 4.0
# A file that is still being written can appear while its folder is removed.
_REMOVALS = 3
_KINDS: dict[str, type[PgrehearseError]] = {kind.__name__: kind for kind in (BadInput, UsageProblem)}


@dataclass(frozen=True, slots=True)
class CaptureHost:
    """A host: its *name*, the version of pgrehearse on it, and the *folder* of its files."""

    name: str
    version: str
    folder: str


@dataclass(frozen=True, slots=True)
class CaptureFailure:
    """The error that ended the capture of a server: the name of its class, what is wrong, and what to do on one machine."""

    kind: str
    message: str
    remedy: str

    def error(self, host: str) -> PgrehearseError:
        """Return the error: an error of the input is the same as on one machine; any other one names the *host*."""
        kind = _KINDS.get(self.kind)
        if kind is not None:
            return kind(self.message, remedy=self.remedy)
        remedy = "free disk space on this host, or start its Ray node with another TMPDIR"
        return HarnessFailure(f"{self.message} (host {host})", remedy=remedy)


class HostCapture:
    """The captures on one host. *token*: of the command, for the name of the folder."""

    def __init__(self, token: str) -> None:
        keep_memory()
        self._folder = Path(tempfile.gettempdir()) / f"pgrehearse-host-{token}-{token_hex(4)}"
        self._captures: dict[int, ServerCapture] = {}
        self._read_bytes = 0
        self._stopped = threading.Event()
        self._works = threading.Lock()
        self._lease = Lease(LEASE_S, self._remove)

    def facts(self) -> CaptureHost:
        """Return what this host is."""
        self._lease.renew()
        return CaptureHost(socket.gethostname(), tool_version(), str(self._folder))

    def read_bytes(self) -> int:
        """Return how many bytes of logs were read."""
        self._lease.renew()
        return self._read_bytes

    def unreadable(self, logs: Sequence[LocatedLog]) -> str:
        """``located_logs.unreadable``."""
        self._lease.renew()
        return unreadable(logs)

    def capture(
        self, server: int, logs: Sequence[LocatedLog], options: CaptureOptions, redaction: Redaction | None
    ) -> CapturedServer | CaptureFailure:
        """Read the logs of the server with this number. *options*: without the *redaction*, whose key must not be stored on a disk."""
        with self._working():
            try:
                return self._capture(server, logs, replace(options, redaction=redaction))
            except PgrehearseError as error:
                return CaptureFailure(type(error).__name__, error.message, error.remedy)

    def _capture(self, server: int, logs: Sequence[LocatedLog], options: CaptureOptions) -> CapturedServer:
        self._folder.mkdir(mode=0o700, exist_ok=True)
        with started(options, read_here(logs, options), self._folder / f"{server:04}") as capture:
            self._captures[server] = capture
            try:
                for size_bytes in capture.run():
                    self._read_bytes += size_bytes
                    self._require_running()
            except PgrehearseError:
                capture.abandon()
                raise
        return capture.captured()

    def write_parts(self, server: int, numbers: EventNumbers) -> dict[str, int] | CaptureFailure:
        """Write the events of a server as parts; return their names and their sizes in bytes."""
        with self._working():
            folder = self._parts(server)
            try:
                folder.mkdir(mode=0o700)
                self._captures.pop(server).write_parts(folder, numbers)
            except PgrehearseError as error:
                return CaptureFailure(type(error).__name__, error.message, error.remedy)
        return {path.name: path.stat().st_size for path in parts_in(folder)}

    def piece(self, server: int, name: str, offset: int) -> bytes:
        """Return the piece of a part that begins at *offset*."""
        self._lease.renew()
        return piece_of(self._parts(server) / name, offset)

    def close(self) -> None:
        """Stop what runs, and remove this host's files."""
        self._lease.renew()
        self._remove()

    def _parts(self, server: int) -> Path:
        return self._folder / f"parts-{server:04}"

    @contextmanager
    def _working(self) -> Iterator[None]:
        """Let one capture run at a time. Raises ``Interrupted`` after the host was stopped: nothing may be written any more."""
        self._lease.renew()
        with self._works:
            self._require_running()
            yield

    def _require_running(self) -> None:
        if self._stopped.is_set():
            raise Interrupted("the capture was stopped")

    def _remove(self) -> None:
        """Stop the capture after its current block, and remove all files."""
        self._stopped.set()
        ended = self._works.acquire(timeout=_STOPPED_S)
        for _ in range(_REMOVALS):
            shutil.rmtree(self._folder, ignore_errors=True)
        if ended:
            self._works.release()
