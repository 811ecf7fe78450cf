"""``pgrehearse seed``: the smallest data with which the statements of a workload find the same number of rows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pgrehearse.option_groups import CONTEXT, GroupedCommand, json_option, kept_values_options, option

if TYPE_CHECKING:
    from pgrehearse.scenarios.seed.result import SeedResult
    from pgrehearse.workload.redaction import Redaction


@click.command(
    "seed",
    cls=GroupedCommand,
    context_settings=CONTEXT,
    epilog="Example: pgrehearse seed peak.workload --from prod.dump -o seed.sql",
)
@click.argument("workload")
@option(
    "--from",
    "source",
    required=True,
    group="Selection",
    help="A dump of the data at the start of the window (any format of pg_dump), or the DSN of a rehearsal database.",
)
@option(
    "--roles",
    type=click.Path(dir_okay=False, exists=True),
    group="Selection",
    help="The roles that the dump names: the output of pg_dumpall --globals-only.",
)
@option(
    "--database", default="", group="Selection", help="Database of the workload's sessions [default: their only one]."
)
@option(
    "--max-rows",
    type=click.IntRange(1),
    default=10_000,
    show_default=True,
    group="Selection",
    help="A query of a statement that finds more rows is not covered, and is counted.",
)
@option(
    "--small-table",
    type=click.IntRange(0),
    default=1_000,
    show_default=True,
    group="Selection",
    help="Take all rows of a table of at most this size, where the rows of a statement cannot be derived.",
)
@option(
    "--redact-key",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    group="Redaction",
    help="Replace the values by the pseudonyms that a capture with this key (--redact literals) gives the same values.",
)
@kept_values_options
@option(
    "--data-only", is_flag=True, group="Output", help="Write the rows without the schema, for a database that has it."
)
@option(
    "--no-verify",
    is_flag=True,
    group="Output",
    help="Do not load the seed into an embedded server to count the rows that the statements find there.",
)
@option("-o", "--output", required=True, type=click.Path(path_type=Path), group="Output", help="The SQL file to write.")
@option("--force", is_flag=True, group="Output", help="Replace an existing file.")
@json_option
def command(workload: str, output: Path, *, force: bool, as_json: bool, **values: Any) -> None:
    """Write the rows that the statements of WORKLOAD find, and those that their foreign keys need, as SQL for psql."""
    from pgrehearse.base.output_file import Made, check_file
    from pgrehearse.console import print_json
    from pgrehearse.progress import progress
    from pgrehearse.scenarios.seed.found import Limits
    from pgrehearse.scenarios.seed.seed import SeedOptions, make_seed
    from pgrehearse.seed_view import print_seed
    from pgrehearse.workload.read import Workload

    check_file(output, Made.SEED, force=force)
    options = SeedOptions(
        source=values["source"],
        roles=str(Path(values["roles"]).resolve()) if values["roles"] else "",
        database=values["database"],
        schema=not values["data_only"],
        verified=not values["no_verify"],
        limits=Limits(values["max_rows"], values["small_table"]),
        redaction=_redaction(values["redact_key"], values["allowed"]),
        kept=frozenset(values["keep"]),
    )
    with progress() as display:
        result: SeedResult = make_seed(Workload.verified(workload), output, options, display)
    if as_json:
        print_json(result.document())
    else:
        print_seed(result)


def _redaction(key: Path | None, allowed: tuple[str, ...]) -> Redaction | None:
    """Return the redaction of a key file (None: the values are not replaced)."""
    from pgrehearse.workload.redaction import Redaction, key_of

    return None if key is None else Redaction(key_of(key), frozenset(allowed))
