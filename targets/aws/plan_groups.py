"""The requests for the parameter groups of a target: one for each level and family that it has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pgrehearse.targets.aws.draft import Draft
from pgrehearse.targets.aws.facts import Form, Level
from pgrehearse.targets.aws.parameters import GroupValues, group_values
from pgrehearse.targets.aws.requests import Kind, Request
from pgrehearse.targets.target import TargetKind

# The most parameters of one request (RDS API reference, ModifyDBParameterGroup).
_MOST_PARAMETERS = 20
# Of each level: the kind in the journal, the actions, and the key of the group's name.
_ACTIONS = {
    Level.INSTANCE: (Kind.GROUP, "create_db_parameter_group", "modify_db_parameter_group", "DBParameterGroupName"),
    Level.CLUSTER: (
        Kind.CLUSTER_GROUP,
        "create_db_cluster_parameter_group",
        "modify_db_cluster_parameter_group",
        "DBClusterParameterGroupName",
    ),
}


@dataclass(frozen=True, slots=True)
class Groups:
    """The requests, and what is different from production."""

    requests: tuple[Request, ...]
    notes: tuple[str, ...]


def groups(draft: Draft) -> Groups:
    """Return the requests for the groups; a later generation has them already."""
    requests: list[Request] = []
    notes: list[str] = []
    for family in dict.fromkeys((draft.versions.restored.family, draft.versions.final.family)):
        values = _values(draft, family)
        notes += [note for note in values.notes if note not in notes]
        if draft.run.generation == 1:
            for level in draft.levels:
                requests += _requests(draft, level, family, values)
    return Groups(tuple(requests), tuple(notes))


def _values(draft: Draft, family: str) -> GroupValues:
    production = draft.production
    return group_values(
        production.values if production else {},
        draft.target.parameters,
        {level: draft.facts.families.get((family, level), {}) for level in draft.levels},
        migrates=draft.kind == TargetKind.AURORA and draft.facts.form != Form.AURORA,
    )


def _requests(draft: Draft, level: Level, family: str, values: GroupValues) -> Iterator[Request]:
    kind, create, modify, key = _ACTIONS[level]
    name = draft.group(level, family)
    described = {"Description": f"pgrehearse {draft.run.run}", "Tags": draft.run.tags()}
    yield Request(create, {key: name, "DBParameterGroupFamily": family, **described}, kind, name)
    rows = [
        {
            "ParameterName": parameter,
            "ParameterValue": value,
            "ApplyMethod": "pending-reboot" if parameter in values.static else "immediate",
        }
        for parameter, value in values.values[level].items()
    ]
    for begin in range(0, len(rows), _MOST_PARAMETERS):
        yield Request(modify, {key: name, "Parameters": rows[begin : begin + _MOST_PARAMETERS]})
