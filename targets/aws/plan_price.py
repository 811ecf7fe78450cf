"""What a plan costs: the instances, the storage and the snapshots that its requests create."""

from __future__ import annotations

from pgrehearse.targets.aws.facts import Facts
from pgrehearse.targets.aws.price import Price, Size, price
from pgrehearse.targets.aws.requests import Kind, Plan
from pgrehearse.targets.aws.specification import AwsTarget
from pgrehearse.targets.target import TargetKind

_SNAPSHOTS = {str(Kind.CLUSTER_SNAPSHOT): TargetKind.AURORA, str(Kind.SNAPSHOT): TargetKind.RDS}


def size_of(kind: TargetKind, target: AwsTarget, plan: Plan, facts: Facts) -> Size:
    """Return what is billed while the target exists. An instance that the plan removes again is left out."""
    removed = {request.removes for request in plan.requests}
    classes = [
        str(
            request.parameters.get("DBInstanceClass") or request.parameters.get("DBClusterInstanceClass") or "not known"
        )
        for request in plan.requests
        if request.name not in removed
        and (request.kind == Kind.INSTANCE or "DBClusterInstanceClass" in request.parameters)
    ]
    snapshots = {request.kind for request in plan.requests} & set(_SNAPSHOTS)
    standby = any(request.parameters.get("MultiAZ") for request in plan.requests if request.name not in removed)
    stored = facts.production.storage_bytes if facts.production else 0
    return Size(
        kind,
        tuple(classes),
        max_acu=target.max_acu,
        io_optimized=target.io_optimized,
        multi_az=target.multi_az,
        proxy=target.proxy,
        standby=standby,
        data_bytes=stored,
        snapshot_bytes=stored if snapshots else None,
        volume=(facts.production.volume if facts.production else "") or "gp3",
        snapshots_of=_SNAPSHOTS[min(snapshots)] if snapshots else None,
    )


def plan_price(kind: TargetKind, target: AwsTarget, plan: Plan, facts: Facts) -> Price:
    """Return the price of an hour of a planned target, in the region of its source."""
    return price(size_of(kind, target, plan, facts), facts.place.split(":")[3])
