"""The rules between the keys of a scenario: values that are valid alone, and not together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from pgrehearse.base.units import parse_duration_us
from pgrehearse.compare.gates.gate_file import read_gates
from pgrehearse.compare.gates.syntax import parse_gate, parse_gates
from pgrehearse.scenarios.events.plan import EMBEDDED, STOPPING, EventKind, check_events, events_of_side
from pgrehearse.scenarios.file.scenario_model import CANDIDATE, CONTROL, Production, Scenario
from pgrehearse.scenarios.keys.model_errors import Fault, faults_of_call
from pgrehearse.scenarios.keys.replay_table import Replay
from pgrehearse.scenarios.keys.scenario_toml import has_variable
from pgrehearse.scenarios.sides.side import Side
from pgrehearse.scenarios.sides.side_parts import faults_of_sides, has_parts

# The name of a candidate is a part of names of files, and of the target that is created for it.
_NAME = re.compile(r"[a-z][a-z0-9-]{0,19}")
_RESERVED = frozenset({CONTROL, "production"})


def faults_between_keys(scenario: Scenario, document: dict[str, Any]) -> Iterator[Fault]:
    """Yield what is wrong with a scenario whose keys are all valid alone. *document*: its file, which shows what is not given."""
    yield from _of_names(scenario)
    yield from _of_missing_sides(scenario, document)
    yield from _of_replay(scenario.replay)
    of_sides = [
        fault
        for place, side in scenario.places.items()
        for fault in faults_of_sides(side, scenario.production.version, place, _table(document, place))
    ]
    yield from of_sides
    if of_sides and any(map(has_parts, scenario.tables.values())):
        return  # the sides are not known
    yield from _of_parts(scenario)
    yield from _of_passes(scenario)
    yield from _of_production(scenario)
    yield from _of_lists(scenario)
    yield from _of_recorded(document)


def _table(document: dict[str, Any], place: str) -> dict[str, Any]:
    """Return the table at the path of a side, without values if the file has none."""
    first, _, name = place.partition(".")
    table: dict[str, Any] = document.get(first, {})
    return table.get(name, {}) if name else table


def _of_names(scenario: Scenario) -> Iterator[Fault]:
    if scenario.candidate is not None and scenario.candidates:
        yield Fault(
            "candidate and candidates are both given",
            "use [candidate] for one candidate, or [candidates.NAME] for each",
        )
    for name in scenario.candidates:
        if not _NAME.fullmatch(name) or name in _RESERVED or name.endswith("-again"):
            yield Fault(
                f"candidates.{name} is not a name of a candidate",
                "use lower-case letters, digits and hyphens, a letter first, at most 20; not control, production or NAME-again",
            )


def _of_parts(scenario: Scenario) -> Iterator[Fault]:
    """The candidates are compared with one server, and each run has a name of its own."""
    if has_parts(scenario.control):
        yield Fault(
            "control.placement needs control.server: candidates are compared with one server",
            "set server, or remove placement: the control then has all the traffic",
        )
    names = Counter(name for parts in scenario.groups.values() for name in parts)
    for name in (name for name, count in names.items() if count > 1):
        yield Fault(f"two sides are named {name}", "use other names of candidates, or of servers in the placement")


def _of_missing_sides(scenario: Scenario, document: dict[str, Any]) -> Iterator[Fault]:
    """A side that is not given is an embedded server from the snapshot of an embedded production, and there is none otherwise."""
    if scenario.production.kind == "embedded":
        return
    candidates = ("candidate", "candidates")
    for names in ((CONTROL,), candidates):
        if not any(document.get(name) for name in names):
            yield Fault(
                f"{names[0]} is missing",
                f'add the table [{names[0]}] with kind = "dsn" and dsn, or with another target (docs/targets.md)',
            )
    for place, side in scenario.places.items():
        if side.is_restored and place.partition(".")[0] in document:
            yield Fault(
                f"{place}: an embedded side needs the snapshot of an embedded production",
                'use sides of kind = "dsn", or sides with a target (docs/targets.md)',
            )


def _of_replay(replay: Replay) -> Iterator[Fault]:
    yield from faults_of_call(replay.check)
    if replay.passes == 2 and (not replay.writes or replay.ids == "target"):
        yield Fault(
            "replay.passes is 2, but the replay draws none of production's ids",
            "use writes = true and remove ids, or use passes = 1",
        )
    if replay.passes == 2 and replay.dirty:
        yield Fault(
            "replay.passes is 2 and replay.dirty is true: the first pass needs the data of the window's start",
            "restore the control and remove dirty, or use passes = 1",
        )


def _of_passes(scenario: Scenario) -> Iterator[Fault]:
    """Two passes need a control that can be restored."""
    control = scenario.control
    if scenario.replay.passes != 2:
        return
    if control.is_owned and not control.restore:
        yield Fault(
            "control.restore is missing: with replay.passes = 2 the control is restored after the first pass",
            "set the command that restores the control and adopts it again, or use passes = 1",
        )
    if control.is_made and not control.can_be_reset:
        yield Fault(
            "control cannot be reset, and with replay.passes = 2 it is restored after the first pass",
            "give its target a command for it, or use passes = 1",
        )


def _of_production(scenario: Scenario) -> Iterator[Fault]:
    production = scenario.production
    if production.kind == "rds" and (fault := production.rds.fault())[0]:
        yield Fault(f"production.rds.{fault[0]}", fault[1])
    if production.kind == "workload" and not production.workload:
        yield Fault("production.workload is missing", "set the path of the workload, or s3://bucket/NAME")
    yield from _of_end_state(production)


def _of_end_state(production: Production) -> Iterator[Fault]:
    if production.kind != "workload" and production.end_state:
        yield Fault(
            "production.end_state needs an existing workload",
            'use kind = "workload", or remove the key: the state of an embedded production is read by itself',
        )


def _of_lists(scenario: Scenario) -> Iterator[Fault]:
    """Metrics, gates, events and rules."""
    yield from faults_of_call(scenario.metric.sampling, "metric: ")
    yield from _of_gates(scenario.gates)
    yield from _of_events(scenario)
    yield from _of_event_servers(scenario)
    yield from _of_moves(scenario)
    yield from _of_named_sides(scenario, "events", [event.sides for event in scenario.events])
    yield from _of_named_sides(scenario, "rewrite", [rule.sides for rule in scenario.rewrite])
    yield from _of_growth(scenario)
    for number, rule in enumerate(scenario.rewrite, 1):
        if fault := rule.fault():
            yield Fault(f"rewrite[{number}]: {fault}", "docs/what-if.md shows the format")


def _of_events(scenario: Scenario) -> Iterator[Fault]:
    durations = [
        fault
        for number, event in enumerate(scenario.events, 1)
        for key in ("at", "read_only", "timeout")
        if (value := getattr(event, key))
        for fault in faults_of_call(partial(parse_duration_us, value), f"events[{number}].{key}: ")
    ]
    yield from durations or faults_of_call(partial(check_events, scenario.events, ""))


def _of_recorded(document: dict[str, Any]) -> Iterator[Fault]:
    """Yield variables of the environment in rules: a run records the SQL that it sends."""
    for number, rule in enumerate(document.get("rewrite", []), 1):
        for key, value in rule.items():
            if has_variable(value):
                yield Fault(
                    f"rewrite[{number}].{key} has a variable of the environment, and runs record rules",
                    "write the value into the file; it must not be a secret",
                )


def _of_event_servers(scenario: Scenario) -> Iterator[Fault]:
    """Yield events that need what their sides do not have: a pooler that pgrehearse starts, or a standby."""
    for number, event in enumerate(scenario.events, 1):
        for name, side in scenario.sides.items():
            if not events_of_side([event], *scenario.names_of(name)):
                continue
            for key in ("pause_pooler", "resume_pooler"):
                if getattr(event, key) == EMBEDDED and not side.pooler:
                    yield Fault(
                        f"events[{number}].{key} is {EMBEDDED!r}, and {name} has no pooler",
                        f'set pooler = "transaction" on it, or name the sides that have one: sides = ["{CANDIDATE}"]',
                    )
            if event.fail_over and side.has_standby is False:
                yield Fault(
                    f"events[{number}].fail_over: {name} has no standby",
                    "set standby = true (standbys = 1 for a target), or name the sides that have one with the key sides",
                )
            if stops := [
                kind for kind in event.kinds if kind in STOPPING and side.is_elsewhere and not _resizes(kind, side)
            ]:
                yield Fault(
                    f"events[{number}].{stops[0]}: {name} is of kind {side.kind!r}, and only an embedded server is restarted, stopped or signaled",
                    "use command, your own program, for it; or name the embedded sides with the key sides",
                )


def _resizes(kind: EventKind, side: Side) -> bool:
    """Return whether an event changes the size of a container that pgrehearse creates for the side."""
    return kind == EventKind.SCALE and side.kind == "docker"


def _of_moves(scenario: Scenario) -> Iterator[Fault]:
    """Yield what a replay to two servers, of which one has the tables of the other at first, cannot do."""
    moving = [name for name, side in scenario.sides.items() if side.moves_from]
    for name, side in scenario.sides.items():
        cuts = any(event.cut_over for event in events_of_side(scenario.events, *scenario.names_of(name)))
        if cuts and not side.moves_from:
            yield Fault(
                f"events with cut_over: the tables of {name} do not move",
                "name the side of the server with moves_from with the key sides, such as candidate-feed",
            )
        elif side.moves_from and not cuts:
            yield Fault(
                f"{name}: its tables move, and no event has cut_over",
                f'add [[events]] with at, cut_over = true and sides = ["{name}"]',
            )
    replay = scenario.replay
    if moving and (not replay.writes or replay.ids != "target" or replay.clock != "target"):
        yield Fault(
            "moves_from: two replays write to one server at the same time, and its ids and clock cannot be those of production",
            'use writes = true, ids = "target" and clock = "target" in [replay]',
        )


def _of_named_sides(scenario: Scenario, key: str, named: Sequence[tuple[str, ...]]) -> Iterator[Fault]:
    """Yield sides that tables of a list name, and that the scenario does not have."""
    known = dict.fromkeys(name for table, parts in scenario.groups.items() for name in (table, *parts))
    for number, sides in enumerate(named, 1):
        for side in sides:
            if side not in known:
                yield Fault(f"{key}[{number}].sides: there is no side {side!r}", f"use {', '.join(known)}")


def _of_growth(scenario: Scenario) -> Iterator[Fault]:
    """A growing load begins each step in the same state."""
    if not scenario.growth.steps:
        if scenario.growth.until:
            yield Fault("growth.until needs growth.steps", "set factors of the load, such as steps = [1, 1.5, 2, 3]")
        return
    yield from faults_of_call(scenario.growth.plan, "growth: ")
    if has_parts(list(scenario.tables.values())[-1]):
        yield Fault("growth: the last candidate has several servers", "set its server: the load of one server grows")
    name, side = list(scenario.sides.items())[-1]
    if scenario.replay.writes and not side.can_be_reset:
        yield Fault(
            f"growth: {name} cannot be restored, and each step begins in the same state",
            "set restore, the command that restores the side and adopts it again, or use writes = false",
        )


def _of_gates(gates: str | tuple[str, ...]) -> Iterator[Fault]:
    if isinstance(gates, str):
        yield from faults_of_call(partial(read_gates, Path(gates)), "gates: ")
        return
    wrong = [
        fault
        for number, gate in enumerate(gates, 1)
        for fault in faults_of_call(partial(parse_gate, gate), f"gates[{number}]: ")
    ]
    yield from wrong or faults_of_call(partial(parse_gates, gates), "gates: ")
