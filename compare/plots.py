"""Plots as inline SVG, one style for light and dark: colours are CSS variables of the report.

matplotlib draws with stand-in colours that nothing else uses; they become ``var(--...)`` in the text of the SVG.
Sides differ by colour (Okabe and Ito's, safe for colour-blind eyes) and by dash. Every plot says in words what it
shows.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from html import escape
from typing import Any

import matplotlib as mpl

mpl.use("svg")

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, NullFormatter

from base.units import count, scaled
from compare.comparison import CHECKPOINT, Change, Class, Query, Series

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
        draw(figure.add_subplot())
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
    label = escape(words, quote=True)
    return text.replace("<svg", f'<svg role="img" aria-label="{label}"', 1).rstrip()


def line_plot(series: Series, *, across: str = "seconds into the replay") -> str:
    """Plot one quantity, a line a side, over a run's or a capture's seconds."""

    every = [0.0, *(value for _, _, values in series.lines for value in values)]
    unit, factor = scaled(max(every), series.unit)

    def draw(axes: Axes) -> None:
        for number, (label, seconds, values) in enumerate(series.lines):
            axes.plot(
                seconds,
                [value / factor for value in values],
                color=SIDES[number % 3],
                linestyle=DASHES[number % 3],
                linewidth=1.4,
                label=label,
            )
        for begin, end, what in series.bands:
            calm = what.endswith(CHECKPOINT)
            axes.axvspan(begin, end, color=FAINT if calm else BAD, alpha=0.3 if calm else 0.15, linewidth=0)
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
    marked = "".join(f" {what} from {_short(begin)} to {_short(end)} s." for begin, end, what in series.bands)
    return _svg(draw, f"{series.title} over time. {means}.{marked}")


def bar_plot(title: str, bars: tuple[tuple[str, float, str], ...]) -> str:
    """Plot what each of several has of a whole: (name, share, words for it), the largest first."""

    def draw(axes: Axes) -> None:
        names = [name if len(name) <= 30 else f"{name[:29]}…" for name, _, _ in reversed(bars)]
        places = axes.barh(
            range(len(bars)), [share * 100 for _, share, _ in reversed(bars)], color=SIDES[0], height=0.6
        )
        axes.bar_label(places, [words for _, _, words in reversed(bars)], padding=4, fontsize=8, color=INK)
        axes.set_yticks(range(len(bars)), names, fontsize=9)
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

    def draw(axes: Axes) -> None:
        axes.axvspan(1 / (1 + tolerance), 1 + tolerance, color=FAINT, alpha=0.25, linewidth=0)
        axes.axvline(1.0, color=FAINT, linewidth=0.8)
        for row, (query, change) in enumerate(reversed(shown)):
            colour = {Class.REGRESSED: BAD, Class.IMPROVED: GOOD}.get(query.klass, CALM)
            axes.plot([change.low, change.high], [row, row], color=colour, linewidth=2)
            axes.plot([change.ratio], [row], marker="o", color=colour, markersize=5)
        axes.set_xscale("log")
        ticks = [tick for tick in (0.1, 0.25, 0.5, 0.8, 1, 1.25, 2, 4, 10, 100) if _inside(tick, shown)]
        axes.set_xticks(ticks, [f"{tick:g}x" for tick in ticks])
        axes.minorticks_off()
        axes.set_yticks(range(len(shown)), [_label(query) for query, _ in reversed(shown)], fontsize=8)
        axes.set_xlabel("candidate / baseline (left: faster)")
        axes.grid(visible=False, axis="y")

    words = "; ".join(f"{_label(query)}: {change.ratio:.2f}x" for query, change in shown[:8])
    return _svg(draw, f"Change by query. {words}.", size=(6.4, 0.9 + 0.24 * max(len(shown), 1)))


def _inside(tick: float, shown: list[tuple[Query, Change]]) -> bool:
    lows = [change.low for _, change in shown] + [0.8]
    highs = [change.high for _, change in shown] + [1.25]
    return min(lows) * 0.99 <= tick <= max(highs) * 1.01


def _label(query: Query) -> str:
    flat = " ".join(query.sql.split())
    return flat if len(flat) <= 44 else flat[:41] + "..."


def _short(value: float) -> str:
    return count(value) if abs(value) >= 100 else f"{value:.3g}"
