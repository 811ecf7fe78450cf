"""A scenario file (TOML) as frozen values. The error for an unknown key lists the known keys."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

from pgrehearse.base.bounds import LEAST_DEMO_SECONDS, MOST_DEMO_SESSIONS
from pgrehearse.base.errors import BadInput
from pgrehearse.base.toml import read_toml
from pgrehearse.metrics.probes.custom_sql import parse_custom_metrics
from pgrehearse.replay.plan.plan import Clock, Sync, parse_speed
from pgrehearse.scenarios.library_names import find, library

__all__ = ["Application", "Criteria", "Production", "Replay", "Scenario", "Side", "find", "library", "load"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Application:
    """The traffic of the demo application: number of sessions, duration, random seed, size of the data."""

    sessions: int = 30
    seconds: float = 30.0
    seed: int = 7
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Production:
    """The source of the traffic: an embedded server with the demo application, or an existing workload with, if it was read,
    production's state at the end of its window (*end_state*)."""

    kind: str = "embedded"
    version: int = 16
    standby: bool = True
    workload: str = ""
    end_state: str = ""
    application: Application = field(default_factory=Application)


@dataclass(frozen=True, slots=True)
class Side:
    """A target. *kind*: embedded (from production's snapshot) or dsn.

    *upgrade*: how the snapshot gets to *version*. *after*: SQL that is executed before the replay (the change to test).
    *instance*: its name at AWS. *price*: of an hour (0: that of the instance's class in the table of prices).
    """

    kind: str = "embedded"
    version: int = 16
    upgrade: str = ""
    standby: bool = True
    after: tuple[str, ...] = ()
    settings: dict[str, str] = field(default_factory=dict)
    dsn: str = ""
    standby_dsn: tuple[str, ...] = ()
    logs: tuple[str, ...] = ()
    instance: str = ""
    price: float = 0.0


@dataclass(frozen=True, slots=True)
class Replay:
    """How to replay (docs/scenarios.md). *end_state*: whether the state of the databases is read at the end of each replay."""

    speed: str = "1"
    workers: int = 1
    writes: bool = True
    dirty: bool = False
    sync: str = "session"
    think_time_scale: float = 1.0
    connect_time_scale: float = 1.0
    clock: str = "target"
    end_state: str = "auto"


@dataclass(frozen=True, slots=True)
class Criteria:
    """What counts as a change.

    *max_new_errors*: a run is not fit if a larger fraction of its transactions had errors that production did not have.
    *rounds*: 2 replays both sides twice, control and candidate alternate (A B A B).
    """

    tolerance: float = 0.10
    max_new_errors: float = 0.01
    rounds: int = 2
    prices: str = ""


@dataclass(frozen=True, slots=True)
class Scenario:
    """One experiment: production, a control, a candidate."""

    name: str
    description: str = ""
    production: Production = field(default_factory=Production)
    control: Side = field(default_factory=Side)
    candidate: Side = field(default_factory=Side)
    replay: Replay = field(default_factory=Replay)
    compare: Criteria = field(default_factory=Criteria)
    metric: dict[str, Any] = field(default_factory=dict)

    def takes_end_state(self, side: Side) -> bool:
        """Return whether the state of a side's databases is read at the end; with ``auto`` only of embedded servers."""
        choice = self.replay.end_state
        return choice == "yes" or (choice == "auto" and side.kind == "embedded" and self.replay.writes)

    @property
    def rounds(self) -> int:
        """How often both sides are replayed: once if pgrehearse cannot restore a side."""
        restorable = not self.replay.writes or {self.control.kind, self.candidate.kind} == {"embedded"}
        return self.compare.rounds if restorable else 1


_NESTED: dict[str, type[Any]] = {
    "production": Production,
    "control": Side,
    "candidate": Side,
    "replay": Replay,
    "compare": Criteria,
    "application": Application,
}


def load(path: Path) -> Scenario:
    """Read a scenario file. Raises ``BadInput`` (exit 3) for an invalid one."""
    names = ", ".join(library())
    document = read_toml(path, missing=f"use the path of a file, or one of: {names}", form="docs/scenarios.md")
    scenario = _built(Scenario, document, str(path), "")
    _check(scenario, str(path))
    return scenario


def _built(kind: type[T], document: dict[str, Any], path: str, where: str) -> T:
    by_name = {item.name: item for item in fields(kind)}  # type: ignore[arg-type]
    for key in document:
        if key not in by_name:
            raise BadInput(f"{path}: unknown key {where}{key}", remedy=f"known keys: {', '.join(by_name)}")
    values: dict[str, Any] = {}
    for key, value in document.items():
        if key in _NESTED and isinstance(value, dict):
            values[key] = _built(_NESTED[key], value, path, f"{where}{key}.")
        else:
            values[key] = _fitting(value, by_name[key].default, by_name[key].default_factory, f"{path}: {where}{key}")
    missing = [
        name
        for name, item in by_name.items()
        if name not in values and item.default is MISSING and item.default_factory is MISSING
    ]
    if missing:
        raise BadInput(f"{path}: {where}{missing[0]} is missing", remedy="docs/scenarios.md shows the format")
    return kind(**values)


