"""The watchdog of a capture that changes its source: a detached process that undoes the changes if the capture ends early."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pgrehearse.base import guard
from pgrehearse.base.endpoint import Endpoint


@dataclass(frozen=True, slots=True)
class Guard:
    """A running watchdog (``pgrehearse.capture.watchdog``)."""

    _guard: guard.Guard

    @classmethod
    def start(cls, endpoint: Endpoint, undo: Mapping[str, Any], seconds: float) -> Guard:
        """Start a watchdog. *undo*: what to undo, by its kind (``watchdog.UNDO``); *seconds*: after this time it does so in any case."""
        task = {"endpoint": endpoint.document(), "seconds": seconds, **undo}
        return cls(guard.Guard.start("pgrehearse.capture.watchdog", task))

    def release(self, *, done: bool) -> None:
        """Send the watchdog that everything is undone; if it is not, the end of its input makes it undo that."""
        self._guard.release(guard.DONE if done else "")
