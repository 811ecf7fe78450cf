"""IAM policies with the least rights, one for each role: read logs, read metrics, build targets, delete targets, check a source.

Sources: AWS service authorization reference, "Actions, resources, and condition keys for Amazon RDS" (and for CloudWatch, CloudWatch Logs,
Performance Insights, Secrets Manager). What creates something requires the tags of a run in the request; what changes or deletes something
requires such a tag on the resource, and a name of pgrehearse where the ARN contains the name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from pgrehearse.targets.aws.kinds import KINDS
from pgrehearse.targets.aws.permissions import CHANGES, CONNECT, CREATES, PROXY, READS, SECRETS
from pgrehearse.targets.aws.price import PERMISSION
from pgrehearse.targets.aws.removal import PROMOTION
from pgrehearse.targets.aws.tags import EXPIRES, OWNER, PREFIX, RUN

_PARAMETERS = ("rds:DescribeDBParameters", "rds:DescribeDBClusterParameters")
_READ = ("rds:DescribeDBInstances", "rds:DescribeDBClusters")
# The limits of an instance class are those of EC2's instance type.
_CLASS = "ec2:DescribeInstanceTypes"


class Role(StrEnum):
    """What the holder of a policy does."""

    CAPTURE = "capture"
    METRICS = "metrics"
    BUILD = "build"
    DELETE = "delete"
    DOCTOR = "doctor"


class Tagged(StrEnum):
    """Where a statement requires the tags of a run."""

    NOWHERE = ""
    REQUEST = "request"
    RESOURCE = "resource"


@dataclass(frozen=True, slots=True)
class Grant:
    """One statement. *resources*: ARNs; *more*: further conditions."""

    name: str
    actions: tuple[str, ...]
    resources: tuple[str, ...] = ("*",)
    tagged: Tagged = Tagged.NOWHERE
    more: dict[str, dict[str, Any]] = field(default_factory=dict)

    def document(self) -> dict[str, Any]:
        """Return the statement."""
        condition = _CONDITIONS[self.tagged] | self.more
        statement: dict[str, Any] = {
            "Sid": self.name,
            "Effect": "Allow",
            "Action": sorted(set(self.actions)),
            "Resource": list(self.resources),
        }
        return statement | ({"Condition": condition} if condition else {})


_CONDITIONS: dict[Tagged, dict[str, dict[str, Any]]] = {
    Tagged.NOWHERE: {},
    Tagged.REQUEST: {"Null": {f"aws:RequestTag/{tag}": "false" for tag in (OWNER, RUN, EXPIRES)}},
    Tagged.RESOURCE: {"StringLike": {f"aws:ResourceTag/{RUN}": "?*"}},
}


def arns(*types: str, name: str = f"{PREFIX}*") -> tuple[str, ...]:
    """Return the ARNs of RDS's resource types."""
    return tuple(f"arn:*:rds:*:*:{one}:{name}" for one in types)


_KINDS = KINDS.values()
_CHANGED = (
    *arns("db", "cluster", "snapshot", "cluster-snapshot", "pg", "cluster-pg"),
    *arns("db-proxy", name="*"),  # the ARN of a proxy has no name
)
# What a builder waits for, or finds already there.
_CREATED = tuple(action for kind in _KINDS if kind.service == "rds" for action in kind.actions[:-1])
_SECRETS = (f"arn:*:secretsmanager:*:*:secret:{PREFIX}*",)
_FROM_PRODUCTION = (
    "rds:CreateDBCluster",
    "rds:CreateDBClusterSnapshot",
    "rds:CreateDBInstanceReadReplica",
    "rds:CreateDBSnapshot",
    "rds:RestoreDBClusterToPointInTime",
    "rds:RestoreDBInstanceToPointInTime",
)
_TAG, _TARGETS = "rds:AddTagsToResource", "rds:RegisterDBProxyTargets"
# Who builds targets has the role delete too.
_DELETIONS = ("rds:DeleteDBInstance",)


