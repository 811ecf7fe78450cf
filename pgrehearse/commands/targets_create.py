"""``pgrehearse targets create``: a target from its file, or a copy of a running server on this machine."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pgrehearse.base.errors import UsageProblem
from pgrehearse.option_groups import CONTEXT, output_json_option

if TYPE_CHECKING:
    from pgrehearse.targets.specification import Specification
    from pgrehearse.targets.target import PlannedTarget


@click.command(
    "create",
    context_settings=CONTEXT,
    epilog="Example: pgrehearse targets create --from postgresql://postgres@production/app --version 18 --standbys 2",
)
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--from", "source", metavar="DSN", help="Copy this running server to an embedded server.")
@click.option("--version", type=int, help="With --from: the major version of the copy [default: that of the server].")
@click.option("--standbys", type=click.IntRange(0, 8), default=0, help="With --from: the number of standbys.")
@click.option("--name", help="Name of the target [default: that of the file, or candidate].")
@click.option("--max-price", type=float, metavar="USD", help="Refuse a target at AWS if an hour costs more.")
@click.option("--dry-run", is_flag=True, help="Show what would be done; create nothing.")
@click.option("--yes", is_flag=True, help="Do not ask for confirmation.")
@output_json_option
def create(file: Path | None, *, as_json: bool, dry_run: bool, yes: bool, **values: Any) -> None:
    """Create a target from FILE (docs/targets.md), or from a running server (--from)."""
    from pgrehearse.console import err, print_json
    from pgrehearse.progress import progress
    from pgrehearse.targets.make import make

    specification = _specification(file, values)
    target = make(specification)
    plan = target.plan()
    if not as_json:
        for line in plan:
            err.print(line, markup=False, soft_wrap=True)
    if dry_run:
        if as_json:
            print_json({"name": specification.name, "kind": str(specification.kind), "plan": list(plan)})
        return
    if specification.needs_consent and not (yes or click.confirm(f"Create {specification.name}?", err=True)):
        raise UsageProblem("not created", remedy="confirm, or give --yes")
    with progress() as display:
        target.prepare(display)
    _show(target, as_json=as_json)


def _specification(file: Path | None, values: dict[str, Any]) -> Specification:
    """Return the specification of the file, or of the options."""
    from pgrehearse.targets.specification import parse, read

    source, name = values["source"], values["name"] or ""
    if (file is None) == (source is None):
        raise UsageProblem("give the FILE of a target, or --from DSN", remedy="pgrehearse targets create --help")
    if file is not None:
        if values["version"] or values["standbys"]:
            raise UsageProblem("--version and --standbys need --from", remedy="set them in the target's file")
        return _bounded(read(file, name=name), values["max_price"])
    table = {"source": source, "version": values["version"] or 0, "standbys": values["standbys"]}
    database = _database(source)
    document = {"kind": "embedded", "name": name or "candidate", "embedded": {**table, "database": database}}
    return parse(document, "the options", Path.cwd())


def _bounded(specification: Specification, max_price: float | None) -> Specification:
    """Return the specification with the bound of its price."""
    if max_price is None:
        return specification
    if not hasattr(specification.table, "max_price"):
        raise UsageProblem("--max-price is for targets at AWS", remedy="remove --max-price")
    return replace(specification, table=replace(specification.table, max_price=max_price))


def _database(source: str) -> str:
    from pgrehearse.base.endpoint import Endpoint

    return Endpoint.parse(source).database or "postgres"


def _show(target: PlannedTarget, *, as_json: bool) -> None:
    from pgrehearse.console import err, print_json
    from pgrehearse.targets.kinds.description_file import document
    from pgrehearse.targets.safety import dsn_without_password

    description, connections = target.describe(), target.connect()
    readers = {name: dsn_without_password(endpoint) for name, endpoint in connections.readers.items()}
    primary = dsn_without_password(connections.primary)
    if as_json:
        print_json({**document(description), "primary": primary, "readers": readers})
        return
    for line in (*description.steps, *description.notes):
        err.print(line, markup=False, soft_wrap=True)
    err.print(f"{description.name}: {primary}", markup=False, soft_wrap=True)
    for name, dsn in readers.items():
        err.print(f"{name}: {dsn}", markup=False, soft_wrap=True)
