"""The servers of a side besides its target: named readers, and the servers of some sessions (routes)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from pgrehearse.base.endpoint import Endpoint
from pgrehearse.base.errors import BadInput
from pgrehearse.replay.plan.routing import Reader, Route
from pgrehearse.scenarios.experiment.file_checks import file_faults
from pgrehearse.scenarios.experiment.input_checks import check_inputs, other_servers, plan_of
from pgrehearse.scenarios.file.scenario_document import document_of
from pgrehearse.scenarios.file.scenario_file import parsed

if TYPE_CHECKING:
    from pgrehearse.scenarios.file.scenario_model import Scenario

TARGET = Endpoint.parse("postgresql://postgres@restored/app")
STANDBY = Endpoint.parse("postgresql://postgres@standby/app")
OWN = {"kind": "dsn", "dsn": "postgresql://postgres@restored/app"}
NAMED = "postgresql://postgres@b/app"
OTHER = "postgresql://postgres@c/app"


def scenario_of(replay: dict[str, Any] | None = None, **candidate: Any) -> Scenario:
    document = {
        "name": "x",
        "production": {"kind": "workload", "workload": "w"},
        "control": OWN,
        "candidate": {**OWN, **candidate},
        "replay": replay or {},
    }
    return parsed(document, "x.toml")


def test_a_side_has_the_routes_and_readers_of_its_keys() -> None:
    """As with further --target, and with --reader. The standby is sampled, and is no reader then."""
    scenario = scenario_of(
        readers=[f"reader1: {NAMED}", OTHER], routes=[f"user=reporting: {OTHER}", f"instance=b: {NAMED}"]
    )
    side = scenario.sides["candidate"]
    routing = plan_of(scenario, TARGET, side=side, standbys=[STANDBY]).routing
    assert routing.readers == (Reader(Endpoint.parse(NAMED), "reader1"), Reader(Endpoint.parse(OTHER)))
    assert routing.routes == (
        Route(Endpoint.parse(OTHER), user="reporting"),
        Route(Endpoint.parse(NAMED), instance="b"),
    )
    assert [endpoint.host for endpoint in other_servers(side)] == ["b", "c", "c", "b"]


@pytest.mark.parametrize(("route_reads", "readers"), [("all", [STANDBY]), ([], [])])
def test_without_the_key_the_standbys_of_a_side_are_its_readers(
    route_reads: str | list[str], readers: list[Endpoint]
) -> None:
    scenario = scenario_of({"route_reads": route_reads}, standby_dsn="postgresql://postgres@standby/app")
    plan = plan_of(scenario, TARGET, side=scenario.sides["candidate"], standbys=[STANDBY])
    assert [reader.target for reader in plan.routing.readers] == readers


def test_reads_are_moved_to_the_readers_that_a_side_names() -> None:
    """The control has none: none of its reads is moved."""
    scenario = scenario_of({"route_reads": "all"}, readers=NAMED)
    moved = [plan_of(scenario, TARGET, side=side).reads is not None for side in scenario.sides.values()]
    assert moved == [False, True]


def test_reads_that_no_side_can_move_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pgrehearse.scenarios.experiment.input_checks.checked_plan", lambda *_: None)
    scenario = parsed({"name": "x", "control": {"standby": False}, "candidate": {"standby": False},
                       "replay": {"route_reads": "all"}}, "x.toml")  # fmt: skip
    with pytest.raises(BadInput) as refused:
        check_inputs(scenario)
    assert "use standby = true, readers or standby_dsn on one side" in refused.value.remedy


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"readers": "a=b: host=c"}, "candidate.readers[1]: invalid reader 'a=b'"),
        ({"readers": [NAMED, "reader1: postgresql://b:99999/app"]}, "candidate.readers[2]: "),
        ({"routes": NAMED}, "candidate.routes[1]: invalid target without a user or an instance"),
        ({"routes": f"role=a: {NAMED}"}, "candidate.routes[1]: invalid target 'role=a'"),
        ({"routes": f"user=: {NAMED}"}, "candidate.routes[1]: invalid target 'user='"),
        ({"routes": [f"user=a: {NAMED}", "user=b: host"]}, "candidate.routes[2]: "),
    ],
)
def test_a_server_that_cannot_be_parsed_is_named_by_its_path(keys: dict[str, Any], words: str) -> None:
    """Before anything is changed, with its remedy."""
    (fault,) = [fault for fault in file_faults(scenario_of(**keys)) if not fault.text.startswith("production")]
    assert fault.text.startswith(words)
    assert fault.remedy


@pytest.mark.parametrize("key", ["readers", "routes"])
@pytest.mark.parametrize(
    "side",
    [{"kind": "embedded"}, {"kind": "docker", "docker": {"image": "x", "seed": "a.sql"}}],
    ids=["embedded", "docker"],
)
def test_only_a_side_of_the_user_has_other_servers(key: str, side: dict[str, Any]) -> None:
    with pytest.raises(BadInput) as refused:
        parsed({"name": "x", "candidate": {**side, key: f"user=a: {NAMED}"}}, "x.toml")
    assert f"candidate.{key}" in refused.value.message


def test_a_password_of_a_route_is_in_no_message_and_in_no_document() -> None:
    secret = "postgresql://postgres:hunter2@b/app"
    scenario = scenario_of(routes=[f"user=a: {secret}"], readers=[f"reader1: {secret}", secret])
    stored = json.dumps(document_of(scenario, None, {}).document)
    assert "hunter2" not in stored
    (fault,) = [one for one in file_faults(scenario_of(routes=secret)) if not one.text.startswith("production")]
    assert "hunter2" not in f"{fault.text} {fault.remedy}"
