"""Rows are decoded while another recording of the same server goes on: from before its beginning to after its end."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.capture.decode.files import DecodedManifest, DecodedWriter
from pgrehearse.capture.decode.recorder import Beside, Report, Request
from pgrehearse.scenarios.capturing.decoding import facts_of, identity_of, record_rows

T = TypeVar("T")
# The decoding ends with the other recording. By itself it would end so much later.
_LONGER_S = 120.0


async def decoding_beside(
    endpoint: Endpoint, request: Request, writer: DecodedWriter, report: Report, other: Callable[[], Awaitable[T]]
) -> tuple[T, DecodedManifest]:
    """Record with *other* and decode; return the results of both. Ctrl-C ends *other*, and with it the decoding.

    *other* begins when every later commit is decoded. Raises ``TargetProblem`` if the decoding cannot begin: then *other* does not either.
    What ends the decoding early is in its manifest, and *other* continues.
    """
    identity = await identity_of(endpoint)
    beside = Beside()
    longer = replace(request, seconds=request.seconds + _LONGER_S, beside=beside)
    rows = asyncio.create_task(record_rows(endpoint, longer, writer, report))
    try:
        await _begun(rows, beside)
        result = await other()
    finally:
        beside.ended.set()
        if not beside.started.is_set():
            rows.cancel()
        await asyncio.wait({rows})  # its slot and its publication are removed
    return result, writer.finish({**identity, **facts_of(rows.result())})


async def _begun(rows: asyncio.Task[object], beside: Beside) -> None:
    """Wait until the decoding has begun; raise its error if it cannot."""
    started = asyncio.create_task(beside.started.wait())
    try:
        await asyncio.wait({rows, started}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        started.cancel()
    if not beside.started.is_set():
        await rows
