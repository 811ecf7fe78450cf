"""What is drawn says what was measured, and every side looks the same in every plot."""

from __future__ import annotations

import re

import numpy as np
import pytest

from pgrehearse.compare.alignment import FAILED
from pgrehearse.compare.comparison import Series
from pgrehearse.compare.timeline import busy_series, rate_series, statement_series
from pgrehearse.report.plots import distribution_plot, line_plot
from tests.simulated import laid_out, measured


def written(svg: str) -> list[str]:
    """Return the texts of a plot."""
    return re.findall(r"<text[^>]*>([^<]+)</text>", svg)


def test_what_was_never_sent_breaks_no_plot() -> None:
    """A statement that failed for want of a connection has no time to be drawn at."""
    where, side = laid_out((2,)), measured(np.array([5.0, np.nan]))
    side.status[1] = FAILED
    side.second[0] = 1
    done, *_ = statement_series(where, [("candidate", side)])
    assert done.lines == (("candidate", (1.0,), (1.0,)),)


@pytest.mark.parametrize("most", [0.0012, 0.125, 7.5, 980.0])
def test_an_axis_tells_its_numbers_whole(most: float) -> None:
    """Steps between its labels are alike: none was cut short with the digits of the lines."""
    svg = line_plot(Series("latency p50", "ms", (("control", (0.0, 10.0), (0.0, most)),)))
    labels = [float(text) for text in written(svg) if re.fullmatch(r"\d+(\.\d+)?", text)]
    up = labels[[place for place, one in enumerate(labels) if one == 0.0][-1] :]
    assert len(up) >= 3
    assert np.allclose(np.diff(up), up[1])
    assert not re.search(r'd="[^"]*\d\.\d{3}', svg)


def test_a_logarithmic_axis_tells_a_microsecond() -> None:
    """Not as nothing."""
    svg = distribution_plot((("control", tuple(np.geomspace(0.001, 10, 41).tolist())),))
    assert "0.001" in written(svg)
    assert "0.00" not in written(svg)


def fit(rate: float) -> dict[str, object]:
    rates = {"step_s": 1.0, "offered": [5.0, 5.0], "achieved": [rate] * 2}
    busy = {"in_flight_captured": [1.0, 1.0], "in_flight": [rate] * 2}
    return {"lateness_us": {"p99": 1.0}, "rate_over_time": rates | busy}


def test_sides_keep_their_places_in_every_plot() -> None:
    """The baseline first, the candidate second, production third; it is first where it is the baseline."""
    both, alone = {"control": fit(5.0), "candidate": fit(4.0)}, {"candidate": fit(4.0)}
    names = [
        [label for label, _, _ in series.lines]
        for judged in (both, alone)
        for series in (*rate_series(judged), *busy_series(judged))
    ]
    assert names == [
        ["control, sent", "candidate, sent", "due"],
        ["control", "candidate", "production"],
        ["due", "candidate, sent"],
        ["production", "candidate"],
    ]
