"""Events that act on an embedded server as a whole: restart, other settings, a signal for its processes, a failover."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import suppress

from pgrehearse.base.application_names import OURS
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.processes import parent
from pgrehearse.scenarios.events.plan import CPUS, EventPlan
from pgrehearse.scenarios.events.target import EventTarget
from pgrehearse.targets.embedded import restart as restarting
from pgrehearse.targets.embedded.address_forwarder import AddressForwarder
from pgrehearse.targets.embedded.affinity import processors_of, scale_processors
from pgrehearse.targets.embedded.cluster import Cluster, postmaster
from pgrehearse.targets.embedded.fail_over import fail_over
from pgrehearse.targets.embedded.lost_transactions import LostTransactions

_PROCESSES = """
select pid from pg_catalog.pg_stat_activity
where backend_type = $1 and ($2 = '' or application_name = $2) and application_name <> all ($3::text[])
"""


async def restart(event: EventPlan, target: EventTarget) -> None:
    """Restart the server in the event's mode."""
    await asyncio.to_thread(restarting.restart, await _verified_server(target), event.restart_mode)


async def scale(event: EventPlan, target: EventTarget) -> None:
    """Change the size of a target that allows it while it is in use; else set the number of processors and the settings, and restart."""
    if target.cluster is None and target.resizable is not None:
        async with target.verified():
            await asyncio.to_thread(target.resizable.resize, event.scale)
        return
    async with target.verified() as connection:
        await restarting.set_settings(connection, event.scaled_settings)
    if CPUS in event.scale:
        scale_processors(_server(target).home, processors_of(event.scale[CPUS]))
    await asyncio.to_thread(restarting.restart, _server(target), event.restart_mode)


async def send_signal(event: EventPlan, target: EventTarget) -> None:
    """Send the signal to each process of the event's kind. Raises ``TargetProblem`` if the server has none."""
    async with target.verified() as connection:
        rows = await connection.fetch(_PROCESSES, event.process, event.application, sorted(OURS))
    server = postmaster(_server(target))
    pids = [int(row["pid"]) for row in rows if parent(int(row["pid"])) == server]
    if not pids:
        application = f" of the application {event.application!r}" if event.application else ""
        raise TargetProblem(
            f"the server has no process {event.process!r}{application} now", remedy="choose another instant or process"
        )
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.Signals[event.signal])


async def promote_standby(target: EventTarget, forwarder: AddressForwarder) -> LostTransactions:
    """End the primary and promote its standby, which gets its address; later events are executed there."""
    primary, standby = await _verified_server(target), target.standby
    if standby is None:
        raise TargetProblem(f"{primary.name} has no standby", remedy="give its DSN by --standby")
    lost = await fail_over(primary, standby, forwarder)
    target.cluster, target.standby = standby, None
    return lost


async def _verified_server(target: EventTarget) -> Cluster:
    """Return the server after a connection to it has verified it."""
    async with target.verified():
        return _server(target)


def _server(target: EventTarget) -> Cluster:
    if target.cluster is None:
        raise TargetProblem(
            f"{target.endpoint} is not an embedded server", remedy="use an event with command for other servers"
        )
    return target.cluster
