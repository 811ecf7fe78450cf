"""A scenario as frozen values: each field is a key of its file, and the text below a field describes the key (docs/scenarios.md)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from pgrehearse.base.bounds import LEAST_DEMO_SECONDS, MOST_DEMO_SESSIONS
from pgrehearse.replay.plan.rewrites import Rewrite
from pgrehearse.scenarios.capturing.rds_production import RdsProduction
from pgrehearse.scenarios.events.plan import EventPlan
from pgrehearse.scenarios.keys.growth_table import GrowthTable
from pgrehearse.scenarios.keys.key_types import Texts
from pgrehearse.scenarios.keys.metric_tables import MetricTables
from pgrehearse.scenarios.keys.replay_table import Replay
from pgrehearse.scenarios.keys.validation import CONFIG
from pgrehearse.scenarios.sides.side import Side
from pgrehearse.scenarios.sides.side_parts import parts_of

CONTROL, CANDIDATE = "control", "candidate"
# The files that a scenario can write about its comparison.
ReportFile = Literal["html", "json", "junit", "markdown"]


@dataclass(frozen=True, slots=True)
class Application:
    """The traffic of the embedded application."""

    kind: Literal["videos", "queue", "session-state", "workspaces"] = "videos"
    """`videos`; `queue` (a job queue whose rows are deleted), `session-state` (some sessions have settings, temporary tables and locks of their own), `workspaces` (each customer has a schema)"""
    sessions: Annotated[int, Field(ge=1, le=MOST_DEMO_SESSIONS)] = 30
    """number of concurrent sessions"""
    seconds: Annotated[float, Field(ge=LEAST_DEMO_SECONDS)] = 30.0
    """duration"""
    seed: int = 7
    """seed of all random choices"""
    scale: Annotated[float, Field(gt=0)] = 1.0
    """size of the data (1: about 200 MB)"""


@dataclass(frozen=True, slots=True)
class Production:
    """The source of the traffic."""

    kind: Literal["embedded", "workload", "rds"] = "embedded"
    """`embedded` (a server with an application), `workload` (captured elsewhere), or `rds` (the logs of instances at AWS)"""
    version: int = 16
    """16 or 18 (others if they are installed on the machine)"""
    standby: bool = True
    """add a streaming standby"""
    workload: str = ""
    """the path or s3://bucket/NAME, for `kind = "workload"`"""
    end_state: str = ""
    """production's [state](end-state.md) at the end of the window, for `kind = "workload"`. That of an embedded production is read by itself"""
    application: Application = field(default_factory=Application)
    """a table: the traffic of the embedded application"""
    rds: RdsProduction = field(default_factory=RdsProduction)
    """a table: the instances at AWS and the window, for `kind = "rds"`"""


@dataclass(frozen=True, slots=True)
class Criteria:
    """What counts as a change."""

    tolerance: Annotated[float, Field(ge=0, le=10)] = 0.10
    """the relative change up to which a query is unchanged"""
    max_new_errors: Annotated[float, Field(ge=0, le=1)] = 0.01
    """the share of transactions with errors that production did not have, above which a run is [not fit](gates.md#when-a-run-is-not-fit)"""
    rounds: Literal[1, 2] = 2
    """2: all sides are replayed twice, in the order control, candidate, control, candidate; 1: once"""
    prices: str = ""
    """the path of a [table of prices](commands.md#pgrehearse-compare-baseline-candidate)"""


@dataclass(frozen=True, slots=True)
class Scenario:
    """One experiment: production, a control, one or several candidates."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CONFIG

    name: str
    """the name of the scenario"""
    description: str = ""
    """one sentence"""
    include: Texts = ()
    """[other scenario files](#included-files), whose keys this file has too"""
    production: Production = field(default_factory=Production)
    """a table, below"""
    control: Side = field(default_factory=Side)
    """the side that the candidates are compared with: a table, below"""
    candidate: Side | None = None
    """the side under test: a table, below"""
    candidates: dict[str, Side] = field(default_factory=dict)
    """several sides under test, instead of `candidate`: a table `[candidates.NAME]` for each, with the same keys"""
    replay: Replay = field(default_factory=Replay)
    """a table, below"""
    compare: Criteria = field(default_factory=Criteria)
    """a table, below"""
    events: tuple[EventPlan, ...] = ()
    """[events in mid-run](events.md), each a table `[[events]]`"""
    rewrite: tuple[Rewrite, ...] = ()
    """[rules that replace SQL texts](what-if.md#other-sql), each a table `[[rewrite]]`"""
    growth: GrowthTable = field(default_factory=GrowthTable)
    """a growing load on the last candidate: a table, below"""
    gates: str | tuple[str, ...] = ()
    """[gates](gates.md) as a list, or the path of a gates file"""
    report: tuple[ReportFile, ...] = ("html", "json")
    """the files about the comparison: a list of `html`, `json`, `junit`, `markdown`"""
    metric: MetricTables = field(default_factory=MetricTables)
    """[custom metrics](metrics.md#custom-metrics), as `[[metric.sql]]`; `commands`, `prometheus` and `directions` for other sources"""

    @property
    def tables(self) -> dict[str, Side]:
        """The tables of the sides by name: the control, then each candidate in the order of the file."""
        return {CONTROL: self.control, **(self.candidates or {CANDIDATE: self.candidate or Side()})}

    @property
    def groups(self) -> dict[str, dict[str, Side]]:
        """The sides of each table, by its name: they are replayed at the same time. One side, or one for each server of a placement."""
        return {name: parts_of(name, side) for name, side in self.tables.items()}

    @property
    def sides(self) -> dict[str, Side]:
        """The sides by name, in the order of their tables."""
        return {name: side for parts in self.groups.values() for name, side in parts.items()}

    @property
    def places(self) -> dict[str, Side]:
        """The tables of the sides by their path in the file."""
        return {f"candidates.{name}" if name in self.candidates else name: side for name, side in self.tables.items()}

    def names_of(self, side: str) -> frozenset[str]:
        """Return the names by which the key `sides` of an event or a rule can name a side: its own, and that of its table.

        >>> sorted(Scenario("x").names_of("candidate"))
        ['candidate']
        """
        return frozenset({side, *(name for name, parts in self.groups.items() if side in parts)})

    @property
    def rewrites(self) -> tuple[Rewrite, ...]:
        """The rules that replace SQL texts."""
        return self.rewrite

    def rewrites_of(self, side: str) -> tuple[Rewrite, ...]:
        """Return the rules that apply on a side."""
        return tuple(rule for rule in self.rewrite if not rule.sides or self.names_of(side).intersection(rule.sides))

    def takes_end_state(self, side: Side) -> bool:
        """Return whether the state of a side's databases is read at the end; with ``auto`` only of servers of this machine."""
        choice = self.replay.end_state
        return choice == "yes" or (choice == "auto" and side.is_local and self.replay.writes)

    @property
    def rounds(self) -> int:
        """How often all sides are replayed: once if pgrehearse cannot restore a side."""
        restorable = not self.replay.writes or all(side.can_be_reset for side in self.sides.values())
        return self.compare.rounds if restorable else 1
