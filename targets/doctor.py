"""``doctor``: each setting that matters for capturing a server or replaying to it, what it is, what it should be."""

from __future__ import annotations

from dataclasses import dataclass

import asyncpg

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import TargetProblem
from pgrehearse.base.server_facts import Facts
from pgrehearse.targets.external_access import WayOut, ways_out
from pgrehearse.targets.safety import Proof, examine
from pgrehearse.targets.server_facts import ask, connect, facts


@dataclass(frozen=True, slots=True)
class Finding:
    """One checked thing. *lost*: what is lost as it is ("" when it is well); *change*: what to run."""

    name: str
    value: str
    wanted: str
    lost: str = ""
    change: str = ""

    @property
    def well(self) -> bool:
        return not self.lost


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What ``doctor`` says of a server, as a source and as a target."""

    facts: Facts
    source: tuple[Finding, ...]
    target: tuple[Finding, ...]


# name, wanted, accepted values (lower case), what is lost otherwise
_WANTED: tuple[tuple[str, str, frozenset[str], str], ...] = (
    ("log_min_duration_statement", "0", frozenset({"0"}), "statements (or their durations) are not logged"),
    (
        "log_connections",
        "on",
        frozenset({"on", "all", "receipt,authentication,authorization"}),
        "when sessions began has to be guessed",
    ),
    ("log_disconnections", "on", frozenset({"on"}), "when sessions ended has to be guessed"),
    ("log_parameter_max_length", "-1", frozenset({"-1"}), "parameters are cut short and cannot be replayed"),
    ("log_error_verbosity", "default", frozenset({"default", "verbose"}), "parameters are not logged at all"),
    (
        "log_min_error_statement",
        "error",
        frozenset({"error", "warning", "notice", "info", "log", "debug1", "debug2", "debug3", "debug4", "debug5"}),
        "failed statements leave no text",
    ),
)


# A plain log with one of these leaves out nothing that a csvlog has. RDS and Aurora take the second.
FULL_PREFIX = "%m [%p] %c %l %e %v %x %r %q%u@%d %a "
RDS_PREFIX = "%m:%r:%u@%d:[%p]:%l:%e:%s:%v:%x:%c:%q%a:"
# Escapes, any of which tells it, and what is lost without.
_TOLD = (
    ("mn", "starts are known to a second only (%m)"),
    ("c", "sessions are told apart by process number (%c)"),
    ("u", "users are known from connections only (%u)"),
    ("d", "databases are known from connections only (%d)"),
    ("e", "errors' SQLSTATEs are guessed from their messages (%e)"),
    ("v", "pipelines cannot be told (%v)"),
)


async def diagnose(endpoint: Endpoint) -> Diagnosis:
    """Connect to a server and examine it."""
    connection = await connect(endpoint)
    try:
        known = await facts(connection, endpoint)
        rows = await connection.fetch("select name, setting from pg_settings")
        settings: dict[str, str] = {row["name"]: row["setting"] for row in rows}
        source = (
            _destination(settings),
            _collector(settings, await _stderr_octets(connection)),
            _prefix(settings),
            *(_setting(name, wanted, accepted, lost, settings) for name, wanted, accepted, lost in _WANTED),
            _messages(settings),
        )
        ways = await ways_out(connection, managed=bool(known.managed))
    finally:
        await connection.close()
    return Diagnosis(known, source, await _target(endpoint, ways))


def _setting(name: str, wanted: str, accepted: frozenset[str], lost: str, settings: dict[str, str]) -> Finding:
    value = settings.get(name)
    if value is None:  # older servers do not have it, and lose nothing by that
        return Finding(name, "(not known to this version)", wanted)
    if value.lower() in accepted:
        return Finding(name, value, wanted)
    change = f"alter system set {name} = '{wanted}'; select pg_reload_conf();"
    return Finding(name, value, wanted, lost, change)


async def _stderr_octets(connection: asyncpg.Connection) -> int | None:
    """Return the size of the file that the server's stderr goes to (0: it is a pipe, or nothing was written); None: not known."""
    size = await ask(
        connection,
        "select s.size from pg_catalog.pg_stat_file('/proc/self/fd/2', true) as s",
        "pg_stat_file(text, boolean)",
    )
    return int(size) if size else None


def _collector(settings: dict[str, str], stderr_octets: int | None) -> Finding:
    """Say whether the server writes log files: by its collector, or because its stderr was led into one (Debian's pg_ctlcluster)."""
    name, value = "logging_collector", settings.get("logging_collector", "")
    wanted = "on, or stderr into a file"
    if value == "on":
        return Finding(name, value, wanted)
    change = "alter system set logging_collector = 'on'; select pg_reload_conf(); -- and restart"
    if "stderr" not in _words(settings):
        return Finding(name, value, wanted, "csvlog and jsonlog are written by the collector alone", change)
    if stderr_octets:
        return Finding(name, f"{value} (stderr goes to a file)", wanted)
    if stderr_octets is None:
        lost = "whether stderr goes to a file cannot be seen from here (Debian's goes to /var/log/postgresql)"
    else:
        lost = "no log files: stderr goes to a pipe (docker logs, journald), or nowhere"
    return Finding(name, value, wanted, lost, f"look where stderr goes, or {change}")


