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


def marked(series: Iterable[Series], fitness: dict[str, Any]) -> tuple[Series, ...]:
    """Mark each side's outages on its plots, until all was as before."""
    bands = tuple(
        (one["at_us"] / SECOND, one["normal_us"] / SECOND, f"{label}: {one['what']}")
        for label, fit in fitness.items()
        for one in fit.get("outages", [])
    )
    return tuple(replace(one, bands=bands) for one in series)


def statement_series(sides: list[tuple[str, pl.DataFrame]], speed: float) -> list[Series]:
    """Return throughput and p50/p95 latency over the run's seconds. Frames: at_us, us, status."""
    rate: _Lines = []
    p50: _Lines = []
    p95: _Lines = []
    for label, frame in sides:
        done = frame.filter(pl.col("status").is_in(["ok", "failed"])).with_columns(
            (pl.col("at_us") / speed).alias("place")
        )
        if "done_us" in frame.columns and done["done_us"].null_count() < done.height:
            done = done.drop_nulls("done_us").with_columns(pl.col("done_us").cast(pl.Float64).alias("place"))
        by = (
            done.with_columns((pl.col("place") // 1_000_000).cast(pl.Int64).alias("second"))
            .group_by("second")
            .agg(
                pl.len().alias("n"),
                (pl.col("us").quantile(0.5) / 1000).alias("p50"),
                (pl.col("us").quantile(0.95) / 1000).alias("p95"),
            )
            .sort("second")
        )
        seconds = tuple(float(second) for second in by["second"])
        rate.append((label, seconds, tuple(float(n) for n in by["n"])))
        for target, column in ((p50, "p50"), (p95, "p95")):
            known = by.filter(pl.col(column).is_not_null())
            if known.height:
                target.append((label, tuple(map(float, known["second"])), tuple(map(float, known[column]))))
    return [
        Series("statements done", "1/s", tuple(rate)),
        Series("latency p50", "ms", tuple(p50)),
        Series("latency p95", "ms", tuple(p95)),
    ]


def distribution(sides: list[tuple[str, pl.DataFrame]]) -> tuple[tuple[str, tuple[float, ...]], ...]:
    """Return each side's latency at 200 quantiles, in milliseconds."""
    grid = np.linspace(0.0, 1.0, 200)
    out = []
    for label, frame in sides:
        values = frame["us"].drop_nulls().to_numpy()
        if len(values):
            out.append((label, tuple((np.quantile(values, grid) / 1000).tolist())))
    return tuple(out)
