"""A limit of bytes or requests a second, shared by threads."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable


class Rate:
    """At most *limit* units a second (0: no limit)."""

    def __init__(
        self, limit: int, now: Callable[[], float] = time.monotonic, wait: Callable[[float], None] = time.sleep
    ) -> None:
        self._limit, self._now, self._wait = limit, now, wait
        self._lock = threading.Lock()
        self._free_at = 0.0

    def take(self, count: int) -> None:
        """Wait until *count* more units are within the limit."""
        if not self._limit:
            return
        with self._lock:
            begin = max(self._now(), self._free_at)
            self._free_at = begin + count / self._limit
        if (seconds := begin - self._now()) > 0:
            self._wait(seconds)
