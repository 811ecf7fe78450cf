"""``capture logs``: statement logs of one server or several become one workload.

Each server is captured alone (``server_capture``), here or on a host of a cluster; what was found is joined (``joined_servers``). In memory at
any time: a few blocks, the last statement group of each open session, one row per session.
"""

from __future__ import annotations

from contextlib import ExitStack

from pgrehearse.base.errors import BadInput
from pgrehearse.base.malloc import give_back
from pgrehearse.capture.captured_server import by_server
from pgrehearse.capture.file_order import options_in_zone, ordered_logs
from pgrehearse.capture.generated_ids import IdsOfCapture
from pgrehearse.capture.input.files import log_files
from pgrehearse.capture.joined_servers import JoinedServers
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.servers import LocalCaptures, Progress, ServerCaptures
from pgrehearse.workload.manifest import Manifest
from pgrehearse.workload.write import Addition, WorkloadWriter


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
        joined = JoinedServers(logs, servers, captured, [*options.notes, *notes])
        table, shapes, fields = joined.tables(options)
        numbers = joined.numbers(table, fields["window_start_us"])
        generated = IdsOfCapture.of(options, table, shapes, fields["time_resolution_us"])
        further = generated.write if generated is not None else None
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


def _require_complete(manifest: Manifest, options: CaptureOptions) -> None:
    """Raise ``BadInput`` if a log was truncated; the workload contains what could be read."""
    if manifest.losses.files_cut_short:
        raise BadInput(
            f"{manifest.losses.files_cut_short[0]}: the file is truncated",
            remedy=f"fetch the file again; {options.output} contains what could be read, and its manifest names the file",
        )
