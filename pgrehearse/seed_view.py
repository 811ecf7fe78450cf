"""A seed on the terminal: what it contains, and what it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pgrehearse.base import units
from pgrehearse.compare.finding import counted
from pgrehearse.console import err, out

if TYPE_CHECKING:
    from pgrehearse.scenarios.seed.result import SeedResult

# So many statements that find other rows are listed on the terminal; the document has all of them up to its own limit.
_LISTED = 5


def print_seed(result: SeedResult) -> None:
    """Print the figures of a seed; what is not covered goes to standard error."""
    rows, tables = counted(result.rows, "row", "rows"), counted(len(result.tables), "table", "tables")
    _print(
        f"{result.seed}: {rows} of {tables} ({units.size(result.bytes)}), {result.parents:,} of them only for foreign keys"
    )
    verified = result.verification
    if verified is None:
        _print("  not verified (--no-verify)")
    else:
        _print(
            f"  {verified.same:,} statements find the same number of rows in the seed, {verified.different:,} do not"
        )
        if verified.uncounted:
            _print(
                f"  {verified.uncounted:,} statements find no rows that can be counted (INSERT into a table without keys, and others)"
            )
    for reason, number in result.excluded.items():
        _print(f"  not looked at: {number:,} statements: {reason}")
    for reason, number in result.uncovered.items():
        err.print(f"  not covered: {number:,} statements: {reason}", markup=False, soft_wrap=True)
    for one in result.different()[:_LISTED]:
        found = f"{one['seed_rows']:,} rows instead of {one['source_rows']:,}"
        err.print(f"  different: {one['statements']:,} statements: {found}: {one['sql']}", markup=False, soft_wrap=True)
    for note in result.notes:
        _print(f"  {note}")


def _print(line: str) -> None:
    out.print(line, markup=False, soft_wrap=True)
