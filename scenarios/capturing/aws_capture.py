"""`capture rds` and `capture cloudwatch`: logs are downloaded from AWS for a window, and the source is what AWS describes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pgrehearse.base.errors import TargetProblem, UsageProblem
from pgrehearse.base.progress import Stages
from pgrehearse.capture.cloudwatch.logs import LogGroup, download_events
from pgrehearse.capture.cloudwatch.slices import owner_of
from pgrehearse.capture.formats.time_zones import Zones
from pgrehearse.capture.formats.timestamps import Stamp
from pgrehearse.capture.input.files import LogFile
from pgrehearse.capture.rds.logs import LoggedInstance, download_logs
from pgrehearse.metrics.aws.instances import Instance, describe
from pgrehearse.targets.rds_logging.change import settings_at
from pgrehearse.targets.rds_logging.groups import describe_server, rds_client
from pgrehearse.workload.source import Source


@dataclass(frozen=True, slots=True)
class AwsLogs:
    """*paths*: for ``capture logs``; *source*: the server that wrote them (None: not known); *notes*: what the logs lack; *readers*: the
    instances that are readers."""

    paths: tuple[str | LogFile, ...]
    source: Source | None
    notes: tuple[str, ...]
    readers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Window:
    """A window (wall clock), and from when until when its logs are read: with what is before and after it."""

    since_us: int
    until_us: int
    read: tuple[int, int]


def window_of(since: Stamp | None, until: Stamp | None, warm_in_us: int, tail_us: int) -> Window:
    """Return a window with what is read before and after it; a time without an offset is in UTC.

    Raises ``UsageProblem`` if the window is not bounded, or is empty.
    """
    if since is None or until is None:
        raise UsageProblem(
            "a capture from AWS needs --since and --until", remedy="the logs of this window are downloaded"
        )
    begin_us, end_us = (stamp.instant_us(Zones(), "UTC") for stamp in (since, until))
    if end_us <= begin_us:
        raise UsageProblem("--until is not after --since", remedy="write the start and the end of the window")
    return Window(begin_us, end_us, (begin_us - warm_in_us, end_us + tail_us))


def rds_logs(servers: tuple[Sequence[str], Sequence[str]], window: Window, stages: Stages, rate: int = 0) -> AwsLogs:
    """Download the logs of *servers* (instances, clusters) for a window (wall clock) into the cache.

    Raises ``TargetProblem`` if an instance or cluster cannot be described, ``BadInput`` if a log is missing, and
    ``UsageProblem`` if the instances belong to several servers.
    """
    if not any(servers):
        raise UsageProblem("capture rds needs an instance or a cluster", remedy="give --instance or --cluster")
    with stages.stage("describe the instances"):
        instances = describe(*servers)
    _refuse_several_servers(instances)
    with stages.stage("download the logs", unit="B") as stage:
        logged = [LoggedInstance(one.name, one.resource) for one in instances]
        downloaded = download_logs(logged, *window.read, stage, rate)
    source, notes = _with_logging(source_of(instances[0]), instances[0].name, window)
    return AwsLogs(downloaded.paths, source, (*downloaded.notes, *notes), readers_of(instances))


def cloudwatch_logs(group: LogGroup, window: Window, stages: Stages, rate: int = 0) -> AwsLogs:
    """Download the events of a log group for a window (wall clock) into the cache.

    Raises ``BadInput`` if the group does not exist or has no event of the window. If AWS cannot describe the server, a note has the reason.
    """
    with stages.stage("download the events") as stage:
        events = download_events(group, window.read, stage, rate)
    owner = owner_of(group.name)
    if owner is None:
        return AwsLogs(events.logs, None, events.notes)
    try:
        with stages.stage("describe the instances"):
            instances = describe(owner.instances, owner.clusters)
    except TargetProblem as problem:
        note = (
            f"the source is not known, because {problem.message}; a replay cannot refuse it as a target: use --source"
        )
        return AwsLogs(events.logs, None, (*events.notes, note))
    source, notes = _with_logging(source_of(instances[0]), instances[0].name, window)
    return AwsLogs(events.logs, source, (*events.notes, *notes), readers_of(instances))


def _with_logging(source: Source, instance: str, window: Window) -> tuple[Source, tuple[str, ...]]:
    """Return the source with the logging settings of its parameter group, and a note if they are not known.

    They are those of now; those that `doctor --rds --apply` had set during the window are of that time.
    """
    try:
        server = describe_server(rds_client(instance), instance)
    except TargetProblem as problem:
        return source, (f"the logging settings of {instance} are not known, because {problem.message}",)
    return replace(source, logging=server.logging(settings_at(server.group.arn, window.since_us, window.until_us))), ()


def readers_of(instances: Sequence[Instance]) -> tuple[str, ...]:
    """Return the names of the instances that replay what another instance writes."""
    return tuple(one.name for one in instances if one.reader)


def _refuse_several_servers(instances: tuple[Instance, ...]) -> None:
    """Raise unless all instances have the data of one server: at most one is a writer."""
    writers = [one.name for one in instances if not one.reader]
    if len(writers) > 1:
        raise UsageProblem(
            f"{', '.join(writers)} are different servers",
            remedy="capture each into a workload of its own; --cluster captures a writer with its readers",
        )


def source_of(instance: Instance) -> Source:
    """Return the source of a workload: the address, the version and the immutable id that AWS describes.

    >>> source_of(Instance("a", "", False, "db.m6g.large", "db-X", address="a.rds", port=5432, version="16.4")).version_num
    160004
    """
    major, _, minor = instance.version.partition(".")
    return Source(
        host=instance.address,
        port=instance.port,
        version=instance.version,
        version_num=int(major) * 10_000 + int(minor.partition(".")[0] or 0) if major.isdigit() else 0,
        managed="rds.",
        resource=instance.cluster_resource or instance.resource,
    )
