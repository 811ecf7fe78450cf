"""Events in mid-run on a plot over time: a line for an instant, a band for a longer one, with the name above the plot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pgrehearse.base.control_characters import visible
from pgrehearse.report.plot_colors import INK

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Event = tuple[float, float, str, str]
# An event that is shorter than this share of the axis is a line.
_LINE = 0.01
# The approximate width of a character of a name, as a share of the axis; a longer name is cut.
_CHARACTER, _NAME = 0.021, 28
# So many rows of names are above a plot; the number of the others is in the last row.
_ROWS = 4
# Points between two rows of names.
_ROW = 9.5


@dataclass(frozen=True, slots=True)
class Label:
    """The name of an event above a plot: where it begins (in seconds), and its *row* from below."""

    at: float
    text: str
    row: int


def draw_events(axes: Axes, events: Sequence[Event]) -> None:
    """Draw the events of all sides, and the name of each once."""
    if not events:
        return
    low, high = axes.get_xlim()
    low, high = min(low, *(begin for begin, *_ in events)), max(high, *(end for _, end, *_ in events))
    for begin, end, _, _ in events:
        axes.axvline(begin, color=INK, linewidth=0.9, linestyle=(0, (4, 2)), alpha=0.8)
        if end - begin > _LINE * (high - low):
            axes.axvspan(begin, end, color=INK, alpha=0.07, linewidth=0)
    for label in labels(events, (low, high)):
        axes.annotate(
            label.text,
            (label.at, 1.0),
            xytext=(0, 2 + _ROW * label.row),
            xycoords=axes.get_xaxis_transform(),
            textcoords="offset points",
            fontsize=7.5,
            color=INK,
            ha="left" if label.at < (low + high) / 2 else "right",
            annotation_clip=False,
        )


def labels(events: Sequence[Event], limits: tuple[float, float]) -> list[Label]:
    """Return the names of events and where they are written, without overlaps; an event of one side alone has the side's name.

    >>> labels([(5.0, 9.0, "a", "index"), (5.1, 8.0, "b", "index"), (6.0, 6.0, "b", "vacuum")], (0.0, 100.0))
    [Label(at=5.0, text='index', row=0), Label(at=6.0, text='b: vacuum', row=1)]
    """
    low, high = limits
    width = max(high - low, 1e-9)
    ends: list[list[tuple[float, float]]] = [[] for _ in range(_ROWS)]
    placed, left = [], 0
    for name in dict.fromkeys(name for *_, name in events):
        same = [event for event in events if event[3] == name]
        alone = len({side for _, _, side, _ in same}) == 1
        shown = visible(f"{same[0][2]}: {name}" if alone else name)
        text = shown if len(shown) <= _NAME else f"{shown[: _NAME - 1]}…"
        at = min(begin for begin, *_ in same)
        begin = (at - low) / width - (0 if at < (low + high) / 2 else len(text) * _CHARACTER)
        span = begin, begin + len(text) * _CHARACTER
        row = next((row for row in range(_ROWS) if not any(_overlap(span, other) for other in ends[row])), None)
        if row is None:
            left += 1
            continue
        ends[row].append(span)
        placed.append(Label(at, text, row))
    return [*placed, *([Label(low, f"and {left} more", _ROWS)] if left else [])]


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
