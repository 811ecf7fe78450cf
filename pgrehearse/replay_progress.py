"""A replay as it runs: a panel on a terminal, a line every ten seconds elsewhere; all on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.constrain import Constrain
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table

from pgrehearse.base import units
from pgrehearse.console import EVERY_S, err

if TYPE_CHECKING:
    from pgrehearse.replay.plan.plan import ReplayPlan
    from pgrehearse.replay.workers.worker import Progress
    from pgrehearse.workload.read import Workload

# Rates shown are of the last so many seconds.
_RECENT_S = 5.0
# As wide as its numbers need, where there is room.
_WIDTH = 104


@dataclass
class State:
    """What all workers together have said. *expected_us*: how long the replay takes (0: not known); *due*: events in all."""

    expected_us: int
    due: int
    workers: dict[int, Progress] = field(default_factory=dict)
    _past: list[tuple[float, int, int]] = field(default_factory=list)
    _cpu: dict[int, tuple[int, int, float]] = field(default_factory=dict)

    def heard(self, said: Progress, at: float) -> None:
        """Take one worker's word."""
        before = self.workers.get(said.worker)
        if before is not None and said.now_us > before.now_us:
            load = (said.cpu_us - before.cpu_us) / (said.now_us - before.now_us)
            self._cpu[said.worker] = (said.cpu_us, said.now_us, load)
        self.workers[said.worker] = said
        self._past = [*(one for one in self._past if one[0] > at - _RECENT_S), (at, self.sum("offered"), self.sent)]

    def sum(self, word: str) -> int:
        """Return a count over all workers."""
        return sum(int(getattr(one, word)) for one in self.workers.values())

    @property
    def sent(self) -> int:
        return self.sum("ok") + self.sum("failed")

    @property
    def now_us(self) -> int:
        return max((one.now_us for one in self.workers.values()), default=0)

    @property
    def late_us(self) -> int:
        return max((one.late_us for one in self.workers.values()), default=0)

    def rates(self) -> tuple[float, float]:
        """Return statements a second lately: due, and sent."""
        if len(self._past) < 2 or self._past[-1][0] <= self._past[0][0]:
            return 0.0, 0.0
        seconds = self._past[-1][0] - self._past[0][0]
        offered, sent = ((self._past[-1][n] - self._past[0][n]) / seconds for n in (1, 2))
        return offered, sent

    def share(self) -> float:
        """Return how much of the replay is over."""
        if self.expected_us:
            return min(max(self.now_us / self.expected_us, 0.0), 1.0)
        done = self.sent + self.sum("skipped") + self.sum("unsent")
        return min(done / max(self.due, 1), 1.0)

    def to_go(self) -> str:
        """Say how much longer it takes."""
        if self.expected_us:
            return units.duration(max(self.expected_us - self.now_us, 0))
        share = self.share()
        return units.duration(self.now_us / share * (1 - share)) if share > 0.01 else "?"

    def loads(self) -> list[float]:
        """Return each worker's share of a processor."""
        return [self._cpu.get(number, (0, 0, 0.0))[2] for number in sorted(self.workers)]


def line(state: State) -> str:
    """Say all of it in one line."""
    offered, sent = state.rates()
    new = state.sum("failed") - state.sum("expected")
    return (
        f"  {units.duration(max(state.now_us, 0))}, {state.to_go()} to go: {state.sum('ok'):,} done, {state.sum('expected'):,} failed as expected, "
        f"{new:,} failed anew, {state.sum('skipped'):,} skipped; {sent:,.0f}/s of {offered:,.0f}/s, {state.sum('in_flight'):,} in flight, "
        f"{units.duration(state.late_us)} late, {state.sum('left'):,} sessions, load {_percents(state.loads())}"
    )


def panel(state: State) -> Constrain:
    """Draw all of it."""
    offered, sent = state.rates()
    new = state.sum("failed") - state.sum("expected")
    table = Table(box=None, show_header=False, pad_edge=False, expand=True)
    for name in ("elapsed", "rate", "errors", "harness"):
        table.add_column(name, ratio=1)
    table.add_row(
        f"[dim]elapsed[/] {units.duration(max(state.now_us, 0))}",
        f"[dim]offered[/] {offered:,.0f}/s",
        f"[dim]failed as expected[/] {state.sum('expected'):,}",
        f"[dim]lateness p99[/] {units.duration(state.late_us)}",
    )
    table.add_row(
        f"[dim]to go[/] {state.to_go()}",
        f"[dim]achieved[/] {sent:,.0f}/s",
        f"[{'red' if new else 'dim'}]failed anew[/] {new:,}",
        f"[dim]load[/] {_percents(state.loads())}",
    )
    table.add_row(
        f"[dim]done[/] {state.sum('ok'):,}",
        f"[dim]in flight[/] {state.sum('in_flight'):,}",
        f"[dim]skipped[/] {state.sum('skipped'):,}",
        f"[dim]sessions left[/] {state.sum('left'):,}",
    )
    whole = Table.grid(expand=True)
    whole.add_row(ProgressBar(total=1.0, completed=state.share()))
    whole.add_row(table)
    return Constrain(whole, _WIDTH)


def _percents(loads: list[float]) -> str:
    return " ".join(f"{load:.0%}" for load in loads) or "-"


@contextmanager
def watched(workload: Workload, plan: ReplayPlan) -> Iterator[Callable[[Progress], None]]:
    """Show a replay while the block runs; what it yields takes what workers say."""
    until = plan.until_us if plan.until_us is not None else workload.manifest.duration_us
    from_us = plan.of_window(workload.manifest.warm_in_us).from_us
    expected = 0 if plan.speed is None else round((until - from_us) / plan.speed)
    state = State(expected, workload.manifest.events * plan.selection.amplify)
    if not sys.stderr.isatty():
        yield _spoken(state)
        return
    with Live(console=err, refresh_per_second=4, transient=True) as live:

        def show(said: Progress) -> None:
            state.heard(said, time.monotonic())
            live.update(panel(state))

        yield show


def _spoken(state: State) -> Callable[[Progress], None]:
    said_at = 0.0

    def say(said: Progress) -> None:
        nonlocal said_at
        now = time.monotonic()
        state.heard(said, now)
        if now - said_at >= EVERY_S:
            said_at = now
            err.print(line(state), soft_wrap=True)

    return say
