"""Sources at AWS for tests of plans: what AWS describes of an RDS instance, an Aurora cluster and a Multi-AZ cluster."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from pgrehearse.base.clock import SECOND
from pgrehearse.targets.aws.facts import EngineVersion, Facts, Form, Level, Production, Setting, Snapshot
from pgrehearse.targets.aws.plan import plan
from pgrehearse.targets.aws.requests import Plan, RunTags
from pgrehearse.targets.aws.specification import AwsTarget
from pgrehearse.targets.target import TargetKind

AT = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
AT_US = round(AT.timestamp() * SECOND)
RUN = RunTags("4f2a", "ana", AT_US + 8 * 3600 * SECOND)
PLACE = "arn:aws:rds:eu-west-1:123456789012"
STATIC, DYNAMIC = Setting(static=True, modifiable=True), Setting(static=False, modifiable=True)
FAMILY = {"work_mem": DYNAMIC, "max_logical_replication_workers": STATIC}
VERSIONS = {
    TargetKind.RDS: (
        EngineVersion("16.4", "postgres16", frozenset({"16.8", "18.1"})),
        EngineVersion("16.8", "postgres16", frozenset({"18.1"})),
        EngineVersion("18.1", "postgres18"),
    ),
    TargetKind.AURORA: (
        EngineVersion("15.10", "aurora-postgresql15"),
        EngineVersion("16.3", "aurora-postgresql16"),
        EngineVersion("16.8", "aurora-postgresql16", frozenset({"17.4"})),
        EngineVersion("16.6", "aurora-postgresql16", frozenset({"16.8", "17.4"})),
        EngineVersion("17.4", "aurora-postgresql17"),
    ),
}
INSTANCE = Production(
    "prod",
    Form.INSTANCE,
    f"{PLACE}:db:prod",
    "db-PROD",
    "16.4",
    "db.m6g.large",
    "prod",
    frozenset({"db-PROD"}),
    "shop",
    ("sg-1",),
    "app",
    100 << 30,
    AT_US - 86_400 * SECOND,
    AT_US,
    {"work_mem": "65536"},
)
AURORA = replace(
    INSTANCE,
    name="shop",
    form=Form.AURORA,
    arn=f"{PLACE}:cluster:shop",
    resource="cluster-SHOP",
    version="16.6",
    instance_class="db.r6g.large",
    resources=frozenset({"cluster-SHOP", "db-SHOP1"}),
)
MULTI_AZ = replace(INSTANCE, name="trio", form=Form.MULTI_AZ, arn=f"{PLACE}:cluster:trio")
RDS_SNAPSHOT = Snapshot("nightly", f"{PLACE}:snapshot:nightly", Form.INSTANCE, "16.4", AT_US - SECOND, "db-PROD")


def facts(kind: TargetKind, production: Production | None, snapshot: Snapshot | None = None) -> Facts:
    versions = VERSIONS[kind]
    families = {(one.family, level): FAMILY for one in versions for level in Level}
    return Facts(production, snapshot, versions, families, PLACE, ("subnet-1", "subnet-2"))


def made(kind: TargetKind, target: AwsTarget, production: Production | None, snapshot: Snapshot | None = None) -> Plan:
    return plan(kind, target, facts(kind, production, snapshot), RUN)


def aurora(source: str = "prod", **keys: Any) -> AwsTarget:
    return AwsTarget(source, **keys)
