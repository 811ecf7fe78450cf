"""``pgrehearse metrics``: production's own metrics, sampled during the capture or fetched afterwards."""

from __future__ import annotations

import signal
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pgrehearse.base.clock import SECOND
from pgrehearse.option_groups import CONTEXT, output_json_option
from pgrehearse.param_types import DURATION, INSTANT
from pgrehearse.sampling_options import sampled, sampling_of

if TYPE_CHECKING:
    from pgrehearse.scenarios.production_metrics import Recording


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
@click.option("--into", required=True, type=click.Path(path_type=Path), help="The workload; it may be captured later.")
@sampled("1s")
@click.option("--heartbeat", is_flag=True, help="Write a row ten times a second and read it on the standby.")
@output_json_option
def record(dsn: str, length: int, into: Path, *, as_json: bool, **values: Any) -> None:
    """Sample the server at DSN for a limited time."""
    from pgrehearse.base.postgres import chosen
    from pgrehearse.progress import progress
    from pgrehearse.scenarios.production_metrics import record as record_metrics

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
    type=click.Choice(["cloudwatch", "insights"]),
    default="cloudwatch",
    show_default=True,
    help="CloudWatch, or Performance Insights.",
)
@click.option("--instance", required=True, help="Identifier of the RDS or Aurora instance.")
@click.option("--since", type=INSTANT, help="Start of the interval [default: start of the workload or the run].")
@click.option("--until", type=INSTANT, help="End of the interval [default: end of the workload or the run].")
@click.option("--into", required=True, type=click.Path(path_type=Path), help="The workload, or the run.")
@output_json_option
def fetch(source: str, instance: str, into: Path, *, as_json: bool, **values: Any) -> None:
    """Fetch the metrics of an AWS instance for the window of a workload, or for the time of a run."""
    from pgrehearse.metrics.cloudwatch import describe
    from pgrehearse.progress import progress
    from pgrehearse.scenarios.production_metrics import fetched

    with progress() as display, display.stage("fetch the metrics"):
        recording = fetched(describe(instance), into, (values["since"], values["until"]), source)
    _print(recording, as_json=as_json)


def _print(recording: Recording, *, as_json: bool) -> None:
    """Print how many samples were stored, and which metrics were not available."""
    from pgrehearse.console import err, print_json

    if as_json:
        print_json({"samples": recording.samples, "path": str(recording.path), "unavailable": recording.unavailable})
        return
    err.print(f"{recording.samples:,} samples in {recording.path}", markup=False)
    for name, reason in recording.unavailable.items():
        err.print(f"  {name} unavailable: {reason}", markup=False)
