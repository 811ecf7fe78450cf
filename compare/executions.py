"""The times of the executions of each query, one query after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pgrehearse.compare.alignment import OK, Layout, Measured
from pgrehearse.compare.columns import Source, at_once, grouped, parts
from pgrehearse.compare.quantiles import Parts, Times
from pgrehearse.workload.arrays import Ints


@dataclass(frozen=True, slots=True)
class Round:
    """A replay of the baseline (or production) and one of the candidate."""

    baseline: Measured
    candidate: Measured


@dataclass(frozen=True, slots=True)
class Executions:
    """One query's executions in the order of their places: *at_us*, when production sent each; for each round the times of both sides
    in microseconds, from when it was sent (*us*) and from when it was due (*response_us*); production's own.

    NaN: it did not succeed, or was not timed.
    """

    at_us: Ints
    us: tuple[tuple[Times, Times], ...]
    response_us: tuple[tuple[Times, Times], ...]
    production_us: Times | None

    @property
    def many(self) -> bool:
        """Whether they are more than are worked on at once."""
        return not at_once(len(self.at_us) * len(self.us))


def by_key(
    where: Layout, rounds: Sequence[Round], production: Measured | None = None, *, response: bool = True
) -> Iterator[tuple[str, Executions]]:
    """Return each query key with its executions. *response*: also with their response times."""
    sources = {"at_us": Source(np.int64, lambda part: where.at_us[part])}
    columns = ("us", "response_us") if response else ("us",)
    for number, each in enumerate(rounds):
        for side, record in (("baseline", each.baseline), ("candidate", each.candidate)):
            sources |= {f"{column} {number} {side}": _times(record, column) for column in columns}
    if production is not None:
        sources["production"] = _times(production, "us")
    table = grouped(len(where.code), len(where.keys), lambda part: where.code[part], sources)

    def pairs(of_key: dict[str, Times], column: str) -> tuple[tuple[Times, Times], ...]:
        return tuple(
            (of_key[f"{column} {number} baseline"], of_key[f"{column} {number} candidate"])
            for number in range(len(rounds))
        )

    for number, key in enumerate(where.keys):
        found = table.of(number, number + 1)
        times = [pairs(found, column) for column in columns]
        yield key, Executions(found["at_us"], times[0], times[-1] if response else (), found.get("production"))


def _times(record: Measured, column: str) -> Source:
    """Return the times (*column* of ``Measured``) of the executions that succeeded (NaN: of others)."""
    values: NDArray[np.float32] = getattr(record, column)
    nothing = np.float32("nan")
    return Source(np.float32, lambda part: np.where(record.status[part] == OK, values[part], nothing))


def times(where: Layout, record: Measured, *, succeeded: bool = False) -> Parts:
    """Return the times of all statements that were measured, part by part. *succeeded*: of those that succeeded."""

    def values() -> Iterator[Times]:
        for part in parts(len(where.code)):
            us = record.us[part]
            chosen = (where.code[part] >= 0) & ~np.isnan(us)
            yield us[chosen & (record.status[part] == OK)] if succeeded else us[chosen]

    return values


def measured(columns: Sequence[Times]) -> Parts:
    """Return the times of some columns that were measured, part by part; few are one part."""
    if at_once(sum(map(len, columns))):
        few = [column[~np.isnan(column)] for column in columns]
        return lambda: iter([np.concatenate(few)] if few else [])

    def many() -> Iterator[Times]:
        for column in columns:
            for part in parts(len(column)):
                times = column[part]
                yield times[~np.isnan(times)]

    return many
