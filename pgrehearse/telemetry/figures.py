"""The live figures of replays: names, units, and how each is read from the progress of the workers. No statement and no value is in them.

Names are those of Prometheus. A collector that converts OTLP for Prometheus makes the same names from `otlp_name` and the unit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from pgrehearse.base.clock import SECOND
from pgrehearse.replay_progress import State

PREFIX = "pgrehearse"
# The labels of every figure.
SIDE, WORKLOAD, QUANTILE = "side", "workload", "quantile"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a replay. *name*: without prefix, unit and `_total`; *unit*: "" (a number) or "seconds"; *counter*: it only grows; *read*: its
    values, each with its further labels."""

    name: str
    unit: str
    counter: bool
    meaning: str
    read: Callable[[State], list[tuple[dict[str, str], float]]]

    @property
    def prometheus_name(self) -> str:
        """The name in Prometheus's text format."""
        unit = f"_{self.unit}" if self.unit else ""
        return f"{PREFIX}_{self.name}{unit}{'_total' if self.counter else ''}"

    @property
    def otlp_name(self) -> str:
        """The name of the instrument of OpenTelemetry."""
        return f"{PREFIX}.{self.name.replace('_', '.', 1)}"

    @property
    def otlp_unit(self) -> str:
        """The unit of the instrument, in UCUM."""
        return "s" if self.unit else "{statement}" if self.counter else ""


def _count(*names: str) -> Callable[[State], list[tuple[dict[str, str], float]]]:
    return lambda state: [({}, float(sum(state.sum(name) for name in names)))]


def _lateness(state: State) -> list[tuple[dict[str, str], float]]:
    values = ("0.5", state.late_p50_us), ("0.99", state.late_us)
    return [({QUANTILE: quantile}, late_us / SECOND) for quantile, late_us in values]


FIGURES: tuple[Figure, ...] = (
    Figure("statements_due", "", True, "Statements that were due until now.", _count("offered")),
    Figure("statements_sent", "", True, "Statements that were sent.", _count("ok", "failed", "in_flight")),
    Figure("statements_done", "", True, "Statements that ended, with or without an error.", _count("ok", "failed")),
    Figure("statements_failed", "", True, "Statements that ended with an error.", _count("failed")),
    Figure("statements_expected", "", True, "Of them, those that failed in production too.", _count("expected")),
    Figure("statements_skipped", "", True, "Statements that were not sent, by a rule.", _count("skipped")),
    Figure("statements_unsent", "", True, "Statements that could not be sent.", _count("unsent")),
    Figure("statements_in_flight", "", False, "Statements that were sent and have not ended.", _count("in_flight")),
    Figure("sessions_left", "", False, "Sessions that have not ended.", _count("left")),
    Figure("lateness", "seconds", False, "Recent lateness, of the worker with the highest.", _lateness),
    Figure("replay_time", "seconds", False, "Time since the start of the replay.", lambda s: [({}, s.now_us / SECOND)]),
)


@dataclass
class LiveReplays:
    """The replays of a command, by side. It is read by other threads: every change assigns a new object."""

    replays: dict[str, tuple[str, State]] = field(default_factory=dict)

    def begin(self, side: str, workload: str, state: State) -> None:
        """Add a replay that begins. A later one of the same side replaces it."""
        self.replays = {**self.replays, side: (workload, state)}

    def values(self, figure: Figure) -> Iterator[tuple[dict[str, str], float]]:
        """Yield a figure's values of all replays, with their labels."""
        for side, (workload, state) in self.replays.items():
            for labels, value in figure.read(state):
                yield {SIDE: side, WORKLOAD: workload, **labels}, value
