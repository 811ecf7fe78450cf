"""``pgrehearse targets``: mark, reset, list and remove rehearsal databases."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

import click

from pgrehearse.base import event_loop
from pgrehearse.base.errors import TargetProblem
from pgrehearse.commands.targets_create import create
from pgrehearse.commands.targets_policies import policies
from pgrehearse.commands.targets_remove import destroy, list_, reap
from pgrehearse.option_groups import CONTEXT, output_json_option
from pgrehearse.param_types import DURATION, INSTANT, WAYS_OUT


@click.group(
    "targets",
    context_settings=CONTEXT,
    epilog="Example: pgrehearse targets adopt postgresql://postgres@restored/app",
)
def command() -> None:
    """Manage rehearsal databases."""


command.add_command(create)


@command.command(
    "adopt",
    context_settings=CONTEXT,
    epilog="Example: pgrehearse targets adopt postgresql://postgres@restored/app --for 12h --yes",
)
@click.argument("dsn")
@click.option(
    "--for", "valid_us", type=DURATION, default="7d", show_default=True, help="Time for which the mark is valid."
)
@click.option(
    "--allow",
    "allowed",
    type=click.Choice(WAYS_OUT),
    multiple=True,
    help="Accept an outbound path of the database by its name. Repeatable.",
)
@click.option(
    "--disarm", "disarms", is_flag=True, help="Close the outbound paths that can be closed; the SQL is shown first."
)
@click.option(
    "--align-sequences",
    "aligns",
    is_flag=True,
    help="Set sequences that recovery advanced back to the last value before the window; the changes are shown first.",
)
@click.option(
    "--data-as-of",
    "data_us",
    type=INSTANT,
    default=0,
    help="The instant of production's data in this copy (2026-11-22T10:00:00+01:00; without a time zone: UTC).",
)
@click.option(
    "--data-from",
    "data_name",
    default="",
    help="What the copy was restored from, for reports: the name of a snapshot or a dump.",
)
@click.option("--yes", is_flag=True, help="Do not ask for confirmation.")
@output_json_option
def adopt(dsn: str, **values: Any) -> None:
    """Mark the database at DSN as a rehearsal database, which a replay may change."""
    from pgrehearse.base.endpoint import Endpoint
    from pgrehearse.base.postgres import chosen
    from pgrehearse.console import print_json
    from pgrehearse.targets import adoption
    from pgrehearse.targets.denied_hosts import refuse_denied
    from pgrehearse.targets.target import DataOrigin

    how = "restored from" if values["data_name"] else ""
    request = adoption.AdoptionRequest(
        values["valid_us"],
        frozenset(values["allowed"]),
        disarms=values["disarms"],
        aligns=values["aligns"],
        data=DataOrigin(how, values["data_name"], values["data_us"]),
    )
    terminal = _Terminal(yes=values["yes"], quiet=values["as_json"])
    refuse_denied(Endpoint.parse(dsn), ())
    adopted = event_loop.run(adoption.adopt(chosen(dsn), request, terminal))
    if values["as_json"]:
        print_json(adopted.document())
    else:
        terminal.show(
            f"adopted until {adopted.mark.expires_at}: pgrehearse replay --writes may change this database now"
        )


@dataclass(frozen=True, slots=True)
class _Terminal:
    """Shows what will be changed, and asks for confirmation."""

    yes: bool
    quiet: bool

    def show(self, text: str) -> None:
        """Print a line."""
        from pgrehearse.console import err

        if not self.quiet:
            err.print(text, markup=False, soft_wrap=True)

    async def confirm(self, question: str) -> bool:
        """Ask for confirmation, except with --yes."""
        return self.yes or await asyncio.to_thread(click.confirm, question, err=True)


@command.command(
    "release",
    context_settings=CONTEXT,
    epilog="Example: pgrehearse targets release postgresql://postgres@restored/app",
)
@click.argument("dsn")
@output_json_option
def release(dsn: str, *, as_json: bool) -> None:
    """Remove the mark of the database at DSN; a replay may then no longer change it."""
    from pgrehearse.base.postgres import chosen
    from pgrehearse.console import err, print_json
    from pgrehearse.targets import adoption

    endpoint = chosen(dsn)
    was_marked = event_loop.run(adoption.release(endpoint))
    if as_json:
        print_json({"released": was_marked})
    else:
        state = "no longer marked as a rehearsal database" if was_marked else "not marked as a rehearsal database"
        err.print(f"{endpoint} is {state}", markup=False, soft_wrap=True)


@command.command(
    "reset",
    context_settings=CONTEXT,
    epilog="Example: pgrehearse targets reset postgresql://postgres@127.0.0.1:5433/videos",
)
@click.argument("target", metavar="NAME|DSN")
@output_json_option
def reset(target: str, *, as_json: bool) -> None:
    """Bring the target NAME, or the embedded server at DSN, back to the state before its first replay.

    Other servers have to be restored by their owner.
    """
    from pgrehearse.console import err, print_json
    from pgrehearse.progress import progress
    from pgrehearse.targets.make import existing, is_name

    if not is_name(target):
        _reset_server(target, as_json=as_json)
        return
    with progress() as display:
        existing(target).reset(display)
    if as_json:
        print_json({"reset": True, "name": target})
    else:
        err.print(f"{target} is at the state before its first replay", markup=False)


def _reset_server(dsn: str, *, as_json: bool) -> None:
    """Restore an embedded server from its snapshot."""
    from pgrehearse.base.postgres import chosen
    from pgrehearse.console import err, print_json
    from pgrehearse.progress import progress
    from pgrehearse.targets.embedded import cluster, registry
    from pgrehearse.targets.safety import check_target

    endpoint = chosen(dsn)
    server = event_loop.run(check_target(endpoint, None)).cluster
    if server is None:
        raise TargetProblem(
            f"{endpoint} is not an embedded server: pgrehearse cannot restore it",
            remedy="restore it from its snapshot and run pgrehearse targets adopt again, or replay with --dirty",
        )
    with progress() as display, display.stage("restore the snapshot"):
        cluster.reset(server)
    registry.mark_fresh(server)
    if as_json:
        print_json({"reset": True, "name": server.name, "port": server.port})
    else:
        err.print(f"{server.name} was restored from its snapshot")


for _command in (create, list_, destroy, reap, policies):
    command.add_command(_command)
