"""``pgrehearse capture``: logs become a workload."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pgrehearse.base import units
from pgrehearse.base.errors import UsageProblem
from pgrehearse.param_types import DURATION, LOG_TIME

if TYPE_CHECKING:
    from pgrehearse.capture.options import CaptureOptions
    from pgrehearse.workload.catalog.model import ServerCatalog
    from pgrehearse.workload.manifest import Manifest
    from pgrehearse.workload.redaction import Redaction
    from pgrehearse.workload.source import Source


@click.group(
    "capture",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: pgrehearse capture logs prod.csv -o prod.workload",
)
def command() -> None:
    """Turn statement logs into a workload."""


@command.command(
    "logs",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: pgrehearse capture logs /var/log/postgresql/*.csv -o prod.workload --source postgresql://me@prod/app",
)
@click.argument("paths", nargs=-1, required=True)
@click.option("-o", "--output", required=True, help="The workload to write; s3://bucket/name puts it there.")
@click.option(
    "--format", "format_", help="csvlog, jsonlog, stderr, syslog or cloudwatch; by default the content tells."
)
@click.option("--prefix", help="The server's log_line_prefix, where its lines do not tell it (show log_line_prefix).")
@click.option("--source", help="DSN of the server the logs are from: recorded, so that a replay can refuse it.")
@click.option(
    "--since",
    type=LOG_TIME,
    help="Only what began from then on (2026-11-22T10:00:00+01:00, '2026-11-22 10:00:00.000 CET'; without a zone: the log's).",
)
@click.option(
    "--warm-in",
    type=DURATION,
    default="0s",
    help="How long before --since the log is read for what sessions SET, PREPAREd and LISTEN to: a replay begins at --since with that.",
)
@click.option("--until", type=LOG_TIME, help="Only what began before then; its end is looked for --tail longer.")
@click.option(
    "--timezone", default="", help="The server's log_timezone (Asia/Shanghai, +08:00), where the log does not show it."
)
@click.option(
    "--tail", type=DURATION, default="30m", show_default=True, help="How long past --until ends are looked for."
)
@click.option(
    "--user",
    "users",
    multiple=True,
    help="Only this user's sessions (may be given again); one alone is also the user where the log tells none.",
)
@click.option("--no-user", "no_users", multiple=True, help="Not this user's sessions.")
@click.option(
    "--database",
    "databases",
    multiple=True,
    help="Only sessions of this database; one alone is also the database where the log tells none.",
)
@click.option("--no-database", "no_databases", multiple=True, help="Not sessions of this database.")
@click.option("--application", "applications", multiple=True, help="Only sessions of this application_name.")
@click.option("--no-application", "no_applications", multiple=True, help="Not sessions of this application_name.")
@click.option(
    "--encoding",
    "encodings",
    multiple=True,
    help="DATABASE=LATIN1: the encoding of a database's text (LATIN1 alone: of all others).",
)
@click.option(
    "--session-set",
    "settings",
    multiple=True,
    help="'user=app: search_path=shard_7,public': what sessions start with and logs never show.",
)
@click.option(
    "--catalog",
    help="DSN of the source or a restored copy: what its roles and databases SET, its encodings, and which tables "
    "names mean and touch besides (search_path, foreign keys, views, rules, triggers, partitions).",
)
@click.option("--pooled", multiple=True, help="user=app: these sessions are a pooler's server connections.")
@click.option(
    "--sample-rate",
    "sampling",
    type=click.FloatRange(0, 1, min_open=True),
    help="The share of the load that was logged (log_transaction_sample_rate); by default what --source says, else all.",
)
@click.option(
    "--redact",
    type=click.Choice(["none", "literals"]),
    help="Replace every literal and parameter by a stranger of the same form. Without it: none; to s3:// it must be said.",
)
@click.option(
    "--redact-key",
    type=click.Path(path_type=Path),
    help="The key of the redaction (made if it is not there, 0600): the same key always maps alike.",
)
@click.option("--redact-allow", "allowed", multiple=True, help="A value that may stay (may be given again).")
@click.option(
    "--drop-crypto-keys",
    is_flag=True,
    help="Empty the keys and passwords that statements give to pgcrypto's functions.",
)
@click.option(
    "--require-coverage",
    type=click.FloatRange(0, 1),
    help="Exit 3 when less of the statements, or of their time, can be replayed.",
)
@click.option("--force", is_flag=True, help="Replace the output.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")
def logs(paths: tuple[str, ...], *, require_coverage: float | None, as_json: bool, **given: Any) -> None:
    """Capture logs: files, folders, patterns, - for standard input, s3://bucket/prefix; gzip and zstd too.

    csvlog, jsonlog, plain logs with any log_line_prefix, syslog, CloudWatch exports; rotated files in any order.
    Logs of several servers are told apart by name: reader1=a.csv reader2=b.csv.
    """
    from pgrehearse.base.malloc import keep_memory

    keep_memory()
    from pgrehearse.base.artifact import Kind, check
    from pgrehearse.base.clock import iso
    from pgrehearse.base.version import tool_version
    from pgrehearse.capture.accounting import require
    from pgrehearse.capture.pipeline import capture_logs
    from pgrehearse.console import out, print_json, pulse

    output: str = given["output"]
    if not output.startswith("s3://"):
        check(Path(output), Kind.WORKLOAD, force=given["force"])
    options = _options(paths, given)
    with pulse() as shown, _place(output, force=given["force"]) as folder:
        manifest = capture_logs(
            replace(options, output=folder),
            tool_version=tool_version(),
            progress=lambda done, total: shown.say(f"  {done / 1e6:,.0f} of {total / 1e6:,.0f} MB read"),
        )
    if as_json:
        if require_coverage is not None:
            require(manifest, require_coverage)
        print_json(document(manifest, output))
        return
    out.print(
        f"{output}: {units.count(manifest.statements)} statements of {units.count(manifest.sessions)} sessions in "
        f"{units.duration(manifest.duration_us)}, {units.count(manifest.errors)} of them failed",
        markup=False,
    )
    out.print(
        f"it begins at {iso(manifest.window_start_us)}: a copy to replay it on has to be of that instant (a replay says how far it is)",
        markup=False,
    )
    print_losses(manifest)
    if require_coverage is not None:
        require(manifest, require_coverage)


@command.command(
    "live",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: pgrehearse capture live postgresql://postgres@prod/app --for 10m -o prod.workload",
)
@click.argument("dsn")
@click.option("--for", "length", type=DURATION, required=True, help="How long (30s, 10m, 2h).")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The workload to write.")
@click.option("--force", is_flag=True, help="Replace the output.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")
def live(dsn: str, length: int, output: Path, *, force: bool, as_json: bool) -> None:
    """Have the server at DSN log every statement for a while, and capture that.

    Changes its logging settings (ALTER SYSTEM, reload) and puts them back on every exit; needs a superuser.
    """
    from pgrehearse.base.malloc import keep_memory

    keep_memory()
    from pgrehearse.base.artifact import Kind, check
    from pgrehearse.base.postgres import chosen
    from pgrehearse.console import out, print_json, pulse
    from pgrehearse.scenarios.live_capture import recorded

    check(output, Kind.WORKLOAD, force=force)
    with pulse() as shown:
        manifest, notes = recorded(chosen(dsn), length / 1e6, output, shown.say, force=force)
    if as_json:
        print_json({**document(manifest, output), "live": notes})
        return
    out.print(f"{output}: {units.count(manifest.statements)} statements of {units.count(manifest.sessions)} sessions")
    for note in notes:
        out.print(f"  {note}", markup=False)
    print_losses(manifest)


def _place(output: str, *, force: bool) -> AbstractContextManager[Path]:
    """Return where to write: the path itself, or a folder that goes to S3."""
    if not output.startswith("s3://"):
        return nullcontext(Path(output))
    from pgrehearse.capture.upload import leaving

    return leaving(output, force=force)


def _options(paths: tuple[str, ...], given: dict[str, Any]) -> CaptureOptions:
    """Put the options of the command line together."""
    from pgrehearse.capture.formats.time_zones import checked
    from pgrehearse.capture.options import CaptureOptions, Selection
    from pgrehearse.workload.catalog.session_settings import parse

    if given["warm_in"] and not given["since"]:
        raise UsageProblem("--warm-in needs --since", remedy="say with --since where the window begins")
    source = identified(given["source"]) if given["source"] else None
    catalog = _catalog(given["catalog"])
    chosen = {name: frozenset(given[name]) for name in Selection.__slots__}
    pooled = [pair.partition("=") for pair in given["pooled"]]
    if any(key not in {"user", "database", "application"} or not value for key, _, value in pooled):
        raise UsageProblem("--pooled takes user=, database= or application=", remedy="write --pooled user=app")
    declared = {
        f"{kind}s": frozenset(value for key, _, value in pooled if key == kind)
        for kind in ("user", "database", "application")
    }
    return CaptureOptions(
        paths,
        Path(given["output"]),
        force=given["force"],
        format=given["format_"],
        prefix=given["prefix"],
        since=given["since"],
        warm_in_us=given["warm_in"],
        until=given["until"],
        timezone=checked(given["timezone"]) if given["timezone"] else "",
        tail_us=given["tail"],
        selection=Selection(**chosen),
        encodings=catalog.encodings
        | dict((("", word) if "=" not in word else word.split("=", 1)) for word in given["encodings"]),
        settings=(*catalog.settings, *map(parse, given["settings"])),
        pooled=Selection(**declared) if pooled else None,
        sampling=given["sampling"] or (source.logged_share if source is not None else 1.0),
        redaction=_redaction(given),
        drop_crypto_keys=given["drop_crypto_keys"],
        source=source,
        catalog=catalog if given["catalog"] else None,
        columns=_columns(given["source"], source.database) if source is not None and not given["catalog"] else None,
    )


def _catalog(dsn: str | None) -> ServerCatalog:
    """Read the catalog at *dsn* (an empty one: there is none)."""
    from pgrehearse.base import event_loop
    from pgrehearse.base.postgres import chosen
    from pgrehearse.targets.catalog_reader import read_catalog
    from pgrehearse.workload.catalog.model import ServerCatalog

    return event_loop.run(read_catalog(chosen(dsn))) if dsn else ServerCatalog("")


def _columns(dsn: str, database: str) -> ServerCatalog:
    """Read the catalog of the source's own database: which of its columns make ids."""
    from pgrehearse.base import event_loop
    from pgrehearse.base.postgres import chosen
    from pgrehearse.targets.catalog_reader import read_catalog

    return event_loop.run(read_catalog(chosen(dsn), {database}))


