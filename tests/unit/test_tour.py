"""The notebook docs/tour.ipynb: all of its cells were executed without an error, and its outputs contain no path of a machine."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

PATH = Path(__file__).parents[2] / "docs" / "tour.ipynb"
# Folders of the machine on which it was executed.
_OF_A_MACHINE = re.compile(r"/(?:tmp|home|root|work|Users|usr|var|opt)/|[A-Z]:\\\\")


def code_cells() -> list[dict[str, Any]]:
    document = json.loads(PATH.read_text(encoding="utf-8"))
    return [cell for cell in document["cells"] if cell["cell_type"] == "code"]


def test_the_cells_were_executed_in_order() -> None:
    """Once each, and none raised."""
    cells = code_cells()
    assert len(cells) >= 8
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
    assert [
        output for cell in cells for output in cell["outputs"] if output["output_type"] in {"error", "stream"}
    ] == []


def test_every_cell_that_ends_in_an_expression_has_an_output() -> None:
    """All but the last, which removes the folder."""
    assert [bool(cell["outputs"]) for cell in code_cells()[:-1]] == [True] * (len(code_cells()) - 1)


def test_the_outputs_hold_no_path_of_a_machine() -> None:
    """Nor does the metadata."""
    assert _OF_A_MACHINE.findall(PATH.read_text(encoding="utf-8")) == []


def test_the_outputs_show_the_verdict() -> None:
    """The workload, the run and the comparison are shown as HTML."""
    html = "".join(
        "".join(output["data"].get("text/html", ""))
        for cell in code_cells()
        for output in cell["outputs"]
        if "data" in output
    )
    assert "<b>workload production</b>" in html
    assert "<b>run candidate</b>" in html
    assert re.search("<b>(improved|unchanged|regressed|inconclusive)</b>: candidate against control", html)
