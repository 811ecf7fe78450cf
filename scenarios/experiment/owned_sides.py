"""A side that pgrehearse did not create (``dsn``): prepared, restored by its command, and continued after an interruption.

Where the state of such a side is not known, nothing is replayed to it: the command ``restore`` brings it back, or its owner does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pgrehearse.base import event_loop
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.scenarios.experiment import stages
from pgrehearse.scenarios.experiment.experiment import Context
from pgrehearse.scenarios.experiment.input_checks import place_of_side, plan_of
from pgrehearse.scenarios.experiment.stages import Prepared, Source
from pgrehearse.scenarios.file.scenario_model import CONTROL
from pgrehearse.scenarios.preparing.production_ids import with_ids
from pgrehearse.scenarios.replaying.restoring import PASSES, ROUNDS, Occasion, Restoration
from pgrehearse.scenarios.replaying.two_passes import two_passes_plan
from pgrehearse.scenarios.sides.side import Side
from pgrehearse.workload.read import Workload


def preparing(name: str) -> str:
    """Return the name of the stage that prepares a side."""
    return f"prepare {name}"


@dataclass(frozen=True, slots=True)
class OwnedSide:
    """A side of kind dsn in an experiment."""

    name: str
    side: Side
    source: Source
    context: Context

    def first(self) -> Prepared:
        """Prepare the side, for the first time in this process. One that an earlier attempt may have changed is restored before."""
        record, stage = self.context.record, preparing(self.name)
        began, changed = record.has_begun(stage), record.is_done(stage)
        if began and self._is_restored:
            with self.context.timed(f"restore {self.name}"):
                return self.again(None)
        if began and self.side.is_changed and not changed:
            raise TargetProblem(
                f"{self.name}: its state is not known: its changes were being executed when the experiment ended",
                remedy="restore the side and adopt it again, then begin again without --resume",
            )
        self._record_start()
        with self.context.timed(stage):
            # The changes are executed once: an earlier attempt has done it.
            return stages.prepare(
                self.context.home,
                self.name,
                replace(self.side, after=(), migrations=()) if changed else self.side,
                self.source,
            )

    def again(self, prepared: Prepared | None) -> Prepared:
        """Restore the side by its command and prepare it again. A side that no replay changes is returned as it is."""
        if not self._is_restored:
            assert prepared is not None  # noqa: S101 (a side without a command was prepared in this process)
            return prepared
        try:
            self._restoration.restore()
            return stages.prepare(self.context.home, self.name, self.side, self.source)
        except TargetProblem as error:
            raise TargetProblem(f"{self.name} is in an unknown state: {error.message}", remedy=error.remedy) from None

    @property
    def _is_restored(self) -> bool:
        """Whether the side has a command, and a replay that changes it."""
        return bool(self.side.restore) and self.context.scenario.replay.writes

    def _record_start(self) -> None:
        """Read what a restore has to bring back, before anything is changed, and record it for later attempts."""
        record = self.context.record
        if not self._is_restored or self.name in record.content.positions:
            return
        restoration = Restoration.of(
            *self._replayed(), denied=self._denied, command=self.side.restore, occasion=self._occasion
        )
        record.content.positions[self.name] = restoration.start
        self.context.note(
            *(
                f"{self.name}: {place} has no sequence that could be read: only its mark shows that it was restored"
                for place in restoration.unverified
            )
        )

    @property
    def _restoration(self) -> Restoration:
        workload, plan = self._replayed()
        start = self.context.record.content.positions[self.name]
        return Restoration(workload, plan, self._denied, (), self.side.restore, start, self._occasion)

    @property
    def _occasion(self) -> Occasion:
        return PASSES if self._counts else ROUNDS

    @property
    def _denied(self) -> tuple[str, ...]:
        """The patterns of hosts that are never a target."""
        return self.context.scenario.replay.deny_host

    @property
    def _counts(self) -> bool:
        """Whether a first pass counts the ids on this side."""
        return self.name == CONTROL and self.context.scenario.replay.passes == 2

    def _replayed(self) -> tuple[Workload, ReplayPlan]:
        """Return the workload, and the plan of a replay to this side."""
        workload = Workload.open(self.source.workload)
        standbys = tuple(map(Endpoint.parse, self.side.standby_dsn))
        target = event_loop.run(place_of_side(self.side, self._denied))
        plan = plan_of(self.context.scenario, target, side=self.side, workload=workload, standbys=standbys)
        return workload, two_passes_plan(workload, plan) if self._counts else with_ids(plan, workload)
