"""``doctor``: each setting that matters for a capture from a server or a replay to it, its value and the recommended value."""

from __future__ import annotations

from dataclasses import dataclass, replace

import asyncpg

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.server_facts import ServerFacts
from pgrehearse.targets.external_access import OutboundPath, outbound_paths
from pgrehearse.targets.finding import Finding
from pgrehearse.targets.logging_settings import (
    FULL_PREFIX,
    RDS_PREFIX,
    SETTINGS,
    Setting,
    destinations,
    prefix_problems,
)
from pgrehearse.targets.safety import SafetyCheck, check_target
from pgrehearse.targets.server_facts import connect, read_facts, read_value


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The findings of ``doctor`` for a server, as a source and as a target."""

    facts: ServerFacts
    source: tuple[Finding, ...]
    target: tuple[Finding, ...]


async def diagnose(endpoint: Endpoint) -> Diagnosis:
    """Connect to a server and check it."""
    connection = await connect(endpoint)
    try:
        facts = await read_facts(connection, endpoint)
        rows = await connection.fetch("select name, setting from pg_settings")
        settings: dict[str, str] = {row["name"]: row["setting"] for row in rows}
        source = (
            _destination(settings),
            _collector(settings, await _stderr_bytes(connection)),
            _prefix(settings),
            *(_setting(setting, settings.get(setting.name)) for setting in SETTINGS),
            _messages(settings),
        )
        if facts.managed == "rds.":
            source = tuple(_in_parameter_group(finding) for finding in source)
        paths = await outbound_paths(connection, managed=bool(facts.managed))
    finally:
        await connection.close()
    return Diagnosis(facts, source, await _check_as_target(endpoint, paths))


def _in_parameter_group(finding: Finding) -> Finding:
    """Return the change of a server at RDS, which does not permit ALTER SYSTEM."""
    if finding.ok or "alter system" not in finding.change:
        return finding
    change = f"set {finding.name} = {finding.recommended} in the parameter group (pgrehearse doctor --rds ID has the value that AWS takes)"
    return replace(finding, change=change)


def _setting(setting: Setting, value: str | None) -> Finding:
    name, recommended = setting.name, setting.recommended
    if value is None:  # older servers do not have the setting, and do not need it
        return Finding(name, "(not a setting of this version)", recommended)
    if value.lower() in setting.accepted:
        return Finding(name, value, recommended)
    change = f"alter system set {name} = '{recommended}'; select pg_reload_conf();"
    return Finding(name, value, recommended, setting.problem, change)


async def _stderr_bytes(connection: asyncpg.Connection) -> int | None:
    """Return the size of the file that the server's stderr is written to (0: a pipe, or an empty file); None: not readable."""
    size = await read_value(
        connection,
        "select s.size from pg_catalog.pg_stat_file('/proc/self/fd/2', true) as s",
        "pg_stat_file(text, boolean)",
    )
    return int(size) if size else None


def _collector(settings: dict[str, str], stderr_bytes: int | None) -> Finding:
    """Check that the server writes log files: by its collector, or because its stderr is redirected to a file (Debian's pg_ctlcluster)."""
    name, value = "logging_collector", settings.get("logging_collector", "")
    recommended = "on, or stderr to a file"
    if value == "on":
        return Finding(name, value, recommended)
    change = "alter system set logging_collector = 'on'; select pg_reload_conf(); -- and restart"
    if "stderr" not in _destinations(settings):
        return Finding(name, value, recommended, "only the collector writes csvlog and jsonlog", change)
    if stderr_bytes:
        return Finding(name, f"{value} (stderr is written to a file)", recommended)
    if stderr_bytes is None:
        problem = (
            "whether stderr is written to a file cannot be checked (on Debian it is written to /var/log/postgresql)"
        )
    else:
        problem = "no log files: stderr is written to a pipe (docker logs, journald), or discarded"
    return Finding(name, value, recommended, problem, f"check where stderr is written to, or {change}")


def _destinations(settings: dict[str, str]) -> set[str]:
    return destinations(settings.get("log_destination", ""))


