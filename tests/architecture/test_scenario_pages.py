"""The scenarios of the library: each has a page with a picture, and an entry of ``make scenarios``. Reports contain no paths of a machine."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.scenarios.entries import ENTRIES
from docs.scenarios.generate import WITH_REPORT
from pgrehearse.scenarios.library_names import library

DOCS = Path(__file__).parents[2] / "docs"
PAGES = DOCS / "scenarios"
# What a page describes.
PARTS = ("**Question.**", "## With your own data", "## What the verdict means", "## What it cannot show")
# A path of a machine, in the text. The data of plots is not searched.
PATH = re.compile(r"(?<![\w.:/-])/(?:tmp|home|root|var|work|usr|Users)/[\w./-]+")


def test_every_scenario_is_run_by_make_scenarios() -> None:
    assert sorted(entry.name for entry in ENTRIES) == library()


@pytest.mark.parametrize("name", library())
def test_every_scenario_has_a_page_with_its_picture(name: str) -> None:
    """A question, the command, a picture of its report, and what the verdict means and cannot show; the list links the page."""
    page = (PAGES / f"{name}.md").read_text(encoding="utf-8")
    assert page.startswith(f"# {name}\n")
    assert [part for part in PARTS if page.count(part) != 1] == []
    assert f"pgrehearse run {name}" in page
    assert f"({name}.png)" in page
    assert 0 < (PAGES / f"{name}.png").stat().st_size < 150_000
    assert f"(scenarios/{name}.md)" in (DOCS / "scenarios.md").read_text(encoding="utf-8")


def test_every_page_and_picture_is_of_a_scenario() -> None:
    names = {path.stem for path in PAGES.iterdir() if path.suffix in {".md", ".png", ".html"}}
    assert names - {"figures"} == set(library())


@pytest.mark.parametrize("name", WITH_REPORT)
def test_a_report_of_the_site_is_small_and_contains_no_path(name: str) -> None:
    """Under 1.5 MB, no path, no resource of another host; the page links it."""
    report = PAGES / f"{name}.html"
    html = report.read_text(encoding="utf-8")
    assert f"({report.name})" in (PAGES / f"{name}.md").read_text(encoding="utf-8")
    assert report.stat().st_size < 1_500_000
    assert PATH.findall(html) == []
    assert re.findall(r"""(?:src|href)=["'](?:https?:)?//[^"']*""", html) == []
