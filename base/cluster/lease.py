"""The lease of a process on a host of a cluster: when its coordinator does not call any more, the process ends itself."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable

# How often a lease is examined.
_EXAMINED_S = 0.075


class Lease:
    """Calls *end*, and ends the process, when ``renew`` was not called for *seconds*, which can be changed."""

    def __init__(self, seconds: float, end: Callable[[], object]) -> None:
        self.seconds, self._end = seconds, end
        self._renewed_s = time.monotonic()
        threading.Thread(target=self._watch, daemon=True).start()

    def renew(self) -> None:
        """Note that the coordinator has called."""
        self._renewed_s = time.monotonic()

    def _watch(self) -> None:
        while time.monotonic() - self._renewed_s < self.seconds:
            time.sleep(_EXAMINED_S)
        self._end()
        os._exit(1)  # an actor can end itself from this thread in no other way
