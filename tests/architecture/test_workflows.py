"""The workflows of .github call only existing targets and commands, with the permissions that they need."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
MAJOR = re.compile(r"^[\w.-]+/[\w./-]+@(v\d+(\.\d+)*|release/v\d+|[0-9a-f]{40})$")
MAKE = re.compile(r"\bmake +([a-z-]+)")
COMMAND = re.compile(r"\bpgrehearse +([a-z]+)\b")


def document(path: Path) -> dict[str, Any]:
    """Return a workflow."""
    workflow: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return workflow


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job.get("steps", [])]


def targets() -> set[str]:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z]+):", text, re.MULTILINE))


def test_there_are_three_workflows() -> None:
    """Test, build and release."""
    assert [path.name for path in WORKFLOWS] == ["build.yml", "release.yml", "test.yml"]


@pytest.mark.parametrize("path", [*WORKFLOWS, ROOT / ".ci" / "run"], ids=lambda path: path.name)
def test_the_called_targets_and_commands_exist(path: Path) -> None:
    """Each ``make X`` is a target; each ``pgrehearse X`` is a command."""
    from pgrehearse.cli import cli

    text = path.read_text(encoding="utf-8")
    assert set(MAKE.findall(text)) <= targets()
    assert set(COMMAND.findall(text)) <= set(cli.list_commands(None))  # type: ignore[arg-type]


def test_every_supported_python_is_tested() -> None:
    """The matrix of test.yml is the list of classifiers."""
    matrix = document(ROOT / ".github" / "workflows" / "test.yml")["jobs"]["test"]["strategy"]["matrix"]["python"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    matches = [
        re.fullmatch(r"Programming Language :: Python :: (3\.\d+)", classifier) for classifier in project["classifiers"]
    ]
    assert matrix == [match[1] for match in matches if match]
    assert project["requires-python"] == f">={matrix[0]}"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_have_a_version_and_jobs_have_bounds(path: Path) -> None:
    """No action is referenced by a branch; each job with steps has a time limit; a called workflow is in the repository."""
    workflow = document(path)
    for step in steps(workflow):
        assert "uses" not in step or MAJOR.match(step["uses"]), step
    for name, job in workflow["jobs"].items():
        called = job.get("uses", "./")
        assert called.startswith("./"), name
        assert called == "./" or (ROOT / called).is_file(), name
        assert "steps" not in job or 0 < job["timeout-minutes"] <= 60, name


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_only_jobs_of_the_release_have_write_permissions(path: Path) -> None:
    """A workflow has read permissions only; no checkout stores its token."""
    workflow = document(path)
    assert workflow["permissions"] == {"contents": "read"}
    writing = {name for name, job in workflow["jobs"].items() if "write" in str(job.get("permissions", ""))}
    assert writing == ({"sign", "publish", "image", "notes"} if path.name == "release.yml" else set())
    checkouts = [step for step in steps(workflow) if step.get("uses", "").startswith("actions/checkout@")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_scripts_contain_no_expression(path: Path) -> None:
    """The name of a tag or branch must not be executed: expressions are passed to scripts in ``env``."""
    assert [step["run"] for step in steps(document(path)) if "${{" in step.get("run", "")] == []


def test_only_tested_and_signed_files_are_published() -> None:
    """The jobs of the release run in this order, and no job uses a stored secret."""
    path = ROOT / ".github" / "workflows" / "release.yml"
    jobs = document(path)["jobs"]
    assert set(jobs["sign"]["needs"]) == set(jobs["image"]["needs"]) == {"test", "build"}
    assert jobs["publish"]["needs"] == "sign"
    assert jobs["test"]["needs"] == jobs["build"]["needs"] == "version"
    assert "secrets." not in path.read_text(encoding="utf-8")
