"""``pgrehearse run --check``: everything that needs no server is verified, and the stages are printed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pgrehearse.base.errors import BadInput
from pgrehearse.cli import cli
from pgrehearse.scenarios.experiment import runner
from pgrehearse.scenarios.experiment.runner import Options, run_scenario
from pgrehearse.scenarios.experiment.scenario_plan import checked_plan
from pgrehearse.scenarios.file.scenario_file import find, library, load, parsed
from pgrehearse.targets.embedded.binaries import installed
from tests.conftest import held_to_schema
from tests.runs_with_events import workload_of
from tests.unobserved import Unobserved

OWN: dict[str, Any] = {"kind": "dsn", "dsn": "postgresql://postgres@restored/app"}
TWO = {"control": OWN, "candidate": OWN}


def refusal(document: dict[str, Any]) -> str:
    """Return the message of what is missing for a scenario that is valid."""
    scenario = parsed({"name": "x", **document}, "x.toml")
    with pytest.raises(BadInput) as caught:
        checked_plan(scenario, "x.toml")
    return caught.value.message


@pytest.mark.parametrize("name", library())
def test_the_scenarios_of_the_library_can_run_here(name: str) -> None:
    """All their versions are installed, and every stage is in the plan. The parts of a side are replayed at the same time."""
    scenario = load(find(name))
    plan = checked_plan(scenario, name)
    names = [stage.name for stage in plan.stages]
    assert {"replay control", "compare"} <= set(names)
    assert plan.at_least_s >= (plan.replay_s or 0) * len(scenario.tables)


def test_the_plan_has_every_replay_and_its_length() -> None:
    """Two rounds of three sides, the first pass of the control, at half the speed and for a part of the window."""
    side = {"version": 16, "settings": {"fsync": "off"}}
    document = {
        "name": "x",
        "control": side,
        "candidates": {"b": side, "c": side},
        "replay": {"speed": 0.5, "from": "5s", "until": "15s", "passes": 2, "warm_up": "3s"},
    }
    plan = checked_plan(parsed(document, "x.toml"), "x.toml")
    replays = [stage for stage in plan.stages if stage.name.startswith("replay ")]
    assert [stage.name for stage in replays] == [
        "replay control, first pass",
        "replay control",
        "replay b",
        "replay c",
        "replay control-again",
        "replay b-again",
        "replay c-again",
    ]
    assert {stage.seconds for stage in replays} == {20.0}
    assert plan.at_least_s == 7 * 20.0 + 6 * 3.0 + 30.0


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ({"production": {"kind": "workload", "workload": "no.workload"}, **TWO}, "production.workload: "),
        ({"production": {"version": 11}, "control": {"version": 11}, "candidate": {"version": 11}},
         "production.version: no PostgreSQL 11 is installed"),
        ({"compare": {"prices": "/nowhere/prices.toml"}}, "compare.prices: /nowhere/prices.toml"),
        ({"replay": {"password_command": "no-such-program --token"}}, "replay.password_command: there is no program"),
        ({"metric": {"commands": ["./no-such.sh"]}}, "metric.commands[1]: there is no program './no-such.sh'"),
        ({**TWO, "candidate": {**OWN, "restore": "no-such-program"}}, "candidate.restore: there is no program"),
        ({**TWO, "candidate": {**OWN, "restore": "'"}}, "candidate.restore: the quotes"),
        ({**TWO, "candidate": {**OWN, "logs": "/nowhere.csv"}}, "candidate.logs[1]: /nowhere.csv: no such file"),
        ({**TWO, "candidate": {**OWN, "dsn": "mysql://x"}}, "candidate.dsn: "),
        ({"candidate": {"kind": "docker", "docker": {"image": "postgres:18", "dump": "/no.dump"}}},
         "candidate.docker.dump: /no.dump: no such file"),
        ({"candidate": {"kind": "command", "command": {"prepare": "no-a", "describe": "true", "destroy": "true"}}},
         "candidate.command.prepare: there is no program 'no-a'"),
        ({"candidate": {"migrations": ["/nowhere.sql"]}}, "candidate.migrations[1]: /nowhere.sql"),
        ({"events": [{"at": "5s", "file": "/nowhere.sql"}]}, "events[1].file: /nowhere.sql: No such file"),
        ({"candidate": {"after": ["analyze", "creat index"]}}, 'candidate.after[2]:1: syntax error at or near "creat"'),
        ({"candidate": {"after": [" -- nothing"]}}, "candidate.after[1]: no statement"),
        ({"candidate": {"embedded": {"version": 16, "seed": "/"}}}, "candidate.embedded.seed: /: a directory"),
        ({"events": [{"at": "5s", "sql": ["select 1", "select 1;\nselec 2"]}]}, "events[1].sql:2: syntax error"),
        ({"replay": {"from": "10m"}}, "replay.from and replay.until: no part of the window"),
        ({"events": [{"at": "5s", "command": "no-such-program"}]}, "events[1].command: there is no program"),
        ({"events": [{"at": "5s", "sql": "select 1"}, {"at": "31s", "sql": "select 1"}]},
         "events[2].at is '31s', and the replay ends at 30.00 s"),
        ({"events": [{"at": "16s", "sql": "select 1"}], "replay": {"speed": 2}}, "the replay ends at 15.00 s"),
        ({"events": [{"at": "1s", "sql": "select 1"}], "replay": {"speed": "max"}}, "maximum speed has no times"),
    ],
)  # fmt: skip
def test_what_is_missing_is_named_by_the_path_of_its_key(document: dict[str, Any], words: str) -> None:
    """Files, programs, versions of PostgreSQL, events after the end of the replay."""
    assert words in refusal(document)


def test_events_are_verified_by_the_statements_of_an_existing_workload(tmp_path: Path) -> None:
    """By the end of its last statement at the speed of the replay, and by the number of its statements."""
    workload = workload_of(tmp_path)
    production = {"kind": "workload", "workload": str(workload.path)}
    statements = workload.manifest.statements
    within = {"production": production, **TWO, "events": [{"at": "1s", "sql": "select 1"}]}
    plan = checked_plan(parsed({"name": "x", **within}, "x.toml"), "x.toml")
    assert "production" not in [stage.name for stage in plan.stages]
    for event, words in (
        ({"at": "10h"}, "begins at"),
        ({"at_statements": statements + 1}, f"the replay sends {statements} at most"),
    ):
        assert words in refusal({**within, "events": [{**event, "sql": "select 1"}]})


@pytest.mark.parametrize(("key", "value"), [("only", "table=nowhere"), ("except", "database=app")])
def test_a_replay_of_no_statement_is_refused(tmp_path: Path, key: str, value: str) -> None:
    """A filter that leaves nothing of an existing workload, for example because of a table that does not exist."""
    workload = workload_of(tmp_path)
    production = {"kind": "workload", "workload": str(workload.path)}
    database = workload.sessions()["database"][0]
    within = {"production": production, **TWO, "replay": {key: value.replace("app", database)}}
    assert f"replay.{key}: no statement of the workload is replayed" in refusal(within)


def test_a_scenario_is_refused_for_the_same_reasons_before_anything_is_changed(tmp_path: Path) -> None:
    """`pgrehearse run` without --check; its directory is not made."""
    scenario = parsed({"name": "x", "events": [{"at": "31s", "sql": "select 1"}]}, "x.toml")
    with pytest.raises(BadInput, match=r"x: events\[1\].at is '31s'"):
        run_scenario(scenario, Options(tmp_path / "out"), Unobserved())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("resumable", [True, False])
def test_only_a_command_that_can_continue_an_experiment_names_resume(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, resumable: bool
) -> None:
    """`pgrehearse run` can; `ci` and `try` begin again. Both name what was done."""

    def failing(*_: object) -> None:
        raise BadInput("stopped")

    monkeypatch.setattr(runner, "_experiment", failing)
    with pytest.raises(BadInput, match="stopped") as caught:
        run_scenario(parsed({"name": "x"}, "x.toml"), Options(tmp_path / "out", resumable=resumable), Unobserved())
    assert ("--resume" in caught.value.remedy) == resumable
    assert f"what was done is in {tmp_path / 'out.partial'}" in caught.value.remedy


def test_everything_that_is_missing_is_in_one_message() -> None:
    """A file, a program and a version."""
    text = refusal(
        {
            "production": {"version": 11},
            "control": {"version": 11},
            "candidate": {"version": 11},
            "replay": {"password_command": "no-such-program"},
            "events": [{"at": "5s", "file": "/nowhere.sql"}],
        }
    )
    assert "5 errors" in text


def test_the_command_prints_the_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For people and as JSON; nothing is written to the current directory."""
    monkeypatch.chdir(tmp_path)
    assert {16, 18} <= set(installed())
    printed = CliRunner().invoke(cli, ["run", "--check", "forgotten-index"])
    assert printed.exit_code == 0
    assert "replay candidate-again" in printed.stdout
    shown = CliRunner().invoke(cli, ["run", "--check", "forgotten-index", "--set", "compare.rounds=1", "--json"])
    document = json.loads(shown.stdout)
    held_to_schema("run-check", document)
    assert [side["name"] for side in document["sides"]] == ["control", "candidate"]
    assert document["rounds"] == 1
    assert document["replay_s"] == 30.0
    wrong = CliRunner().invoke(cli, ["run", "--check", "forgotten-index", "--set", "compare.rounds=3"])
    assert isinstance(wrong.exception, BadInput)
    assert "compare.rounds is 3" in wrong.exception.message
    assert list(tmp_path.iterdir()) == []
