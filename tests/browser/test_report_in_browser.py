"""The report in a real Chromium: it fits a phone, and the console stays silent. Needs chromium on the machine."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.golden.test_golden import html

if TYPE_CHECKING:
    from pathlib import Path

CHROMIUM = shutil.which("chromium")
PROBE = """<script>window.onload = () => {
  const inner = [...document.querySelectorAll('body *')].filter(e => !e.closest('.scroll') && !e.closest('svg')).map(e => e.getBoundingClientRect().right);
  document.body.setAttribute('data-probe', JSON.stringify([document.documentElement.scrollWidth, window.innerWidth, Math.max(...inner)]));
}; window.onerror = m => document.body.setAttribute('data-error', m);</script>"""


@pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")
@pytest.mark.parametrize("width", [1400, 500])
def test_nothing_sticks_out(tmp_path: Path, width: int) -> None:
    """No horizontal scroll of the page at any width (tables scroll inside themselves)."""
    page = tmp_path / "report.html"
    page.write_text(html().replace("</body>", PROBE + "</body>"))
    done = subprocess.run(
        [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", f"--user-data-dir={tmp_path / 'profile'}", f"--window-size={width},900", "--dump-dom", page.as_uri()],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    found = re.search(r'data-probe="\[([\d.]+),([\d.]+),([\d.]+)\]"', done.stdout)
    assert found is not None
    scroll, inner, right = (float(number) for number in found.groups())
    assert scroll <= inner
    assert right <= inner + 1
    assert "data-error" not in done.stdout.split("<script")[0]
