"""``pgrehearse redact``: replace the values of a dump by the pseudonyms of a workload."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from pgrehearse.option_groups import CONTEXT, GroupedCommand, json_option, kept_values_options, option


@click.group(
    "redact",
    context_settings=CONTEXT,
    epilog="Example: pgrehearse redact dump prod.dump --redact-key team.key -o masked.sql",
)
def command() -> None:
    """Replace values by the pseudonyms of a workload."""


@command.command(
    "dump",
    cls=GroupedCommand,
    context_settings=CONTEXT,
    epilog="Example: pgrehearse redact dump prod.dump --redact-key team.key --workload peak.workload -o masked.sql",
)
@click.argument("dump", type=click.Path(path_type=Path, exists=True))
@option(
    "--redact-key",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    group="Redaction",
    help="File of the redaction key of the workload's capture.",
)
@option(
    "--workload",
    default="",
    group="Redaction",
    help="Require that the key is that of this workload, and do not replace the values that its capture allowed.",
)
@kept_values_options
@option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    group="Output",
    help="The dump to write, in plain format.",
)
@option("--force", is_flag=True, group="Output", help="Replace an existing file.")
@json_option
def dump_command(dump: Path, output: Path, *, force: bool, as_json: bool, **values: Any) -> None:
    """Write DUMP (any format of pg_dump) with the pseudonyms that a redacted workload has for the same values."""
    from pgrehearse.base.output_file import Made, check_file
    from pgrehearse.console import out, print_json
    from pgrehearse.progress import progress
    from pgrehearse.scenarios.dump_redaction import redact_dump, redaction_for
    from pgrehearse.workload.read import Workload
    from pgrehearse.workload.redaction import Redaction, key_of

    check_file(output, Made.SEED, force=force)
    redaction = Redaction(key_of(values["redact_key"]), frozenset(values["allowed"]))
    redaction = redaction_for(redaction, Workload.verified(values["workload"]) if values["workload"] else None)
    with progress() as display:
        result = redact_dump(dump, output, redaction, frozenset(values["keep"]), display)
    if as_json:
        print_json(result.document())
        return
    out.print(
        f"{result.dump}: {sum(result.rows.values()):,} rows of {len(result.rows):,} tables",
        markup=False,
        soft_wrap=True,
    )
    if result.statistics:
        out.print(f"  {result.statistics:,} statements with statistics of the planner were left out", markup=False)
