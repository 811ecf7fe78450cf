"""The replays of all sides, in rounds: control, candidates, control, candidates. A side is restored before each replay but its first one.

A replay that an earlier attempt of the experiment completed is not repeated.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pgrehearse.base.artifact import write_json
from pgrehearse.base.units import parse_duration_us
from pgrehearse.metrics.sampler import Sampling
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.plan.traffic import parse_caches
from pgrehearse.scenarios.events.plan import events_of_side
from pgrehearse.scenarios.experiment import stages
from pgrehearse.scenarios.experiment.experiment import Context
from pgrehearse.scenarios.experiment.input_checks import plan_of
from pgrehearse.scenarios.experiment.moving_side import prepare_moving
from pgrehearse.scenarios.experiment.owned_sides import OwnedSide
from pgrehearse.scenarios.experiment.production import require_snapshot
from pgrehearse.scenarios.experiment.resuming import is_complete
from pgrehearse.scenarios.experiment.stages import Prepared, Source
from pgrehearse.scenarios.file.scenario_model import CONTROL, Scenario
from pgrehearse.scenarios.migration.record import write_records
from pgrehearse.scenarios.replaying.database_state import SMALL, EndState
from pgrehearse.scenarios.replaying.rehearsal import Rehearsal, rehearse
from pgrehearse.scenarios.replaying.simultaneous import rehearse_together, starts_apart
from pgrehearse.scenarios.replaying.two_passes import count_draws, counted_by, deduce_again, two_passes_plan
from pgrehearse.scenarios.sides.side import Side
from pgrehearse.targets.state.options import StateOptions
from pgrehearse.targets.target import Resizable
from pgrehearse.workload.read import Workload

_DEDUCED = "deduce the ids again"


def run_name(side: str, number: int) -> str:
    """Return the name of a side's run in a round, from 1.

    >>> run_name("control", 1), run_name("candidate", 2)
    ('control.run', 'candidate-again.run')
    """
    return f"{side}.run" if number == 1 else f"{side}-again.run"


def move_file(side: str) -> str:
    """Return the name of the file about the copies of a side's tables that move."""
    return f"{side}.move.json"


def is_replayed(directory: Path, sides: Mapping[str, Side], number: int, digest: str) -> bool:
    """Return whether the sides of a table were replayed in a round: at the same time, so that one that is not complete counts for all."""
    return all(
        is_complete(directory / run_name(name, number), digest, side.one_server()) for name, side in sides.items()
    )


