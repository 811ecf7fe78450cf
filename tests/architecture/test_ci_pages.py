"""docs/ci.md and examples/ci: the workflows are safe and use inputs that exist, and the example is complete."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from pgrehearse.scenarios.experiment.experiment_results import gates_of
from pgrehearse.scenarios.file.scenario_file import load
from pgrehearse.scenarios.migration.script import read_script
from pgrehearse.workload.read import Workload

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
EXAMPLE = ROOT / "examples" / "ci"
BLOCKS = [yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)]
WORKFLOWS = [block for block in BLOCKS if "jobs" in block]


def action(uses: str) -> dict[str, Any]:
    """Return the action of this repository that a step uses."""
    folder = uses.removeprefix("pgrehearse/pgrehearse").partition("@")[0].strip("/")
    document: dict[str, Any] = yaml.safe_load((ROOT / folder / "action.yml").read_text(encoding="utf-8"))
    return document


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: str(workflow["name"]))
def test_a_workflow_of_the_page_is_safe(workflow: dict[str, Any]) -> None:
    """Stated permissions, foreign actions by commit, no expression in a script, inputs that exist."""
    assert set(workflow["permissions"]) <= {"contents", "actions", "pull-requests"}
    assert workflow["permissions"].get("contents", "read") == "read"
    for job in workflow["jobs"].values():
        assert 0 < job["timeout-minutes"] <= 30
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")
            uses = step.get("uses", "")
            if uses.startswith("pgrehearse/"):
                inputs = action(uses)["inputs"]
                assert set(step["with"]) <= set(inputs)
                assert {name for name, one in inputs.items() if one.get("required")} <= set(step["with"])
            elif uses:
                assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", uses)


def test_the_second_workflow_executes_nothing_of_the_fork() -> None:
    """It has the token that writes: no checkout, and only the event decides which pull request gets the comment."""
    first, second = WORKFLOWS
    assert second[True] == {"workflow_run": {"workflows": [first["name"]], "types": ["completed"]}}
    steps = second["jobs"]["comment"]["steps"]
    assert [step for step in steps if "checkout" in step.get("uses", "")] == []
    assert "pull_request_target" not in {*first[True], *second[True]}
    assert "result/" not in steps[1]["run"]


def test_the_inputs_of_action_and_page_are_the_same() -> None:
    table = PAGE.split("| input |", 1)[1].split("\n\n", 1)[0]
    named = {name for line in table.splitlines()[2:] for name in re.findall(r"`([\w-]+)`", line.split("|")[1])}
    assert named == set(action("pgrehearse/pgrehearse@v0")["inputs"])


def test_the_component_has_the_inputs_of_the_page() -> None:
    head = next(yaml.safe_load_all((ROOT / "templates" / "rehearse.yml").read_text(encoding="utf-8")))
    inputs = head["spec"]["inputs"]
    (include,) = [block["include"][0] for block in BLOCKS if "include" in block]
    assert set(include["inputs"]) <= set(inputs)
    assert {name for name, one in inputs.items() if "default" not in one} <= set(include["inputs"])


def test_the_example_is_complete(monkeypatch: pytest.MonkeyPatch) -> None:
    """The workload has its digest and at most a few hundred kB, the gates and the migrations can be parsed, and no file has a path of a machine."""
    monkeypatch.chdir(EXAMPLE)
    scenario = load(Path("rehearsal.toml"))
    Workload.verified(Path(scenario.production.workload))
    files = [path for path in (EXAMPLE / "shop.workload").rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 400_000
    assert len(gates_of(scenario).gates) == 3
    for side in scenario.sides.values():
        assert side.embedded is not None
        assert Path(side.embedded.seed).exists()
    assert {read_script(str(path)).path for path in Path("migrations").iterdir()} == {
        "migrations/add-column.sql",
        "migrations/drop-index.sql",
    }
    assert "/tmp/" not in (EXAMPLE / "shop.workload" / "manifest.json").read_text()  # noqa: S108 (no file is created)
