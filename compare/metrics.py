"""Metrics of both sides on one replay-relative axis, and their statistics side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
import polars as pl

from pgrehearse.base.clock import SECOND
from pgrehearse.compare.capacity import LOADS
from pgrehearse.compare.comparison import MetricRow, Series
from pgrehearse.compare.sides import Side
from pgrehearse.runs.metric_catalog import CATALOGUE, DIRECTION, FACTS, READER, SOURCES, WORKLOAD, Better, kind

# Seconds before the first event is due are warm-up: not part of a run's statistics.
BEGIN_US = 0


def metric_frame(side: Side, speed: float = 1.0) -> pd.DataFrame:
    """Return a side's samples: second, source, instance, subject, name, unit, value. NaN and infinity are left out.

    Production's own (``metrics record``, ``metrics fetch``) are placed in the seconds of a replay at *speed*; its commits come
    from the log where no source has them.
    """
    if side.run is None:
        table, end_us, pace = production_metrics(side), side.workload.manifest.duration_us, speed
    else:
        table, end_us, pace = side.run.metrics(), side.run.manifest.duration_us, 1.0
    if table.is_empty():
        return pd.DataFrame(columns=["second", "source", "instance", "subject", "name", "unit", "value"])
    during = pl.col("at_us").is_between(BEGIN_US, end_us) | pl.col("metric").is_in(FACTS)
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
    recorded = side.workload.metrics()
    if not recorded.is_empty() and "commits_per_s" in recorded["metric"].to_list():
        return recorded
    second = (pl.col("at_us") // SECOND).alias("second")
    ends = side.workload.events().drop_nulls("commit_rank").group_by("commit_rank").agg(pl.col("at_us").max())
    counted = ends.group_by(second).len().collect()
    every = pl.DataFrame({"second": range(side.workload.manifest.duration_us // SECOND)}, schema={"second": pl.Int64})
    commits = every.join(counted, on="second", how="left").select(
        (pl.col("second") * SECOND).alias("at_us"),
        pl.lit(WORKLOAD).alias("source"),
        pl.lit("production").alias("instance"),
        pl.lit("").alias("subject"),
        pl.lit("commits_per_s").alias("metric"),
        pl.col("len").fill_null(0).cast(pl.Float64).alias("value"),
        pl.lit("1/s").alias("unit"),
    )
    return commits if recorded.is_empty() else pl.concat([recorded, commits])


_Place = tuple[str, str, str]
_Statistics = dict[str, float]
_OfPlaces = dict[_Place, _Statistics]


def metric_rows(baseline: pd.DataFrame, candidate: pd.DataFrame) -> tuple[MetricRow, ...]:
    """Return one row per metric and subject that either side has, in the catalog's order.

    Sides are paired by source and instance, else by source, else by the meaning of the name at the source: only metrics of one
    kind are compared, and a reader's only with a reader's. A metric without a counterpart of its kind has a row of its own.
    """
    before, after = _statistics(baseline), _statistics(candidate)
    readers = _readers(baseline) | _readers(candidate)
    directions = _directions(baseline) | _directions(candidate)
    order = {name: place for place, name in enumerate(CATALOGUE)}
    rows: list[MetricRow] = []
    for name, subject in sorted(before.keys() | after.keys(), key=lambda key: (order.get(key[0], 99), key)):
        if subject.startswith(LOADS) or name in FACTS:
            continue  # they have sections of their own: load and headroom
        sides = before.get((name, subject), {}), after.get((name, subject), {})
        if subject and not any(stats["max"] > 0 for side in sides for stats in side.values()):
            continue  # a table without any activity
        found = _rows(name, subject, sides, readers)
        rows += [replace(row, better=directions[name]) for row in found] if name in directions else found
    return tuple(rows)


def _directions(frame: pd.DataFrame) -> dict[str, str]:
    """Return the direction of each metric that a team gave one."""
    facts = frame[frame["name"] == DIRECTION]
    words = {1.0: Better.HIGHER.value, -1.0: Better.LOWER.value}
    pairs = zip(facts["subject"].tolist(), facts["value"].tolist(), strict=True)
    return {str(name): words[value] for name, value in pairs if name not in CATALOGUE and value in words}


def _readers(frame: pd.DataFrame) -> frozenset[tuple[str, str]]:
    """Return the source and the name of each instance that is a reader."""
    facts = frame[(frame["name"] == READER) & (frame["value"] > 0)]
    return frozenset(zip(facts["source"].tolist(), facts["instance"].tolist(), strict=True))


def _rows(
    name: str, subject: str, sides: tuple[_OfPlaces, _OfPlaces], readers: frozenset[tuple[str, str]]
) -> Iterator[MetricRow]:
    metric = CATALOGUE.get(name)
    better = metric.better.value if metric else "neither"
    baseline, candidate = sides
    for before, after in _matched(name, list(baseline), list(candidate), readers):
        place = after or before
        if place is None:
            continue
        yield MetricRow(
            f"{place[0]}/{place[1]}/{name}",
            name,
            subject,
            place[2],
            better,
            baseline.get(before) if before else None,
            candidate.get(after) if after else None,
            place[0],
            (before[1] if before else "", after[1] if after else ""),
            place[:2] in readers,
        )


def _matched(
    name: str,
    baseline: list[_Place],
    candidate: list[_Place],
    readers: frozenset[tuple[str, str]] = frozenset(),
) -> list[tuple[_Place | None, _Place | None]]:
    """Pair the places (source, instance, unit) that have one metric: the most equal first, never of two kinds, never a reader with
    a writer of another name. Writers are first.

    >>> _matched("write_iops", [("cloudwatch", "a", "1/s")], [("cloudwatch-aurora", "b", "1/s")])
    [(('cloudwatch', 'a', '1/s'), None), (None, ('cloudwatch-aurora', 'b', '1/s'))]
    """

    def is_reader(place: _Place) -> bool:
        return place[:2] in readers

    def rank(place: _Place) -> tuple[int, bool, str]:
        return _trust(place[0]), is_reader(place), place[1]

    pairs: list[tuple[_Place | None, _Place | None]] = []
    left, right = sorted(baseline, key=rank), sorted(candidate, key=rank)
    rules: tuple[Callable[[_Place], object], ...] = (
        lambda place: place,
        lambda place: (place[0], is_reader(place), place[2]),
        lambda place: (kind(name, place[0]), is_reader(place), place[2]),
    )
    for rule in rules:
        for before in list(left):
            after = next((place for place in right if rule(place) == rule(before)), None)
            if after is not None:
                pairs.append((before, after))
                left.remove(before)
                right.remove(after)
    every = [*pairs, *((before, None) for before in left), *((None, after) for after in right)]
    return sorted(every, key=lambda pair: rank(pair[1] or pair[0] or ("", "", "")))


def _trust(source: str) -> int:
    return SOURCES.index(source) if source in SOURCES else len(SOURCES)


def _statistics(frame: pd.DataFrame) -> dict[tuple[str, str], dict[_Place, _Statistics]]:
    """Return the statistics of each metric and subject, by place; *every_s*: the usual time between two samples (0: there is one)."""
    statistics: dict[tuple[str, str], dict[_Place, _Statistics]] = {}
    for key, rows in frame.groupby(["name", "subject", "source", "instance", "unit"])[["second", "value"]]:
        numbers = rows["value"].to_numpy(dtype=np.float64)
        steps = np.diff(np.sort(rows["second"].to_numpy(dtype=np.float64)))
        statistics.setdefault((str(key[0]), str(key[1])), {})[str(key[2]), str(key[3]), str(key[4])] = {
            "n": float(len(numbers)),
            "mean": float(numbers.mean()),
            "p50": float(np.quantile(numbers, 0.5)),
            "p99": float(np.quantile(numbers, 0.99)),
            "max": float(numbers.max()),
            "every_s": float(np.median(steps)) if len(steps) else 0.0,
        }
    return statistics


def metric_series(rows: Sequence[MetricRow], sides: list[tuple[str, pd.DataFrame]]) -> list[Series]:
    """Return one plot for each row of the server (not of single tables), a line a side; two kinds have two plots."""
    plots = []
    for row in rows:
        if row.subject:
            continue
        statistics = zip(sides, (row.baseline, row.candidate), row.instances, strict=True)
        lines = [
            line
            for (label, frame), of_side, instance in statistics
            if of_side
            and (line := _line(row, label, frame[frame["instance"] == instance], int(of_side["n"]))) is not None
        ]
        if lines:
            alike = [other for other in rows if other.name == row.name and not other.subject]
            place = row.source if len({other.source for other in alike}) == len(alike) else row.key.rpartition("/")[0]
            title = f"{row.name} ({place})" if len(alike) > 1 else row.name
            plots.append(Series(title, row.unit, tuple(lines), metric=row.key, part="metrics"))
    return plots


def _line(
    row: MetricRow, label: str, frame: pd.DataFrame, size: int
) -> tuple[str, tuple[float, ...], tuple[float, ...]] | None:
    """Return a side's samples of a row, in the *frame* of its instance: of the first source of the row's kind that has *size*."""
    named = frame[(frame["name"] == row.name) & (frame["subject"] == "")]
    for (source, _), samples in sorted(named.groupby(["source", "instance"]), key=lambda group: str(group[0])):
        if kind(row.name, str(source)) == kind(row.name, row.source) and len(samples) == size:
            ordered = samples.sort_values("second")
            return label, tuple(ordered["second"].tolist()), tuple(ordered["value"].tolist())
    return None
