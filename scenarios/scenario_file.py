"""A scenario file (TOML) as frozen values. An unknown key is an error that names the ones that are known."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

from pgrehearse.base.errors import BadInput
from pgrehearse.base.toml import read_toml
from pgrehearse.metrics.probes.custom_sql import parse_custom_metrics
from pgrehearse.replay.plan.plan import Sync, parse_speed

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Application:
    """The demo's own traffic: how many sessions, for how long, from which seed."""

    sessions: int = 30
    seconds: float = 30.0
    seed: int = 7
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Production:
    """Where the traffic comes from: an embedded server under an application, or a workload captured elsewhere."""

    kind: str = "embedded"
    version: int = 16
    standby: bool = True
    workload: str = ""
    application: Application = field(default_factory=Application)


@dataclass(frozen=True, slots=True)
class Side:
    """A database to replay against. *kind*: embedded (from production's snapshot) or dsn.

    *upgrade* brings the snapshot to *version*; *after* is SQL run before the replay (a change under test). *instance*: its
    name at AWS; *price*: of an hour (0: that of the instance's class, where a table of prices has it).
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
    """How to replay (docs/scenarios.md)."""

    speed: str = "1"
    workers: int = 1
    writes: bool = True
    dirty: bool = False
    sync: str = "session"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What counts as a change. *max_new_errors*: the share of transactions beyond which errors that production did not have make a
    run unfit. *rounds*: 2 replays both sides twice, control and candidate in turns (A B A B)."""

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
    compare: Judgement = field(default_factory=Judgement)
    metric: dict[str, Any] = field(default_factory=dict)

    @property
    def rounds(self) -> int:
        """How often both sides are replayed: once, where bringing a side back is not ours to do."""
        cheap = not self.replay.writes or {self.control.kind, self.candidate.kind} == {"embedded"}
        return self.compare.rounds if cheap else 1


_NESTED: dict[str, type[Any]] = {
    "production": Production,
    "control": Side,
    "candidate": Side,
    "replay": Replay,
    "compare": Judgement,
    "application": Application,
}


def load(path: Path) -> Scenario:
    """Read a scenario file; what it cannot mean is bad input (exit 3)."""
    known = f"give a path, or one of: {', '.join(library())}"
    document = read_toml(path, missing=known, form="docs/scenarios.md")
    scenario = _built(Scenario, document, str(path), "")
    _check(scenario, str(path))
    return scenario


def library() -> list[str]:
    """Return the names of the scenarios that come with pgrehearse."""
    return sorted(path.stem for path in (Path(__file__).parent / "library").glob("*.toml"))


def find(name: str) -> Path:
    """Return the file of a scenario given as a path or as a name of the library."""
    inside = Path(__file__).parent / "library" / f"{name}.toml"
    return inside if inside.exists() else Path(name)


def _built(kind: type[T], document: dict[str, Any], path: str, where: str) -> T:
    known = {item.name: item for item in fields(kind)}  # type: ignore[arg-type]
    for key in document:
        if key not in known:
            raise BadInput(f"{path}: unknown key {where}{key}", remedy=f"known here: {', '.join(known)}")
    values: dict[str, Any] = {}
    for key, value in document.items():
        if key in _NESTED and isinstance(value, dict):
            values[key] = _built(_NESTED[key], value, path, f"{where}{key}.")
        else:
            values[key] = _fitting(value, known[key].default, known[key].default_factory, f"{path}: {where}{key}")
    missing = [
        name
        for name, item in known.items()
        if name not in values and item.default is MISSING and item.default_factory is MISSING
    ]
    if missing:
        raise BadInput(f"{path}: {where}{missing[0]} is missing", remedy="docs/scenarios.md shows the form")
    return kind(**values)


def _fitting(value: Any, default: Any, factory: Any, where: str) -> Any:
    """Return the value in its field's type; a value of another type is bad input."""
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
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    tuple: "a list",
    dict: "a table",
}


def _check(scenario: Scenario, path: str) -> None:
    parse_speed(scenario.replay.speed)
    if scenario.compare.rounds not in {1, 2}:
        raise BadInput(f"{path}: compare.rounds is {scenario.compare.rounds}", remedy="write 1 or 2")
    if scenario.replay.sync not in list(Sync):
        raise BadInput(f"{path}: replay.sync is {scenario.replay.sync!r}", remedy="write session or commit")
    for name, side in (("control", scenario.control), ("candidate", scenario.candidate)):
        if side.kind not in {"embedded", "dsn"}:
            raise BadInput(f"{path}: {name}.kind is {side.kind!r}", remedy="write embedded or dsn")
        if side.kind == "dsn" and not side.dsn:
            raise BadInput(
                f"{path}: {name}.dsn is missing", remedy="give the target's DSN (no password: use ~/.pgpass)"
            )
        if side.upgrade not in {"", "pg_upgrade"}:
            raise BadInput(f"{path}: {name}.upgrade is {side.upgrade!r}", remedy="write pg_upgrade, or leave it out")
        if side.kind == "embedded" and not side.upgrade and side.version != scenario.production.version:
            raise BadInput(
                f"{path}: {name}.version is {side.version}, production's is {scenario.production.version}",
                remedy='add upgrade = "pg_upgrade"',
            )
    if scenario.production.kind not in {"embedded", "workload"}:
        raise BadInput(f"{path}: production.kind is {scenario.production.kind!r}", remedy="write embedded or workload")
    if scenario.production.kind == "workload" and "embedded" in {
        scenario.control.kind,
        scenario.candidate.kind,
    }:
        raise BadInput(
            f"{path}: an embedded side needs an embedded production to take its snapshot from",
            remedy='give kind = "dsn" sides',
        )
