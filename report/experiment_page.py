"""The page ``index.html`` of an experiment: its verdict, sides, stages and gates, and links to its files. Self-contained, no values."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from pgrehearse.base.artifact import fresh
from pgrehearse.compare.comparison import Comparison
from pgrehearse.compare.gates.evaluate import GateResult
from pgrehearse.report.html import SENTENCE, templates


@dataclass(frozen=True, slots=True)
class PageSide:
    """A side: its PostgreSQL *version*, its *verdict* ("": it is the control), and the names of its *runs*."""

    name: str
    version: str
    verdict: str
    runs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExperimentPage:
    """What the page shows. *stages*: with their seconds; *files*: names in the experiment's directory; *scenario*: as it was run."""

    name: str
    description: str
    comparison: Comparison
    gates: tuple[GateResult, ...]
    sides: tuple[PageSide, ...]
    stages: tuple[tuple[str, float], ...]
    files: tuple[str, ...]
    notes: tuple[str, ...]
    scenario: dict[str, Any]


def write_experiment_page(page: ExperimentPage, path: Path) -> None:
    """Write the page, readable by its owner alone."""
    with fresh(path) as working, working.open("w", encoding="utf-8") as stream:
        render(page, stream)


def render(page: ExperimentPage, out: TextIO) -> None:
    """Write the page's HTML to *out*."""
    template = templates().get_template("experiment_page.html")
    out.write(
        template.render(
            e=page,
            c=page.comparison,
            sentence=SENTENCE[page.comparison.verdict],
            total=sum(seconds for _, seconds in page.stages),
            document=json.dumps(page.scenario, indent=1, ensure_ascii=False),
        )
    )
