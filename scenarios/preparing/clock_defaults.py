"""Defaults, views, functions and policies read production's time during a replay whose target's clock is not shifted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

import asyncpg

from pgrehearse.base import event_loop
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.replay.plan.plan import Clock
from pgrehearse.replay.prepare.production_clock import ClockObjects
from pgrehearse.runs.read import Run
from pgrehearse.runs.write import rewrite_manifest
from pgrehearse.scenarios.preparing.preflight import Ready
from pgrehearse.targets import safety
from pgrehearse.targets.clock_defaults import ReplacedDefaults, put_back_clock_defaults, replace_clock_defaults
from pgrehearse.targets.server_facts import connect
from pgrehearse.workload.analysis.clock import uses_definitions
from pgrehearse.workload.read import Workload


@dataclass
class ReplacedClock:
    """The *objects* of the targets that read production's time during a replay. *notes*: on those that do not, and, after the block, on
    those that were not put back."""

    objects: ClockObjects = field(default_factory=ClockObjects)
    notes: list[str] = field(default_factory=list)

    def recorded(self, run: Run) -> Run:
        """Write the notes to the manifest of a run; return the run."""
        if not self.notes:
            return run
        rewrite_manifest(run.path, replace(run.manifest, notes=[*run.manifest.notes, *self.notes]))
        return Run.open(run.path)


@contextmanager
def clock_defaults(workload: Workload, ready: Ready, *, shifted: bool) -> Iterator[ReplacedClock]:
    """Have the databases that a replay writes to evaluate their definitions with production's time; put them back at the end of the block.

    *shifted*: the target's own clock is production's, so that nothing has to be replaced. Nor has it if no statement of the workload is
    known to evaluate such a definition.
    """
    clock = ReplacedClock()
    if ready.plan.clock != Clock.PRODUCTION or shifted or not uses_definitions(workload):
        yield clock
        return
    try:
        found = [event_loop.run(_replace(place, proven)) for place, proven in ready.spent]
        columns = tuple(column for one in found for column in one.columns)
        left = [sentence for one in found for sentence in one.left]
        names = (
            tuple(name for one in found for name in one.definitions),
            tuple(one.partition(": ")[0] for one in left),
        )
        clock.objects = ClockObjects(columns, *names)
        clock.notes = [f"the target's time is read by {sentence}" for sentence in left]
        yield clock
    finally:
        clock.notes += [f"not put back: {sentence}" for sentence in put_back_defaults(ready)]


def put_back_defaults(ready: Ready) -> list[str]:
    """Put back the definitions that a replay replaced, this one or one that was killed; return sentences about those that could not be."""
    return [sentence for place, proven in ready.spent for sentence in event_loop.run(_put_back(place, proven))]


async def _replace(endpoint: Endpoint, proven: safety.SafetyCheck) -> ReplacedDefaults:
    """Replace the definitions of one database. A role without the permission leaves it as it is."""
    connection = await connect(endpoint)
    try:
        await safety.require_identity(connection, proven.expected_identity)
        return await replace_clock_defaults(connection)
    except asyncpg.PostgresError as error:
        return ReplacedDefaults(left=(f"{endpoint.database}: {error}",))
    finally:
        await connection.close()


async def _put_back(endpoint: Endpoint, proven: safety.SafetyCheck) -> tuple[str, ...]:
    """Put back the definitions of one database. A server that cannot be reached is put back at the start of the next replay."""
    try:
        connection = await connect(endpoint)
    except TargetProblem as error:
        return (str(error),)
    try:
        await safety.require_identity(connection, proven.expected_identity)
        return await put_back_clock_defaults(connection)
    finally:
        await connection.close()
