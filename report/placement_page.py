"""One self-contained HTML page of the placements of a scenario: a row for each server, and what crosses servers, for each candidate."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from pgrehearse.base.artifact import fresh
from pgrehearse.compare.placement_figures import PlacementFigures
from pgrehearse.report.html import templates


def write_placement_page(placements: Sequence[PlacementFigures], name: str, path: Path) -> None:
    """Write the page, readable by its owner alone. *name*: of the workload."""
    with fresh(path) as working, working.open("w", encoding="utf-8") as stream:
        render(placements, name, stream)


def render(placements: Sequence[PlacementFigures], name: str, out: TextIO) -> None:
    """Write the page's HTML to *out*."""
    out.write(templates().get_template("placement_page.html").render(placements=placements, name=name))
