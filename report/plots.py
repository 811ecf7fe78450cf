"""Plots as inline SVG, one style for light and dark: colours are CSS variables of the report.

matplotlib draws with stand-in colours that nothing else uses; they become ``var(--...)`` in the text of the SVG.
Sides differ by colour (Okabe and Ito's, safe for colour-blind eyes) and by dash. Every plot says in words what it
shows.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import matplotlib as mpl
import numpy as np

from pgrehearse.workload.arrays import Floats

mpl.use("svg")

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.ticker import FuncFormatter, NullFormatter

from pgrehearse.base.control_characters import visible
from pgrehearse.base.units import count, scaled
from pgrehearse.compare.comparison import CHECKPOINT, Change, Query, QueryOutcome, Series
from pgrehearse.compare.statement_labels import query_labels

INK, FAINT, PAPER = "#010203", "#040506", "#070809"
SIDES = ("#0a0b0c", "#0d0e0f", "#101112")
GOOD, BAD, CALM = "#131415", "#161718", "#191a1b"
VARIABLES = {
    INK: "--ink",
    FAINT: "--faint",
    PAPER: "--paper",
    SIDES[0]: "--side-0",
    SIDES[1]: "--side-1",
    SIDES[2]: "--side-2",
    GOOD: "--good",
    BAD: "--bad",
    CALM: "--calm",
}
DASHES = ("-", "--", ":")
# A long run is drawn as the means of so many stretches, with all between their lowest and highest shaded.
_STRETCHES = 240
# So many spans of a kind are told one by one.
_NAMED = 3
STYLE: dict[Any, Any] = {
    "font.size": 10,
    "axes.edgecolor": FAINT,
    "axes.labelcolor": INK,
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.color": FAINT,
    "grid.linewidth": 0.4,
    "figure.facecolor": "none",
    "axes.facecolor": "none",
    "legend.frameon": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "pgrehearse",
    "text.parse_math": False,
    "font.family": "sans-serif",
    "font.sans-serif": ["system-ui", "DejaVu Sans"],
}


def _svg(draw: Callable[[Axes], None], words: str, *, size: tuple[float, float] = (6.4, 2.5)) -> str:
    """Draw one plot and return it as an SVG element that scales, with its text alternative."""
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=size, layout="constrained")
        axes = figure.add_subplot()
        draw(axes)
        for told in getattr(axes.get_legend(), "texts", ()):
            told.set_text(visible(told.get_text()))
        out = io.StringIO()
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    text = out.getvalue()
    text = text[text.index("<svg") :]
    text = re.sub(r"<metadata>.*?</metadata>", "", text, flags=re.DOTALL)
    for colour, variable in VARIABLES.items():
        text = text.replace(colour, f"var({variable})")
    text = re.sub(
        r'(<svg[^>]*?) width="[^"]*"',
        r"\1",
        re.sub(r'(<svg[^>]*?) height="[^"]*"', r"\1", text, count=1),
        count=1,
    )
    # A hundredth of a point is finer than any screen; the rest of the digits are half of the page. What is written stays.
    text = re.sub(r"<[^>]+>", lambda tag: re.sub(r"(\d\.\d\d)\d+", r"\1", tag[0]), text)
    label = escape(visible(words), quote=True)
    return text.replace("<svg", f'<svg role="img" aria-label="{label}"', 1).rstrip()


def line_plot(series: Series, *, across: str = "seconds into the replay") -> str:
    """Plot one quantity, a line a side, over a run's or a capture's seconds."""
    every = [0.0, *(value for _, _, values in series.lines for value in values)]
    unit, factor = scaled(max(every), series.unit)

    def draw(axes: Axes) -> None:
        for number, (label, seconds, values) in enumerate(series.lines):
            at, means, lowest, highest = summed_up(seconds, values)
            if len(at) < len(seconds):
                axes.fill_between(
                    at, lowest / factor, highest / factor, color=SIDES[number % 3], alpha=0.2, linewidth=0
                )
            axes.plot(
                at,
                means / factor,
                color=SIDES[number % 3],
                linestyle=DASHES[number % 3],
                linewidth=1.4,
                label=label,
            )
        for calm, colour, alpha in ((True, FAINT, 0.3), (False, BAD, 0.15)):
            spans = [(begin, end) for begin, end, what in series.bands if what.endswith(CHECKPOINT) == calm]
            if spans:
                shape, across_all = _bars_of(spans), axes.get_xaxis_transform()
                axes.add_patch(PathPatch(shape, transform=across_all, facecolor=colour, alpha=alpha, linewidth=0))
        axes.set_xlabel(across)
        axes.set_ylabel(unit)
        # Above what is drawn there is room for the names.
        axes.set_ylim(1.1 * min(every) / factor, 1.2 * max(every) / factor if any(every) else 1.0)
        axes.margins(x=0.01)
        # One line needs no name where the title has it.
        if len(series.lines) > 1 or series.lines[0][0] not in series.title:
            axes.legend(loc="upper right", ncols=3, fontsize=9)

    means = "; ".join(
        f"{label}: mean {_short(sum(values) / len(values))} {series.unit}"
        for label, _, values in series.lines
        if values
    )
    return _svg(draw, f"{series.title} over time. {means}.{_spans(series.bands)}")


def summed_up(seconds: Sequence[float], values: Sequence[float]) -> tuple[Floats, Floats, Floats, Floats]:
    """Return seconds, means, lowest and highest of so many stretches: what a plot's pixels can show of a long run.

    >>> [column.tolist() for column in summed_up([0, 1], [5, 6])]
    [[0.0, 1.0], [5.0, 6.0], [5.0, 6.0], [5.0, 6.0]]
    """
    at, value = np.asarray(seconds, dtype=np.float64), np.asarray(values, dtype=np.float64)
    n = len(value)
    if n <= 2 * _STRETCHES:
        return at, value, value, value
    first = np.searchsorted(np.arange(n) * _STRETCHES // n, np.arange(_STRETCHES))
    held = np.diff(np.append(first, n))
    means = np.add.reduceat(value, first) / held
    return (
        np.add.reduceat(at, first) / held,
        means,
        np.minimum.reduceat(value, first),
        np.maximum.reduceat(value, first),
    )


def _bars_of(spans: list[tuple[float, float]]) -> Path:
    """Return spans as one shape, as high as the plot: a shape each would be most of the page, and take minutes."""
    # A second of hours is wide enough to be seen.
    least = (max(end for _, end in spans) - min(begin for begin, _ in spans)) / _STRETCHES
    wide = [(begin, max(end, begin + least)) for begin, end in spans]
    corners = [[(begin, 0), (begin, 1), (end, 1), (end, 0), (begin, 0)] for begin, end in wide]
    codes = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY] * len(spans)
    return Path(np.concatenate(corners), codes)


def _spans(bands: Sequence[tuple[float, float, str]]) -> str:
    """Tell in words what is marked: each span, or how many where there are many."""
    said = []
    for what in dict.fromkeys(one for _, _, one in bands):
        spans = [(begin, end) for begin, end, one in bands if one == what]
        if len(spans) > _NAMED:
            said.append(f" {what} {len(spans)} times from {_short(spans[0][0])} to {_short(spans[-1][1])} s.")
        else:
            said += [f" {what} from {_short(begin)} to {_short(end)} s." for begin, end in spans]
    return "".join(said)


def bar_plot(title: str, bars: tuple[tuple[str, float, str], ...]) -> str:
    """Plot what each of several has of a whole: (name, share, words for it), the largest first."""

    def draw(axes: Axes) -> None:
        names = [name if len(name) <= 30 else f"{name[:29]}…" for name, _, _ in reversed(bars)]
        places = axes.barh(
            range(len(bars)), [share * 100 for _, share, _ in reversed(bars)], color=SIDES[0], height=0.6
        )
        axes.bar_label(places, [words for _, _, words in reversed(bars)], padding=4, fontsize=8, color=INK)
        axes.set_yticks(range(len(bars)), [visible(name) for name in names], fontsize=9)
        axes.set_xlabel("% of the whole")
        axes.margins(x=0.18)
        axes.grid(visible=False, axis="y")

    words = "; ".join(f"{name}: {share:.0%}" for name, share, _ in bars[:8])
    return _svg(draw, f"{title}. {words}.", size=(6.4, 0.8 + 0.26 * max(len(bars), 1)))


def distribution_plot(sides: tuple[tuple[str, tuple[float, ...]], ...]) -> str:
    """Plot the share of statements done within a time, on a logarithmic axis."""

    def draw(axes: Axes) -> None:
        for number, (label, values) in enumerate(sides):
            shares = [place / (len(values) - 1) for place in range(len(values))]
            axes.plot(
                [max(value, 0.001) for value in values],
                shares,
                color=SIDES[number % 3],
                linestyle=DASHES[number % 3],
                linewidth=1.4,
                label=label,
            )
        axes.set_xscale("log")
        axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
        axes.xaxis.set_minor_formatter(NullFormatter())
        axes.set_xlabel("latency, ms (logarithmic)")
        axes.set_ylabel("share of statements")
        axes.legend(loc="lower right", fontsize=9)

    words = "; ".join(f"{label}: median {_short(values[len(values) // 2])} ms" for label, values in sides)
    return _svg(draw, f"Latency distribution. {words}.")


def change_plot(queries: tuple[Query, ...], tolerance: float, *, most: int = 24) -> str:
    """Plot each query's change (paired where there are pairs) with its interval, the tolerance as a band."""
    shown = [(query, change) for query in queries if (change := query.paired or query.p50) is not None][:most]
    named = query_labels([query for query, _ in shown], 48)

    def draw(axes: Axes) -> None:
        axes.axvspan(1 / (1 + tolerance), 1 + tolerance, color=FAINT, alpha=0.25, linewidth=0)
        axes.axvline(1.0, color=FAINT, linewidth=0.8)
        for row, (query, change) in enumerate(reversed(shown)):
            colour = {QueryOutcome.REGRESSED: BAD, QueryOutcome.IMPROVED: GOOD}.get(query.outcome, CALM)
            axes.plot([change.low, change.high], [row, row], color=colour, linewidth=2)
            axes.plot([change.ratio], [row], marker="o", color=colour, markersize=5)
        axes.set_xscale("log")
        ticks = [tick for tick in (0.1, 0.25, 0.5, 0.8, 1, 1.25, 2, 4, 10, 100) if _inside(tick, shown)]
        axes.set_xticks(ticks, [f"{tick:g}x" for tick in ticks])
        axes.minorticks_off()
        axes.set_yticks(
            range(len(shown)), [visible(named[query.query_key]) for query, _ in reversed(shown)], fontsize=8
        )
        axes.set_xlabel("candidate / baseline (left: faster)")
        axes.grid(visible=False, axis="y")

    words = "; ".join(f"{named[query.query_key]}: {change.ratio:.2f}x" for query, change in shown[:8])
    return _svg(draw, f"Change by query. {words}.", size=(6.4, 0.9 + 0.24 * max(len(shown), 1)))


def _inside(tick: float, shown: list[tuple[Query, Change]]) -> bool:
    lows = [change.low for _, change in shown] + [0.8]
    highs = [change.high for _, change in shown] + [1.25]
    return min(lows) * 0.99 <= tick <= max(highs) * 1.01


def _short(value: float) -> str:
    return count(value) if abs(value) >= 100 else f"{value:.3g}"
