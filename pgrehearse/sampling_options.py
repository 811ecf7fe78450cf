"""The options of the sampler: the same for a replay's target and for production."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from pgrehearse.option_groups import option, options
from pgrehearse.param_types import DURATION

if TYPE_CHECKING:
    from pgrehearse.metrics.external.prometheus import Prometheus
    from pgrehearse.metrics.sampler import Sampling

F = TypeVar("F", bound=Callable[..., Any])
_LEAST_US, _MOST_US = 10_000, 1_000_000
_LEAST_STEP_US, _MOST_STEP_US = 1_000_000, 3_600_000_000


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
            *_at_aws(),
            *_of_other_services(),
        ]
    )


def _of_other_services() -> list[Callable[[F], F]]:
    """Return the options for metrics of services that pgrehearse does not know."""
    command: Callable[[F], F] = option(
        "--metrics-command",
        "metrics_commands",
        multiple=True,
        group="Metrics",
        help="Command that prints time,metric,value lines, from the start until SIGTERM. Repeatable.",
    )
    return [command, *prometheus_options("--prometheus", "--prometheus-step"), direction_option()]


def _at_aws() -> list[Callable[[F], F]]:
    """Return the options that select what is sampled at AWS."""
    return [
        option(
            "--instance",
            "instances",
            multiple=True,
            group="Metrics",
            help="Name of an RDS or Aurora instance; CloudWatch metrics are fetched at the end. Repeatable.",
        ),
        option(
            "--db-cluster",
            "aws_clusters",
            multiple=True,
            group="Metrics",
            help="Name of an Aurora or Multi-AZ cluster: the same for all its instances. Repeatable.",
        ),
    ]


def prometheus_options(url: str, step: str) -> list[Callable[[F], F]]:
    """Return the options of a Prometheus server. *url*, *step*: the names of the options with its address and with the interval."""
    return [
        option(
            url,
            "prometheus_url",
            default="",
            group="Metrics",
            help="URL of a Prometheus server; its values are fetched at the end. The credentials are in PROMETHEUS_TOKEN, "
            "PROMETHEUS_TOKEN_FILE, or PROMETHEUS_USER and PROMETHEUS_PASSWORD.",
        ),
        option(
            "--query",
            "prometheus_queries",
            multiple=True,
            metavar="NAME=PROMQL",
            group="Metrics",
            help="A query of Prometheus and the name of its metric; NAME[UNIT] for its unit. Repeatable.",
        ),
        option(
            step,
            "prometheus_step",
            type=DURATION,
            default="15s",
            show_default=True,
            group="Metrics",
            help="Interval between two values of Prometheus (1s to 1h).",
        ),
    ]


def direction_option() -> Callable[[F], F]:
    """Return the option for the direction of metrics that docs/metrics.md does not have."""
    return option(
        "--metric-direction",
        "metric_directions",
        multiple=True,
        metavar="NAME=lower|higher",
        group="Metrics",
        help="Whether lower or higher values of a metric of your own are better. Repeatable.",
    )


def prometheus_of(values: dict[str, Any]) -> Prometheus | None:
    """Return the Prometheus server to ask, and what (None: none). Raises ``click.UsageError`` and ``UsageProblem``."""
    from pgrehearse.metrics.external.prometheus import Prometheus, check_url, parse_query

    url, queries, step_us = (values[f"prometheus_{name}"] for name in ("url", "queries", "step"))
    if bool(url) != bool(queries):
        raise click.UsageError("a Prometheus server needs its URL and at least one --query")
    if not url:
        return None
    if not _LEAST_STEP_US <= step_us <= _MOST_STEP_US:
        raise click.UsageError("the interval of Prometheus is out of range: use 1s to 1h")
    check_url(url)
    return Prometheus(url, tuple(parse_query(text) for text in queries), step_us)


def sampling_of(values: dict[str, Any]) -> Sampling:
    """Return how to sample. Raises ``click.UsageError`` for an interval out of range."""
    from pgrehearse.base.endpoint import Endpoint
    from pgrehearse.metrics.external.directions import parse_directions
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
        instances=tuple(values["instances"]),
        aws_clusters=tuple(values["aws_clusters"]),
        commands=tuple(values["metrics_commands"]),
        prometheus=prometheus_of(values),
        directions=parse_directions(values["metric_directions"]),
    )
