"""``pgrehearse targets``: mark a database as a rehearsal, bring it back, list and destroy what is ours."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import click

from base import loop
from base.errors import TargetProblem, UsageProblem

if TYPE_CHECKING:
    from base.endpoint import Endpoint
    from targets.registry import Found

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
    epilog="Example: pgrehearse targets adopt postgresql://postgres@restored/app --yes",
)
@click.argument("dsn")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")
def adopt(dsn: str, *, yes: bool, as_json: bool) -> None:
    """Mark the database at DSN as a rehearsal: a replay may change it from then on."""
    from base.postgres import chosen
    from pgrehearse.terminal import print_json

    document = loop.run(_adopt(chosen(dsn), yes=yes, quiet=as_json))
    if as_json:
        print_json(document)


async def _adopt(endpoint: Endpoint, *, yes: bool, quiet: bool) -> dict[str, object]:
    from pgrehearse.terminal import err
    from targets.facts import connect
    from targets.mark import write_mark
    from targets.proof import adoptable

    connection = await connect(endpoint)
    try:
        known, others = await adoptable(connection, endpoint)
        if not quiet:
            err.print(
                f"{known.host}:{known.port}, database {known.database}, PostgreSQL {known.version}, running since {known.postmaster_start}, "
                f"system identifier {known.system_identifier} (a restored copy has its source's: it proves nothing)",
                soft_wrap=True,
            )
        if others:
            raise TargetProblem(
                f"{len(others)} sessions that are not ours are connected: {', '.join(others[:3])}",
                remedy="a rehearsal has no users; end them if they are stray, or look again at what this server is",
            )
        if not yes and not await asyncio.to_thread(
            click.confirm, "Mark it as a rehearsal that replays may change?", err=True
        ):
            raise UsageProblem("not adopted", remedy="say yes, or give --yes")
        await write_mark(connection, known.system_identifier)
    finally:
        await connection.close()
    if not quiet:
        err.print("adopted: pgrehearse replay --writes may change it now")
    return {"adopted": True, "target": known.document()}


@command.command(
    "reset",
    context_settings=HELP,
    epilog="Example: pgrehearse targets reset postgresql://postgres@127.0.0.1:5433/videos",
)
@click.argument("dsn")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")
def reset(dsn: str, *, as_json: bool) -> None:
    """Bring an embedded server back to its snapshot (anything else has to be restored by whoever made it)."""
    from base.postgres import chosen
    from pgrehearse.terminal import err, print_json
    from targets import cluster, registry
    from targets.proof import examine

    endpoint = chosen(dsn)
    proven = loop.run(examine(endpoint, {}))
    if proven.cluster is None:
        raise TargetProblem(
            f"{endpoint} is not an embedded server of ours: only who made it can bring it back",
            remedy="restore it from its snapshot and run pgrehearse targets adopt again, or replay with --dirty",
        )
    cluster.reset(proven.cluster)
    registry.refresh(proven.cluster)
    if as_json:
        print_json({"reset": True, "name": proven.cluster.name, "port": proven.cluster.port})
    else:
        err.print(f"{proven.cluster.name} is back at its snapshot")


@command.command("list", context_settings=HELP, epilog="Example: pgrehearse targets list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")
def list_(*, as_json: bool) -> None:
    """List the embedded servers of this machine."""
    from pgrehearse.terminal import out, print_json
    from targets.registry import found

    entries = found()
    if as_json:
        print_json({"targets": [_row(entry) for entry in entries]})
        return
    for entry in entries:
        state = "running" if entry.alive else "stopped"
        out.print(
            f"{entry.cluster.name}  PostgreSQL {entry.cluster.version}  port {entry.cluster.port}  {state}"
            f"{', left behind' if entry.orphaned and entry.alive else ''}{', spent' if entry.spent else ''}  {entry.cluster.home}",
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
    from pgrehearse.terminal import err, print_json
    from targets.registry import found, remove

    chosen = [entry for entry in found() if entry.cluster.port == port or (left_over and entry.orphaned)]
    if not chosen:
        raise UsageProblem("no embedded server of ours fits", remedy="pgrehearse targets list shows them")
    for entry in chosen:
        remove(entry.cluster)
        if not as_json:
            err.print(f"destroyed {entry.cluster.name} ({entry.cluster.home})", soft_wrap=True)
    if as_json:
        print_json({"destroyed": [_row(entry) for entry in chosen]})


def _row(entry: Found) -> dict[str, object]:
    return {
        "name": entry.cluster.name,
        "version": entry.cluster.version,
        "port": entry.cluster.port,
        "home": str(entry.cluster.home),
        "alive": entry.alive,
        "left_behind": entry.alive and entry.orphaned,
        "spent": bool(entry.spent),
    }
