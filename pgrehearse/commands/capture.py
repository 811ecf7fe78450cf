"""``pgrehearse capture``: create a workload from statement logs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pgrehearse.base import units
from pgrehearse.base.errors import UsageProblem
from pgrehearse.capture_options import log_options, redaction_options, selection_options, session_options
from pgrehearse.option_groups import CONTEXT, GroupedCommand, json_option, option, output_json_option
from pgrehearse.param_types import DURATION, LOG_SOURCE, SIZE

if TYPE_CHECKING:
    from pgrehearse.base.progress import Stage
    from pgrehearse.capture.decode.files import Decoded
    from pgrehearse.capture.options import CaptureOptions
    from pgrehearse.progress import Display
    from pgrehearse.workload.catalog.model import ServerCatalog
    from pgrehearse.workload.manifest import Manifest
    from pgrehearse.workload.redaction import Redaction
    from pgrehearse.workload.source import Source


@click.group(
    "capture",
    context_settings=CONTEXT,
    epilog="Example: pgrehearse capture logs prod.csv -o prod.workload",
)
def command() -> None:
    """Create a workload from statement logs."""


@command.command(
    "logs",
    cls=GroupedCommand,
    context_settings=CONTEXT,
    epilog="Example: pgrehearse capture logs /var/log/postgresql/*.csv -o prod.workload --source postgresql://me@prod/app",
)
@click.argument("paths", nargs=-1, required=True, type=LOG_SOURCE)
@log_options
@selection_options
@session_options
@redaction_options
@option("-o", "--output", required=True, group="Output", help="The workload to write: a path, or s3://bucket/name.")
@option(
    "--require-coverage",
    type=click.FloatRange(0, 1),
    group="Output",
    help="Exit with code 3 if a smaller fraction of the statements, or of their time, can be replayed.",
)
@option("--force", is_flag=True, group="Output", help="Replace an existing workload.")
@json_option
def logs(paths: tuple[str, ...], *, require_coverage: float | None, as_json: bool, **values: Any) -> None:
    """Capture logs: files, directories, patterns, - for standard input, s3://bucket/prefix; gzip and zstd too.

    Formats: csvlog, jsonlog, plain logs with any log_line_prefix, syslog, CloudWatch exports. Rotated files can be in any order.
    For logs of several servers, name each: reader1=a.csv reader2=b.csv.
    """
    from pgrehearse.base.malloc import keep_memory

    keep_memory()
    from pgrehearse.base.artifact import Kind, check
    from pgrehearse.capture.coverage import require_coverage as check_coverage
    from pgrehearse.console import print_json
    from pgrehearse.progress import progress
    from pgrehearse.workload_view import document

    output: str = values["output"]
    if not output.startswith("s3://"):
        check(Path(output), Kind.WORKLOAD, force=values["force"])
    with progress() as display:
        options = _options(paths, values, display)
        manifest = _capture(options, output, display, _decoded(values))
    if as_json:
        if require_coverage is not None:
            check_coverage(manifest, require_coverage)
        print_json(document(manifest, output))
        return
    _print_capture(manifest, output)
    if require_coverage is not None:
        check_coverage(manifest, require_coverage)


def _capture(options: CaptureOptions, output: str, display: Display, decoded: list[Decoded]) -> Manifest:
    """Capture the logs to *output*, with *decoded* rows."""
    from pgrehearse.base.version import tool_version
    from pgrehearse.capture.pipeline import capture_logs

    with _destination(output, display, force=options.force) as folder:
        with display.stage("read the logs", unit="B") as stage:
            options = replace(options, output=folder)
            manifest = capture_logs(options, tool_version=tool_version(), progress=_read_progress(stage))
        if decoded:
            from pgrehearse.capture.decode.attach import attach

            with display.stage("join the decoded rows"):
                manifest = attach(options, decoded)
        return manifest


def _decoded(values: dict[str, Any]) -> list[Decoded]:
    """Return the decoded rows, opened and verified before the logs are read."""
    from pgrehearse.capture.decode.files import Decoded

    if values["decoded"] and values["redact"] == "literals":
        raise UsageProblem(
            "--decoded cannot be used with --redact literals: decoded rows contain the values of tables",
            remedy="leave out --decoded, or use --redact none",
        )
    return [Decoded.open(path) for path in values["decoded"]]


def _read_progress(stage: Stage) -> Callable[[int, int], None]:
    """Return the function that takes how many bytes of the logs were read."""

    def update(done: int, total: int) -> None:
        stage.update(done, total)
        if done >= total:
            stage.describe("logs read; write the workload")

    return update


def _print_capture(manifest: Manifest, output: str) -> None:
    from pgrehearse.base.clock import iso
    from pgrehearse.console import out
    from pgrehearse.workload_view import print_ids, print_losses

    out.print(
        f"{output}: {units.count(manifest.statements)} statements of {units.count(manifest.sessions)} sessions in "
        f"{units.duration(manifest.duration_us)}; {units.count(manifest.errors)} of them failed",
        markup=False,
    )
    out.print(
        f"the window starts at {iso(manifest.window_start_us)}; restore the target to this instant "
        "(a replay reports the difference)",
        markup=False,
    )
    print_ids(manifest)
    print_losses(manifest)


@command.command(
    "live",
    context_settings=CONTEXT,
    epilog="Example: pgrehearse capture live postgresql://postgres@prod/app --for 10m -o prod.workload",
)
@click.argument("dsn")
@click.option("--for", "length", type=DURATION, required=True, help="Duration of the capture (30s, 10m, 2h).")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The workload to write.")
@click.option("--force", is_flag=True, help="Replace an existing workload.")
@output_json_option
def live(dsn: str, length: int, output: Path, *, force: bool, as_json: bool) -> None:
    """Let the server at DSN log every statement for a limited time, and capture this log.

    Changes the logging settings of the server (ALTER SYSTEM, reload) and restores them at every exit. Needs a superuser.
    """
    from pgrehearse.base.malloc import keep_memory

    keep_memory()
    from pgrehearse.base.artifact import Kind, check
    from pgrehearse.base.clock import SECOND
    from pgrehearse.base.postgres import chosen
    from pgrehearse.console import out, print_json
    from pgrehearse.progress import progress
    from pgrehearse.scenarios.live_capture import record_and_capture
    from pgrehearse.workload_view import document, print_losses

    check(output, Kind.WORKLOAD, force=force)
    with progress() as display:
        manifest, notes = record_and_capture(chosen(dsn), length / SECOND, output, display, force=force)
    if as_json:
        print_json({**document(manifest, output), "live": notes})
        return
    out.print(f"{output}: {units.count(manifest.statements)} statements of {units.count(manifest.sessions)} sessions")
    for note in notes:
        out.print(f"  {note}", markup=False)
    print_losses(manifest)


@command.command(
    "decode",
    context_settings=CONTEXT,
    epilog="Example: pgrehearse capture decode postgresql://replicator@prod/app --for 2h -o prod.decoded",
)
@click.argument("dsn")
@click.option("--for", "length", type=DURATION, required=True, help="Duration (30s, 10m, 2h).")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The decoded rows: a directory.")
@click.option("--table", "tables", multiple=True, help="Only rows of this table. Repeatable. Default: all tables.")
@click.option("--publication", default="", help="Read this existing publication; none is created.")
@click.option(
    "--max-wal",
    type=SIZE,
    default="1GB",
    show_default=True,
    help="Stop when the server keeps more WAL than this for the replication slot.",
)
@click.option("--force", is_flag=True, help="Replace existing decoded rows.")
@output_json_option
def decode(dsn: str, length: int, output: Path, *, force: bool, as_json: bool, **values: Any) -> None:
    """Decode the rows that the database at DSN commits, from its write-ahead log, for a limited time.

    Creates a temporary replication slot and a publication of inserted rows, and drops both at every exit. Requires wal_level = logical and
    a role with REPLICATION. capture logs --decoded uses the rows: generated ids, generated values, and the data of COPY.
    """
    from pgrehearse.base.clock import SECOND, iso
    from pgrehearse.base.postgres import chosen
    from pgrehearse.capture.decode.recorder import Request
    from pgrehearse.console import out, print_json
    from pgrehearse.progress import progress
    from pgrehearse.scenarios.decoding import decode as decode_rows

    if values["tables"] and values["publication"]:
        raise UsageProblem("--table and --publication exclude each other", remedy="a publication names its own tables")
    request = Request(length / SECOND, values["tables"], values["publication"], values["max_wal"])
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


@contextmanager
def _destination(output: str, display: Display, *, force: bool) -> Iterator[Path]:
    """Yield the path to write to: *output* itself, or a directory that is uploaded to S3 at the end."""
    if not output.startswith("s3://"):
        yield Path(output)
        return
    from pgrehearse.capture.upload import uploaded

    with display.stage(f"capture to {output}"), uploaded(output, force=force) as folder:
        yield folder


def _options(paths: tuple[str, ...], values: dict[str, Any], display: Display) -> CaptureOptions:
    """Return the options of the capture."""
    from pgrehearse.capture.formats.time_zones import check_timezone
    from pgrehearse.capture.options import CaptureOptions, Selection
    from pgrehearse.workload.catalog.session_settings import parse

    if values["warm_in"] and not values["since"]:
        raise UsageProblem("--warm-in needs --since", remedy="set the start of the window with --since")
    with display.stage("read the catalog"):
        source = identified(values["source"]) if values["source"] else None
        catalog = _catalog(values["catalog"])
        columns = _columns(values["source"], source.database) if source is not None and not values["catalog"] else None
    return CaptureOptions(
        paths,
        Path(values["output"]),
        force=values["force"],
        format=values["format_"],
        prefix=values["prefix"],
        since=values["since"],
        warm_in_us=values["warm_in"],
        until=values["until"],
        timezone=check_timezone(values["timezone"]) if values["timezone"] else "",
        tail_us=values["tail"],
        selection=Selection(**{name: frozenset(values[name]) for name in Selection.__slots__}),
        encodings=catalog.encodings | _encodings(values["encodings"]),
        settings=(*catalog.settings, *map(parse, values["settings"])),
        pooled=Selection(**_pooled(values["pooled"])) if values["pooled"] else None,
        sampling=values["sampling"] or (source.logged_share if source is not None else 1.0),
        redaction=_redaction(values),
        drop_crypto_keys=values["drop_crypto_keys"],
        source=source,
        catalog=catalog if values["catalog"] else None,
        columns=columns,
    )


def _encodings(texts: tuple[str, ...]) -> dict[str, str]:
    """Return the encoding of each database ("": of all others)."""
    pairs = [text.rpartition("=") for text in texts]
    return {database: encoding for database, _, encoding in pairs}


def _pooled(texts: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """Return the users, databases and applications whose sessions are connections of a pooler."""
    pairs = [text.partition("=") for text in texts]
    if any(key not in {"user", "database", "application"} or not value for key, _, value in pairs):
        raise UsageProblem("--pooled needs user=, database= or application=", remedy="write --pooled user=app")
    return {
        f"{name}s": frozenset(value for key, _, value in pairs if key == name)
        for name in ("user", "database", "application")
    }


def _catalog(dsn: str | None) -> ServerCatalog:
    """Return the catalog of the server at *dsn* (no DSN: an empty catalog)."""
    from pgrehearse.base import event_loop
    from pgrehearse.base.postgres import chosen
    from pgrehearse.targets.catalog_reader import read_catalog
    from pgrehearse.workload.catalog.model import ServerCatalog

    return event_loop.run(read_catalog(chosen(dsn))) if dsn else ServerCatalog("")


def _columns(dsn: str, database: str) -> ServerCatalog:
    """Return the catalog of the source's database: which of its columns generate ids."""
    from pgrehearse.base import event_loop
    from pgrehearse.base.postgres import chosen
    from pgrehearse.targets.catalog_reader import read_catalog

    return event_loop.run(read_catalog(chosen(dsn), {database}))


def _redaction(values: dict[str, Any]) -> Redaction | None:
    """Return how values are replaced (None: they are not)."""
    from pgrehearse.workload.redaction import Redaction, key_of

    if values["redact"] is None and values["output"].startswith("s3://"):
        raise UsageProblem(
            "--redact is required for a workload on S3",
            remedy="use --redact literals with --redact-key FILE, or --redact none",
        )
    if values["redact"] in {None, "none"}:
        return None
    if values["redact_key"] is None:
        raise UsageProblem(
            "--redact literals needs a key", remedy="add --redact-key FILE (the file is created if it does not exist)"
        )
    return Redaction(key_of(values["redact_key"]), frozenset(values["allowed"]))


def identified(dsn: str) -> Source:
    """Return the identity and the logging settings of the server at *dsn*."""
    from pgrehearse.base import event_loop
    from pgrehearse.base.postgres import chosen
    from pgrehearse.targets.server_facts import read_source

    return event_loop.run(read_source(chosen(dsn)))
