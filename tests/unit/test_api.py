"""The Python API (docs/api.md): four names, paths as text or Path, frames with documented columns, HTML for notebooks."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import pgrehearse
from benchmarks.comparing import write_example
from pgrehearse import Comparison, Run, Workload, compare_runs
from pgrehearse.runs.write import rewrite_manifest

ROOT = Path(__file__).parents[2]
# Libraries that take a tenth of a second and more to import.
HEAVY = (
    "polars",
    "pandas",
    "numpy",
    "scipy",
    "pyarrow",
    "pglast",
    "asyncpg",
    "psycopg",
    "boto3",
    "matplotlib",
    "click",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workload of a thousand statements, and two runs of it."""
    write_example(tmp_path, 1_000)
    return tmp_path


def test_the_api_has_four_names() -> None:
    """They are listed and can be imported; no other name is public."""
    assert pgrehearse.__all__ == ["Comparison", "Run", "Workload", "compare_runs"]
    assert [name for name in pgrehearse.__all__ if not hasattr(pgrehearse, name)] == []
    assert set(pgrehearse.__all__) <= set(dir(pgrehearse))
    with pytest.raises(AttributeError, match="has no attribute 'Nothing'"):
        _ = pgrehearse.Nothing


def test_importing_pgrehearse_imports_no_large_library() -> None:
    """The help of the command is not delayed by them."""
    code = f"import pgrehearse, sys; print([name for name in {HEAVY!r} if name in sys.modules])"
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert process.stdout == "[]\n"


@pytest.mark.parametrize("of", [str, lambda path: path], ids=["str", "Path"])
def test_a_path_can_be_text_or_a_path(folder: Path, of: type) -> None:
    """Opened artifacts have the same paths, comparisons have the same queries."""
    workload, run = Workload.open(of(folder / "w.workload")), Run.open(of(folder / "a.run"))
    assert (workload.path, run.path) == (folder / "w.workload", folder / "a.run")
    assert Workload.verified(of(folder / "w.workload")).manifest == workload.manifest
    compared = compare_runs(
        of(folder / "a.run"),
        of(folder / "b.run"),
        control=of(folder / "a.run"),
        workload=of(folder / "w.workload"),
    )
    assert isinstance(compared, Comparison)
    assert compared.queries()["candidate.n"].sum() == 1_000


def test_the_frames_have_the_documented_columns(folder: Path) -> None:
    """Each column of a frame is in docs/api.md, also if a side has no value; no column has a value of an internal type."""
    documented = dict(re.findall(r"^\| `(\w+)\(\)` \| (.*) \|$", (ROOT / "docs" / "api.md").read_text(), re.MULTILINE))
    compared = compare_runs(folder / "a.run", folder / "b.run")
    empty = compare_runs(folder / "a.run", folder / "a.run")
    for name in ("queries", "metrics", "errors"):
        columns = list(getattr(compared, name)().columns)
        assert columns == list(getattr(empty, name)().columns)
        assert set(re.findall(r"`([.\w]+)`", documented[name])) == {
            part for column in columns for part in re.split(r"(?=\.)", column)
        }


def test_workloads_and_runs_have_html_for_notebooks(folder: Path) -> None:
    """The name, the figures and the fitness; markup in their texts is escaped."""
    assert repr(Workload.open(folder / "w.workload")) == "<Workload w: 1,000 statements>"
    assert repr(Run.open(folder / "a.run")) == "<Run a of workload w>"
    assert "<b>workload w</b>" in Workload.open(folder / "w.workload")._repr_html_()
    assert "1,000 in 1,000 sessions" in Workload.open(folder / "w.workload")._repr_html_()
    run = Run.open(folder / "a.run")
    rewrite_manifest(run.path, replace(run.manifest, notes=["<script>"]))
    html = Run.open(folder / "a.run")._repr_html_()
    assert "PostgreSQL 18" in html
    assert "1,000 of 1,000 sent" in html
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    rewrite_manifest(run.path, replace(run.manifest, fitness=None))
    assert "1,000 of" not in Run.open(folder / "a.run")._repr_html_()
    assert json.loads((folder / "a.run" / "manifest.json").read_text())["fitness"] is None
