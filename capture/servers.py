"""Where the servers of a workload are captured: in this process, or on the hosts of a cluster (``capture.cluster``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from pgrehearse.base.quick_imports import quick_imports
from pgrehearse.capture.block_reader import BlockReader
from pgrehearse.capture.file_order import Log
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.server_logs import ServerLogs

if TYPE_CHECKING:
    from pgrehearse.capture.captured_server import CapturedServer
    from pgrehearse.capture.server_capture import ServerCapture
    from pgrehearse.workload.event_numbers import EventNumbers

# Takes how many bytes of the logs were read, and how many they have.
Progress = Callable[[int, int], None]


class ServerCaptures(Protocol):
    """The captures of all servers of one workload, in the order of its steps."""

    def capture(
        self, servers: Sequence[ServerLogs], options: CaptureOptions, progress: Progress | None
    ) -> list[CapturedServer]:
        """Read the logs of each server. *options*: with the window's instants."""
        ...

    def write_parts(self, numbers: Sequence[EventNumbers], folder: Path) -> None:
        """Write the events of all servers to *folder*, as parts that follow each other in the order of the servers."""
        ...

    def abandon(self) -> None:
        """End all that still runs."""
        ...


@contextmanager
def started(options: CaptureOptions, logs: list[Log], folder: Path) -> Iterator[ServerCapture]:
    """Yield the capture of the *logs* of one server, which ``ServerCapture.run`` reads in this block. *folder*: ``ServerCapture``.

    The first blocks are read while the modules that assemble them are imported: this module imports at its top only what reads.
    """
    with BlockReader(logs) as reader:
        with quick_imports():
            from pgrehearse.capture.parse.block import ParseOptions
            from pgrehearse.capture.server_capture import ServerCapture

        reader.parse_with(ParseOptions.of(options, numbered=len(logs) > 1))
        yield ServerCapture(options, reader, folder)


class LocalCaptures:
    """This process captures one server after the other. *scratch*: for temporary files."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        self._captures: list[ServerCapture] = []

    def capture(
        self, servers: Sequence[ServerLogs], options: CaptureOptions, progress: Progress | None
    ) -> list[CapturedServer]:
        """Read the logs of each server; *progress* is called after each block."""
        total, done = sum(server.size_bytes for server in servers), 0
        captured = []
        for number, server in enumerate(servers):
            with started(options, server.logs, self._scratch / f"{number:04}") as capture:
                self._captures.append(capture)
                for size_bytes in capture.run():
                    done += size_bytes
                    if progress is not None:
                        progress(done, total)
            captured.append(capture.captured())
        return captured

    def write_parts(self, numbers: Sequence[EventNumbers], folder: Path) -> None:
        """Write the events of one server after the other."""
        following = 0
        for capture, own in zip(self._captures, numbers, strict=True):
            following = capture.write_parts(folder, own, following)

    def abandon(self) -> None:
        """Wait until nothing is written any more."""
        for capture in self._captures:
            capture.abandon()
