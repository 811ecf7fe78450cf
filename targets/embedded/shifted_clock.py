"""An embedded server whose clock is shifted, by libfaketime (https://github.com/wolfcw/libfaketime).

Theory of operation. The library is preloaded into the server; it adds an offset to what gettimeofday(2), time(2) and the realtime clock of
clock_gettime(2) return. Each process reads the offset from a file, at most once a second (FAKETIME_CACHE_DURATION), so that the
offset can be set when the instant is known at which the replay begins. The monotonic clock is not changed: pg_stat_statements,
EXPLAIN ANALYZE and the waits of the server measure with it. Timers (setitimer(2): statement_timeout, lock_timeout) run as before,
because an offset does not change durations.
"""

from __future__ import annotations

import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pgrehearse.base.clock import SECOND
from pgrehearse.targets.embedded.binaries import account
from pgrehearse.targets.embedded.cluster import Cluster, start, stop

# Where Debian, and where other distributions install the library.
_FOLDERS = (
    f"/usr/lib/{sysconfig.get_config_var('MULTIARCH')}/faketime",
    "/usr/lib/faketime",
    "/usr/lib64/faketime",
    "/usr/local/lib/faketime",
)
_NAME = "libfaketime.so.1"
PACKAGE = "faketime"
# After so much time every process of the server uses a new offset: the library compares whole seconds.
SETTLED_US = 3 * SECOND


@dataclass(frozen=True, slots=True)
class ShiftedServer:
    """A running server with a shifted clock."""

    cluster: Cluster

    def shift(self, offset_us: int) -> None:
        """Set the offset of the server's clock to the machine's; every process uses it after ``SETTLED_US``."""
        # Renamed into place: no process reads a part of it.
        fresh = self.cluster.clock_file.with_suffix(".new")
        fresh.write_text(f"{offset_us / SECOND:+.6f}\n")
        account().give(fresh)
        fresh.rename(self.cluster.clock_file)

    @property
    def environment(self) -> dict[str, str]:
        """The environment that the server is started with."""
        return {
            "LD_PRELOAD": str(library()),
            "FAKETIME_TIMESTAMP_FILE": str(self.cluster.clock_file),
            "FAKETIME_CACHE_DURATION": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "DONT_FAKE_MONOTONIC": "1",
        }


def is_shifted(cluster: Cluster) -> bool:
    """Return whether a server's clock is shifted: a replay uses it, or one was killed."""
    return cluster.clock_file.exists()


def library() -> Path | None:
    """Return the installed library (None: it is not installed)."""
    return next((path for folder in _FOLDERS if (path := Path(folder) / _NAME).is_file()), None)


@contextmanager
def shifted(cluster: Cluster, offset_us: int) -> Iterator[ShiftedServer]:
    """Restart a server with a shifted clock; at the end of the block it is restarted with the machine's.

    Raises ``HarnessFailure`` if it does not start.
    """
    server = ShiftedServer(cluster)
    server.shift(offset_us)
    stop(cluster)
    try:
        start(cluster, server.environment)
        yield server
    finally:
        stop(cluster)
        start(cluster)
