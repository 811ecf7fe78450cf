"""The code of the notebook docs/tour.ipynb is executed: a rehearsal of some minutes on embedded servers."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.unit.test_tour import code_cells

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.soak
def test_the_cells_of_the_notebook_run(tmp_path: Path) -> None:
    """In order, in one interpreter, outside the repository."""
    code = "\n".join("".join(cell["source"]) for cell in code_cells())
    process = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=900, check=False
    )
    assert (process.returncode, process.stderr) == (0, "")
