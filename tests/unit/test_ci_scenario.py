"""The scenario of `pgrehearse ci`: its file, with the migrations and the gates of the command line."""

from __future__ import annotations

import json
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from pgrehearse.base.errors import BadInput
from pgrehearse.scenarios.ci import run as ci
from pgrehearse.scenarios.ci.run import CiOptions, file_of, run_ci
from pgrehearse.scenarios.file.scenario_document import document_of
from tests.unobserved import Unobserved

SECRET = "secretofthepipeline"


def scenario(folder: Path, text: str = "") -> str:
    """Write a scenario whose candidate executes a statement with a secret; return its path."""
    path = folder / "s.toml"
    path.write_text(f'name = "s"\n{text}\n[candidate]\nafter = "create role a password \'${{TOKEN}}\'"\n')
    return str(path)


@pytest.fixture(autouse=True)
def _token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOKEN", SECRET)


@pytest.mark.parametrize("at", ["", "5s"])
def test_a_value_of_the_environment_is_in_no_document(tmp_path: Path, at: str) -> None:
    """The document that the experiment stores has the name of the variable, and the migrations."""
    migration = tmp_path / "m.sql"
    migration.write_text("select 1")
    file = file_of(CiOptions(scenario(tmp_path), tmp_path, migrations=(str(migration),), migration_at=at))
    assert SECRET in file.scenario.sides["candidate"].after[0]
    stored = json.dumps(document_of(file.scenario, file, {}).document)
    assert SECRET not in stored
    assert "${TOKEN}" in stored
    assert str(migration) in stored


def test_the_experiment_has_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that it stores the document of the file, and no value of the environment."""
    passed: list[Any] = []

    def failing(*values: Any) -> None:
        passed.extend(values)
        raise BadInput("stopped")

    monkeypatch.setattr(ci, "run_scenario", failing)
    with pytest.raises(BadInput, match="stopped"):
        run_ci(CiOptions(scenario(tmp_path), tmp_path / "out"), nullcontext(Unobserved()))
    assert SECRET not in json.dumps(passed[3].document)


def test_an_error_has_no_value_of_the_environment(tmp_path: Path) -> None:
    """Also the result of the failure that a pipeline keeps; the statement is invalid at the value."""
    path = tmp_path / "s.toml"
    path.write_text('name = "s"\n[candidate]\nafter = "${TOKEN}"\n')
    with pytest.raises(BadInput, match="TOKEN"):
        run_ci(CiOptions(str(path), tmp_path / "out"), nullcontext(Unobserved()))
    for name in ("verdict.json", "comment.md", "junit.xml"):
        assert SECRET not in (tmp_path / "out" / name).read_text()


def test_migrations_follow_those_of_the_file(tmp_path: Path) -> None:
    """On each candidate, and not on the control."""
    for name in ("a.sql", "b.sql"):
        (tmp_path / name).write_text("select 1")
    a, b = str(tmp_path / "a.sql"), str(tmp_path / "b.sql")
    path = tmp_path / "s.toml"
    path.write_text(f'name = "s"\n[candidates.x]\nmigrations = "{a}"\n[candidates.y]\n')
    sides = file_of(CiOptions(str(path), tmp_path, migrations=(b,))).scenario.sides
    assert {name: side.migrations for name, side in sides.items()} == {"control": (), "x": (a, b), "y": (b,)}


def test_a_gates_file_replaces_the_gates_of_the_scenario(tmp_path: Path) -> None:
    """With its own accepted changes."""
    gates = tmp_path / "gates.toml"
    gates.write_text('gates = ["errors.new == 0"]')
    path = scenario(tmp_path, 'gates = ["coverage > 95 %"]')
    assert file_of(CiOptions(path, tmp_path, gates=gates)).scenario.gates == str(gates)
