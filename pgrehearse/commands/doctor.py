"""``pgrehearse doctor``: check a server as a source and as a target."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from pgrehearse.option_groups import CONTEXT, output_json_option

if TYPE_CHECKING:
    from collections.abc import Iterable


@click.command("doctor", context_settings=CONTEXT, epilog="Example: pgrehearse doctor postgresql://postgres@prod/app")
@click.argument("dsn")
@output_json_option
def command(dsn: str, *, as_json: bool) -> None:
    """Check the server at DSN as a source and as a target; print the exact settings to change."""
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


def _print_checks(title: str, checks: Iterable[Any]) -> None:
    from pgrehearse.console import out

    out.print(f"\n[bold]{title}[/]")
    for check in checks:
        mark = "[green]ok [/]" if check.ok else "[yellow]fix[/]"
        out.print(f"  {mark} {check.name} = {check.value}", highlight=False)
        if not check.ok:
            out.print(f"        {check.problem}\n        {check.change}", markup=False, soft_wrap=True)
