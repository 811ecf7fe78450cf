"""The examples of docs/ci.md, executed step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
import yaml

from tests.e2e.runner import ROOT, Runner, example, github_steps, rehearses, resolved

if TYPE_CHECKING:
    from tests.e2e.conftest import Rehearsed

GATES = 'gates = ["coverage >= 90 %", "statements.unsent == 0"]\n'


@pytest.fixture
def runner(rehearsed: Rehearsed) -> Runner:
    """A runner on which the rehearsal has been made, with gates that it holds."""
    (rehearsed.runner.checkout / "gates.toml").write_text(GATES)
    return rehearsed.runner


def _action(runner: Runner, given: dict[str, str]) -> None:
    """Run ``action.yml`` with what a step gives it."""
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    unknown = given.keys() - action["inputs"].keys()
    assert not unknown, unknown
    inputs = {name: given.get(name, said.get("default")) for name, said in action["inputs"].items()}
    assert None not in inputs.values(), inputs
    for step in action["runs"]["steps"]:
        runner.shell(step["run"], **{name: resolved(value, inputs) for name, value in step["env"].items()})


def test_the_example_of_github_leaves_a_comment_and_a_report(runner: Runner) -> None:
    """Every step of the job runs; the action writes the three files that later steps take."""
    for step in github_steps():
        script = step.get("run", "")
        if step.get("uses", "").startswith("pgrehearse/"):
            _action(runner, step["with"])
        elif step.get("uses", "").startswith("actions/upload-artifact"):
            runner.has(step["with"]["path"])
        elif script and not rehearses(step):
            runner.shell(resolved(script, {}), **{k: resolved(v, {}) for k, v in step.get("env", {}).items()})
    assert "gh pr comment 7 --body-file pgrehearse.md" in runner.notes
    assert "pip install pgrehearse[embedded]" in runner.notes
    runner.has("pgrehearse.md", "pgrehearse.html", "pgrehearse.xml")


def test_the_example_of_gitlab_leaves_its_artifacts(runner: Runner) -> None:
    """The script's lines run one after the other; the report and the gates' cases are there for GitLab."""
    job = example("GitLab")["rehearse"]
    rehearsal = [step["run"] for step in github_steps() if rehearses(step)]
    assert [line for line in job["script"] if "pgrehearse run" in line] == rehearsal
    (runner.checkout / "pgrehearse.html").unlink(missing_ok=True)
    for line in job["script"]:
        if line not in rehearsal:
            runner.shell(line)
    runner.has(*job["artifacts"]["paths"], job["artifacts"]["reports"]["junit"])
    cases = ET.parse(runner.checkout / job["artifacts"]["reports"]["junit"]).getroot().iter("testcase")  # noqa: S314 - our own file
    assert len(list(cases)) == 2
