"""Comparisons of several candidates whose replays were repeated: each candidate's second run is paired with the baseline's."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from benchmarks.comparing import write_example
from pgrehearse.base.errors import UsageProblem
from pgrehearse.compare.api import compare_runs
from pgrehearse.report.json_document import document
from pgrehearse.runs.read import Run
from pgrehearse.runs.write import rewrite_manifest
from tests.conftest import held_to_schema

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two runs, ``a`` and ``b``, and copies of them as further sides."""
    folder = tmp_path_factory.mktemp("runs")
    write_example(folder, 2000)
    for name, source in (("a2", "a"), ("b2", "b"), ("c", "b"), ("c2", "b")):
        shutil.copytree(folder / f"{source}.run", folder / f"{name}.run")
    return folder


def test_every_candidate_has_its_own_second_run(runs: Path) -> None:
    """Both candidates are compared in two rounds, and the noise is that of the two runs of the baseline."""
    a, a2, b, b2, c, c2 = (runs / f"{name}.run" for name in ("a", "a2", "b", "b2", "c", "c2"))
    comparison = compare_runs(a, b, c, control=a2, repeat=[b2, c2])
    assert [result.name for result in comparison.candidates] == ["b", "c"]
    assert all(result.noise.measured for result in comparison.candidates)
    one = compare_runs(a, b, control=a2, repeat=b2)
    assert comparison.candidates[0].queries == one.candidates[0].queries


@pytest.mark.parametrize(("control", "repeats"), [("a2", ["b2"]), ("a2", ["b2", "c2", "c2"]), (None, ["b2", "c2"])])
def test_second_runs_of_some_sides_only_are_refused(runs: Path, control: str | None, repeats: list[str]) -> None:
    again = runs / f"{control}.run" if control else None
    with pytest.raises(UsageProblem, match="one second run for each candidate"):
        compare_runs(
            runs / "a.run",
            runs / "b.run",
            runs / "c.run",
            control=again,
            repeat=[runs / f"{name}.run" for name in repeats],
        )


def test_the_document_has_what_a_history_needs(runs: Path) -> None:
    """When the candidate was replayed, both versions, and the times of all statements of each side."""
    comparison = compare_runs(runs / "a.run", runs / "b.run")
    written = json.loads(json.dumps(document(comparison)))
    held_to_schema("compare", written)
    assert written["made"]["replayed"] == comparison.made["replayed"] != ""
    assert written["baseline_version"] == comparison.baseline_version
    assert written["candidates"][0]["overall"]["candidate"]["n"] == 2000


def test_the_noise_is_measured_by_the_time_of_the_pair(runs: Path, tmp_path: Path) -> None:
    """A candidate without server times, for example behind a pooler: the second run of the control is measured by the client's time too."""
    candidate = tmp_path / "behind.run"
    shutil.copytree(runs / "b.run", candidate)
    rewrite_manifest(candidate, replace(Run.open(candidate).manifest, server_times=False))
    (result,) = compare_runs(runs / "a.run", candidate, control=runs / "a2.run").candidates
    assert result.noise.measured
