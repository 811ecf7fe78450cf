"""The facts about each failover of a run: from its outcomes, and from the WAL of the old primary."""

from __future__ import annotations

from collections.abc import Mapping

from pgrehearse.runs.fail_over_facts import FailOverFacts
from pgrehearse.runs.quality.fail_over_cost import fail_over_cost
from pgrehearse.runs.quality.lateness import statements
from pgrehearse.runs.read import Run
from pgrehearse.targets.embedded.lost_transactions import LostTransactions
from pgrehearse.workload.read import Workload

_COLUMNS = ("session", "copy", "seq", "transaction", "shape", "status", "sqlstate", "reason", "sent_us", "done_us")


def fail_over_facts(run: Run, workload: Workload, lost: Mapping[int, LostTransactions]) -> list[FailOverFacts]:
    """Return the facts about each failover. *lost*: by the number of the event, those that were completed."""
    if not lost:
        return []
    rows = statements(run, workload).select(*_COLUMNS).collect()
    kinds = workload.shapes().select("shape", "kind", "writes")
    facts = []
    for event in run.mid_run_events():
        if event.number in lost:
            cost, found = fail_over_cost(rows, kinds, event), lost[event.number]
            facts.append(FailOverFacts(event.number, cost.outage_us, cost.unconfirmed, found.count, found.why))
    return facts
