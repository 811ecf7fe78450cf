"""Targets that pgrehearse has created at AWS: before a replay writes to one, AWS has to describe it as ours."""

from __future__ import annotations

import asyncio

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.targets.journal import read_journals
from pgrehearse.workload.source import Source


async def require_created(endpoint: Endpoint, source: Source | None) -> None:
    """Raise ``TargetProblem`` if an endpoint leads to a target at AWS of this machine's journals that is not proven.

    The libraries of AWS are imported only if there is such a journal.
    """
    journals = read_journals().readable
    if not journals:
        return
    from pgrehearse.targets.aws.proof import require_proof

    await asyncio.to_thread(require_proof, endpoint, journals, source)
