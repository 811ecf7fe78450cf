"""A side that stands for all servers of a placement: its parts, and what is wrong with their targets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pgrehearse.replay.plan.traffic import OneServer
from pgrehearse.runs import write
from pgrehearse.runs.manifest import RunManifest
from pgrehearse.runs.run_facts import RunPlan, TargetFacts
from pgrehearse.scenarios.events.plan import events_of_side
from pgrehearse.scenarios.experiment.file_checks import file_faults
from pgrehearse.scenarios.experiment.resuming import is_complete
from pgrehearse.scenarios.experiment.rounds import is_replayed
from pgrehearse.scenarios.experiment.scenario_plan import checked_plan
from pgrehearse.scenarios.file.scenario_file import load, parsed
from pgrehearse.scenarios.sides.side_parts import parts_of
from pgrehearse.workload.placement import PlacedServer, Placement
from tests.fitnesses import plain_fitness
from tests.unit.test_scenario_sides import refusal

if TYPE_CHECKING:
    from pathlib import Path

TWO = '[[server]]\nname = "a"\nschemas = ["s1"]\n[[server]]\nname = "b"\nothers = true\n'
OWN: dict[str, Any] = {"kind": "dsn", "dsn": "postgresql://postgres@restored/app"}


@pytest.fixture
def placement(tmp_path: Path) -> str:
    path = tmp_path / "p.toml"
    path.write_text(TWO)
    return str(path)


def of_servers(placement: str, **dsns: str) -> dict[str, Any]:
    """Return a candidate with a target for each of some servers."""
    return {"kind": "dsn", "placement": placement, "servers": {name: {"dsn": dsn} for name, dsn in dsns.items()}}


def test_a_placement_without_a_server_is_one_side_for_each_server(placement: str) -> None:
    """Each has the keys of the table, and gets the traffic of its server."""
    scenario = parsed({"name": "x", "candidate": {"placement": placement, "cpus": 1, "standby": False}}, "x.toml")
    assert {name: list(parts) for name, parts in scenario.groups.items()} == {
        "control": ["control"],
        "candidate": ["candidate-a", "candidate-b"],
    }
    part = scenario.sides["candidate-b"]
    assert (part.cpus, part.standby, str(part.one_server())) == (1, False, f"server b of {placement}")
    assert scenario.control.one_server() is None


def test_the_keys_of_a_server_are_in_the_place_of_those_of_the_side(placement: str) -> None:
    candidate = of_servers(placement, a="host=a dbname=x", b="host=b dbname=x")
    candidate["servers"]["b"]["restore"] = "./restore.sh b"
    scenario = parsed({"name": "x", "candidate": candidate}, "x.toml")
    parts = {name: (side.dsn, side.restore) for name, side in parts_of("c", scenario.tables["candidate"]).items()}
    assert parts == {"c-a": ("host=a dbname=x", ""), "c-b": ("host=b dbname=x", "./restore.sh b")}


def test_one_server_of_a_placement_is_one_side(placement: str) -> None:
    scenario = parsed({"name": "x", "candidate": {"placement": placement, "server": "a"}}, "x.toml")
    assert list(scenario.sides) == ["control", "candidate"]


def test_events_name_a_table_or_one_of_its_parts(placement: str) -> None:
    events = [
        {"at": "5s", "sql": "select 1", "sides": sides} for sides in (["candidate"], ["candidate-b"], ["control"])
    ]
    scenario = parsed({"name": "x", "candidate": {"placement": placement}, "events": events}, "x.toml")
    found = {name: len(events_of_side(scenario.events, *scenario.names_of(name))) for name in scenario.sides}
    assert found == {"control": 1, "candidate-a": 1, "candidate-b": 2}


def test_parts_are_prepared_one_after_the_other_and_replayed_at_the_same_time(placement: str) -> None:
    scenario = parsed({"name": "x", "candidate": {"placement": placement}, "compare": {"rounds": 1}}, "x.toml")
    names = [stage.name for stage in checked_plan(scenario, "x.toml").stages]
    assert names[-4:] == ["prepare candidate-a", "prepare candidate-b", "replay candidate", "compare"]


def test_a_placement_is_found_beside_the_scenario(placement: str, tmp_path: Path) -> None:
    """A path from the current directory precedes it."""
    path = tmp_path / "s.toml"
    path.write_text('name = "x"\n[candidates.moved]\nplacement = "p.toml"\n')
    assert list(load(path).sides) == ["control", "moved-a", "moved-b"]
    assert load(path).tables["moved"].placement == placement


def test_a_server_without_a_target_is_named(placement: str) -> None:
    candidate = of_servers(placement, a="host=a dbname=x")
    assert "candidate.servers.b.dsn is missing" in refusal({"candidate": candidate})


def test_a_target_without_a_server_is_named(placement: str) -> None:
    candidate = of_servers(placement, a="host=a", b="host=b", c="host=c")
    found = refusal({"candidate": candidate})
    assert f"candidate.servers.c: there is no server 'c' in {placement} use a, b" in found


def test_two_servers_with_one_target_are_refused(placement: str) -> None:
    """The user does not count: it is one database."""
    candidate = of_servers(placement, a="postgresql://u@db:5432/x", b="host=db dbname=x user=v")
    assert "is the target of two servers, a and b give each server a target of its own" in refusal(
        {"candidate": candidate}
    )


def test_a_placement_that_is_missing_is_named(tmp_path: Path) -> None:
    found = refusal({"candidates": {"b": {"placement": str(tmp_path / "none.toml")}}})
    assert "candidates.b.placement: " in found
    assert "none.toml" in found


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"control": {"placement": "P"}}, "control.placement needs control.server"),
        ({"candidate": {"servers": {"a": {"dsn": "host=a"}}}}, "candidate.servers needs a placement, and no server"),
        ({"candidate": {"server": "a"}}, "candidate.server needs a placement"),
        (
            {"candidate": {"placement": "P", "servers": {"a": {"dsn": "host=a"}}}},
            'candidate.servers.a.dsn is only for kind = "dsn"',
        ),
        ({"candidate": {**OWN, "placement": "P"}}, "candidate.dsn is that of one server"),
        ({"candidates": {"x": {"placement": "P"}, "x-a": {}}}, "two sides are named x-a"),
        (
            {"candidate": {"placement": "P"}, "growth": {"steps": [1, 2]}},
            "growth: the last candidate has several servers",
        ),
    ],
)
def test_a_mistake_is_named_by_its_key(more: dict[str, Any], words: str, placement: str) -> None:
    document = {name: _with(value, placement) for name, value in more.items()}
    assert words in refusal(document)


def _with(value: Any, placement: str) -> Any:
    if isinstance(value, dict):
        return {name: _with(one, placement) for name, one in value.items()}
    return placement if value == "P" else value


@pytest.mark.parametrize("name", ["again", "A", "b c"])
def test_a_server_whose_name_is_no_part_of_a_file_is_refused(name: str, tmp_path: Path) -> None:
    """Its run has the name of the side and of the server; `again` is that of the second round."""
    path = tmp_path / "p.toml"
    path.write_text(TWO.replace('"b"', f'"{name}"'))
    assert f"{name!r} of {path} is not the name of a part" in refusal({"candidate": {"placement": str(path)}})


def test_files_of_a_part_are_named_by_their_server(placement: str) -> None:
    candidate = of_servers(placement, a="host=a", b="host=b")
    candidate["servers"]["b"]["restore"] = "no-such-program"
    scenario = parsed({"name": "x", "candidate": candidate}, "x.toml")
    assert [fault.text for fault in file_faults(scenario)] == [
        "candidate.servers.b.restore: there is no program 'no-such-program'"
    ]
    assert not list(file_faults(scenario, frozenset({"candidate-a", "candidate-b"})))


def test_a_run_of_another_placement_is_replayed_again(tmp_path: Path) -> None:
    """The placement file can be changed before an experiment is continued."""
    both = (PlacedServer("a", schemas=("s1",)), PlacedServer("b", others=True))
    plan = RunPlan(one_server="server a of p.toml", placement=both, server="a")
    manifest = RunManifest("w", "digest", TargetFacts(), plan, 1, 1, "test", fitness=plain_fitness())
    path = tmp_path / "candidate-a.run"
    write.begin(path, manifest, force=False)
    write.finish(path, manifest)
    moved = (PlacedServer("a", schemas=("s1", "s2")), both[1])
    parts = [OneServer(Placement("p.toml", both), "a"), OneServer(Placement("p.toml", moved), "a"), None]
    assert [is_complete(path, "digest", part) for part in parts] == [True, False, False]
    assert not is_complete(path, "another", parts[0])


def test_parts_were_replayed_if_each_of_them_was(placement: str, tmp_path: Path) -> None:
    """They are replayed at the same time: one without a complete run counts for all. The second round has runs of its own."""
    parts = parsed({"name": "x", "candidate": {"placement": placement}}, "x.toml").groups["candidate"]
    for name, side in parts.items():
        assert not is_replayed(tmp_path, parts, 1, "digest")
        part = side.one_server()
        assert part is not None
        plan = RunPlan(one_server=str(part), placement=part.placement.servers, server=part.server)
        manifest = RunManifest("w", "digest", TargetFacts(), plan, 1, 1, "test", fitness=plain_fitness())
        write.begin(tmp_path / f"{name}.run", manifest, force=False)
        write.finish(tmp_path / f"{name}.run", manifest)
    assert is_replayed(tmp_path, parts, 1, "digest")
    assert not is_replayed(tmp_path, parts, 2, "digest")
