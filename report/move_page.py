"""One self-contained HTML page of the move of a group of tables: what would cross, the copies, the cut-over, the time around it."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

from pgrehearse.base import units
from pgrehearse.base.artifact import fresh
from pgrehearse.compare.event_tables import phase_table
from pgrehearse.compare.event_values import EventComparison
from pgrehearse.compare.move_figures import MoveFigures
from pgrehearse.report.html import templates


def write_move_page(move: MoveFigures, name: str, path: Path) -> None:
    """Write the page, readable by its owner alone. *name*: of the workload."""
    with fresh(path) as working, working.open("w", encoding="utf-8") as stream:
        render(move, name, stream)


def render(move: MoveFigures, name: str, out: TextIO) -> None:
    """Write the page's HTML to *out*."""
    page = templates().get_template("move_page.html")
    phases = phase_table(EventComparison((move.events,))) if move.events is not None else []
    out.write(page.render(m=move, name=name, phases=phases, size=units.size))
