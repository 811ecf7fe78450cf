"""``pgrehearse capture rds`` and ``capture cloudwatch``: the logs are downloaded from AWS for a window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from pgrehearse.capture_options import logged_options
from pgrehearse.log_capture import options_of, run
from pgrehearse.option_groups import CONTEXT, GroupedCommand, option
from pgrehearse.param_types import SIZE

if TYPE_CHECKING:
    from pgrehearse.capture.options import CaptureOptions
    from pgrehearse.progress import Display
    from pgrehearse.scenarios.capturing.aws_capture import AwsLogs, Window

_max_rate = option(
    "--max-rate", type=SIZE, group="Log", help="Download at most so many bytes a second (20MB). Default: no limit."
)


@click.command(
    "rds",
    cls=GroupedCommand,
    context_settings=CONTEXT,
    epilog="Example: pgrehearse capture rds --db-cluster prod --since 2026-11-28T10:00:00Z --until 2026-11-28T12:00:00Z -o prod.workload",
)
@option(
    "--instance", "instances", multiple=True, group="Log", help="Identifier of an RDS or Aurora instance. Repeatable."
)
@option(
    "--db-cluster",
    "clusters",
    aliases=["--cluster"],
    multiple=True,
    group="Log",
    help="Identifier of a cluster: the logs of its writer and its readers. Repeatable.",
)
@_max_rate
@logged_options
def rds(*, require_coverage: float | None, as_json: bool, **values: Any) -> None:
    """Capture the logs of RDS or Aurora instances: they are downloaded for the window and its tail, then read as by capture logs.

    Needs --since and --until (UTC without an offset). The files are kept in the cache, so that the command can be run again. The source
    of the workload is what AWS describes; with --source also what the server reports.
    """
    run(lambda display: _rds_options(values, display), values, require_coverage, as_json=as_json)


def _rds_options(values: dict[str, Any], display: Display) -> CaptureOptions:
    from pgrehearse.scenarios.capturing.aws_capture import rds_logs

    logs = rds_logs((values["instances"], values["clusters"]), _window(values), display, values["max_rate"] or 0)
    return _with_source(logs, values, display)


@click.command(
    "cloudwatch",
    cls=GroupedCommand,
    context_settings=CONTEXT,
    epilog="Example: pgrehearse capture cloudwatch --log-group /aws/rds/cluster/prod/postgresql --since 2026-11-28T10:00:00Z "
    "--until 2026-11-28T12:00:00Z -o prod.workload",
)
@option("--log-group", required=True, group="Log", help="Name of the log group.")
@option(
    "--log-stream",
    "log_streams",
    multiple=True,
    group="Log",
    help="Only this log stream of the group. Repeatable. Default: all streams; each has the log of one instance.",
)
@_max_rate
@logged_options
def cloudwatch(*, require_coverage: float | None, as_json: bool, **values: Any) -> None:
    """Capture a log group of CloudWatch Logs: its events are downloaded for the window and its tail, then read as by capture logs.

    Needs --since and --until (UTC without an offset). The events are kept in the cache, so that the command can be run again. The source
    of the workload is what AWS describes, if the group is one of RDS or Aurora; with --source also what the server reports.
    """
    run(lambda display: _cloudwatch_options(values, display), values, require_coverage, as_json=as_json)


def _cloudwatch_options(values: dict[str, Any], display: Display) -> CaptureOptions:
    from pgrehearse.capture.cloudwatch.logs import LogGroup
    from pgrehearse.scenarios.capturing.aws_capture import cloudwatch_logs

    group = LogGroup(values["log_group"], values["log_streams"])
    return _with_source(cloudwatch_logs(group, _window(values), display, values["max_rate"] or 0), values, display)


def _window(values: dict[str, Any]) -> Window:
    from pgrehearse.scenarios.capturing.aws_capture import window_of

    return window_of(values["since"], values["until"], values["warm_in"], values["tail"])


def _with_source(logs: AwsLogs, values: dict[str, Any], display: Display) -> CaptureOptions:
    """Return the options of the capture of downloaded logs."""
    options = options_of(logs.paths, values, display)
    options = replace(options, readers=(*options.readers, *logs.readers), notes=logs.notes)
    if logs.source is None:
        return options
    if options.source is not None:
        return replace(options, source=replace(options.source, resource=logs.source.resource))
    return replace(options, source=logs.source, sampling=values["sampling"] or logs.source.logged_share)