def _redaction(given: dict[str, Any]) -> Redaction | None:
    """Return how values are to be replaced; the key is the user's own file."""
    from pgrehearse.workload.redaction import Redaction, key_of

    if given["redact"] is None and given["output"].startswith("s3://"):
        raise UsageProblem(
            "whether values may leave this machine has to be said",
            remedy="give --redact literals with --redact-key FILE, or --redact none",
        )
    if given["redact"] in {None, "none"}:
        return None
    if given["redact_key"] is None:
        raise UsageProblem(
            "--redact literals needs a key", remedy="name its file with --redact-key (one is made if it is not there)"
        )
    return Redaction(key_of(given["redact_key"]), frozenset(given["allowed"]))


def identified(dsn: str) -> Source:
    """Ask the server at *dsn* who it is and how it logs: logs do not say."""
    from pgrehearse.base import event_loop
    from pgrehearse.base.postgres import chosen
    from pgrehearse.targets.server_facts import read_source

    return event_loop.run(read_source(chosen(dsn)))


def document(manifest: Manifest, path: Path | str) -> dict[str, Any]:
    """Return the document of ``capture --json`` and ``inspect --json``."""
    from pgrehearse.base.clock import iso

    return {
        "workload": str(path),
        "digest": manifest.digest,
        "window": {"start": iso(manifest.window_start_us), "end": iso(manifest.window_end_us)},
        "lines": manifest.losses.lines,
        "buckets": manifest.losses.buckets,
        "sessions": manifest.sessions,
        "events": manifest.events,
        "statements": manifest.statements,
        "errors": manifest.errors,
        "coverage": manifest.coverage,
        "transactions": manifest.transactions,
        "log_format": manifest.log_format,
        "logging_mode": manifest.logging_mode,
        "time_resolution_us": manifest.time_resolution_us,
        "estimated_starts": manifest.estimated_starts,
        "parameters_missing": manifest.losses.parameters_missing,
        "copies_from_stdin": manifest.losses.copies_from_stdin,
        "function_calls": manifest.losses.function_calls,
        "errors_without_statement": manifest.losses.errors_without_statement,
        "statements_without_user": manifest.losses.statements_without_user,
        "session_lines_missing": manifest.losses.session_lines_missing,
        "notes": manifest.notes,
    }


def print_losses(manifest: Manifest) -> None:
    """Print the loss accounting: every line in a bucket."""
    from pgrehearse.capture.accounting import LOST
    from pgrehearse.console import out, print_rows

    losses = manifest.losses
    out.print(f"[italic]{units.count(losses.lines)} lines ({manifest.logging_mode})[/]")
    print_rows([{"bucket": name, "lines": units.count(lines)} for name, lines in losses.buckets.items()])
    out.print(f"coverage: {manifest.coverage['count']:.2%} by count, {manifest.coverage['time']:.2%} by time")
    for number, what in (
        *((getattr(losses, name), loss.what) for name, loss in LOST.items()),
        (losses.unexecuted, "parses and binds that were never executed"),
        (manifest.estimated_starts, "statements whose start is estimated (failed ones without a duration)"),
    ):
        if number:
            out.print(f"  {units.count(number)} {what}", markup=False)
    for note in manifest.notes:
        out.print(f"  note: {note}", markup=False)
