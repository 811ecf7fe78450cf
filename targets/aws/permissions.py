"""The IAM actions by which targets are created: what is described, what creates (with our tags), and what changes (only under our tag).

Sources: AWS service authorization reference, "Actions, resources, and condition keys for Amazon RDS"; RDS user guide, "Permissions required
for Secrets Manager integration" (a master password that AWS manages needs the right to create its secret).
"""

from __future__ import annotations

from pgrehearse.targets.aws import described, latest, login

READS = (*described.PERMISSIONS, *latest.PERMISSIONS, "sts:GetCallerIdentity")
CREATES = (
    "rds:AddTagsToResource",
    "rds:CopyDBSnapshot",
    "rds:CreateDBCluster",
    "rds:CreateDBClusterParameterGroup",
    "rds:CreateDBClusterSnapshot",
    "rds:CreateDBInstance",
    "rds:CreateDBInstanceReadReplica",
    "rds:CreateDBParameterGroup",
    "rds:CreateDBProxy",
    "rds:CreateDBSnapshot",
    "rds:RestoreDBClusterFromSnapshot",
    "rds:RestoreDBClusterToPointInTime",
    "rds:RestoreDBInstanceFromDBSnapshot",
    "rds:RestoreDBInstanceToPointInTime",
)
CHANGES = (
    "rds:DeleteDBInstance",
    "rds:ModifyDBCluster",
    "rds:ModifyDBClusterParameterGroup",
    "rds:ModifyDBInstance",
    "rds:ModifyDBParameterGroup",
    "rds:PromoteReadReplicaDBCluster",
    "rds:RebootDBInstance",
    "rds:RegisterDBProxyTargets",
)
SECRETS = (
    *login.SECRET_PERMISSIONS,
    "kms:DescribeKey",
    "secretsmanager:CreateSecret",
    "secretsmanager:TagResource",
)
PROXY = ("iam:PassRole",)
CONNECT = login.IAM_PERMISSIONS
