"""``pgrehearse targets``: mark, reset, list and remove rehearsal databases."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from pgrehearse.base import event_loop
from pgrehearse.base.errors import TargetProblem, UsageProblem
from pgrehearse.option_groups import CONTEXT, output_json_option
from pgrehearse.param_types import DURATION, WAYS_OUT

if TYPE_CHECKING:
    from pgrehearse.targets.embedded.registry import ClusterEntry


@click.group(
    "targets",
    context_settings=CONTEXT,
    epilog="Example: pgrehearse targets adopt postgresql://postgres@restored/app",
)
def command() -> None:
    """Manage rehearsal databases."""


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
@click.option("--yes", is_flag=True, help="Do not ask for confirmation.")
@output_json_option
def adopt(dsn: str, **values: Any) -> None:
    """Mark the database at DSN as a rehearsal database, which a replay may change."""
    from pgrehearse.base.endpoint import Endpoint
    from pgrehearse.base.postgres import chosen
    from pgrehearse.console import print_json
    from pgrehearse.targets import adoption
    from pgrehearse.targets.denied_hosts import refuse_denied

    request = adoption.AdoptionRequest(
        values["valid_us"], frozenset(values["allowed"]), disarms=values["disarms"], aligns=values["aligns"]
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
@click.argument("dsn")
@output_json_option
def reset(dsn: str, *, as_json: bool) -> None:
    """Restore an embedded server from its snapshot. Other servers have to be restored by their owner."""
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


@command.command("list", context_settings=CONTEXT, epilog="Example: pgrehearse targets list")
@output_json_option
def list_(*, as_json: bool) -> None:
    """List the embedded servers of this machine."""
    from pgrehearse.console import out, print_json
    from pgrehearse.targets.embedded.registry import list_clusters

    entries = list_clusters()
    if as_json:
        print_json({"targets": [_row(entry) for entry in entries]})
        return
    for entry in entries:
        state = "running" if entry.running else "stopped"
        orphaned = ", its command has ended" if entry.orphaned and entry.running else ""
        used = ", used by a replay" if entry.used_by else ""
        server = entry.cluster
        out.print(
            f"{server.name}  PostgreSQL {server.version}  port {server.port}  {state}{orphaned}{used}  {server.home}",
            markup=False,
            soft_wrap=True,
        )
    if not entries:
        out.print("no embedded servers")


@command.command("destroy", context_settings=CONTEXT, epilog="Example: pgrehearse targets destroy 45123")
@click.argument("port", type=int, required=False)
@click.option("--left-over", is_flag=True, help="Remove all servers whose command has ended.")
@output_json_option
def destroy(port: int | None, *, left_over: bool, as_json: bool) -> None:
    """Stop an embedded server (by its port) and remove its files."""
    from pgrehearse.console import err, print_json
    from pgrehearse.targets.embedded.registry import list_clusters, remove

    selected = [entry for entry in list_clusters() if entry.cluster.port == port or (left_over and entry.orphaned)]
    if not selected:
        raise UsageProblem(
            "there is no such embedded server", remedy="pgrehearse targets list shows the embedded servers"
        )
    for entry in selected:
        remove(entry.cluster)
        if not as_json:
            err.print(f"destroyed {entry.cluster.name} ({entry.cluster.home})", soft_wrap=True)
    if as_json:
        print_json({"destroyed": [_row(entry) for entry in selected]})


def _row(entry: ClusterEntry) -> dict[str, object]:
    return {
        "name": entry.cluster.name,
        "version": entry.cluster.version,
        "port": entry.cluster.port,
        "home": str(entry.cluster.home),
        "alive": entry.running,
        "left_behind": entry.running and entry.orphaned,
        "spent": bool(entry.used_by),
    }
