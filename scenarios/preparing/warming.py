"""`replay --warm-up`: every instance of a target is warmed before the replay, all at the same time."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from pgrehearse.base import event_loop
from pgrehearse.base.server_identity import place_of
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.runs.run_facts import WarmUp
from pgrehearse.scenarios.preparing.preflight import Ready, destinations
from pgrehearse.targets.catalog_reader import read_catalog
from pgrehearse.targets.warm_up.warm import Instance, warm
from pgrehearse.workload.catalog.model import Catalog, ServerCatalog
from pgrehearse.workload.read import Workload


def warmed(workload: Workload, ready: Ready, bound_us: int) -> list[WarmUp]:
    """Warm the target, its readers and the targets of routes, each for at most *bound_us*."""
    return event_loop.run(_warmed(workload, ready, bound_us))


async def _warmed(workload: Workload, ready: Ready, bound_us: int) -> list[WarmUp]:
    passwords = Passwords(ready.plan.routing.password_command)
    catalog = await read_catalog(passwords.of(ready.plan.target))
    instances = _instances(workload, ready, catalog)
    instances = [replace(one, endpoint=passwords.of(one.endpoint)) for one in instances]
    return list(await asyncio.gather(*(warm(one, bound_us) for one in instances)))


def _instances(workload: Workload, ready: Ready, catalog: ServerCatalog) -> list[Instance]:
    """Return the instances with the tables that statements of the workload use in each database."""
    names = _names(workload)
    used = {database: _used(one, names) for database, one in catalog.databases.items()}
    user = ready.plan.target.user
    return [
        Instance(
            str(server),
            server.to(user=server.user or user),
            {
                name: (used.get(name, names), ready.expected_identities.get(place_of(server.to(database=name))))
                for name in sorted(databases)
            },
        )
        for server, databases in destinations(workload, ready.plan).items()
    ]


def _names(workload: Workload) -> set[str]:
    """Return the names of tables in the texts of a workload."""
    shapes = workload.shapes()
    columns = (shapes[name].explode(empty_as_null=True).drop_nulls() for name in ("tables_read", "tables_written"))
    return {str(name) for column in columns for name in column}


def _used(catalog: Catalog, names: set[str]) -> set[str]:
    """Return the tables that a database has of these names, and those that depend on them: of views, foreign keys, triggers."""
    found = {relation for name in names for relation in catalog.named(name)}
    return set().union(*catalog.closed(found, found, ""))
