"""``replay --dry-run``: what a replay would do, what it needs and how long it takes. Nothing is written to the target."""

from __future__ import annotations

from pgrehearse.base import event_loop
from pgrehearse.base.progress import SILENT, Stages
from pgrehearse.replay.dry_run.forecast import Forecast, forecast
from pgrehearse.replay.plan.plan import ReplayPlan
from pgrehearse.replay.plan.routing import Passwords
from pgrehearse.scenarios.events.during_replay import EventsRequest, check_events_of
from pgrehearse.scenarios.preparing.preflight import Permissions, preflight
from pgrehearse.scenarios.preparing.replay_hosts import calibrated
from pgrehearse.scenarios.preparing.rewriting import sent_workload
from pgrehearse.scenarios.preparing.target_rules import read_rules
from pgrehearse.workload.read import Workload


def foreseen(
    workload: Workload, plan: ReplayPlan, events: EventsRequest, stages: Stages = SILENT, cluster: str = ""
) -> Forecast:
    """Return what a replay would do, what it needs and how long it takes. Nothing is written to the target.

    *events*: in mid-run, with the patterns of hosts that are never a target. *cluster*: the address of the Ray cluster whose hosts would run the
    workers: the rate is measured on one of them. Raises as the replay would for an event that is not possible.
    """
    with sent_workload(workload, plan.rewrites) as sent:
        with stages.stage("verify the target"):
            ready = event_loop.run(preflight(sent.workload, plan, Permissions(events.denied, dry=True)))
            check_events_of(events, sent.workload, ready)
        with stages.stage("read the target's catalogs"):
            rules = read_rules(sent.workload, ready.plan, ready.proven.facts.version_num)
        passwords = Passwords(plan.routing.password_command)
        with stages.stage("measure the rate of one worker"):
            capacity = calibrated(cluster, ready.plan, passwords, ready.proven.expected_identity)
        with stages.stage("compute the forecast"):
            return forecast(
                sent.workload,
                ready.plan,
                rules=rules,
                max_connections=ready.max_connections,
                capacity=capacity,
            )
