"""``capture live``: record the log of a running server for a limited time, and capture it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

import asyncpg

from pgrehearse.base import event_loop
from pgrehearse.base.application_names import CAPTURE
from pgrehearse.base.artifact import Kind, check, disk_errors
from pgrehearse.base.clock import iso
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import BadInput, HarnessFailure, Interrupted, PgrehearseError, TargetProblem
from pgrehearse.base.progress import SILENT, Stage, Stages
from pgrehearse.base.version import tool_version
from pgrehearse.capture.live import recorder
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.targets.catalog_reader import read_catalog
from pgrehearse.targets.server_facts import connect, read_source
from pgrehearse.workload.catalog.model import ServerCatalog
from pgrehearse.workload.manifest import Manifest
from pgrehearse.workload.source import Source

WATCHDOG = (
    "the watchdog restores the logging settings as soon as it can connect; pgrehearse doctor shows the current settings"
)


def record_and_capture(
    endpoint: Endpoint, seconds: float, output: Path, stages: Stages = SILENT, *, force: bool = False
) -> tuple[Manifest, list[str]]:
    """Record the server's log beside the output, and capture it. *seconds*: the duration of the recording.

    A recording that Ctrl-C (``Interrupted``) or the end of the connection (``TargetProblem``) ends early becomes a workload too.
    If a workload cannot be written (``HarnessFailure``: a full disk), the recorded log is kept.
    """
    check(output, Kind.WORKLOAD, force=force)
    with disk_errors(output):
        output.absolute().parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(".log.csv", f"{output.name}.", output.absolute().parent)
        os.close(handle)
    log = Path(name)
    kept = False
    try:
        with stages.stage("record the log", seconds=seconds) as stage, disk_errors(log), log.open("wb") as copy:
            recording = event_loop.run(_record(endpoint, copy, seconds, stage.describe))
        with stages.stage("capture the log", unit="B") as stage:
            manifest = _capture(endpoint, recording, _options(recording, log, output, force=force), stage)
    except HarnessFailure as failure:
        kept = log.stat().st_size > 0
        if not kept:
            raise
        where = f"the recorded log is {log}; to capture it: pgrehearse capture logs {log} -o {output}"
        raise HarnessFailure(failure.message, remedy=f"{failure.remedy}; {where}") from failure
    finally:
        if not kept:
            log.unlink(missing_ok=True)
    recorded = recording.recorded
    if _is_cut_short(recorded):
        raise _cut_short(endpoint, recorded, f"the part that was recorded is in {output}")
    notes = [f"started at {iso(recorded.began_us)}, WAL position {recorded.lsn}; restore the snapshot to this position"]
    return manifest, notes + ([f"stopped early: {recorded.stopped_early}"] if recorded.stopped_early else [])


@dataclass(frozen=True, slots=True)
class _Recording:
    """A recorded log, with the identity of the server and the catalog of its columns that generate ids."""

    recorded: recorder.Recorded
    source: Source
    columns: ServerCatalog


def _options(recording: _Recording, log: Path, output: Path, *, force: bool) -> CaptureOptions:
    """Return the options that capture a recorded log."""
    recorded = recording.recorded
    return CaptureOptions(
        (log,),
        output,
        force=force,
        since_us=recorded.began_us,
        until_us=recorded.ended_us,
        source=replace(recording.source, lsn=recorded.lsn),
        columns=recording.columns,
    )


def _capture(endpoint: Endpoint, recording: _Recording, options: CaptureOptions, stage: Stage) -> Manifest:
    """Capture a recorded log."""
    try:
        return capture_logs(options, tool_version=tool_version(), progress=stage.update)
    except BadInput:
        if not _is_cut_short(recording.recorded):
            raise
        raise _cut_short(endpoint, recording.recorded, "no statement was recorded") from None


def _is_cut_short(recorded: recorder.Recorded) -> bool:
    return bool(recorded.connection_error) or recorded.stopped_early == recorder.INTERRUPTED


def _cut_short(endpoint: Endpoint, recorded: recorder.Recorded, kept: str) -> PgrehearseError:
    """Return the error for a recording that ended early; *kept*: what was recorded."""
    if recorded.connection_error:
        message = f"{endpoint}: the connection was lost during the recording: {recorded.connection_error}"
        return TargetProblem(message, remedy=f"{kept}; {WATCHDOG}")
    return Interrupted("interrupted", remedy=f"{kept}; the logging settings of the server were restored")


async def _record(endpoint: Endpoint, copy: IO[bytes], seconds: float, report: Callable[[str], None]) -> _Recording:
    connection = await connect(endpoint, application=CAPTURE)
    try:
        await recorder.check(connection)
        source = await read_source(endpoint)
        columns = await read_catalog(endpoint, {source.database})
        expected_mb = await recorder.volume(connection) * seconds / 1e6
        report(f"record the log (about {expected_mb:,.0f} MB are expected)")
        return _Recording(await recorder.record(connection, endpoint, copy, seconds, report), source, columns)
    except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
        raise TargetProblem(
            f"{endpoint}: the connection was lost during the recording: {error}",
            remedy=WATCHDOG,
        ) from None
    finally:
        await connection.close()
