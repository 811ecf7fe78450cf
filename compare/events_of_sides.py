"""Events in mid-run on both sides: their figures, and which executions are compared.

If both sides had the same events, all executions are compared. If not, the executions that an event disturbed on one side (its phases
during and recovery) are left out of the tests of latency, on both sides. Where statements were not normal again before the run ended, only
those during the event are left out: a change that stays is a result. docs/phases.md has the rules.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from pgrehearse.compare.alignment import Layout, Mask
from pgrehearse.compare.columns import column, total
from pgrehearse.compare.divergence import BothSides
from pgrehearse.compare.event_groups import groups
from pgrehearse.compare.event_values import EventComparison, SideEvents
from pgrehearse.compare.phase_figures import Captured, statements
from pgrehearse.compare.sides import Side
from pgrehearse.runs.phases import EventSpan, Phases, during_of, recovery_of

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Disturbances:
    """The phases of each side (a capture has no events)."""

    sides: tuple[Side, ...]
    phases: tuple[Phases, ...]

    @classmethod
    def of(cls, sides: Sequence[Side]) -> Disturbances:
        """Return the phases of the baseline, the candidate and the second replays of both."""
        return cls(tuple(sides), tuple(side.run.phases() if side.run is not None else Phases() for side in sides))

    @property
    def exist(self) -> bool:
        """Whether a side had an event."""
        return any(phases.spans for phases in self.phases)

    @property
    def same(self) -> bool:
        """Whether all sides had the same events, by name and kind, in the same order."""
        names = (tuple((span.event.name, span.event.kind) for span in one.spans) for one in self.phases)
        return len(set(names)) == 1

    def places(self, where: Layout) -> Mask:
        """Return the places of the statements that an event disturbed on a side."""
        return self._places(where, during_only=False)

    def left_out(self, where: Layout) -> Mask:
        """Return the places of the statements whose times are not compared."""
        nothing: Mask = column(len(where.code), np.bool_)
        return nothing if self.same else self._places(where, during_only=True)

    def _places(self, where: Layout, *, during_only: bool) -> Mask:
        """Return the places that events disturbed. *during_only*: an event without a known end of its recovery has no recovery."""
        mask: Mask = column(len(where.code), np.bool_)
        for side, phases in zip(self.sides, self.phases, strict=True):
            if side.run is None or not phases.spans:
                continue
            paced = side.run.manifest.plan.paced
            within = [
                _within(span, paced=paced, during_only=during_only and span.normal_us is None) for span in phases.spans
            ]
            rows = side.run.outcomes().filter(pl.any_horizontal(*within)).select("session", "copy", "seq").collect()
            places = where.places(rows)
            places = places[places >= 0]
            mask[places[where.code[places] >= 0]] = True
        return mask


def _within(span: EventSpan, *, paced: bool, during_only: bool) -> pl.Expr:
    during = during_of(span, paced=paced)
    return during if during_only else during | recovery_of(span, paced=paced)


def compare_events(
    both: BothSides,
    disturbances: Disturbances,
    failed: tuple[pl.DataFrame, pl.DataFrame],
    frames: Sequence[tuple[str, pd.DataFrame]],
) -> EventComparison:
    """Return the events and phases of the baseline and the candidate, the first two sides.

    *failed*: the failed statements of both (``divergence.failures``); *frames*: by side, its name and its metrics.
    """
    if not disturbances.exist:
        return EventComparison()
    where = both.where
    disturbed, left_out = disturbances.places(where), disturbances.left_out(where)
    before, after = (side.filter(disturbed[side["place"].to_numpy()]).select("place", "sqlstate") for side in failed)
    same = after.join(before, on=["place", "sqlstate"], how="semi", nulls_equal=True)
    return EventComparison(
        tuple(_sides(both, disturbances, dict(frames))),
        disturbances.same,
        total(len(left_out), lambda part: left_out[part]),
        (before.height, after.height),
        after.height - same.height,
    )


def _sides(both: BothSides, disturbances: Disturbances, frames: Mapping[str, pd.DataFrame]) -> list[SideEvents]:
    """Return the figures of both sides. One without events gets the phases of the other side."""
    pair, every = disturbances.sides[:2], disturbances.phases[:2]
    captured = Captured.of(both.where, pair[0].workload)
    of_other = next((phases for phases in every if phases.spans), None)
    figures = []
    for side, phases in zip(pair, every, strict=True):
        of_side = phases if phases.spans else of_other
        if side.run is None or of_side is None:
            continue
        found = statements(both.where, side.run, captured, of_side, frames[side.name])
        end_us = side.run.manifest.duration_us
        failed = {facts.event: facts for facts in side.run.manifest.fail_overs}
        cut = {facts.event: facts for facts in side.run.manifest.cut_overs}
        events = tuple(
            replace(
                found.of_event(span, end_us),
                fail_over=failed.get(span.event.number),
                cut_over=cut.get(span.event.number),
            )
            for span in phases.spans
        )
        listed, left_out = groups(found.rows, both.where.keys, both.shapes)
        of_phases = found.of_phases(of_side, end_us)
        figures.append(SideEvents(side.name, bool(phases.spans), events, of_phases, listed, left_out))
    return figures
