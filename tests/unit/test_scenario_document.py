"""The document of a scenario that an experiment stores: no password, no value of the environment; how two of them differ."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from pgrehearse.base.artifact import MANIFEST, Kind, begin
from pgrehearse.base.errors import BadInput, UsageProblem
from pgrehearse.scenarios.experiment.experiment import Options
from pgrehearse.scenarios.experiment.resuming import begun, resumed
from pgrehearse.scenarios.file.scenario_document import ScenarioDocument, document_of
from pgrehearse.scenarios.file.scenario_file import read

if TYPE_CHECKING:
    from pathlib import Path

SCENARIO = """
name = "stored"
[production]
kind = "workload"
workload = "prod.workload"
[control]
kind = "dsn"
dsn = "postgresql://app:hunter2@control/app"
restore = "restore.sh --password=hunter2"
[candidate]
kind = "dsn"
dsn = "${CANDIDATE_DSN}"
after = ["analyze"]
"""


def stored(
    folder: Path, text: str = SCENARIO, dsn: str = "host=candidate password=hunter2", **options: int
) -> ScenarioDocument:
    """Return the document of a scenario file whose variable has the value *dsn*."""
    file = folder / "scenario.toml"
    file.write_text(text)
    source = read(file, (), {"CANDIDATE_DSN": dsn})
    return document_of(source.scenario, source, Options(folder / "out", **options).command_line())  # type: ignore[arg-type]


def test_a_stored_scenario_has_no_password(tmp_path: Path) -> None:
    """DSNs are stored without it; a text that may contain one is not stored; a variable of the environment stays a variable."""
    document = stored(tmp_path).document
    assert document["control"]["dsn"] == "app@control:5432/app"
    assert document["control"]["restore"] == "(not recorded: it may contain a password)"
    assert document["candidate"] == {"kind": "dsn", "dsn": "${CANDIDATE_DSN}", "after": ["analyze"]}
    assert "hunter2" not in json.dumps(document)


def test_a_scenario_without_a_file_is_stored_with_all_keys(tmp_path: Path) -> None:
    """The values of the environment are then in its values, and are checked in the same way."""
    file = tmp_path / "scenario.toml"
    file.write_text(SCENARIO)
    scenario = read(file, (), {"CANDIDATE_DSN": "postgresql://app:hunter2@candidate/app"}).scenario
    document = document_of(scenario, None, {}).document
    assert document["candidate"]["dsn"] == "app@candidate:5432/app"
    assert document["replay"]["speed"] == "1"


def test_the_digest_has_the_values_of_the_environment_and_of_the_command_line(tmp_path: Path) -> None:
    same = stored(tmp_path).digest
    assert stored(tmp_path).digest == same
    assert stored(tmp_path, dsn="host=other").digest != same
    assert stored(tmp_path, workers=2).digest != same
    assert stored(tmp_path, workers=2).document["replay"] == {"workers": 2}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"text": SCENARIO.replace("control/app", "other/app")}, r"another scenario: control\.dsn$"),
        ({"dsn": "host=other"}, r"another scenario: a variable of the environment$"),
        ({"text": SCENARIO + '[replay]\nspeed = "2"\n'}, r"another scenario: replay\.speed$"),
    ],
)
def test_another_scenario_is_not_continued(tmp_path: Path, changes: dict[str, str], message: str) -> None:
    begun(tmp_path / "out", stored(tmp_path), "digest", force=False)
    with pytest.raises(BadInput, match=message):
        resumed(tmp_path / "out", stored(tmp_path, **changes), "digest")  # type: ignore[arg-type]


def test_another_workload_is_not_continued(tmp_path: Path) -> None:
    begun(tmp_path / "out", stored(tmp_path), "digest", force=False)
    with pytest.raises(BadInput, match=r"was begun with another workload$"):
        resumed(tmp_path / "out", stored(tmp_path), "other")


def test_what_is_not_an_experiment_is_not_continued(tmp_path: Path) -> None:
    """A directory of the user, and a run that is being written, stay as they are."""
    folder = tmp_path / "out.partial"
    folder.mkdir()
    (folder / "notes.txt").write_text("of the user")
    with pytest.raises(UsageProblem, match="is a directory that pgrehearse did not create"):
        resumed(tmp_path / "out", stored(tmp_path), "")
    assert (folder / "notes.txt").read_text() == "of the user"
    run = begin(tmp_path / "a", Kind.RUN, force=False)
    (run / MANIFEST).write_text(json.dumps({"format": 1, "kind": "run"}))
    with pytest.raises(UsageProblem, match="is a run, not an experiment"):
        resumed(tmp_path / "a", stored(tmp_path), "")
