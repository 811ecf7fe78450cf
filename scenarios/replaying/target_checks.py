"""The checks of a replay's targets, in their order: logs and events before a target counts as used."""

from __future__ import annotations

from pathlib import Path

from pgrehearse.base import event_loop
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.scenarios.events.during_replay import EventsRequest, check_events_of
from pgrehearse.scenarios.preparing.preflight import Permissions, Ready, preflight
from pgrehearse.scenarios.preparing.target_log import check_logs, log_files
from pgrehearse.workload.read import Workload


def checked_targets(
    workload: Workload, plan: ReplayPlan, logs: tuple[Path, ...], events: EventsRequest, permissions: Permissions
) -> Ready:
    """Verify the targets' *logs* (of ``--target-log``), the *events*, and every target."""
    if logs:
        _check_logs(workload, plan, logs, events.denied)
    if events.events:
        check_events_of(events, workload, _dry(workload, plan, events.denied))
    return event_loop.run(preflight(workload, plan, permissions))


def _check_logs(workload: Workload, plan: ReplayPlan, logs: tuple[Path, ...], denied: tuple[str, ...]) -> None:
    """Refuse a log that is not that of a target, before the target counts as used."""
    log_files(logs)
    ready = _dry(workload, plan, denied)
    passwords = Passwords(ready.plan.routing.password_command)
    event_loop.run(check_logs(logs, [passwords.of(target) for target in ready.plan.targets()]))


def _dry(workload: Workload, plan: ReplayPlan, denied: tuple[str, ...]) -> Ready:
    """Check the targets; they do not count as used."""
    return event_loop.run(preflight(workload, plan, Permissions(denied, dry=True)))
