"""Plots of a history: one point for each comparison, colored by its verdict. A line has a gap where a value is not known or inconclusive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pgrehearse.compare.comparison import Verdict
from pgrehearse.report.plot_colors import BAD, CALM, FAINT, GOOD, SIDES
from pgrehearse.report.plots import DASHES, svg

if TYPE_CHECKING:
    from matplotlib.axes import Axes

COLOR = {Verdict.IMPROVED: GOOD, Verdict.UNCHANGED: CALM, Verdict.REGRESSED: BAD, Verdict.INCONCLUSIVE: FAINT}
_MARKED = 90.0


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line: its *name*, and a value for each comparison (None: a gap)."""

    name: str
    values: Sequence[float | None]


def history_plot(
    title: str, unit: str, lines: Sequence[HistoryLine], verdicts: Sequence[Verdict], jumping: Sequence[bool]
) -> str:
    """Plot a figure over past comparisons, the oldest first. *jumping*: which points are marked by a ring."""

    from matplotlib.ticker import MaxNLocator

    def draw(axes: Axes) -> None:
        for number, line in enumerate(lines):
            _draw(axes, number, line, verdicts, jumping if number == len(lines) - 1 else [])
        axes.set_xlim(0.5, len(verdicts) + 0.5)
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.set_xlabel("comparison, the oldest first")
        axes.set_ylabel(unit)
        if len(lines) > 1:
            axes.legend(fontsize=8)

    marked = [str(place) for place, jumps in enumerate(jumping, 1) if jumps]
    words = f"{title} of {len(verdicts)} comparisons. {_words(lines, unit)}." + (
        f" Jumps: {', '.join(marked)}." if marked else ""
    )
    return svg(draw, words)


def _draw(axes: Axes, number: int, line: HistoryLine, verdicts: Sequence[Verdict], jumping: Sequence[bool]) -> None:
    at = range(1, len(line.values) + 1)
    heights = [float("nan") if value is None else value for value in line.values]
    color = SIDES[number % 3]
    axes.plot(at, heights, color=color, linestyle=DASHES[number % 3], linewidth=1.2, label=line.name)
    axes.scatter(at, heights, color=[COLOR[verdict] for verdict in verdicts], s=22, zorder=3)
    rings = [(place, height) for place, height, jumps in zip(at, heights, jumping, strict=False) if jumps]
    if rings:
        places, jumped = zip(*rings, strict=True)
        axes.scatter(places, jumped, s=_MARKED, facecolors="none", edgecolors=BAD, linewidths=1.4, zorder=4)


def _words(lines: Sequence[HistoryLine], unit: str) -> str:
    """Return the last known value of each line, for the text alternative."""
    parts = []
    for line in lines:
        known = [value for value in line.values if value is not None]
        parts.append(f"{line.name}: {f'{known[-1]:.3g} {unit}'.strip() if known else 'not known'}")
    return "; ".join(parts)
