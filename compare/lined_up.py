"""Metrics of both sides on one replay-relative axis, and their statistics side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import polars as pl

from base.clock import SECOND
from compare.comparison import MetricRow, Series
from compare.places import FAILED, OK, Layout, Measured
from compare.sides import Side
from runs.catalogue import CATALOGUE

# Seconds before the first event is due are warm-up: not part of a run's statistics.
BEGIN_US = 0

_Lines = list[tuple[str, tuple[float, ...], tuple[float, ...]]]


def metric_frame(side: Side) -> pd.DataFrame:
    """Return a side's samples: second, key (source/instance/name), subject, name, unit, value."""
    if side.run is None:
        return pd.DataFrame(columns=["second", "key", "subject", "name", "unit", "value"])
    end_us = side.run.manifest.duration_us
    table = side.run.metrics().filter(
        (pl.col("at_us") >= BEGIN_US) & (pl.col("at_us") <= end_us) & pl.col("value").is_finite()
    )
    chosen = table.select(
        (pl.col("at_us") / 1e6).alias("second"),
        pl.concat_str("source", "instance", "metric", separator="/").alias("key"),
        "subject",
        pl.col("metric").alias("name"),
        "unit",
        "value",
    )
    return chosen.to_pandas()


def metric_rows(baseline: pd.DataFrame, candidate: pd.DataFrame) -> tuple[MetricRow, ...]:
    """Return one row per metric and subject that either side has, in the catalogue's order."""
    sides = [_summary(frame) for frame in (baseline, candidate)]
    keys = sorted(
        set(sides[0]) | set(sides[1]),
        key=lambda key: (list(CATALOGUE).index(key[2]) if key[2] in CATALOGUE else 99, key),
    )
    rows = []
    for key in keys:
        ours, theirs = sides[0].get(key), sides[1].get(key)
        if key[1] and not any(stats and stats["max"] > 0 for stats in (ours, theirs)):
            continue  # a table that never did anything
        known = CATALOGUE.get(key[2])
        rows.append(MetricRow(key[0], key[2], key[1], key[3], known.better.value if known else "neither", ours, theirs))
    return tuple(rows)


def _summary(frame: pd.DataFrame) -> dict[tuple[str, str, str, str], dict[str, float]]:
    found: dict[tuple[str, str, str, str], dict[str, float]] = {}
    for key, values in frame.groupby(["key", "subject", "name", "unit"])["value"]:
        numbers = values.to_numpy(dtype=np.float64)
        found[str(key[0]), str(key[1]), str(key[2]), str(key[3])] = {
            "mean": float(numbers.mean()),
            "p50": float(np.quantile(numbers, 0.5)),
            "p99": float(np.quantile(numbers, 0.99)),
            "max": float(numbers.max()),
        }
    return found


def metric_series(sides: list[tuple[str, pd.DataFrame]]) -> list[Series]:
    """Return one plot per metric, a line a side; metrics of single tables are left to the tables."""
    names = [name for name in CATALOGUE if any((frame["name"] == name).any() for _, frame in sides)]
    out = []
    for name in names:
        lines = []
        for label, frame in sides:
            mine = frame[(frame["name"] == name) & (frame["subject"] == "")].sort_values("second")
            if len(mine):
                lines.append((label, tuple(mine["second"].tolist()), tuple(mine["value"].tolist())))
        if lines:
            out.append(Series(name, CATALOGUE[name].unit, tuple(lines)))
    return out


def rate_series(fitness: dict[str, Any]) -> list[Series]:
    """Return what was due and what went out, statements a second; a replay flat out has nothing due. *fitness*: by side."""
    lines: _Lines = []
    for label, fit in fitness.items():
        rates = fit.get("rate_over_time", {})
        if not rates.get("offered") or not any(fit["lateness_us"].values()):
            continue
        seconds = tuple(place * rates["step_s"] for place in range(len(rates["offered"])))
        lines += [
            (f"{label}, {word}", seconds, tuple(rates[key])) for word, key in (("due", "offered"), ("sent", "achieved"))
        ]
    # Two sides are due at the same instants: one line says it for both.
    lines = [line for place, line in enumerate(lines) if place != 2]
    return [Series("statements due and sent", "1/s", tuple(lines))] if lines else []


def busy_series(fitness: dict[str, Any]) -> list[Series]:
    """Return how many statements were in flight, in production and in each replay. *fitness*: by side."""
    lines: _Lines = []
    for label, fit in fitness.items():
        rates = fit.get("rate_over_time", {})
        for name, key in (("production", "in_flight_captured"), (label, "in_flight")):
            if any(rates.get(key, ())) and name not in [line[0] for line in lines]:
                seconds = tuple(place * rates["step_s"] for place in range(len(rates[key])))
                lines.append((name, seconds, tuple(rates[key])))
    return [Series("statements in flight", "count", tuple(lines[:3]))] if lines else []


def marked(series: Iterable[Series], fitness: dict[str, Any]) -> tuple[Series, ...]:
    """Mark each side's outages on its plots, until all was as before."""
    bands = tuple(
        (one["at_us"] / SECOND, one["normal_us"] / SECOND, f"{label}: {one['what']}")
        for label, fit in fitness.items()
        for one in fit.get("outages", [])
    )
    return tuple(replace(one, bands=bands) for one in series)


def statement_series(where: Layout, sides: list[tuple[str, Measured]]) -> list[Series]:
    """Return throughput and p50/p95 latency over the run's seconds, a line a side."""
    rate: _Lines = []
    p50: _Lines = []
    p95: _Lines = []
    for label, side in sides:
        done = (where.code >= 0) & (side.second >= 0) & ((side.status == OK) | (side.status == FAILED))
        frame = pl.DataFrame({"second": side.second[done], "us": side.us[done]})
        ms = pl.col("us").fill_nan(None) / 1000
        by = (
            frame.group_by("second")
            .agg(pl.len().alias("n"), ms.quantile(0.5).alias("p50"), ms.quantile(0.95).alias("p95"))
            .sort("second")
        )
        rate.append((label, tuple(map(float, by["second"])), tuple(map(float, by["n"]))))
        for target, column in ((p50, "p50"), (p95, "p95")):
            known = by.filter(pl.col(column).is_not_null())
            if known.height:
                target.append((label, tuple(map(float, known["second"])), tuple(map(float, known[column]))))
    return [
        Series("statements done", "1/s", tuple(rate)),
        Series("latency p50", "ms", tuple(p50)),
        Series("latency p95", "ms", tuple(p95)),
    ]


def distribution(where: Layout, sides: list[tuple[str, Measured]]) -> tuple[tuple[str, tuple[float, ...]], ...]:
    """Return each side's latency at 200 quantiles, in milliseconds."""
    grid = np.linspace(0.0, 1.0, 200)
    out = []
    for label, side in sides:
        values = side.us[(where.code >= 0) & ~np.isnan(side.us)]
        if len(values):
            out.append((label, tuple((np.quantile(values, grid) / 1000).tolist())))
    return tuple(out)
