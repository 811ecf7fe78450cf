"""The progress of a command on standard error: bars on a terminal, elsewhere a line every ten seconds."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from rich.console import RenderableType
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskID, TextColumn
from rich.table import Column
from rich.text import Text

from pgrehearse.base import units
from pgrehearse.base.control_characters import visible
from pgrehearse.base.progress import Stage
from pgrehearse.console import Terminal, err

EVERY_S = 10.0
_BAR = 16


def clock(seconds: float) -> str:
    """Format a duration in seconds as minutes and seconds, or hours, minutes and seconds.

    >>> clock(7.4), clock(75), clock(3 * 3600 + 62)
    ('0:07', '1:15', '3:01:02')
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def figures(task: Task) -> str:
    """Return how much of a step is done, the time since its start, and the estimated time that is left."""
    parts = []
    unit = task.fields["unit"]
    if unit and task.total:
        amount = units.size if unit == "B" else units.count
        parts.append(f"{amount(task.completed)} of {amount(task.total)}")
    parts.append(f"{clock(task.elapsed or 0)} elapsed")
    if (left := _left_s(task)) is not None:
        parts.append(f"{clock(left)} left")
    return ", ".join(parts)


def _left_s(task: Task) -> float | None:
    if task.fields["seconds"]:
        return max(float(task.fields["seconds"]) - (task.elapsed or 0), 0.0)
    return task.time_remaining if task.total and not task.finished else None


class _Figures(ProgressColumn):
    """The figures of a step, computed at each refresh."""

    max_refresh = None

    def render(self, task: Task) -> Text:
        return Text(figures(task), no_wrap=True, overflow="ellipsis")


@dataclass(frozen=True, slots=True)
class Details:
    """The details of a step: below the bars on a terminal, and in its line elsewhere."""

    below: Callable[[], RenderableType]
    line: Callable[[], str]


class Bars(Progress):
    """A bar for each step that runs, and below them the details of the innermost step."""

    def __init__(self, console: Terminal) -> None:
        self._details: dict[TaskID, Details] = {}
        super().__init__(
            TextColumn("{task.description}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis")),
            BarColumn(bar_width=_BAR),
            _Figures(table_column=Column(no_wrap=True)),
            console=console,
            transient=True,
            refresh_per_second=4,
        )

    def get_renderables(self) -> Iterator[RenderableType]:
        """Return the bars and the details."""
        for task in self.tasks:
            if seconds := task.fields["seconds"]:
                task.total, task.completed = seconds, min(task.elapsed or 0.0, seconds)
        yield self.make_tasks_table(self.tasks)
        if (details := self._innermost_details()) is not None:
            yield details.below()

    def attach(self, details: Details, share: float) -> None:
        """Show details with the innermost step, of which a share is done."""
        if ids := self.task_ids:
            self._details = {ids[-1]: details}
            self.update(ids[-1], completed=share, total=1.0)

    def text(self) -> str:
        """Return the steps that run as one line ("": none runs)."""
        tasks = self.tasks
        if not tasks:
            return ""
        details = self._innermost_details()
        names = ", ".join(task.description for task in tasks)
        return f"{names}: {details.line() if details is not None else figures(tasks[-1])}"

    def _innermost_details(self) -> Details | None:
        ids = self.task_ids
        return self._details.get(ids[-1]) if ids else None


@dataclass(frozen=True, slots=True)
class _Shown:
    """A step on the display."""

    bars: Bars
    task: TaskID

    def update(self, done: float, total: float) -> None:
        self.bars.update(self.task, completed=done, total=total)

    def describe(self, text: str) -> None:
        self.bars.update(self.task, description=visible(text.strip()))


class Display:
    """The display of one command (``pgrehearse.base.progress.Stages``)."""

    def __init__(self, console: Terminal = err, every_s: float = EVERY_S) -> None:
        self.bars = Bars(console)
        self._console, self._every_s = console, every_s
        self._ended = threading.Event()
        self._ticks = threading.Thread(target=self._print_lines, name="progress", daemon=True)

    @contextmanager
    def running(self) -> Iterator[Display]:
        """Show the steps while the block runs."""
        if self._console.is_terminal and not self._console.is_dumb_terminal:
            with self.bars:
                yield self
            return
        self._ticks.start()
        try:
            yield self
        finally:
            self._ended.set()
            self._ticks.join()

    @contextmanager
    def stage(self, name: str, *, unit: str = "", seconds: float = 0.0) -> Iterator[Stage]:
        """Show a step while the block runs."""
        task = self.bars.add_task(visible(name), total=None, unit=unit, seconds=seconds)
        try:
            yield _Shown(self.bars, task)
        finally:
            self.bars.remove_task(task)

    def attach(self, details: Details, share: float) -> None:
        """Show details with the innermost step, of which a share is done."""
        self.bars.attach(details, share)

    def _print_lines(self) -> None:
        while not self._ended.wait(self._every_s):
            if text := self.bars.text():
                with suppress(BrokenPipeError):  # the reader of the pipe has ended: the command notices it by itself
                    self._console.print(f"  {text}", markup=False, soft_wrap=True)


@contextmanager
def progress() -> Iterator[Display]:
    """Show the progress of a command while the block runs."""
    with Display().running() as display:
        yield display
