"""Production at AWS in a scenario: the logs of its window become the workload, with what AWS has of its metrics."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from pgrehearse.base import event_loop
from pgrehearse.base.errors import BadInput, TargetProblem
from pgrehearse.base.postgres import chosen
from pgrehearse.base.progress import Stages
from pgrehearse.base.version import tool_version
from pgrehearse.capture.formats.timestamps import Stamp, stamp
from pgrehearse.capture.options import CaptureOptions, Selection
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.metrics.aws.instances import describe
from pgrehearse.runs.metric_catalog import CLOUDWATCH
from pgrehearse.scenarios.capturing.aws_capture import rds_logs, window_of
from pgrehearse.scenarios.keys.key_types import Count, Texts
from pgrehearse.scenarios.measuring.production_metrics import fetched
from pgrehearse.targets.catalog_reader import read_catalog
from pgrehearse.workload.catalog.model import ServerCatalog


@dataclass(frozen=True, slots=True)
class RdsProduction:
    """The instances at AWS whose logs are captured, and the window."""

    instance: Texts = ()
    """identifiers of instances; `instance` or `cluster` is required"""
    cluster: Texts = ()
    """identifiers of Aurora clusters"""
    since: str = ""
    """start of the window: an instant; without an offset it is in UTC. Required"""
    until: str = ""
    """end of the window, in the same form. Required"""
    catalog: str = ""
    """the DSN of production, or of a copy of it: its catalog is read, for the ids that the traffic drew"""
    database: Texts = ()
    """only the sessions of these databases (empty: all)"""
    user: Texts = ()
    """only the sessions of these users (empty: all)"""
    max_rate: Count = 0
    """the most bytes a second that are downloaded (0: no limit)"""

    def fault(self) -> tuple[str, str]:
        """Return the key that is wrong with its reason, and the remedy (both empty: none is)."""
        if not (self.instance or self.cluster):
            return "instance is missing", "set instance or cluster to identifiers at AWS"
        for key, text in (("since", self.since), ("until", self.until)):
            if _stamp(text) is None:
                return f"{key} is {text!r}", "write an instant: 2026-11-28T10:00:00Z"
        return "", ""


@dataclass(frozen=True, slots=True)
class CapturedProduction:
    """The workload, and what its metrics lack."""

    workload: Path
    notes: tuple[str, ...] = field(default_factory=tuple)


def capture_rds_production(production: RdsProduction, output: Path, stages: Stages) -> CapturedProduction:
    """Download and capture the logs of the window to *output*, and fetch CloudWatch's metrics of it into the workload.

    Raises ``TargetProblem`` or ``BadInput`` if a log is missing. Metrics that are missing are notes.
    """
    since, until = _instant("since", production.since), _instant("until", production.until)
    limits = CaptureOptions((), output)
    window = window_of(since, until, limits.warm_in_us, limits.tail_us)
    servers = (production.instance, production.cluster)
    logs = rds_logs(servers, window, stages, production.max_rate)
    catalog = _catalog(production.catalog)
    options = CaptureOptions(
        logs.paths,
        output,
        force=True,
        since=since,
        until=until,
        selection=Selection(users=frozenset(production.user), databases=frozenset(production.database)),
        encodings=catalog.encodings,
        settings=catalog.settings,
        source=logs.source,
        sampling=logs.source.logged_share if logs.source is not None else 1.0,
        catalog=catalog if production.catalog else None,
        readers=logs.readers,
        notes=logs.notes,
    )
    with stages.stage("read the logs", unit="B") as stage:
        capture_logs(options, tool_version=tool_version(), progress=stage.update)
    return CapturedProduction(output, _metrics(servers, output, stages))


def _metrics(servers: tuple[tuple[str, ...], tuple[str, ...]], workload: Path, stages: Stages) -> tuple[str, ...]:
    """Fetch CloudWatch's metrics into a workload; return what is missing."""
    with stages.stage("fetch the metrics of production"):
        try:
            recording = fetched(describe(*servers), workload, (None, None), CLOUDWATCH)
        except TargetProblem as error:
            return (f"CloudWatch's metrics of production unavailable: {error.message}",)
    return (*(f"metric {name} unavailable: {why}" for name, why in recording.unavailable.items()), *recording.notes)


def _catalog(dsn: str) -> ServerCatalog:
    return event_loop.run(read_catalog(chosen(dsn))) if dsn else ServerCatalog("")


def _instant(key: str, text: str) -> Stamp:
    if (parsed := _stamp(text)) is None:
        raise BadInput(f"production.rds.{key} is {text!r}", remedy="write an instant: 2026-11-28T10:00:00Z")
    return parsed


def _stamp(text: str) -> Stamp | None:
    """Return a time as the log's reader takes it (None: it is none)."""
    try:
        return stamp(text)
    except ValueError:
        return None
