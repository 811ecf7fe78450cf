"""The logging settings of a parameter group are changed for a limited time, and put back.

A theory of operation: the record is written, the watchdog starts, then the group is changed. So whatever ends the command, either the
watchdog or ``--restore`` finds in the group, for each setting: the recorded new value (it is put back), the old value (the request was
never executed), or another one (somebody else has changed it since: it is left alone and named).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from typing import Any

from pgrehearse.base.aws_errors import Purpose, aws_errors
from pgrehearse.base.clock import SECOND, iso, wall_us
from pgrehearse.base.errors import PgrehearseError, TargetProblem
from pgrehearse.targets.rds_logging.groups import Group, LoggedServer, Parameter, describe_server, read_group
from pgrehearse.targets.rds_logging.record import Change, Record, locked, outcome_of, record_of

PERMISSIONS = (
    "rds:ModifyDBParameterGroup",
    "rds:ResetDBParameterGroup",
    "rds:ModifyDBClusterParameterGroup",
    "rds:ResetDBClusterParameterGroup",
)
_IN_SYNC_S, _POLL_S = 300.0, 5.0
# After the end of the time, the values are put back within this time, unless AWS is unreachable.
_LATE_US = 60 * SECOND


def changing(name: str) -> Purpose:
    """Return the purpose of a change of a parameter group."""
    return Purpose(name, PERMISSIONS, TargetProblem)


def changes_of(server: LoggedServer, values: Mapping[str, str]) -> tuple[Change, ...]:
    """Return the changes of the server's group, with the values before them."""
    before = {name: server.group.parameters.get(name, Parameter(name, None)) for name in values}
    return tuple(Change(name, before[name].value, before[name].is_set, value) for name, value in values.items())


def apply(
    client: Any, server: LoggedServer, record: Record, start_watchdog: Callable[[Record], None]
) -> tuple[str, ...]:
    """Change the group of *server* as *record* says; return notes. Nothing is changed if an error is raised.

    Raises ``TargetProblem`` if AWS refuses, or the group was changed before and not put back.
    """
    with locked(record.arn):
        record.write()
    with ExitStack() as failed:
        failed.callback(_put_back_after_failure, client, record.arn)
        start_watchdog(record)
        with aws_errors(changing(record.group)):
            _modify(client, record, {change.name: change.value for change in record.changes})
        notes = _wait_in_sync(client, server)
        failed.pop_all()
    return notes


def _put_back_after_failure(client: Any, arn: str) -> None:
    with suppress(PgrehearseError):  # then the record stays: the watchdog, or --restore
        put_back(client, arn, "the change failed")


def _wait_in_sync(client: Any, server: LoggedServer) -> tuple[str, ...]:
    """Wait until the instances have the values of the group; return a note if they do not in time."""
    deadline = time.monotonic() + _IN_SYNC_S
    while True:
        late = [member.name for member in describe_server(client, server.name).members if not member.in_sync]
        if not late:
            return ()
        if time.monotonic() > deadline:
            return (f"{', '.join(late)} did not have the new values after {_IN_SYNC_S:.0f} s",)
        time.sleep(_POLL_S)


def put_back(client: Any, arn: str, reason: str, now_us: Callable[[], int] = wall_us) -> tuple[str, ...]:
    """Put the recorded values of a group back, and remove the record; return what was not put back, a sentence each.

    Does nothing if there is no record. Raises ``TargetProblem`` if AWS refuses: then the record stays.
    """
    with locked(arn):
        record = record_of(arn)
        if record is None:
            return ()
        group = read_group(client, record.group, cluster=record.cluster)
        if group.arn != record.arn:
            raise TargetProblem(
                f"{record.group} is another group than the one that was changed ({record.arn})",
                remedy="set AWS_PROFILE and AWS_DEFAULT_REGION to the account and the region of that group",
            )
        ours = [change for change in record.changes if _has(group, change, change.value, is_set=True)]
        foreign = [
            change
            for change in record.changes
            if change not in ours and not _has(group, change, change.before, is_set=change.was_set)
        ]
        with aws_errors(changing(record.group)):
            _modify(client, record, {one.name: one.before or "" for one in ours if one.was_set})
            _reset(client, record, [one.name for one in ours if not one.was_set])
        record.close(now_us(), reason)
        return tuple(_left_alone(group, change) for change in foreign)


def _has(group: Group, change: Change, value: str | None, *, is_set: bool) -> bool:
    parameter = group.parameters.get(change.name, Parameter(change.name, None))
    return parameter.is_set == is_set and (not is_set or parameter.value == value)


def _left_alone(group: Group, change: Change) -> str:
    parameter = group.parameters.get(change.name)
    value = parameter.value if parameter is not None and parameter.value is not None else "(the engine's default)"
    before = change.before if change.was_set and change.before is not None else "(not set)"
    return (
        f"{change.name} was changed by somebody else to {value} (pgrehearse had set {change.value}, before it was {before}): "
        "it was left as it is"
    )


def _modify(client: Any, record: Record, values: Mapping[str, str]) -> None:
    if not values:
        return
    rows = [
        {"ParameterName": name, "ParameterValue": value, "ApplyMethod": "immediate"} for name, value in values.items()
    ]
    if record.cluster:
        client.modify_db_cluster_parameter_group(DBClusterParameterGroupName=record.group, Parameters=rows)
    else:
        client.modify_db_parameter_group(DBParameterGroupName=record.group, Parameters=rows)


def _reset(client: Any, record: Record, names: list[str]) -> None:
    if not names:
        return
    rows = [{"ParameterName": name, "ApplyMethod": "immediate"} for name in names]
    if record.cluster:
        client.reset_db_cluster_parameter_group(DBClusterParameterGroupName=record.group, Parameters=rows)
    else:
        client.reset_db_parameter_group(DBParameterGroupName=record.group, Parameters=rows)


def settings_at(arn: str, begin_us: int, end_us: int) -> dict[str, str]:
    """Return the values that pgrehearse had set in a group for all of a time ({}: it had not). *arn*: "" of a default group."""
    for record in (record_of(arn), outcome_of(arn)) if arn else ():
        if record is not None and record.began_us <= begin_us and end_us <= (record.ended_us or record.until_us):
            return {change.name: change.value for change in record.changes}
    return {}


def state_of(arn: str, now_us: int) -> str:
    """Return a sentence about a change of a group that is not put back ("": there is none)."""
    record = record_of(arn)
    if record is None:
        return ""
    overdue = (
        ", which has not happened: the process that does so has ended" if now_us > record.until_us + _LATE_US else ""
    )
    return f"{record.group} was changed by pgrehearse at {iso(record.began_us)}, to be put back at {iso(record.until_us)}{overdue}"
