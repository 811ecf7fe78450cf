"""``pgrehearse metrics``: production's own metrics, sampled while it is captured or fetched afterwards."""

from __future__ import annotations

import signal
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pgrehearse.param_types import DURATION, INSTANT
from pgrehearse.sampling_options import sampled, sampling_of

if TYPE_CHECKING:
    from pgrehearse.scenarios.production_metrics import Recording

HELP = {"help_option_names": ["-h", "--help"]}


@click.group(
    "metrics",
    context_settings=HELP,
    epilog="Example: pgrehearse metrics record postgresql://monitor@prod/app --for 2h --into prod.workload",
)
def command() -> None:
    """Keep what a server did beside a workload (or a run): sampled meanwhile, or fetched afterwards."""


@command.command(
    "record",
    context_settings=HELP,
    epilog="Example: pgrehearse metrics record postgresql://monitor@prod/app --for 2h --into prod.workload",
)
@click.argument("dsn")
@click.option("--for", "length", type=DURATION, required=True, help="How long (30s, 10m, 2h); Ctrl-C ends it sooner.")
@click.option(
    "--into", required=True, type=click.Path(path_type=Path), help="The workload, there already or yet to be captured."
)
@sampled("1s")
@click.option("--heartbeat", is_flag=True, help="Write a row ten times a second and look for it on the reader.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")
def record(dsn: str, length: int, into: Path, *, heartbeat: bool, as_json: bool, **words: Any) -> None:
    """Sample the server at DSN for a while."""
    from pgrehearse.base.postgres import chosen
    from pgrehearse.scenarios.production_metrics import record as recorded

    how = replace(sampling_of(words), heartbeat=heartbeat)
    stop = threading.Event()
    # Ctrl-C, or a polite kill, keeps what was sampled.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: stop.set())
    _told(recorded(chosen(dsn), into, length / 1e6, how, stop), as_json=as_json)


@command.command(
    "fetch",
    context_settings=HELP,
    epilog="Example: pgrehearse metrics fetch --source cloudwatch --instance prod-1 --into prod.workload",
)
@click.option(
    "--source",
    type=click.Choice(["cloudwatch", "insights"]),
    default="cloudwatch",
    show_default=True,
    help="CloudWatch, or Performance Insights.",
)
@click.option("--instance", required=True, help="The RDS or Aurora instance's identifier.")
@click.option("--since", type=INSTANT, help="From when (default: the workload's or the run's beginning).")
@click.option("--until", type=INSTANT, help="Until when (default: its end).")
@click.option("--into", required=True, type=click.Path(path_type=Path), help="The workload, or the run.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")
def fetch(source: str, instance: str, since: int | None, until: int | None, into: Path, *, as_json: bool) -> None:
    """Fetch what AWS kept of an instance over the captured window, or over a run."""
    from pgrehearse.metrics.cloudwatch import describe
    from pgrehearse.scenarios.production_metrics import fetched

    _told(fetched(describe(instance), into, (since, until), source), as_json=as_json)


def _told(found: Recording, *, as_json: bool) -> None:
    """Say what was kept, and what could not be had."""
    from pgrehearse.console import err, print_json

    if as_json:
        print_json({"samples": found.samples, "path": str(found.path), "unavailable": found.unavailable})
        return
    err.print(f"{found.samples:,} samples in {found.path}", markup=False)
    for name, why in found.unavailable.items():
        err.print(f"  {name} unavailable: {why}", markup=False)