def _without(actions: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(action for action in actions if action not in others)


_GRANTS: dict[Role, tuple[Grant, ...]] = {
    Role.CAPTURE: (
        # The logging settings of the window are those of the parameter group.
        Grant("Describe", (*_READ, _CLASS, *_PARAMETERS)),
        Grant(
            "Logs",
            ("rds:DescribeDBLogFiles", "rds:DownloadDBLogFilePortion", "rds:DownloadCompleteDBLogFile"),
            arns("db", name="*"),
        ),
        Grant("ExportedLogs", ("logs:DescribeLogStreams", "logs:GetLogEvents")),
    ),
    Role.METRICS: (
        Grant("Metrics", (*_READ, "cloudwatch:GetMetricData", "pi:GetResourceMetrics", _CLASS)),
        Grant("EnhancedMonitoring", ("logs:FilterLogEvents",), ("arn:*:logs:*:*:log-group:RDSOSMetrics:*",)),
    ),
    Role.BUILD: (
        Grant("Describe", (*READS, *_CREATED, PERMISSION)),
        Grant(
            "Create",
            _without(CREATES, (*_FROM_PRODUCTION, _TAG)),
            (*_CHANGED, *arns("snapshot", "cluster-snapshot", "pg", "cluster-pg", "subgrp", "og", name="*")),
            Tagged.REQUEST,
        ),
        # These name production as the source of the copy, beside the copy.
        Grant(
            "CopyProduction",
            _FROM_PRODUCTION,
            (
                *arns("snapshot", "cluster-snapshot"),
                *arns("db", "cluster", "pg", "cluster-pg", "subgrp", "og", name="*"),
            ),
            Tagged.REQUEST,
        ),
        Grant("Tag", (_TAG,), _CHANGED, Tagged.REQUEST),
        Grant("Change", _without(CHANGES, (*_DELETIONS, _TARGETS)), _CHANGED, Tagged.RESOURCE),
        # The target group of a proxy has no tags.
        Grant("ProxyTargets", (_TARGETS,), (*arns("db", "cluster"), *arns("db-proxy", "target-group", name="*"))),
        # The secret with the master password: RDS creates it for this caller, and names it rds!...
        Grant(
            "Password",
            tuple(action for action in SECRETS if action.startswith("secretsmanager:")),
            ("arn:*:secretsmanager:*:*:secret:rds!*",),
        ),
        Grant(
            "UseKeys",
            ("kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"),
            more={"StringLike": {"kms:ViaService": ["rds.*.amazonaws.com", "secretsmanager.*.amazonaws.com"]}},
        ),
        Grant("PassProxyRole", PROXY, more={"StringEquals": {"iam:PassedToService": "rds.amazonaws.com"}}),
        Grant("LogInByToken", CONNECT, ("arn:*:rds-db:*:*:dbuser:*/*",)),
    ),
    Role.DELETE: (
        Grant(
            "Find",
            (
                "sts:GetCallerIdentity",
                "secretsmanager:ListSecrets",
                *_CREATED,
            ),
        ),
        Grant(
            "Delete",
            (PROMOTION, *(kind.actions[-1] for kind in _KINDS if kind.service == "rds")),
            _CHANGED,
            Tagged.RESOURCE,
        ),
        # A secret that is gone has no tags: with a condition, AWS would refuse to answer that it is gone.
        Grant("FindSecrets", ("secretsmanager:DescribeSecret",), _SECRETS),
        Grant("DeleteSecrets", ("secretsmanager:DeleteSecret",), _SECRETS, Tagged.RESOURCE),
    ),
    Role.DOCTOR: (
        Grant(
            "Describe",
            (
                *_READ,
                "rds:DescribeDBClusterParameterGroups",
                "rds:DescribeDBClusterParameters",
                "rds:DescribeDBParameterGroups",
                "rds:DescribeDBLogFiles",
                "rds:DescribeDBParameters",
                "cloudwatch:GetMetricStatistics",
                "pi:GetResourceMetrics",
            ),
        ),
        # Only for `doctor --rds --copy-group`.
        Grant(
            "CopyGroup",
            ("rds:CreateDBClusterParameterGroup", "rds:CreateDBParameterGroup"),
            arns("pg", "cluster-pg", name="*"),
        ),
        # Only for `doctor --rds --apply`: the groups are production's own, which no tag of ours marks.
        Grant(
            "Apply",
            (
                "rds:ModifyDBClusterParameterGroup",
                "rds:ModifyDBParameterGroup",
                "rds:ResetDBClusterParameterGroup",
                "rds:ResetDBParameterGroup",
            ),
            arns("pg", "cluster-pg", name="*"),
        ),
    ),
}
# What AWS needs for a request beside its own action: no request of pgrehearse has these names.
IMPLIED = frozenset(
    {
        "iam:PassRole",
        "kms:CreateGrant",
        "kms:Decrypt",
        "kms:DescribeKey",
        "kms:GenerateDataKey",
        "rds-db:connect",
        "rds:AddTagsToResource",
        "secretsmanager:CreateSecret",
        "secretsmanager:TagResource",
    }
)


def policy(role: Role) -> dict[str, Any]:
    """Return the policy of a role, as IAM's JSON document."""
    return {"Version": "2012-10-17", "Statement": [grant.document() for grant in _GRANTS[role]]}
