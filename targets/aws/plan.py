"""The plan of a target at AWS: from the specification and what AWS describes to the requests, in order. Pure: nothing is requested.

Order: parameter groups, the data (a snapshot, a restore, a clone or a replica), the writer, an upgrade, the login, the snapshot for a
reset, the mark, readers, a proxy. A reset is the same plan of a later generation, which has the parameter groups already.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pgrehearse.base.errors import TargetProblem
from pgrehearse.targets.aws import plan_groups, plan_members, plan_origins
from pgrehearse.targets.aws.draft import Draft
from pgrehearse.targets.aws.facts import Facts, Form
from pgrehearse.targets.aws.possible import refuse_impossible
from pgrehearse.targets.aws.requests import Plan, RunTags
from pgrehearse.targets.aws.specification import AwsTarget, Origin, check
from pgrehearse.targets.aws.versions import choose
from pgrehearse.targets.target import TargetKind


def plan(kind: TargetKind, target: AwsTarget, facts: Facts, run: RunTags) -> Plan:
    """Return the plan. Raises ``BadInput`` for what is invalid, contradictory, or impossible at AWS."""
    check(kind, target)
    refuse_impossible(kind, target, facts)
    versions = choose(kind, (facts.form, facts.version), target.engine_version, facts.versions)
    draft = Draft(kind, target, facts, run, versions)
    groups = plan_groups.groups(draft)
    origin = plan_origins.origin(draft)
    members = plan_members.members(draft)
    return Plan(
        (*groups.requests, *origin.requests, *members),
        cluster=draft.cluster,
        writer=draft.writer,
        readers=draft.readers,
        proxy=draft.name("proxy") if target.proxy else "",
        data=origin.data,
        start=next((one.name for one in members if one.name == draft.name(plan_members.START)), ""),
        follows=facts.production.name if facts.production and target.origin == Origin.REPLICA else "",
        notes=(*_source_notes(draft), *groups.notes, *origin.notes),
    )


def resolved(target: AwsTarget, facts: Facts, made: Plan) -> AwsTarget:
    """Return the specification with the moment and the database that were chosen, so that a reset has the same state."""
    chosen = made.data.name if target.origin == Origin.MOMENT and not target.moment else target.moment
    database = target.database or (facts.production.database if facts.production else "")
    return replace(target, moment=chosen, database=database)


def again(target: AwsTarget, snapshots: Sequence[str]) -> AwsTarget:
    """Return the specification by which a reset restores the state of the first generation. *snapshots*: those that this run has made.

    Raises ``TargetProblem`` if that state is nowhere kept: a clone and a replica have the state of production when they were made.
    """
    for part in (plan_members.START, plan_origins.COPY, plan_origins.SNAPSHOT):
        name = next((one for one in snapshots if one.endswith(f"-{part}")), "")
        if name:
            key = "" if part == plan_origins.COPY else target.kms_key
            return replace(target, origin=Origin.SNAPSHOT, snapshot=name, moment="", kms_key=key)
    if target.origin in {Origin.CLONE, Origin.REPLICA}:
        raise TargetProblem(
            f"a target of origin {target.origin} cannot be reset: another {target.origin} has a later state of production",
            remedy="create it with resettable = true, or with origin = 'snapshot'",
        )
    return target


def _source_notes(draft: Draft) -> tuple[str, ...]:
    notes = []
    production, snapshot = draft.facts.production, draft.facts.snapshot
    if production is None:
        notes.append("production is not described: the parameter groups have none of its values")
    elif snapshot is not None and snapshot.resource and snapshot.resource not in production.resources:
        notes.append(f"snapshot {snapshot.name} is of {snapshot.resource}, and not of {production.name}")
    if draft.versions.upgrade:
        notes.append(
            f"restored with {draft.versions.restored.version}, then upgraded to {draft.versions.final.version}"
        )
    if draft.kind == TargetKind.AURORA and draft.facts.form != Form.AURORA:
        notes.append("Aurora has other storage than RDS: WriteIOPS and the buffer cache are not comparable")
    if draft.kind == TargetKind.RDS and not draft.clustered and production is not None and production.standby:
        notes.append(
            "production and the target have a standby in another zone: the price is that of two instances"
            if draft.standby
            else "production's commits wait for a standby in another zone, the target's do not (single_az)"
        )
    return tuple(notes)
