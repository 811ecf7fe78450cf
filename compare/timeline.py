"""Both sides over the seconds of the run: throughput, latency, load, and what is marked in the plots."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np
import pandas as pd
import polars as pl
from numpy.typing import NDArray

from pgrehearse.base.clock import SECOND
from pgrehearse.compare.alignment import FAILED, OK, Layout, Measured
from pgrehearse.compare.columns import Source, grouped, parts
from pgrehearse.compare.comparison import Series
from pgrehearse.compare.event_values import EventComparison
from pgrehearse.compare.executions import times
from pgrehearse.compare.quantiles import quantiles
from pgrehearse.runs.fitness_values import Fitness
from pgrehearse.runs.metric_catalog import POSTGRES

_Line = tuple[str, tuple[float, ...], tuple[float, ...]]
_Lines = list[_Line]
# The end of the text of a band that is a checkpoint: it is no fault, and is drawn fainter.
CHECKPOINT = "checkpoint"
# The times of a run are worked on in so many spans of time at most.
_SPANS = 4096
# So many wait classes have a line.
_CLASSES = 3


def statement_series(where: Layout, sides: list[tuple[str, Measured]]) -> list[Series]:
    """Return throughput and p50/p95 latency over the run's seconds, a line a side."""
    rate: _Lines = []
    p50: _Lines = []
    p95: _Lines = []
    for label, side in sides:
        by = _by_second(where, side)
        rate.append((label, tuple(map(float, by["second"])), tuple(map(float, by["n"]))))
        for target, column in ((p50, "p50"), (p95, "p95")):
            measured = by.filter(pl.col(column).is_not_null())
            if measured.height:
                target.append((label, tuple(map(float, measured["second"])), tuple(map(float, measured[column]))))
    return [
        Series("statements done", "1/s", tuple(rate)),
        Series("latency p50", "ms", tuple(p50)),
        Series("latency p95", "ms", tuple(p95)),
    ]


