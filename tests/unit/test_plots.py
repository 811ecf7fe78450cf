"""Plots show the measured values, and every side has the same color in every plot."""

from __future__ import annotations

import itertools
import re

import numpy as np
import pytest

from pgrehearse.compare.alignment import FAILED
from pgrehearse.compare.comparison import Series
from pgrehearse.compare.timeline import busy_series, rate_series, statement_series
from pgrehearse.report.plots import distribution_plot, line_plot, spread
from pgrehearse.runs.fitness_values import Fitness
from tests.fitnesses import plain_fitness
from tests.simulated import layout_of, measured


def written(svg: str) -> list[str]:
    """Return the texts of a plot."""
    return re.findall(r"<text[^>]*>([^<]+)</text>", svg)


def test_a_statement_that_was_never_sent_is_not_drawn() -> None:
    """A statement that failed because of a missing connection has no time."""
    where, side = layout_of((2,)), measured(np.array([5.0, np.nan]))
    side.status[1] = FAILED
    side.second[0] = 1
    line, *_ = statement_series(where, [("candidate", side)])
    assert line.lines == (("candidate", (1.0,), (1.0,)),)


@pytest.mark.parametrize("most", [0.0012, 0.125, 7.5, 980.0])
def test_tick_labels_are_not_cut(most: float) -> None:
    """Steps between labels are equal: no label was rounded together with the digits of the lines."""
    svg = line_plot(Series("latency p50", "ms", (("control", (0.0, 10.0), (0.0, most)),)))
    labels = [float(text) for text in written(svg) if re.fullmatch(r"\d+(\.\d+)?", text)]
    up = labels[[place for place, label in enumerate(labels) if label == 0.0][-1] :]
    assert len(up) >= 3
    assert np.allclose(np.diff(up), up[1])
    assert not re.search(r'd="[^"]*\d\.\d{3}', svg)


def test_a_logarithmic_axis_shows_a_microsecond() -> None:
    """Not as 0."""
    svg = distribution_plot((("control", tuple(np.geomspace(0.001, 10, 41).tolist())),))
    assert "0.001" in written(svg)
    assert "0.00" not in written(svg)


def fit(rate: float) -> Fitness:
    rates = {"step_s": 1.0, "offered": [5.0, 5.0], "achieved": [rate] * 2}
    busy = {"in_flight_captured": [1.0, 1.0], "in_flight": [rate] * 2}
    return plain_fitness(lateness_us={"p50": 1.0, "p99": 1.0, "max": 1.0}, rate_over_time=rates | busy)


def test_sides_keep_their_places_in_every_plot() -> None:
    """The baseline first, the candidate second, production third; it is first where it is the baseline."""
    both, candidate_only = {"control": fit(5.0), "candidate": fit(4.0)}, {"candidate": fit(4.0)}
    names = [
        [label for label, _, _ in series.lines]
        for runs in (both, candidate_only)
        for series in (*rate_series(runs), *busy_series(runs))
    ]
    assert names == [
        ["control, sent", "candidate, sent", "due"],
        ["control", "candidate", "production"],
        ["due", "candidate, sent"],
        ["production", "candidate"],
    ]


def test_every_line_has_its_name_beside_it() -> None:
    """In the color of its side, and without a legend; a long name is cut."""
    lines = tuple((name, (0.0, 1.0), (1.0, 2.0)) for name in ("control", "a candidate with a very long name"))
    svg = line_plot(Series("latency p50", "ms", lines))
    assert {"control", "a candidate with a …"} <= set(written(svg))
    assert "legend" not in svg
    for number, name in enumerate(("control", "a candidate with a")):
        style = re.search(rf'<text style="([^"]*)"[^>]*>{name}', svg)
        assert style is not None
        assert f"var(--side-{number})" in style[1]


def test_names_of_lines_do_not_overlap() -> None:
    """Equal ends are spread, inside of the axes and in their order."""
    for shares in ([0.5, 0.5, 0.5], [1.0, 1.0, 0.99], [0.0, 0.0], [0.2, 0.9]):
        heights = spread(shares)
        ordered = [height for _, height in sorted(zip(shares, heights, strict=True))]
        assert all(0.0 <= height <= 1.0 for height in heights)
        assert all(after - before >= 0.1 for before, after in itertools.pairwise(ordered))
    assert spread([0.2, 0.9]) == [0.2, 0.9]
