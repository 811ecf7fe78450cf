"""An observer of a scenario that shows no progress."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pgrehearse.base.progress import SILENT

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from pgrehearse.base.progress import Stage
    from pgrehearse.replay.workers.coordinator import Watch


class Unobserved:
    """Shows no progress (``pgrehearse.scenarios.experiment.runner.Observer``)."""

    def stage(self, name: str, *, unit: str = "", seconds: float = 0.0) -> AbstractContextManager[Stage]:
        """Run the block."""
        return SILENT.stage(name, unit=unit, seconds=seconds)

    def replay(self, *_: object) -> Watch:
        """Return a function that ignores the progress of the workers."""
        return lambda _: None
