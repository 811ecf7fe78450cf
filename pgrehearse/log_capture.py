"""The capture of logs with the options of a command."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pgrehearse.base import units
from pgrehearse.base.errors import UsageProblem
from pgrehearse.capture_options import encodings_of, pooled_of, redaction_of

if TYPE_CHECKING:
    from pgrehearse.base.progress import Stage
    from pgrehearse.capture.decode.files import Decoded
    from pgrehearse.capture.input.files import LogFile
    from pgrehearse.capture.options import CaptureOptions
    from pgrehearse.progress import Display
    from pgrehearse.workload.catalog.model import ServerCatalog
    from pgrehearse.workload.manifest import Manifest
    from pgrehearse.workload.source import Source
    from pgrehearse.workload.write import Addition


def run(
    read_options: Callable[[Display], CaptureOptions],
    values: dict[str, Any],
    require_coverage: float | None,
    *,
    as_json: bool,
    cluster: str = "",
) -> None:
    """Capture the logs of the options, and print what was captured. *cluster*: the Ray cluster that captures ("": this machine)."""
    from pgrehearse.base.malloc import keep_memory
    from pgrehearse.base.quick_imports import quick_imports

    keep_memory()
    with quick_imports():
        from pgrehearse.base.artifact import Kind, check
        from pgrehearse.progress import progress

        import_module("pgrehearse.capture.pipeline")  # needed by _capture

    output: str = values["output"]
    if not output.startswith("s3://"):
        check(Path(output), Kind.WORKLOAD, force=values["force"])
    with progress() as display:
        options = read_options(display)
        manifest = _capture(options, output, display, _decoded(values), cluster)
    if as_json:
        _check_coverage(manifest, require_coverage)
        _print_document(manifest, output)
        return
    _print_capture(manifest, output)
    _check_coverage(manifest, require_coverage)


def _check_coverage(manifest: Manifest, required: float | None) -> None:
    """Raise if less of the load was captured than required (None: any share will do)."""
    if required is not None:
        from pgrehearse.capture.coverage import require_coverage

        require_coverage(manifest, required)


def _print_document(manifest: Manifest, output: str) -> None:
    from pgrehearse.console import print_json
    from pgrehearse.workload_view import document

    print_json(document(manifest, output))


def _capture(options: CaptureOptions, output: str, display: Display, decoded: list[Decoded], cluster: str) -> Manifest:
    """Capture the logs to *output*, with *decoded* rows."""
    from pgrehearse.base.version import tool_version
    from pgrehearse.capture.pipeline import capture_logs
    from pgrehearse.scenarios.capturing.capture_hosts import captures_on

    with (
        _destination(output, display, force=options.force) as folder,
        captures_on(cluster) as captures,
        display.stage("read the logs", unit="B") as stage,
    ):
        return capture_logs(
            replace(options, output=folder),
            tool_version=tool_version(),
            progress=_read_progress(stage),
            addition=_addition(options, decoded, display),
            captures=captures,
        )


def _addition(options: CaptureOptions, decoded: list[Decoded], display: Display) -> Addition | None:
    """Return the function that adds the decoded rows to a workload before it gets its name (None: there are none)."""

    def add(path: Path) -> Manifest:
        from pgrehearse.capture.decode.attach import attach

        with display.stage("join the decoded rows"):
            return attach(replace(options, output=path), decoded)

    return add if decoded else None


def _decoded(values: dict[str, Any]) -> list[Decoded]:
    """Return the decoded rows, opened and verified before the logs are read."""
    if not values["decoded"]:
        return []
    from pgrehearse.base.s3_cache import local
    from pgrehearse.capture.decode.files import Decoded

    if values["redact"] == "literals":
        raise UsageProblem(
            "--decoded cannot be used with --redact literals: decoded rows contain the values of tables",
            remedy="leave out --decoded, or use --redact none",
        )
    return [Decoded.open(local(path)) for path in values["decoded"]]


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


@contextmanager
def _destination(output: str, display: Display, *, force: bool) -> Iterator[Path]:
    """Yield the path to write to: *output* itself, or a directory that is uploaded to S3 at the end."""
    if not output.startswith("s3://"):
        yield Path(output)
        return
    from pgrehearse.capture.upload import uploaded

    with display.stage(f"capture to {output}"), uploaded(output, force=force) as folder:
        yield folder


def options_of(paths: Sequence[str | LogFile], values: dict[str, Any], display: Display) -> CaptureOptions:
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
    encodings, settings = (catalog.encodings, catalog.settings) if catalog is not None else ({}, ())
    return CaptureOptions(
        tuple(paths),
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
        encodings=encodings | encodings_of(values["encodings"]),
        settings=(*settings, *map(parse, values["settings"])),
        pooled=Selection(**pooled_of(values["pooled"])) if values["pooled"] else None,
        sampling=values["sampling"] or (source.logged_share if source is not None else 1.0),
        redaction=redaction_of(values),
        drop_crypto_keys=values["drop_crypto_keys"],
        readers=tuple(values["readers"]),
        source=source,
        catalog=catalog,
        columns=columns,
    )


def _catalog(dsn: str | None) -> ServerCatalog | None:
    """Return the catalog of the server at *dsn*, if there is one."""
    if not dsn:
        return None
    from pgrehearse.base import event_loop
    from pgrehearse.base.postgres import chosen
    from pgrehearse.targets.catalog_reader import read_catalog

    return event_loop.run(read_catalog(chosen(dsn)))


def _columns(dsn: str, database: str) -> ServerCatalog:
    """Return the catalog of the source's database: which of its columns generate ids."""
    from pgrehearse.base import event_loop
    from pgrehearse.base.postgres import chosen
    from pgrehearse.targets.catalog_reader import read_catalog

    return event_loop.run(read_catalog(chosen(dsn), {database}))


def identified(dsn: str) -> Source:
    """Return the identity and the logging settings of the server at *dsn*."""
    from pgrehearse.base import event_loop
    from pgrehearse.base.postgres import chosen
    from pgrehearse.targets.server_facts import read_source

    return event_loop.run(read_source(chosen(dsn)))