def _written_destinations(settings: dict[str, str]) -> set[str]:
    """Return the destinations that are written: only the collector writes csvlog and jsonlog."""
    return _destinations(settings) - (set() if settings.get("logging_collector") == "on" else {"csvlog", "jsonlog"})


def _destination(settings: dict[str, str]) -> Finding:
    value = settings.get("log_destination", "")
    recommended = "csvlog, jsonlog, or stderr with a full log_line_prefix"
    if {"csvlog", "jsonlog", "stderr"} & _destinations(settings):
        return Finding("log_destination", value, recommended)
    return Finding(
        "log_destination",
        value,
        recommended,
        "syslog splits messages and cannot be read by SQL",
        "alter system set log_destination = 'csvlog'; select pg_reload_conf();",
    )


def _prefix(settings: dict[str, str]) -> Finding:
    """Check what the prefix of a stderr log does not contain; csvlog and jsonlog need no prefix."""
    value = settings.get("log_line_prefix", "")
    rds = any(name.startswith("rds.") for name in settings)
    recommended = RDS_PREFIX if rds else FULL_PREFIX
    if {"csvlog", "jsonlog"} & _written_destinations(settings):
        return Finding("log_line_prefix", value, "(any: csvlog and jsonlog do not use it)")
    problems = prefix_problems(value)
    if not problems:
        return Finding("log_line_prefix", value, recommended)
    change = (
        f"set log_line_prefix = {recommended} in the parameter group (dynamic: no restart)"
        if rds
        else f"alter system set log_line_prefix = '{recommended}'; select pg_reload_conf();"
    )
    return Finding("log_line_prefix", value, recommended, "; ".join(problems), change)


def _messages(settings: dict[str, str]) -> Finding:
    value = settings.get("lc_messages", "")
    if value in {"", "C", "POSIX"} or value.startswith(("C.", "en")):
        return Finding("lc_messages", value or "(default)", "C")
    return Finding(
        "lc_messages",
        value,
        "C",
        "messages in other languages cannot be parsed",
        "alter system set lc_messages = 'C'; select pg_reload_conf();",
    )


async def _check_as_target(endpoint: Endpoint, paths: list[OutboundPath]) -> tuple[Finding, ...]:
    try:
        check = await check_target(endpoint, None, allowed=frozenset({"subscription"}))
    except TargetProblem as problem:
        return (Finding("rehearsal", "refused", "a rehearsal database", problem.message, problem.remedy),)
    if check.kind == "embedded":  # pgrehearse made it: its outbound paths were made by a rehearsal
        paths = []
    allowed = check.mark.allowed if check.mark is not None else frozenset[str]()
    return (_rehearsal(check), *_used(check), *(_outbound_path(path, path.name in allowed) for path in paths))


def _rehearsal(check: SafetyCheck) -> Finding:
    if check.kind != "unproven":
        until = f" until {check.mark.expires_at}" if check.mark is not None else ""
        return Finding("rehearsal", f"{check.kind}{until}", "embedded or adopted")
    return Finding(
        "rehearsal",
        "marked, but the mark belongs to another database or place" if check.doubts else "not marked",
        "embedded or adopted",
        "; ".join(["replay with --writes is refused", *check.doubts]),
        "pgrehearse targets adopt DSN",
    )


def _used(check: SafetyCheck) -> list[Finding]:
    if not check.used:
        return []
    return [
        Finding(
            "state",
            "used",
            "not used",
            "an earlier replay wrote to it",
            "pgrehearse targets reset, or restore it and adopt it again",
        )
    ]


def _outbound_path(path: OutboundPath, allowed: bool) -> Finding:
    """Describe an outbound path, and how to close it."""
    if allowed:
        return Finding(f"outbound path ({path.name})", path.object, "closed, or allowed", "")
    closing = "; ".join(path.disarm)
    accept = f"or accept it: pgrehearse targets adopt DSN --allow {path.name}"
    return Finding(
        f"outbound path ({path.name})",
        path.object,
        "closed, or allowed",
        f"the database can act outside itself: {path.detail}",
        f"{closing} (pgrehearse targets adopt DSN --disarm), {accept}" if closing else accept.removeprefix("or "),
    )
