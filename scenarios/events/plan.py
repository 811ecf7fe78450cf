"""The plan of one event: when it begins, on which sides, and what is done (docs/events.md)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field

from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.base.units import parse_duration_us
from pgrehearse.scenarios.keys.key_types import Count, Settings


class EventKind(StrEnum):
    """What an event does. The value is the key of the action in the event's table."""

    SQL = "sql"
    FAIL_OVER = "fail_over"
    RESTART = "restart"
    READ_ONLY = "read_only"
    PAUSE_POOLER = "pause_pooler"
    RESUME_POOLER = "resume_pooler"
    SCALE = "scale"
    SIGNAL = "signal"
    COMMAND = "command"
    CUT_OVER = "cut_over"


# These stop the server: only one that pgrehearse started is stopped.
STOPPING = (EventKind.RESTART, EventKind.FAIL_OVER, EventKind.SCALE, EventKind.SIGNAL)
# In the place of a DSN of an admin console: the pooler that pgrehearse started in front of an embedded side.
EMBEDDED = "embedded"
# How a restart stops the server: modes of pg_ctl.
RESTART_MODES = ("fast", "immediate")
# Signals that end a process, or that it handles. SIGSTOP would stop it for ever.
SIGNALS = ("SIGHUP", "SIGINT", "SIGTERM", "SIGQUIT", "SIGABRT", "SIGSEGV", "SIGKILL")
# Values of pg_stat_activity.backend_type (PostgreSQL's manual, "The Cumulative Statistics System").
PROCESSES = (
    "archiver",
    "autovacuum launcher",
    "autovacuum worker",
    "background writer",
    "checkpointer",
    "client backend",
    "io worker",
    "logical replication launcher",
    "logical replication worker",
    "parallel worker",
    "slotsync worker",
    "walreceiver",
    "walsender",
    "walsummarizer",
    "walwriter",
)
# The key of `scale` that is not a setting.
CPUS = "cpus"
_NUMBER = re.compile(r"(?=.*[1-9])\d+(\.\d+)?", re.ASCII)
# The keys that belong to some actions only.
_OF_KIND: dict[str, tuple[EventKind, ...]] = {
    "database": (EventKind.SQL, EventKind.COMMAND),
    "transaction": (EventKind.SQL,),
    "timeout": (EventKind.SQL, EventKind.COMMAND, EventKind.PAUSE_POOLER, EventKind.CUT_OVER),
    "process": (EventKind.SIGNAL,),
    "application": (EventKind.SIGNAL,),
}
_TIMEOUT = "10m"


def _one_of(*values: bool | str) -> Any:
    """Return the values of a key for the schema; ``check_events`` refuses others with a remedy of their own."""
    return Field(json_schema_extra={"enum": list(values)})


@dataclass(frozen=True, slots=True)
class EventPlan:
    """One event in mid-run: when it begins, and exactly one action."""

    name: str = ""
    """for people; default: the action and the number of the event"""
    at: str = ""
    """when it begins: a duration from the start of the replay, at the replay's speed"""
    at_statements: Count = 0
    """or: the number of statements that have ended"""
    sides: tuple[str, ...] = ()
    """the sides on which it is executed; default: all"""
    concurrent: bool = False
    """whether it waits for no other event, and none for it"""
    sql: str | tuple[str, ...] = ""
    """action: statements, each of which is executed on its own"""
    file: str = ""
    """action: the path of a file of statements"""
    database: str = ""
    """of `sql`, `file` and `command`; default: that of the target"""
    transaction: bool = False
    """of `sql` and `file`: all statements in one transaction"""
    timeout: str = ""
    """of `sql`, `file`, `pause_pooler`, `command` and `cut_over`: the longest time; default: 10m"""
    fail_over: bool = False
    """action: the primary is ended, and its standby is promoted"""
    restart: Annotated[bool | str, _one_of(True, False, *RESTART_MODES)] = False
    """action: `true` or `"fast"`, or `"immediate"`: the server is ended without a checkpoint"""
    read_only: str = ""
    """action: for this duration transactions are read-only by default"""
    pause_pooler: str = field(default="", repr=False)
    """action: PAUSE; the DSN of PgBouncer's admin console, or `"embedded"`: the pooler of an embedded side"""
    resume_pooler: str = field(default="", repr=False)
    """action: RESUME; the same value"""
    scale: Settings = field(default_factory=dict)
    """action: of an embedded server `cpus`, its number of processors, and settings: it is restarted; of a container `cpus` and `memory`"""
    signal: Annotated[str, _one_of("", *SIGNALS)] = ""
    """action: the name of a signal for server processes"""
    process: Annotated[str, _one_of("", *PROCESSES)] = ""
    """of `signal`: the kind of the processes, as in pg_stat_activity.backend_type"""
    application: str = ""
    """of `signal`: only the sessions with this application_name; default: any"""
    command: str = ""
    """action: a program of the user with its arguments, without a shell"""
    cut_over: bool = False
    """action: the clients of a group of tables that moves are paused, and continue on the second server"""

    @property
    def kinds(self) -> list[EventKind]:
        """The actions of the table. One that is checked has exactly one."""
        found = [kind for kind in EventKind if getattr(self, kind)]
        return [EventKind.SQL, *found] if self.file and not self.sql else found

    @property
    def kind(self) -> EventKind:
        """What the event does."""
        return self.kinds[0]

    @property
    def at_us(self) -> int:
        """When it begins, in microseconds from the start of the replay. Only for an event with *at*."""
        return parse_duration_us(self.at)

    @property
    def timeout_us(self) -> int:
        """How long its action may take, in microseconds."""
        return parse_duration_us(self.timeout or _TIMEOUT)

    @property
    def scaled_settings(self) -> dict[str, str]:
        """The settings of `scale`."""
        return {name: value for name, value in self.scale.items() if name != CPUS}

    @property
    def restart_mode(self) -> str:
        """How a restart stops the server."""
        return self.restart if isinstance(self.restart, str) else RESTART_MODES[0]

    def title(self, number: int) -> str:
        """Return the name for people; *number*: its place in the plan, from 1."""
        return self.name or f"{self.kind} {number}"


