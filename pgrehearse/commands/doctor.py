"""``pgrehearse doctor``: check a server as a source and as a target; a source at RDS by its parameter group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from pgrehearse.option_groups import CONTEXT, GroupedCommand, json_option, option
from pgrehearse.param_types import DURATION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pgrehearse.scenarios.capturing.rds_logging import RdsDiagnosis


@click.command(
    "doctor",
    cls=GroupedCommand,
    context_settings=CONTEXT,
    epilog="Example: pgrehearse doctor postgresql://postgres@prod/app\nExample: pgrehearse doctor --rds prod --for 2h",
)
@click.argument("dsn", required=False)
@option(
    "--rds",
    default="",
    group="RDS",
    help="Identifier of an RDS or Aurora instance or cluster: check its parameter group.",
)
@option(
    "--for",
    "length",
    type=DURATION,
    default="2h",
    show_default=True,
    group="RDS",
    help="How long every statement is to be logged: for the volume of the log, and with --apply.",
)
@option(
    "--statements-per-second",
    "rate",
    type=click.FloatRange(0, min_open=True),
    group="RDS",
    help="The load at its peak, for the volume of the log. Default: estimated from the log, from DSN, or by Performance Insights.",
)
@option(
    "--apply",
    "applies",
    is_flag=True,
    group="RDS",
    help="Change the parameter group for the time --for. A separate process puts the values back, early at 20 % free storage.",
)
@option("--restore", "restores", is_flag=True, group="RDS", help="Put the values back that --apply changed.")
@option(
    "--copy-group",
    "copy",
    default="",
    group="RDS",
    help="Create a parameter group of this name with the present values. It is not attached: that needs a reboot.",
)
@json_option
def command(dsn: str | None, *, as_json: bool, **values: Any) -> None:
    """Check the server at DSN as a source and as a target; print the exact settings to change.

    With --rds, check the parameter group of a source at AWS, and whether its storage has room for the log.
    """
    if values["rds"]:
        _rds(dsn, values, as_json=as_json)
        return
    if not dsn:
        raise click.UsageError("give DSN, or --rds")
    if _changes(values):
        raise click.UsageError(f"{_changes(values)[0]} needs --rds")
    _server(dsn, as_json=as_json)


def _server(dsn: str, *, as_json: bool) -> None:
    from pgrehearse.base import event_loop
    from pgrehearse.base.postgres import chosen
    from pgrehearse.console import out, print_json
    from pgrehearse.targets.doctor import diagnose

    diagnosis = event_loop.run(diagnose(chosen(dsn)))
    if as_json:
        print_json(
            {
                "server": diagnosis.facts.document(),
                "source": [check.document() for check in diagnosis.source],
                "target": [check.document() for check in diagnosis.target],
            }
        )
        return
    server = diagnosis.facts
    standby = ", a standby" if server.in_recovery else ""
    out.print(f"[bold]{server.host}:{server.port}/{server.database}[/]  PostgreSQL {server.version}{standby}")
    _print_checks("as a source", diagnosis.source)
    _print_checks("as a target", diagnosis.target)


def _changes(values: dict[str, Any]) -> list[str]:
    """Return the options that change something at AWS."""
    options = {"applies": "--apply", "restores": "--restore", "copy": "--copy-group"}
    return [name for key, name in options.items() if values[key]]


def _rds(dsn: str | None, values: dict[str, Any], *, as_json: bool) -> None:
    from pgrehearse.base.clock import SECOND
    from pgrehearse.base.postgres import chosen
    from pgrehearse.scenarios.capturing.rds_logging import Question, diagnose_rds

    if len(changes := _changes(values)) > 1:
        raise click.UsageError(f"{' and '.join(changes)} exclude each other")
    if values["restores"]:
        _restore(values["rds"], as_json=as_json)
        return
    if values["copy"]:
        _copy_group(values["rds"], values["copy"], as_json=as_json)
        return
    endpoint = chosen(dsn) if dsn else None
    diagnosis = diagnose_rds(Question(values["rds"], values["length"] / SECOND, values["rate"] or 0.0, endpoint))
    if values["applies"]:
        _apply(diagnosis, as_json=as_json)
    else:
        _print_rds(diagnosis, as_json=as_json)


def _print_rds(diagnosis: RdsDiagnosis, *, as_json: bool) -> None:
    from pgrehearse.base.clock import iso
    from pgrehearse.console import out, print_json

    server, last = diagnosis.server, diagnosis.last
    notes = [note for note in (diagnosis.state, _shared(diagnosis)) if note]
    if last is not None:
        notes.append(f"the last change was put back at {iso(last.ended_us)}: {last.reason}")
    if as_json:
        names = [member.name for member in server.members]
        description = {"name": server.name, "instances": names, "parameter_group": server.group.name}
        checks = [check.document() for check in diagnosis.findings()]
        print_json({"server": description, "source": checks, "target": [], "notes": notes})
        return
    out.print(f"[bold]{server.name}[/]  {', '.join(member.name for member in server.members)}", highlight=False)
    for note in notes:
        out.print(f"  {note}", markup=False)
    _print_checks("as a source", diagnosis.findings())


def _shared(diagnosis: RdsDiagnosis) -> str:
    others = ", ".join(diagnosis.shared)
    return f"the parameter group is also that of {others}: a change is in effect there too" if others else ""


def _apply(diagnosis: RdsDiagnosis, *, as_json: bool) -> None:
    from pgrehearse.base.clock import iso
    from pgrehearse.console import out, print_json
    from pgrehearse.scenarios.capturing.rds_logging import apply_for

    record, notes = apply_for(diagnosis)
    changes = {change.name: change.value for change in record.changes}
    if as_json:
        print_json(
            {"applied": changes, "parameter_group": record.group, "until": iso(record.until_us), "notes": list(notes)}
        )
        return
    out.print(f"{record.group}: {', '.join(f'{name} = {value}' for name, value in changes.items())}", markup=False)
    out.print(
        f"a separate process puts the old values back at {iso(record.until_us)}; earlier: pgrehearse doctor --rds {record.server} --restore",
        markup=False,
    )
    for note in notes:
        out.print(f"  {note}", markup=False)


def _copy_group(name: str, copy: str, *, as_json: bool) -> None:
    from pgrehearse.console import out, print_json
    from pgrehearse.targets.rds_logging.copy_group import copy_group
    from pgrehearse.targets.rds_logging.groups import describe_server, rds_client

    client = rds_client(name)
    server = describe_server(client, name)
    commands = copy_group(client, server, copy)
    if as_json:
        print_json({"created": copy, "copy_of": server.group.name, "attach": list(commands)})
        return
    out.print(
        f"{copy} was created with the values of {server.group.name}. Attach it in a maintenance window:", markup=False
    )
    for text in commands:
        out.print(f"  {text}", markup=False, soft_wrap=True)


def _restore(name: str, *, as_json: bool) -> None:
    from pgrehearse.base.errors import TargetProblem
    from pgrehearse.console import out, print_json
    from pgrehearse.scenarios.capturing.rds_logging import restore_rds

    group, left = restore_rds(name)
    if left:
        raise TargetProblem(
            f"{group}: {'; '.join(left)}", remedy="the other values were put back; decide about these yourself"
        )
    if as_json:
        print_json({"restored": group})
    else:
        out.print(f"{group}: the old values were put back", markup=False)


def _print_checks(title: str, checks: Iterable[Any]) -> None:
    from pgrehearse.console import out

    out.print(f"\n[bold]{title}[/]")
    for check in checks:
        mark = "[green]ok [/]" if check.ok else "[yellow]fix[/]"
        out.print(f"  {mark} {check.name} = {check.value}", highlight=False)
        if not check.ok:
            out.print(f"        {check.problem}\n        {check.change}", markup=False, soft_wrap=True)
