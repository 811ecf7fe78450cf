"""``capture decode``: decode the rows that a source commits for a limited time, into a directory."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pgrehearse.base import event_loop
from pgrehearse.base.application_names import CAPTURE
from pgrehearse.base.artifact import Kind, check
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import Interrupted, PgrehearseError, TargetProblem
from pgrehearse.base.progress import SILENT, Stages
from pgrehearse.base.version import tool_version
from pgrehearse.capture.decode import recorder, source
from pgrehearse.capture.decode.files import DecodedManifest, DecodedWriter, writing
from pgrehearse.capture.decode.recorder import Recorded, Report, Request
from pgrehearse.targets.server_facts import connect, read_source


def decode(
    endpoint: Endpoint, request: Request, output: Path, stages: Stages = SILENT, *, force: bool = False
) -> DecodedManifest:
    """Decode for the requested time, and write the rows to *output*.

    If Ctrl-C (``Interrupted``) or the server (``TargetProblem``) ends it early, the rows until then are kept.
    """
    check(output, Kind.DECODED, force=force)
    identity = event_loop.run(identity_of(endpoint))
    with writing(output, force=force) as writer:
        with stages.stage("decode", seconds=request.seconds) as stage:
            recorded = event_loop.run(record_rows(endpoint, request, writer, stage.describe))
        manifest = writer.finish({**identity, **facts_of(recorded)})
    if recorded.error or recorded.stopped == recorder.INTERRUPTED:
        raise _cut_short(endpoint, recorded, output)
    return manifest


async def identity_of(endpoint: Endpoint) -> dict[str, Any]:
    """Return which database of which server is decoded. Raises ``TargetProblem`` if it cannot be."""
    connection = await connect(endpoint, application=CAPTURE)
    try:
        facts = await source.check(connection)
    finally:
        await connection.close()
    server = await read_source(endpoint)
    return {
        "database": facts.database,
        "encoding": facts.encoding,
        "system_identifier": server.system_identifier,
        "tool_version": tool_version(),
    }


async def record_rows(endpoint: Endpoint, request: Request, writer: DecodedWriter, report: Report) -> Recorded:
    """Decode for the requested time. Raises ``TargetProblem`` if it cannot begin."""
    connection = await connect(endpoint, application=CAPTURE)
    try:
        return await recorder.record(connection, endpoint, writer, request, report)
    finally:
        await connection.close()


def facts_of(recorded: Recorded) -> dict[str, Any]:
    """Return the values of the manifest that describe the recording."""
    return {
        "lsn": recorded.lsn,
        "began_us": recorded.began_us,
        "ended_us": recorded.ended_us,
        "tables": recorded.tables,
        "bytes_received": recorded.bytes_received,
        "stopped": recorded.error or recorded.stopped,
    }


def _cut_short(endpoint: Endpoint, recorded: Recorded, output: Path) -> PgrehearseError:
    """Return the error for a recording that ended early."""
    kept = f"the rows until then are in {output}; the slot and the publication are removed"
    if not recorded.error:
        return Interrupted("interrupted", remedy=kept)
    return TargetProblem(f"{endpoint}: the server ended the decoding: {recorded.error}", remedy=kept)
