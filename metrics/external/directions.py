"""The direction of metrics that the catalog does not have: lower or higher is better. A metric without one is shown and never judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from pgrehearse.base.errors import UsageProblem
from pgrehearse.runs.metric_catalog import CATALOGUE, DIRECTION, unit
from pgrehearse.runs.schema import METRICS

_VALUES = {"lower": -1.0, "higher": 1.0}


def parse_directions(texts: Sequence[str]) -> dict[str, str]:
    """Parse ``NAME=lower`` and ``NAME=higher``. Raises ``UsageProblem``.

    >>> parse_directions(["queue_depth=lower"])
    {'queue_depth': 'lower'}
    """
    directions = {}
    for text in texts:
        name, _, better = text.rpartition("=")
        if not name or better not in _VALUES:
            raise UsageProblem(f"{text!r} is not a direction", remedy="write NAME=lower or NAME=higher")
        if name in CATALOGUE:
            raise UsageProblem(
                f"{name} has a direction in docs/metrics.md", remedy="give directions of your own metrics only"
            )
        directions[name] = better
    return directions


def direction_samples(source: str, directions: Mapping[str, str], at_us: int) -> pl.DataFrame:
    """Return the directions as samples at one time: rows of ``METRICS``, with the metric's name as subject."""
    rows = [
        (at_us, source, "primary", name, DIRECTION, _VALUES[better], unit(DIRECTION))
        for name, better in directions.items()
    ]
    return pl.DataFrame(rows, schema=METRICS, orient="row")