def _by_second(where: Layout, side: Measured) -> pl.DataFrame:
    """Return, for each second in which statements were done, their number and the p50 and p95 of their times."""
    size = len(where.code)
    last = max((int(side.second[part].max()) for part in parts(size)), default=0)
    width = max(last, 0) // _SPANS + 1

    def span(part: slice) -> NDArray[np.int32]:
        done = (where.code[part] >= 0) & ((side.status[part] == OK) | (side.status[part] == FAILED))
        return np.where(done & (side.second[part] >= 0), side.second[part] // width, np.int32(-1))

    columns = {
        "second": Source(np.int32, lambda part: side.second[part]),
        "us": Source(np.float32, lambda part: side.us[part]),
    }
    found = grouped(size, _SPANS, span, columns)
    ms = pl.col("us").fill_nan(None) / 1000
    return pl.concat(
        pl.DataFrame(found.of(first, last))
        .group_by("second")
        .agg(pl.len().alias("n"), ms.quantile(0.5).alias("p50"), ms.quantile(0.95).alias("p95"))
        .sort("second")
        for first, last in found.spans()
    )


def rate_series(fitness: Mapping[str, Fitness]) -> list[Series]:
    """Return the statements due and sent a second; at full speed no statement has a due time. *fitness*: by side."""
    due: _Lines = []
    sent: _Lines = []
    for label, fit in fitness.items():
        rates = fit.rate_over_time
        if not rates["offered"] or not any(fit.lateness_us.values()):
            continue
        seconds = tuple(place * rates["step_s"] for place in range(len(rates["offered"])))
        due.append(("due", seconds, tuple(rates["offered"])))
        sent.append((f"{label}, sent", seconds, tuple(rates["achieved"])))
    return [Series("statements due and sent", "1/s", _beside(due, sent))] if sent else []


def busy_series(fitness: Mapping[str, Fitness]) -> list[Series]:
    """Return how many statements were in flight, in production and in each replay. *fitness*: by side."""
    captured: _Lines = []
    replayed: _Lines = []
    for label, fit in fitness.items():
        rates = fit.rate_over_time
        for lines, name, busy in (
            (captured, "production", rates["in_flight_captured"]),
            (replayed, label, rates["in_flight"]),
        ):
            if any(busy):
                lines.append((name, tuple(place * rates["step_s"] for place in range(len(busy))), tuple(busy)))
    return [Series("statements in flight", "count", _beside(captured, replayed))] if replayed else []


def _beside(captured: _Lines, replayed: _Lines) -> tuple[_Line, ...]:
    """Return the lines in the order that gives every side its color: production has one line for all replays; it is the third
    line beside two replays, and the first where it is the baseline."""
    return (*replayed, *captured[:1]) if len(replayed) > 1 else (*captured[:1], *replayed)


def load_series(sides: list[tuple[str, pd.DataFrame]]) -> list[Series]:
    """Return the active sessions by wait class over time, one plot a side."""
    plots = []
    for label, frame in sides:
        active = frame[(frame["name"] == "active_sessions") & (frame["source"] == POSTGRES)]
        waits = active[active["subject"].str.startswith("wait:")]
        if waits.empty:
            continue
        # A wait class without sessions has no sample in that second: its value is 0.
        seconds = sorted(active[active["subject"] == ""]["second"].unique().tolist())
        largest = waits.groupby("subject")["value"].sum().sort_values(ascending=False).index[:_CLASSES]
        lines = []
        for subject in largest:
            samples = waits[waits["subject"] == subject]
            values = dict(zip(samples["second"].tolist(), samples["value"].tolist(), strict=True))
            lines.append(
                (str(subject).removeprefix("wait:"), tuple(seconds), tuple(values.get(at, 0.0) for at in seconds))
            )
        plots.append(Series(f"by wait class, {label}", "count", tuple(lines), part="load"))
    return plots


def checkpoints(sides: list[tuple[str, pd.DataFrame]]) -> tuple[tuple[float, float, str], ...]:
    """Return the seconds in which a side's server began a checkpoint."""
    bands = []
    for label, frame in sides:
        begun = frame[(frame["name"] == "checkpoints_per_s") & (frame["value"] > 0)]
        bands += [(second - 1.0, second, f"{label}: {CHECKPOINT}") for second in begun["second"].tolist()]
    return tuple(bands)


def outages(fitness: Mapping[str, Fitness]) -> tuple[tuple[float, float, str], ...]:
    """Return each side's outages, until statements were on time again."""
    return tuple(
        (outage.at_us / SECOND, outage.normal_us / SECOND, f"{label}: {outage.what}")
        for label, fit in fitness.items()
        for outage in fit.outages
    )


def events(found: EventComparison) -> tuple[tuple[float, float, str, str], ...]:
    """Return each side's events in mid-run: begin, end, side, name."""
    return tuple(
        (event.began_us / SECOND, event.ended_us / SECOND, side.side, event.label)
        for side in found.sides
        for event in side.events
    )


def marked(
    series: Iterable[Series],
    bands: tuple[tuple[float, float, str], ...],
    happened: tuple[tuple[float, float, str, str], ...],
) -> tuple[Series, ...]:
    """Mark *bands* (outages, checkpoints) and the events in mid-run that *happened* on the plots."""
    return tuple(replace(plot, bands=(*plot.bands, *bands), events=happened) for plot in series)


def distribution(where: Layout, sides: list[tuple[str, Measured]]) -> tuple[tuple[str, tuple[float, ...]], ...]:
    """Return each side's latency at 200 quantiles, in milliseconds."""
    grid = np.linspace(0.0, 1.0, 200)
    out = []
    for label, side in sides:
        values = times(where, side)
        if n := sum(map(len, values())):
            out.append((label, tuple((quantiles(values, n, grid, np.float32) / 1000).tolist())))
    return tuple(out)
