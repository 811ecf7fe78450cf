"""``capture logs``: statement logs of a server become one workload.

Blocks are read and parsed on threads; events are assembled in the order of the log. In memory at any time: a few
blocks, the last statement group of each open session, one row per session.

The first blocks are read while the modules that assemble them are imported: this module imports at its top only what reads.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING

from pgrehearse.base.errors import BadInput
from pgrehearse.base.quick_imports import quick_imports
from pgrehearse.capture.block_reader import BlockReader
from pgrehearse.capture.file_order import options_in_zone, ordered_logs
from pgrehearse.capture.input.files import log_files
from pgrehearse.capture.options import CaptureOptions

if TYPE_CHECKING:
    from pgrehearse.workload.manifest import Manifest
    from pgrehearse.workload.write import Addition

Progress = Callable[[int, int], None]


def capture_logs(
    options: CaptureOptions,
    *,
    tool_version: str,
    progress: Progress | None = None,
    addition: Addition | None = None,
) -> Manifest:
    """Read the logs into a workload and return its manifest. *addition*: adds to the workload before it gets its name.

    Raises ``BadInput`` (exit 3) for a file that is not a log or contains no statement. A truncated compressed file is
    read up to that point: the workload is written, its manifest names the file, and the error is raised afterwards.
    """
    logs = ordered_logs(log_files(options.paths), options)
    options, notes = options_in_zone(options, logs[0])
    with ExitStack() as undo:
        reader = undo.enter_context(BlockReader(logs))
        with quick_imports():
            from pgrehearse.capture.parse.block import ParseOptions
            from pgrehearse.capture.workload_builder import WorkloadBuilder
            from pgrehearse.workload.write import WorkloadWriter

        writer = WorkloadWriter(options.output, force=options.force)
        undo.callback(writer.abandon)
        reader.parse_with(ParseOptions.of(options, numbered=len(logs) > 1))
        builder = WorkloadBuilder(options, reader, writer, notes)
        for done, total in builder.run():
            if progress is not None:
                progress(done, total)
        reader.close()
        manifest = builder.finish(tool_version, addition)
        undo.pop_all()
    if manifest.losses.files_cut_short:
        raise BadInput(
            f"{manifest.losses.files_cut_short[0]}: the file is truncated",
            remedy=f"fetch the file again; {options.output} contains what could be read, and its manifest names the file",
        )
    return manifest
