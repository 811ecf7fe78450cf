"""The sides of a scenario file: a control with one candidate, or with several named ones; what is wrong is named by its path."""

from __future__ import annotations

from typing import Any

import pytest

from pgrehearse.base.errors import BadInput
from pgrehearse.scenarios.file.scenario_file import parsed

OWN: dict[str, Any] = {"kind": "dsn", "dsn": "postgresql://postgres@restored/app"}
WORKLOAD = {"kind": "workload", "workload": "prod.workload"}


def refusal(document: dict[str, Any]) -> str:
    """Return the message and the remedy of an invalid scenario."""
    with pytest.raises(BadInput) as caught:
        parsed({"name": "x", **document}, "x.toml")
    assert caught.value.message.startswith("x.toml: ")
    return f"{caught.value.message} {caught.value.remedy}"


def test_the_control_is_the_first_side() -> None:
    """Then the candidate, or the candidates in the order of the file."""
    assert list(parsed({"name": "x"}, "x.toml").sides) == ["control", "candidate"]
    scenario = parsed({"name": "x", "production": WORKLOAD, "control": OWN, "candidates": {"z": OWN, "b": OWN}}, "x")
    assert list(scenario.sides) == ["control", "z", "b"]
    assert scenario.sides["b"].dsn == OWN["dsn"]


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ({"candidate": {}, "candidates": {"b": {}}}, "candidate and candidates are both given"),
        ({"candidates": {"control": {}}}, "candidates.control is not a name"),
        ({"candidates": {"b-again": {}}}, "candidates.b-again is not a name"),
        ({"candidates": {"B": {}}}, "candidates.B is not a name"),
        ({"candidates": {"b": {"settings": {"work_mem": ["4MB"]}}}}, "candidates.b.settings.work_mem: ['4MB'] is not text"),
        ({"candidates": {"b": {"versoin": 18}}}, "unknown key candidates.b.versoin; did you mean version?"),
        ({"candidates": {"b": {"kind": "docker", "docker": {"imgae": "x"}}}}, "candidates.b.docker.imgae; did you mean image?"),
        ({"production": WORKLOAD, "control": OWN}, "candidate is missing"),
        ({"production": WORKLOAD, "candidate": OWN}, "control is missing"),
        ({"production": WORKLOAD, "control": OWN, "candidate": {"version": 18}}, "candidate: an embedded side needs"),
        ({"production": {"kind": "workload"}, "control": OWN, "candidate": OWN}, "production.workload is missing"),
        ({"candidate": {"kind": "docker"}}, "candidate.docker is missing"),
        ({"replay": {"workers": "3"}}, "replay.workers: '3' is not an integer"),
        ({"replay": {"worker": 3}}, "unknown key replay.worker; did you mean workers?"),
        ({"replay": {"warm_up": "soon"}}, "replay.warm_up is 'soon': 'soon' is not a duration"),
        ({"events": [{"at": "5m", "sql": "select 1", "sides": ["b"]}]}, "events[1].sides: there is no side 'b'"),
        ({"events": [{"at": "5m", "sql": "select 1"}, {"at": "6m"}]}, "events[2] has no action"),
        ({"rewrite": [{"match": "a", "sql": "select 1", "sides": ["b"]}]}, "rewrite[1].sides: there is no side 'b'"),
        ({"events": [{"at": "5m", "pause_pooler": "embedded"}, {"at": "6m", "resume_pooler": "embedded"}],
          "candidate": {"pooler": "transaction"}}, "events[1].pause_pooler is 'embedded', and control has no pooler"),
        ({"events": [{"at": "5m", "fail_over": True}], "control": {"standby": False}},
         "events[1].fail_over: control has no standby"),
        ({"events": [{"at": "5m", "fail_over": True}], "control": {"embedded": {"version": 16, "seed": "a.sql"}}},
         "events[1].fail_over: control has no standby"),
        ({"events": [{"at": "5m", "restart": True}], "candidate": {"kind": "docker", "docker": {"image": "a", "seed": "b"}}},
         "events[1].restart: candidate is of kind 'docker'"),
        ({"candidate": {"version": 18, "embedded": {"version": 18, "seed": "a.sql"}}},
         "candidate.version has no effect on a target that is created"),
        ({"candidates": {"b": {**OWN, "settings": {"work_mem": "64MB"}}}},
         'candidates.b.settings has no effect on a side of kind = "dsn"'),
        ({"candidate": {"pool_size": 5}}, "candidate.pool_size has no effect without a pooler"),
        ({"gates": ["errors.new == 0", " errors.new==0"]}, "gates: ' errors.new==0' is the same gate as 'errors.new == 0'"),
        ({"replay": {"types": "/nowhere.toml"}}, "replay.types is '/nowhere.toml': /nowhere.toml: no such file"),
        ({"rewrite": [{"sql": "select 1"}]}, "rewrite[1]: expected either match"),
        ({"gates": ["errors.new == 0", "errors.new ="]}, "gates[2]: "),
        ({"gates": 3}, "gates: 3 is not text or a list"),
        ({"report": ["pdf"]}, "report[1] is 'pdf' use html, json, junit or markdown"),
    ],
)  # fmt: skip
def test_a_wrong_key_is_named_by_its_path(document: dict[str, Any], words: str) -> None:
    """An unknown key, a value of another type, a side that is missing, an event of a side that does not exist."""
    assert words in refusal(document)


def test_all_errors_of_a_file_are_in_one_message() -> None:
    """Each with its path and its remedy."""
    text = refusal({"colour": 1, "replay": {"workers": 1.5, "sync": "never"}, "candidates": {"b": {"version": True}}})
    assert "4 errors" in text
    for words in ("unknown key colour", "replay.workers: 1.5", "replay.sync is 'never'", "candidates.b.version: True"):
        assert words in text


def test_a_value_that_fits_no_type_has_one_error() -> None:
    """The innermost place: the gate, and not its list."""
    assert refusal({"gates": ["errors.new == 0", 1]}).startswith("x.toml: gates[2]: 1 is not text")


def test_sides_that_can_be_restored_are_replayed_twice() -> None:
    """A database of the user can be restored by its command."""
    restored = {**OWN, "restore": "./restore.sh"}
    for candidate, rounds in ((OWN, 1), (restored, 2)):
        sides = {"control": restored, "candidate": candidate}
        assert parsed({"name": "x", "production": WORKLOAD, **sides}, "x").rounds == rounds


def test_a_rule_applies_on_the_sides_that_it_names() -> None:
    """Without a name it applies on all."""
    every, one = {"match": "a", "sql": "select 1"}, {"match": "b", "sql": "select 2", "sides": ["candidate"]}
    scenario = parsed({"name": "x", "rewrite": [every, one]}, "x.toml")
    assert [rule.match for rule in scenario.rewrites_of("control")] == ["a"]
    assert [rule.match for rule in scenario.rewrites_of("candidate")] == ["a", "b"]
