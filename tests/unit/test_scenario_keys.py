"""Every key of the schema of a scenario has a valid value, and an invalid one whose error has the path of the key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pgrehearse import scenarios
from pgrehearse.base.errors import BadInput
from pgrehearse.scenarios.file.scenario_file import parsed
from pgrehearse.scenarios.file.scenario_schema import schema
from tests.unit.scenario_keys import CASES, OWN, SIDES
from tests.unit.scenario_keys_of_targets import CASES_OF_TARGETS

ALL = CASES | CASES_OF_TARGETS
PLACEMENT = Path(scenarios.__file__).parent / "library" / "placements" / "shards-before.toml"
# Where each table of the schema is in a file, and the keys that it needs besides the one that is tested.
PLACES: dict[str, tuple[str, dict[str, Any]]] = {
    "Scenario": ("", {"name": "x"}),
    "Production": ("production", {}),
    "Application": ("production.application", {}),
    "RdsProduction": (
        "production.rds",
        {"instance": ["prod"], "since": "2026-11-28T10:00:00Z", "until": "2026-11-28T10:30:00Z"},
    ),
    "Side": ("candidate", {}),
    "Replay": ("replay", {}),
    "GrowthTable": ("growth", {}),
    "Criteria": ("compare", {}),
    "MetricTables": ("metric", {}),
    "PrometheusTable": ("metric.prometheus", {"url": "http://p", "queries": {"q[jobs]": "sum(q)"}}),
    "CustomMetric": ("metric.sql[1]", {"name": "q", "unit": "1", "query": "select 1"}),
    "EventPlan": ("events[1]", {"at": "5s"}),
    "Rewrite": ("rewrite[1]", {"match": "abc", "sql": "select 1"}),
    "ServerTable": ("candidate.servers.a", {}),
    "Embedded": ("candidate.embedded", {"version": 18, "seed": "seed.sql"}),
    "Docker": ("candidate.docker", {"image": "postgres:18", "seed": "seed.sql"}),
    "Command": ("candidate.command", {"prepare": "a", "describe": "b", "destroy": "c"}),
    "AwsTarget": ("candidate.aurora", {"source": "prod"}),
}


def document(name: str, table: dict[str, Any]) -> dict[str, Any]:
    """Return a scenario with one table at its place."""
    place = PLACES[name][0]
    if not place:
        return table
    value: Any = table
    for step in reversed(place.split(".")):
        value = {step.removesuffix("[1]"): [value] if step.endswith("[1]") else value}
    whole: dict[str, Any] = {"name": "x", **value}
    if "pause_pooler" in table:
        whole["events"].append({"at": "6s", "resume_pooler": table["pause_pooler"]})
    if name == "RdsProduction":
        whole["production"]["kind"] = "rds"
    if name == "ServerTable":
        whole["candidate"] |= {"kind": "dsn", "placement": str(PLACEMENT)}
        whole["candidate"]["servers"]["b"] = {"dsn": "postgresql://postgres@other/app"}
    elif place.startswith("candidate."):
        whole["candidate"]["kind"] = place.partition(".")[2]
    if whole.get("production", {}).get("kind") in {"workload", "rds"}:
        whole |= SIDES
    return whole


def keys() -> list[Any]:
    return [pytest.param(name, key, id=f"{name}-{key}") for name, cases in ALL.items() for key in cases]


def test_every_key_of_the_schema_has_a_valid_and_an_invalid_value() -> None:
    """A new key of any table needs an entry."""
    published = schema()
    tables = {"Scenario": published, **published["$defs"]}
    assert {name: set(cases) for name, cases in ALL.items()} == {
        name: set(table["properties"]) for name, table in tables.items()
    }


@pytest.mark.parametrize(("name", "key"), keys())
def test_a_key_takes_its_values_and_no_others(name: str, key: str, tmp_path: Path) -> None:
    """The error of an invalid value, and that of a key with a typo, have the path of the key."""
    case, (place, needed) = ALL[name][key], PLACES[name]
    target = tmp_path / "target.toml"
    target.write_text(f'kind = "dsn"\n[dsn]\ndsn = "{OWN["dsn"]}"\n')
    valid = str(target) if case.valid == "{target}" else case.valid
    assert parsed(document(name, {**needed, **case.more, key: valid}), "x.toml").name
    path = f"{place}.{key}".removeprefix(".")
    for wrong in ({**needed, **case.more, key: case.invalid}, {**needed, f"{key}x": valid}):
        with pytest.raises(BadInput) as caught:
            parsed(document(name, wrong), "x.toml")
        assert path in caught.value.message
