"""Targets at AWS that cannot be: refused before a request, with what is wrong and what to do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pgrehearse.base.errors import BadInput
from pgrehearse.targets.aws.facts import Production
from pgrehearse.targets.aws.specification import AwsTarget
from pgrehearse.targets.target import DataOrigin, TargetKind
from tests.aws.sources import AURORA, INSTANCE, MULTI_AZ, RDS_SNAPSHOT, aurora, made


@pytest.mark.parametrize(
    ("kind", "target", "production", "message"),
    [
        (TargetKind.AURORA, aurora(origin="clone", moment="2026-11-24T09:00Z"), AURORA, "has no moment"),
        (TargetKind.AURORA, aurora(moment="2026-11-24T09:00"), AURORA, "not an instant with an offset"),
        (TargetKind.AURORA, aurora(origin="clone"), INSTANCE, "no aurora of an RDS instance in this way"),
        (TargetKind.AURORA, aurora(origin="replica"), AURORA, "no aurora of an Aurora cluster in this way"),
        (TargetKind.AURORA, aurora(), MULTI_AZ, "no aurora of an RDS Multi-AZ cluster"),
        (TargetKind.RDS, aurora(), AURORA, "no rds of an Aurora cluster"),
        (TargetKind.RDS, aurora(multi_az=True, origin="moment"), INSTANCE, "in this way"),
        (TargetKind.RDS, aurora(origin="replica"), INSTANCE, "makes an Aurora cluster"),
        (TargetKind.RDS, aurora(min_acu=1, max_acu=2), INSTANCE, "only Aurora is serverless"),
        (TargetKind.RDS, aurora(readers=1), INSTANCE, "no read replica"),
        (TargetKind.AURORA, aurora(instance_class="db.r6g.large", max_acu=2), INSTANCE, "an instance class is given"),
        (TargetKind.AURORA, aurora(instance_class="db.serverless"), INSTANCE, "needs min_acu"),
        (TargetKind.AURORA, aurora(min_acu=4, max_acu=2), INSTANCE, "min_acu = 4"),
        (TargetKind.AURORA, aurora(readers=16), INSTANCE, "readers: 16"),
        (TargetKind.AURORA, aurora(single_az=True), INSTANCE, "a variant of an RDS instance"),
        (TargetKind.AURORA, aurora(login="iam"), INSTANCE, "needs user"),
        (TargetKind.AURORA, aurora(proxy=True), INSTANCE, "needs proxy_role"),
        (TargetKind.AURORA, aurora(engine_version="99.1"), INSTANCE, "has no version 99.1"),
        (TargetKind.AURORA, aurora(engine_version="15.10"), INSTANCE, "no upgrade from 16.8 to 15.10"),
        (TargetKind.AURORA, aurora(), replace(INSTANCE, version="18.1"), "no version for the data"),
        (TargetKind.AURORA, aurora(origin="moment"), replace(INSTANCE, latest_us=0), "no automated backups"),
        (TargetKind.AURORA, aurora(origin="moment", moment="2026-11-25T09:00Z"), INSTANCE, "cannot be restored"),
        (TargetKind.AURORA, aurora(origin="replica"), replace(INSTANCE, blue_green="bgd-1"), "blue/green deployment"),
        (TargetKind.AURORA, aurora(origin="replica"), replace(INSTANCE, follows="older"), "is a replica of older"),
        (TargetKind.AURORA, aurora(expires="soon"), INSTANCE, "not a duration"),
        (TargetKind.AURORA, AwsTarget(), INSTANCE, "neither source nor snapshot"),
    ],
)
def test_what_cannot_be_is_refused_before_a_request(
    kind: TargetKind, target: AwsTarget, production: Production, message: str
) -> None:
    """With what is wrong, and with what to do."""
    with pytest.raises(BadInput, match=message) as caught:
        made(kind, target, production)
    assert caught.value.remedy


def test_a_shared_snapshot_needs_class_and_network() -> None:
    """Production is in another account: nothing of it is described."""
    target = AwsTarget(snapshot=RDS_SNAPSHOT.arn, database="app")
    with pytest.raises(BadInput, match="instance_class is not given"):
        made(TargetKind.AURORA, target, None, RDS_SNAPSHOT)
    complete = replace(target, instance_class="db.r6g.large", subnet_group="lab")
    plan = made(TargetKind.AURORA, complete, None, RDS_SNAPSHOT)
    assert plan.data == DataOrigin("snapshot", "nightly", RDS_SNAPSHOT.at_us)
    assert "none of its values" in plan.notes[0]
