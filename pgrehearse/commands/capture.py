"""``pgrehearse capture``: create a workload from statement logs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pgrehearse.base import units
from pgrehearse.base.errors import UsageProblem
from pgrehearse.capture_options import (
    cluster_option,
    decoding_options,
    logged_options,
)
from pgrehearse.commands.capture_aws import cloudwatch, rds
from pgrehearse.log_capture import options_of, run
from pgrehearse.option_groups import CONTEXT, GroupedCommand, output_json_option
from pgrehearse.param_types import DIRECTORY, DURATION, LOG_SOURCE

if TYPE_CHECKING:
    from pgrehearse.capture.decode.recorder import Request


@click.group(
    "capture",
    context_settings=CONTEXT,
    epilog="Example: pgrehearse capture logs prod.csv -o prod.workload",
)
def command() -> None:
    """Create a workload from statement logs."""


command.add_command(rds)
command.add_command(cloudwatch)


@command.command(
    "logs",
    cls=GroupedCommand,
    context_settings=CONTEXT,
    epilog="Example: pgrehearse capture logs /var/log/postgresql/*.csv -o prod.workload --source postgresql://me@prod/app",
)
@click.argument("paths", nargs=-1, required=True, type=LOG_SOURCE)
@cluster_option
@logged_options
def logs(paths: tuple[str, ...], *, cluster: str, require_coverage: float | None, as_json: bool, **values: Any) -> None:
    """Capture logs: files, directories, patterns, - for standard input, s3://bucket/prefix; gzip and zstd too.

    Formats: csvlog, jsonlog, plain logs with any log_line_prefix, syslog, CloudWatch exports. Rotated files can be in any order.
    For logs of several servers, name each: reader1=a.csv reader2=b.csv.
    """
    from pgrehearse.base.cluster.address import parse_cluster

    run(
        lambda display: options_of(paths, values, display),
        values,
        require_coverage,
        as_json=as_json,
        cluster=parse_cluster(cluster),
    )


@command.command(
    "live",
    context_settings=CONTEXT,
    epilog="Example: pgrehearse capture live postgresql://postgres@prod/app --for 10m -o prod.workload",
)
@click.argument("dsn")
@click.option("--for", "length", type=DURATION, required=True, help="Duration of the capture (30s, 10m, 2h).")
@click.option("-o", "--output", required=True, type=DIRECTORY, help="The workload to write.")
@click.option("--force", is_flag=True, help="Replace an existing workload.")
@click.option("--decode", "decodes", is_flag=True, help="Decode the committed rows too, as capture decode does.")
@decoding_options
@output_json_option
def live(dsn: str, length: int, output: Path, *, force: bool, as_json: bool, **values: Any) -> None:
    """Let the server at DSN log every statement for a limited time, and capture this log.

    Changes the logging settings of the server (ALTER SYSTEM, reload) and restores them at every exit. Needs a superuser. With --decode also a
    temporary replication slot and a publication, as capture decode does: they begin before the log and end after it.
    """
    from pgrehearse.base.malloc import keep_memory

    keep_memory()
    from pgrehearse.base.artifact import Kind, check
    from pgrehearse.base.clock import SECOND
    from pgrehearse.base.postgres import chosen
    from pgrehearse.console import out, print_json
    from pgrehearse.progress import progress
    from pgrehearse.scenarios.capturing.live_capture import LiveRequest, record_and_capture
    from pgrehearse.workload_view import document, print_losses

    check(output, Kind.WORKLOAD, force=force)
    request = LiveRequest(length / SECOND, _rows(length, values))
    with progress() as display:
        manifest, notes = record_and_capture(chosen(dsn), request, output, display, force=force)
    if as_json:
        print_json({**document(manifest, output), "live": notes})
        return
    out.print(f"{output}: {units.count(manifest.statements)} statements of {units.count(manifest.sessions)} sessions")
    for note in notes:
        out.print(f"  {note}", markup=False)
    print_losses(manifest)


def _rows(length: int, values: dict[str, Any]) -> Request | None:
    """Return how capture live decodes rows (None: it does not)."""
    if values["decodes"]:
        return _decoding(length, values)
    if values["tables"] or values["publication"]:
        raise UsageProblem("--table and --publication need --decode", remedy="add --decode, or leave them out")
    return None


def _decoding(length: int, values: dict[str, Any]) -> Request:
    """Return what to decode."""
    from pgrehearse.base.clock import SECOND
    from pgrehearse.capture.decode.recorder import Request

    if values["tables"] and values["publication"]:
        raise UsageProblem("--table and --publication exclude each other", remedy="a publication names its own tables")
    return Request(length / SECOND, values["tables"], values["publication"], values["max_wal"])


@command.command(
    "decode",
    context_settings=CONTEXT,
    epilog="Example: pgrehearse capture decode postgresql://replicator@prod/app --for 2h -o prod.decoded",
)
@click.argument("dsn")
@click.option("--for", "length", type=DURATION, required=True, help="Duration (30s, 10m, 2h).")
@click.option("-o", "--output", required=True, type=DIRECTORY, help="The decoded rows: a directory.")
@decoding_options
@click.option("--force", is_flag=True, help="Replace existing decoded rows.")
@output_json_option
def decode(dsn: str, length: int, output: Path, *, force: bool, as_json: bool, **values: Any) -> None:
    """Decode the rows that the database at DSN commits, from its write-ahead log, for a limited time.

    Creates a temporary replication slot and a publication of inserted rows, and drops both at every exit. Requires wal_level = logical and
    a role with REPLICATION. capture logs --decoded uses the rows: generated ids, generated values, and the data of COPY.
    """
    from pgrehearse.base.clock import iso
    from pgrehearse.base.postgres import chosen
    from pgrehearse.console import out, print_json
    from pgrehearse.progress import progress
    from pgrehearse.scenarios.capturing.decoding import decode as decode_rows

    request = _decoding(length, values)
    with progress() as display:
        manifest = decode_rows(chosen(dsn), request, output, display, force=force)
    if as_json:
        print_json({"decoded": str(output), **manifest.document()})
        return
    out.print(
        f"{output}: {units.count(manifest.changes)} rows of {units.count(manifest.transactions)} transactions, from "
        f"{iso(manifest.began_us)} to {iso(manifest.ended_us)}, WAL position {manifest.lsn}",
        markup=False,
    )
    if manifest.stopped:
        out.print(f"  stopped early: {manifest.stopped}", markup=False)