def check_events(events: Sequence[EventPlan], where: str) -> None:
    """Raise ``BadInput`` for an event that is not possible on any target. *where*: the file, for messages."""
    for number, event in enumerate(events, 1):
        fault, remedy = _fault(event)
        if fault:
            raise BadInput(f"{where}: events[{number}]{fault}", remedy=remedy)
    _check_pauses(events, where)


def events_of_side(events: Sequence[EventPlan], *names: str) -> tuple[EventPlan, ...]:
    """Return the events that are executed on a side. *names*: by which their key `sides` can name it."""
    return tuple(event for event in events if not event.sides or set(names).intersection(event.sides))


def _fault(event: EventPlan) -> tuple[str, str]:
    """Return what is wrong with one event, and the remedy ("": nothing)."""
    kinds = event.kinds
    every = ", ".join(EventKind)
    if len(kinds) != 1:
        named = f" has more than one action: {', '.join(kinds)}" if kinds else " has no action"
        return named, f"use exactly one of: {every}" if not kinds else "make each action an event of its own"
    if event.sql and event.file:
        return " has sql and file", "use one of them"
    if bool(event.at) == bool(event.at_statements):
        return " needs one of at and at_statements", 'write when it begins: at = "5m", or at_statements = 10_000'
    if event.at_statements < 0:
        return f".at_statements is {event.at_statements}", "use 1 or more"
    unused = next((key for key, kinds in _OF_KIND.items() if getattr(event, key) and event.kind not in kinds), "")
    if unused:
        return f".{unused} has no effect on {event.kind}", "remove the key"
    if not _NUMBER.fullmatch(event.scale.get(CPUS, "1")):
        return f".scale.cpus is {event.scale[CPUS]!r}", "use a number of processors, more than 0"
    return _fault_of_values(event)


def _fault_of_values(event: EventPlan) -> tuple[str, str]:
    """Return which value of an event is not possible, and the remedy ("": all are)."""
    if isinstance(event.restart, str) and event.restart not in RESTART_MODES:
        return f".restart is {event.restart!r}", f"use true, {' or '.join(RESTART_MODES)}"
    if event.signal and event.signal not in SIGNALS:
        return f".signal is {event.signal!r}", f"use one of: {', '.join(SIGNALS)}"
    if event.signal and event.process not in PROCESSES:
        fault = f".process is {event.process!r}" if event.process else ".process is missing"
        return fault, f"use a kind of process of pg_stat_activity: {', '.join(PROCESSES)}"
    if event.resume_pooler and event.at_statements:
        return ".at_statements: while the pooler is paused no statement ends", 'resume it by the time: at = "5m"'
    return _fault_of_times(event)


def _fault_of_times(event: EventPlan) -> tuple[str, str]:
    """Return which duration of an event is not possible, and the remedy ("": all are)."""
    for key in ("at", "read_only", "timeout"):
        try:
            length_us = parse_duration_us(getattr(event, key) or "0s")
        except UsageProblem as error:
            return f".{key}: {error.message}", error.remedy
        if key != "at" and getattr(event, key) and not length_us:
            return f".{key} is {getattr(event, key)!r}", "use a duration of more than 0s"
    return "", ""


def _check_pauses(events: Sequence[EventPlan], where: str) -> None:
    """Raise ``BadInput`` for a pooler that is paused and not resumed on one of the sides: the replay would wait for its own end."""
    for number, event in enumerate(events, 1):
        if event.pause_pooler and not any(_resumes(other, event) for other in events):
            raise BadInput(
                f"{where}: events[{number}].pause_pooler: no event has resume_pooler with this DSN for these sides",
                remedy="add an event with resume_pooler after it; without it all sessions would wait until the end of the replay",
            )


def _resumes(event: EventPlan, pause: EventPlan) -> bool:
    """Return whether an event resumes what *pause* pauses, on each of its sides."""
    everywhere = not event.sides or (bool(pause.sides) and set(pause.sides) <= set(event.sides))
    return event.resume_pooler == pause.pause_pooler and everywhere
