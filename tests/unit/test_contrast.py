"""Colors of the report's pages: text and graphics have enough contrast in both themes (WCAG 2.1, AA)."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

PAPERS = ("paper", "card")
# Every variable that colors text (names of lines in plots included), and those that color graphics alone.
TEXTS = ("ink", "dim", "side-0", "side-1", "side-2", "good", "bad", "warn", "calm")
# Grid lines and borders are decoration: they contain no information.
DECORATION = ("faint", "line")
ROOT = re.compile(r":root \{([^}]*)\}")
VARIABLE = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{3,6}|var\(--[\w-]+\));")


def themes() -> dict[str, dict[str, str]]:
    """The colors of the light and the dark theme, by variable."""
    style = (files("pgrehearse.report") / "templates" / "head.html").read_text(encoding="utf-8")
    light, dark = (dict(VARIABLE.findall(block)) for block in ROOT.findall(style))
    return {"light": light, "dark": {**light, **dark}}


def luminance(color: str) -> float:
    """The relative luminance of an sRGB color (WCAG 2.1)."""
    digits = color.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    channels = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colors (WCAG 2.1): 1 to 21."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_gives_the_known_extremes() -> None:
    """Black on white is 21, a color on itself 1, and the boundary gray #767676 on white 4.54."""
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#123456", "#123456") == pytest.approx(1)
    assert contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("text", TEXTS)
def test_text_is_readable(theme: str, paper: str, text: str) -> None:
    """At least 4.5 to 1, which is also enough for large text and graphics (3 to 1)."""
    colors = themes()[theme]
    assert contrast(colors[text], colors[paper]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_color_is_tested_or_decoration(theme: str) -> None:
    """A new variable needs a decision; the accent is one of the tested colors."""
    colors = themes()[theme]
    assert colors.pop("accent") == "var(--calm)"
    assert set(colors) == {*PAPERS, *TEXTS, *DECORATION}


def test_pages_use_no_other_colors() -> None:
    """Colors outside of the variables would be wrong in one of the themes; the background of print is white."""
    for name in ("head.html", "report.html", "workload_page.html"):
        page = (files("pgrehearse.report") / "templates" / name).read_text(encoding="utf-8")
        colors = re.findall(r"#[0-9a-f]{3,6}\b", re.sub(r"&#\d+;", "", ROOT.sub("", page)))
        assert [color for color in colors if color != "#fff"] == []
