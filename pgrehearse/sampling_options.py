"""The options of the sampler: the same for a replay's target and for production."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from pgrehearse.option_groups import option, options
from pgrehearse.param_types import DURATION

if TYPE_CHECKING:
    from pgrehearse.metrics.sampler import Sampling

F = TypeVar("F", bound=Callable[..., Any])
_LEAST_US, _MOST_US = 10_000, 1_000_000


def sampled(every: str) -> Callable[[F], F]:
    """Add the options that ``sampling_of`` reads. *every*: the default interval between two samples of the sessions."""
    return options(
        [
            option(
                "--standby",
                "standbys",
                multiple=True,
                group="Metrics",
                help="DSN of a standby or reader, for its replica lag. Repeatable.",
            ),
            option(
                "--sample-activity",
                type=DURATION,
                default=every,
                show_default=True,
                group="Metrics",
                help="Interval between samples of the active sessions (10ms to 1s; 0s: none).",
            ),
            option(
                "--metrics-sql",
                type=click.Path(path_type=Path),
                group="Metrics",
                help="TOML file of [[metric.sql]]: custom metrics.",
            ),
            option(
                "--container",
                default="",
                group="Metrics",
                help="Name of the server's Docker container, for its metrics.",
            ),
            option(
                "--instance",
                default="",
                group="Metrics",
                help="Name of the RDS or Aurora instance; CloudWatch metrics are fetched at the end.",
            ),
        ]
    )


def sampling_of(values: dict[str, Any]) -> Sampling:
    """Return how to sample. Raises ``click.UsageError`` for an interval out of range."""
    from pgrehearse.base.endpoint import Endpoint
    from pgrehearse.metrics.probes.custom_sql import read_custom_metrics
    from pgrehearse.metrics.sampler import Sampling

    every_us = values["sample_activity"]
    if every_us and not _LEAST_US <= every_us <= _MOST_US:
        raise click.UsageError("--sample-activity is out of range: use 10ms to 1s, or 0s for no samples")
    return Sampling(
        standbys=tuple(Endpoint.parse(dsn) for dsn in values["standbys"]),
        activity_us=every_us,
        custom=read_custom_metrics(values["metrics_sql"]) if values["metrics_sql"] is not None else (),
        container=values["container"],
        instance=values["instance"],
    )
