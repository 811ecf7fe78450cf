"""Whether something at AWS is what a target has created: its resource id, its tag and its name; never one of them alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pgrehearse.targets.aws.kinds import Kind
from pgrehearse.targets.aws.tags import RUN, Tags, run_of


@dataclass(frozen=True, slots=True)
class Expected:
    """What was created. *run*: the run token of its tag; *resource*: its immutable id ("": not known)."""

    kind: Kind
    name: str
    run: str
    resource: str = ""


def is_another(expected: Expected, row: dict[str, Any]) -> bool:
    """Return whether the row is certainly another thing of the same name: another id, and not our tag. Then ours does not exist."""
    return bool(expected.resource) and not _has_id(expected, row) and run_of(row["TagList"]) != expected.run


def why_not_ours(expected: Expected, row: dict[str, Any]) -> str:
    """Return why a row is not proven to be what was created ("": it is)."""
    tags = Tags.of(row["TagList"])
    if tags is None or tags.run != expected.run:
        return f"it has no tag {RUN} = {expected.run}"
    if not tags.names(expected.kind.name_of(row)):
        return f"its name {expected.kind.name_of(row)} is not one of run {expected.run}"
    if expected.resource and not _has_id(expected, row):
        return f"its id is {row.get(expected.kind.resource) or 'not known'}, and {expected.resource} was created"
    return ""


def why_protected(row: dict[str, Any]) -> str:
    """Return why something of ours must not be deleted ("": it may be)."""
    if row.get("DeletionProtection"):
        return "somebody has turned on its deletion protection"
    if row.get("GlobalClusterIdentifier"):
        return f"it is a member of the global cluster {row['GlobalClusterIdentifier']}"
    return ""


def _has_id(expected: Expected, row: dict[str, Any]) -> bool:
    return str(row.get(expected.kind.resource, "")) == expected.resource
