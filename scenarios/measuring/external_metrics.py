"""Metrics of services that pgrehearse does not know: of a team's own command, or of a Prometheus server, stored with a workload or a run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polars as pl

from pgrehearse.base.clock import SECOND
from pgrehearse.base.errors import BadInput, TargetProblem, UsageProblem
from pgrehearse.metrics.external.command import MetricsCommand
from pgrehearse.metrics.external.directions import direction_samples
from pgrehearse.metrics.external.lines import Measured
from pgrehearse.metrics.external.prometheus import Prometheus
from pgrehearse.metrics.external.prometheus import fetch as fetch_prometheus
from pgrehearse.runs.metric_catalog import COMMAND, FACTS, PROMETHEUS
from pgrehearse.runs.read import Run
from pgrehearse.runs.schema import METRICS
from pgrehearse.scenarios.measuring.metric_store import Recording, keep, window_of

Window = tuple[int | None, int | None]
# A command that prints more values is ended: they would not fit into memory.
_MOST_VALUES = 5_000_000


@dataclass(slots=True)
class _Values:
    """The values of a command, as rows of ``METRICS``."""

    rows: list[tuple[Any, ...]] = field(default_factory=list)

    def add(self, value: Measured) -> None:
        if len(self.rows) < _MOST_VALUES:
            instance = value.instance or "primary"
            self.rows.append((value.at_us, COMMAND, instance, value.subject, value.metric, value.value, value.unit))


def from_command(
    command: str, into: Path, window: Window, directions: Mapping[str, str], timeout_s: float
) -> Recording:
    """Run a command for *window* (wall clock; None: of the workload or the run) and store what it prints.

    Raises ``TargetProblem`` if it fails or does not end in time, ``BadInput`` if no line is valid.
    """
    since, until = _window(into, window)
    values = _Values()
    running = MetricsCommand(command, values.add, since, until)
    running.start()
    try:
        ended = running.wait(timeout_s)
    finally:
        running.stop()
    variables = " ".join(f"{key}={value}" for key, value in running.window().items())
    failure = running.failure() if ended else f"the metrics command had not ended after {timeout_s:g} s"
    if failure:
        raise TargetProblem(failure, remedy=f"run it in a shell to see its messages, with {variables}")
    if running.reader.invalid and not values.rows:
        raise BadInput(running.reader.note(), remedy="print time,metric,value lines (docs/metrics.md)")
    notes = [running.reader.note()] if running.reader.invalid else []
    if len(values.rows) >= _MOST_VALUES:
        notes.append(f"only the first {_MOST_VALUES:,} values are stored")
    samples = pl.DataFrame(values.rows, schema=METRICS, orient="row")
    return _stored(samples, into, (since, until), (COMMAND, directions), notes)


def from_prometheus(server: Prometheus, into: Path, window: Window, directions: Mapping[str, str]) -> Recording:
    """Store the values of a Prometheus server's queries for *window* (wall clock; None: of the workload or the run)."""
    since, until = _window(into, window)
    answer = fetch_prometheus(server, since, until)
    return _stored(answer.samples, into, (since, until), (PROMETHEUS, directions), answer.notes)


def prometheus_after(server: Prometheus, run: Run, directions: Mapping[str, str]) -> list[str]:
    """Add Prometheus's metrics for the time of the replay to the run; return what is missing of them, and why."""
    try:
        recording = from_prometheus(server, run.path, (None, None), directions)
    except (TargetProblem, UsageProblem) as error:
        return [f"metrics of Prometheus unavailable: {error}"]
    return [f"metrics of Prometheus: {note}" for note in recording.notes]


def _window(into: Path, window: Window) -> tuple[int, int]:
    since, until = window_of(into, window)
    if since >= until:
        raise UsageProblem(
            "the interval is empty: its start is not before its end", remedy="correct --since and --until"
        )
    return since, until


def _stored(
    samples: pl.DataFrame,
    into: Path,
    window: tuple[int, int],
    known: tuple[str, Mapping[str, str]],
    notes: Sequence[str],
) -> Recording:
    """Store the samples of a window, and the directions. *known*: their source, and the directions of metrics."""
    # A value of a whole second before the window may be the first one's period.
    inside = samples.filter(
        pl.col("at_us").is_between(window[0] - SECOND, window[1] + SECOND) | pl.col("metric").is_in(FACTS)
    )
    outside = samples.height - inside.height
    left_out = (f"{outside:,} of {samples.height:,} values are outside the window",) if outside else ()
    facts = direction_samples(*known, window[0])
    path = keep(pl.concat([inside, facts]), into)
    return Recording(inside.height, path, {}, (*notes, *left_out))
