"""``pgrehearse state``: read the state of databases: rows, checksums, sequences and large objects."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pgrehearse.option_groups import CONTEXT, GroupedCommand, json_option, option
from pgrehearse.param_types import DIRECTORY

if TYPE_CHECKING:
    from pgrehearse.runs.state.read import State


@click.command(
    "state",
    cls=GroupedCommand,
    context_settings=CONTEXT,
    epilog="Example: pgrehearse state postgresql://monitor@prod/app -o prod.state",
)
@click.argument("dsn")
@option(
    "--database", "databases", multiple=True, group="Selection", help="Database to read [default: of DSN]. Repeatable."
)
@option(
    "--table",
    "tables",
    multiple=True,
    group="Selection",
    help="Read only the tables schema.table that match this pattern. Repeatable.",
)
@option(
    "--except",
    "excluded",
    multiple=True,
    group="Selection",
    help="Do not read the tables schema.table that match this pattern. Repeatable.",
)
@option(
    "--max-rows",
    type=click.IntRange(0),
    default=1_000_000,
    show_default=True,
    group="Load",
    help="List the rows of tables of at most this size. A larger table has checksums by 1024 buckets of keys.",
)
@option(
    "--max-seconds",
    type=click.FloatRange(0.1),
    default=600.0,
    show_default=True,
    group="Load",
    help="The longest time of one query. A table whose query takes longer is not read.",
)
@option(
    "--sample-above",
    "gib",
    type=click.FloatRange(0),
    default=16.0,
    show_default=True,
    group="Load",
    help="Read only a sample of the keys of tables that are larger, in GiB. 0: read all rows of every table.",
)
@option(
    "--jobs",
    type=click.IntRange(1, 32),
    default=2,
    show_default=True,
    group="Load",
    help="Number of connections that read.",
)
@option(
    "--with-keys", "keys", is_flag=True, group="Output", help="Store the keys of the listed rows (they are values)."
)
@option("-o", "--output", required=True, type=DIRECTORY, group="Output", help="The state to write.")
@option("--force", is_flag=True, group="Output", help="Replace an existing state.")
@json_option
def command(dsn: str, output: Path, *, force: bool, as_json: bool, **values: Any) -> None:
    """Read the state of the database at DSN without a write: its rows as checksums, its sequences and its large objects."""
    from pgrehearse.base.postgres import chosen
    from pgrehearse.console import print_json
    from pgrehearse.progress import progress
    from pgrehearse.scenarios.replaying.database_state import state_of_server
    from pgrehearse.state_view import document, print_state
    from pgrehearse.targets.state.options import StateOptions

    options = StateOptions(sample_above=int(values.pop("gib") * (1 << 30)), **values)
    with progress() as display:
        state: State = state_of_server(chosen(dsn), output, options, force=force, stages=display)
    if as_json:
        print_json(document(state))
    else:
        print_state(state)
