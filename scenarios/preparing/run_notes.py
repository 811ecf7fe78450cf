"""The notes of a run about its plan and its target: what a reader has to know."""

from __future__ import annotations

from collections.abc import Iterator

from pgrehearse.base.server_identity import UNKNOWN_SOURCE
from pgrehearse.replay.plan.filters import TENANT
from pgrehearse.replay.plan.plan import ReplayPlan, Sync
from pgrehearse.replay.plan.readers import reader_notes
from pgrehearse.targets.safety import SafetyCheck
from pgrehearse.workload.analysis.commit_order import order_quality
from pgrehearse.workload.analysis.skew import tenants
from pgrehearse.workload.read import Workload


def plan_notes(workload: Workload, plan: ReplayPlan, proof: SafetyCheck) -> list[str]:
    """Return the notes that are known before the replay."""
    return [
        *_target_notes(workload, plan, proof),
        *reader_notes(workload, plan),
        *_session_notes(workload, plan),
        *_order_notes(workload, plan),
        *tenant_notes(workload, plan),
    ]


def _target_notes(workload: Workload, plan: ReplayPlan, proof: SafetyCheck) -> Iterator[str]:
    if plan.writes and not workload.manifest.source:
        yield UNKNOWN_SOURCE
    if proof.used and plan.writes:
        yield "the target was already used by another replay (--dirty)"
    if plan.routing.set_after_connect:
        yield (
            "the target is behind a pooler: the settings of a session are SET after its login, and remain only while the pooler "
            "keeps the connection for this session"
        )
    if plan.routing.transaction_pooling:
        named = "; prepared statements are sent without names" if plan.routing.unnamed_statements else ""
        yield (
            f"the target is behind a pooler that shares connections between clients{named}; state between transactions (SET, "
            "temporary tables, cursors WITH HOLD, LISTEN, advisory locks) is not reliable"
        )


def _session_notes(workload: Workload, plan: ReplayPlan) -> Iterator[str]:
    already_open = workload.sessions().filter(began="already open").height
    if already_open:
        settings = "--session-set provides some" if plan.routing.settings else "use --session-set"
        yield (
            f"{already_open} sessions were open before the window; the log does not contain their earlier SET commands ({settings}); "
            "it does not contain their prepared statements and temporary objects either (capture from an earlier instant, and "
            "replay with --from)"
        )


def tenant_notes(workload: Workload, plan: ReplayPlan) -> Iterator[str]:
    """Yield how many statements ``--where tenant.COLUMN=VALUE`` does not select because they have no single value."""
    for column in plan.selection.where.tenants:
        found = tenants(workload, column)
        if found.several or found.unknown:
            yield (
                f"--where {TENANT}{column}: {found.several} statements have several values, and the value of {found.unknown} is not "
                f"known; they are not selected (`pgrehearse inspect --tenant {column}`)"
            )


def _order_notes(workload: Workload, plan: ReplayPlan) -> Iterator[str]:
    if plan.order.sync == Sync.COMMIT:
        quality = order_quality(workload)
        yield (
            f"transactions end in production's order (--sync commit); the log does not determine the order of {quality.open} of "
            f"{quality.pairs} pairs of transactions that wrote to the same table one after the other"
        )
