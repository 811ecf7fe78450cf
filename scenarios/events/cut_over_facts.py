"""The facts about the cut-over of a run: its steps, and what became of the statements of its clients."""

from __future__ import annotations

from collections.abc import Sequence

from pgrehearse.runs.cut_over_facts import CutOverFacts, CutOverStep
from pgrehearse.runs.mid_run_events import MidRunEvent
from pgrehearse.runs.quality.cut_over_cost import cut_over_cost
from pgrehearse.runs.quality.lateness import statements
from pgrehearse.runs.read import Run
from pgrehearse.scenarios.events.cut_over import RESUME, WAIT, MovingGroup
from pgrehearse.workload.read import Workload

_COLUMNS = ("status", "captured_sqlstate", "due_us", "sent_us", "done_us")


def cut_over_facts(run: Run, workload: Workload, done: tuple[MidRunEvent, MovingGroup] | None) -> list[CutOverFacts]:
    """Return the facts about the cut-over (empty: there was none, or it had not begun)."""
    if done is None or done[1].record is None:
        return []
    event, group, record = *done, done[1].record
    steps = {step.name: step for step in record.steps}
    # Before the first step both servers were verified, and no client waited.
    paused_us = record.steps[0].began_us if record.steps else event.ended_us - event.began_us
    resumed_us = event.began_us + _resumed_us(record.steps)
    rows = statements(run, workload).select(*_COLUMNS).collect()
    cost = cut_over_cost(rows, event.began_us + paused_us, resumed_us)
    wait = steps.get(WAIT)
    return [
        CutOverFacts(
            event.number,
            record.completed,
            event.ended_us - event.began_us - paused_us,
            wait.took_us if wait is not None else None,
            record.steps,
            record.sequences,
            cost.statements,
            cost.held,
            cost.failed,
            list(group.differing) if group.differing is not None else None,
            group.why if group.differing is None else "",
            [str(table) for table in group.move.tables],
        )
    ]


def _resumed_us(steps: Sequence[CutOverStep]) -> int:
    """Return when the pooler was resumed, after the begin of the event: on the first server at the end of the step that failed."""
    last = steps[-1] if steps else CutOverStep("", 0, 0)
    return last.began_us if last.name == RESUME else last.began_us + last.took_us
