"""``pgrehearse inspect``: show what a workload contains."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from pgrehearse.base.output_file import Made, check_file
from pgrehearse.option_groups import CONTEXT, output_json_option
from pgrehearse.param_types import ARTIFACT


@click.command("inspect", context_settings=CONTEXT, epilog="Example: pgrehearse inspect prod.workload")
@click.argument("path", type=ARTIFACT)
@click.option("--top", type=click.IntRange(1, 500), default=15, show_default=True, help="Number of query keys to list.")
@click.option(
    "--group",
    "tables",
    help="Tables (a,b,c) that could move to another database; reports which transactions also use other tables.",
)
@click.option(
    "--tenant", help="Column (tenant_id) or parameter ($1); reports how the load is distributed over its values."
)
@click.option(
    "--placement",
    type=click.Path(path_type=Path),
    help="TOML file of [[server]] with their schemas and tables; reports the load of each and what would cross servers.",
)
@click.option("--html", type=click.Path(path_type=Path), help="Write a page with plots to this file.")
@click.option("--force", is_flag=True, help="Replace a file that this command did not write.")
@output_json_option
def command(path: Path | str, *, html: Path | None, force: bool, as_json: bool, **options: Any) -> None:
    """Show the window, sessions, rates, load by query, table, application and tag, errors and losses of a workload."""
    from pgrehearse.base.s3_cache import local
    from pgrehearse.console import out, print_json
    from pgrehearse.progress import progress
    from pgrehearse.workload_view import document, print_limits, print_load

    if html is not None:
        check_file(html, Made.PAGE, force=force)
    with progress() as display:
        workload = local(path, display)
        with display.stage("read the workload"):
            profile = _profile(workload, html, options)
    if as_json:
        page = {"page": str(html)} if html is not None else {}
        print_json({**document(profile.manifest, workload), **profile.document(), **page})
        return
    print_load(workload, profile)
    print_limits(profile)
    if html is not None:
        out.print(f"page: {html}", markup=False)


def _profile(path: Path, html: Path | None, options: dict[str, Any]) -> Any:
    """Return the profile of the workload; write the page if *html* is set."""
    from pgrehearse.workload.analysis.profile import read_profile
    from pgrehearse.workload.placement import read_placement
    from pgrehearse.workload.read import Workload

    placement = read_placement(options["placement"]) if options["placement"] is not None else None
    tables = [name.strip() for name in options["tables"].split(",")] if options["tables"] else []
    profile = read_profile(
        Workload.verified(path), top=options["top"], tables=tables, tenant=options["tenant"], placement=placement
    )
    if html is not None:
        from pgrehearse.report.workload_page import write_workload_page

        write_workload_page(profile, html)
    return profile
