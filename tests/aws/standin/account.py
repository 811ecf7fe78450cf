"""What moto has of RDS: the clusters, instances, snapshots and parameter groups of one region, by name."""

from __future__ import annotations

import random
import string
from collections.abc import Iterator
from typing import Any

from botocore import xform_name
from moto.core.resource_tagging import TaggedResource
from moto.rds.models import RDSBackend, rds_backends

from tests.aws.standin.exchange import Call

ACCOUNT = "123456789012"
DEFAULT_GROUP = "default."
_MOTO_TAGGED = RDSBackend.iter_tagged_resources
_ALPHABET = string.ascii_uppercase + string.digits


def rds(region: str) -> RDSBackend:
    """Return moto's state of a region."""
    return rds_backends[ACCOUNT][region]


def of(call: Call) -> RDSBackend:
    """Return moto's state of the region of a request."""
    return rds(call.region)


def name_of(identifier: str) -> str:
    """Return the name of a thing, given by its name or its ARN. The name of an automated snapshot has a colon (``rds:NAME``)."""
    return identifier.split(":", 6)[6] if identifier.startswith("arn:") else identifier


def kind_of(identifier: str) -> str:
    """Return the kind in an ARN ("": a name): db, cluster, snapshot, cluster-snapshot, pg, cluster-pg."""
    return identifier.split(":", 6)[5] if identifier.startswith("arn:") else ""


def resource_id(prefix: str) -> str:
    """Return a new immutable id (``db-...``, ``cluster-...``: 26 letters and digits)."""
    return prefix + "".join(random.choices(_ALPHABET, k=26))  # noqa: S311 (no secret)


def snake(values: dict[str, Any]) -> dict[str, Any]:
    """Return parameters of a request with the names that moto's functions have."""
    return {xform_name(name): value for name, value in values.items()}


def members(backend: RDSBackend, cluster: str) -> list[Any]:
    """Return the instances of a cluster that are not deleted, the writer first."""
    there = [one for one in backend.databases.values() if one.status != "deleting"]
    found = [one for one in there if (one.db_cluster_identifier or "") == cluster.lower()]
    return sorted(found, key=lambda one: not getattr(one, "is_cluster_writer", False))


def tagged_resources(backend: RDSBackend) -> Iterator[TaggedResource]:
    """Yield what the tagging API returns of RDS: moto's resources, and the parameter groups, which moto leaves out."""
    yield from _MOTO_TAGGED(backend)
    groups: dict[str, Any] = {
        "rds:pg": backend.db_parameter_groups,
        "rds:cluster-pg": backend.db_cluster_parameter_groups,
    }
    for kind, things in groups.items():
        for thing in list(things.values()):
            yield TaggedResource(thing.arn, {tag["Key"]: tag["Value"] for tag in thing.get_tags()}, kind)


def left(region: str, kept: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the ARNs of all that exists, except default groups and what has a name of *kept* (and its automated snapshots)."""
    backend = rds(region)
    things = [
        *backend.clusters.values(),
        *backend.databases.values(),
        *backend.database_snapshots.values(),
        *backend.cluster_snapshots.values(),
        *backend.db_parameter_groups.values(),
        *backend.db_cluster_parameter_groups.values(),
        *backend.db_proxies.values(),
    ]
    secrets = [secret.arn for secret in backend.secretsmanager.secrets.values()]
    return tuple(sorted(arn for arn in [*(thing.arn for thing in things), *secrets] if not _is_kept(arn, kept)))


def _is_kept(arn: str, kept: frozenset[str]) -> bool:
    name = name_of(arn)
    automated = name.removeprefix("rds:").rsplit("-", 5)[0] if name.startswith("rds:") else ""
    return name.startswith(DEFAULT_GROUP) or name in kept or (bool(automated) and automated in kept)
