"""How a server is sampled, on the command line: the same words for a replay's target and for production."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from pgrehearse.param_types import DURATION

if TYPE_CHECKING:
    from pgrehearse.metrics.sampler import Sampling

F = TypeVar("F", bound=Callable[..., Any])
_LEAST_US, _MOST_US = 10_000, 1_000_000


def sampled(every: str) -> Callable[[F], F]:
    """Add the options; ``sampling_of`` reads them. *every*: how often sessions are looked at unless told otherwise."""
    options = (
        click.option(
            "--standby",
            "standbys",
            multiple=True,
            help="DSN of a standby or reader, for its lag (may be given again).",
        ),
        click.option(
            "--sample-activity",
            type=DURATION,
            default=every,
            show_default=True,
            help="How often sessions are looked at (10ms to 1s; 0s: never).",
        ),
        click.option(
            "--metrics-sql", type=click.Path(path_type=Path), help="A file of [[metric.sql]]: your own numbers."
        ),
        click.option("--container", default="", help="The server's container, by its name: what Docker counts of it."),
        click.option(
            "--instance",
            default="",
            help="The server's name at RDS or Aurora: CloudWatch's metrics, fetched at the end.",
        ),
    )

    def with_options(command: F) -> F:
        for option in reversed(options):
            command = option(command)
        return command

    return with_options


def sampling_of(words: dict[str, Any]) -> Sampling:
    """Return how to sample; an interval that is none is a usage problem."""
    from pgrehearse.base.endpoint import Endpoint
    from pgrehearse.metrics.probes.custom_sql import read_custom_metrics
    from pgrehearse.metrics.sampler import Sampling

    every_us = words["sample_activity"]
    if every_us and not _LEAST_US <= every_us <= _MOST_US:
        raise click.UsageError("--sample-activity is out of range: give 10ms to 1s, or 0s for never")
    return Sampling(
        standbys=tuple(Endpoint.parse(dsn) for dsn in words["standbys"]),
        activity_us=every_us,
        custom=read_custom_metrics(words["metrics_sql"]) if words["metrics_sql"] is not None else (),
        container=words["container"],
        instance=words["instance"],
    )
