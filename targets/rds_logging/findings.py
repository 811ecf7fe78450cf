"""A parameter group against what a capture needs: each setting, and the values to set. Pure functions.

The way to complete lines that costs least: the second log_line_prefix of RDS; where it is not permitted, csvlog, which RDS writes beside
the plain log (RDS user guide, "Setting the log destination"): twice the storage.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pgrehearse.targets.finding import Finding
from pgrehearse.targets.logging_settings import RDS_PREFIX, SETTINGS, destinations, prefix_problems
from pgrehearse.targets.rds_logging.groups import Group, LoggedServer, Parameter

RETENTION = "rds.log_retention_period"
# What AWS writes for a setting that is on.
_WRITTEN = {"on": "1"}
# PostgreSQL's defaults, where a capture needs another value.
_DEFAULTS = {"log_min_duration_statement": "-1", "log_connections": "off", "log_disconnections": "off"}


@dataclass(frozen=True, slots=True)
class Advice:
    """*findings*: of each setting; *changes*: the values to set, by name; *blocked*: what no change of the group can correct."""

    findings: tuple[Finding, ...]
    changes: Mapping[str, str]
    blocked: tuple[str, ...] = ()


def advise(server: LoggedServer) -> Advice:
    """Return what to change so that every statement is logged with everything that a capture reads."""
    parameters = server.effective()
    wanted = {**_lines(parameters), **_settings(parameters)}
    names = ["log_line_prefix", "log_destination", *(setting.name for setting in SETTINGS), RETENTION]
    findings = [_finding(server.group, parameters[name], wanted.get(name)) for name in names if name in parameters]
    fixed = [f"{name} cannot be modified" for name in wanted if not parameters[name].modifiable]
    static = [f"{name} is static: its change needs a reboot" for name in wanted if not parameters[name].dynamic]
    changes = {name: value for name, (value, _) in wanted.items()}
    return Advice((_group_finding(server), *findings), changes, (*fixed, *static))


def _settings(parameters: Mapping[str, Parameter]) -> dict[str, tuple[str, str]]:
    """Return the value to set and the consequence of the present one, of each setting that is not as recommended."""
    found = [(setting, parameters[setting.name]) for setting in SETTINGS if setting.name in parameters]
    return {
        setting.name: (_WRITTEN.get(setting.recommended, setting.recommended), setting.problem)
        for setting, parameter in found
        if (value := parameter.value or _DEFAULTS.get(setting.name)) and value.lower() not in setting.accepted
    }


def _lines(parameters: Mapping[str, Parameter]) -> dict[str, tuple[str, str]]:
    """Return how the lines become complete: by the prefix, or by csvlog."""
    prefix, destination = parameters.get("log_line_prefix"), parameters.get("log_destination")
    problems = prefix_problems(prefix.value or "") if prefix is not None else ["the prefix is not known"]
    csvlog = destination is not None and "csvlog" in destinations(destination.value or "")
    if not problems or csvlog:
        return {}
    if prefix is not None and prefix.modifiable and (value := _permitted_prefix(prefix)):
        return {"log_line_prefix": (value, "; ".join(problems))}
    return {"log_destination": ("csvlog", "; ".join(problems))} if destination is not None else {}


def _permitted_prefix(prefix: Parameter) -> str:
    """Return the complete prefix that the group permits ("": none). AWS lists it with or without its last colon."""
    if not prefix.allowed or prefix.allowed == ".*":
        return RDS_PREFIX
    return next((value for value in (RDS_PREFIX, RDS_PREFIX.removesuffix(":")) if value in prefix.allowed), "")


def _finding(group: Group, parameter: Parameter, wanted: tuple[str, str] | None) -> Finding:
    value = parameter.value if parameter.value is not None else "(the engine's default)"
    applies = "dynamic" if parameter.dynamic else "static"
    shown = f"{value} ({applies}{'' if parameter.modifiable else ', cannot be modified'})"
    if wanted is None:
        return Finding(parameter.name, shown, value)
    recommended, problem = wanted
    when = "no restart" if parameter.dynamic else "needs a reboot"
    return Finding(
        parameter.name, shown, recommended, problem, f"set {parameter.name} = {recommended} in {group.name} ({when})"
    )


def _group_finding(server: LoggedServer) -> Finding:
    group, recommended = server.group, "a parameter group of this server only"
    if late := [member.name for member in server.members if not member.in_sync]:
        return Finding(
            "parameter group",
            group.name,
            recommended,
            f"its values are not in effect on {', '.join(late)}",
            "reboot the instance if AWS shows pending-reboot, else wait until it shows in-sync",
        )
    if not group.is_default:
        return Finding("parameter group", group.name, recommended)
    return Finding(
        "parameter group",
        group.name,
        recommended,
        "a default group cannot be modified",
        f"pgrehearse doctor --rds {server.name} --copy-group NAME creates one; its attachment needs a reboot",
    )
