"""The figures of a replay while it runs: a table on a terminal, elsewhere one line."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.console import Group
from rich.constrain import Constrain
from rich.table import Table
from rich.text import Text

from pgrehearse.base import units
from pgrehearse.progress import Details, Display

if TYPE_CHECKING:
    from pgrehearse.replay.plan.plan import ReplayPlan
    from pgrehearse.replay.workers.worker import Progress
    from pgrehearse.workload.read import Workload

# Rates are those of the last so many seconds.
_RECENT_S = 5.0
# The width of the table, if the terminal is wider.
_WIDTH = 104
# Up to so many workers, the processor use of each is shown.
_EACH = 2
# Of a cluster, the lateness of so many hosts is shown: those with the greatest.
_HOSTS = 3


@dataclass
class State:
    """The progress of all workers. *expected_us*: the duration of the replay (0: unknown); *due*: number of events.

    The display reads it in another thread: every change assigns new objects.
    """

    expected_us: int
    due: int
    workers: dict[int, Progress] = field(default_factory=dict)
    _past: list[tuple[float, int, int]] = field(default_factory=list)
    _cpu: dict[int, float] = field(default_factory=dict)

    def update(self, progress: Progress, at: float) -> None:
        """Add the progress of one worker; *at*: the time in seconds."""
        before = self.workers.get(progress.worker)
        if before is not None and progress.now_us > before.now_us:
            share = (progress.cpu_us - before.cpu_us) / (progress.now_us - before.now_us)
            self._cpu = {**self._cpu, progress.worker: share}
        self.workers = {**self.workers, progress.worker: progress}
        recent = [point for point in self._past if point[0] > at - _RECENT_S]
        self._past = [*recent, (at, self.sum("offered"), self.sent)]

    def sum(self, name: str) -> int:
        """Return the sum of a count over all workers."""
        return sum(int(getattr(progress, name)) for progress in self.workers.values())

    @property
    def sent(self) -> int:
        return self.sum("ok") + self.sum("failed")

    @property
    def new_errors(self) -> int:
        return self.sum("failed") - self.sum("expected")

    @property
    def now_us(self) -> int:
        return max((progress.now_us for progress in self.workers.values()), default=0)

    @property
    def late_us(self) -> int:
        return max((progress.late_us for progress in self.workers.values()), default=0)

    @property
    def late_p50_us(self) -> int:
        return max((progress.late_p50_us for progress in self.workers.values()), default=0)

    def late_by_host(self) -> list[tuple[str, int]]:
        """Return the hosts with the greatest lateness (p99), the greatest first; none if the workers are on one host."""
        late: dict[str, int] = {}
        for progress in self.workers.values():
            late[progress.host] = max(late.get(progress.host, 0), progress.late_us)
        return sorted(late.items(), key=lambda host: -host[1])[:_HOSTS] if len(late) > 1 else []

    def rates(self) -> tuple[float, float]:
        """Return the recent rates in statements per second: due, and sent."""
        past = self._past
        if len(past) < 2 or past[-1][0] <= past[0][0]:
            return 0.0, 0.0
        seconds = past[-1][0] - past[0][0]
        offered, sent = ((past[-1][column] - past[0][column]) / seconds for column in (1, 2))
        return offered, sent

    def share(self) -> float:
        """Return the share of the replay that is done, from 0 to 1."""
        if self.expected_us:
            return min(max(self.now_us / self.expected_us, 0.0), 1.0)
        done = self.sent + self.sum("skipped") + self.sum("unsent")
        return min(done / max(self.due, 1), 1.0)

    def left(self) -> str:
        """Return the estimated time that is left."""
        if self.expected_us:
            return units.duration(max(self.expected_us - self.now_us, 0))
        share = self.share()
        return units.duration(self.now_us / share * (1 - share)) if share > 0.01 else "unknown"

    def cpu_shares(self) -> list[float]:
        """Return the share of a processor that each worker uses."""
        return [self._cpu.get(number, 0.0) for number in sorted(self.workers)]


def line(state: State) -> str:
    """Return all figures in one line."""
    (offered, sent), by_host = state.rates(), _by_host(state)
    return (
        f"{units.duration(max(state.now_us, 0))} elapsed, {state.left()} left; {state.sum('ok'):,} ok, "
        f"{state.sum('expected'):,} expected errors, {state.new_errors:,} new errors, {state.sum('skipped'):,} skipped; "
        f"{sent:,.0f}/s of {offered:,.0f}/s, {state.sum('in_flight'):,} in flight, lateness p99 {units.duration(state.late_us)}{f' ({by_host})' if by_host else ''}, "
        f"{state.sum('left'):,} sessions left, worker CPU {_percents(state.cpu_shares())}"
    )


def table(state: State) -> Constrain:
    """Return all figures as a table of three columns, which fits 80 columns."""
    offered, sent = state.rates()
    grid = Table(box=None, show_header=False, pad_edge=False, expand=True)
    for _ in range(3):
        grid.add_column(ratio=1, no_wrap=True)
    errors = "red" if state.new_errors else "dim"
    grid.add_row(
        f"[dim]elapsed[/] {units.duration(max(state.now_us, 0))}",
        f"[dim]offered[/] {offered:,.0f}/s",
        f"[dim]expected errors[/] {state.sum('expected'):,}",
    )
    grid.add_row(
        f"[dim]left[/] {state.left()}",
        f"[dim]achieved[/] {sent:,.0f}/s",
        f"[{errors}]new errors[/] {state.new_errors:,}",
    )
    grid.add_row(
        f"[dim]ok[/] {state.sum('ok'):,}",
        f"[dim]in flight[/] {state.sum('in_flight'):,}",
        f"[dim]lateness p99[/] {units.duration(state.late_us)}",
    )
    grid.add_row(
        f"[dim]skipped[/] {state.sum('skipped'):,}",
        f"[dim]sessions left[/] {state.sum('left'):,}",
        f"[dim]worker CPU[/] {_percents(state.cpu_shares())}",
    )
    by_host = _by_host(state)
    late = (
        [Text.assemble(("lateness p99 by host ", "dim"), by_host, overflow="ellipsis", no_wrap=True)] if by_host else []
    )
    return Constrain(Group(grid, *late), _WIDTH)


def _by_host(state: State) -> str:
    """Return the lateness of the hosts that are the latest ("": the workers are on one host)."""
    return ", ".join(f"{host} {units.duration(late_us)}" for host, late_us in state.late_by_host())


def _percents(shares: list[float]) -> str:
    if len(shares) > _EACH:
        return f"{min(shares):.0%} to {max(shares):.0%}"
    return " ".join(f"{share:.0%}" for share in shares) or "-"


def watcher(
    display: Display, workload: Workload, plan: ReplayPlan, begin: Callable[[str, State], None] | None = None
) -> Callable[[Progress], None]:
    """Return the function that takes the progress of the workers and shows it with the step that runs. *begin* gets the workload's name and
    the state, which is updated from then on."""
    until = plan.until_us if plan.until_us is not None else workload.manifest.duration_us
    from_us = plan.of_window(workload.manifest.warm_in_us).from_us
    expected_us = 0 if plan.speed is None else round((until - from_us) / plan.speed)
    state = State(expected_us, round(workload.manifest.events * plan.selection.amplify))
    if begin is not None:
        begin(workload.name, state)

    def update(progress: Progress) -> None:
        state.update(progress, time.monotonic())
        display.attach(Details(lambda: table(state), lambda: line(state)), state.share())

    return update
