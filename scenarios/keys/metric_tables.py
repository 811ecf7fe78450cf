"""The table ``metric`` of a scenario: custom queries, commands, a Prometheus server, and the directions of metrics."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from pgrehearse.base.errors import BadInput
from pgrehearse.base.units import parse_duration_us
from pgrehearse.metrics.external.directions import parse_directions
from pgrehearse.metrics.external.prometheus import Prometheus, check_url, parse_query
from pgrehearse.metrics.probes.custom_sql import CustomMetric, check_custom_metric
from pgrehearse.scenarios.keys.key_types import Duration, Texts


@dataclass(frozen=True, slots=True)
class PrometheusTable:
    """A Prometheus server, and what it is asked."""

    url: str
    """its address; the credentials are in the environment, as for `--prometheus`"""
    queries: dict[str, str]
    """the PromQL of each metric, by the metric's name (`NAME[UNIT]` for its unit)"""
    step: Duration = "15s"
    """the interval between two values"""

    def server(self) -> Prometheus:
        """Return the server for the sampler. Raises ``BadInput`` or ``UsageProblem``."""
        check_url(self.url)
        if not self.queries:
            raise BadInput("prometheus: no queries", remedy='give queries = { NAME = "PROMQL" }')
        step_us = parse_duration_us(self.step)
        if step_us <= 0:
            raise BadInput("prometheus: the step is 0", remedy='give step = "15s"')
        return Prometheus(
            self.url, tuple(parse_query(f"{name}={text}") for name, text in self.queries.items()), step_us
        )


@dataclass(frozen=True, slots=True)
class MetricTables:
    """Metrics beyond those of the catalog."""

    sql: tuple[CustomMetric, ...] = ()
    """[custom metrics](metrics.md#custom-metrics), each a table `[[metric.sql]]`"""
    commands: Texts = ()
    """commands that print values, as `--metrics-command`"""
    prometheus: PrometheusTable | None = None
    """a Prometheus server: `url`, `queries`, `step`"""
    directions: dict[str, Literal["lower", "higher"]] = field(default_factory=dict)
    """whether lower or higher values of a metric of your own are better"""

    def sampling(self) -> dict[str, Any]:
        """Return the arguments of ``Sampling``. Raises ``BadInput`` or ``UsageProblem`` for a metric that is not possible."""
        for metric in self.sql:
            check_custom_metric(metric, "sql")
        return {
            "custom": self.sql,
            "commands": self.commands,
            "prometheus": self.prometheus.server() if self.prometheus is not None else None,
            "directions": parse_directions([f"{name}={better}" for name, better in self.directions.items()]),
        }
