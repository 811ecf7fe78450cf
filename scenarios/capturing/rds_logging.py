"""`doctor --rds`: the logging settings of a source at AWS, the volume of its log, and their change for a limited time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pgrehearse.base import event_loop, units
from pgrehearse.base.clock import SECOND, wall_us
from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import BadInput, TargetProblem
from pgrehearse.base.postgres import connect
from pgrehearse.capture.live.recorder import STATEMENT_BYTES, volume
from pgrehearse.capture.rds.file_choice import RdsFile
from pgrehearse.capture.rds.logs import listed_files
from pgrehearse.targets.finding import Finding
from pgrehearse.targets.logging_settings import destinations
from pgrehearse.targets.rds_logging import watchdog
from pgrehearse.targets.rds_logging.change import apply, changes_of, put_back, state_of
from pgrehearse.targets.rds_logging.findings import Advice, advise
from pgrehearse.targets.rds_logging.groups import LoggedServer, Member, describe_server, others_with, rds_client
from pgrehearse.targets.rds_logging.record import Record, outcome_of
from pgrehearse.targets.rds_logging.storage import AURORA, LEAST_SHARE, RDS, free_storage, metrics_client, watched
from pgrehearse.targets.rds_logging.transactions import busiest_hour

_DAY_US = 86_400 * SECOND
_LEAST_FILE_US = 60 * SECOND
# Statements of a transaction on average, where only transactions are counted (as capture live estimates).
_STATEMENTS = 2
# The log of the time may take so much of the free storage.
_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Question:
    """What the user requests. *seconds*: how long every statement would be logged; *rate*: statements a second, as the user gives them (0: not
    given); *endpoint*: the server itself, to count its statements."""

    name: str
    seconds: float
    rate: float = 0.0
    endpoint: Endpoint | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """The log of an instance and its storage. *bytes_per_s*: None: not known; *how*: where it is from; *free*: bytes, None: not known."""

    member: Member
    bytes_per_s: float | None
    how: str
    free: int | None

    def finding(self, seconds: float) -> Finding:
        """Return the check of the volume."""
        name, recommended = f"log volume ({self.member.name})", "at most half of the free storage"
        free = units.size(self.free) if self.free is not None else "not known"
        if self.bytes_per_s is None or self.free is None:
            missing = (
                "the volume is not known" if self.bytes_per_s is None else "CloudWatch has no point of the free storage"
            )
            change = (
                "give --statements-per-second, or DSN too"
                if self.bytes_per_s is None
                else "check the name and the region"
            )
            return Finding(name, f"free storage {free}", recommended, missing, change)
        needed = self.bytes_per_s * seconds
        value = f"{units.size(needed)} in {units.duration(seconds * SECOND)} ({self.how}), free storage {free}"
        if needed > _SHARE * self.free:
            return Finding(
                name, value, recommended, "the log could fill the storage", "capture a shorter time, or add storage"
            )
        return Finding(name, value, recommended)


@dataclass(frozen=True, slots=True)
class RdsDiagnosis:
    """What `doctor --rds` found. *shared*: other servers with the same group; *state*: a change that is not put back; *last*: the last one."""

    question: Question
    server: LoggedServer
    advice: Advice
    rooms: tuple[Room, ...]
    shared: tuple[str, ...]
    state: str
    last: Record | None

    def findings(self) -> tuple[Finding, ...]:
        """Return every check."""
        return (*self.advice.findings, *(room.finding(self.question.seconds) for room in self.rooms))


def diagnose_rds(question: Question) -> RdsDiagnosis:
    """Describe the server, its parameter group, and the volume of its log. Raises ``TargetProblem``."""
    client = rds_client(question.name)
    server = describe_server(client, question.name)
    advice = advise(server)
    rooms = tuple(_room(question, server, member, advice) for member in server.members)
    arn = server.group.arn
    shared = () if server.group.is_default else others_with(client, server)
    return RdsDiagnosis(
        question,
        server,
        advice,
        rooms,
        shared,
        state_of(arn, wall_us()) if arn else "",
        outcome_of(arn) if arn else None,
    )


def _room(question: Question, server: LoggedServer, member: Member, advice: Advice) -> Room:
    now_us = wall_us()
    rate, how = _volume(question, server, member, now_us)
    if rate is not None and how != _GROWTH and _writes_csvlog(server, advice):
        rate *= 2
    free = free_storage(metrics_client(member.name), member.name, AURORA if server.aurora else RDS, now_us)
    return Room(member, rate, how, free)


_GROWTH = "the growth of the log"


def _volume(question: Question, server: LoggedServer, member: Member, now_us: int) -> tuple[float | None, str]:
    """Return the bytes a second of a log with every statement, and where they are from."""
    if question.rate:
        return question.rate * STATEMENT_BYTES, "--statements-per-second"
    minimum = server.effective().get("log_min_duration_statement")
    if minimum is not None and minimum.value == "0" and (growth := growth_of(_files(member, now_us))) is not None:
        return growth, _GROWTH
    if question.endpoint is not None and member is server.members[0]:
        return event_loop.run(_counted(question.endpoint)), "the statements of one second"
    transactions = busiest_hour(member.resource, now_us)
    if transactions is None:
        return None, ""
    return transactions * _STATEMENTS * STATEMENT_BYTES, "the transactions of the busiest hour of a day"


def _files(member: Member, now_us: int) -> list[RdsFile]:
    try:
        return listed_files(member.name, now_us - _DAY_US)
    except BadInput:
        return []


def growth_of(files: Sequence[RdsFile]) -> float | None:
    """Return the bytes a second of the fastest hour, over all formats (None: no log file is a minute long)."""
    rates: dict[int, float] = {}
    for file in files:
        started_us = file.started_us
        if started_us is not None and file.written_us - started_us >= _LEAST_FILE_US:
            rate = file.size / ((file.written_us - started_us) / SECOND)
            rates[started_us] = rates.get(started_us, 0.0) + rate
    return max(rates.values(), default=None)


async def _counted(endpoint: Endpoint) -> float:
    connection = await connect(endpoint, application="pgrehearse doctor")
    try:
        return await volume(connection)
    finally:
        await connection.close()


def _writes_csvlog(server: LoggedServer, advice: Advice) -> bool:
    present = server.effective().get("log_destination")
    value = advice.changes.get("log_destination") or (present.value if present is not None else "") or ""
    return "csvlog" in destinations(value)


def apply_for(diagnosis: RdsDiagnosis) -> tuple[Record, tuple[str, ...]]:
    """Change the group for the time of the question, and start the watchdog; return the record and notes.

    Raises ``TargetProblem`` if it must not be changed: the reason and what to do.
    """
    _refuse(diagnosis)
    server, now_us = diagnosis.server, wall_us()
    client = rds_client(server.name)
    record = Record(
        server.name,
        server.group.name,
        server.group.cluster,
        server.group.arn,
        str(client.meta.region_name),
        now_us,
        now_us + round(diagnosis.question.seconds * SECOND),
        changes_of(server, diagnosis.advice.changes),
        tuple(watched(server, room.member, room.free) for room in diagnosis.rooms if room.free is not None),
    )
    notes = apply(client, server, record, watchdog.start)
    return record, tuple(note for note in (*notes, watchdog.credentials_note(server.name)) if note)


def _refuse(diagnosis: RdsDiagnosis) -> None:
    """Raise unless the group may be changed."""
    server, advice = diagnosis.server, diagnosis.advice
    group = advice.findings[0]
    if not group.ok:
        raise TargetProblem(f"{server.name} has {group.value}: {group.problem}", remedy=group.change)
    if diagnosis.state:
        raise TargetProblem(diagnosis.state, remedy=f"pgrehearse doctor --rds {server.name} --restore")
    if diagnosis.shared:
        raise TargetProblem(
            f"{server.group.name} is also the parameter group of {', '.join(diagnosis.shared)}: every statement would be logged there too",
            remedy=f"pgrehearse doctor --rds {server.name} --copy-group NAME creates one of its own; its attachment needs a reboot",
        )
    if not advice.changes:
        raise TargetProblem(f"{server.name} already logs what a capture needs", remedy="capture its logs (capture rds)")
    if advice.blocked:
        raise TargetProblem(
            f"{server.group.name}: {'; '.join(advice.blocked)}", remedy="change them in a maintenance window"
        )
    if overridden := server.overridden(set(advice.changes)):
        name, own = next(iter(overridden.items()))
        raise TargetProblem(
            f"{own}, the group of an instance of {server.name}, sets {name}: a change of {server.group.name} has no effect",
            remedy=f"reset {name} in {own}",
        )
    _refuse_without_room(diagnosis)


def _refuse_without_room(diagnosis: RdsDiagnosis) -> None:
    for room in diagnosis.rooms:
        finding = room.finding(diagnosis.question.seconds)
        if not finding.ok:
            raise TargetProblem(f"{finding.name}: {finding.value}: {finding.problem}", remedy=finding.change)
        if room.free is not None and room.free < LEAST_SHARE * room.member.storage:
            raise TargetProblem(
                f"{room.member.name} has {units.size(room.free)} of free storage, less than {LEAST_SHARE:.0%}",
                remedy="add storage before every statement is logged",
            )


def restore_rds(name: str) -> tuple[str, tuple[str, ...]]:
    """Put the values back that pgrehearse changed in the server's group; return its name, and what was left as it is.

    Raises ``TargetProblem`` if there is nothing to put back.
    """
    client = rds_client(name)
    server = describe_server(client, name)
    if not server.group.arn or not state_of(server.group.arn, wall_us()):
        raise TargetProblem(
            f"no change of {server.group.name} is recorded on this machine",
            remedy="run it as the user, and on the machine, that ran --apply (XDG_STATE_HOME)",
        )
    return server.group.name, put_back(client, server.group.arn, "doctor --restore")
