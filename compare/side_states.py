"""Which states a comparison has: those of the runs, and production's at the end of the window, where it was taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pgrehearse.base import units
from pgrehearse.base.clock import SECOND
from pgrehearse.compare.end_state.states import NamedState, compare_states
from pgrehearse.compare.end_state.values import StateComparisons, StateDifference
from pgrehearse.compare.finding import counted
from pgrehearse.compare.sides import Side
from pgrehearse.runs.state.read import State
from pgrehearse.workload.placement import Placement

PRODUCTION = "production"
# A state that was taken so long after the window's end still counts as that of the window's end.
_LATEST_US = 60 * SECOND
# A larger share of rows that differ from production's state at the end makes a run unfit.
MOST_DIFFERENT = 0.01


def compare_end_states(baseline: Side, candidate: Side, production: Path | None) -> StateComparisons:
    """Compare the states of a candidate, its baseline and production, as far as they were taken."""
    after = _of_side(candidate)
    before = _of_side(baseline)
    captured = NamedState(PRODUCTION, State.open(production)) if production is not None else None
    if after is None:
        return StateComparisons(missing=f"{candidate.name} has no end state: replay with --end-state")
    if captured is None and before is None:
        return StateComparisons(missing=f"there is no end state to compare with: {_remedy(baseline)}")
    pairs = []
    at_end, notes = _taken(captured, candidate) if captured is not None else (False, ())
    if captured is not None:
        pairs.append(replace(compare_states(captured, after), notes=notes))
        pairs += [replace(compare_states(captured, before), notes=notes)] if before is not None else []
    if before is not None:
        pairs.append(compare_states(before, after))
    runs = [side for side in (baseline, candidate) if side.run is not None]
    own = [_of_own_tables(pair, runs) for pair in pairs]
    return StateComparisons(tuple(_with_ids(pair, runs) for pair in own), at_end=at_end)


def _of_side(side: Side) -> NamedState | None:
    """Return the end state of a run under the captured names of its databases."""
    if side.run is None or (state := State.of_run(side.run.path)) is None:
        return None
    renamed = side.run.manifest.plan.access.databases
    return NamedState(side.name, state, {other: captured for captured, other in renamed.items()})


def _with_ids(pair: StateDifference, runs: Sequence[Side]) -> StateDifference:
    """Return a comparison with the method by which each run got its ids. A sequence that was set beyond production's ids is left out."""
    sides = [side.ids for side in runs if side.name in {pair.first, pair.second}]
    ids = "; ".join(side.words() for side in sides)
    beyond = {one.sequence for side in sides if side.facts for one in side.facts.sequences}
    if not beyond:
        return replace(pair, ids=ids)
    kept = tuple(sequence for sequence in pair.sequences if sequence.name not in beyond)
    compared = pair.sequences_compared - (len(pair.sequences) - len(kept))
    which = counted(len(beyond), "sequence was", "sequences were")
    note = f"{which} not compared: set beyond production's ids (--ids production)"
    return replace(pair, ids=ids, sequences=kept, sequences_compared=compared, notes=(*pair.notes, note))


def _of_own_tables(pair: StateDifference, runs: Sequence[Side]) -> StateDifference:
    """Return a comparison with the tables that a server of a placement has: the traffic of the other ones was not sent to it."""
    plans = [side.run.manifest.plan for side in runs if side.run is not None and side.name in {pair.first, pair.second}]
    placed = [(Placement("", plan.placement), plan.server) for plan in plans if plan.placement]
    if not placed:
        return pair
    own = tuple(one for one in pair.tables if all(placement.server_of(one.table) == name for placement, name in placed))
    others = counted(len(pair.tables) - len(own), "table", "tables")
    note = f"{others} of other servers of the placement, and the sequences, were not compared"
    return replace(pair, tables=own, sequences=(), sequences_compared=0, notes=(*pair.notes, note))


def _remedy(baseline: Side) -> str:
    if baseline.run is None:
        return "give production's state with --end-state (pgrehearse state)"
    return f"replay {baseline.name} with --end-state, or give production's state with --end-state"


def _taken(captured: NamedState, candidate: Side) -> tuple[bool, tuple[str, ...]]:
    """Return whether production's state is that of the end of what was replayed, and a note if it is not."""
    manifest, run = candidate.workload.manifest, candidate.run
    plan = run.manifest.plan if run is not None else None
    end_us = manifest.window_end_us
    if plan is not None and plan.until_us is not None:
        end_us = manifest.window_start_us + plan.until_us
    taken = [facts.taken_us for facts in captured.state.manifest.databases]
    early, late = end_us - min(taken), max(taken) - end_us
    if early > 0:
        return False, (f"production's state was taken {units.duration(early)} before the end of what was replayed",)
    if late > _LATEST_US:
        note = f"production's state was taken {units.duration(late)} after the end of what was replayed; it contains what production did in that time"
        return False, (note,)
    return True, ()


def reasons_against(states: StateComparisons, candidate: str) -> tuple[str, ...]:
    """Return why the end state makes a run unfit: it lost or changed too many of the rows that production had at the end."""
    judged = states.judged
    if judged is None or not states.at_end:
        return ()
    rows = sum(table.rows[0] or 0 for table in judged.tables)
    different, _ = judged.rows_different
    if different <= MOST_DIFFERENT * rows:
        return ()
    share = f"{different / rows:.1%}" if rows else "all"
    return (f"{candidate}: {different:,} rows ({share}) of the end state differ from production's",)
