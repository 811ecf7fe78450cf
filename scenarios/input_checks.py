"""All inputs of a scenario, looked at before anything is done: files are there, sides are proven, readers answer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pgrehearse.base import event_loop
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import BadInput
from pgrehearse.base.postgres import located
from pgrehearse.compare.cost import Prices, read_prices
from pgrehearse.replay.plan.plan import Ordering, ReplayPlan, Sync, parse_speed
from pgrehearse.scenarios.preflight import Permissions, preflight
from pgrehearse.scenarios.scenario_file import Scenario, Side
from pgrehearse.targets import safety
from pgrehearse.targets.adoption import require_still_fit
from pgrehearse.targets.denied_hosts import refuse_denied
from pgrehearse.targets.server_facts import server_facts
from pgrehearse.workload.read import Workload


def look_first(scenario: Scenario) -> None:
    """Raise for whatever would end the scenario later: nothing has been changed yet, anywhere."""
    prices_of(scenario)
    workload = Workload.verified(Path(scenario.production.workload)) if scenario.production.kind == "workload" else None
    sides = [side for side in (scenario.control, scenario.candidate) if side.kind == "dsn"]
    for side in sides:
        for log in side.logs:
            if not Path(log).exists():
                raise BadInput(f"{log}: no such file", remedy="correct the side's logs")
    for side in sides:
        event_loop.run(_reached(side))
    for side in sides:
        event_loop.run(_proven(scenario, side, workload))


async def _reached(side: Side) -> None:
    """Connect to a side and to its readers: each side, before anything else is asked of any."""
    await place_of_side(side)
    for reader in side.standby_dsn:
        endpoint = Endpoint.parse(reader)
        refuse_denied(endpoint, ())
        await server_facts(endpoint)


async def _proven(scenario: Scenario, side: Side, workload: Workload | None) -> None:
    """Prove one side as its replay will, and where `after` changes it."""
    target = await place_of_side(side)
    dirty = scenario.replay.dirty
    source = workload.manifest.source if workload is not None else None
    found = await safety.check_target(target, source)
    if side.after or scenario.replay.writes:
        safety.require_rehearsal(found, target, dirty=dirty)
        await require_still_fit(target, found, frozenset())
    if workload is not None:
        await preflight(workload, plan_of(scenario, target), Permissions(dirty=dirty, spends=False))


async def place_of_side(side: Side) -> Endpoint:
    """Return the one address of a side's DSN that answers. Raises ``TargetProblem`` when it is on the list of denied hosts."""
    named = Endpoint.parse(side.dsn)
    refuse_denied(named, ())
    found = await located(named)
    refuse_denied(found, ())
    return found


def plan_of(scenario: Scenario, target: Endpoint, workers: int = 0) -> ReplayPlan:
    """Return how a scenario replays to a target."""
    return ReplayPlan(
        target,
        speed=parse_speed(scenario.replay.speed),
        workers=workers or scenario.replay.workers,
        writes=scenario.replay.writes,
        order=Ordering(Sync(scenario.replay.sync)),
    )


def prices_of(scenario: Scenario) -> Prices:
    """Return the scenario's table of prices, with the sides' own where they say one."""
    table = read_prices(Path(scenario.compare.prices)) if scenario.compare.prices else Prices()
    told = {"control": scenario.control.price, "candidate": scenario.candidate.price}
    return replace(table, sides=table.sides | {name: price for name, price in told.items() if price})
