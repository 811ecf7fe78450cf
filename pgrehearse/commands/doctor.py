"""``pgrehearse doctor``: is a server ready to be captured, or fit to be replayed to."""

from __future__ import annotations

import click


@click.command(
    "doctor",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: pgrehearse doctor postgresql://postgres@prod/app",
)
@click.argument("dsn")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")
def command(dsn: str, *, as_json: bool) -> None:
    """Examine the server at DSN, as a source and as a target; prints the exact settings to change."""
    from pgrehearse.base import event_loop
    from pgrehearse.base.postgres import chosen
    from pgrehearse.console import out, print_json
    from pgrehearse.targets.doctor import diagnose

    diagnosis = event_loop.run(diagnose(chosen(dsn)))
    if as_json:
        print_json(
            {
                "server": diagnosis.facts.document(),
                "source": [finding.document() for finding in diagnosis.source],
                "target": [finding.document() for finding in diagnosis.target],
            }
        )
        return
    known = diagnosis.facts
    out.print(
        f"[bold]{known.host}:{known.port}/{known.database}[/]  PostgreSQL {known.version}{', a standby' if known.in_recovery else ''}"
    )
    for title, findings in (("to be captured", diagnosis.source), ("to be replayed to", diagnosis.target)):
        out.print(f"\n[bold]{title}[/]")
        for one in findings:
            out.print(
                f"  [{'green' if one.ok else 'yellow'}]{'ok ' if one.ok else 'fix'}[/] {one.name} = {one.value}",
                highlight=False,
            )
            if not one.ok:
                out.print(f"        {one.problem}\n        {one.change}", markup=False, soft_wrap=True)
