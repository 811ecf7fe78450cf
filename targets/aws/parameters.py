"""Parameter groups of a target: production's values, without what acts outside, and with the logging that a capture needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pgrehearse.targets.aws.facts import Level, Setting

# Parameters that are not copied, each with the reason. The value is what the target has instead (None: the default of its family).
_OUTSIDE = "it acts outside the database"
_SUBSCRIBES = "a restored subscription would take production's changes"
NOT_COPIED: dict[str, tuple[str | None, str]] = {
    "rds.logical_replication": ("0", "a slot of the target would keep its write-ahead log"),
    "max_logical_replication_workers": ("0", _SUBSCRIBES),
    "max_sync_workers_per_subscription": (None, _SUBSCRIBES),
    "cron.database_name": (None, "pg_cron is not loaded"),
    "cron.host": (None, "pg_cron is not loaded"),
    "rds.custom_dns_resolution": (None, _OUTSIDE),
    "rds.allowed_extensions": (None, "what a replay may create is checked by the replay"),
    "rds.adaptive_autovacuum": (None, "it is the service's own default"),
    "archive_timeout": (None, "the service archives by itself"),
    "synchronous_standby_names": (None, "the target has other replicas"),
    "rds.babelfish_status": (None, "the target has PostgreSQL's protocol only"),
    "apg_enable_remote_data_fetch": (None, _OUTSIDE),
}
# Libraries that are not loaded, with the reason: each has a worker, or calls out. (Amazon RDS user guide, "Supported extensions".)
NOT_LOADED: dict[str, str] = {
    "pg_cron": "its jobs would run on the target",
    "pglogical": "its subscriptions would take production's changes",
    "aws_s3": _OUTSIDE,
    "aws_lambda": _OUTSIDE,
    "pg_partman_bgw": "its jobs would run on the target",
    "pgactive": "it replicates to other servers",
    "rds_activity_stream": "it sends the target's statements to a stream",
}
# The parameters whose default at Aurora is made for its storage: RDS's values would take memory twice.
SIZED_FOR_RDS = frozenset({"shared_buffers", "wal_buffers", "effective_cache_size"})
LIBRARIES = "shared_preload_libraries"
# What capture needs, where production's own value does not fit (as ``doctor`` recommends): the target's log is captured too.
LOGGING: dict[str, str] = {
    "log_min_duration_statement": "0",
    "log_connections": "1",
    "log_disconnections": "1",
    "log_parameter_max_length": "-1",
    "log_error_verbosity": "default",
    "log_min_error_statement": "error",
    "log_destination": "csvlog",
    "rds.log_retention_period": "10080",
}


@dataclass(frozen=True, slots=True)
class GroupValues:
    """The values of the groups of one family, by level, and what is different from production. *static*: parameters that need a
    restart."""

    values: dict[Level, dict[str, str]]
    static: frozenset[str]
    notes: tuple[str, ...]


def group_values(
    production: Mapping[str, str],
    own: Mapping[str, str],
    levels: Mapping[Level, Mapping[str, Setting]],
    *,
    migrates: bool,
) -> GroupValues:
    """Return the values for the groups of a family. *production*: what its owner has set; *own*: the target file's ``parameters``,
    which win; *levels*: the family's parameters, of a cluster first; *migrates*: from RDS to Aurora."""
    wanted, notes = dict(production), []
    for name, note in _left_out(production, migrates=migrates):
        wanted.pop(name)
        notes.append(note)
    wanted |= {name: value for name, (value, _) in NOT_COPIED.items() if value is not None}
    wanted |= LOGGING
    if production.get(LIBRARIES):
        wanted[LIBRARIES], note = _libraries(production[LIBRARIES])
        notes += [note] if note else []
    wanted |= own
    values: dict[Level, dict[str, str]] = {level: {} for level in levels}
    for name, value in sorted(wanted.items()):
        level = _level(name, levels)
        if level is not None:
            values[level][name] = value
        elif name in own or name in production:
            notes.append(f"parameter {name} is left out: the family of the target has none that can be set")
    notes += [
        f"parameter {name}: {production[name]} in production, {value} here"
        for name, value in _changed(production, wanted)
    ]
    static = frozenset(name for level in levels for name in values[level] if levels[level][name].static)
    return GroupValues(values, static, tuple(notes))


def _left_out(production: Mapping[str, str], *, migrates: bool) -> Iterator[tuple[str, str]]:
    """Yield production's parameters that are not copied, each with a note."""
    for name in sorted(production):
        if name in NOT_COPIED:
            yield name, f"parameter {name} is not copied: {NOT_COPIED[name][1]}"
        elif migrates and name in SIZED_FOR_RDS:
            yield name, f"parameter {name} is not copied: Aurora has a default for its own storage"


def _libraries(value: str) -> tuple[str, str]:
    """Return the libraries to load, and a note about those that are left out."""
    names = [name.strip() for name in value.split(",") if name.strip()]
    left_out = [name for name in names if name in NOT_LOADED]
    reasons = "; ".join(f"{name}: {NOT_LOADED[name]}" for name in left_out)
    return ",".join(name for name in names if name not in NOT_LOADED), f"not loaded: {reasons}" if left_out else ""


def _level(name: str, levels: Mapping[Level, Mapping[str, Setting]]) -> Level | None:
    """Return the first level whose group may set a parameter."""
    return next((level for level in levels if name in levels[level] and levels[level][name].modifiable), None)


def _changed(production: Mapping[str, str], wanted: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the parameters of production that the target has with another value."""
    return [
        (name, wanted[name])
        for name in sorted(production)
        if name in wanted and wanted[name] != production[name] and name != LIBRARIES
    ]