@dataclass(frozen=True, slots=True)
class Rounds:
    """The replays of one attempt. *prepared*: the sides that this process has prepared, by name."""

    source: Source
    context: Context
    prepared: dict[str, Prepared] = field(default_factory=dict)

    def all(self) -> None:
        """Replay to every side in every round."""
        scenario = self.context.scenario
        for number in range(1, scenario.rounds + 1):
            for table, sides in scenario.groups.items():
                if not is_replayed(self.context.directory, sides, number, self._workload.manifest.digest):
                    self._replay(table, number, {name: self.ready(name, side) for name, side in sides.items()})

    @property
    def _workload(self) -> Workload:
        return Workload.open(self.source.workload)

    def ready(self, name: str, side: Side) -> Prepared:
        """Return a side at the start of the workload: prepared, or restored after a replay."""
        context, before = self.context, self.prepared.get(name)
        if side.moves_from:
            prepared = self._moving(name, side, before)
        elif before is None:
            prepared = self._first(name, side)
        else:
            with context.timed(f"restore {name}"):
                prepared = self._restored(name, side, before)
        prepared = self._clean(prepared)
        counts = name == CONTROL and context.scenario.replay.passes == 2
        if counts and not context.record.is_done(_DEDUCED):
            prepared = self._clean(self._counted(name, side, prepared))
        if prepared.migrations:
            write_records(context.directory / f"{name}.migrations.json", prepared.migrations)
        if prepared.price:
            context.record.content.prices[name] = prepared.price
            context.record.write()
        self.prepared[name] = prepared
        return prepared

    def _clean(self, prepared: Prepared) -> Prepared:
        """Return a side whose steps, which its runs record, have no value of the environment."""
        return replace(prepared, steps=tuple(map(self.context.options.clean, prepared.steps)))

    def _first(self, name: str, side: Side) -> Prepared:
        """Prepare a side, for the first time in this process."""
        context = self.context
        if side.is_owned:
            return self._owned(name, side).first()
        if side.is_restored:
            require_snapshot(self.source, name)
        with context.timed(f"prepare {name}"):
            if not side.is_made:
                return stages.prepare(context.home, name, side, self.source)
            return stages.prepare_made(context.made.new(name, side), side, self.source, context.observer)

    def _moving(self, name: str, side: Side, before: Prepared | None) -> Prepared:
        """Prepare the move of a side's tables from the other part, which is ready."""
        context = self.context
        first = self.prepared[f"{name.removesuffix(side.server)}{side.moves_from}"]
        with context.timed(f"prepare {name}" if before is None else f"restore {name}"):
            prepared = prepare_moving(context.home / name, side, first, before)
        if prepared.move is not None and before is None:
            write_json(context.directory / move_file(name), prepared.move.document())
        return prepared

    def _restored(self, name: str, side: Side, prepared: Prepared) -> Prepared:
        """Bring a side back to the state before its first replay."""
        if side.is_owned:
            return self._owned(name, side).again(prepared)
        if prepared.made is None:
            return stages.restore_again(self.context.home, name, side, prepared)
        return stages.reset_made(prepared.made, side, self.source, self.context.observer)

    def _owned(self, name: str, side: Side) -> OwnedSide:
        return OwnedSide(name, side, self.source, self.context)

    def _counted(self, name: str, side: Side, prepared: Prepared) -> Prepared:
        """Count the ids that each statement draws in a first pass, restore the side, and deduce the ids of all replays again."""
        workload, context = self._workload, self.context
        rehearsal = self.rehearsal(f"{name}.run", name, prepared)
        rehearsal = replace(rehearsal, plan=two_passes_plan(workload, rehearsal.plan))
        with context.timed(f"replay {name}, first pass"):
            watch = context.observer.replay(workload, rehearsal.plan)
            first = count_draws(rehearsal, watch, context.observer)
        with context.timed(f"restore {name}"):
            prepared = self._restored(name, side, prepared)
        with context.timed(_DEDUCED):
            deduce_again(workload, rehearsal.plan, counted_by(workload, first))
        return prepared

    def _replay(self, table: str, number: int, prepared: Mapping[str, Prepared]) -> None:
        """Replay to the sides of a table, which are prepared, with their events, then stop their servers."""
        observer = self.context.observer
        rehearsals = {name: self._with_events(name, number, one) for name, one in prepared.items()}
        with self.context.timed(f"replay {run_name(table, number).removesuffix('.run')}"):
            first = next(iter(rehearsals.values()))
            watch = observer.replay(self._workload, first.plan)
            if len(rehearsals) > 1:
                self.context.note(*starts_apart(rehearse_together(rehearsals, watch, observer)))
            else:
                rehearse(first, watch, observer)
        if not self.context.options.keep:
            for one in prepared.values():
                stages.stop(one)

    def _with_events(self, name: str, number: int, prepared: Prepared) -> Rehearsal:
        """Return a replay of a round to a side that is prepared, with its events."""
        scenario = self.context.scenario
        events = events_of_side(scenario.events, *scenario.names_of(name))
        resizable = prepared.made if isinstance(prepared.made, Resizable) else None
        rehearsal = self.rehearsal(run_name(name, number), name, prepared)
        return replace(rehearsal, events=events, resizable=resizable)

    def _plan(self, name: str, prepared: Prepared) -> ReplayPlan:
        """Return the plan of a side's replays, with its rules for SQL texts, its caches and its part of the traffic."""
        scenario = self.context.scenario
        side = scenario.sides[name]
        plan = plan_of(scenario, prepared.target, side=side, workload=self._workload, standbys=prepared.standbys)
        caches, one_server = (*plan.caches, *parse_caches(side.cache)), side.one_server()
        return replace(plan, rewrites=scenario.rewrites_of(name), caches=caches, one_server=one_server)

    def rehearsal(self, run: str, name: str, prepared: Prepared) -> Rehearsal:
        """Return one replay to a side that is prepared, without its events."""
        scenario = self.context.scenario
        replay = scenario.replay
        sampling = Sampling(
            standbys=prepared.standbys,
            activity_us=parse_duration_us(replay.sample_activity),
            container=prepared.container,
            instances=prepared.instances,
            aws_clusters=prepared.aws_clusters,
            **scenario.metric.sampling(),
        )
        return Rehearsal(
            self.source.workload,
            self.context.directory / run,
            self._plan(name, prepared),
            force=True,
            dirty=replay.dirty,
            shared=self._shares_server(name),
            keep_prepared=replay.keep_prepared,
            metrics=replay.metrics,
            denied=replay.deny_host,
            sampling=sampling,
            logs=prepared.logs,
            prepared=prepared.steps,
            end_state=_end_state(scenario, scenario.sides[name]),
            cluster=replay.cluster,
            warm_up_us=parse_duration_us(replay.warm_up),
            data=prepared.data,
            server=prepared.server,
            move=prepared.move.move if prepared.move is not None else None,
        )

    def _shares_server(self, name: str) -> bool:
        """Return whether another replay writes to the server of a side at the same time: its tables move, or those of another part."""
        parts = next(parts for parts in self.context.scenario.groups.values() if name in parts)
        return any(side.moves_from for side in parts.values())


def _end_state(scenario: Scenario, side: Side) -> EndState | None:
    """Return how to take the end state of a side (None: not at all). With ``auto`` only small databases are read."""
    if not scenario.takes_end_state(side):
        return None
    options = StateOptions(keys=scenario.replay.end_state_keys)
    return EndState(options, most_bytes=SMALL if scenario.replay.end_state == "auto" else 0)