def _words(settings: dict[str, str]) -> set[str]:
    """Return the words of log_destination."""
    return set(settings.get("log_destination", "").replace(" ", "").split(","))


def _written(settings: dict[str, str]) -> set[str]:
    """Return the destinations that are written: csvlog and jsonlog by the collector alone."""
    return _words(settings) - (set() if settings.get("logging_collector") == "on" else {"csvlog", "jsonlog"})


def _destination(settings: dict[str, str]) -> Finding:
    value = settings.get("log_destination", "")
    wanted = "csvlog, jsonlog, or stderr with a full log_line_prefix"
    if {"csvlog", "jsonlog", "stderr"} & _words(settings):
        return Finding("log_destination", value, wanted)
    return Finding(
        "log_destination",
        value,
        wanted,
        "syslog cuts messages and cannot be read over SQL",
        "alter system set log_destination = 'csvlog'; select pg_reload_conf();",
    )


def _prefix(settings: dict[str, str]) -> Finding:
    """Say what a plain log's prefix leaves out; csvlog and jsonlog need none."""
    value = settings.get("log_line_prefix", "")
    rds = any(name.startswith("rds.") for name in settings)
    wanted = RDS_PREFIX if rds else FULL_PREFIX
    if {"csvlog", "jsonlog"} & _written(settings):
        return Finding("log_line_prefix", value, "(any: csvlog and jsonlog need none)")
    lost = [what for letters, what in _TOLD if not any(f"%{letter}" in value for letter in letters)]
    if not lost:
        return Finding("log_line_prefix", value, wanted)
    change = (
        f"set log_line_prefix = {wanted} in the parameter group (dynamic: no restart)"
        if rds
        else f"alter system set log_line_prefix = '{wanted}'; select pg_reload_conf();"
    )
    return Finding("log_line_prefix", value, wanted, "; ".join(lost), change)


def _messages(settings: dict[str, str]) -> Finding:
    value = settings.get("lc_messages", "")
    if value in {"", "C", "POSIX"} or value.startswith(("C.", "en")):
        return Finding("lc_messages", value or "(default)", "C")
    return Finding(
        "lc_messages",
        value,
        "C",
        "messages in another language cannot be read",
        "alter system set lc_messages = 'C'; select pg_reload_conf();",
    )


async def _target(endpoint: Endpoint, ways: list[WayOut]) -> tuple[Finding, ...]:
    try:
        proven = await examine(endpoint, None, allowed=frozenset({"subscription"}))
    except TargetProblem as problem:
        return (Finding("rehearsal", "refused", "a rehearsal", problem.message, problem.remedy),)
    if proven.kind == "embedded":  # ours, made from nothing: what it can do outside was put there by a rehearsal
        ways = []
    allowed = proven.mark.allowed if proven.mark is not None else frozenset[str]()
    return (_rehearsal(proven), *_spent(proven), *(_way_out(way, way.name in allowed) for way in ways))


def _rehearsal(proven: Proof) -> Finding:
    if proven.kind != "unproven":
        until = f" until {proven.mark.expires_at}" if proven.mark is not None else ""
        return Finding("rehearsal", f"{proven.kind}{until}", "embedded or adopted")
    return Finding(
        "rehearsal",
        "marked, but not as this database" if proven.doubts else "not marked",
        "embedded or adopted",
        "; ".join(["replay with --writes is refused", *proven.doubts]),
        "pgrehearse targets adopt DSN",
    )


def _spent(proven: Proof) -> list[Finding]:
    if not proven.spent:
        return []
    return [
        Finding(
            "state",
            "spent",
            "fresh",
            "it has been replayed to before",
            "pgrehearse targets reset, or restore it and adopt it again",
        )
    ]


def _way_out(way: WayOut, allowed: bool) -> Finding:
    """Say what a database can do outside itself, and how it is closed."""
    if allowed:
        return Finding(f"way out ({way.name})", way.object, "closed, or allowed", "")
    closing = "; ".join(way.disarm)
    accept = f"or accept it: pgrehearse targets adopt DSN --allow {way.name}"
    return Finding(
        f"way out ({way.name})",
        way.object,
        "closed, or allowed",
        f"it reaches outside: {way.detail}",
        f"{closing} (pgrehearse targets adopt DSN --disarm), {accept}" if closing else accept.removeprefix("or "),
    )
