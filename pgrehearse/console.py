"""The terminal: tables and texts by rich, or one JSON document and nothing else."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pgrehearse.base.control_characters import json_text, visible

# The first column of a table keeps at least so many characters.
_LEAST = 24
# A line of a table: its cells by column.
Row = dict[str, str]


class Terminal(Console):
    """A console that escapes control characters."""

    def render_str(self, text: str, **how: Any) -> Text:
        """Return a text as it is shown."""
        return super().render_str(visible(text), **how)


# The width of tables where there is no terminal (a file, CI).
WIDE = 150
out = Terminal(highlight=False, width=None if sys.stdout.isatty() else WIDE)
err = Terminal(stderr=True, highlight=False)


def print_json(document: dict[str, Any]) -> None:
    """Print the one document of ``--json``."""
    click.echo(json_text(document))


def sparkline(values: list[float], top: float = 0.0) -> str:
    """Return values as a row of blocks; a full block is *top* (0: the largest value).

    >>> sparkline([0, 1, 2, 4])
    ' ▂▄█'
    """
    bars = " ▁▂▃▄▅▆▇█"
    top = top or max(values, default=0) or 1
    return "".join(bars[round(value / top * 8)] for value in values)


def rate_line(counts: list[float], seconds: float) -> str:
    """Return a sparkline of a rate with its minimum and maximum."""
    if not counts:
        return ""
    step = seconds / len(counts)
    return f"{sparkline(counts)}  {min(counts) / step:,.0f} to {max(counts) / step:,.0f} per second"


def print_rows(rows: Sequence[Row], *, spare: Sequence[str] = (), left: Sequence[str] = ()) -> None:
    """Print a table that fits the width of the terminal.

    The first column is shortened first. If that is not enough, columns of *spare* are left out, the first of them first. The
    first column and those of *left* are aligned to the left, the others to the right.
    """
    if not rows:
        return
    width = {
        name: max(Text.from_markup(visible(cell)).cell_len for cell in (name, *(row[name] for row in rows)))
        for name in rows[0]
    }
    first = next(iter(width))
    minimum = min(width[first], _LEAST)
    for name in spare:
        if _together(width) - width[first] + minimum <= out.width:
            break
        del width[name]
    table = Table(box=None, pad_edge=False)
    for name in width:
        room = max(minimum, min(width[name], out.width - _together(width) + width[first])) if name == first else None
        justify: Literal["left", "right"] = "left" if name == first or name in left else "right"
        table.add_column(name, justify=justify, no_wrap=True, overflow="ellipsis", width=room)
    for row in rows:
        table.add_row(*(row[name] for name in width))
    out.print(table)


def _together(width: Mapping[str, int]) -> int:
    """Return the width of all columns with the space between them."""
    return sum(width.values()) + 2 * (len(width) - 1)
