"""The reports of docs/gallery: small, self-contained, and without paths of the machine that made them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

GALLERY = Path(__file__).parents[2] / "docs" / "gallery"
REPORTS = sorted(GALLERY.glob("*.html"))
# A path of a machine, in the text. The data of plots is not searched.
PATH = re.compile(r"(?<![\w.:/-])/(?:tmp|home|root|var|work|usr|Users)/[\w./-]+")


def test_the_page_shows_each_of_three_reports() -> None:
    """A question, a command, a verdict, a link and a picture for each."""
    page = (GALLERY / "index.md").read_text()
    assert len(REPORTS) == 3
    for report in REPORTS:
        assert f"({report.name})" in page
        assert f"({report.stem}.png)" in page
        assert report.with_suffix(".png").stat().st_size > 0
    assert page.count("**Question.**") == page.count("**Verdict: ") == page.count("pgrehearse run ") == 3


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: str(report.stem))
def test_a_report_of_the_gallery_is_small_and_contains_no_path(report: Path) -> None:
    """Under 1.5 MB, no path, no resource of another host."""
    html = report.read_text(encoding="utf-8")
    assert report.stat().st_size < 1_500_000
    assert PATH.findall(html) == []
    assert re.findall(r"""(?:src|href)=["'](?:https?:)?//[^"']*""", html) == []
