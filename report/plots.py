"""Plots as inline SVG, one style for light and dark: colors are CSS variables of the report.

matplotlib draws with placeholder colors that occur nowhere else; they become ``var(--...)`` in the text of the SVG.
Sides differ by color (after Okabe and Ito, for color-blind readers) and by dash, and each line has its name beside it.
Every plot has a text alternative.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np

from pgrehearse.base.control_characters import visible
from pgrehearse.base.units import count, scaled
from pgrehearse.compare.comparison import Change, Query, QueryOutcome, Series
from pgrehearse.compare.statement_labels import query_labels
from pgrehearse.compare.timeline import CHECKPOINT
from pgrehearse.report.event_marks import draw_events
from pgrehearse.report.plot_colors import BAD, CALM, FAINT, GOOD, INK, SIDES, VARIABLES
from pgrehearse.workload.arrays import Floats

if TYPE_CHECKING:  # matplotlib is imported when the first plot is drawn: most commands draw none
    from matplotlib.axes import Axes
    from matplotlib.path import Path

DASHES = ("-", "--", ":")
# A long run is drawn as the means of so many stretches, shaded from their minimum to their maximum.
_STRETCHES = 240
# So many spans of a kind are listed in the text alternative.
_NAMED = 3
# Inches. So wide, its text is readable on a screen of 400 px.
_SIZE = (4.8, 2.3)
# Labels of ticks are at least this share of the axis apart.
_TICK_GAP = 0.14
# A longer name of a line is cut.
_NAME = 20
STYLE: dict[Any, Any] = {
    "font.size": 9,
    "axes.edgecolor": FAINT,
    "axes.labelcolor": INK,
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
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


def svg(draw: Callable[[Axes], None], words: str, *, size: tuple[float, float] = _SIZE) -> str:
    """Draw one plot and return it as an SVG element that scales, with its text alternative."""
    import matplotlib as mpl
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    with mpl.rc_context(STYLE):
        figure = Figure(figsize=size, layout="constrained")
        axes = figure.add_subplot()
        draw(axes)
        out = io.StringIO()
        # Figure.savefig draws twice where there is a layout: the first time for the layout only, which print_svg computes too.
        FigureCanvasSVG(figure).print_svg(out, metadata={"Date": None, "Creator": None})  # type: ignore[no-untyped-call]
    text = out.getvalue()
    text = text[text.index("<svg") :]
    text = re.sub(r"<metadata>.*?</metadata>", "", text, flags=re.DOTALL)
    for color, variable in VARIABLES.items():
        text = text.replace(color, f"var({variable})")
    text = re.sub(
        r'(<svg[^>]*?) width="[^"]*"',
        r"\1",
        re.sub(r'(<svg[^>]*?) height="[^"]*"', r"\1", text, count=1),
        count=1,
    )
    # Two decimals of a point are exact enough for any screen; more digits would double the page. Text is not changed.
    text = re.sub(r"<[^>]+>", lambda tag: re.sub(r"(\d\.\d\d)\d+", r"\1", tag[0]), text)
    label = escape(visible(words), quote=True)
    return text.replace("<svg", f'<svg role="img" aria-label="{label}"', 1).rstrip()


def line_plot(series: Series, *, across: str = "seconds into the replay") -> str:
    """Plot one quantity over a run's or a capture's seconds, with one line for each side."""
    every = [0.0, *(value for _, _, values in series.lines for value in values)]
    unit, factor = scaled(max(every), series.unit)

    def draw(axes: Axes) -> None:
        ends = [
            (label, _draw_line(axes, number, seconds, values, factor), SIDES[number % 3])
            for number, (label, seconds, values) in enumerate(series.lines)
            if len(values)
        ]
        _draw_bands(axes, series.bands)
        draw_events(axes, series.events)
        axes.set_xlabel(across)
        axes.set_ylabel(unit)
        top = 1.1 * max(every) / factor if any(every) else 1.0
        axes.set_ylim(1.1 * min(every) / factor, top)
        axes.margins(x=0.01)
        # A single line needs no name where the title has it.
        if len(series.lines) > 1 or series.lines[0][0] not in series.title:
            _name_lines(axes, ends)

    means = "; ".join(
        f"{label}: mean {_short(sum(values) / len(values))} {series.unit}"
        for label, _, values in series.lines
        if values
    )
    happened = [(begin, end, f"{side}: {name}") for begin, end, side, name in series.events]
    return svg(draw, f"{series.title} over time. {means}.{_spans((*series.bands, *happened))}")


def _draw_line(axes: Axes, number: int, seconds: Sequence[float], values: Sequence[float], factor: float) -> float:
    """Draw a side's line and return the height of its end: the mean of its last points."""
    at, means, lowest, highest = summed_up(seconds, values)
    color = SIDES[number % 3]
    if len(at) < len(seconds):
        axes.fill_between(at, lowest / factor, highest / factor, color=color, alpha=0.2, linewidth=0)
    axes.plot(at, means / factor, color=color, linestyle=DASHES[number % 3], linewidth=1.4)
    return float(np.mean(means[-max(len(means) // 20, 1) :])) / factor


def _draw_bands(axes: Axes, bands: Sequence[tuple[float, float, str]]) -> None:
    from matplotlib.patches import PathPatch

    for calm, color, alpha in ((True, FAINT, 0.3), (False, BAD, 0.15)):
        spans = [(begin, end) for begin, end, what in bands if what.endswith(CHECKPOINT) == calm]
        if spans:
            transform = axes.get_xaxis_transform()
            axes.add_patch(PathPatch(_bars_of(spans), transform=transform, facecolor=color, alpha=alpha, linewidth=0))


def _name_lines(axes: Axes, ends: Sequence[tuple[str, float, str]]) -> None:
    """Write each line's name right of the axes, at the height of its end or as near as the other names allow."""
    low, high = axes.get_ylim()
    shares = spread([(height - low) / (high - low) for _, height, _ in ends])
    for (label, _, color), share in zip(ends, shares, strict=True):
        axes.annotate(
            _name(label),
            (1.0, share),
            xytext=(5, 0),
            xycoords="axes fraction",
            textcoords="offset points",
            color=color,
            fontsize=8.5,
            va="center",
            annotation_clip=False,
        )


def spread(shares: Sequence[float], *, gap: float = 0.11) -> list[float]:
    """Return heights (0: bottom, 1: top) with at least *gap* between two neighbors, in the same order.

    >>> [round(share, 2) for share in spread([0.5, 0.52, 0.9])]
    [0.46, 0.57, 0.9]
    """
    order = sorted(range(len(shares)), key=lambda place: shares[place])
    heights = [min(max(shares[place], 0.0), 1.0) for place in order]
    for _ in range(50):
        for place in range(len(heights) - 1):
            missing = gap - (heights[place + 1] - heights[place])
            if missing > 1e-9:
                down = min(missing / 2, heights[place])
                heights[place] -= down
                heights[place + 1] += missing - down
        if heights and heights[-1] > 1.0:
            heights = [max(height - (heights[-1] - 1.0), 0.0) for height in heights]
    found = dict(zip(order, heights, strict=True))
    return [found[place] for place in range(len(shares))]


def _name(label: str) -> str:
    shown = visible(label)
    return shown if len(shown) <= _NAME else f"{shown[: _NAME - 1]}…"


def summed_up(seconds: Sequence[float], values: Sequence[float]) -> tuple[Floats, Floats, Floats, Floats]:
    """Return seconds, means, minima and maxima of so many stretches: as many as a plot has pixels for.

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
    """Return spans as one shape, as high as the plot: one shape each would be most of the page, and take minutes."""
    from matplotlib.path import Path

    # One second of several hours is drawn wide enough to be visible.
    least = (max(end for _, end in spans) - min(begin for begin, _ in spans)) / _STRETCHES
    wide = [(begin, max(end, begin + least)) for begin, end in spans]
    corners = [[(begin, 0), (begin, 1), (end, 1), (end, 0), (begin, 0)] for begin, end in wide]
    codes = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY] * len(spans)
    return Path(np.concatenate(corners), codes)


def _spans(bands: Sequence[tuple[float, float, str]]) -> str:
    """Return in words what is marked: each span, or their number where there are many."""
    sentences = []
    for what in dict.fromkeys(text for _, _, text in bands):
        spans = [(begin, end) for begin, end, text in bands if text == what]
        if len(spans) > _NAMED:
            sentences.append(f" {what} {len(spans)} times from {_short(spans[0][0])} to {_short(spans[-1][1])} s.")
        else:
            sentences += [f" {what} from {_short(begin)} to {_short(end)} s." for begin, end in spans]
    return "".join(sentences)


def bar_plot(title: str, bars: tuple[tuple[str, float, str], ...]) -> str:
    """Plot shares of a total: (name, share, text beside the bar), the largest first."""

    def draw(axes: Axes) -> None:
        names = [_name(name) for name, _, _ in reversed(bars)]
        places = axes.barh(
            range(len(bars)), [share * 100 for _, share, _ in reversed(bars)], color=SIDES[0], height=0.6
        )
        axes.bar_label(places, [words for _, _, words in reversed(bars)], padding=4, fontsize=8, color=INK)
        axes.set_yticks(range(len(bars)), names, fontsize=8.5)
        axes.set_xlabel("% of the total")
        axes.set_ylim(-0.6, len(bars) - 0.4)
        axes.margins(x=0.18)
        axes.grid(visible=False, axis="y")

    words = "; ".join(f"{name}: {share:.0%}" for name, share, _ in bars[:8])
    return svg(draw, f"{title}. {words}.", size=(_SIZE[0], 0.8 + 0.26 * max(len(bars), 1)))


def distribution_plot(sides: tuple[tuple[str, tuple[float, ...]], ...]) -> str:
    """Plot the share of statements that were done within a time, on a logarithmic axis."""
    from matplotlib.ticker import FuncFormatter, NullFormatter

    def draw(axes: Axes) -> None:
        for number, (_, values) in enumerate(sides):
            shares = [place / (len(values) - 1) for place in range(len(values))]
            color = SIDES[number % 3]
            at = [max(value, 0.001) for value in values]
            axes.plot(at, shares, color=color, linestyle=DASHES[number % 3], linewidth=1.4)
        _name_distributions(axes, sides)
        axes.set_xscale("log")
        axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
        axes.xaxis.set_minor_formatter(NullFormatter())
        axes.set_xlabel("latency, ms (logarithmic)")
        axes.set_ylabel("share of statements")

    words = "; ".join(f"{label}: median {_short(values[len(values) // 2])} ms" for label, values in sides)
    return svg(draw, f"Latency distribution. {words}.")


def _name_distributions(axes: Axes, sides: Sequence[tuple[str, tuple[float, ...]]]) -> None:
    """Write each line's name at its middle: the fastest side's left of it, the others' right of it, each at its own height."""
    order = sorted(range(len(sides)), key=lambda number: sides[number][1][len(sides[number][1]) // 2])
    for rank, number in enumerate(order):
        label, values = sides[number]
        left = rank == 0 and len(sides) > 1
        share = 0.75 if left else 0.55 - 0.2 * rank
        at = max(values[round(share * (len(values) - 1))], 0.001)
        axes.annotate(
            _name(label),
            (at, share),
            xytext=(-5 if left else 5, 0),
            textcoords="offset points",
            color=SIDES[number % 3],
            fontsize=8.5,
            ha="right" if left else "left",
            va="center",
            annotation_clip=False,
        )


def change_plot(queries: tuple[Query, ...], tolerance: float, *, most: int = 24) -> str:
    """Plot each query's change (paired where there are pairs) with its interval, the tolerance as a band."""
    shown = [(query, change) for query in queries if (change := query.paired or query.p50) is not None][:most]
    named = query_labels([query for query, _ in shown], 40)

    def draw(axes: Axes) -> None:
        axes.axvspan(1 / (1 + tolerance), 1 + tolerance, color=FAINT, alpha=0.25, linewidth=0)
        axes.axvline(1.0, color=FAINT, linewidth=0.8)
        for row, (query, change) in enumerate(reversed(shown)):
            color = {QueryOutcome.REGRESSED: BAD, QueryOutcome.IMPROVED: GOOD}.get(query.outcome, CALM)
            axes.plot([change.low, change.high], [row, row], color=color, linewidth=2)
            axes.plot([change.ratio], [row], marker="o", color=color, markersize=5)
        axes.set_xscale("log")
        ticks = _ticks([change for _, change in shown])
        axes.set_xticks(ticks, [f"{tick:g}x" for tick in ticks])
        axes.minorticks_off()
        axes.set_yticks(
            range(len(shown)), [visible(named[query.query_key]) for query, _ in reversed(shown)], fontsize=8
        )
        axes.set_ylim(-0.6, len(shown) - 0.4)
        axes.set_xlabel("candidate / baseline (left: faster)")
        axes.grid(visible=False, axis="y")

    words = "; ".join(f"{named[query.query_key]}: {change.ratio:.2f}x" for query, change in shown[:8])
    return svg(draw, f"Change by query. {words}.", size=(_SIZE[0], 0.9 + 0.24 * max(len(shown), 1)))


def _ticks(changes: Sequence[Change]) -> list[float]:
    """Return the factors that are marked on the axis: 1, and others that are far enough apart for their labels."""
    low = min([change.low for change in changes] + [0.8]) * 0.99
    high = max([change.high for change in changes] + [1.25]) * 1.01
    kept = [1.0]
    for tick in (2, 0.5, 10, 0.1, 4, 0.25, 1.25, 0.8, 100, 0.01):
        apart = min(abs(np.log(tick / other)) for other in kept)
        if low <= tick <= high and apart >= _TICK_GAP * np.log(high / low):
            kept.append(tick)
    return sorted(kept)


def _short(value: float) -> str:
    return count(value) if abs(value) >= 100 else f"{value:.3g}"
