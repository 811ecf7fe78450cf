"""One rehearsal of an upgrade: its result, and the examples of docs/ci.md, whose steps are executed with its files."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
import yaml

from pgrehearse.runs.read import Run
from tests.e2e.runner import ROOT, Runner, example, github_steps, is_rehearsal, resolved

if TYPE_CHECKING:
    from tests.e2e.conftest import Rehearsed

GATES = 'gates = ["coverage >= 90 %", "statements.unsent == 0"]\n'


def test_an_upgrade_is_not_regressed(rehearsed: Rehearsed) -> None:
    """One command runs all stages, and its exit code is not 1."""
    document = rehearsed.document
    assert document["verdict"] in {"unchanged", "improved", "inconclusive"}
    assert [stage["name"] for stage in document["stages"]] == [
        "production",
        "traffic",
        "capture",
        "production's end state",
        "prepare control",
        "replay control",
        "prepare candidate",
        "replay candidate",
        "restore control",
        "replay control-again",
        "restore candidate",
        "replay candidate-again",
        "compare",
    ]
    candidate = document["comparison"]["candidates"][0]
    assert candidate["version"].startswith("18")
    assert document["comparison"]["time"] == "server time"
    assert candidate["errors"]["same"] > 0
    assert candidate["errors"]["new"] <= 2
    for metric in (
        "commits_per_s",
        "rollbacks_per_s",
        "cache_hit_ratio",
        "connections",
        "active_sessions",
        "wal_bytes_per_s",
        "replica_lag_ms",
        "replica_lag_bytes",
    ):
        assert candidate["metrics"][f"postgres/primary/{metric}"]["candidate"] is not None, metric
    assert candidate["metrics"]["host/primary/cpu_percent"]["candidate"]["mean"] > 0
    report = (rehearsed.folder / "report.html").read_text()
    assert report.count("<svg") > 8
    run = Run.open(rehearsed.folder / "candidate.run")
    sent = run.outcomes().collect()
    assert run.manifest.fitness is not None
    counts = run.manifest.fitness.statements
    assert min(counts["ok"], counts["failed"], counts["skipped"], counts["unsent"]) >= 0
    assert counts["ok"] + counts["failed"] + counts["skipped"] + counts["unsent"] == counts["due"]
    assert counts["due"] == document["comparison"]["workload"]["statements"]
    assert sent["server_us"].is_not_null().mean() > 0.8  # type: ignore[operator]
    assert "noise floor: two replays" in report
    assert any("pg_upgrade" in step for step in run.manifest.state.prepared)


@pytest.fixture
def runner(rehearsed: Rehearsed) -> Runner:
    """A runner with the files of the rehearsal, and with a gates file whose gates pass."""
    (rehearsed.runner.checkout / "gates.toml").write_text(GATES)
    return rehearsed.runner


def _action(runner: Runner, step_inputs: dict[str, str]) -> None:
    """Run ``action.yml`` with the inputs of a step."""
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    unknown = step_inputs.keys() - action["inputs"].keys()
    assert not unknown, unknown
    inputs = {name: step_inputs.get(name, declaration.get("default")) for name, declaration in action["inputs"].items()}
    assert None not in inputs.values(), inputs
    for step in action["runs"]["steps"]:
        runner.shell(step["run"], **{name: resolved(value, inputs) for name, value in step["env"].items()})


def test_the_example_for_github_makes_a_comment_and_a_report(runner: Runner) -> None:
    """Every step of the job succeeds; the action writes the three files that later steps use."""
    for step in github_steps():
        script = step.get("run", "")
        if step.get("uses", "").startswith("pgrehearse/"):
            _action(runner, step["with"])
        elif step.get("uses", "").startswith("actions/upload-artifact"):
            runner.has(step["with"]["path"])
        elif script and not is_rehearsal(step):
            runner.shell(resolved(script, {}), **{k: resolved(v, {}) for k, v in step.get("env", {}).items()})
    assert "gh pr comment 7 --body-file pgrehearse.md" in runner.notes
    assert "pip install pgrehearse[embedded]" in runner.notes
    runner.has("pgrehearse.md", "pgrehearse.html", "pgrehearse.xml")


def test_the_example_for_gitlab_makes_its_artifacts(runner: Runner) -> None:
    """The lines of the script succeed; the report exists, and the JUnit file has a case for each gate."""
    job = example("GitLab")["rehearse"]
    rehearsal = [step["run"] for step in github_steps() if is_rehearsal(step)]
    assert [line for line in job["script"] if "pgrehearse run" in line] == rehearsal
    (runner.checkout / "pgrehearse.html").unlink(missing_ok=True)
    for line in job["script"]:
        if line not in rehearsal:
            runner.shell(line)
    runner.has(*job["artifacts"]["paths"], job["artifacts"]["reports"]["junit"])
    cases = ET.parse(runner.checkout / job["artifacts"]["reports"]["junit"]).getroot().iter("testcase")  # noqa: S314 - our own file
    assert len(list(cases)) == 2
