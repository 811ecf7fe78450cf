"""The manifest of a run: which workload against which target, how, and in what state it began."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from pgrehearse.base.artifact import MANIFEST, read_manifest
from pgrehearse.base.errors import BadInput
from pgrehearse.base.typed_document import typed
from pgrehearse.runs.clocks import Clocks
from pgrehearse.runs.cut_over_facts import CutOverFacts
from pgrehearse.runs.fail_over_facts import FailOverFacts
from pgrehearse.runs.fitness_values import Fitness
from pgrehearse.runs.run_facts import (
    ClockFacts,
    IdFacts,
    OrderFacts,
    ParameterTypes,
    PreparedTransaction,
    ReaderFacts,
    RunPlan,
    ServerVersion,
    StartState,
    TargetFacts,
    WarmUp,
)
from pgrehearse.runs.run_host import RunHost
from pgrehearse.runs.schema import FORMAT
from pgrehearse.runs.start_gap import StartGap
from pgrehearse.runs.traffic_facts import RewriteFacts

_AGAIN = "replay again"


@dataclass(frozen=True, slots=True)
class RunManifest:
    """What ``manifest.json`` holds (docs/formats.md).

    *wall_start_us*: the wall clock at the run's zero, microseconds since the epoch; *fitness*: None until the run has ended;
    *order*: with --sync commit; *clock*: with --clock production; *ids*: with --ids production; *worker_cpu_us*: of all workers since the
    start; *worker_peak_mib*: the most memory that one
    of them held; *hosts*: with --cluster; *server_times*: ``server_us`` of outcomes is known; *labels*: what makes its load differ from production's;
    *prepared*: transactions that the replay left prepared; *readers*: with --reader; *warm_up*: with --warm-up, by instance;
    *start_gap*: the moment of the target's data and the start; *rewrites*: the rules of --rewrite; *fail_overs*: the failovers among the
    events in mid-run; *cut_overs*: the cut-overs.
    """

    workload: str
    workload_digest: str
    target: TargetFacts
    plan: RunPlan
    wall_start_us: int
    duration_us: int
    tool_version: str
    server: ServerVersion = field(default_factory=ServerVersion)
    state: StartState = field(default_factory=StartState)
    clocks: Clocks = field(default_factory=Clocks)
    fitness: Fitness | None = None
    order: OrderFacts | None = None
    clock: ClockFacts | None = None
    ids: IdFacts | None = None
    readers: ReaderFacts | None = None
    types: ParameterTypes = field(default_factory=ParameterTypes)
    versions: dict[str, str] = field(default_factory=dict)
    interrupted: bool = False
    workers_lost: int = 0
    hosts: list[RunHost] = field(default_factory=list)
    worker_cpu_us: int = 0
    worker_peak_mib: int = 0
    server_times: bool = False
    notes: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    prepared: list[PreparedTransaction] = field(default_factory=list)
    warm_up: list[WarmUp] = field(default_factory=list)
    start_gap: StartGap = field(default_factory=StartGap)
    rewrites: list[RewriteFacts] = field(default_factory=list)
    fail_overs: list[FailOverFacts] = field(default_factory=list)
    cut_overs: list[CutOverFacts] = field(default_factory=list)
    format: int = FORMAT

    def document(self) -> dict[str, Any]:
        """Return the JSON document, format first."""
        document = asdict(self)
        return {"format": document.pop("format"), "kind": "run", **document}


def read(directory: Path) -> RunManifest:
    """Read a run's manifest. Raises ``BadInput`` for what is not a run, has another format, or is damaged."""
    document = read_manifest(directory, kind="run", version=FORMAT, remedy=_AGAIN)
    manifest = typed(RunManifest, document, directory / MANIFEST, remedy=_AGAIN)
    if fault := manifest.plan.fault():
        raise BadInput(f"{directory / MANIFEST}: damaged: {fault}", remedy=_AGAIN)
    return manifest
