"""``capture live``: a running server's log is recorded for a while, and becomes a workload."""

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
from pgrehearse.base.errors import BadInput, Interrupted, OurFailure, PgrehearseError, TargetProblem
from pgrehearse.base.version import tool_version
from pgrehearse.capture.live import recorder
from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.targets.catalog_reader import read_catalog
from pgrehearse.targets.server_facts import connect, read_source
from pgrehearse.workload.catalog.model import ServerCatalog
from pgrehearse.workload.manifest import Manifest
from pgrehearse.workload.source import Source

WATCHDOG = "the watchdog puts the logging back as soon as it can connect; pgrehearse doctor shows how it stands"


def recorded(
    endpoint: Endpoint, seconds: float, output: Path, told: Callable[[str], None], *, force: bool = False
) -> tuple[Manifest, list[str]]:
    """Record the server's log beside the output, and capture it.

    What was recorded becomes a workload also when Ctrl-C (``Interrupted``) or the connection's end (``TargetProblem``)
    cuts it short. Where a workload cannot be written (``OurFailure``: a full disk), the recorded log stays.
    """
    check(output, Kind.WORKLOAD, force=force)
    with disk_errors(output):
        output.absolute().parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(".log.csv", f"{output.name}.", output.absolute().parent)
        os.close(handle)
    log = Path(name)
    kept = False
    try:
        with disk_errors(log), log.open("wb") as copy:
            recording = event_loop.run(_record(endpoint, copy, seconds, told))
        manifest = _captured(endpoint, recording, log, output, force=force)
    except OurFailure as failure:
        kept = log.stat().st_size > 0
        if not kept:
            raise
        where = f"what was recorded is in {log}: pgrehearse capture logs {log} -o {output} makes a workload of it"
        raise OurFailure(failure.message, remedy=f"{failure.remedy}; {where}") from failure
    finally:
        if not kept:
            log.unlink(missing_ok=True)
    found = recording.found
    if _is_cut_short(found):
        raise _cut_short(endpoint, found, f"what was recorded until then is in {output}")
    notes = [f"began {iso(found.began_us)} at WAL {found.lsn}: restore a snapshot to there"]
    return manifest, notes + ([f"stopped early: {found.stopped_early}"] if found.stopped_early else [])


@dataclass(frozen=True, slots=True)
class _Recording:
    """A recorded log, and what the server said of itself before: who it is, and which of its columns make ids."""

    found: recorder.Recorded
    source: Source
    columns: ServerCatalog


def _captured(endpoint: Endpoint, recording: _Recording, log: Path, output: Path, *, force: bool) -> Manifest:
    """Make a workload of a recorded log."""
    found = recording.found
    options = CaptureOptions(
        (log,),
        output,
        force=force,
        since_us=found.began_us,
        until_us=found.ended_us,
        source=replace(recording.source, lsn=found.lsn),
        columns=recording.columns,
    )
    try:
        return capture_logs(options, tool_version=tool_version())
    except BadInput:
        if not _is_cut_short(found):
            raise
        raise _cut_short(endpoint, found, "nothing was recorded until then") from None


def _is_cut_short(found: recorder.Recorded) -> bool:
    return bool(found.lost) or found.stopped_early == recorder.INTERRUPTED


def _cut_short(endpoint: Endpoint, found: recorder.Recorded, kept: str) -> PgrehearseError:
    """Say what cut a recording short, and what is left of it."""
    if found.lost:
        lost = f"{endpoint}: the connection was lost while its log was recorded: {found.lost}"
        return TargetProblem(lost, remedy=f"{kept}; {WATCHDOG}")
    return Interrupted("interrupted", remedy=f"{kept}; the server's logging is as it was")


async def _record(endpoint: Endpoint, copy: IO[bytes], seconds: float, told: Callable[[str], None]) -> _Recording:
    connection = await connect(endpoint, application=CAPTURE)
    try:
        await recorder.check(connection)
        known = await read_source(endpoint)
        columns = await read_catalog(endpoint, {known.database})
        told(f"  about {await recorder.volume(connection) * seconds / 1e6:,.0f} MB of log to come")
        return _Recording(await recorder.record(connection, endpoint, copy, seconds, told), known, columns)
    except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
        raise TargetProblem(
            f"{endpoint}: the connection was lost while its log was recorded: {error}",
            remedy=WATCHDOG,
        ) from None
    finally:
        await connection.close()
