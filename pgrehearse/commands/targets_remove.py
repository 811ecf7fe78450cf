"""``pgrehearse targets list``, ``destroy`` and ``reap``: what exists of targets, and its removal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from pgrehearse.base.clock import SECOND, wall_us
from pgrehearse.base.errors import Exit, UsageProblem
from pgrehearse.option_groups import CONTEXT, output_json_option

if TYPE_CHECKING:
    from pgrehearse.targets.embedded.registry import ClusterEntry
    from pgrehearse.targets.journal import Journal


@click.command("list", context_settings=CONTEXT, epilog="Example: pgrehearse targets list")
@output_json_option
def list_(*, as_json: bool) -> None:
    """List the embedded servers of this machine, and the targets that pgrehearse has created, with their price and expiry."""
    from pgrehearse.console import out, print_json
    from pgrehearse.targets.embedded.registry import list_clusters
    from pgrehearse.targets.journal import read_journals
    from pgrehearse.targets.journal_lines import lines_of

    entries, journals = list_clusters(), read_journals()
    damaged = [{"path": str(path), "problem": error.message} for path, error in journals.damaged.items()]
    if as_json:
        created = [_document(journal) for journal in journals.readable]
        print_json({"targets": [_row(entry) for entry in entries], "created": created, "damaged": damaged})
        return
    lines = [
        *(_line(entry) for entry in entries),
        *(line for journal in journals.readable for line in lines_of(journal)),
        *(str(row["problem"]) for row in damaged),
    ]
    for line in lines or ["no embedded servers, and no targets that pgrehearse has created"]:
        out.print(line, markup=False, soft_wrap=True)


@click.command("destroy", context_settings=CONTEXT, epilog="Example: pgrehearse targets destroy candidate")
@click.argument("name", required=False)
@click.option("--left-over", is_flag=True, help="Remove all embedded servers whose command has ended.")
@output_json_option
def destroy(name: str | None, *, left_over: bool, as_json: bool) -> int:
    """Remove a target that pgrehearse has created (by its NAME), or an embedded server (by its port)."""
    from pgrehearse.targets.journal import read_journals

    journal = next((one for one in read_journals().readable if one.header.target == name), None)
    return _destroy_target(journal, as_json=as_json) if journal else _destroy_servers(name, left_over, as_json)


@click.command("reap", context_settings=CONTEXT, epilog="Example: pgrehearse targets reap --account --yes")
@click.option("--expired", is_flag=True, help="Remove what is expired [default].")
@click.option("--all-of-run", "run", metavar="RUN", default="", help="Remove everything of this run, expired or not.")
@click.option(
    "--account",
    is_flag=True,
    help="Also look for what has the tags of pgrehearse in the region and the account of the credentials for AWS.",
)
@click.option("--yes", is_flag=True, help="Do not ask for confirmation.")
@output_json_option
def reap(**values: Any) -> int:
    """Remove targets that are expired, or all of one run: everything that their journals list."""
    from pgrehearse.console import err
    from pgrehearse.progress import progress
    from pgrehearse.targets.aws.clients import Clients
    from pgrehearse.targets.aws.search import Search, search
    from pgrehearse.targets.journal import read_journals
    from pgrehearse.targets.reaping import reap as remove
    from pgrehearse.targets.reaping import select

    if values["expired"] and values["run"]:
        raise UsageProblem("--expired and --all-of-run exclude each other", remedy="give one of them")
    clients = Clients()
    searched = search(clients) if values["account"] else Search((), ())
    selection = select(read_journals(), searched, now_us=wall_us(), run=values["run"])
    if not values["as_json"]:
        for line in selection.lines() or ["nothing to remove"]:
            err.print(line, markup=False, soft_wrap=True)
    if selection and not values["yes"]:
        click.confirm("Remove this?", err=True, abort=True)
    selected = selection.document()
    with progress() as display:
        left = (*remove(selection, clients, display), *selection.problems)
    return _result({"selected": selected, "left": list(left)}, [], as_json=values["as_json"])


def _destroy_target(journal: Journal, *, as_json: bool) -> int:
    from pgrehearse.progress import progress
    from pgrehearse.targets.removal import remove

    document = _document(journal)
    with progress() as display:
        left = remove(journal, display)
    destroyed = [] if left else [document]
    lines = [f"destroyed {document['target']}"] if destroyed else []
    return _result({"destroyed": destroyed, "left": list(left)}, lines, as_json=as_json)


def _destroy_servers(name: str | None, left_over: bool, as_json: bool) -> int:
    from pgrehearse.targets.embedded.registry import list_clusters, remove

    chosen = [one for one in list_clusters() if str(one.cluster.port) == name or (left_over and one.orphaned)]
    if not chosen:
        raise UsageProblem("there is no such target", remedy="pgrehearse targets list shows what there is")
    for entry in chosen:
        remove(entry.cluster)
    lines = [f"destroyed {entry.cluster.name} ({entry.cluster.home})" for entry in chosen]
    return _result({"destroyed": [_row(entry) for entry in chosen], "left": []}, lines, as_json=as_json)


def _result(document: dict[str, Any], lines: list[str], *, as_json: bool) -> int:
    """Print what was removed, and what is left. Return the exit code."""
    from pgrehearse.console import err, print_json

    if as_json:
        print_json(document)
    else:
        for line in [*lines, *document["left"]]:
            err.print(line, markup=False, soft_wrap=True)
    return Exit.TARGET if document["left"] else Exit.OK


def _document(journal: Journal) -> dict[str, Any]:
    header = journal.header
    return {
        "target": header.target,
        "kind": header.kind,
        "run": header.run,
        "place": header.place,
        "expires_us": header.expires_us or None,
        "expires_in_s": (header.expires_us - wall_us()) // SECOND if header.expires_us else None,
        "price_per_hour_usd": header.price or None,
        "command_runs": header.owner_runs(),
        "things": [
            {"kind": thing.kind, "name": thing.name, "progress": str(thing.progress), "resource": thing.resource}
            for thing in reversed(journal.left())
        ],
    }


def _line(entry: ClusterEntry) -> str:
    state = "running" if entry.running else "stopped"
    orphaned = ", its command has ended" if entry.orphaned and entry.running else ""
    used = ", used by a replay" if entry.used_by else ""
    server = entry.cluster
    return f"{server.name}  PostgreSQL {server.version}  port {server.port}  {state}{orphaned}{used}  {server.home}"


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
