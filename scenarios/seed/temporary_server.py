"""An embedded server for the time of a command, with the data of a dump or a script. It is removed at the end, and by a watchdog."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from pathlib import Path

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.progress import Stages
from pgrehearse.targets.guarding import guarded
from pgrehearse.targets.journal import Journal
from pgrehearse.targets.make import make
from pgrehearse.targets.specification import Embedded, Specification
from pgrehearse.targets.target import TargetKind

# Nothing of the server outlasts the command.
_QUICK = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}


@contextmanager
def temporary_server(table: Embedded, stages: Stages) -> Iterator[Endpoint]:
    """Yield the database of a new server with the data of *table*. Raises ``TargetProblem``, ``BadInput`` or ``HarnessFailure``."""
    with ExitStack() as guards:

        def hold(journal: Journal) -> AbstractContextManager[None]:
            guards.enter_context(guarded(journal))
            return nullcontext()

        name = f"seed-{secrets.token_hex(3)}"
        target = make(Specification(TargetKind.EMBEDDED, name, _QUICK, table, Path.cwd()), guard=hold)
        target.prepare(stages)  # what it creates is removed if it fails
        try:
            yield target.connect().primary
        finally:
            target.destroy(stages)
