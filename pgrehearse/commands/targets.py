"""``pgrehearse targets``: mark a database as a rehearsal, bring it back, list and destroy what is ours."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from pgrehearse.base import event_loop
from pgrehearse.base.errors import TargetProblem, UsageProblem
from pgrehearse.param_types import DURATION, WAYS_OUT

if TYPE_CHECKING:
    from pgrehearse.targets.embedded.registry import ClusterEntry

HELP = {"help_option_names": ["-h", "--help"]}


@click.group(
    "targets",
    context_settings=HELP,
    epilog="Example: pgrehearse targets adopt postgresql://postgres@restored/app",
)
def command() -> None:
    """Databases to rehearse on."""


@command.command(
    "adopt",
    context_settings=HELP,
    epilog="Example: pgrehearse targets adopt postgresql://postgres@restored/app --for 12h --yes",
)
@click.argument("dsn")
@click.option("--for", "valid_us", type=DURATION, default="7d", show_default=True, help="How long the mark is valid.")
@click.option(
    "--allow",
    "allowed",
    type=click.Choice(WAYS_OUT),
    multiple=True,
    help="Accept a way out of the database by its name (may be given again).",
)
@click.option("--disarm", "disarms", is_flag=True, help="Close the ways out that can be closed; shows the SQL first.")
@click.option(
    "--align-sequences",
    "aligns",
    is_flag=True,
    help="Set sequences that recovery left ahead back to what the window's first insert drew; shows them first.",
)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")
def adopt(dsn: str, **words: Any) -> None:
    """Mark the database at DSN as a rehearsal: a replay may change it from then on."""
    from pgrehearse.base.endpoint import Endpoint
    from pgrehearse.base.postgres import chosen
    from pgrehearse.console import print_json
    from pgrehearse.targets import adoption
    from pgrehearse.targets.denied_hosts import refuse_denied

    wanted = adoption.AdoptionRequest(
        words["valid_us"], frozenset(words["allowed"]), disarms=words["disarms"], aligns=words["aligns"]
    )
    terminal = _Terminal(yes=words["yes"], quiet=words["as_json"])
    refuse_denied(Endpoint.parse(dsn), ())
    adopted = event_loop.run(adoption.adopt(chosen(dsn), wanted, terminal))
    if words["as_json"]:
        print_json(adopted.document())
    else:
        terminal.show(f"adopted until {adopted.mark.expires_at}: pgrehearse replay --writes may change it now")


@dataclass(frozen=True, slots=True)
class _Terminal:
    """Who is shown what is about to happen, and is asked."""

    yes: bool
    quiet: bool

    def show(self, text: str) -> None:
        """Print a line for a reader."""
        from pgrehearse.console import err

        if not self.quiet:
            err.print(text, markup=False, soft_wrap=True)

    async def confirm(self, question: str) -> bool:
        """Ask, unless --yes was given."""
        return self.yes or await asyncio.to_thread(click.confirm, question, err=True)


@command.command(
    "release",
    context_settings=HELP,
    epilog="Example: pgrehearse targets release postgresql://postgres@restored/app",
)
@click.argument("dsn")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")
def release(dsn: str, *, as_json: bool) -> None:
    """Take the mark of the database at DSN away: no replay may change it any longer."""
    from pgrehearse.base.postgres import chosen
    from pgrehearse.console import err, print_json
    from pgrehearse.targets import adoption

    endpoint = chosen(dsn)
    there = event_loop.run(adoption.release(endpoint))
    if as_json:
        print_json({"released": there})
    else:
        err.print(f"{endpoint} is {'no rehearsal any longer' if there else 'not marked'}", markup=False, soft_wrap=True)


@command.command(
    "reset",
    context_settings=HELP,
    epilog="Example: pgrehearse targets reset postgresql://postgres@127.0.0.1:5433/videos",
)
@click.argument("dsn")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")
def reset(dsn: str, *, as_json: bool) -> None:
    """Bring an embedded server back to its snapshot (anything else has to be restored by whoever made it)."""
    from pgrehearse.base.postgres import chosen
    from pgrehearse.console import err, print_json
    from pgrehearse.targets.embedded import cluster, registry
    from pgrehearse.targets.safety import check_target

    endpoint = chosen(dsn)
    proven = event_loop.run(check_target(endpoint, None))
    if proven.cluster is None:
        raise TargetProblem(
            f"{endpoint} is not an embedded server of ours: only who made it can bring it back",
            remedy="restore it from its snapshot and run pgrehearse targets adopt again, or replay with --dirty",
        )
    cluster.reset(proven.cluster)
    registry.mark_fresh(proven.cluster)
    if as_json:
        print_json({"reset": True, "name": proven.cluster.name, "port": proven.cluster.port})
    else:
        err.print(f"{proven.cluster.name} is back at its snapshot")


@command.command("list", context_settings=HELP, epilog="Example: pgrehearse targets list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")
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
        out.print(
            f"{entry.cluster.name}  PostgreSQL {entry.cluster.version}  port {entry.cluster.port}  {state}"
            f"{', left behind' if entry.orphaned and entry.running else ''}{', spent' if entry.used_by else ''}  {entry.cluster.home}",
            markup=False,
            soft_wrap=True,
        )
    if not entries:
        out.print("no embedded servers")


@command.command("destroy", context_settings=HELP, epilog="Example: pgrehearse targets destroy 45123")
@click.argument("port", type=int, required=False)
@click.option("--left-over", is_flag=True, help="All that a dead command left behind.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")
def destroy(port: int | None, *, left_over: bool, as_json: bool) -> None:
    """Stop an embedded server (by its port) and remove its files."""
    from pgrehearse.console import err, print_json
    from pgrehearse.targets.embedded.registry import list_clusters, remove

    chosen = [entry for entry in list_clusters() if entry.cluster.port == port or (left_over and entry.orphaned)]
    if not chosen:
        raise UsageProblem("no embedded server of ours fits", remedy="pgrehearse targets list shows them")
    for entry in chosen:
        remove(entry.cluster)
        if not as_json:
            err.print(f"destroyed {entry.cluster.name} ({entry.cluster.home})", soft_wrap=True)
    if as_json:
        print_json({"destroyed": [_row(entry) for entry in chosen]})


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
