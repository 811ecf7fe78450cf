"""All inputs of a scenario are verified before anything is changed: files exist, sides are rehearsal databases, readers accept connections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pgrehearse.base import event_loop
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import BadInput
from pgrehearse.base.postgres import located
from pgrehearse.compare.cost import Prices, read_prices
from pgrehearse.metrics.aws.instances import describe
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.plan.plan_options import Servers
from pgrehearse.replay.plan.readers import parse_readers
from pgrehearse.replay.plan.routing import Reader, parse_route
from pgrehearse.scenarios.events.schedule import replay_size, require_within
from pgrehearse.scenarios.experiment.scenario_plan import checked_plan
from pgrehearse.scenarios.file.scenario_file import Scenario, Side
from pgrehearse.scenarios.preparing.preflight import Permissions, preflight
from pgrehearse.scenarios.preparing.production_ids import with_ids
from pgrehearse.scenarios.replaying.two_passes import two_passes_plan
from pgrehearse.targets import safety
from pgrehearse.targets.adoption import require_still_fit
from pgrehearse.targets.denied_hosts import refuse_denied
from pgrehearse.targets.make import make
from pgrehearse.targets.server_facts import server_facts
from pgrehearse.workload.read import Workload


def check_inputs(
    scenario: Scenario, finished: frozenset[str] = frozenset(), used: frozenset[str] = frozenset()
) -> None:
    """Raise for every input that would end the scenario later.

    *finished*: the sides whose replays are done; *used*: those that are restored by a command before they are used again.
    """
    checked_plan(scenario, scenario.name, finished)
    workload = Workload.verified(Path(scenario.production.workload)) if scenario.production.kind == "workload" else None
    if scenario.production.kind == "rds":
        describe(scenario.production.rds.instance, scenario.production.rds.cluster)
    every = {name: side for name, side in scenario.sides.items() if name not in finished}
    _check_readers(scenario)
    _check_made([side for side in every.values() if side.is_made])
    sides = {name: side for name, side in every.items() if side.is_owned}
    _check_owned(list(sides.values()), scenario.replay.deny_host)
    for name, side in sides.items():
        if name not in used:
            event_loop.run(_verify(scenario, side, workload))


def plans_to_confirm(scenario: Scenario) -> tuple[str, ...]:
    """Return the plans of the sides whose creation costs money or is a load on production, a line each."""
    made = {name: side.specification(name) for name, side in scenario.sides.items() if side.is_made}
    return tuple(
        line
        for name, specification in made.items()
        if specification.needs_consent
        for line in (f"{name}:", *make(specification).plan())
    )


def _check_owned(sides: list[Side], denied: tuple[str, ...]) -> None:
    """Connect to the sides and their readers."""
    for side in sides:
        event_loop.run(_check_connections(side, denied))


def _check_readers(scenario: Scenario) -> None:
    """Raise ``BadInput`` for reads that no side can move: the readers of a target that is created are not known before."""
    sides = scenario.sides.values()
    if scenario.replay.route_reads and not any(_has_readers(side) for side in sides):
        raise BadInput(
            "replay.route_reads moves reads to standbys, and no side has one",
            remedy="use standby = true, readers or standby_dsn on one side",
        )


def _has_readers(side: Side) -> bool:
    return bool(side.standby_dsn or side.readers or side.is_made or (side.is_restored and side.standby))


def _check_made(sides: list[Side]) -> None:
    """Verify what the targets need that the scenario creates."""
    for side in sides:
        make(side.specification("side")).plan()


async def _check_connections(side: Side, denied: tuple[str, ...]) -> None:
    """Connect to a side, to its standbys and readers, and to the servers of its routes."""
    await place_of_side(side, denied)
    for endpoint in (*map(Endpoint.parse, side.standby_dsn), *other_servers(side)):
        refuse_denied(endpoint, denied)
        await server_facts(endpoint)


def other_servers(side: Side) -> Iterator[Endpoint]:
    """Yield the readers that a side names, and the servers of its routes."""
    yield from (reader.target for reader in parse_readers(side.readers))
    yield from (parse_route(text).target for text in side.routes)


async def _verify(scenario: Scenario, side: Side, workload: Workload | None) -> None:
    """Verify one side in the same way as its replay will do, also if only `after` changes it."""
    denied, dirty = scenario.replay.deny_host, scenario.replay.dirty
    target = await place_of_side(side, denied)
    source = workload.manifest.source if workload is not None else None
    proof = await safety.check_target(target, source)
    if side.is_changed or scenario.replay.writes:
        safety.require_rehearsal(proof, target, dirty=dirty)
        await require_still_fit(target, proof, frozenset())
    if workload is not None:
        counts = scenario.replay.passes == 2 and side is scenario.control
        standbys = tuple(map(Endpoint.parse, side.standby_dsn))
        plan = plan_of(scenario, target, side=side, workload=workload, standbys=standbys)
        plan = two_passes_plan(workload, plan) if counts else with_ids(plan, workload)
        await preflight(workload, plan, Permissions(denied, dirty=dirty, spends=False))


async def place_of_side(side: Side, denied: tuple[str, ...] = ()) -> Endpoint:
    """Return the one address of a side's DSN that accepts connections. Raises ``TargetProblem`` for a host that is *denied*."""
    endpoint = Endpoint.parse(side.dsn)
    refuse_denied(endpoint, denied)
    pinned = await located(endpoint)
    refuse_denied(pinned, denied)
    return pinned


def plan_of(
    scenario: Scenario,
    target: Endpoint,
    *,
    side: Side | None = None,
    workload: Workload | None = None,
    standbys: Sequence[Endpoint] = (),
) -> ReplayPlan:
    """Return the plan of a scenario's replay to the target of a *side*, with its routes and readers. A side that does not name readers has its
    *standbys* as readers if reads are moved, or if the *workload* has captured readers. On a side without readers no read is moved."""
    options, side = scenario.replay.options(), side or Side()
    if not standbys and not side.readers:
        options = replace(options, route_reads=())  # another side has the readers: check_inputs
    has_readers = bool(options.route_reads) or bool(workload is not None and workload.manifest.readers)
    readers = parse_readers(side.readers) or tuple(Reader(endpoint) for endpoint in standbys if has_readers)
    manifest = workload.manifest if workload is not None else None
    return options.plan(Servers(target, tuple(map(parse_route, side.routes)), readers), manifest, scenario.rewrites)


def check_event_times(scenario: Scenario, workload: Workload) -> None:
    """Raise ``BadInput`` for an event that begins after the end of the replay of *workload*."""
    if scenario.events:
        plan = plan_of(scenario, Endpoint(), workload=workload).of_window(workload.manifest.warm_in_us)
        require_within(scenario.events, replay_size(workload, plan))


def prices_of(scenario: Scenario) -> Prices:
    """Return the scenario's table of prices, with the prices of the sides that have one."""
    table = read_prices(Path(scenario.compare.prices)) if scenario.compare.prices else Prices()
    prices = {name: side.price for name, side in scenario.sides.items() if side.price}
    return replace(table, sides=table.sides | prices)
