"""A state on the terminal, and its JSON document: what was read of each table, and what was not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pgrehearse.base import units
from pgrehearse.base.clock import iso
from pgrehearse.compare.finding import counted
from pgrehearse.console import err, out

if TYPE_CHECKING:
    from pgrehearse.runs.state.read import State


def print_state(state: State) -> None:
    """Print what a state contains, and each table that was not read with the reason."""
    tables = state.document()["tables"]
    read = [table for table in tables if not table["unavailable"]]
    listed = sum(table["contents"] == "listed" for table in read)
    rows, total = (sum(table[name] for table in read) for name in ("rows", "bytes"))
    out.print(
        f"{state.path}: {counted(rows, 'row', 'rows')} in {counted(len(read), 'table', 'tables')} ({units.size(total)}); "
        f"the rows of {counted(listed, 'table', 'tables')} are listed",
        markup=False,
        soft_wrap=True,
    )
    for database in state.manifest.databases:
        took = units.duration(database.took_us)
        out.print(
            f"  {database.name}: snapshot of {iso(database.taken_us)}, read in {took}", markup=False, soft_wrap=True
        )
    for table in tables:
        if table["unavailable"]:
            err.print(
                f"  {table['database']}: {table['name']} not read: {table['unavailable']}", markup=False, soft_wrap=True
            )


def document(state: State) -> dict[str, Any]:
    """Return the document of ``state --json``."""
    return {"state": str(state.path), **state.document()}
