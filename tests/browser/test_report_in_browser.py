"""The report in Chromium: it fits 400 px, and there is no error in the console. Needs chromium on the machine."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from html import unescape
from typing import TYPE_CHECKING

import pytest

from pgrehearse.capture.options import CaptureOptions
from pgrehearse.capture.pipeline import capture_logs
from pgrehearse.report.workload_page import render
from pgrehearse.workload.analysis.profile import read_profile
from pgrehearse.workload.read import Workload
from tests.conftest import SAMPLES
from tests.golden.test_golden import html

if TYPE_CHECKING:
    from pathlib import Path

CHROMIUM = shutil.which("chromium")
PROBE = """<script>window.onload = () => {
  const inner = [...document.querySelectorAll('body *')].filter(e => !e.closest('.scroll') && !e.closest('svg')).map(e => e.getBoundingClientRect().right);
  document.body.setAttribute('data-probe', JSON.stringify([document.documentElement.scrollWidth, window.innerWidth, Math.max(...inner)]));
}; window.onerror = m => document.body.setAttribute('data-error', m);</script>"""


FRAMED = """<!doctype html><body><script>
  const frame = document.createElement('iframe'); frame.width = 400; frame.height = 2000; frame.style.border = 0;
  frame.onload = () => { const page = frame.contentDocument.documentElement; document.body.setAttribute('data-probe', JSON.stringify([page.scrollWidth, 400, 0])); };
  frame.srcdoc = %s; document.body.append(frame);
</script></body>"""


def dump_dom(path: Path, *options: str) -> str:
    """Load a page without a network, run its scripts, and return its document; its console has no error."""
    quiet = ["--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update"]
    started = [str(CHROMIUM), "--headless", "--no-sandbox", "--no-first-run", "--disable-sync", *quiet, *options]
    process = subprocess.run(
        [
            *started,
            f"--user-data-dir={path.parent / 'profile'}",
            "--virtual-time-budget=4000",
            "--dump-dom",
            path.as_uri(),
        ],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert not re.search(r"<body[^>]* data-error", process.stdout)
    return process.stdout


def probed(folder: Path, page: str, width: int) -> tuple[float, float, float]:
    """Load a page and return what its probe measured: scroll width, window width, rightmost edge."""
    path = folder / "report.html"
    path.write_text(page)
    dom = dump_dom(path, f"--window-size={width},900")
    match = re.search(r'data-probe="\[([\d.]+),([\d.]+),([\d.]+)\]"', dom)
    assert match is not None
    return float(match[1]), float(match[2]), float(match[3])


@pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")
@pytest.mark.parametrize("width", [1400, 800])
def test_the_page_does_not_scroll_horizontally(tmp_path: Path, width: int) -> None:
    """Only tables scroll, and there is no error in the console."""
    scroll, inner, right = probed(tmp_path, html().replace("</body>", PROBE + "</body>"), width)
    assert scroll <= inner
    assert right <= inner + 1


@pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")
def test_the_report_fits_400_px(tmp_path: Path) -> None:
    """In a frame, because a headless window cannot be that narrow: there is no horizontal scroll."""
    scroll, inner, _ = probed(tmp_path, FRAMED % json.dumps(html()).replace("</", "<\\/"), 800)
    assert scroll <= inner


@pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")
def test_the_page_of_a_workload_fits_1200_and_400_px(tmp_path: Path) -> None:
    """``inspect --html`` of a real log."""
    capture_logs(CaptureOptions((SAMPLES / "pg15" / "mindur0.csv",), tmp_path / "w.workload"), tool_version="test")
    out = io.StringIO()
    render(read_profile(Workload.open(tmp_path / "w.workload"), top=15, tenant="id"), out)
    page = out.getvalue()
    scroll, inner, right = probed(tmp_path, page.replace("</body>", PROBE + "</body>"), 1200)
    assert scroll <= inner
    assert right <= inner + 1
    scroll, inner, _ = probed(tmp_path, FRAMED % json.dumps(page).replace("</", "<\\/"), 800)
    assert scroll <= inner


USED = """<script>window.onload = () => {
  const table = document.querySelector('table.sortable'), said = {};
  const first = () => [...table.tBodies].map(body => body.rows[0].cells[0].textContent.trim());
  const heads = [...table.querySelectorAll('th')];
  heads[4].click(); said.byN = first();
  heads[4].click(); said.up = first();
  const search = document.querySelector('input[type=search]');
  search.value = 'VIDEOS where'; search.dispatchEvent(new Event('input'));
  said.found = [...table.tBodies].filter(body => !body.hidden).length;
  search.value = ''; search.dispatchEvent(new Event('input'));
  said.all = [...table.tBodies].filter(body => !body.hidden).length;
  const button = [...document.querySelectorAll('td.sql > button')].find(one => one.textContent.includes('videos'));
  button.click();
  const detail = button.closest('tbody').rows[1];
  said.opened = !detail.hidden && detail.textContent.includes('Seq Scan') && detail.querySelector('svg') !== null;
  document.body.setAttribute('data-used', JSON.stringify(said));
}; window.onerror = m => document.body.setAttribute('data-error', m);</script>"""


@pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")
def test_queries_sort_search_and_open(tmp_path: Path) -> None:
    """Sort by a column in both directions, search by words, open the SQL with plan and distribution."""
    path = tmp_path / "report.html"
    path.write_text(html().replace("</body>", USED + "</body>"))
    dom = dump_dom(path)
    match = re.search(r'data-used="([^"]*)"', dom)
    assert match is not None
    state = json.loads(unescape(match[1]))
    assert [text.split()[0] for text in state["byN"]] == ["select", "update", "select"]
    assert state["byN"][0].startswith("select id from videos")
    assert state["up"] == state["byN"][::-1]
    assert (state["found"], state["all"], state["opened"]) == (1, 3, True)
