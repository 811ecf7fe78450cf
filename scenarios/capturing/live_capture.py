"""``capture live``: record the log of a running server for a limited time, and capture it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
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
from pgrehearse.capture.decode.attach import attach
from pgrehearse.capture.decode.files import Decoded, DecodedManifest, writing
from pgrehearse.capture.decode.recorder import Request
from pgrehearse.capture.live import recorder
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.scenarios.capturing.live_decoding import decoding_beside
from pgrehearse.targets.catalog_reader import read_catalog
from pgrehearse.targets.server_facts import connect, read_source
from pgrehearse.workload.catalog.model import ServerCatalog
from pgrehearse.workload.manifest import Manifest
from pgrehearse.workload.source import Source

WATCHDOG = (
    "the watchdog restores the logging settings as soon as it can connect; pgrehearse doctor shows the current settings"
)


def record_and_capture(
    endpoint: Endpoint, request: LiveRequest, output: Path, stages: Stages = SILENT, *, force: bool = False
) -> tuple[Manifest, list[str]]:
    """Record the server's log beside the output, and capture it.

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
        with stages.stage("record the log", seconds=request.seconds) as stage, disk_errors(log), log.open("wb") as copy:
            recording = event_loop.run(_record(endpoint, copy, request, stage.describe))
        with stages.stage("capture the log", unit="B") as stage:
            manifest = _capture(endpoint, recording, _options(recording, log, output, force=force), stage)
    except HarnessFailure as failure:
        kept = log.stat().st_size > 0
        if not kept:
            raise
        raise HarnessFailure(failure.message, remedy=f"{failure.remedy}; {_again(log, output)}") from failure
    finally:
        if not kept:
            log.unlink(missing_ok=True)
            shutil.rmtree(_rows_of(log), ignore_errors=True)
    if cut_short := _reason(recording):
        raise _cut_short(endpoint, cut_short, f"the part that was recorded is in {output}")
    return manifest, _notes(recording)


@dataclass(frozen=True, slots=True)
class LiveRequest:
    """What to record: the log, *seconds* long; *rows*: how to decode the rows that are committed during it (None: not)."""

    seconds: float
    rows: Request | None = None


@dataclass(frozen=True, slots=True)
class _Recording:
    """A recorded log, with the identity of the server and the catalog of its columns that generate ids. *decoded*: the rows that were decoded."""

    recorded: recorder.Recorded
    source: Source
    columns: ServerCatalog
    decoded: DecodedManifest | None = None


def _rows_of(log: Path) -> Path:
    """Return the directory of the decoded rows beside a recorded log."""
    return log.with_name(f"{log.name.removesuffix('.log.csv')}.decoded")


def _again(log: Path, output: Path) -> str:
    """Return where the recorded log is, and the command that captures it."""
    rows = _rows_of(log)
    decoded = f" --decoded {rows}" if rows.exists() else ""
    return f"the recorded log is {log}; to capture it: pgrehearse capture logs {log} -o {output}{decoded}"


def _notes(recording: _Recording) -> list[str]:
    """Return where the recording began, and why it ended early."""
    recorded, decoded = recording.recorded, recording.decoded
    notes = [f"started at {iso(recorded.began_us)}, WAL position {recorded.lsn}; restore the snapshot to this position"]
    if recorded.stopped_early:
        notes.append(f"stopped early: {recorded.stopped_early}")
    if decoded is not None and decoded.stopped:
        notes.append(f"the decoding stopped early, at {iso(decoded.ended_us)}: {decoded.stopped}")
    return notes


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
    """Capture a recorded log, and add the decoded rows."""
    try:
        manifest = capture_logs(options, tool_version=tool_version(), progress=stage.update)
    except BadInput:
        if not (reason := _reason(recording)):
            raise
        raise _cut_short(endpoint, reason, "no statement was recorded") from None
    if recording.decoded is None:
        return manifest
    return attach(options, [Decoded.open(_rows_of(Path(str(options.paths[0]))))])


def _reason(recording: _Recording) -> str:
    """Return why the recording of the log ended early ("": it did not, or its own limit ended it)."""
    recorded = recording.recorded
    return recorded.connection_error or (
        recorded.stopped_early if recorded.stopped_early == recorder.INTERRUPTED else ""
    )


def _cut_short(endpoint: Endpoint, reason: str, kept: str) -> PgrehearseError:
    """Return the error for a recording that ended early; *kept*: what was recorded."""
    if reason != recorder.INTERRUPTED:
        message = f"{endpoint}: the connection was lost during the recording: {reason}"
        return TargetProblem(message, remedy=f"{kept}; {WATCHDOG}")
    return Interrupted(reason, remedy=f"{kept}; the logging settings of the server were restored")


async def _record(
    endpoint: Endpoint, copy: IO[bytes], request: LiveRequest, report: Callable[[str], None]
) -> _Recording:
    connection = await connect(endpoint, application=CAPTURE)
    seconds = request.seconds
    try:
        await recorder.check(connection)
        source = await read_source(endpoint)
        columns = await read_catalog(endpoint, {source.database})
        expected_mb = await recorder.volume(connection) * seconds / 1e6
        report(f"record the log (about {expected_mb:,.0f} MB are expected)")
        log = partial(recorder.record, connection, endpoint, copy, seconds, report)
        if request.rows is None:
            return _Recording(await log(), source, columns)
        with writing(_rows_of(Path(copy.name))) as writer:
            recorded, decoded = await decoding_beside(endpoint, request.rows, writer, report, log)
        return _Recording(recorded, source, columns, decoded)
    except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
        raise TargetProblem(
            f"{endpoint}: the connection was lost during the recording: {error}",
            remedy=WATCHDOG,
        ) from None
    finally:
        await connection.close()
