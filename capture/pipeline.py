"""``capture logs``: statement logs of one server or several become one workload.

Each server is captured alone (``server_capture``), here or on a host of a cluster; what was found is joined (``joined_servers``). In memory at
any time: a few blocks, the last statement group of each open session, one row per session.

The first blocks are read while the modules that assemble them are imported (``servers.started``): this module imports at its top only what reads.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from pgrehearse.base.errors import BadInput
from pgrehearse.base.malloc import give_back
from pgrehearse.base.quick_imports import quick_imports
from pgrehearse.capture.file_order import options_in_zone, ordered_logs
from pgrehearse.capture.input.files import log_files
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.server_logs import by_server
from pgrehearse.capture.servers import LocalCaptures, Progress, ServerCaptures
from pgrehearse.workload.write import WorkloadWriter

if TYPE_CHECKING:
    import polars as pl

    from pgrehearse.workload.manifest import Manifest
    from pgrehearse.workload.write import Addition, Further


def capture_logs(
    options: CaptureOptions,
    *,
    tool_version: str,
    progress: Progress | None = None,
    addition: Addition | None = None,
    captures: ServerCaptures | None = None,
) -> Manifest:
    """Read the logs into a workload and return its manifest. *addition*: adds to the workload before it gets its name.

    *captures*: captures the servers (None: this process does). Raises ``BadInput`` (exit 3) for a file that is not a log or contains no
    statement. A truncated compressed file is read up to that point: the workload is written, its manifest names the file, and the error is
    raised afterwards.
    """
    logs = ordered_logs(log_files(options.paths), options)
    options, notes = options_in_zone(options, logs[0])
    servers = by_server(logs)
    writer = WorkloadWriter(options.output, force=options.force)
    with ExitStack() as undo:
        undo.callback(writer.abandon)
        engine = captures or LocalCaptures(writer.scratch)
        undo.callback(engine.abandon)
        captured = engine.capture(servers, options, progress)
        with quick_imports():
            from pgrehearse.capture.joined_servers import JoinedServers
        joined = JoinedServers(logs, servers, captured, [*options.notes, *notes])
        table, shapes, fields = joined.tables(options)
        numbers = joined.numbers(table, fields["window_start_us"])
        further = _ids_of(options, table, shapes, fields["time_resolution_us"])
        give_back()
        manifest = writer.finish(
            lambda folder: engine.write_parts(numbers, folder),
            (table, shapes),
            {"tool_version": tool_version, **fields},
            further,
            addition,
        )
        undo.pop_all()
    _require_complete(manifest, options)
    return manifest


def _ids_of(
    options: CaptureOptions, sessions: pl.DataFrame, shapes: pl.DataFrame, resolution_us: int
) -> Further | None:
    """Return what deduces the ids that production drew (None: no catalog was read)."""
    if options.catalog is None and options.columns is None:
        return None
    from pgrehearse.capture.generated_ids import IdsOfCapture

    generated = IdsOfCapture.of(options, sessions, shapes, resolution_us)
    return generated.write if generated is not None else None


def _require_complete(manifest: Manifest, options: CaptureOptions) -> None:
    """Raise ``BadInput`` if a log was truncated; the workload contains what could be read."""
    if manifest.losses.files_cut_short:
        raise BadInput(
            f"{manifest.losses.files_cut_short[0]}: the file is truncated",
            remedy=f"fetch the file again; {options.output} contains what could be read, and its manifest names the file",
        )
