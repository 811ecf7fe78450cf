"""Full counts and lengths: ``make soak``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.test_demo import pgrehearse

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.soak


def test_ten_honest_upgrades(tmp_path: Path) -> None:
    """On a quiet machine: exit 0 at least eight times of ten, never 1."""
    verdicts = []
    for number in range(10):
        found = pgrehearse("run", "embedded-upgrade", "-o", tmp_path / str(number), code={0, 1, 5})
        verdicts.append(found["verdict"])
        print(number, found["verdict"], found["comparison"]["candidates"][0]["queries"], found["comparison"]["reasons"])
    assert "regressed" not in verdicts
    assert verdicts.count("inconclusive") <= 2


def test_the_forgotten_index_in_full(tmp_path: Path) -> None:
    """Exit 1, and the query named first."""
    found = pgrehearse("run", "forgotten-index", "-o", tmp_path / "out", code=1)
    assert "from videos where workspace_id" in found["comparison"]["candidates"][0]["top"][0]["sql"]
