"""A target at AWS as pgrehearse creates one: each thing is recorded in a journal before its request, and has the tags of its run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import boto3

from pgrehearse.base.clock import SECOND, iso, wall_us
from pgrehearse.targets.aws.clients import Clients
from pgrehearse.targets.aws.kinds import KINDS
from pgrehearse.targets.aws.removal import Patience
from pgrehearse.targets.aws.tags import EXPIRES, OWNER, RUN
from pgrehearse.targets.journal import Header, Journal

CLASS = "db.r6g.large"
LOGIN = {"MasterUsername": "root", "MasterUserPassword": "hunter22"}
# Tests do not wait: a round follows the other at once.
AT_ONCE = Patience(interval_s=1, bound_s=40, unanswered_s=0, sleep=lambda _seconds: None)


class Killed(Exception):
    """The process ends here."""


def tags(run: str, expires_us: int = 0) -> list[dict[str, str]]:
    """Return the tags of a run; it expires in an hour, or at *expires_us*."""
    expires = iso(expires_us or wall_us() + 3600 * SECOND)
    values = {OWNER: "ana", RUN: run, EXPIRES: expires}
    return [{"Key": key, "Value": value} for key, value in values.items()]


def produced() -> None:
    """Create production: an Aurora cluster with an instance, and its snapshot; an RDS instance."""
    rds = boto3.client("rds")
    rds.create_db_cluster(DBClusterIdentifier="prod", Engine="aurora-postgresql", **LOGIN)
    instance("prod-1", "prod", [])
    rds.create_db_cluster_snapshot(DBClusterSnapshotIdentifier="prod-s", DBClusterIdentifier="prod")
    rds.create_db_instance(
        DBInstanceIdentifier="prod-rds", DBInstanceClass=CLASS, Engine="postgres", AllocatedStorage=20, **LOGIN
    )


def instance(name: str, cluster: str, of_run: list[dict[str, str]], **more: Any) -> Any:
    """Create an instance of a cluster."""
    return boto3.client("rds").create_db_instance(
        DBInstanceIdentifier=name,
        DBClusterIdentifier=cluster,
        DBInstanceClass=CLASS,
        Engine="aurora-postgresql",
        Tags=of_run,
        **more,
    )["DBInstance"]


@dataclass(frozen=True, slots=True)
class Creation:
    """One request of a target. *make*: sends it, and returns the answer's row."""

    kind: str
    name: str
    make: Callable[[], dict[str, Any]]


def creations(run: str, expires_us: int = 0) -> list[Creation]:
    """Return the requests of a target with one thing of each kind, two instances, and a proxy."""
    rds, of_run, prefix = boto3.client("rds"), tags(run, expires_us), f"pgrehearse-{run}"

    def group(level: str, family: str) -> Callable[[], dict[str, Any]]:
        key = f"DB{level}ParameterGroup"
        method = rds.create_db_cluster_parameter_group if level else rds.create_db_parameter_group
        words = {
            f"{key}Name": f"{prefix}-{level or 'instance'}".lower(),
            f"{key}Family" if not level else "DBParameterGroupFamily": family,
        }
        return lambda: method(**words, Description="x", Tags=of_run)[key]

    def proxy() -> dict[str, Any]:
        subnets = [row["SubnetId"] for row in boto3.client("ec2").describe_subnets()["Subnets"]]
        return rds.create_db_proxy(  # type: ignore[no-any-return]
            DBProxyName=f"{prefix}-proxy",
            EngineFamily="POSTGRESQL",
            Auth=[{"AuthScheme": "SECRETS", "SecretArn": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:x"}],
            RoleArn="arn:aws:iam::123456789012:role/proxy",
            VpcSubnetIds=subnets,
            Tags=of_run,
        )["DBProxy"]

    return [
        Creation("db-parameter-group", f"{prefix}-instance", group("", "aurora-postgresql16")),
        Creation("db-cluster-parameter-group", f"{prefix}-cluster", group("Cluster", "aurora-postgresql16")),
        Creation(
            "db-cluster-snapshot",
            f"{prefix}-snapshot",
            lambda: rds.create_db_cluster_snapshot(
                DBClusterSnapshotIdentifier=f"{prefix}-snapshot", DBClusterIdentifier="prod", Tags=of_run
            )["DBClusterSnapshot"],
        ),
        Creation(
            "secret",
            f"{prefix}-secret",
            lambda: boto3.client("secretsmanager").create_secret(
                Name=f"{prefix}-secret", SecretString="x", Tags=of_run
            ),
        ),
        Creation(
            "db-cluster",
            f"{prefix}-cluster",
            lambda: rds.restore_db_cluster_from_snapshot(
                DBClusterIdentifier=f"{prefix}-cluster",
                SnapshotIdentifier=f"{prefix}-snapshot",
                Engine="aurora-postgresql",
                DBClusterParameterGroupName=f"{prefix}-cluster",
                Tags=of_run,
            )["DBCluster"],
        ),
        Creation("db-instance", f"{prefix}-writer", lambda: instance(f"{prefix}-writer", f"{prefix}-cluster", of_run)),
        Creation("db-instance", f"{prefix}-reader", lambda: instance(f"{prefix}-reader", f"{prefix}-cluster", of_run)),
        Creation("db-proxy", f"{prefix}-proxy", proxy),
        Creation(
            "db-snapshot",
            f"{prefix}-rds",
            lambda: rds.create_db_snapshot(
                DBSnapshotIdentifier=f"{prefix}-rds", DBInstanceIdentifier="prod-rds", Tags=of_run
            )["DBSnapshot"],
        ),
    ]


def journal_of(run: str, expires_us: int = 0) -> Journal:
    """Begin the journal of a target."""
    header = Header(f"candidate-{run}", "aurora", run, expires_us, os.getpid(), Clients().place())
    return Journal.begin(header)


def create(journal: Journal, requests: list[Creation], *, killed_at: int = -1, before: bool = False) -> None:
    """Create a target. The process is killed at one request: *before* it was sent, or before its answer came."""
    for place, request in enumerate(requests):
        number = journal.requested(request.kind, request.name)
        if place == killed_at and before:
            raise Killed
        row = request.make()
        if place == killed_at:
            raise Killed
        journal.created(number, str(row[KINDS[request.kind].resource]))


@contextmanager
def killed() -> Iterator[None]:
    """Run the block until it is killed."""
    try:
        yield
    except Killed:
        return


def names() -> set[tuple[str, str]]:
    """Return the kind and the name of everything at AWS, except default groups and automated snapshots."""
    clients = Clients()
    found = {(kind.name, kind.name_of(row)) for kind in KINDS.values() if kind.rows for row in kind.rows_of(clients)}
    secrets = boto3.client("secretsmanager").list_secrets()["SecretList"]
    found |= {("secret", str(secret["Name"])) for secret in secrets}
    return {(kind, name) for kind, name in found if not name.startswith(("default.", "default:", "rds:"))}
