"""An evaluator of IAM policies, and a recorder of the requests that pgrehearse sends to AWS.

Source: IAM user guide, "Policy evaluation logic" (an identity's policies without a deny): a request is allowed if a statement matches its
action and each of its resources, and all conditions of the statement are true.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from types import FrameType
from typing import Any

from botocore.client import BaseClient
from moto.rds.exceptions import RDSClientError
from moto.rds.models import rds_backends
from moto.secretsmanager.models import secretsmanager_backends

from pgrehearse.targets.aws.policies import Role, policy

ACCOUNT, REGION = "123456789012", "eu-west-1"
# The parameters of RDS that name a resource, with its type in an ARN.
_TYPES = {
    "DBInstanceIdentifier": "db",
    "SourceDBInstanceIdentifier": "db",
    "TargetDBInstanceIdentifier": "db",
    "DBClusterIdentifier": "cluster",
    "SourceDBClusterIdentifier": "cluster",
    "DBSnapshotIdentifier": "snapshot",
    "SourceDBSnapshotIdentifier": "snapshot",
    "TargetDBSnapshotIdentifier": "snapshot",
    "DBClusterSnapshotIdentifier": "cluster-snapshot",
    "SourceDBClusterSnapshotIdentifier": "cluster-snapshot",
    "TargetDBClusterSnapshotIdentifier": "cluster-snapshot",
    "SnapshotIdentifier": "cluster-snapshot",
    "DBParameterGroupName": "pg",
    "DBClusterParameterGroupName": "cluster-pg",
    "DBSubnetGroupName": "subgrp",
    "DBProxyName": "db-proxy",
    "ReplicationSourceIdentifier": "db",
}


# The role of a request, by the module of pgrehearse that it comes from; the first prefix that fits.
ROLES = {
    "pgrehearse.scenarios.capturing.rds_logging": Role.DOCTOR,
    "pgrehearse.targets.rds_logging": Role.DOCTOR,
    "pgrehearse.capture.": Role.CAPTURE,
    "pgrehearse.scenarios.capturing.aws_capture": Role.CAPTURE,
    "pgrehearse.scenarios.rds_capture": Role.CAPTURE,
    "pgrehearse.metrics.": Role.METRICS,
    "pgrehearse.targets.aws.teardown": Role.DELETE,
    "pgrehearse.targets.aws.search": Role.DELETE,
    "pgrehearse.targets.removal": Role.DELETE,
    "pgrehearse.targets.aws.": Role.BUILD,
}


@dataclass(frozen=True, slots=True)
class Sent:
    """One request. *modules*: those of pgrehearse that led to it, the innermost first; *resource_tags*: by ARN, before the request."""

    action: str
    arns: tuple[str, ...]
    request_tags: dict[str, str]
    resource_tags: dict[str, dict[str, str]]
    modules: tuple[str, ...] = ()


@dataclass
class Recorder:
    """The requests that were sent by pgrehearse itself; those of tests are not recorded."""

    sent: list[Sent] = field(default_factory=list)


@contextmanager
def recorded() -> Iterator[Recorder]:
    """Record the requests of pgrehearse to AWS while the block runs."""
    recorder, plain = Recorder(), BaseClient._make_api_call

    def made(client: Any, operation: str, parameters: dict[str, Any]) -> Any:
        if modules := _modules(sys._getframe(1)):
            arns = resources(client, parameters)
            tags = {arn: _tags_of(arn) for arn in arns if arn != "*"}
            action = f"{client.meta.service_model.service_name}:{_action(operation)}"
            recorder.sent.append(Sent(action, arns, _tags(parameters.get("Tags", [])), tags, modules))
        return plain(client, operation, parameters)

    BaseClient._make_api_call = made
    try:
        yield recorder
    finally:
        BaseClient._make_api_call = plain


def resources(client: Any, parameters: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the ARNs of the resources that a request names; ``*`` if it names none."""
    service = client.meta.service_model.service_name
    if service == "secretsmanager" and "SecretId" in parameters:
        return (f"arn:aws:secretsmanager:{REGION}:{ACCOUNT}:secret:{parameters['SecretId']}-AbCdEf",)
    if service == "logs" and "logGroupName" in parameters:
        return (f"arn:aws:logs:{REGION}:{ACCOUNT}:log-group:{parameters['logGroupName']}:*",)
    if service != "rds":
        return ("*",)
    found = [_arn(_TYPES[name], value) for name, value in parameters.items() if name in _TYPES]
    return tuple(found) or ("*",)


