"""``make scenarios``: the figures that it prints, what it skips, and its exit code."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from docs.scenarios import generate
from docs.scenarios.entries import Entry
from docs.scenarios.generate import figures, main

if TYPE_CHECKING:
    from pathlib import Path


def candidate(name: str) -> dict[str, Any]:
    """Return what the document of a comparison has about a candidate."""
    sides = {"baseline": {"max": 16.0, "mean": 15.25}, "candidate": {"max": 8.0, "mean": 8.0}}
    return {
        "name": name,
        "queries": {"improved": 0, "unchanged": 26, "regressed": 0, "cannot_evaluate": 5},
        "errors": {"new": 92},
        "metrics": {
            "postgres/primary/connections": {**sides, "unit": "count"},
            "postgres/primary/dead_rows/public.jobs": {
                "baseline": None,
                "candidate": sides["candidate"],
                "unit": "rows",
            },
        },
    }


def store(directory: Path, name: str, manifest: dict[str, Any]) -> None:
    """Store the manifest of a run."""
    (directory / f"{name}.run").mkdir()
    (directory / f"{name}.run" / "manifest.json").write_text(json.dumps(manifest))


def test_the_figures_are_those_of_the_comparison_of_the_run_and_of_other_files(tmp_path: Path) -> None:
    """A metric that no source has is left out; a value that is not there is None."""
    store(tmp_path, "candidate", {"fail_overs": [{"lost": 2}], "readers": None})
    (tmp_path / "growth.json").write_text('{"knee": 1.5}')
    entry = Entry(
        "x",
        metrics=("connections.max", "dead_rows/public.jobs.max", "acu.max"),
        counts=("fail_overs.0.lost", "fail_overs.1.lost", "readers.moved", "growth.json:knee"),
    )
    assert figures(entry, {"candidates": [candidate("candidate")]}, tmp_path) == {
        "queries": "26 unchanged, 5 cannot evaluate",
        "new errors": "92",
        "connections.max": "16 → 8 count",
        "dead_rows/public.jobs.max": "none → 8 rows",
        "fail_overs.0.lost": "2",
        "fail_overs.1.lost": "None",
        "readers.moved": "None",
        "growth.json:knee": "1.5",
    }


def test_figures_of_several_candidates_have_their_names(tmp_path: Path) -> None:
    names = ("half", "small")
    for name in names:
        store(tmp_path, name, {})
    found = figures(Entry("x"), {"candidates": [candidate(name) for name in names]}, tmp_path)
    assert list(found) == ["half: queries", "half: new errors", "small: queries", "small: new errors"]


def test_a_scenario_that_fails_makes_the_exit_code_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its message is printed; a scenario that needs what the machine does not have is skipped with the reason."""
    entries = (Entry("no-such-scenario"), Entry("old", needs=("postgresql-9",)))
    monkeypatch.setattr(generate, "ENTRIES", entries)
    monkeypatch.setattr(generate, "OUTPUT", tmp_path / "out")
    monkeypatch.setattr(generate, "HERE", tmp_path)
    assert main(["old"]) == 0
    assert main([]) == 1
    printed = capsys.readouterr().out
    assert "no-such-scenario" in printed
    assert "skipped" in printed
    assert "this machine does not have postgresql-9" in printed
    stored = json.loads((tmp_path / "out" / "figures.json").read_text())
    assert [one["verdict"] for one in stored["scenarios"]] == ["failed", "skipped"]
    assert "no-such-scenario" in stored["scenarios"][0]["why"]
    assert (tmp_path / "figures.md").read_text().count("| failed |") == 1


@pytest.fixture
def finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three scenarios that end at once; the result of the second one has no comparison. Return the page."""
    monkeypatch.setattr(generate, "ENTRIES", (Entry("first"), Entry("second"), Entry("third")))
    monkeypatch.setattr(generate, "OUTPUT", tmp_path / "out")
    monkeypatch.setattr(generate, "HERE", tmp_path)
    for name in ("first", "third"):
        folder = tmp_path / "out" / name
        folder.mkdir(parents=True)
        (folder / "comparison.json").write_text(json.dumps({"verdict": "unchanged", "candidates": []}))

    def ended(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], 0, "", "")

    monkeypatch.setattr(subprocess, "run", ended)
    monkeypatch.setattr(generate, "_photograph", lambda *_: None)
    return tmp_path / "figures.md"


def test_a_result_that_cannot_be_read_does_not_stop_the_other_scenarios(
    finished: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([]) == 1
    verdicts = [line.split(" | ")[1] for line in finished.read_text().splitlines() if line.startswith("| [")]
    assert verdicts == ["unchanged", "failed", "unchanged"]
    printed = capsys.readouterr().out
    assert "second" in printed
    assert "its result cannot be read" in printed
    assert "0 s in total (0.0 minutes)" in printed


def test_a_run_of_some_scenarios_keeps_the_rows_of_the_others(finished: Path) -> None:
    """In the order of the library; a scenario that was never run has no row."""
    row = "| [first](first.md) | regressed | 61 | queries: 3 regressed |\n"
    finished.write_text(f"an older page\n\n{row}| [removed](removed.md) | unchanged | 5 |  |\n")
    assert main(["third"]) == 0
    assert finished.read_text() == f"{generate.INTRODUCTION}{row}| [third](third.md) | unchanged | 0 |  |\n"


def test_a_name_that_is_no_scenario_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["poler"]) == 2
    assert "no such scenario: poler; use embedded-upgrade" in capsys.readouterr().err
