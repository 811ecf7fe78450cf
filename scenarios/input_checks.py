"""All inputs of a scenario are verified before anything is changed: files exist, sides are rehearsal databases, readers accept connections."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pgrehearse.base import event_loop
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import BadInput
from pgrehearse.base.postgres import located
from pgrehearse.compare.cost import Prices, read_prices
from pgrehearse.replay.plan.plan import Clock, Ordering, ReplayPlan, Sync, parse_speed
from pgrehearse.runs.state.read import State
from pgrehearse.scenarios.preflight import Permissions, preflight
from pgrehearse.scenarios.scenario_file import Scenario, Side
from pgrehearse.targets import safety
from pgrehearse.targets.adoption import require_still_fit
from pgrehearse.targets.denied_hosts import refuse_denied
from pgrehearse.targets.server_facts import server_facts
from pgrehearse.workload.read import Workload


def check_inputs(scenario: Scenario) -> None:
    """Raise for every input that would end the scenario later."""
    prices_of(scenario)
    workload = Workload.verified(Path(scenario.production.workload)) if scenario.production.kind == "workload" else None
    if scenario.production.end_state:
        State.open(Path(scenario.production.end_state))
    sides = [side for side in (scenario.control, scenario.candidate) if side.kind == "dsn"]
    for side in sides:
        for log in side.logs:
            if not Path(log).exists():
                raise BadInput(f"{log}: no such file", remedy="correct `logs` of this side")
    for side in sides:
        event_loop.run(_check_connections(side))
    for side in sides:
        event_loop.run(_verify(scenario, side, workload))


async def _check_connections(side: Side) -> None:
    """Connect to a side and to its readers."""
    await place_of_side(side)
    for reader in side.standby_dsn:
        endpoint = Endpoint.parse(reader)
        refuse_denied(endpoint, ())
        await server_facts(endpoint)


async def _verify(scenario: Scenario, side: Side, workload: Workload | None) -> None:
    """Verify one side in the same way as its replay will do, also if only `after` changes it."""
    target = await place_of_side(side)
    dirty = scenario.replay.dirty
    source = workload.manifest.source if workload is not None else None
    proof = await safety.check_target(target, source)
    if side.after or scenario.replay.writes:
        safety.require_rehearsal(proof, target, dirty=dirty)
        await require_still_fit(target, proof, frozenset())
    if workload is not None:
        await preflight(workload, plan_of(scenario, target), Permissions(dirty=dirty, spends=False))


async def place_of_side(side: Side) -> Endpoint:
    """Return the one address of a side's DSN that accepts connections. Raises ``TargetProblem`` for a denied host."""
    endpoint = Endpoint.parse(side.dsn)
    refuse_denied(endpoint, ())
    pinned = await located(endpoint)
    refuse_denied(pinned, ())
    return pinned


def plan_of(scenario: Scenario, target: Endpoint, workers: int = 0) -> ReplayPlan:
    """Return the plan of a scenario's replay to a target."""
    return ReplayPlan(
        target,
        speed=parse_speed(scenario.replay.speed),
        workers=workers or scenario.replay.workers,
        writes=scenario.replay.writes,
        think=scenario.replay.think_time_scale,
        connect=scenario.replay.connect_time_scale,
        order=Ordering(Sync(scenario.replay.sync)),
        clock=Clock(scenario.replay.clock),
    )


def prices_of(scenario: Scenario) -> Prices:
    """Return the scenario's table of prices, with the prices of the sides that have one."""
    table = read_prices(Path(scenario.compare.prices)) if scenario.compare.prices else Prices()
    prices = {"control": scenario.control.price, "candidate": scenario.candidate.price}
    return replace(table, sides=table.sides | {name: price for name, price in prices.items() if price})