def is_allowed(policy: dict[str, Any], sent: Sent) -> bool:
    """Return whether a policy allows a request, for each of its resources."""
    return all(any(_matches(statement, sent, arn) for statement in policy["Statement"]) for arn in sent.arns)


def role_of(sent: Sent) -> Role | None:
    """Return the role of the command that sent a request: that of the outermost module with a role; None: S3, whose rights are those to a bucket."""
    if sent.action.startswith("s3:"):
        return None
    return next(
        (role for module in reversed(sent.modules) for prefix, role in ROLES.items() if module.startswith(prefix)), None
    )


def refusals(sent: Iterable[Sent]) -> list[str]:
    """Return each request that its role does not allow. Who builds targets can also delete them."""
    return sorted(
        {
            f"role {role} does not allow {one.action} on {', '.join(one.arns)}, sent by {one.modules[0]}"
            for one in sent
            if (role := role_of(one)) is not None and not any(is_allowed(policy(each), one) for each in _with(role))
        }
    )


def _with(role: Role) -> tuple[Role, ...]:
    return (Role.BUILD, Role.DELETE) if role == Role.BUILD else (role,)


def _matches(statement: dict[str, Any], sent: Sent, arn: str) -> bool:
    if sent.action not in statement["Action"] or not any(_is_like(arn, one) for one in statement["Resource"]):
        return False
    keys = {f"aws:RequestTag/{key}": value for key, value in sent.request_tags.items()}
    keys |= {f"aws:ResourceTag/{key}": value for key, value in sent.resource_tags.get(arn, {}).items()}
    return all(
        _CONDITIONS[operator](keys.get(key), wanted)
        for operator, conditions in statement.get("Condition", {}).items()
        for key, wanted in conditions.items()
    )


_CONDITIONS: dict[str, Callable[[str | None, str], bool]] = {
    "StringLike": lambda value, wanted: value is not None and fnmatchcase(value, wanted),
    "Null": lambda value, wanted: (value is None) == (wanted == "true"),
}


def _is_like(arn: str, pattern: str) -> bool:
    return pattern == "*" or (arn != "*" and fnmatchcase(arn, pattern))


def _arn(kind: str, value: str) -> str:
    return value if value.startswith("arn:") else f"arn:aws:rds:{REGION}:{ACCOUNT}:{kind}:{value}"


def _tags(tags: list[dict[str, str]]) -> dict[str, str]:
    return {tag["Key"]: tag["Value"] for tag in tags}


def _tags_of(arn: str) -> dict[str, str]:
    """Return the tags of a resource ({}: it does not exist, or is a log group), from the state of moto: a request would be one more request of the test."""
    if ":secretsmanager:" in arn:
        name = arn.rpartition(":")[2].removesuffix("-AbCdEf")
        secrets = secretsmanager_backends[ACCOUNT][REGION].secrets
        return _tags(secrets[name].tags or []) if name in secrets else {}
    try:
        return _tags(rds_backends[ACCOUNT][REGION].list_tags_for_resource(arn))
    except RDSClientError:
        return {}


def _action(operation: str) -> str:
    """Return the action of an operation; two of S3 have another name in IAM."""
    return {"ListObjectsV2": "ListBucket", "HeadObject": "GetObject"}.get(operation, operation)


def _modules(frame: FrameType | None) -> tuple[str, ...]:
    """Return the modules of pgrehearse that led to a request; () for a request of a test, also if pgrehearse called the test."""
    names = []
    while frame is not None:
        names.append(str(frame.f_globals.get("__name__", "")))
        frame = frame.f_back
    callers = [name for name in dict.fromkeys(names) if not name.startswith(("botocore.", "boto3."))]
    if not callers or not callers[0].startswith("pgrehearse."):
        return ()
    return tuple(name for name in callers if name.startswith("pgrehearse."))
