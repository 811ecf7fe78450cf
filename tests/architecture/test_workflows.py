"""The workflows of .github call only what the repository has, with the rights that they need."""

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
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job.get("steps", [])]


def targets() -> set[str]:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z]+):", text, re.MULTILINE))


def test_the_three_workflows_are_there() -> None:
    """Test, build and release."""
    assert [path.name for path in WORKFLOWS] == ["build.yml", "release.yml", "test.yml"]


@pytest.mark.parametrize("path", [*WORKFLOWS, ROOT / ".ci" / "run"], ids=lambda path: path.name)
def test_what_they_call_exists(path: Path) -> None:
    """Each ``make X`` is a target; each ``pgrehearse X`` is a command."""
    from pgrehearse.cli import cli

    text = path.read_text(encoding="utf-8")
    assert set(MAKE.findall(text)) <= targets()
    assert set(COMMAND.findall(text)) <= set(cli.list_commands(None))  # type: ignore[arg-type]


def test_every_python_that_the_package_names_is_tested() -> None:
    """The matrix of test.yml is the list of classifiers."""
    matrix = document(ROOT / ".github" / "workflows" / "test.yml")["jobs"]["test"]["strategy"]["matrix"]["python"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [re.fullmatch(r"Programming Language :: Python :: (3\.\d+)", one) for one in project["classifiers"]]
    assert matrix == [found[1] for found in named if found]
    assert project["requires-python"] == f">={matrix[0]}"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_have_a_version_and_jobs_have_bounds(path: Path) -> None:
    """No action follows a branch; each job that runs steps has a time limit; a called workflow is in the repository."""
    workflow = document(path)
    for step in steps(workflow):
        assert "uses" not in step or MAJOR.match(step["uses"]), step
    for name, job in workflow["jobs"].items():
        called = job.get("uses", "./")
        assert called.startswith("./"), name
        assert called == "./" or (ROOT / called).is_file(), name
        assert "steps" not in job or 0 < job["timeout-minutes"] <= 60, name


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_rights_are_given_to_jobs_one_by_one(path: Path) -> None:
    """A workflow may only read; only jobs of the release may write; no checkout leaves its token behind."""
    workflow = document(path)
    assert workflow["permissions"] == {"contents": "read"}
    writing = {name for name, job in workflow["jobs"].items() if "write" in str(job.get("permissions", ""))}
    assert writing == ({"sign", "publish", "image", "notes"} if path.name == "release.yml" else set())
    checkouts = [step for step in steps(workflow) if step.get("uses", "").startswith("actions/checkout@")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_scripts_contain_no_expression(path: Path) -> None:
    """A tag or a branch with shell characters in its name must not become code: expressions reach scripts by ``env``."""
    assert [step["run"] for step in steps(document(path)) if "${{" in step.get("run", "")] == []


def test_nothing_is_published_that_was_not_tested_and_signed() -> None:
    """The release's jobs wait for each other in this order, and no job uses a stored secret."""
    path = ROOT / ".github" / "workflows" / "release.yml"
    jobs = document(path)["jobs"]
    assert set(jobs["sign"]["needs"]) == set(jobs["image"]["needs"]) == {"test", "build"}
    assert jobs["publish"]["needs"] == "sign"
    assert jobs["test"]["needs"] == jobs["build"]["needs"] == "version"
    assert "secrets." not in path.read_text(encoding="utf-8")
