"""(b) Parameters of a group: all of its family, with the values that RDS sets, those that were set, and the engine's defaults.

The names, types and contexts are those of PostgreSQL on this machine (``postgres --describe-config``, of the family's version or the
next earlier one that is installed). Sources: RDS user guide, "Working with parameters on your RDS for PostgreSQL DB instance" (static
and dynamic, modifiable or not); RDS API reference, Parameter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from pgrehearse.base.errors import UsageProblem
from pgrehearse.targets.embedded.binaries import programs, run

INSTALLED = (18, 16, 15)
# What RDS sets, whatever the engine's default is. A value in braces is a formula of the instance class.
SYSTEM = {
    "log_line_prefix": "%t:%r:%u@%d:[%p]:",
    "log_destination": "stderr",
    "log_filename": "postgresql.log.%Y-%m-%d-%H",
    "log_rotation_age": "60",
    "log_min_duration_statement": "-1",
    "log_statement": "none",
    "log_connections": "0",
    "log_disconnections": "0",
    "log_parameter_max_length": "-1",
    "shared_buffers": "{DBInstanceClassMemory/32768}",
    "effective_cache_size": "{DBInstanceClassMemory/16384}",
    "max_connections": "LEAST({DBInstanceClassMemory/9531392},5000)",
    "shared_preload_libraries": "pg_stat_statements",
}
OF_AURORA = {"log_filename": "postgresql.log.%Y-%m-%d-%H%M"}
_PROVIDER = {
    "rds.force_ssl": ("1", "dynamic", "boolean"),
    "rds.logical_replication": ("0", "static", "boolean"),
    "rds.log_retention_period": ("4320", "dynamic", "integer"),
    "rds.force_admin_logging_level": ("disabled", "dynamic", "string"),
    "rds.force_autovacuum_logging_level": ("warning", "dynamic", "string"),
    "rds.restrict_password_commands": ("0", "static", "boolean"),
    "rds.babelfish_status": ("off", "static", "string"),
    "cron.database_name": ("postgres", "static", "string"),
    "pg_stat_statements.track": ("top", "dynamic", "string"),
    "pg_stat_statements.max": ("5000", "static", "integer"),
    "auto_explain.log_min_duration": ("-1", "dynamic", "integer"),
}
# RDS lists these, and nobody can modify them; others (files, addresses) it does not list.
_FIXED = {
    "archive_command",
    "archive_mode",
    "full_page_writes",
    "fsync",
    "wal_level",
    "port",
    "logging_collector",
    "log_directory",
}
_UNLISTED = {
    "data_directory",
    "config_file",
    "hba_file",
    "ident_file",
    "external_pid_file",
    "listen_addresses",
    "event_source",
}
# Of the cluster's group only, in Aurora (Aurora user guide, "Aurora PostgreSQL cluster-level parameters"; a selection).
CLUSTER_ONLY = {
    "rds.force_ssl",
    "rds.logical_replication",
    "rds.restrict_password_commands",
    "rds.babelfish_status",
    "timezone",
}
# What stays as the server of this machine needs it.
_LOCAL = {
    "port",
    "shared_buffers",
    "effective_cache_size",
    "max_connections",
    "huge_pages",
    "log_directory",
    "logging_collector",
}
_TYPES = {"BOOLEAN": "boolean", "INTEGER": "integer", "REAL": "float", "STRING": "string", "ENUM": "string"}


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a group. *value* "": the engine's default; *source*: engine-default, system or user."""

    name: str
    value: str = ""
    source: str = "engine-default"
    apply_type: str = "dynamic"
    data_type: str = "string"
    allowed: str = ""
    modifiable: bool = True
    apply_method: str = "pending-reboot"

    def document(self) -> dict[str, Any]:
        """Return the parameter as AWS describes it."""
        row = {
            "ParameterName": self.name,
            "ParameterValue": self.value or None,
            "Source": self.source,
            "ApplyType": self.apply_type,
            "DataType": self.data_type,
            "AllowedValues": self.allowed or None,
            "IsModifiable": self.modifiable,
            "ApplyMethod": self.apply_method,
        }
        return {name: value for name, value in row.items() if value is not None}


def local_version(family: str) -> int:
    """Return the installed major version whose parameters stand for those of a family."""
    wanted = int(re.sub(r"\D", "", family) or 0)
    there = [version for version in INSTALLED if _is_installed(version)]
    return next((version for version in there if version <= wanted), there[-1])


def _is_installed(version: int) -> bool:
    try:
        programs(version)
    except UsageProblem:
        return False
    return True


@cache
def _config(version: int) -> dict[str, Parameter]:
    """Return the parameters of a version of PostgreSQL."""
    rows = [line.split("\t") for line in run([programs(version) / "postgres", "--describe-config"]).splitlines()]
    return {row[0]: _of_config(row) for row in rows if len(row) > 6 and row[1] != "internal"}


def _of_config(row: list[str]) -> Parameter:
    name, context, _, kind, _, least, most = row[:7]
    allowed = "0,1" if kind == "BOOLEAN" else (f"{least}-{most}" if most else "")
    apply_type = "static" if context == "postmaster" else "dynamic"
    return Parameter(name, "", "engine-default", apply_type, _TYPES[kind], allowed, name not in _FIXED)


@cache
def defaults(family: str, *, cluster: bool) -> dict[str, Parameter]:
    """Return the parameters of a family, by name. *cluster*: of a group of clusters."""
    aurora = family.startswith("aurora")
    found = {name: one for name, one in _config(local_version(family)).items() if name not in _UNLISTED}
    for name, (value, apply_type, data_type) in _PROVIDER.items():
        found[name] = Parameter(name, value, "system", apply_type, data_type)
    for name, value in {**SYSTEM, **(OF_AURORA if aurora else {})}.items():
        found[name] = replace(found.get(name, Parameter(name)), value=value, source="system")
    hidden = CLUSTER_ONLY if aurora and not cluster else set()
    return {name: found[name] for name in sorted(found) if name.lower() not in hidden}


def of_group(family: str, own: dict[str, dict[str, Any]], *, cluster: bool) -> dict[str, Parameter]:
    """Return the parameters of a group, whose own values *own* were set."""
    found = dict(defaults(family, cluster=cluster))
    for name, row in own.items():
        if name in found and "ParameterValue" in row:
            method = str(row.get("ApplyMethod", "pending-reboot"))
            found[name] = replace(found[name], value=str(row["ParameterValue"]), source="user", apply_method=method)
    return found


def local_settings(version: int, values: dict[str, str]) -> dict[str, str]:
    """Return the settings of a local server for values of parameters: those that it has, and that are not formulas.

    *values* has the names and values of the groups; a server of RDS has also what RDS sets.
    """
    known = _config(version)
    settings = {
        name: value
        for name, value in values.items()
        if (name in known or "." in name) and name not in _LOCAL and "{" not in value
    }
    if values.get("rds.logical_replication", "0") == "1":
        settings["wal_level"] = "logical"
    if "shared_preload_libraries" in settings:
        settings["shared_preload_libraries"] = _libraries(version, settings["shared_preload_libraries"])
    return settings


def _libraries(version: int, names: str) -> str:
    """Return the libraries that are installed here."""
    folder = programs(version).parent
    there = [name.strip() for name in names.split(",")]
    return ",".join(name for name in there if _library(folder, name))


@cache
def _library(folder: Path, name: str) -> bool:
    return bool(name) and next(folder.rglob(f"{name}.so"), None) is not None
