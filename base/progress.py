"""The interface by which a long step reports its progress; the command line shows it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol


class Stage(Protocol):
    """A step that is running."""

    def update(self, done: float, total: float) -> None:
        """Report how much of the step is done, in the unit of the stage."""

    def describe(self, text: str) -> None:
        """Replace the description of the step."""


class Stages(Protocol):
    """Where steps report their progress."""

    def stage(self, name: str, *, unit: str = "", seconds: float = 0.0) -> AbstractContextManager[Stage]:
        """Show a step while the block runs. *unit*: of its amounts ("B": bytes); *seconds*: its duration, if that is known."""


class _Silent:
    """Shows nothing: progress for a caller of the library."""

    def update(self, done: float, total: float) -> None:
        """Ignore the progress."""

    def describe(self, text: str) -> None:
        """Ignore the description."""

    @contextmanager
    def stage(self, name: str, *, unit: str = "", seconds: float = 0.0) -> Iterator[Stage]:  # noqa: ARG002
        """Run the block."""
        yield self


SILENT: Stages = _Silent()
