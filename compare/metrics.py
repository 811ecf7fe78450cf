"""Metrics of both sides on one replay-relative axis, and their statistics side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import polars as pl

from pgrehearse.base.clock import SECOND
from pgrehearse.compare.alignment import FAILED, OK, Layout, Measured
from pgrehearse.compare.comparison import CHECKPOINT, Headroom, Load, MetricRow, Series
from pgrehearse.compare.sides import Side
from pgrehearse.runs.metric_catalog import CATALOGUE, LIMITS, SOURCES, WORKLOAD, kind

# Seconds before the first event is due are warm-up: not part of a run's statistics.
BEGIN_US = 0
# Subjects that tell load by something; by query and table it is told in steps of this length.
LOADS = ("wait:", "event:", "query:", "table:")
STEP_S = 10
# What is used at one moment, of what it can hold, in which unit.
_ROOMS: dict[str, tuple[str, pl.Expr, pl.Expr]] = {
    "processor": ("percent", pl.col("cpu_percent"), pl.lit(100.0)),
    "connections": ("count", pl.col("connections"), pl.col("connections_limit")),
    "memory": ("B", pl.col("memory_limit_bytes") - pl.col("memory_free_bytes"), pl.col("memory_limit_bytes")),
    "disk requests": ("1/s", pl.col("read_iops") + pl.col("write_iops"), pl.col("iops_limit")),
    "disk throughput": (
        "B/s",
        pl.col("read_bytes_per_s") + pl.col("write_bytes_per_s"),
        pl.col("disk_bytes_per_s_limit"),
    ),
}
# So much less found in the cache at first is a cold one.
COLD = 0.05

_Line = tuple[str, tuple[float, ...], tuple[float, ...]]
_Lines = list[_Line]


def metric_frame(side: Side, speed: float = 1.0) -> pd.DataFrame:
    """Return a side's samples: second, source, instance, subject, name, unit, value. Not a number is no sample.

    Production's own (``metrics record``, ``metrics fetch``) are placed in the seconds of a replay at *speed*; its commits come
    from the log where no source has them.
    """
    if side.run is None:
        table, end_us, pace = production_metrics(side), side.workload.manifest.duration_us, speed
    else:
        table, end_us, pace = side.run.metrics(), side.run.manifest.duration_us, 1.0
    if table.is_empty():
        return pd.DataFrame(columns=["second", "source", "instance", "subject", "name", "unit", "value"])
    during = pl.col("at_us").is_between(BEGIN_US, end_us) | pl.col("metric").is_in(LIMITS)
    chosen = table.filter(during & pl.col("value").is_finite())
    return chosen.select(
        (pl.col("at_us") / pace / 1e6).alias("second"),
        "source",
        "instance",
        "subject",
        pl.col("metric").alias("name"),
        "unit",
        "value",
    ).to_pandas()


def production_metrics(side: Side) -> pl.DataFrame:
    """Return production's own samples (rows of ``METRICS``)."""
    own = side.workload.metrics()
    if not own.is_empty() and "commits_per_s" in own["metric"].to_list():
        return own
    second = (pl.col("at_us") // SECOND).alias("second")
    ends = side.workload.events().drop_nulls("commit_rank").group_by("commit_rank").agg(pl.col("at_us").max())
    counted = ends.group_by(second).len().collect()
    whole = pl.DataFrame({"second": range(side.workload.manifest.duration_us // SECOND)}, schema={"second": pl.Int64})
    commits = whole.join(counted, on="second", how="left").select(
        (pl.col("second") * SECOND).alias("at_us"),
        pl.lit(WORKLOAD).alias("source"),
        pl.lit("production").alias("instance"),
        pl.lit("").alias("subject"),
        pl.lit("commits_per_s").alias("metric"),
        pl.col("len").fill_null(0).cast(pl.Float64).alias("value"),
        pl.lit("1/s").alias("unit"),
    )
    return commits if own.is_empty() else pl.concat([own, commits])


_Place = tuple[str, str, str]


def metric_rows(baseline: pd.DataFrame, candidate: pd.DataFrame) -> tuple[MetricRow, ...]:
    """Return one row per metric and subject that either side has, in the catalogue's order.

    Sides are set beside each other by source and instance, else by source, else by what the name means there: the same
    kind. What has no counterpart of its kind stands alone.
    """
    ours, theirs = _summary(baseline), _summary(candidate)
    rows = []
    order = {name: place for place, name in enumerate(CATALOGUE)}
    for name, subject in sorted(ours.keys() | theirs.keys(), key=lambda key: (order.get(key[0], 99), key)):
        if subject.startswith(LOADS) or name in LIMITS:
            continue  # told apart, under load and under headroom
        a, b = ours.get((name, subject), {}), theirs.get((name, subject), {})
        if subject and not any(stats["max"] > 0 for stats in (*a.values(), *b.values())):
            continue  # a table that never did anything
        known = CATALOGUE.get(name)
        better = known.better.value if known else "neither"
        for mine, other in _matched(name, list(a), list(b)):
            at = other or mine
            if at is not None:
                row = MetricRow(
                    f"{at[0]}/{at[1]}/{name}",
                    name,
                    subject,
                    at[2],
                    better,
                    a.get(mine) if mine else None,
                    b.get(other) if other else None,
                    at[0],
                )
                rows.append(row)
    return tuple(rows)


def _matched(name: str, ours: list[_Place], theirs: list[_Place]) -> list[tuple[_Place | None, _Place | None]]:
    """Pair the places (source, instance, unit) that tell one metric: alike as far as they can be, never of two kinds.

    >>> _matched("write_iops", [("cloudwatch", "a", "1/s")], [("cloudwatch-aurora", "b", "1/s")])
    [(('cloudwatch', 'a', '1/s'), None), (None, ('cloudwatch-aurora', 'b', '1/s'))]
    """
    pairs: list[tuple[_Place | None, _Place | None]] = []
    left, right = sorted(ours, key=_trust), sorted(theirs, key=_trust)
    rules: tuple[Callable[[_Place], object], ...] = (
        lambda at: at,
        lambda at: (at[0], at[2]),
        lambda at: (kind(name, at[0]), at[2]),
    )
    for rule in rules:
        for mine in list(left):
            other = next((at for at in right if rule(at) == rule(mine)), None)
            if other is not None:
                pairs.append((mine, other))
                left.remove(mine)
                right.remove(other)
    whole = [*pairs, *((mine, None) for mine in left), *((None, other) for other in right)]
    return sorted(whole, key=lambda pair: _trust(pair[1] or pair[0] or ("", "", "")))


def _trust(at: _Place) -> tuple[int, str]:
    return SOURCES.index(at[0]) if at[0] in SOURCES else len(SOURCES), at[1]


def _summary(frame: pd.DataFrame) -> dict[tuple[str, str], dict[_Place, dict[str, float]]]:
    found: dict[tuple[str, str], dict[_Place, dict[str, float]]] = {}
    for key, values in frame.groupby(["name", "subject", "source", "instance", "unit"])["value"]:
        numbers = values.to_numpy(dtype=np.float64)
        found.setdefault((str(key[0]), str(key[1])), {})[str(key[2]), str(key[3]), str(key[4])] = {
            "n": float(len(numbers)),
            "mean": float(numbers.mean()),
            "p50": float(np.quantile(numbers, 0.5)),
            "p99": float(np.quantile(numbers, 0.99)),
            "max": float(numbers.max()),
        }
    return found


def metric_series(rows: Sequence[MetricRow], sides: list[tuple[str, pd.DataFrame]]) -> list[Series]:
    """Return one plot per row of the whole (not of single tables), a line a side: what is of two kinds is drawn apart."""
    out = []
    for row in rows:
        if row.subject:
            continue
        lines = []
        for (label, frame), told in zip(sides, (row.baseline, row.candidate), strict=True):
            mine = frame[(frame["name"] == row.name) & (frame["subject"] == "")] if told else frame.iloc[:0]
            for (source, _), samples in sorted(mine.groupby(["source", "instance"]), key=lambda one: str(one[0])):
                if kind(row.name, str(source)) == kind(row.name, row.source) and len(samples) == int((told or {})["n"]):
                    ordered = samples.sort_values("second")
                    lines.append((label, tuple(ordered["second"].tolist()), tuple(ordered["value"].tolist())))
                    break
        if lines:
            several = sum(other.name == row.name and not other.subject for other in rows) > 1
            title = f"{row.name} ({row.source})" if several else row.name
            out.append(Series(title, row.unit, tuple(lines), metric=row.key, part="metrics"))
    return out


def loads(sides: list[tuple[str, pd.DataFrame]]) -> tuple[Load, ...]:
    """Return how many sessions were active on average on each side: by wait class, wait event, query and table."""
    found: dict[str, list[float]] = {}
    for number, (_, frame) in enumerate(sides):
        mine = frame[(frame["name"] == "active_sessions") & frame["subject"].str.startswith(LOADS)]
        whole = frame[(frame["name"] == "active_sessions") & (frame["subject"] == "") & (frame["source"] == "postgres")]
        if whole.empty or mine.empty:
            continue
        seconds = len(whole)
        for subject, values in mine.groupby("subject")["value"]:
            # Waits are told by the second, the rest in steps of ten.
            width = 1 if str(subject).startswith("wait:") else STEP_S
            told = found.setdefault(str(subject), [0.0] * len(sides))
            told[number] = float(values.sum()) * width / max(seconds, 1)
    order = sorted(found.items(), key=lambda one: -max(one[1]))
    return tuple(Load(subject.partition(":")[0], subject.partition(":")[2], tuple(values)) for subject, values in order)


def load_series(sides: list[tuple[str, pd.DataFrame]]) -> list[Series]:
    """Return the load by wait class over time, one plot a side."""
    out = []
    for label, frame in sides:
        mine = frame[(frame["name"] == "active_sessions") & frame["subject"].str.startswith("wait:")]
        if mine.empty:
            continue
        # A class that nobody waited in has no sample in that second: it was none.
        seconds = sorted(
            frame[(frame["name"] == "active_sessions") & (frame["subject"] == "")]["second"].unique().tolist()
        )
        largest = mine.groupby("subject")["value"].sum().sort_values(ascending=False).index[:3]
        lines = []
        for subject in largest:
            one = mine[mine["subject"] == subject]
            seen = dict(zip(one["second"].tolist(), one["value"].tolist(), strict=True))
            lines.append(
                (str(subject).removeprefix("wait:"), tuple(seconds), tuple(seen.get(at, 0.0) for at in seconds))
            )
        out.append(Series(f"by wait class, {label}", "count", tuple(lines), part="load"))
    return out


def headroom(side: str, frame: pd.DataFrame) -> list[Headroom]:
    """Return how near a side came to what its server can hold, as far as anybody said."""
    whole = frame[frame["subject"] == ""]
    if whole.empty:
        return []
    place = ["source", "instance"]
    told = pl.from_pandas(whole[[*place, "second", "name", "value"]]).pivot(
        "name", index=[*place, "second"], values="value", aggregate_function="max"
    )
    wanted = {name for _, used, _ in _ROOMS.values() for name in used.meta.root_names()} | LIMITS
    told = told.with_columns(pl.lit(None, pl.Float64).alias(name) for name in wanted - set(told.columns))
    # A limit holds whenever it was said; connections are counted by whoever can.
    told = told.with_columns(
        pl.col("connections_limit").max(), pl.col(*sorted(LIMITS - {"connections_limit"})).max().over(place)
    )
    found = []
    for what, (unit, used, limit) in _ROOMS.items():
        rooms = told.select(used.alias("used"), limit.alias("limit")).drop_nulls()
        if not rooms.is_empty():
            nearest = rooms.sort(pl.col("used") / pl.col("limit")).row(-1)
            found.append(Headroom(side, what, unit, *nearest))
    return found


def began_cold(label: str, frame: pd.DataFrame) -> list[str]:
    """Say whether a side's cache was cold when it began: it found much less in its first tenth than later."""
    mine = frame[(frame["name"] == "cache_hit_ratio") & (frame["subject"] == "")].sort_values("second")["value"]
    begin = max(len(mine) // 10, 1)
    if len(mine) < 2 * begin:
        return []
    first, rest = float(mine.iloc[:begin].mean()), float(mine.iloc[begin:].mean())
    return (
        [f"{label} began with a cold cache: {first:.1%} found in it at first, {rest:.1%} later"]
        if rest - first > COLD
        else []
    )


def rate_series(fitness: dict[str, Any]) -> list[Series]:
    """Return what was due and what went out, statements a second; a replay flat out has nothing due. *fitness*: by side."""
    due: _Lines = []
    sent: _Lines = []
    for label, fit in fitness.items():
        rates = fit.get("rate_over_time", {})
        if not rates.get("offered") or not any(fit["lateness_us"].values()):
            continue
        seconds = tuple(place * rates["step_s"] for place in range(len(rates["offered"])))
        due.append(("due", seconds, tuple(rates["offered"])))
        sent.append((f"{label}, sent", seconds, tuple(rates["achieved"])))
    return [Series("statements due and sent", "1/s", _beside(due, sent))] if sent else []


def busy_series(fitness: dict[str, Any]) -> list[Series]:
    """Return how many statements were in flight, in production and in each replay. *fitness*: by side."""
    captured: _Lines = []
    replayed: _Lines = []
    for label, fit in fitness.items():
        rates = fit.get("rate_over_time", {})
        for lines, name, key in ((captured, "production", "in_flight_captured"), (replayed, label, "in_flight")):
            if any(rates.get(key, ())):
                seconds = tuple(place * rates["step_s"] for place in range(len(rates[key])))
                lines.append((name, seconds, tuple(rates[key])))
    return [Series("statements in flight", "count", _beside(captured, replayed))] if replayed else []


def _beside(captured: _Lines, replayed: _Lines) -> tuple[_Line, ...]:
    """Return the lines in the order that gives every side its colour: production's, which is one for all of the replays, is
    the third beside two of them, and the first where it is what one is compared with."""
    return (*replayed, *captured[:1]) if len(replayed) > 1 else (*captured[:1], *replayed)


def checkpoints(sides: list[tuple[str, pd.DataFrame]]) -> tuple[tuple[float, float, str], ...]:
    """Return the seconds in which a side's server began a checkpoint."""
    found = []
    for label, frame in sides:
        mine = frame[(frame["name"] == "checkpoints_per_s") & (frame["value"] > 0)]
        found += [(second - 1.0, second, f"{label}: {CHECKPOINT}") for second in mine["second"].tolist()]
    return tuple(found)


def marked(
    series: Iterable[Series], fitness: dict[str, Any], begun: tuple[tuple[float, float, str], ...]
) -> tuple[Series, ...]:
    """Mark each side's outages on its plots, until all was as before, and the checkpoints that were *begun*."""
    bands = tuple(
        (one["at_us"] / SECOND, one["normal_us"] / SECOND, f"{label}: {one['what']}")
        for label, fit in fitness.items()
        for one in fit.get("outages", [])
    )
    return tuple(replace(one, bands=(*one.bands, *bands, *begun)) for one in series)


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