def _fitting(value: Any, default: Any, factory: Any, where: str) -> Any:
    """Return the value in the type of its field. Raises ``BadInput`` for a value of another type."""
    expected: type = (
        str if default is MISSING and factory is MISSING else type(default if default is not MISSING else factory())
    )
    if expected is tuple and isinstance(value, list | str):
        return tuple(str(item) for item in ([value] if isinstance(value, str) else value))
    if expected is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if expected is dict and where.endswith(": metric"):
        return {"sql": parse_custom_metrics(value.get("sql") if isinstance(value, dict) else None, where)}
    if expected is dict and isinstance(value, dict):
        return {str(key): str(item) for key, item in value.items()}
    if expected is str and isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, expected) or (expected is int and isinstance(value, bool)):
        raise BadInput(
            f"{where}: {value!r} is not {_ARTICLE.get(expected, expected.__name__)}",
            remedy="docs/scenarios.md lists every key",
        )
    return value


_ARTICLE: dict[type, str] = {
    str: "text",
    int: "an integer",
    float: "a number",
    bool: "true or false",
    tuple: "a list",
    dict: "a table",
}


def _check(scenario: Scenario, path: str) -> None:
    """Raise ``BadInput`` for a value that is not allowed."""
    parse_speed(scenario.replay.speed)
    if scenario.compare.rounds not in {1, 2}:
        raise BadInput(f"{path}: compare.rounds is {scenario.compare.rounds}", remedy="use 1 or 2")
    if scenario.replay.sync not in list(Sync):
        raise BadInput(f"{path}: replay.sync is {scenario.replay.sync!r}", remedy="use session or commit")
    if scenario.replay.clock not in list(Clock):
        raise BadInput(f"{path}: replay.clock is {scenario.replay.clock!r}", remedy="use target or production")
    if scenario.replay.end_state not in {"auto", "yes", "no"}:
        raise BadInput(f"{path}: replay.end_state is {scenario.replay.end_state!r}", remedy="use auto, yes or no")
    sides = {"control": scenario.control, "candidate": scenario.candidate}
    for name, side in sides.items():
        _check_side(side, scenario.production, f"{path}: {name}")
    _check_production(scenario.production, sides, path)


def _check_side(side: Side, production: Production, where: str) -> None:
    if side.kind not in {"embedded", "dsn"}:
        raise BadInput(f"{where}.kind is {side.kind!r}", remedy="use embedded or dsn")
    if side.kind == "dsn" and not side.dsn:
        raise BadInput(
            f"{where}.dsn is missing", remedy="set the DSN of the target (without a password: use ~/.pgpass)"
        )
    if side.upgrade not in {"", "pg_upgrade"}:
        raise BadInput(f"{where}.upgrade is {side.upgrade!r}", remedy="use pg_upgrade, or remove the key")
    if side.kind == "embedded" and not side.upgrade and side.version != production.version:
        raise BadInput(
            f"{where}.version is {side.version}, but the version of production is {production.version}",
            remedy='add upgrade = "pg_upgrade"',
        )


def _check_application(application: Application, where: str) -> None:
    if not 1 <= application.sessions <= MOST_DEMO_SESSIONS:
        raise BadInput(f"{where}.sessions is {application.sessions}", remedy=f"use 1 to {MOST_DEMO_SESSIONS}")
    if not application.seconds >= LEAST_DEMO_SECONDS:
        raise BadInput(f"{where}.seconds is {application.seconds}", remedy=f"use {LEAST_DEMO_SECONDS} or more")


def _check_production(production: Production, sides: dict[str, Side], path: str) -> None:
    _check_application(production.application, f"{path}: production.application")
    if production.kind not in {"embedded", "workload"}:
        raise BadInput(f"{path}: production.kind is {production.kind!r}", remedy="use embedded or workload")
    if production.kind == "embedded" and production.end_state:
        raise BadInput(
            f"{path}: production.end_state needs an existing workload",
            remedy='use kind = "workload", or remove the key: the state of an embedded production is read by itself',
        )
    if production.kind == "workload" and any(side.kind == "embedded" for side in sides.values()):
        raise BadInput(
            f"{path}: an embedded side needs the snapshot of an embedded production",
            remedy='use sides of kind = "dsn"',
        )
