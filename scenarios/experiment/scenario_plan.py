"""``pgrehearse run --check``: the stages that a scenario would run, with their rough durations. Nothing is touched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from pgrehearse.base.clock import SECOND
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.s3_cache import SCHEME
from pgrehearse.base.units import duration, parse_duration_us
from pgrehearse.capture.formats.moments import instant_us
from pgrehearse.replay.plan.plan import parse_speed
from pgrehearse.replay.plan.plan_options import Servers
from pgrehearse.scenarios.events.schedule import ReplaySize, replay_size, require_within
from pgrehearse.scenarios.experiment.file_checks import file_faults
from pgrehearse.scenarios.file.scenario_model import CONTROL, Scenario
from pgrehearse.scenarios.keys.model_errors import Fault, faults_of_call, raise_faults
from pgrehearse.scenarios.sides.side import Side
from pgrehearse.workload.read import Workload

# What only a server can answer.
UNVERIFIED = "the servers of the sides, their marks and their roles are verified when the scenario runs, before anything is changed"

# The keys of [replay] that choose statements.
_SELECTING = ("only", "except_", "from_", "until")


@dataclass(frozen=True, slots=True)
class PlannedStage:
    """A stage. *seconds*: its rough duration (None: it depends on the machine and the data)."""

    name: str
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class ScenarioPlan:
    """What a scenario would do. *sides*: the kind of each; *replay_s*: the length of one replay (None: not known before)."""

    scenario: str
    sides: dict[str, str]
    rounds: int
    replay_s: float | None
    stages: tuple[PlannedStage, ...]

    @property
    def at_least_s(self) -> float:
        """The sum of the durations that are known, in seconds."""
        return sum(stage.seconds or 0.0 for stage in self.stages)

    def document(self) -> dict[str, Any]:
        """Return the plan as ``--json`` prints it."""
        return {
            "scenario": self.scenario,
            "sides": [{"name": name, "kind": kind} for name, kind in self.sides.items()],
            "rounds": self.rounds,
            "replay_s": self.replay_s,
            "stages": [{"name": stage.name, "seconds": stage.seconds} for stage in self.stages],
            "at_least_s": self.at_least_s,
            "unverified": [UNVERIFIED],
        }


def checked_plan(scenario: Scenario, path: str, finished: frozenset[str] = frozenset()) -> ScenarioPlan:
    """Return the plan of a scenario. *finished*: sides whose replays are done, for which nothing is verified.

    Raises ``BadInput`` with everything that is missing on this machine, and with events past the end.
    """
    raise_faults(path, file_faults(scenario, finished))
    window_us, size = _window_us(scenario), _size(scenario)
    length_us = _length_us(scenario, window_us)
    raise_faults(path, _empty_replay(scenario, window_us, size))
    raise_faults(path, _late_events(scenario, length_us, size))
    replay_s = round(length_us / SECOND, 1) if length_us is not None else None
    kinds = {name: "target" if side.target else side.kind for name, side in scenario.sides.items()}
    return ScenarioPlan(scenario.name, kinds, scenario.rounds, replay_s, tuple(_stages(scenario, replay_s)))


def _length_us(scenario: Scenario, window_us: int | None) -> int | None:
    """Return the length of a replay at its speed, in microseconds (None: it is as fast as possible, or the workload is in S3)."""
    speed = parse_speed(scenario.replay.speed)
    if speed is None or window_us is None:
        return None
    return round(window_us / speed)


def _window_us(scenario: Scenario) -> int | None:
    """Return the length of the part of the window that is replayed, in microseconds."""
    production, options = scenario.production, scenario.replay.options()
    if production.kind == "workload":
        if production.workload.startswith(SCHEME):
            return None
        manifest = Workload.open(Path(production.workload)).manifest
        begin, end = manifest.window_start_us, manifest.window_end_us
    elif production.kind == "rds":
        begin, end = instant_us(production.rds.since), instant_us(production.rds.until)
    else:
        begin, end = 0, round(production.application.seconds * SECOND)
    start, until = (
        moment[1] - begin if moment is not None and moment[0] else moment[1] if moment is not None else None
        for moment in (options.from_, options.until)
    )
    return max(min(until if until is not None else end - begin, end - begin) - max(start or 0, 0), 0)


def _empty_replay(scenario: Scenario, window_us: int | None, size: ReplaySize | None) -> Iterator[Fault]:
    """Yield that the replay would send nothing: its part of the window is empty, or its filters leave no statement."""
    if window_us == 0:
        yield Fault(
            "replay.from and replay.until: no part of the window is between them",
            "use times within the window: pgrehearse inspect shows it",
        )
    elif size is not None and not size.statements:
        keys = [key for key in _SELECTING if getattr(scenario.replay, key)]
        named = " and ".join(f"replay.{key.rstrip('_')}" for key in keys) or "production.workload"
        yield Fault(
            f"{named}: no statement of the workload is replayed",
            "pgrehearse inspect shows its users, databases, applications, tables and queries",
        )


def _late_events(scenario: Scenario, length_us: int | None, size: ReplaySize | None) -> Iterator[Fault]:
    """Yield the events that begin after the end of the replay, or at an instant that a replay at maximum speed does not have."""
    if scenario.events and size is not None:
        yield from faults_of_call(partial(require_within, scenario.events, size))
        return
    is_paced = parse_speed(scenario.replay.speed) is not None
    for number, event in enumerate(scenario.events, 1):
        if event.at and not is_paced:
            yield Fault(
                f"events[{number}].at is {event.at!r}, and a replay at maximum speed has no times",
                "use at_statements, or a speed",
            )
        if event.at and length_us is not None and event.at_us > length_us:
            yield Fault(
                f"events[{number}].at is {event.at!r}, and the replay ends at {duration(length_us)}",
                "use an earlier at, or replay a longer part",
            )


def _size(scenario: Scenario) -> ReplaySize | None:
    """Return the size of a replay of an existing workload (None: no key needs it, production is recorded by the scenario, or is in S3)."""
    production = scenario.production
    is_needed = scenario.events or any(getattr(scenario.replay, key) for key in _SELECTING)
    if not is_needed or production.kind != "workload" or production.workload.startswith(SCHEME):
        return None
    workload = Workload.open(Path(production.workload))
    plan = scenario.replay.options().plan(Servers(Endpoint("localhost")), workload.manifest, scenario.rewrites)
    return replay_size(workload, plan.of_window(workload.manifest.warm_in_us))


def _stages(scenario: Scenario, replay_s: float | None) -> Iterator[PlannedStage]:
    yield PlannedStage("verify the inputs")
    yield from _of_production(scenario)
    warm_up = parse_duration_us(scenario.replay.warm_up) / SECOND
    for number in range(1, scenario.rounds + 1):
        for table, sides in scenario.groups.items():
            for name, side in sides.items():
                counts = scenario.replay.passes == 2 and name == CONTROL
                yield from _of_preparation(name, side, number, replay_s, counts=counts)
            if warm_up:
                yield PlannedStage(f"warm {table}", warm_up)
            yield PlannedStage(f"replay {table}" if number == 1 else f"replay {table}-again", replay_s)
    yield PlannedStage("compare")


def _of_production(scenario: Scenario) -> Iterator[PlannedStage]:
    production = scenario.production
    if production.kind == "rds":
        yield PlannedStage("capture production")
    if production.kind == "embedded":
        yield PlannedStage("production")
        yield PlannedStage("traffic", production.application.seconds)
        yield PlannedStage("capture")


def _of_preparation(
    name: str, side: Side, number: int, replay_s: float | None, *, counts: bool
) -> Iterator[PlannedStage]:
    """Yield the stages that prepare a side in a round. *counts*: a first pass of *replay_s* counts the ids that it draws."""
    if number == 1:
        yield PlannedStage(f"prepare {name}")
    elif side.can_be_reset:
        yield PlannedStage(f"restore {name}")
    if number == 1 and counts:
        yield PlannedStage(f"replay {name}, first pass", replay_s)
        yield PlannedStage(f"restore {name}")
        yield PlannedStage("deduce the ids again")
