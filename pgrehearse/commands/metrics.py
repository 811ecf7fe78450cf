"""``pgrehearse metrics``: production's own metrics, sampled during the capture or fetched afterwards."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from pgrehearse.base.clock import SECOND
from pgrehearse.option_groups import CONTEXT, option, options, output_json_option
from pgrehearse.param_types import DIRECTORY, DURATION, INSTANT
from pgrehearse.sampling_options import (
    direction_option,
    prometheus_of,
    prometheus_options,
    sampled,
    sampling_of,
)

if TYPE_CHECKING:
    from pgrehearse.scenarios.measuring.metric_store import Recording


F = TypeVar("F", bound=Callable[..., Any])


def _into(command: F) -> F:
    """Add the options for the interval, and for where the metrics are stored."""
    return options(
        [
            click.option(
                "--since", type=INSTANT, help="Start of the interval [default: start of the workload or the run]."
            ),
            click.option(
                "--until", type=INSTANT, help="End of the interval [default: end of the workload or the run]."
            ),
            click.option("--into", required=True, type=DIRECTORY, help="The workload, or the run."),
        ]
    )(command)


@click.group(
    "metrics",
    context_settings=CONTEXT,
    epilog="Example: pgrehearse metrics record postgresql://monitor@prod/app --for 2h --into prod.workload",
)
def command() -> None:
    """Store the metrics of a server with a workload or a run."""


@command.command(
    "record",
    context_settings=CONTEXT,
    epilog="Example: pgrehearse metrics record postgresql://monitor@prod/app --for 2h --into prod.workload",
)
@click.argument("dsn")
@click.option("--for", "length", type=DURATION, required=True, help="Duration (30s, 10m, 2h). Ctrl-C ends it earlier.")
@click.option("--into", required=True, type=DIRECTORY, help="The workload; it may be captured later.")
@sampled("1s")
@click.option("--heartbeat", is_flag=True, help="Write a row ten times a second and read it on the standby.")
@output_json_option
def record(dsn: str, length: int, into: Path, *, as_json: bool, **values: Any) -> None:
    """Sample the server at DSN for a limited time."""
    from pgrehearse.base.postgres import chosen
    from pgrehearse.progress import progress
    from pgrehearse.scenarios.measuring.production_metrics import record as record_metrics

    sampling = replace(sampling_of(values), heartbeat=values["heartbeat"])
    stop = threading.Event()
    # Ctrl-C and SIGTERM end the sampling; what was sampled is kept.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: stop.set())
    with progress() as display, display.stage("sample the server", seconds=length / SECOND):
        recording = record_metrics(chosen(dsn), into, length / SECOND, sampling, stop)
    _print(recording, as_json=as_json)


@command.command(
    "fetch",
    context_settings=CONTEXT,
    epilog="Example: pgrehearse metrics fetch --source cloudwatch --instance prod-1 --into prod.workload",
)
@click.option(
    "--source",
    type=click.Choice(["cloudwatch", "insights", "enhanced"]),
    default="cloudwatch",
    show_default=True,
    help="CloudWatch, Performance Insights, or Enhanced Monitoring.",
)
@click.option("--instance", "instances", multiple=True, help="Identifier of an RDS or Aurora instance. Repeatable.")
@option(
    "--db-cluster",
    "clusters",
    aliases=["--cluster"],
    multiple=True,
    help="Identifier of a cluster: all its instances, writer and readers. Repeatable.",
)
@_into
@output_json_option
def fetch(source: str, into: Path, *, as_json: bool, **values: Any) -> None:
    """Fetch the metrics of AWS instances for the window of a workload, or for the time of a run."""
    from pgrehearse.metrics.aws.instances import describe
    from pgrehearse.progress import progress
    from pgrehearse.scenarios.measuring.production_metrics import fetched

    if not (values["instances"] or values["clusters"]):
        raise click.UsageError("give --instance or --cluster")
    with progress() as display, display.stage("fetch the metrics"):
        instances = describe(values["instances"], values["clusters"])
        recording = fetched(instances, into, (values["since"], values["until"]), source)
    _print(recording, as_json=as_json)


@command.command(
    "command",
    context_settings=CONTEXT,
    epilog='Example: pgrehearse metrics command "./cloudsql-metrics.sh prod-1" --into prod.workload',
)
@click.argument("program", metavar="COMMAND")
@_into
@click.option(
    "--timeout", type=DURATION, default="10m", show_default=True, help="How long the command may take (at most 24h)."
)
@direction_option()
@output_json_option
def from_command(program: str, into: Path, *, as_json: bool, **values: Any) -> None:
    """Store the metrics that a command of your own prints, as time,metric,value lines."""
    from pgrehearse.metrics.external.directions import parse_directions
    from pgrehearse.progress import progress
    from pgrehearse.scenarios.measuring import external_metrics

    if not SECOND <= values["timeout"] <= 86_400 * SECOND:
        raise click.UsageError("--timeout is out of range: use 1s to 24h")
    directions, window = parse_directions(values["metric_directions"]), (values["since"], values["until"])
    with progress() as display, display.stage("run the metrics command"):
        recording = external_metrics.from_command(program, into, window, directions, values["timeout"] / SECOND)
    _print(recording, as_json=as_json)


@command.command(
    "prometheus",
    context_settings=CONTEXT,
    epilog="Example: pgrehearse metrics prometheus --url http://prometheus:9090 "
    "--query 'cpu_percent=100 * (1 - avg(rate(node_cpu_seconds_total{mode=\"idle\"}[1m])))' --into prod.workload",
)
@options(prometheus_options("--url", "--step"))
@_into
@direction_option()
@output_json_option
def from_prometheus(into: Path, *, as_json: bool, **values: Any) -> None:
    """Fetch the values of PromQL queries from a Prometheus server."""
    from pgrehearse.metrics.external.directions import parse_directions
    from pgrehearse.progress import progress
    from pgrehearse.scenarios.measuring import external_metrics

    server = prometheus_of(values)
    if server is None:
        raise click.UsageError("give --url and at least one --query")
    directions, window = parse_directions(values["metric_directions"]), (values["since"], values["until"])
    with progress() as display, display.stage("fetch the metrics"):
        recording = external_metrics.from_prometheus(server, into, window, directions)
    _print(recording, as_json=as_json)


def _print(recording: Recording, *, as_json: bool) -> None:
    """Print how many samples were stored, and which metrics were not available."""
    from pgrehearse.console import err, print_json

    if as_json:
        document = {"samples": recording.samples, "path": str(recording.path), "unavailable": recording.unavailable}
        print_json({**document, "notes": list(recording.notes)})
        return
    err.print(f"{recording.samples:,} samples in {recording.path}", markup=False)
    for name, reason in recording.unavailable.items():
        err.print(f"  {name} unavailable: {reason}", markup=False)
    for note in recording.notes:
        err.print(f"  {note}", markup=False)
