"""(b) Requests for parameters: described whole and in pages, reset, refused as AWS refuses them.

Sources: RDS API reference, DescribeDBParameters, DescribeDBClusterParameters, DescribeEngineDefaultParameters, ResetDBParameterGroup,
ModifyDBParameterGroup ("a maximum of 20 parameters can be modified in a single request"; "you can use the immediate value with
dynamic parameters only").
"""

from __future__ import annotations

from typing import Any

from moto.rds.models import RDSBackend

from tests.aws.standin.account import DEFAULT_GROUP, of
from tests.aws.standin.exchange import Answer, Call, Refused
from tests.aws.standin.parameters import Parameter, defaults, of_group

_PAGE = 100
_MOST = 20
_KINDS = {"DB": "DBParameterGroupName", "DBCluster": "DBClusterParameterGroupName"}


def answered(call: Call) -> Answer | None:
    """Answer the requests for parameters."""
    kind = "DBCluster" if "Cluster" in call.action else "DB"
    if call.action in {"DescribeDBParameters", "DescribeDBClusterParameters"}:
        name = call.parameters()[_KINDS[kind]]
        rows = list(_parameters(of(call), name, cluster=kind == "DBCluster").values())
        return call.answer(_page(call, rows))
    if call.action in {"DescribeEngineDefaultParameters", "DescribeEngineDefaultClusterParameters"}:
        family = call.parameters()["DBParameterGroupFamily"]
        rows = list(defaults(family, cluster="Cluster" in call.action).values())
        return call.answer({"EngineDefaults": {"DBParameterGroupFamily": family, **_page(call, rows)}})
    if call.action in {"ResetDBParameterGroup", "ResetDBClusterParameterGroup"}:
        return _reset(call, kind)
    if call.action in {"ModifyDBParameterGroup", "ModifyDBClusterParameterGroup"}:
        _check(call, kind)
    return None


def group(backend: RDSBackend, name: str, *, cluster: bool) -> Any:
    """Return a group that somebody made. Raises ``Refused`` if there is none."""
    groups: Any = backend.db_cluster_parameter_groups if cluster else backend.db_parameter_groups
    if name.lower() not in groups:
        code = "DBClusterParameterGroupNotFound" if cluster else "DBParameterGroupNotFound"
        raise Refused(code, f"{'DBClusterParameterGroup' if cluster else 'DBParameterGroup'} not found: {name}", 404)
    return groups[name.lower()]


def family_of(found: Any) -> str:
    """Return the family of a group of moto."""
    return str(getattr(found, "family", "") or found.db_parameter_group_family)


def _parameters(backend: RDSBackend, name: str, *, cluster: bool) -> dict[str, Parameter]:
    if name.startswith(DEFAULT_GROUP):
        return defaults(name.removeprefix(DEFAULT_GROUP), cluster=cluster)
    found = group(backend, name, cluster=cluster)
    return of_group(family_of(found), found.parameters, cluster=cluster)


def values_of(
    backend: RDSBackend, name: str, *, cluster: bool, restarts: bool, only_set: bool = False
) -> dict[str, str]:
    """Return the values of a group that its servers have. *restarts*: at a restart; else those that apply without one; *only_set*: those
    that somebody set."""
    rows = _parameters(backend, name, cluster=cluster).values()
    return {
        one.name: one.value
        for one in rows
        if one.value and (one.source == "user" or not only_set)
        if restarts or one.source != "user" or one.apply_method == "immediate"
    }


def _page(call: Call, rows: list[Parameter]) -> dict[str, Any]:
    wanted = call.parameters()
    begin, size = int(wanted.get("Marker") or 0), int(wanted.get("MaxRecords") or _PAGE)
    chosen = [one for one in rows if wanted.get("Source", one.source) == one.source]
    page: dict[str, Any] = {"Parameters": [one.document() for one in chosen[begin : begin + size]]}
    if begin + size < len(chosen):
        page["Marker"] = str(begin + size)
    return page


def _reset(call: Call, kind: str) -> Answer:
    """Remove the values that were set: all of them, or the named ones."""
    wanted = call.parameters()
    found = group(of(call), wanted[_KINDS[kind]], cluster=kind == "DBCluster")
    names = [row["ParameterName"] for row in wanted.get("Parameters", [])]
    if bool(wanted.get("ResetAllParameters")) == bool(names):
        raise Refused("InvalidParameterCombination", "Specify either ResetAllParameters or a list of parameters")
    for name in names or list(found.parameters):
        found.parameters.pop(name, None)
    return call.answer({_KINDS[kind]: found.name})


def _check(call: Call, kind: str) -> None:
    """Raise ``Refused`` for values that a group cannot have."""
    wanted = call.parameters()
    rows, known = wanted.get("Parameters", []), _parameters(of(call), wanted[_KINDS[kind]], cluster=kind == "DBCluster")
    if len(rows) > _MOST:
        raise Refused("InvalidParameterValue", f"A maximum of {_MOST} parameters can be modified in a single request")
    for row in rows:
        name = row["ParameterName"]
        if name not in known:
            raise Refused("InvalidParameterValue", f"Could not find parameter with name: {name}")
        _check_value(known[name], row)


def _check_value(parameter: Parameter, row: dict[str, Any]) -> None:
    name, value = parameter.name, str(row.get("ParameterValue", ""))
    if not parameter.modifiable:
        raise Refused("InvalidParameterValue", f"The parameter {name} cannot be modified.")
    if parameter.apply_type == "static" and row.get("ApplyMethod") == "immediate":
        raise Refused("InvalidParameterCombination", "cannot use immediate apply method for static parameter")
    if not _is_allowed(parameter, value):
        raise Refused(
            "InvalidParameterValue", f"Value: {value} is outside of range: {parameter.allowed} for parameter: {name}"
        )


def _is_allowed(parameter: Parameter, value: str) -> bool:
    if not parameter.allowed or "{" in value:
        return True
    if parameter.data_type == "boolean":
        return value.lower() in {"0", "1", "on", "off", "true", "false"}
    least, _, most = parameter.allowed.rpartition("-")
    try:
        return float(least) <= float(value) <= float(most)
    except ValueError:
        return False
